"""The room at work: what is asked is answered, once; what is said is shown to whom it concerns."""

import asyncio
import json
from typing import Any

import pytest

from adapters.web.app import FRAME_MOST, WebRoom
from adapters.web.people import RoomBook
from bot.dialogue.tickets import Action, Ticket
from tests.adapters.web.guest import Guest, asks, hears
from tests.stages.open_dialogue import OpenDialogue
from tests.stages.running_bot import RunningBot


def test_a_taken_port_is_left_to_whoever_has_it(bot: RunningBot, room: WebRoom) -> None:
    """A second thing on the same port is the usual case on a machine of a developer."""
    other = WebRoom(bot.scribe, bot.engine, bot.outbox, RoomBook())
    bot.wait(other.start(room.port))

    assert room.port < other.port <= room.port + 20
    bot.wait(other.stop())


def test_a_port_that_cannot_be_had_is_said_so(
    bot: RunningBot, room: WebRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not looked for without end."""
    monkeypatch.setattr("adapters.web.app.PORTS_TRIED", 0)
    other = WebRoom(bot.scribe, bot.engine, bot.outbox, RoomBook())

    with pytest.raises(OSError, match="in use"):
        bot.wait(other.start(room.port))
    bot.wait(other.stop())


def test_a_room_that_never_opened_can_be_closed(bot: RunningBot) -> None:
    """Whatever went wrong before it, stopping goes on to the end."""
    bot.wait(WebRoom(bot.scribe, bot.engine, bot.outbox, RoomBook()).stop())


async def test_the_same_action_is_done_once_however_often_it_is_sent(guest: Guest, bot: RunningBot) -> None:
    """C3: sent again after a break it is answered with the same words."""
    dialogue = OpenDialogue(bot)
    round = dialogue.asks()
    window, other = await guest.window(), await guest.window()
    said = {
        "kind": "form",
        "view": "our-dialogue",
        "id": "one-and-the-same-id",
        "ticket": f"contribute:{round}",
        "answers": {"body": "A lift.", "level": "named"},
    }

    first, second = await asyncio.gather(asks(window, **said), asks(other, **said))

    assert first == second
    record = await asks(window, kind="words", view="our-dialogue", id="show-me-the-record", text="/record")
    assert json.dumps(record).count("A lift.") == 1


async def test_an_answer_is_only_for_whoever_asked(guest: Guest, bot: RunningBot) -> None:
    """The id of somebody's action is no key to what they were told."""
    OpenDialogue(bot)
    ben, dana = await guest.window(), await guest.window("dana")
    said = {"kind": "words", "view": "our-dialogue", "id": "one-and-the-same-id", "text": "/mine"}

    for_ben, for_dana = await asks(ben, **said), await asks(dana, **said)

    assert for_ben != for_dana


async def test_a_file_is_there_for_whoever_has_its_key(guest: Guest, bot: RunningBot) -> None:
    """It is written when it is fetched: what was withdrawn meanwhile is not in it."""
    dialogue = OpenDialogue(bot)
    dialogue.says("ben", dialogue.asks(), "A lift.")
    ada = await guest.window("ada")
    ordered = await asks(
        ada, kind="words", view="our-dialogue", id="export-export-export", text="/export json"
    )

    key = {"Authorization": "Bearer the-token"}
    async with guest.http.get(guest.at(f"/files/{ordered['file']}"), headers=key) as answer:
        text = await answer.text()

    assert answer.headers["Content-Disposition"].startswith('attachment; filename="counterpoint-')
    assert answer.content_type == "application/json"
    assert "A lift." in text
    assert json.loads(text)


async def test_a_button_of_another_time_is_answered_in_words(guest: Guest) -> None:
    """B18: constant words, no detail."""
    window = await guest.window()

    answer = await asks(
        window, kind="choice", view="example", id="0123456789abcdef", ticket="no_such_thing:x"
    )

    assert answer["message"]["words"] == [{"p": ["This button is no longer valid."]}]


async def test_an_ordinary_message_is_shown_once_and_stays_while_the_bot_runs(guest: Guest) -> None:
    """Also if the line broke and it was sent again; a window that opens later sees it too."""
    ben, ada = await guest.window(), await guest.window("ada")
    await ada.send_str(json.dumps({"kind": "enter", "view": "example"}))
    await hears(ada, "history")
    for _ in range(2):
        await asks(ben, kind="words", view="example", id="hello-hello-hello", text="Hello <b>all</b>")

    shown = await hears(ada, "talk")
    assert (shown["name"], shown["text"]) == ("Ben", "Hello <b>all</b>")
    late = await guest.window("dana")
    await late.send_str(json.dumps({"kind": "enter", "view": "example"}))
    assert [item["text"] for item in (await hears(late, "history"))["items"]] == ["Hello <b>all</b>"]


async def test_a_window_that_opens_is_shown_what_stands_there(guest: Guest, bot: RunningBot) -> None:
    """What was withdrawn is not among it: posts are drawn anew for every window."""
    dialogue = OpenDialogue(bot)
    round = dialogue.asks()
    lift, pond = dialogue.says("ben", round, "A lift."), dialogue.says("chidi", round, "A pond.")
    dialogue.presses("chidi", Ticket(Action.WITHDRAW, pond))
    ada = await guest.window("ada")
    shown: list[Any] = []

    while lift not in [item["post"] for item in shown]:
        await ada.send_str(json.dumps({"kind": "enter", "view": "our-dialogue"}))
        shown = (await hears(ada, "history"))["items"]

    assert "A lift." in json.dumps(shown)
    assert "A pond." not in json.dumps(shown)


async def test_a_window_elsewhere_is_told_that_there_is_something(guest: Guest) -> None:
    """In words, and without the words."""
    ben, ada = await guest.window(), await guest.window("ada")
    await ada.send_str(json.dumps({"kind": "enter", "view": "our-dialogue"}))
    await hears(ada, "history")

    await asks(ben, kind="words", view="example", id="hello-hello-hello", text="Hello")

    assert await hears(ada, "news") == {"kind": "news", "view": "example"}


async def test_a_name_that_cannot_be_kept_is_refused_in_words(guest: Guest) -> None:
    """And nobody is added."""
    window = await guest.window()

    answer = await asks(window, kind="person", id="0123456789abcdef", name=" ")

    assert answer["reply"] == "say"
    again = await asks(window, kind="person", id="0123456789abcdef", name="Femi")
    assert (again["reply"], again["added"]) == ("added", "femi")


async def test_commands_are_offered_with_help(guest: Guest) -> None:
    """Nobody has to know them by heart."""
    window = await guest.window()
    for typed, offered in (
        ("/", "/dialogue join"),
        ("/dial", "/dialogue join"),
        ("/dialogue sup", "/dialogue support"),
        ("/sup", "/dialogue support"),
    ):
        await window.send_str(json.dumps({"kind": "type", "text": typed}))
        offers = await hears(window, "offers")
        assert offers["offers"][0]["text"] == offered
        assert offers["offers"][0]["help"]
    await window.send_str(json.dumps({"kind": "type", "text": "/dialogue entry 3 "}))
    assert "/dialogue entry 3 answer" in [
        offer["text"] for offer in (await hears(window, "offers"))["offers"]
    ]


async def test_frames_have_a_limit_the_page_knows(guest: Guest) -> None:
    """So that it can say in words what would only break the line."""
    assert (await hears(await guest.window(), "welcome"))["frame_most"] == FRAME_MOST
