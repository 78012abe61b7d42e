"""How a text comes in, exactly or not at all, and how it is shown so that nothing in it stays hidden."""

import re
import unicodedata

from bot.errors import Unreadable
from bot.words import Phrase

MOST = 4000
"""The most characters of one text (`promises.md` B2)."""
SHOWN = "\u2423"
"""Stands where a character was that nobody can see."""

_BROKEN = re.compile("[\0\ud800-\udfff]")
_BLANK = frozenset({"Cc", "Cf", "Mc", "Me", "Mn", "Zl", "Zp", "Zs"})
"""Controls, characters without width, marks without a letter, spaces (Unicode's own classes)."""
_FILLERS = frozenset("\u115f\u1160\u2800\u3164\uffa0")
"""Letters and symbols that look like nothing at all."""
# "emoji_tag_sequence := tag_base tag_spec tag_end": the flags of Scotland, Texas and other parts of lands.
# https://www.unicode.org/reports/tr51/#def_emoji_tag_sequence
_FLAG = "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f"
_HIDDEN = re.compile(f"({_FLAG})|[\0\u202a-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]")


def read_text(raw: str, most: int = MOST) -> str:
    """
    Return the text as it is kept: composed characters (NFC), one kind of line end, no blank edges.

    Raises:
        Unreadable: It is too long, holds a broken character, or says nothing.
    """
    if len(raw) > most:
        raise Unreadable(Phrase("refusals-text-long", {"length": len(raw), "most": most}))
    if broken := _BROKEN.search(raw):
        raise Unreadable(Phrase("refusals-text-broken", {"position": broken.start() + 1}))
    if all(_is_blank(character) for character in raw):
        raise Unreadable(Phrase("refusals-text-empty"))

    return unicodedata.normalize("NFC", raw.replace("\r\n", "\n").replace("\r", "\n")).strip()


def _is_blank(character: str) -> bool:
    """Tell whether it is a space, a control, a mark without a letter, or has no width."""
    return unicodedata.category(character) in _BLANK or character in _FILLERS


def visible(text: str) -> str:
    """
    Return the text with a sign in place of what would turn or hide other words.

    That is: controls of writing direction, invisible tags outside a flag, and broken characters,
    which only a text that was refused can hold. Marks of direction that stand for themselves stay.
    """
    if text.isascii() and "\0" not in text:
        return text
    return _HIDDEN.sub(_show, text)


def _show(match: re.Match[str]) -> str:
    flag = match[1]
    return SHOWN if flag is None else str(flag)
