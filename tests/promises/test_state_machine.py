"""A thousand chance operations against a plain model; `make drill talking` tries many more."""

import pytest

from tests.promises.talking import AT_A_TIME, talk


@pytest.mark.parametrize("chance", range(4))
def test_whatever_happens_every_promise_is_kept(chance: int) -> None:
    """Words byte for byte, names as chosen, seals unbroken, nothing before consent, nothing after erasure."""
    talk(chance, AT_A_TIME)
