"""How people name what they cite: `7` is a contribution, `N3` a line of the notes, and so on."""

import re
from enum import StrEnum

from bot.errors import Unreadable
from bot.words import Phrase

MOST = 20
"""How much can be cited at once."""
_REFERENCE = re.compile(r"([#NIR]?)([1-9][0-9]{0,5})")
_BETWEEN = re.compile(r"[\s,;.&+]+")


class Sign(StrEnum):
    """What stands before the number of each kind of thing that can be cited."""

    CONTRIBUTION = "#"
    LINE = "N"
    INTERPRETATION = "I"
    RESTATEMENT = "R"


def read_references(typed: str) -> tuple[str, ...]:
    """
    Read what somebody typed, such as `3, #7 and N2`; return each once, as `#3`, `#7`, `N2`.

    Raises:
        Unreadable: Something in it is no reference, there is nothing, or too much.
    """
    found: dict[str, None] = {}
    for word in filter(None, _BETWEEN.split(typed)):
        match = _REFERENCE.fullmatch(word.upper())
        if match is None:
            raise Unreadable(Phrase("refusals-reference", {"typed": word[:20]}))
        found[f"{match[1] or Sign.CONTRIBUTION}{match[2]}"] = None
    if not found:
        raise Unreadable(Phrase("refusals-no-reference"))
    if len(found) > MOST:
        raise Unreadable(Phrase("refusals-references-many", {"most": MOST}))
    return tuple(found)
