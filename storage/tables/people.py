"""Dialogues and the members in them."""

from sqlalchemy import BigInteger, Index
from sqlmodel import Field, SQLModel


class Dialogue(SQLModel, table=True):
    """One dialogue."""

    __table_args__ = (Index("dialogue_in_place", "workspace", "place", "state"),)

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    place: str
    started_by: str
    started_at: int = Field(sa_type=BigInteger)
    title: str
    purpose: str
    decides: str
    constraints: str
    support: str
    zone: str
    language: str
    levels: str
    keeping: str
    run_by: str
    state: str
    opened_at: int | None = Field(default=None, sa_type=BigInteger)
    closed_at: int | None = Field(default=None, sa_type=BigInteger)
    facts: int
    is_example: bool
    framework: str


class Member(SQLModel, table=True):
    """One person in one dialogue."""

    __table_args__ = (Index("member_by_account", "workspace", "account", "dialogue", unique=True),)

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    account: str
    name: str
    role: str
    joined_at: int = Field(sa_type=BigInteger)
    consent: str | None = None
    chosen_name: str
    level: str | None = None
    language: str
    zone: str
    quiet: str
    has_left: bool
    wishes: str = Field(default="{}", sa_column_kwargs={"server_default": "{}"})
    paused_until: int | None = Field(default=None, sa_type=BigInteger)
    unreachable_since: int | None = Field(default=None, sa_type=BigInteger)
