"""The notes: every line with its state, its sources, and what the reader may do with it."""

import re

from bot.dialogue.dialogues import Dialogue, DialogueState
from bot.dialogue.line_excerpts import LineExcerpt
from bot.dialogue.lines import Drafting, LineState
from bot.dialogue.members import Role
from bot.dialogue.record import Record
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.visibility import excerpt
from bot.errors import NotFound
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.speech.noted import drafters_in, line_message
from bot.words import Phrase

LINES_ON_A_PAGE = 20
ABOUT = "about"
_PAGE = re.compile("page([2-9]|[1-9][0-9]{1,3})")


def show_notes(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Show the newest edition of each line, or all editions of the one that is named.

    Raises:
        NotFound: There is no line with this number, or the button asks for something else.
    """
    seen = excerpt(asking.loaded(Record), asking.member, event.at).lines
    typed = event.options.get(ABOUT, "") if isinstance(event, CommandGiven) else ""
    page = _PAGE.fullmatch(event.ticket.choice)
    named = "" if page else (event.ticket.choice or typed).upper().removeprefix("N")
    if named:
        return Effects(reply=Say(_editions(seen, named, asking)))
    return Effects(reply=Say(_all(seen, dialogue, asking, int(page[1]) if page else 1)))


def _editions(seen: tuple[LineExcerpt, ...], number: str, asking: Asking) -> Message:
    editions = [part for part in seen if str(part.line.number) == number]
    if not editions:
        raise NotFound(Phrase("draft_line-no-such-number", {"typed": number[:20]}))
    below = tuple(line_message(part, *_choices(part, asking)) for part in editions)
    return Message(Phrase("show_notes-editions", {"number": editions[0].line.number}), (), below)


def _all(seen: tuple[LineExcerpt, ...], dialogue: Dialogue, asking: Asking, page: int) -> Message:
    newest = [part for part in seen if part.is_newest]
    end = max(len(newest) - LINES_ON_A_PAGE * (page - 1), 0)
    begin = max(end - LINES_ON_A_PAGE, 0)
    confirmed = sum(part.standing.state is LineState.CONFIRMED for part in newest)
    gone = sum(part.standing.state is LineState.WITHDRAWN for part in newest)
    values = {"confirmed": confirmed, "open": len(newest) - confirmed - gone}
    heading = Phrase("show_notes-all", values) if newest else Phrase("show_notes-none")
    choices = [
        *_drafting(dialogue, asking),
        Choice(Phrase("show_interpretations-choice"), Ticket(Action.SHOW_INTERPRETATIONS, dialogue.id)),
        Choice(Phrase("show_understandings-choice"), Ticket(Action.SHOW_UNDERSTANDINGS, dialogue.id)),
    ]
    if begin:
        earlier = Ticket(Action.SHOW_NOTES, dialogue.id, f"page{page + 1}")
        choices.append(Choice(Phrase("show_record-earlier-choice"), earlier))
    below = tuple(line_message(part, *_choices(part, asking)) for part in newest[begin:end])
    return Message(heading, tuple(choices), below)


def _drafting(dialogue: Dialogue, asking: Asking) -> list[Choice]:
    """Offer to draft to whoever may, and to a facilitator to say who may."""
    if dialogue.state is not DialogueState.OPEN or not asking.me.has_voice:
        return []
    choices = []
    drafters = drafters_in(asking.loaded(Record))
    if drafters.may(asking.me):
        choices.append(Choice(Phrase("draft_line-choice"), Ticket(Action.DRAFT_LINE, dialogue.id)))
    if asking.me.role is Role.FACILITATOR:
        other = next(each for each in Drafting if each is not drafters.drafting)
        choices.append(
            Choice(Phrase(f"let_draft-{other}-choice"), Ticket(Action.LET_DRAFT, dialogue.id, other))
        )
    return choices


def _choices(part: LineExcerpt, asking: Asking) -> list[Choice]:
    """Return what this reader can do with a line: check it, write it anew, take it back."""
    line, here = part.line, asking.here
    is_gone = part.standing.state is LineState.WITHDRAWN
    if here.state is not DialogueState.OPEN or not asking.me.has_voice or not part.is_newest:
        return []
    choices = []
    if any(source.is_own and source.is_there for source in part.sources) and not is_gone:
        choices.append(Choice(Phrase("confirm_line-choice"), Ticket(Action.CONFIRM_LINE, line.id)))
    if drafters_in(asking.loaded(Record)).may(asking.me) and line.is_live:
        again = Ticket(Action.DRAFT_LINE, here.id, str(line.number))
        choices.append(Choice(Phrase("draft_line-again-choice"), again))
    if line.member == asking.me.id and line.is_live:
        choices.append(Choice(Phrase("withdraw_line-choice"), Ticket(Action.WITHDRAW_LINE, line.id)))
    return choices
