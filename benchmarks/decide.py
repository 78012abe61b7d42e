"""D1: from an event to its effects: let in, decided, nothing stored."""

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from benchmarks.measure import Goal, Outcome, Peer, by_name, in_turn
from benchmarks.stage import AT_ONCE, ROOM, contributions, open_stage, set_stage
from bot.composition import Core
from bot.dialogue.ledger import FIRST_HEAD, LedgerEntry, head_after
from bot.engine import _do
from bot.identifiers import DialogueId
from bot.speech.events import FormSubmitted
from bot.speech.written import write_message
from storage.sql import SqlWork

BOUND = 50.0
WHOLE = "let in and decided"
ENTRY = LedgerEntry(
    dialogue=DialogueId("d" * 22), number=1, kind="contribution", id="i" * 22, on="2026-05-04", level="named"
)


def run(folder: Path, rounds: int, *, is_long: bool, advance: Callable[[], object]) -> Outcome:
    """Decide the same events over and over, on what one transaction has read."""
    set_stage(folder)
    core = open_stage(folder)
    events = contributions(AT_ONCE)
    repeats = 100 if is_long else 20
    with core.store.batch(events) as batch:
        figures = in_turn(_peers(core, batch.work(ROOM), events, repeats), rounds, advance)
    core.store.close()
    goal = Goal("D1", "deciding: event -> effects, nothing stored", by_name(figures)[WHOLE], BOUND, unit="µs")
    note = f"The same {AT_ONCE} events, over and over, inside one transaction that has read what they need."
    return Outcome("Deciding", "µs an event", figures, (goal,), (note,))


def count_decided(folder: Path) -> int:
    """Return how many of the events are decided as a contribution with its post; for the tests."""
    set_stage(folder)
    core = open_stage(folder)
    events = contributions(AT_ONCE)
    with core.store.batch(events) as batch:
        work = batch.work(ROOM)
        decided = [core.engine._decide_or_refuse(event, work)[0] for event in events]
    core.store.close()
    return sum(len(effects.keep) == 2 and len(effects.posts) == 1 for effects in decided)


def _peers(core: Core, work: SqlWork, events: tuple[FormSubmitted, ...], repeats: int) -> tuple[Peer, ...]:
    engine = core.engine
    let_in = [(event, *engine._let_in(event, work)) for event in events]
    messages = [_do(*one).posts[0].message for one in let_in]

    def each(name: str, what: Callable[[int], object]) -> Peer:
        return Peer(name, lambda: _each(what, repeats))

    return (
        each(WHOLE, lambda place: engine._decide_or_refuse(events[place], work)),
        each("let in only", lambda place: engine._let_in(events[place], work)),
        each("the action only", lambda place: _do(*let_in[place])),
        each("beside it: writing its post as JSON", lambda place: write_message(messages[place])),
        each("beside it: one link of the ledger", lambda _: head_after(FIRST_HEAD, ENTRY)),
    )


def _each(what: Callable[[int], object], repeats: int) -> float:
    begun = perf_counter()
    for _ in range(repeats):
        for place in range(AT_ONCE):
            what(place)
    return (perf_counter() - begun) / repeats / AT_ONCE * 1e6
