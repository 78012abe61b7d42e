"""Erasing: texts and salts are gone from the file itself, markers stay, the ledger proves the rest."""

import random
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.dialogue.appeals import Appeal
from bot.dialogue.contributions import Contribution, ContributionState
from bot.dialogue.members import Member
from bot.dialogue.stances import Stance, StanceKind
from bot.dialogue.tickets import Action
from bot.identifiers import AppealId, ContributionId, RevisionId, WaitingId, new_id
from bot.speech.effects import Deed, Telling
from bot.words import Phrase
from storage import sqlite
from storage.cleaning import clean, is_clean, note_erased
from storage.database import FILE_NAME, open_file
from storage.ledger import verify
from storage.schema import IN_ORDER, T
from tests.people import BEN, CHIDI, GARDEN, MONDAY, ROOM, SEED, TODAY, a_contribution, a_revision
from tests.storage.memory import Memory

LIFT = a_contribution(BEN, 1)
STAIRS = a_contribution(CHIDI, 2)
SECRET = "A canary nobody else would write"
CHANGED = "Another canary, written later"
COMPLAINT = Appeal(id=AppealId("appeal"), dialogue=GARDEN.id, member=BEN.id, about=None, made_at=MONDAY)


def bytes_of(folder: Path) -> bytes:
    """Return everything that stands in the files of a memory."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob(f"{FILE_NAME}*")))


@pytest.fixture
def said(on_disk: Memory) -> Memory:
    """A memory on disk in which Ben has said, changed, answered and complained."""
    on_disk.say(LIFT, SECRET)
    kept = on_disk.get(Contribution, LIFT.id)
    on_disk.keep(replace(kept, edits=1), a_revision(LIFT, CHANGED, 2))
    on_disk.say(STAIRS, "Stairs")
    stances = (
        Stance(contribution=of, member=by, dialogue=GARDEN.id, kind=StanceKind.SAME, made_at=MONDAY)
        for of, by in ((STAIRS.id, BEN.id), (LIFT.id, CHIDI.id))
    )
    told = Telling(
        id=WaitingId("told"),
        member=BEN.id,
        phrase=Phrase("hold-told", {"reason": "A canary of the facilitator"}),
        action=Action.APPEAL,
        subject=LIFT.id,
    )
    appeal_words = replace(
        a_revision(LIFT), id=RevisionId("w"), of=COMPLAINT.id, body="A canary of an appeal"
    )
    on_disk.keep(COMPLAINT, appeal_words, *stances, tell=(told,))
    ben = on_disk.get(Member, BEN.id)
    on_disk.keep(replace(ben, chosen_name="A canary name"))
    return on_disk


def matches(memory: Memory) -> bool:
    """Return whether the ledger still proves everything."""
    with memory.store.looking() as connection:
        return verify(connection, GARDEN.id) is None


def test_no_byte_of_erased_words_is_left_in_the_files(said: Memory, tmp_path: Path) -> None:
    """Who gets hold of the disk finds nothing that somebody wanted gone (I5)."""
    before = bytes_of(tmp_path)
    said.keep(erase=(LIFT.id,))
    after = bytes_of(tmp_path)

    assert SECRET.encode() in before
    assert CHANGED.encode() in before
    assert SECRET.encode() not in after
    assert CHANGED.encode() not in after
    assert matches(said)


def test_a_dated_marker_stays_and_leads_to_nobody(said: Memory) -> None:
    """The record says that something was here, and on which day it went."""
    said.keep(erase=(LIFT.id,))

    marker = said.get(Contribution, LIFT.id)
    assert (marker.state, marker.state_on, marker.member, marker.shown_name, marker.edits) == (
        ContributionState.ERASED, TODAY, "", "", 0,
    )  # fmt: skip
    assert [row.member for row in said.rows(select(T.stance))] == [BEN.id], "stances on it go too"


def test_erasing_twice_is_erasing_once(said: Memory) -> None:
    """A moment that comes due after the author was quicker must change nothing."""
    said.keep(erase=(LIFT.id,))
    entries = len(said.rows(select(T.ledger)))
    said.keep(erase=(LIFT.id, ContributionId("nothing")))

    assert len(said.rows(select(T.ledger))) == entries
    assert matches(said)


def test_words_withdrawn_before_are_not_withdrawn_again(said: Memory) -> None:
    """The ledger holds one withdrawal for one withdrawal."""
    kept = said.get(Contribution, LIFT.id)
    said.keep(replace(kept, state=ContributionState.WITHDRAWN, state_on=TODAY))
    said.keep(erase=(LIFT.id,))

    kinds = [row.kind for row in said.rows(select(T.ledger).order_by(T.ledger.c.number))]
    assert kinds.count("withdrawal") == 1


def test_erasing_a_member_takes_every_trace(said: Memory, tmp_path: Path) -> None:
    """Also stances, chosen name, appeals, and what waited for them (decision 30)."""
    said.keep(erase=(LIFT.id,), erase_member=BEN.id)

    assert b"canary" not in bytes_of(tmp_path)
    assert said.rows(select(T.stance)) == said.rows(select(T.waiting)) == []
    assert said.get(Member, BEN.id).chosen_name == ""
    assert matches(said)


def test_what_is_forgotten_is_read_again_in_the_same_transaction(said: Memory) -> None:
    """The next event of the batch must not see what the one before erased."""
    first, second = said.event(), said.event()
    with said.store.batch([first, second]) as batch:
        work = batch.work(ROOM)
        work.get(Contribution, LIFT.id)
        work.keep(first, said.effects(erase=(LIFT.id,)), GARDEN.id, BEN.id)
        assert work.get(Contribution, LIFT.id).state is ContributionState.ERASED


def test_deleting_a_dialogue_takes_everything_with_it(said: Memory, tmp_path: Path) -> None:
    """Ledger, reasons and markers included; only that its events were handled is still known."""
    said.keep(deed=Deed(action=Action.HOLD, target="x", reason="A canary reason"))
    said.keep(delete_dialogue=GARDEN.id)

    left = {table.name: len(said.rows(select(table))) for table in (*IN_ORDER, T.ledger_head)}
    assert {name for name, count in left.items() if count} == {"inbox", "gone"}
    assert b"canary" not in bytes_of(tmp_path)
    assert GARDEN.title.encode() not in bytes_of(tmp_path)


@pytest.mark.parametrize("has_fixed_wal", [False, True])
def test_nothing_is_left_after_hundreds_of_texts_came_and_went(
    has_fixed_wal: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """
    SQLite leaves copies in the unused room of pages when it moves rows, and overwrites only the last one.

    Without `clean` this fails for about one text in three hundred.
    """
    monkeypatch.setattr(sqlite, "has_fixed_wal", lambda _: has_fixed_wal)
    memory = Memory(open_file(tmp_path)).with_garden()
    chance, live, gone = random.Random(1), [], []
    numbers = iter(range(1, 501))
    while batch_of := list(islice(numbers, 50)):
        with memory.store.batch([memory.event()]) as batch:
            work = batch.work(ROOM)
            for number in batch_of:
                said = replace(a_contribution(BEN, number), id=ContributionId(new_id(SEED, f"{number}")))
                length = chance.choice((0, 5, 30, 100, 400, 1500, chance.randint(0, 4000)))
                words = a_revision(said, f"canary {number:04d} " + "x" * length)
                work.keep(memory.event(), memory.effects(said, words), GARDEN.id, BEN.id)
                live.append(said)
                if chance.random() < 0.5:
                    gone.append(live.pop(chance.randrange(len(live))))
                    work.keep(memory.event(), memory.effects(erase=(gone[-1].id,)), GARDEN.id, BEN.id)

    found = bytes_of(tmp_path)
    memory.close()

    assert [c.number for c in gone if f"canary {c.number:04d} ".encode() in found] == []
    assert all(f"canary {c.number:04d} ".encode() in found for c in live)


def test_a_crash_between_erasing_and_cleaning_is_made_good_at_the_next_start(
    said: Memory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What the bot could not finish it finishes before anything else."""
    monkeypatch.setattr("storage.sqlite.clean", lambda _: False)
    said.keep(erase=(LIFT.id,))
    said.close()
    monkeypatch.undo()
    was_noted = bytes_of(tmp_path)[60:64]

    opened = open_file(tmp_path)

    assert was_noted == b"\0\0\0\1"
    assert bytes_of(tmp_path)[60:64] == b"\0\0\0\0"
    assert SECRET.encode() not in bytes_of(tmp_path)
    opened.close()


def test_a_reader_in_the_way_puts_cleaning_off(said: Memory, monkeypatch: pytest.MonkeyPatch) -> None:
    """An export that runs must not make somebody's erasure fail; the next commit cleans."""
    cleaned: list[bool] = []

    def clean_at_the_second_try(_connection: object) -> bool:
        cleaned.append(True)
        return len(cleaned) > 1

    monkeypatch.setattr("storage.sqlite.clean", clean_at_the_second_try)
    said.keep(erase=(LIFT.id,))
    said.keep()
    said.keep()

    assert len(cleaned) == 2


def test_cleaning_waits_for_whoever_reads(said: Memory, tmp_path: Path) -> None:
    """It says so instead of failing, and leaves the note that it is still to be done."""
    writer = said.store.writer
    writer.exec_driver_sql("PRAGMA busy_timeout=0")
    note_erased(writer)

    with said.store.looking() as reader:
        reader.exec_driver_sql("SELECT count(*) FROM revision").scalar()
        while_read = clean(writer), is_clean(writer)
    afterwards = clean(writer), is_clean(writer)

    assert (while_read, afterwards) == ((False, False), (True, True))
