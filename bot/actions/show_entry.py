"""One contribution with its trail: its versions, what it answers, what answers it, what it differs from."""

from collections.abc import Iterator

from bot.actions.show_record import is_facilitator, open_choice
from bot.actions.show_round import Sight, entry_phrase, reader_choices, sight_of
from bot.dialogue.contributions import Contribution, ContributionKind, ContributionState
from bot.dialogue.dialogues import DialogueState
from bot.dialogue.excerpts import Entry
from bot.dialogue.pointers import Pointer, PointerKind
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.turns import TurnKind
from bot.errors import NotFound
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.speech.pointing import led_from, return_choice
from bot.words import Part, Phrase, Quote, Value

VERSIONS = "versions"


def show_entry(
    contribution: Contribution, asking: Asking, event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    """
    Show one contribution with its trail, and what the reader can do with it.

    Raises:
        NotFound: This reader cannot see it, or the button asks for something else.
    """
    sight = sight_of(asking, event)
    entry = sight.entries.get(contribution.id)
    if entry is None or entry.kind is not ContributionKind.WORDS:
        raise NotFound
    if event.ticket.choice not in ("", VERSIONS):
        raise NotFound(Phrase("refusals-button"))
    with_versions = event.ticket.choice == VERSIONS
    below = (
        *_versions(entry, with_versions=with_versions),
        _question(entry, sight),
        *_answered(entry, sight),
        *_answers(entry, sight),
        *_apart_from(entry, sight),
        *led_from(entry.id, sight.excerpt),
        *_noted(entry, sight),
    )
    choices = (
        *reader_choices(entry, asking),
        *_offer_choice(entry, asking),
        *_facilitator_choices(entry, asking),
    )
    return Effects(reply=Say(Message(entry_phrase(entry, sight), choices, below)))


def _versions(entry: Entry, *, with_versions: bool) -> Iterator[Message]:
    """Say how often it was edited; show the earlier versions to whoever asks."""
    if not entry.edits or not entry.bodies:
        return
    if not with_versions:
        ticket = Ticket(Action.SHOW_ENTRY, entry.id, VERSIONS)
        choice = Choice(Phrase("show_entry-versions-choice"), ticket)
        yield Message(Phrase("show_entry-edited", {"count": entry.edits}), (choice,))
        return
    for number, body in enumerate(entry.bodies[:-1], start=1):
        yield Message(Phrase("show_entry-version", {"number": number, "body": body}))


def _question(entry: Entry, sight: Sight) -> Message:
    round = next(part.round for part in sight.excerpt.rounds if part.round.id == entry.round)
    values: dict[str, Value] = {"number": round.number, "question": Quote(round.id, Part.QUESTION)}
    choice = Choice(
        Phrase("show_record-round-choice", {"number": round.number}), Ticket(Action.SHOW_ROUND, round.id)
    )
    return Message(Phrase("show_entry-question", values), (choice,))


def _answered(entry: Entry, sight: Sight) -> Iterator[Message]:
    """Show what it answers, or say that this is gone."""
    if entry.to is None:
        return
    answered = sight.entries.get(entry.to)
    if answered is None or answered.state is not ContributionState.LIVE:
        yield Message(Phrase("show_entry-answered-gone"))
    else:
        said = Phrase(f"show_entry-answers-{entry.turn or TurnKind.ANSWER}", _values(answered))
        yield Message(said, (open_choice(answered),))


def _answers(entry: Entry, sight: Sight) -> Iterator[Message]:
    """Show what answers it, the oldest first."""
    for other in sight.entries.values():
        if other.to == entry.id and other.state is ContributionState.LIVE:
            said = Phrase(f"show_entry-answered-by-{other.turn or TurnKind.ANSWER}", _values(other))
            yield Message(said, (open_choice(other),))


def _apart_from(entry: Entry, sight: Sight) -> Iterator[Message]:
    """Show the views from which it stands apart, each whole, with where the group stands with them."""
    for divergence in sight.excerpt.divergences:
        if all(position.id != entry.id for position in divergence.positions):
            continue
        yield Message(Phrase(f"show_entry-apart-{divergence.state}", {"day": sight.day(divergence.made_on)}))
        for position in divergence.positions:
            if position.id != entry.id:
                yield Message(entry_phrase(position, sight), (open_choice(position),))


def _noted(entry: Entry, sight: Sight) -> Iterator[Message]:
    """Show the lines of the notes that cite it."""
    for part in sight.excerpt.lines:
        if part.is_newest and entry.id in part.line.sources:
            values: dict[str, Value] = {
                "number": part.line.number,
                "body": Quote(part.id),
                "state": Quote(part.id, Part.STATE),
            }
            notes = Ticket(Action.SHOW_NOTES, part.line.dialogue, str(part.line.number))
            yield Message(Phrase("show_entry-noted", values), (Choice(Phrase("show_notes-choice"), notes),))


def _values(entry: Entry) -> dict[str, Value]:
    return {
        "number": Quote(entry.id, Part.NUMBER),
        "author": Quote(entry.id, Part.AUTHOR),
        "body": Quote(entry.id),
    }


def _offer_choice(entry: Entry, asking: Asking) -> tuple[Choice, ...]:
    """Offer to bring something for what is said here."""
    is_there = entry.state is ContributionState.LIVE and entry.number > 0
    if not is_there or asking.here.state is not DialogueState.OPEN or not asking.me.has_voice:
        return ()
    ticket = Ticket(Action.OFFER_ASSET, asking.here.id, f"for.{entry.id}")
    return (Choice(Phrase("offer_asset-for-choice"), ticket),)


def _facilitator_choices(entry: Entry, asking: Asking) -> tuple[Choice, ...]:
    """Offer to hide what the group can see, and to show it again; a facilitator never edits."""
    if not is_facilitator(asking) or not entry.number:
        return ()
    if entry.state is ContributionState.LIVE:
        source = Pointer(PointerKind.CONTRIBUTION, entry.id, entry.number)
        hide = Choice(Phrase("show_entry-hide-choice"), Ticket(Action.HOLD, entry.id))
        is_open = asking.here.state is DialogueState.OPEN
        return (hide, return_choice(asking.here.id, source)) if is_open else (hide,)
    if entry.state is ContributionState.HELD:
        return (Choice(Phrase("hold-show-choice"), Ticket(Action.HOLD, entry.id, "show")),)
    return ()
