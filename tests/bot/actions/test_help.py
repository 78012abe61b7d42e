"""How to use the bot: for everybody, with what they can do now and whom to turn to."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.actions.help import help
from bot.dialogue.dialogues import DialogueState
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.speech.asking import Asking
from bot.speech.commands import COMMANDS
from bot.speech.effects import Effects, Reply, Say
from bot.speech.fluent_pages import read_fluent
from bot.speech.messages import Choice, Message
from bot.words import Phrase
from tests.people import ADA, BEN, GARDEN, HERE, account, asking, pressed

HELP = Ticket(Action.HELP)
CONTACTS = Message(Phrase("help-support", {"support": GARDEN.support}))
MINE = Choice(Phrase("show_mine-choice"), Ticket(Action.SHOW_MINE, GARDEN.id))
RECORD = Choice(Phrase("show_record-choice"), Ticket(Action.SHOW_RECORD, GARDEN.id))
SETTINGS = Choice(Phrase("set_preferences-choice"), Ticket(Action.SET_PREFERENCES, GARDEN.id))
JOIN = Choice(Phrase("join-choice"), Ticket(Action.JOIN, GARDEN.id))


def helped(who: Asking, ticket: Ticket = HELP) -> Effects[Reply]:
    """Ask for help."""
    return help(HERE, who, pressed(account("Emil"), ticket))


def lines(heading: str, *words: str) -> tuple[Message, ...]:
    """Return the lines for some words that can be typed."""
    return Message(Phrase(heading)), *(Message(Phrase(f"help-command-{word}")) for word in words)


def test_a_member_sees_what_members_can_do_and_whom_to_turn_to() -> None:
    """Help is one word away, and the contacts are always in it."""
    words = [command.word for command in COMMANDS if not command.for_facilitators]
    below = (*lines("help-commands", *words), CONTACTS)

    assert helped(asking(BEN)) == Effects(
        reply=Say(Message(Phrase("help-how"), (MINE, RECORD, SETTINGS), below))
    )


def test_a_facilitator_sees_their_own_words_apart() -> None:
    """What only they can do stands under a line of its own."""
    members = [command.word for command in COMMANDS if not command.for_facilitators]
    own = [command.word for command in COMMANDS if command.for_facilitators]
    below = (*lines("help-commands", *members), *lines("help-commands-facilitators", *own), CONTACTS)

    assert helped(asking(ADA)) == Effects(
        reply=Say(Message(Phrase("help-how"), (MINE, RECORD, SETTINGS), below))
    )


@pytest.mark.parametrize("who", [asking(), asking(replace(BEN, has_left=True))])
def test_a_visitor_is_helped_too(who: Asking) -> None:
    """Whoever has not joined, or has left, can ask how this works and whom to turn to."""
    below = (*lines("help-commands", "join", "support", "help"), CONTACTS)

    assert helped(who) == Effects(reply=Say(Message(Phrase("help-how"), (JOIN,), below)))


def test_nobody_is_invited_to_a_dialogue_that_has_ended() -> None:
    """A button that only leads to a refusal is no help."""
    ended = replace(GARDEN, state=DialogueState.CLOSED)
    below = (*lines("help-commands", "join", "support", "help"), CONTACTS)

    assert helped(asking(dialogue=ended)) == Effects(reply=Say(Message(Phrase("help-how"), (), below)))


def test_where_no_dialogue_is_held_it_says_how_to_start_one() -> None:
    """The first question of all is asked before anything exists."""
    below = (*lines("help-commands", "join", "support", "help", "start"), Message(Phrase("help-no-dialogue")))

    assert helped(asking(dialogue=None)) == Effects(reply=Say(Message(Phrase("help-how"), (), below)))


@pytest.mark.parametrize("who", [asking(), asking(BEN), asking(ADA)])
def test_support_shows_the_contacts_and_nothing_else(who: Asking) -> None:
    """Somebody who needs a person should not have to read past anything."""
    assert helped(who, Ticket(Action.HELP, "", "support")) == Effects(reply=Say(CONTACTS))


def test_support_without_a_dialogue_says_that_there_are_no_contacts() -> None:
    """No numbers are made up."""
    shown = helped(asking(dialogue=None), Ticket(Action.HELP, "", "support"))

    assert shown == Effects(reply=Say(Message(Phrase("help-no-dialogue"))))


def test_the_example_can_be_deleted_from_here() -> None:
    """Whoever has seen enough of the example finds the way out."""
    example = replace(GARDEN, is_example=True)
    delete = Choice(Phrase("delete_example-choice"), Ticket(Action.DELETE_EXAMPLE, GARDEN.id))
    for_ada, for_ben = helped(asking(ADA, dialogue=example)), helped(asking(BEN, dialogue=example))

    assert isinstance(for_ada.reply, Say)
    assert isinstance(for_ben.reply, Say)
    assert for_ada.reply.message.choices == (MINE, RECORD, SETTINGS, delete)
    assert for_ben.reply.message.choices == (MINE, RECORD, SETTINGS)


def test_a_button_that_asks_for_something_else_is_refused() -> None:
    """A ticket is no permission; every use is checked."""
    with pytest.raises(NotFound) as refused:
        helped(asking(BEN), Ticket(Action.HELP, "", "all"))

    assert refused.value.phrase == Phrase("refusals-button")


def test_every_command_has_its_line_of_help() -> None:
    """A word that can be typed and is not explained might as well not exist."""
    page = Path(__file__).parents[3] / "prompts" / "en" / "help.ftl"
    keys = {sentence.key for sentence in read_fluent(page.read_text(encoding="utf-8")).sentences}
    explained = {key.removeprefix("help-command-") for key in keys if key.startswith("help-command-")}

    assert explained == {command.word for command in COMMANDS}
