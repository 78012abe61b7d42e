"""The consent to take part: which notice, which facts, and which uses somebody said yes to."""

from dataclasses import dataclass
from enum import StrEnum


class Use(StrEnum):
    """What a member's words may be used for beyond the dialogue itself; each is ticked apart."""

    NOTES = "notes"
    REPORT = "report"
    OPEN_DATA = "open_data"


@dataclass(frozen=True, slots=True)
class Consent:
    """A yes: the version of the notice and of the dialogue's facts that were read, and the uses ticked."""

    notice: int
    facts: int
    uses: frozenset[Use] = frozenset()

    def covers(self, notice: int, facts: int) -> bool:
        """Whether this yes was given to the notice and the facts as they stand now."""
        return self.notice >= notice and self.facts >= facts
