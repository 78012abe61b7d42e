"""What is remembered of questions and answers, and for how long."""

from typing import NoReturn

import pytest

from adapters.web.questions import REMEMBERED, Questions, _Ordered, _remember
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.identifiers import DialogueId, MemberId
from bot.speech.effects import FileKind, SendFile
from bot.speech.events import Event
from bot.speech.messages import Message
from bot.words import Phrase
from tests.people import MONDAY, account, pressed
from tests.stages.running_bot import RunningBot


class Stopped:
    """A scribe whose threads are gone."""

    async def handle(self, _event: Event) -> NoReturn:
        """Fail, as threads do that were stopped."""
        raise RuntimeError("stopped")


def test_only_the_last_ones_are_remembered() -> None:
    """Answers hold people's words; a bot that runs for a year does not gather them."""
    known: dict[int, int] = {}
    for number in range(REMEMBERED + 5):
        _remember(known, number, number)

    assert list(known) == list(range(5, REMEMBERED + 5))


def test_a_refusal_found_while_listening_is_an_answer(bot: RunningBot) -> None:
    """It is drawn like every other."""
    refused = Questions(bot.scribe, bot.engine).refused("an-id", NotFound(Phrase("refusals-button")))

    assert (refused["id"], refused["reply"]) == ("an-id", "say")


async def test_what_could_not_be_answered_may_be_asked_again(bot: RunningBot) -> None:
    """A bot that is stopping answers nothing; the page asks once more, with the same id."""
    questions = Questions(Stopped(), bot.engine)  # type: ignore[arg-type]
    event = pressed(account("Ben"), Ticket(Action.JOIN))

    for _ in range(2):
        with pytest.raises(RuntimeError, match="stopped"):
            await questions.answer(event)


async def test_a_file_of_a_dialogue_that_is_gone_is_gone(bot: RunningBot) -> None:
    """Whoever deleted it meanwhile did not leave it in a download."""
    questions = Questions(bot.scribe, bot.engine)
    order = SendFile(
        message=Message(Phrase("general-send")),
        dialogue=DialogueId("gone"),
        reader=MemberId("ben"),
        kind=FileKind.JSON,
        made_at=MONDAY,
    )
    event = pressed(account("Ben"), Ticket(Action.EXPORT))
    questions._files["a-key"] = _Ordered(order, event)

    assert await questions.file("a-key") is None


async def test_a_file_nobody_ordered_is_not_there(bot: RunningBot) -> None:
    """A guessed key opens nothing."""
    questions = Questions(bot.scribe, bot.engine)
    questions.wake()

    assert await questions.file("guessed") is None
