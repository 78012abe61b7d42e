"""Who can speak in the web room, and which channels it has: remembered in one small file."""

import json
import os
import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from bot.dialogue.places import Account, Community, Place
from bot.errors import Refusal, StoreUnusable
from bot.speech.writing import read_name
from bot.words import Phrase

ROOM = Community("web", "room")
MOST = 60
"""The most people, and the most channels: a room, not a town."""

_NOT_IN_AN_ID = re.compile("[^a-z0-9]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody a browser window can speak as."""

    id: str
    name: str
    may_manage: bool = False

    @property
    def account(self) -> Account:
        """How the bot knows this person."""
        return Account(community=ROOM, id=self.id, name=self.name, may_manage=self.may_manage)

    @property
    def direct(self) -> str:
        """The view in which this person and the bot write to each other."""
        return f"@{self.id}"


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel of the room; no id of one begins with the sign of a direct view."""

    id: str
    name: str


PEOPLE = (
    Person(id="ada", name="Ada", may_manage=True),
    Person(id="ben", name="Ben"),
    Person(id="chidi", name="Chidi"),
    Person(id="dana", name="Dana"),
    Person(id="ebba", name="Ebba"),
)
CHANNELS = (Channel("example", "example"), Channel("our-dialogue", "our-dialogue"))


class RoomBook:
    """The people and the channels of the room."""

    def __init__(self, path: Path | None = None) -> None:
        """
        Remember what the room had when it was last open; nothing is remembered without a *path*.

        Raises:
            StoreUnusable: The file is there and cannot be understood.
        """
        self._path = path
        people, channels = _read(path) if path and path.exists() else (PEOPLE, CHANNELS)
        self.people = {person.id: person for person in people}
        self.channels = {channel.id: channel for channel in channels}

    def person(self, id: str) -> Person:
        """Return the person with this id; whoever is not known speaks as the first."""
        return self.people.get(id) or next(iter(self.people.values()))

    def may_enter(self, person: Person, view: str) -> bool:
        """Whether a person may look there: every channel, and nobody's direct messages but their own."""
        return view == person.direct or view in self.channels

    def add_person(self, typed: str) -> Person:
        """
        Let somebody else speak in the room.

        Raises:
            Refusal: The name cannot be kept, or the room is full.
        """
        name = _readable(typed, self.people)
        person = Person(id=_new_id(name, "person", self.people), name=name)
        self.people[person.id] = person
        self._write()
        return person

    def add_channel(self, typed: str) -> Channel:
        """
        Open another channel.

        Raises:
            Refusal: The name cannot be kept, or the room is full.
        """
        name = _readable(typed.strip().removeprefix("#"), self.channels)
        channel = Channel(_new_id(name, "channel", self.channels), name)
        self.channels[channel.id] = channel
        self._write()
        return channel

    def _write(self) -> None:
        if self._path is None:
            return
        known = {
            "people": [asdict(person) for person in self.people.values()],
            "channels": [asdict(channel) for channel in self.channels.values()],
        }
        beside = self._path.with_suffix(".new")
        opened = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(opened, "w", encoding="utf-8") as file:
            json.dump(known, file, indent=1)
        beside.replace(self._path)


def place_of(view: str) -> Place:
    """Return the place that a view of the room shows."""
    return Place(ROOM, view)


def _read(path: Path) -> tuple[Sequence[Person], Sequence[Channel]]:
    try:
        known = json.loads(path.read_text(encoding="utf-8"))
        people = [Person(**person) for person in known["people"]]
        channels = [Channel(**channel) for channel in known["channels"]]
    except (OSError, ValueError, TypeError, KeyError) as error:
        why = f"{path.name} cannot be understood. Mend it, or move it away to start anew."
        raise StoreUnusable(why) from error
    return people or PEOPLE, channels or CHANNELS


def _readable(typed: str, known: Iterable[str]) -> str:
    if len(tuple(known)) >= MOST:
        raise Refusal(Phrase("refusals-not-found"))
    return read_name(typed)


def _new_id(name: str, kind: str, known: Iterable[str]) -> str:
    """Return an id that can be read in an address: the name without accents, or a number."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    wanted = _NOT_IN_AN_ID.sub("-", plain).strip("-") or kind
    taken = set(known)
    numbered = (f"{wanted}-{number}" for number in range(2, MOST + 3))
    return next(id for id in (wanted, *numbered) if id not in taken)
