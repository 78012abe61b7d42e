"""Say why a part of the map is empty: one of three reasons, and a note; the bot never guesses."""

from bot.dialogue.contributions import Revision
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.framework import Mechanism, Theme
from bot.dialogue.gaps import NOTE_MOST, Gap, GapReason
from bot.dialogue.limits import require_words_left
from bot.dialogue.standing import Recent
from bot.dialogue.texts import read_text
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound, Refusal
from bot.identifiers import GapId, RevisionId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.mapping import mechanism_label, theme_label
from bot.speech.messages import Choice, Field, FieldKind, Form, Message, Option
from bot.words import Phrase, Value

REASON, NOTE = "reason", "note"


def offer_explain(dialogue: Dialogue, _asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Open the form for the cell that is named.

    Raises:
        DialogueClosed: It has ended.
        NotFound: There is no such cell.
    """
    dialogue.require_open()
    return Effects(reply=OpenForm(_form(dialogue, event.ticket.choice)))


def explain_gap(dialogue: Dialogue, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep what was chosen, under the name of who chose it.

    Raises:
        DialogueClosed: It has ended.
        NotFound: There is no such cell.
        NotAllowed: The member has sent too much in a short while.
    """
    dialogue.require_open()
    mechanism, theme = _cell_of(event.ticket.choice)
    problems: dict[str, Phrase] = {}
    reason = event.answers.get(REASON, "")
    if reason not in set(GapReason):
        problems[REASON] = Phrase("explain_gap-no-reason")
    note = _read_note(event.answers.get(NOTE, ""), problems)
    if problems:
        return Effects(reply=RejectForm(_form(dialogue, event.ticket.choice), problems, event.answers))
    recent = asking.loaded(Recent)
    require_words_left(recent.moments(event.at), event.at, asking.house.limits, recent.earlier)
    gap = Gap(
        id=GapId(new_id(event.seed, "gap")),
        dialogue=dialogue.id,
        mechanism=mechanism,
        theme=theme,
        reason=GapReason(reason),
        has_note=bool(note),
        member=asking.me.id,
        made_at=event.at,
    )
    back = Choice(Phrase("show_map-choice"), Ticket(Action.SHOW_MAP, dialogue.id, mechanism))
    keep = (gap, _text(gap, note, event)) if note else (gap,)
    return Effects(keep=keep, reply=Say(Message(Phrase("explain_gap-thanks"), (back,))))


def _cell_of(choice: str) -> tuple[Mechanism, Theme]:
    mechanism, _, theme = choice.partition(".")
    if mechanism not in set(Mechanism) or theme not in set(Theme):
        raise NotFound(Phrase("refusals-button"))
    return Mechanism(mechanism), Theme(theme)


def _read_note(typed: str, problems: dict[str, Phrase]) -> str:
    try:
        return read_text(typed, NOTE_MOST) if typed.strip() else ""
    except Refusal as refusal:
        problems[NOTE] = refusal.phrase
        return ""


def _text(gap: Gap, note: str, event: FormSubmitted) -> Revision:
    return Revision(
        id=RevisionId(new_id(event.seed, "revision")),
        of=gap.id,
        dialogue=gap.dialogue,
        number=1,
        body=note,
        made_at=event.at,
    )


def _form(dialogue: Dialogue, choice: str) -> Form:
    mechanism, theme = _cell_of(choice)
    values: dict[str, Value] = {"mechanism": mechanism_label(mechanism), "theme": theme_label(theme)}
    reasons = tuple(Option(reason, Phrase(f"show_map-{reason}-reason")) for reason in GapReason)
    note, one_of, long = Phrase("explain_gap-note-field"), FieldKind.ONE_OF, FieldKind.PARAGRAPH
    return Form(
        title=Phrase("explain_gap-title"),
        ticket=Ticket(Action.EXPLAIN_GAP, dialogue.id, choice),
        intro=(Phrase("show_map-empty-cell", values), Phrase("explain_gap-intro")),
        fields=(
            Field(id=REASON, label=Phrase("explain_gap-reason-field"), kind=one_of, options=reasons),
            Field(id=NOTE, label=note, kind=long, is_required=False, most=NOTE_MOST),
        ),
    )
