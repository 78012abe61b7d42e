"""One transaction in one workspace: once, whole, in turn, and never beyond the wall."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.dialogue.appeals import Appeal
from bot.dialogue.contributions import Contribution
from bot.dialogue.dialogues import Dialogue, DialogueState
from bot.dialogue.divergences import Divergence
from bot.dialogue.members import Member, Role
from bot.dialogue.places import Community, Place
from bot.dialogue.record import Record
from bot.dialogue.rhythm import Occurrence
from bot.dialogue.rounds import Round
from bot.dialogue.stances import Stance, StanceKind
from bot.dialogue.standing import (
    Answered,
    AtPlace,
    Everybody,
    InRound,
    LedgerPage,
    Mine,
    Other,
    Positions,
    Recent,
    RecentStances,
    RoundOf,
    Rounds,
    Standing,
    Words,
)
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.waiting import StillWaiting
from bot.errors import NotFound, StaleState
from bot.identifiers import AppealId, DialogueId, DivergenceId, MemberId, OccurrenceId, WaitingId
from bot.speech.effects import Deed, Effects, Silence, Telling
from bot.words import Phrase, Quote
from storage.schema import T
from tests.people import (
    A_DAY,
    ADA,
    BEN,
    CHIDI,
    DANA,
    ELSEWHERE,
    GARDEN,
    HERE,
    MONDAY,
    ROOM,
    TODAY,
    a_contribution,
    a_preview,
    a_revision,
    a_round,
    account_of,
)  # fmt: skip
from tests.storage.memory import Memory

OTHER_ROOM = Community("web", "other room")
NOTHING = Effects(reply=Silence())
LIFT = a_contribution(BEN, 1)
STAIRS = a_contribution(CHIDI, 2)
APART = Divergence(
    id=DivergenceId("apart"),
    dialogue=GARDEN.id,
    positions=(LIFT.id, STAIRS.id),
    marked_by=DANA.id,
    made_at=MONDAY,
)
COMPLAINT = Appeal(id=AppealId("appeal"), dialogue=GARDEN.id, member=BEN.id, about=LIFT.id, made_at=MONDAY)
CLOSING = Occurrence(
    id=OccurrenceId("closing"), dialogue=GARDEN.id, ticket=Ticket(Action.CLOSE_ROUND, a_round().id),
    day=TODAY, time=MONDAY.time(), zone="UTC",
)  # fmt: skip
TOLD = Telling(
    id=WaitingId("told"), member=BEN.id, phrase=Phrase("answer-told"), action=Action.ANSWER, subject="2"
)


@pytest.fixture
def full(memory: Memory) -> Memory:
    """The garden, with something of every kind in it."""
    memory.say(LIFT, "A lift")
    memory.say(STAIRS, "Stairs")
    stance = Stance(
        contribution=LIFT.id, member=CHIDI.id, dialogue=GARDEN.id, kind=StanceKind.SAME, made_at=MONDAY
    )
    deed = Deed(action=Action.HOLD, target=LIFT.id, reason="unsafe")
    memory.keep(APART, COMPLAINT, CLOSING, stance, tell=(TOLD,), deed=deed)
    return memory


def count(memory: Memory, table: Any) -> int:
    """Return how many rows a table has."""
    return int(memory.rows(select(func.count()).select_from(table))[0][0])


# --- once ---


def test_an_event_is_handled_once_however_often_it_comes(memory: Memory) -> None:
    """Platforms deliver twice; a person said it once (C3)."""
    event = memory.event("said by Ben")

    with memory.store.batch([event, event]) as batch:
        work = batch.work(ROOM)
        first = work.has_handled(event)
        work.keep(event, NOTHING, None, None)
        second = work.has_handled(event)
    with memory.store.batch([event]) as batch:
        third = batch.work(ROOM).has_handled(event)
    with memory.store.reading(ROOM) as work:
        fourth = work.has_handled(event)

    assert (first, second, third, fourth) == (False, True, True, True)


def test_an_event_that_was_never_kept_comes_again(memory: Memory) -> None:
    """What failed may be tried again; only what was kept counts as handled."""
    event = memory.event()

    with pytest.raises(ZeroDivisionError), memory.store.batch([event]) as batch:  # noqa: PT012 - it breaks later
        batch.work(ROOM).keep(event, NOTHING, None, None)
        _ = 1 / 0

    with memory.store.batch([event]) as batch:
        assert not batch.work(ROOM).has_handled(event)


# --- whole ---


def test_a_batch_keeps_everything_or_nothing(memory: Memory) -> None:
    """One commit for many events means that one failure must not leave half of them."""
    events = [memory.event(), memory.event()]

    with pytest.raises(ZeroDivisionError), memory.store.batch(events) as batch:  # noqa: PT012 - it breaks later
        work = batch.work(ROOM)
        work.keep(events[0], Effects(reply=Silence(), keep=(LIFT, a_revision(LIFT))), GARDEN.id, BEN.id)
        assert work.get(Contribution, LIFT.id).number == 1
        _ = 1 / 0

    assert count(memory, T.contribution) == count(memory, T.revision) == count(memory, T.ledger) == 0


def test_whoever_was_slower_is_told_to_decide_again(memory: Memory) -> None:
    """Two people who change the same thing must not undo each other."""
    dialogue = memory.get(Dialogue, GARDEN.id)
    memory.keep(replace(dialogue, title="First"))

    with pytest.raises(StaleState):
        memory.keep(replace(dialogue, title="Second"))

    assert memory.get(Dialogue, GARDEN.id).title == "First"
    assert memory.get(Dialogue, GARDEN.id).version == dialogue.version + 1


# --- in turn ---


def test_each_event_of_a_batch_sees_what_the_one_before_left(memory: Memory) -> None:
    """Sixty-four people share a commit, and each must be answered as if alone."""
    events = [memory.event() for _ in range(3)]
    seen = []

    with memory.store.batch(events) as batch:
        for number, event in enumerate(events, start=1):
            work = batch.work(ROOM)
            standing = work.load(Standing, GARDEN.id, BEN.id, "")
            has_answered = work.load(Answered, GARDEN.id, BEN.id, a_round().id).has
            said = len(work.load(Recent, GARDEN.id, BEN.id, "").said)
            seen.append((standing.contributions, has_answered, said))
            brought = a_contribution(BEN, number)
            facts = Effects(reply=Silence(), keep=(brought, a_revision(brought)))
            work.keep(event, facts, GARDEN.id, BEN.id)

    assert seen == [(0, False, 0), (1, True, 1), (2, True, 2)]


def test_who_joins_counts_for_the_next_event_of_the_same_batch(memory: Memory) -> None:
    """Whether leaving the name off hides anybody depends on how many take part now."""
    events = [memory.event(), memory.event()]
    emil = replace(BEN, id=MemberId("emil"), account="account-of-emil", version=0)

    with memory.store.batch(events) as batch:
        work = batch.work(ROOM)
        before = work.load(Standing, GARDEN.id, None, "").eligible
        work.keep(events[0], Effects(reply=Silence(), keep=(emil,)), GARDEN.id, emil.id)
        after = work.load(Standing, GARDEN.id, None, "").eligible

    assert (before, after) == (4, 5)


def test_who_starts_a_dialogue_stays_a_member_of_the_others_in_the_same_batch(memory: Memory) -> None:
    """Somebody who starts a second dialogue and answers in the first at once is one person."""
    elsewhere = replace(GARDEN, id=DialogueId("kitchen"), place=ELSEWHERE)
    ada_there = replace(ADA, id=MemberId("ada there"), dialogue=elsewhere.id)
    event = memory.event()

    with memory.store.batch([event]) as batch:
        work = batch.work(ROOM)
        work.keep(event, Effects(reply=Silence(), keep=(elsewhere, ada_there)), None, None)
        here, there = (work.member(account_of(ADA), dialogue.id) for dialogue in (GARDEN, elsewhere))

    assert here is not None
    assert here.id == ADA.id
    assert there is not None
    assert there.id == ada_there.id


def test_a_stance_takes_the_place_of_the_earlier_one(full: Memory) -> None:
    """One person, one stance on each contribution; a change of mind is no second voice."""
    stance = Stance(
        contribution=LIFT.id, member=CHIDI.id, dialogue=GARDEN.id, kind=StanceKind.UNSURE, made_at=MONDAY
    )
    full.keep(stance, replace(stance, kind=StanceKind.DIFFERENTLY))

    assert [row.kind for row in full.rows(select(T.stance))] == ["differently"]


def test_stances_of_the_last_minute_are_counted_within_the_batch_too(full: Memory) -> None:
    """A limit that forgets what stands in the same transaction is none."""
    event = replace(full.event(), at=MONDAY + timedelta(seconds=30))
    stance = Stance(
        contribution=STAIRS.id, member=CHIDI.id, dialogue=GARDEN.id, kind=StanceKind.SAME, made_at=event.at
    )

    with full.store.batch([event]) as batch:
        work = batch.work(ROOM)
        before = work.load(RecentStances, GARDEN.id, CHIDI.id, "").count
        work.keep(event, Effects(reply=Silence(), keep=(stance,)), GARDEN.id, CHIDI.id)
        after = work.load(RecentStances, GARDEN.id, CHIDI.id, "").count

    assert (before, after) == (1, 2)


# --- the wall ---


@pytest.mark.parametrize(
    "thing", [GARDEN, ADA, a_round(), LIFT, APART, COMPLAINT, CLOSING], ids=lambda thing: type(thing).__name__
)
def test_another_workspace_finds_nothing_by_its_id(thing: Any, full: Memory) -> None:
    """An id that got out must open nothing elsewhere (I1)."""
    kind = type(thing)
    assert full.get(kind, thing.id).id == thing.id

    with pytest.raises(NotFound):
        full.get(kind, thing.id, OTHER_ROOM)


def test_another_workspace_finds_nothing_in_the_same_transaction(full: Memory) -> None:
    """One transaction serves events of many workspaces; what it remembers must not cross over."""
    with full.store.batch([full.event()]) as batch:
        assert batch.work(ROOM).get(Contribution, LIFT.id) == batch.work(ROOM).get(Contribution, LIFT.id)
        with pytest.raises(NotFound):
            batch.work(OTHER_ROOM).get(Contribution, LIFT.id)


def test_another_workspace_loads_nothing(full: Memory) -> None:
    """What the table of actions has loaded is bound to the workspace as well."""
    with full.store.reading(OTHER_ROOM) as work:
        assert work.dialogue_at(Place(OTHER_ROOM, HERE.channel)) is None
        assert work.dialogues_of(account_of(BEN)) == ()
        assert work.member(account_of(BEN), GARDEN.id) is None
        assert work.load(Everybody, GARDEN.id, BEN.id, "").members == ()
        assert work.load(Rounds, GARDEN.id, BEN.id, "").rounds == ()
        assert work.load(InRound, GARDEN.id, BEN.id, a_round().id).contributions == ()
        assert work.load(Mine, GARDEN.id, BEN.id, "").contributions == ()
        assert work.load(StillWaiting, GARDEN.id, BEN.id, "").waiting == ()
        assert not work.load(AtPlace, GARDEN.id, BEN.id, HERE.channel).has_open
        assert work.load(Other, GARDEN.id, BEN.id, "1").contribution is None
        for kind, subject in ((Record, ""), (RoundOf, LIFT.id), (Positions, APART.id)):
            with pytest.raises(NotFound):
                work.load(kind, GARDEN.id, BEN.id, subject)
        quotes = [Quote(LIFT.id), Quote(BEN.id), Quote(GARDEN.id)]
        assert list(work.quoted(quotes).values()) == [Phrase("general-gone")] * len(quotes)


# --- what is found ---


@pytest.mark.parametrize("number", ["0", "3", "01", "-1", "²", "٣", "1" * 40, "", "x"])
def test_a_number_that_nothing_has_finds_nothing(number: str, full: Memory) -> None:
    """People mistype, and buttons are tampered with; neither may break anything (B26)."""
    with full.store.reading(ROOM) as work, pytest.raises(NotFound):
        work.get(Contribution, number, GARDEN.id)


def test_a_number_finds_what_has_it_in_this_dialogue(full: Memory) -> None:
    """People say #2, not an id."""
    with full.store.reading(ROOM) as work:
        assert work.get(Contribution, "2", GARDEN.id).id == STAIRS.id
        assert work.get(Round, "1", GARDEN.id).id == a_round().id
        with pytest.raises(NotFound):
            work.get(Contribution, "2", DialogueId("another"))
        with pytest.raises(NotFound):
            work.get(Member, "1", GARDEN.id)


def test_the_dialogue_of_a_place_is_the_open_one_else_the_last(memory: Memory) -> None:
    """A place holds one open dialogue; after it has ended its record is still found there."""
    with memory.store.reading(ROOM) as work:
        assert work.dialogue_at(ELSEWHERE) is None
    kept = memory.get(Dialogue, GARDEN.id)
    prepared = replace(GARDEN, id=DialogueId("next"), state=DialogueState.PREPARED, started_at=MONDAY + A_DAY)
    memory.keep(replace(kept, state=DialogueState.CLOSED), prepared)

    with memory.store.reading(ROOM) as work:
        ended = work.dialogue_at(HERE)
        mine = work.dialogues_of(account_of(BEN))
    memory.keep(replace(memory.get(Dialogue, prepared.id), state=DialogueState.OPEN))
    with memory.store.reading(ROOM) as work:
        begun = work.dialogue_at(HERE)

    assert ended is not None
    assert ended.id == GARDEN.id
    assert begun is not None
    assert begun.id == prepared.id
    assert mine == ()


def test_who_has_left_takes_part_in_nothing(memory: Memory) -> None:
    """A direct message of somebody who left belongs to no round of theirs."""
    ben = memory.get(Member, BEN.id)
    with memory.store.reading(ROOM) as work:
        assert [dialogue.id for dialogue in work.dialogues_of(account_of(BEN))] == [GARDEN.id]

    memory.keep(replace(ben, has_left=True))

    with memory.store.reading(ROOM) as work:
        assert work.dialogues_of(account_of(BEN)) == ()
        assert work.load(Standing, GARDEN.id, None, "").eligible == 3


def test_observers_and_whoever_has_not_agreed_do_not_count(memory: Memory) -> None:
    """Only people who could have written it make up a crowd to hide in."""
    ben, chidi = memory.get(Member, BEN.id), memory.get(Member, CHIDI.id)
    memory.keep(replace(ben, role=Role.OBSERVER), replace(chidi, consent=None))

    with memory.store.reading(ROOM) as work:
        assert work.load(Standing, GARDEN.id, None, "").eligible == 2


def test_everything_an_action_may_ask_for_is_loaded(full: Memory) -> None:
    """Each line of the table of actions names what is loaded; all of it must be what it says."""
    with full.store.reading(ROOM) as work:
        assert [m.id for m in work.load(Everybody, GARDEN.id, None, "").members] == [
            "ada",
            "ben",
            "chidi",
            "dana",
        ]
        assert [r.id for r in work.load(Rounds, GARDEN.id, None, "").rounds] == [a_round().id]
        assert {c.id for c in work.load(InRound, GARDEN.id, None, a_round().id).contributions} == {
            LIFT.id, STAIRS.id,
        }  # fmt: skip
        assert [c.id for c in work.load(Mine, GARDEN.id, BEN.id, "").contributions] == [LIFT.id]
        assert [c.id for c in work.load(Positions, GARDEN.id, None, APART.id).contributions] == [
            LIFT.id,
            STAIRS.id,
        ]
        assert work.load(RoundOf, GARDEN.id, None, LIFT.id).round.id == a_round().id
        assert work.load(Words, GARDEN.id, None, LIFT.id).body == "A lift"
        assert work.load(Words, GARDEN.id, None, "nothing").body == ""
        assert [w.id for w in work.load(StillWaiting, GARDEN.id, BEN.id, "").waiting] == [TOLD.id]
        assert work.load(StillWaiting, GARDEN.id, None, "").waiting == ()
        assert work.load(Mine, GARDEN.id, None, "").contributions == ()
        assert work.load(Recent, GARDEN.id, None, "").said == ()
        assert work.load(RecentStances, GARDEN.id, None, "").count == 0


@pytest.mark.parametrize(
    ("typed", "found"), [("2", STAIRS.id), ("#2", STAIRS.id), ("9", None), ("", None), ("x", None)]
)
def test_a_second_contribution_is_found_as_it_was_typed(typed: str, found: str | None, full: Memory) -> None:
    """`differ 1 2` and `differ 1 #2` mean the same."""
    with full.store.reading(ROOM) as work:
        other = work.load(Other, GARDEN.id, BEN.id, typed).contribution

    assert (other.id if other else None) == found


def test_who_has_answered_is_found_by_round_or_by_contribution(full: Memory) -> None:
    """What a reader may see of an answer depends on whether they have answered its round."""
    with full.store.reading(ROOM) as work:
        by_round = work.load(Answered, GARDEN.id, BEN.id, a_round().id).has
        work.get(Contribution, STAIRS.id)
        by_contribution = work.load(Answered, GARDEN.id, BEN.id, STAIRS.id).has
        of_dana = work.load(Answered, GARDEN.id, DANA.id, STAIRS.id).has
        of_nobody = work.load(Answered, GARDEN.id, None, a_round().id).has

    assert (by_round, by_contribution, of_dana, of_nobody) == (True, True, False, False)


def test_a_preview_is_nobodys_to_load(memory: Memory) -> None:
    """A question that only its author has seen stands in no list and no record."""
    preview = replace(a_preview(), id=a_round(number=2).id)
    memory.keep(preview)

    with memory.store.reading(ROOM) as work:
        assert [r.id for r in work.load(Rounds, GARDEN.id, None, "").rounds] == [a_round().id]
        assert [r.id for r in work.load(Record, GARDEN.id, None, "").rounds] == [a_round().id]


def test_whether_a_place_is_free_is_asked_by_place_or_by_dialogue(memory: Memory) -> None:
    """Starting asks about the channel, finishing about the channel of what was prepared."""
    with memory.store.reading(ROOM) as work:
        work.get(Dialogue, GARDEN.id)
        assert work.load(AtPlace, GARDEN.id, None, HERE.channel).has_open
        assert work.load(AtPlace, GARDEN.id, None, GARDEN.id).has_open
        assert not work.load(AtPlace, GARDEN.id, None, ELSEWHERE.channel).has_open


def test_the_ledger_page_shows_reasons_and_whether_the_chain_holds(full: Memory) -> None:
    """Members see what was done and why; a broken chain is said, not hidden."""
    with full.store.reading(ROOM) as work:
        page = work.load(LedgerPage, GARDEN.id, None, "")
    full.drop_trigger("ledger_is_never_changed")
    full.change_behind("UPDATE ledger SET level = 'unnamed' WHERE number = 1")
    with full.store.reading(ROOM) as work:
        broken = work.load(LedgerPage, GARDEN.id, None, "")

    assert [(entry.kind, reason) for entry, reason in page.entries] == [
        ("contribution", ""), ("contribution", ""), ("act", "unsafe"),
    ]  # fmt: skip
    assert (page.total, page.holds, page.names[ADA.id]) == (3, True, "Ada")
    assert not broken.holds


def test_a_record_holds_everything_in_order(full: Memory) -> None:
    """Exports and lists are made from it, and nothing they need is asked for twice."""
    full.keep(replace(a_revision(LIFT, "A lift or a ramp", 2), made_at=MONDAY))

    with full.store.reading(ROOM) as work:
        record = work.load(Record, GARDEN.id, None, "")

    assert list(record.members) == ["ada", "ben", "chidi", "dana"]
    assert [c.id for c in record.contributions] == [LIFT.id, STAIRS.id]
    assert [r.body for r in record.revisions[LIFT.id]] == ["A lift", "A lift or a ramp"]
    assert [s.kind for s in record.stances] == [StanceKind.SAME]
    assert [d.id for d in record.divergences] == [APART.id]
    assert [a.id for a in record.appeals] == [COMPLAINT.id]
    assert len(record.head) == 64


# --- what waits for somebody ---


def test_what_waits_is_told_once_and_stays_in_the_list(full: Memory) -> None:
    """It stands under one answer, not under each; and in `mine` until it is seen to."""
    with full.store.batch([full.event()]) as batch:
        work = batch.work(ROOM)
        first, second = work.untold(BEN.id), work.untold(BEN.id)
        nothing = work.untold(DANA.id)
    with full.store.batch([full.event()]) as batch:
        third = batch.work(ROOM).untold(BEN.id)

    assert [waiting.id for waiting in first] == [TOLD.id]
    assert second == third == nothing == ()
    with full.store.reading(ROOM) as work:
        assert len(work.load(StillWaiting, GARDEN.id, BEN.id, "").waiting) == 1


def test_what_is_told_within_a_batch_waits_for_the_next_event_of_it(memory: Memory) -> None:
    """Ben is told of the answer to him even if both wrote at the same moment."""
    events = [memory.event(), memory.event()]

    with memory.store.batch(events) as batch:
        work = batch.work(ROOM)
        before = work.untold(BEN.id)
        work.keep(events[0], Effects(reply=Silence(), tell=(TOLD,)), GARDEN.id, CHIDI.id)
        after = work.untold(BEN.id)

    assert before == ()
    assert [waiting.id for waiting in after] == [TOLD.id]


def test_what_nobody_needs_to_see_to_leaves_every_list(full: Memory) -> None:
    """An appeal that one facilitator has answered waits for no other one."""
    full.keep(settled=("2",), member=CHIDI)

    assert count(full, T.waiting) == 0


def test_where_there_is_only_something_to_look_at_being_told_is_all(memory: Memory) -> None:
    """Otherwise every thank-you would stay in the list of what needs somebody."""
    memory.keep(tell=(replace(TOLD, action=Action.SHOW_ENTRY),), member=CHIDI)

    with memory.store.batch([memory.event()]) as batch:
        told = batch.work(ROOM).untold(BEN.id)

    assert [waiting.id for waiting in told] == [TOLD.id]
    assert count(memory, T.waiting) == 0


def test_what_one_person_has_done_leaves_their_own_list(full: Memory) -> None:
    """It needs their eye no more, but others have not seen theirs."""
    full.keep(done=("2",), member=CHIDI)
    with full.store.reading(ROOM) as work:
        still = len(work.load(StillWaiting, GARDEN.id, BEN.id, "").waiting)

    full.keep(done=("2",), member=BEN)

    assert still == 1
    assert count(full, T.waiting) == 0


def test_what_is_settled_leaves_everybodys_list(full: Memory) -> None:
    """Nobody is asked to see to something that is over."""
    full.keep(settled=("2",), member=CHIDI)

    assert count(full, T.waiting) == 0
