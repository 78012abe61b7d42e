"""Who comes into the room and who does not, and that a rude guest harms nobody (B27, A15)."""

import asyncio
import socket
from contextlib import suppress

import pytest
from aiohttp import WSMsgType, WSServerHandshakeError

from adapters.web.app import WINDOWS_MOST, WebRoom
from adapters.web.people import RoomBook
from tests.adapters.web.guest import SPOKEN, Guest, asks, hears
from tests.stages.running_bot import RunningBot


def test_the_address_holds_the_token_where_it_stays_in_the_browser(room: WebRoom) -> None:
    """What follows the # is never sent, so it stands in no log of any server."""
    assert room.address == f"http://127.0.0.1:{room.port}/#the-token"


def test_every_start_has_a_token_of_its_own(bot: RunningBot) -> None:
    """An address that somebody saw over a shoulder is worth nothing tomorrow."""
    rooms = [WebRoom(bot.scribe, bot.engine, bot.outbox, RoomBook()) for _ in range(2)]

    tokens = {room.address.partition("#")[2] for room in rooms}
    assert len(tokens) == 2
    assert all(len(token) >= 43 for token in tokens)


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
