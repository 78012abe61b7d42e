"""Where a dialogue is held."""

from bot.dialogue.places import Community


def test_each_community_has_a_wall_of_its_own() -> None:
    """Two platforms may call their communities by the same name."""
    assert Community("discord", "1").workspace != Community("slack", "1").workspace
