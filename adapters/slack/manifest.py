"""What Slack has to know of the app: its command, its shortcuts, its events, and the least that it may do."""

from collections.abc import Collection, Mapping
from typing import Any

from adapters.slack.way_back import KEEP, NEEDS

ALWAYS = ("commands", "chat:write", "im:write", "im:history", "app_mentions:read")
EVENTS = ("app_mention", "app_home_opened", "message.im", "app_uninstalled", "tokens_revoked")
BY_SETTING: Mapping[str, str] = {
    "files:write": "hand over exports as files",
    "users:read": "call people by the names they chose",
    "channels:history": "look in a public channel before a post is sent again",
    "groups:history": "the same in a private channel",
}
"""What an operator may add, and what it is for."""
NAME = "Counterpoint"


def bot_scopes(added: Collection[str]) -> tuple[str, ...]:
    """Return what the app asks for: the least, and what the operator added."""
    return (*ALWAYS, *(scope for scope in BY_SETTING if scope in added))


def manifest(
    command: str, added: Collection[str], *, is_for_sockets: bool, address: str = ""
) -> dict[str, Any]:
    """Return the manifest of the app, to be pasted where Slack asks for it."""
    requests = {} if is_for_sockets else {"request_url": f"{address}/slack/events"}
    redirects = {"redirect_urls": [f"{address}/slack/oauth_redirect"]} if address else {}
    return {
        "display_information": {
            "name": NAME,
            "description": "Several independent voices, each kept whole, that make sense together.",
        },
        "features": {
            "bot_user": {"display_name": NAME, "always_online": True},
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "slash_commands": [
                {
                    "command": command,
                    "description": "Hold a dialogue",
                    "usage_hint": "help",
                    "should_escape": False,
                    **({} if is_for_sockets else {"url": f"{address}/slack/events"}),
                }
            ],
            "shortcuts": [
                _shortcut("Keep this in the record", "message", KEEP, "Bring your own message in"),
                _shortcut("What needs me", "global", NEEDS, "See what still waits for you"),
            ],
        },
        "oauth_config": {"scopes": {"bot": list(bot_scopes(added))}, **redirects},
        "settings": {
            "event_subscriptions": {"bot_events": list(EVENTS), **requests},
            "interactivity": {"is_enabled": True, **requests},
            "socket_mode_enabled": is_for_sockets,
            "token_rotation_enabled": False,
            "org_deploy_enabled": False,
        },
    }


def _shortcut(name: str, kind: str, callback: str, description: str) -> dict[str, str]:
    return {"name": name, "type": kind, "callback_id": callback, "description": description}
