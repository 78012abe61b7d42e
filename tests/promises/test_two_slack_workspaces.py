"""Nothing crosses from one workspace of Slack to another, also where the same person is in both (A6, T14)."""

from collections.abc import Iterator

from cryptography.fernet import Fernet

from bot.dialogue.tickets import Action, Ticket
from tests.fakes.slack import payloads
from tests.fakes.slack.limits import texts_in
from tests.fakes.slack.oauth import CLIENT_ID, CLIENT_SECRET
from tests.fakes.slack.person import SlackWindow
from tests.fakes.slack.world import SlackMessage, SlackPerson, SlackTeam, Tree
from tests.stages.slack_house import SlackHouse, slack_house

CANARY = "Canary-8f3a"
TYPED = (
    "mine", "record", "record apart", "record search Canary", "entry 1", "entry 1 answer", "entry 1 why",
    "statements", "ledger", "map", "notes", "help", "support", "me", "mydata", "export html", "close round",
    "facilitators", "say x", "check 1", "appeal 1", "start", "join",
)  # fmt: skip


async def _two_workspaces(house: SlackHouse) -> tuple[SlackTeam, SlackTeam, list[SlackWindow]]:
    """Let the same person take part in two workspaces; canaries are everywhere in the first."""
    first, second = house.team, house.fake.team("T0OTHER")
    for team in (first, second):
        await house.fake.oauth.install(house.app.port, team)
        team.channel("garden").members |= {"USAME", team.bot_user}
        team.people["USAME"] = SlackPerson("USAME", "same", f"Same {team.id}", team.id)
    windows = [_same(house, team) for team in (first, second)]
    await _start(house, windows[0], CANARY)
    await _start(house, windows[1], "Nothing")
    for number in range(3):
        await windows[0].write(f"{CANARY} idea {number}.")
        await house.settle()
    return first, second, windows


def _same(house: SlackHouse, team: SlackTeam) -> SlackWindow:
    window = SlackWindow(house.fake, house.transport, team, "Nobody")
    window.who = team.people["USAME"]
    return window


async def _start(house: SlackHouse, window: SlackWindow, word: str) -> None:
    place = window.team.channel("garden").id
    await window.command("start", place)
    await house.settle()
    await window.submit(
        {
            "title": f"{word} title", "purpose": f"{word} purpose", "decides": f"{word} decides",
            "constraints": f"Fixed: {word}.", "support": f"{word} 0123",
        }
    )  # fmt: skip
    await house.settle()
    await window.press("Go on")
    await house.settle()
    await window.submit({"zone": "UTC", "keeping": f"{word} years", "run_by": f"{word} runs it"})
    await house.settle()
    await window.press("Join")
    await house.settle()
    await window.press("Go on")
    await house.settle()
    await window.submit({"uses": "notes,report", "chosen_name": f"{word} name"})
    await house.settle()
    await house.ask(window, place, f"{word} question?")


async def test_no_word_name_id_or_count_crosses() -> None:
    """Every command, foreign tickets, the home, a direct message: all is tried in the second workspace."""
    key = Fernet.generate_key().decode()
    async with slack_house(
        bot_token="", client_id=CLIENT_ID, client_secret=CLIENT_SECRET, token_key=key
    ) as house:
        first, second, (_, window) = await _two_workspaces(house)
        foreign = set(_tickets(first))
        before = list(first.messages), len(house.fake.calls)

        for typed in TYPED:
            await window.command(typed, second.channel("garden").id)
            await house.settle()
            window.close_view()
        await window.write("Tell me about the canary")
        await window.open_home()
        for ticket in sorted(foreign):
            await window.press_button(_aside(second), _button(ticket))
        for read in map(Ticket.read, sorted(foreign)):
            for action in (read.action, Action.CONTRIBUTE):
                forged = _forged(window, Ticket(action, read.subject))
                await house.transport.send("interactive", forged)
        await house.settle()

        said = "\n".join(_everything_sent_to(house, second))
        assert "Nothing question?" in said
        assert len(foreign) > 10
        assert CANARY not in said
        assert not [ticket for ticket in foreign if ticket.split(":")[1] and ticket.split(":")[1] in said]
        assert first.messages == before[0]
        assert {call.team for call in house.fake.calls[before[1] :] if call.method != "users.info"} <= {
            second.id
        }


async def test_somebody_of_another_workspace_is_refused_in_a_shared_channel() -> None:
    """Slack Connect: they can read what stands there; what they send is not kept."""
    async with slack_house() as house:
        (ada,) = await house.begin("Ada")
        guest = house.window("Guest")
        guest.who.team = "T0ELSEWHERE"

        await guest.press("Answer")
        await house.settle()
        message = SlackMessage(
            house.team.ts(), house.channel.id, guest.who.id, "<@B> Hello", house.team.number()
        )
        event = payloads.message_event(house.team, message, "app_mention")
        event["event"]["team"] = "T0ELSEWHERE"
        await house.transport.send("events_api", event)
        await house.settle()

        told = [m.text for m in house.team.seen_by(guest.who.id) if m.only_for == guest.who.id]
        assert len(told) == 2
        assert all("another workspace" in text for text in told)
        assert guest.view is None
        await ada.command("record", house.channel.id)
        await house.settle()
        assert "Hello" not in "\n".join(shown.text for shown in ada.before())


def _everything_sent_to(house: SlackHouse, team: SlackTeam) -> Iterator[str]:
    """Return every text that was sent to a workspace, in whichever way."""
    yield from (message.text for message in team.messages)
    yield from (text for message in team.messages for text in texts_in(message.blocks))
    yield from (str(view.content) for view in (*team.views.values(), *team.homes.values()))
    yield from (str(call.args) for call in house.fake.calls if call.team == team.id)
    yield from (file.content.decode(errors="replace") for file in team.files.values())


def _tickets(team: SlackTeam) -> Iterator[str]:
    """Return every ticket that was ever shown in a workspace."""
    views = (*team.views.values(), *team.homes.values())
    blocks = [b for m in team.messages for b in m.blocks] + [b for v in views for b in v.content["blocks"]]
    yield from (
        button["value"] for block in blocks if block["type"] == "actions" for button in block["elements"]
    )


def _aside(team: SlackTeam) -> SlackMessage:
    return SlackMessage("1.1", team.channel("garden").id, team.bot_user, "", 0)


def _button(ticket: str) -> Tree:
    return {"type": "button", "action_id": "x", "text": {"type": "plain_text", "text": "x"}, "value": ticket}


def _forged(window: SlackWindow, ticket: Ticket) -> Tree:
    """Build a form that was never shown, for a ticket of another workspace."""
    view = {
        "id": "V1", "type": "modal", "callback_id": "form", "private_metadata": f"{ticket} C0",
        "blocks": [{"type": "input", "block_id": "b", "element": {"action_id": "body"}}],
        "state": {"values": {"b": {"body": {"type": "plain_text_input", "value": "I was never there"}}}},
    }  # fmt: skip
    who, team = window.who, window.team
    return {
        "type": "view_submission", "team": {"id": team.id}, "view": view, "trigger_id": team.trigger(who.id),
        "user": {"id": who.id, "name": "x", "team_id": team.id},
    }  # fmt: skip
