"""What Slack sends, as an event of the bot and the way back to whoever spoke. Pure."""

import hashlib
from base64 import urlsafe_b64encode
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from adapters.slack.forms import read_answers
from adapters.slack.rewritten import message_name
from adapters.slack.way_back import KEEP, Back, Body, By, Unknown, is_stranger, way_back
from adapters.slack.written import as_written, unescape
from bot.dialogue.places import THREAD, Account, Community, Place
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed, NotFound
from bot.identifiers import EventId, Seed
from bot.speech.events import Asked, ChoicePicked, CommandGiven, FormSubmitted, TextWritten
from bot.speech.typed_commands import read_command
from bot.words import Phrase

PLATFORM = "slack"


@dataclass(frozen=True, slots=True)
class Heard:
    """What happened, and the way back."""

    event: Asked | TextWritten | None
    """Nothing where a refusal was found while listening."""
    back: Back
    refusal: Phrase | None = None


@dataclass(frozen=True, slots=True)
class Moment:
    """When something was heard, and with what chance."""

    at: datetime
    seed: Seed


def key_of(body: Body) -> str:
    """
    Return what is the same when Slack delivers this again: of an event its id, of all else its trigger.

    Raises:
        Unknown: It has neither.
    """
    found = body.get("event_id") or body.get("trigger_id")
    if not isinstance(found, str) or not found:
        raise Unknown
    return found


def read_body(body: Body, moment: Moment) -> Heard:
    """
    Read what somebody did.

    Raises:
        Unknown: The bot does not listen to this.
    """
    try:
        back = way_back(body)
        if is_stranger(body):
            return Heard(None, back, Phrase("slack-other-workspace"))
        return _read(body, back, moment)
    except (NotFound, NotAllowed) as refusal:
        return Heard(None, back, refusal.phrase)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise Unknown from error


def _read(body: Body, back: Back, moment: Moment) -> Heard:
    asked = _asked(body, back, moment)
    event: Asked | TextWritten
    match body.get("type"), back.by:
        case None, _:
            ticket, options = read_command(unescape(str(body.get("text", ""))))
            event = CommandGiven(**asked, ticket=ticket, options=options)
        case "event_callback", By.MENTION | By.DIRECT:
            text = as_written(body["event"]["text"], is_mention=back.by is By.MENTION)
            event = TextWritten(**asked, text=text, is_direct=back.by is By.DIRECT, message=_name_of(body))
        case "block_actions", _:
            event = ChoicePicked(**asked, ticket=Ticket.read(body["actions"][0]["value"]))
        case "view_submission", _:
            ticket = Ticket.read(body["view"]["private_metadata"].partition(" ")[0])
            event = FormSubmitted(**asked, ticket=ticket, answers=read_answers(body["view"]))
        case "message_action", _:
            event = _kept_by_shortcut(body, asked)
        case _:
            event = ChoicePicked(**asked, ticket=Ticket(Action.SHOW_MINE))
    return Heard(event, back)


def _name_of(body: Body) -> str:
    """Return what tells a message from all others of all workspaces."""
    return message_name(str(body["team_id"]), body["event"]["channel"], body["event"]["ts"])


def _kept_by_shortcut(body: Body, asked: dict[str, Any]) -> CommandGiven:
    """Read *Keep this in the record*: one's own words go into the form, somebody else's stay theirs."""
    if body["callback_id"] != KEEP:
        raise Unknown
    message = body["message"]
    if message.get("user") != body["user"]["id"]:
        raise NotAllowed(Phrase("platform-only-their-own"))
    words = as_written(str(message.get("text", "")), is_mention=False)
    return CommandGiven(**asked, ticket=Ticket(Action.CONTRIBUTE), options={"body": words})


def _asked(body: Body, back: Back, moment: Moment) -> dict[str, Any]:
    community = Community(PLATFORM, back.team)
    name = body.get("user_name") or (body.get("user") or {}).get("name") or ""
    return {
        "id": event_id(back.team, key_of(body)),
        "at": moment.at,
        "seed": moment.seed,
        "community": community,
        "account": Account(
            community=community, id=back.user, name=name, may_manage=_is_channel(back.channel)
        ),
        "place": Place(
            community, f"{back.channel}{THREAD}{back.thread}" if back.is_in_thread else back.channel
        ),
    }


def _is_channel(channel: str) -> bool:
    """Whether it is a channel: Slack lets everybody in one bring an app, so whoever did may start there."""
    return channel.startswith(("C", "G"))


def event_id(team: str, key: str) -> EventId:
    """Return the id of an event: the same for the same key of the same workspace, and telling neither."""
    digest = hashlib.sha256(f"{PLATFORM}:{team}:{key}".encode()).digest()
    return EventId(urlsafe_b64encode(digest)[:32].decode())
