"""Every sub-command; each loads only what it needs, so that help and version answer at once."""

import sys

VERSION = "0.1.0"

if __name__ == "__main__" and sys.argv[1:] == ["--version"]:  # before anything heavy is loaded
    sys.stdout.write(f"{VERSION}\n")
    sys.exit()

from contextlib import closing
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from adapters.files import read_whole, write_whole
from bot.console import complaints, given_settings, or_stop, say, screen, stop, sum_up
from bot.upkeep import upkeep

if TYPE_CHECKING:
    from bot.speech.polis_data import Conversation

SOURCES = ("bot", "adapters", "storage")

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Counterpoint: asynchronous dialogue for groups.",
)
check_app = typer.Typer(no_args_is_help=True, help="Check the words that people edit.")
app.add_typer(check_app, name="check")
manifest_app = typer.Typer(no_args_is_help=True, help="Print what a platform has to know of the app.")
app.add_typer(manifest_app, name="manifest")
app.add_typer(upkeep)  # no name: its commands stand beside the others


@app.callback(invoke_without_command=True)
def _root(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,  # noqa: FBT002 - Typer's way
) -> None:
    if version:
        screen.print(VERSION)
        raise typer.Exit


@app.command()
def run(
    room: Annotated[bool, typer.Option("--room", help="Open the web room beside a platform.")] = False,  # noqa: FBT002 - Typer's way
) -> None:
    """Start the bot where it is set up to be; without tokens, the web room on this machine."""
    import asyncio

    from adapters.logs import begin_logging
    from bot.composition import opened, serve

    with or_stop():
        settings = given_settings()
        begin_logging(settings.log_level, settings.secrets)
        with opened(settings, may_be_new=True) as core:
            asyncio.run(serve(core, settings, say, with_room=room))


@app.command()
def talk() -> None:
    """Try the bot in this terminal, as several people, on a memory that is gone afterwards."""
    import asyncio

    from adapters.logs import begin_logging
    from adapters.terminal.app import talk_here
    from bot.composition import compose
    from storage.agenda import SqlAgenda
    from storage.database import open_in_memory
    from storage.outbox import SqlOutbox

    begin_logging("error")
    with or_stop():
        core = compose(open_in_memory())
        with closing(core.store):
            asyncio.run(talk_here(core.engine, SqlOutbox(core.store), SqlAgenda(core.store)))


@manifest_app.command("slack")
def slack_manifest(
    address: Annotated[str, typer.Option(help="Where Slack reaches the bot, for signed requests.")] = "",
) -> None:
    """Print what Slack has to know of the app, with the least that it may do; paste it there."""
    import json

    from adapters.slack.manifest import manifest

    settings = given_settings()
    is_for_sockets = not settings.slack_signing_secret.get_secret_value() or bool(
        settings.slack_app_token.get_secret_value()
    )
    told = manifest(
        settings.slack_command,
        settings.slack_scopes.replace(",", " ").split(),
        is_for_sockets=is_for_sockets and not address,
        address=address.rstrip("/"),
    )
    sys.stdout.write(json.dumps(told, indent=2) + "\n")


@check_app.command("prompts")
def check_prompts() -> None:
    """Say in plain words what is wrong in the pages of prompts/, with file and line."""
    from adapters.pages import PROMPTS, read_prompts
    from bot.speech.prompt_check import find_notes, find_problems

    with or_stop():
        prompts = read_prompts()
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
    sum_up(find_problems(prompts, sources), "The prompts are in order.")


@app.command()
def doctor() -> None:
    """Check settings, words and memory, and say in plain words what is wrong; nothing is started."""
    from bot.composition import find_faults

    sum_up(tuple(find_faults(say)), "Everything is in order. Start with: make run")


@app.command()
def export(
    out: Annotated[Path, typer.Option(help="The folder to write into.")],
    dialogue: Annotated[str, typer.Option(help="The id, as `status` shows it; all, if none is given.")] = "",
    kind: Annotated[str, typer.Option(help="The format: html, md, csv, json or polis.zip.")] = "html",
) -> None:
    """Write the record of a dialogue as a file. The ledger notes it, so the bot must not be running."""
    from bot.actions.export import KINDS
    from bot.composition import export_now, opened

    wanted = next((known for known in KINDS if known == kind), None)
    if wanted is None:
        stop(f"There is no format {kind}. There are: {', '.join(KINDS)}.")
    with or_stop(), opened(given_settings(), may_be_new=False) as core:
        held = [each for each in core.store.dialogues() if dialogue in ("", each.id)]
        for each in held:
            written = export_now(core, each, wanted)
            screen.print(str(write_whole(out, written.name, written.pieces)))
    if not held:
        stop("There is no such dialogue. `python -m bot status` lists them.")


@app.command()
def rehearse(
    folder: Annotated[Path, typer.Argument(help="A folder with comments.csv, votes.csv and summary.csv.")],
    out: Annotated[Path | None, typer.Option(help="The folder to write the exports into.")] = None,
    keep: Annotated[Path | None, typer.Option(help="Where to keep its file, to go on by hand.")] = None,
) -> None:
    """Play a public conversation in the Polis layout through the bot; write its exports, or keep its file."""
    from rich.progress import Progress

    from bot.actions.export import KINDS
    from bot.composition import rehearsing

    begun = monotonic()
    with or_stop():
        conversation = _conversation(folder)
    say("Left out, since they could not be read:", *conversation.problems)
    if not conversation.comments:
        stop(f"There is no statement to play in {folder}.")
    if out is None and keep is None:
        stop("Say where the exports go (--out), or where the file is kept (--keep).")
    with or_stop(), rehearsing(conversation, keep) as rehearsal, Progress(console=complaints) as progress:
        bar = progress.add_task("Playing", total=rehearsal.length)
        refused = rehearsal.play(lambda steps: progress.advance(bar, steps))
        for kind in KINDS if out else ():
            write_whole(out or Path(), f"record.{kind}", rehearsal.export(kind))
    say("Refused by the bot:", *tuple(f"{played.event.id}: {played.refusal}" for played in refused))
    say(
        "Counted otherwise in comments.csv, where repeated votes were counted:",
        *conversation.counted_otherwise,
    )
    people, statements, stances = map(len, (conversation.people, conversation.comments, conversation.votes))
    took = f"{monotonic() - begun:.1f} s"
    screen.print(f"{people} people, {statements} statements, {stances} votes in {took}.")
    if out:
        screen.print(f"Exports: {out}")
    if keep:
        screen.print(f"Kept: {keep}. Go on by hand: DATA_DIR={keep.parent} make run")


def main() -> None:
    """Start from the command line."""
    app()


def _conversation(folder: Path) -> "Conversation":
    from bot.speech.polis_data import read_conversation

    comments, votes = read_whole(folder / "comments.csv"), read_whole(folder / "votes.csv")
    return read_conversation(comments, votes, read_whole(folder / "summary.csv", is_optional=True))


if __name__ == "__main__":
    main()
