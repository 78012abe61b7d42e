"""Several bots share the work: killed while they carry posts, each post is still seen once (R4, F30)."""

from tests.promises.workers import carry


def test_every_post_is_seen_once_and_in_order_whoever_is_killed() -> None:
    """A channel must not show that two processes serve it; `make drill workers` kills twelve of four."""
    carried = carry(count=120, bots=2, kills=2, seed=1)

    assert carried.seen == 120
