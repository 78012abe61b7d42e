"""A wire between a bot and its PostgreSQL server that can be cut, before a word arrives or its answer."""

import selectors
import socket
import tempfile
import threading
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Self

SOCKET = ".s.PGSQL.5432"
PIECE = 65536


class Cut(StrEnum):
    """When the wire is cut at a word."""

    BEFORE = "the word does not arrive"
    AFTER = "the word arrives, and its answer does not"


class Wire:
    """Carries everything both ways until it is told to cut."""

    def __init__(self, server: Path) -> None:
        self._server = str(server / SOCKET)
        self._folder = tempfile.TemporaryDirectory(prefix="wire-")
        self.folder = Path(self._folder.name)
        self._listener = socket.socket(socket.AF_UNIX)
        self._at: bytes | None = None
        self._cut = Cut.BEFORE
        self._is_down = False
        self.cuts = 0

    def __enter__(self) -> Self:
        self._listener.bind(str(self.folder / SOCKET))
        self._listener.listen()
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_down = True
        self._listener.close()
        self._folder.cleanup()

    def cut_at(self, word: bytes, cut: Cut) -> None:
        """Cut once, when the bot next says this word."""
        self._at, self._cut = word, cut

    def go_down(self) -> None:
        """Let nobody through from now on."""
        self._is_down = True

    def come_up(self) -> None:
        """Let everybody through again."""
        self._is_down = False

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                bot, _ = self._listener.accept()
                threading.Thread(target=self._carry, args=(bot,), daemon=True).start()

    def _carry(self, bot: socket.socket) -> None:
        with bot, socket.socket(socket.AF_UNIX) as server, selectors.DefaultSelector() as both:
            server.connect(self._server)
            both.register(bot, selectors.EVENT_READ, server)
            both.register(server, selectors.EVENT_READ, bot)
            with suppress(OSError):
                while all(self._pass_on(key.fileobj, key.data) for key, _ in both.select(0.05) or ()):  # type: ignore[arg-type]
                    if self._is_down:
                        return

    def _pass_on(self, source: socket.socket, target: socket.socket) -> bool:
        """Pass a piece on; return whether the wire still holds."""
        piece = source.recv(PIECE)
        is_cut = self._at is not None and self._at in piece
        if is_cut:
            self._at = None
            self.cuts += 1
        if piece and not (is_cut and self._cut is Cut.BEFORE):
            target.sendall(piece)
        if is_cut and self._cut is Cut.AFTER:
            target.recv(1)  # the server has done it
        return bool(piece) and not is_cut
