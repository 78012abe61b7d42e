"""Puts the parts together, and every sub-command; the one file that knows every part."""

import sys

VERSION = "0.1.0"

if sys.argv[1:] == ["--version"] and __name__ == "__main__":  # before anything heavy is loaded
    print(VERSION)  # noqa: T201 - the answer to the question
    raise SystemExit(0)

import asyncio
import signal
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_bytes
from typing import Annotated, NoReturn, TypeVar

import typer
from rich.console import Console
from rich.progress import Progress

from adapters.logs import begin_logging
from adapters.pages import PROMPTS, read_prompts
from adapters.web.people import ROOM, RoomBook
from bot.dialogue.limits import UNLIMITED, Limits
from bot.dialogue.places import Community
from bot.engine import Engine
from bot.errors import BrokenPrompts, StoreUnusable
from bot.example import play_example
from bot.identifiers import Seed
from bot.operator_export import export_for_operator
from bot.rehearsal import Rehearsal
from bot.settings import Settings, SettingsProblem, read_settings
from bot.speech.asking import House
from bot.speech.consent_notice import read_consent
from bot.speech.effects import FileKind
from bot.speech.library import read_library
from bot.speech.phrasebook import Phrasebook
from bot.speech.polis_data import read_conversation
from storage.agenda import SqlAgenda
from storage.database import FILE_NAME, Database, open_file, open_to_read
from storage.outbox import SqlOutbox
from storage.sql import SqlStore

Made = TypeVar("Made")
app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Counterpoint: asynchronous dialogue for groups.",
)
check_app = typer.Typer(no_args_is_help=True, help="Check the words that people edit.")
app.add_typer(check_app, name="check")
screen, complaints = Console(highlight=False), Console(stderr=True, highlight=False)
DEFAULT_LIMITS = Limits()
SOURCES = ("bot", "adapters")


@dataclass(frozen=True, slots=True)
class Core:
    """The engine on an open memory."""

    store: SqlStore
    engine: Engine


def compose(database: Database, limits: Limits = DEFAULT_LIMITS, prompts_folder: Path = PROMPTS) -> Core:
    """
    Put the engine together on an open database.

    Raises:
        BrokenPrompts: Pages of the prompts folder cannot be used.
    """
    prompts = read_prompts(prompts_folder)
    house = House(read_library(prompts.library["en"]), read_consent(prompts.consent["en"]), limits)
    store = SqlStore(database)
    return Core(store, Engine(store, Phrasebook(prompts.pages), house))


@app.callback(invoke_without_command=True)
def _root(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,  # noqa: FBT002 - Typer's way
) -> None:
    if version:
        screen.print(VERSION)
        raise typer.Exit


@app.command()
def run() -> None:
    """Start the bot; without tokens, the web room on this machine."""
    settings = _settings()
    begin_logging(settings.log_level)
    with _memory(settings) as core:
        asyncio.run(_serve(core, settings, RoomBook(settings.data_dir / "room.json")))


@app.command()
def talk() -> None:
    """Try the bot in this terminal, as several people, on a memory that is gone afterwards."""
    from adapters.terminal.app import talk_here
    from storage.database import open_in_memory

    begin_logging("error")
    core = compose(open_in_memory())
    asyncio.run(talk_here(core.engine, SqlOutbox(core.store)))


@check_app.command("prompts")
def check_prompts() -> None:
    """Say in plain words what is wrong in the pages of prompts/, with file and line."""
    from bot.speech.prompt_check import find_notes, find_problems

    prompts = _or_stop(read_prompts)
    root = PROMPTS.parent
    files = (
        path
        for name in SOURCES
        for path in sorted((root / name).rglob("*"))
        if path.suffix in (".py", ".html", ".md")
    )
    sources = {str(path.relative_to(root)): path.read_text(encoding="utf-8") for path in files}
    for note in find_notes(prompts):
        screen.print(f"Note: {note}")
    problems = find_problems(prompts, sources)
    for problem in problems:
        complaints.print(problem, markup=False)
    screen.print(f"{len(problems)} problems." if problems else "The prompts are in order.")
    raise typer.Exit(1 if problems else 0)


@app.command()
def doctor() -> None:
    """Check settings, words, machine and memory, and say in plain words what is wrong; nothing is started."""
    problems = list(_problems())
    for problem in problems:
        complaints.print(problem, markup=False)
    screen.print(f"{len(problems)} problems." if problems else "Everything is in order. Start with: make run")
    raise typer.Exit(1 if problems else 0)


@app.command()
def status() -> None:
    """Say in plain words how things stand: dialogues, questions, posts that wait, what comes next."""
    from storage.status import read_status

    with _only_reading() as store, store.looking() as connection:
        for line in read_status(connection):
            screen.print(line, markup=False)


@app.command()
def verify() -> None:
    """Prove that no text, reason, salt or ledger entry was changed; name the first that does not match."""
    from storage.ledger import verify_all

    with _only_reading() as store, store.looking() as connection:
        found = verify_all(connection)
    for name, (count, mismatch) in found.items():
        said = (
            f"entry {mismatch.number} does not match: {mismatch.about}" if mismatch else "all of them match"
        )
        screen.print(f"{name}: {count} entries, {said}.", markup=False)
    raise typer.Exit(1 if any(mismatch for _, mismatch in found.values()) else 0)


@app.command()
def export(
    out: Annotated[Path, typer.Option(help="The folder to write into.")],
    dialogue: Annotated[str, typer.Option(help="The id, as `status` shows it; all, if none is given.")] = "",
    kind: Annotated[FileKind, typer.Option(help="The format.")] = FileKind.HTML,
) -> None:
    """Write the record of a dialogue as a file. The ledger notes it, so the bot must not be running."""
    with _memory(_settings()) as core:
        wanted = [held for held in core.store.dialogues() if dialogue in ("", held.id)]
        for held in wanted:
            written = export_for_operator(core.engine, held, kind, datetime.now(UTC), Seed(token_bytes(32)))
            screen.print(str(_write(out, written.name, written.pieces)), markup=False)
    if not wanted:
        _stop("There is no such dialogue. `python -m bot status` lists them.")


@app.command()
def rehearse(
    folder: Annotated[Path, typer.Argument(help="A folder with comments.csv, votes.csv and summary.csv.")],
    out: Annotated[Path, typer.Option(help="The folder to write the exports into.")],
) -> None:
    """Play a public conversation in the Polis layout through the bot, and write every export of it."""
    begun = time.monotonic()
    conversation = read_conversation(
        *(_text(folder / name) for name in ("comments.csv", "votes.csv", "summary.csv"))
    )
    _list("Left out, since they could not be read:", conversation.problems)
    if not conversation.comments:
        _stop(f"There is no statement to play in {folder}.")
    with tempfile.TemporaryDirectory() as scratch:
        core = compose(open_file(Path(scratch)), UNLIMITED)
        rehearsal = Rehearsal(core.engine, conversation, Community("rehearsal", "public"))
        with Progress(console=complaints) as progress:
            bar = progress.add_task("Playing", total=rehearsal.length)
            refused = rehearsal.play(lambda steps: progress.advance(bar, steps))
        for kind in (kind for kind in FileKind if kind is not FileKind.OWN):
            _write(out, f"record.{kind}", rehearsal.export(kind))
        core.store.close()
    _list("Refused by the bot:", tuple(f"{played.event.id}: {played.refusal}" for played in refused))
    _list(
        "Counted otherwise in comments.csv, where repeated votes were counted:",
        conversation.counted_otherwise,
    )
    people, comments, votes = map(len, (conversation.people, conversation.comments, conversation.votes))
    took = f"{time.monotonic() - begun:.1f} s"
    screen.print(
        f"{people} people, {comments} statements, {votes} votes in {took}. Exports: {out}", markup=False
    )


def main() -> None:
    """Start from the command line."""
    app()


async def _serve(core: Core, settings: Settings, book: RoomBook) -> None:
    """Run the room, the courier and the clock until somebody says stop."""
    from adapters.clock import Clock
    from adapters.courier import Courier
    from adapters.scribe import Scribe
    from adapters.web.app import WebRoom

    scribe, outbox = Scribe(core.engine), SqlOutbox(core.store)
    room = WebRoom(scribe, core.engine, outbox, book)
    courier = Courier(scribe, core.engine, outbox, {ROOM.platform: room.messenger})
    clock = Clock(scribe, SqlAgenda(core.store), courier)
    await room.start(settings.web_port, courier.wake)
    clock.start()
    carrying = asyncio.create_task(courier.run())
    screen.print(f"Counterpoint {VERSION} is running. Open this address in a browser:\n\n  {room.address}\n")
    screen.print("Stop it with Ctrl+C. Everything is kept in", str(settings.data_dir.resolve()), markup=False)
    stopped = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    await stopped.wait()
    carrying.cancel()
    clock.stop()
    await room.stop()
    await scribe.close()


@contextmanager
def _memory(settings: Settings) -> Iterator[Core]:
    """Open the memory for writing; a first start gets the example dialogue."""
    core = _or_stop(lambda: compose(open_file(settings.data_dir)))
    try:
        if not core.store.dialogues():
            play_example(core.engine, datetime.now(UTC), token_bytes(32))
        yield core
    finally:
        core.store.close()


@contextmanager
def _only_reading() -> Iterator[SqlStore]:
    store = _or_stop(lambda: SqlStore(open_to_read(_settings().data_dir)))
    try:
        yield store
    finally:
        store.close()


def _settings() -> Settings:
    try:
        return read_settings()
    except SettingsProblem as error:
        _stop("\n".join(error.problems))


def _problems() -> Iterator[str]:
    try:
        settings = read_settings()
        if (settings.data_dir / FILE_NAME).exists():
            SqlStore(open_to_read(settings.data_dir)).close()
    except SettingsProblem as error:
        yield from error.problems
    except StoreUnusable as error:
        yield str(error)
    try:
        Phrasebook(read_prompts().pages)
    except BrokenPrompts as error:
        yield from error.problems


def _or_stop(make: Callable[[], Made]) -> Made:
    try:
        return make()
    except (BrokenPrompts, StoreUnusable) as error:
        _stop(str(error))


def _stop(why: str) -> NoReturn:
    complaints.print(why, markup=False)
    raise typer.Exit(2)


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return "" if path.name == "summary.csv" else _stop(f"{path} is not there.")
    except (OSError, UnicodeDecodeError) as error:
        _stop(f"{path} cannot be read: {error}")


def _list(title: str, lines: Sequence[str]) -> None:
    if lines:
        screen.print(title)
        for line in lines:
            screen.print(f"  {line}", markup=False)


def _write(folder: Path, name: str, pieces: Iterable[bytes]) -> Path:
    """Write a file whole or not at all, for its owner only."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as scratch:
        scratch.writelines(pieces)
    return Path(scratch.name).replace(folder / name)


if __name__ == "__main__":
    main()
