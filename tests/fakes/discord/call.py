"""One call of the bot, and how Discord says no to it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from tests.fakes.discord.limits import Json, Problem

Answer: TypeAlias = Any
Handler: TypeAlias = Callable[..., Awaitable[Answer]]


class Refused(Exception):
    """Discord says no."""

    def __init__(self, status: int, code: int, problems: list[Problem] | None = None) -> None:
        super().__init__(f"{status} {code} {problems or ''}")
        self.status = status
        self.code = code
        self.problems = problems or []


@dataclass(slots=True)
class Call:
    """What was called, and what became of it."""

    method: str
    path: str
    body: Json
    files: list[Json] = field(default_factory=list)
    query: dict[str, str] = field(default_factory=dict)
    status: int = 0
