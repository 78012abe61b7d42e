"""Responding to a check-in: one response a person, changeable until the close."""

from dataclasses import replace

import pytest

from bot.actions.respond import offer_respond, respond
from bot.dialogue.attribution import Attribution
from bot.dialogue.check_ins import CheckIn
from bot.dialogue.contributions import Revision
from bot.dialogue.members import Member
from bot.dialogue.remarks import Remark, RemarkKind, Remarks
from bot.dialogue.responses import MyResponse, Response, ResponseKind
from bot.dialogue.scales import SCALES, Gradient
from bot.dialogue.standing import Recent
from bot.dialogue.tickets import Action, Ticket
from bot.errors import CheckInClosed, NotAllowed, NotFound
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm
from tests.people import A_DAY, A_WEEK, BEN, CHIDI, MONDAY, a_member, asking, pressed, sent
from tests.statements import CHECK_IN, CLOSED, QUESTION, a_response

TICKET = Ticket(Action.RESPOND, CHECK_IN.id)
EARLIER = a_response(BEN, Gradient.VETO, "Never.")


def here(who: Member, earlier: Response | None = None, *remarks: Remark) -> Asking:
    """Somebody asks, who responded so, where this was said."""
    return asking(who, MyResponse(earlier), Remarks(remarks), Recent(()))


def responded(who: Member = BEN, earlier: Response | None = None, **answers: str) -> Effects[AfterForm]:
    """Somebody sends the form in."""
    return respond(
        CHECK_IN,
        here(who, earlier),
        sent(who, TICKET, MONDAY, **answers),
    )


def test_a_response_is_kept_with_the_label_that_was_shown() -> None:
    """Sealed: there is no post, and nobody is told."""
    effects = responded(key="reservations", reason=" I can. ", level="named")

    (kept,) = effects.keep
    assert isinstance(kept, Response)
    assert (kept.keys, kept.labels, kept.reason) == (
        (Gradient.RESERVATIONS,),
        ("Support with reservations",),
        "I can.",
    )
    assert (kept.shown_name, kept.kind) == ("Ben", ResponseKind.CHOICE)
    assert (effects.posts, effects.tell, effects.deed) == ((), (), None)


def test_a_later_response_takes_the_place_of_the_earlier() -> None:
    """One person, one response."""
    (kept,) = responded(earlier=EARLIER, key="endorse", level="named").keep

    assert isinstance(kept, Response)
    assert (kept.id, kept.version, kept.key, kept.reason) == (EARLIER.id, 1, Gradient.ENDORSE, "")


def test_a_pass_has_no_name_and_no_label() -> None:
    """It is heard from, and counts towards nothing."""
    event = pressed(BEN, Ticket(Action.RESPOND, CHECK_IN.id, "pass"))
    (kept,) = offer_respond(CHECK_IN, here(BEN, EARLIER), event).keep

    assert kept == replace(
        EARLIER,
        kind=ResponseKind.PASS,
        keys=(),
        labels=(),
        reason="",
        level=Attribution.UNNAMED,
        shown_name="",
    )


def test_a_veto_needs_a_reason_and_a_response_needs_a_choice() -> None:
    """For all else a reason is invited."""
    for refused, problem in (
        (responded(key="veto", reason=" "), "reason"),
        (responded(key="nine"), "key"),
        (responded(key="endorse", level="unnamed"), "level"),
    ):
        reply = refused.reply
        assert isinstance(reply, RejectForm)
        assert set(reply.problems) == {problem}


def responded_on(scale: str, **answers: str) -> Effects[AfterForm]:
    """Ben responds on another scale."""
    check_in = replace(CHECK_IN, scale=scale)
    return respond(check_in, here(BEN), sent(BEN, TICKET, MONDAY, **answers))


@pytest.mark.parametrize(
    ("scale", "key"),
    [(scale.edition, key) for scale in SCALES.values() for key in sorted(scale.needs_reason)],
)
def test_what_needs_a_reason_is_refused_without_one(scale: str, key: str) -> None:
    """Whoever stops something says why, so that the group can deal with it."""
    refused = responded_on(scale, key=key, level="named").reply

    assert isinstance(refused, RejectForm)
    assert set(refused.problems) == {"reason"}
    assert responded_on(scale, key=key, reason="Because.", level="named").keep


def test_more_than_one_may_be_chosen_only_where_the_scale_takes_several() -> None:
    """A report can ring true and still miss something; a person cannot both agree and block."""
    (kept,) = responded_on("rings-true", key="missing,rings_true", level="named").keep

    assert isinstance(kept, Response)
    assert kept.labels == ("Rings true", "Something is missing")
    assert isinstance(responded_on("consensus", key="agree,block", reason="x").reply, RejectForm)


def test_a_reason_may_go_to_facilitators_only() -> None:
    """Except where the group has to deal with it: an objection that nobody can read cannot be met."""
    private = {"reason": "I am ill.", "private": "facilitators", "level": "named"}
    (kept,) = responded_on("consensus", key="stand_aside", **private).keep

    assert isinstance(kept, Response)
    assert kept.is_private
    for key in ("block", "need_info"):
        refused = responded_on("consensus", key=key, **private).reply
        assert isinstance(refused, RejectForm)
        assert set(refused.problems) == {"private"}


ASKED = replace(CHECK_IN, scale="consent")


def asked(earlier: Response | None = None, *remarks: Remark, **answers: str) -> Effects[AfterForm]:
    """Ben responds where people can ask something first."""
    return respond(ASKED, here(BEN, earlier, *remarks), sent(BEN, TICKET, MONDAY, **answers))


def test_a_question_is_posted_at_once() -> None:
    """Nobody can answer what is sealed; so it needs a name, or the time would tell whose it is."""
    effects = asked(key="question", reason="Who pays?", level="named")

    _, question, words = effects.keep
    assert isinstance(question, Remark)
    assert isinstance(words, Revision)
    assert (question.kind, question.waits, words.body) == (RemarkKind.QUESTION, True, "Who pays?")
    (post,) = effects.posts
    assert (str(post.id), post.message.phrase.key) == (question.id, "answer_question-asked")
    unnamed = asked(key="question", reason="Who pays?", level="unnamed").reply
    assert isinstance(unnamed, RejectForm)
    assert set(unnamed.problems) == {"level"}


@pytest.mark.parametrize("held", [False, True])
def test_whoever_responds_anew_needs_no_answer_any_more(*, held: bool) -> None:
    """The check-in goes on, and stays open for a day if it would have closed before."""
    check_in = replace(ASKED, held_since=MONDAY if held else None, closes_at=MONDAY + A_WEEK)
    effects = respond(
        check_in, here(BEN, EARLIER, QUESTION), sent(BEN, TICKET, MONDAY, key="consent", level="named")
    )

    assert replace(QUESTION, is_settled=True) in effects.keep
    moved = [fact.closes_at for fact in effects.keep if isinstance(fact, CheckIn)]
    assert moved == ([MONDAY + A_DAY] if held else [])
    assert effects.cancel == ((check_in.closing,) if held else ())


def test_to_pass_takes_a_question_back_too() -> None:
    """Only whoever still needs an answer holds the others up."""
    event = pressed(BEN, Ticket(Action.RESPOND, CHECK_IN.id, "pass"))

    assert (
        replace(QUESTION, is_settled=True) in offer_respond(ASKED, here(BEN, EARLIER, QUESTION), event).keep
    )


def test_the_form_holds_what_was_responded_before() -> None:
    """It is only ever shown to who responded."""
    reply = offer_respond(CHECK_IN, here(BEN, EARLIER), pressed(BEN, TICKET)).reply

    assert isinstance(reply, OpenForm)
    assert reply.form.values["key"] == "veto"
    assert reply.form.values["reason"] == "Never."
    assert [option.key for option in reply.form.fields[0].options] == list(Gradient)


def test_a_new_chosen_name_is_kept_with_it() -> None:
    """It is asked for once."""
    kept = responded(CHIDI, key="endorse", level="chosen_name", chosen_name="Otter").keep

    assert kept[1] == replace(CHIDI, chosen_name="Otter")


def test_only_who_was_asked_responds_and_only_while_it_is_open() -> None:
    """Late joiners count from the next edition."""
    late = a_member("Late")
    with pytest.raises(NotAllowed):
        responded(late, key="endorse")
    with pytest.raises(CheckInClosed):
        respond(CLOSED, here(BEN), sent(BEN, TICKET, MONDAY, key="endorse"))
    with pytest.raises(CheckInClosed):
        offer_respond(CHECK_IN, here(BEN), pressed(BEN, TICKET, MONDAY + A_WEEK))
    with pytest.raises(NotFound):
        offer_respond(CHECK_IN, here(BEN), pressed(BEN, Ticket(Action.RESPOND, "x", "other")))
