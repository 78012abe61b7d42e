"""What one transaction knows and still has to write: facts by id, rows in waiting, numbers and heads."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Select, Table, delete, select, update

from bot.dialogue.members import Member
from bot.dialogue.standing import Standing
from bot.dialogue.waiting import ONLY_TOLD, Waiting
from bot.identifiers import DialogueId, MemberId
from bot.speech.events import Event
from storage.drivers import Driver
from storage.inserts import Inserts
from storage.people import People
from storage.questions import BY_ID, COUNTS, HANDLED, HEAD
from storage.rows import fact_of, facts_of, to_micros
from storage.schema import TABLE_OF, T
from storage.walls import EVERYWHERE, enter

Thing = TypeVar("Thing")
Row = Mapping[str, Any]


class SqlBatch:
    """One transaction over everything; each fact carries the workspace it belongs to."""

    def __init__(self, connection: Connection, events: Sequence[Event]) -> None:
        self.connection = connection
        self.driver: Driver = cast("Any", connection.connection.driver_connection)
        """The same connection as the driver has it, for questions that were put into words before."""
        self._facts: dict[tuple[type, str], tuple[str, Any]] = {}
        self._new: set[tuple[type, str]] = set()
        self._inserts = Inserts()
        self._standing: dict[str, Standing] = {}
        self.heads: dict[str, tuple[int, str]] = {}
        self._new_heads: dict[str, str] = {}
        self.workspace = EVERYWHERE
        """The workspace inside which it is just now."""
        self._handled = self._find_handled(events)
        self._events = events
        self.people = People(self, events)
        self.has_erased = False
        """Whether words were erased, so that the file must be cleaned of them."""

    def enter(self, workspace: str) -> None:
        """Continue inside this workspace; what waits to be written belongs to the one before."""
        if self.workspace != workspace:
            self.flush()
            enter(self.connection, workspace)
            self.workspace = workspace

    # -- what is known

    def has_handled(self, id: str) -> bool:
        """Whether an event was handled before, in an earlier transaction or in this one."""
        if id in self._handled:
            return True
        if not self._events:
            return bool(self.many(select(T.inbox.c.id).where(T.inbox.c.id == id)))
        return False

    def known(self, kind: type[Thing], id: str, workspace: str) -> Thing | None:
        """Return a fact that was read or kept before in this transaction."""
        found = self._facts.get((kind, id))
        return cast("Thing", found[1]) if found and found[0] == workspace else None

    def find(self, kind: type[Thing], id: str, workspace: str) -> Thing | None:
        """Read the fact with this id, if the workspace has it."""
        self.flush()
        rows = BY_ID[kind].ask(self.driver, id=id, workspace=workspace)
        found = next(facts_of(kind, TABLE_OF[kind], rows), None)
        return None if found is None else self.note_read(kind, id, workspace, found)

    def remember(self, kind: type[Thing], row: Row) -> Thing:
        """Return the fact of a row; the one already known where there is one."""
        known = self.known(kind, row["id"], row["workspace"])
        return known or self.note_read(kind, row["id"], row["workspace"], fact_of(kind, row))

    def note_read(self, kind: type[Thing], id: str, workspace: str, fact: Thing) -> Thing:
        """Note a fact as it was read; return the one already known where there is one."""
        return cast("Thing", self._facts.setdefault((kind, id), (workspace, fact))[1])

    def put(self, kind: type, id: str, workspace: str, fact: object) -> None:
        """Note a fact as it stands now, for the events that follow in this transaction."""
        self._facts[kind, id] = (workspace, fact)

    def put_new(self, kind: type, id: str, workspace: str, fact: object) -> None:
        """Note a fact that did not exist before this transaction."""
        self._new.add((kind, id))
        self._facts[kind, id] = (workspace, fact)

    def forget(self) -> None:
        """Forget everything that was read: rows have been changed behind its back."""
        self._facts.clear()
        self._standing.clear()
        self.people.forget()

    def put_member(self, workspace: str, member: Member) -> None:
        """Note a member as they stand now; they may count among those who could write."""
        self.people.put_member(workspace, member)
        self._standing.pop(member.dialogue, None)

    def standing(self, dialogue: DialogueId) -> Standing:
        """Return how a dialogue stands."""
        if dialogue not in self._standing:
            self.flush()
            (counts,) = COUNTS.ask(self.driver, dialogue=dialogue)
            self._standing[dialogue] = Standing(*counts)
        return self._standing[dialogue]

    def count_up(self, dialogue: str, *, contribution: int = 0, round: int = 0) -> None:
        """Note that a number was given."""
        if stands := self._standing.get(dialogue):
            self._standing[dialogue] = Standing(
                stands.eligible, max(stands.contributions, contribution), max(stands.rounds, round)
            )

    def head(self, dialogue: str, first: str) -> tuple[int, str]:
        """Return number and head of the last entry of a chain; *first* stands before any entry."""
        if dialogue not in self.heads:
            rows = HEAD.ask(self.driver, dialogue=dialogue)
            self.heads[dialogue] = (rows[0][0], rows[0][1]) if rows else (0, first)
        return self.heads[dialogue]

    def put_head(self, dialogue: str, workspace: str, number: int, head: str) -> None:
        """Note the new head of a chain."""
        self.heads[dialogue] = (number, head)
        self._new_heads[dialogue] = workspace

    def untold(self, member: MemberId) -> tuple[Waiting, ...]:
        """Return what has not been told to a member yet, and note it as told."""
        if not self.people.may_wait(member):
            return ()
        mine = (T.waiting.c.member == member, ~T.waiting.c.is_told)
        found = tuple(fact_of(Waiting, row) for row in self.many(select(T.waiting).where(*mine)))
        if found:
            self.connection.execute(delete(T.waiting).where(*mine, T.waiting.c.action.in_(ONLY_TOLD)))
            self.connection.execute(update(T.waiting).where(*mine).values(is_told=True))
        return found

    def is_new(self, kind: type, id: str) -> bool:
        """Return whether a fact was first kept in this transaction, so that nothing can show it yet."""
        return (kind, id) in self._new

    # -- what is written

    def add(self, table: Table, row: Row) -> None:
        """Note a row that is to be written before the transaction ends."""
        self._inserts.add(table, row)

    def handled(self, event: Event, workspace: str) -> None:
        """Note an event as handled."""
        self._handled.add(event.id)
        self.add(T.inbox, {"id": event.id, "workspace": workspace, "at": to_micros(event.at)})

    def flush(self) -> None:
        """Write the rows that wait."""
        for dialogue, workspace in self._new_heads.items():
            number, head = self.heads[dialogue]
            row = {"dialogue": dialogue, "workspace": workspace, "number": number, "head": head}
            self._inserts.add(T.ledger_head, row)
        self._new_heads.clear()
        self._inserts.write(self.connection)

    def one(self, statement: Select[Any]) -> Row | None:
        """Return the first row that a question finds, or nothing."""
        self.flush()
        row = self.connection.execute(statement).mappings().first()
        return dict(row) if row else None

    def many(self, statement: Select[Any], values: Row | None = None) -> list[Row]:
        """Return all rows that a question finds."""
        self.flush()
        found = self.connection.execute(statement, values or {})
        names = tuple(found.keys())
        return [dict(zip(names, row, strict=True)) for row in found.all()]

    def _find_handled(self, events: Sequence[Event]) -> set[str]:
        if not events:
            return set()
        return {id for (id,) in HANDLED.ask(self.driver, ids=[event.id for event in events])}
