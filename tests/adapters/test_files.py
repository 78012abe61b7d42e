"""The operator's files: text in, and out whole or not at all, for nobody but their owner."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.files import FileUnusable, read_whole, write_whole


def test_a_text_is_read_without_the_mark_that_some_programs_put_before_it(tmp_path: Path) -> None:
    """A table saved by a spreadsheet must not have a first column nobody has heard of."""
    (tmp_path / "table.csv").write_bytes("\ufefftopic,größe\r\n".encode())

    assert read_whole(tmp_path / "table.csv") == "topic,größe\r\n"


def test_only_what_is_optional_may_be_missing(tmp_path: Path) -> None:
    """A name mistyped must not pass for an empty file."""
    path = tmp_path / "table.csv"

    assert read_whole(path, is_optional=True) == ""
    with pytest.raises(FileUnusable, match=f"^{path} is not there.$"):
        read_whole(path)


@pytest.mark.parametrize("is_optional", [False, True])
def test_what_is_there_and_is_no_text_is_named(is_optional: bool, tmp_path: Path) -> None:
    """Whoever reads the sentence knows which file to look at, and that it is the contents."""
    (tmp_path / "table.csv").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "folder").mkdir()

    for name in ("table.csv", "folder"):
        with pytest.raises(FileUnusable, match=f"^{tmp_path / name} cannot be read: "):
            read_whole(tmp_path / name, is_optional=is_optional)


def test_a_file_is_written_for_its_owner_only(tmp_path: Path) -> None:
    """What people said to each other is no business of other accounts of the machine."""
    before = os.umask(0o000)
    try:
        path = write_whole(tmp_path / "new" / "folder", "record.md", iter((b"one ", b"two")))
    finally:
        os.umask(before)

    assert path == tmp_path / "new" / "folder" / "record.md"
    assert path.read_bytes() == b"one two"
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_file_that_was_there_is_replaced_as_a_whole(tmp_path: Path) -> None:
    """A long file under a short one would be a record that nobody ever had."""
    (tmp_path / "record.md").write_text("something long that stood here before")

    write_whole(tmp_path, "record.md", (b"short",))

    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("record.md", b"short")]


@pytest.mark.parametrize("error", [ValueError("broken"), KeyboardInterrupt()])
def test_what_breaks_half_way_leaves_nothing(error: BaseException, tmp_path: Path) -> None:
    """Half a record looks like a whole one to whoever opens it; what stood there before stays."""

    def pieces() -> Iterator[bytes]:
        yield b"half" * 100_000
        raise error

    (tmp_path / "record.md").write_bytes(b"the last one")

    with pytest.raises(type(error)):
        write_whole(tmp_path, "record.md", pieces())

    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("record.md", b"the last one")]


def test_a_place_where_nothing_can_be_written_is_named(tmp_path: Path) -> None:
    """A file where the folder should be, a folder where the file should be: a sentence, and no leftovers."""
    (tmp_path / "file").touch()
    (tmp_path / "folder" / "record.md").mkdir(parents=True)

    for folder in ("file", "folder"):
        with pytest.raises(FileUnusable, match=f"^{tmp_path / folder / 'record.md'} cannot be written: "):
            write_whole(tmp_path / folder, "record.md", (b"words",))

    assert [path.name for path in (tmp_path / "folder").iterdir()] == ["record.md"]


def test_a_full_disk_is_named(tmp_path: Path) -> None:
    """The operator is told that there is no room, and makes some; nothing of the file takes up the rest."""

    def pieces() -> Iterator[bytes]:
        yield b"half"
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(FileUnusable, match=r"record\.md cannot be written: No space left on device\.$"):
        write_whole(tmp_path, "record.md", pieces())

    assert list(tmp_path.iterdir()) == []
