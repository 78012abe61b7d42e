"""The example of a first start: it fits the rules, says what it is, and can be thrown away whole."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import NoReturn

import pytest
from sqlalchemy import func, select
from sqlmodel import SQLModel

from bot.acts import ACTS
from bot.dialogue.dialogues import EXAMPLE_CHANNEL, Dialogue, DialogueState
from bot.dialogue.places import Place
from bot.dialogue.tickets import Action, Ticket
from bot.example import PEOPLE, ROOM, play_example
from bot.speech.events import TextWritten
from storage.database import FILE_NAME, Database, open_file, open_in_memory
from storage.ledger import verify_all
from storage.schema import T
from tests.fakes.group import Caused, Group, key_of, only_ticket, ticket_for
from tests.people import MONDAY

HERE = Place(ROOM, EXAMPLE_CHANNEL)
SALT = bytes(32)


class Room(Group):
    """The room after its first start; here people are known by their own ids."""

    def __init__(self, database: Database) -> None:
        super().__init__(database, place=HERE)
        play_example(self.engine, MONDAY, SALT)

    def caused(self, who: str, id: str = "") -> Caused:
        """Return what every event of *who* has, under the id by which the room knows them."""
        caused = super().caused(who, id)
        caused["account"] = replace(caused["account"], id=who.lower())
        return caused

    @property
    def example(self) -> Dialogue:
        """The only dialogue there is."""
        (only,) = self.store.dialogues()
        return only


@pytest.fixture
def room() -> Iterator[Room]:
    """The room, in memory."""
    made = Room(open_in_memory())
    yield made
    made.close()


@pytest.fixture
def on_disk(tmp_path: Path) -> Iterator[Room]:
    """The room, in a file."""
    made = Room(open_file(tmp_path))
    yield made
    made.close()


def rows(group: Group) -> dict[str, int]:
    """Return how many rows each table has, of those that have any."""
    with group.store.looking() as connection:
        counts = {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in SQLModel.metadata.sorted_tables
        }
    return {name: count for name, count in counts.items() if count}


def bytes_of(folder: Path) -> bytes:
    """Return everything that stands in the files of a memory."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob(f"{FILE_NAME}*")))


def delete(room: Room) -> str:
    """Ada throws the example away, as the button asks; return what she is told at the end."""
    sure = room.does("Ada", Action.DELETE_EXAMPLE)
    return key_of(room.presses("Ada", only_ticket(sure)).reply)


def test_it_is_told_as_a_whole(room: Room) -> None:
    """Four people, two questions, views that differ: enough to try everything on."""
    found = rows(room)

    assert room.example.state is DialogueState.OPEN
    assert {name: found[name] for name in ("member", "round", "contribution", "stance", "divergence")} == {
        "member": len(PEOPLE), "round": 2, "contribution": 5, "stance": 2, "divergence": 1,
    }  # fmt: skip
    assert room.deliver() != []
    assert any("A quiet room" in line for lines in room.channel.values() for line in lines)
    with room.store.looking() as connection:
        assert [mismatch for _, mismatch in verify_all(connection).values()] == [None]


def test_it_happened_a_little_while_ago(room: Room) -> None:
    """Nothing in it lies in the future, and its questions are still open."""
    started = room.example.started_at

    assert MONDAY - timedelta(days=1) < started < MONDAY
    with room.store.looking() as connection:
        (latest,) = connection.execute(select(func.max(T.inbox.c.at))).one()
        closes = connection.execute(select(func.min(T.round.c.closes_at))).scalar_one()
    assert latest < MONDAY.timestamp() * 1_000_000 < closes


def test_it_says_everywhere_that_it_is_an_example(room: Room) -> None:
    """Nobody may take these people for real, nor a record of it for one of theirs."""
    room.deliver()
    welcome = next(iter(room.channel.values()))
    export = room.does("Ada", Action.EXPORT, choice="md")

    assert room.example.is_example
    assert room.example.title.startswith("Example")
    assert any("xample" in line for line in welcome)
    assert key_of(export.reply) == "export-file-here"


def test_a_dialogue_elsewhere_is_none(room: Room) -> None:
    """What people start themselves must never have the button that throws it away."""
    room.place = Place(ROOM, "our-dialogue")
    own = room.start()

    refused = room.does("Ada", Action.DELETE_EXAMPLE, own, "yes")

    assert key_of(refused.reply) == "delete_example-no-example"
    assert {held.place.channel: held.is_example for held in room.store.dialogues()} == {
        EXAMPLE_CHANNEL: True,
        "our-dialogue": False,
    }


def test_its_ids_are_this_machines_own() -> None:
    """An id that is the same on every machine could be asked for from outside."""
    ids = set()
    for salt in (bytes(32), bytes(31) + b"\1"):
        group = Group(open_in_memory(), place=HERE)
        play_example(group.engine, MONDAY, salt)
        ids.add(group.store.dialogues()[0].id)
        group.close()

    assert len(ids) == 2


@pytest.mark.parametrize(("name", "value"), [("ZONE", "nowhere"), ("PEOPLE", ("Dana",))])
def test_a_step_that_does_not_fit_the_rules_any_more_is_named(
    name: str, value: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The example is ours to mend when a rule changes, and a form sent back must not pass for done."""
    group = Group(open_in_memory(), place=HERE)
    monkeypatch.setattr(f"bot.example.{name}", value)

    with pytest.raises(ValueError, match="Phrase"):
        play_example(group.engine, MONDAY, SALT)

    group.close()


def test_a_first_start_that_breaks_off_leaves_no_half_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The next start finds an empty memory and plays it anew, from the beginning to the end."""

    def fail(*values: object) -> NoReturn:
        raise KeyboardInterrupt(values)

    group = Group(open_in_memory(), place=HERE)
    with monkeypatch.context() as patched:
        patched.setitem(ACTS, Action.STANCE, replace(ACTS[Action.STANCE], asked=fail))
        with pytest.raises(KeyboardInterrupt):
            play_example(group.engine, MONDAY, SALT)

    assert rows(group) == {}
    play_example(group.engine, MONDAY, SALT)
    assert rows(group)["contribution"] == 5
    group.close()


def test_all_of_it_can_be_thrown_away(on_disk: Room, tmp_path: Path) -> None:
    """After people have tried everything on it, not one row is left, nor a word anywhere in the file."""
    dialogue = on_disk.example.id
    on_disk.deliver()
    with on_disk.store.looking() as connection:
        said = select(T.contribution.c.id, T.contribution.c.number).order_by(T.contribution.c.number)
        _, music, lift, *_ = connection.execute(said).scalars().all()
    on_disk.sends("Ada", Ticket(Action.HOLD, music), reason="A canary reason")
    on_disk.sends("Chidi", Ticket(Action.APPEAL, dialogue), words="A canary appeal")
    on_disk.does("Dana", Action.WITHDRAW, lift)
    on_disk.does("Dana", Action.WITHDRAW, lift, "erase")
    on_disk.does("Ada", Action.EXPORT, dialogue, "md")
    message = on_disk.text("Dana", "A canary message", round=music)
    assert isinstance(message, TextWritten)
    on_disk.answer(replace(message, message="m1"))
    weigh_a_statement(on_disk, dialogue)
    take_notes(on_disk, dialogue)
    check_what_is_understood(on_disk, dialogue)
    look_at_own_work(on_disk, dialogue)
    plan_a_question(on_disk, dialogue)
    tried = rows(on_disk)

    told = delete(on_disk)

    assert set(tried) == {table.name for table in SQLModel.metadata.sorted_tables} - OF_THE_SERVER
    assert told == "delete_example-done"
    assert set(rows(on_disk)) == {"inbox", "gone"}, "which events were handled, and that it was deleted"
    held = bytes_of(tmp_path)
    assert [word for word in (b"canary", b"quiet room", b"Chidi", b"Saturdays") if word in held] == []


OF_THE_SERVER = {"absence", "installation", "lease", "spending", "gone"}
"""What belongs to no dialogue, or is only there while somebody is reached."""


def look_at_own_work(room: Room, dialogue: str) -> None:
    """Let the example go back, explain a gap, say what it brings, what became of it, and why it is here."""
    back = {"mechanism": "intentions", "theme": "why", "reason": "A canary", "source": "whole"}
    room.sends("Ada", Ticket(Action.RETURN_TO, dialogue), **back)
    gap = {"reason": "did_not_happen", "note": "A canary"}
    room.sends("Ada", Ticket(Action.EXPLAIN_GAP, dialogue, "assets.who"), **gap)
    brought = {"asset": "A canary", "kind": "story", "offered_as": "offer", "may_contact": "no"}
    room.sends("Ben", Ticket(Action.OFFER_ASSET, dialogue), **brought)
    became = {"sources": "1", "became": "noted", "what": "A canary", "decided_by": "A canary"}
    room.sends("Ada", Ticket(Action.FOLLOW_UP, dialogue), **became)
    taken_on = {"what": "A canary", "doer": "A canary", "when": "in 2 days"}
    room.sends("Ben", Ticket(Action.COMMIT, dialogue), **taken_on)
    for kind in ("intentions.why", "intentions.reflect"):
        question = {"question": "A canary", "closes": "in 2 days", "reveal": "open", "levels": "named"}
        post = only_ticket(room.sends("Ada", Ticket(Action.OPEN_ROUND, dialogue, kind), **question))
        room.presses("Ada", post)
        room.say("Ben", post.subject, f"A canary {kind}")


def plan_a_question(room: Room, dialogue: str) -> None:
    """Let a question of the example return each Thursday."""
    written = room.sends(
        "Ada", Ticket(Action.OPEN_ROUND, dialogue, "dialogue.what"), question="A canary question",
        closes="in 7 days", reveal="open", levels="named",
    )  # fmt: skip
    when = {"when": "Thursdays 18:00", "audience": "place", "open_days": "6"}
    shown = room.sends("Ada", ticket_for(written, Action.PLAN), **when)
    room.presses("Ada", ticket_for(shown, Action.LAY_DOWN, "yes"))


def weigh_a_statement(room: Room, dialogue: str) -> None:
    """Let the example weigh a statement, with all that can stand beside it."""
    room.sends("Ben", Ticket(Action.PROPOSE, dialogue), body="A canary statement", level="named")
    terms = {"reason": "A canary", "rule": "All", "closes": "in 5 days", "levels": "named"}
    room.sends("Ada", Ticket(Action.OPEN_CHECK_IN, dialogue, "1.gradients"), **terms)
    with room.store.looking() as connection:
        check_in = connection.execute(select(T.check_in.c.id)).scalar_one()
    room.sends("Ben", Ticket(Action.RESPOND, check_in), key="veto", reason="A canary", level="named")
    room.sends("Ben", Ticket(Action.COMMENT, check_in), body="A canary comment", level="named")
    room.presses("Ada", Ticket(Action.CLOSE_CHECK_IN, check_in))
    recorded = {"outcome": "not_agreed", "decided_by": "A canary", "review": "", "measure": "A canary"}
    room.sends("Ada", Ticket(Action.DECIDE, check_in), **recorded)
    room.sends("Ben", Ticket(Action.WRITE_MINORITY_NOTE, check_in), body="A canary", level="named")


def take_notes(room: Room, dialogue: str) -> None:
    """Let Ada draft a line from the first answer, and its author say it better."""
    room.presses("Ada", Ticket(Action.LET_DRAFT, dialogue, "everybody"))
    ticket = Ticket(Action.DRAFT_LINE, dialogue)
    room.sends("Ada", ticket, body="A canary line", kind="view", sources="1", origin="A canary")
    with room.store.looking() as connection:
        line = connection.execute(select(T.line.c.id)).scalar_one()
    for who in PEOPLE:
        room.sends(who, Ticket(Action.CONFIRM_LINE, line, "nearly.1"), body="A canary wording")
    taken = dict.fromkeys(("notice", "means", "asks"), "A canary thought") | {"sureness": "guess"}
    room.sends("Ben", Ticket(Action.INTERPRET, dialogue, "1"), **taken)


def check_what_is_understood(room: Room, dialogue: str) -> None:
    """Let everybody say it in their own words, mark a line, and Ada record what came of it."""
    terms = {"question": "A canary?", "closes": "in 3 days", "levels": "named"}
    room.sends("Ada", Ticket(Action.UNDERSTAND, dialogue), **terms)
    with room.store.looking() as connection:
        check = connection.execute(select(T.understanding_check.c.id)).scalar_one()
        answers = select(T.contribution.c.number).where(T.contribution.c.to.is_not(None))
        turn = connection.execute(answers.order_by(T.contribution.c.number)).scalars().all()[0]
    for who in PEOPLE:
        room.sends(who, Ticket(Action.RESTATE, check), body="A canary", level="named")
    room.presses("Ada", Ticket(Action.CLOSE_UNDERSTANDING, check))
    room.sends("Ada", Ticket(Action.DRAFT_SHARED_LINE, check), body="A canary", sources="R1, R2")
    for who in PEOPLE:
        marked = {"key": "same", "differs": "A canary", "firmness": "firm", "level": "named"}
        room.sends(who, Ticket(Action.MARK, check), **marked)
    room.presses("Ada", Ticket(Action.CLOSE_UNDERSTANDING, check))
    recorded = {"scope": "broad", "firmness": "firm", "turns": str(turn)}
    room.sends("Ada", Ticket(Action.RECORD_UNDERSTANDING, check), **recorded)


def test_throwing_it_away_touches_nothing_else(room: Room) -> None:
    """Somebody may have begun in earnest before they tidy up."""
    room.place = Place(ROOM, "our-dialogue")
    own = room.start()
    room.join("Ben", own)
    room.say("Ben", room.ask(own), "Words that stay")
    room.place = HERE

    delete(room)

    assert [held.id for held in room.store.dialogues()] == [own]
    found = rows(room)
    assert (found["member"], found["contribution"], found["revision"]) == (2, 1, 1)
    with room.store.looking() as connection:
        assert [mismatch for _, mismatch in verify_all(connection).values()] == [None]


def test_only_who_facilitates_it_can_throw_it_away(room: Room) -> None:
    """Ben shares the room, and Ada decides."""
    before = rows(room)

    refused = room.does("Ben", Action.DELETE_EXAMPLE, choice="yes")

    assert key_of(refused.reply) == "refusals-facilitators-only"
    assert {**rows(room), "inbox": before["inbox"]} == before


def test_it_does_not_come_back(room: Room) -> None:
    """Whoever threw it away did not ask for it again; every start asks whether there is anything."""
    delete(room)

    play_example(room.engine, MONDAY + timedelta(days=1), bytes(31) + b"\1")

    assert set(rows(room)) == {"inbox", "gone"}


def test_an_empty_place_takes_a_dialogue_of_ones_own(room: Room) -> None:
    """The channel is free once the example is gone; what starts there is an example to try again."""
    delete(room)

    started = room.start()

    assert [held.id for held in room.store.dialogues()] == [started]
