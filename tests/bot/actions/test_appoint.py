"""Giving somebody a role, in the open, and never leaving a dialogue without a facilitator."""

from dataclasses import replace

import pytest

from bot.actions.appoint import appoint, offer_appoint
from bot.dialogue.members import Member, Role
from bot.dialogue.standing import Everybody
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed
from bot.identifiers import MemberId, PostId, new_id
from bot.speech.effects import AfterForm, Deed, Effects, OpenForm, Post, RejectForm, Say
from bot.speech.messages import Choice, Form, Message
from bot.speech.telling import tell
from bot.words import Part, Phrase, Quote, Value
from tests.people import (
    ADA,
    BEN,
    CHIDI,
    EVERYBODY,
    GARDEN,
    HERE,
    MONDAY,
    SEED,
    a_member,
    asking,
    pressed,
    sent,
    typed,
)

APPOINT = Ticket(Action.APPOINT, GARDEN.id)
LEDGER = Choice(Phrase("show_mine-show_ledger-choice"), Ticket(Action.SHOW_LEDGER, GARDEN.id))
ALL = Everybody(EVERYBODY)


def form(**values: str) -> Form:
    """Return the form with what stands in it."""
    effects = offer_appoint(GARDEN, asking(ADA, ALL), typed(ADA, APPOINT, MONDAY, **({"name": ""} | values)))
    assert isinstance(effects.reply, OpenForm)
    return effects.reply.form


def appointed(everybody: Everybody = ALL, **answers: str) -> Effects[AfterForm]:
    """Ada sends the form in."""
    return appoint(GARDEN, asking(ADA, everybody), sent(ADA, APPOINT, MONDAY, **answers))


def problems(everybody: Everybody = ALL, **answers: str) -> dict[str, Phrase]:
    """Return what is wrong with what Ada sent in; the form comes back as it was written."""
    effects = appointed(everybody, **answers)
    assert isinstance(effects.reply, RejectForm)
    assert effects == Effects(reply=effects.reply)
    assert (effects.reply.form, effects.reply.answers) == (form(), answers)
    return dict(effects.reply.problems)


def test_the_word_alone_says_who_facilitates() -> None:
    """To look is the first step; the form is one button further."""
    two = Everybody((ADA, BEN, replace(CHIDI, role=Role.FACILITATOR)))
    change = Choice(Phrase("appoint-change-choice"), APPOINT)
    names = tuple(
        Message(Phrase("appoint-facilitator", {"name": Quote(id, Part.NAME)})) for id in ("ada", "chidi")
    )

    assert offer_appoint(GARDEN, asking(ADA, two), typed(ADA, APPOINT)) == Effects(
        reply=Say(Message(Phrase("appoint-who", {"count": 2}), (change,), names))
    )


def test_the_button_opens_the_form_and_what_was_typed_stands_in_it() -> None:
    """Nobody types a name twice."""
    opened = offer_appoint(GARDEN, asking(ADA, ALL), pressed(ADA, APPOINT))

    assert opened == Effects(reply=OpenForm(form()))
    assert form(name="Ben", role="observer").values == {"name": "Ben", "role": "observer"}


@pytest.mark.parametrize("role", [Role.FACILITATOR, Role.OBSERVER])
def test_a_role_is_given_in_the_open(role: Role) -> None:
    """The group sees it, the person is told, and the ledger keeps it with the reason."""
    values: dict[str, Value] = {"name": Quote(BEN.id, Part.NAME), "by": Quote(ADA.id, Part.NAME)}
    post = Post(PostId(new_id(SEED, "post")), HERE, Message(Phrase(f"appoint-{role}-now", values), (LEDGER,)))

    assert appointed(name="Ben", role=role, reason=" He offered to. ") == Effects(
        keep=(replace(BEN, role=role),),
        reply=Say(Message(Phrase("appoint-done"))),
        posts=(post,),
        tell=tell(SEED, BEN.id, Phrase(f"appoint-told-{role}"), Action.HELP, GARDEN.id),
        deed=Deed(action=Action.APPOINT, target=f"ben:{role}", reason="He offered to."),
    )


@pytest.mark.parametrize("name", ["ben", "BEN", " @Ben "])
def test_a_name_is_found_however_it_is_written(name: str) -> None:
    """People write names as they come."""
    assert appointed(name=name, role="observer").keep == (replace(BEN, role=Role.OBSERVER),)


def test_a_facilitator_can_step_back_when_another_stays() -> None:
    """Nobody is told about what they did themselves."""
    two = Everybody((ADA, replace(BEN, role=Role.FACILITATOR)))
    effects = appointed(two, name="Ada", role="member")

    assert effects.keep == (replace(ADA, role=Role.MEMBER),)
    assert effects.tell == ()


@pytest.mark.parametrize("others", [(BEN,), (replace(BEN, role=Role.FACILITATOR, has_left=True),)])
def test_the_last_facilitator_stays(others: tuple[Member, ...]) -> None:
    """A dialogue without one could never be closed, nor an appeal answered."""
    with pytest.raises(NotAllowed) as refused:
        appointed(Everybody((ADA, *others)), name="Ada", role="observer")

    assert refused.value.phrase == Phrase("appoint-last-facilitator")


@pytest.mark.parametrize("name", ["Emil", "", "Be", "Gone", "Heron"])
def test_a_name_that_nobody_has_is_given_back(name: str) -> None:
    """A chosen name finds nobody either: the change would tell everyone whose name it is."""
    gone = replace(a_member("Gone"), has_left=True)
    found = problems(Everybody((*EVERYBODY, gone)), name=name, role="observer")

    assert found == {"name": Phrase("appoint-nobody", {"name": name})}


def test_two_people_of_one_name_are_not_guessed_between() -> None:
    """A role for the wrong person would be worse than none."""
    twin = replace(CHIDI, id=MemberId("twin"), name="ben")
    found = problems(Everybody((*EVERYBODY, twin)), name="Ben", role="observer")

    assert found == {"name": Phrase("appoint-several", {"name": "Ben"})}


def test_what_is_wrong_is_said_beside_each_field() -> None:
    """All at once, so that nobody sends the form three times."""
    broken = Phrase("refusals-text-broken", {"position": 1})

    assert problems(name="Ben", role="boss") == {"role": Phrase("appoint-no-role")}
    assert problems(name="Ben", role="member") == {"role": Phrase("appoint-same-role")}
    assert problems(name="Emil", role="", reason="\0") == {
        "name": Phrase("appoint-nobody", {"name": "Emil"}),
        "role": Phrase("appoint-no-role"),
        "reason": broken,
    }
