"""A dialogue that people write to: who takes part, one open round, and what they send in."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random

from bot.composition import Core, compose
from bot.dialogue.attribution import ALL_LEVELS
from bot.dialogue.consent import Consent, Use
from bot.dialogue.dialogues import Constraint, ConstraintKind, Dialogue, DialogueState
from bot.dialogue.framework import Mechanism, Theme
from bot.dialogue.kept import Kept
from bot.dialogue.members import Member, Role
from bot.dialogue.places import Account, Community, Place
from bot.dialogue.rounds import Reveal, Round
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import DialogueId, EventId, MemberId, OccurrenceId, RoundId, Seed
from bot.speech.effects import Effects, Silence
from bot.speech.events import CameDue, FormSubmitted
from storage.database import open_file

PEOPLE = 500
MONDAY = datetime(2026, 5, 4, 9, 0, tzinfo=UTC)
ROOM = Community("web", "room")
HERE = Place(ROOM, "garden")
BETWEEN = timedelta(seconds=10)
"""How far apart the events are: everybody writes once in 83 minutes, so nobody comes near a limit."""

DIALOGUE = DialogueId("dialogue-of-the-garden")
ROUND = RoundId("the-first-round-of-all")
AT_ONCE = 64
"""As many as the scribe lets share one commit."""

_WORDS = """
garden bench water shade lift ramp noise morning evening children neighbours money time
trees café meeting open closed people listen path bicycles roses rain winter
"""


def open_stage(folder: Path) -> Core:
    """Open the memory in *folder* as the program does, with the pages that come with it."""
    return compose(open_file(folder))


def set_stage(folder: Path, earlier: int = 0) -> None:
    """Make a memory that holds the dialogue, its members, the open round, and what was brought *earlier*."""
    core = open_stage(folder)
    set_stage_on(core)
    events = contributions(earlier)
    for start in range(0, earlier, AT_ONCE):
        core.engine.handle_all(events[start : start + AT_ONCE])
    core.store.close()


def set_stage_on(core: Core) -> None:
    """Keep the dialogue, its members and the open round in an open memory."""
    event = a_moment("the stage is set")
    keep: tuple[Kept, ...] = (the_dialogue(), *map(a_member, range(PEOPLE)), the_round())
    with core.store.batch([event]) as batch:
        batch.work(ROOM).keep(event, Effects(reply=Silence(), keep=keep), DIALOGUE, None)


def the_dialogue() -> Dialogue:
    """Return the dialogue, open since yesterday."""
    return Dialogue(
        id=DIALOGUE,
        place=HERE,
        started_by=MemberId("member-0"),
        started_at=MONDAY - timedelta(days=1),
        title="A garden for everybody",
        purpose="Find out what the garden is for.",
        decides="The residents' meeting, on 1 June.",
        constraints=(Constraint(ConstraintKind.OPEN, "What grows there."),),
        support="Ada, 0123 456, Mondays to Fridays 9-17.",
        zone="Europe/London",
        keeping="Two years.",
        run_by="Ada, ada@garden.example",
        state=DialogueState.OPEN,
        opened_at=MONDAY - timedelta(days=1),
    )


def the_round() -> Round:
    """Return a round that shows each answer at once, so that every contribution is also a post."""
    return Round(
        id=ROUND,
        dialogue=DIALOGUE,
        place=HERE,
        number=1,
        question="What is the garden for?",
        mechanism=Mechanism.DIALOGUE,
        theme=Theme.WHAT,
        reveal=Reveal.OPEN,
        levels=ALL_LEVELS,
        opened_at=MONDAY - timedelta(hours=1),
        closes_at=MONDAY + timedelta(days=400),
    )


def a_member(number: int) -> Member:
    """Return somebody who has agreed to everything; the first one facilitates."""
    return Member(
        id=MemberId(f"member-{number}"),
        dialogue=DIALOGUE,
        account=f"account-{number}",
        name=f"Person {number}",
        role=Role.MEMBER if number else Role.FACILITATOR,
        joined_at=MONDAY - timedelta(days=1),
        consent=Consent(99, 1, frozenset(Use)),
    )


def contributions(count: int, first: int = 0) -> tuple[FormSubmitted, ...]:
    """Return what people send in, in turn; the same each time, so that peers write the same rows."""
    return tuple(
        FormSubmitted(
            id=EventId(f"event-{number}"),
            at=MONDAY + number * BETWEEN,
            seed=a_seed(f"event-{number}"),
            community=ROOM,
            account=an_account(number % PEOPLE),
            place=HERE,
            ticket=Ticket(Action.CONTRIBUTE, ROUND),
            answers={"body": text, "level": "named", "chosen_name": "", "new_to_me": ""},
        )
        for number, text in enumerate(some_texts(count, first), first)
    )


def some_texts(count: int, first: int = 0) -> Iterator[str]:
    """Return texts of 20 to 60 words, no two alike."""
    chance = Random(first)
    for number in range(first, first + count):
        words = chance.choices(_WORDS.split(), k=chance.randint(20, 60))
        yield f"{number}: {' '.join(words).capitalize()}."


def a_moment(name: str) -> CameDue:
    """Return an event that nobody caused, to keep something with."""
    return CameDue(
        id=EventId(name),
        at=MONDAY,
        seed=a_seed(name),
        community=ROOM,
        ticket=Ticket(Action.CLOSE_ROUND, ROUND),
        occurrence=OccurrenceId(name),
    )


def an_account(number: int) -> Account:
    """Return how the platform knows a member."""
    return Account(community=ROOM, id=f"account-{number}", name=f"Person {number}")


def a_seed(name: str) -> Seed:
    """Return 32 bytes that stand for chance, the same for the same *name*."""
    return Seed(sha256(name.encode()).digest())
