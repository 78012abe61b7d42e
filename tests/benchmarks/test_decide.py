"""What is measured as deciding is deciding."""

from pathlib import Path

from benchmarks.decide import count_decided
from benchmarks.stage import AT_ONCE


def test_every_event_that_is_timed_is_decided(tmp_path: Path) -> None:
    """A refusal would be faster: each has to become a contribution with its words and its post."""
    assert count_decided(tmp_path) == AT_ONCE
