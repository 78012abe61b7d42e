"""Words for an answer: every quote it needs, in the language and the zone of whoever reads it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC
from zoneinfo import ZoneInfo

import pytest

from bot.dialogue.contributions import Contribution, ContributionState
from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import FileKind, OpenForm, RejectForm, Say, SendFile, Silence
from bot.speech.messages import Choice, Field, Form, Message, Option
from bot.speech.phrasebook import Phrasebook
from bot.wording import phrases_in, phrases_of, words_for
from bot.words import Part, Phrase, Quote
from storage.database import open_in_memory
from tests.people import BEN, GARDEN, MONDAY, ROOM, TODAY, a_contribution
from tests.storage.memory import Memory

LIFT = a_contribution(BEN, 1)
BOOK = Phrasebook({"en": {"general": "general-gone = gone\ngeneral-withdrawn = withdrawn on { $day }"}})
HELP = Ticket(Action.HELP)


def a_phrase(name: str) -> Phrase:
    """Return a phrase that stands for a place where one can stand."""
    return Phrase(name)


FORM = Form(
    title=a_phrase("title"),
    ticket=HELP,
    intro=(a_phrase("intro"),),
    send=a_phrase("send"),
    fields=(
        Field(
            id="a", label=a_phrase("label"), hint=a_phrase("hint"), options=(Option("k", a_phrase("option")),)
        ),
        Field(id="b", label=a_phrase("label without a hint")),
    ),
)
IN_FORM = {"title", "intro", "send", "label", "hint", "option", "label without a hint"}
MESSAGE = Message(
    a_phrase("above"),
    (Choice(a_phrase("choice"), HELP),),
    (Message(a_phrase("below"), (), (Message(a_phrase("deep")),)),),
)
IN_MESSAGE = {"above", "choice", "below", "deep"}
FILE = SendFile(message=MESSAGE, dialogue=GARDEN.id, reader=BEN.id, kind=FileKind.CSV, made_at=MONDAY)


@pytest.fixture
def memory() -> Iterator[Memory]:
    """The garden, in which Ben has said something."""
    made = Memory(open_in_memory()).with_garden()
    made.say(LIFT, "A lift")
    yield made
    made.close()


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        (Say(MESSAGE), IN_MESSAGE),
        (FILE, IN_MESSAGE),
        (OpenForm(FORM), IN_FORM),
        (RejectForm(FORM, {"a": a_phrase("problem")}, {}), IN_FORM | {"problem"}),
        (Silence(), set[str]()),
    ],
)
def test_no_phrase_of_a_reply_is_forgotten(
    reply: Say | SendFile | OpenForm | RejectForm | Silence, said: set[str]
) -> None:
    """A quote that was not looked up would end in a fault instead of an answer."""
    assert {phrase.key for phrase in phrases_of(reply)} == said


def test_a_message_says_what_is_below_it_too() -> None:
    """Posts are looked up like replies."""
    assert {phrase.key for phrase in phrases_in(MESSAGE)} == IN_MESSAGE


def test_quotes_are_found_inside_phrases_inside_phrases(memory: Memory) -> None:
    """`as a question about #1` is a phrase within a phrase."""
    inner = Phrase("inner", {"to": Quote(LIFT.id, Part.NUMBER)})
    phrase = Phrase("outer", {"body": Quote(LIFT.id), "turn": inner, "count": 3})

    with memory.store.reading(ROOM) as work:
        words = words_for([phrase], BOOK, work, GARDEN, None)

    assert words.quotes == {Quote(LIFT.id): "A lift", Quote(LIFT.id, Part.NUMBER): "#1"}


def test_words_that_are_gone_are_said_in_words_of_ours(memory: Memory) -> None:
    """A quote always has something to say, also when there is nothing left of it."""
    kept = memory.get(Contribution, LIFT.id)
    memory.keep(replace(kept, state=ContributionState.WITHDRAWN, state_on=TODAY))
    quotes = [Quote(LIFT.id), Quote("nothing")]

    with memory.store.reading(ROOM) as work:
        words = words_for([Phrase("said", {"a": quotes[0], "b": quotes[1]})], BOOK, work, GARDEN, None)

    assert [words.quotes[quote] for quote in quotes] == ["withdrawn on 2026-05-04", "gone"]


def test_language_and_zone_are_the_readers_else_the_dialogues_else_english_and_utc(memory: Memory) -> None:
    """Everybody reads times as their own clock shows them."""
    swede = replace(BEN, language="sv", zone="Europe/Stockholm")
    garden = replace(GARDEN, language="fr", zone="Europe/Paris")
    with memory.store.reading(ROOM) as work:
        found = [
            words_for((), BOOK, work, *whose)
            for whose in ((garden, swede), (garden, BEN), (garden, None), (None, None))
        ]

    assert [(words.language, words.zone) for words in found] == [
        ("sv", ZoneInfo("Europe/Stockholm")),
        ("fr", ZoneInfo("Europe/Paris")),
        ("fr", ZoneInfo("Europe/Paris")),
        ("en", UTC),
    ]


def test_without_a_memory_there_are_no_quotes() -> None:
    """What is said when the memory has failed must not need it."""
    assert words_for([Phrase("said", {"a": Quote("x")})], BOOK, None, None, None).quotes == {}
