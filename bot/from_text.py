"""A message written to the bot, read as the form of the one question it can be an answer to."""

from contextlib import suppress

from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import Contribution
from bot.dialogue.dialogues import Dialogue, DialogueState
from bot.dialogue.rounds import Round
from bot.dialogue.standing import Rounds
from bot.dialogue.tickets import Action, Ticket
from bot.doorkeeper import NotJoined, WhichRound
from bot.errors import NotFound
from bot.ports import Work
from bot.speech.events import FormSubmitted, TextWritten
from bot.speech.writing import BODY, LEVEL
from bot.words import Phrase


def read_as_form(event: TextWritten, work: Work) -> FormSubmitted:
    """
    Return the form that this message stands for (`decisions.md` 14 and 15).

    A direct message answers the only open round of all the person's dialogues; a mention in a
    place answers the only open round there, at the level *named*. Nothing is guessed.

    Raises:
        NotFound: No question is open for this message.
        WhichRound: Several questions could be meant.
        NotJoined: The person has not agreed to take part.
    """
    rounds = _candidates(event, work)
    if event.round:
        meant = _round_meant(event, work)
        rounds = tuple(round for round in rounds if round.id == meant)
    elif event.place.is_thread:
        rounds = tuple(round for round in rounds if round.place == event.place) or rounds
    if not rounds:
        raise NotFound(Phrase("refusals-no-open-round"))
    if len(rounds) > 1:
        raise WhichRound(rounds, Ticket(Action.CONTRIBUTE))
    answers = {BODY: event.text} if event.is_direct else {BODY: event.text, LEVEL: Attribution.NAMED}
    return FormSubmitted(
        id=event.id,
        at=event.at,
        seed=event.seed,
        community=event.community,
        account=event.account,
        place=event.place,
        ticket=Ticket(Action.CONTRIBUTE, rounds[0].id),
        answers=answers,
    )


def _round_meant(event: TextWritten, work: Work) -> str:
    """Return the round of the post that was answered: a question, or words brought to one."""
    with suppress(NotFound):
        return work.get(Contribution, event.round).round
    return event.round


def _candidates(event: TextWritten, work: Work) -> tuple[Round, ...]:
    if event.is_direct:
        dialogues = work.dialogues_of(event.account)
    else:
        held = work.dialogue_at(event.place)
        dialogues = (held,) if held and held.state is DialogueState.OPEN else ()
        if held and work.member(event.account, held.id) is None:
            raise NotJoined(Phrase("refusals-not-joined"), held.id)
    return tuple(round for dialogue in dialogues for round in _open_rounds(dialogue, event, work))


def _open_rounds(dialogue: Dialogue, event: TextWritten, work: Work) -> tuple[Round, ...]:
    return work.load(Rounds, dialogue.id, None, "").open_at(event.at)
