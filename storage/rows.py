"""A table row to the fact it holds and back, field by field, both ways."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import cache, lru_cache
from operator import attrgetter
from types import NoneType, UnionType
from typing import Any, NewType, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from sqlalchemy import Table

from bot.dialogue.cadence import Cadence
from bot.dialogue.check_ins import PaperCount
from bot.dialogue.consent import Consent, Use
from bot.dialogue.decisions import Step, StepKind
from bot.dialogue.dialogues import Constraint, ConstraintKind
from bot.dialogue.manners import EVERY_DAY, QuietHours, Wishes
from bot.dialogue.members import NAME_LENGTH
from bot.dialogue.places import Community, Place
from bot.dialogue.tickets import Action, Ticket
from bot.speech.written import read_phrase, write_phrase
from bot.words import Phrase

Fact = TypeVar("Fact")
Coder = tuple[Callable[[Any], Any] | None, Callable[[Any], Any] | None]
"""How a value goes into a row and comes out of it; nothing: as it is."""
Plan = tuple[tuple[str, Callable[[Any], Any] | None, Callable[[Any], Any] | None], ...]
"""How each field of a fact goes in and comes out."""
WayIn = tuple[
    tuple[str, ...], Callable[[object], tuple[Any, ...]], tuple[tuple[str, Callable[[Any], Any]], ...]
]
"""The names of a fact's fields, what reads them all, and those that are written another way."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


def to_micros(at: datetime) -> int:
    """Return a moment as microseconds since 1970, exact and comparable in every store."""
    return (at - EPOCH) // MICROSECOND


def from_micros(micros: int) -> datetime:
    """Return the moment that `to_micros` wrote."""
    return EPOCH + micros * MICROSECOND


def community_of(workspace: str) -> Community:
    """Return the community behind the wall of this name."""
    platform, _, id = workspace.partition(":")
    return Community(platform, id)


def row_of(fact: object, workspace: str) -> dict[str, Any]:
    """Return the row of a fact."""
    names, values_of, encoders = _way_in(type(fact))
    row: dict[str, Any] = dict(zip(names, values_of(fact), strict=True))
    for name, encode in encoders:
        if (value := row[name]) is not None:
            row[name] = encode(value)
    row["workspace"] = workspace
    return row


def fact_of(kind: type[Fact], row: Mapping[str, Any]) -> Fact:
    """Return the fact of a row."""
    values = {}
    for name, _, decode in _plan(kind):
        value = row[name]
        if decode is _read_place:
            value = Place(community_of(row["workspace"]), value)
        elif decode is not None and value is not None:
            value = decode(value)
        values[name] = value
    return kind(**values)


def _read_place(channel: str) -> str:
    return channel


def _planned(kind: type[Any]) -> Plan:
    hints = get_type_hints(kind)
    return tuple((field.name, *_coder(hints[field.name])) for field in fields(kind))


def _found_way_in(kind: type[Any]) -> WayIn:
    names = tuple(name for name, _, _ in _plan(kind))
    encoders = tuple((name, encode) for name, encode, _ in _plan(kind) if encode is not None)
    return names, attrgetter(*names), encoders


_plan = cast("Callable[[type[Any]], Plan]", cache(_planned))
_way_in = cast("Callable[[type[Any]], WayIn]", cache(_found_way_in))


def _coder(hint: Any) -> Coder:
    if get_origin(hint) in (UnionType, Union):
        (hint,) = (part for part in get_args(hint) if part is not NoneType)
    if isinstance(hint, NewType):
        return None, None
    if get_origin(hint) is tuple:
        return _many(get_args(hint)[0], tuple)
    if get_origin(hint) is frozenset:
        return _many(get_args(hint)[0], frozenset)
    if hint in _CODERS:
        return _CODERS[hint]
    if issubclass(hint, StrEnum):
        return str, hint
    return None, bool if hint is bool else None


def _many(kind: Any, gather: Callable[[Any], Any]) -> Coder:
    encode, decode = _coder(kind)

    def write(values: Any) -> str:
        written = [encode(value) if encode else value for value in values]
        return json.dumps(sorted(written) if gather is frozenset else written, ensure_ascii=False)

    def read(text: str) -> Any:
        return gather(decode(value) if decode else value for value in json.loads(text))

    return write, read


def _write_consent(consent: Consent) -> str:
    return json.dumps([consent.notice, consent.facts, sorted(consent.uses)])


@lru_cache
def _read_consent(text: str) -> Consent:
    notice, facts, uses = json.loads(text)
    return Consent(notice, facts, frozenset(Use(use) for use in uses))


def _write_quiet(quiet: QuietHours) -> str:
    return f"{quiet.begin:%H:%M}-{quiet.end:%H:%M}"


@lru_cache
def _read_quiet(text: str) -> QuietHours:
    begin, _, end = text.partition("-")
    return QuietHours(begin=time.fromisoformat(begin), end=time.fromisoformat(end))


def _write_wishes(wishes: Wishes) -> str:
    """Write what a member said; what they left as it is stands nowhere, so that most rows say nothing."""
    said: dict[str, Any] = {name: True for name in ("direct", "reminders", "digest") if getattr(wishes, name)}
    if wishes.days != EVERY_DAY:
        said["days"] = sorted(wishes.days)
    return json.dumps(said | ({"country": wishes.country} if wishes.country else {}))


@lru_cache
def read_wishes(text: str) -> Wishes:
    """Return how a member wants to be reached, as their row says it."""
    said = json.loads(text)
    if "days" in said:
        said["days"] = frozenset(said["days"])
    return Wishes(**said)


_CODERS: dict[Any, Coder] = {
    datetime: (to_micros, from_micros),
    date: (date.isoformat, lru_cache(date.fromisoformat)),
    time: (time.isoformat, time.fromisoformat),
    Place: (lambda place: place.channel, _read_place),
    Ticket: (str, Ticket.read),
    Action: (str, Action),
    Constraint: (
        lambda c: [str(c.kind), c.text],
        lambda found: Constraint(ConstraintKind(found[0]), found[1]),
    ),
    Step: (
        lambda step: [str(step.kind), step.on.isoformat(), step.by, step.why],
        lambda found: Step(StepKind(found[0]), date.fromisoformat(found[1]), found[2], found[3]),
    ),
    PaperCount: (lambda c: [c.key, c.count], lambda found: PaperCount(*found)),
    Consent: (_write_consent, _read_consent),
    QuietHours: (_write_quiet, _read_quiet),
    Wishes: (_write_wishes, read_wishes),
    Cadence: (str, lru_cache(Cadence.read)),
    Phrase: (write_phrase, read_phrase),
}


def facts_of(kind: type[Fact], table: Table, rows: Iterable[Sequence[Any]]) -> Iterator[Fact]:
    """Return the facts of many rows of one table, without keeping the rows; equal names are kept once."""
    same: dict[str, str] = {}
    places = {column.name: place for place, column in enumerate(table.columns)}
    plan = tuple((name, places[name], decode) for name, _, decode in _plan(kind))
    for row in rows:
        values = {}
        for name, place, decode in plan:
            value = row[place]
            if decode is _read_place:
                value = Place(community_of(row[places["workspace"]]), value)
            elif decode is not None and value is not None:
                value = decode(value)
            elif type(value) is str and name != "id" and len(value) <= NAME_LENGTH:
                value = same.setdefault(value, value)
            values[name] = value
        yield kind(**values)
