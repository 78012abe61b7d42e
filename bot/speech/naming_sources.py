"""Reading the numbers of contributions that a form names."""

from bot.dialogue.evidence import is_evidence
from bot.dialogue.excerpts import Excerpt
from bot.dialogue.references import Sign, read_references
from bot.errors import Refusal
from bot.identifiers import ContributionId
from bot.words import Phrase


def read_sources(
    typed: str, seen: Excerpt, field: str, problems: dict[str, Phrase]
) -> tuple[ContributionId, ...]:
    """Return the contributions that are named, if all of them stand there; else note what is wrong."""
    shown = filter(is_evidence, seen.entries())
    known = {f"{Sign.CONTRIBUTION}{entry.number}": entry.id for entry in shown}
    try:
        named = read_references(typed)
    except Refusal as refusal:
        problems[field] = refusal.phrase
        return ()
    if missing := [reference for reference in named if reference not in known]:
        problems[field] = Phrase("follow_up-no-such-number", {"typed": missing[0]})
        return ()
    return tuple(known[reference] for reference in named)
