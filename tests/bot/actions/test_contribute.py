"""Bring one's own words to a round, or pass."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from bot.actions.contribute import contribute, offer_contribute
from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import Contribution, ContributionKind, Revision
from bot.dialogue.limits import Limits
from bot.dialogue.members import Member
from bot.dialogue.renewals import Intentions
from bot.dialogue.rhythm import Occurrence
from bot.dialogue.rounds import Reveal, Round
from bot.dialogue.standing import Answered, Everybody, Recent, Said, Standing
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.turns import TurnKind
from bot.errors import NotAllowed, NotFound, RoundClosed
from bot.identifiers import ContributionId, OccurrenceId, PostId, RevisionId, WaitingId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import Effects, OpenForm, Post, RejectForm, Say, Telling
from bot.speech.messages import Choice, Form, Message
from bot.speech.shown import choices_after, entry_choices, shared_message, shared_post, sharing_of
from bot.speech.writing import writing_fields, writing_intro
from bot.words import Part, Phrase, Quote, Value
from tests.people import (
    A_DAY,
    A_MINUTE,
    A_WEEK,
    ADA,
    BEN,
    EVERYBODY,
    GARDEN,
    HERE,
    MONDAY,
    SEED,
    TODAY,
    a_contribution,
    a_preview,
    a_round,
    day_after,
    pressed,
    sent,
    typed,
)
from tests.people import asking as asking_with

ROUND = a_round()


def asking(member: Member, *things: object, limits: Limits | None = None) -> Asking:
    """Return who asks; about what people talk for, nobody has said anything yet."""
    return asking_with(member, *things, Intentions(), limits=limits)


TICKET = Ticket(Action.CONTRIBUTE, ROUND.id)
STANDING = Standing(eligible=20, contributions=6, rounds=1)
FEW = replace(STANDING, eligible=4)
NOTHING_SAID = Recent(())
NEW = ContributionId(new_id(SEED, "contribution"))
WORDS = Contribution(
    id=NEW,
    dialogue=GARDEN.id,
    round=ROUND.id,
    number=7,
    member=BEN.id,
    level=Attribution.NAMED,
    shown_name="Ben",
    made_at=MONDAY,
    shared_on=TODAY,
)
UNNAMED = replace(WORDS, number=0, level=Attribution.UNNAMED, shown_name="", shared_on=None)
FIRST = Revision(
    id=RevisionId(new_id(SEED, "revision")),
    of=NEW,
    dialogue=GARDEN.id,
    number=1,
    body="A lift.",
    made_at=MONDAY,
)
MINE = (
    Choice(Phrase("contribute-change-choice"), Ticket(Action.REVISE, NEW)),
    Choice(Phrase("contribute-take-back-choice"), Ticket(Action.WITHDRAW, NEW)),
)
OTHERS = Choice(Phrase("contribute-others-choice"), Ticket(Action.SHOW_ROUND, ROUND.id))


def a_form(round: Round = ROUND, standing: Standing = STANDING, **values: str) -> Form:
    """Return the form as it opens for Ben."""
    return Form(
        title=Phrase("contribute-title"),
        ticket=TICKET,
        intro=writing_intro(round, standing),
        fields=writing_fields(round, standing),
        values={"level": "chosen_name", "chosen_name": "Heron"} | values,
    )


# --- asked for ----------------------------------------------------------------------------------------


def test_the_button_opens_the_form() -> None:
    """It says the question, who will see the answer, and what each level hides."""
    effects = offer_contribute(ROUND, asking(BEN, STANDING), pressed(BEN, TICKET))

    assert effects == Effects(reply=OpenForm(a_form()))


def test_what_was_typed_stands_in_the_form() -> None:
    """Words typed after a command are not sent before their author has seen what becomes of them."""
    event = typed(BEN, TICKET, body="A lift.", level="named")

    effects = offer_contribute(ROUND, asking(BEN, STANDING), event)

    assert effects == Effects(reply=OpenForm(a_form(body="A lift.", level="named")))


def test_a_closed_round_still_takes_words() -> None:
    """Late contributors are not locked out."""
    closed = replace(ROUND, closed_at=MONDAY - A_MINUTE)

    effects = offer_contribute(closed, asking(BEN, STANDING), pressed(BEN, TICKET))

    assert effects == Effects(reply=OpenForm(a_form()))


@pytest.mark.parametrize(
    ("level", "standing", "phrase"),
    [
        ("unnamed", FEW, Phrase("contribute-too-few-to-hide", {"eligible": 4, "fewest": 5})),
        ("invisible", STANDING, Phrase("contribute-level-not-offered")),
    ],
)
def test_a_typed_level_that_cannot_be_kept_is_refused_at_once(
    level: str, standing: Standing, phrase: Phrase
) -> None:
    """To hide among four people is a promise that nobody can keep; the form would open on it."""
    with pytest.raises(NotAllowed) as refusal:
        offer_contribute(ROUND, asking(BEN, standing), typed(BEN, TICKET, level=level))

    assert refusal.value.phrase == phrase


def test_a_preview_takes_nothing() -> None:
    """Only its facilitator has seen it."""
    with pytest.raises(RoundClosed):
        offer_contribute(a_preview(), asking(BEN, STANDING), pressed(BEN, TICKET))
    with pytest.raises(RoundClosed):
        contribute(a_preview(), asking(BEN, STANDING, NOTHING_SAID), sent(BEN, TICKET, body="A lift."))


# --- words --------------------------------------------------------------------------------------------


def test_words_are_kept_and_shown() -> None:
    """The whole of it: a number, the words, a post that quotes them by id, what can be done next."""
    event = sent(BEN, TICKET, body="A lift.", level="named")

    effects = contribute(ROUND, asking(BEN, STANDING, NOTHING_SAID), event)

    assert effects == Effects(
        keep=(WORDS, FIRST),
        reply=Say(Message(Phrase("contribute-thanks-open", {"number": 7}), MINE)),
        posts=(Post(PostId(NEW), HERE, shared_message(WORDS)),),
        done=(ROUND.id,),
    )


@pytest.mark.parametrize(
    ("reveal", "choices"), [(Reveal.ANSWER_FIRST, (OTHERS, *MINE)), (Reveal.AT_CLOSE, MINE)]
)
def test_answers_that_are_kept_back_are_not_posted(reveal: Reveal, choices: tuple[Choice, ...]) -> None:
    """A post in the place would show them to those who have not answered."""
    event = sent(BEN, TICKET, body="A lift.", level="named")

    effects = contribute(a_round(reveal), asking(BEN, STANDING, NOTHING_SAID), event)

    assert effects == Effects(
        keep=(WORDS, FIRST),
        reply=Say(Message(Phrase(f"contribute-thanks-{reveal}", {"number": 7}), choices)),
        done=(ROUND.id,),
    )


@pytest.mark.parametrize("reveal", Reveal)
def test_words_without_a_name_wait_for_company(reveal: Reveal) -> None:
    """No number, no post, no day: nothing leads from the moment of sending to the words."""
    event = sent(BEN, TICKET, body="A lift.", level="unnamed")

    effects = contribute(a_round(reveal), asking(BEN, STANDING, NOTHING_SAID), event)

    choices = (OTHERS, *MINE) if reveal is Reveal.ANSWER_FIRST else MINE
    assert effects == Effects(
        keep=(UNNAMED, FIRST, sharing_of(ROUND.id, GARDEN, MONDAY)),
        reply=Say(Message(Phrase("contribute-thanks-unnamed"), choices)),
        done=(ROUND.id,),
    )


def test_a_chosen_name_is_shown_and_remembered() -> None:
    """The group sees it; the next form proposes it."""
    event = sent(BEN, TICKET, body="A lift.", level="chosen_name", chosen_name="Grey Heron")

    effects = contribute(ROUND, asking(BEN, STANDING, NOTHING_SAID), event)

    kept = replace(WORDS, level=Attribution.CHOSEN_NAME, shown_name="Grey Heron")
    assert effects.keep == (kept, FIRST, replace(BEN, chosen_name="Grey Heron"))


def test_what_was_new_to_its_author_is_kept_with_the_words() -> None:
    """It is one of the three signs of dialogue, and only the author can give it."""
    event = sent(BEN, TICKET, body="A lift.", level="named", new_to_me="yes")

    effects = contribute(ROUND, asking(BEN, STANDING, NOTHING_SAID), event)

    assert effects.keep == (replace(WORDS, is_new_to_me=True), FIRST)


@pytest.mark.parametrize("reveal", Reveal)
def test_late_words_are_kept_marked_and_shown(reveal: Reveal) -> None:
    """After the close there is nothing left to keep back."""
    closed = replace(a_round(reveal), closed_at=MONDAY - A_MINUTE)
    event = sent(BEN, TICKET, body="A lift.", level="named")

    effects = contribute(closed, asking(BEN, STANDING, NOTHING_SAID), event)

    late = replace(WORDS, is_late=True)
    assert effects == Effects(
        keep=(late, FIRST),
        reply=Say(Message(Phrase("contribute-thanks-late", {"number": 7}), MINE)),
        posts=(Post(PostId(NEW), HERE, shared_message(late)),),
        done=(ROUND.id,),
    )


def test_late_words_without_a_name_wait_as_well() -> None:
    """The time gives somebody away after the close as much as before it."""
    event = sent(BEN, TICKET, ROUND.closes_at, body="A lift.", level="unnamed")

    effects = contribute(ROUND, asking(BEN, STANDING, NOTHING_SAID), event)

    assert effects == Effects(
        keep=(
            replace(UNNAMED, is_late=True, made_at=ROUND.closes_at),
            replace(FIRST, made_at=ROUND.closes_at),
            sharing_of(ROUND.id, GARDEN, ROUND.closes_at),
        ),
        reply=Say(Message(Phrase("contribute-thanks-late", {"number": 0}), MINE)),
        done=(ROUND.id,),
    )


def test_what_cannot_be_kept_comes_back_with_the_form() -> None:
    """Nothing of it is stored; the person has their words and the reason."""
    event = sent(BEN, TICKET, body=" ", level="named")

    effects = contribute(ROUND, asking(BEN, STANDING, NOTHING_SAID), event)

    problems = {"body": Phrase("refusals-text-empty")}
    assert effects == Effects(reply=RejectForm(a_form(), problems, {"body": " ", "level": "named"}))


def test_hiding_that_became_impossible_is_refused_when_sent() -> None:
    """Somebody left while the form was open."""
    event = sent(BEN, TICKET, body="A lift.", level="unnamed")

    effects = contribute(ROUND, asking(BEN, FEW, NOTHING_SAID), event)

    problems = {"level": Phrase("contribute-too-few-to-hide", {"eligible": 4, "fewest": 5})}
    assert effects == Effects(reply=RejectForm(a_form(standing=FEW), problems, event.answers))


# --- twice, and too much ------------------------------------------------------------------------------


def said(
    number: int = 7, body: str = "A lift.", before: timedelta = A_MINUTE, round: Round = ROUND
) -> Recent:
    """Return words that Ben brought a little before."""
    return Recent((Said(NEW, round.id, number, body, MONDAY - before),))


@pytest.mark.parametrize(("number", "key"), [(7, "contribute-again"), (0, "contribute-again-unnamed")])
def test_the_same_words_again_are_kept_once(number: int, key: str) -> None:
    """Somebody who saw no answer presses twice."""
    event = sent(BEN, TICKET, body="A lift.", level="named")

    effects = contribute(ROUND, asking(BEN, STANDING, said(number)), event)

    values: dict[str, Value] = {"at": MONDAY - A_MINUTE, "number": number}
    assert effects == Effects(reply=Say(Message(Phrase(key, values))))


@pytest.mark.parametrize(
    "recent",
    [said(body="A ramp."), said(before=10 * A_MINUTE), said(round=a_round(number=2))],
    ids=["other words", "ten minutes ago", "another question"],
)
def test_what_only_looks_the_same_is_kept(recent: Recent) -> None:
    """Somebody may mean the same again, elsewhere or later."""
    event = sent(BEN, TICKET, body="A lift.", level="named")

    effects = contribute(ROUND, asking(BEN, STANDING, recent), event)

    assert effects.keep == (WORDS, FIRST)


def test_too_much_in_a_short_while_is_refused() -> None:
    """One person must not drown the others."""
    limits = Limits(words_a_minute=1)
    event = sent(BEN, TICKET, body="A lift.", level="named")

    with pytest.raises(NotAllowed) as refusal:
        contribute(
            ROUND, asking(BEN, STANDING, said(body="A ramp.", before=A_MINUTE / 2), limits=limits), event
        )

    assert refusal.value.phrase == Phrase("refusals-too-fast", {"most": 1})


# --- without words ------------------------------------------------------------------------------------


def without_words(kind: ContributionKind) -> Contribution:
    """Return what is kept of an answer without words: the day, but no number and no name."""
    return replace(UNNAMED, kind=kind, shared_on=TODAY)


def test_a_pass_is_an_answer() -> None:
    """One press; it unseals what others wrote, and names nobody."""
    event = pressed(BEN, replace(TICKET, choice="pass"))

    effects = offer_contribute(ROUND, asking(BEN, Answered(has=False)), event)

    assert effects == Effects(
        keep=(without_words(ContributionKind.PASS),),
        reply=Say(Message(Phrase("contribute-pass-kept"), (OTHERS,))),
        done=(ROUND.id,),
    )


def test_a_question_that_is_not_understood_is_told_to_the_facilitators() -> None:
    """They learn that it was unclear, not to whom."""
    event = pressed(BEN, replace(TICKET, choice="unclear"))

    effects = offer_contribute(ROUND, asking(BEN, Answered(has=False), Everybody(EVERYBODY)), event)

    told = Telling(
        id=WaitingId(new_id(SEED, "tell ada contribute-unclear-told")),
        member=ADA.id,
        phrase=Phrase("contribute-unclear-told", {"round": 1}),
        action=Action.SHOW_ROUND,
        subject=ROUND.id,
    )
    assert effects == Effects(
        keep=(without_words(ContributionKind.QUESTION_BACK),),
        reply=Say(Message(Phrase("contribute-unclear-kept"), (OTHERS,))),
        tell=(told,),
        done=(ROUND.id,),
    )


@pytest.mark.parametrize("choice", ["pass", "unclear"])
def test_who_has_answered_does_not_pass_as_well(choice: str) -> None:
    """One person is heard once; a second press changes nothing."""
    event = pressed(BEN, replace(TICKET, choice=choice))

    effects = offer_contribute(ROUND, asking(BEN, Answered(has=True)), event)

    assert effects == Effects(reply=Say(Message(Phrase("contribute-has-answered"))))


def test_a_closed_round_takes_no_pass() -> None:
    """It would change what was counted at the close, and say nothing."""
    event = pressed(BEN, replace(TICKET, choice="pass"), at=ROUND.closes_at)

    with pytest.raises(RoundClosed):
        offer_contribute(ROUND, asking(BEN, Answered(has=False)), event)


def test_a_button_that_was_never_ours_is_refused() -> None:
    """A ticket can be edited by whoever presses it."""
    event = pressed(BEN, replace(TICKET, choice="everything"))

    with pytest.raises(NotFound) as refusal:
        offer_contribute(ROUND, asking(BEN, Answered(has=False)), event)

    assert refusal.value.phrase == Phrase("refusals-button")


# --- as it is shown -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("is_late", "mark"), [(False, "general-nothing"), (True, "contribute-late-mark")])
def test_words_are_shown_by_their_id(mark: str, *, is_late: bool) -> None:
    """A post that waits holds no words, so that what is withdrawn meanwhile is in no post."""
    message = shared_message(replace(WORDS, is_late=is_late))

    assert message == Message(
        Phrase(
            "contribute-shared",
            {"number": 7, "author": Quote(NEW, Part.AUTHOR), "body": Quote(NEW), "mark": Phrase(mark)},
        ),
        entry_choices(NEW),
    )


@pytest.mark.parametrize("turn", TurnKind)
def test_an_answer_says_what_it_answers(turn: TurnKind) -> None:
    """Whoever reads it can go back to the words it takes up."""
    words = a_contribution(BEN, 7, to=a_contribution(ADA, 3), turn=turn)

    assert shared_post(ROUND, words) == Post(
        PostId(words.id),
        HERE,
        Message(
            Phrase(
                "contribute-shared-turn",
                {
                    "number": 7,
                    "author": Quote(words.id, Part.AUTHOR),
                    "body": Quote(words.id),
                    "mark": Phrase("general-nothing"),
                    "turn": Phrase(f"contribute-turn-{turn}", {"to": Quote("ada-3", Part.NUMBER)}),
                },
            ),
            entry_choices(words.id),
        ),
    )


def test_everybody_can_answer_or_say_how_they_see_it() -> None:
    """Four buttons, in words; none of them is a vote."""
    assert entry_choices(NEW) == (
        Choice(Phrase("contribute-answer-choice"), Ticket(Action.ANSWER, NEW)),
        Choice(Phrase("contribute-same-choice"), Ticket(Action.STANCE, NEW, "same")),
        Choice(Phrase("contribute-differently-choice"), Ticket(Action.DIFFER, NEW)),
        Choice(Phrase("contribute-unsure-choice"), Ticket(Action.STANCE, NEW, "unsure")),
    )


def test_after_the_close_there_is_nothing_left_to_unseal() -> None:
    """The button for others' answers stands there only while they are kept back."""
    round = a_round(Reveal.ANSWER_FIRST)

    assert choices_after(round, WORDS, sent(BEN, TICKET)) == (OTHERS, *MINE)
    assert choices_after(round, WORDS, sent(BEN, TICKET, MONDAY + A_WEEK)) == MINE


def test_words_without_a_name_are_looked_at_again_after_a_day() -> None:
    """Planned in the dialogue's own zone, so that a clock change does not shorten the wait."""
    kolkata = replace(GARDEN, zone="Asia/Kolkata")

    planned = sharing_of(ROUND.id, kolkata, MONDAY + timedelta(microseconds=5))

    assert planned == Occurrence(
        id=OccurrenceId(f"share-round-1-{day_after(1)}"),
        dialogue=GARDEN.id,
        ticket=Ticket(Action.SHARE_UNNAMED, ROUND.id),
        day=day_after(1),
        time=time(17, 30),
        zone="Asia/Kolkata",
    )
    assert planned.due == MONDAY + A_DAY
