"""The operator's files: read as text, written whole or not at all."""

import tempfile
from collections.abc import Iterable
from pathlib import Path


class FileUnusable(Exception):
    """A file cannot be read or written; the message says which and why, for the operator."""


def read_whole(path: Path, *, is_optional: bool = False) -> str:
    """
    Return the text of a file, or nothing where it is optional and not there.

    Raises:
        FileUnusable: It is not there, or it is no text.
    """
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        if is_optional:
            return ""
        raise FileUnusable(f"{path} is not there.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise FileUnusable(f"{path} cannot be read: {error}") from error


def write_whole(folder: Path, name: str, pieces: Iterable[bytes]) -> Path:
    """
    Write a file for its owner only; where writing stops half-way nothing is left behind.

    Raises:
        FileUnusable: There is no room, or no leave to write there.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as scratch:
            path = Path(scratch.name)
            try:
                scratch.writelines(pieces)
                scratch.flush()
                return path.replace(folder / name)
            except BaseException:
                path.unlink()
                raise
    except OSError as error:
        raise FileUnusable(f"{folder / name} cannot be written: {error.strerror or error}.") from error
