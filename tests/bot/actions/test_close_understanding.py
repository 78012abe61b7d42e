"""Closing a step: what was said is shown together, or the marks are read."""

from dataclasses import replace

import pytest

from bot.actions.close_understanding import close_understanding, close_understanding_when_due
from bot.dialogue.contributions import Revision
from bot.dialogue.record import Record
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.understandings import Mark, MarkKey, Restatement, SharedReading, Stage, UnderstandingCheck
from bot.errors import CheckInClosed
from bot.speech.effects import Effects, Reply
from bot.speech.messages import Message
from tests.people import A_WEEK, ADA, BEN, CHIDI, DANA, EVERYBODY, MONDAY, TODAY, asking, came_due, pressed
from tests.understandings import CHECK, MARKING, READ, SHOWN, a_mark, a_restatement, with_checks

SAID = (a_restatement(BEN, 0), replace(a_restatement(CHIDI, 0), id=a_restatement(DANA, 0).id))
PASSED = replace(a_restatement(ADA, 0), is_pass=True, draft="")


def closed(check: UnderstandingCheck, record: Record) -> Effects[Reply]:
    """Ada closes what is open."""
    ticket = Ticket(Action.CLOSE_UNDERSTANDING, check.id)
    return close_understanding(check, asking(ADA, record), pressed(ADA, ticket))


def keys(message: Message) -> list[str]:
    """Return what a message says below."""
    return [part.phrase.key for part in message.below]


def test_everything_is_shown_together_and_becomes_words_of_the_record() -> None:
    """With numbers in an order that tells nothing, and the pass only counted."""
    effects = closed(CHECK, with_checks(CHECK, said=[*SAID, PASSED]))

    check, *others = effects.keep
    assert isinstance(check, UnderstandingCheck)
    assert (check.stage, check.reading) == (Stage.SHOWN, None)
    shown = [each for each in others if isinstance(each, Restatement)]
    words = [each for each in others if isinstance(each, Revision)]
    assert [(each.number, each.draft, each.shared_on) for each in shown] == [(1, "", TODAY), (2, "", TODAY)]
    assert sorted((each.of, each.body) for each in words) == sorted((each.id, each.draft) for each in SAID)
    (post,) = effects.posts
    assert keys(post.message) == ["close_understanding-said", "restate-shown", "restate-shown"]
    assert post.message.below[0].phrase.values["passed"] == 1
    assert [choice.ticket.action for choice in post.message.choices] == [Action.DRAFT_SHARED_LINE]


def test_one_answer_is_too_few_for_a_line_of_the_group() -> None:
    """It is shown all the same, and reads as nothing."""
    effects = closed(CHECK, with_checks(CHECK, said=SAID[:1]))

    check = effects.keep[0]
    assert isinstance(check, UnderstandingCheck)
    assert (check.stage, check.reading) == (Stage.READ, SharedReading.INCONCLUSIVE)
    assert keys(effects.posts[0].message)[-1] == "close_understanding-too-few"
    assert effects.posts[0].message.choices == ()


def test_the_marks_are_counted_apart_and_what_differs_stands_next_to_the_line() -> None:
    """And leads back to talk; nothing is called agreed."""
    marks = [a_mark(BEN, MarkKey.SAME), a_mark(CHIDI, MarkKey.SAME), a_mark(DANA, MarkKey.PARTLY, "Not so.")]

    effects = closed(MARKING, with_checks(MARKING, marks=marks))

    check = effects.keep[0]
    assert isinstance(check, UnderstandingCheck)
    assert (check.stage, check.reading) == (Stage.READ, SharedReading.PARTLY_SHARED)
    kept = [each for each in effects.keep if isinstance(each, Mark)]
    assert [(each.differs, each.has_words) for each in kept] == [("", False), ("", False), ("", True)]
    (post,) = effects.posts
    assert keys(post.message) == [
        "close_understanding-marked",
        "close_understanding-firmness",
        "mark-differs",
        "close_understanding-reading-partly_shared",
        "close_understanding-back",
    ]
    actions = [choice.ticket.action for choice in post.message.choices]
    assert actions == [Action.RETURN_TO, Action.RECORD_UNDERSTANDING]


def test_who_left_is_counted_apart_from_who_said_nothing() -> None:
    """Leaving is no silence."""
    record = with_checks(CHECK, said=SAID)
    left = {member.id: replace(member, has_left=member is DANA) for member in EVERYBODY}

    check = closed(CHECK, replace(record, members=left)).keep[0]

    assert isinstance(check, UnderstandingCheck)
    assert check.left == 1


def test_it_closes_by_itself_and_only_once() -> None:
    """A moment that came too early, or too late, does nothing."""
    ticket = Ticket(Action.CLOSE_UNDERSTANDING, CHECK.id)
    here = asking(None, with_checks(CHECK, said=SAID))

    assert close_understanding_when_due(CHECK, here, came_due(ticket, MONDAY + A_WEEK)).keep
    for check, at in ((CHECK, MONDAY), (SHOWN, MONDAY + A_WEEK), (READ, MONDAY + A_WEEK)):
        effects = close_understanding_when_due(check, here, came_due(ticket, at))
        assert (effects.keep, effects.posts) == ((), ())
    for check in (SHOWN, READ):
        with pytest.raises(CheckInClosed):
            closed(check, with_checks(check))
