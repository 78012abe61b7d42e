"""Sealed means sealed: before the close nothing tells what was responded, or by how many."""

import re
from collections.abc import Iterator

import pytest

from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import FileKind, SendFile
from tests.fakes.line_pen import lines_of
from tests.fakes.weighing import FILES, Weighing
from tests.promises.outputs import statements_of_html, statements_of_markdown

CANARY = "canary-7f3a"
LABEL = "Serious disagreement"
KEY = "serious_disagreement"


@pytest.fixture
def weighing() -> Iterator[Weighing]:
    """Six people, one of whom has responded to an open check-in."""
    made = Weighing()
    made.propose()
    made.open()
    yield made
    made.group.close()


def everything_for(weighing: Weighing, who: str) -> str:
    """Return all that somebody who did not respond can get out of the bot by any way in."""
    told = [weighing.lists(who), weighing.posts()]
    for ticket in (
        Ticket(Action.RESPOND, weighing.check_in),
        Ticket(Action.WRITE_MINORITY_NOTE, weighing.check_in),
        Ticket(Action.SHOW_RECORD, weighing.dialogue, "apart"),
        Ticket(Action.OPEN_CHECK_IN, weighing.dialogue, "1"),
        Ticket(Action.RESPOND, weighing.check_in, "peek"),
        Ticket(Action.OBJECT_TO, weighing.check_in),
        Ticket(Action.COMMENT, weighing.check_in),
        Ticket(Action.DECIDE, weighing.check_in),
        Ticket(Action.AGREE_READING, weighing.check_in),
        Ticket(Action.EXTEND_CHECK_IN, weighing.check_in),
        Ticket(Action.WITHDRAW_CHECK_IN, weighing.check_in),
    ):
        told += lines_of(weighing.group.presses(who, ticket))
    event = weighing.group.command(who, Action.MY_DATA, weighing.dialogue, "json")
    reply = weighing.group.answer(event).reply
    assert isinstance(reply, SendFile)
    told.append(b"".join(weighing.group.engine.write_file(reply, event).pieces).decode())
    if who == "Ada":
        told += [weighing.file(kind) for kind in FILES]
    return "\n".join(told)


@pytest.mark.parametrize("who", ["Ada", "Ben", "Fay"])
@pytest.mark.parametrize("level", ["named", "unnamed"])
def test_before_the_close_nobody_else_learns_anything(weighing: Weighing, who: str, level: str) -> None:
    """Facilitators included: whoever sees early answers can lean on people."""
    weighing.respond("Gwen", KEY, CANARY, level=level)
    weighing.respond("Dana", "endorse", CANARY, level=level)
    weighing.pass_on("Chidi")

    told = everything_for(weighing, who)

    assert CANARY not in told
    assert "Gwen: " not in told
    assert not re.search(r"responded \d|no response \d", told)
    assert "close_check_in" not in told


def test_before_the_close_nothing_moves_when_somebody_responds(weighing: Weighing) -> None:
    """A figure that moves is a running total, whatever it is called: also the length of the ledger."""
    weighing.posts()
    before = weighing.lists("Ada")

    for who, key in (("Gwen", KEY), ("Dana", "endorse"), ("Chidi", "veto")):
        weighing.respond(who, key, CANARY)

    assert weighing.lists("Ada") == before
    with weighing.group.store.looking() as connection:
        kinds = connection.exec_driver_sql("SELECT DISTINCT kind FROM ledger").scalars().all()
    assert "response" not in kinds


def test_who_responded_sees_their_own_and_nothing_else(weighing: Weighing) -> None:
    """One's own response can be read and changed until the close."""
    weighing.respond("Gwen", KEY, CANARY)
    weighing.respond("Dana", "veto", "another canary")

    told = everything_for(weighing, "Gwen")

    assert LABEL in weighing.lists("Gwen")
    assert CANARY in told
    assert "another canary" not in told


def test_a_pass_is_never_shown_with_a_name(weighing: Weighing) -> None:
    """To pass needs no reason, so it must need no courage."""
    weighing.pass_on("Gwen")
    weighing.close()

    assert "Gwen" not in "\n".join(weighing.result())
    assert "Gwen" not in weighing.file(FILES[0])


def test_an_unnamed_response_stays_without_a_name_after_the_close(weighing: Weighing) -> None:
    """What was promised in the form holds in every post and file."""
    weighing.respond("Gwen", KEY, CANARY, level="unnamed")
    weighing.close()

    for told in (weighing.posts(), weighing.lists("Ada"), *(weighing.file(kind) for kind in FILES[:3])):
        assert CANARY in told or "Statement 1" not in told
        assert "Gwen" not in told


def test_what_lapsed_stays_sealed(weighing: Weighing) -> None:
    """Responses to a text that is gone are nobody's to read."""
    weighing.respond("Gwen", KEY, CANARY)
    weighing.propose("Ada", "Another text.", "1")

    assert CANARY not in everything_for(weighing, "Ada")
    assert CANARY not in everything_for(weighing, "Ben")


@pytest.mark.parametrize("who", ["Ada", "Ben"])
def test_no_event_lets_anybody_respond_for_another(weighing: Weighing, who: str) -> None:
    """One person, one response, whatever their rank; a forged ticket changes nothing."""
    weighing.respond("Gwen", KEY, CANARY)
    with weighing.group.store.looking() as connection:
        response = connection.exec_driver_sql("SELECT id FROM response").scalar()

    for action in (Action.RESPOND, Action.CLOSE_CHECK_IN, Action.WITHDRAW, Action.HOLD, Action.REVISE):
        told = "\n".join(lines_of(weighing.group.presses(who, Ticket(action, str(response)))))
        assert CANARY not in told
    weighing.respond(who, "endorse")

    with weighing.group.store.looking() as connection:
        kept = connection.exec_driver_sql("SELECT keys FROM response ORDER BY keys").scalars().all()
    assert kept == ['["endorse"]', f'["{KEY}"]']


@pytest.mark.parametrize("who", ["Ada", "Ben", "Fay"])
def test_an_objection_point_by_point_is_sealed_too(weighing: Weighing, who: str) -> None:
    """Until the close nothing tells that somebody objects, nor what they say."""
    object_to = Ticket(Action.OBJECT_TO, weighing.check_in)
    said = {point: f"{CANARY} {point}" for point in ("part", "harm", "need", "idea")}
    weighing.group.sends("Gwen", object_to, level="named", **said)
    with weighing.group.store.looking() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM objection").scalar() == 0

    assert CANARY not in everything_for(weighing, who)
    weighing.close()

    assert CANARY in everything_for(weighing, who)


@pytest.mark.parametrize("who", ["Ben", "Fay"])
def test_a_private_reason_is_read_by_facilitators_and_nobody_else(weighing: Weighing, who: str) -> None:
    """Also after the close, and in no file and no post, whoever asks for it."""
    weighing.respond("Gwen", KEY, CANARY, private="facilitators")
    weighing.close()

    assert CANARY not in everything_for(weighing, who)
    assert CANARY not in weighing.posts() + "".join(weighing.file(kind) for kind in FILES)
    assert CANARY in weighing.lists("Ada")


@pytest.mark.parametrize("who", ["Ada", "Ben"])
def test_no_event_changes_or_hides_anothers_note(weighing: Weighing, who: str) -> None:
    """A minority note is its author's alone: whatever ticket somebody forges, it stands as it was."""
    weighing.respond("Gwen", KEY, "No.")
    weighing.close()
    weighing.write_note("Gwen", CANARY)
    with weighing.group.store.looking() as connection:
        note = str(connection.exec_driver_sql("SELECT id FROM minority_note").scalar_one())
    for action in Action:
        if action not in {Action.ERASE, Action.LEAVE, Action.CLOSE_DIALOGUE, Action.DELETE_EXAMPLE}:
            for choice in ("", "yes", "back", "erase"):
                weighing.group.presses(who, Ticket(action, note, choice))
            weighing.group.sends(who, Ticket(action, note), body="x", reason="x", words="x")

    assert CANARY in weighing.posts()
    assert CANARY in weighing.file(FILES[0])


READERS = {FileKind.MARKDOWN: statements_of_markdown, FileKind.HTML: statements_of_html}


@pytest.mark.parametrize("kind", READERS)
def test_what_stands_about_a_statement_in_a_document_is_read_back(weighing: Weighing, kind: FileKind) -> None:
    """A minority note stands directly under its statement; no name stands where none was promised."""
    weighing.respond("Gwen", "veto", "It is not safe.", level="unnamed")
    weighing.respond("Dana", KEY, "Stairs would do.", level="named")
    weighing.close()
    weighing.write_note("Dana", CANARY)

    blocks = READERS[kind](weighing.file(kind))

    titles = [block.title for block in blocks]
    assert titles[:2] == ["Statement 1, edition 1 · Ben", "Minority note · Dana"]
    assert CANARY in blocks[1].words
    by_words = {block.words: block.title for block in blocks if block.words}
    reason = next(title for words, title in by_words.items() if "Stairs would do." in words)
    assert reason == "Dana: Serious disagreement"
    assert "Objection · A member" in titles
    assert not any("Gwen" in block.title or "Gwen" in block.words for block in blocks)
