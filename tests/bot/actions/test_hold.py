"""Hide words for safety, with a reason."""

from dataclasses import replace

import pytest

from bot.actions.hold import hold, offer_hold
from bot.dialogue.contributions import Contribution, ContributionKind, ContributionState
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.identifiers import MemberId, WaitingId, new_id
from bot.speech.effects import Deed, Effects, OpenForm, RejectForm, Say, Telling
from bot.speech.messages import Choice, Field, FieldKind, Form, Message, Option
from bot.words import Part, Phrase, Quote
from tests.people import ADA, BEN, SEED, TODAY, a_contribution, asking, pressed, sent

LIVE, HELD, WITHDRAWN, ERASED = ContributionState
WORDS = a_contribution(BEN, 7)
HIDDEN = replace(WORDS, state=HELD, state_on=TODAY)
TICKET = Ticket(Action.HOLD, WORDS.id)
SHOW = replace(TICKET, choice="show")
FORM = Form(
    title=Phrase("hold-title"),
    ticket=TICKET,
    intro=(Phrase("hold-intro", {"number": 7}),),
    fields=(
        Field(id="reason", label=Phrase("hold-reason-field"), kind=FieldKind.PARAGRAPH, most=500),
        Field(
            id="open_data",
            label=Phrase("hold-open-data-field"),
            kind=FieldKind.ANY_OF,
            options=(Option("yes", Phrase("hold-open-data-option")),),
            is_required=False,
        ),
    ),
)


def test_hiding_asks_for_a_reason() -> None:
    """Without one nobody could appeal against it."""
    assert offer_hold(WORDS, asking(ADA), pressed(ADA, TICKET)) == Effects(reply=OpenForm(FORM))


@pytest.mark.parametrize(("tick", "stays"), [("", False), ("yes", True)])
def test_hidden_words_stay_whole_and_their_author_is_told(tick: str, *, stays: bool) -> None:
    """Not a letter is changed; the reason goes to the author and into the ledger, with a way to appeal."""
    event = sent(ADA, TICKET, reason=" It names somebody who is not here. ", open_data=tick)

    effects = hold(WORDS, asking(ADA), event)

    reason = "It names somebody who is not here."
    told = Telling(
        id=WaitingId(new_id(SEED, "tell ben hold-told")),
        member=BEN.id,
        phrase=Phrase("hold-told", {"number": Quote(WORDS.id, Part.NUMBER), "reason": reason}),
        action=Action.SHOW_ENTRY,
        subject=WORDS.id,
    )
    assert effects == Effects(
        keep=(replace(HIDDEN, stays_in_open_data=stays),),
        reply=Say(Message(Phrase("hold-done", {"number": 7}), (Choice(Phrase("hold-show-choice"), SHOW),))),
        tell=(told,),
        deed=Deed(action=Action.HOLD, target=WORDS.id, reason=reason),
    )


@pytest.mark.parametrize(
    ("reason", "phrase"),
    [
        ("", Phrase("refusals-text-empty")),
        ("x" * 501, Phrase("refusals-text-long", {"length": 501, "most": 500})),
    ],
)
def test_without_a_reason_nothing_is_hidden(reason: str, phrase: Phrase) -> None:
    """The form comes back; the words stay where they are."""
    effects = hold(WORDS, asking(ADA), sent(ADA, TICKET, reason=reason))

    assert effects == Effects(reply=RejectForm(FORM, {"reason": phrase}, {"reason": reason}))


def test_hidden_words_can_be_shown_again() -> None:
    """The author is told, and that too stands in the ledger."""
    effects = offer_hold(replace(HIDDEN, stays_in_open_data=True), asking(ADA), pressed(ADA, SHOW))

    told = Telling(
        id=WaitingId(new_id(SEED, "tell ben hold-told-shown")),
        member=BEN.id,
        phrase=Phrase("hold-told-shown", {"number": Quote(WORDS.id, Part.NUMBER)}),
        action=Action.SHOW_ENTRY,
        subject=WORDS.id,
    )
    assert effects == Effects(
        keep=(replace(WORDS, state_on=TODAY),),
        reply=Say(Message(Phrase("hold-shown", {"number": 7}))),
        tell=(told,),
        settled=(WORDS.id,),
        deed=Deed(action=Action.HOLD, target=WORDS.id),
    )


def test_nobody_is_told_where_the_author_is_no_longer_known() -> None:
    """Erased is erased, also for us."""
    of_nobody = replace(HIDDEN, member=MemberId(""))

    assert offer_hold(of_nobody, asking(ADA), pressed(ADA, SHOW)).tell == ()


@pytest.mark.parametrize("state", [LIVE, WITHDRAWN, ERASED])
def test_only_hidden_words_are_shown_again(state: ContributionState) -> None:
    """What its author took back does not return by a facilitator's hand."""
    with pytest.raises(NotFound, match="hold-nothing-hidden"):
        offer_hold(replace(WORDS, state=state), asking(ADA), pressed(ADA, SHOW))


@pytest.mark.parametrize(
    "contribution",
    [
        HIDDEN,
        replace(WORDS, state=WITHDRAWN),
        replace(WORDS, kind=ContributionKind.PASS),
        a_contribution(BEN, 0),
    ],
    ids=["hidden already", "withdrawn", "a pass", "still waiting"],
)
def test_only_words_that_are_shown_can_be_hidden(contribution: Contribution) -> None:
    """Whoever could hide what waits would learn that it is there."""
    with pytest.raises(NotFound):
        offer_hold(contribution, asking(ADA), pressed(ADA, TICKET))
    with pytest.raises(NotFound):
        hold(contribution, asking(ADA), sent(ADA, TICKET, reason="A reason."))
