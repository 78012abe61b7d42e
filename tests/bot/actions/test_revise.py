"""Change one's own words."""

from dataclasses import replace

import pytest

from bot.actions.revise import offer_revise, revise
from bot.dialogue.contributions import Contribution, ContributionKind, ContributionState, Revision
from bot.dialogue.limits import Limits
from bot.dialogue.standing import Recent, Said, Words
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed, NotFound
from bot.identifiers import RevisionId, new_id
from bot.speech.effects import Effects, OpenForm, RejectForm, Say
from bot.speech.messages import Choice, Field, FieldKind, Form, Message
from bot.words import Phrase
from tests.people import ADA, BEN, GARDEN, MONDAY, SEED, a_contribution, asking, pressed, sent

MINE = a_contribution(BEN, 7)
TICKET = Ticket(Action.REVISE, MINE.id)
WORDS = Words("A lift.")
NOTHING_SAID = Recent(())
FORM = Form(
    title=Phrase("revise-title"),
    ticket=TICKET,
    intro=(Phrase("revise-intro"),),
    fields=(Field(id="body", label=Phrase("contribute-body-field"), kind=FieldKind.PARAGRAPH),),
    values={"body": "A lift."},
)


def test_the_form_opens_with_the_words_as_they_stand() -> None:
    """Nobody types them again to change a comma."""
    assert offer_revise(MINE, asking(BEN, WORDS), pressed(BEN, TICKET)) == Effects(reply=OpenForm(FORM))


def test_new_words_are_a_further_version() -> None:
    """The earlier ones stay; wherever the words are shown, the new ones are drawn."""
    edited_once = replace(MINE, edits=1)
    event = sent(BEN, TICKET, body=" A ramp. ")

    effects = revise(edited_once, asking(BEN, WORDS, NOTHING_SAID), event)

    revision = Revision(
        id=RevisionId(new_id(SEED, "revision")),
        of=MINE.id,
        dialogue=GARDEN.id,
        number=3,
        body="A ramp.",
        made_at=MONDAY,
    )
    change = Choice(Phrase("contribute-change-choice"), Ticket(Action.REVISE, MINE.id))
    take_back = Choice(Phrase("contribute-take-back-choice"), Ticket(Action.WITHDRAW, MINE.id))
    assert effects == Effects(
        keep=(replace(MINE, edits=2), revision),
        reply=Say(Message(Phrase("revise-thanks"), (change, take_back))),
    )


def test_the_same_words_are_no_new_version() -> None:
    """To be "edited twice" should mean that something was changed twice."""
    event = sent(BEN, TICKET, body="A lift.\r\n")

    effects = revise(MINE, asking(BEN, WORDS, NOTHING_SAID), event)

    assert effects == Effects(reply=Say(Message(Phrase("revise-same"))))


def test_words_that_cannot_be_kept_come_back_with_the_form() -> None:
    """What stands stays as it was."""
    event = sent(BEN, TICKET, body="")

    effects = revise(MINE, asking(BEN, WORDS, NOTHING_SAID), event)

    assert effects == Effects(reply=RejectForm(FORM, {"body": Phrase("refusals-text-empty")}, {"body": ""}))


def test_changing_counts_towards_the_limits() -> None:
    """Editing one contribution again and again would flood the place as well."""
    recent = Recent((Said(MINE.id, MINE.round, 7, "A lift.", MONDAY),))

    with pytest.raises(NotAllowed, match="refusals-too-fast"):
        revise(
            MINE,
            asking(BEN, WORDS, recent, limits=Limits(words_a_minute=1)),
            sent(BEN, TICKET, body="A ramp."),
        )


@pytest.mark.parametrize(
    ("contribution", "refusal"),
    [
        (a_contribution(ADA, 7), NotAllowed),
        (replace(MINE, state=ContributionState.WITHDRAWN), NotFound),
        (replace(MINE, state=ContributionState.HELD), NotFound),
        (replace(MINE, kind=ContributionKind.PASS), NotFound),
    ],
    ids=["of somebody else", "withdrawn", "hidden", "a pass"],
)
def test_only_ones_own_words_that_are_there_can_be_changed(
    contribution: Contribution, refusal: type[Exception]
) -> None:
    """Nobody changes the words of another, and hidden ones are not swapped behind the reason given."""
    with pytest.raises(refusal):
        offer_revise(contribution, asking(BEN, WORDS), pressed(BEN, TICKET))
    with pytest.raises(refusal):
        revise(contribution, asking(BEN, WORDS, NOTHING_SAID), sent(BEN, TICKET, body="A ramp."))
