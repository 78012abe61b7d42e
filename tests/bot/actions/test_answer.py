"""Answer a contribution: ask, answer, build on it, thank."""

from dataclasses import replace

import pytest

from bot.actions.answer import answer, offer_answer
from bot.actions.contribute import bring
from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import Contribution, ContributionState
from bot.dialogue.limits import Limits
from bot.dialogue.members import Member
from bot.dialogue.rounds import Reveal, Round
from bot.dialogue.standing import Answered, Recent, RoundOf, Said, Standing
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.turns import TurnKind
from bot.errors import NotAllowed, NotFound
from bot.identifiers import WaitingId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import Effects, OpenForm, RejectForm, Say, Telling
from bot.speech.events import FormSubmitted
from bot.speech.messages import Field, FieldKind, Form, Message, Option
from bot.speech.shown import choices_after, shared_post
from bot.speech.writing import read_writing, writing_fields, writing_intro
from bot.words import Part, Phrase, Quote
from tests.people import BEN, CHIDI, HERE, MONDAY, SEED, a_contribution, a_round, asking, pressed, sent

OPEN_ROUND = a_round()
STANDING = Standing(eligible=20, contributions=6, rounds=1)
WORDS = a_contribution(CHIDI, 3)
TICKET = Ticket(Action.ANSWER, WORDS.id)
OFFERED = (TurnKind.QUESTION, TurnKind.ANSWER, TurnKind.BUILD, TurnKind.THANKS)


def loaded(member: Member = BEN, round: Round = OPEN_ROUND, *, has_answered: bool = True) -> Asking:
    """Return a member with what the table of acts loads."""
    return asking(member, RoundOf(round), Answered(has=has_answered), STANDING, Recent(()))


def a_form(contribution: Contribution = WORDS) -> Form:
    """Return the form as it opens for Ben."""
    *fields, tick = writing_fields(OPEN_ROUND, STANDING)
    quoted = {"author": Quote(contribution.id, Part.AUTHOR), "body": Quote(contribution.id)}
    return Form(
        title=Phrase("answer-title"),
        ticket=Ticket(Action.ANSWER, contribution.id),
        intro=(Phrase("answer-to", quoted), *writing_intro(OPEN_ROUND, STANDING)[1:]),
        fields=(
            Field(
                id="kind",
                label=Phrase("answer-kind-field"),
                kind=FieldKind.ONE_OF,
                options=tuple(Option(kind, Phrase(f"answer-{kind}-option")) for kind in OFFERED),
            ),
            *fields,
            tick,
        ),
        values={"level": "chosen_name", "chosen_name": "Heron"},
    )


def brought(
    event: FormSubmitted, kind: TurnKind, round: Round = OPEN_ROUND, by: Member = BEN
) -> Contribution:
    """Return the contribution that an answer makes."""
    written, _ = read_writing(event.answers, round, by, STANDING)
    assert written is not None
    return bring(round, loaded(by, round), event, written, (WORDS.id, kind)).contribution


def test_the_form_shows_what_is_answered() -> None:
    """Five fields: what it is, the words, and how to show them. No name has to be known for it."""
    assert offer_answer(WORDS, loaded(), pressed(BEN, TICKET)) == Effects(reply=OpenForm(a_form()))
    assert len(a_form().fields) <= 5


@pytest.mark.parametrize("kind", OFFERED)
def test_an_answer_is_a_contribution_of_its_own(kind: TurnKind) -> None:
    """It is kept whole and linked; the first author is told, and a question waits for an answer."""
    event = sent(BEN, TICKET, kind=kind, body="Which floor?", level="named")

    effects = answer(WORDS, loaded(), event)

    new = brought(event, kind)
    told = Telling(
        id=WaitingId(new_id(SEED, f"tell chidi answer-told-{kind}")),
        member=CHIDI.id,
        phrase=Phrase(f"answer-told-{kind}", {"number": Quote(WORDS.id, Part.NUMBER), "body": Quote(new.id)}),
        action=Action.ANSWER if kind is TurnKind.QUESTION else Action.SHOW_ENTRY,
        subject=new.id,
    )
    assert (new.number, new.to, new.turn, new.member) == (7, WORDS.id, kind, BEN.id)
    assert effects == Effects(
        keep=effects.keep,
        reply=Say(Message(Phrase("answer-thanks"), choices_after(OPEN_ROUND, new, event))),
        posts=(shared_post(OPEN_ROUND, new),),
        tell=(told,),
        done=(WORDS.id,),
    )
    assert effects.keep[0] == new
    assert effects.posts[0].place == HERE


def test_an_answer_without_a_name_is_told_to_nobody_while_it_waits() -> None:
    """The author of the first words would read it at once, and know from the time whose it is."""
    event = sent(BEN, TICKET, kind="question", body="Which floor?", level="unnamed")

    effects = answer(WORDS, loaded(), event)

    new = brought(event, TurnKind.QUESTION)
    assert (new.level, new.shared_on) == (Attribution.UNNAMED, None)
    assert (effects.tell, effects.posts) == ((), ())


def test_nobody_is_told_of_their_own_words() -> None:
    """Somebody may go on with what they wrote."""
    event = sent(CHIDI, TICKET, kind="build", body="And a ramp.", level="named")

    effects = answer(WORDS, loaded(CHIDI), event)

    assert effects.tell == ()
    assert effects.keep[0] == brought(event, TurnKind.BUILD, by=CHIDI)


def test_an_unnamed_author_can_be_asked() -> None:
    """Clarification without unmasking: the question goes to whoever it was."""
    unnamed = replace(WORDS, level=Attribution.UNNAMED, shown_name="")
    event = sent(BEN, TICKET, kind="question", body="Which floor?", level="named")

    effects = answer(unnamed, loaded(), event)

    assert [told.member for told in effects.tell] == [CHIDI.id]
    assert "Chidi" not in repr(effects)


@pytest.mark.parametrize("kind", ["", "differ", "praise"])
def test_an_answer_says_what_it_is(kind: str) -> None:
    """Only then can it be said whether a question was answered; to differ has a form of its own."""
    event = sent(BEN, TICKET, kind=kind, body="Which floor?", level="named")

    effects = answer(WORDS, loaded(), event)

    problems = {"kind": Phrase("answer-no-kind")}
    assert effects == Effects(reply=RejectForm(a_form(), problems, event.answers))


def test_everything_that_is_wrong_is_said_at_once() -> None:
    """Beside each field, with what was written."""
    event = sent(BEN, TICKET)

    effects = answer(WORDS, loaded(), event)

    problems = {"body": Phrase("refusals-text-empty"), "kind": Phrase("answer-no-kind")}
    assert effects == Effects(reply=RejectForm(a_form(), problems, {}))


@pytest.mark.parametrize(
    ("contribution", "round"),
    [
        (WORDS, a_round(Reveal.ANSWER_FIRST)),
        (WORDS, a_round(Reveal.AT_CLOSE)),
        (a_contribution(CHIDI, 0), OPEN_ROUND),
        (replace(WORDS, state=ContributionState.WITHDRAWN), OPEN_ROUND),
    ],
    ids=["answer first", "at close", "waiting", "withdrawn"],
)
def test_what_is_not_shown_cannot_be_answered(contribution: Contribution, round: Round) -> None:
    """The form would show the words, and a button can be pressed from anywhere."""
    with pytest.raises(NotFound):
        offer_answer(contribution, loaded(round=round, has_answered=False), pressed(BEN, TICKET))
    with pytest.raises(NotFound):
        answer(
            contribution,
            loaded(round=round, has_answered=False),
            sent(BEN, TICKET, kind="build", body="Yes."),
        )


def test_in_an_answer_first_round_those_who_answered_can_go_on() -> None:
    """Among themselves; nothing of it is posted before the close."""
    sealed = a_round(Reveal.ANSWER_FIRST)
    event = sent(BEN, TICKET, kind="build", body="And a ramp.", level="named")

    effects = answer(WORDS, loaded(round=sealed), event)

    assert effects.posts == ()
    assert [told.member for told in effects.tell] == [CHIDI.id]


def test_answers_count_towards_the_limits() -> None:
    """Answering everything at once floods a place as well."""
    recent = Recent((Said(WORDS.id, WORDS.round, 6, "A lift.", MONDAY),))
    flooded = asking(
        BEN, RoundOf(OPEN_ROUND), Answered(has=True), STANDING, recent, limits=Limits(words_a_minute=1)
    )

    with pytest.raises(NotAllowed, match="refusals-too-fast"):
        answer(WORDS, flooded, sent(BEN, TICKET, kind="build", body="And a ramp.", level="named"))
