"""A platform for several bots in processes of their own: it remembers in which order everybody saw what."""

import asyncio
import json
import random
import socket
import tempfile
import threading
from contextlib import suppress
from pathlib import Path
from typing import Self

LONGEST = 4096


class FakePlatform:
    """Takes posts over a socket, and loses the answer to some of them."""

    def __init__(self, chance: random.Random, lost: float) -> None:
        self.seen: list[tuple[str, str]] = []
        """Place and post, in the order in which they appeared."""
        self.lost = 0
        self._chance = chance
        self._share_lost = lost
        self._names: dict[str, str] = {}
        self._turn = threading.Lock()
        self._folder = tempfile.TemporaryDirectory(prefix="platform-")
        self.path = Path(self._folder.name) / "socket"
        self._listener = socket.socket(socket.AF_UNIX)

    def __enter__(self) -> Self:
        self._listener.bind(str(self.path))
        self._listener.listen(128)
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._listener.close()
        self._folder.cleanup()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                bot, _ = self._listener.accept()
                threading.Thread(target=self._serve, args=(bot,), daemon=True).start()

    def _serve(self, bot: socket.socket) -> None:
        with bot, suppress(OSError):
            while line := bot.recv(LONGEST):
                bot.sendall(json.dumps(self._answer(*json.loads(line))).encode())

    def _answer(self, what: str, post: str, place: str = "") -> str:
        with self._turn:
            if what == "look":
                return self._names.get(post, "")
            self.seen.append((place, post))
            self._names[post] = f"remote {len(self.seen)}"
            if self._chance.random() < self._share_lost:
                self.lost += 1
                return ""
            return self._names[post]


async def ask(platform: Path, *words: str) -> str:
    """Ask the platform for something, over a connection of its own."""
    reader, writer = await asyncio.open_unix_connection(str(platform))
    writer.write(json.dumps(words).encode())
    answer = await reader.read(LONGEST)
    writer.close()
    return str(json.loads(answer))
