"""Dialogues that were deleted as a whole: only that they are gone, so that no backup brings them back."""

from sqlmodel import Field, SQLModel


class Gone(SQLModel, table=True):
    """A dialogue that was deleted, and the day."""

    id: str = Field(primary_key=True)
    workspace: str
    on: str
