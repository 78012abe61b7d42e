"""What platforms told: from where the bot was removed, in which messages words were written."""

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel


class Absence(SQLModel, table=True):
    """Since when the bot is away from a community; or was, and is back."""

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    left_at: int = Field(sa_type=BigInteger)
    back_at: int | None = Field(default=None, sa_type=BigInteger)


class Origin(SQLModel, table=True):
    """In which message of a platform words were written; without row ids, which would tell the order."""

    __table_args__ = ({"sqlite_with_rowid": False},)

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    contribution: str = Field(index=True)
