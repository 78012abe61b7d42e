"""Ask everybody to say in their own words what they understand, before anybody is asked to agree."""

from zoneinfo import ZoneInfo

from bot.dialogue.dialogues import Dialogue
from bot.dialogue.readings import suggested_quorum
from bot.dialogue.record import Record
from bot.dialogue.rhythm import Occurrence
from bot.dialogue.texts import read_text
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.typed_time import read_time
from bot.dialogue.understandings import FEWEST, QUESTION_MOST, UnderstandingCheck
from bot.errors import NotAllowed, NotFound, Refusal
from bot.identifiers import MemberId, OccurrenceId, UnderstandingCheckId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Deed, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Choice, Field, FieldKind, Form, Message, Option
from bot.speech.understood import asked_message, check_post, restate_choices
from bot.words import Phrase, Value

QUESTION, CLOSES, LEVELS, PROMPT = "question", "closes", "levels", "prompt"
USUAL = "UND-4"


def offer_understand(
    dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    """
    Open the form, with a question from the library that can be changed.

    Raises:
        NotFound: There is no such question.
        NotAllowed: There is nobody to ask.
    """
    dialogue.require_open()
    _require_people(asking)
    named = event.options.get(PROMPT, "") if isinstance(event, CommandGiven) else ""
    return Effects(reply=OpenForm(_form(dialogue, _question_of(named, asking))))


def understand(dialogue: Dialogue, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Fix the question and who is asked, and open the first step, in which everybody answers blind.

    Raises:
        NotAllowed: There is nobody to ask.
    """
    dialogue.require_open()
    eligible = _require_people(asking)
    problems: dict[str, Phrase] = {}
    check = _read(dialogue, asking, event, eligible, problems)
    if problems:
        return Effects(reply=RejectForm(_form(dialogue, ""), problems, event.answers))
    values: dict[str, Value] = {"number": check.number, "closes": check.closes_at}
    close = Choice(Phrase("close_understanding-choice"), Ticket(Action.CLOSE_UNDERSTANDING, check.id))
    return Effects(
        keep=(check, closing_of(check, dialogue)),
        reply=Say(Message(Phrase("understand-opened", values), (close,))),
        posts=(check_post(check, "", asked_message(check, *restate_choices(check))),),
        deed=Deed(action=Action.UNDERSTAND, target=check.id),
    )


def closing_of(check: UnderstandingCheck, dialogue: Dialogue) -> Occurrence:
    """Return the planned moment at which the step that is open closes."""
    local = check.closes_at.astimezone(ZoneInfo(dialogue.zone))
    return Occurrence(
        id=OccurrenceId(f"{check.stage}-{check.id}"),
        dialogue=dialogue.id,
        ticket=Ticket(Action.CLOSE_UNDERSTANDING, check.id),
        day=local.date(),
        time=local.time(),
        zone=dialogue.zone,
    )


def _require_people(asking: Asking) -> tuple[MemberId, ...]:
    eligible = tuple(m.id for m in asking.loaded(Record).members.values() if m.has_voice)
    if len(eligible) < FEWEST:
        raise NotAllowed(Phrase("open_check_in-too-few"))
    return eligible


def _question_of(named: str, asking: Asking) -> str:
    """Return a question of the library: the one that is named, or a usual one where it is there."""
    try:
        return asking.house.library.get((named or USUAL).upper()).question
    except NotFound:
        if named:
            raise
        return ""


def _read(
    dialogue: Dialogue,
    asking: Asking,
    event: FormSubmitted,
    eligible: tuple[MemberId, ...],
    problems: dict[str, Phrase],
) -> UnderstandingCheck:
    question, closes_at = "", event.at
    try:
        question = read_text(event.answers.get(QUESTION, ""), QUESTION_MOST)
    except Refusal as refusal:
        problems[QUESTION] = refusal.phrase
    try:
        closes_at = read_time(event.answers.get(CLOSES, ""), event.at, ZoneInfo(dialogue.zone))
    except Refusal as refusal:
        problems[CLOSES] = refusal.phrase
    ticked = event.answers.get(LEVELS, "").split(",")
    levels = tuple(level for level in dialogue.levels if level in ticked)
    if not levels:
        problems[LEVELS] = Phrase("open_round-no-level")
    numbers = (check.number for check in asking.loaded(Record).understanding_checks)
    return UnderstandingCheck(
        id=UnderstandingCheckId(new_id(event.seed, "understanding check")),
        dialogue=dialogue.id,
        number=max(numbers, default=0) + 1,
        place=dialogue.place,
        question=question,
        eligible=eligible,
        quorum=suggested_quorum(len(eligible)),
        levels=levels,
        opened_at=event.at,
        closes_at=closes_at,
    )


def _form(dialogue: Dialogue, question: str) -> Form:
    levels = tuple(Option(level, Phrase(f"contribute-{level}-option")) for level in dialogue.levels)
    hint = Phrase("open_round-closes-hint")
    return Form(
        title=Phrase("understand-title"),
        ticket=Ticket(Action.UNDERSTAND, dialogue.id),
        intro=(Phrase("understand-intro"), Phrase("open_check_in-zone", {"zone": dialogue.zone})),
        fields=(
            Field(
                id=QUESTION,
                label=Phrase("understand-question-field"),
                kind=FieldKind.PARAGRAPH,
                most=QUESTION_MOST,
            ),
            Field(id=CLOSES, label=Phrase("open_check_in-closes-field"), hint=hint, most=60),
            Field(id=LEVELS, label=Phrase("open_round-levels-field"), kind=FieldKind.ANY_OF, options=levels),
        ),
        values={
            QUESTION: question,
            CLOSES: "in 3 days at 18:00",
            LEVELS: ",".join(dialogue.levels),
        },
    )
