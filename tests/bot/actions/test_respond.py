"""Responding to a check-in: one response a person, changeable until the close."""

from dataclasses import replace

import pytest

from bot.actions.respond import offer_respond, respond
from bot.dialogue.attribution import Attribution
from bot.dialogue.members import Member
from bot.dialogue.responses import MyResponse, Response, ResponseKind
from bot.dialogue.scales import SCALES, Gradient
from bot.dialogue.tickets import Action, Ticket
from bot.errors import CheckInClosed, NotAllowed, NotFound
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm
from tests.people import A_WEEK, BEN, CHIDI, MONDAY, a_member, asking, pressed, sent
from tests.statements import CHECK_IN, CLOSED, a_response

TICKET = Ticket(Action.RESPOND, CHECK_IN.id)
EARLIER = a_response(BEN, Gradient.VETO, "Never.")


def responded(who: Member = BEN, earlier: Response | None = None, **answers: str) -> Effects[AfterForm]:
    """Somebody sends the form in."""
    return respond(CHECK_IN, asking(who, MyResponse(earlier)), sent(who, TICKET, MONDAY, **answers))


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
    (kept,) = offer_respond(CHECK_IN, asking(BEN, MyResponse(EARLIER)), event).keep

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
    return respond(check_in, asking(BEN, MyResponse(None)), sent(BEN, TICKET, MONDAY, **answers))


@pytest.mark.parametrize(
    ("scale", "key"), [(scale.edition, key) for scale in SCALES.values() for key in scale.needs_reason]
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


def test_the_form_holds_what_was_responded_before() -> None:
    """It is only ever shown to who responded."""
    reply = offer_respond(CHECK_IN, asking(BEN, MyResponse(EARLIER)), pressed(BEN, TICKET)).reply

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
        respond(CLOSED, asking(BEN, MyResponse(None)), sent(BEN, TICKET, MONDAY, key="endorse"))
    with pytest.raises(CheckInClosed):
        offer_respond(CHECK_IN, asking(BEN, MyResponse(None)), pressed(BEN, TICKET, MONDAY + A_WEEK))
    with pytest.raises(NotFound):
        offer_respond(
            CHECK_IN, asking(BEN, MyResponse(None)), pressed(BEN, Ticket(Action.RESPOND, "x", "other"))
        )
