"""The way out of the web room: posts to every browser window that looks at their place."""

import asyncio
import logging
from collections import deque
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from time import monotonic

from adapters.courier import Note
from adapters.pacer import UNHURRIED
from adapters.web.people import Person
from adapters.web.render import Tree, draw_post, write_frame
from bot.ports import Delivery
from bot.speech.effects import Ready

WAITING_MOST = 2000
"""Frames that may wait for one window; whoever is slower is let go, and comes back to a fresh page."""
TALK_MOST = 200
"""Ordinary messages that a channel remembers while the bot runs; they are written nowhere."""
ON_THE_WAY = 5.0
"""Seconds in which a post that was sent may not be noted as standing yet."""

log = logging.getLogger(__name__)


@dataclass(eq=False, slots=True)
class Window:
    """One browser window: who speaks in it, what it looks at, and what waits to be sent to it."""

    person: Person
    view: str = ""
    frames: "asyncio.Queue[str | None]" = field(default_factory=lambda: asyncio.Queue(WAITING_MOST))
    is_lost: bool = False

    def send(self, tree: Tree) -> None:
        """Let a frame wait for this window; one that does not read any more is let go."""
        self._put(write_frame(tree))

    def let_go(self) -> None:
        """Send nothing more to this window, and close it."""
        self.is_lost = True
        while not self.frames.empty():
            self.frames.get_nowait()
        self.frames.put_nowait(None)

    def _put(self, frame: str) -> None:
        if self.is_lost:
            return
        if self.frames.full():
            log.warning("A window does not read what it is sent; it is let go.")
            self.let_go()
            return
        self.frames.put_nowait(frame)


@dataclass(frozen=True, slots=True)
class _Spoken:
    """An ordinary message, and the post it was said after."""

    tree: Tree
    after: str


@dataclass(frozen=True, slots=True)
class _JustSent:
    """A post on its way: the outbox may not know for a moment yet that it stands."""

    tree: Tree
    at: float


class Windows:
    """All browser windows that are open now, and what was said between people since the bot started."""

    def __init__(self) -> None:
        self._open: set[Window] = set()
        self._last_post: dict[str, str] = {}
        self._spoken: dict[str, deque[_Spoken]] = {}
        self._just_sent: dict[tuple[str, str], _JustSent] = {}
        self.in_turn = asyncio.Lock()
        """Held while posts are read or sent, so that a window never gets an older state after a newer one."""

    def __len__(self) -> int:
        """Count the windows."""
        return len(self._open)

    def add(self, window: Window) -> None:
        """Note that a window opened."""
        self._open.add(window)

    def discard(self, window: Window) -> None:
        """Note that a window is gone."""
        self._open.discard(window)

    def let_all_go(self) -> None:
        """Close every window."""
        for window in self._open:
            window.let_go()

    def tell_all(self, tree: Tree) -> None:
        """Send the same to every window."""
        for window in self._open:
            window.send(tree)

    def show(self, view: str, tree: Tree) -> None:
        """Send it to whoever looks at a view; whoever may look there is told that there is something."""
        for window in self._open:
            if window.view == view:
                window.send(tree | {"view": view})
            elif not view.startswith("@") or view == window.person.direct:
                window.send({"kind": "news", "view": view})

    def post(self, view: str, drawn: Tree, *, is_new: bool) -> None:
        """Show a post; one that is not new takes the place of what stands there under the same name."""
        if is_new:
            self._last_post[view] = drawn["post"]
        self._just_sent[view, drawn["post"]] = _JustSent(drawn, monotonic())
        self.show(view, {"kind": "post", "is_new": is_new, **drawn})

    def talk(self, view: str, drawn: Tree) -> None:
        """Show an ordinary message once, and remember it while the bot runs."""
        spoken = self._spoken.setdefault(view, deque(maxlen=TALK_MOST))
        if any(drawn["talk"] == said.tree["talk"] for said in spoken):
            return
        spoken.append(_Spoken(drawn, self._last_post.get(view, "")))
        self.show(view, {"kind": "talk", **drawn})

    def take_down(self, view: str, post: str) -> None:
        """Remove a post from every window."""
        self._just_sent.pop((view, post), None)
        self.show(view, {"kind": "gone", "post": post})

    def history(self, view: str, posts: Sequence[Tree]) -> list[Tree]:
        """Return the posts that stand in a view, with what people said between them."""
        known = {drawn["post"] for drawn in posts}
        posts = [*posts, *self._on_their_way(view, known)]
        known = {drawn["post"] for drawn in posts}
        if posts:
            self._last_post.setdefault(view, posts[-1]["post"])
        said: dict[str, list[Tree]] = {}
        place = ""
        for spoken in self._spoken.get(view, ()):
            place = spoken.after if spoken.after in known else place
            said.setdefault(place, []).append(spoken.tree)
        return [*said.get("", ()), *(item for post in posts for item in (post, *said.get(post["post"], ())))]

    def _on_their_way(self, view: str, known: Collection[str]) -> list[Tree]:
        fresh = monotonic() - ON_THE_WAY
        self._just_sent = {key: sent for key, sent in self._just_sent.items() if sent.at > fresh}
        return [sent.tree for (at, post), sent in self._just_sent.items() if at == view and post not in known]


class WebMessenger:
    """Puts posts where people can see them; a post with the same id takes the place of the earlier one."""

    pace = UNHURRIED

    def __init__(self, windows: Windows) -> None:
        self._windows = windows

    async def deliver(self, delivery: Delivery, ready: Ready, _note: Note) -> tuple[str, ...]:
        """Show a post in every window that looks at its place; a window that opens later asks for it."""
        async with self._windows.in_turn:
            drawn = draw_post(delivery.post, ready)
            self._windows.post(delivery.place.channel, drawn, is_new=not delivery.remotes)
        return (delivery.post,)

    async def take_down(self, delivery: Delivery) -> None:
        """Remove a post from every window."""
        async with self._windows.in_turn:
            self._windows.take_down(delivery.place.channel, delivery.post)
