"""A copy is made, proved and put back from the command line, as operators do it."""

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.__main__ import app
from bot.composition import begin, opened
from bot.settings import Settings
from storage.database import FILE_NAME


def call(*words: str, at: Path) -> Result:
    """Call a command for the memory in a folder."""
    return CliRunner().invoke(app, words, env={"DATA_DIR": str(at)})


@pytest.fixture
def used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a bot that was started once, far from any `.env`."""
    monkeypatch.chdir(tmp_path)
    with opened(Settings(data_dir=tmp_path / "data"), may_be_new=True) as core:
        begin(core)
    return tmp_path / "data"


def test_a_copy_is_put_back_whole(used: Path, tmp_path: Path) -> None:
    """A copy that nobody has ever put back is a hope."""
    copied = call("backup", str(tmp_path / "copy"), at=used)
    restored = call("restore", str(tmp_path / "copy"), at=tmp_path / "new")
    proved = call("verify", at=tmp_path / "new")

    assert [each.exit_code for each in (copied, restored, proved)] == [0, 0, 0]
    counts = "1 dialogues, 4 people, 5 contributions"
    assert counts in copied.stdout
    assert counts in restored.stdout
    assert "all of them match" in proved.stdout


def test_nothing_is_put_over_what_is_there(used: Path, tmp_path: Path) -> None:
    """Whoever names the wrong folder must not lose what is in it."""
    call("backup", str(tmp_path / "copy"), at=used)

    refused = call("restore", str(tmp_path / "copy"), at=used)

    assert refused.exit_code == 2
    assert "There are dialogues in this memory already" in refused.stderr


def test_a_damaged_copy_leaves_nothing_behind(used: Path, tmp_path: Path) -> None:
    """An empty memory in its place would look as if it had been put back (B28)."""
    call("backup", str(tmp_path / "copy"), at=used)
    cut = tmp_path / "cut"
    cut.write_bytes((tmp_path / "copy").read_bytes()[:100_000])

    refused = call("restore", str(cut), at=tmp_path / "new")

    assert refused.exit_code == 2
    assert "Nothing was restored" in refused.stderr
    assert not (tmp_path / "new" / FILE_NAME).exists()


def test_what_is_up_to_date_is_left_as_it_is(used: Path) -> None:
    """And there is nothing to move without an address."""
    before = (used / FILE_NAME).read_bytes()

    upgraded = call("upgrade", at=used)
    moved = call("move", at=used)

    assert (upgraded.exit_code, moved.exit_code) == (0, 2)
    assert "DATABASE_URL is not set" in moved.stderr
    assert (used / FILE_NAME).read_bytes() == before
