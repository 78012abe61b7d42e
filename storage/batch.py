"""What one transaction knows and still has to write: facts by id, rows in waiting, numbers and heads."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, Select, Table, select

from bot.dialogue.contributions import Contribution
from bot.dialogue.limits import A_DAY, AGAIN_WITHIN
from bot.dialogue.members import Member
from bot.dialogue.standing import Said, Standing
from bot.dialogue.waiting import Waiting
from bot.identifiers import ContributionId, DialogueId, MemberId, RoundId
from bot.speech.events import CameDue, Event
from storage.inserts import Inserts
from storage.questions import (
    ANSWERED,
    COUNTS,
    HANDLED,
    HEAD,
    MEMBERS,
    RECENT,
    STANCES,
    TELL,
    UNTOLD,
    WAITS,
)
from storage.rows import EPOCH, fact_of, from_micros, to_micros
from storage.schema import T

Thing = TypeVar("Thing")
Row = Mapping[str, Any]


class SqlBatch:
    """One transaction over everything; each fact carries the workspace it belongs to."""

    def __init__(self, connection: Connection, events: Sequence[Event]) -> None:
        self.connection = connection
        self._facts: dict[tuple[type, str], tuple[str, Any]] = {}
        self._new: set[tuple[type, str]] = set()
        self._inserts = Inserts()
        self._members: dict[tuple[str, str], dict[str, Member]] = {}
        self._said: dict[str, list[Said]] = {}
        self._standing: dict[str, Standing] = {}
        self.heads: dict[str, tuple[int, str]] = {}
        self._new_heads: dict[str, str] = {}
        self._answered: dict[tuple[str, str], bool] = {}
        self._stances: dict[str, int] = {}
        self._waits: dict[str, bool] = {}
        self._handled = self._find_handled(events)
        self._events = events
        self._begun = min((event.at for event in events), default=EPOCH)
        self.has_erased = False
        """Whether words were erased, so that the file must be cleaned of them."""

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

    def remember(self, kind: type[Thing], row: Row) -> Thing:
        """Return the fact of a row; the one already known where there is one."""
        key = (kind, row["id"])
        if key not in self._facts:
            self._facts[key] = (row["workspace"], fact_of(kind, row))
        return cast("Thing", self._facts[key][1])

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
        self._members.clear()
        self._said.clear()
        self._standing.clear()
        self._answered.clear()
        self._waits.clear()

    def member(self, workspace: str, account: str, dialogue: str) -> Member | None:
        """Return the member that an account is in a dialogue."""
        key = (workspace, account)
        if key not in self._members:
            self._find_members(workspace, account)
        return self._members[key].get(dialogue)

    def put_member(self, workspace: str, member: Member) -> None:
        """Note a member as they stand now."""
        self.member(workspace, member.account, member.dialogue)
        self._members[workspace, member.account][member.dialogue] = member
        self._standing.pop(member.dialogue, None)

    def standing(self, dialogue: DialogueId) -> Standing:
        """Return how a dialogue stands."""
        if dialogue not in self._standing:
            self.flush()
            counts = self.connection.execute(COUNTS, {"dialogue": dialogue}).one()
            self._standing[dialogue] = Standing(*counts)
        return self._standing[dialogue]

    def count_up(self, dialogue: str, *, contribution: int = 0, round: int = 0) -> None:
        """Note that a number was given."""
        if stands := self._standing.get(dialogue):
            self._standing[dialogue] = Standing(
                stands.eligible, max(stands.contributions, contribution), max(stands.rounds, round)
            )

    def said(self, member: MemberId) -> tuple[Said, ...]:
        """Return what a member brought lately, the latest of this transaction included."""
        if member not in self._said:
            people = [id for id in self._people(member) if id not in self._said]
            self._find_said(people, self.since(A_DAY), self.since(AGAIN_WITHIN))
        return tuple(self._said[member])

    def note_said(self, contribution: Contribution, body: str) -> None:
        """Note what a member has just brought."""
        if contribution.member in self._said:
            self._said[contribution.member].append(
                Said(contribution.id, contribution.round, contribution.number, body, contribution.made_at)
            )

    def head(self, dialogue: str, first: str) -> tuple[int, str]:
        """Return number and head of the last entry of a chain; *first* stands before any entry."""
        if dialogue not in self.heads:
            row = self.connection.execute(HEAD, {"dialogue": dialogue}).one_or_none()
            self.heads[dialogue] = (row[0], row[1]) if row else (0, first)
        return self.heads[dialogue]

    def put_head(self, dialogue: str, workspace: str, number: int, head: str) -> None:
        """Note the new head of a chain."""
        self.heads[dialogue] = (number, head)
        self._new_heads[dialogue] = workspace

    def untold(self, member: MemberId) -> tuple[Waiting, ...]:
        """Return what has not been told to a member yet, and note it as told."""
        if not self.may_wait(member):
            return ()
        found = tuple(fact_of(Waiting, row) for row in self.many(UNTOLD, {"member": member}))
        if found:
            self.connection.execute(TELL, {"of": member})
        return found

    def has_answered(self, round: str, member: str) -> bool:
        """Return whether a member brought something to a round."""
        key = (round, member)
        if key not in self._answered:
            found = self.many(ANSWERED, {"round": round, "member": member})
            self._answered[key] = bool(found)
        return self._answered[key]

    def since(self, before: timedelta) -> int:
        """Return, in microseconds, the moment this long before the first event of the transaction."""
        return to_micros(self._begun - before)

    def note_answered(self, round: str, member: str) -> None:
        """Note that a member has brought something to a round."""
        self._answered[round, member] = True

    def stances_since(self, member: str, after: int) -> int:
        """Return how many stances a member gave since *after* (microseconds)."""
        if member not in self._stances:
            (row,) = self.many(STANCES, {"member": member, "after": after})
            self._stances[member] = row["count"]
        return self._stances[member]

    def note_stance(self, member: str) -> None:
        """Note that a member gave one more stance."""
        if member in self._stances:
            self._stances[member] += 1

    def may_wait(self, member: str) -> bool:
        """Return whether anything waits for a member; asked once a transaction, for everybody in it."""
        if member not in self._waits:
            people = [id for id in self._people(member) if id not in self._waits]
            found = set(self.connection.execute(WAITS, {"members": people}).scalars())
            self._waits |= {id: id in found for id in people}
        return self._waits[member]

    def note_waiting(self, member: str) -> None:
        """Note that something waits for a member now."""
        self._waits[member] = True

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

    # -- what is asked for all events at once

    def _find_handled(self, events: Sequence[Event]) -> set[str]:
        if not events:
            return set()
        return set(self.connection.execute(HANDLED, {"ids": [event.id for event in events]}).scalars())

    def _find_members(self, workspace: str, account: str) -> None:
        accounts = {account} | {
            event.account.id
            for event in self._events
            if not isinstance(event, CameDue) and event.community.workspace == workspace
        }
        missing = [account for account in accounts if (workspace, account) not in self._members]
        for id in missing:
            self._members[workspace, id] = {}
        for row in self.many(MEMBERS, {"workspace": workspace, "accounts": missing}):
            member = self.remember(Member, row)
            self._members[workspace, member.account].setdefault(member.dialogue, member)

    def _people(self, member: str) -> set[str]:
        """Return *member* and everybody else who causes an event of this transaction."""
        return {known.id for found in self._members.values() for known in found.values()} | {member}

    def _find_said(self, members: Sequence[str], day: int, minutes: int) -> None:
        self.flush()
        self._said |= {id: [] for id in members}
        asked = {"members": members, "day": day, "minutes": minutes}
        for member, id, round, number, made_at, body in self.connection.execute(RECENT, asked).all():
            said = Said(ContributionId(id), RoundId(round), number, body or "", from_micros(made_at))
            self._said[member].append(said)
