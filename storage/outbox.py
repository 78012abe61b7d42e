"""Posts on their way out, under leases with fencing numbers; rows of keys and ids, never words."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select, update

from bot.dialogue.places import Place
from bot.identifiers import DialogueId, PostId
from bot.ports import Delivery
from bot.speech.written import read_message
from storage.rows import community_of, to_micros
from storage.schema import T
from storage.sql import SqlStore

LEASE = timedelta(seconds=60)


class SqlOutbox:
    """The outbox; `claim`, `delivered` and `failed` run on the writer's thread."""

    def __init__(self, store: SqlStore) -> None:
        self._store = store

    def claim(self, now: datetime, platform: str, most: int) -> tuple[Delivery, ...]:
        """Take posts that are due, the oldest first, so that nobody else sends them for a minute."""
        post, moment = T.post.c, to_micros(now)
        due = (
            select(T.post)
            .where(
                post.state == "waiting", post.due <= moment, post.lease_until <= moment,
                post.workspace.startswith(f"{platform}:", autoescape=True),
            )
            .order_by(post.due, post.made_at)
            .limit(most)
        )  # fmt: skip
        with self._store.looking() as connection:
            if connection.execute(due.limit(1)).first() is None:
                return ()
        with self._store.writing() as connection:
            rows = [dict(row) for row in connection.execute(due).mappings()]
            ids = [row["id"] for row in rows]
            lease = {"lease_until": to_micros(now + LEASE), "fence": post.fence + 1}
            connection.execute(update(T.post).where(post.id.in_(ids)).values(**lease))
        return tuple(_delivery(row, fence=row["fence"] + 1) for row in rows)

    def delivered(self, delivery: Delivery, remote: str) -> None:
        """Note that a post stands in its place; where it changed meanwhile, it stays due."""
        post = T.post.c
        mine = (post.id == delivery.post, post.fence == delivery.fence)
        with self._store.writing() as connection:
            connection.execute(update(T.post).where(*mine).values(remote=remote, lease_until=0))
            done = update(T.post).where(*mine, post.edition == delivery.edition).values(state="delivered")
            connection.execute(done)

    def failed(self, delivery: Delivery, until: datetime | None) -> None:
        """Note that a post was not taken: try again at *until*, or never when there is none."""
        post = T.post.c
        mine = (post.id == delivery.post, post.fence == delivery.fence)
        later = {"due": to_micros(until)} if until else {"state": "undeliverable"}
        with self._store.writing() as connection:
            connection.execute(
                update(T.post).where(*mine).values(lease_until=0, attempts=post.attempts + 1, **later)
            )

    def standing(self, place: Place, most: int) -> tuple[Delivery, ...]:
        """Return the posts that stand in a place, the oldest first, at most the last *most*."""
        post = T.post.c
        latest = (
            select(T.post)
            .where(
                post.workspace == place.community.workspace, post.place == place.channel, post.remote != ""
            )
            .order_by(post.made_at.desc(), post.id)
            .limit(most)
        )
        with self._store.looking() as connection:
            rows = [dict(row) for row in connection.execute(latest).mappings()]
        return tuple(_delivery(row, fence=row["fence"]) for row in reversed(rows))


def _delivery(row: Mapping[str, Any], fence: int) -> Delivery:
    return Delivery(
        post=PostId(row["id"]),
        dialogue=DialogueId(row["dialogue"]),
        place=Place(community_of(row["workspace"]), row["place"]),
        message=read_message(row["message"]) if row["message"] else None,
        remote=row["remote"],
        edition=row["edition"],
        attempts=row["attempts"],
        fence=fence,
    )
