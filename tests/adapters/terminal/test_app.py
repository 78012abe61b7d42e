"""One terminal, several people."""

import io
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from adapters.terminal.app import talk_here
from bot.composition import compose
from bot.dialogue.rhythm import Occurrence
from bot.identifiers import DialogueId
from bot.speech.events import CameDue
from storage.agenda import SqlAgenda
from storage.database import open_in_memory
from storage.outbox import SqlOutbox
from tests.stages.running_bot import running_bot
from tests.stages.terminal_stage import TerminalActor, TerminalStage


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[TerminalStage]:
    """One terminal with the whole bot behind it."""
    with running_bot(tmp_path / "data") as bot:
        yield TerminalStage(bot, tmp_path)


def test_a_person_is_who_the_terminal_was_told(stage: TerminalStage) -> None:
    """Also somebody nobody has heard of; only Ada may start a dialogue."""
    stage.hear("ben", "/start")
    stage.hear("Femi O.", "/start")

    assert stage.terminal.prompt == "Femi O. in #our-dialogue> "
    refused = [piece for reader, piece in stage.pieces() if reader in {"Ben", "Femi O."}]
    assert len(refused) == 2
    assert refused[0].strip().startswith(refused[1].strip()[:20])


def test_a_form_waits_for_its_person(stage: TerminalStage) -> None:
    """Ben can speak while Ada is in the middle of a form."""
    stage.hear("Ada", "/start", "A garden")
    assert stage.terminal.prompt == "  ... "
    stage.hear("Ben", "/help")
    stage.hear("Ada", "What it is for", ".", "Everybody", "Fixed: nothing", ".", "Ada, 0123", ".")

    assert "The second form" in stage.pieces()[-1][1]


def test_a_form_can_be_left(stage: TerminalStage) -> None:
    """And the next line is a line again."""
    stage.hear("Ada", "/start", ":cancel", "/help")

    assert "Nothing was sent." in "\n".join(stage.printed)
    assert stage.pieces()[-1][0] == "Ada"


def test_a_form_that_is_given_back_asks_again(stage: TerminalStage) -> None:
    """Only what was wrong."""
    stage.hear("Ada", "/start", "A garden", "", "Everybody", "", "")
    stage.hear("Ada", "What it is for", ".", "Fixed: nothing", ".", "Ada, 0123", ".")

    assert "The second form" in stage.pieces()[-1][1]


def test_what_the_terminal_does_not_know_is_answered(stage: TerminalStage) -> None:
    """A slip of the finger breaks nothing."""
    stage.hear("Ada", "/dialgoue", "77", ":help", ":in")

    assert "This button is no longer valid." in "\n".join(stage.printed)
    assert stage.printed[-1].startswith("You are Ada. Type a line")


def test_another_channel_is_another_place(stage: TerminalStage) -> None:
    """Two dialogues do not get into each other's way."""
    ada = stage.person("Ada")
    stage.hear("Ada", ":in #gar\x1bden")
    ada.types("start")
    ada.fills(title="G", purpose="P", decides="D", constraints="Fixed: F", support="S")
    ada.presses("Go on")
    ada.fills(keeping="K", run_by="R")

    assert stage.terminal.prompt == "Ada in #gar\u2423den> "
    assert any("-- #gar\u2423den --" in printed for printed in stage.printed)


def open_question(stage: TerminalStage) -> TerminalActor:
    """Let Ada start a dialogue and ask; return Ben, who has joined."""
    ada, ben = stage.person("Ada"), stage.person("Ben")
    ada.types("start")
    ada.fills(title="G", purpose="P", decides="D", constraints="Fixed: F", support="S")
    ada.presses("Go on")
    ada.fills(keeping="K", run_by="R")
    for person in (ada, ben):
        person.presses("Join")
        person.presses("Go on")
        person.fills()
    ada.types("ask")
    ada.fills(mechanism="dialogue", theme="what")
    ada.presses("In my own words")
    ada.fills(question="Q?", reveal="open")
    ada.presses("Post it")
    return ben


class Later:
    """The agenda as it will be in eight days."""

    def __init__(self, agenda: SqlAgenda) -> None:
        self._agenda = agenda

    def claim(self, now: datetime, most: int) -> tuple[CameDue, ...]:
        """Return what is due by then, as if it were now."""
        due = self._agenda.claim(now + timedelta(days=8), most)
        return tuple(replace(event, at=now) for event in due)

    def next_due(self) -> datetime | None:
        """Return when the next is due."""
        return self._agenda.next_due()

    def planned(self, dialogue: DialogueId) -> tuple[Occurrence, ...]:
        """Return what is to come."""
        return self._agenda.planned(dialogue)


def test_a_question_closes_when_its_time_comes(stage: TerminalStage) -> None:
    """The terminal looks at the agenda before each line, so nobody has to close it by hand."""
    open_question(stage)

    stage.bot.wait(stage.terminal.keep_time(Later(SqlAgenda(stage.bot.store))))

    assert any("Question 1 is closed" in printed for printed in stage.printed)


def test_a_post_that_is_taken_down_says_so(stage: TerminalStage) -> None:
    """What a terminal has shown it cannot unsay, but whoever reads on knows."""
    ben = open_question(stage)
    ben.writes("A pond.")
    ben.sees("A pond.")

    ben.types("entry 1 change")
    ben.fills(body="A lake.")
    assert any(
        "-- #our-dialogue, changed --" in printed and "A lake." in printed for printed in stage.printed
    )
    ben.types("mydata json")
    assert ben.saves().read_text(encoding="utf-8").count("A lake.") > 0
    ben.types("entry 1 withdraw")

    assert "A pond." not in stage.printed[-1]


@pytest.mark.parametrize(
    ("typed", "last"),
    [("/help\r\n:as ben\n", "Ben in #our-dialogue> "), (":quit\n/help\n", "Ada in #our-dialogue> ")],
)
async def test_the_terminal_reads_lines_until_they_end(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], typed: str, last: str
) -> None:
    """From the first line to the last, or until somebody says stop."""
    core = compose(open_in_memory())
    monkeypatch.setattr(sys, "stdin", io.StringIO(typed))

    await talk_here(core.engine, SqlOutbox(core.store), SqlAgenda(core.store))

    core.store.close()
    said = capsys.readouterr().out
    assert said.startswith("You are Ada. Type a line")
    assert ("-- only Ada sees this --" in said) == typed.startswith("/help")
    assert said.endswith(last)
