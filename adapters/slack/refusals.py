"""What it means when Slack refuses a call, or says nothing at all."""

from datetime import timedelta

from aiohttp import ClientConnectorError, ClientError
from slack_sdk.errors import SlackApiError

from bot.errors import CounterpointError, DeliveryFailed


class NotInstalled(CounterpointError):
    """The bot is not installed in this workspace, or not any more."""


class NotConnected(CounterpointError):
    """Slack has not answered since the bot was started."""


TROUBLE = (SlackApiError, ClientError, OSError, TimeoutError, NotInstalled, NotConnected)
"""How a call fails: Slack refuses it, or the way there is broken."""
GONE = frozenset({"message_not_found", "cant_delete_message"})
UNREACHABLE = frozenset(
    {
        "not_in_channel", "channel_not_found", "is_archived", "account_inactive", "token_revoked",
        "invalid_auth", "not_authed", "user_not_found", "cannot_dm_bot", "user_disabled", "restricted_action",
        "team_access_not_granted", "no_permission", "missing_scope", "messages_tab_disabled",
    }
)  # fmt: skip
"""Refusals that do not pass by themselves."""
UNKNOWN = frozenset({"internal_error", "fatal_error", "service_unavailable", "request_timeout"})
"""Slack says of these that some of it may have been done."""
TOO_MANY = 429


def named(error: BaseException) -> str:
    """Return what went wrong in Slack's own word, or the kind of the error: its text may hold more."""
    if not isinstance(error, SlackApiError):
        return type(error).__name__
    data = error.response.data
    return str(data.get("error", "")) if isinstance(data, dict) else f"http {error.response.status_code}"


def failure(error: BaseException) -> DeliveryFailed:
    """Return what a refusal of Slack means for a post."""
    name = named(error)
    if isinstance(error, NotInstalled):
        return DeliveryFailed("not installed", unreachable=True)
    if not isinstance(error, SlackApiError):
        return DeliveryFailed(name, unknown=not isinstance(error, ClientConnectorError | NotConnected))
    if error.response.status_code == TOO_MANY or name == "ratelimited":
        after = error.response.headers.get("Retry-After", "1")
        return DeliveryFailed("asked to wait", retry_after=timedelta(seconds=float(after)))
    is_unread = not isinstance(error.response.data, dict)
    return DeliveryFailed(name, unreachable=name in UNREACHABLE, unknown=is_unread or name in UNKNOWN)
