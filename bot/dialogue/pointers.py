"""How one kept thing points to another: its kind, its id, and the number by which people know it."""

from dataclasses import dataclass
from enum import StrEnum


class PointerKind(StrEnum):
    """What can be pointed to."""

    ROUND = "round"
    CONTRIBUTION = "contribution"
    DIVERGENCE = "divergence"
    STATEMENT = "statement"
    LINE = "line"
    INTERPRETATION = "interpretation"
    ASSET = "asset"
    UNDERSTANDING = "understanding"


@dataclass(frozen=True, slots=True)
class Pointer:
    """One thing of a record; *number* is what people call it by."""

    kind: PointerKind
    id: str
    number: int

    def __str__(self) -> str:
        """Write kind and id, for the choice of a ticket or the key of an option."""
        return f"{self.kind}.{self.id}"
