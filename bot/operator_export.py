"""An export asked for by whoever runs the server: the ledger of the dialogue notes it like any other."""

from datetime import datetime

from bot.dialogue.dialogues import Dialogue
from bot.dialogue.tickets import Action, Ticket
from bot.engine import Engine
from bot.filing import WrittenFile
from bot.identifiers import EventId, MemberId, OccurrenceId, Seed, new_id
from bot.speech.effects import FileKind, SendFile
from bot.speech.events import CameDue
from bot.speech.messages import Message
from bot.words import Phrase


def export_for_operator(
    engine: Engine, dialogue: Dialogue, kind: FileKind, now: datetime, seed: Seed
) -> WrittenFile:
    """Note the export in the ledger, then return the file."""
    event = CameDue(
        id=EventId(f"operator {new_id(seed, 'export')}"),
        at=now,
        seed=seed,
        community=dialogue.place.community,
        ticket=Ticket(Action.EXPORT, dialogue.id, kind),
        occurrence=OccurrenceId(""),
    )
    engine.handle(event)
    order = SendFile(
        message=Message(Phrase("export-file-here", {"format": str(kind)})),
        dialogue=dialogue.id,
        reader=MemberId(""),
        kind=kind,
        made_at=now,
    )
    return engine.write_file(order, event)
