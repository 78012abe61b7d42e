"""What still needs somebody in all their dialogues of a workspace, where they ask from no channel."""

from dataclasses import replace

from adapters.scribe import Scribe
from bot.dialogue.tickets import Action, Ticket
from bot.engine import Engine
from bot.identifiers import EventId
from bot.speech.effects import Answer, Say
from bot.speech.events import ChoicePicked
from bot.speech.messages import Message
from bot.speech.phrasebook import Words
from bot.words import Phrase


def is_everywhere(event: object) -> bool:
    """Whether somebody asks what needs them, and from no channel."""
    return isinstance(event, ChoicePicked) and (
        event.ticket == Ticket(Action.SHOW_MINE) and not event.place.channel
    )


async def show_everywhere(scribe: Scribe, engine: Engine, event: ChoicePicked) -> Answer:
    """Return what needs them in each of their dialogues, one below the other, under its title."""
    dialogues = await scribe.read(lambda: engine.dialogues_of(event.account))
    if not dialogues:
        return Answer(Say(Message(Phrase("slack-home-empty"))), engine.plain_words())
    answers = []
    for dialogue in dialogues:
        ticket = Ticket(Action.SHOW_MINE, dialogue.id)
        answers.append(
            await scribe.handle(replace(event, id=EventId(f"{event.id}.{dialogue.id}"), ticket=ticket))
        )
    below = []
    for dialogue, answer in zip(dialogues, answers, strict=True):
        below.append(Message(Phrase("slack-home-title", {"title": dialogue.title})))
        below += [answer.reply.message] if isinstance(answer.reply, Say) else []
    return Answer(Say(Message(Phrase("slack-home"), (), tuple(below))), _together([a.words for a in answers]))


def _together(words: list[Words]) -> Words:
    """Return the words of several answers, in the language of the first."""
    quotes = {quote: text for each in words for quote, text in each.quotes.items()}
    return replace(words[0], quotes=quotes)
