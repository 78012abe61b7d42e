"""Posts reach the windows that look at them, in order, and a slow window holds nobody up."""

import json
from datetime import UTC
from typing import Any

from adapters.web.messenger import WAITING_MOST, WebMessenger, Window, Windows
from adapters.web.people import PEOPLE, place_of
from adapters.web.render import draw_talk
from bot.identifiers import DialogueId, PostId
from bot.ports import Delivery
from bot.speech.effects import Ready
from bot.speech.messages import Message
from bot.speech.phrasebook import Phrasebook, Words
from bot.words import Phrase
from tests.fakes.fake_messenger import note_nothing
from tests.people import MONDAY

WORDS = Words(Phrasebook({"en": {"test": "test-said = { $text }"}}), "en", {}, UTC)
ADA, BEN = PEOPLE[:2]


def a_post(
    name: str, text: str = "", *, remotes: tuple[str, ...] = (), view: str = "garden"
) -> tuple[Delivery, Ready]:
    """Return a post on its way."""
    message = Message(Phrase("test-said", {"text": text or name}))
    delivery = Delivery(
        post=PostId(name),
        dialogue=DialogueId("d"),
        place=place_of(view),
        message=message,
        remotes=remotes,
        edition=1,
        attempts=0,
        fence=1,
    )
    return delivery, Ready(message, WORDS)


def waiting(window: Window) -> list[Any]:
    """Return what waits for a window."""
    frames = [window.frames.get_nowait() for _ in range(window.frames.qsize())]
    return [frame and json.loads(frame) for frame in frames]


def a_window(windows: Windows, view: str, person: int = 1) -> Window:
    """Open a window."""
    window = Window(PEOPLE[person], view)
    windows.add(window)
    return window


async def test_a_post_reaches_who_looks_at_its_place() -> None:
    """The others are told that there is something; nobody is told of what is somebody else's."""
    windows = Windows()
    here, elsewhere = a_window(windows, "garden"), a_window(windows, "kitchen", 0)

    name = await WebMessenger(windows).deliver(*a_post("one"), note_nothing)
    await WebMessenger(windows).deliver(*a_post("two", view="@ben"), note_nothing)

    assert name == ("one",)
    assert [(said["kind"], said.get("post"), said.get("is_new")) for said in waiting(here)] == [
        ("post", "one", True),
        ("news", None, None),
    ]
    assert waiting(elsewhere) == [{"kind": "news", "view": "garden"}]


async def test_a_changed_post_takes_the_place_of_the_earlier_one() -> None:
    """The page knows it by its name."""
    windows = Windows()
    window = a_window(windows, "garden")
    messenger = WebMessenger(windows)

    await messenger.deliver(*a_post("one"), note_nothing)
    await messenger.deliver(*a_post("one", "changed", remotes=("one",)), note_nothing)
    await messenger.take_down(a_post("one", remotes=("one",))[0])

    assert [(said["kind"], said["post"], said.get("is_new")) for said in waiting(window)] == [
        ("post", "one", True),
        ("post", "one", False),
        ("gone", "one", None),
    ]


async def test_a_post_on_its_way_is_not_missed_by_a_window_that_opens() -> None:
    """The outbox may not know for a moment that it stands; a post that was taken down does not come back."""
    windows = Windows()
    messenger = WebMessenger(windows)
    await messenger.deliver(*a_post("one"), note_nothing)
    await messenger.deliver(*a_post("two"), note_nothing)
    await messenger.deliver(*a_post("three", view="kitchen"), note_nothing)
    await messenger.take_down(a_post("two")[0])

    assert [item["post"] for item in windows.history("garden", [])] == ["one"]
    assert [item["post"] for item in windows.history("garden", [{"post": "one"}])] == ["one"]


def test_what_people_say_stands_between_the_posts_it_was_said_between() -> None:
    """Also when a post is gone that it was said after."""
    windows = Windows()
    posts: list[dict[str, Any]] = [{"post": "one"}, {"post": "two"}]
    windows.history("garden", posts[:1])
    windows.talk("garden", draw_talk("a", "Ben", "after one", MONDAY))
    windows.post("garden", posts[1], is_new=True)
    windows.talk("garden", draw_talk("b", "Ben", "after two", MONDAY))
    windows.talk("garden", draw_talk("b", "Ben", "after two", MONDAY))

    def names(posts: list[dict[str, Any]]) -> list[str]:
        windows.take_down("garden", "two")
        return [item.get("post") or item["talk"] for item in windows.history("garden", posts)]

    assert names(posts) == ["one", "a", "two", "b"]
    assert names(posts[:1]) == ["one", "a", "b"]
    assert names([]) == ["a", "b"]


def test_a_window_that_does_not_read_is_let_go() -> None:
    """It comes back and gets a fresh page; the memory is not filled for it."""
    windows = Windows()
    slow = a_window(windows, "garden")
    for _ in range(WAITING_MOST + 5):
        windows.tell_all({"kind": "room"})

    assert slow.is_lost
    assert waiting(slow) == [None]
    windows.let_all_go()
    assert waiting(slow) == [None]
    windows.discard(slow)
    assert len(windows) == 0
