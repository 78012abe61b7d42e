"""How something of the record is named and opened from elsewhere, and how a way back is told."""

from bot.dialogue.excerpts import Excerpt
from bot.dialogue.pointers import Pointer, PointerKind
from bot.dialogue.rounds import Round
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.ways_back import WayBack
from bot.identifiers import DialogueId, RoundId
from bot.speech.messages import Choice, Message
from bot.words import Part, Phrase, Quote, Value


def pointer_phrase(pointer: Pointer | None) -> Phrase:
    """Return how something is called in the middle of a sentence; nothing: the dialogue as a whole."""
    if pointer is None:
        return Phrase("return_to-whole-source")
    return Phrase(f"return_to-{pointer.kind}-source", {"number": pointer.number})


def pointer_choice(pointer: Pointer, dialogue: DialogueId) -> Choice:
    """Return the button that opens what is pointed to."""
    label = Phrase("return_to-open-choice", {"source": pointer_phrase(pointer)})
    opens = {
        PointerKind.ROUND: Ticket(Action.SHOW_ROUND, pointer.id),
        PointerKind.CONTRIBUTION: Ticket(Action.SHOW_ENTRY, pointer.id),
        PointerKind.DIVERGENCE: Ticket(Action.SHOW_RECORD, dialogue, "apart"),
        PointerKind.STATEMENT: Ticket(Action.SHOW_STATEMENTS, dialogue),
        PointerKind.LINE: Ticket(Action.SHOW_NOTES, dialogue, str(pointer.number)),
        PointerKind.INTERPRETATION: Ticket(Action.SHOW_INTERPRETATIONS, dialogue),
        PointerKind.ASSET: Ticket(Action.SHOW_ASSETS, dialogue),
        PointerKind.UNDERSTANDING: Ticket(Action.SHOW_UNDERSTANDINGS, dialogue),
    }
    return Choice(label, opens[pointer.kind])


def return_choice(dialogue: DialogueId, source: Pointer) -> Choice:
    """Return the button with which a facilitator goes back from something."""
    return Choice(Phrase("return_to-choice"), Ticket(Action.RETURN_TO, dialogue, str(source)))


def came_from(way: WayBack) -> Phrase:
    """Return why the group came back, and from what."""
    return Phrase("return_to-came-from", _values(way) | {"reason": Quote(way.id, Part.WHY)})


def led_to(way: WayBack, number: int) -> Phrase:
    """Return to which question something led back, and why."""
    values: dict[str, Value] = {"round": number, "reason": Quote(way.id, Part.WHY)}
    return Phrase("return_to-led-to", _values(way) | values)


def led_from(id: str, seen: Excerpt) -> tuple[Message, ...]:
    """Return the ways back that begin at something, each with the button that opens their question."""
    rounds = {part.round.id: part.round for part in seen.rounds}
    return tuple(
        Message(
            led_to(way, rounds[way.round].number), (pointer_choice(_to(rounds[way.round]), way.dialogue),)
        )
        for way in seen.ways_back
        if way.source_id == id and way.round in rounds
    )


def led_here(round: RoundId, seen: Excerpt) -> tuple[Message, ...]:
    """Return the way back that led to a question, with the button that opens what it came from."""
    return tuple(
        Message(came_from(way), (pointer_choice(way.source, way.dialogue),) if way.source else ())
        for way in seen.ways_back
        if way.round == round
    )


def _to(round: Round) -> Pointer:
    return Pointer(PointerKind.ROUND, round.id, round.number)


def _values(way: WayBack) -> dict[str, Value]:
    return {"source": pointer_phrase(way.source)}
