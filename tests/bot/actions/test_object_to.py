"""Objecting in four points; sealed like every response until the close."""

from dataclasses import replace

import pytest

from bot.actions.object_to import object_to, offer_object_to
from bot.dialogue.attribution import Attribution
from bot.dialogue.members import Member
from bot.dialogue.remarks import Remarks
from bot.dialogue.responses import MyResponse, Response
from bot.dialogue.tickets import Action, Ticket
from bot.errors import CheckInClosed, NotAllowed
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm
from tests.people import BEN, CHIDI, MONDAY, asking, pressed, sent
from tests.statements import CHECK_IN, CLOSED, QUESTION, a_response

CONSENT = replace(CHECK_IN, scale="consent")
TICKET = Ticket(Action.OBJECT_TO, CHECK_IN.id)
SAID = {"part": "The lift.", "harm": "It takes the money.", "need": "Stairs first.", "level": "named"}
EARLIER = a_response(BEN, "objection", "It takes the money.", check_in=CONSENT)


def here(who: Member = BEN, earlier: Response | None = None) -> Asking:
    """Somebody asks, who asked something before."""
    return asking(who, MyResponse(earlier), Remarks((QUESTION,)))


def objected(**answers: str) -> Effects[AfterForm]:
    """Ben sends the form in."""
    return object_to(CONSENT, here(), sent(BEN, TICKET, MONDAY, **(SAID | answers)))


def test_an_objection_is_a_response_that_nobody_else_sees_yet() -> None:
    """There is no post and nobody is told; whoever objects needs no answer any more."""
    effects = objected()

    response, question = effects.keep
    assert isinstance(response, Response)
    assert (response.keys, response.part, response.reason, response.need, response.idea) == (
        ("objection",),
        "The lift.",
        "It takes the money.",
        "Stairs first.",
        "",
    )
    assert question == replace(QUESTION, is_settled=True)
    assert (effects.posts, effects.tell, effects.deed) == ((), (), None)


def test_the_idea_is_never_required() -> None:
    """Those who carry more of the burden are not made to do the repair."""
    for point in ("part", "harm", "need"):
        reply = objected(**{point: " "}).reply
        assert isinstance(reply, RejectForm)
        assert set(reply.problems) == {point}
    (response, _) = objected(idea="A ramp.").keep
    assert isinstance(response, Response)
    assert response.idea == "A ramp."


def test_the_form_holds_what_was_written_and_fits() -> None:
    """Five fields; a chosen name is only offered where one is set."""
    nameless = replace(BEN, chosen_name="")
    reply = offer_object_to(CONSENT, here(nameless, EARLIER), pressed(BEN, TICKET)).reply

    assert isinstance(reply, OpenForm)
    assert reply.form.values["harm"] == "It takes the money."
    assert [field.id for field in reply.form.fields] == ["part", "harm", "need", "idea"]
    named = replace(CHIDI, chosen_name="Otter")
    reply = offer_object_to(CONSENT, here(named), pressed(named, TICKET)).reply
    assert isinstance(reply, OpenForm)
    assert [option.key for option in reply.form.fields[-1].options] == [
        Attribution.NAMED,
        Attribution.CHOSEN_NAME,
    ]


def test_it_needs_an_open_check_in_that_knows_objections() -> None:
    """A sense check decides nothing, so there is nothing to stop."""
    with pytest.raises(NotAllowed):
        offer_object_to(replace(CHECK_IN, scale="sense-check"), here(), pressed(BEN, TICKET))
    with pytest.raises(CheckInClosed):
        object_to(CLOSED, here(), sent(BEN, TICKET, MONDAY, **SAID))
