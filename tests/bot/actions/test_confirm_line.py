"""Is this what you meant? Each author answers for their own words, and nobody else does."""

from dataclasses import replace

import pytest

from bot.actions.confirm_line import confirm_line, offer_confirm
from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import ContributionState, Revision
from bot.dialogue.lines import CheckAnswer, Line, LineCheck
from bot.dialogue.members import Member
from bot.dialogue.record import Record
from bot.dialogue.standing import Recent
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed, NotFound
from bot.speech.effects import Effects, OpenForm, RejectForm, Reply, Say
from tests.notes import FROM_BEN, FROM_CHIDI, UNNAMED, a_check, a_line, with_notes
from tests.people import ADA, BEN, CHIDI, DANA, MONDAY, asking, pressed, sent

LINE = a_line(FROM_BEN, FROM_CHIDI, UNNAMED)


def answered(who: Member, choice: str, record: Record | None = None, line: Line = LINE) -> Effects[Reply]:
    """Somebody presses an answer."""
    here = asking(who, record or with_notes([line]))
    return offer_confirm(line, here, pressed(who, Ticket(Action.CONFIRM_LINE, line.id, choice)))


@pytest.mark.parametrize("answer", [a for a in CheckAnswer if a is not CheckAnswer.NEARLY])
@pytest.mark.parametrize("author", [BEN, DANA])
def test_an_answer_is_kept_at_the_level_of_the_words(author: Member, answer: CheckAnswer) -> None:
    """Who wrote without a name answers without one."""
    source = FROM_BEN if author is BEN else UNNAMED

    effects = answered(author, f"{answer}.{source.number}")

    (check,) = effects.keep
    assert isinstance(check, LineCheck)
    assert (check.line, check.source, check.member, check.answer, check.level, check.shown_name) == (
        LINE.id,
        source.id,
        author.id,
        answer,
        source.level,
        source.shown_name,
    )
    assert effects.done == (LINE.id,)
    told = [(told.member, told.action) for told in effects.tell]
    assert told == ([] if answer is CheckAnswer.YES else [(ADA.id, Action.SHOW_NOTES)])


def test_what_is_told_to_the_drafter_names_nobody() -> None:
    """What an author answered stands under the line, where they chose to be shown; or only in the count."""
    (told,) = answered(DANA, "no.3").tell

    assert set(told.phrase.values) == {"number"}


@pytest.mark.parametrize("who", [ADA, CHIDI])
@pytest.mark.parametrize("answer", CheckAnswer)
def test_nobody_answers_for_somebody_else(who: Member, answer: CheckAnswer) -> None:
    """Not a facilitator, not whoever drafted it, and not another author of the same line."""
    with pytest.raises((NotAllowed, NotFound)):
        answered(who, f"{answer}.{FROM_BEN.number}")
    ticket = Ticket(Action.CONFIRM_LINE, LINE.id, f"{answer}.{FROM_BEN.number}")
    here = asking(who, with_notes([LINE]), Recent(()))
    with pytest.raises((NotAllowed, NotFound)):
        confirm_line(LINE, here, sent(who, ticket, MONDAY, body="So it is."))


@pytest.mark.parametrize("choice", ["yes", "yes.9", "maybe.1", ".1", "yes.1.1", "yes.#1"])
def test_a_forged_answer_is_none(choice: str) -> None:
    """Only what a button says can be answered, and only about words that the line cites."""
    with pytest.raises(NotFound):
        answered(BEN, choice)


def test_a_better_wording_is_the_authors_own() -> None:
    """It stands under the line and replaces nothing."""
    asked = answered(BEN, "nearly.1").reply
    ticket = Ticket(Action.CONFIRM_LINE, LINE.id, "nearly.1")
    here = asking(BEN, with_notes([LINE]), Recent(()))
    check, wording = confirm_line(LINE, here, sent(BEN, ticket, MONDAY, body="A lift, in time.")).keep
    empty = confirm_line(LINE, here, sent(BEN, ticket, MONDAY, body="")).reply

    assert isinstance(asked, OpenForm)
    assert isinstance(check, LineCheck)
    assert isinstance(wording, Revision)
    assert (check.answer, wording.of, wording.body, wording.number) == (
        CheckAnswer.NEARLY,
        check.id,
        "A lift, in time.",
        1,
    )
    assert isinstance(empty, RejectForm)


def test_a_mind_can_change_and_takes_the_wording_along() -> None:
    """Whoever says yes after all no longer has another wording standing there."""
    before = a_check(LINE, FROM_BEN, CheckAnswer.NEARLY, edits=1)

    effects = answered(BEN, "yes.1", with_notes([LINE], [before]))

    assert effects.keep == (replace(before, answer=CheckAnswer.YES),)
    assert effects.erase == (before.id,)


def test_who_wrote_several_is_asked_about_each() -> None:
    """To count them as one would tell that two texts are by the same person."""
    two = (FROM_BEN, replace(FROM_CHIDI, member=BEN.id, level=Attribution.UNNAMED))
    line = a_line(*two)
    record = with_notes([line], said=two)

    question = answered(BEN, "", record, line).reply
    first = answered(BEN, "yes.1", record, line)

    assert isinstance(question, Say)
    assert isinstance(first.reply, Say)
    assert len(question.message.below) == 2
    assert first.done == ()
    assert [choice.ticket.choice for choice in first.reply.message.below[0].choices] == [
        "yes.2",
        "nearly.2",
        "no.2",
        "leave_out.2",
    ]


def test_what_was_answered_is_said_where_it_is_asked_again() -> None:
    """So that it can be changed."""
    record = with_notes([LINE], [a_check(LINE, FROM_BEN, CheckAnswer.NO)])
    reply = answered(BEN, "", record).reply

    assert isinstance(reply, Say)
    assert [m.phrase.key for m in reply.message.below[0].below] == ["confirm_line-said-no"]


def test_only_the_newest_text_that_is_there_can_be_answered() -> None:
    """An answer to another text would be no answer to this one."""
    again = a_line(FROM_BEN, edition=2)
    gone = replace(LINE, state=ContributionState.WITHDRAWN)
    taken_back = (replace(FROM_BEN, state=ContributionState.WITHDRAWN), FROM_CHIDI, UNNAMED)

    for record, line in (
        (with_notes([LINE, again]), LINE),
        (with_notes([gone]), gone),
    ):
        with pytest.raises(NotFound):
            answered(BEN, "yes.1", record, line)
    with pytest.raises(NotAllowed):
        answered(BEN, "yes.1", with_notes([LINE], said=taken_back))
