"""What can be typed, what it asks for, and how a word that is not understood is answered."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.speech.command_shape import OptionKind, usage
from bot.speech.commands import COMMANDS
from bot.speech.typed_commands import read_command
from bot.words import Phrase

READ = [
    ("", Ticket(Action.HELP), {}),
    ("help", Ticket(Action.HELP), {}),
    ("  HELP ", Ticket(Action.HELP), {}),
    ("support", Ticket(Action.HELP, "", "support"), {}),
    ("join", Ticket(Action.JOIN), {}),
    ("mine", Ticket(Action.SHOW_MINE), {}),
    ("me", Ticket(Action.SET_PREFERENCES), {}),
    ("mydata", Ticket(Action.MY_DATA), {}),
    ("mydata json", Ticket(Action.MY_DATA, "", "json"), {}),
    ("mydata erase", Ticket(Action.ERASE), {}),
    ("ledger", Ticket(Action.SHOW_LEDGER), {}),
    ("appeal", Ticket(Action.APPEAL), {}),
    ("appeal #7", Ticket(Action.APPEAL), {"about": "7"}),
    ("record", Ticket(Action.SHOW_RECORD), {}),
    ("record apart", Ticket(Action.SHOW_RECORD, "", "apart"), {}),
    ("record search a lift", Ticket(Action.SHOW_RECORD), {"search": "a lift"}),
    ("record a lift", Ticket(Action.SHOW_RECORD), {"search": "a lift"}),
    ("say", Ticket(Action.CONTRIBUTE), {}),
    ("say hello", Ticket(Action.CONTRIBUTE), {"body": "hello"}),
    ("say one\n\n  two", Ticket(Action.CONTRIBUTE), {"body": "one\n\n  two"}),
    ("say as:unnamed hello", Ticket(Action.CONTRIBUTE), {"level": "unnamed", "body": "hello"}),
    ("say AS:Chosen hello", Ticket(Action.CONTRIBUTE), {"level": "chosen_name", "body": "hello"}),
    ("say in:3 as:named x", Ticket(Action.CONTRIBUTE, "3"), {"level": "named", "body": "x"}),
    ("say in:my view x", Ticket(Action.CONTRIBUTE), {"body": "in:my view x"}),
    ("say as: I said", Ticket(Action.CONTRIBUTE), {"body": "as: I said"}),
    ("say hello as:unnamed", Ticket(Action.CONTRIBUTE), {"body": "hello as:unnamed"}),
    ("entry 7", Ticket(Action.SHOW_ENTRY, "7"), {}),
    ("entry #7", Ticket(Action.SHOW_ENTRY, "7"), {}),
    ("entry 7 answer", Ticket(Action.ANSWER, "7"), {}),
    ("entry 7 differ", Ticket(Action.DIFFER, "7"), {}),
    ("entry 7 differ 9", Ticket(Action.DIFFER, "7"), {"other": "9"}),
    ("entry 7 same", Ticket(Action.STANCE, "7", "same"), {}),
    ("entry 7 unsure", Ticket(Action.STANCE, "7", "unsure"), {}),
    ("entry 7 change", Ticket(Action.REVISE, "7"), {}),
    ("entry 7 withdraw", Ticket(Action.WITHDRAW, "7"), {}),
    ("entry 7 back", Ticket(Action.WITHDRAW, "7", "back"), {}),
    ("entry 7 why", Ticket(Action.SHOW_ENTRY, "7", "versions"), {}),
    ("entry 7 hold", Ticket(Action.HOLD, "7"), {}),
    ("entry 7 show", Ticket(Action.HOLD, "7", "show"), {}),
    ("start A garden", Ticket(Action.START), {"title": "A garden"}),
    ("ask", Ticket(Action.OPEN_ROUND), {}),
    ("ask DLG-4", Ticket(Action.OPEN_ROUND), {"prompt": "DLG-4"}),
    ("close", Ticket(Action.CLOSE_ROUND), {}),
    ("close 3", Ticket(Action.CLOSE_ROUND, "3"), {}),
    ("close round 3", Ticket(Action.CLOSE_ROUND, "3"), {}),
    ("close dialogue", Ticket(Action.CLOSE_DIALOGUE), {}),
    ("close reopen", Ticket(Action.CLOSE_DIALOGUE, "", "reopen"), {}),
    ("export", Ticket(Action.EXPORT), {}),
    ("export markdown", Ticket(Action.EXPORT, "", "md"), {}),
    ("export Polis", Ticket(Action.EXPORT, "", "polis.zip"), {}),
    ("facilitators", Ticket(Action.APPOINT), {}),
    ("facilitators as:observer Ben B", Ticket(Action.APPOINT), {"role": "observer", "name": "Ben B"}),
]


@pytest.mark.parametrize(("text", "ticket", "options"), READ)
def test_each_command_asks_for_what_it_says(text: str, ticket: Ticket, options: dict[str, str]) -> None:
    """People learn these words once; each has to mean the same on every platform."""
    assert read_command(text) == (ticket, options)


@pytest.mark.parametrize(
    ("text", "key", "values"),
    [
        ("recorx", "help-unknown-command", {"typed": "recorx", "near": "record"}),
        ("Supporx", "help-unknown-command", {"typed": "Supporx", "near": "support"}),
        ("zzzz", "help-unknown", {"typed": "zzzz"}),
        ("x" * 1_000_000, "help-unknown", {"typed": "x" * 40}),
        ("mine now", "help-usage", {"usage": "mine"}),
        ("close everything", "help-usage", {"usage": "close [round|dialogue|reopen] [NUMBER]"}),
        ("mydata csv", "help-usage", {"usage": "mydata [json|erase]"}),
        ("appeal why", "help-usage", {"usage": "appeal [ABOUT]"}),
        (
            "say as:anonymous x",
            "help-not-one-of",
            {"typed": "anonymous", "words": "named, chosen, chosen_name, unnamed"},
        ),
        (
            "facilitators as:boss Ben",
            "help-not-one-of",
            {"typed": "boss", "words": "facilitator, member, observer"},
        ),
    ],
)
def test_what_is_not_understood_is_answered_with_what_could_be_meant(
    text: str, key: str, values: dict[str, str]
) -> None:
    """A slip of a finger must not end the conversation, and must never be kept as words."""
    with pytest.raises(NotFound) as refused:
        read_command(text)

    assert refused.value.phrase == Phrase(key, values)


@pytest.mark.parametrize(
    "text", ["entry", "entry seven", "entry 0", "entry ٣", "entry 7 differ nine", "entry 7 8 9"]
)
def test_a_contribution_is_named_by_its_number(text: str) -> None:
    """Nothing is guessed: the way to type it is said instead."""
    with pytest.raises(NotFound) as refused:
        read_command(text)

    assert refused.value.phrase.key == "help-usage"


def test_the_way_to_type_a_command_can_be_said() -> None:
    """It is what somebody sees who got it wrong."""
    shown = {command.word: usage(command) for command in COMMANDS}

    assert shown["say"] == "say [as:named|chosen|chosen_name|unnamed] [in:NUMBER] [WORDS]"
    assert shown["entry"] == (
        "entry NUMBER [answer|differ|same|unsure|change|withdraw|back|why|hold|show] [OTHER]"
    )
    assert shown["help"] == "help"


def test_every_word_stands_once() -> None:
    """Two commands with one word would hide each other."""
    words = [command.word for command in COMMANDS]

    assert len(words) == len(set(words))


def test_words_of_a_text_come_last() -> None:
    """A text takes everything that is left, so nothing can stand behind it."""
    for command in COMMANDS:
        kinds = [option.kind for option in command.options]
        assert OptionKind.TEXT not in kinds[:-1]


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever is typed, nothing breaks, and what is asked for fits on a button."""
    with suppress(NotFound):
        ticket, options = read_command(text)
        assert all(options.values())
        assert Ticket.read(str(ticket)) == ticket


@given(st.text().filter(lambda text: ":" not in text and bool(text.strip())))
def test_words_after_say_stay_as_they_were_typed(text: str) -> None:
    """What somebody wants to say is not the bot's to change."""
    assert read_command(f"say {text}") == (Ticket(Action.CONTRIBUTE), {"body": text.strip()})
