"""What the command line prints, and how it stops: in plain words, without a traceback."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

import typer
from rich.console import Console

from adapters.files import FileUnusable
from bot.errors import BrokenPrompts, StoreUnusable

if TYPE_CHECKING:
    from bot.settings import Settings

screen = Console(highlight=False, soft_wrap=True, markup=False, emoji=False)
complaints = Console(highlight=False, soft_wrap=True, markup=False, emoji=False, stderr=True)


@contextmanager
def or_stop() -> Iterator[None]:
    """Say in plain words why something cannot be done that was to be foreseen, and stop."""
    try:
        yield
    except _foreseen() as error:
        stop(str(error))


def given_settings() -> "Settings":
    """
    Return what the operator has set.

    Raises:
        SettingsProblem: It cannot be used.
    """
    from bot.settings import read_settings

    return read_settings()


def say(title: str, *lines: str) -> None:
    """Print a line, or a list under its title; an empty list is not worth a title."""
    if lines or not title.endswith(":"):
        screen.print(title, *(f"  {line}" for line in lines), sep="\n")


def sum_up(problems: Sequence[str], otherwise: str) -> NoReturn:
    """Print all problems and how many there are, and stop."""
    for problem in problems:
        complaints.print(problem)
    screen.print(f"{len(problems)} problem{'s' * (len(problems) != 1)}." if problems else otherwise)
    raise typer.Exit(1 if problems else 0)


def stop(why: str) -> NoReturn:
    """Say why something cannot be done, and stop."""
    complaints.print(why)
    raise typer.Exit(2)


def _foreseen() -> tuple[type[Exception], ...]:
    from bot.settings import SettingsProblem

    return BrokenPrompts, FileUnusable, SettingsProblem, StoreUnusable
