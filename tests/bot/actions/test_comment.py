"""Commenting beside a check-in: no response, and open to whoever came late."""

from bot.actions.comment import comment, offer_comment
from bot.dialogue.remarks import Remark, RemarkKind
from bot.dialogue.standing import Recent
from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import OpenForm, RejectForm
from tests.people import MONDAY, a_member, asking, pressed, sent
from tests.statements import CHECK_IN, CLOSED

TICKET = Ticket(Action.COMMENT, CHECK_IN.id)
LATE = a_member("Late")


def test_who_came_late_or_after_the_close_can_comment() -> None:
    """It is shown at once, and counts for nothing."""
    for check_in in (CHECK_IN, CLOSED):
        assert isinstance(offer_comment(check_in, asking(LATE), pressed(LATE, TICKET)).reply, OpenForm)
        effects = comment(
            check_in,
            asking(LATE, Recent(())),
            sent(LATE, TICKET, MONDAY, body="And the stairs?", level="named"),
        )

        remark = effects.keep[0]
        assert isinstance(remark, Remark)
        assert (remark.kind, remark.waits) == (RemarkKind.COMMENT, False)
        assert [str(post.id) for post in effects.posts] == [remark.id]


def test_an_empty_comment_is_given_back() -> None:
    """Nothing is kept of it."""
    empty = comment(CHECK_IN, asking(LATE), sent(LATE, TICKET, MONDAY, body=" ", level="named"))

    assert isinstance(empty.reply, RejectForm)
    assert empty.keep == ()
