"""Sign somebody else's minority note with one's name, or take the signature back."""

from dataclasses import replace

from bot.dialogue.check_ins import CheckIn
from bot.dialogue.dissent import MinorityNote
from bot.dialogue.responses import InCheckIn
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed, NotFound
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.speech.standing_posts import posts_of
from bot.words import Phrase

BACK = "back"


def sign_minority_note(
    note: MinorityNote, asking: Asking, event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    """
    Add the member's name under the note, or take it away again.

    Raises:
        NotFound: The note was withdrawn, or the button asks for something else.
        NotAllowed: It is the member's own.
    """
    note.require_live()
    if event.ticket.choice not in {"", BACK}:
        raise NotFound(Phrase("refusals-button"))
    if note.member == asking.me.id:
        raise NotAllowed(Phrase("sign_minority_note-own"))
    others = tuple(member for member in note.signed_by if member != asking.me.id)
    is_back = event.ticket.choice == BACK
    signed = replace(note, signed_by=others if is_back else (*others, asking.me.id))
    back = Choice(Phrase("sign_minority_note-back-choice"), Ticket(Action.SIGN_MINORITY_NOTE, note.id, BACK))
    return Effects(
        keep=(signed,),
        reply=Say(
            Message(
                Phrase("sign_minority_note-taken-back" if is_back else "sign_minority_note-thanks"),
                () if is_back else (back,),
            )
        ),
        posts=posts_of(asking.loaded(CheckIn), asking.loaded(InCheckIn), asking, note=signed),
    )
