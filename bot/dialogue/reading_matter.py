"""What somebody reads when they make sense of the record: contributions and lines that they can see."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.dialogue.contributions import ContributionKind, ContributionState
from bot.dialogue.excerpts import Entry, Excerpt
from bot.dialogue.interpretation_excerpts import InterpretationExcerpt
from bot.dialogue.interpretations import READ_MOST
from bot.dialogue.line_excerpts import LineExcerpt
from bot.dialogue.references import Sign, read_references
from bot.errors import NotFound, Unreadable
from bot.words import Phrase

RIVAL = "rival"


@dataclass(frozen=True, slots=True)
class Matter:
    """What is read, by id and by name; and another reading of it, where one is written beside that."""

    named: Mapping[str, str]
    """Id -> how people name it."""
    rival: InterpretationExcerpt | None = None

    def __str__(self) -> str:
        """Write it for the choice of a ticket."""
        if self.rival is not None:
            return f"{RIVAL}.{self.rival.reference}"
        return ".".join(name.removeprefix(Sign.CONTRIBUTION) for name in self.named.values())


def readable_entries(seen: Excerpt) -> tuple[Entry, ...]:
    """Return the words that this reader can see."""
    return tuple(
        entry
        for entry in seen.entries()
        if entry.kind is ContributionKind.WORDS and entry.state is ContributionState.LIVE and entry.number
    )


def readable_lines(seen: Excerpt) -> tuple[LineExcerpt, ...]:
    """Return the lines of the notes that can be read now."""
    return tuple(part for part in seen.lines if part.is_newest and part.text)


def read_matter(named: str, seen: Excerpt) -> Matter:
    """
    Find what somebody named, or what the other reading rests on that they named as `rival.I2`.

    Raises:
        NotFound: Something of it is not there for this reader.
        Unreadable: It names nothing, or too much.
    """
    if named.startswith(f"{RIVAL}."):
        rival = next((i for i in seen.interpretations if _is(i, named.removeprefix(f"{RIVAL}."))), None)
        if rival is None:
            raise NotFound
        return Matter(dict(rival.based_on), rival)
    references = read_references(named)
    if len(references) > READ_MOST:
        raise Unreadable(Phrase("refusals-references-many", {"most": READ_MOST}))
    known = {f"{Sign.CONTRIBUTION}{entry.number}": str(entry.id) for entry in readable_entries(seen)}
    known |= {f"{Sign.LINE}{part.line.number}": part.id for part in readable_lines(seen)}
    if missing := [reference for reference in references if reference not in known]:
        raise NotFound(Phrase("interpret-no-such-thing", {"reference": missing[0]}))
    return Matter({known[reference]: reference for reference in references})


def _is(part: InterpretationExcerpt, reference: str) -> bool:
    return part.is_shared and part.is_live and part.reference == reference
