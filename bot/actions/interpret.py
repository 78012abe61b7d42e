"""Say what one takes from what was said or noted; nobody else sees it until its author shares it."""

from collections.abc import Iterator

from bot.dialogue.dialogues import Dialogue
from bot.dialogue.excerpts import Excerpt
from bot.dialogue.interpretations import Interpretation
from bot.dialogue.limits import require_words_left
from bot.dialogue.reading_matter import Matter, read_matter, readable_entries, readable_lines
from bot.dialogue.record import Record
from bot.dialogue.references import Sign
from bot.dialogue.standing import Recent
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.visibility import excerpt
from bot.errors import Refusal
from bot.identifiers import InterpretationId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Choice, Field, Form, Message
from bot.speech.noted import line_message
from bot.speech.sensing import private_choices, read_sense, sense_fields
from bot.words import Part, Phrase, Quote, Value

ABOUT, SOURCES = "about", "sources"
SEVERAL, QUESTION = "several", "q"
SHOWN_MOST = 20
"""How many lines and how many contributions are shown to choose from; any other can be named."""


def offer_interpret(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Show what there is to read, or open the form about what was named.

    Raises:
        NotFound: Something that is named is not there for this reader.
        Unreadable: What was typed names nothing, or too much.
    """
    dialogue.require_open()
    seen = excerpt(asking.loaded(Record), asking.me, event.at)
    typed = event.options.get(ABOUT, "") if isinstance(event, CommandGiven) else ""
    named = event.ticket.choice or typed
    if named == SEVERAL:
        return Effects(reply=OpenForm(_several_form(dialogue)))
    if not named or named.startswith(QUESTION):
        return Effects(reply=Say(_to_read(seen, dialogue, named.removeprefix(QUESTION))))
    return Effects(reply=OpenForm(_form(dialogue, read_matter(named, seen))))


def interpret(dialogue: Dialogue, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep what the member takes from it, for them alone; or go on from what they chose to read.

    Raises:
        NotFound: Something that is named is not there for this reader.
        NotAllowed: The member has sent too much in a short while.
    """
    dialogue.require_open()
    seen = excerpt(asking.loaded(Record), asking.me, event.at)
    if event.ticket.choice == SEVERAL:
        return _chosen(dialogue, seen, event)
    matter = read_matter(event.ticket.choice, seen)
    written = read_sense(event.answers)
    if isinstance(written, dict):
        return Effects(reply=RejectForm(_form(dialogue, matter), written, event.answers))
    recent = asking.loaded(Recent)
    require_words_left(recent.moments(event.at), event.at, asking.house.limits, recent.earlier)
    sense, sureness = written
    kept = Interpretation(
        id=InterpretationId(new_id(event.seed, "interpretation")),
        dialogue=dialogue.id,
        member=asking.me.id,
        based_on=tuple(matter.named),
        rival_of=matter.rival.id if matter.rival else None,
        sureness=sureness,
        draft=str(sense),
        made_at=event.at,
    )
    return Effects(keep=(kept,), reply=Say(Message(Phrase("interpret-kept"), private_choices(kept.id))))


def _to_read(seen: Excerpt, dialogue: Dialogue, question: str) -> Message:
    """Return the excerpt: the answers to one question, or the notes and the answers to the last one."""
    several = Choice(Phrase("interpret-several-choice"), Ticket(Action.INTERPRET, dialogue.id, SEVERAL))
    below = (*(() if question else _lines(seen, dialogue)), *_entries(seen, dialogue, question))
    key = "interpret-what" if below else "interpret-nothing"
    others = Choice(Phrase("show_interpretations-choice"), Ticket(Action.SHOW_INTERPRETATIONS, dialogue.id))
    return Message(Phrase(key), (several, others) if below else (others,), below)


def _lines(seen: Excerpt, dialogue: Dialogue) -> Iterator[Message]:
    for part in readable_lines(seen)[-SHOWN_MOST:]:
        yield line_message(part, _take(dialogue, f"{Sign.LINE}{part.line.number}"))


def _entries(seen: Excerpt, dialogue: Dialogue, question: str) -> Iterator[Message]:
    entries = readable_entries(seen)
    rounds = {part.round.id: part.round for part in seen.rounds}
    wanted = [round.id for round in rounds.values() if str(round.number) == question]
    if not question and entries:
        wanted = [max((rounds[e.round] for e in entries), key=lambda round: round.number).id]
    for entry in [entry for entry in entries if entry.round in wanted][:SHOWN_MOST]:
        values: dict[str, Value] = {
            "number": Quote(entry.id, Part.NUMBER),
            "author": Quote(entry.id, Part.AUTHOR),
            "body": Quote(entry.id),
        }
        yield Message(Phrase("interpret-entry", values), (_take(dialogue, str(entry.number)),))


def _take(dialogue: Dialogue, named: str) -> Choice:
    return Choice(Phrase("interpret-choice"), Ticket(Action.INTERPRET, dialogue.id, named))


def _chosen(dialogue: Dialogue, seen: Excerpt, event: FormSubmitted) -> Effects[AfterForm]:
    """Go on from the form in which several were chosen; on some platforms no form follows a form."""
    try:
        matter = read_matter(event.answers.get(SOURCES, ""), seen)
    except Refusal as refusal:
        problems = {SOURCES: refusal.phrase}
        return Effects(reply=RejectForm(_several_form(dialogue), problems, event.answers))
    chosen = Phrase("interpret-chosen", {"references": ", ".join(matter.named.values())})
    return Effects(reply=Say(Message(chosen, (_take(dialogue, str(matter)),))))


def _several_form(dialogue: Dialogue) -> Form:
    return Form(
        title=Phrase("interpret-several-title"),
        ticket=Ticket(Action.INTERPRET, dialogue.id, SEVERAL),
        intro=(Phrase("interpret-several-intro"),),
        fields=(
            Field(
                id=SOURCES,
                label=Phrase("interpret-sources-field"),
                hint=Phrase("interpret-sources-hint"),
                most=100,
            ),
        ),
    )


def _form(dialogue: Dialogue, matter: Matter) -> Form:
    intro = [
        Phrase("interpret-private-first"),
        *(Phrase("interpret-read", {"name": name, "body": Quote(id)}) for id, name in matter.named.items()),
    ]
    if matter.rival:
        intro.append(Phrase("interpret-beside", {"reference": matter.rival.reference}))
    return Form(
        title=Phrase("interpret-title"),
        ticket=Ticket(Action.INTERPRET, dialogue.id, str(matter)),
        intro=tuple(intro),
        fields=sense_fields(),
    )
