"""What must be known after a restart, in one small file: how often it connected, which commands stand."""

import json
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from time import time

FILE_NAME = "discord.json"
A_DAY = 86_400.0
MOST_CONNECTS = 500
"""IDENTIFY in 24 hours; at 1,000 Discord ends all connections and resets the token (D11, R3)."""


@dataclass(slots=True)
class _Notes:
    connects: list[float] = field(default_factory=list)
    commands: str = ""


class Notebook:
    """The file; one that cannot be read is begun anew, since it holds nothing that cannot be had again."""

    def __init__(self, path: Path, now: Callable[[], float] = time) -> None:
        self._path = path
        self._now = now
        self._notes = _read(path)

    def connect(self) -> float:
        """Note that a connection begins; return nought, or how many seconds to wait before it."""
        now = self._now()
        recent = [at for at in self._notes.connects if now - A_DAY < at <= now]
        if len(recent) >= MOST_CONNECTS:
            return recent[0] + A_DAY - now
        self._notes.connects = [*recent, now]
        self._write()
        return 0.0

    @property
    def commands(self) -> str:
        """The fingerprint of the commands that were made known last."""
        return self._notes.commands

    @commands.setter
    def commands(self, fingerprint: str) -> None:
        self._notes.commands = fingerprint
        self._write()

    def _write(self) -> None:
        beside = self._path.with_suffix(".new")
        self._path.parent.mkdir(parents=True, exist_ok=True)
        opened = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(opened, "w", encoding="utf-8") as file:
            json.dump(asdict(self._notes), file)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(self._path)


def _read(path: Path) -> _Notes:
    with suppress(OSError, ValueError, TypeError):
        notes = _Notes(**json.loads(path.read_text(encoding="utf-8")))
        notes.connects = [float(at) for at in notes.connects]
        return notes
    return _Notes()
