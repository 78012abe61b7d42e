"""What Slack sends, in the shapes that it sends."""

from tests.fakes.slack.methods import shown_view
from tests.fakes.slack.world import SlackMessage, SlackPerson, SlackTeam, SlackView, Tree

APP, VERIFICATION = "A0COUNTER", "not-used"


def command(team: SlackTeam, who: SlackPerson, channel: str, text: str, address: str) -> Tree:
    """Build what a typed command sends; every value is a text, since over HTTP it is a form."""
    return {
        "token": VERIFICATION, "team_id": team.id, "team_domain": "garden", "channel_id": channel,
        "channel_name": team.channels[channel].name, "user_id": who.id, "user_name": who.handle,
        "command": "/dialogue", "text": text, "api_app_id": APP, "is_enterprise_install": "false",
        "response_url": address, "trigger_id": team.trigger(who.id),
    }  # fmt: skip


def pressed_in_message(
    team: SlackTeam, who: SlackPerson, message: SlackMessage, button: Tree, address: str
) -> Tree:
    """Build what a button under a message sends."""
    channel = team.channels[message.channel]
    return {
        **_act(team, who, "block_actions"),
        "container": {
            "type": "message", "message_ts": message.ts, "channel_id": channel.id,
            "is_ephemeral": bool(message.only_for),
        },
        "channel": {"id": channel.id, "name": channel.name or "directmessage"},
        "response_url": address,
        "trigger_id": team.trigger(who.id),
        "actions": [_action(button)],
    }  # fmt: skip


def pressed_in_view(team: SlackTeam, who: SlackPerson, view: SlackView, button: Tree) -> Tree:
    """Build what a button in a view, or in the App Home, sends."""
    return {
        **_act(team, who, "block_actions"),
        "container": {"type": "view", "view_id": view.id},
        "view": shown_view(team, view),
        "trigger_id": team.trigger(who.id),
        "actions": [_action(button)],
    }


def submitted(team: SlackTeam, who: SlackPerson, view: SlackView, values: Tree) -> Tree:
    """Build what a form sends."""
    return {
        **_act(team, who, "view_submission"),
        "view": {**shown_view(team, view), "state": {"values": values}},
        "trigger_id": team.trigger(who.id),
        "response_urls": [],
    }


def shortcut(team: SlackTeam, who: SlackPerson, callback: str) -> Tree:
    """Build what a shortcut sends that is used anywhere."""
    return {**_act(team, who, "shortcut"), "callback_id": callback, "trigger_id": team.trigger(who.id)}


def message_shortcut(
    team: SlackTeam, who: SlackPerson, message: SlackMessage, callback: str, address: str
) -> Tree:
    """Build what a shortcut at a message sends."""
    channel = team.channels[message.channel]
    return {
        **_act(team, who, "message_action"),
        "callback_id": callback,
        "channel": {"id": channel.id, "name": channel.name or "directmessage"},
        "message": {"type": "message", "user": message.user, "ts": message.ts, "text": message.text},
        "message_ts": message.ts,
        "response_url": address,
        "trigger_id": team.trigger(who.id),
    }


def event(team: SlackTeam, inner: Tree) -> Tree:
    """Build what an event sends."""
    return {
        "token": VERIFICATION, "team_id": team.id, "api_app_id": APP, "event": inner,
        "type": "event_callback", "event_id": f"Ev{team.id}{team.number()}", "event_time": int(team.now()),
        "authorizations": [
            {"enterprise_id": None, "team_id": team.id, "user_id": team.bot_user, "is_bot": True,
             "is_enterprise_install": False}
        ],
        "is_ext_shared_channel": False,
    }  # fmt: skip


def message_event(team: SlackTeam, message: SlackMessage, kind: str) -> Tree:
    """Build the event of a message that somebody wrote; *kind* is `message` or `app_mention`."""
    channel = team.channels[message.channel]
    inner = {
        "type": kind, "user": message.user, "text": message.text, "ts": message.ts, "channel": channel.id,
        "event_ts": message.ts, "team": team.id, "blocks": [], "client_msg_id": f"m{message.ts}",
    }  # fmt: skip
    if message.thread:
        inner["thread_ts"] = message.thread
    if kind == "message":
        inner["channel_type"] = "im" if channel.direct_with else "channel"
    return event(team, inner)


def _act(team: SlackTeam, who: SlackPerson, kind: str) -> Tree:
    return {
        "type": kind,
        "team": {"id": team.id, "domain": "garden"},
        "user": {"id": who.id, "username": who.handle, "name": who.handle, "team_id": who.team},
        "api_app_id": APP,
        "token": VERIFICATION,
        "is_enterprise_install": False,
        "enterprise": None,
    }


def _action(button: Tree) -> Tree:
    return {
        "type": "button", "action_id": button["action_id"], "block_id": "b", "text": button["text"],
        "value": button["value"], "action_ts": "1.0",
    }  # fmt: skip
