"""Closing a check-in: counts, reasons, and a question to the group."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.actions.close_check_in import close_check_in, close_check_in_when_due
from bot.dialogue.check_ins import CheckIn, CheckInState, Extension
from bot.dialogue.contributions import Revision
from bot.dialogue.methods import Method
from bot.dialogue.readings import Reading
from bot.dialogue.responses import InCheckIn
from bot.dialogue.rhythm import Occurrence
from bot.dialogue.scales import Gradient
from bot.dialogue.tickets import Action, Ticket
from bot.errors import CheckInClosed, NotAllowed
from bot.speech.effects import Deed, Effects, Reply, Silence
from bot.speech.results import WHAT_WOULD_HELP
from tests.people import A_DAY, A_WEEK, ADA, BEN, CHIDI, DANA, EVERYBODY, MONDAY, asking, came_due, pressed
from tests.statements import CHECK_IN, CLOSED, QUESTION, STATEMENT, a_response, in_check_in

TICKET = Ticket(Action.CLOSE_CHECK_IN, CHECK_IN.id)
THREE = (
    a_response(BEN, Gradient.ENDORSE, "Good."),
    a_response(CHIDI, Gradient.MINOR_POINT),
    a_response(DANA, Gradient.DISLIKE_WILL_SUPPORT, "Costly."),
)


def closed(holds: InCheckIn, check_in: CheckIn = CHECK_IN) -> Effects[Reply]:
    """Ada closes it by hand."""
    return close_check_in(check_in, asking(ADA, holds), pressed(ADA, TICKET))


def keys(effects: Effects[Reply] | Effects[Silence]) -> list[str]:
    """Return what stands below the post."""
    (post,) = effects.posts
    return [message.phrase.key for message in post.message.below]


def test_counts_reasons_and_a_question_are_posted() -> None:
    """What the counts suggest is asked, never decided."""
    effects = closed(in_check_in(*THREE))

    assert keys(effects) == [
        "close_check_in-counts",
        *["close_check_in-label"] * 3,
        "close_check_in-reason",
        "close_check_in-named",
        "close_check_in-reason",
        "close_check_in-reading-agreed_with_recorded_dissent",
        "close_check_in-question",
    ]
    assert effects.posts[0].message.below[0].phrase.values == {
        "eligible": 4,
        "responded": 3,
        "passed": 0,
        "none": 1,
        "left": 0,
    }
    assert effects.deed == Deed(action=Action.CLOSE_CHECK_IN, target=STATEMENT.id)


def test_reasons_become_words_of_the_record_only_now() -> None:
    """Until the close they stood beside the response, where no ledger counts them."""
    kept = closed(in_check_in(*THREE)).keep

    words = {fact.of: fact.body for fact in kept if isinstance(fact, Revision)}
    assert words == {THREE[0].id: "Good.", THREE[2].id: "Costly."}
    assert replace(THREE[0], reason="", has_reason=True) in kept
    assert THREE[1] not in kept


def test_who_differs_is_offered_a_note() -> None:
    """And nobody else is told anything."""
    told = closed(in_check_in(*THREE)).tell

    assert [(each.member, each.action) for each in told] == [(DANA.id, Action.WRITE_MINORITY_NOTE)]


def test_who_left_without_responding_is_counted_apart() -> None:
    """To leave is not to say no, and not to say nothing."""
    gone = tuple(replace(m, has_left=True) if m in {ADA, BEN} else m for m in EVERYBODY)
    check_in = closed(InCheckIn(STATEMENT, THREE[:1], gone)).keep[0]

    assert isinstance(check_in, CheckIn)
    assert (check_in.left, check_in.reading) == (1, Reading.INCONCLUSIVE)


def test_a_veto_is_named_in_words_below_quorum_too() -> None:
    """Whoever blocks is heard, however few responded."""
    shown = keys(closed(in_check_in(a_response(DANA, Gradient.VETO, "Not safe."))))

    assert "close_check_in-stops-gradients" in shown
    assert "close_check_in-reading-inconclusive" in shown


def test_it_closes_once() -> None:
    """What was read at the close stays as it was."""
    with pytest.raises(CheckInClosed):
        close_check_in(CLOSED, asking(ADA, in_check_in()), pressed(ADA, TICKET))
    lapsed = replace(CHECK_IN, state=CheckInState.LAPSED)
    effects = close_check_in_when_due(lapsed, asking(None, in_check_in()), came_due(TICKET, MONDAY))
    assert effects == Effects(reply=Silence())


def came(holds: InCheckIn, check_in: CheckIn = CHECK_IN) -> Effects[Silence]:
    """The time of the check-in comes."""
    return close_check_in_when_due(check_in, asking(None, holds), came_due(TICKET, check_in.closes_at))


def moved_to(effects: Effects[Silence]) -> CheckIn:
    """Return the check-in whose close moved."""
    check_in, closing = effects.keep
    assert isinstance(check_in, CheckIn)
    assert isinstance(closing, Occurrence)
    assert (check_in.state, closing.due) == (CheckInState.OPEN, check_in.closes_at)
    assert closing.id == check_in.closing != CHECK_IN.closing
    return check_in


def test_a_question_holds_it_open_for_seven_days_at_most() -> None:
    """Then it closes, and nothing is read while a question was never answered."""
    holds = in_check_in(*THREE, remarks=(QUESTION,))
    held = moved_to(came(holds))

    assert (held.closes_at, held.held_since) == (CHECK_IN.closes_at + A_WEEK, CHECK_IN.closes_at)
    (closed_at_last, *_) = came(holds, held).keep
    assert isinstance(closed_at_last, CheckIn)
    assert (closed_at_last.state, closed_at_last.reading) == (CheckInState.CLOSED, Reading.INCONCLUSIVE)
    with pytest.raises(NotAllowed):
        closed(holds)
    settled = in_check_in(*THREE, remarks=(replace(QUESTION, is_settled=True),))
    assert keys(came(settled))[-1] == "close_check_in-question"


def test_too_few_responses_can_be_extended_for_a_day_then_it_closes() -> None:
    """Nobody sees a response meanwhile; a sense check has no quorum and closes."""
    few = in_check_in(THREE[0])
    offered = moved_to(came(few))

    assert (offered.closes_at, offered.extension) == (CHECK_IN.closes_at + A_DAY, Extension.OFFERED)
    assert keys(came(few, offered))[0] == "close_check_in-counts"
    sense = replace(CHECK_IN, method=Method.SENSE_CHECK, scale="sense-check")
    assert keys(came(in_check_in(), sense))[-1] == "close_check_in-only-sense_check"


def test_a_moment_that_was_overtaken_does_nothing() -> None:
    """A close that moved leaves its earlier moment behind."""
    early = close_check_in_when_due(CHECK_IN, asking(None, in_check_in()), came_due(TICKET, MONDAY))

    assert early == Effects(reply=Silence())


def test_it_closes_by_itself() -> None:
    """The same as by hand, without an act in the ledger."""
    due = replace(CHECK_IN, closes_at=MONDAY)
    effects = close_check_in_when_due(due, asking(None, in_check_in(*THREE)), came_due(TICKET, MONDAY))
    by_hand = closed(in_check_in(*THREE), due)

    assert (effects.keep, effects.posts, effects.tell) == (by_hand.keep, by_hand.posts, by_hand.tell)
    assert effects.deed is None


def test_where_there_is_more_to_talk_about_the_next_step_is_to_ask() -> None:
    """With the prompt that asks what would help; where it reads as agreement, to confirm it."""
    blocked = closed(in_check_in(*THREE[:2], a_response(DANA, Gradient.VETO, "Not safe."))).posts[0].message
    agreed = closed(in_check_in(*THREE)).posts[0].message

    first = blocked.choices[0].ticket
    assert (first.action, first.choice) == (Action.OPEN_ROUND, WHAT_WOULD_HELP)
    page = Path(__file__).parents[3] / "prompts/en/library/understanding.md"
    assert f"## {WHAT_WOULD_HELP}\n" in page.read_text(encoding="utf-8")
    assert [choice.ticket.action for choice in agreed.choices[:2]] == [Action.AGREE_READING, Action.DECIDE]
