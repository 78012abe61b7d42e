"""What a group sees of its own work: its ways back, what people bring, and what became of what was said."""

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel


class WayBack(SQLModel, table=True):
    """One return to an earlier part, with its reason."""

    __tablename__ = "way_back"

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    source_kind: str | None = None
    source_id: str
    source_number: int
    mechanism: str
    theme: str
    reason: str
    round: str | None = Field(default=None, index=True)
    member: str
    made_at: int = Field(sa_type=BigInteger)


class Gap(SQLModel, table=True):
    """Why a part of the map is empty; a note on it is in `Revision`."""

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    mechanism: str
    theme: str
    reason: str
    has_note: bool
    level: str
    member: str
    made_at: int = Field(sa_type=BigInteger)


class Renewal(SQLModel, table=True):
    """A new version of an intention; its id is that of the contribution."""

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    earlier: str | None = None
    because_of: str | None = None


class Asset(SQLModel, table=True):
    """What somebody brings; what it is, is in `Revision`."""

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    number: int
    member: str
    level: str
    shown_name: str
    kind: str
    offered_as: str
    limits: str
    may_contact: str
    audience: str
    offered_for: str | None = None
    made_at: int = Field(sa_type=BigInteger)
    edits: int
    state: str
    state_on: str | None = None


class ChangeNote(SQLModel, table=True):
    """What became of words; what is said about it is in `Revision`."""

    __tablename__ = "change_note"

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    number: int
    sources: str
    became: str
    decided_by: str
    member: str
    level: str
    shown_name: str
    made_at: int = Field(sa_type=BigInteger)
    state: str
    state_on: str | None = None


class Commitment(SQLModel, table=True):
    """What somebody took on; what it is, is in `Revision`."""

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    number: int
    sources: str
    who: str
    by_when: str
    progress: str
    why_not: str
    progress_on: str | None = None
    member: str
    level: str
    shown_name: str
    made_at: int = Field(sa_type=BigInteger)
    state: str
    state_on: str | None = None
