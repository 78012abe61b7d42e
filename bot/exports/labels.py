"""Our words for documents, the way a day or a moment is written there, and signs for what nobody can see."""

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Protocol
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date

from bot.dialogue.texts import SHOWN, visible
from bot.speech import figures
from bot.words import Phrase

_CONTROLS = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f]")


class Labels(Protocol):
    """Our words for documents in one language (`prompts/<language>/export.ftl`), as plain text."""

    @property
    def language(self) -> str:
        """The code of the language, such as `en`."""
        ...

    def say(self, key: str, **values: str | int | datetime) -> str:
        """Return the phrase with its values filled in, exactly as they are given."""
        ...


def say(phrase: Phrase, labels: Labels) -> str:
    """Return a phrase whose values are counts and plain texts."""
    return labels.say(phrase.key, **{n: v for n, v in phrase.values.items() if isinstance(v, str | int)})


def shown(text: str) -> str:
    """Return the text with a sign in place of what would hide or turn words, control characters included."""
    return _CONTROLS.sub(SHOWN, visible(text))


@lru_cache(maxsize=4096)
def write_day(day: date, language: str) -> str:
    """Return a day as people of this language write it out."""
    return str(format_date(day, "long", figures.locale_of(language) or Locale("en", "GB")))


def write_moment(moment: datetime, zone: str, language: str) -> str:
    """Return a moment as the clock on the wall shows it in *zone*."""
    return figures.write_moment(moment, language, ZoneInfo(zone))
