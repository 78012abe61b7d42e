"""How a command that is being typed could go on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.tickets import Action
from bot.speech.completion import SUGGESTIONS, suggest
from bot.speech.typed_commands import read_command

PROMPTS = ("DLG-1", "DLG-2", "INT-1")


@pytest.mark.parametrize(
    ("text", "offered"),
    [
        ("re", ("record", "return")),
        ("RE", ("record", "return")),
        ("m", ("mine", "map", "me", "mydata")),
        ("record ", ("record apart", "record trail", "record intentions", "record became", "record search")),
        ("record a", ("record apart",)),
        ("record search ", ()),
        ("record search a", ()),
        ("entry ", ()),
        ("entry 7 d", ("entry 7 differ",)),
        ("entry 7 h", ("entry 7 hold",)),
        ("entry 7 differ ", ()),
        ("say ", ("say as:named", "say as:chosen", "say as:chosen_name", "say as:unnamed")),
        ("say as:u", ("say as:unnamed",)),
        ("say as:unnamed ", ()),
        ("say as:foo ", ()),
        ("say in:3 as:n", ("say in:3 as:named",)),
        ("say hello as", ()),
        ("ask D", ("ask DLG-1", "ask DLG-2")),
        ("ask d", ("ask DLG-1", "ask DLG-2")),
        ("close r", ("close round", "close reopen")),
        ("export p", ("export polis",)),
        ("facilitators as:o", ("facilitators as:observer",)),
        ("help ", ()),
        ("xylophone ", ()),
    ],
)
def test_a_command_is_completed_from_the_table(text: str, offered: tuple[str, ...]) -> None:
    """Nobody has to remember the words, and nothing else is offered."""
    assert suggest(text, prompts=PROMPTS) == offered


def test_members_are_offered_what_members_can_do() -> None:
    """A word that only leads to a refusal is no help."""
    assert suggest("", is_facilitator=False) == (
        "join", "mine", "say", "record", "entry", "propose", "statements", "notes", "map", "interpret",
        "assets", "understand", "me", "leave", "pause", "mydata", "ledger", "appeal", "support", "help",
        "plan",
    )  # fmt: skip
    assert suggest("export ", is_facilitator=False) == ()
    assert suggest("entry 7 h", is_facilitator=False) == ()


def test_no_more_is_offered_than_a_platform_can_show() -> None:
    """Discord takes 25."""
    assert len(suggest("ask ", prompts=[f"DLG-{n}" for n in range(99)])) == SUGGESTIONS


@pytest.mark.parametrize("begin", ["", "say ", "record ", "entry 7 ", "close ", "export ", "mydata "])
def test_what_is_offered_is_understood(begin: str) -> None:
    """An offer that is refused would be worse than none; only `entry` waits for its number."""
    for offered in suggest(begin):
        if offered != "entry":
            assert read_command(offered)[0].action in set(Action)


@given(st.text())
def test_any_text_can_be_completed_or_not(text: str) -> None:
    """Whatever is being typed, nothing breaks."""
    assert all(isinstance(offered, str) for offered in suggest(text, prompts=PROMPTS))
