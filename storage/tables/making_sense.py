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


class UnderstandingCheck(SQLModel, table=True):
    """One question about what the group understands."""

    __tablename__ = "understanding_check"

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    number: int
    place: str
    question: str
    eligible: str
    quorum: int
    levels: str
    opened_at: int = Field(sa_type=BigInteger)
    closes_at: int = Field(sa_type=BigInteger)
    stage: str
    line: str | None = None
    left: int
    reading: str | None = None
    closed_at: int | None = Field(default=None, sa_type=BigInteger)


class Restatement(SQLModel, table=True):
    """What one member says in their own words; sealed here, then in `Revision`."""

    __table_args__ = ({"sqlite_with_rowid": False},)

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    check: str = Field(foreign_key="understanding_check.id", index=True)
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    number: int
    member: str
    is_pass: bool
    level: str
    shown_name: str
    draft: str
    made_at: int = Field(sa_type=BigInteger)
    shared_on: str | None = None
    state: str
    state_on: str | None = None


class Mark(SQLModel, table=True):
    """How one member marks the line of the group; what differs is sealed here, then in `Revision`."""

    __table_args__ = ({"sqlite_with_rowid": False},)

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    check: str = Field(foreign_key="understanding_check.id", index=True)
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    member: str
    key: str
    firmness: str
    differs: str
    has_words: bool
    level: str
    shown_name: str
    made_at: int = Field(sa_type=BigInteger)
    shared_on: str | None = None
    state: str
    state_on: str | None = None


class Understanding(SQLModel, table=True):
    """What the group understands, with what brought it back."""

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    number: int
    check: str = Field(foreign_key="understanding_check.id")
    scope: str
    firmness: str
    shared_by: int
    seen_differently: str
    based_on: str
    returned_turns: str
    returned_lines: str
    recorded_by: str
    made_at: int = Field(sa_type=BigInteger)


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
