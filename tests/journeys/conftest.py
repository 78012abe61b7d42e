"""Where journeys are played."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.stages.browser import a_browser
from tests.stages.discord_stage import DiscordStage
from tests.stages.running_bot import running_bot
from tests.stages.slack_stage import SlackStage
from tests.stages.stage import Stage
from tests.stages.terminal_stage import TerminalStage
from tests.stages.web_stage import WebStage

PICTURES = Path(__file__).parents[2] / "artefacts"


@pytest.fixture(params=["terminal", "web", "slack", "slack-http", "discord"])
def stage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stage]:
    """A way in, with the whole bot behind it."""
    with running_bot(tmp_path / "data") as bot:
        if request.param == "terminal":
            yield TerminalStage(bot, tmp_path)
            return
        if request.param.startswith("slack"):
            slack = SlackStage(bot, tmp_path, over_http=request.param == "slack-http")
            yield slack
            slack.close()
            return
        if request.param == "discord":
            discord = DiscordStage(bot, tmp_path)
            yield discord
            discord.close()
            return
        with a_browser() as browser:
            web = WebStage(bot, browser, PICTURES / request.node.originalname)
            try:
                yield web
            finally:
                web.close()
