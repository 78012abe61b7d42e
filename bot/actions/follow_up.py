"""Say what became of what was said: taken up or not, why, and who decided; each author hears of it."""

from bot.dialogue.contributions import Revision
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.follow_ups import DECIDED_BY_MOST, WHAT_MOST, Became, ChangeNote, FollowUpCounts
from bot.dialogue.record import Record
from bot.dialogue.texts import read_text
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.visibility import excerpt
from bot.errors import Refusal
from bot.identifiers import ChangeNoteId, RevisionId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Deed, Effects, OpenForm, RejectForm, Reply, Say, Telling
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Choice, Field, FieldKind, Form, Message, Option
from bot.speech.naming_sources import read_sources
from bot.speech.telling import tell
from bot.words import Phrase

SOURCES, BECAME, WHAT, DECIDED_BY = "sources", "became", "what", "decided_by"
SOURCES_MOST = 150


def offer_follow_up(
    dialogue: Dialogue, _asking: Asking, event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    """Open the form, with the number that a button named."""
    number = event.ticket.choice if event.ticket.choice.isdecimal() else ""
    return Effects(reply=OpenForm(_form(dialogue, number)))


def follow_up(dialogue: Dialogue, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """Keep what became of the words, and tell those who wrote them; the ledger notes who said so."""
    problems: dict[str, Phrase] = {}
    seen = excerpt(asking.loaded(Record), asking.member, event.at)
    sources = read_sources(event.answers.get(SOURCES, ""), seen, SOURCES, problems)
    became = event.answers.get(BECAME, "")
    if became not in set(Became):
        problems[BECAME] = Phrase("offer_asset-not-chosen")
    what = _read(event, WHAT, WHAT_MOST, problems)
    decided_by = _read(event, DECIDED_BY, DECIDED_BY_MOST, problems)
    if problems:
        return Effects(reply=RejectForm(_form(dialogue), problems, event.answers))
    note = ChangeNote(
        id=ChangeNoteId(new_id(event.seed, "change note")),
        dialogue=dialogue.id,
        number=asking.loaded(FollowUpCounts).notes + 1,
        sources=sources,
        became=Became(became),
        decided_by=decided_by,
        member=asking.me.id,
        shown_name=asking.me.name,
        made_at=event.at,
    )
    revision = Revision(
        id=RevisionId(new_id(event.seed, "revision")),
        of=note.id,
        dialogue=dialogue.id,
        number=1,
        body=what,
        made_at=event.at,
    )
    shown = Choice(Phrase("show_follow_up-choice"), Ticket(Action.SHOW_FOLLOW_UP, dialogue.id))
    return Effects(
        keep=(note, revision),
        reply=Say(Message(Phrase("follow_up-thanks", {"count": len(sources)}), (shown,))),
        tell=_authors(note, asking, event),
        deed=Deed(action=Action.FOLLOW_UP, target=note.id),
    )


def _authors(note: ChangeNote, asking: Asking, event: FormSubmitted) -> tuple[Telling, ...]:
    record = asking.loaded(Record)
    authors = {c.member: None for c in record.contributions if c.id in note.sources and c.member}
    phrase = Phrase("follow_up-told")
    others = (member for member in authors if member != asking.me.id)
    return tuple(
        told
        for member in others
        for told in tell(event.seed, member, phrase, Action.SHOW_FOLLOW_UP, note.dialogue)
    )


def _read(event: FormSubmitted, field: str, most: int, problems: dict[str, Phrase]) -> str:
    try:
        return read_text(event.answers.get(field, ""), most)
    except Refusal as refusal:
        problems[field] = refusal.phrase
        return ""


def _form(dialogue: Dialogue, number: str = "") -> Form:
    became = tuple(Option(each, Phrase(f"show_follow_up-{each}-became")) for each in Became)
    decided, hint = Phrase("follow_up-decided-field"), Phrase("follow_up-sources-hint")
    return Form(
        title=Phrase("follow_up-title"),
        ticket=Ticket(Action.FOLLOW_UP, dialogue.id),
        intro=(Phrase("follow_up-intro"),),
        fields=(
            Field(id=SOURCES, label=Phrase("follow_up-sources-field"), hint=hint, most=SOURCES_MOST),
            Field(id=BECAME, label=Phrase("follow_up-became-field"), kind=FieldKind.ONE_OF, options=became),
            Field(id=WHAT, label=Phrase("follow_up-what-field"), kind=FieldKind.PARAGRAPH, most=WHAT_MOST),
            Field(id=DECIDED_BY, label=decided, most=DECIDED_BY_MOST),
        ),
        values={SOURCES: number},
    )
