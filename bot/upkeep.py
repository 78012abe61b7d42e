"""The sub-commands with which an operator looks after the memory: how it stands, and whether it is whole."""

from contextlib import AbstractContextManager
from typing import TYPE_CHECKING

import typer

from bot.console import given_settings, or_stop, screen

if TYPE_CHECKING:
    from sqlalchemy import Connection

upkeep = typer.Typer()


@upkeep.command()
def status() -> None:
    """Say in plain words how things stand: dialogues, questions, posts that wait, what comes next."""
    from storage.status import read_status

    with or_stop(), _looking() as connection:
        for line in read_status(connection):
            screen.print(line)


@upkeep.command()
def verify() -> None:
    """Prove that no text, reason, salt or ledger entry was changed; name the first that does not match."""
    from storage.ledger import verify_all

    with or_stop(), _looking() as connection:
        found = verify_all(connection)
    for name, (count, wrong) in found.items():
        said = f"entry {wrong.number} does not match: {wrong.about}" if wrong else "all of them match"
        screen.print(f"{name}: {count} entries, {said}.")
    if not found:
        screen.print("There is no dialogue yet.")
    raise typer.Exit(1 if any(wrong for _, wrong in found.values()) else 0)


def _looking() -> AbstractContextManager["Connection"]:
    from storage.status import looking_at

    settings = given_settings()
    return looking_at(settings.data_dir, settings.database_url.get_secret_value())
