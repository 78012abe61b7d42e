"""Where the bot was installed by people of a workspace themselves."""

from sqlalchemy import BigInteger, LargeBinary
from sqlmodel import Field, SQLModel


class Installation(SQLModel, table=True):
    """The tokens of one workspace, sealed: without the operator's key nobody can read them."""

    workspace: str = Field(primary_key=True)
    sealed: bytes = Field(sa_type=LargeBinary)
    lease_until: int = Field(default=0, sa_type=BigInteger)
