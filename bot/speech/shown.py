"""How a contribution stands in its place, what can be done with it, and when unnamed words are shown."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.dialogue.contributions import Contribution
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.rhythm import Occurrence
from bot.dialogue.rounds import Reveal, Round
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import ContributionId, OccurrenceId, PostId, RoundId
from bot.speech.effects import Post
from bot.speech.events import FormSubmitted
from bot.speech.messages import Choice, Message
from bot.words import Part, Phrase, Quote, Value

UNNAMED_WAIT = timedelta(days=1)
"""How long words without a name wait for company before they are shown (`decisions.md` 20)."""

# What stands on the buttons of every contribution.
ANSWER_THIS = Phrase("contribute-answer-choice")
SAME = Phrase("contribute-same-choice")
DIFFERENTLY = Phrase("contribute-differently-choice")
UNSURE = Phrase("contribute-unsure-choice")
CHANGE = Phrase("contribute-change-choice")
TAKE_BACK = Phrase("contribute-take-back-choice")


def shared_post(round: Round, contribution: Contribution) -> Post:
    """Return the post that shows one contribution where its round is held."""
    return Post(PostId(contribution.id), round.place, shared_message(contribution))


def shared_message(contribution: Contribution) -> Message:
    """Return one contribution as it is shown to the group, with what can be done with it."""
    key = "contribute-shared-turn" if contribution.to else "contribute-shared"
    values: dict[str, Value] = {
        "number": contribution.number,
        "author": Quote(contribution.id, Part.AUTHOR),
        "body": Quote(contribution.id),
        "mark": Phrase("contribute-late-mark" if contribution.is_late else "general-nothing"),
    }
    if contribution.to and contribution.turn:
        values["turn"] = Phrase(
            f"contribute-turn-{contribution.turn}", {"to": Quote(contribution.to, Part.NUMBER)}
        )
    return Message(Phrase(key, values), entry_choices(contribution.id))


def entry_choices(contribution: ContributionId) -> tuple[Choice, ...]:
    """Return what any member can do with a contribution that is shown."""
    return (
        Choice(ANSWER_THIS, Ticket(Action.ANSWER, contribution)),
        Choice(SAME, Ticket(Action.STANCE, contribution, "same")),
        Choice(DIFFERENTLY, Ticket(Action.DIFFER, contribution)),
        Choice(UNSURE, Ticket(Action.STANCE, contribution, "unsure")),
    )


def choices_after(round: Round, contribution: Contribution, event: FormSubmitted) -> tuple[Choice, ...]:
    """Return what the author can do next."""
    mine = (
        Choice(CHANGE, Ticket(Action.REVISE, contribution.id)),
        Choice(TAKE_BACK, Ticket(Action.WITHDRAW, contribution.id)),
    )
    if round.reveal is Reveal.ANSWER_FIRST and round.is_open(event.at):
        return (Choice(Phrase("contribute-others-choice"), Ticket(Action.SHOW_ROUND, round.id)), *mine)
    return mine


def sharing_of(round: RoundId, dialogue: Dialogue, now: datetime) -> Occurrence:
    """Return the planned moment at which words without a name may be shown."""
    local = (now + UNNAMED_WAIT).astimezone(ZoneInfo(dialogue.zone))
    return Occurrence(
        id=OccurrenceId(f"share-{round}-{local.date()}"),  # one a day: later words do not put it off
        dialogue=dialogue.id,
        ticket=Ticket(Action.SHARE_UNNAMED, round),
        day=local.date(),
        time=local.time().replace(microsecond=0),
        zone=dialogue.zone,
    )
