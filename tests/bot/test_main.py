"""The command line, called as people call it: what each word does, says and ends with."""

import io
import json
import logging
import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit

import pytest
from typer.testing import CliRunner, Result

from adapters.logs import OURS
from adapters.pages import PROMPTS, read_prompts
from adapters.web.door import PROTOCOL
from bot.__main__ import VERSION, app
from bot.actions.export import KINDS
from bot.composition import begin, opened
from bot.dialogue.tickets import Action
from bot.parts import BOOK_NAME
from bot.settings import Settings
from bot.speech.effects import FileKind
from storage.database import FILE_NAME
from storage.ledger import read_chain
from storage.status import looking_at

ROOT = PROMPTS.parent
COMMANDS = ("run", "talk", "check", "doctor", "status", "verify", "export", "rehearse")
IN_TIME = 10.0
"""Seconds in which the bot has stopped (12.6)."""
PATIENCE = 40.0
"""Seconds in which it has started, also on a machine that does a lot else."""


@pytest.fixture(autouse=True)
def _alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at no settings but those of the test."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATA_DIR", str(tmp_path / "data"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


@pytest.fixture(autouse=True)
def _logging_as_before() -> Iterator[None]:
    """Put back what the commands set for a whole process."""
    loggers = [logging.getLogger(), *(logging.getLogger(name) for name in OURS)]
    before = [(logger, logger.handlers[:], logger.level) for logger in loggers]
    hooks = sys.excepthook, threading.excepthook, logging.raiseExceptions
    yield
    for logger, handlers, level in before:
        logger.handlers[:] = handlers
        logger.setLevel(level)
    sys.excepthook, threading.excepthook, logging.raiseExceptions = hooks


@pytest.fixture
def used(tmp_path: Path) -> Path:
    """The folder of a bot that was started once."""
    with opened(Settings(data_dir=tmp_path / "data"), may_be_new=True) as core:
        begin(core)
    return tmp_path / "data"


def call(*words: str) -> Result:
    """Call a command in this process."""
    return CliRunner().invoke(app, words)


def call_alone(*words: str, given: str = "", **settings: str) -> subprocess.CompletedProcess[str]:
    """Call a command as a program of its own."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *words], input=given, capture_output=True, text=True, check=False,
        timeout=PATIENCE, env=os.environ | settings,
    )  # fmt: skip


def id_in(folder: Path) -> str:
    """Return the id of the only dialogue there is."""
    with looking_at(folder) as connection:
        return str(connection.exec_driver_sql("SELECT id FROM dialogue").scalar_one())


# --- run ---


@contextmanager
def running(folder: Path, **settings: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start the bot; return its process and its address once it has printed that."""
    with (folder.parent / "errors").open("w") as errors:
        bot = subprocess.Popen(
            [sys.executable, "-m", "bot", "run"], stdout=subprocess.PIPE, stderr=errors, text=True,
            env=os.environ | {"DATA_DIR": str(folder), "WEB_PORT": str(free_port())} | settings,
        )  # fmt: skip
    with bot:
        try:
            assert bot.stdout is not None
            lines = iter(bot.stdout.readline, "")
            address = next((line.strip() for line in lines if "http://" in line), "")
            assert address, (folder.parent / "errors").read_text()
            yield bot, address
        finally:
            if bot.poll() is None:
                bot.kill()


def free_port() -> int:
    """Return a port that nobody uses right now."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def stop(bot: subprocess.Popen[str], how: signal.Signals = signal.SIGTERM) -> int:
    """Say stop, and return the exit code."""
    bot.send_signal(how)
    return bot.wait(IN_TIME)


def socket_at(address: str) -> socket.socket:
    """Open a window of the room, as its page does."""
    host, token = urlsplit(address).netloc, urlsplit(address).fragment
    opened_socket = socket.create_connection(
        (urlsplit(address).hostname or "", urlsplit(address).port or 0), 5
    )
    head = (
        f"GET /socket HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nConnection: Upgrade\r\n"
        f"Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {'A' * 22}==\r\n"
        f"Sec-WebSocket-Protocol: {PROTOCOL}, {token}\r\n\r\n"
    )
    opened_socket.sendall(head.encode())
    assert opened_socket.recv(4096).startswith(b"HTTP/1.1 101")
    return opened_socket


def test_it_starts_without_anything_set_answers_here_and_stops_when_told(tmp_path: Path) -> None:
    """The whole way of `make run`, with a window open: an address, a page, a lock, and an end in time."""
    folder = tmp_path / "data"

    with running(folder) as (bot, address):
        page = urllib.request.urlopen(address, timeout=5)  # noqa: S310 - our own address
        assert (page.status, page.headers.get_content_type()) == (200, "text/html")
        assert urlsplit(address).hostname == "127.0.0.1"
        with pytest.raises((ConnectionRefusedError, TimeoutError)):
            socket.create_connection(("127.0.0.2", urlsplit(address).port or 0), 5)
        with pytest.raises(HTTPError, match="403"):
            urllib.request.urlopen(address.replace("/#", "/door#"), timeout=5)  # noqa: S310 - as above

        second = call("run")
        looks = [call("status"), call("verify"), call("doctor")]
        export = call("export", "--out", str(tmp_path / "out"))
        with socket_at(address):
            assert stop(bot) == 0

    for refused in (second, export):
        assert refused.exit_code == 2
        assert refused.stderr.startswith(f"Another Counterpoint is running on {folder}. Stop it first")
    assert [look.exit_code for look in looks] == [0, 0, 0]
    assert "Dialogues: 1, open: 1." in looks[0].stdout
    assert "Example: Saturdays at the library" in looks[1].stdout
    assert not (tmp_path / "out").exists()
    assert (tmp_path / "errors").read_text() == ""


def test_it_starts_again_on_what_it_left(used: Path) -> None:
    """Stopped by Ctrl+C this time; the same dialogue is there, and no second example."""
    before = id_in(used)

    with running(used) as (bot, _):
        assert stop(bot, signal.SIGINT) == 0

    assert id_in(used) == before


def test_it_starts_again_after_it_was_killed(used: Path) -> None:
    """A power cut leaves a lock file and a journal, and neither may keep it from starting."""
    with running(used) as (bot, _):
        assert stop(bot, signal.SIGKILL) == -signal.SIGKILL

    assert call("verify").exit_code == 0
    with running(used) as (bot, _):
        assert stop(bot) == 0


def test_a_port_that_is_taken_is_left_to_whoever_has_it(used: Path) -> None:
    """The next one is taken, and the address says which; at the last port there is no next one."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with running(used, WEB_PORT=str(port)) as (bot, address):
            assert stop(bot) == 0

    assert urlsplit(address).port in range(port + 1, port + 21)


def test_what_keeps_it_from_starting_is_said_in_plain_words(
    used: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settings, the room's own file, the database: each a sentence, exit code 2, and no traceback."""
    said = []
    with monkeypatch.context() as patched:
        patched.setenv("WEB_PORT", "eight")
        patched.setenv("TIMEZONE", "Mars/Olympus")
        said.append(call("run"))
    (used / BOOK_NAME).write_text("{", encoding="utf-8")
    said.append(call("run"))
    (used / FILE_NAME).write_bytes(b"no database at all" * 9)
    said.append(call("run"))

    assert [result.exit_code for result in said] == [2, 2, 2]
    assert [len(result.stderr.splitlines()) for result in said] == [2, 1, 1]
    assert [result.stderr.split()[0] for result in said] == ["WEB_PORT:", BOOK_NAME, str(used / FILE_NAME)]


def test_a_fault_of_ours_is_told_without_what_it_says(used: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Even the last line of a program that breaks must not hold what somebody wrote."""
    (used.parent / "sitecustomize.py").write_text(
        "import bot.composition as it\ndef begin(core): raise ValueError('a canary')\nit.begin = begin\n"
    )
    monkeypatch.setenv("PYTHONPATH", f"{used.parent}{os.pathsep}{ROOT}")

    broken = call_alone("run")

    assert broken.returncode == 1
    assert json.loads(broken.stderr)["error"] == "ValueError"
    assert "canary" not in broken.stdout + broken.stderr


# --- what is asked first ---


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["status", "--help"], ["nonsense"]])
def test_what_is_asked_first_is_answered_before_anything_heavy_is_loaded(words: list[str]) -> None:
    """Help that takes seconds is not asked for twice."""
    program = (
        "import sys, runpy\nsys.argv = ['counterpoint', *sys.argv[1:]]\n"
        "try:\n    runpy.run_module('bot', run_name='__main__')\n"
        "finally:\n    print([name for name in ('sqlalchemy', 'aiohttp', 'babel', 'bot.engine')"
        " if name in sys.modules])"
    )

    asked = subprocess.run(
        [sys.executable, "-c", program, *words], capture_output=True, text=True, check=False, timeout=PATIENCE
    )

    assert asked.stdout.splitlines()[-1] == "[]"


def test_the_version_is_the_one_of_the_project() -> None:
    """Whoever reports a fault names it; two numbers would be none."""
    asked = call_alone("--version")

    assert (asked.stdout, asked.stderr, asked.returncode) == (f"{VERSION}\n", "", 0)
    assert f'version = "{VERSION}"' in (ROOT / "pyproject.toml").read_text(encoding="utf-8")


def test_help_names_every_command_and_every_format() -> None:
    """What help does not name is not found."""
    listed, formats = call("--help"), call("export", "--help")

    assert [word for word in COMMANDS if word not in listed.output] == []
    assert [kind for kind in KINDS if kind not in formats.output] == []


def test_every_command_stands_in_the_front_page() -> None:
    """The page one reads first lists what can be typed."""
    page = (ROOT / "README.md").read_text(encoding="utf-8")

    assert [word for word in COMMANDS if f"-m bot {word}" not in page] == []


# --- talk ---


def test_talking_ends_with_the_input_and_leaves_nothing() -> None:
    """A pipe that ends, or that never held anything: no complaint, and no file of it anywhere."""
    said = call_alone("talk", given="/dialogue help\n:as ben\n")
    silent = call_alone("talk")

    assert [(each.returncode, each.stderr) for each in (said, silent)] == [(0, ""), (0, "")]
    assert "You are Ben now." in said.stdout
    assert list(Path.cwd().iterdir()) == []


# --- words that are broken ---


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the house whose pages can be spoilt."""
    for room in ("bot", "adapters", "storage", "prompts"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    for name in ("COVERAGE_PROCESS_CONFIG", "COVERAGE_PROCESS_START"):
        monkeypatch.delenv(name, raising=False)  # what runs there is a copy
    return tmp_path


def test_our_own_words_are_in_order() -> None:
    """What `make check` asks before every commit."""
    checked = call("check", "prompts")

    assert (checked.exit_code, checked.stderr) == (0, "")
    assert checked.stdout.splitlines()[-1] == "The prompts are in order."


def test_what_is_not_translated_yet_is_a_note_and_no_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    """A translation grows; until it is whole, English stands in, and the bot starts."""
    prompts = read_prompts()
    begun = {**prompts.phrases, "sv": {"help": "help-choice = Vad jag kan\n"}}
    monkeypatch.setattr("adapters.pages.read_prompts", lambda: replace(prompts, phrases=begun))

    checked = call("check", "prompts")

    assert (checked.exit_code, checked.stderr) == (0, "")
    assert "Note: sv: general-sorry is not translated yet" in checked.stdout.splitlines()


def test_a_broken_page_is_named_with_its_line_everywhere(house: Path) -> None:
    """Whoever edits words without programming sees where, and no command shows them a traceback."""
    page = house / "prompts" / "en" / "help.ftl"
    lines = len(page.read_text(encoding="utf-8").splitlines())
    with page.open("a", encoding="utf-8") as opened_page:
        opened_page.write("help-broken = { $x and\n")

    said = {word: call_alone(*word.split()) for word in ("check prompts", "doctor", "run", "talk")}

    codes = {word: each.returncode for word, each in said.items()}
    assert codes == {"check prompts": 1, "doctor": 1, "run": 2, "talk": 2}
    for each in said.values():
        assert each.stderr.startswith(f"en/help.ftl, line {lines + 1}: ")
        assert len(each.stderr.splitlines()) == 1
    assert "1 problem." in said["doctor"].stdout


def test_pages_that_are_gone_are_named(house: Path) -> None:
    """A folder put elsewhere is a sentence, too."""
    shutil.move(house / "prompts", house / "elsewhere")

    said = [call_alone("check", "prompts"), call_alone("doctor")]

    assert [each.returncode for each in said] == [2, 1]
    assert [each.stderr for each in said] == [f"{house / 'prompts'}: there is no such folder\n"] * 2


# --- doctor ---


def test_the_doctor_finds_nothing_wrong_here(used: Path) -> None:
    """Before the first start, and after it."""
    after = call("doctor")
    shutil.rmtree(used)
    before = call("doctor")

    for each in (before, after):
        assert (each.exit_code, each.stderr) == (0, "")
        assert each.stdout == "Everything is in order. Start with: make run\n"
    assert not used.exists()


def test_the_doctor_tells_all_that_is_wrong_and_ends_with_one(
    used: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A script that starts the bot can ask the doctor first."""
    (used / FILE_NAME).write_bytes(b"no database at all" * 9)
    (used / BOOK_NAME).write_text("{", encoding="utf-8")
    damaged = call("doctor")
    for name, value in (("LOG_LEVEL", "loud"), ("SLACK_BOT_TOKEN", "made-up"), ("WEB_PORT", "0")):
        monkeypatch.setenv(name, value)
    unset = call("doctor")

    assert [each.exit_code for each in (damaged, unset)] == [1, 1]
    assert damaged.stdout == "2 problems.\n"
    assert [line.split()[0] for line in damaged.stderr.splitlines()] == [BOOK_NAME, str(used / FILE_NAME)]
    assert unset.stdout == "3 problems.\n"
    named = [line.partition(":")[0] for line in unset.stderr.splitlines()]
    assert named == ["WEB_PORT", "SLACK_BOT_TOKEN", "LOG_LEVEL"]


# --- status and verify ---


@pytest.mark.parametrize("word", ["status", "verify", "export --out out"])
def test_where_nothing_is_yet_that_is_said(word: str, tmp_path: Path) -> None:
    """And nothing is made: most often the folder was mistyped."""
    asked = call(*word.split())

    assert (asked.exit_code, asked.stdout) == (2, "")
    assert asked.stderr.startswith(f"There is nothing in {tmp_path / 'data'} yet.")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("word", ["status", "verify", "export --out out"])
def test_settings_that_do_not_fit_are_all_named(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every command reads the same settings, and says the same about them."""
    monkeypatch.setenv("WEB_PORT", "eight")
    monkeypatch.setenv("LOG_LEVEL", "loud")

    asked = call(*word.split())

    assert asked.exit_code == 2
    assert [line.partition(":")[0] for line in asked.stderr.splitlines()] == ["WEB_PORT", "LOG_LEVEL"]


def test_a_memory_without_a_dialogue_has_nothing_to_prove(tmp_path: Path) -> None:
    """Silence would leave it open whether anything was looked at."""
    with opened(Settings(data_dir=tmp_path / "data"), may_be_new=True):
        pass

    asked = call("verify")

    assert (asked.exit_code, asked.stdout) == (0, "There is no dialogue yet.\n")


def test_a_text_changed_behind_its_back_is_named(used: Path) -> None:
    """The dialogue, the entry, what it is about; and an exit code that a script can see (C6)."""
    whole = call("verify")
    with closing(sqlite3.connect(used / FILE_NAME)) as connection, connection:
        for (trigger,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f"DROP TRIGGER {trigger}")
        changed = "UPDATE revision SET body = replace(body, 'stairs', 'lift') WHERE body LIKE '%stairs%'"
        assert connection.execute(changed).rowcount == 1
        (id,) = connection.execute("SELECT id FROM revision WHERE body LIKE '%front of the lift%'").fetchone()
        (number,) = connection.execute("SELECT number FROM ledger WHERE id = ?", (id,)).fetchone()

    found = call("verify")

    assert (whole.exit_code, found.exit_code) == (0, 1)
    name = f"Example: Saturdays at the library ({id_in(used)})"
    assert found.stdout.startswith(f"{name}: ")
    assert f"entry {number} does not match: the text or salt of a contribution." in found.stdout


# --- export ---


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_written_where_one_asked_and_noted(kind: FileKind, used: Path, tmp_path: Path) -> None:
    """The path is printed, the file is its owner's only, and the ledger knows."""
    asked = call("export", "--out", str(tmp_path / "out"), "--dialogue", id_in(used), "--kind", kind)

    (path,) = (tmp_path / "out").iterdir()
    assert (asked.exit_code, asked.stdout, asked.stderr) == (0, f"{path}\n", "")
    assert path.name.endswith(f"-{id_in(used)[:6]}.{kind}")
    assert path.stat().st_mode & 0o777 == 0o600
    body = path.read_bytes()
    if kind is FileKind.POLIS:
        body = zipfile.ZipFile(io.BytesIO(body)).read("comments.csv")
    assert body
    with looking_at(used) as connection:
        noted = read_chain(connection, id_in(used))[-1]
    assert (noted.action, noted.target, noted.actor) == (Action.EXPORT, kind, "")


def test_all_dialogues_are_written_as_pages_if_nothing_else_is_asked(used: Path, tmp_path: Path) -> None:
    """The shortest command is the one that is wanted most."""
    asked = call("export", "--out", str(tmp_path / "out"))

    assert asked.exit_code == 0
    assert [path.suffix for path in (tmp_path / "out").iterdir()] == [".html"]
    assert call("verify").exit_code == 0
    assert id_in(used)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--dialogue", "nobody"], "There is no such dialogue. `python -m bot status` lists them."),
        (["--dialogue", "-nobody"], "There is no such dialogue."),
        (["--kind", "pdf"], "There is no format pdf. There are: md, html, csv, json, polis.zip."),
        (["--kind", "mydata.json"], "There is no format mydata.json."),
    ],
)
def test_what_does_not_exist_is_said_and_nothing_is_written(
    words: list[str], said: str, used: Path, tmp_path: Path
) -> None:
    """A copy of one member's own data is for that member, and no format of the record."""
    with looking_at(used) as connection:
        before = read_chain(connection, id_in(used))

    asked = call("export", "--out", str(tmp_path / "out"), *words)

    assert (asked.exit_code, asked.stdout) == (2, "")
    assert asked.stderr.startswith(said)
    assert not (tmp_path / "out").exists()
    with looking_at(used) as connection:
        assert read_chain(connection, id_in(used)) == before


def test_a_conversation_without_a_statement_is_not_rehearsed(tmp_path: Path) -> None:
    """Empty exports would look as if everything had gone well."""
    header = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body\n"
    (tmp_path / "comments.csv").write_text(header)
    (tmp_path / "votes.csv").write_text("timestamp,datetime,comment-id,voter-id,vote\n")

    asked = call("rehearse", str(tmp_path), "--out", str(tmp_path / "out"))

    assert (asked.exit_code, asked.stderr) == (2, f"There is no statement to play in {tmp_path}.\n")
    assert not (tmp_path / "out").exists()


def test_a_place_where_nothing_can_be_written_is_said(used: Path, tmp_path: Path) -> None:
    """A file where the folder should be."""
    (tmp_path / "out").touch()

    asked = call("export", "--out", str(tmp_path / "out"))

    assert asked.exit_code == 2
    assert asked.stderr.startswith(f"{tmp_path / 'out'}/counterpoint-")
    assert call("verify").exit_code == 0
    assert id_in(used)
