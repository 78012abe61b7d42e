"""Saying what one brings: kept for oneself, until one has said twice who may read it."""

from collections.abc import Iterator

import pytest

from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import OpenForm, RejectForm
from tests.assets import offer
from tests.fakes.group import key_of
from tests.fakes.line_pen import lines_of
from tests.fakes.tickets_in import tickets_in
from tests.fakes.weighing import FILES, Weighing


@pytest.fixture
def weighing() -> Iterator[Weighing]:
    """Six people at a bot of their own."""
    made = Weighing()
    yield made
    made.group.close()


def test_the_form_fits_the_smallest_platform(weighing: Weighing) -> None:
    """Five fields, and nothing chosen beforehand."""
    reply = weighing.group.does("Ben", Action.OFFER_ASSET).reply

    assert isinstance(reply, OpenForm)
    assert [field.id for field in reply.form.fields] == [
        "asset",
        "kind",
        "offered_as",
        "limits",
        "may_contact",
    ]
    assert reply.form.values == {}


def test_nobody_else_sees_it_before_its_author_said_so(weighing: Weighing) -> None:
    """In no list, no file, no post, and not facilitators."""
    offer(weighing, "Ben", asset="My ladder of canaries", limits="Only canaries")

    for who in ("Ada", "Fay"):
        shown = weighing.lists(who) + "\n".join(lines_of(weighing.group.does(who, Action.SHOW_ASSETS)))
        assert "canaries" not in shown
    assert not any("canaries" in weighing.file(kind) for kind in FILES)
    assert "canaries" not in weighing.posts()
    assert "canaries" in "\n".join(lines_of(weighing.group.does("Ben", Action.SHOW_ASSETS)))


@pytest.mark.parametrize(
    ("missing", "typed"),
    [("asset", " "), ("kind", "gold"), ("offered_as", ""), ("may_contact", "maybe"), ("limits", "x" * 301)],
)
def test_what_is_wrong_comes_back(weighing: Weighing, missing: str, typed: str) -> None:
    """With what was typed."""
    reply = offer(weighing, "Ben", **{missing: typed}).reply

    assert isinstance(reply, RejectForm)
    assert set(reply.problems) == {missing}
    assert reply.answers[missing] == typed


def test_it_can_be_offered_for_an_idea(weighing: Weighing) -> None:
    """From where the idea is read."""
    round = weighing.group.ask(weighing.dialogue)
    weighing.group.say("Dana", round, "A tree house.")
    buttons = tickets_in(weighing.group.does("Ben", Action.SHOW_ENTRY, "1"))
    ticket = next(ticket for ticket in buttons if ticket.action is Action.OFFER_ASSET)

    assert "A tree house." in "\n".join(lines_of(weighing.group.presses("Ben", ticket)))
    assert key_of(offer(weighing, "Ben", ticket.choice).reply) == "share_asset-who"
    for forged in ("for.nothing", "x", f"for.{round}"):
        there = Ticket(Action.OFFER_ASSET, weighing.dialogue, forged)
        assert key_of(weighing.group.presses("Ben", there).reply) == "refusals-button"
