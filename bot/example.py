"""The example dialogue of a first start: four people, one question, two views, all of it deletable."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import blake2b

from bot.actions.join import USES
from bot.actions.open_round import CLOSES, LEVELS, QUESTION, REVEAL
from bot.actions.start import CONSTRAINTS, DECIDES, KEEPING, LANGUAGE, PURPOSE, RUN_BY, SUPPORT, TITLE, ZONE
from bot.dialogue.attribution import ALL_LEVELS, Attribution
from bot.dialogue.dialogues import EXAMPLE_CHANNEL
from bot.dialogue.places import Account, Community, Place
from bot.dialogue.rounds import Reveal
from bot.dialogue.stances import StanceKind
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.turns import TurnKind
from bot.engine import Engine
from bot.identifiers import EventId, Seed, new_id
from bot.speech.effects import RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, Event, FormSubmitted
from bot.speech.writing import BODY, LEVEL

ROOM = Community("web", "room")
PEOPLE = ("Ada", "Ben", "Chidi", "Dana")


@dataclass
class _Stage:
    """Who does what, one step after the other."""

    at: datetime
    salt: bytes
    steps: list[Event] = field(default_factory=list)

    def sends(
        self, who: str, action: Action, subject: str, answers: Mapping[str, str], choice: str = ""
    ) -> Seed:
        seed = self._next()
        event = FormSubmitted(
            id=self._id(), at=self.at, seed=seed, community=ROOM, account=_account(who),
            place=Place(ROOM, EXAMPLE_CHANNEL), ticket=Ticket(action, subject, choice), answers=answers,
        )  # fmt: skip
        self.steps.append(event)
        return seed

    def presses(self, who: str, action: Action, subject: str, choice: str) -> None:
        seed = self._next()
        event = ChoicePicked(
            id=self._id(), at=self.at, seed=seed, community=ROOM, account=_account(who),
            place=Place(ROOM, EXAMPLE_CHANNEL), ticket=Ticket(action, subject, choice),
        )  # fmt: skip
        self.steps.append(event)

    def _next(self) -> Seed:
        self.at += timedelta(minutes=3)
        return Seed(blake2b(self._id().encode(), key=self.salt, digest_size=32).digest())

    def _id(self) -> EventId:
        return EventId(f"example {len(self.steps) + 1}")


def play_example(engine: Engine, now: datetime, salt: bytes) -> None:
    """
    Play the example so that it happened a little before *now*; *salt* makes its ids this machine's own.

    It is kept as a whole or not at all. Its events have the same ids everywhere, so where it was played
    once nothing happens: an example that was deleted does not come back.
    """
    stage = _Stage(now - timedelta(hours=4), salt)
    dialogue = _start(stage)
    for who in PEOPLE:
        stage.sends(who, Action.JOIN, dialogue, {USES: "notes"})
    first = _ask(
        stage,
        dialogue,
        "intentions.why",
        "What would make a Saturday at the library worth your time?",
        Reveal.OPEN,
    )
    lift = _say(
        stage, "Ben", first, "A quiet room. At home there is none, and on Saturdays I could really read."
    )
    music = _say(
        stage, "Chidi", first, "Noise, to be honest: music, children, a place where we meet each other."
    )
    _say(stage, "Dana", first, "A lift that works.\nLast month I stood in front of the stairs twice.")
    _answer(stage, "Chidi", lift, TurnKind.QUESTION, "Which hours would be quiet enough for you?")
    stage.sends(
        "Ben",
        Action.DIFFER,
        music,
        {BODY: "I see it differently: once it is loud, I stay away.", LEVEL: "named"},
    )
    stage.presses("Dana", Action.STANCE, lift, StanceKind.SAME)
    _ask(
        stage,
        dialogue,
        "dialogue.what",
        "What do you see differently from others? What led you to see it that way?",
        Reveal.ANSWER_FIRST,
    )
    for answer in engine.handle_all(stage.steps):
        _require_done(answer.reply)


def _start(stage: _Stage) -> str:
    first = {
        TITLE: "Example: Saturdays at the library",
        PURPOSE: "Try everything: answer, differ, change your mind, read the record. Nobody real is here.",
        DECIDES: "The library board, with one seat for this group.",
        CONSTRAINTS: "Fixed: the budget of this year\nOpen: the opening hours\nUnsure: the lift",
        SUPPORT: "Nobody, since this is an example. In a dialogue of your own: a person, and hours.",
    }
    seed = stage.sends("Ada", Action.START, "", first)
    dialogue = new_id(seed, "dialogue")
    second = {
        ZONE: "Europe/London",
        LANGUAGE: "en",
        LEVELS: ",".join(ALL_LEVELS),
        KEEPING: "Until somebody deletes the example.",
        RUN_BY: "You do: it runs on this machine.",
    }
    stage.sends("Ada", Action.FINISH_START, dialogue, second)
    return dialogue


def _ask(stage: _Stage, dialogue: str, kind: str, question: str, reveal: Reveal) -> str:
    answers = {QUESTION: question, CLOSES: "in 7 days at 18:00", REVEAL: reveal, LEVELS: ",".join(ALL_LEVELS)}
    round = new_id(stage.sends("Ada", Action.OPEN_ROUND, dialogue, answers, kind), "round")
    stage.presses("Ada", Action.POST_ROUND, round, "post")
    return round


def _say(stage: _Stage, who: str, round: str, words: str) -> str:
    seed = stage.sends(who, Action.CONTRIBUTE, round, {BODY: words, LEVEL: Attribution.NAMED})
    return new_id(seed, "contribution")


def _answer(stage: _Stage, who: str, contribution: str, kind: TurnKind, words: str) -> None:
    answers = {"kind": kind, BODY: words, LEVEL: Attribution.NAMED}
    stage.sends(who, Action.ANSWER, contribution, answers)


def _require_done(reply: Reply) -> None:
    """Stop where the example does not fit the rules any more: it is ours to mend."""
    if isinstance(reply, RejectForm):
        raise ValueError(reply.problems)  # noqa: TRY004 - the type is right, what it says is not
    if isinstance(reply, Say) and reply.message.phrase.key.startswith("refusals-"):
        raise ValueError(reply.message.phrase)


def _account(who: str) -> Account:
    return Account(community=ROOM, id=who.lower(), name=who, may_manage=who == "Ada")
