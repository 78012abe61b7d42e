"""What is remembered of questions and answers, and for how long."""

from adapters.web.questions import REMEMBERED, Questions, _remember
from bot.errors import NotFound
from bot.words import Phrase
from tests.stages.running_bot import RunningBot


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


async def test_a_file_nobody_ordered_is_not_there(bot: RunningBot) -> None:
    """A guessed key opens nothing."""
    questions = Questions(bot.scribe, bot.engine)
    questions.wake()

    assert await questions.file("guessed") is None
