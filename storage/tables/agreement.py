"""Statements, what people responded to them, and the notes that stand beside them."""

from sqlalchemy import BigInteger, Index, false
from sqlmodel import Field, SQLModel


class Statement(SQLModel, table=True):
    """One edition of a statement; its text is in `Revision`."""

    __table_args__ = (Index("statement_by_number", "dialogue", "number", "edition", unique=True),)

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    dialogue: str = Field(foreign_key="dialogue.id")
    number: int
    edition: int
    member: str
    level: str
    shown_name: str
    made_at: int = Field(sa_type=BigInteger)
    state: str
    state_on: str | None = None


class CheckIn(SQLModel, table=True):
    """One check-in on one edition."""

    __tablename__ = "check_in"

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    statement: str = Field(foreign_key="statement.id", index=True)
    place: str
    method: str
    scale: str
    eligible: str
    quorum: int
    stakes: str
    rule: str
    levels: str
    opened_at: int = Field(sa_type=BigInteger)
    closes_at: int = Field(sa_type=BigInteger)
    state: str
    closed_at: int | None = Field(default=None, sa_type=BigInteger)
    left: int
    reading: str | None = None
    fallback: str = Field(sa_column_kwargs={"server_default": ""})
    stand_aside_binds: bool = Field(sa_column_kwargs={"server_default": false()})
    on_paper: str = Field(sa_column_kwargs={"server_default": "[]"})
    asked_on_paper: int = Field(sa_column_kwargs={"server_default": "0"})
    extension: str = Field(sa_column_kwargs={"server_default": "none"})
    held_since: int | None = Field(default=None, sa_type=BigInteger)
    moves: int = Field(sa_column_kwargs={"server_default": "0"})
    because: str = Field(sa_column_kwargs={"server_default": ""})
    read_by: str = Field(sa_column_kwargs={"server_default": "[]"})


class Response(SQLModel, table=True):
    """What one member responded; the reason is here while it is sealed, then in `Revision`."""

    __table_args__ = (
        Index("response_by_member", "check_in", "member"),
        # Stored by a random key: the order of rows tells no order of arrival.
        {"sqlite_with_rowid": False},
    )

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    check_in: str = Field(foreign_key="check_in.id")
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    member: str
    kind: str
    reason: str
    has_reason: bool
    level: str
    shown_name: str
    made_at: int = Field(sa_type=BigInteger)
    state: str
    state_on: str | None = None
    keys: str = Field(sa_column_kwargs={"server_default": "[]"})
    labels: str = Field(sa_column_kwargs={"server_default": "[]"})
    is_private: bool = Field(sa_column_kwargs={"server_default": false()})
    part: str = Field(sa_column_kwargs={"server_default": ""})
    need: str = Field(sa_column_kwargs={"server_default": ""})
    idea: str = Field(sa_column_kwargs={"server_default": ""})


class MinorityNote(SQLModel, table=True):
    """A note under a statement; its words are in `Revision`."""

    __tablename__ = "minority_note"

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    check_in: str = Field(foreign_key="check_in.id", index=True)
    member: str
    level: str
    shown_name: str
    made_at: int = Field(sa_type=BigInteger)
    edits: int
    signed_by: str
    state: str
    state_on: str | None = None


class Remark(SQLModel, table=True):
    """A question, an answer or a comment beside a check-in; its words are in `Revision`."""

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    check_in: str = Field(foreign_key="check_in.id", index=True)
    kind: str
    to: str | None = None
    member: str
    level: str
    shown_name: str
    made_at: int = Field(sa_type=BigInteger)
    is_settled: bool
    state: str
    state_on: str | None = None


class Objection(SQLModel, table=True):
    """An objection to an edition; what it says is in `Revision`, point by point."""

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    statement: str = Field(foreign_key="statement.id")
    check_in: str = Field(foreign_key="check_in.id", index=True)
    response: str
    member: str
    level: str
    shown_name: str
    made_at: int = Field(sa_type=BigInteger)
    points: str
    standing: str
    settled_on: str | None = None
    was_asked: bool
    state: str
    state_on: str | None = None


class Decision(SQLModel, table=True):
    """A reading that people confirmed, with its history."""

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    statement: str = Field(foreign_key="statement.id")
    check_in: str = Field(foreign_key="check_in.id", index=True)
    outcome: str
    fallback: str
    decided_by: str
    member: str
    made_at: int = Field(sa_type=BigInteger)
    measure: str
    review_at: int | None = Field(default=None, sa_type=BigInteger)
    state: str
    history: str
