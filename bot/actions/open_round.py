"""Put a question to the group: choose or write it, see a preview, then post it."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.dialogue.attribution import ALL_LEVELS, Attribution
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.framework import Mechanism, Theme
from bot.dialogue.rounds import DEFAULT_REVEAL, QUESTION_MOST, Reveal, Round
from bot.dialogue.texts import read_text
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.typed_time import read_time
from bot.errors import NotFound, Refusal
from bot.identifiers import RoundId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.library import SLOTS, Prompt
from bot.speech.messages import Choice, Field, FieldKind, Form, Message, Option
from bot.words import Phrase, Value

MECHANISM, THEME, QUESTION, CLOSES, REVEAL, LEVELS = (
    "mechanism",
    "theme",
    "question",
    "closes",
    "reveal",
    "levels",
)
PROMPT = "prompt"


def offer_round(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Ask what kind of question it shall be, or open the form of a question that was named.

    Raises:
        DialogueClosed: It has ended.
        NotFound: There is no such prompt, or no such kind of question.
    """
    dialogue.require_open()
    named = event.ticket.choice or (event.options.get(PROMPT, "") if isinstance(event, CommandGiven) else "")
    if not named:
        return Effects(reply=OpenForm(_kind_form(dialogue)))
    return Effects(reply=OpenForm(_question_form(dialogue, kind_of(named, asking))))


def open_round(dialogue: Dialogue, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    List the prompts of one kind, or keep a written question and show it as members will see it.

    Raises:
        DialogueClosed: It has ended.
    """
    dialogue.require_open()
    if not event.ticket.choice:
        return _list_prompts(dialogue, asking, event)
    kind = kind_of(event.ticket.choice, asking)
    round_or_problems = read_round(dialogue, kind, event)
    if isinstance(round_or_problems, dict):
        return Effects(reply=RejectForm(_question_form(dialogue, kind), round_or_problems, event.answers))
    return Effects(keep=(round_or_problems,), reply=Say(preview(round_or_problems)))


def read_round(dialogue: Dialogue, kind: Prompt, event: FormSubmitted) -> Round | dict[str, Phrase]:
    """Read the form of a question; return the round it makes, or what is wrong beside each field."""
    problems: dict[str, Phrase] = {}
    closes_at = event.at
    question = _read_question(event, problems)
    try:
        closes_at = read_time(event.answers.get(CLOSES, ""), event.at, ZoneInfo(dialogue.zone))
    except Refusal as refusal:
        problems[CLOSES] = refusal.phrase
    levels = _read_levels(event, dialogue)
    if not levels:
        problems[LEVELS] = Phrase("open_round-no-level")
    if problems or kind.mechanism is None or kind.theme is None:
        return problems
    typed = event.answers.get(REVEAL, "")
    return Round(
        id=RoundId(new_id(event.seed, "round")),
        dialogue=dialogue.id,
        place=event.place if event.place.is_thread else dialogue.place,
        number=0,
        question=question,
        mechanism=kind.mechanism,
        theme=kind.theme,
        prompt=kind.id if question == kind.question else "",
        reveal=Reveal(typed) if typed in set(Reveal) else DEFAULT_REVEAL[kind.mechanism],
        levels=levels,
        closes_at=closes_at,
    )


def _read_question(event: FormSubmitted, problems: dict[str, Phrase]) -> str:
    try:
        question = read_text(event.answers.get(QUESTION, ""), QUESTION_MOST)
    except Refusal as refusal:
        problems[QUESTION] = refusal.phrase
        return ""
    if empty := [slot for slot in sorted(SLOTS) if f"{{{slot}}}" in question]:
        problems[QUESTION] = Phrase("open_round-fill-in", {"slot": f"{{{empty[0]}}}"})
    return question


def preview(round: Round) -> Message:
    """Return the round as members will see it, for the facilitator alone."""
    values: dict[str, Value] = {"question": round.question, "closes": round.closes_at}
    return Message(
        Phrase("open_round-preview", values),
        (
            Choice(Phrase("open_round-post-choice"), Ticket(Action.POST_ROUND, round.id, "post")),
            Choice(Phrase("plan-choice"), Ticket(Action.PLAN, round.id)),
            Choice(Phrase("open_round-change-choice"), Ticket(Action.POST_ROUND, round.id, "change")),
            Choice(Phrase("open_round-drop-choice"), Ticket(Action.POST_ROUND, round.id, "drop")),
        ),
        (
            Message(Phrase(f"contribute-sees-{round.reveal}")),
            *(Message(Phrase(f"contribute-level-{level}")) for level in round.levels),
        ),
    )


def question_fields(dialogue: Dialogue) -> tuple[Field, ...]:
    """Return the fields of a question, its closing time, its reveal and the levels offered."""
    reveals = tuple(Option(reveal, Phrase(f"open_round-{reveal}-option")) for reveal in Reveal)
    levels = tuple(Option(level, Phrase(f"contribute-{level}-option")) for level in dialogue.levels)
    paragraph, one_of, any_of = FieldKind.PARAGRAPH, FieldKind.ONE_OF, FieldKind.ANY_OF
    return (
        Field(id=QUESTION, label=Phrase("open_round-question-field"), kind=paragraph, most=QUESTION_MOST),
        Field(
            id=CLOSES, label=Phrase("open_round-closes-field"), hint=Phrase("open_round-closes-hint"), most=60
        ),
        Field(id=REVEAL, label=Phrase("open_round-reveal-field"), kind=one_of, options=reveals),
        Field(id=LEVELS, label=Phrase("open_round-levels-field"), kind=any_of, options=levels),
    )


def _list_prompts(dialogue: Dialogue, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    mechanism, theme = event.answers.get(MECHANISM, ""), event.answers.get(THEME, "")
    if mechanism not in set(Mechanism) or theme not in set(Theme):
        problems = {MECHANISM: Phrase("open_round-no-kind")}
        return Effects(reply=RejectForm(_kind_form(dialogue), problems, event.answers))
    return Effects(
        reply=Say(
            prompts_message(
                Mechanism(mechanism), Theme(theme), Ticket(Action.OPEN_ROUND, dialogue.id), asking
            )
        )
    )


def prompts_message(mechanism: Mechanism, theme: Theme, form: Ticket, asking: Asking) -> Message:
    """Return the questions of one kind to choose from; each button asks for *form* with that question."""
    own = replace(form, choice=f"{mechanism}.{theme}")
    return Message(
        Phrase("open_round-choose"),
        (Choice(Phrase("open_round-own-words-choice"), own),),
        tuple(
            Message(
                Phrase("open_round-prompt", {"id": prompt.id, "question": prompt.question}),
                (
                    Choice(
                        Phrase("open_round-take-choice", {"id": prompt.id}), replace(form, choice=prompt.id)
                    ),
                ),
            )
            for prompt in asking.house.library.about(mechanism, theme)
        ),
    )


def kind_of(named: str, asking: Asking) -> Prompt:
    """
    Return the prompt with this id, or an empty one of the kind that is named as `dialogue.what`.

    Raises:
        NotFound: There is no such prompt.
    """
    mechanism, dot, theme = named.partition(".")
    if dot and mechanism in set(Mechanism) and theme in set(Theme):
        return Prompt(
            id="",
            mechanism=Mechanism(mechanism),
            theme=Theme(theme),
            what="",
            question="",
            help="",
            choices=(),
            page="",
        )
    prompt = asking.house.library.get(named.upper())
    if prompt.mechanism is None:
        raise NotFound(Phrase("refusals-no-prompt", {"id": named}))
    return prompt


def _read_levels(event: FormSubmitted, dialogue: Dialogue) -> tuple[Attribution, ...]:
    ticked = event.answers.get(LEVELS, "").split(",")
    return tuple(level for level in ALL_LEVELS if level in ticked and level in dialogue.levels)


def _kind_form(dialogue: Dialogue) -> Form:
    return Form(
        title=Phrase("open_round-kind-title"),
        ticket=Ticket(Action.OPEN_ROUND, dialogue.id),
        intro=(Phrase("open_round-kind-intro"),),
        fields=kind_fields(),
    )


def kind_fields() -> tuple[Field, Field]:
    """Return the fields for what a question does and what it is about."""
    mechanisms = tuple(Option(m, Phrase(f"open_round-{m}-option")) for m in Mechanism)
    themes = tuple(Option(t, Phrase(f"open_round-{t}-option")) for t in Theme)
    what, about = Phrase("open_round-mechanism-field"), Phrase("open_round-theme-field")
    return (
        Field(id=MECHANISM, label=what, kind=FieldKind.ONE_OF, options=mechanisms),
        Field(id=THEME, label=about, kind=FieldKind.ONE_OF, options=themes),
    )


def _question_form(dialogue: Dialogue, kind: Prompt) -> Form:
    choice = kind.id or f"{kind.mechanism}.{kind.theme}"
    return question_form(dialogue, kind, Ticket(Action.OPEN_ROUND, dialogue.id, choice))


def question_form(dialogue: Dialogue, kind: Prompt, ticket: Ticket) -> Form:
    """Return the form of a question, with the words of its prompt and what is usual for its kind."""
    reveal = DEFAULT_REVEAL[kind.mechanism] if kind.mechanism else Reveal.OPEN
    return Form(
        title=Phrase("open_round-title"),
        ticket=ticket,
        intro=(Phrase("open_round-intro", {"zone": dialogue.zone}),),
        fields=question_fields(dialogue),
        values={
            QUESTION: kind.question,
            CLOSES: "in 7 days at 18:00",
            REVEAL: reveal,
            LEVELS: ",".join(dialogue.levels),
        },
        send=Phrase("open_round-preview-choice"),
    )
