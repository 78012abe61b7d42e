"""The methods of the Web API that Counterpoint uses; each knows its arguments and the scope it needs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from tests.fakes.slack.limits import check_message, check_view
from tests.fakes.slack.world import Refused, SlackChannel, SlackFile, SlackMessage, SlackTeam, SlackView, Tree

TRIGGER_LIVES = 3.0


@dataclass(frozen=True, slots=True)
class Method:
    """One method: what it does, which arguments it knows, which scope it needs."""

    do: Callable[[SlackTeam, Tree], Tree]
    knows: frozenset[str]
    scope: str = ""

    def call(self, team: SlackTeam, args: Tree) -> Tree:
        """
        Call it, if its arguments are known and its scope was granted.

        Raises:
            Refused: One of the two is not so, or it is refused itself.
        """
        if args.keys() - self.knows:
            raise Refused("invalid_arguments", why=f"unknown: {args.keys() - self.knows}")
        if self.scope and self.scope not in team.scopes:
            raise Refused("missing_scope", needed=self.scope)
        return self.do(team, args)


def auth_test(team: SlackTeam, _args: Tree) -> Tree:
    """Say who asks."""
    return {"team_id": team.id, "user_id": team.bot_user, "bot_id": team.bot_id, "user": "counterpoint"}


def post_message(team: SlackTeam, args: Tree) -> Tree:
    """Put a message into a channel, or into the direct message of a person."""
    channel = _open_channel(team, args["channel"])
    check_message(args)
    message = _new_message(team, channel.id, args)
    team.messages.append(message)
    return {"channel": channel.id, "ts": message.ts, "message": {"text": message.text}}


def post_ephemeral(team: SlackTeam, args: Tree) -> Tree:
    """Put a message into a channel that one person sees."""
    channel = _open_channel(team, args["channel"])
    if args["user"] not in channel.members:
        raise Refused("user_not_in_channel")
    check_message(args)
    message = _new_message(team, channel.id, args)
    message.only_for = args["user"]
    team.messages.append(message)
    return {"message_ts": message.ts}


def update_message(team: SlackTeam, args: Tree) -> Tree:
    """Draw a message anew."""
    message = _own_message(team, args)
    check_message(args)
    message.text, message.blocks = args["text"], args.get("blocks") or []
    message.is_edited, message.drawn = True, team.number()
    return {"channel": message.channel, "ts": message.ts, "text": message.text}


def delete_message(team: SlackTeam, args: Tree) -> Tree:
    """Remove a message."""
    team.messages.remove(_own_message(team, args))
    return {"channel": args["channel"], "ts": args["ts"]}


def open_conversation(team: SlackTeam, args: Tree) -> Tree:
    """Open the direct message of a person."""
    return {"channel": {"id": team.direct(args["users"]).id}}


def history(team: SlackTeam, args: Tree) -> Tree:
    """Return the last messages of a channel, where the scope for its kind was granted."""
    channel = team.channels.get(args["channel"])
    if channel is None:
        raise Refused("channel_not_found")
    needed = "im:history" if channel.direct_with else "channels:history"
    if needed not in team.scopes:
        raise Refused("missing_scope", needed=needed)
    if team.bot_user not in channel.members:
        raise Refused("not_in_channel")
    found = [m for m in team.messages if m.channel == channel.id and not m.only_for]
    found = [m for m in found if float(m.ts) >= float(args.get("oldest", 0))]
    return {
        "messages": [
            {"ts": m.ts, "user": m.user, "text": m.text, "blocks": m.blocks, "metadata": m.metadata or {}}
            for m in reversed(found[-int(args.get("limit", 100)) :])
        ]
    }


def user_info(team: SlackTeam, args: Tree) -> Tree:
    """Say who somebody is."""
    person = team.people.get(args["user"])
    if person is None:
        raise Refused("user_not_found")
    profile = {"display_name": "", "real_name": person.name}
    return {"user": {"id": person.id, "name": person.handle, "profile": profile, "tz": "Europe/London"}}


def open_view(team: SlackTeam, args: Tree) -> Tree:
    """Open a view, within three seconds of what somebody did, and once."""
    trigger = team.triggers.get(args["trigger_id"])
    if trigger is None:
        raise Refused("invalid_trigger_id")
    if trigger.is_used:
        raise Refused("exchanged_trigger_id")
    if team.now() - trigger.at > TRIGGER_LIVES:
        raise Refused("expired_trigger_id")
    check_view(args["view"])
    trigger.is_used = True
    view = new_view(team, trigger.user, args["view"])
    return {"view": shown_view(team, view)}


def update_view(team: SlackTeam, args: Tree) -> Tree:
    """Draw a view anew that is still open."""
    view = next((v for v in team.views.values() if v.id == args["view_id"]), None)
    if view is None:
        raise Refused("not_found")
    check_view(args["view"])
    draw_anew(team, view, args["view"])
    return {"view": shown_view(team, view)}


def publish_view(team: SlackTeam, args: Tree) -> Tree:
    """Draw the App Home of a person."""
    if args["user_id"] not in team.people:
        raise Refused("user_not_found")
    check_view(args["view"])
    home = SlackView(f"V{team.number()}", args["user_id"], args["view"], "h", team.number())
    team.homes[args["user_id"]] = home
    return {"view": shown_view(team, home)}


def upload_address(team: SlackTeam, args: Tree) -> Tree:
    """Give an address for a file."""
    if not args["filename"] or int(args["length"]) < 1:
        raise Refused("invalid_arguments", why="a file without a name or a size")
    file = SlackFile(f"F{team.id}{team.number()}", args["filename"], int(args["length"]))
    team.files[file.id] = file
    return {"upload_url": f"upload/{team.id}/{file.id}", "file_id": file.id}


def complete_upload(team: SlackTeam, args: Tree) -> Tree:
    """Share a file in a channel."""
    channel = _open_channel(team, args["channel_id"])
    for given in args["files"]:
        file = team.files[given["id"]]
        if len(file.content) != file.size:
            raise Refused("file_upload_size_mismatch")
        file.channel = channel.id
    return {"files": args["files"]}


def new_view(team: SlackTeam, user: str, content: Tree) -> SlackView:
    """Put a view before a person: on top of all others, of which this bot never needs two."""
    view = SlackView(f"V{team.id}{team.number()}", user, {}, "", 0)
    team.views[user] = view
    draw_anew(team, view, content)
    return view


def draw_anew(team: SlackTeam, view: SlackView, content: Tree) -> None:
    """Give a view its content, with a name for each block, as Slack does."""
    blocks = [
        {**block, "block_id": block.get("block_id", f"b{team.number()}")} for block in content["blocks"]
    ]
    view.content, view.hash, view.drawn, view.errors = {**content, "blocks": blocks}, "h", team.number(), {}


def shown_view(team: SlackTeam, view: SlackView) -> Tree:
    """Return a view as Slack answers it."""
    return {"id": view.id, "team_id": team.id, "hash": view.hash, **view.content}


def _open_channel(team: SlackTeam, id: str) -> SlackChannel:
    channel = team.direct(id) if id.startswith("U") else team.channels.get(id)
    if channel is None:
        raise Refused("channel_not_found")
    if channel.is_archived:
        raise Refused("is_archived")
    if team.bot_user not in channel.members:
        raise Refused("not_in_channel")
    if channel.direct_with and team.people[channel.direct_with].is_gone:
        raise Refused("account_inactive")
    return channel


def _new_message(team: SlackTeam, channel: str, args: Tree) -> SlackMessage:
    return SlackMessage(
        team.ts(), channel, team.bot_user, args.get("text") or "", team.number(),
        blocks=args.get("blocks") or [], metadata=args.get("metadata"), thread=args.get("thread_ts") or "",
    )  # fmt: skip


def _own_message(team: SlackTeam, args: Tree) -> SlackMessage:
    message = team.find(args["channel"], args["ts"])
    if message is None or message.user != team.bot_user:
        raise Refused("message_not_found")
    _open_channel(team, args["channel"])
    return message


_POST = frozenset({"channel", "text", "blocks", "thread_ts", "parse", "link_names"})
_QUIET = frozenset({"unfurl_links", "unfurl_media", "metadata"})

METHODS: Mapping[str, Method] = {
    "auth.test": Method(auth_test, frozenset({"team_id"})),
    "chat.postMessage": Method(post_message, _POST | _QUIET, "chat:write"),
    "chat.postEphemeral": Method(post_ephemeral, _POST | {"user"}, "chat:write"),
    "chat.update": Method(update_message, (_POST | {"ts"}) - {"thread_ts"}, "chat:write"),
    "chat.delete": Method(delete_message, frozenset({"channel", "ts"}), "chat:write"),
    "conversations.open": Method(open_conversation, frozenset({"users"}), "im:write"),
    "conversations.history": Method(
        history, frozenset({"channel", "oldest", "limit", "include_all_metadata", "inclusive"})
    ),
    "users.info": Method(user_info, frozenset({"user"}), "users:read"),
    "views.open": Method(open_view, frozenset({"trigger_id", "view"})),
    "views.update": Method(update_view, frozenset({"view_id", "view"})),
    "views.publish": Method(publish_view, frozenset({"user_id", "view"})),
    "files.getUploadURLExternal": Method(upload_address, frozenset({"filename", "length"}), "files:write"),
    "files.completeUploadExternal": Method(
        complete_upload, frozenset({"files", "channel_id"}), "files:write"
    ),
}
