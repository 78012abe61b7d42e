"""
A thousand chance operations against a plain model: what people did is all there, once, exactly, and under
the name they chose, and nobody ever reads what they may not read.

The operations are what people and time can do. `plain_model` says what must follow from them; `audits` holds
everything that leaves the bot, and the bytes of its files, against it.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from hypothesis import HealthCheck, assume, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle, RuleBasedStateMachine, consumes, initialize, invariant, multiple, precondition, rule,
)  # fmt: skip

from bot.dialogue.rounds import Round
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import DialogueId
from bot.speech.effects import Answer, RejectForm, Say, Silence
from bot.speech.events import Event
from storage.database import open_file
from tests.fakes.group import LEVELS, Group, key_of, ticket_for
from tests.people import ROOM
from tests.promises.audits import AUDITS, hold_against
from tests.promises.outputs import hear
from tests.promises.plain_model import CHOSEN, PEOPLE, STRANGER, Asked, Model, Person, Said, as_kept, tokens_in

FAST = Path("/dev/shm")
"""The disk is not what is tried here; where there is one in memory, it is used."""
MOST_ROUNDS = 4

who_ever = st.sampled_from((*PEOPLE, *PEOPLE, STRANGER))
levels = st.sampled_from(LEVELS.split(","))
reveals = st.sampled_from(("open", "answer_first", "at_close"))
stances = st.sampled_from(("same", "differently", "unsure"))
turns = st.sampled_from(("question", "answer", "build", "thanks"))
uses = st.sets(st.sampled_from(("notes", "report", "open_data")))
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
hours = st.sampled_from((1, 13, 25, 3 * 24, 8 * 24))


@dataclass(frozen=True, slots=True)
class Step:
    """One event, and what must follow from it."""

    who: str
    event: Event
    follows: Callable[[Answer], str | None]
    """Holds the answer against the model and brings the model up to date; returns the id of new words."""


class Talking(RuleBasedStateMachine):
    """A dialogue in which anything may happen."""

    asked = Bundle("asked")
    words = Bundle("words")

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

    # -- joining

    @initialize(target=asked, reveal=reveals, early=st.sets(st.sampled_from(PEOPLE), min_size=4), ticked=uses)
    def begin(self, reveal: str, early: set[str], ticked: set[str]) -> str:
        """Some join at once, and a first question is asked."""
        self.play(*(self.joins(who, ticked, "") for who in sorted(early)))
        return self.ask(reveal)

    @rule(who=st.sampled_from(PEOPLE), ticked=uses, has_name=st.booleans())
    def join(self, who: str, ticked: set[str], has_name: bool) -> None:  # noqa: FBT001 - drawn by chance
        """Somebody says yes, or says it anew with other ticks."""
        self.play(self.joins(who, ticked, CHOSEN[who] if has_name else ""))

    @rule(who=who_ever)
    def decline(self, who: str) -> None:
        """Somebody reads the notice and says no: nothing is kept (I4)."""
        event = self.group.press(who, Ticket(Action.JOIN, self.dialogue, "no"))
        self.play(Step(who, event, says("join-declined")))

    def joins(self, who: str, ticked: Iterable[str], chosen: str) -> Step:
        """Somebody says yes."""
        answers = {"uses": ",".join(sorted(ticked)), "chosen_name": chosen}

        def follows(answer: Answer) -> None:
            assert key_of(answer.reply) == "join-thanks"
            known = self.model.people.get(who, Person(frozenset()))
            self.model.people[who] = Person(frozenset(ticked), chosen or known.chosen)

        return Step(who, self.group.form(who, self.group.yes_to(self.dialogue), **answers), follows)

    # -- questions

    @rule(target=asked, reveal=reveals)
    def open_round(self, reveal: str) -> str:
        """Another question is asked beside the others."""
        assume(len(self.model.rounds) < MOST_ROUNDS)
        return self.ask(reveal)

    def ask(self, reveal: str) -> str:
        """Ask a question."""
        id = self.group.ask(self.dialogue, reveal)
        with self.group.store.reading(ROOM) as work:
            self.model.rounds[id] = Asked(reveal, work.get(Round, id).closes_at)
        return id

    @rule(round=asked, who=who_ever)
    def close_round(self, round: str, who: str) -> None:
        """Somebody wants a question closed; only who runs the dialogue may."""
        event = self.group.press(who, Ticket(Action.CLOSE_ROUND, round))

        def follows(answer: Answer) -> None:
            may = who == "Ada" and not self.model.rounds[round].is_closed
            assert key_of(answer.reply) == ("close_round-done" if may else key_of(answer.reply))
            assert may or key_of(answer.reply).startswith(("refusals-", "close_round-already"))
            if may:
                self.model.close(round, event.at)

        self.play(Step(who, event, follows))

    # -- words

    @rule(target=words, round=asked, who=who_ever, level=levels, text=texts, has_name=st.booleans())
    def contribute(self, round: str, who: str, level: str, text: str, has_name: bool) -> str:  # noqa: FBT001
        """Somebody says something."""
        chosen = CHOSEN.get(who, "") if has_name else ""
        return self.play(self.contributes(who, round, level, self.new(text), chosen))

    @rule(target=words, round=asked, level=levels, several=st.lists(st.tuples(who_ever, texts), min_size=2, max_size=5))
    def several_at_once(self, round: str, level: str, several: list[tuple[str, str]]) -> object:
        """Several say something at the same moment, and a platform delivers one of them twice."""
        steps = [self.contributes(who, round, level, self.new(text), "") for who, text in several]
        again = Step(several[0][0], steps[0].event, says(""))
        return self.play(*steps, again)

    @rule(id=words)
    def say_again(self, id: str) -> None:
        """Somebody is not sure whether it went through, and sends the same words again (C4)."""
        said = self.model.said[id]
        is_lately = (self.group.clock.at - said.at).total_seconds() < 500
        assume(said.state == "live" and is_lately and not said.to and len(said.texts) == 1)
        ticket = Ticket(Action.CONTRIBUTE, said.round)
        event = self.group.form(said.author, ticket, body=said.texts[0], level="named")
        self.play(Step(said.author, event, says("contribute-again", "contribute-again-unnamed")))

    @rule(target=words, id=words, who=who_ever, kind=turns, level=levels, text=texts)
    def answer(self, id: str, who: str, kind: str, level: str, text: str) -> str:
        """Somebody answers what somebody said."""
        event = self.writes(who, Ticket(Action.ANSWER, id), self.new(text), level, kind=kind)
        return self.play(self.takes_up(who, id, event, "answer-thanks"))

    @rule(target=words, id=words, who=who_ever, level=levels, text=texts)
    def differ(self, id: str, who: str, level: str, text: str) -> str:
        """Somebody sees it differently, in their own words."""
        event = self.writes(who, Ticket(Action.DIFFER, id), self.new(text), level)

        def follows(new: str) -> None:
            self.model.apart.append((id, new))
            self.model.said[id].stances[who] = "differently"

        return self.play(self.takes_up(who, id, event, "differ-thanks", follows))

    @rule(one=words, other=words, who=who_ever)
    def mark(self, one: str, other: str, who: str) -> None:
        """Somebody marks that two views differ."""
        first, second = self.model.said[one], self.model.said[other]
        number = self.number_of(other)
        event = self.group.command(who, Action.DIFFER, one, other=f"#{number}")
        shown = second.state == "live" and second.shared is not None and first.round == second.round and one != other
        may = self.model.may_take_up(who, first, event.at) and shown and number > 0
        assume(number > 0)

        def follows(answer: Answer) -> None:
            assert (key_of(answer.reply) == "differ-marked") == (may), key_of(answer.reply)
            if may:
                self.model.apart.append((one, other))

        self.play(Step(who, event, follows))

    @rule(round=asked, who=who_ever)
    def pass_by(self, round: str, who: str) -> None:
        """Somebody passes."""
        event = self.group.press(who, Ticket(Action.CONTRIBUTE, round, "pass"))
        asked = self.model.rounds[round]
        may = who in self.model.people and asked.is_open(event.at) and not self.model.has_answered(who, round)

        def follows(answer: Answer) -> None:
            assert (key_of(answer.reply) == "contribute-pass-kept") == (may), key_of(answer.reply)
            if may:
                asked.passed.add(who)
                asked.ever.add(who)

        self.play(Step(who, event, follows))

    @rule(id=words, who=who_ever, kind=stances)
    def stance(self, id: str, who: str, kind: str) -> None:
        """Somebody says how they see what somebody said."""
        said, event = self.model.said[id], self.group.press(who, Ticket(Action.STANCE, id, kind))
        may = self.model.may_take_up(who, said, event.at)

        def follows(answer: Answer) -> None:
            assert key_of(answer.reply).startswith("stance-kept-") == may, key_of(answer.reply)
            if may:
                said.stances[who] = kind

        self.play(Step(who, event, follows))

    # -- second thoughts

    @rule(id=words, other=who_ever, is_own=st.sampled_from((True, True, False)), text=texts)
    def revise(self, id: str, other: str, is_own: bool, text: str) -> None:  # noqa: FBT001
        """Somebody changes their words, or tries to change somebody else's."""
        said, body = self.model.said[id], self.new(text)
        who = said.author if is_own and said.author else other
        may = who == said.author and said.state == "live" and who in self.model.people

        def follows(answer: Answer) -> None:
            assert (key_of(answer.reply) == "revise-thanks") == (may), key_of(answer.reply)
            if may:
                said.texts.append(as_kept(body))
            else:
                self.model.never |= tokens_in(body)

        self.play(Step(who, self.group.form(who, Ticket(Action.REVISE, id), body=body), follows))

    @rule(id=words, other=who_ever, is_own=st.sampled_from((True, True, False)))
    def withdraw(self, id: str, other: str, is_own: bool) -> None:  # noqa: FBT001
        """Somebody takes their words back, or tries to take back somebody else's."""
        said = self.model.said[id]
        who = said.author if is_own and said.author else other
        event = self.group.command(who, Action.WITHDRAW, id)

        def follows(answer: Answer) -> None:
            may = who == said.author and said.state == "live"
            assert (key_of(answer.reply) == "withdraw-done") == (may), key_of(answer.reply)
            if may:
                said.state, said.withdrawn = "withdrawn", event.at

        self.play(Step(who, event, follows))

    @rule(id=words)
    def bring_back(self, id: str) -> None:
        """Somebody wants their words back."""
        said = self.model.said[id]
        assume(said.author)

        def follows(answer: Answer) -> None:
            assert (key_of(answer.reply) == "withdraw-brought-back") == ((said.state == "withdrawn")), key_of(answer.reply)
            if said.state == "withdrawn":
                said.state = "live"

        self.play(Step(said.author, self.group.press(said.author, Ticket(Action.WITHDRAW, id, "back")), follows))

    @rule(id=words, other=who_ever, is_own=st.booleans())
    def erase_one(self, id: str, other: str, is_own: bool) -> None:  # noqa: FBT001
        """Somebody wants words gone for good."""
        said = self.model.said[id]
        who = said.author if is_own and said.author else other
        may = who == said.author

        def follows(answer: Answer) -> None:
            assert (key_of(answer.reply) == "withdraw-erased") == (may), key_of(answer.reply)
            if may:
                self.model.erase(said)

        self.play(Step(who, self.group.press(who, Ticket(Action.WITHDRAW, id, "erase")), follows))

    @rule(who=st.sampled_from(PEOPLE[1:]))
    def erase_all(self, who: str) -> None:
        """Somebody wants everything of theirs gone."""
        assume(who in self.model.people)

        def follows(answer: Answer) -> None:
            assert key_of(answer.reply) == "erase-done"
            self.model.erase_person(who)

        self.play(Step(who, self.group.press(who, Ticket(Action.ERASE, self.dialogue, "yes")), follows))

    @rule(id=words, who=st.sampled_from(("Ada", "Ada", "Ben")), stays=st.booleans())
    def hold(self, id: str, who: str, stays: bool) -> None:  # noqa: FBT001
        """Whoever runs the dialogue hides words, or somebody else tries to."""
        said = self.model.said[id]
        answers = {"reason": "It names somebody.", "open_data": "yes" if stays else ""}

        def follows(answer: Answer) -> None:
            may = who == "Ada" and said.state == "live" and said.shared is not None
            assert (key_of(answer.reply) == "hold-done") == (may), key_of(answer.reply)
            if may:
                said.state = "held"

        self.play(Step(who, self.group.form(who, Ticket(Action.HOLD, id), **answers), follows))

    @rule(id=words)
    def show_again(self, id: str) -> None:
        """Hidden words are shown again."""
        said = self.model.said[id]

        def follows(answer: Answer) -> None:
            assert (key_of(answer.reply) == "hold-shown") == ((said.state == "held")), key_of(answer.reply)
            if said.state == "held":
                said.state = "live"

        self.play(Step("Ada", self.group.press("Ada", Ticket(Action.HOLD, id, "show")), follows))

    # -- the world

    @rule(passing=hours)
    def let_time_pass(self, passing: int) -> None:
        """Hours or days go by, and the clock beats."""
        now = self.group.clock.pass_by(hours=passing)
        while self.group.let_come_due():
            pass
        for id, asked in self.model.rounds.items():
            if not asked.is_closed and asked.closes <= now:
                self.model.close(id, now)
            else:
                self.note_shared(id)
        self.model.let_weeks_end(now)

    @precondition(lambda self: self.history)
    @rule(data=st.data())
    def deliver_again(self, data: st.DataObject) -> None:
        """A platform delivers something again that was handled long ago (C3)."""
        event = data.draw(st.sampled_from(self.history))

        assert self.group.engine.handle(event).reply == Silence()

    @rule()
    def restart(self) -> None:
        """The bot is stopped and started."""
        self.group.close()
        self.group = self.group.restarted(open_file(self.folder))

    # -- how it is done

    def new(self, text: str) -> str:
        """Return words that begin like no others."""
        self.count += 1
        return f" \r\nw{self.count:04d}q{text}"

    def writes(self, who: str, ticket: Ticket, body: str, level: str, **answers: str) -> Event:
        """Somebody sends a form with words of their own."""
        return self.group.form(who, ticket, body=body, level=level, **answers)

    def contributes(self, who: str, round: str, level: str, body: str, chosen: str) -> Step:
        """Somebody says something in a round."""
        event = self.writes(who, Ticket(Action.CONTRIBUTE, round), body, level, chosen_name=chosen)

        def follows(answer: Answer) -> str | None:
            if not self.model.may_write(who, level, chosen):
                return self.was_refused(answer, body)
            assert key_of(answer.reply).startswith("contribute-thanks"), key_of(answer.reply)
            self.model.people[who].chosen = chosen or self.model.people[who].chosen
            return self.was_said(answer, who, round, level, body, event)

        return Step(who, event, follows)

    def takes_up(
        self, who: str, id: str, event: Event, thanks: str, then: Callable[[str], None] = lambda _: None
    ) -> Step:
        """Somebody answers words with words."""
        said, given = self.model.said[id], getattr(event, "answers", {})
        level, body = given["level"], given["body"]

        def follows(answer: Answer) -> str | None:
            may_take_up = self.model.may_take_up(who, said, event.at)
            if not (may_take_up and self.model.may_write(who, level, "")):
                return self.was_refused(answer, body)
            assert key_of(answer.reply) == thanks, key_of(answer.reply)
            new = self.was_said(answer, who, said.round, level, body, event)
            self.model.said[new].to = id
            then(new)
            return new

        return Step(who, event, follows)

    def was_said(self, answer: Answer, who: str, round: str, level: str, body: str, event: Event) -> str:  # noqa: PLR0917
        """Note what was kept; the buttons under the thanks say its id."""
        id = ticket_for(answer, Action.REVISE).subject
        name = {"named": who, "chosen_name": self.model.people[who].chosen}.get(level, "")
        is_late = not self.model.rounds[round].is_open(event.at)
        shared = None if level == "unnamed" else event.at.date()
        self.model.write(Said(id, who, round, level, name, [as_kept(body)], event.at, is_late, shared))
        return id

    def was_refused(self, answer: Answer, body: str) -> None:
        """Note what was not kept."""
        assert isinstance(answer.reply, RejectForm | Say)
        assert "thanks" not in key_of(answer.reply)
        self.model.never |= tokens_in(body)

    def play(self, *steps: Step) -> object:
        """Let things happen, several of them in one commit; return the ids of new words."""
        if len(steps) == 1:
            answers = [self.group.engine.handle(steps[0].event)]
        else:
            answers = self.group.engine.handle_all([step.event for step in steps])
        new = []
        for step, answer in zip(steps, answers, strict=True):
            id = step.follows(answer)
            typed = tokens_in(*(str(text) for text in getattr(step.event, "answers", {}).values()))
            hold_against(self.model, hear(answer), step.who, step.event.at, typed)
            if id:
                new.append(id)
        self.history = [*self.history[-30:], *(step.event for step in steps)]
        return multiple(*new)

    def note_shared(self, round: str) -> None:
        """Hold what was shown without a name against the rule: three of them, and a day has passed."""
        waiting, now = self.model.waiting(round), self.group.clock.at
        shown = [said for said in waiting if self.number_of(said.id)]
        if shown:
            assert shown == waiting
            assert len(shown) >= 3
            assert max((now - said.at).total_seconds() for said in shown) >= 24 * 3600
        for said in shown:
            said.shared = now.date()

    def number_of(self, id: str) -> int:
        """Return the number the bot has given; nought while words wait for company."""
        with self.group.store.looking() as connection:
            found = connection.exec_driver_sql("SELECT number FROM contribution WHERE id = ?", (id,)).scalar()
        return int(found or 0)


def says(*keys: str) -> Callable[[Answer], None]:
    """Return what holds an answer against the only ones there may be."""

    def follows(answer: Answer) -> None:
        assert key_of(answer.reply) in keys, key_of(answer.reply)

    return follows


TestTalking = Talking.TestCase
TestTalking.settings = settings(
    max_examples=22,
    stateful_step_count=50,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
_ = consumes, DialogueId
