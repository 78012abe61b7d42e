"""What processes that share the work agree on: who holds what, and what was spent of a budget."""

from sqlalchemy import BigInteger, Index
from sqlmodel import Field, SQLModel


class Lease(SQLModel, table=True):
    """What one process holds, and until when."""

    name: str = Field(primary_key=True)
    holder: str
    fence: int
    until: int = Field(sa_type=BigInteger)


class Spending(SQLModel, table=True):
    """Once that something was done which may be done so often only."""

    __table_args__ = (Index("spending_lately", "name", "at"),)

    id: str = Field(primary_key=True)
    name: str
    at: int = Field(sa_type=BigInteger)
