"""Say who drafts lines of the notes here: only facilitators, or every member."""

from dataclasses import replace

from bot.dialogue.dialogues import Dialogue
from bot.dialogue.lines import Drafting
from bot.dialogue.record import Record
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.identifiers import PostId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import Deed, Effects, Post, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.speech.noted import drafters_in
from bot.words import Phrase


def let_draft(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Let everybody draft, or only facilitators; the group is told, and it stands in the ledger.

    Raises:
        NotFound: The button asks for something else.
    """
    dialogue.require_open()
    choice = event.ticket.choice
    if choice not in set(Drafting):
        raise NotFound(Phrase("refusals-button"))
    drafting = Drafting(choice)
    drafters = drafters_in(asking.loaded(Record))
    if drafting is drafters.drafting:
        return Effects(reply=Say(Message(Phrase(f"let_draft-{drafting}-already"))))
    notes = Choice(Phrase("show_notes-choice"), Ticket(Action.SHOW_NOTES, dialogue.id))
    said = Message(Phrase(f"let_draft-{drafting}-now"), (notes,))
    return Effects(
        keep=(replace(drafters, drafting=drafting),),
        reply=Say(Message(Phrase("let_draft-done"))),
        posts=(Post(PostId(new_id(event.seed, "post")), dialogue.place, said),),
        deed=Deed(action=Action.LET_DRAFT, target=drafting),
    )
