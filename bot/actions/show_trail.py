"""How the group got here: its questions, statements and ways back in order, and the loops between them."""

from collections.abc import Iterator
from datetime import datetime

from bot.actions.show_round import Sight, rounds_in, sight_of
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.evidence import evidence_in
from bot.dialogue.links import Loop, loops_in
from bot.dialogue.pointers import Pointer, PointerKind
from bot.dialogue.rounds import Round
from bot.dialogue.statement_excerpts import StatementExcerpt
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.speech.pointing import came_from, pointer_choice, pointer_phrase
from bot.speech.results import statement_values
from bot.words import Part, Phrase, Quote, Value

STEPS_SHOWN = 30
LOOPS_SHOWN = 10


def show_trail(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Show the last steps in the order in which they were taken, each way back with its reason, then the loops.

    Raises:
        NotFound: The button asks for something else.
    """
    if event.ticket.choice:
        raise NotFound(Phrase("refusals-button"))
    sight = sight_of(asking, event)
    steps = [message for _, message in sorted(_steps(sight), key=lambda step: step[0])]
    below = steps[-STEPS_SHOWN:]
    if len(steps) > len(below):
        part = {"count": len(below), "earlier": len(steps) - len(below)}
        below.insert(0, Message(Phrase("show_record-part", part)))
    values: dict[str, Value] = {
        "title": Quote(dialogue.id, Part.TITLE),
        "count": len(steps),
        "returns": len(sight.excerpt.ways_back),
    }
    record = Choice(Phrase("show_record-choice"), Ticket(Action.SHOW_RECORD, dialogue.id))
    heading = Message(Phrase("show_trail-all", values), (record,), (*below, *_loops(sight)))
    return Effects(reply=Say(heading))


def _steps(sight: Sight) -> Iterator[tuple[datetime, Message]]:
    for part in rounds_in(sight.excerpt):
        yield part.round.opened_at or part.round.closes_at, _question(part.round, sight)
    for seen in sight.excerpt.statements:
        yield seen.statement.made_at, _statement(seen)
        for check_in in seen.check_ins:
            if check_in.check_in.closed_at and check_in.check_in.reading:
                values = statement_values(seen.statement) | {"at": check_in.check_in.closed_at}
                said = Phrase(f"close_check_in-reading-{check_in.check_in.reading}")
                message = Message(Phrase("show_trail-check_in", values), (), (Message(said),))
                yield check_in.check_in.closed_at, message


def _question(round: Round, sight: Sight) -> Message:
    values: dict[str, Value] = {
        "number": round.number,
        "question": Quote(round.id, Part.QUESTION),
        "mechanism": Phrase(f"export-mechanism-{round.mechanism}"),
        "theme": Phrase(f"export-theme-{round.theme}"),
        "at": round.opened_at or round.closes_at,
    }
    pointer = Pointer(PointerKind.ROUND, round.id, round.number)
    back = tuple(Message(came_from(way)) for way in sight.excerpt.ways_back if way.round == round.id)
    return Message(Phrase("show_trail-question", values), (pointer_choice(pointer, round.dialogue),), back)


def _statement(seen: StatementExcerpt) -> Message:
    values = statement_values(seen.statement) | {"at": seen.statement.made_at}
    return Message(Phrase("show_trail-statement", values))


def _loops(sight: Sight) -> Iterator[Message]:
    loops = loops_in(evidence_in(sight.excerpt))
    if not loops:
        yield Message(Phrase("show_trail-no-loops"))
        return
    yield Message(Phrase("show_trail-loops", {"count": len(loops)}))
    for loop in loops[-LOOPS_SHOWN:]:
        yield Message(_loop_phrase(loop, sight))


def _loop_phrase(loop: Loop, sight: Sight) -> Phrase:
    """Return the loop by its path, and what closed it."""
    path = Phrase(f"export-mechanism-{loop.path[0].mechanism}")
    for each in loop.path[1:]:
        then = Phrase(f"export-mechanism-{each.mechanism}")
        path = Phrase("show_trail-then", {"path": path, "then": then})
    values: dict[str, Value] = {
        "path": path,
        "closing": pointer_phrase(loop.closing.pointer),
        "day": sight.day(loop.closing.day),
    }
    return Phrase("show_trail-loop", values)
