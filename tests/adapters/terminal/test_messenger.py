"""Posts in a terminal are printed, and what became of them too."""

from dataclasses import replace
from datetime import UTC

from adapters.terminal.listen import TERMINAL
from adapters.terminal.messenger import TerminalMessenger
from bot.dialogue.places import Place
from bot.identifiers import DialogueId, PostId
from bot.ports import Delivery
from bot.speech.effects import Ready
from bot.speech.messages import Message
from bot.speech.phrasebook import Phrasebook, Words
from bot.words import Phrase
from tests.fakes.fake_messenger import note_nothing

WORDS = Words(Phrasebook({"en": {"test": "test-said = Hello"}}), "en", {}, UTC)
POST = Delivery(
    post=PostId("p"),
    dialogue=DialogueId("d"),
    place=Place(TERMINAL, "garden"),
    message=Message(Phrase("test-said")),
    edition=1,
    attempts=0,
    fence=1,
)


async def test_a_post_is_printed_again_when_it_changes_and_says_so() -> None:
    """A terminal cannot take back what it has printed."""
    printed: list[str] = []
    messenger = TerminalMessenger(printed.append, lambda _: 1)
    ready = Ready(Message(Phrase("test-said")), WORDS)

    assert await messenger.deliver(POST, ready, note_nothing) == ("p",)
    await messenger.deliver(replace(POST, remotes=("p",)), ready, note_nothing)
    await messenger.deliver(replace(POST, place=Place(TERMINAL, "@ben")), ready, note_nothing)
    await messenger.take_down(replace(POST, remotes=("p",)))

    assert printed == [
        "\n-- #garden --\nHello",
        "\n-- #garden, changed --\nHello",
        "\n-- to ben only --\nHello",
        "\n-- #garden --\nA post was taken down.",
    ]
