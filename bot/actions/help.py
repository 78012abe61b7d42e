"""How to use the bot, what can be typed, and whom to turn to; for everybody, also before joining."""

from bot.dialogue.dialogues import DialogueState
from bot.dialogue.members import Role
from bot.dialogue.places import Place
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.speech.asking import Asking
from bot.speech.command_shape import Command
from bot.speech.commands import COMMANDS
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.words import Phrase

SUPPORT = "support"
BEFORE_JOINING = ("join", "support", "help")
"""What somebody can type who has not joined."""


def help(place: Place, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Say how to use the bot and what can be done now, with the support contacts; or the contacts alone.

    Raises:
        NotFound: The button asks for something else.
    """
    if event.ticket.choice not in ("", SUPPORT):
        raise NotFound(Phrase("refusals-button"))
    if event.ticket.choice == SUPPORT:
        return Effects(reply=Say(_support(asking)))
    below = (*_command_messages(asking), _support(asking))
    return Effects(reply=Say(Message(Phrase("help-how"), _choices(asking), below)))


def _support(asking: Asking) -> Message:
    if asking.dialogue is None:
        return Message(Phrase("help-no-dialogue"))
    return Message(Phrase("help-support", {"support": asking.dialogue.support}))


def _command_messages(asking: Asking) -> tuple[Message, ...]:
    """Return one line for each word that this person can type, the facilitators' own under a line apart."""
    if asking.member is None or asking.member.has_left:
        words = (*BEFORE_JOINING, *(("start",) if asking.dialogue is None else ()))
        return _lines("help-commands", [c for c in COMMANDS if c.word in words])
    members = _lines("help-commands", [c for c in COMMANDS if not c.for_facilitators])
    if asking.member.role is not Role.FACILITATOR:
        return members
    return members + _lines("help-commands-facilitators", [c for c in COMMANDS if c.for_facilitators])


def _lines(heading: str, commands: list[Command]) -> tuple[Message, ...]:
    return Message(Phrase(heading)), *(Message(Phrase(f"help-command-{c.word}")) for c in commands)


def _choices(asking: Asking) -> tuple[Choice, ...]:
    dialogue, member = asking.dialogue, asking.member
    if dialogue is None:
        return ()
    if member is None or member.has_left:
        join = Choice(Phrase("join-choice"), Ticket(Action.JOIN, dialogue.id))
        return (join,) if dialogue.state is DialogueState.OPEN else ()
    choices = (
        Choice(Phrase("show_mine-choice"), Ticket(Action.SHOW_MINE, dialogue.id)),
        Choice(Phrase("show_record-choice"), Ticket(Action.SHOW_RECORD, dialogue.id)),
        Choice(Phrase("set_preferences-choice"), Ticket(Action.SET_PREFERENCES, dialogue.id)),
    )
    if dialogue.is_example and member.role is Role.FACILITATOR:
        delete = Ticket(Action.DELETE_EXAMPLE, dialogue.id)
        return (*choices, Choice(Phrase("delete_example-choice"), delete))
    return choices
