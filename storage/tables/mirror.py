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
