"""What returns, and how often."""

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel


class Schedule(SQLModel, table=True):
    """Something that returns; each time is a row of its own among the occurrences."""

    id: str = Field(primary_key=True)
    workspace: str
    version: int
    dialogue: str = Field(foreign_key="dialogue.id", index=True)
    number: int
    action: str
    subject: str
    audience: str
    cadence: str
    time: str
    zone: str
    begins: str
    open_days: int
    flow: str
    made_at: int = Field(sa_type=BigInteger)
    ended_at: int | None = Field(default=None, sa_type=BigInteger)
