"""The room as others meet it: who comes in, who does not, and that a rude guest harms nobody (B27, A15)."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import pytest
from aiohttp import ClientSession, ClientWebSocketResponse, TCPConnector, WSMsgType, WSServerHandshakeError

from adapters.web.app import FRAME_MOST, WINDOWS_MOST, WebRoom
from adapters.web.people import RoomBook
from bot.dialogue.tickets import Action, Ticket
from tests.stages.open_dialogue import OpenDialogue
from tests.stages.running_bot import RunningBot

SPOKEN = ("counterpoint", "the-token")


class Guest:
    """Somebody's program on this machine."""

    def __init__(self, http: ClientSession, port: int) -> None:
        self.http = http
        self.windows: list[ClientWebSocketResponse] = []
        self.port = port

    def at(self, path: str) -> str:
        """Return an address in the room."""
        return f"http://127.0.0.1:{self.port}{path}"

    @property
    def origin(self) -> dict[str, str]:
        """What our own page says about where it comes from."""
        return {"Origin": self.at("")}

    async def knock(self, spoken: tuple[str, ...], headers: dict[str, str]) -> ClientWebSocketResponse:
        """Try to open a window."""
        window = await self.http.ws_connect(self.at("/socket"), protocols=spoken, headers=headers)
        self.windows.append(window)
        return window

    async def window(self, person: str = "ben") -> ClientWebSocketResponse:
        """Open a window as our page does."""
        address = self.at(f"/socket?as={person}")
        window = await self.http.ws_connect(address, protocols=SPOKEN, headers=self.origin)
        self.windows.append(window)
        return window


@pytest.fixture
async def guest(room: WebRoom) -> AsyncIterator[Guest]:
    """Somebody who comes, and closes the windows when they go."""
    async with ClientSession(connector=TCPConnector(limit=0)) as session:
        came = Guest(session, room.port)
        yield came
        await asyncio.gather(*(window.close() for window in came.windows))


async def hears(window: ClientWebSocketResponse, kind: str) -> dict[str, Any]:
    """Wait for something of this kind."""
    while True:
        said = json.loads(await window.receive_str(timeout=10))
        if said["kind"] == kind:
            return dict(said)


async def asks(window: ClientWebSocketResponse, **said: object) -> dict[str, Any]:
    """Ask for something, and wait for the answer to it."""
    await window.send_str(json.dumps(said))
    while True:
        answer = await hears(window, "answer")
        if answer["id"] == said["id"]:
            return answer


def test_the_address_holds_the_token_where_it_stays_in_the_browser(room: WebRoom) -> None:
    """What follows the # is never sent, so it stands in no log of any server."""
    assert room.address == f"http://127.0.0.1:{room.port}/#the-token"


def test_every_start_has_a_token_of_its_own(bot: RunningBot) -> None:
    """An address that somebody saw over a shoulder is worth nothing tomorrow."""
    rooms = [WebRoom(bot.scribe, bot.engine, bot.outbox, RoomBook()) for _ in range(2)]

    tokens = {room.address.partition("#")[2] for room in rooms}
    assert len(tokens) == 2
    assert all(len(token) >= 43 for token in tokens)


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


def test_only_this_machine_is_answered(room: WebRoom) -> None:
    """Somebody in the same network finds no door, and neither does another address of this machine."""
    with socket.socket() as knock:
        knock.settimeout(2)
        assert knock.connect_ex(("127.0.0.2", room.port)) != 0


@pytest.mark.parametrize("path", ["/", "/room.js", "/room.css", "/draw.js", "/mark.svg"])
async def test_the_page_is_served_and_sealed(guest: Guest, path: str) -> None:
    """Any local request gets the page: it holds nothing. The browser keeps nothing and loads nothing else."""
    async with guest.http.get(guest.at(path)) as answer:
        body, headers = await answer.read(), answer.headers

    assert (answer.status, bool(body)) == (200, True)
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"].startswith("default-src 'self'; ")
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "the-token" not in str(headers)


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "[::1]:{port}", ""]
)
async def test_a_foreign_host_is_refused(guest: Guest, host: str) -> None:
    """DNS rebinding: another site's name that leads to this machine is still another site."""
    for path in ("/", "/room.js", "/door", "/files/x"):
        headers = {"Host": host.format(port=guest.port), "Authorization": "Bearer the-token"}
        async with guest.http.get(guest.at(path), headers=headers) as answer:
            assert (answer.status, await answer.read()) == (403, b"")


@pytest.mark.parametrize(
    "came_from",
    [
        "http://evil.example",
        "null",
        "https://127.0.0.1:{port}",
        "http://localhost:{port}",
        "http://127.0.0.1:1",
    ],
)
async def test_a_foreign_origin_is_refused(guest: Guest, came_from: str) -> None:
    """Another site's page may not ask, even if it knew the token."""
    headers = {"Origin": came_from.format(port=guest.port), "Authorization": "Bearer the-token"}
    async with guest.http.get(guest.at("/door"), headers=headers) as answer:
        assert answer.status == 403
    with pytest.raises(WSServerHandshakeError, match="403"):
        await guest.knock(SPOKEN, headers)


async def test_what_another_site_loads_is_refused(guest: Guest) -> None:
    """A script tag on another site sends no origin, but the browser says that it is cross-site."""
    async with guest.http.get(guest.at("/room.js"), headers={"Sec-Fetch-Site": "cross-site"}) as answer:
        assert answer.status == 403


@pytest.mark.parametrize(
    "spoken",
    [
        (),
        ("counterpoint",),
        ("counterpoint", ""),
        ("counterpoint", "the-toke"),
        ("counterpoint", "the-tokeñ"),
    ],
)
async def test_a_socket_without_the_token_is_refused(guest: Guest, spoken: tuple[str, ...]) -> None:
    """The token is what makes a window ours."""
    with pytest.raises(WSServerHandshakeError, match="403"):
        await guest.knock(spoken, guest.origin)


async def test_a_socket_that_does_not_say_where_it_comes_from_is_refused(guest: Guest) -> None:
    """Every browser says so; a program that does not is none of ours."""
    with pytest.raises(WSServerHandshakeError, match="403"):
        await guest.knock(SPOKEN, {})


async def test_other_doors_ask_for_the_token_too(guest: Guest) -> None:
    """Files are somebody's words."""
    for path in ("/door", "/files/x"):
        async with guest.http.get(guest.at(path)) as answer:
            assert answer.status == 403
    async with guest.http.get(guest.at("/door"), headers={"Authorization": "Bearer the-token"}) as answer:
        assert answer.status == 204
    async with guest.http.get(guest.at("/files/x"), headers={"Authorization": "Bearer the-token"}) as answer:
        assert answer.status == 404


@pytest.mark.parametrize(
    "path", ["/../app.py", "/page/index.html", "/.env", "/room.json", "/%2e%2e/app.py", "/index.html"]
)
async def test_only_the_page_is_served(guest: Guest, path: str) -> None:
    """No path leads to a file of this machine."""
    async with guest.http.get(guest.at(path)) as answer:
        assert answer.status == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
async def test_nothing_is_taken_by_other_methods(guest: Guest, method: str) -> None:
    """There is nothing to send but frames."""
    async with guest.http.request(method, guest.at("/"), data=b"x" * 2000) as answer:
        assert answer.status == 405


async def test_a_frame_of_ten_megabytes_ends_the_talk_and_only_this_one(guest: Guest) -> None:
    """B27: the others do not notice."""
    rude, polite = await guest.window(), await guest.window("ada")
    await hears(rude, "welcome")

    with suppress(ConnectionError):  # it may be closed before the last byte is out
        await rude.send_str("x" * 10_000_000)

    while (frame := await rude.receive(timeout=10)).type is WSMsgType.TEXT:
        pass
    assert frame.type in {WSMsgType.CLOSE, WSMsgType.CLOSED, WSMsgType.CLOSING, WSMsgType.ERROR}
    assert (await asks(polite, kind="words", view="example", id="hello-hello-hello", text="hello"))[
        "reply"
    ] == "talk"


@pytest.mark.parametrize(
    "frame",
    [
        "",
        "{",
        "[]",
        '{"kind":"enter"}',
        '{"kind":"enter","view":"@ada"}',
        '{"kind":"enter","view":"nowhere"}',
        '{"kind":"words","view":"@ada","id":"0123456789abcdef","text":"x"}',
        '{"kind":"words","view":"example","id":"0123456789abcdef","text":7}',
        '{"kind":"person","id":"0123456789abcdef"}',
        '{"kind":"type"}',
        '{"kind":"dance"}',
        "[" * 100_000,
    ],
    ids=lambda frame: frame[:40],
)
async def test_what_no_page_of_ours_says_ends_the_talk(guest: Guest, frame: str) -> None:
    """It is answered by nothing; there is nobody to explain it to."""
    window = await guest.window()
    await hears(window, "welcome")

    await window.send_str(frame)

    closed = await window.receive(timeout=10)
    assert (closed.type, closed.data) == (WSMsgType.CLOSE, 1008)


async def test_bytes_end_the_talk(guest: Guest) -> None:
    """Our page sends texts."""
    window = await guest.window()
    await hears(window, "welcome")

    await window.send_bytes(b"\0")

    assert (await window.receive(timeout=10)).type in {WSMsgType.CLOSE, WSMsgType.CLOSED}


async def test_a_thousand_sockets_leave_room_for_work(guest: Guest) -> None:
    """B27: whoever opens too many is turned away, and what is open goes on."""
    windows = [await guest.window() for _ in range(WINDOWS_MOST)]

    for _ in range(20):
        with pytest.raises(WSServerHandshakeError, match="503"):
            await guest.window()

    assert (await asks(windows[0], kind="words", view="example", id="hello-hello-hello", text="hello"))[
        "reply"
    ] == "talk"
    await asyncio.gather(*(window.close() for window in windows))
    assert (await hears(await guest.window(), "welcome"))["you"] == "ben"


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
