"""The record as this reader may see it: everything by round, or only what stays apart."""

import re
import unicodedata
from collections.abc import Collection

from bot.actions.show_round import Sight, entry_phrase, rounds_in, sealed_phrase, sight_of, words_in
from bot.dialogue.contributions import ContributionState
from bot.dialogue.dialogues import Dialogue, DialogueState
from bot.dialogue.divergences import DivergenceState
from bot.dialogue.excerpts import DivergenceExcerpt, Entry, RoundExcerpt
from bot.dialogue.members import Role
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.identifiers import ContributionId
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.words import Part, Phrase, Quote, Value

APART, SEARCH = "apart", "search"
ENTRIES_ON_A_PAGE = 30
DIVERGENCES_ON_A_PAGE = 10
SEARCH_MOST = 200
_PAGE = re.compile("page([2-9]|[1-9][0-9]{1,3})")


def show_record(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Show the last part of the record, an earlier part, what a search finds, or what stays apart.

    Raises:
        NotFound: The button asks for something else.
    """
    sight = sight_of(asking, event)
    choice = event.ticket.choice
    if choice == APART:
        return Effects(reply=Say(_apart(dialogue, asking, sight)))
    page = _PAGE.fullmatch(choice)
    if choice and page is None:
        raise NotFound(Phrase("refusals-button"))
    typed = event.options.get(SEARCH, "")[:SEARCH_MOST].strip() if isinstance(event, CommandGiven) else ""
    if typed:
        return Effects(reply=Say(_found(dialogue, sight, typed)))
    return Effects(reply=Say(_all(dialogue, asking, sight, int(page[1]) if page else 1)))


def is_facilitator(asking: Asking) -> bool:
    """Whether a facilitator asks."""
    return asking.me.role is Role.FACILITATOR


def open_choice(entry: Entry) -> Choice:
    """Return the button that shows one contribution with its trail."""
    label = Phrase("show_record-entry-choice", {"number": Quote(entry.id, Part.NUMBER)})
    unnumbered = Phrase("show_mine-show_entry-choice")
    return Choice(label if entry.number else unnumbered, Ticket(Action.SHOW_ENTRY, entry.id))


def _all(dialogue: Dialogue, asking: Asking, sight: Sight, page: int) -> Message:
    parts = rounds_in(sight.excerpt)
    entries = [entry for part in parts for entry in words_in(part)]
    end = max(len(entries) - ENTRIES_ON_A_PAGE * (page - 1), 0)
    begin = max(end - ENTRIES_ON_A_PAGE, 0)
    shown = {entry.id for entry in entries[begin:end]}
    below = [
        message
        for part in parts
        if shown & _ids_in(part) or (page == 1 and not words_in(part))
        for message in _round_messages(part, shown, sight)
    ]
    choices = [Choice(Phrase("show_record-apart-choice"), Ticket(Action.SHOW_RECORD, dialogue.id, APART))]
    choices.append(Choice(Phrase("show_statements-choice"), Ticket(Action.SHOW_STATEMENTS, dialogue.id)))
    choices.append(Choice(Phrase("show_trail-choice"), Ticket(Action.SHOW_TRAIL, dialogue.id)))
    choices.append(Choice(Phrase("show_map-choice"), Ticket(Action.SHOW_MAP, dialogue.id)))
    intentions, became = (
        Ticket(Action.SHOW_INTENTIONS, dialogue.id),
        Ticket(Action.SHOW_FOLLOW_UP, dialogue.id),
    )
    choices.append(Choice(Phrase("show_intentions-choice"), intentions))
    choices.append(Choice(Phrase("show_follow_up-choice"), became))
    if begin:
        earlier = Ticket(Action.SHOW_RECORD, dialogue.id, f"page{page + 1}")
        choices.append(Choice(Phrase("show_record-earlier-choice"), earlier))
        below.insert(0, Message(Phrase("show_record-part", {"count": len(shown), "earlier": begin})))
    count = sum(bool(entry.bodies) for entry in entries)
    heading = _heading("show_record-all", dialogue, {"count": count})
    return Message(heading, (*choices, *_export_choice(dialogue, asking)), tuple(below))


def _found(dialogue: Dialogue, sight: Sight, typed: str) -> Message:
    words = _folded(typed)
    found = [
        entry
        for part in rounds_in(sight.excerpt)
        for entry in words_in(part)
        if entry.state is ContributionState.LIVE and words in _folded(entry.body)
    ]
    shown = {entry.id for entry in found[-ENTRIES_ON_A_PAGE:]}
    parts = (part for part in rounds_in(sight.excerpt) if shown & _ids_in(part))
    below = [message for part in parts for message in _question_and_entries(part, shown, sight)]
    if len(found) > len(shown):
        earlier = len(found) - len(shown)
        below.insert(0, Message(Phrase("show_record-part", {"count": len(shown), "earlier": earlier})))
    heading = _heading("show_record-found", dialogue, {"count": len(found), "words": typed})
    return Message(heading, (_all_choice(dialogue),), tuple(below))


def _apart(dialogue: Dialogue, asking: Asking, sight: Sight) -> Message:
    """Show views that differ one after the other, each whole, with where the group stands with them."""
    apart = sight.excerpt.divergences
    shown = apart[-DIVERGENCES_ON_A_PAGE:]
    below = [message for divergence in shown for message in _views(divergence, asking, sight)]
    if len(apart) > len(shown):
        earlier = len(apart) - len(shown)
        below.insert(0, Message(Phrase("show_record-part", {"count": len(shown), "earlier": earlier})))
    heading = _heading("show_record-apart", dialogue, {"count": len(apart)})
    return Message(heading, (_all_choice(dialogue), *_export_choice(dialogue, asking)), tuple(below))


def _views(divergence: DivergenceExcerpt, asking: Asking, sight: Sight) -> list[Message]:
    kept = sum(entry.state is ContributionState.LIVE for entry in divergence.positions)
    values: dict[str, Value] = {"count": kept, "day": sight.day(divergence.made_on)}
    heading = Message(
        Phrase(f"show_record-apart-{divergence.state}", values), _agree_choice(divergence, asking)
    )
    views = (Message(entry_phrase(entry, sight), (open_choice(entry),)) for entry in divergence.positions)
    return [heading, *views]


def _agree_choice(divergence: DivergenceExcerpt, asking: Asking) -> tuple[Choice, ...]:
    """Offer to agree to differ to whoever wrote one of the views."""
    is_author = any(entry.is_own for entry in divergence.positions) and asking.me.has_voice
    is_settled = divergence.state is DivergenceState.AGREED_TO_DIFFER
    if not is_author or is_settled or asking.here.state is not DialogueState.OPEN:
        return ()
    agree = Ticket(Action.AGREE_TO_DIFFER, divergence.id, "agree")
    return (Choice(Phrase("show_record-agree-choice"), agree),)


def _round_messages(part: RoundExcerpt, shown: Collection[ContributionId], sight: Sight) -> list[Message]:
    """Show a question with some of its answers, what is kept back, and whether it was a dialogue."""
    said = _question_and_entries(part, shown, sight)
    if part.is_sealed:
        said.append(Message(sealed_phrase(part.round)))
    if part.signs is not None and words_in(part):
        said.append(Message(Phrase(f"close_round-signs-{part.signs.label}")))
    return said


def _question_and_entries(
    part: RoundExcerpt, shown: Collection[ContributionId], sight: Sight
) -> list[Message]:
    values: dict[str, Value] = {
        "number": part.round.number,
        "question": Quote(part.round.id, Part.QUESTION),
    }
    open_round = Choice(
        Phrase("show_record-round-choice", {"number": part.round.number}),
        Ticket(Action.SHOW_ROUND, part.round.id),
    )
    entries = (entry for entry in words_in(part) if entry.id in shown)
    return [
        Message(Phrase("show_record-round", values), (open_round,)),
        *(Message(entry_phrase(entry, sight), (open_choice(entry),)) for entry in entries),
    ]


def _ids_in(part: RoundExcerpt) -> set[ContributionId]:
    return {entry.id for entry in part.entries}


def _heading(key: str, dialogue: Dialogue, values: dict[str, Value]) -> Phrase:
    return Phrase(key, {"title": Quote(dialogue.id, Part.TITLE), **values})


def _all_choice(dialogue: Dialogue) -> Choice:
    return Choice(Phrase("show_record-choice"), Ticket(Action.SHOW_RECORD, dialogue.id))


def _export_choice(dialogue: Dialogue, asking: Asking) -> tuple[Choice, ...]:
    if not is_facilitator(asking):
        return ()
    return (Choice(Phrase("export-choice"), Ticket(Action.EXPORT, dialogue.id)),)


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
