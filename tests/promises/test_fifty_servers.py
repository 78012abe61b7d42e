"""Many servers at one bot: everybody's answer is kept once."""

from tests.promises import fifty_servers


def test_everybody_on_several_servers_is_heard_once() -> None:
    """Three servers in a moment; the long form is `make drill servers`."""
    counts = fifty_servers.drill(3, 1, within=0.2)

    assert counts["servers"] == 3
    assert counts["answers kept once"] == 3 * fifty_servers.ON_EACH
