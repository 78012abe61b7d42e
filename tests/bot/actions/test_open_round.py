"""Choose or write a question, and see it as members will see it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.actions.open_round import offer_round, open_round, preview
from bot.dialogue.attribution import ALL_LEVELS, Attribution
from bot.dialogue.dialogues import Dialogue, DialogueState
from bot.dialogue.framework import Mechanism, Theme
from bot.dialogue.rounds import DEFAULT_REVEAL, Reveal, Round
from bot.dialogue.tickets import Action, Ticket
from bot.errors import DialogueClosed, NotFound
from bot.identifiers import RoundId, new_id
from bot.speech.effects import Effects, OpenForm, RejectForm, Say
from bot.speech.messages import Choice, Field, FieldKind, Form, Message, Option
from bot.words import Phrase
from tests.people import ADA, GARDEN, HERE, SEED, asking, pressed, sent, typed

ASK = Ticket(Action.OPEN_ROUND, GARDEN.id)
OWN = replace(ASK, choice="dialogue.what")
TAKE = replace(ASK, choice="INT-1")
STOCKHOLM = replace(GARDEN, zone="Europe/Stockholm")
NEW = RoundId(new_id(SEED, "round"))
ANSWERS = {
    "question": "What is the garden for?",
    "closes": "Thursday 18:00",
    "reveal": "at_close",
    "levels": "named,unnamed",
}
ROUND = Round(
    id=NEW,
    dialogue=GARDEN.id,
    place=HERE,
    number=0,
    question="What is the garden for?",
    mechanism=Mechanism.DIALOGUE,
    theme=Theme.WHAT,
    reveal=Reveal.AT_CLOSE,
    levels=(Attribution.NAMED, Attribution.UNNAMED),
    closes_at=datetime(2026, 5, 7, 18, tzinfo=UTC),
)


def kind_form() -> Form:
    """Return the form that asks what kind of question it shall be."""
    mechanisms = tuple(Option(mechanism, Phrase(f"open_round-{mechanism}-option")) for mechanism in Mechanism)
    themes = tuple(Option(theme, Phrase(f"open_round-{theme}-option")) for theme in Theme)
    one_of = FieldKind.ONE_OF
    return Form(
        title=Phrase("open_round-kind-title"),
        ticket=ASK,
        intro=(Phrase("open_round-kind-intro"),),
        fields=(
            Field(
                id="mechanism", label=Phrase("open_round-mechanism-field"), kind=one_of, options=mechanisms
            ),
            Field(id="theme", label=Phrase("open_round-theme-field"), kind=one_of, options=themes),
        ),
    )


def question_form(
    ticket: Ticket, question: str, reveal: str, levels: tuple[Attribution, ...] = ALL_LEVELS
) -> Form:
    """Return the form of one question."""
    reveals = tuple(Option(reveal, Phrase(f"open_round-{reveal}-option")) for reveal in Reveal)
    options = tuple(Option(level, Phrase(f"contribute-{level}-option")) for level in levels)
    return Form(
        title=Phrase("open_round-title"),
        ticket=ticket,
        intro=(Phrase("open_round-intro", {"zone": "UTC"}),),
        fields=(
            Field(
                id="question",
                label=Phrase("open_round-question-field"),
                kind=FieldKind.PARAGRAPH,
                most=1000,
            ),
            Field(
                id="closes",
                label=Phrase("open_round-closes-field"),
                hint=Phrase("open_round-closes-hint"),
                most=60,
            ),
            Field(
                id="reveal",
                label=Phrase("open_round-reveal-field"),
                kind=FieldKind.ONE_OF,
                options=reveals,
            ),
            Field(
                id="levels", label=Phrase("open_round-levels-field"), kind=FieldKind.ANY_OF, options=options
            ),
        ),
        values={
            "question": question,
            "closes": "in 7 days at 18:00",
            "reveal": reveal,
            "levels": ",".join(levels),
        },
        send=Phrase("open_round-preview-choice"),
    )


# --- which question -----------------------------------------------------------------------------------


def test_asking_begins_with_the_kind_of_question() -> None:
    """Any of six by seven, in no order."""
    assert offer_round(GARDEN, asking(ADA), pressed(ADA, ASK)) == Effects(reply=OpenForm(kind_form()))


def test_the_library_offers_its_questions_of_that_kind() -> None:
    """One's own words come first; every prompt can be taken."""
    event = sent(ADA, ASK, mechanism="intentions", theme="why")

    effects = open_round(GARDEN, asking(ADA), event)

    own = Choice(Phrase("open_round-own-words-choice"), replace(ASK, choice="intentions.why"))
    prompts = (("INT-1", "What brings you here?"), ("INT-8", "What would be a good year for the garden?"))
    offered = tuple(
        Message(
            Phrase("open_round-prompt", {"id": id, "question": question}),
            (Choice(Phrase("open_round-take-choice", {"id": id}), replace(ASK, choice=id)),),
        )
        for id, question in prompts
    )
    assert effects == Effects(reply=Say(Message(Phrase("open_round-choose"), (own,), offered)))


@pytest.mark.parametrize("answers", [{}, {"mechanism": "intentions"}, {"mechanism": "luck", "theme": "why"}])
def test_a_kind_that_does_not_exist_comes_back_with_the_form(answers: dict[str, str]) -> None:
    """A form can be sent with anything in it."""
    effects = open_round(GARDEN, asking(ADA), sent(ADA, ASK, **answers))

    problems = {"mechanism": Phrase("open_round-no-kind")}
    assert effects == Effects(reply=RejectForm(kind_form(), problems, answers))


def test_a_prompt_that_was_taken_stands_in_the_form() -> None:
    """Every word of it can be changed before it is posted."""
    form = question_form(TAKE, "What brings you here?", "answer_first")

    assert offer_round(GARDEN, asking(ADA), pressed(ADA, TAKE)) == Effects(reply=OpenForm(form))
    assert offer_round(GARDEN, asking(ADA), typed(ADA, ASK, prompt="int-1")) == Effects(reply=OpenForm(form))


@pytest.mark.parametrize("mechanism", Mechanism)
def test_a_question_in_own_words_has_the_usual_reveal_of_its_kind(mechanism: Mechanism) -> None:
    """Who does not think about it is led to what leans least on the first voice."""
    ticket = replace(ASK, choice=f"{mechanism}.reflect")

    effects = offer_round(GARDEN, asking(ADA), pressed(ADA, ticket))

    assert effects == Effects(reply=OpenForm(question_form(ticket, "", DEFAULT_REVEAL[mechanism])))


def test_only_levels_that_the_dialogue_offers_are_asked_for() -> None:
    """What members agreed to when they joined is not widened by one question."""
    named_only = replace(GARDEN, levels=(Attribution.NAMED,))

    effects = offer_round(named_only, asking(ADA, dialogue=named_only), pressed(ADA, OWN))

    form = question_form(OWN, "", "open", levels=(Attribution.NAMED,))
    assert effects == Effects(reply=OpenForm(form))


@pytest.mark.parametrize("named", ["INT-99", "PWR-1", "luck.why", "intentions.luck", "intentions"])
def test_a_prompt_that_cannot_be_asked_as_a_round_is_not_found(named: str) -> None:
    """Not in the library, or a lens beside the six kinds."""
    with pytest.raises(NotFound, match="refusals-no-prompt"):
        offer_round(GARDEN, asking(ADA), pressed(ADA, replace(ASK, choice=named)))


# --- what was written ---------------------------------------------------------------------------------


def test_a_written_question_is_kept_as_a_preview() -> None:
    """Nobody else sees it before it is posted; it has no number and no opening yet."""
    effects = open_round(GARDEN, asking(ADA), sent(ADA, OWN, **ANSWERS))

    assert effects == Effects(keep=(ROUND,), reply=Say(preview(ROUND)))


def test_its_closing_time_is_read_in_the_zone_of_the_dialogue() -> None:
    """Thursday at six is six where the group lives."""
    effects = open_round(STOCKHOLM, asking(ADA, dialogue=STOCKHOLM), sent(ADA, OWN, **ANSWERS))

    assert effects.keep == (replace(ROUND, closes_at=datetime(2026, 5, 7, 16, tzinfo=UTC)),)


@pytest.mark.parametrize(
    ("question", "prompt"), [("What brings you here?", "INT-1"), ("What brings you to the garden?", "")]
)
def test_only_the_exact_words_of_a_prompt_are_that_prompt(question: str, prompt: str) -> None:
    """Two dialogues that asked INT-1 have asked the same."""
    event = sent(ADA, TAKE, **ANSWERS | {"question": question})

    effects = open_round(GARDEN, asking(ADA), event)

    asked = replace(ROUND, question=question, prompt=prompt, mechanism=Mechanism.INTENTIONS, theme=Theme.WHY)
    assert effects.keep == (asked,)


@pytest.mark.parametrize(
    ("choice", "reveal"), [("dialogue.what", Reveal.OPEN), ("INT-1", Reveal.ANSWER_FIRST)]
)
def test_without_a_reveal_it_is_the_usual_one(choice: str, reveal: Reveal) -> None:
    """An answer that was never offered counts as none."""
    event = sent(ADA, replace(ASK, choice=choice), **ANSWERS | {"reveal": "never"})

    effects = open_round(GARDEN, asking(ADA), event)

    assert [round.reveal for round in effects.keep if isinstance(round, Round)] == [reveal]


def test_what_is_wrong_with_a_question_is_said_beside_each_field() -> None:
    """All at once, with everything the facilitator had written."""
    event = sent(ADA, OWN, question=" ", closes="31 Feb", levels="invisible")

    effects = open_round(GARDEN, asking(ADA), event)

    problems = {
        "question": Phrase("refusals-text-empty"),
        "closes": Phrase("refusals-no-time", {"typed": "31 Feb"}),
        "levels": Phrase("open_round-no-level"),
    }
    assert effects == Effects(reply=RejectForm(question_form(OWN, "", "open"), problems, event.answers))


def test_a_level_that_the_dialogue_does_not_offer_is_left_out() -> None:
    """A ticket or form that asks for more is not obeyed."""
    named_only = replace(GARDEN, levels=(Attribution.NAMED,))

    effects = open_round(named_only, asking(ADA, dialogue=named_only), sent(ADA, OWN, **ANSWERS))

    assert [round.levels for round in effects.keep if isinstance(round, Round)] == [(Attribution.NAMED,)]


def test_the_preview_shows_what_members_will_see() -> None:
    """The question, until when, who sees answers, and how one can be shown; then post, change or drop."""
    assert preview(ROUND) == Message(
        Phrase("open_round-preview", {"question": "What is the garden for?", "closes": ROUND.closes_at}),
        (
            Choice(Phrase("open_round-post-choice"), Ticket(Action.POST_ROUND, NEW, "post")),
            Choice(Phrase("plan-choice"), Ticket(Action.PLAN, NEW)),
            Choice(Phrase("open_round-change-choice"), Ticket(Action.POST_ROUND, NEW, "change")),
            Choice(Phrase("open_round-drop-choice"), Ticket(Action.POST_ROUND, NEW, "drop")),
        ),
        (
            Message(Phrase("contribute-sees-at_close")),
            Message(Phrase("contribute-level-named")),
            Message(Phrase("contribute-level-unnamed")),
        ),
    )


@pytest.mark.parametrize(
    "dialogue",
    [replace(GARDEN, state=DialogueState.CLOSED), replace(GARDEN, state=DialogueState.PREPARED)],
    ids=["ended", "not open yet"],
)
def test_questions_are_asked_in_an_open_dialogue_only(dialogue: Dialogue) -> None:
    """Before its safety contacts are known, and after its end, nobody is asked anything."""
    with pytest.raises(DialogueClosed):
        offer_round(dialogue, asking(ADA, dialogue=dialogue), pressed(ADA, ASK))
    with pytest.raises(DialogueClosed):
        open_round(dialogue, asking(ADA, dialogue=dialogue), sent(ADA, OWN, **ANSWERS))


def test_a_place_that_nobody_filled_is_named() -> None:
    """Members must not be asked about {aims}: library questions can have places for one's own words."""
    event = sent(ADA, OWN, **ANSWERS | {"question": "We began with {aims}. What would you change?"})

    reply = open_round(GARDEN, asking(ADA), event).reply

    assert isinstance(reply, RejectForm)
    assert reply.problems == {"question": Phrase("open_round-fill-in", {"slot": "{aims}"})}
