"""The end of a dialogue, and opening it again."""

from dataclasses import replace

import pytest

from bot.actions.close_dialogue import close_dialogue, offer_close
from bot.actions.close_round import closing, planned_for
from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import Contribution
from bot.dialogue.dialogues import Dialogue, DialogueState
from bot.dialogue.rounds import Reveal
from bot.dialogue.standing import AtPlace, InRound, Rounds, Standing
from bot.dialogue.tickets import Action, Ticket
from bot.errors import DialogueClosed, NotAllowed, NotFound
from bot.identifiers import ContributionId, PostId, new_id
from bot.speech.effects import AfterForm, Deed, Effects, OpenForm, Post, RejectForm, Reply, Say
from bot.speech.messages import Choice, Form, Message
from bot.speech.telling import tell
from bot.words import Part, Phrase, Quote, Value
from tests.people import (
    ADA,
    BEN,
    CHIDI,
    GARDEN,
    HERE,
    MONDAY,
    SEED,
    a_contribution,
    a_preview,
    a_record,
    a_round,
    asking,
    pressed,
    sent,
)

CLOSE = Ticket(Action.CLOSE_DIALOGUE, GARDEN.id)
REOPEN = Ticket(Action.CLOSE_DIALOGUE, GARDEN.id, "reopen")
ENDED = replace(GARDEN, state=DialogueState.CLOSED, closed_at=MONDAY)


def offered(ticket: Ticket = CLOSE, dialogue: Dialogue = GARDEN, *, is_taken: bool = False) -> Effects[Reply]:
    """Ada presses the button."""
    here = asking(ADA, AtPlace(has_open=is_taken), dialogue=dialogue)
    return offer_close(dialogue, here, pressed(ADA, ticket))


def form() -> Form:
    """Return the form for the reason."""
    reply = offered().reply
    assert isinstance(reply, OpenForm)
    return reply.form


def closed(
    *contributions: Contribution, reason: str = "We are done.", rounds: Rounds | None = None
) -> Effects[AfterForm]:
    """Ada ends the dialogue."""
    held = rounds or Rounds((a_round(),))
    numbered = max((c.number for c in contributions), default=0)
    standing = Standing(eligible=5, contributions=numbered, rounds=len(held.rounds))
    record = a_record(contributions, rounds=held.rounds)
    return close_dialogue(GARDEN, asking(ADA, held, record, standing), sent(ADA, CLOSE, reason=reason))


def said(key: str) -> Post:
    """Return the post about it."""
    values: dict[str, Value] = {"title": Quote(GARDEN.id, Part.TITLE), "by": Quote(ADA.id, Part.NAME)}
    choices = (
        Choice(Phrase("show_record-choice"), Ticket(Action.SHOW_RECORD, GARDEN.id)),
        Choice(Phrase("show_mine-show_ledger-choice"), Ticket(Action.SHOW_LEDGER, GARDEN.id)),
    )
    return Post(PostId(new_id(SEED, "post")), HERE, Message(Phrase(key, values), choices))


def test_the_end_needs_a_reason() -> None:
    """The form says what will happen; without a reason it comes back."""
    rejected = RejectForm(form(), {"reason": Phrase("refusals-text-empty")}, {"reason": " "})

    assert [field.id for field in form().fields] == ["reason"]
    assert closed(reason=" ") == Effects(reply=rejected)


def test_the_dialogue_ends_with_its_open_rounds() -> None:
    """Each round closes as it would by itself, and nothing is left planned."""
    open_round, earlier = a_round(), replace(a_round(number=2), closed_at=MONDAY)
    rounds = Rounds((open_round, earlier, replace(a_preview(), number=3)))
    contribution = a_contribution(BEN, 1)
    here = asking(ADA, InRound((contribution,)), Standing(eligible=5, contributions=1, rounds=3))
    kept, posts = closing(open_round, here, MONDAY, SEED, is_for_good=True)

    assert closed(contribution, rounds=rounds) == Effects(
        keep=(ENDED, *kept),
        reply=Say(Message(Phrase("close_dialogue-done"))),
        posts=(*posts, said("close_dialogue-ended")),
        tell=tell(SEED, BEN.id, Phrase("follow_up-at-end"), Action.SHOW_FOLLOW_UP, GARDEN.id),
        cancel=planned_for(open_round),
        settled=(open_round.id,),
        deed=Deed(action=Action.CLOSE_DIALOGUE, target=GARDEN.id, reason="We are done."),
    )


def test_words_that_waited_are_shown_with_numbers_of_their_own() -> None:
    """What nobody has seen is not lost with the end, and two rounds never share a number."""
    first, second = a_round(), replace(a_round(Reveal.ANSWER_FIRST, number=2))
    waiting = tuple(
        replace(
            a_contribution(who, 0, level=Attribution.UNNAMED, round=round),
            id=ContributionId(f"{who.id}-{round.id}"),
        )
        for round in (first, second)
        for who in (BEN, CHIDI)
    )
    effects = closed(a_contribution(ADA, 3), *waiting, rounds=Rounds((first, second)))
    shared = [fact for fact in effects.keep if isinstance(fact, Contribution)]

    assert sorted(c.number for c in shared) == [4, 5, 6, 7]
    assert {c.id for c in shared} == {c.id for c in waiting}
    assert {c.shared_on for c in shared} == {MONDAY.date()}


def test_without_open_rounds_only_the_end_is_said() -> None:
    """A dialogue may end between two questions."""
    effects = closed(rounds=Rounds(()))

    assert (effects.keep, effects.posts, effects.cancel) == ((ENDED,), (said("close_dialogue-ended"),), ())


def test_the_reason_stands_in_no_post() -> None:
    """A post waits on its way as keys and ids; the reason is kept where it can be erased."""
    assert "We are done." not in repr(closed().posts)


@pytest.mark.parametrize("state", [DialogueState.CLOSED, DialogueState.PREPARED])
def test_what_is_not_open_cannot_end(state: DialogueState) -> None:
    """Somebody may have been quicker."""
    with pytest.raises(DialogueClosed):
        close_dialogue(replace(GARDEN, state=state), asking(ADA), sent(ADA, CLOSE, reason="Why."))


def test_a_dialogue_that_never_opened_has_no_form_for_its_end() -> None:
    """There is nothing to end yet."""
    with pytest.raises(DialogueClosed):
        offered(dialogue=replace(GARDEN, state=DialogueState.PREPARED))


def test_a_dialogue_that_has_ended_offers_to_open_again() -> None:
    """A mistake can be put right."""
    reopen = Choice(Phrase("close_dialogue-reopen-choice"), REOPEN)

    assert offered(dialogue=ENDED) == Effects(reply=Say(Message(Phrase("close_dialogue-already"), (reopen,))))


def test_it_opens_again_and_everybody_can_see_who_did_it() -> None:
    """The ledger keeps this act too."""
    assert offered(REOPEN, ENDED) == Effects(
        keep=(GARDEN,),
        reply=Say(Message(Phrase("close_dialogue-reopened"))),
        posts=(said("close_dialogue-open-again"),),
        deed=Deed(action=Action.CLOSE_DIALOGUE, target=GARDEN.id),
    )


def test_a_place_holds_one_open_dialogue() -> None:
    """With two, a mention would have to be guessed."""
    with pytest.raises(NotAllowed) as refused:
        offered(REOPEN, ENDED, is_taken=True)

    assert refused.value.phrase == Phrase("close_dialogue-place-taken")


def test_an_open_dialogue_cannot_be_opened_again() -> None:
    """An old button may still stand there."""
    with pytest.raises(NotAllowed) as refused:
        offered(REOPEN)

    assert refused.value.phrase == Phrase("close_dialogue-not-ended")


def test_a_button_that_asks_for_something_else_is_refused() -> None:
    """A ticket comes back from outside, and may be anything."""
    with pytest.raises(NotFound) as refused:
        offered(Ticket(Action.CLOSE_DIALOGUE, GARDEN.id, "delete"))

    assert refused.value.phrase == Phrase("refusals-button")
