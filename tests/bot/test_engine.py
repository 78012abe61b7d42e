"""The way through: decided once, kept whole, answered after the commit, refused in words."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.dialogue.tickets import Action, Ticket
from bot.engine import ATTEMPTS, Engine
from bot.errors import StaleState
from bot.identifiers import DialogueId, PostId
from bot.ports import Delivery
from bot.speech.effects import OpenForm, Ready, RejectForm, Say, Silence
from bot.speech.events import Event
from bot.speech.messages import Message
from bot.words import Phrase
from storage.database import open_in_memory
from storage.schema import T
from storage.sql import SqlStore, SqlWorks
from tests.fakes.group import Group, house, key_of, phrasebook, ticket_for
from tests.fakes.line_pen import lines_of
from tests.people import ELSEWHERE, HERE

LONG = "A canary that is long enough to be worth giving back to whoever wrote it."


@pytest.fixture
def group() -> Iterator[Group]:
    """Ada, Ben and Chidi, and a dialogue that has begun."""
    made = Group(open_in_memory())
    dialogue = made.start()
    for who in ("Ada", "Ben", "Chidi"):
        made.join(who, dialogue)
    yield made
    made.close()


@pytest.fixture
def dialogue(group: Group) -> str:
    """The id of the dialogue."""
    return str(group.store.dialogues()[0].id)


@pytest.fixture
def round(group: Group, dialogue: str) -> str:
    """The id of an open round."""
    return group.ask(dialogue, closes="in 2 days")


def contributions(group: Group) -> int:
    """Return how many contributions are kept."""
    with group.store.looking() as connection:
        return int(connection.execute(select(func.count()).select_from(T.contribution)).scalar() or 0)


class Contested(SqlStore):
    """A memory in which somebody else is quicker for a while."""

    def __init__(self, group: Group, times: int) -> None:
        super().__init__(group.database)
        self.left = times

    @contextmanager
    def batch(self, events: Sequence[Event]) -> Iterator[SqlWorks]:
        """Open a transaction that turns out to be too late."""
        with super().batch(events) as works:
            yield works
            if self.left:
                self.left -= 1
                raise StaleState


# --- once, whole, in turn ---


def test_an_event_is_answered_and_kept(group: Group, round: str) -> None:
    """The plain case: words in, thanks out, one contribution."""
    answer = group.say("Ben", round, "A lift")

    assert key_of(answer.reply) == "contribute-thanks-open"
    assert contributions(group) == 1


def test_the_same_event_again_is_answered_with_silence(group: Group, round: str) -> None:
    """A platform that delivers twice must not make it look as if it had been said twice (C3)."""
    event = group.form("Ben", Ticket(Action.CONTRIBUTE, round), body="A lift", level="named")

    first, again = group.engine.handle_all([event, event])
    later = group.engine.handle(replace(event, at=event.at + timedelta(hours=71)))

    assert key_of(first.reply) == "contribute-thanks-open"
    assert again.reply == later.reply == Silence()
    assert contributions(group) == 1


def test_events_of_one_batch_are_decided_in_turn(group: Group, round: str) -> None:
    """Each person gets the number and the answer they would have got alone."""
    ticket = Ticket(Action.CONTRIBUTE, round)
    events = [
        group.form(who, ticket, body=f"By {who}", level="named") for who in ("Ben", "Chidi", "Stranger")
    ]

    answers = group.engine.handle_all(events)

    assert [key_of(answer.reply) for answer in answers] == [
        "contribute-thanks-open", "contribute-thanks-open", "refusals-not-joined",
    ]  # fmt: skip
    assert "#1" in lines_of(answers[0])[0]
    assert "#2" in lines_of(answers[1])[0]


@pytest.mark.parametrize("times", [0, 1, ATTEMPTS - 1])
def test_whoever_was_slower_is_decided_again(times: int, group: Group, round: str) -> None:
    """Deciding has no side effect, so the step is simply taken again."""
    engine = Engine(Contested(group, times), phrasebook(), house())

    answer = engine.handle(group.form("Ben", Ticket(Action.CONTRIBUTE, round), body="A lift", level="named"))

    assert key_of(answer.reply) == "contribute-thanks-open"
    assert contributions(group) == 1


def test_after_the_last_attempt_it_is_a_fault(group: Group, round: str) -> None:
    """It does not go on for ever; nothing is kept, and the edge says so."""
    engine = Engine(Contested(group, ATTEMPTS), phrasebook(), house())
    event = group.form("Ben", Ticket(Action.CONTRIBUTE, round), body="A lift", level="named")

    with pytest.raises(StaleState):
        engine.handle(event)

    assert contributions(group) == 0
    assert key_of(group.answer(event).reply) == "contribute-thanks-open", "it may be sent again"


# --- refused in words ---


def test_words_that_are_refused_come_back_and_are_stored_nowhere(group: Group, round: str) -> None:
    """Nobody should lose what they wrote, and nothing is kept before the yes (I4)."""
    answer = group.say("Stranger", round, LONG)

    assert key_of(answer.reply) == "refusals-not-joined"
    assert ticket_for(answer, Action.JOIN).subject == group.store.dialogues()[0].id
    assert any(LONG in line for line in lines_of(answer))
    assert LONG not in str(everything(group))


def everything(group: Group) -> list[object]:
    """Return all rows of all tables."""
    with group.store.looking() as connection:
        names = (
            connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars().all()
        )
        return [connection.exec_driver_sql(f'SELECT * FROM "{name}"').all() for name in names]


def test_what_was_only_chosen_is_not_given_back(group: Group, round: str) -> None:
    """A level or a name that somebody chose is no text they would miss."""
    answer = group.say("Stranger", round, "Short")

    assert isinstance(answer.reply, Say)
    assert answer.reply.message.below == ()


def test_a_form_with_something_wrong_comes_back_as_it_was(group: Group, round: str) -> None:
    """What is wrong stands beside the field; what was right need not be typed again."""
    answer = group.say("Ben", round, "", chosen_name="Heron")

    assert isinstance(answer.reply, RejectForm)
    assert answer.reply.answers["chosen_name"] == "Heron"
    assert contributions(group) == 0


def test_a_refused_event_is_handled_all_the_same(group: Group, round: str) -> None:
    """Delivered again, it is not refused a second time."""
    event = group.form("Stranger", Ticket(Action.CONTRIBUTE, round), body=LONG, level="named")
    group.engine.handle(event)

    assert group.engine.handle(event).reply == Silence()


def test_with_several_questions_the_person_chooses(group: Group, dialogue: str, round: str) -> None:
    """Each open question is a button, and the words come back to be sent there."""
    second = group.ask(dialogue, closes="in 2 days")
    answer = group.answer(group.text("Ben", LONG))

    assert key_of(answer.reply) == "refusals-which-round"
    assert isinstance(answer.reply, Say)
    assert [choice.ticket for choice in answer.reply.message.choices] == [
        Ticket(Action.CONTRIBUTE, round), Ticket(Action.CONTRIBUTE, second),
    ]  # fmt: skip
    assert any(LONG in line for line in lines_of(answer))
    assert contributions(group) == 0


def test_what_an_action_does_not_offer_is_refused(group: Group, round: str) -> None:
    """A form sent to a button's action, a button that asks for what only a moment does (B18)."""
    for event in (
        group.form("Ada", Ticket(Action.CLOSE_ROUND, round), anything="at all"),
        group.form("Ben", Ticket(Action.SHOW_RECORD)),
        group.press("Ada", Ticket(Action.SHARE_UNNAMED, round)),
    ):
        assert key_of(group.answer(event).reply) == "refusals-button"


# --- messages ---


def test_a_mention_is_kept_as_a_named_contribution(group: Group, round: str) -> None:
    """Whoever answers in the channel has answered."""
    answer = group.answer(group.text("Ben", "A lift", round=round))

    assert key_of(answer.reply) == "contribute-thanks-open"
    assert [lines for lines in channel(group) if "A lift" in " ".join(lines)]


def test_a_message_that_says_nothing_is_refused_with_it(group: Group, round: str) -> None:
    """There is no form on the screen that it could be put back into."""
    answer = group.answer(group.text("Ben", " \u200b ", round=round))

    assert "refusals-text-empty" in key_of(answer.reply)
    assert contributions(group) == 0


def channel(group: Group) -> list[list[str]]:
    """Deliver what waits, and return the lines of each post."""
    group.deliver()
    return list(group.channel.values())


# --- moments ---


def test_a_moment_closes_its_round_once(group: Group, round: str) -> None:
    """Also when it is claimed twice, as after a restart."""
    group.clock.pass_by(days=8)
    (event,) = group.agenda.claim(group.clock.at, 9)

    first, again = group.engine.handle(event), group.engine.handle(event)

    assert first.reply == again.reply == Silence()
    assert group.agenda.claim(group.clock.at, 9) == ()
    assert sum("closed-" in post.post for post in group.deliver()) == 1


def test_a_moment_of_something_that_is_gone_is_over(group: Group, round: str) -> None:
    """It must not come again at every beat of the clock for ever."""
    group.clock.pass_by(days=8)
    (event,) = group.agenda.claim(group.clock.at, 9)
    gone = replace(event, ticket=Ticket(Action.CLOSE_ROUND, "gone"))

    assert group.engine.handle(gone).reply == Silence()
    assert group.agenda.claim(group.clock.at, 9) == ()


# --- what only looks ---


def test_what_only_looks_needs_no_place_in_the_queue(group: Group, round: str) -> None:
    """Reading a long record must not keep others from writing."""
    looks = group.command("Ben", Action.SHOW_RECORD)
    writes = group.form("Ben", Ticket(Action.CONTRIBUTE, round), body="A lift", level="named")

    assert group.engine.reads_only(looks)
    assert group.engine.reads_only(group.press("Ben", Ticket(Action.SHOW_ROUND, round)))
    assert not group.engine.reads_only(writes)
    assert not group.engine.reads_only(group.text("Ben", "A lift"))
    assert key_of(group.engine.show(looks).reply) == "show_record-all"


def test_looking_is_refused_in_words_too(group: Group, round: str) -> None:
    """A stranger who asks for the record is told how to join."""
    answer = group.does("Stranger", Action.SHOW_RECORD)

    assert key_of(answer.reply) == "refusals-not-joined"
    assert group.does("Stranger", Action.HELP).reply != Silence()


# --- what waits, and in which words ---


def test_what_waits_stands_under_the_next_answer_once(group: Group, round: str) -> None:
    """Ben is told of the question to him when he is there anyway, and not at every step."""
    group.say("Ben", round, "A lift")
    group.sends(
        "Chidi", Ticket(Action.ANSWER, contribution(group)), kind="question", body="Why?", level="named"
    )

    first, second = group.say("Ben", round, "Stairs"), group.say("Ben", round, "A ramp")

    assert len(first.waiting) == 1
    assert any("Why?" in line for line in lines_of(first))
    assert second.waiting == ()


def contribution(group: Group) -> str:
    """Return the id of the first contribution."""
    with group.store.looking() as connection:
        return str(
            connection.execute(select(T.contribution.c.id).where(T.contribution.c.number == 1)).scalar()
        )


def test_the_answer_to_a_change_of_preferences_follows_it_at_once(group: Group, dialogue: str) -> None:
    """Whoever chooses another zone reads the very next time in it."""
    ticket = Ticket(Action.SET_PREFERENCES, dialogue)

    answer = group.sends(
        "Ben", ticket, zone="Asia/Kolkata", language="en", quiet="20:00-08:00", level="named"
    )

    assert str(answer.words.zone) == "Asia/Kolkata"


# --- posts ---


def test_a_post_is_written_with_the_words_of_this_moment(group: Group, round: str) -> None:
    """Words that were taken back while the post waited are not in it (I5)."""
    taken_back = group.say("Ben", round, "A canary that went")
    group.presses("Ben", ticket_for(taken_back, Action.WITHDRAW))
    group.say("Chidi", round, "A canary that stays")

    lines = " ".join(line for post in channel(group) for line in post)

    assert "A canary that stays" in lines
    assert "A canary that went" not in lines


def test_a_post_without_a_dialogue_or_a_message_is_taken_down(group: Group, round: str) -> None:
    """What stands for something that is gone must not stay standing."""
    (delivery, *_) = group.outbox.claim(group.clock.at, "web", 9)

    assert isinstance(group.engine.draw(delivery), Ready)
    assert group.engine.draw(replace(delivery, message=None)) is None
    assert group.engine.draw(replace(delivery, dialogue=DialogueId("gone"))) is None


def test_a_post_is_not_written_beyond_the_wall(group: Group) -> None:
    """A row that names another workspace finds nothing there to say (I1)."""
    delivery = Delivery(
        post=PostId("post"), dialogue=group.store.dialogues()[0].id,
        place=replace(HERE, community=replace(HERE.community, id="elsewhere")),
        message=Message(Phrase("start-welcome")), edition=1, attempts=0, fence=1,
    )  # fmt: skip

    assert group.engine.draw(delivery) is None


def test_a_fault_is_answered_without_the_memory() -> None:
    """When everything else fails there is still a sentence, with a reference for the operator (R8)."""
    database = open_in_memory()
    engine = Engine(SqlStore(database), phrasebook(), house())
    database.close()

    answer = engine.sorry("ab12")

    assert key_of(answer.reply) == "general-sorry"
    assert "ab12" in lines_of(answer)[0]
    assert engine.plain_words().plain(Phrase("general-send"))


def test_two_places_hold_two_dialogues(group: Group, dialogue: str) -> None:
    """What is asked in a channel is about the dialogue of that channel."""
    group.place = ELSEWHERE
    other = group.start(title="The kitchen")

    assert other != dialogue
    assert isinstance(group.does("Ada", Action.OPEN_ROUND).reply, OpenForm)
    assert key_of(group.does("Ben", Action.SHOW_MINE).reply) == "refusals-not-joined"
