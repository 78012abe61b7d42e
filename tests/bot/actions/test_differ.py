"""Mark views that differ; each is kept whole."""

from dataclasses import replace

import pytest

from bot.actions.contribute import bring
from bot.actions.differ import agree_to_differ, differ, offer_differ
from bot.dialogue.contributions import Contribution, ContributionKind, ContributionState
from bot.dialogue.divergences import Divergence, DivergenceState
from bot.dialogue.members import Member
from bot.dialogue.rounds import Reveal, Round
from bot.dialogue.stances import Stance, StanceKind
from bot.dialogue.standing import Answered, Other, Positions, Recent, RoundOf, Standing
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.turns import TurnKind
from bot.errors import NotAllowed, NotFound
from bot.identifiers import DivergenceId, MemberId, PostId, WaitingId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import Effects, OpenForm, Post, RejectForm, Say, Telling
from bot.speech.events import FormSubmitted
from bot.speech.messages import Choice, Form, Message
from bot.speech.shown import choices_after, shared_post
from bot.speech.writing import read_writing, writing_fields, writing_intro
from bot.words import Part, Phrase, Quote
from tests.people import (
    BEN,
    CHIDI,
    DANA,
    GARDEN,
    HERE,
    MONDAY,
    SEED,
    a_contribution,
    a_round,
    asking,
    pressed,
    sent,
    typed,
)

OPEN_ROUND = a_round()
STANDING = Standing(eligible=20, contributions=6, rounds=1)
WORDS = a_contribution(CHIDI, 3)
OTHER = a_contribution(DANA, 5)
TICKET = Ticket(Action.DIFFER, WORDS.id)
APART = Choice(Phrase("close_round-apart-choice"), Ticket(Action.SHOW_RECORD, GARDEN.id, "apart"))
FORM = Form(
    title=Phrase("differ-title"),
    ticket=TICKET,
    intro=(
        Phrase("answer-to", {"author": Quote(WORDS.id, Part.AUTHOR), "body": Quote(WORDS.id)}),
        Phrase("differ-intro"),
        *writing_intro(OPEN_ROUND, STANDING)[1:],
    ),
    fields=writing_fields(OPEN_ROUND, STANDING),
    values={"level": "chosen_name", "chosen_name": "Heron"},
)


def loaded(
    member: Member = BEN,
    round: Round = OPEN_ROUND,
    *,
    other: Contribution | None = None,
    has_answered: bool = True,
) -> Asking:
    """Return a member with what the table of acts loads."""
    return asking(member, RoundOf(round), Answered(has=has_answered), STANDING, Recent(()), Other(other))


def between(one: Contribution, other: Contribution, by: Member = BEN) -> Divergence:
    """Return what is kept of two views that differ."""
    return Divergence(
        id=DivergenceId(new_id(SEED, "divergence")),
        dialogue=GARDEN.id,
        positions=(one.id, other.id),
        marked_by=by.id,
        made_at=MONDAY,
    )


def brought(event: FormSubmitted, by: Member = BEN) -> Contribution:
    """Return the contribution that a differing view makes."""
    written, _ = read_writing(event.answers, OPEN_ROUND, by, STANDING)
    assert written is not None
    return bring(OPEN_ROUND, loaded(by), event, written, (WORDS.id, TurnKind.DIFFER)).contribution


# --- in one's own words -------------------------------------------------------------------------------


def test_seeing_it_differently_opens_a_form() -> None:
    """With the words it is about; a sign alone would not say what is seen."""
    assert offer_differ(WORDS, loaded(), pressed(BEN, TICKET)) == Effects(reply=OpenForm(FORM))
    assert offer_differ(WORDS, loaded(), typed(BEN, TICKET)) == Effects(reply=OpenForm(FORM))


def test_ones_own_view_is_kept_beside_the_other() -> None:
    """A contribution of its own, a divergence between the two, a stance; the first author is told."""
    event = sent(BEN, TICKET, body="It is for quiet.", level="named")

    effects = differ(WORDS, loaded(), event)

    new = brought(event)
    stance = Stance(
        contribution=WORDS.id,
        member=BEN.id,
        dialogue=GARDEN.id,
        kind=StanceKind.DIFFERENTLY,
        made_at=MONDAY,
    )
    told = Telling(
        id=WaitingId(new_id(SEED, "tell chidi differ-told")),
        member=CHIDI.id,
        phrase=Phrase("differ-told", {"number": Quote(WORDS.id, Part.NUMBER), "body": Quote(new.id)}),
        action=Action.SHOW_ENTRY,
        subject=new.id,
    )
    assert effects == Effects(
        keep=(new, effects.keep[1], between(WORDS, new), stance),
        reply=Say(Message(Phrase("differ-thanks"), choices_after(OPEN_ROUND, new, event))),
        posts=(shared_post(OPEN_ROUND, new),),
        tell=(told,),
    )
    assert (new.to, new.turn) == (WORDS.id, TurnKind.DIFFER)


def test_a_view_without_a_name_is_told_to_nobody_while_it_waits() -> None:
    """The author of the first words would read it at once, and know from the time whose it is."""
    event = sent(BEN, TICKET, body="It is for quiet.", level="unnamed")

    effects = differ(WORDS, loaded(), event)

    assert (effects.tell, effects.posts) == ((), ())


def test_nobody_is_told_that_they_see_their_own_words_differently() -> None:
    """People change their minds, and both views are theirs."""
    event = sent(CHIDI, TICKET, body="It is for quiet.", level="named")

    effects = differ(WORDS, loaded(CHIDI), event)

    assert effects.tell == ()
    assert effects.keep[2] == between(WORDS, brought(event, CHIDI), CHIDI)


def test_a_view_that_cannot_be_kept_comes_back_with_the_form() -> None:
    """Nothing is marked as differing from nothing."""
    event = sent(BEN, TICKET, body=" ")

    effects = differ(WORDS, loaded(), event)

    problems = {"body": Phrase("refusals-text-empty")}
    assert effects == Effects(reply=RejectForm(FORM, problems, {"body": " "}))


@pytest.mark.parametrize(
    ("contribution", "round"),
    [
        (WORDS, a_round(Reveal.ANSWER_FIRST)),
        (a_contribution(BEN, 0), OPEN_ROUND),
        (replace(WORDS, state=ContributionState.HELD), OPEN_ROUND),
    ],
    ids=["sealed", "one's own waiting", "hidden"],
)
def test_what_is_not_shown_cannot_be_seen_differently(contribution: Contribution, round: Round) -> None:
    """The form would show it; and who takes up what nobody else has seen has written it."""
    unanswered = loaded(round=round, has_answered=False)

    with pytest.raises(NotFound):
        offer_differ(contribution, unanswered, pressed(BEN, TICKET))
    with pytest.raises(NotFound):
        differ(contribution, unanswered, sent(BEN, TICKET, body="It is for quiet."))


# --- two views that stand -----------------------------------------------------------------------------


def test_two_views_that_stand_are_marked_as_differing() -> None:
    """By anybody; the place sees both, whole, each under its author's name."""
    effects = offer_differ(WORDS, loaded(other=OTHER), typed(BEN, TICKET, other="5"))

    post = Post(
        PostId(new_id(SEED, "marked")),
        HERE,
        Message(
            Phrase(
                "differ-marked-post",
                {
                    "one": Quote(WORDS.id, Part.NUMBER),
                    "other": Quote(OTHER.id, Part.NUMBER),
                    "one_body": Quote(WORDS.id),
                    "other_body": Quote(OTHER.id),
                    "one_author": Quote(WORDS.id, Part.AUTHOR),
                    "other_author": Quote(OTHER.id, Part.AUTHOR),
                },
            ),
            (APART,),
        ),
    )
    assert effects == Effects(
        keep=(between(WORDS, OTHER),),
        reply=Say(Message(Phrase("differ-marked"), (APART,))),
        posts=(post,),
    )


def test_views_in_a_sealed_round_are_marked_without_a_post() -> None:
    """Those who have not answered yet would read both of them in the place."""
    sealed = a_round(Reveal.ANSWER_FIRST)

    effects = offer_differ(WORDS, loaded(round=sealed, other=OTHER), typed(BEN, TICKET, other="5"))

    assert effects == Effects(
        keep=(between(WORDS, OTHER),), reply=Say(Message(Phrase("differ-marked"), (APART,)))
    )


@pytest.mark.parametrize(
    "other",
    [
        None,
        a_contribution(DANA, 0),
        replace(OTHER, state=ContributionState.WITHDRAWN),
        replace(OTHER, kind=ContributionKind.PASS),
    ],
    ids=["nothing there", "waiting", "withdrawn", "a pass"],
)
def test_a_view_that_is_not_shown_cannot_be_marked(other: Contribution | None) -> None:
    """Numbers can be typed at random."""
    with pytest.raises(NotFound):
        offer_differ(WORDS, loaded(other=other), typed(BEN, TICKET, other="5"))


def test_a_view_does_not_differ_from_itself() -> None:
    """A slip of the finger would stand in the record as a disagreement."""
    with pytest.raises(NotAllowed, match="differ-from-itself"):
        offer_differ(WORDS, loaded(other=WORDS), typed(BEN, TICKET, other="3"))


def test_answers_to_two_questions_are_not_marked_as_differing() -> None:
    """A divergence is about one question; and the other round may still be sealed for whoever marks."""
    elsewhere = a_contribution(DANA, 5, round=a_round(Reveal.ANSWER_FIRST, number=2))

    with pytest.raises(NotAllowed, match="differ-other-question"):
        offer_differ(WORDS, loaded(other=elsewhere), typed(BEN, TICKET, other="5"))


# --- to agree to differ -------------------------------------------------------------------------------

DIVERGENCE = between(WORDS, OTHER)
AGREE = Ticket(Action.AGREE_TO_DIFFER, DIVERGENCE.id, "agree")
BOTH = Positions((WORDS, OTHER))


def test_a_word_from_one_side_waits_for_the_other() -> None:
    """Nobody agrees to differ for somebody else; silence is not assent."""
    effects = agree_to_differ(DIVERGENCE, asking(CHIDI, BOTH), pressed(CHIDI, AGREE))

    said = frozenset({CHIDI.id})
    assert effects == Effects(
        keep=(replace(DIVERGENCE, agreed_by=said, state=DivergenceState.EXPLORED),),
        reply=Say(Message(Phrase("differ-agree-waits"))),
    )


def test_with_a_word_from_each_side_they_agree_to_differ() -> None:
    """A proper end: both views stay, whole."""
    waiting = replace(DIVERGENCE, agreed_by=frozenset({CHIDI.id}), state=DivergenceState.EXPLORED)

    effects = agree_to_differ(waiting, asking(DANA, BOTH), pressed(DANA, AGREE))

    said = frozenset({CHIDI.id, DANA.id})
    assert effects == Effects(
        keep=(replace(DIVERGENCE, agreed_by=said, state=DivergenceState.AGREED_TO_DIFFER),),
        reply=Say(Message(Phrase("differ-agreed"))),
    )


def test_an_author_who_is_no_longer_known_is_not_waited_for() -> None:
    """Nobody could ever answer for them."""
    positions = Positions((WORDS, replace(OTHER, member=MemberId(""))))

    effects = agree_to_differ(DIVERGENCE, asking(CHIDI, positions), pressed(CHIDI, AGREE))

    assert effects.reply == Say(Message(Phrase("differ-agreed")))


def test_only_who_wrote_a_view_agrees_to_differ_about_it() -> None:
    """A facilitator or a bystander cannot settle it."""
    with pytest.raises(NotAllowed, match="differ-only-authors"):
        agree_to_differ(DIVERGENCE, asking(BEN, BOTH), pressed(BEN, AGREE))


@pytest.mark.parametrize(
    ("divergence", "ticket"),
    [
        (replace(DIVERGENCE, state=DivergenceState.AGREED_TO_DIFFER), AGREE),
        (DIVERGENCE, replace(AGREE, choice="")),
        (DIVERGENCE, replace(AGREE, choice="resolve")),
    ],
    ids=["agreed already", "nothing asked", "something else"],
)
def test_a_button_whose_time_is_over_is_refused(divergence: Divergence, ticket: Ticket) -> None:
    """There is no way to call a difference resolved."""
    with pytest.raises(NotFound, match="refusals-button"):
        agree_to_differ(divergence, asking(CHIDI, BOTH), pressed(CHIDI, ticket))
