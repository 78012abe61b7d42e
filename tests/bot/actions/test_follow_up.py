"""What became of what was said: said by a person, and told to those who wrote it."""

from collections.abc import Iterator

import pytest

from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import Answer, FileKind, OpenForm, RejectForm
from tests.fakes.group import key_of
from tests.fakes.line_pen import lines_of
from tests.fakes.weighing import Weighing

SAID = {
    "sources": "1, #2",
    "became": "not_taken_up",
    "what": "There is no money.",
    "decided_by": "The council",
}


@pytest.fixture
def weighing() -> Iterator[Weighing]:
    """Six people, and three things that were said."""
    made = Weighing()
    round = made.group.ask(made.dialogue)
    for who, words in (("Ben", "A lift."), ("Dana", "A pond."), ("Fay", "Bees.")):
        made.group.say(who, round, words)
    yield made
    made.group.close()


def say(weighing: Weighing, who: str = "Ada", **other: str) -> Answer:
    """Somebody says what became of words."""
    return weighing.group.sends(who, Ticket(Action.FOLLOW_UP, weighing.dialogue), **(SAID | other))


def shown(weighing: Weighing, who: str, action: Action = Action.SHOW_FOLLOW_UP) -> str:
    """Return what somebody is shown."""
    return "\n".join(lines_of(weighing.group.does(who, action)))


def test_everybody_reads_what_became_of_it_and_who_decided(weighing: Weighing) -> None:
    """Not to be taken up is an answer, with its reason."""
    say(weighing)

    text = shown(weighing, "Gwen")
    assert "#1, #2: It was not taken up. Decided by The council. Written by Ada (facilitator)" in text
    assert "There is no money." in text
    assert "said what became of words" in shown(weighing, "Gwen", Action.SHOW_LEDGER)


def test_those_who_wrote_it_are_told(weighing: Weighing) -> None:
    """And nobody else."""
    say(weighing)

    for who in ("Ben", "Dana"):
        assert "what became of something you wrote" in shown(weighing, who, Action.SHOW_MINE)
    assert "what became of something" not in shown(weighing, "Fay", Action.SHOW_MINE)


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("sources", ""), ("sources", "9"), ("sources", "N1"), ("sources", "one"),
        ("became", "won"), ("what", " "), ("decided_by", ""),
    ],
)  # fmt: skip
def test_all_of_it_is_needed(weighing: Weighing, field: str, typed: str) -> None:
    """Who decided, and why; what is wrong comes back with the words."""
    reply = say(weighing, **{field: typed}).reply

    assert isinstance(reply, RejectForm)
    assert set(reply.problems) == {field}
    assert reply.answers["what"] == (SAID | {field: typed})["what"]


def test_a_button_names_the_number(weighing: Weighing) -> None:
    """Nobody types what was just read."""
    form = weighing.group.presses("Ada", Ticket(Action.FOLLOW_UP, weighing.dialogue, "3")).reply
    forged = weighing.group.presses("Ada", Ticket(Action.FOLLOW_UP, weighing.dialogue, "all")).reply

    assert isinstance(form, OpenForm)
    assert isinstance(forged, OpenForm)
    assert (form.form.values["sources"], forged.form.values["sources"]) == ("3", "")


def test_it_can_be_said_after_the_end(weighing: Weighing) -> None:
    """Groups remember the silence after."""
    weighing.group.sends("Ada", Ticket(Action.CLOSE_DIALOGUE, weighing.dialogue), reason="The time is over.")

    assert key_of(say(weighing).reply) == "follow_up-thanks"


def test_files_hold_it_and_erasing_takes_it(weighing: Weighing) -> None:
    """The words of whoever wrote it are theirs."""
    say(weighing)
    page = weighing.file(FileKind.MARKDOWN).replace("\\", "")
    assert "What became of what was said" in page
    assert "There is no money." in page
    assert "Of one contribution nobody has said yet" in page
    weighing.group.sends("Ada", Ticket(Action.APPOINT, weighing.dialogue), name="Ben", role="facilitator")
    weighing.group.does("Ada", Action.ERASE, weighing.dialogue, "yes")

    assert "There is no money." not in weighing.file(FileKind.MARKDOWN, "Ben").replace("\\", "")
    assert "The council" not in shown(weighing, "Ben")
