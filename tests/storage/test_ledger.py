"""The proof: whatever is changed in the file, the first entry that does not match is named."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import Contribution
from bot.dialogue.ledger import Mismatch
from bot.dialogue.tickets import Action
from bot.identifiers import DialogueId
from bot.speech.effects import Deed
from storage.ledger import read_chain, read_head, verify, verify_all
from tests.people import ADA, BEN, CHIDI, GARDEN, MONDAY, a_contribution, a_revision
from tests.storage.memory import Memory

LIFT = a_contribution(BEN, 1)
UNNAMED = a_contribution(CHIDI, 2, level=Attribution.UNNAMED)
FIELDS = (
    "dialogue",
    "number",
    "kind",
    "id",
    "on",
    "actor",
    "action",
    "target",
    "level",
    "commitment",
    "head",
)


@pytest.fixture
def proved(memory: Memory) -> Memory:
    """The five entries in a memory of each kind."""
    return with_entries(memory)


@pytest.fixture
def proved_in_memory(in_memory: Memory) -> Memory:
    """The five entries where it does not matter which kind of database holds them."""
    return with_entries(in_memory)


def with_entries(memory: Memory) -> Memory:
    """Keep five entries: words, an act with a reason, words without a name, an act without, a revision."""
    memory.say(LIFT, "A lift")
    memory.keep(deed=Deed(action=Action.HOLD, target=LIFT.id, reason="It names somebody"))
    memory.say(UNNAMED, "Stairs")
    memory.keep(deed=Deed(action=Action.CLOSE_ROUND, target="round-1"))
    memory.keep(replace(memory.get(Contribution, LIFT.id), edits=1), a_revision(LIFT, "A ramp", 2))
    memory.drop_trigger("ledger_is_never_changed")
    memory.drop_trigger("ledger_is_never_cut")
    memory.drop_trigger("revision_is_never_changed")
    return memory


def found(memory: Memory) -> Mismatch | None:
    """Return what the proof finds."""
    with memory.store.looking() as connection:
        return verify(connection, GARDEN.id)


def test_what_nobody_touched_matches(proved: Memory) -> None:
    """The proof must not cry wolf."""
    with proved.store.looking() as connection:
        assert verify_all(connection) == {f"{GARDEN.title} ({GARDEN.id})": (5, None)}


def test_words_are_chained_with_their_day_and_never_with_a_person(proved: Memory) -> None:
    """The chain proves that words were there, and leads from none of them to anybody (decision 10)."""
    with proved.store.looking() as connection:
        entries = read_chain(connection, GARDEN.id)

    assert [(e.number, e.kind, e.on, e.actor, e.level) for e in entries] == [
        (1, "contribution", "2026-05-04", "", "named"),
        (2, "act", MONDAY.isoformat(), ADA.id, ""),
        (3, "contribution", "2026-05-04", "", "unnamed"),
        (4, "act", MONDAY.isoformat(), ADA.id, ""),
        (5, "revision", "2026-05-04", "", "named"),
    ]
    assert UNNAMED.id not in {e.id for e in entries}


WORDS_CHANGED = "the text or salt of a contribution"
WORDS_GONE = "the text of a contribution is gone, and no erasure is noted"


@pytest.mark.parametrize(
    ("change", "mismatch"),
    [
        ("UPDATE revision SET body = 'A slide' WHERE number = 1 AND body = 'A lift'", (1, WORDS_CHANGED)),
        ("UPDATE revision SET body = body || ' ' WHERE body = 'A lift'", (1, WORDS_CHANGED)),
        ("UPDATE reason SET body = 'Because'", (2, "the text or salt of a reason")),
        ("UPDATE revision SET body = 'Steps' WHERE body = 'Stairs'", (3, WORDS_CHANGED)),
        ("UPDATE revision SET body = 'Ramps' WHERE number = 2", (5, "the text or salt of a revision")),
        ("UPDATE revision SET salt = zeroblob(32) WHERE body = 'A lift'", (1, WORDS_CHANGED)),
        ("UPDATE reason SET salt = zeroblob(32)", (2, "the text or salt of a reason")),
        ("DELETE FROM revision WHERE body = 'Stairs'", (3, WORDS_GONE)),
        ("DELETE FROM reason", (2, "the text of a reason is gone, and no erasure is noted")),
        ("UPDATE ledger_head SET head = 'other'", (6, "entries are missing at the end")),
        ("DELETE FROM ledger_head", (6, "entries are missing at the end")),
        ("DELETE FROM ledger WHERE number = 5", (5, "entries are missing at the end")),
        ("DELETE FROM ledger WHERE number = 3", (3, "an entry is missing here")),
        ("UPDATE ledger SET number = 9 WHERE number = 5", (5, "an entry is missing here")),
        (
            """
            INSERT INTO revision SELECT 'stray', workspace, of, dialogue, 3, 'Put in later', salt, made_at
            FROM revision WHERE number = 2
            """,
            (6, "1 stored text without an entry"),
        ),
    ],
)  # fmt: skip
def test_a_change_is_found_and_named(change: str, mismatch: tuple[int, str], proved: Memory) -> None:
    """Whoever has the file can change it; nobody can change it unseen (C6)."""
    proved.change_behind(change)

    assert found(proved) == Mismatch(*mismatch)


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("field", [field for field in FIELDS if field not in ("dialogue", "number")])
def test_a_change_of_any_field_of_any_entry_is_found(
    field: str, number: int, proved_in_memory: Memory
) -> None:
    """Who did it, when, to what, at which level: all of it is part of what is proved."""
    change = f'UPDATE ledger SET "{field}" = "{field}" || ? WHERE number = ?'
    proved_in_memory.change_behind(change, "x", number)

    mismatch = found(proved_in_memory)

    assert mismatch is not None
    assert mismatch.number == number
    assert mismatch.about.startswith("the entry itself")


def test_two_entries_that_change_places_are_found(proved: Memory) -> None:
    """The order in which things were done is proved too."""
    for before, after in ((1, 100), (3, 1), (100, 3)):
        proved.change_behind("UPDATE ledger SET number = ? WHERE number = ?", after, before)

    assert found(proved) == Mismatch(1, "the entry itself (contribution)")


def test_a_whole_chain_put_in_its_place_is_found_by_its_head(proved: Memory) -> None:
    """Every export carries the head, so that a chain rewritten from the start does not fit to it."""
    with proved.store.looking() as connection:
        head = read_head(connection, GARDEN.id)
    proved.change_behind("DELETE FROM ledger")
    proved.change_behind("UPDATE ledger_head SET number = 0, head = ?", "0" * 64)

    assert found(proved) == Mismatch(1, "4 stored text without an entry")
    with proved.store.looking() as connection:
        assert read_head(connection, GARDEN.id) != head


@pytest.mark.parametrize(
    "erase",
    [lambda memory: memory.keep(erase=(LIFT.id,)), lambda memory: memory.keep(erase=(LIFT.id, UNNAMED.id))],
)
def test_what_was_erased_on_purpose_still_matches(erase: Callable[[Memory], None], proved: Memory) -> None:
    """A right to be forgotten must not break the proof of everything else."""
    erase(proved)

    assert found(proved) is None


def test_a_dialogue_without_a_chain_has_nothing_to_prove(proved: Memory) -> None:
    """A dialogue that has only been prepared is in order."""
    with proved.store.looking() as connection:
        assert verify(connection, DialogueId("another")) is None


def test_each_dialogue_has_a_chain_of_its_own(proved: Memory) -> None:
    """One that is broken says nothing about the others."""
    kitchen = replace(GARDEN, id=DialogueId("kitchen"), title="The kitchen")
    proved.keep(kitchen, deed=Deed(action=Action.START, target="kitchen"), dialogue=kitchen.id)
    proved.change_behind("UPDATE ledger SET actor = 'x' WHERE dialogue = 'kitchen'")

    with proved.store.looking() as connection:
        results = verify_all(connection)

    assert results["A garden for everybody (garden)"] == (5, None)
    assert results["The kitchen (kitchen)"] == (1, Mismatch(1, "the entry itself (start)"))
