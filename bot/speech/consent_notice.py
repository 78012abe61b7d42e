"""What somebody reads before they say yes: the text of `prompts/<language>/consent.md` and its version."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.errors import BrokenPrompts

MORE = "## More"
"""The line that parts the short notice from the long one, in every language."""
SHORT_KEY = "consent-short"
MORE_KEY = "consent-more"
"""The phrases that say the two parts."""

_VERSION = re.compile(r"Version: ([1-9][0-9]*)")
_MARKS = ("- ", "> ")


@dataclass(frozen=True, slots=True)
class ConsentNotice:
    """The notice; a new version means that everybody is asked again."""

    version: int
    text: str

    @property
    def short(self) -> str:
        """What everybody sees first."""
        return self.text.partition(f"\n{MORE}\n")[0].strip()

    @property
    def more(self) -> str:
        """What is there for whoever wants to know more."""
        return self.text.partition(f"\n{MORE}\n")[2].strip()

    @property
    def page(self) -> str:
        """Both parts as a page of phrases, so that they are said like all our other words."""
        return f"{SHORT_KEY} =\n{_indented(self.short)}\n\n{MORE_KEY} =\n{_indented(self.more)}\n"


def read_consent(page: str) -> ConsentNotice:
    """
    Read the notice.

    Raises:
        BrokenPrompts: It has no version, no short text, or nothing under `## More`.
    """
    first, _, rest = page.replace("\r\n", "\n").partition("\n")
    version = _VERSION.fullmatch(first.strip())
    if not version:
        raise BrokenPrompts(['consent.md, line 1: the page begins with its version, like "Version: 3"'])
    notice = ConsentNotice(int(version[1]), rest.strip())
    if not notice.short or not notice.more:
        raise BrokenPrompts([f'consent.md, line 1: a short text, then a line "{MORE}", then the long text'])
    return notice


def _indented(text: str) -> str:
    """Write Markdown the way Fluent takes it: indented, and no line begins with a sign of Fluent's."""
    return "\n".join(f'    {{ "" }}{_escaped(line)}' if line else "" for line in _lines(text))


def _lines(text: str) -> Iterator[str]:
    """Put each paragraph, item and quote on one line; in Markdown they may run over several."""
    whole = ""
    for line in (*(line.strip() for line in text.split("\n")), ""):
        if not line or line.startswith(_MARKS):
            yield from [whole] if whole else []
            yield from [] if line else [""]
            whole = line
        else:
            whole = f"{whole} {line}".strip()


def _escaped(line: str) -> str:
    return re.sub(r"[{}]", lambda brace: f'{{ "{brace[0]}" }}', line)
