"""How an interpretation stands in front of people, and the form in which somebody writes what they take."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from bot.dialogue.contributions import Revision, Version
from bot.dialogue.interpretation_excerpts import InterpretationExcerpt, see_interpretations
from bot.dialogue.interpretations import SENSE_MOST, Interpretation, Sense, Sureness
from bot.dialogue.record import Record
from bot.dialogue.texts import read_text
from bot.dialogue.tickets import Action, Ticket
from bot.errors import Refusal
from bot.identifiers import DialogueId, InterpretationId, PostId, RevisionId, new_id
from bot.speech.effects import Post
from bot.speech.events import FormSubmitted
from bot.speech.messages import Choice, Field, FieldKind, Message, Option
from bot.words import Part, Phrase, Quote, Value

NOTICE, FEEL, MEANS, ASKS, SURENESS = "notice", "feel", "means", "asks", "sureness"
QUOTED = {NOTICE: Part.NOTICE, FEEL: Part.FEEL, MEANS: Part.BODY, ASKS: Part.ASKS}
TEXTS = tuple(QUOTED)


def sense_fields() -> tuple[Field, ...]:
    """Return the fields, in the order from what one sees to what it asks."""
    options = tuple(Option(each, Phrase(f"interpret-{each}-option")) for each in Sureness)
    return (
        *(
            Field(
                id=text,
                label=Phrase(f"interpret-{text}-field"),
                kind=FieldKind.PARAGRAPH,
                is_required=text != FEEL,
                most=SENSE_MOST,
            )
            for text in TEXTS
        ),
        Field(id=SURENESS, label=Phrase("interpret-sureness-field"), kind=FieldKind.ONE_OF, options=options),
    )


def read_sense(answers: Mapping[str, str]) -> tuple[Sense, Sureness] | dict[str, Phrase]:
    """Read what was sent in; return it, or what is wrong beside each field."""
    problems: dict[str, Phrase] = {}
    texts: dict[str, str] = {}
    for text in TEXTS:
        typed = answers.get(text, "")
        if text == FEEL and not typed.strip():
            continue
        try:
            texts[text] = read_text(typed, SENSE_MOST)
        except Refusal as refusal:
            problems[text] = refusal.phrase
    sureness = answers.get(SURENESS, "")
    if sureness not in set(Sureness):
        problems[SURENESS] = Phrase("interpret-no-sureness")
    return problems or (Sense(**texts), Sureness(sureness))


def sense_values(sense: Sense | None, sureness: Sureness) -> dict[str, str]:
    """Return what the fields hold when somebody changes their own."""
    if sense is None:
        return {}
    return {text: getattr(sense, text) for text in TEXTS} | {SURENESS: str(sureness)}


def sense_revision(interpretation: Interpretation, sense: Sense, event: FormSubmitted) -> Revision:
    """Return what a shared interpretation says as a version of its words."""
    return Revision(
        id=RevisionId(new_id(event.seed, "revision")),
        of=interpretation.id,
        dialogue=interpretation.dialogue,
        number=interpretation.edits + 1,
        body=str(sense),
        made_at=event.at,
    )


def shared_message(part: InterpretationExcerpt, *choices: Choice) -> Message:
    """Return a shared interpretation as it stands now, with what it reads and what stands beside it."""
    author = Quote(part.id, Part.AUTHOR)
    number = Quote(part.id, Part.NUMBER)
    heading = Phrase("interpret-shared", {"number": number, "author": author})
    return Message(heading, choices, tuple(_under(part)))


def private_message(part: InterpretationExcerpt, *choices: Choice) -> Message:
    """Return the reader's own interpretation while nobody else can see it."""
    below = [Message(Phrase("interpret-reads", {"references": _named(part)}))]
    if part.sense is not None:
        values: dict[str, Value] = {text: getattr(part.sense, text) for text in TEXTS if text != FEEL}
        below.append(Message(Phrase("interpret-private-words", values)))
        if part.sense.feel:
            below.append(Message(Phrase("interpret-private-feel", {"feel": part.sense.feel})))
    return Message(Phrase("interpret-private"), choices, tuple(below))


def shared_post(record: Record, changed: Interpretation, words: Sense | None = None) -> Post:
    """Return the post of an interpretation that *changed*, as everybody may see it, with its new words."""
    others = (each for each in record.interpretations if each.id != changed.id)
    revisions = dict(record.revisions)
    if words is not None:
        revisions[changed.id] = (Version(number=1, body=str(words), made_at=changed.made_at),)
    after = replace(record, interpretations=(*others, changed), revisions=revisions)
    seen = see_interpretations(after, None)
    part = next(each for each in seen if each.id == changed.id)
    choices = reader_choices(part, changed.dialogue) if part.is_live else ()
    return Post(PostId(changed.id), record.dialogue.place, shared_message(part, *choices))


def private_choices(id: InterpretationId) -> tuple[Choice, ...]:
    """Return what its author can do: share it, change it, take it back."""
    return (
        Choice(Phrase("share_interpretation-choice"), Ticket(Action.SHARE_INTERPRETATION, id)),
        Choice(Phrase("change_interpretation-choice"), Ticket(Action.CHANGE_INTERPRETATION, id)),
        Choice(Phrase("withdraw_interpretation-choice"), Ticket(Action.WITHDRAW_INTERPRETATION, id)),
    )


def reader_choices(part: InterpretationExcerpt, dialogue: DialogueId) -> tuple[Choice, ...]:
    """Return what anybody can do with a shared interpretation: read it otherwise, and see all of them."""
    rival = Ticket(Action.INTERPRET, dialogue, f"rival.{part.reference}")
    return (
        Choice(Phrase("interpret-rival-choice"), rival),
        Choice(Phrase("show_interpretations-choice"), Ticket(Action.SHOW_INTERPRETATIONS, dialogue)),
    )


def _under(part: InterpretationExcerpt) -> Iterator[Message]:
    if not part.is_live:
        yield Message(Phrase("interpret-gone", {"day": str(part.state_on or "")}))
        return
    for text, quoted in QUOTED.items():
        if text != FEEL or (part.sense and part.sense.feel):
            yield Message(Phrase(f"interpret-{text}-said", {"body": Quote(part.id, quoted)}))
    yield Message(Phrase(f"interpret-sure-{part.sureness}"))
    yield Message(Phrase("interpret-reads", {"references": _named(part)}))
    if part.rival_of:
        yield Message(Phrase("interpret-rival-of", {"reference": part.rival_of}))
    if part.edits:
        yield Message(Phrase("interpret-edited", {"count": part.edits}))


def _named(part: InterpretationExcerpt) -> str:
    return ", ".join(name for _, name in part.based_on)
