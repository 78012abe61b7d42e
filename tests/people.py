"""
The people of the tests, and the garden they talk about.

Ada runs the dialogue; Ben, Chidi and Dana take part; it is a Monday at noon. Everything is a plain value:
take one, or `replace` a field of it.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot.dialogue.attribution import ALL_LEVELS, Attribution
from bot.dialogue.cadence import Cadence, Every
from bot.dialogue.consent import Consent, Use
from bot.dialogue.contributions import Contribution, ContributionState, Revision
from bot.dialogue.dialogues import Constraint, ConstraintKind, Dialogue, DialogueState
from bot.dialogue.framework import Mechanism, Theme
from bot.dialogue.limits import Limits
from bot.dialogue.members import Member, Role
from bot.dialogue.places import Account, Community, Place
from bot.dialogue.record import Record
from bot.dialogue.rhythm import Audience, Schedule
from bot.dialogue.rounds import Reveal, Round
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.turns import TurnKind
from bot.identifiers import (
    ContributionId,
    DialogueId,
    EventId,
    MemberId,
    OccurrenceId,
    RevisionId,
    RoundId,
    ScheduleId,
    Seed,
)
from bot.speech.asking import Asking, House
from bot.speech.consent_notice import ConsentNotice
from bot.speech.events import CameDue, ChoicePicked, CommandGiven, FormSubmitted, TextWritten
from bot.speech.library import Library, Prompt

# --- where and when ---

MONDAY = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
TODAY = MONDAY.date()
A_MINUTE = timedelta(minutes=1)
A_DAY = timedelta(days=1)
A_WEEK = timedelta(days=7)

ROOM = Community("web", "room")
HERE = Place(ROOM, "garden")
ELSEWHERE = Place(ROOM, "kitchen")
SEED = Seed(bytes(range(32)))

# --- the house ---

NOTICE = ConsentNotice(1, "In short.\n\n## More\n\nAt length.")
LIBRARY = Library(
    (
        Prompt(
            id="INT-1",
            mechanism=Mechanism.INTENTIONS,
            theme=Theme.WHY,
            what="your reasons",
            question="What brings you here?",
            page="intentions",
        ),
        Prompt(
            id="INT-8",
            mechanism=Mechanism.INTENTIONS,
            theme=Theme.WHY,
            what="a good year",
            question="What would be a good year for the garden?",
            page="intentions",
        ),
        Prompt(
            id="PWR-1",
            mechanism=None,
            theme=None,
            what="who is heard",
            question="Who is heard here?",
            page="power",
        ),
    )
)
HOUSE = House(LIBRARY, NOTICE)

# --- the dialogue ---

GARDEN = Dialogue(
    id=DialogueId("garden"),
    place=HERE,
    started_by=MemberId("ada"),
    started_at=MONDAY - A_DAY,
    title="A garden for everybody",
    purpose="Find out what the garden is for.",
    decides="The residents' meeting, on 1 June.",
    constraints=(
        Constraint(ConstraintKind.FIXED, "The budget is 900 euros."),
        Constraint(ConstraintKind.OPEN, "What grows there."),
    ),
    support="Ada, 0123 456, Mondays to Fridays 9-17.",
    keeping="Two years.",
    run_by="Ada, ada@garden.example",
    state=DialogueState.OPEN,
    opened_at=MONDAY - A_DAY,
)

# --- the people ---

ALL_USES = frozenset(Use)
AGREED = Consent(NOTICE.version, GARDEN.facts)


def a_member(
    name: str,
    role: Role = Role.MEMBER,
    *,
    consent: Consent | None = AGREED,
    chosen_name: str = "",
    level: Attribution | None = None,
) -> Member:
    """Return a member of the garden who has agreed to the notice as it stands."""
    return Member(
        id=MemberId(name.lower()),
        dialogue=GARDEN.id,
        account=f"account-of-{name.lower()}",
        name=name,
        role=role,
        joined_at=MONDAY - A_DAY,
        consent=consent,
        chosen_name=chosen_name,
        level=level,
    )


ADA = a_member("Ada", Role.FACILITATOR)
BEN = a_member("Ben", chosen_name="Heron")
CHIDI = a_member("Chidi")
DANA = a_member("Dana")
EVERYBODY = (ADA, BEN, CHIDI, DANA)


def account(name: str, *, may_manage: bool = False) -> Account:
    """Return the account of somebody, who need not be a member."""
    return Account(community=ROOM, id=f"account-of-{name.lower()}", name=name, may_manage=may_manage)


def account_of(who: Member | Account) -> Account:
    """Return the account of a member; an account is its own."""
    if isinstance(who, Account):
        return who
    return Account(community=ROOM, id=who.account, name=who.name)


# --- what they say ---


def a_round(
    reveal: Reveal = Reveal.OPEN, *, levels: tuple[Attribution, ...] = ALL_LEVELS, number: int = 1
) -> Round:
    """Return a round that was opened this morning and closes in a week."""
    return Round(
        id=RoundId(f"round-{number}"),
        dialogue=GARDEN.id,
        place=HERE,
        number=number,
        question="What is the garden for?",
        mechanism=Mechanism.DIALOGUE,
        theme=Theme.WHAT,
        reveal=reveal,
        levels=levels,
        opened_at=MONDAY - timedelta(hours=3),
        closes_at=MONDAY + A_WEEK,
    )


def a_preview() -> Round:
    """Return a round that only the facilitator has seen."""
    return replace(a_round(), number=0, opened_at=None)


def a_contribution(
    author: Member,
    number: int = 1,
    *,
    level: Attribution = Attribution.NAMED,
    round: Round | None = None,
    to: Contribution | None = None,
    turn: TurnKind | None = None,
    state: ContributionState = ContributionState.LIVE,
    is_new_to_me: bool = False,
) -> Contribution:
    """Return words an hour old that the group can see; number 0: words without a name that still wait."""
    return Contribution(
        id=ContributionId(f"{author.id}-{number}"),
        dialogue=GARDEN.id,
        round=round.id if round else a_round().id,
        number=number,
        member=author.id,
        level=level,
        shown_name=author.shown_as(level),
        made_at=MONDAY - timedelta(hours=1),
        shared_on=TODAY if number else None,
        to=to.id if to else None,
        turn=turn,
        state=state,
        state_on=None if state is ContributionState.LIVE else TODAY,
        is_new_to_me=is_new_to_me,
    )


def a_revision(contribution: Contribution, body: str = "", number: int = 1) -> Revision:
    """Return the words of a contribution."""
    return Revision(
        id=RevisionId(f"{contribution.id}-version-{number}"),
        of=contribution.id,
        dialogue=contribution.dialogue,
        number=number,
        body=body or f"Words of {contribution.id}.",
        made_at=contribution.made_at,
    )


def a_record(
    contributions: Iterable[Contribution],
    *,
    rounds: tuple[Round, ...] = (),
    members: Iterable[Member] = EVERYBODY,
) -> Record:
    """Return a record of the garden in which each contribution has one revision."""
    kept = tuple(contributions)
    return Record(
        dialogue=GARDEN,
        members={member.id: member for member in members},
        rounds=rounds or (a_round(),),
        contributions=kept,
        revisions={c.id: (a_revision(c),) for c in kept},
        head="the head",
    )


def a_schedule(audience: Audience = Audience.PLACE, **changed: Any) -> Schedule:
    """Return something that returns on Thursdays at six, for the place or for each member."""
    kept: dict[str, Any] = {
        "id": ScheduleId("thursdays"),
        "dialogue": GARDEN.id,
        "number": 1,
        "action": Action.POST_PLANNED,
        "subject": a_round().id,
        "audience": audience,
        "cadence": Cadence(every=Every.WEEKS, weekdays=(3,)),
        "time": time(18, 0),
        "zone": GARDEN.zone,
        "begins": TODAY,
        "made_at": MONDAY,
    }
    return Schedule(**kept | changed)


# --- what happens ---


def asking(
    member: Member | None = None,
    *things: object,
    dialogue: Dialogue | None = GARDEN,
    limits: Limits | None = None,
    house: House = HOUSE,
) -> Asking:
    """Return who asks, with *things* loaded as the table of acts says."""
    held = replace(house, limits=limits) if limits else house
    return Asking(held, dialogue, member, {type(thing): thing for thing in things})


def typed(who: Member | Account, ticket: Ticket, at: datetime = MONDAY, /, **options: str) -> CommandGiven:
    """Somebody typed a command with its options."""
    return CommandGiven(
        id=EventId(f"command {ticket} {at}"),
        at=at,
        seed=SEED,
        community=ROOM,
        account=account_of(who),
        place=HERE,
        ticket=ticket,
        options=options,
    )


def pressed(who: Member | Account, ticket: Ticket, at: datetime = MONDAY) -> ChoicePicked:
    """Somebody pressed a button."""
    return ChoicePicked(
        id=EventId(f"choice {ticket} {at}"),
        at=at,
        seed=SEED,
        community=ROOM,
        account=account_of(who),
        place=HERE,
        ticket=ticket,
    )


def sent(who: Member | Account, ticket: Ticket, at: datetime = MONDAY, /, **answers: str) -> FormSubmitted:
    """Somebody sent a form in."""
    return FormSubmitted(
        id=EventId(f"form {ticket} {at}"),
        at=at,
        seed=SEED,
        community=ROOM,
        account=account_of(who),
        place=HERE,
        ticket=ticket,
        answers=answers,
    )


def wrote(who: Member | Account, text: str, *, is_direct: bool = False, round: str = "") -> TextWritten:
    """Somebody wrote to the bot, directly or by mentioning it in the place."""
    return TextWritten(
        id=EventId(f"text {text}"),
        at=MONDAY,
        seed=SEED,
        community=ROOM,
        account=account_of(who),
        place=HERE,
        text=text,
        is_direct=is_direct,
        round=round,
    )


def came_due(ticket: Ticket, at: datetime = MONDAY) -> CameDue:
    """A planned moment came."""
    return CameDue(
        id=EventId(f"due {ticket} {at}"),
        at=at,
        seed=SEED,
        community=ROOM,
        ticket=ticket,
        occurrence=OccurrenceId(f"occurrence {ticket}"),
    )


def day_after(days: int) -> date:
    """Return a day counted from the Monday of the tests."""
    return TODAY + timedelta(days=days)
