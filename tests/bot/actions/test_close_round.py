"""Close a round: show what was kept back, and say whether it was a dialogue."""

from dataclasses import replace

import pytest

from bot.actions.close_round import close_by_hand, close_when_due, closing, planned_for, said_of
from bot.actions.share_unnamed import share_waiting
from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import Contribution, ContributionKind, ContributionState
from bot.dialogue.rounds import Reveal, Round
from bot.dialogue.standing import InRound, Standing
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.turns import Signs, TurnKind
from bot.errors import RoundClosed
from bot.identifiers import ContributionId, PostId
from bot.speech.asking import Asking
from bot.speech.effects import Deed, Effects, Post, Say, Silence
from bot.speech.messages import Choice, Message
from bot.speech.shown import shared_message, shared_post
from bot.words import Part, Phrase, Quote
from tests.people import (
    A_MINUTE,
    ADA,
    BEN,
    CHIDI,
    DANA,
    GARDEN,
    HERE,
    MONDAY,
    SEED,
    TODAY,
    a_contribution,
    a_preview,
    a_round,
    asking,
    came_due,
    pressed,
)

ROUND = a_round()
TICKET = Ticket(Action.CLOSE_ROUND, ROUND.id)
STANDING = Standing(eligible=20, contributions=6, rounds=1)
CLOSED = replace(ROUND, closed_at=MONDAY)
FIRST, SECOND = a_contribution(BEN, 1), a_contribution(CHIDI, 2)
PASS = replace(
    a_contribution(DANA, 0, level=Attribution.UNNAMED), kind=ContributionKind.PASS, shared_on=TODAY
)
NO_SIGNS = Signs(mutuality=False, clarification=False, insight=False)
COLLECTED = said_of(NO_SIGNS)


def loaded(*contributions: Contribution, member: bool = True) -> Asking:
    """Return Ada, or the clock, with what is in the round."""
    return asking(ADA if member else None, InRound(contributions), STANDING)


def said_at_close(count: int, *below: Message) -> Message:
    """Return the post of a closed round."""
    take = Choice(Phrase("interpret-choice"), Ticket(Action.INTERPRET, GARDEN.id, "q1"))
    return Message(
        Phrase(
            "close_round-closed", {"question": Quote(ROUND.id, Part.QUESTION), "count": count, "number": 1}
        ),
        (
            Choice(Phrase("close_round-record-choice"), Ticket(Action.SHOW_RECORD, GARDEN.id)),
            Choice(Phrase("close_round-apart-choice"), Ticket(Action.SHOW_RECORD, GARDEN.id, "apart")),
            *((take,) if count else ()),
        ),
        below,
    )


def closing_post(count: int, *below: Message) -> Post:
    """Return the post of a closed round, in its place."""
    return Post(PostId("closed-round-1"), HERE, said_at_close(count, *below))


# --- by hand, and when due ----------------------------------------------------------------------------


def test_a_facilitator_closes_a_round() -> None:
    """What was planned for it is cancelled, and the act stands in the ledger."""
    effects = close_by_hand(ROUND, loaded(FIRST), pressed(ADA, TICKET))

    assert effects == Effects(
        keep=(CLOSED,),
        reply=Say(Message(Phrase("close_round-done", {"number": 1}))),
        posts=(closing_post(1, *COLLECTED),),
        cancel=planned_for(ROUND),
        settled=(ROUND.id,),
        deed=Deed(action=Action.CLOSE_ROUND, target=ROUND.id),
    )


def test_a_round_closes_when_its_time_comes() -> None:
    """The same as by hand, but nobody did it, so nothing stands in the ledger."""
    effects = close_when_due(ROUND, loaded(FIRST, member=False), came_due(TICKET))

    assert effects == Effects(
        keep=(CLOSED,),
        reply=Silence(),
        posts=(closing_post(1, *COLLECTED),),
        settled=(ROUND.id,),
    )


def test_a_round_closes_once() -> None:
    """Two facilitators press at the same time, or one presses and the clock comes."""
    with pytest.raises(RoundClosed, match="close_round-already"):
        close_by_hand(CLOSED, loaded(FIRST), pressed(ADA, TICKET))
    assert close_when_due(CLOSED, loaded(FIRST), came_due(TICKET)) == Effects(reply=Silence())


@pytest.mark.parametrize(
    "round", [a_preview(), replace(a_preview(), closed_at=MONDAY - A_MINUTE)], ids=["preview", "dropped"]
)
def test_what_never_opened_does_not_close(round: Round) -> None:
    """The group has not seen the question, so there is nothing to tell it."""
    with pytest.raises(RoundClosed, match="refusals-round-not-open-yet"):
        close_by_hand(round, loaded(), pressed(ADA, TICKET))
    assert close_when_due(round, loaded(), came_due(TICKET)) == Effects(reply=Silence())


# --- what the group sees ------------------------------------------------------------------------------


@pytest.mark.parametrize("reveal", [Reveal.ANSWER_FIRST, Reveal.AT_CLOSE])
def test_answers_that_were_kept_back_are_shown_in_the_order_of_their_numbers(reveal: Reveal) -> None:
    """All of them at once, each whole, each with what can be done with it."""
    _, posts = closing(a_round(reveal), loaded(SECOND, FIRST), MONDAY, SEED)

    assert posts == (closing_post(2, shared_message(FIRST), shared_message(SECOND), *COLLECTED),)


@pytest.mark.parametrize("reveal", Reveal)
def test_words_that_are_gone_are_not_shown_at_the_close(reveal: Reveal) -> None:
    """Taken back or hidden before the close, they were never public."""
    gone = [
        a_contribution(BEN, 3, state=ContributionState.WITHDRAWN),
        a_contribution(BEN, 4, state=ContributionState.HELD),
        a_contribution(BEN, 0, state=ContributionState.WITHDRAWN),
    ]

    keep, posts = closing(a_round(reveal), loaded(*gone), MONDAY, SEED)

    assert keep == (replace(a_round(reveal), closed_at=MONDAY),)
    assert posts == (closing_post(0, *COLLECTED),)


@pytest.mark.parametrize("reveal", Reveal)
def test_words_without_a_name_wait_no_longer_than_the_close(reveal: Reveal) -> None:
    """Also fewer than three: that was said before they were sent."""
    round = a_round(reveal)
    waiting = (a_contribution(BEN, 0, level=Attribution.UNNAMED),)

    keep, posts = closing(round, loaded(FIRST, *waiting), MONDAY, SEED)

    (shared,) = share_waiting(round, waiting, 6, SEED, MONDAY).contributions
    assert keep == (replace(round, closed_at=MONDAY), shared)
    if reveal is Reveal.OPEN:
        assert posts == (shared_post(round, shared), closing_post(2, *COLLECTED))
    else:
        below = (shared_message(FIRST), shared_message(shared))
        assert posts == (closing_post(2, *below, *COLLECTED),)


def test_who_passed_is_counted_and_not_named() -> None:
    """A pass is an answer heard; it is in no list of answers."""
    unclear = replace(PASS, id=ContributionId("unclear"), kind=ContributionKind.QUESTION_BACK)

    _, posts = closing(a_round(Reveal.AT_CLOSE), loaded(FIRST, PASS, unclear), MONDAY, SEED)

    passed = Message(Phrase("close_round-passed", {"count": 1}))
    assert posts == (closing_post(1, shared_message(FIRST), passed, *COLLECTED),)


def test_a_round_that_ends_with_its_dialogue_says_so() -> None:
    """Nobody should be invited to answer late where nothing can be added any more."""
    _, posts = closing(ROUND, loaded(FIRST), MONDAY, SEED, is_for_good=True)

    assert [post.message.phrase.key for post in posts] == ["close_round-closed-for-good"]


# --- was it a dialogue? -------------------------------------------------------------------------------


def test_the_dialogue_test_is_said_at_the_close() -> None:
    """It looks at turns between members, and names what is missing."""
    question = a_contribution(BEN, 1, to=SECOND, turn=TurnKind.QUESTION)
    answer = a_contribution(CHIDI, 3, to=question, turn=TurnKind.ANSWER)

    _, posts = closing(ROUND, loaded(SECOND, question, answer), MONDAY, SEED)

    begun = (
        Message(Phrase("close_round-signs-begun")),
        Message(Phrase("close_round-missing-insight")),
    )
    assert posts == (closing_post(3, *begun),)


def test_each_missing_sign_is_named_with_what_could_be_done() -> None:
    """No score: a word for what is there, and an offer for what is not."""
    assert said_of(NO_SIGNS) == [
        Message(Phrase("close_round-signs-collected")),
        Message(Phrase("close_round-missing-mutuality")),
        Message(Phrase("close_round-missing-clarification")),
        Message(Phrase("close_round-missing-insight")),
    ]
    assert said_of(Signs(mutuality=True, clarification=True, insight=True)) == [
        Message(Phrase("close_round-signs-recorded"))
    ]


def test_its_own_close_is_what_is_planned_for_a_round() -> None:
    """It is cancelled when somebody closes it by hand; late words without a name still wait for company."""
    assert planned_for(ROUND) == ("close-round-1", "remind-round-1")
