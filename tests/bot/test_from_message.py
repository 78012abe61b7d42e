"""Whoever deletes or edits their message where they wrote it means the words that were kept from it."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from bot.dialogue.parting import Parting
from bot.dialogue.tickets import Action
from bot.identifiers import EventId, Seed
from bot.speech.effects import Silence
from bot.speech.events import MessageDeleted, MessageEdited, TextWritten
from storage.database import open_in_memory
from tests.fakes.group import Group
from tests.fakes.line_pen import lines_of

POND = "A pond, on the north side, with frogs"
TREE = "A tree, since a pond is too deep"


@pytest.fixture
def group() -> Iterator[Group]:
    """Ada and Ben with an open question that Ben has answered by a message."""
    made = Group(open_in_memory())
    dialogue = made.start()
    for who in ("Ada", "Ben"):
        made.join(who, dialogue)
    made.ask(dialogue)
    message = made.text("Ben", POND)
    assert isinstance(message, TextWritten)
    made.answer(replace(message, message="m1"))
    yield made
    made.close()


def deleted(group: Group, message: str = "m1", id: str = "deleted") -> MessageDeleted:
    """Return what a platform tells of a message that is gone."""
    at, here = group.clock.now(), group.place.community
    return MessageDeleted(
        id=EventId(id), at=at, seed=Seed(id.ljust(32).encode()), community=here, message=message
    )


def edited(group: Group, text: str, id: str = "edited") -> MessageEdited:
    """Return what a platform tells of a message that was written anew."""
    at, here = group.clock.now(), group.place.community
    return MessageEdited(
        id=EventId(id), at=at, seed=Seed(id.ljust(32).encode()), community=here, message="m1", text=text
    )


def record(group: Group) -> str:
    """Return what everybody reads of the group's words."""
    group.deliver()
    return "\n".join("\n".join(lines) for lines in group.channel.values())


def test_a_deleted_message_takes_its_words_back_and_its_author_learns_of_it(group: Group) -> None:
    """A moderator can delete a message too, and must not silence anybody by it (domain.md, consent)."""
    assert POND in record(group)
    answer = group.engine.handle(deleted(group))

    assert isinstance(answer.reply, Silence)
    assert POND not in record(group)
    assert "A message of yours was deleted" in "".join(lines_of(group.does("Ben", Action.SHOW_MINE)))
    assert "A message of yours was deleted" not in "".join(lines_of(group.does("Ada", Action.SHOW_MINE)))


def test_words_taken_back_so_are_erased_after_seven_days_and_nothing_leads_to_them(group: Group) -> None:
    """It is the same as taking them back here."""
    group.engine.handle(deleted(group))
    group.clock.pass_by(days=8)
    group.let_come_due()

    with group.store.looking() as connection:
        for table in ("revision", "origin"):
            assert connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one() == 0


def test_an_edited_message_is_a_further_version(group: Group) -> None:
    """The earlier one stays as a version, as with every change."""
    group.engine.handle(edited(group, TREE))
    group.engine.handle(edited(group, TREE, "only a picture was added to it"))

    assert TREE in record(group)
    assert POND not in record(group)
    with group.store.looking() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM revision").scalar_one() == 2


def test_words_that_were_taken_back_are_not_brought_back_by_an_edit(group: Group) -> None:
    """Both may arrive in any order; what was taken back stays so."""
    group.engine.handle(deleted(group))
    group.engine.handle(edited(group, TREE))

    assert TREE not in record(group)


def test_what_cannot_be_kept_changes_nothing(group: Group) -> None:
    """There is nobody to answer; the words stay as they were."""
    group.engine.handle(edited(group, " "))
    group.engine.handle(deleted(group, "another", "of another message"))

    assert POND in record(group)


def test_the_community_of_a_message_is_known_by_its_name(group: Group) -> None:
    """A direct message does not say to which server it belongs."""
    platform = group.place.community.platform

    assert group.engine.where_written(platform, "m1") == group.place.community
    assert group.engine.where_written(platform, "m2") is None
    assert group.engine.where_written("elsewhere", "m1") is None


def test_nothing_leads_from_a_message_to_the_words_of_somebody_who_took_their_name_off(group: Group) -> None:
    """The platform knows who wrote it, so the way there goes with the name."""
    dialogue = group.store.dialogues()[0].id
    group.does("Ben", Action.LEAVE, dialogue, f"{Parting.UNNAME}.yes")

    with group.store.looking() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM revision").scalar_one() == 1
    assert group.engine.where_written(group.place.community.platform, "m1") is None
