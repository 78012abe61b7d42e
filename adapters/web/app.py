"""The web room: serves its page, hears what browser windows say, and answers each on the spot."""

import asyncio
import errno
import secrets
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from aiohttp import WSMsgType, web

from adapters.scribe import Scribe
from adapters.web.door import PROTOCOL, Door, Handler
from adapters.web.listen import NotUnderstood, Said, Speaker, Talk, read_json, read_said, text_in
from adapters.web.messenger import WebMessenger, Window, Windows
from adapters.web.offers import offer
from adapters.web.people import RoomBook, place_of
from adapters.web.questions import Questions
from adapters.web.render import Tree, draw_post, draw_talk
from bot.engine import Engine
from bot.errors import Refusal
from bot.identifiers import Seed
from bot.ports import Outbox

ADDRESS = "127.0.0.1"
PORTS_TRIED = 20
WINDOWS_MOST = 100
FRAME_MOST = 512 * 1024
"""The most bytes of one frame: five fields that are far too long still get an answer in words."""
POSTS_SHOWN = 300
"""How many posts of a channel a window is shown at first; the record has all of them."""
PAGE = Path(__file__).parent / "page"
KINDS = {".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


class WebRoom:
    """The room on this machine, as an application of aiohttp."""

    def __init__(
        self, scribe: Scribe, engine: Engine, outbox: Outbox, book: RoomBook, token: str = ""
    ) -> None:
        self._scribe = scribe
        self._engine = engine
        self._outbox = outbox
        self._book = book
        self._token = token or secrets.token_urlsafe(32)
        self._door = Door(self._token)
        self._windows = Windows()
        self._questions = Questions(scribe, engine)
        self._runner: web.AppRunner | None = None
        self.messenger = WebMessenger(self._windows)
        self.port = 0

    @property
    def address(self) -> str:
        """The address that opens the room; what follows the # never leaves the browser."""
        return f"http://{ADDRESS}:{self.port}/#{self._token}"

    async def start(self, port: int, wake: Callable[[], None] | None = None) -> None:
        """
        Answer at *port*, or at the next free one; call *wake* when there may be something to post.

        Raises:
            OSError: No port can be had.
        """
        self._questions.wake = wake or self._questions.wake
        self._runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=2.0)
        await self._runner.setup()
        for candidate in _ports_from(port):
            try:
                await web.TCPSite(self._runner, ADDRESS, candidate).start()
                break
            except OSError as error:
                if error.errno != errno.EADDRINUSE or candidate in {0, port + PORTS_TRIED}:
                    raise
        self.port = self._runner.addresses[0][1]
        self._door.open_at(self.port)

    async def stop(self) -> None:
        """Let every window go, and answer no more."""
        self._windows.let_all_go()
        if self._runner:
            await self._runner.cleanup()

    def _application(self) -> web.Application:
        application = web.Application(middlewares=[self._door.look], client_max_size=1024)
        application.on_response_prepare.append(self._door.seal)
        for path in sorted(PAGE.iterdir()):
            if path.suffix in KINDS:
                name = "/" if path.name == "index.html" else f"/{path.name}"
                application.router.add_get(name, _page(path))
        application.router.add_get("/socket", self._socket)
        application.router.add_get("/files/{key}", self._file)
        application.router.add_get("/door", self._door_answer)
        return application

    async def _door_answer(self, request: web.Request) -> web.Response:
        """Tell a page whether its token still opens the room: a socket cannot say why it was refused."""
        self._door.require_token(request)
        return web.Response(status=204)

    async def _file(self, request: web.Request) -> web.StreamResponse:
        self._door.require_token(request)
        written = await self._questions.file(request.match_info["key"])
        if written is None:
            raise web.HTTPNotFound(text="")
        response = web.StreamResponse()
        response.content_type = written.media
        response.headers["Content-Disposition"] = f'attachment; filename="{written.name}"'
        await response.prepare(request)
        while piece := await asyncio.to_thread(next, written.pieces, None):
            await response.write(piece)
        return response

    async def _socket(self, request: web.Request) -> web.WebSocketResponse:
        self._door.require_token(request)
        if len(self._windows) >= WINDOWS_MOST:
            raise web.HTTPServiceUnavailable(text="")
        socket = web.WebSocketResponse(
            heartbeat=20, max_msg_size=FRAME_MOST, protocols=(PROTOCOL,), compress=False
        )
        await socket.prepare(request)
        window = Window(self._book.person(request.query.get("as", "")))
        self._windows.add(window)
        writer = asyncio.create_task(_write(window, socket))
        window.send({"kind": "welcome", "you": window.person.id, **self._room(), "frame_most": FRAME_MOST})
        try:
            async for frame in socket:
                if frame.type is not WSMsgType.TEXT:
                    break
                await self._hear(window, read_json(frame.data))
        except NotUnderstood:
            await socket.close(code=1008)
        finally:
            self._windows.discard(window)
            window.let_go()
            await writer
        return socket

    async def _hear(self, window: Window, said: Said) -> None:
        match said.get("kind"):
            case "enter":
                await self._enter(window, text_in(said, "view"))
            case "type":
                window.send(offer(text_in(said, "text"), self._engine.plain_words()))
            case "person" | "channel":
                self._add(window, said)
            case _:
                await self._hear_words(window, said)

    async def _hear_words(self, window: Window, said: Said) -> None:
        view = text_in(said, "view")
        if not self._book.may_enter(window.person, view):
            raise NotUnderstood
        speaker = Speaker(window.person, view, datetime.now(UTC), Seed(secrets.token_bytes(32)))
        id = text_in(said, "id")
        try:
            heard = read_said(said, speaker)
        except Refusal as refusal:
            window.send(self._questions.refused(id, refusal))
            return
        if isinstance(heard, Talk):
            self._windows.talk(view, draw_talk(id, speaker.person.name, heard.text, speaker.at))
            window.send({"kind": "answer", "id": id, "reply": "talk", "waiting": []})
            return
        window.send(await self._questions.answer(heard))

    async def _enter(self, window: Window, view: str) -> None:
        if not self._book.may_enter(window.person, view):
            raise NotUnderstood
        async with self._windows.in_turn:
            posts = await self._scribe.read(lambda: list(self._standing(view)))
            window.view = view
            window.send({"kind": "history", "view": view, "items": self._windows.history(view, posts)})

    def _standing(self, view: str) -> Iterator[Tree]:
        for delivery in self._outbox.standing(place_of(view), POSTS_SHOWN):
            ready = self._engine.draw(delivery)
            if ready:
                yield draw_post(delivery.post, ready)

    def _add(self, window: Window, said: Said) -> None:
        add = self._book.add_person if said["kind"] == "person" else self._book.add_channel
        id = text_in(said, "id")
        try:
            added = add(text_in(said, "name"))
        except Refusal as refusal:
            window.send(self._questions.refused(id, refusal))
            return
        self._windows.tell_all({"kind": "room", **self._room()})
        window.send({"kind": "answer", "id": id, "reply": "added", "added": added.id, "waiting": []})

    def _room(self) -> Tree:
        return {
            "people": [
                {"id": p.id, "name": p.name, "may_manage": p.may_manage} for p in self._book.people.values()
            ],
            "channels": [{"id": c.id, "name": c.name} for c in self._book.channels.values()],
        }


def _ports_from(port: int) -> range:
    return range(port, port + PORTS_TRIED + 1) if port else range(1)


def _page(path: Path) -> Handler:
    body = path.read_bytes()

    async def answer(_request: web.Request) -> web.StreamResponse:
        return web.Response(body=body, content_type=KINDS[path.suffix], charset="utf-8")

    return answer


async def _write(window: Window, socket: web.WebSocketResponse) -> None:
    """Send what waits for a window, in order; then close it."""
    with suppress(ConnectionError):
        while (frame := await window.frames.get()) is not None:
            await socket.send_str(frame)
    await socket.close()
