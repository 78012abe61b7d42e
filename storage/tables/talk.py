"""Rounds, contributions, their words, and what members make of each other's."""

from sqlalchemy import BigInteger, Index, LargeBinary
from sqlmodel import Field, SQLModel


class Round(SQLModel, table=True):
    """One question."""

    __table_args__ = (Index("round_by_number", "dialogue", "number"),)

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    dialogue: str = Field(foreign_key="dialogue.id")
    place: str
    number: int
    question: str
    mechanism: str
    theme: str
    prompt: str
    reveal: str
    levels: str
    opened_at: int | None = Field(default=None, sa_type=BigInteger)
    closes_at: int = Field(sa_type=BigInteger)
    closed_at: int | None = Field(default=None, sa_type=BigInteger)


class Contribution(SQLModel, table=True):
    """What one member brought to a round; the words are in `Revision`."""

    __table_args__ = (
        Index("contribution_by_number", "dialogue", "number"),
        Index("contribution_by_member", "member", "made_at", "kind"),
        # What is looked up by a random key is stored by it too: the order of rows tells no order of arrival.
        {"sqlite_with_rowid": False},
    )

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    dialogue: str = Field(foreign_key="dialogue.id")
    round: str = Field(foreign_key="round.id", index=True)
    number: int
    member: str
    level: str
    shown_name: str
    kind: str
    made_at: int = Field(sa_type=BigInteger)
    shared_on: str | None = None
    is_late: bool
    is_new_to_me: bool
    to: str | None = None
    turn: str | None = None
    edits: int
    state: str
    state_on: str | None = None
    stays_in_open_data: bool


class Revision(SQLModel, table=True):
    """The words of a contribution or appeal at one time, and the salt that proves them; gone when erased."""

    __table_args__ = (Index("revision_of", "of", "number"), {"sqlite_with_rowid": False})

    id: str = Field(primary_key=True)
    workspace: str
    of: str
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    number: int
    body: str
    salt: bytes = Field(sa_type=LargeBinary)
    made_at: int = Field(sa_type=BigInteger)


class Stance(SQLModel, table=True):
    """How one member sees one contribution."""

    __table_args__ = (Index("stance_by_member", "member", "made_at"), {"sqlite_with_rowid": False})

    contribution: str = Field(primary_key=True, foreign_key="contribution.id")
    member: str = Field(primary_key=True)
    workspace: str
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    kind: str
    made_at: int = Field(sa_type=BigInteger)


class Divergence(SQLModel, table=True):
    """Views that stay apart."""

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    positions: str
    marked_by: str
    made_at: int = Field(sa_type=BigInteger)
    state: str
    agreed_by: str


class Appeal(SQLModel, table=True):
    """An appeal; its words are in `Revision`."""

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    member: str
    about: str | None = None
    made_at: int = Field(sa_type=BigInteger)
    answered_at: int | None = Field(default=None, sa_type=BigInteger)
