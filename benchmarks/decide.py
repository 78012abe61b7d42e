"""D1: from an event to its effects: let in, decided, nothing stored."""

from collections.abc import Callable
from pathlib import Path
from time import perf_counter

from benchmarks.measure import Figure, Goal, Outcome, Peer, by_name, in_turn
from benchmarks.stage import AT_ONCE, ROOM, contributions, open_stage, set_stage
from bot.composition import Core
from bot.dialogue.ledger import FIRST_HEAD, LedgerEntry, head_after
from bot.dialogue.standing import Recent, Standing
from bot.engine import _do
from bot.speech.events import FormSubmitted
from bot.speech.written import write_message
from storage.sql import SqlWork

BOUND = 50.0
ENTRY = LedgerEntry(dialogue="d" * 22, number=1, kind="contribution", id="i" * 22, on="2026-05-04")  # type: ignore[arg-type]


def run(folder: Path, rounds: int, *, is_long: bool, advance: Callable[[], object]) -> Outcome:
    """Decide the same events over and over, on what one transaction has read."""
    set_stage(folder)
    core = open_stage(folder)
    events = contributions(AT_ONCE)
    repeats = 100 if is_long else 20
    with core.store.batch(events) as batch:
        work = batch.work(ROOM)
        figures = in_turn(_peers(core, work, events, repeats), rounds, advance)
    core.store.close()
    whole = by_name(figures)["let in and decided"]
    goal = Goal("D1", "deciding: event -> effects, nothing stored", whole, BOUND, unit="µs")
    return Outcome("Deciding", "µs an event", figures, (goal,), _notes(figures))


def count_effects(folder: Path) -> int:
    """Return how many of the events are decided as contributions with a post; for the tests."""
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
    let_in = [(*engine._let_in(event, work), event) for event in events]
    posts = [_do(event, subject, asking).posts[0] for subject, asking, event in let_in]

    def all_of_it() -> None:
        for event in events:
            engine._decide_or_refuse(event, work)

    def at_the_door() -> None:
        for event in events:
            engine._let_in(event, work)

    def the_action() -> None:
        for subject, asking, event in let_in:
            _do(event, subject, asking)

    def the_post() -> None:
        for post in posts:
            write_message(post.message)

    def the_chain() -> None:
        for _ in events:
            head_after(FIRST_HEAD, ENTRY)

    def peer(name: str, what: Callable[[], None]) -> Peer:
        return Peer(name, lambda: _each(what, repeats))

    return (
        peer("let in and decided", all_of_it),
        peer("let in only", at_the_door),
        peer("the action only", the_action),
        peer("for comparison: writing its post as JSON", the_post),
        peer("for comparison: one link of the ledger (JSON, SHA-256)", the_chain),
    )


def _each(what: Callable[[], None], repeats: int) -> float:
    begun = perf_counter()
    for _ in range(repeats):
        what()
    return (perf_counter() - begun) / repeats / AT_ONCE * 1e6


def _notes(figures: tuple[Figure, ...]) -> tuple[str, ...]:
    del figures
    loaded = f"{Standing.__name__} and {Recent.__name__}"
    return (
        f"The same {AT_ONCE} events, over and over, inside one transaction that has read what they need ({loaded}).",
    )
