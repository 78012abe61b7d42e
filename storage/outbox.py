"""Posts on their way out, under leases with fencing numbers; rows of keys and ids, never words."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Update,
    bindparam,
    case,
    delete,
    func,
    insert,
    select,
    tuple_,
    update,
)

from bot.dialogue.manners import Occasion
from bot.dialogue.places import Place
from bot.dialogue.rhythm import LATE, Outcome
from bot.identifiers import DialogueId, MemberId, PostId
from bot.ports import Delivery
from bot.speech.effects import Gone
from bot.speech.written import read_message
from storage.rows import MICROSECOND, community_of, from_micros, row_of, to_micros
from storage.schema import T
from storage.sql import SqlStore
from storage.whereabouts import may_be_sent

LEASE = timedelta(seconds=60)
ANY_DUE = (
    select(T.post.c.id)
    .where(
        T.post.c.state == "waiting",
        T.post.c.due <= bindparam("moment"),
        T.post.c.lease_until <= bindparam("moment"),
        may_be_sent(),
    )
    .limit(1)
)
"""What is asked again and again by a bot that has nothing to do; so it is put into words once."""


class SqlOutbox:
    """The outbox; everything but `holds` and `standing` runs on the writer's thread."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def claim(
        self, now: datetime, platform: str, most: int, busy: Collection[Place] = ()
    ) -> tuple[Delivery, ...]:
        """
        Take posts that are due, the oldest first, so that nobody else sends them for a minute.

        A lease that ran out means that somebody may have sent the post and could not say so.
        """
        post, moment = T.post.c, to_micros(now)
        with self._store.looking() as connection:
            if connection.execute(ANY_DUE, {"moment": moment}).first() is None:
                return ()
        due = (
            select(T.post)
            .where(
                post.state == "waiting", post.due <= moment, post.lease_until <= moment,
                post.workspace.startswith(f"{platform}:", autoescape=True), *_not_at(busy),
                _at_places_of_others(moment), may_be_sent(),
            )
            .order_by(post.due, func.coalesce(post.until, 0), post.made_at)
            .limit(most)
        )  # fmt: skip
        # One process at a time, so that no two of them take posts of the same place.
        rows = self._store.do(lambda connection: _lease(connection, due, now), [f"outbox {platform}"])
        return tuple(_delivery(row, fence=row["fence"] + 1) for row in rows)

    def holds(self, delivery: Delivery, now: datetime) -> bool:
        """Whether the post is still this process's to send: nobody took it, and its minute is not over."""
        still = select(T.post.c.id).where(*_mine(delivery), T.post.c.lease_until > to_micros(now))
        with self._store.looking() as connection:
            return connection.execute(still).first() is not None

    def note(self, delivery: Delivery, remotes: tuple[str, ...], now: datetime) -> None:
        """Note the parts that stand already, and hold the post for another minute."""
        stands = {"remotes": "\n".join(remotes), "lease_until": to_micros(now + LEASE), "unsure_since": None}
        noting = update(T.post).where(*_mine(delivery)).values(**stands)
        self._store.do(lambda connection: connection.execute(noting))

    def delivered(self, delivery: Delivery, remotes: tuple[str, ...], at: datetime | None = None) -> None:
        """Note that a post stands in its place since *at*; where it changed meanwhile, it stays due."""
        mine = _mine(delivery)
        stands: dict[str, Any] = {"remotes": "\n".join(remotes), "lease_until": 0, "unsure_since": None}
        if at and not delivery.remotes:
            stands["stood_at"] = to_micros(at)
        done = update(T.post).where(*mine, T.post.c.edition == delivery.edition).values(state="delivered")

        def note(connection: Connection) -> None:
            connection.execute(update(T.post).where(*mine).values(**stands))
            connection.execute(done)
            if at and not delivery.remotes:
                connection.execute(_occurrence(delivery).values(outcome=_in_time(at)))

        self._store.do(note)

    def postpone(self, delivery: Delivery, until: datetime) -> None:
        """Let a post wait until a moment at which its reader may be written to; that is no failed try."""
        later = {"lease_until": 0, "due": to_micros(until)}
        waiting = update(T.post).where(*_mine(delivery)).values(**later)
        self._store.do(lambda connection: connection.execute(waiting))

    def end(self, delivery: Delivery, gone: Gone) -> None:
        """Note that a post does not go out any more, how it ended, and what its reader is told instead."""
        over = update(T.post).where(*_mine(delivery)).values(lease_until=0, state="undeliverable")

        def note(connection: Connection) -> None:
            if not connection.execute(over).rowcount:
                return
            if gone.outcome:
                connection.execute(_occurrence(delivery).values(outcome=str(gone.outcome)))
            if gone.told:
                row = row_of(gone.told, delivery.place.community.workspace)
                connection.execute(delete(T.waiting).where(T.waiting.c.id == gone.told.id))
                connection.execute(insert(T.waiting).values(row))

        self._store.do(note)

    def failed(
        self, delivery: Delivery, until: datetime | None, unsure_since: datetime | None = None
    ) -> None:
        """Note that a post was not taken: try again at *until*, or never when there is none."""
        post = T.post.c
        later: dict[str, Any] = {"due": to_micros(until)} if until else {"state": "undeliverable"}
        if unsure_since and delivery.unsure_since is None:
            later["unsure_since"] = to_micros(unsure_since)
        tried = update(T.post).where(*_mine(delivery))
        noting = tried.values(lease_until=0, attempts=post.attempts + 1, **later)
        self._store.do(lambda connection: connection.execute(noting))

    def release(self, deliveries: Sequence[Delivery], until: datetime | None = None) -> None:
        """Give back what was taken and not begun; it is due again at *until*, else at once."""
        later = {"due": to_micros(until)} if until else {}

        def give_back(connection: Connection) -> None:
            for delivery in deliveries:
                mine = update(T.post).where(*_mine(delivery))
                connection.execute(mine.values(lease_until=0, **later))

        self._store.do(give_back)

    def standing(self, place: Place, most: int) -> tuple[Delivery, ...]:
        """Return the posts that stand in a place, the oldest first, at most the last *most*."""
        post = T.post.c
        latest = (
            select(T.post)
            .where(
                post.workspace == place.community.workspace, post.place == place.channel, post.remotes != ""
            )
            .order_by(post.made_at.desc(), post.id)
            .limit(most)
        )
        with self._store.looking() as connection:
            rows = [dict(row) for row in connection.execute(latest).mappings()]
        return tuple(_delivery(row, fence=row["fence"]) for row in reversed(rows))


def _lease(connection: Connection, due: Select[Any], now: datetime) -> list[dict[str, Any]]:
    """Take what is due; what somebody else is just changing is left to the next time."""
    post = T.post.c
    rows = [dict(row) for row in connection.execute(due.with_for_update(skip_locked=True)).mappings()]
    lost = [row["id"] for row in rows if row["lease_until"] and row["unsure_since"] is None]
    for row in rows:
        row["unsure_since"] = _unsure_since(row)
    if lost:
        since = {"unsure_since": post.lease_until - LEASE // MICROSECOND}
        connection.execute(update(T.post).where(post.id.in_(lost)).values(**since))
    lease = {"lease_until": to_micros(now + LEASE), "fence": post.fence + 1}
    connection.execute(update(T.post).where(post.id.in_([row["id"] for row in rows])).values(**lease))
    return rows


def _at_places_of_others(moment: int) -> ColumnElement[bool]:
    """Leave a place to the process that carries something there: one place, one order."""
    other = T.post.alias("other")
    held = select(other.c.workspace, other.c.place).where(other.c.lease_until > moment)
    return tuple_(T.post.c.workspace, T.post.c.place).not_in(held)


def _not_at(busy: Collection[Place]) -> tuple[ColumnElement[bool], ...]:
    if not busy:
        return ()
    places = [(place.community.workspace, place.channel) for place in busy]
    return (tuple_(T.post.c.workspace, T.post.c.place).not_in(places),)


def _mine(delivery: Delivery) -> tuple[ColumnElement[bool], ...]:
    return (T.post.c.id == delivery.post, T.post.c.fence == delivery.fence)


def _unsure_since(row: Mapping[str, Any]) -> Any:
    """Return since when it is not known whether this post stands: since it was taken the last time."""
    if row["unsure_since"] is None and row["lease_until"]:
        return row["lease_until"] - LEASE // MICROSECOND
    return row["unsure_since"]


def _occurrence(delivery: Delivery) -> Update:
    """Change the occurrence that a post is for, as long as it is not known how it ended."""
    planned = T.occurrence.c
    return update(T.occurrence).where(
        planned.id == delivery.post, planned.schedule != "", planned.outcome.is_(None)
    )


def _in_time(at: datetime) -> ColumnElement[str]:
    is_late = T.occurrence.c.due < to_micros(at - LATE)
    return case((is_late, str(Outcome.DELIVERED_LATE)), else_=str(Outcome.DELIVERED))


def _delivery(row: Mapping[str, Any], fence: int) -> Delivery:
    return Delivery(
        post=PostId(row["id"]),
        dialogue=DialogueId(row["dialogue"]),
        place=Place(community_of(row["workspace"]), row["place"]),
        message=read_message(row["message"]) if row["message"] else None,
        remotes=tuple(name for name in row["remotes"].split("\n") if name),
        recipient=MemberId(row["recipient"]),
        occasion=Occasion(row["occasion"]) if row["occasion"] else Occasion.ASKED,
        about=row["about"],
        meant_for=_moment(row["meant_for"]),
        until=_moment(row["until"]),
        edition=row["edition"],
        attempts=row["attempts"],
        fence=fence,
        unsure_since=_moment(row["unsure_since"]),
    )


def _moment(micros: int | None) -> datetime | None:
    return None if micros is None else from_micros(micros)
