"""A bot in a workspace of the fake."""

from collections.abc import AsyncIterator

import pytest

from tests.stages.slack_house import SlackHouse, slack_house


@pytest.fixture
async def house() -> AsyncIterator[SlackHouse]:
    """A house of its own, over Socket Mode."""
    async with slack_house() as opened:
        yield opened
