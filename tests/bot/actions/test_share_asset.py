"""Who may read what one brings: asked twice before a name stands with it."""

from collections.abc import Iterator

import pytest

from bot.dialogue.tickets import Action, Ticket
from tests.assets import asset_in, listed, offer, share
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


def test_one_press_shows_nothing(weighing: Weighing) -> None:
    """The second question is about health and care, and needs a yes of its own."""
    asset = asset_in(offer(weighing, "Ben"))

    second = share(weighing, "Ben", asset, "named")

    assert key_of(second.reply) == "share_asset-second"
    assert "A ladder" not in listed(weighing, "Fay")
    assert [ticket.choice for ticket in tickets_in(second)] == ["named.plain", "named.health", "facilitators"]


@pytest.mark.parametrize("sure", ["plain", "health"])
def test_after_the_second_yes_the_group_reads_it(weighing: Weighing, sure: str) -> None:
    """What was answered to the second question is kept nowhere: it would tell who has what."""
    asset = asset_in(offer(weighing, "Ben", limits="Not on Sundays"))

    share(weighing, "Ben", asset, f"named.{sure}")

    text = listed(weighing, "Fay")
    assert "A ladder" in text
    assert "Not on Sundays" in text
    assert "By Ben." in text
    with weighing.group.store.looking() as connection:
        row = connection.exec_driver_sql("SELECT * FROM asset").mappings().one()
    assert sure not in {str(value) for value in row.values()}


def test_an_access_need_goes_to_the_facilitators_first(weighing: Weighing) -> None:
    """They are told that there is something, and nobody else is."""
    offered = offer(weighing, "Ben", kind="access_need", asset="A seat near the door", offered_as="needed")
    assert tickets_in(offered)[0].choice == "facilitators"

    weighing.group.presses("Ben", tickets_in(offered)[0])

    assert "A seat near the door" in listed(weighing, "Ada")
    assert "A seat near the door" not in listed(weighing, "Fay")
    assert not any("A seat near the door" in weighing.file(kind) for kind in FILES)
    told = "\n".join(lines_of(weighing.group.does("Ada", Action.SHOW_MINE)))
    assert "what helps them take part" in told
    assert "Ben" not in told


def test_only_its_author_says_who_may_read_it(weighing: Weighing) -> None:
    """Not a facilitator either; what they cannot see does not exist for them."""
    asset = asset_in(offer(weighing, "Ben"))

    for who in ("Ada", "Fay"):
        for choice in ("", "named", "named.plain", "facilitators"):
            assert key_of(share(weighing, who, asset, choice).reply) == "refusals-not-found"
    share(weighing, "Ben", asset)
    assert key_of(share(weighing, "Ada", asset, "facilitators").reply) == "refusals-only-author"


@pytest.mark.parametrize(
    "choice", ["unnamed", "chosen_name", "named.", "named.yes", "group", "facilitators.plain"]
)
def test_there_is_no_other_way(weighing: Weighing, choice: str) -> None:
    """Ben has no chosen name, and no button says these."""
    asset = asset_in(offer(weighing, "Ben"))
    first = {"": "share_asset-who"}.get(choice.partition(".")[0])
    told = key_of(share(weighing, "Ben", asset, choice).reply)

    assert (
        told in ("refusals-button", "share_asset-second") if choice == "named." else told == "refusals-button"
    )
    assert first is None
    assert "A ladder" not in listed(weighing, "Fay")


def test_a_chosen_name_can_stand_with_it(weighing: Weighing) -> None:
    """As with words."""
    weighing.group.sends("Ben", Ticket(Action.SET_PREFERENCES, weighing.dialogue), chosen_name="Heron")
    asset = asset_in(offer(weighing, "Ben"))
    share(weighing, "Ben", asset, "chosen_name.plain")

    assert "By Heron." in listed(weighing, "Fay")
