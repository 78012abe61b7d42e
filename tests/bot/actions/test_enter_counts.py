"""Counts from paper: kept as they are, marked, and never read."""

import pytest

from bot.actions.enter_counts import enter_counts, offer_counts
from bot.dialogue.check_ins import CheckIn, CheckInState, OpenCheckIns, PaperCount
from bot.dialogue.responses import count
from bot.dialogue.scales import GRADIENTS_EARLY
from bot.dialogue.statements import Statements
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Deed, Effects, OpenForm, RejectForm
from tests.people import ADA, GARDEN, MONDAY, asking, pressed, sent
from tests.statements import STATEMENT

TICKET = Ticket(Action.ENTER_COUNTS, GARDEN.id, "1")
ANSWERS = {
    "when": "2026-05-02",
    "asked": "9",
    "counts": "Endorsement: 4\nStand aside: 2\nblock = 1\nAbstain:\n",
    "rule": "The meeting decides.",
    "reason": "At the meeting, with cards.",
}


def here() -> Asking:
    """Ada asks, where there is one statement."""
    return asking(ADA, Statements((STATEMENT,)), OpenCheckIns(()))


def entered(**answers: str) -> Effects[AfterForm]:
    """Ada sends the form in."""
    return enter_counts(GARDEN, here(), sent(ADA, TICKET, MONDAY, **(ANSWERS | answers)))


def test_the_form_has_a_line_for_each_label_as_it_is_printed() -> None:
    """Whoever copies from paper finds the words of the paper."""
    reply = offer_counts(GARDEN, here(), pressed(ADA, TICKET)).reply

    assert isinstance(reply, OpenForm)
    assert reply.form.values["counts"].splitlines() == [
        f"{label}: " for label in GRADIENTS_EARLY.labels.values()
    ]


def test_only_the_counts_are_kept_and_nothing_is_read() -> None:
    """The early labels mean something else, and nobody here can say who responded what."""
    effects = entered()

    (check_in,) = effects.keep
    assert isinstance(check_in, CheckIn)
    assert (check_in.state, check_in.reading, check_in.scale) == (
        CheckInState.CLOSED,
        None,
        "gradients-early",
    )
    assert check_in.on_paper == (
        PaperCount("endorse", 4),
        PaperCount("stand_aside", 2),
        PaperCount("block", 1),
    )
    counts = count(check_in, ())
    assert (counts.eligible, counts.responded, counts.no_response) == (9, 7, 2)
    assert effects.deed == Deed(
        action=Action.ENTER_COUNTS, target=STATEMENT.id, reason="At the meeting, with cards."
    )
    keys = [message.phrase.key for message in effects.posts[0].message.below]
    assert keys[-2:] == ["close_check_in-stops-early", "close_check_in-from-paper"]
    assert "close_check_in-question" not in keys


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("when", "last week"),
        ("when", "2026-05-09"),
        ("asked", "many"),
        ("asked", "6"),
        ("counts", "Endorsement: 4\nEndorsement: 2"),
        ("counts", "Whole-hearted endorsement: 4"),
        ("counts", "four said yes"),
        ("counts", "Endorsement: 0"),
        ("counts", ""),
        ("rule", " "),
        ("reason", ""),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field(field: str, typed: str) -> None:
    """With all that was typed, so that nothing is typed twice."""
    reply = entered(**{field: typed}).reply

    assert isinstance(reply, RejectForm)
    assert set(reply.problems) == {field}
    assert reply.answers[field] == typed


def test_the_statement_has_to_be_there() -> None:
    """Counts of nothing are nothing."""
    with pytest.raises(NotFound):
        offer_counts(GARDEN, here(), pressed(ADA, Ticket(Action.ENTER_COUNTS, GARDEN.id, "2")))
