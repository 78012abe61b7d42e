"""Private means private: what somebody takes from it is in nothing that anybody else can get out."""

from collections.abc import Iterator

import pytest

from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import FileKind
from storage.ledger import verify_all
from tests.fakes.group import key_of
from tests.fakes.line_pen import lines_of
from tests.fakes.note_taking import NoteTaking
from tests.fakes.tickets_in import tickets_in

CANARY = "canary-51d8"
SENSE = {
    "notice": f"{CANARY} notice",
    "feel": f"{CANARY} feel",
    "means": f"{CANARY} means",
    "asks": f"{CANARY} asks",
    "sureness": "fairly",
}
OTHERS = ("Ada", "Ben", "Fay")
"""A facilitator, the author of what is read, and somebody who has not answered."""
OWN = (Action.CHANGE_INTERPRETATION, Action.WITHDRAW_INTERPRETATION, Action.SHARE_INTERPRETATION)
FILES = (FileKind.MARKDOWN, FileKind.HTML, FileKind.JSON, FileKind.CSV)


@pytest.fixture
def taking() -> Iterator[NoteTaking]:
    """Gwen has read what Ben said, and keeps what she takes from it to herself."""
    made = NoteTaking()
    made.say("Ben", "A lift.")
    made.draft("Some want a lift.", "1")
    made.group.sends("Gwen", Ticket(Action.INTERPRET, made.dialogue, "1.N1"), **SENSE)
    yield made
    made.group.close()


def id_of(taking: NoteTaking) -> str:
    """Return the id of the interpretation, as only a thief of the database could know it."""
    with taking.group.store.looking() as connection:
        return str(connection.exec_driver_sql("SELECT id FROM interpretation").scalar())


def everything_for(taking: NoteTaking, who: str) -> str:
    """Return all that somebody else can get out of the bot, with the id and every button there is."""
    stolen = id_of(taking)
    told = [taking.lists(who), taking.posts(), taking.file(FileKind.OWN, who)]
    for action in Action:
        for choice in ("", "yes", "q1", "rival.I1", "1"):
            told += lines_of(taking.group.presses(who, Ticket(action, stolen, choice)))
        told += lines_of(taking.group.sends(who, Ticket(action, stolen), body="x", level="named"))
    for action in (Action.INTERPRET, Action.SHOW_INTERPRETATIONS, Action.SHOW_MAP, Action.SHOW_TRAIL):
        told += lines_of(taking.group.does(who, action, taking.dialogue))
    if who == "Ada":
        told += [taking.file(kind) for kind in FILES]
    return "\n".join(told)


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_finds_a_private_interpretation(taking: NoteTaking, who: str) -> None:
    """In no list, map, file, post or error; a forged ticket neither shows nor changes it."""
    told = everything_for(taking, who)

    assert CANARY not in told
    assert "of yours is private" not in told
    assert CANARY in "\n".join(lines_of(taking.group.does("Gwen", Action.SHOW_INTERPRETATIONS)))


def test_nothing_moves_when_somebody_writes_for_themselves(taking: NoteTaking) -> None:
    """A figure that moves would tell that somebody did: also the length of the ledger."""
    before = [taking.lists("Ada"), taking.posts()]
    taking.group.sends("Gwen", Ticket(Action.INTERPRET, taking.dialogue, "N1"), **SENSE)
    taking.group.sends("Gwen", Ticket(Action.CHANGE_INTERPRETATION, id_of(taking)), **SENSE)
    taking.group.presses("Gwen", Ticket(Action.WITHDRAW_INTERPRETATION, id_of(taking), "yes"))

    assert [taking.lists("Ada"), taking.posts()] == before


def test_what_was_private_leaves_no_byte_when_it_is_taken_back(taking: NoteTaking) -> None:
    """Neither a row nor an entry in the ledger."""
    taking.group.presses("Gwen", Ticket(Action.WITHDRAW_INTERPRETATION, id_of(taking), "yes"))

    with taking.group.store.looking() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM interpretation").scalar() == 0
        kinds = connection.exec_driver_sql("SELECT DISTINCT kind FROM ledger").scalars().all()
        assert not {"interpretation", "withdrawal"} & set(kinds)
        assert all(mismatch is None for _, mismatch in verify_all(connection).values())


def test_once_shared_it_is_everybodys_to_read_and_still_its_authors_to_change(taking: NoteTaking) -> None:
    """Rival readings stand side by side, each linked to what it reads."""
    mine = id_of(taking)
    taking.group.sends("Gwen", Ticket(Action.SHARE_INTERPRETATION, mine), level="named")
    assert f"{CANARY} means" in taking.posts()
    rival = {name: text.replace(CANARY, "rival") for name, text in SENSE.items()}
    taking.group.sends("Fay", Ticket(Action.INTERPRET, taking.dialogue, "rival.I1"), **rival)
    assert "rival means" not in taking.posts()
    theirs = next(
        ticket
        for ticket in tickets_in(taking.group.does("Fay", Action.SHOW_INTERPRETATIONS))
        if ticket.action is Action.SHARE_INTERPRETATION
    )
    taking.group.sends("Fay", theirs, level="named")

    shown = "\n".join(lines_of(taking.group.does("Ada", Action.SHOW_INTERPRETATIONS)))
    assert f"{CANARY} means" in shown
    assert "rival means" in shown
    assert "It was written beside I1" in shown
    for who in OTHERS:
        for action in (
            Action.CHANGE_INTERPRETATION,
            Action.WITHDRAW_INTERPRETATION,
            Action.SHARE_INTERPRETATION,
        ):
            answer = taking.group.presses(who, Ticket(action, mine, "yes"))
            assert key_of(answer.reply) == "refusals-not-found"


def test_a_shared_one_can_be_cited_and_its_author_is_asked(taking: NoteTaking) -> None:
    """A line may rest on what somebody made of it, as on what was said."""
    mine = id_of(taking)
    taking.group.sends("Gwen", Ticket(Action.SHARE_INTERPRETATION, mine), level="named")
    taking.draft("Somebody thinks that it can be done.", "I1, 1")
    taking.answer("Gwen", "yes.I1")

    assert "Written from I1 by Gwen – yes, meant like this" in taking.notes()
    taking.group.presses("Gwen", Ticket(Action.WITHDRAW_INTERPRETATION, mine, "yes"))
    assert CANARY not in taking.posts()
    assert "Somebody thinks that it can be done." not in taking.posts()
    assert "to be looked at again" in taking.notes()
    with taking.group.store.looking() as connection:
        assert all(mismatch is None for _, mismatch in verify_all(connection).values())


@pytest.mark.parametrize("is_shared", [False, True])
def test_to_erase_all_erases_this_too(taking: NoteTaking, is_shared: bool) -> None:
    """Whether or not anybody else could see it."""
    if is_shared:
        taking.group.sends("Gwen", Ticket(Action.SHARE_INTERPRETATION, id_of(taking)), level="named")
    taking.group.does("Gwen", Action.ERASE, taking.dialogue, "yes")

    told = [taking.posts(), taking.lists("Gwen"), *map(taking.file, FILES)]
    assert not any(CANARY in text for text in told)
    with taking.group.store.looking() as connection:
        rows = connection.exec_driver_sql("SELECT draft, member FROM interpretation").all()
        assert [tuple(row) for row in rows] == ([("", "")] if is_shared else [])
