"""What platforms told: from where the bot was removed."""

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel


class Absence(SQLModel, table=True):
    """Since when the bot is away from a community; or was, and is back."""

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    left_at: int = Field(sa_type=BigInteger)
    back_at: int | None = Field(default=None, sa_type=BigInteger)
