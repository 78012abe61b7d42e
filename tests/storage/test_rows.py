"""Every fact goes into its row and comes back the same."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, NewType, Union, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, create_engine, delete, insert, select
from sqlmodel import SQLModel

from bot.dialogue.cadence import Cadence, Every
from bot.dialogue.check_ins import PaperCount
from bot.dialogue.consent import Consent, Use
from bot.dialogue.contributions import Revision
from bot.dialogue.decisions import Step, StepKind
from bot.dialogue.dialogues import Constraint, ConstraintKind
from bot.dialogue.kept import Kept
from bot.dialogue.manners import QuietHours, Wishes
from bot.dialogue.places import Community, Place
from bot.dialogue.rhythm import Occurrence
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.waiting import Waiting
from bot.words import Phrase, Quote
from storage.rows import fact_of, facts_of, from_micros, row_of, to_micros
from storage.schema import TABLE_OF

MOMENT = datetime(2026, 5, 4, 12, tzinfo=UTC)
ROOM = Community("web", "room: the first")
KINDS = (*get_args(Kept), Waiting)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
NUMBERS = st.integers(0, 2**31)
MINUTES = st.times().map(lambda at: at.replace(second=0, microsecond=0))
OF_TYPE: dict[Any, st.SearchStrategy[Any]] = {
    bool: st.booleans(),
    int: NUMBERS,
    str: TEXTS,
    bytes: st.binary(max_size=32),
    datetime: st.datetimes(timezones=st.just(UTC)),
    date: st.dates(),
    time: st.times(),
    Place: st.builds(Place, st.just(ROOM), TEXTS),
    Ticket: st.builds(Ticket, st.sampled_from(Action), st.text("abcXYZ019-_", max_size=22)),
    QuietHours: st.builds(QuietHours, begin=MINUTES, end=MINUTES),
    Wishes: st.builds(
        Wishes,
        direct=st.booleans(),
        reminders=st.booleans(),
        digest=st.booleans(),
        days=st.frozensets(st.integers(0, 6)),
        country=st.sampled_from(["", "SE"]),
    ),
    Cadence: st.sampled_from(
        [
            Cadence(),
            Cadence(every=Every.DAYS, step=3),
            Cadence(every=Every.WEEKS, step=2, weekdays=(0, 3)),
            Cadence(every=Every.MONTHS, nth=-1, weekdays=(4,), until=date(2027, 5, 3)),
        ]
    ),
    Constraint: st.builds(Constraint, st.sampled_from(ConstraintKind), TEXTS),
    Step: st.builds(Step, st.sampled_from(StepKind), st.dates(), TEXTS, TEXTS),
    PaperCount: st.builds(PaperCount, TEXTS, NUMBERS),
    Consent: st.builds(Consent, NUMBERS, NUMBERS, st.frozensets(st.sampled_from(Use))),
    Phrase: st.builds(
        Phrase, TEXTS, st.dictionaries(TEXTS, TEXTS | NUMBERS | st.builds(Quote, TEXTS), max_size=3)
    ),
}


RETURNS = {"returned_turns", "returned_lines"}
"""What an understanding cannot be without."""
NEVER_EMPTY = st.lists(TEXTS, min_size=1, max_size=4).map(tuple)


def any_of(hint: Any) -> st.SearchStrategy[Any]:
    """Return what may stand where a fact says *hint*."""
    if get_origin(hint) in {UnionType, Union}:
        return st.one_of([st.none() if part is NoneType else any_of(part) for part in get_args(hint)])
    if isinstance(hint, NewType):
        return any_of(hint.__supertype__)
    if get_origin(hint) is tuple:
        return st.lists(any_of(get_args(hint)[0]), max_size=4).map(tuple)
    if get_origin(hint) is frozenset:
        return st.frozensets(any_of(get_args(hint)[0]), max_size=4)
    if hint not in OF_TYPE and issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    return OF_TYPE[hint]


def facts(kind: type) -> st.SearchStrategy[Any]:
    """Return facts of a kind, with whatever its fields allow."""
    hints = get_type_hints(kind)
    made = {field.name: any_of(hints[field.name]) for field in fields(kind)}
    return st.builds(kind, **(made | {name: NEVER_EMPTY for name in made if name in RETURNS}))


@pytest.fixture(scope="module")
def tables() -> Iterator[Connection]:
    """The tables alone, without what binds them together, so that each row can stand by itself."""
    engine = create_engine("sqlite://")
    with engine.connect() as connection:
        SQLModel.metadata.create_all(connection)
        yield connection
    engine.dispose()


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=40)
@given(data=st.data())
def test_a_fact_comes_back_from_its_row_as_it_was(
    kind: type, data: st.DataObject, tables: Connection
) -> None:
    """A field that is lost or bent between the core and the file would be lost for good."""
    fact, table = data.draw(facts(kind)), TABLE_OF[kind]
    beside: dict[type, dict[str, object]] = {
        Occurrence: {"due": to_micros(MOMENT), "is_done": False},
        Revision: {"salt": b"salt"},
    }
    tables.execute(delete(table))

    tables.execute(insert(table), [row_of(fact, ROOM.workspace) | beside.get(kind, {})])

    (row,) = tables.execute(select(table)).mappings()
    assert fact_of(kind, dict(row)) == fact
    assert list(facts_of(kind, table, tables.execute(select(table)))) == [fact]


def test_moments_are_kept_to_the_microsecond_in_any_zone() -> None:
    """The order of what happened must survive the file, wherever the program runs."""
    east = timezone(timedelta(hours=5, minutes=45))
    moment = datetime(2026, 5, 4, 17, 45, 0, 123457, tzinfo=east)

    assert from_micros(to_micros(moment)) == moment
    assert from_micros(to_micros(moment)).tzinfo is UTC
    assert to_micros(moment + timedelta(microseconds=1)) == to_micros(moment) + 1


def test_the_same_text_in_many_rows_is_kept_once() -> None:
    """The record of a large dialogue has to fit into memory: ids come back again and again."""
    id = "".join(chr(ord("a") + place) for place in range(22))
    table = TABLE_OF[Occurrence]
    values = {
        "id": id,
        "dialogue": id,
        "ticket": "help",
        "day": "2026-05-04",
        "time": "12:00:00",
        "zone": "UTC",
    }
    copies = [values | {"dialogue": "".join(list(id))} for _ in range(2)]

    one, other = facts_of(
        Occurrence, table, ([copy.get(column.name) for column in table.columns] for copy in copies)
    )

    assert one.dialogue is other.dialogue
