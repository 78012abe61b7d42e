"""A room with a browser before it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.stages.browser import a_browser
from tests.stages.running_bot import RunningBot, running_bot
from tests.stages.web_stage import WebStage

PICTURES = Path(__file__).parents[2] / "artefacts"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The Chromium that is installed, for the tests of one file."""
    with a_browser() as opened:
        yield opened


@pytest.fixture
def bot(tmp_path: Path) -> Iterator[RunningBot]:
    """The whole bot, on a file of its own."""
    with running_bot(tmp_path / "data") as running:
        yield running


@pytest.fixture
def web(bot: RunningBot, browser: Browser, request: pytest.FixtureRequest) -> Iterator[WebStage]:
    """The room; whatever the page complained about fails the test."""
    stage = WebStage(bot, browser, PICTURES / request.node.name)
    try:
        yield stage
        assert {actor.name: actor.faults for actor in stage.people if actor.faults} == {}
    finally:
        stage.close()
