"""Who is in the room, and what is remembered of it."""

import json
import stat
from pathlib import Path

import pytest

from adapters.web.people import CHANNELS, MOST, PEOPLE, RoomBook, place_of
from bot.errors import Refusal, StoreUnusable


def test_a_new_room_has_people_and_channels() -> None:
    """One can try it at once: one person may manage, four others answer."""
    book = RoomBook()

    assert [person.name for person in book.people.values()] == ["Ada", "Ben", "Chidi", "Dana", "Ebba"]
    assert [person.id for person in book.people.values() if person.account.may_manage] == ["ada"]
    assert list(book.channels) == ["example", "our-dialogue"]


def test_whoever_is_not_known_speaks_as_the_first() -> None:
    """A made-up name in an address makes nobody."""
    assert RoomBook().person("mallory") == PEOPLE[0]
    assert RoomBook().person("ben") == PEOPLE[1]


def test_what_was_added_is_there_after_a_restart(tmp_path: Path) -> None:
    """A group does not type its names anew every morning; the file is for its owner only."""
    path = tmp_path / "data" / "room.json"
    path.parent.mkdir()
    book = RoomBook(path)

    femi, kitchen = book.add_person(" Femi  O. "), book.add_channel("#Küche")

    again = RoomBook(path)
    assert again.people["femi-o"] == femi
    assert (femi.name, femi.may_manage) == ("Femi O.", False)
    assert again.channels["kuche"] == kitchen
    assert kitchen.name == "Küche"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("name", "id"),
    [("Ben", "ben-2"), ("李", "person"), ("@ada", "ada-2"), ("…", "person"), ("a/../b?c#d", "a-b-c-d")],
)
def test_an_id_can_be_read_in_an_address_and_is_nobody_elses(name: str, id: str) -> None:
    """Two people of one name are two people."""
    assert RoomBook().add_person(name).id == id


@pytest.mark.parametrize("name", ["", " ", "\u200b", "x" * 33, "a\0b", "\ud83d"])
def test_a_name_that_cannot_be_kept_is_refused(name: str) -> None:
    """B29, and nothing is added."""
    book = RoomBook()

    with pytest.raises(Refusal):
        book.add_person(name)
    with pytest.raises(Refusal):
        book.add_channel(name)
    assert (len(book.people), len(book.channels)) == (len(PEOPLE), len(CHANNELS))


def test_the_room_is_full_at_some_point() -> None:
    """A loop of a broken page does not fill the disk."""
    book = RoomBook()
    for number in range(MOST - len(PEOPLE)):
        book.add_person(f"Person {number}")

    with pytest.raises(Refusal):
        book.add_person("One more")


def test_everybody_may_look_at_channels_and_only_at_their_own_messages() -> None:
    """Direct messages are between one person and the bot."""
    book = RoomBook()

    assert book.may_enter(PEOPLE[1], "example")
    assert book.may_enter(PEOPLE[1], "@ben")
    assert not book.may_enter(PEOPLE[1], "@ada")
    assert not book.may_enter(PEOPLE[1], "nowhere")
    assert place_of("example").channel == "example"


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"people": []}', '{"people": [{"x": 1}], "channels": []}', "\udcff"]
)
def test_a_file_that_cannot_be_understood_is_not_written_over(tmp_path: Path, text: str) -> None:
    """Somebody's names are in it, and a person can mend it."""
    path = tmp_path / "room.json"
    path.write_text(text, encoding="utf-8", errors="surrogateescape")

    with pytest.raises(StoreUnusable, match=r"room\.json"):
        RoomBook(path)
    assert path.read_text(encoding="utf-8", errors="surrogateescape") == text


def test_a_file_without_anybody_has_the_usual_people(tmp_path: Path) -> None:
    """A room with nobody in it could not be opened."""
    path = tmp_path / "room.json"
    path.write_text(json.dumps({"people": [], "channels": []}), encoding="utf-8")

    assert list(RoomBook(path).people) == [person.id for person in PEOPLE]
