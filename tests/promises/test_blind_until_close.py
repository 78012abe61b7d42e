"""Blind means blind: before a step closes nothing tells what was said or marked, or by how many."""

import re
from collections.abc import Iterator

import pytest

from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import FileKind
from storage.ledger import verify_all
from tests.fakes.line_pen import lines_of
from tests.fakes.understanding import Understanding

CANARY = "canary-90bc"
OTHERS = ("Ada", "Ben", "Fay")
"""A facilitator, somebody who has said or marked something, and somebody who has not."""
FILES = (FileKind.MARKDOWN, FileKind.HTML, FileKind.JSON, FileKind.CSV)
COUNTS = re.compile(r"said it \d|passed \d|no response \d|same \d|different \d")


@pytest.fixture
def understanding() -> Iterator[Understanding]:
    """Six people are asked to say something in their own words."""
    made = Understanding()
    made.say("Ben", "A lift.")
    made.open()
    yield made
    made.group.close()


def stolen(understanding: Understanding, table: str) -> str:
    """Return an id that only a thief of the database could know."""
    with understanding.group.store.looking() as connection:
        return str(connection.exec_driver_sql(f"SELECT id FROM {table} ORDER BY version DESC").scalar())


def everything_for(understanding: Understanding, who: str, *ids: str) -> str:
    """Return all that somebody can get out of the bot, with the ids and every button there is."""
    told = [understanding.lists(who), understanding.posts(), understanding.understood(who)]
    told.append(understanding.file(FileKind.OWN, who))
    reading = [action for action in Action if action not in CHANGING]
    for id in (*ids, understanding.check):
        for action in reading:
            for choice in ("", "R1", "peek"):
                told += lines_of(understanding.group.presses(who, Ticket(action, id, choice)))
    if who == "Ada":
        told += [understanding.file(kind) for kind in FILES]
    return "\n".join(told)


CHANGING = {Action.CLOSE_UNDERSTANDING, Action.ERASE, Action.LEAVE, Action.CLOSE_DIALOGUE}
"""What would end the step itself."""


@pytest.mark.parametrize(("who", "level"), [("Ada", "named"), ("Ben", "unnamed"), ("Fay", "named")])
def test_nobody_learns_what_others_say_before_it_is_shown(
    understanding: Understanding, who: str, level: str
) -> None:
    """Facilitators included: whoever sees the first answer gives the second."""
    understanding.restate("Gwen", CANARY, level)
    if who == "Ben":
        understanding.restate("Ben", "A lift.")
    understanding.pass_on("Dana")

    told = everything_for(understanding, who, stolen(understanding, "restatement"))

    assert CANARY not in told
    assert not COUNTS.search(told)
    assert "Gwen" not in understanding.understood(who)


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_learns_how_others_mark_before_it_is_read(understanding: Understanding, who: str) -> None:
    """Nor what differs for them."""
    line_is_marked(understanding)
    understanding.mark("Gwen", "different", CANARY)
    if who == "Ben":
        understanding.mark("Ben", "same")

    told = everything_for(understanding, who, stolen(understanding, "mark"))

    assert CANARY not in told
    assert not re.search(r"same \d|different \d|Fairly firm: \d", told)


def line_is_marked(understanding: Understanding) -> None:
    """Bring the check to its second step."""
    understanding.restate("Chidi", "Chidi says it.")
    understanding.restate("Dana", "Dana says it.", "unnamed")
    understanding.close()
    understanding.draft_shared("We want a lift.", "R1, R2")


def test_nothing_moves_while_people_answer_blind(understanding: Understanding) -> None:
    """A figure that moves is a running total: also the length of the ledger, and what lists show."""
    before = [understanding.posts(), understanding.lists("Ada"), understanding.understood("Ada")]
    understanding.restate("Gwen", CANARY)
    understanding.restate("Dana", CANARY, "unnamed")
    understanding.pass_on("Dana")

    assert [understanding.posts(), understanding.lists("Ada"), understanding.understood("Ada")] == before
    line_is_marked(understanding)
    before = [understanding.posts(), understanding.lists("Ada"), understanding.understood("Ada")]
    understanding.mark("Gwen", "different", CANARY)
    assert [understanding.posts(), understanding.lists("Ada"), understanding.understood("Ada")] == before


def test_at_the_close_all_is_shown_at_once_at_the_level_that_was_chosen(understanding: Understanding) -> None:
    """A pass has no name, and neither has what was said without one."""
    understanding.restate("Gwen", CANARY, "unnamed")
    understanding.restate("Chidi", "Chidi says it.")
    understanding.pass_on("Fay")
    understanding.close()

    for told in (understanding.posts(), understanding.understood("Ben"), *map(understanding.file, FILES[:3])):
        assert CANARY in told
        assert "Gwen" not in told
        assert "Fay" not in told
    assert "Asked 6 · said it 2 · passed 1 · no response 3" in understanding.posts()


def test_an_unnamed_author_of_a_line_stays_without_a_name(understanding: Understanding) -> None:
    """Asked like everybody, counted, and never told."""
    line_is_marked(understanding)
    unnamed = "R1" if "R1. A member" in understanding.posts() else "R2"
    assert "Dana" not in understanding.notes("Ada")
    understanding.answer("Dana", f"yes.{unnamed}")

    assert "Checked by its authors: 1 of 2" in understanding.notes("Ada")
    for told in (understanding.notes("Ada"), understanding.posts(), understanding.file(FileKind.JSON)):
        assert "Dana" not in told.replace("Dana says it.", "")
    assert "yes, meant like this" not in understanding.notes("Ada")


@pytest.mark.parametrize("step", ["sealed", "shown", "marked"])
def test_to_erase_all_erases_this_too(understanding: Understanding, step: str) -> None:
    """Sealed, it goes as a whole; shown, the words go and what was counted stays counted."""
    understanding.restate("Gwen", CANARY)
    understanding.restate("Chidi", "Chidi says it.")
    if step != "sealed":
        understanding.close()
    if step == "marked":
        understanding.draft_shared("We want a lift.", "R1, R2")
        understanding.mark("Gwen", "different", f"{CANARY} differs")
        understanding.close()
        assert f"{CANARY} differs" in understanding.posts()
    understanding.group.does("Gwen", Action.ERASE, understanding.dialogue, "yes")

    told = [understanding.posts(), understanding.understood("Gwen"), *map(understanding.file, FILES)]
    assert not any(CANARY in text for text in told)
    assert "We want a lift." not in understanding.posts()
    with understanding.group.store.looking() as connection:
        assert all(mismatch is None for _, mismatch in verify_all(connection).values())
        left = connection.exec_driver_sql("SELECT count(*) FROM restatement").scalar()
    assert left == (1 if step == "sealed" else 2)
