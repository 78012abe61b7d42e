"""The lines of the notes, and what the authors they cite said about them."""

from sqlalchemy import BigInteger, Index
from sqlmodel import Field, SQLModel


class Line(SQLModel, table=True):
    """One edition of a line; its text is in `Revision`."""

    __table_args__ = (Index("line_by_number", "dialogue", "number", "edition", unique=True),)

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    dialogue: str = Field(foreign_key="dialogue.id")
    number: int
    edition: int
    kind: str
    sources: str
    origin: str
    member: str
    level: str
    shown_name: str
    made_at: int = Field(sa_type=BigInteger)
    state: str
    state_on: str | None = None


class Drafters(SQLModel, table=True):
    """Who may draft lines in a dialogue."""

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    drafting: str


class Interpretation(SQLModel, table=True):
    """What one person takes from it; the words are here while it is private, then in `Revision`."""

    # Stored by a random key: the order of rows tells no order of arrival.
    __table_args__ = ({"sqlite_with_rowid": False},)

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    number: int
    member: str
    level: str
    shown_name: str
    based_on: str
    rival_of: str | None = None
    sureness: str
    draft: str
    made_at: int = Field(sa_type=BigInteger)
    shared_on: str | None = None
    edits: int
    state: str
    state_on: str | None = None


class LineCheck(SQLModel, table=True):
    """What the author of one source answered; a better wording is in `Revision`."""

    __tablename__ = "line_check"
    __table_args__ = (
        Index("line_check_by_source", "line", "source"),
        # Stored by a random key: the order of rows tells no order of arrival.
        {"sqlite_with_rowid": False},
    )

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    line: str = Field(foreign_key="line.id")
    source: str
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    member: str
    answer: str
    level: str
    shown_name: str
    made_at: int = Field(sa_type=BigInteger)
    edits: int
    state: str
    state_on: str | None = None
