"""What the database itself refuses, whoever asks: to change or cut the ledger, to change words."""

import pytest
from sqlalchemy.exc import IntegrityError

from bot.dialogue.tickets import Action
from bot.speech.effects import Deed
from tests.people import BEN, GARDEN, a_contribution
from tests.storage.memory import Memory


@pytest.fixture
def kept(memory: Memory) -> Memory:
    """A memory with words and an act in its ledger."""
    memory.say(a_contribution(BEN), deed=Deed(action=Action.HOLD, target="x", reason="why"))
    return memory


@pytest.mark.parametrize("column", ["head", "commitment", "kind", "on", "actor", "number"])
def test_an_entry_of_the_ledger_is_never_changed(column: str, kept: Memory) -> None:
    """A ledger that its keeper can rewrite proves nothing (C6)."""
    with pytest.raises(IntegrityError, match="only ever appended"):
        kept.change_behind(f'UPDATE ledger SET "{column}" = 1 WHERE number = 1')


def test_the_ledger_is_never_cut(kept: Memory) -> None:
    """What was done stays as long as its dialogue."""
    with pytest.raises(IntegrityError, match="kept as long as its dialogue"):
        kept.change_behind("DELETE FROM ledger WHERE number = 1")


def test_words_are_never_changed(kept: Memory) -> None:
    """A change of mind is a new version beside the old one."""
    with pytest.raises(IntegrityError, match="never changed"):
        kept.change_behind("UPDATE revision SET body = 'other words'")


def test_the_ledger_goes_with_its_dialogue(kept: Memory) -> None:
    """Deleting a whole dialogue is the one way out, and it leaves nothing."""
    kept.keep(delete_dialogue=GARDEN.id)

    with kept.store.looking() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM ledger").scalar() == 0
        assert connection.exec_driver_sql("SELECT count(*) FROM ledger_head").scalar() == 0
