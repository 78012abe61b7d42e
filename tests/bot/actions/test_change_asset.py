"""Changing what one brings."""

from collections.abc import Iterator

import pytest

from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import OpenForm, RejectForm
from tests.assets import WHAT, asset_in, listed, offer, share
from tests.fakes.group import key_of
from tests.fakes.weighing import Weighing


@pytest.fixture
def weighing() -> Iterator[Weighing]:
    """Six people at a bot of their own."""
    made = Weighing()
    yield made
    made.group.close()


def test_its_author_finds_it_as_it_stands(weighing: Weighing) -> None:
    """Every field of it."""
    form = Ticket(Action.CHANGE_ASSET, asset_in(offer(weighing, "Ben", limits="Once")))

    reply = weighing.group.presses("Ben", form).reply

    assert isinstance(reply, OpenForm)
    assert dict(reply.form.values) == WHAT | {"limits": "Once"}


def test_a_change_is_shown_to_those_who_could_read_it(weighing: Weighing) -> None:
    """And to nobody else."""
    shown, kept = asset_in(offer(weighing, "Ben")), asset_in(offer(weighing, "Ben", asset="A spade"))
    share(weighing, "Ben", shown)

    for asset, words in ((shown, "Two ladders"), (kept, "A secret spade")):
        form = Ticket(Action.CHANGE_ASSET, asset)
        told = weighing.group.sends("Ben", form, **(WHAT | {"asset": words, "offered_as": "known"}))
        assert key_of(told.reply) == "change_asset-thanks"

    text = listed(weighing, "Fay")
    assert "Two ladders" in text
    assert "Known of" in text
    assert "A ladder" not in text
    assert "spade" not in text


def test_nobody_else_changes_it(weighing: Weighing) -> None:
    """Those who run the dialogue included."""
    form = Ticket(Action.CHANGE_ASSET, asset_in(offer(weighing, "Ben")))
    share(weighing, "Ben", form.subject)

    for who in ("Ada", "Fay"):
        assert key_of(weighing.group.presses(who, form).reply) == "refusals-only-author"
        assert key_of(weighing.group.sends(who, form, **WHAT).reply) == "refusals-only-author"


def test_what_is_wrong_comes_back(weighing: Weighing) -> None:
    """With what was typed."""
    form = Ticket(Action.CHANGE_ASSET, asset_in(offer(weighing, "Ben")))
    reply = weighing.group.sends("Ben", form, **(WHAT | {"asset": ""})).reply

    assert isinstance(reply, RejectForm)
    assert set(reply.problems) == {"asset"}
