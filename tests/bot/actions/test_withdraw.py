"""Take one's words back."""

from dataclasses import replace
from datetime import time

import pytest

from bot.actions.withdraw import erase_when_due, erasing_of, withdraw
from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import Contribution, ContributionKind, ContributionState
from bot.dialogue.rhythm import Occurrence
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed, NotFound
from bot.speech.effects import Effects, Say, Silence
from bot.speech.messages import Choice, Message
from bot.speech.shown import sharing_of
from bot.words import Phrase
from tests.people import (
    A_WEEK,
    ADA,
    BEN,
    GARDEN,
    MONDAY,
    TODAY,
    a_contribution,
    asking,
    came_due,
    day_after,
    pressed,
)

LIVE, HELD, WITHDRAWN, ERASED = ContributionState
MINE = a_contribution(BEN, 7)
GONE = replace(MINE, state=WITHDRAWN, state_on=TODAY)
TICKET = Ticket(Action.WITHDRAW, MINE.id)
BACK, ERASE = replace(TICKET, choice="back"), replace(TICKET, choice="erase")
BACK_CHOICE = Choice(Phrase("withdraw-back-choice"), BACK)
ERASE_CHOICE = Choice(Phrase("withdraw-erase-choice"), ERASE)


def in_state(state: ContributionState) -> Contribution:
    """Return Ben's words in a state."""
    return replace(MINE, state=state)


@pytest.mark.parametrize("number", [7, 0], ids=["shown", "still waiting"])
def test_words_are_taken_back_at_once(number: int) -> None:
    """A marker with the day stays; for seven days their author can bring them back."""
    mine = a_contribution(BEN, number)

    effects = withdraw(mine, asking(BEN), pressed(BEN, TICKET))

    back, now = (Ticket(Action.WITHDRAW, mine.id, choice) for choice in ("back", "erase"))
    erasing = Occurrence(
        id=erasing_of(mine),
        dialogue=GARDEN.id,
        ticket=Ticket(Action.WITHDRAW, mine.id),
        day=day_after(7),
        time=time(12),
        zone="UTC",
    )
    assert effects == Effects(
        keep=(replace(mine, state=WITHDRAWN, state_on=TODAY), erasing),
        reply=Say(
            Message(
                Phrase("withdraw-done", {"until": MONDAY + A_WEEK}),
                (Choice(Phrase("withdraw-back-choice"), back), Choice(Phrase("withdraw-erase-choice"), now)),
            )
        ),
        settled=(mine.id,),
    )
    assert erasing.due == MONDAY + A_WEEK


def test_words_can_be_brought_back() -> None:
    """Within the seven days nothing is lost by a slip of the finger; the erasure is called off."""
    effects = withdraw(GONE, asking(BEN), pressed(BEN, BACK))

    assert effects == Effects(
        keep=(replace(MINE, state_on=TODAY),),
        reply=Say(Message(Phrase("withdraw-brought-back"))),
        cancel=(erasing_of(MINE),),
    )


def test_words_without_a_name_wait_again_when_they_are_brought_back() -> None:
    """The others may have been shown meanwhile; shown alone now, these would be known by the time."""
    waited = replace(a_contribution(BEN, 0, level=Attribution.UNNAMED), state=WITHDRAWN)

    effects = withdraw(waited, asking(BEN), pressed(BEN, BACK))

    assert effects.keep == (
        replace(waited, state=LIVE, state_on=TODAY),
        sharing_of(waited.round, GARDEN, MONDAY),
    )


@pytest.mark.parametrize("state", [LIVE, HELD, WITHDRAWN])
def test_words_can_be_erased_at_once(state: ContributionState) -> None:
    """Nobody has to wait seven days, and no facilitator stands in the way."""
    effects = withdraw(in_state(state), asking(BEN), pressed(BEN, ERASE))

    assert effects == Effects(
        erase=(MINE.id,),
        reply=Say(Message(Phrase("withdraw-erased"))),
        cancel=(erasing_of(MINE),),
        settled=(MINE.id,),
    )


def test_hidden_words_are_not_shown_again_by_taking_them_back() -> None:
    """Taken back and brought back, they would stand there again, past the facilitator's reason."""
    effects = withdraw(in_state(HELD), asking(BEN), pressed(BEN, TICKET))

    assert effects == Effects(reply=Say(Message(Phrase("withdraw-hidden"), (ERASE_CHOICE,))))


@pytest.mark.parametrize(
    ("state", "ticket", "phrase"),
    [
        (WITHDRAWN, TICKET, Phrase("refusals-words-gone", {"number": 7})),
        (ERASED, TICKET, Phrase("refusals-words-gone", {"number": 7})),
        (ERASED, ERASE, Phrase("refusals-words-gone", {"number": 7})),
        (LIVE, BACK, Phrase("withdraw-nothing-to-bring-back")),
        (HELD, BACK, Phrase("withdraw-nothing-to-bring-back")),
        (ERASED, BACK, Phrase("withdraw-nothing-to-bring-back")),
        (LIVE, replace(TICKET, choice="everything"), Phrase("refusals-button")),
    ],
)
def test_a_button_whose_time_is_over_is_refused(
    state: ContributionState, ticket: Ticket, phrase: Phrase
) -> None:
    """Old buttons stay where they are, and can be pressed."""
    with pytest.raises(NotFound) as refusal:
        withdraw(in_state(state), asking(BEN), pressed(BEN, ticket))

    assert refusal.value.phrase == phrase


@pytest.mark.parametrize("ticket", [TICKET, BACK, ERASE], ids=["take back", "bring back", "erase"])
def test_nobody_else_takes_words_back(ticket: Ticket) -> None:
    """Also a facilitator can hide, but never withdraw or erase."""
    with pytest.raises(NotAllowed):
        withdraw(MINE, asking(ADA), pressed(ADA, ticket))


def test_a_pass_is_not_taken_back() -> None:
    """There are no words in it; whoever passed can simply answer."""
    with pytest.raises(NotFound):
        withdraw(replace(MINE, kind=ContributionKind.PASS), asking(BEN), pressed(BEN, TICKET))


@pytest.mark.parametrize(
    ("state", "is_erased"), [(WITHDRAWN, True), (LIVE, False), (HELD, False), (ERASED, False)]
)
def test_after_seven_days_withdrawn_words_are_erased(state: ContributionState, *, is_erased: bool) -> None:
    """Only those that are still withdrawn; who brought them back keeps them."""
    effects = erase_when_due(in_state(state), asking(None), came_due(TICKET))

    assert effects == Effects(reply=Silence(), erase=(MINE.id,) if is_erased else ())
