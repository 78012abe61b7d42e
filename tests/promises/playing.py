"""How operations are played: an event to the bot, its answer held against the plain model."""

import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hypothesis.stateful import RuleBasedStateMachine, invariant

from bot.dialogue.rounds import Round
from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import Answer, RejectForm, Say
from bot.speech.events import Event
from storage.database import open_file
from tests.fakes.group import Group, key_of, ticket_for
from tests.people import ROOM
from tests.promises.audits import AUDITS, hold_against
from tests.promises.outputs import hear
from tests.promises.plain_model import Asked, Model, Person, Said, as_kept, tokens_in

FAST = Path("/dev/shm")
"""The disk is not what is tried here; where there is one in memory, it is used."""
A_DAY = 24 * 3600
COMPANY = 3
HISTORY = 30

Follows = Callable[[Answer], None]


@dataclass(frozen=True, slots=True)
class Step:
    """One event, and what holds its answer against the model and moves the model on."""

    who: str
    event: Event
    follows: Follows


class Playing(RuleBasedStateMachine):
    """A dialogue, and its model beside it."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(dir=FAST if FAST.is_dir() else None))
        self.group = Group(open_file(self.folder))
        self.dialogue = self.group.start()
        self.model = Model()
        self.history: list[Event] = []
        self.count = self.looks = 0

    def teardown(self) -> None:
        """Look at everything once more, and tidy up."""
        try:
            for audit in AUDITS:
                audit(self.group, self.model, self.folder)
        finally:
            self.group.close()
            shutil.rmtree(self.folder)

    @invariant()
    def looks_are_taken_in_turn(self) -> None:
        """Look at one of all outputs after every second operation."""
        self.looks += 1
        if self.looks % 2 == 0:
            AUDITS[self.looks // 2 % len(AUDITS)](self.group, self.model, self.folder)

    # -- which one is meant

    def a_round(self, which: int) -> str:
        """Return the id of one of the questions."""
        return list(self.model.rounds)[which % len(self.model.rounds)]

    def some_words(self, *which: int, fit: Callable[[Said], bool] = bool) -> Iterator[Said]:
        """Return words among all that were said, mostly such as are *fit*; nothing where nothing was said."""
        every = list(self.model.said.values())
        fitting = [said for said in every if fit(said)] or every
        for each in which if every else ():
            said = fitting if each % 4 else every
            yield said[each % len(said)]

    def open_to(self, who: str) -> Callable[[Said], bool]:
        """Return what tells the words that somebody can take up now."""
        return lambda said: self.model.may_take_up(who, said, self.group.clock.at)

    def new(self, text: str) -> str:
        """Return words that begin like no others."""
        self.count += 1
        return f" \r\nw{self.count:04d}q{text}"

    # -- what is played

    def play(self, *steps: Step) -> None:
        """Let things happen; several of them share one commit."""
        if len(steps) == 1:
            answers = [self.group.engine.handle(steps[0].event)]
        else:
            answers = self.group.engine.handle_all([step.event for step in steps])
        for step, answer in zip(steps, answers, strict=True):
            step.follows(answer)
            typed = tokens_in(*(str(text) for text in getattr(step.event, "answers", {}).values()))
            hold_against(self.model, hear(answer), step.who, step.event.at, typed)
        self.history = [*self.history, *(step.event for step in steps)][-HISTORY:]

    def tries(self, who: str, event: Event, key: str, may: bool, then: Callable[[], None]) -> None:
        """Somebody tries something; it is answered with *key* exactly if it may be done."""
        self.play(self.trying(who, event, key, may, then))

    @staticmethod
    def trying(who: str, event: Event, key: str, may: bool, then: Callable[[], None]) -> Step:
        """Return the step of somebody who tries something."""

        def follows(answer: Answer) -> None:
            assert key_of(answer.reply).startswith(key) == may, key_of(answer.reply)
            if may:
                then()

        return Step(who, event, follows)

    def says(self, who: str, event: Event, key: str) -> None:
        """Somebody does what is only ever answered with *key*."""
        self.tries(who, event, key, True, lambda: None)  # noqa: FBT003 - it always may be

    # -- the same in several operations

    def joins(self, who: str, ticked: Iterable[str], chosen: str) -> Step:
        """Somebody says yes."""
        answers = {"uses": ",".join(sorted(ticked)), "chosen_name": chosen}

        def follows(answer: Answer) -> None:
            assert key_of(answer.reply) == "join-thanks"
            known = self.model.people.get(who, Person(frozenset()))
            self.model.people[who] = Person(frozenset(ticked), chosen or known.chosen)

        return Step(who, self.group.form(who, self.group.yes_to(self.dialogue), **answers), follows)

    def ask(self, reveal: str) -> str:
        """Put a question to the group."""
        id = self.group.ask(self.dialogue, reveal)
        with self.group.store.reading(ROOM) as work:
            self.model.rounds[id] = Asked(reveal, work.get(Round, id).closes_at)
        return id

    def contributes(self, who: str, round: str, level: str, body: str, chosen: str = "") -> Step:
        """Somebody says something in a round."""
        ticket = Ticket(Action.CONTRIBUTE, round)
        event = self.group.form(who, ticket, body=body, level=level, chosen_name=chosen)

        def follows(answer: Answer) -> None:
            if not self.model.may_write(who, level, chosen):
                self.was_refused(answer, body)
                return
            assert key_of(answer.reply).startswith("contribute-thanks"), key_of(answer.reply)
            self.model.people[who].chosen = chosen or self.model.people[who].chosen
            self.was_said(answer, self.words(who, round, level, body, event))

        return Step(who, event, follows)

    def takes_up(self, who: str, said: Said, level: str, text: str, kind: str = "") -> None:
        """Somebody answers words, or sees it differently, in words of their own."""
        action, thanks = (Action.ANSWER, "answer-thanks") if kind else (Action.DIFFER, "differ-thanks")
        body = self.new(text)
        event = self.group.form(who, Ticket(action, said.id), body=body, level=level, kind=kind)

        def follows(answer: Answer) -> None:
            may = self.model.may_take_up(who, said, event.at) and self.model.may_write(who, level, "")
            if not may:
                self.was_refused(answer, body)
                return
            assert key_of(answer.reply) == thanks, key_of(answer.reply)
            new = self.was_said(answer, self.words(who, said.round, level, body, event))
            new.to = said.id
            if not kind:
                self.model.apart.append((said.id, new.id))
                said.stances[who] = "differently"

        asked = said.author
        self.play(Step(who, event, follows))
        if asked in self.model.people:  # who was answered is told so, and told no more than they may read
            told = hear(self.group.does(asked, Action.SHOW_MINE))
            hold_against(self.model, told, asked, self.group.clock.at, set())

    def words(self, who: str, round: str, level: str, body: str, event: Event) -> Said:
        """Return words as they must be kept; their id is still to come."""
        name = {"named": who, "chosen_name": self.model.people[who].chosen}.get(level, "")
        is_late = not self.model.rounds[round].is_open(event.at)
        shared = None if level == "unnamed" else event.at.date()
        return Said("", who, round, level, name, [as_kept(body)], event.at, is_late, shared)

    def was_said(self, answer: Answer, said: Said) -> Said:
        """Note what was kept; the buttons under the thanks say its id."""
        said.id = ticket_for(answer, Action.REVISE).subject
        self.model.write(said)
        return said

    def was_refused(self, answer: Answer, body: str) -> None:
        """Note what was not kept."""
        assert isinstance(answer.reply, RejectForm | Say)
        assert "thanks" not in key_of(answer.reply)
        self.model.never |= tokens_in(body)

    def note_shared(self, round: str) -> None:
        """Hold what was shown without a name against the rule: three of them, and a day has passed."""
        waiting, now = self.model.waiting(round), self.group.clock.at
        shown = [said for said in waiting if self.number_of(said)]
        if shown:
            assert shown == waiting
            assert len(shown) >= COMPANY
            assert max((now - said.at).total_seconds() for said in shown) >= A_DAY
        for said in shown:
            said.shared = now.date()

    def number_of(self, said: Said) -> int:
        """Return the number the bot has given; nought while words wait for company."""
        words = "SELECT number FROM contribution WHERE id = ?"
        with self.group.store.looking() as connection:
            return int(connection.exec_driver_sql(words, (said.id,)).scalar() or 0)
