"""The log: JSON lines that say what happened and to which id, and never what anybody wrote."""

import asyncio
import gc
import json
import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import pytest

from adapters.courier import Courier
from adapters.logs import HIDDEN, OURS, begin_logging
from adapters.pacer import UNHURRIED
from adapters.scribe import Scribe
from bot.acts import ACTS
from bot.dialogue.tickets import Action, Ticket
from storage.database import open_in_memory
from tests.fakes.group import Group, key_of
from tests.people import HERE

CANARY = "a canary that only a member would write"
LIBRARIES = (
    "aiohttp.access", "aiohttp.server", "alembic", "apscheduler.scheduler", "asyncio", "discord.gateway",
    "discord.http", "markdown_it.rules_block", "slack_bolt.App", "slack_sdk.web", "sqlalchemy.engine.Engine",
    "sqlalchemy.pool", "a_library_nobody_thought_of",
)  # fmt: skip
LEVELS = ("debug", "info", "warning", "error", "critical")
NUMBERS = tuple(logging.getLevelNamesMapping()[level.upper()] for level in LEVELS)
# Made up, and put together here, so that no search for leaked secrets takes this page for one.
TOKENS = {
    "Slack, a bot": "xo" + "xb-123456789012-abcDEF",
    "Slack, a person": "xo" + "xp-123456789012-abcDEF",
    "Slack, to renew": "xo" + "xe-1-AbCdEfGhIjKl",
    "Slack, renewed": "xo" + "xe.xo" + "xb-1-MDRxLTEtTVRj",
    "Slack, an app": "xa" + "pp-1-A0123456789-1234567890-0123abcdef",
    "Slack, an incoming hook": "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXX",
    "Slack, an answer": "https://hooks.slack.com/commands/T00000000/123456/abcdefgh",
    "Discord, a bot": "M" + "TE4NDIxNzE1NTQxMDIyNzIw" + ".GabcDE." + "x" * 38,
    "Discord, a hook": "https://discord.com/api/webhooks/1234567890/aw3_Token-of-a-hook",
    "Discord, an answer": "/api/v10/interactions/1234567890/aW50ZXJhY3Rpb24.token/callback",
    "PostgreSQL": "postgresql://counterpoint:pass/wo@rd@db.example/counterpoint",
    "a database without a name": "redis://:password@db.example:6379",
    "a header": "Authorization: Bearer abc.DEF-123",
    "a query": "GET /?token=abcDEF123&next=1",
    "a password": "host=db.example password=abcDEF123 user=me",
    "the room, or a key": "0aB-" + "x_9" * 13,
    "a key with its end": "0aB-" + "x_9" * 13 + "=",
}
SECRET_PARTS = (
    "abcDEF", "AbCdEf", "MDRx", "0123abcdef", "XXXX", "abcdefgh", "xxxx", "Token-of", "aW50", "pass/",
    "wo@rd", ":password@", "DEF-123", "x_9",
)  # fmt: skip


@pytest.fixture(autouse=True)
def _logging_as_before() -> Iterator[None]:
    """Put back what `begin_logging` sets for a whole process."""
    root = logging.getLogger()
    loggers = {name: logging.getLogger(name) for name in (*OURS, *LIBRARIES)}
    before = root.handlers[:], root.level, {name: logger.level for name, logger in loggers.items()}
    hooks = sys.excepthook, threading.excepthook, logging.raiseExceptions
    yield
    root.handlers[:], root.level = before[0], before[1]
    for name, logger in loggers.items():
        logger.setLevel(before[2][name])
    sys.excepthook, threading.excepthook, logging.raiseExceptions = hooks


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    """Return the lines of the log; each must be JSON."""
    captured = capsys.readouterr()
    assert captured.out == ""
    return [json.loads(line) for line in captured.err.splitlines()]


def test_a_line_is_one_object_with_a_moment_a_level_and_a_sentence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Whoever searches the log for a reference finds the line whole, even if something in it breaks lines."""
    begin_logging("info")

    logging.getLogger("adapters.courier").warning(
        "Post %s not delivered: %s", "p1", "two\nlines \x1b[31m\u2028"
    )

    (line,) = lines(capsys)
    assert line.pop("timestamp").endswith("Z")
    assert line == {
        "event": "Post p1 not delivered: two\nlines \x1b[31m\u2028",
        "level": "warning",
        "logger": "adapters.courier",
    }


def test_control_characters_do_not_reach_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    """A log that is read in a terminal must not be able to steer it."""
    begin_logging("info")

    logging.getLogger("bot").warning("steer \x1b[2J \x07 \u202e \u2028 and\nbreak")

    assert capsys.readouterr().err.rstrip("\n").isprintable()


@pytest.mark.parametrize("shape", TOKENS)
def test_no_token_is_ever_shown(shape: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever reads a log can read nothing else with it (A10)."""
    begin_logging("debug")
    for name in (*OURS, "bot.engine", "storage.sql", *LIBRARIES):
        logger = logging.getLogger(name)
        logger.setLevel(logging.DEBUG)
        for level in NUMBERS:
            logger.log(level, "before %s after", TOKENS[shape])
            logger.log(level, f"before {TOKENS[shape]} after")  # noqa: G004 - written that way, too

    written = capsys.readouterr().err
    assert [part for part in SECRET_PARTS if part in written] == []
    assert written.count(HIDDEN) >= 2 * len(NUMBERS) * (len(OURS) + 2)


def test_what_is_no_token_stays_readable(capsys: pytest.CaptureFixture[str]) -> None:
    """Ids, addresses and heads of chains are what an operator searches for."""
    begin_logging("debug")
    plain = (
        f"{'aB3-_' * 4}xy http://127.0.0.1:8765/ 2026-05-04T12:00:00 {'0f' * 32} a.b.c foo-bar x@y.example"
    )

    logging.getLogger("bot").info(plain)

    assert [line["event"] for line in lines(capsys)] == [plain]


def test_a_secret_is_hidden_by_its_value_too(capsys: pytest.CaptureFixture[str]) -> None:
    """A signing secret looks like any other number; it is known, so it is hidden wherever it stands."""
    begin_logging("debug", ["", "0123456789abcdef", "0123456789abcdef-and-more"])

    logging.getLogger("bot").info("one 0123456789abcdef, two %s", "0123456789abcdef-and-more")

    assert [line["event"] for line in lines(capsys)] == [f"one {HIDDEN}, two {HIDDEN}"]


@pytest.mark.parametrize("level", ["debug", "info", "warning", "error"])
def test_a_level_is_for_our_own_lines(level: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Asking for more must not open the libraries, some of which log whole messages below WARNING."""
    begin_logging(level)
    wanted = LEVELS[LEVELS.index(level) :]

    for name in (*OURS, *LIBRARIES):
        for number in NUMBERS:
            logging.getLogger(name).log(number, "something %s", "happened")

    ours = {(name, each) for name in OURS for each in wanted}
    theirs = {(name, each) for name in LIBRARIES for each in wanted if each not in ("debug", "info")}
    assert {(line["logger"], line["level"]) for line in lines(capsys)} == ours | theirs


@pytest.mark.parametrize("name", LIBRARIES)
def test_a_library_that_turns_itself_up_is_still_kept_quiet(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """One switch of a library (SQLAlchemy's `echo`) would put every word into the log."""
    begin_logging("debug")
    logger = logging.getLogger(name)
    logger.setLevel(logging.DEBUG)

    for number in NUMBERS:
        logger.log(number, "INSERT %s", CANARY)
        logger.log(number, CANARY)

    told = lines(capsys)
    assert CANARY not in json.dumps(told)
    assert [line["level"] for line in told] == [
        "warning",
        "warning",
        "error",
        "error",
        "critical",
        "critical",
    ]
    assert told[0]["event"] == "INSERT %s"
    assert told[1]["event"].startswith("test_logs.py:")


def test_what_asyncio_says_about_a_lost_error_holds_no_words(capsys: pytest.CaptureFixture[str]) -> None:
    """Its own sentence shows the error and the values of the call, and both may be a member's words."""
    begin_logging("debug")

    async def fail() -> None:
        raise ValueError(CANARY)

    async def play() -> None:
        lost = asyncio.create_task(fail())
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        assert lost.done()
        del lost
        gc.collect()
        asyncio.get_running_loop().call_soon(lambda words: [][len(words)], CANARY)
        await asyncio.sleep(0)

    asyncio.run(play())

    told = lines(capsys)
    assert CANARY not in json.dumps(told)
    assert [(line["logger"], line["error"]) for line in told] == [
        ("asyncio", "ValueError"),
        ("asyncio", "IndexError"),
    ]


def test_an_error_is_told_by_its_kind_and_place(capsys: pytest.CaptureFixture[str]) -> None:
    """That is what mends it; its message may quote what somebody wrote, also one from further below."""
    begin_logging("debug")

    def below() -> None:
        raise KeyError(CANARY)

    def above() -> None:
        try:
            below()
        except KeyError as error:
            raise ValueError(CANARY) from error

    try:
        above()
    except ValueError:
        logging.getLogger("adapters.scribe").exception("Event %s failed", "e1")
        logging.getLogger("slack_bolt").exception(CANARY, stack_info=True)

    told = lines(capsys)
    assert CANARY not in json.dumps(told)
    assert [line["error"] for line in told] == ["ValueError", "ValueError"]
    where = told[0]["where"]
    assert [place.partition(" ")[2] for place in where] == [
        "test_an_error_is_told_by_its_kind_and_place",
        "above",
    ]
    assert all(place.startswith("test_logs.py:") for place in where)


def test_a_line_without_an_error_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    """`exception` outside of one is a slip, and must not become another."""
    begin_logging("debug")

    logging.getLogger("bot").error("nothing was raised", exc_info=True)  # noqa: LOG014 - the slip that is tried

    assert [set(line) for line in lines(capsys)] == [{"event", "level", "logger", "timestamp"}]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [("%d of them", (CANARY,)), ("%s and %s", (CANARY,)), ("%(other)s", ({"a": CANARY},))],
)
def test_a_line_that_does_not_fit_its_values_is_told_with_the_gap(
    sentence: str, values: tuple[object, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    """Python would print the values beside a complaint, and values may be words."""
    begin_logging("debug")

    logging.getLogger("bot").info(sentence, *values)

    assert [line["event"] for line in lines(capsys)] == [sentence]


def test_a_line_that_cannot_be_written_at_all_prints_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """As above, where not even the sentence can be had."""

    class Unspeakable:
        def __str__(self) -> str:
            raise RuntimeError(CANARY)

    begin_logging("debug")

    logging.getLogger("bot").info("it is %s", Unspeakable())

    assert lines(capsys) == []


@pytest.mark.parametrize("is_in_thread", [False, True])
def test_a_fault_that_stops_the_program_shows_no_words(is_in_thread: bool, tmp_path: Path) -> None:
    """Python's own last message would be the message of the error."""
    call = "threading.Thread(target=fail).start()" if is_in_thread else "fail()"
    (tmp_path / "program.py").write_text(
        "import threading\nfrom adapters.logs import begin_logging\nbegin_logging('info')\n"
        f"def fail(): raise ValueError({CANARY!r})\n{call}\n"
    )

    ended = subprocess.run(
        [sys.executable, str(tmp_path / "program.py")], capture_output=True, text=True, check=False,
        env={"PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip

    (line,) = (json.loads(each) for each in ended.stderr.splitlines())
    assert (line["level"], line["error"], line["where"][-1]) == (
        "critical",
        "ValueError",
        "program.py:4 fail",
    )
    assert ended.returncode == (0 if is_in_thread else 1)
    assert CANARY not in ended.stdout + ended.stderr


def test_somebody_who_stops_it_by_hand_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    """Ctrl+C is not to be searched for in the log."""
    begin_logging("debug")

    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert lines(capsys) == []


@pytest.fixture
def group() -> Iterator[Group]:
    """Ada and Ben with an open question."""
    made = Group(open_in_memory())
    yield made
    made.close()


async def test_words_do_not_reach_the_log_when_an_action_breaks(
    group: Group, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The fault of ours is told with a reference to search for; the words stay between the people."""

    def fail(*values: object) -> NoReturn:
        raise ValueError(CANARY, values)

    dialogue = group.start()
    group.join("Ben", dialogue)
    round = group.ask(dialogue)
    monkeypatch.setitem(ACTS, Action.CONTRIBUTE, replace(ACTS[Action.CONTRIBUTE], sent=fail))
    begin_logging("debug")
    scribe = Scribe(group.engine, readers_wait=True)
    ticket = Ticket(Action.CONTRIBUTE, round)
    events = [group.form("Ben", ticket, body=CANARY, level="named") for _ in range(3)]

    answers = await asyncio.gather(*(scribe.handle(event) for event in events))
    await scribe.close()

    assert [key_of(answer.reply) for answer in answers] == ["general-sorry"] * 3
    told = lines(capsys)
    assert CANARY not in json.dumps(told)
    assert {line.get("error") for line in told} >= {"ValueError"}
    assert all(str(event.id)[:8] in json.dumps(told) for event in events)


async def test_words_do_not_reach_the_log_on_their_usual_way(
    group: Group, capsys: pytest.CaptureFixture[str]
) -> None:
    """Everything at DEBUG: a start, a yes, a question, an answer, and a platform that breaks over a post."""

    class Breaking:
        pace = UNHURRIED

        async def deliver(self, *post: object) -> tuple[str, ...]:
            raise ValueError(CANARY, post)

        async def take_down(self, *post: object) -> None:
            raise ValueError(CANARY, post)

    begin_logging("debug")
    for name in LIBRARIES:
        logging.getLogger(name).setLevel(logging.DEBUG)
    dialogue = group.start(title=CANARY)
    group.join("Ben", dialogue, chosen_name="A canary")
    group.say("Ben", group.ask(dialogue), CANARY)
    scribe = Scribe(group.engine, readers_wait=True)
    courier = Courier(scribe, group.engine, group.outbox, {HERE.community.platform: Breaking()})

    carried = await courier.round()
    await scribe.close()

    assert carried > 0
    told = lines(capsys)
    assert told, "the posts that broke are told"
    assert "canary" not in json.dumps(told)
