"""A memory with the garden in it, and short ways to keep and to look."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from typing import Any

from sqlalchemy import Select

from bot.dialogue.contributions import Contribution, Revision
from bot.dialogue.kept import Kept
from bot.dialogue.members import Member
from bot.dialogue.places import Community
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import DialogueId, EventId, Seed
from bot.speech.effects import Effects, Reply, Silence
from bot.speech.events import Event
from storage.database import Database
from storage.sql import SqlStore
from tests.people import ADA, BEN, EVERYBODY, GARDEN, ROOM, a_contribution, a_revision, a_round, typed


class Memory:
    """A memory, and the events that change it."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.store = SqlStore(database)
        self._numbers = count(1)
        self._has_no_triggers = False

    def with_garden(self) -> "Memory":
        """Keep the dialogue, its people and an open round."""
        self.keep(GARDEN, *EVERYBODY, a_round())
        return self

    def event(self, id: str = "") -> Event:
        """Return an event of Ada's, with an id and chance of its own."""
        number = next(self._numbers)
        plain = typed(ADA, Ticket(Action.HELP))
        return replace(plain, id=EventId(id or f"event {number}"), seed=Seed(number.to_bytes(32, "big")))

    def keep(
        self,
        *facts: Kept,
        event: Event | None = None,
        dialogue: DialogueId | None = GARDEN.id,
        member: Member | None = ADA,
        **effects: Any,
    ) -> None:
        """Keep facts and other effects, as one event in a transaction of its own."""
        happened = event or self.event()
        with self.store.batch([happened]) as batch:
            work = batch.work(ROOM)
            work.keep(happened, self.effects(*facts, **effects), dialogue, member.id if member else None)

    @staticmethod
    def effects(*facts: Kept, **effects: Any) -> Effects[Reply]:
        """Return effects that answer nothing."""
        return Effects(reply=Silence(), keep=facts, **effects)

    def say(self, contribution: Contribution, body: str = "", **effects: Any) -> Revision:
        """Keep a contribution with its words."""
        revision = a_revision(contribution, body)
        self.keep(contribution, revision, **effects)
        return revision

    def say_something(self, body: str = "") -> None:
        """Keep a contribution like no other before it."""
        number = next(self._numbers)
        self.say(a_contribution(BEN, number), body)

    def rows(self, statement: Select[Any]) -> Sequence[Any]:
        """Return what a question finds."""
        with self.store.looking() as connection:
            return connection.execute(statement).all()

    def rows_of(self, words: str) -> Sequence[Any]:
        """Return what a question in SQL finds."""
        with self.store.looking() as connection:
            return connection.exec_driver_sql(words).all()

    def get(self, kind: type[Any], id: str, community: Community = ROOM) -> Any:
        """Return a thing by its id."""
        with self.store.reading(community) as work:
            return work.get(kind, id)

    def change_behind(self, words: str, *values: object) -> None:
        """Run a statement as somebody would who has the database and knows no rules."""
        with self.store.writing() as connection:
            if connection.dialect.name == "postgresql":
                rule = "replica" if self._has_no_triggers else "origin"
                connection.exec_driver_sql(
                    f"SET LOCAL ROLE NONE; SET LOCAL session_replication_role = {rule}"
                )
                words = words.replace("?", "%s").replace("zeroblob(32)", "decode(repeat('00', 32), 'hex')")
            connection.exec_driver_sql(words, values)

    def drop_trigger(self, name: str) -> None:
        """Take away what the database itself refuses."""
        if self.store.writer.dialect.name == "postgresql":
            self._has_no_triggers = True  # left aside, so that the next test finds them where they were
        else:
            self.change_behind(f"DROP TRIGGER {name}")

    def close(self) -> None:
        """Close the memory."""
        self.store.close()
