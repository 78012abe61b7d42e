"""What Slack is told of the app: the least that it may do, and all that it has to know."""

import ast
import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from adapters.slack import listen, way_back
from adapters.slack.manifest import ALWAYS, BY_SETTING, EVENTS, bot_scopes, manifest
from bot.__main__ import app
from bot.settings import SLACK_MAY_ADD
from tests.fakes.slack.methods import METHODS

ROOM = Path(__file__).parents[3] / "adapters" / "slack"
WITHOUT_A_METHOD = {"commands", "app_mentions:read", "im:history", "groups:history", "channels:history"}
"""Scopes that let Slack send something, or read a channel of one kind."""


def called_methods() -> set[str]:
    """Return the methods of the Web API that our code calls."""
    known = {name.replace(".", "_"): name for name in METHODS}
    names = {
        node.attr
        for path in ROOM.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute)
    }
    return {known[name] for name in names if name in known}


def test_every_scope_is_used_and_every_method_may_be_called() -> None:
    """A scope that nothing uses is a door nobody watches; a method without its scope fails at night."""
    needed = {METHODS[name].scope for name in called_methods()} - {""}

    assert needed == set(bot_scopes(SLACK_MAY_ADD)) - WITHOUT_A_METHOD
    assert "conversations.history" in called_methods()
    assert needed - set(ALWAYS) == {"files:write", "users:read"}


def test_the_least_is_what_was_decided() -> None:
    """Decision 34, word for word."""
    assert set(ALWAYS) == {"commands", "chat:write", "im:write", "im:history", "app_mentions:read"}
    assert set(BY_SETTING) == set(SLACK_MAY_ADD)
    assert set(EVENTS) == {
        "app_mention", "app_home_opened", "message.im", "app_uninstalled", "tokens_revoked",
    }  # fmt: skip


def test_every_event_that_is_asked_for_is_heard() -> None:
    """Slack would send what nobody listens to."""
    source = "".join(Path(str(module.__file__)).read_text(encoding="utf-8") for module in (listen, way_back))
    heard = set(re.findall(r'"type": "(\w+)"|case "(\w+)"', source))

    assert {event.partition(".")[0] for event in EVENTS} <= {name for pair in heard for name in pair}


def test_over_sockets_no_address_is_needed() -> None:
    """Nothing has to be open to the world."""
    told = manifest("/talk", (), is_for_sockets=True)

    assert told["settings"]["socket_mode_enabled"] is True
    assert "http" not in json.dumps(told)
    assert told["features"]["slash_commands"][0]["command"] == "/talk"
    assert [shortcut["callback_id"] for shortcut in told["features"]["shortcuts"]] == ["keep", "needs"]


def test_lengths_are_what_slack_takes() -> None:
    """A manifest that is refused is a poor beginning."""
    told = manifest("/dialogue", SLACK_MAY_ADD, is_for_sockets=True)

    assert len(told["display_information"]["description"]) <= 140
    for shortcut in told["features"]["shortcuts"]:
        assert len(shortcut["name"]) <= 24
        assert len(shortcut["description"]) <= 150


def test_it_is_printed_for_an_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is printed can be pasted as it is."""
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, ["manifest", "slack", "--address", "https://talks.example.org/"])

    told = json.loads(result.stdout)
    requests = told["settings"]["event_subscriptions"]["request_url"]
    assert requests == "https://talks.example.org/slack/events"
    assert told["settings"]["socket_mode_enabled"] is False
    assert told["oauth_config"]["redirect_urls"] == ["https://talks.example.org/slack/oauth_redirect"]
