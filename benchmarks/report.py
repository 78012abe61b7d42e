"""What was measured, as tables: every peer with its middle and its range, every goal met or missed."""

import os
import platform
import sqlite3

import psutil
from rich.console import Console
from rich.table import Table

from benchmarks.measure import Figure, Goal, Outcome
from storage.sqlite import pragmas


def describe_machine(flush: Figure) -> tuple[str, ...]:
    """Return what the figures depend on, without a name of the machine."""
    memory = psutil.virtual_memory().total / 2**30
    settings = ", ".join(pragma for pragma in pragmas() if "journal" in pragma or "synchronous" in pragma)
    return (
        f"{psutil.cpu_count()} cores, {memory:.0f} GiB, {platform.system()} on {platform.machine()}",
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version} ({settings})",
        f"{flush.name}: {_number(flush.median)} ({_number(flush.least)}-{_number(flush.most)})",
        f"load average at the start: {', '.join(f'{load:.2f}' for load in os.getloadavg())}",
    )


def show(outcome: Outcome, screen: Console) -> None:
    """Write what one program found."""
    screen.print(_peers(outcome))
    screen.print(_goals(outcome.goals))
    for note in outcome.notes:
        screen.print(note, style="dim", markup=False)
    screen.print(f"load average now: {os.getloadavg()[0]:.2f}\n", style="dim")


def _peers(outcome: Outcome) -> Table:
    table = Table(title=outcome.title, title_justify="left")
    table.add_column(f"peer ({outcome.unit})")
    table.add_column("median", justify="right")
    table.add_column("min-max", justify="right")
    for figure in outcome.figures:
        table.add_row(figure.name, _number(figure.median), f"{_number(figure.least)}-{_number(figure.most)}")
    return table


def _goals(goals: tuple[Goal, ...]) -> Table:
    table = Table()
    for name in ("goal", "what", "wanted", "measured", "min-max", ""):
        table.add_column(name)
    for goal in goals:
        figure = goal.measured
        wanted = f"{'≥' if goal.is_floor else '≤'} {_number(goal.bound)} {goal.unit}"
        measured = f"{_number(figure.median)} {goal.unit}"
        found = "[green]met[/]" if goal.is_met else "[bold red]missed[/]"
        table.add_row(
            goal.id, goal.says, wanted, measured, f"{_number(figure.least)}-{_number(figure.most)}", found
        )
    return table


def _number(value: float) -> str:
    """Write a number with as many digits as mean something."""
    if value >= 1000:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"
