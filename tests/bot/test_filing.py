"""Files: read in one short look, written afterwards, and only with what their reader may see."""

import io
import json
import zipfile
from collections.abc import Iterator

import pytest

from bot.dialogue.tickets import Action
from bot.errors import NotFound
from bot.filing import MEDIA, WrittenFile
from bot.speech.effects import FileKind, SendFile
from bot.speech.events import Asked
from storage.database import open_in_memory
from tests.fakes.group import Group, ticket_for

BEGINS = {
    FileKind.MARKDOWN: b"# ",
    FileKind.HTML: b"<!doctype html>",
    FileKind.CSV: b"\xef\xbb\xbf",
    FileKind.JSON: b"{",
    FileKind.POLIS: b"PK",
}


@pytest.fixture
def group() -> Iterator[Group]:
    """A group in which Ben has said one thing and taken back another."""
    made = Group(open_in_memory())
    dialogue = made.start()
    for who in ("Ada", "Ben", "Chidi"):
        made.join(who, dialogue)
    round = made.ask(dialogue)
    made.say("Ben", round, "A canary that stays")
    made.presses("Ben", ticket_for(made.say("Ben", round, "A canary that went"), Action.WITHDRAW))
    made.does("Chidi", Action.STANCE, "1", "same")
    yield made
    made.close()


def write(group: Group, event: Asked) -> WrittenFile:
    """Ask for a file and have it written."""
    answer = group.answer(event)
    assert isinstance(answer.reply, SendFile)
    return group.engine.write_file(answer.reply, event)


@pytest.mark.parametrize("kind", BEGINS)
def test_each_kind_of_file_is_what_it_says(kind: FileKind, group: Group) -> None:
    """Its name, its type and its content agree, and what was taken back is not in it."""
    file = write(group, group.command("Ada", Action.EXPORT, "", kind))
    body = b"".join(file.pieces)
    if kind is FileKind.POLIS:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            body += b"".join(archive.read(name) for name in archive.namelist())

    assert file.name.startswith("counterpoint-2026-05-04-")
    assert file.name.endswith(f".{kind}")
    assert file.media == MEDIA[kind]
    assert body.lower().startswith(BEGINS[kind].lower())
    assert b"A canary that stays" in body
    assert b"A canary that went" not in body


def test_a_copy_of_ones_own_data_holds_what_one_took_back_too(group: Group) -> None:
    """It is sealed from others, and still theirs until it is erased."""
    file = write(group, group.command("Ben", Action.MY_DATA, "", "json"))
    told = json.loads(b"".join(file.pieces))

    assert file.name.endswith(".mydata.json")
    assert [c["revisions"][0]["words"] for c in told["contributions"]] == [
        "A canary that stays", "A canary that went",
    ]  # fmt: skip


def test_a_copy_of_ones_own_data_holds_nothing_of_others(group: Group) -> None:
    """A right to one's own data is no way to anybody else's."""
    body = b"".join(write(group, group.command("Chidi", Action.MY_DATA, "", "json")).pieces)

    assert b"canary" not in body
    assert b"Ben" not in body


def test_nothing_is_written_while_the_memory_is_read(group: Group) -> None:
    """An open read would make somebody's commit fail: the file is read first and written afterwards."""
    file = write(group, group.command("Ada", Action.EXPORT, "", FileKind.JSON))
    group.say("Ben", group.ask(dialogue_of(group)), "A canary that came later")

    assert b"A canary that came later" not in b"".join(file.pieces)


def test_a_dialogue_that_is_gone_cannot_be_written(group: Group) -> None:
    """The order may be older than the deletion."""
    event = group.command("Ada", Action.EXPORT, "", FileKind.JSON)
    answer = group.answer(event)
    assert isinstance(answer.reply, SendFile)
    with group.store.batch([event]) as batch:
        connection = batch.batch.connection
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        connection.exec_driver_sql("UPDATE dialogue SET workspace = 'elsewhere'")

    with pytest.raises(NotFound):
        group.engine.write_file(answer.reply, event)


def dialogue_of(group: Group) -> str:
    """Return the id of the one dialogue."""
    return str(group.store.dialogues()[0].id)
