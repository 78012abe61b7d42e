"""The map as members read it: as a table and line by line, with its caveat, and without a mark."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from bot.dialogue.framework import Mechanism, Theme
from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import Answer, FileKind, Say
from bot.speech.messages import Message
from tests.fakes.group import key_of
from tests.fakes.line_pen import lines_of
from tests.fakes.tickets_in import tickets_in
from tests.fakes.weighing import FILES, Weighing

CAVEAT = "This shows what was recorded. Empty does not mean missing or bad."
SCHEMA = Path(__file__).parents[3] / "docs" / "record.schema.json"
MARK = re.compile(r"\d\s?%|per ?cent|score|points? (of|out)|\d\s?/\s?42|out of 42|\bgood\b", re.IGNORECASE)
VIEWS = ("", "links", *Mechanism)


@pytest.fixture
def weighing() -> Iterator[Weighing]:
    """Six people who have talked: a question, two answers, and an answer to an answer."""
    made = Weighing()
    group = made.group
    round = group.ask(made.dialogue)
    group.say("Ben", round, "A lift.")
    group.say("Chidi", round, "Stairs.", level="chosen_name", chosen_name="Heron")
    first = group.does("Dana", Action.SHOW_ENTRY, "1")
    answer = next(ticket for ticket in tickets_in(first) if ticket.action is Action.ANSWER)
    group.sends("Dana", answer, body="For whom?", level="named", kind="question")
    yield made
    group.close()


def shown(weighing: Weighing, view: str = "", who: str = "Ben") -> Answer:
    """Return what somebody is shown."""
    return weighing.group.does(who, Action.SHOW_MAP, weighing.dialogue, view)


def test_the_map_says_how_often_under_how_many_names_and_when(weighing: Weighing) -> None:
    """And of everything else that there is no record yet."""
    text = "\n".join(lines_of(shown(weighing)))

    assert "brief: once, 3 names, last on " in text
    assert text.count("no record yet") == 2 * 41  # in the table and in the lines
    assert CAVEAT in text


def test_table_and_lines_say_the_same(weighing: Weighing) -> None:
    """Where no table can be drawn, nobody misses anything."""
    reply = shown(weighing).reply
    assert isinstance(reply, Say)
    grid = next(part for part in reply.message.below if part.table)
    assert grid.table is not None

    assert [head.key for head, _ in grid.table.rows] == [f"export-mechanism-{m}" for m in Mechanism]
    for (_, cells), line in zip(grid.table.rows, grid.below, strict=True):
        assert [line.phrase.values[theme] for theme in Theme] == list(cells)


def test_links_come_from_what_cites_and_nothing_else(weighing: Weighing) -> None:
    """Talk that answers talk went on; it is no interaction of two mechanisms."""
    text = "\n".join(lines_of(shown(weighing, "links")))

    assert "From Talk to Talk: went on once" in text
    assert "one link" not in text
    assert CAVEAT in text


def test_one_mechanism_opens_what_stands_behind_it(weighing: Weighing) -> None:
    """A count that cannot be opened has to be believed."""
    tickets = tickets_in(shown(weighing, "dialogue"))

    assert {ticket.choice for ticket in tickets if ticket.action is Action.EXPLAIN_GAP} == {
        f"dialogue.{theme}" for theme in Theme if theme is not Theme.WHAT
    }
    entry = next(ticket for ticket in tickets if ticket.action is Action.SHOW_ENTRY)
    assert key_of(weighing.group.presses("Ben", entry).reply) == "show_round-entry"


def test_what_is_not_there_is_not_shown(weighing: Weighing) -> None:
    """A button from elsewhere."""
    assert key_of(shown(weighing, "everything").reply) == "refusals-button"


def test_no_output_holds_a_mark(weighing: Weighing) -> None:
    """No percentage, no score, no total: in no view and no file."""
    for view in VIEWS:
        for line in lines_of(shown(weighing, view)):
            assert CAVEAT in line or not MARK.search(line), line
    for kind in FILES:
        if kind is FileKind.POLIS:
            continue
        page = weighing.file(kind)
        told = page[page.find("What was recorded") :] if kind is not FileKind.CSV else page
        assert not re.search(
            r"\d\s?%(?![;\s]*[})])", re.sub(r"<style>.*?</style>", "", told, flags=re.DOTALL)
        )
        assert not re.search(r"\bscore\b|out of 42|/42", told)


def test_the_files_hold_the_map(weighing: Weighing) -> None:
    """Part 9 of the report: the grid, the matrix and the test, with the caveat."""
    for kind in (FileKind.MARKDOWN, FileKind.HTML):
        page = weighing.file(kind).replace("\\", "")
        assert "What was recorded, and what took up what" in page
        assert "brief: once, 3 names" in page
        assert CAVEAT in page
    record = json.loads(weighing.file(FileKind.JSON))
    Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8"))).validate(record)
    full = [cell for cell in record["mirror"]["map"]["cells"] if cell["episodes"]]
    assert [(cell["mechanism"], cell["theme"], cell["names"]) for cell in full] == [("dialogue", "what", 3)]
    assert len(record["mirror"]["map"]["cells"]) == 42


def test_no_view_is_longer_than_it_has_to_be(weighing: Weighing) -> None:
    """The smallest platform takes 2,000 characters at once; each line fits by itself."""

    def longest(message: Message, answer: Answer) -> int:
        below = max((longest(part, answer) for part in message.below), default=0)
        return max(len(answer.words.plain(message.phrase)), below)

    for view in VIEWS:
        answer = shown(weighing, view)
        assert isinstance(answer.reply, Say)
        assert longest(answer.reply.message, answer) <= 1000
        assert all(len(str(ticket)) <= 100 for ticket in tickets_in(answer))


def test_everybody_may_look(weighing: Weighing) -> None:
    """Also who only reads along; but they explain nothing."""
    weighing.group.sends("Ada", Ticket(Action.APPOINT, weighing.dialogue), name="Fay", role="observer")

    actions = {ticket.action for ticket in tickets_in(shown(weighing, "assets", "Fay"))}

    assert actions == {Action.SHOW_MAP}
