"""Puts the parts together, and every sub-command; the one file that knows every part."""

import sys

VERSION = "0.1.0"

if sys.argv[1:] == ["--version"] and __name__ == "__main__":  # before anything heavy is loaded
    print(VERSION)  # noqa: T201 - the answer to the question
    raise SystemExit(0)

import asyncio
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_bytes
from typing import Annotated, NoReturn, TypeVar

import typer
from rich.console import Console
from rich.progress import Progress

from adapters.files import FileUnusable, read_whole, write_whole
from adapters.logs import begin_logging
from adapters.pages import PROMPTS, read_prompts
from bot.composition import Core, begin, compose, find_faults, serve
from bot.dialogue.limits import UNLIMITED
from bot.dialogue.places import Community
from bot.errors import BrokenPrompts, StoreUnusable
from bot.identifiers import Seed
from bot.operator_export import export_for_operator
from bot.rehearsal import Rehearsal
from bot.settings import Settings, SettingsProblem, read_settings
from bot.speech.effects import FileKind
from bot.speech.polis_data import Conversation, read_conversation
from storage.database import open_file, open_to_read
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
screen, complaints = (
    Console(highlight=False, soft_wrap=True),
    Console(stderr=True, highlight=False, soft_wrap=True),
)
SOURCES = ("bot", "adapters", "storage")


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
        asyncio.run(serve(core, settings, _say))


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
    problems = list(find_faults())
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
            screen.print(str(write_whole(out, written.name, written.pieces)), markup=False)
    if not wanted:
        _stop("There is no such dialogue. `python -m bot status` lists them.")


@app.command()
def rehearse(
    folder: Annotated[Path, typer.Argument(help="A folder with comments.csv, votes.csv and summary.csv.")],
    out: Annotated[Path, typer.Option(help="The folder to write the exports into.")],
) -> None:
    """Play a public conversation in the Polis layout through the bot, and write every export of it."""
    begun = time.monotonic()
    conversation = _or_stop(lambda: _conversation(folder))
    _say("Left out, since they could not be read:", *conversation.problems)
    if not conversation.comments:
        _stop(f"There is no statement to play in {folder}.")
    with tempfile.TemporaryDirectory() as scratch:
        core = compose(open_file(Path(scratch)), UNLIMITED)
        with closing(core.store), Progress(console=complaints) as progress:
            rehearsal = Rehearsal(core.engine, conversation, Community("rehearsal", "public"))
            bar = progress.add_task("Playing", total=rehearsal.length)
            refused = rehearsal.play(lambda steps: progress.advance(bar, steps))
            for kind in (kind for kind in FileKind if kind is not FileKind.OWN):
                write_whole(out, f"record.{kind}", rehearsal.export(kind))
    _say("Refused by the bot:", *tuple(f"{played.event.id}: {played.refusal}" for played in refused))
    _say(
        "Counted otherwise in comments.csv, where repeated votes were counted:",
        *conversation.counted_otherwise,
    )
    people, statements, stances = map(len, (conversation.people, conversation.comments, conversation.votes))
    took = f"{time.monotonic() - begun:.1f} s"
    screen.print(
        f"{people} people, {statements} statements, {stances} votes in {took}. Exports: {out}", markup=False
    )


def main() -> None:
    """Start from the command line."""
    app()


@contextmanager
def _memory(settings: Settings) -> Iterator[Core]:
    """Open the memory for writing; a first start gets the example dialogue."""
    core = _or_stop(lambda: compose(open_file(settings.data_dir)))
    try:
        begin(core)
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


def _say(title: str, *lines: str) -> None:
    """Print a line, or a list under its title; an empty list is not worth a title."""
    if lines or not title.endswith(":"):
        screen.print(title, *(f"  {line}" for line in lines), sep="\n", markup=False)


def _settings() -> Settings:
    try:
        return read_settings()
    except SettingsProblem as error:
        _stop("\n".join(error.problems))


def _or_stop(make: Callable[[], Made]) -> Made:
    try:
        return make()
    except (BrokenPrompts, StoreUnusable, FileUnusable) as error:
        _stop(str(error))


def _stop(why: str) -> NoReturn:
    complaints.print(why, markup=False)
    raise typer.Exit(2)


def _conversation(folder: Path) -> Conversation:
    comments, votes = read_whole(folder / "comments.csv"), read_whole(folder / "votes.csv")
    return read_conversation(comments, votes, read_whole(folder / "summary.csv", is_optional=True))


if __name__ == "__main__":
    main()
