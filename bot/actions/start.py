"""Start a dialogue: what it is for, who decides, what can move, and where help is; in two forms."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from bot.dialogue.attribution import ALL_LEVELS, Attribution
from bot.dialogue.dialogues import (
    PURPOSE_MOST,
    TITLE_MOST,
    Constraint,
    Dialogue,
    DialogueState,
    is_example_place,
    read_constraints,
)
from bot.dialogue.members import Member, Role, account_name
from bot.dialogue.places import Place
from bot.dialogue.standing import AtPlace
from bot.dialogue.texts import read_text
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.typed_time import read_zone
from bot.errors import NotAllowed, Refusal
from bot.identifiers import DialogueId, MemberId, PostId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Deed, Effects, OpenForm, Post, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Choice, Field, FieldKind, Form, Message, Option
from bot.words import Part, Phrase, Quote

TITLE, PURPOSE, DECIDES, CONSTRAINTS, SUPPORT = "title", "purpose", "decides", "constraints", "support"
ZONE, LANGUAGE, LEVELS, KEEPING, RUN_BY = "zone", "language", "levels", "keeping", "run_by"
LANGUAGES = ("en",)
"""Those there are phrases in."""


def offer_start(place: Place, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Open the first form.

    Raises:
        NotAllowed: A dialogue is open in this place already.
    """
    _require_free(asking)
    title = event.options.get(TITLE, "") if isinstance(event, CommandGiven) else ""
    return Effects(reply=OpenForm(_first_form(title)))


def start(place: Place, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Prepare a dialogue from the first form; it opens with the second, and not without safety contacts.

    Raises:
        NotAllowed: A dialogue is open in this place already.
    """
    _require_free(asking)
    problems: dict[str, Phrase] = {}
    dialogue_id = DialogueId(new_id(event.seed, "dialogue"))
    member = Member(
        id=MemberId(new_id(event.seed, "member")),
        dialogue=dialogue_id,
        account=event.account.id,
        name=account_name(event.account.name),
        role=Role.FACILITATOR,
        joined_at=event.at,
    )
    dialogue = Dialogue(
        id=dialogue_id,
        place=place.outer,
        started_by=member.id,
        started_at=event.at,
        zone=asking.house.zone,
        is_example=is_example_place(place),
        title=_read(event, TITLE, problems, TITLE_MOST),
        purpose=_read(event, PURPOSE, problems, PURPOSE_MOST),
        decides=_read(event, DECIDES, problems, PURPOSE_MOST),
        constraints=_read_constraints(event, problems),
        support=_read(event, SUPPORT, problems, PURPOSE_MOST, missing="start-no-support"),
    )
    if problems:
        return Effects(reply=RejectForm(_first_form(), problems, event.answers))
    go_on = Choice(Phrase("start-go-on-choice"), Ticket(Action.FINISH_START, dialogue.id))
    return Effects(keep=(dialogue, member), reply=Say(Message(Phrase("start-half-way"), (go_on,))))


def offer_finish(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Open the second form.

    Raises:
        NotAllowed: The dialogue has opened already.
    """
    _require_prepared(dialogue)
    allowed = asking.house.levels_at(event.community, ALL_LEVELS)
    return Effects(reply=OpenForm(_second_form(dialogue, event.account.name, allowed)))


def finish_start(dialogue: Dialogue, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Open the dialogue and welcome everybody in its place.

    Raises:
        NotAllowed: The dialogue has opened already, or another one has opened in this place meanwhile.
    """
    _require_prepared(dialogue)
    _require_free(asking)
    problems: dict[str, Phrase] = {}
    allowed = asking.house.levels_at(event.community, ALL_LEVELS)
    levels = tuple(level for level in allowed if level in event.answers.get(LEVELS, "").split(","))
    opened = replace(
        dialogue,
        zone=_read_zone(event, problems),
        language=next((known for known in LANGUAGES if known == event.answers.get(LANGUAGE)), LANGUAGES[0]),
        levels=levels or (Attribution.NAMED,),
        keeping=_read(event, KEEPING, problems, PURPOSE_MOST),
        run_by=_read(event, RUN_BY, problems, PURPOSE_MOST),
        state=DialogueState.OPEN,
        opened_at=event.at,
    )
    if problems:
        form = _second_form(dialogue, event.account.name, allowed)
        return Effects(reply=RejectForm(form, problems, event.answers))
    ask = Choice(Phrase("start-ask-choice"), Ticket(Action.OPEN_ROUND, dialogue.id))
    join = Choice(Phrase("join-choice"), Ticket(Action.JOIN, dialogue.id))
    return Effects(
        keep=(opened,),
        reply=Say(Message(Phrase("start-opened"), (join, ask))),
        posts=(Post(PostId(dialogue.id), dialogue.place, _welcome(opened)),),
        deed=Deed(action=Action.START, target=dialogue.id),
    )


def facts_of(dialogue: Dialogue) -> tuple[Message, ...]:
    """Return the facts a person should know before taking part, one message each."""
    return (
        Message(Phrase("start-fact-decides", {"decides": dialogue.decides})),
        *(Message(Phrase(f"start-fact-{c.kind}", {"text": c.text})) for c in dialogue.constraints),
        Message(Phrase("start-fact-keeping", {"keeping": dialogue.keeping})),
        Message(Phrase("start-fact-run-by", {"run_by": dialogue.run_by})),
    )


def _welcome(dialogue: Dialogue) -> Message:
    values = {"title": Quote(dialogue.id, Part.TITLE), "purpose": Quote(dialogue.id, Part.PURPOSE)}
    key = "start-welcome-example" if dialogue.is_example else "start-welcome"
    choices = (
        Choice(Phrase("join-choice"), Ticket(Action.JOIN, dialogue.id)),
        Choice(Phrase("help-choice"), Ticket(Action.HELP, dialogue.id)),
    )
    return Message(Phrase(key, values), choices)


def _require_free(asking: Asking) -> None:
    if asking.loaded(AtPlace).has_open:
        raise NotAllowed(Phrase("start-place-taken"))


def _require_prepared(dialogue: Dialogue) -> None:
    if dialogue.state is not DialogueState.PREPARED:
        raise NotAllowed(Phrase("start-opened-already"))


def _read(event: FormSubmitted, field: str, problems: dict[str, Phrase], most: int, missing: str = "") -> str:
    try:
        return read_text(event.answers.get(field, ""), most)
    except Refusal as refusal:
        is_missing = missing and not event.answers.get(field, "").strip()
        problems[field] = Phrase(missing) if is_missing else refusal.phrase
        return ""


def _read_constraints(event: FormSubmitted, problems: dict[str, Phrase]) -> tuple[Constraint, ...]:
    text = _read(event, CONSTRAINTS, problems, PURPOSE_MOST)
    constraints = read_constraints(text)
    if constraints is None:
        problems.setdefault(CONSTRAINTS, Phrase("start-constraints-unclear"))
    return constraints or ()


def _read_zone(event: FormSubmitted, problems: dict[str, Phrase]) -> str:
    try:
        return ZoneInfo(read_zone(event.answers.get(ZONE, ""))).key
    except Refusal as refusal:
        problems[ZONE] = refusal.phrase
        return "UTC"


def _first_form(title: str = "") -> Form:
    long = FieldKind.PARAGRAPH
    constraints_hint = Phrase("start-constraints-hint")
    return Form(
        title=Phrase("start-title"),
        ticket=Ticket(Action.START),
        intro=(Phrase("start-intro"),),
        fields=(
            Field(id=TITLE, label=Phrase("start-title-field"), most=TITLE_MOST),
            Field(id=PURPOSE, label=Phrase("start-purpose-field"), kind=long, most=PURPOSE_MOST),
            Field(
                id=DECIDES,
                label=Phrase("start-decides-field"),
                hint=Phrase("start-decides-hint"),
                most=PURPOSE_MOST,
            ),
            Field(
                id=CONSTRAINTS,
                label=Phrase("start-constraints-field"),
                kind=long,
                hint=constraints_hint,
                most=PURPOSE_MOST,
            ),
            Field(
                id=SUPPORT,
                label=Phrase("start-support-field"),
                kind=long,
                hint=Phrase("start-support-hint"),
                most=PURPOSE_MOST,
            ),
        ),
        values={TITLE: title},
    )


def _second_form(dialogue: Dialogue, name: str, allowed: tuple[Attribution, ...]) -> Form:
    levels = tuple(Option(level, Phrase(f"contribute-{level}-option")) for level in allowed)
    languages = tuple(Option(known, Phrase(f"general-language-{known}-option")) for known in LANGUAGES)
    one_of, any_of = FieldKind.ONE_OF, FieldKind.ANY_OF
    return Form(
        title=Phrase("start-finish-title"),
        ticket=Ticket(Action.FINISH_START, dialogue.id),
        intro=(Phrase("start-finish-intro"),),
        fields=(
            Field(id=ZONE, label=Phrase("start-zone-field"), hint=Phrase("start-zone-hint"), most=60),
            Field(id=LANGUAGE, label=Phrase("start-language-field"), kind=one_of, options=languages),
            Field(id=LEVELS, label=Phrase("start-levels-field"), kind=any_of, options=levels),
            Field(
                id=KEEPING,
                label=Phrase("start-keeping-field"),
                hint=Phrase("start-keeping-hint"),
                most=PURPOSE_MOST,
            ),
            Field(
                id=RUN_BY,
                label=Phrase("start-run-by-field"),
                hint=Phrase("start-run-by-hint"),
                most=PURPOSE_MOST,
            ),
        ),
        values={ZONE: dialogue.zone, LANGUAGE: "en", LEVELS: ",".join(allowed), RUN_BY: name},
    )
