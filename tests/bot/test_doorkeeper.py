"""Who is let in, to what, and with which words everybody else is told why not."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from bot.acts import ACTS, Act, Door
from bot.dialogue.appeals import Appeal
from bot.dialogue.assets import Asset
from bot.dialogue.check_ins import CheckIn
from bot.dialogue.consent import Consent
from bot.dialogue.contributions import Contribution
from bot.dialogue.decisions import Decision
from bot.dialogue.dialogues import Dialogue, DialogueState
from bot.dialogue.dissent import MinorityNote
from bot.dialogue.divergences import Divergence
from bot.dialogue.follow_ups import Commitment
from bot.dialogue.interpretations import Interpretation
from bot.dialogue.lines import Line
from bot.dialogue.members import Member, Role
from bot.dialogue.objections import Objection
from bot.dialogue.places import Account, Community, Place
from bot.dialogue.remarks import Remark
from bot.dialogue.rhythm import Schedule
from bot.dialogue.rounds import Round
from bot.dialogue.standing import Everybody, Other, Standing
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.understandings import Restatement, UnderstandingCheck
from bot.dialogue.ways_back import WayBack
from bot.doorkeeper import NotJoined, WhichRound, admit, admit_moment
from bot.errors import DialogueClosed, NotAllowed, NotFound, Refusal
from bot.identifiers import AppealId, DialogueId, DivergenceId, MemberId
from bot.speech.asking import Asking
from bot.speech.events import Asked
from storage.database import open_in_memory
from tests.mirrored import LADDER, PROMISE
from tests.notes import a_line, an_interpretation
from tests.people import (
    ADA,
    AGREED,
    BEN,
    CHIDI,
    ELSEWHERE,
    EVERYBODY,
    GARDEN,
    HERE,
    HOUSE,
    MONDAY,
    ROOM,
    a_contribution,
    a_member,
    a_round,
    a_schedule,
    account,
    account_of,
    came_due,
    pressed,
    typed,
)
from tests.statements import CHECK_IN, DECISION, NOTE, OBJECTION, QUESTION, STATEMENT
from tests.storage.memory import Memory
from tests.understandings import CHECK, a_restatement
from tests.ways import WAY

LIFT = a_contribution(BEN, 1)
APART = Divergence(
    id=DivergenceId("apart"), dialogue=GARDEN.id, positions=(LIFT.id,), marked_by=BEN.id, made_at=MONDAY
)
COMPLAINT = Appeal(id=AppealId("appeal"), dialogue=GARDEN.id, member=BEN.id, about=None, made_at=MONDAY)
THURSDAYS = a_schedule()
SUBJECTS: dict[type, str] = {
    Place: GARDEN.id,
    Dialogue: GARDEN.id,
    Round: a_round().id,
    Contribution: LIFT.id,
    Divergence: APART.id,
    Appeal: COMPLAINT.id,
    CheckIn: CHECK_IN.id,
    MinorityNote: NOTE.id,
    WayBack: WAY.id,
    Line: a_line(LIFT).id,
    Interpretation: an_interpretation(ADA, LIFT).id,
    Schedule: THURSDAYS.id,
    Member: BEN.id,
    Asset: LADDER.id,
    Commitment: PROMISE.id,
    Remark: QUESTION.id,
    Objection: OBJECTION.id,
    Decision: DECISION.id,
    UnderstandingCheck: CHECK.id,
    Restatement: a_restatement(BEN, 1).id,
}

PEOPLE: dict[str, Member | Account] = {
    "a facilitator": ADA,
    "a member": BEN,
    "an observer": a_member("Olga", Role.OBSERVER),
    "somebody who has not said yes": a_member("Yan", consent=None),
    "somebody who said yes to an older notice": a_member("Old", consent=Consent(HOUSE.notice.version - 1, 1)),
    "somebody who said yes to other facts": a_member("Ever", consent=Consent(HOUSE.notice.version, 0)),
    "somebody who has left": replace(a_member("Leo", Role.FACILITATOR), has_left=True),
    "a stranger": account("Stranger"),
    "a stranger who manages the channel": account("Manager", may_manage=True),
}
LET_IN = {
    Door.ANYONE: set(PEOPLE),
    Door.MANAGER: {"a stranger who manages the channel"},
    Door.MEMBERS: {
        "a facilitator", "a member", "an observer", "somebody who has not said yes",
        "somebody who said yes to an older notice", "somebody who said yes to other facts",
    },
    Door.VOICES: {"a facilitator", "a member"},
    Door.FACILITATORS: {"a facilitator"},
    Door.CLOCK: set[str](),
}  # fmt: skip
TOLD = {
    Door.MANAGER: "refusals-managers-only",
    Door.FACILITATORS: "refusals-facilitators-only",
    Door.CLOCK: "refusals-button",
}
TOLD_MEMBERS = {
    "an observer": "refusals-observers-read",
    "somebody who has not said yes": "refusals-not-joined",
    "somebody who said yes to an older notice": "refusals-consent-again",
    "somebody who said yes to other facts": "refusals-consent-again",
    "somebody who has left": "refusals-left",
    "a stranger": "refusals-not-joined",
    "a stranger who manages the channel": "refusals-not-joined",
}


@pytest.fixture(scope="module")
def memory() -> Iterator[Memory]:
    """The garden, with something of every kind in it and people of every kind around it; only to look at."""
    yield from garden()


@pytest.fixture
def changing() -> Iterator[Memory]:
    """The same, for a test that changes it."""
    yield from garden()


@pytest.fixture
def ended(changing: Memory) -> Memory:
    """The same, after the dialogue has ended."""
    changing.keep(replace(changing.get(Dialogue, GARDEN.id), state=DialogueState.CLOSED))
    return changing


def garden() -> Iterator[Memory]:
    """Make the garden, and close it in the end."""
    made = Memory(open_in_memory()).with_garden()
    made.keep(*(who for who in PEOPLE.values() if isinstance(who, Member) and who not in EVERYBODY))
    made.say(LIFT)
    kept = (STATEMENT, CHECK_IN, NOTE, QUESTION, OBJECTION, DECISION, WAY, LADDER, PROMISE)
    made.keep(APART, COMPLAINT, THURSDAYS, *(replace(fact, version=0) for fact in kept))
    sense = (a_line(LIFT), an_interpretation(ADA, LIFT), CHECK, a_restatement(BEN, 1))
    made.keep(*(replace(fact, version=0) for fact in sense))
    yield made
    made.close()


def let_in(memory: Memory, event: Asked, act: Act[Any] | None = None) -> tuple[object, Asking]:
    """Ask to be let in."""
    with memory.store.reading(event.community) as work:
        found = act or ACTS[event.ticket.action]
        return admit(event, found, found.asked_loads, HOUSE, work)


def refusal(memory: Memory, event: Asked) -> Refusal:
    """Ask to be let in, and be refused."""
    with pytest.raises(Refusal) as refused:
        let_in(memory, event)
    return refused.value


@pytest.mark.parametrize("who", PEOPLE)
@pytest.mark.parametrize("action", Action)
def test_each_door_opens_for_those_it_is_for(action: Action, who: str, memory: Memory) -> None:
    """Every action, every kind of person: let in, or told why not (T13)."""
    act = ACTS[action]
    event = typed(PEOPLE[who], Ticket(action, SUBJECTS[act.about]))

    if who in LET_IN[act.door]:
        subject, asking = let_in(memory, event)
        assert asking.dialogue is not None
        assert asking.dialogue.id == GARDEN.id
        assert subject == HERE or isinstance(subject, act.about)
        assert set(asking.things) == set(act.asked_loads)
    else:
        refused = refusal(memory, event)
        assert refused.phrase.key == TOLD.get(act.door, TOLD_MEMBERS.get(who))


@pytest.mark.parametrize("action", [action for action in Action if ACTS[action].about is not Place])
def test_nothing_is_found_from_another_workspace(action: Action, memory: Memory) -> None:
    """A ticket that got out opens nothing elsewhere, whoever holds it (A6)."""
    there = Community("web", "another room")
    stolen = replace(account_of(ADA), community=there, may_manage=True)
    event = replace(
        pressed(stolen, Ticket(action, SUBJECTS[ACTS[action].about])),
        community=there,
        place=Place(there, HERE.channel),
    )

    assert refusal(memory, event).phrase.key == "refusals-not-found"


def test_after_the_end_only_looking_and_rights_are_left(ended: Memory) -> None:
    """A dialogue that has ended takes nothing more, and stays readable (B21)."""
    for action, act in ACTS.items():
        who = account("Manager", may_manage=True) if act.door is Door.MANAGER else ADA
        event = typed(who, Ticket(action, SUBJECTS[act.about]))
        if act.door is Door.CLOCK:
            assert refusal(ended, event).phrase.key == "refusals-button"
        elif act.in_closed:
            let_in(ended, event)
        else:
            assert isinstance(refusal(ended, event), DialogueClosed), action


def test_the_door_comes_before_the_end(ended: Memory) -> None:
    """Whoever may not do it learns nothing about whether it could still be done (B20)."""
    refused = refusal(ended, typed(BEN, Ticket(Action.OPEN_ROUND, GARDEN.id)))

    assert refused.phrase.key == "refusals-facilitators-only"


def test_whoever_has_to_join_is_told_which_dialogue(memory: Memory) -> None:
    """The answer carries the button for it."""
    for who in ("a stranger", "somebody who has left", "somebody who said yes to other facts"):
        refused = refusal(memory, typed(PEOPLE[who], Ticket(Action.CONTRIBUTE, a_round().id)))
        assert isinstance(refused, NotJoined)
        assert refused.dialogue == GARDEN.id


# --- which dialogue, which round ---


def test_without_a_ticket_the_dialogue_of_the_place_is_meant(memory: Memory) -> None:
    """People type in the channel that the dialogue is about."""
    subject, asking = let_in(memory, typed(BEN, Ticket(Action.SHOW_MINE)))

    assert subject == asking.dialogue == memory.get(Dialogue, GARDEN.id)


def test_elsewhere_the_only_dialogue_of_a_person_is_meant(changing: Memory) -> None:
    """In a direct message there is no place to go by."""
    event = replace(typed(BEN, Ticket(Action.SHOW_MINE)), place=ELSEWHERE)
    subject, _ = let_in(changing, event)
    kitchen = replace(GARDEN, id=DialogueId("kitchen"), place=Place(ROOM, "cellar"))
    changing.keep(kitchen, replace(BEN, id=MemberId("ben there"), dialogue=kitchen.id))

    assert isinstance(subject, Dialogue)
    assert subject.id == GARDEN.id
    assert refusal(changing, event).phrase.key == "refusals-no-dialogue", (
        "with two of them, nothing is guessed"
    )


def test_help_is_given_where_there_is_no_dialogue(memory: Memory) -> None:
    """Whoever asks for help somewhere else is not told that something was not found."""
    event = replace(typed(account("Stranger"), Ticket(Action.HELP)), place=ELSEWHERE)

    subject, asking = let_in(memory, event)

    assert (subject, asking.dialogue, asking.member) == (ELSEWHERE, None, None)


def test_members_only_needs_a_dialogue_to_be_a_member_of(memory: Memory) -> None:
    """An action about a place that is for members says so where nothing is held."""
    act: Act[Place] = Act(about=Place, door=Door.MEMBERS)
    event = replace(typed(account("Stranger"), Ticket(Action.HELP)), place=ELSEWHERE)

    with pytest.raises(NotFound) as refused:
        let_in(memory, event, act)

    assert refused.value.phrase.key == "refusals-no-dialogue"


def test_the_only_open_round_is_meant(memory: Memory) -> None:
    """`say` without a number is clear while one question is open."""
    subject, _ = let_in(memory, typed(BEN, Ticket(Action.CONTRIBUTE)))

    assert subject == memory.get(Round, a_round().id)


def test_with_several_open_rounds_the_person_is_asked(changing: Memory) -> None:
    """Nothing is guessed: words under the wrong question would be answers to something else."""
    changing.keep(a_round(number=2))

    refused = refusal(changing, typed(BEN, Ticket(Action.CONTRIBUTE)))

    assert isinstance(refused, WhichRound)
    assert [round.id for round in refused.rounds] == [a_round().id, a_round(number=2).id]
    assert refused.ticket == Ticket(Action.CONTRIBUTE)


def test_with_no_open_round_that_is_said(changing: Memory) -> None:
    """It is another answer than "not found": the person did nothing wrong."""
    changing.keep(replace(changing.get(Round, a_round().id), closed_at=MONDAY))

    assert refusal(changing, typed(BEN, Ticket(Action.CONTRIBUTE))).phrase.key == "refusals-no-open-round"


@pytest.mark.parametrize(
    "action", [Action.WITHDRAW, Action.STANCE, Action.AGREE_TO_DIFFER, Action.ANSWER_APPEAL]
)
def test_a_button_that_lost_its_subject_never_means_a_round(action: Action, memory: Memory) -> None:
    """A round taken for somebody's words would end in a fault of ours (B18)."""
    assert refusal(memory, pressed(ADA, Ticket(action))).phrase.key == "refusals-button"


def test_a_number_is_looked_up_in_the_dialogue_of_the_place(memory: Memory) -> None:
    """People say #1, not an id."""
    subject, _ = let_in(memory, typed(BEN, Ticket(Action.SHOW_ENTRY, "1")))

    assert subject == memory.get(Contribution, LIFT.id)
    assert refusal(memory, typed(BEN, Ticket(Action.SHOW_ENTRY, "9"))).phrase.key == "refusals-not-found"
    nowhere = replace(typed(account("Stranger"), Ticket(Action.SHOW_ENTRY, "1")), place=ELSEWHERE)
    assert refusal(memory, nowhere).phrase.key == "refusals-no-dialogue"


@pytest.mark.parametrize("subject", ["²", "٣", "9" * 80, "nothing", "garden"])
def test_a_tampered_subject_is_not_found(subject: str, memory: Memory) -> None:
    """Whatever comes back from a platform may have been edited on the way (A4, B26)."""
    assert refusal(memory, pressed(BEN, Ticket(Action.STANCE, subject))).phrase.key == "refusals-not-found"


# --- what is loaded ---


def test_a_second_contribution_is_loaded_as_it_was_typed(changing: Memory) -> None:
    """`differ 1 2`: the second number is an option, and only of a command."""
    stairs = a_contribution(CHIDI, 2)
    changing.say(stairs)
    act: Act[Contribution] = Act(about=Contribution, door=Door.VOICES, asked_loads=(Other,))

    _, asking = let_in(changing, typed(BEN, Ticket(Action.DIFFER, "1"), other="#2"), act)
    _, by_button = let_in(changing, pressed(BEN, Ticket(Action.DIFFER, LIFT.id)), act)
    _, without = let_in(changing, typed(BEN, Ticket(Action.DIFFER, "1")), act)

    other = asking.loaded(Other).contribution
    assert other is not None
    assert other.id == stairs.id
    assert by_button.loaded(Other).contribution is without.loaded(Other).contribution is None


def test_a_moment_is_let_in_without_anybody(memory: Memory) -> None:
    """A round closes when its time comes, whoever is there."""
    with memory.store.reading(ROOM) as work:
        event = came_due(Ticket(Action.CLOSE_ROUND, a_round().id))
        subject, asking = admit_moment(event, ACTS[Action.CLOSE_ROUND], (Standing, Everybody), HOUSE, work)
        about_all, _ = admit_moment(
            came_due(Ticket(Action.EXPORT, GARDEN.id)), ACTS[Action.EXPORT], (), HOUSE, work
        )
        with pytest.raises(NotFound):
            admit_moment(
                came_due(Ticket(Action.CLOSE_ROUND, "gone")), ACTS[Action.CLOSE_ROUND], (), HOUSE, work
            )

    assert isinstance(subject, Round)
    assert (asking.member, asking.here.id) == (None, GARDEN.id)
    assert len(asking.loaded(Everybody).members) == len({*EVERYBODY, *PEOPLE.values()} - set(strangers()))
    assert isinstance(about_all, Dialogue)


def strangers() -> list[Account]:
    """Return those who are no members."""
    return [who for who in PEOPLE.values() if isinstance(who, Account)]


def test_consent_to_the_notice_of_today_covers_older_ones_and_not_newer_ones() -> None:
    """A new notice asks everybody again, and nobody twice for the same."""
    assert AGREED.covers(HOUSE.notice.version, GARDEN.facts)
    assert not AGREED.covers(HOUSE.notice.version + 1, GARDEN.facts)
    assert not AGREED.covers(HOUSE.notice.version, GARDEN.facts + 1)
    assert issubclass(NotJoined, NotAllowed)
