"""Holds the file: one process at a time, and the same file as long as it is open."""

import fcntl
from pathlib import Path
from typing import IO

from bot.errors import StoreUnusable

LOCK_NAME = "counterpoint.lock"


def lock(folder: Path) -> IO[str]:
    """
    Keep other processes away from a folder for as long as what is returned stays open.

    Raises:
        StoreUnusable: The folder cannot be written, or another process is there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        held = (folder / LOCK_NAME).open("a")
    except OSError as error:
        raise StoreUnusable(f"{folder} cannot be written: {error.strerror}.") from error
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        held.close()
        raise StoreUnusable(
            f"Another Counterpoint is running on {folder}. "
            "Stop it first, or name another folder with DATA_DIR."
        ) from error
    return held


class HeldFile:
    """A file that must stay where it is."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._was = _identity(path)

    def require_in_place(self) -> None:
        """
        Let nothing be written into a file that nobody would find again.

        Raises:
            StoreUnusable: It was moved, deleted or replaced.
        """
        if _identity(self._path) != self._was:
            raise StoreUnusable(
                f"{self._path} was moved, deleted or replaced. Nothing is kept until a restart."
            )


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from every other one, whatever it is called."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino
