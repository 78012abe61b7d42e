"""What a stage offers, so that a journey can be told once and played in several ways in."""

from pathlib import Path
from typing import Protocol


class Actor(Protocol):
    """One person on a stage."""

    name: str

    def types(self, command: str) -> None:
        """Type a command, without its root word."""
        ...

    def writes(self, text: str) -> None:
        """Write to the bot directly."""
        ...

    def presses(self, label: str) -> None:
        """Press the newest button with this label that this person has before them."""
        ...

    def fills(self, **answers: str) -> None:
        """Fill in the form that is open, leave its other fields as they are, and send it."""
        ...

    def sees(self, words: str) -> None:
        """Find these words in the posts of the place, or in the answer to this person's last act."""
        ...

    def does_not_see(self, words: str) -> None:
        """Find them in neither."""
        ...

    def reads_in_form(self, words: str) -> None:
        """Find these words in the form that is open."""
        ...

    def leaves_form(self) -> None:
        """Leave the form that is open, and throw away what was typed."""
        ...

    def saves(self) -> Path:
        """Save the file that the last answer handed over; return where it is."""
        ...

    def opens(self, path: Path) -> str:
        """Open a page that was saved; return what there is to read."""
        ...


class Stage(Protocol):
    """A way in, with people in it."""

    name: str

    def person(self, name: str) -> Actor:
        """Return somebody who is here; Ada may start a dialogue."""
        ...

    def photograph(self, what: str) -> None:
        """Keep a picture of what everybody sees, where there is something to see."""
        ...
