"""What became of a message in somebody's direct messages: it was deleted, or written anew. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from adapters.slack.way_back import Body
from adapters.slack.written import as_written


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A message by its name, and what stands there now; nothing: it was deleted."""

    name: str
    text: str | None


def message_name(team: str, channel: str, ts: str) -> str:
    """Return what tells a message from all others of all workspaces: its time alone does not."""
    return f"{team}/{channel}/{ts}"


def read_rewritten(body: Body) -> Rewritten | None:
    """Return what became of a message; nothing for all else. With the least scopes only direct ones come."""
    event, team = body.get("event"), body.get("team_id")
    if body.get("type") != "event_callback" or not isinstance(event, Mapping) or not isinstance(team, str):
        return None
    match event:
        case {"type": "message", "subtype": "message_deleted", "channel": str(place), "deleted_ts": str(ts)}:
            return Rewritten(message_name(team, place, ts), None)
        case {"subtype": "message_changed", "channel": str(place), "message": {"ts": str(ts)} as message}:
            if message.get("subtype") == "tombstone":  # it was deleted, and others had answered it
                return Rewritten(message_name(team, place, ts), None)
            text = message.get("text")
            if isinstance(text, str) and not message.get("bot_id"):
                return Rewritten(message_name(team, place, ts), as_written(text, is_mention=False))
    return None
