"""
Chance operations against a plain model: whatever people and time can do, in any order.

What people said is all there, once, exactly, and under the name they chose; nobody ever reads what they may
not read; what was refused, taken back or erased is nowhere. `plain_model` says what must follow from each
operation, and `audits` holds everything that leaves the bot, and the bytes of its files, against it.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule, run_state_machine_as_test

from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import Silence
from storage.database import open_file
from tests.promises.audits import bytes_of_files, each_reads_the_record, rows
from tests.promises.plain_model import CHOSEN, PEOPLE, STRANGER, Said, as_kept, tokens_in
from tests.promises.playing import Playing, Step

Method = TypeVar("Method", bound=Callable[..., None])

OPERATIONS = 50
AT_A_TIME = 5
"""How many dialogues are drawn together; after that, chance begins to repeat itself."""
MOST_ROUNDS = 4
SECONDS_LATELY = 500

whoever = st.sampled_from((*PEOPLE, *PEOPLE, STRANGER))
which = st.integers(0, 60)
levels = st.sampled_from(("named", "chosen_name", "unnamed", "unnamed"))
reveals = st.sampled_from(("open", "answer_first", "at_close"))
stances = st.sampled_from(("same", "differently", "unsure"))
turns = st.sampled_from(("question", "answer", "build", "thanks"))
ticks = st.sets(st.sampled_from(("notes", "report", "open_data")))
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
hours = st.sampled_from((1, 13, 25, 3 * 24, 8 * 24))
mostly = st.sampled_from((True, True, False))


DRAWN: dict[str, dict[str, st.SearchStrategy[Any]]] = {}
"""What is drawn for each operation."""
OFTEN: list[str] = []
"""
Each operation as often as it is to be drawn.

They are not rules of Hypothesis, which leaves some of its rules out for a whole dialogue at a time.
"""


@dataclass(frozen=True)
class Operation:
    """Something that happens."""

    name: str
    drawn: Mapping[str, Any]


def operation(times: int = 1, **drawn: st.SearchStrategy[Any]) -> Callable[[Method], Method]:
    """Note that something may happen, how often beside other things, and what is drawn for it."""

    def note(method: Method) -> Method:
        DRAWN[method.__name__] = drawn
        OFTEN.extend([method.__name__] * times)
        return method

    return note


def any_operation() -> st.SearchStrategy[Operation]:
    """Return whatever may happen."""
    return st.sampled_from(OFTEN).flatmap(
        lambda name: st.builds(Operation, st.just(name), st.fixed_dictionaries(DRAWN[name]))
    )


class Talking(Playing):
    """A dialogue in which anything may happen."""

    @rule(operation=st.deferred(any_operation))
    def happens(self, operation: Operation) -> None:
        """Let something happen."""
        getattr(self, operation.name)(**operation.drawn)

    @initialize(
        reveal=reveals,
        early=st.sets(st.sampled_from(PEOPLE), min_size=4),
        ticked=ticks,
        talk=st.lists(st.tuples(st.sampled_from(PEOPLE), levels), min_size=4, max_size=8),
    )
    def begin(self, reveal: str, early: set[str], ticked: set[str], talk: list[tuple[str, str]]) -> None:
        """Most have joined, a first question is asked, and some have answered."""
        self.play(*(self.joins(who, ticked, "") for who in sorted(early)))
        round = self.ask(reveal)
        self.play(*(self.contributes(who, round, level, self.new("")) for who, level in talk))

    # -- joining and asking

    @operation(who=st.sampled_from(PEOPLE), ticked=ticks, has_name=st.booleans())
    def join(self, who: str, ticked: set[str], has_name: bool) -> None:
        """Somebody says yes, or says it anew with other ticks."""
        self.play(self.joins(who, ticked, CHOSEN[who] if has_name else ""))

    @operation(who=whoever)
    def decline(self, who: str) -> None:
        """Somebody reads the notice and says no: nothing is kept (I4)."""
        self.says(who, self.group.press(who, Ticket(Action.JOIN, self.dialogue, "no")), "join-declined")

    @operation(reveal=reveals)
    def open_round(self, reveal: str) -> None:
        """Another question is asked beside the others."""
        if len(self.model.rounds) < MOST_ROUNDS:
            self.ask(reveal)

    @operation(nth=which, who=st.sampled_from(("Ada", "Ada", "Ben", STRANGER)))
    def close_round(self, nth: int, who: str) -> None:
        """Somebody wants a question closed; only who runs the dialogue may."""
        round = self.a_round(nth)
        event = self.group.press(who, Ticket(Action.CLOSE_ROUND, round))
        may = who == "Ada" and not self.model.rounds[round].is_closed
        self.tries(who, event, "close_round-done", may, lambda: self.model.close(round, event.at))

    # -- words

    @operation(times=4, nth=which, who=whoever, level=levels, text=texts, has_name=st.booleans())
    def contribute(self, nth: int, who: str, level: str, text: str, has_name: bool) -> None:
        """Somebody says something."""
        chosen = CHOSEN.get(who, "") if has_name else ""
        self.play(self.contributes(who, self.a_round(nth), level, self.new(text), chosen))

    @operation(
        times=2, nth=which, level=levels, several=st.lists(st.tuples(whoever, texts), min_size=2, max_size=5)
    )
    def several_at_once(self, nth: int, level: str, several: list[tuple[str, str]]) -> None:
        """Several say something at the same moment, and a platform delivers one of them twice."""
        round = self.a_round(nth)
        steps = [self.contributes(who, round, level, self.new(text)) for who, text in several]

        def is_silent(answer: object) -> None:
            assert answer.reply == Silence()  # type: ignore[attr-defined]

        self.play(*steps, Step(steps[0].who, steps[0].event, is_silent))

    @operation(nth=which, several=st.permutations(PEOPLE), text=texts)
    def find_company(self, nth: int, several: list[str], text: str) -> None:
        """Several say something without a name, and after a day it is shown together."""
        round = self.a_round(nth)
        self.play(*(self.contributes(who, round, "unnamed", self.new(text)) for who in several[:3]))
        self.let_time_pass(25)

    @operation(nth=which)
    def say_again(self, nth: int) -> None:
        """Somebody is not sure whether it went through, and sends the same words again (C4)."""
        for said in self.some_words(nth):
            is_late = (self.group.clock.at - said.at).total_seconds() > SECONDS_LATELY
            if said.state != "live" or is_late or said.to or len(said.texts) > 1:
                return
            ticket = Ticket(Action.CONTRIBUTE, said.round)
            event = self.group.form(said.author, ticket, body=said.texts[0], level="named")
            self.says(said.author, event, "contribute-again")

    @operation(times=3, nth=which, who=whoever, kind=turns, level=levels, text=texts)
    def answer(self, nth: int, who: str, kind: str, level: str, text: str) -> None:
        """Somebody answers what somebody said."""
        for said in self.some_words(nth, fit=self.open_to(who)):
            self.takes_up(who, said, level, text, kind)

    @operation(times=3, nth=which, who=whoever, level=levels, text=texts)
    def differ(self, nth: int, who: str, level: str, text: str) -> None:
        """Somebody sees it differently, in their own words."""
        for said in self.some_words(nth, fit=self.open_to(who)):
            self.takes_up(who, said, level, text)

    @operation(times=2, nth=which, mth=which, who=whoever)
    def mark(self, nth: int, mth: int, who: str) -> None:
        """Somebody marks that two views differ."""
        one, other = tuple(self.some_words(nth, mth, fit=self.open_to(who))) or (None, None)
        if not one or not other or other.shared is None:
            return
        event = self.group.command(who, Action.DIFFER, one.id, other=f"#{self.number_of(other)}")
        is_fit = other.state == "live" and one.round == other.round and one is not other
        may = self.model.may_take_up(who, one, event.at) and is_fit
        self.tries(who, event, "differ-marked", may, lambda: self.model.apart.append((one.id, other.id)))

    @operation(nth=which, who=whoever)
    def pass_by(self, nth: int, who: str) -> None:
        """Somebody passes."""
        round = self.a_round(nth)
        event, asked = (
            self.group.press(who, Ticket(Action.CONTRIBUTE, round, "pass")),
            self.model.rounds[round],
        )
        may = who in self.model.people and asked.is_open(event.at) and not self.model.has_answered(who, round)
        self.tries(who, event, "contribute-pass-kept", may, lambda: asked.note_pass(who))

    @operation(times=4, nth=which, several=st.lists(st.tuples(whoever, stances), min_size=1, max_size=6))
    def stance(self, nth: int, several: list[tuple[str, str]]) -> None:
        """Some say, one after the other, how they see what somebody said."""
        for said in self.some_words(nth, fit=self.open_to(several[0][0])):
            self.play(*(self.takes_stance(who, said, kind) for who, kind in several))

    def takes_stance(self, who: str, said: Said, kind: str) -> Step:
        """Somebody says how they see what somebody said."""
        event = self.group.press(who, Ticket(Action.STANCE, said.id, kind))
        may = self.model.may_take_up(who, said, event.at)
        return self.trying(who, event, "stance-kept-", may, lambda: said.stances.update({who: kind}))

    # -- second thoughts

    @operation(times=2, nth=which, other=whoever, is_own=mostly, text=texts)
    def revise(self, nth: int, other: str, is_own: bool, text: str) -> None:
        """Somebody changes their words, or tries to change somebody else's."""
        for said in self.some_words(nth):
            who, body = said.author if is_own and said.author else other, self.new(text)
            may = who == said.author and said.state == "live" and who in self.model.people
            if not may:
                self.model.never |= tokens_in(body)
            event = self.group.form(who, Ticket(Action.REVISE, said.id), body=body)
            self.tries(who, event, "revise-thanks", may, lambda: self.model.revise(said, as_kept(body)))  # noqa: B023

    @operation(times=2, nth=which, other=whoever, is_own=mostly)
    def withdraw(self, nth: int, other: str, is_own: bool) -> None:
        """Somebody takes their words back, or tries to take back somebody else's."""
        for said in self.some_words(nth):
            who = said.author if is_own and said.author else other
            event = self.group.command(who, Action.WITHDRAW, said.id)
            may = who == said.author and said.state == "live"
            self.tries(who, event, "withdraw-done", may, lambda: self.model.take_back(said, event.at))  # noqa: B023

    @operation(nth=which)
    def bring_back(self, nth: int) -> None:
        """Somebody wants their words back."""
        for said in self.some_words(nth):
            if said.author:
                event = self.group.press(said.author, Ticket(Action.WITHDRAW, said.id, "back"))
                is_away = said.state == "withdrawn"
                self.tries(said.author, event, "withdraw-brought-back", is_away, said.show)

    @operation(nth=which, other=whoever, is_own=mostly)
    def erase_one(self, nth: int, other: str, is_own: bool) -> None:
        """Somebody wants words gone for good."""
        for said in self.some_words(nth):
            who = said.author if is_own and said.author else other
            event = self.group.press(who, Ticket(Action.WITHDRAW, said.id, "erase"))
            self.tries(who, event, "withdraw-erased", who == said.author, lambda: self.model.erase(said))  # noqa: B023

    @operation(who=st.sampled_from(PEOPLE[1:]))
    def erase_all(self, who: str) -> None:
        """Somebody wants everything of theirs gone."""
        event = self.group.press(who, Ticket(Action.ERASE, self.dialogue, "yes"))
        may = who in self.model.people
        self.tries(who, event, "erase-done", may, lambda: self.model.erase_person(who))
        for audit in (rows, bytes_of_files, each_reads_the_record):
            audit(self.group, self.model, self.folder)

    @operation(nth=which, who=st.sampled_from(("Ada", "Ada", "Ben")), stays=st.booleans())
    def hold(self, nth: int, who: str, stays: bool) -> None:
        """Whoever runs the dialogue hides words, or somebody else tries to."""
        answers = {"reason": "It names somebody.", "open_data": "yes" if stays else ""}
        for said in self.some_words(nth):
            event = self.group.form(who, Ticket(Action.HOLD, said.id), **answers)
            may = who == "Ada" and said.state == "live" and said.shared is not None
            self.tries(who, event, "hold-done", may, said.hide)

    @operation(nth=which)
    def show_again(self, nth: int) -> None:
        """Hidden words are shown again."""
        for said in self.some_words(nth):
            event = self.group.press("Ada", Ticket(Action.HOLD, said.id, "show"))
            self.tries("Ada", event, "hold-shown", said.state == "held", said.show)

    # -- the world

    @operation(times=2, passing=hours)
    def wait(self, passing: int) -> None:
        """Hours or days go by, and the clock beats."""
        self.let_time_pass(passing)

    def let_time_pass(self, passing: int) -> None:
        """Let hours go by and the clock beat, and hold what it did against the rules."""
        now = self.group.clock.pass_by(hours=passing)
        while self.group.let_come_due():
            pass
        for id, asked in self.model.rounds.items():
            if not asked.is_closed and asked.closes <= now:
                self.model.close(id, now)
            else:
                self.note_shared(id)
        self.model.let_weeks_end(now)

    @operation(nth=which)
    def deliver_again(self, nth: int) -> None:
        """A platform delivers something again that was handled long ago (C3)."""
        event = self.history[nth % len(self.history)]

        assert self.group.engine.handle(event).reply == Silence()

    @operation()
    def restart(self) -> None:
        """The bot is stopped and started."""
        self.group.close()
        self.group = self.group.restarted(open_file(self.folder))


def talk(chance: int, times: int) -> None:
    """Let *times* dialogues of fifty operations happen, the same ones for the same *chance*."""
    machine = seed(chance)(type(f"Talking{chance}", (Talking,), {}))
    run_state_machine_as_test(
        machine,
        settings=settings(
            max_examples=times,
            stateful_step_count=OPERATIONS,
            database=None,
            phases=(Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
        ),
    )


def drill(count: int, seed: int) -> Mapping[str, int]:
    """Try about *count* operations."""
    dialogues = max(count // OPERATIONS, 1)
    for number in range(0, dialogues, AT_A_TIME):
        talk(seed * dialogues + number, min(AT_A_TIME, dialogues - number))
    return {"dialogues": dialogues, "operations": dialogues * OPERATIONS}
