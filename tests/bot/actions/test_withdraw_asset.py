"""Taking what one brings away."""

from collections.abc import Iterator

import pytest

from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import FileKind
from storage.ledger import verify_all
from tests.assets import asset_in, listed, offer, share
from tests.fakes.group import key_of
from tests.fakes.weighing import Weighing


@pytest.fixture
def weighing() -> Iterator[Weighing]:
    """Six people at a bot of their own."""
    made = Weighing()
    yield made
    made.group.close()


def test_it_goes_after_a_second_press(weighing: Weighing) -> None:
    """With its words; the chain still holds."""
    asset = asset_in(offer(weighing, "Ben", asset="A canary", limits="canary limits"))
    share(weighing, "Ben", asset)
    there = Ticket(Action.WITHDRAW_ASSET, asset)
    assert key_of(weighing.group.presses("Ben", there).reply) == "withdraw_asset-sure"
    assert "A canary" in listed(weighing, "Fay")

    weighing.group.presses("Ben", Ticket(Action.WITHDRAW_ASSET, asset, "yes"))

    assert "canary" not in listed(weighing, "Fay") + listed(weighing, "Ben")
    assert "canary" not in weighing.file(FileKind.JSON)
    with weighing.group.store.looking() as connection:
        assert connection.exec_driver_sql("SELECT limits FROM asset").scalar_one() == ""
        assert all(mismatch is None for _, mismatch in verify_all(connection).values())


def test_only_its_author_takes_it_away(weighing: Weighing) -> None:
    """And no forged button does."""
    asset = asset_in(offer(weighing, "Ben"))
    share(weighing, "Ben", asset)

    for who in ("Ada", "Fay"):
        for choice in ("", "yes"):
            there = Ticket(Action.WITHDRAW_ASSET, asset, choice)
            assert key_of(weighing.group.presses(who, there).reply) == "refusals-only-author"
    there = Ticket(Action.WITHDRAW_ASSET, asset, "now")
    assert key_of(weighing.group.presses("Ben", there).reply) == "refusals-button"
    assert "A ladder" in listed(weighing, "Fay")
