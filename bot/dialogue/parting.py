"""How somebody leaves: three plain choices, each with what becomes of the words (`domain.md` 13.3)."""

from dataclasses import dataclass
from enum import StrEnum

from bot.identifiers import MemberId


class Parting(StrEnum):
    """What a member who leaves wants for their words. To pause is another thing: then nobody leaves."""

    KEEP = "keep"
    UNNAME = "unname"
    ERASE = "erase"


@dataclass(frozen=True, slots=True)
class Unlinking:
    """Whose account is no longer to lead to words that show another name or none, or to any words."""

    member: MemberId
    takes_name_off: bool
    """Whether words with a name are shown without one from now on."""
