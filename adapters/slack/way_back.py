"""How somebody spoke on Slack, and so the way in which they are answered. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from adapters.slack.render import FORM

KEEP, NEEDS = "keep", "needs"
"""The shortcuts: *Keep this in the record* at a message, *What needs me* anywhere."""

Body: TypeAlias = Mapping[str, Any]


class Unknown(Exception):
    """Slack tells of something that the bot does not listen to."""


class By(StrEnum):
    """How somebody spoke, which decides how they are answered."""

    COMMAND = "command"
    BUTTON = "button"  # under a message
    IN_VIEW = "in_view"  # a button in a view that is open
    AT_HOME = "at_home"  # a button of the App Home
    FORM = "form"
    SHORTCUT = "shortcut"
    MENTION = "mention"
    DIRECT = "direct"
    HOME = "home"  # the App Home was opened


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    """The way back to whoever spoke."""

    by: By
    team: str
    user: str
    channel: str = ""
    trigger: str = ""
    """Opens one view, within three seconds."""
    address: str = ""
    """Takes five answers, within half an hour."""
    view: str = ""
    """The view that is open."""
    thread: str = ""
    """The thread in which it was written, or the one that an answer begins."""
    is_in_thread: bool = False
    is_aside: bool = False
    """What was pressed stood under words that only this person sees."""


def way_back(body: Body) -> Back:
    """
    Return the way back to whoever caused this.

    Raises:
        Unknown: The bot does not listen to such a thing.
    """
    match body.get("type"):
        case None if "command" in body:
            return Back(
                by=By.COMMAND, team=_team(body), user=body["user_id"], channel=body["channel_id"],
                trigger=body["trigger_id"], address=body["response_url"],
            )  # fmt: skip
        case "event_callback":
            return _way_back_of_event(body["event"], _team(body))
        case "block_actions" | "view_submission" | "message_action" | "shortcut":
            return _way_back_of_act(body)
        case _:
            raise Unknown


def _way_back_of_event(event: Body, team: str) -> Back:
    if event.get("bot_id") or event.get("subtype"):
        raise Unknown
    user = event["user"]
    match event["type"]:
        case "app_home_opened" if event.get("tab") == "home":
            return Back(by=By.HOME, team=team, user=user)
        case "message" if event.get("channel_type") == "im":
            return Back(by=By.DIRECT, team=team, user=user, channel=event["channel"])
        case "app_mention":
            return Back(
                by=By.MENTION, team=team, user=user, channel=event["channel"],
                thread=event.get("thread_ts") or event["ts"], is_in_thread="thread_ts" in event,
            )  # fmt: skip
        case _:
            raise Unknown


def _way_back_of_act(body: Body) -> Back:
    view, container = body.get("view") or {}, body.get("container") or {}
    by = By.SHORTCUT
    if body["type"] == "view_submission":
        by = By.FORM
    elif body["type"] == "block_actions":
        by = {"modal": By.IN_VIEW, "home": By.AT_HOME}.get(view.get("type", ""), By.BUTTON)
    if by is By.FORM and view["callback_id"] != FORM:
        raise Unknown
    if body["type"] == "shortcut" and body["callback_id"] != NEEDS:
        raise Unknown
    place = str(view.get("private_metadata", "")).rpartition(" ")[2]
    return Back(
        by=by,
        team=_team(body),
        user=body["user"]["id"],
        channel=(body.get("channel") or {}).get("id") or place,
        trigger=body.get("trigger_id", ""),
        address=body.get("response_url") or "",
        view=view.get("id", ""),
        is_aside=bool(container.get("is_ephemeral")),
    )


def team_left(body: Body) -> str:
    """Return the workspace that removed the bot, or took its token back; nothing for all else."""
    event = body.get("event")
    if body.get("type") != "event_callback" or not isinstance(event, Mapping):
        return ""
    match event:
        case {"type": "app_uninstalled"}:
            return _team(body)
        case {"type": "tokens_revoked", "tokens": {"bot": [_, *_]}}:
            return _team(body)
        case _:
            return ""


def is_stranger(body: Body) -> bool:
    """Whether somebody of another workspace speaks, as they can in a channel that two workspaces share."""
    here = _team(body)
    match body.get("type"):
        case "event_callback":
            event = body["event"]
            theirs = event.get("user_team") or event.get("source_team") or event.get("team")
        case None:
            theirs = here
        case _:
            theirs = body["user"].get("team_id")
    return bool(theirs) and theirs != here


def _team(body: Body) -> str:
    team = body.get("team_id") or (body.get("team") or {}).get("id")
    if not isinstance(team, str):
        raise Unknown
    return team
