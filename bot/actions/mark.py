"""Mark the group's line: the same, in part, differently, not sure; nobody else sees it before the close."""

from dataclasses import replace

from bot.dialogue.attribution import Attribution, honest_levels
from bot.dialogue.kept import Kept
from bot.dialogue.record import Record
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.understandings import Firmness, Mark, MarkKey, Stage, UnderstandingCheck
from bot.identifiers import MarkId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Field, FieldKind, Form, Message, Option
from bot.speech.understood import mark_choices, mark_labels
from bot.speech.writing import (
    CHOSEN_NAME,
    LEVEL,
    Signature,
    read_signature,
    read_words,
    signature_fields,
    usual_level,
)
from bot.words import Phrase, Quote

KEY, DIFFERS, FIRMNESS = "key", "differs", "firmness"


def offer_mark(
    check: UnderstandingCheck, asking: Asking, event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    """
    Open the form with what the member marked before.

    Raises:
        CheckInClosed: No line is being marked.
        NotAllowed: The member came after it opened.
    """
    check.require_asked(asking.me.id, Stage.MARKING, event.at)
    return Effects(reply=OpenForm(_form(check, asking)))


def mark(check: UnderstandingCheck, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep the mark sealed, in place of an earlier one.

    Raises:
        CheckInClosed: No line is being marked.
        NotAllowed: The member came after it opened.
    """
    check.require_asked(asking.me.id, Stage.MARKING, event.at)
    problems: dict[str, Phrase] = {}
    key, firmness = event.answers.get(KEY, ""), event.answers.get(FIRMNESS, "")
    if key not in set(MarkKey):
        problems[KEY] = Phrase("mark-no-key")
    if firmness not in set(Firmness):
        problems[FIRMNESS] = Phrase("mark-no-firmness")
    differs = event.answers.get(DIFFERS, "")
    if differs.strip():
        differs = read_words(problems, DIFFERS, differs)
    signature = read_signature(event.answers, asking.me, check.levels, len(check.eligible), problems)
    if problems or signature is None:
        return Effects(reply=RejectForm(_form(check, asking), problems, event.answers))
    kept = replace(
        _mine(check, asking, event, signature),
        key=MarkKey(key),
        firmness=Firmness(firmness),
        differs=differs.strip(),
        level=signature.level,
        shown_name=signature.shown_name,
    )
    keep: tuple[Kept, ...] = (kept,) if signature.member == asking.me else (kept, signature.member)
    said = Message(Phrase("mark-kept", {"closes": check.closes_at}), mark_choices(check))
    return Effects(keep=keep, reply=Say(said))


def _mine(check: UnderstandingCheck, asking: Asking, event: FormSubmitted, signature: Signature) -> Mark:
    earlier = _earlier(check, asking)
    if earlier is not None:
        return replace(earlier, made_at=event.at)
    return Mark(
        id=MarkId(new_id(event.seed, "mark")),
        check=check.id,
        dialogue=check.dialogue,
        member=asking.me.id,
        key=MarkKey.NOT_SURE,
        firmness=Firmness.JUST_FOR_NOW,
        level=signature.level,
        shown_name=signature.shown_name,
        made_at=event.at,
    )


def _earlier(check: UnderstandingCheck, asking: Asking) -> Mark | None:
    marks = asking.loaded(Record).marks
    return next((each for each in marks if each.check == check.id and each.member == asking.me.id), None)


def _form(check: UnderstandingCheck, asking: Asking) -> Form:
    levels = honest_levels(check.levels, len(check.eligible))
    return Form(
        title=Phrase("mark-title"),
        ticket=Ticket(Action.MARK, check.id),
        intro=(Phrase("mark-line", {"body": Quote(check.line or "")}), Phrase("mark-sealed")),
        fields=_fields(levels),
        values=_values(check, asking, levels),
    )


def _fields(levels: tuple[Attribution, ...]) -> tuple[Field, ...]:
    keys = tuple(Option(key, label) for key, label in mark_labels())
    firm = tuple(Option(each, Phrase(f"mark-{each}-option")) for each in Firmness)
    return (
        Field(id=KEY, label=Phrase("mark-key-field"), kind=FieldKind.ONE_OF, options=keys),
        Field(id=DIFFERS, label=Phrase("mark-differs-field"), kind=FieldKind.PARAGRAPH, is_required=False),
        Field(id=FIRMNESS, label=Phrase("mark-firmness-field"), kind=FieldKind.ONE_OF, options=firm),
        *signature_fields(levels),
    )


def _values(check: UnderstandingCheck, asking: Asking, levels: tuple[Attribution, ...]) -> dict[str, str]:
    values = {LEVEL: str(usual_level(asking.me, levels)), CHOSEN_NAME: asking.me.chosen_name}
    earlier = _earlier(check, asking)
    if earlier is None:
        return values
    own = {KEY: earlier.key, DIFFERS: earlier.differs, FIRMNESS: earlier.firmness, LEVEL: earlier.level}
    return values | {field: str(value) for field, value in own.items()}
