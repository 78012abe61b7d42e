"""Take the record home as a file that opens without the bot; that it was done stands in the ledger."""

from bot.dialogue.dialogues import Dialogue
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.speech.asking import Asking
from bot.speech.effects import Deed, Effects, FileKind, Reply, Say, SendFile, Silence
from bot.speech.events import CameDue, ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.words import Part, Phrase, Quote

KINDS = tuple(kind for kind in FileKind if kind is not FileKind.OWN)


def export(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Explain the formats, or hand over the file that was chosen.

    Raises:
        NotFound: The button asks for something else.
    """
    choice = event.ticket.choice
    if not choice:
        return Effects(reply=Say(_offer(dialogue)))
    if choice not in KINDS:
        raise NotFound(Phrase("refusals-button"))
    kind = FileKind(choice)
    file = SendFile(
        message=Message(Phrase("export-file-here")),
        dialogue=dialogue.id,
        reader=asking.me.id,
        kind=kind,
        made_at=event.at,
    )
    return Effects(reply=file, deed=Deed(action=Action.EXPORT, target=kind))


def _offer(dialogue: Dialogue) -> Message:
    formats = tuple(
        Message(
            Phrase(f"export-file-{kind.name.lower()}"),
            (Choice(_label(kind), Ticket(Action.EXPORT, dialogue.id, kind)),),
        )
        for kind in KINDS
    )
    return Message(Phrase("export-file-which", {"title": Quote(dialogue.id, Part.TITLE)}), (), formats)


def _label(kind: FileKind) -> Phrase:
    return Phrase(f"export-file-{kind.name.lower()}-choice")


def note_export(dialogue: Dialogue, asking: Asking, event: CameDue) -> Effects[Silence]:
    """Note an export that whoever runs the server asked for; nobody presses this button."""
    return Effects(reply=Silence(), deed=Deed(action=Action.EXPORT, target=event.ticket.choice))
