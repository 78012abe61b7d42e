"""An export for whoever runs the server: the same file as in the room, and noted like any other."""

import io
import json
import zipfile
from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.actions.export import KINDS
from bot.dialogue.dialogues import Dialogue, DialogueState
from bot.dialogue.ledger import LedgerEntry
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import Seed
from bot.operator_export import export_for_operator
from bot.speech.effects import FileKind
from storage.database import open_in_memory
from storage.ledger import read_chain, verify
from storage.schema import T
from tests.fakes.group import Group
from tests.people import MONDAY

LATER = MONDAY + timedelta(days=2)
SEED = Seed(bytes(range(32)))


@pytest.fixture
def group() -> Iterator[Group]:
    """Ada, who started, and Ben, who said something; with enough people to hide among."""
    made = Group(open_in_memory())
    dialogue = made.start()
    for who in ("Ada", "Ben", "Chidi", "Dana", "Ebba"):
        made.join(who, dialogue)
    round = made.ask(dialogue)
    made.say("Ben", round, "A lift, please")
    yield made
    made.close()


def held(group: Group) -> Dialogue:
    """Return the only dialogue there is."""
    (only,) = group.store.dialogues()
    return only


def chain(group: Group) -> tuple[LedgerEntry, ...]:
    """Return the ledger."""
    with group.store.looking() as connection:
        return read_chain(connection, held(group).id)


def exported(group: Group, kind: FileKind, seed: Seed = SEED) -> bytes:
    """Return the file that the operator gets."""
    return b"".join(export_for_operator(group.engine, held(group), kind, LATER, seed).pieces)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_written_and_noted(kind: FileKind, group: Group) -> None:
    """Whoever has the folder has the words; that they took them home is for everybody to see."""
    before = chain(group)

    written = export_for_operator(group.engine, held(group), kind, LATER, SEED)
    body = b"".join(written.pieces)

    assert written.name == f"counterpoint-2026-05-06-{held(group).id[:6]}.{kind}"
    assert b"A lift" in (
        zipfile.ZipFile(io.BytesIO(body)).read("comments.csv") if kind is FileKind.POLIS else body
    )
    (noted,) = chain(group)[len(before) :]
    assert (noted.kind, noted.action, noted.target, noted.actor) == ("act", Action.EXPORT, kind, "")
    assert noted.on == LATER.isoformat()


def test_it_is_noted_before_anything_is_written(group: Group) -> None:
    """A file nobody knows of is worse than a note about a file that was never finished."""
    before = len(chain(group))

    export_for_operator(group.engine, held(group), FileKind.HTML, LATER, SEED)

    assert len(chain(group)) == before + 1


def test_its_head_is_the_one_after_the_note(group: Group) -> None:
    """Whoever holds the file can check the ledger up to the note about this very file."""
    body = exported(group, FileKind.JSON)

    assert chain(group)[-1].head in json.dumps(json.loads(body))


def test_two_exports_are_two_notes(group: Group) -> None:
    """The second must not pass for a repetition of the first."""
    exported(group, FileKind.CSV)
    exported(group, FileKind.CSV, Seed(bytes(32)))

    assert [entry.target for entry in chain(group)[-2:]] == ["csv", "csv"]
    with group.store.looking() as connection:
        assert verify(connection, held(group).id) is None


def test_a_dialogue_that_has_ended_can_be_taken_home(group: Group) -> None:
    """That is when most records are wanted."""
    group.sends("Ada", Ticket(Action.CLOSE_DIALOGUE, held(group).id), reason="It is done")
    assert held(group).state is DialogueState.CLOSED

    assert b"A lift" in exported(group, FileKind.MARKDOWN)
    assert chain(group)[-1].action == Action.EXPORT


def test_the_operator_sees_what_the_group_sees(group: Group) -> None:
    """Sealed answers stay sealed and hidden names hidden: a file of the record is for the group (E3)."""
    dialogue = held(group).id
    group.say("Ben", group.ask(dialogue, reveal="at_close"), "A sealed canary")
    group.say("Ben", group.ask(dialogue), "A waiting canary", "unnamed")
    group.sends("Ben", Ticket(Action.APPEAL, dialogue), words="A canary of an appeal")
    with group.store.looking() as connection:
        kept = connection.execute(select(T.revision.c.body).order_by(T.revision.c.body)).scalars().all()
    assert [body for body in kept if "canary" in body] == [
        "A canary of an appeal",
        "A sealed canary",
        "A waiting canary",
    ]

    found = {kind: exported(group, kind, Seed(bytes([place]) * 32)) for place, kind in enumerate(KINDS)}

    archive = zipfile.ZipFile(io.BytesIO(found.pop(FileKind.POLIS)))
    texts = [*found.values(), *(archive.read(name) for name in archive.namelist())]
    assert [text for text in texts if b"canary" in text] == []


def test_nobody_else_hears_of_it(group: Group) -> None:
    """Nothing is posted about it; the note stands where everybody can look it up."""
    group.deliver()

    exported(group, FileKind.HTML)

    assert group.deliver() == []
