"""Go back to an earlier part of the work, from anywhere, with a reason that members can read."""

from itertools import chain

from bot.actions.open_round import MECHANISM, THEME, kind_fields, prompts_message
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.excerpts import Excerpt
from bot.dialogue.framework import Mechanism, Theme
from bot.dialogue.pointers import Pointer, PointerKind
from bot.dialogue.record import Record
from bot.dialogue.texts import read_text
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.visibility import excerpt
from bot.dialogue.ways_back import REASON_MOST, WayBack
from bot.errors import NotFound, Refusal
from bot.identifiers import WayBackId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import OPTIONS_IN_A_FIELD, Field, FieldKind, Form, Option
from bot.speech.pointing import pointer_phrase
from bot.speech.understood import pointer_to
from bot.words import Phrase

SOURCE, REASON = "source", "reason"
WHOLE = "whole"


def offer_return(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Open the form: to what, and why; and from what, where no button said so.

    Raises:
        DialogueClosed: It has ended.
        NotFound: What a button named is not there for this reader.
    """
    dialogue.require_open()
    sources = sources_in(_seen(asking, event))
    source = _named(event.ticket.choice, sources) if event.ticket.choice else None
    return Effects(reply=OpenForm(_form(dialogue, source, sources)))


def return_to(dialogue: Dialogue, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep where the group goes back to and why, and list the questions of that part.

    Nothing is posted: the group reads the reason with the question it leads to.

    Raises:
        DialogueClosed: It has ended.
        NotFound: What the form named is not there for this reader.
    """
    dialogue.require_open()
    sources = sources_in(_seen(asking, event))
    named = event.ticket.choice or event.answers.get(SOURCE, "")
    source = _named(named, sources) if named not in ("", WHOLE) else None
    problems: dict[str, Phrase] = {}
    mechanism, theme = event.answers.get(MECHANISM, ""), event.answers.get(THEME, "")
    if mechanism not in set(Mechanism) or theme not in set(Theme):
        problems[MECHANISM] = Phrase("open_round-no-kind")
    reason = _read_reason(event, problems)
    if problems:
        by_button = source if event.ticket.choice else None
        return Effects(reply=RejectForm(_form(dialogue, by_button, sources), problems, event.answers))
    way = WayBack(
        id=WayBackId(new_id(event.seed, "way back")),
        dialogue=dialogue.id,
        source_kind=source.kind if source else None,
        source_id=source.id if source else "",
        source_number=source.number if source else 0,
        mechanism=Mechanism(mechanism),
        theme=Theme(theme),
        reason=reason,
        member=asking.me.id,
        made_at=event.at,
    )
    form = Ticket(Action.ASK_AGAIN, way.id)
    return Effects(keep=(way,), reply=Say(prompts_message(way.mechanism, way.theme, form, asking)))


def sources_in(seen: Excerpt) -> tuple[Pointer, ...]:
    """Return everything of the record from which one can go back, the newest of each kind first."""
    rounds = [part.round for part in seen.rounds if part.round.opened_at is not None]
    divergences = [Pointer(PointerKind.DIVERGENCE, d.id, n) for n, d in enumerate(seen.divergences, 1)]
    statements = [Pointer(PointerKind.STATEMENT, s.statement.id, s.statement.number) for s in seen.statements]
    entries = [Pointer(PointerKind.CONTRIBUTION, e.id, e.number) for e in seen.entries() if e.number]
    lines = [
        Pointer(PointerKind.LINE, line.id, line.line.number)
        for line in seen.lines
        if line.is_newest and line.text
    ]
    of_rounds = [Pointer(PointerKind.ROUND, round.id, round.number) for round in rounds]
    checks = [pointer_to(part.check) for part in seen.understanding]
    kinds = (statements, of_rounds, divergences, checks, lines, entries)
    return tuple(chain(*(reversed(found) for found in kinds)))


def _seen(asking: Asking, event: CommandGiven | ChoicePicked | FormSubmitted) -> Excerpt:
    return excerpt(asking.loaded(Record), asking.member, event.at)


def _named(choice: str, sources: tuple[Pointer, ...]) -> Pointer:
    for source in sources:
        if str(source) == choice:
            return source
    raise NotFound(Phrase("refusals-button"))


def _read_reason(event: FormSubmitted, problems: dict[str, Phrase]) -> str:
    try:
        return read_text(event.answers.get(REASON, ""), REASON_MOST)
    except Refusal as refusal:
        problems[REASON] = refusal.phrase
        return ""


def _form(dialogue: Dialogue, source: Pointer | None, sources: tuple[Pointer, ...]) -> Form:
    intro = [Phrase("return_to-intro")]
    fields: list[Field] = []
    if source:
        intro.append(Phrase("return_to-from", {"source": pointer_phrase(source)}))
    else:
        fields.append(_source_field(sources))
    why = Phrase("return_to-reason-field")
    fields += kind_fields()
    fields.append(Field(id=REASON, label=why, kind=FieldKind.PARAGRAPH, most=REASON_MOST))
    return Form(
        title=Phrase("return_to-title"),
        ticket=Ticket(Action.RETURN_TO, dialogue.id, str(source) if source else ""),
        intro=tuple(intro),
        fields=tuple(fields),
        values={} if source else {SOURCE: WHOLE},
    )


def _source_field(sources: tuple[Pointer, ...]) -> Field:
    """Return the field that lists what one can come from; a contribution has a button of its own."""
    listed = [source for source in sources if source.kind is not PointerKind.CONTRIBUTION]
    newest = [Option(str(source), pointer_phrase(source)) for source in listed[: OPTIONS_IN_A_FIELD - 1]]
    whole = Option(WHOLE, pointer_phrase(None))
    return Field(
        id=SOURCE, label=Phrase("return_to-source-field"), kind=FieldKind.ONE_OF, options=(whole, *newest)
    )
