"""Taking the record home as a file."""

from dataclasses import replace

import pytest

from bot.actions.export import KINDS, export
from bot.dialogue.dialogues import DialogueState
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.speech.effects import Deed, Effects, FileKind, Reply, Say, SendFile
from bot.speech.messages import Choice, Message
from bot.words import Part, Phrase, Quote
from tests.people import ADA, GARDEN, MONDAY, asking, pressed

ENDED = replace(GARDEN, state=DialogueState.CLOSED)


def exported(choice: str = "") -> Effects[Reply]:
    """Ada asks for a file of a dialogue that has ended."""
    return export(ENDED, asking(ADA, dialogue=ENDED), pressed(ADA, Ticket(Action.EXPORT, GARDEN.id, choice)))


def test_each_format_is_explained_beside_its_button() -> None:
    """Nobody has to know what the letters mean."""
    formats = tuple(
        Message(
            Phrase(f"export-file-{name}"),
            (Choice(Phrase(f"export-file-{name}-choice"), Ticket(Action.EXPORT, GARDEN.id, kind)),),
        )
        for name, kind in (
            ("markdown", "md"),
            ("html", "html"),
            ("csv", "csv"),
            ("json", "json"),
            ("polis", "polis.zip"),
        )
    )
    title = Quote(GARDEN.id, Part.TITLE)

    assert exported() == Effects(
        reply=Say(Message(Phrase("export-file-which", {"title": title}), (), formats))
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_handed_over_and_the_ledger_says_so(kind: FileKind) -> None:
    """Whoever takes words out of the house is seen doing it."""
    file = SendFile(
        message=Message(Phrase("export-file-here")),
        dialogue=GARDEN.id,
        reader=ADA.id,
        kind=kind,
        made_at=MONDAY,
    )

    assert exported(kind) == Effects(reply=file, deed=Deed(action=Action.EXPORT, target=kind))


@pytest.mark.parametrize("choice", [FileKind.OWN, "pdf", "MD"])
def test_a_format_that_is_not_offered_is_refused(choice: str) -> None:
    """The data of one person are not to be had by this door."""
    with pytest.raises(NotFound) as refused:
        exported(choice)

    assert refused.value.phrase == Phrase("refusals-button")
