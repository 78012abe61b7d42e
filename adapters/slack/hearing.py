"""Hears what Slack sends: has it handled before it is acknowledged, and lets the answer follow."""

import asyncio
import json
import logging
import secrets
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace
from datetime import datetime
from typing import Any

from slack_bolt.response import BoltResponse

from adapters.newsroom import Newsroom
from adapters.scribe import Scribe
from adapters.slack.answers import Plan, afterwards, early, plan, say
from adapters.slack.calls import Calls
from adapters.slack.clock import utc_now
from adapters.slack.everywhere import is_everywhere, show_everywhere
from adapters.slack.listen import PLATFORM, Heard, Moment, read_body
from adapters.slack.people import People
from adapters.slack.refusals import TROUBLE, NotInstalled
from adapters.slack.rewritten import Rewritten, read_rewritten
from adapters.slack.threads import Threads
from adapters.slack.way_back import Body, By, Unknown, team_left
from adapters.slack.workspaces import Workspaces
from bot.dialogue.places import Community
from bot.dialogue.tickets import Action, Ticket
from bot.engine import Engine
from bot.identifiers import Seed
from bot.speech.effects import Answer, SendFile, Silence
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted, TextWritten
from bot.speech.messages import Message
from bot.words import Phrase

PATIENCE = 1.5
"""Seconds after which Slack is told that the answer comes later: it waits for three."""
STOP_DEADLINE = 10.0
RETRIED = frozenset({By.MENTION, By.DIRECT, By.HOME})
"""What Slack sends again until it is acknowledged: only what is handled is."""
ANSWERED_AT_ONCE = frozenset({By.COMMAND, By.FORM})
"""What is answered in the acknowledgement itself; everything else is answered by a call."""
TAKES_A_NAME = frozenset({Action.START, Action.FINISH_START, Action.JOIN})
"""What keeps the name by which a person is known."""

log = logging.getLogger(__name__)


def _nothing() -> None:
    """Wake nobody."""


class Ear:
    """The one way in: every event, command, click and form comes through here."""

    def __init__(
        self, scribe: Scribe, engine: Engine, calls: Calls, workspaces: Workspaces, people: People | None
    ) -> None:
        """Hear; *people* know how somebody is called, where Slack may be asked."""
        self._scribe = scribe
        self._engine = engine
        self._calls = calls
        self._people = people
        self._workspaces = workspaces
        self._news = Newsroom(scribe, engine, lambda: self.now())  # noqa: PLW0108 - it is set later
        self._present: set[str] = set()
        """The workspaces of which it is known that the bot is not missed there."""
        self.wake: Callable[[], None] = _nothing
        self._tasks: set[asyncio.Task[None]] = set()
        self.threads: Threads | None = None
        self.now: Callable[[], datetime] = utc_now

    async def settled(self) -> None:
        """Return once everything that was begun is done, but not later than a stop may take."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=STOP_DEADLINE)

    async def hear(self, body: Body, next: Callable[[], Awaitable[BoltResponse]]) -> BoltResponse:
        """Have what Slack sent handled, then acknowledge it; its answer goes with it, or right after."""
        if body.get("type") == "url_verification":
            return await next()
        try:
            return await self._hear(body)
        except Unknown:
            return _acknowledged(Plan())

    async def _hear(self, body: Body) -> BoltResponse:
        if left := team_left(body):
            await self._left(left)
            return _acknowledged(Plan())
        if rewritten := read_rewritten(body):
            await self._rewrite(rewritten)
            return _acknowledged(Plan())
        heard = read_body(body, self._moment())
        if not await self._is_installed(heard.back.team):
            return _acknowledged(Plan())
        await self._welcome(heard.back.team)
        if heard.refusal:
            return self._refused(heard.refusal, heard)
        task = asyncio.create_task(self._handle(heard))
        if heard.back.by not in RETRIED:
            await asyncio.wait({task}, timeout=PATIENCE)
            if not task.done():
                self._later(self._answer_late(task, heard, body))
                return _acknowledged(early(self._engine.plain_words(), heard.back))
        return self._answered(await task, heard, body)

    def _refused(self, refusal: Phrase, heard: Heard) -> BoltResponse:
        """Say to whoever spoke, and to nobody else, what was found while listening."""
        words = self._engine.plain_words()
        planned = say((Message(refusal),), words, heard.back)
        self._later(self._calls.make(planned.calls, heard.back))
        return _acknowledged(planned)

    def _answered(self, answer: Answer, heard: Heard, body: Body) -> BoltResponse:
        """Acknowledge; where that carries no answer, it goes first, and the answer is drawn after it."""
        if heard.back.by not in ANSWERED_AT_ONCE:
            self._later(self._draw_and_follow(answer, heard, body))
            return _acknowledged(Plan())
        planned = plan(answer, heard.back, body, _ticket(heard))
        self._later(self._follow(planned, answer, heard))
        return _acknowledged(planned)

    async def _draw_and_follow(self, answer: Answer, heard: Heard, body: Body) -> None:
        await self._follow(plan(answer, heard.back, body, _ticket(heard)), answer, heard)

    async def _answer_late(self, task: asyncio.Task[Answer], heard: Heard, body: Body) -> None:
        try:
            answer = await task
        except Exception as error:
            log.exception("What was heard could not be handled: %s", type(error).__name__)
            answer = self._engine.sorry(_reference(heard))
        later = replace(heard, back=afterwards(heard.back))
        await self._follow(plan(answer, later.back, body, _ticket(heard)), answer, later)

    async def _follow(self, planned: Plan, answer: Answer, heard: Heard) -> None:
        await self._calls.make(planned.calls, heard.back)
        if isinstance(answer.reply, SendFile) and heard.event:
            written = await self._scribe.write_file(answer.reply, heard.event)
            await self._calls.hand_over(written, answer.words, heard.back)

    async def _handle(self, heard: Heard) -> Answer:
        if heard.event is None:
            return Answer(Silence(), self._engine.plain_words())
        event = heard.event
        if self._people and isinstance(event, FormSubmitted) and event.ticket.action in TAKES_A_NAME:
            event = replace(event, account=await self._people.named(event.account))
        if isinstance(event, TextWritten) and event.place.is_thread and self.threads:
            event = replace(event, round=await self.threads.subject(event.place, heard.back.thread))
        if isinstance(event, ChoicePicked) and is_everywhere(event):
            return await show_everywhere(self._scribe, self._engine, event)
        answer = await self._scribe.handle(event)
        self.wake()
        return answer

    async def answer_for_fault(self, error: Exception, body: Body) -> BoltResponse:
        """Answer for a fault of ours: what Slack sends again is not acknowledged, all else is told."""
        log.error("What Slack sent could not be handled: %s", type(error).__name__)
        try:
            heard = read_body(body, self._moment())
        except Unknown:
            return BoltResponse(status=200, body="")
        if heard.back.by in RETRIED:
            return BoltResponse(status=503, body="")
        return self._answered(self._engine.sorry(_reference(heard)), heard, body)

    async def _left(self, team: str) -> None:
        """Speak to a workspace no more that removed the bot, or took its token back."""
        log.warning("A workspace removed the bot, or took its token back.")
        await self._workspaces.forget(team)
        await self._news.left(Community(PLATFORM, team))
        self._present.discard(team)

    async def _rewrite(self, rewritten: Rewritten) -> None:
        """Do to the words what was done to their message."""
        if rewritten.text is None:
            await self._news.deleted(PLATFORM, rewritten.name)
        else:
            await self._news.edited(PLATFORM, rewritten.name, rewritten.text)
        self.wake()

    async def _welcome(self, team: str) -> None:
        """Go on where the bot was removed before: whoever speaks shows that it was installed anew."""
        if team not in self._present:
            self._present.add(team)
            await self._news.back(Community(PLATFORM, team))

    async def _is_installed(self, team: str) -> bool:
        try:
            await self._workspaces.client_for(team)
        except NotInstalled:
            return False
        except TROUBLE:  # then the answer will have to find another way
            return True
        return True

    def _moment(self) -> Moment:
        return Moment(self.now(), Seed(secrets.token_bytes(32)))

    def _later(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _acknowledged(planned: Plan) -> BoltResponse:
    if planned.acknowledgement is None:
        return BoltResponse(status=200, body="")
    return BoltResponse(
        status=200,
        body=json.dumps(planned.acknowledgement),
        headers={"content-type": ["application/json"]},
    )


def _ticket(heard: Heard) -> Ticket | None:
    """Return what opens a form again: what was asked for."""
    return heard.event.ticket if isinstance(heard.event, ChoicePicked | CommandGiven) else None


def _reference(heard: Heard) -> str:
    return str(heard.event.id)[:8] if heard.event else secrets.token_hex(4)
