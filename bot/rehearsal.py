"""Plays a public conversation through the same doors as everybody, from start to close and export."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import blake2b
from itertools import islice

from bot.actions.hold import OPEN_DATA, REASON
from bot.actions.join import USES
from bot.actions.open_round import CLOSES, LEVELS, QUESTION, REVEAL
from bot.actions.start import CONSTRAINTS, DECIDES, KEEPING, LANGUAGE, PURPOSE, RUN_BY, SUPPORT, TITLE, ZONE
from bot.dialogue.attribution import Attribution
from bot.dialogue.consent import Use
from bot.dialogue.dialogues import PURPOSE_MOST, TITLE_MOST
from bot.dialogue.places import Account, Place
from bot.dialogue.rounds import QUESTION_MOST, Reveal
from bot.dialogue.stances import StanceKind
from bot.dialogue.tickets import Action, Ticket
from bot.engine import Engine
from bot.identifiers import DialogueId, EventId, Seed, new_id
from bot.speech.effects import FileKind, RejectForm, Say, SendFile
from bot.speech.events import ChoicePicked, Event, FormSubmitted
from bot.speech.polis_data import Comment, Conversation, Vote
from bot.speech.writing import BODY, LEVEL, TICKED

AT_ONCE = 64
HOST = "facilitator"


@dataclass(frozen=True, slots=True)
class Played:
    """A step that was played, and why it was refused, if it was."""

    event: Event
    refusal: str = ""


class Rehearsal:
    """One conversation on its way through the engine; every id in it is drawn from the data alone."""

    def __init__(
        self, engine: Engine, conversation: Conversation, place: Place, host: Account | None = None
    ) -> None:
        """Play *conversation* in a place; *host* runs the dialogue, and can go on with it by hand."""
        self._engine = engine
        self._conversation = conversation
        self._community = place.community
        self._place = place
        self._host = host or Account(community=place.community, id=HOST, name="Facilitator", may_manage=True)
        self._steps = conversation.steps
        self._begin = self._steps[0].at - timedelta(minutes=10)
        self._end = self._steps[-1].at + timedelta(minutes=1)
        self.dialogue = DialogueId(new_id(self._seed("start"), "dialogue"))
        self._round = new_id(self._seed("ask"), "round")

    @property
    def length(self) -> int:
        """How many events it has."""
        return sum(1 for _ in self._events())

    def play(self, progress: Callable[[int], None]) -> tuple[Played, ...]:
        """Play everything in order; return what was refused. *progress* hears how many steps were taken."""
        refused: list[Played] = []
        events = self._events()
        while batch := list(islice(events, AT_ONCE)):
            for event, answer in zip(batch, self._engine.handle_all(batch), strict=True):
                if reason := _refusal(answer.reply, answer.words.plain):
                    refused.append(Played(event, reason))
            progress(len(batch))
        return tuple(refused)

    def export(self, kind: FileKind) -> Iterator[bytes]:
        """Return one export of the dialogue, in pieces, asked for as a facilitator asks."""
        event = self._picked(
            f"export {kind}", HOST, self._end + timedelta(minutes=2), Action.EXPORT, self.dialogue, kind
        )
        reply = self._engine.handle(event).reply
        if not isinstance(reply, SendFile):
            raise TypeError(reply)
        return self._engine.write_file(reply, event).pieces

    def _events(self) -> Iterator[Event]:
        yield from self._opening()
        for number, person in enumerate((*self._conversation.people,)):
            at = self._begin + timedelta(milliseconds=number)
            yield self._sent(f"join {person}", person, at, Action.JOIN, self.dialogue, {USES: ",".join(Use)})
        for number, step in enumerate(self._steps):
            yield self._statement(step) if isinstance(step, Comment) else self._stance(step, number)
        for comment in self._conversation.comments:
            if comment.is_hidden:
                answers = {REASON: "Hidden by the moderators of the conversation.", OPEN_DATA: TICKED}
                contribution = self._contribution(comment.id)
                yield self._sent(f"hide {comment.id}", HOST, self._end, Action.HOLD, contribution, answers)
        yield self._picked(
            "close", HOST, self._end + timedelta(minutes=1), Action.CLOSE_ROUND, self._round, ""
        )

    def _opening(self) -> Iterator[Event]:
        topic = self._conversation.topic or "A public conversation"
        before = self._begin - timedelta(minutes=1)
        first = {
            TITLE: topic[:TITLE_MOST], PURPOSE: f"A rehearsal of public data: {topic}"[:PURPOSE_MOST],
            DECIDES: "Nobody: it has taken place.", CONSTRAINTS: "Fixed: everything that was said.",
            SUPPORT: "The people who published the data.",
        }  # fmt: skip
        second = {
            ZONE: "UTC", LANGUAGE: "en", LEVELS: Attribution.NAMED, KEEPING: "As long as the file is kept.",
            RUN_BY: "Whoever started this rehearsal.",
        }  # fmt: skip
        closes = f"{self._end + timedelta(days=1):%Y-%m-%d %H:%M}"
        question = {
            QUESTION: topic[:QUESTION_MOST],
            CLOSES: closes,
            REVEAL: Reveal.OPEN,
            LEVELS: Attribution.NAMED,
        }
        yield self._sent("start", HOST, before, Action.START, "", first)
        yield self._sent("finish", HOST, before, Action.FINISH_START, self.dialogue, second)
        yield self._sent("ask", HOST, before, Action.OPEN_ROUND, self.dialogue, question, "dialogue.what")
        yield self._picked("post", HOST, before, Action.POST_ROUND, self._round, "post")

    def _statement(self, comment: Comment) -> Event:
        answers = {BODY: comment.body, LEVEL: Attribution.NAMED}
        return self._sent(
            f"say {comment.id}", comment.author, comment.at, Action.CONTRIBUTE, self._round, answers
        )

    def _stance(self, vote: Vote, number: int) -> Event:
        signs = {
            self._conversation.agree_sign: StanceKind.SAME,
            -self._conversation.agree_sign: StanceKind.DIFFERENTLY,
        }
        kind = signs.get(vote.sign, StanceKind.UNSURE)
        contribution = self._contribution(vote.comment)
        return self._picked(f"vote {number}", vote.voter, vote.at, Action.STANCE, contribution, kind)

    def _contribution(self, comment: str) -> str:
        return new_id(self._seed(f"say {comment}"), "contribution")

    def _sent(  # noqa: PLR0913, PLR0917 - the fields of an event
        self,
        name: str,
        person: str,
        at: datetime,
        action: Action,
        subject: str,
        answers: Mapping[str, str],
        choice: str = "",
    ) -> FormSubmitted:
        return FormSubmitted(
            id=EventId(f"rehearse {name}"), at=at, seed=self._seed(name), community=self._community,
            account=self._account(person), place=self._place,
            ticket=Ticket(action, subject, choice), answers=answers,
        )  # fmt: skip

    def _picked(  # noqa: PLR0913, PLR0917 - the fields of an event
        self, name: str, person: str, at: datetime, action: Action, subject: str, choice: str
    ) -> ChoicePicked:
        return ChoicePicked(
            id=EventId(f"rehearse {name}"), at=at, seed=self._seed(name), community=self._community,
            account=self._account(person), place=self._place, ticket=Ticket(action, subject, choice),
        )  # fmt: skip

    def _account(self, person: str) -> Account:
        if person == HOST:
            return self._host
        return Account(community=self._community, id=f"person-{person}", name=f"Person {person}")

    def _seed(self, name: str) -> Seed:
        return Seed(blake2b(f"rehearsal {name}".encode(), digest_size=32).digest())


def _refusal(reply: object, plain: Callable[..., str]) -> str:
    if isinstance(reply, RejectForm):
        return "; ".join(plain(problem) for problem in reply.problems.values())
    if isinstance(reply, Say) and reply.message.phrase.key.startswith(
        ("refusals-", "contribute-again", "general-sorry")
    ):
        return plain(reply.message.phrase)
    return ""
