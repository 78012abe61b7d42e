"""One list of what people bring, those who run the dialogue included."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import FileKind
from tests.assets import asset_in, listed, offer, share
from tests.fakes.group import key_of
from tests.fakes.line_pen import lines_of
from tests.fakes.tickets_in import tickets_in
from tests.fakes.weighing import Weighing

SCHEMA = Path(__file__).parents[3] / "docs" / "record.schema.json"


@pytest.fixture
def weighing() -> Iterator[Weighing]:
    """Six people at a bot of their own."""
    made = Weighing()
    yield made
    made.group.close()


def test_what_there_is_stands_apart_from_what_is_needed(weighing: Weighing) -> None:
    """By kind, in two columns."""
    share(weighing, "Ben", asset_in(offer(weighing, "Ben", asset="A ladder")))
    share(weighing, "Dana", asset_in(offer(weighing, "Dana", asset="A lawyer", offered_as="needed")))
    share(weighing, "Fay", asset_in(offer(weighing, "Fay", asset="The choir", offered_as="known")))

    text = listed(weighing, "Gwen")

    assert text.index("What we have") < text.index("The choir") < text.index("What we would need")
    assert text.index("A ladder") < text.index("What we would need") < text.index("A lawyer")


def test_those_who_run_it_stand_on_the_same_list(weighing: Weighing) -> None:
    """Otherwise only the least powerful are mapped."""
    assert "have not put anything on this list yet" in listed(weighing, "Fay")

    share(weighing, "Ada", asset_in(offer(weighing, "Ada", asset="900 euros")))

    text = listed(weighing, "Fay")
    assert "have not put anything" not in text
    assert "Ada (facilitator)" in text


def test_only_its_author_finds_what_changes_it(weighing: Weighing) -> None:
    """A button that would be refused is not shown."""
    share(weighing, "Ben", asset_in(offer(weighing, "Ben")))

    def actions(who: str) -> set[Action]:
        return {ticket.action for ticket in tickets_in(weighing.group.does(who, Action.SHOW_ASSETS))}

    assert actions("Ben") == {Action.OFFER_ASSET, Action.CHANGE_ASSET, Action.WITHDRAW_ASSET}
    assert actions("Ada") == {Action.OFFER_ASSET}


def test_map_and_files_hold_what_the_group_can_read(weighing: Weighing) -> None:
    """And it is evidence of what people bring, under who."""
    round = weighing.group.ask(weighing.dialogue)
    weighing.group.say("Dana", round, "A tree house.")
    entry = next(
        t.choice
        for t in tickets_in(weighing.group.does("Ben", Action.SHOW_ENTRY, "1"))
        if t.choice.startswith("for.")
    )
    share(weighing, "Ben", asset_in(offer(weighing, "Ben", limits="Once")))
    share(weighing, "Ben", asset_in(offer(weighing, "Ben", entry, asset="Nails")))

    links = "\n".join(lines_of(weighing.group.does("Fay", Action.SHOW_MAP, weighing.dialogue, "links")))
    assert "From Talk to What we bring: one link" in links
    grid = "\n".join(lines_of(weighing.group.does("Fay", Action.SHOW_MAP)))
    assert "- Who: brief: once, one name" in grid
    for kind in (FileKind.MARKDOWN, FileKind.HTML):
        page = weighing.file(kind).replace("\\", "")
        assert "What people bring, and what is needed" in page
        assert "A ladder" in page
        assert "Its limits: Once" in page
    record = json.loads(weighing.file(FileKind.JSON))
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(record)
    assert [each["asset"] for each in record["mirror"]["assets"]] == ["A ladder", "Nails"]


def test_one_takes_home_and_erases_what_one_brought(weighing: Weighing) -> None:
    """Also what nobody else has seen."""
    share(weighing, "Ben", asset_in(offer(weighing, "Ben", asset="A canary", limits="canary limits")))
    offer(weighing, "Ben", asset="Another canary")
    own = weighing.file(FileKind.OWN, "Ben", Action.MY_DATA)
    assert own.count("canary") == 3

    weighing.group.does("Ben", Action.ERASE, weighing.dialogue, "yes")

    assert "canary" not in listed(weighing, "Ben") + listed(weighing, "Ada")
    assert "canary" not in weighing.file(FileKind.JSON) + weighing.file(FileKind.OWN, "Ben", Action.MY_DATA)


def test_nothing_else_can_be_asked_for(weighing: Weighing) -> None:
    """A forged button."""
    there = Ticket(Action.SHOW_ASSETS, weighing.dialogue, "all")

    assert key_of(weighing.group.presses("Ben", there).reply) == "refusals-button"
