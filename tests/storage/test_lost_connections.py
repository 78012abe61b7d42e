"""A lost connection: the whole unit is taken again, and a commit counts if it came through (F23, F24)."""

from collections.abc import Iterator

import pytest
from sqlalchemy import func, select

from bot.dialogue.tickets import Action, Ticket
from bot.errors import StoreUnusable
from bot.speech.events import Event
from storage import postgres
from storage.owning import connect, url_of
from storage.schema import T
from tests.fakes.group import Group, key_of
from tests.fakes.real_postgres import open_emptied, own_address, shared_server
from tests.fakes.wire import Cut, Wire

KEPT = "contribute-thanks-open"


@pytest.fixture
def wire() -> Iterator[Wire]:
    """A wire to the server."""
    with Wire(shared_server().folder) as made:
        yield made


@pytest.fixture
def group(wire: Wire) -> Iterator[Group]:
    """Ada and Ben, at a bot whose server is at the other end of the wire."""
    open_emptied().close()
    made = Group(connect(url_of(own_address().replace(str(shared_server().folder), str(wire.folder)))))
    made.join("Ben", made.start())
    yield made
    made.close()


@pytest.fixture
def event(group: Group) -> Event:
    """Ben says something."""
    round = group.ask(str(group.store.dialogues()[0].id))
    return group.form("Ben", Ticket(Action.CONTRIBUTE, round), body="A lift", level="named")


def kept(group: Group) -> int:
    """Return how many contributions there are."""
    with group.store.looking() as connection:
        return int(connection.execute(select(func.count()).select_from(T.contribution)).scalar_one())


@pytest.mark.parametrize("word", [b"BEGIN", b"INSERT INTO contribution", b"COMMIT"])
@pytest.mark.parametrize("cut", Cut)
def test_what_was_under_way_is_kept_once_and_answered_as_kept(
    word: bytes, cut: Cut, wire: Wire, group: Group, event: Event
) -> None:
    """Whoever wrote is thanked once for what is there once, wherever the wire broke."""
    wire.cut_at(word, cut)

    answer = group.answer(event)

    assert (key_of(answer.reply), kept(group), wire.cuts) == (KEPT, 1, 1)


@pytest.mark.parametrize("cut", Cut)
def test_a_look_is_taken_again(cut: Cut, wire: Wire, group: Group, event: Event) -> None:
    """Readers keep connections too, and find out last that they are gone."""
    group.does("Ben", Action.SHOW_RECORD)
    wire.cut_at(b"BEGIN ISOLATION", cut)

    answer = group.does("Ben", Action.SHOW_RECORD)

    assert key_of(answer.reply).startswith("show_record")
    assert wire.cuts == 1


def test_a_post_that_was_noted_is_noted_once(wire: Wire, group: Group) -> None:
    """What the courier notes is taken again as well, so that nothing is sent twice."""
    (delivery, *_) = group.outbox.claim(group.clock.at, "web", 9)
    wire.cut_at(b"COMMIT", Cut.AFTER)

    group.outbox.delivered(delivery, ("there",))

    assert group.outbox.standing(group.place, 9)[0].remotes == ("there",)
    assert wire.cuts == 1


def test_a_server_that_is_gone_is_told_and_work_goes_on_by_itself(
    wire: Wire, group: Group, event: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits longer than a platform does, and no restart is needed afterwards (R5)."""
    monkeypatch.setattr(postgres, "PATIENCE", 0.0)
    wire.go_down()

    with pytest.raises(StoreUnusable):
        group.answer(event)
    wire.come_up()

    assert key_of(group.answer(event).reply) == KEPT
