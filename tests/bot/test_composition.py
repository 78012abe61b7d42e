"""The parts put together: what a start needs, what keeps it back, and that it stops when somebody says so."""

import asyncio
import os
import shutil
import signal
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import pytest
from sqlalchemy import func, select

from adapters.pages import PROMPTS
from adapters.web.app import WebRoom
from bot import composition
from bot.composition import begin, compose, find_faults, opened, serve
from bot.errors import BrokenPrompts, StoreUnusable
from bot.parts import BOOK_NAME, has_somebody_before_it
from bot.settings import Settings, SettingsProblem
from storage.database import FILE_NAME, open_file, open_in_memory
from storage.schema import T
from storage.status import looking_at

SOON = 10.0
"""Seconds in which a bot has stopped after somebody said so."""


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at no settings but those of the test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))


@pytest.fixture
def prompts(tmp_path: Path) -> Path:
    """A copy of the pages, to be spoilt."""
    return Path(shutil.copytree(PROMPTS, tmp_path / "prompts"))


@pytest.fixture
def used(tmp_path: Path) -> Path:
    """The folder of a bot that was started once."""
    with opened(Settings(data_dir=tmp_path / "data"), may_be_new=True) as core:
        begin(core)
    return tmp_path / "data"


def damage(folder: Path) -> None:
    """Overwrite the page on which the words of the group begin."""
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        found = "SELECT rootpage FROM sqlite_master WHERE name = 'revision'"
        (page,) = connection.execute(found).fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with (folder / FILE_NAME).open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)


# --- the words ---


@pytest.mark.parametrize("gone", ["en", "en/library", "en/consent.md"])
def test_words_that_are_missing_are_a_sentence(gone: str, prompts: Path) -> None:
    """Whoever renamed a folder is told which, and not shown the inside of the program."""
    shutil.move(prompts / gone, prompts.parent / "elsewhere")
    database = open_in_memory()

    with pytest.raises(BrokenPrompts, match=f"^{prompts / 'en'}: "):
        compose(database, prompts_folder=prompts)

    database.close()


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("help.ftl", "help-choice = { $x"),
        ("consent.md", "no version"),
        ("library/intentions.md", "no question"),
        ("../sv/consent.md", "no version"),
    ],
)
def test_words_that_cannot_be_read_keep_it_back(page: str, words: str, prompts: Path) -> None:
    """A bot without half of its words would find that out in front of the people."""
    path = prompts / "en" / page
    path.parent.mkdir(exist_ok=True)
    path.write_text(words, encoding="utf-8")
    database = open_in_memory()

    with pytest.raises(BrokenPrompts, match=path.stem):
        compose(database, prompts_folder=prompts)

    database.close()


# --- the memory ---


def test_the_first_start_gets_the_example_and_no_other_does(used: Path) -> None:
    """Somebody new finds something to try; somebody who is at work finds their work."""
    with opened(Settings(data_dir=used), may_be_new=True) as core:
        before = core.store.dialogues()
        begin(core)

        assert core.store.dialogues() == before
        assert [held.is_example for held in before] == [True]


def test_what_must_be_there_is_not_made(tmp_path: Path) -> None:
    """A folder mistyped for an export would otherwise be filled with an example, and that exported."""
    with (
        pytest.raises(StoreUnusable, match="There is nothing in"),
        opened(Settings(data_dir=tmp_path / "typo"), may_be_new=False),
    ):
        pass

    assert not (tmp_path / "typo").exists()


def test_a_damaged_memory_is_not_built_upon(used: Path) -> None:
    """The words that can still be read may be saved; a bot that writes among them makes that harder (F21)."""
    damage(used)
    before = (used / FILE_NAME).read_bytes()

    with (
        pytest.raises(StoreUnusable, match=r"is damaged.*Nothing was changed"),
        opened(Settings(data_dir=used), may_be_new=True),
    ):
        pass

    assert (used / FILE_NAME).read_bytes() == before


def test_a_start_that_fails_leaves_no_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After the page is put right the next start must not say that the bot is running."""

    def fail(_: Path) -> NoReturn:
        raise BrokenPrompts(["a page"])

    with monkeypatch.context() as patched:
        patched.setattr(composition, "read_prompts", fail)
        with pytest.raises(BrokenPrompts), opened(Settings(data_dir=tmp_path), may_be_new=True):
            pass

    open_file(tmp_path).close()


# --- the bot as it runs ---


def stopping(after: int, heard: list[str]) -> Callable[[str], None]:
    """Return what prints into *heard*, and says stop once *after* lines are printed."""

    def say(line: str) -> None:
        heard.append(line)
        if len(heard) == after:
            os.kill(os.getpid(), signal.SIGTERM)

    return say


async def served(folder: Path, say: Callable[[str], None], port: int = 0) -> None:
    """Run the bot on a folder until it stops."""
    settings = Settings(data_dir=folder).model_copy(update={"web_port": port})
    with opened(Settings(data_dir=folder), may_be_new=True) as core:
        await asyncio.wait_for(serve(core, settings, say), SOON)


@pytest.mark.parametrize("after", [1, 2])
async def test_it_says_where_it_is_and_stops_when_told(after: int, used: Path) -> None:
    """Also when somebody says so at the very first line: a service that is stopped while it starts."""
    heard: list[str] = []

    await served(used, stopping(after, heard))

    assert "http://127.0.0.1:" in heard[0]
    assert str(used) in heard[1]
    open_file(used).close()


async def test_while_it_runs_posts_are_carried_and_others_may_look(used: Path) -> None:
    """What the example posted stands in the room soon after the start."""

    def waiting() -> int:
        with looking_at(used) as connection:
            undelivered = select(func.count()).select_from(T.post).where(T.post.c.state == "waiting")
            return int(connection.execute(undelivered).scalar_one())

    def stop_when_done() -> None:
        while waiting():
            time.sleep(0.05)
        os.kill(os.getpid(), signal.SIGINT)

    before = waiting()
    await asyncio.gather(served(used, lambda _: None), asyncio.to_thread(stop_when_done))

    assert before > 0


@pytest.mark.parametrize("error", [OSError("in use"), OverflowError("no such port")])
async def test_a_port_that_cannot_be_had_is_a_sentence(
    error: Exception, used: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The setting is named, and no value of it."""

    async def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(WebRoom, "start", fail)

    with pytest.raises(SettingsProblem, match=r"^WEB_PORT: neither it nor one of the next ports is free\.$"):
        await served(used, lambda _: None)

    open_file(used).close()


async def test_what_the_room_remembers_is_not_thrown_away(used: Path) -> None:
    """Names that somebody typed in are worth more than a start without a question."""
    (used / BOOK_NAME).write_text("{", encoding="utf-8")

    with pytest.raises(StoreUnusable, match=f"{BOOK_NAME} cannot be understood"):
        await served(used, lambda _: None)

    assert (used / BOOK_NAME).read_text(encoding="utf-8") == "{"


# --- the doctor ---


@pytest.fixture
def pages(prompts: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The copy of the pages, which the doctor takes for ours."""
    monkeypatch.setattr(composition, "PROMPTS", prompts)
    return prompts


def test_nothing_is_wrong_before_the_first_start(tmp_path: Path) -> None:
    """The doctor starts nothing and makes nothing."""
    assert list(find_faults()) == []
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_wrong_with_a_bot_that_was_used(used: Path) -> None:
    """Nor while it runs."""
    assert list(find_faults()) == []
    with opened(Settings(data_dir=used), may_be_new=True):
        assert list(find_faults()) == []


def test_everything_that_is_wrong_is_told_at_once(used: Path, pages: Path) -> None:
    """One visit to the doctor, and not one for each thing."""
    damage(used)
    (used / BOOK_NAME).write_text("[]", encoding="utf-8")
    (pages / "en" / "consent.md").write_text("no version", encoding="utf-8")

    found = list(find_faults())

    assert [fault.split()[0] for fault in found] == [BOOK_NAME, str(used / FILE_NAME), "consent.md,"]


def test_the_doctor_names_what_slack_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Half of what Slack needs is told before anything is started."""
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-1-2-a-fake")

    assert [fault.partition(":")[0] for fault in find_faults()] == ["SLACK_APP_TOKEN"]


def test_settings_and_words_are_told_together(monkeypatch: pytest.MonkeyPatch, pages: Path) -> None:
    """Without settings nobody knows which memory to look into; the words can be looked at all the same."""
    monkeypatch.setenv("WEB_PORT", "eight")
    monkeypatch.setenv("LOG_LEVEL", "loud")
    (pages / "en" / "help.ftl").write_text("help-choice = { $x", encoding="utf-8")

    assert [fault.split()[0] for fault in find_faults()] == ["WEB_PORT:", "LOG_LEVEL:", "en/help.ftl,"]


@pytest.mark.parametrize("is_used", [False, True])
def test_what_cannot_be_written_is_named(
    is_used: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The folder, or the one in which it would be made, and the file: the path and what to look at (F18)."""
    folder = tmp_path / "data"
    if is_used:
        open_file(folder).close()
    monkeypatch.setattr(os, "access", lambda *_: False)

    expected = [folder, folder / FILE_NAME] if is_used else [tmp_path]
    assert list(find_faults()) == [f"{path} cannot be written. Who may write there?" for path in expected]


@pytest.mark.parametrize(
    ("is_terminal", "platform", "environment", "has"),
    [
        (True, "linux", {"DISPLAY": ":0"}, True),
        (True, "linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        (True, "darwin", {}, True),
        (True, "linux", {}, False),
        (False, "darwin", {"DISPLAY": ":0"}, False),
    ],
)
def test_a_page_opens_by_itself_only_where_somebody_sees_it(
    is_terminal: bool, platform: str, environment: dict[str, str], has: bool
) -> None:
    """On a server a browser in the terminal would stand in the way."""
    assert has_somebody_before_it(is_terminal, platform, environment) is has
