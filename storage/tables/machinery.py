"""What keeps the rest going: events handled, posts, plans, what waits, the ledger and the erasures."""

from typing import Any

from sqlalchemy import BigInteger, Index, LargeBinary
from sqlmodel import Field, SQLModel


def _text_of_later() -> Any:
    """Return a text that came with a later version; rows of before have an empty one."""
    return Field(default="", sa_column_kwargs={"server_default": ""})


class Inbox(SQLModel, table=True):
    """An event that was handled; never what it said."""

    __table_args__ = ({"sqlite_with_rowid": False},)

    id: str = Field(primary_key=True)
    workspace: str
    at: int = Field(sa_type=BigInteger)


class Post(SQLModel, table=True):
    """A post: keys and ids, never words."""

    __table_args__ = (
        Index("post_due", "state", "due"),
        Index("post_in_place", "workspace", "place", "made_at"),
        Index("post_held", "lease_until"),
        Index("post_for", "recipient", "stood_at"),
    )

    id: str = Field(primary_key=True)
    workspace: str
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    place: str
    message: str | None = None
    edition: int
    state: str
    due: int = Field(sa_type=BigInteger)
    made_at: int = Field(sa_type=BigInteger)
    attempts: int
    remotes: str
    lease_until: int = Field(default=0, sa_type=BigInteger)
    fence: int
    unsure_since: int | None = Field(default=None, sa_type=BigInteger)
    recipient: str = _text_of_later()
    occasion: str = _text_of_later()
    about: str = _text_of_later()
    meant_for: int | None = Field(default=None, sa_type=BigInteger)
    until: int | None = Field(default=None, sa_type=BigInteger)
    stood_at: int | None = Field(default=None, sa_type=BigInteger)


class Occurrence(SQLModel, table=True):
    """Something planned: local date, time and zone; `due` is derived from them."""

    __table_args__ = (
        Index("occurrence_due", "is_done", "due"),
        Index("occurrence_of_schedule", "schedule", "day"),
    )

    id: str = Field(primary_key=True)
    workspace: str
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    ticket: str
    day: str
    time: str
    zone: str
    due: int = Field(sa_type=BigInteger)
    is_done: bool
    schedule: str = _text_of_later()
    recipient: str = _text_of_later()
    moved_to: str | None = None
    outcome: str | None = None


class Waiting(SQLModel, table=True):
    """What one member should know."""

    __table_args__ = (Index("waiting_for", "member", "made_at"),)

    id: str = Field(primary_key=True)
    workspace: str
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    member: str
    phrase: str
    action: str
    subject: str = Field(index=True)
    made_at: int = Field(sa_type=BigInteger)
    is_told: bool


class Ledger(SQLModel, table=True):
    """One entry of a dialogue's chain; appended, never changed."""

    dialogue: str = Field(primary_key=True)
    number: int = Field(primary_key=True)
    workspace: str
    kind: str
    id: str
    on: str
    actor: str
    action: str
    target: str
    level: str
    commitment: str
    head: str


class LedgerHead(SQLModel, table=True):
    """The last head of each chain, kept apart so that a cut at the end is seen."""

    __tablename__ = "ledger_head"

    dialogue: str = Field(primary_key=True)
    workspace: str
    number: int
    head: str


class Reason(SQLModel, table=True):
    """The reason of an act, behind its commitment in the ledger."""

    id: str = Field(primary_key=True)
    workspace: str
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    body: str
    salt: bytes = Field(sa_type=LargeBinary)


class Erasure(SQLModel, table=True):
    """The id of a text that was erased on purpose, and the day."""

    id: str = Field(primary_key=True)
    workspace: str
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    on: str
