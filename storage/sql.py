"""The work of one transaction in one workspace, on Core statements over the tables."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from typing import Any, TypeVar, cast

from sqlalchemy import Connection, select

from bot.dialogue.dialogues import Dialogue, DialogueState
from bot.dialogue.members import Member
from bot.dialogue.places import Account, Community, Place
from bot.dialogue.waiting import Waiting
from bot.errors import NotFound, StaleState
from bot.identifiers import DialogueId, MemberId
from bot.speech.effects import Effects, Reply
from bot.speech.events import CameDue, Event
from bot.words import Phrase, Quote
from storage import planned, whereabouts
from storage.batch import SqlBatch
from storage.database import Database
from storage.keeping import Keeping
from storage.loads import LOADS
from storage.quotes import quoted
from storage.rows import facts_of
from storage.schema import TABLE_OF, T
from storage.walls import EVERYWHERE

Thing = TypeVar("Thing")
Found = TypeVar("Found")
ATTEMPTS = 3
NUMBER = re.compile("[1-9][0-9]{0,8}")
"""The number of a round or contribution; nought is none."""


class SqlStore:
    """The memory of the bot (decisions 8 to 10 of the project say how it is written)."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._is_clean = True

    @property
    def is_shared(self) -> bool:
        """Whether readers must take turns with the writer."""
        return self._database.is_shared

    @property
    def writer(self) -> Connection:
        """The one connection that writes; only ever used on the writer's thread."""
        return self._database.writer

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Open a transaction over everything, and commit it unless something raises."""
        with self._database.writing() as connection:
            yield connection

    def do(self, unit: Callable[[Connection], Found], alone_in: Collection[str] = ()) -> Found:
        """
        Do a unit of work in a transaction of its own; again where it was taken back through no fault of ours.

        Of all who name the same thing in *alone_in*, one works at a time.

        Raises:
            StaleState: Even the last attempt was taken back.
            StoreUnusable: Nothing can be kept for now.
        """
        for _ in range(ATTEMPTS - 1):
            with suppress(StaleState):
                return self._do_once(unit, alone_in)
        return self._do_once(unit, alone_in)

    def _do_once(self, unit: Callable[[Connection], Found], alone_in: Collection[str]) -> Found:
        with self._database.writing(alone_in) as connection:
            return unit(connection)

    @contextmanager
    def batch(self, events: Sequence[Event]) -> Iterator["SqlWorks"]:
        """Open one transaction for these events; it commits at the end, or keeps nothing."""
        workspaces = {event.community.workspace for event in events}
        with self._database.writing(workspaces, [event.id for event in events]) as connection:
            works = SqlWorks(SqlBatch(connection, events))
            yield works
            works.batch.flush()
        self._is_clean = self._is_clean and not works.batch.has_erased
        if not self._is_clean:
            self._is_clean = self._database.clean()

    @contextmanager
    def reading(self, community: Community) -> Iterator["SqlWork"]:
        """Open a short read inside one workspace."""
        with self._database.reading(community.workspace) as connection:
            batch = SqlBatch(connection, ())
            batch.workspace = community.workspace  # the connection is there already
            yield SqlWork(batch, community.workspace)

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """Open a short read over everything, for the operator."""
        with self._database.reading(EVERYWHERE) as connection:
            yield connection

    def communities_of(self, platform: str, account: str) -> tuple[Community, ...]:
        """Return where on a platform this account takes part, for a message that does not say so."""
        with self.looking() as connection:
            return whereabouts.communities_of(connection, platform, account)

    def presence(self, platform: str) -> Mapping[Community, bool]:
        """Return the communities of a platform with dialogues, and whether the bot is there."""
        with self.looking() as connection:
            return whereabouts.presence(connection, platform)

    def where_written(self, platform: str, message: str) -> Community | None:
        """Return the community in which a message became a contribution; nothing where it did not."""
        with self.looking() as connection:
            return whereabouts.where_written(connection, platform, message)

    def dialogues(self) -> tuple[Dialogue, ...]:
        """Return every dialogue of every workspace, for the operator."""
        with self.looking() as connection:
            return tuple(facts_of(Dialogue, T.dialogue, connection.execute(select(T.dialogue))))

    def close(self) -> None:
        """Close everything."""
        self._database.close()


class SqlWorks:
    """One transaction, continued inside one workspace after another."""

    def __init__(self, batch: SqlBatch) -> None:
        self.batch = batch

    def work(self, community: Community) -> "SqlWork":
        """Continue inside this workspace; the one before is left for good, or entered anew."""
        self.batch.enter(community.workspace)
        return SqlWork(self.batch, community.workspace)


class SqlWork:
    """One workspace inside one transaction."""

    def __init__(self, batch: SqlBatch, workspace: str) -> None:
        self._batch = batch
        self.workspace = workspace

    def has_handled(self, event: Event) -> bool:
        """Whether this event was handled before."""
        return self._batch.has_handled(event.id)

    def still_planned(self, event: CameDue) -> CameDue:
        """Return the event with only what has not come already: two clocks may have seen the same."""
        return planned.still_to_come(self, event)

    def get(self, kind: type[Thing], id: str, dialogue: DialogueId | None = None) -> Thing:
        """
        Return the thing with this id, or with this number in *dialogue*.

        Raises:
            NotFound: This workspace has no such thing.
        """
        if dialogue is not None:
            return self._numbered(kind, id, dialogue)
        known = self._batch.known(kind, id, self.workspace)
        if known is not None:
            return known
        found = self._batch.find(kind, id, self.workspace)
        if found is None:
            raise NotFound
        return found

    def dialogue_at(self, place: Place) -> Dialogue | None:
        """Return the dialogue held in a place: the one that is open, else the one that ended last."""
        found = [
            self._batch.remember(Dialogue, row)
            for row in self._dialogue_rows(T.dialogue.c.place == place.outer.channel)
        ]
        started = [dialogue for dialogue in found if dialogue.state is not DialogueState.PREPARED]
        is_open = [dialogue for dialogue in started if dialogue.state is DialogueState.OPEN]
        return max(is_open or started, key=lambda dialogue: dialogue.started_at, default=None)

    def dialogues_of(self, account: Account) -> tuple[Dialogue, ...]:
        """Return the open dialogues this account takes part in."""
        member = T.member.c
        mine = select(member.dialogue).where(
            member.workspace == self.workspace, member.account == account.id, ~member.has_left
        )
        rows = self._dialogue_rows(T.dialogue.c.id.in_(mine))
        found = (self._batch.remember(Dialogue, row) for row in rows)
        return tuple(dialogue for dialogue in found if dialogue.state is DialogueState.OPEN)

    def member(self, account: Account, dialogue: DialogueId) -> Member | None:
        """Return the member this account is in a dialogue, or nothing."""
        return self._batch.people.member(self.workspace, account.id, dialogue)

    def load(self, kind: type[Thing], dialogue: DialogueId, member: MemberId | None, subject: str) -> Thing:
        """Return what the table of actions asks to be loaded."""
        return cast("Thing", LOADS[kind](self, dialogue, member, subject))

    def messages_to(self, member: MemberId, after: datetime) -> int:
        """Return how many messages a member did not ask for and got after a moment."""
        return planned.messages_to(self, member, after)

    def quoted(self, quotes: Collection[Quote]) -> Mapping[Quote, str | Phrase]:
        """Return the words behind quotes as they may be shown now."""
        self._batch.flush()
        return quoted(self._batch.driver, self.workspace, quotes)

    def untold(self, member: MemberId) -> tuple[Waiting, ...]:
        """Return what waits for a member and has not been told, and note it as told."""
        return self._batch.untold(member)

    def keep(
        self, event: Event, effects: Effects[Reply], dialogue: DialogueId | None, member: MemberId | None
    ) -> None:
        """
        Keep all that follows from an event, and note it as handled.

        Raises:
            StaleState: Somebody was quicker.
        """
        Keeping(self._batch, self.workspace, event, dialogue, member).keep(effects)

    @property
    def connection(self) -> Connection:
        """The connection, with everything written that waited; for the questions in `loads`."""
        self._batch.flush()
        return self._batch.connection

    @property
    def batch(self) -> SqlBatch:
        """What this transaction knows already."""
        return self._batch

    def _numbered(self, kind: type[Thing], number: str, dialogue: DialogueId) -> Thing:
        table = TABLE_OF[kind]
        if "number" not in table.c or not NUMBER.fullmatch(number):
            raise NotFound
        found = select(table).where(
            table.c.workspace == self.workspace, table.c.dialogue == dialogue, table.c.number == int(number)
        )
        row = self._batch.one(found)
        if row is None:
            raise NotFound
        return self._batch.remember(kind, row)

    def _dialogue_rows(self, where: Any) -> list[Mapping[str, Any]]:
        return self._batch.many(select(T.dialogue).where(T.dialogue.c.workspace == self.workspace, where))
