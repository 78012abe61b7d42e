"""The bot in one terminal: type as one person, then as another; read what each of them is told."""

import asyncio
import secrets
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from adapters.courier import Courier
from adapters.scribe import Scribe
from adapters.terminal.filling import Filling
from adapters.terminal.listen import TERMINAL, Directive, Speaker, read_directive, read_form, read_line
from adapters.terminal.messenger import TerminalMessenger
from adapters.terminal.render import draw_message, harmless
from bot.dialogue.places import Account
from bot.dialogue.tickets import Ticket
from bot.engine import Engine
from bot.errors import Refusal
from bot.identifiers import EventId, Seed
from bot.ports import Agenda, Outbox
from bot.speech.effects import Answer, OpenForm, RejectForm, Say, SendFile
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted, TextWritten
from bot.speech.messages import Message

PEOPLE = ("Ada", "Ben", "Chidi", "Dana", "Ebba")
"""Who is here at the start; the first may start a dialogue. Any other name is somebody new."""
WELCOME = """You are Ada. Type a line; nothing leaves this machine.
  /dialogue start   a command; /dialogue help lists them
  3                 the choice with this number
  any other line    a message to the bot; @counterpoint before it sends it from the channel
  :as ben           speak as somebody else        :in garden   go to another channel
  :cancel           leave a form                  :quit        stop"""
DUE_AT_ONCE = 500


class Terminal:
    """One terminal, in which one person at a time speaks."""

    def __init__(
        self, scribe: Scribe, engine: Engine, outbox: Outbox, write: Callable[[str], None], folder: Path
    ) -> None:
        self._scribe = scribe
        self._engine = engine
        self._write = write
        self._folder = folder
        self._choices: dict[int, Ticket] = {}
        self._numbers = count(1)
        self._fillings: dict[str, Filling] = {}
        self._account = _account(PEOPLE[0])
        self._channel = "our-dialogue"
        messenger = TerminalMessenger(write, self._number)
        self._courier = Courier(scribe, engine, outbox, {TERMINAL.platform: messenger})

    @property
    def prompt(self) -> str:
        """Who speaks, and where; in the middle of a form, that it goes on."""
        if self._account.id in self._fillings:
            return "  ... "
        return f"{self._account.name} in #{self._channel}> "

    async def hear(self, line: str) -> bool:
        """Do what a line asks for; return whether to go on."""
        filling = self._fillings.get(self._account.id)
        if filling and not read_directive(line):
            await self._fill(filling, line)
            return True
        try:
            heard = read_line(line, self._speaker(), self._choices)
        except Refusal as refusal:
            self._tell(Answer(Say(Message(refusal.phrase)), self._engine.plain_words()))
            return True
        if isinstance(heard, Directive):
            return self._direct(heard)
        await self._ask(heard)
        return True

    async def keep_time(self, agenda: Agenda) -> None:
        """Let the engine handle what has come due, and print what was posted because of it."""
        due = await self._scribe.read(lambda: agenda.claim(datetime.now(UTC), DUE_AT_ONCE))
        for event in due:
            await self._scribe.handle(event)
        if due:
            await self._courier.round()

    def _direct(self, directive: Directive) -> bool:
        match directive.word:
            case "quit":
                return False
            case "cancel":
                self._fillings.pop(self._account.id, None)
                self._write("Nothing was sent.")
            case "as" if directive.rest:
                self._account = _account(" ".join(directive.rest.split())[:32])
                self._write(f"You are {self._account.name} now.")
            case "in" if directive.rest:
                self._channel = harmless(directive.rest.split()[0].removeprefix("#"))
                self._write(f"You are in #{self._channel} now.")
            case _:
                self._write(WELCOME)
        return True

    async def _fill(self, filling: Filling, line: str) -> None:
        was_asked = filling.question()
        filling.hear(line)
        if filling.is_done:
            del self._fillings[self._account.id]
            await self._ask(read_form(filling.ticket, filling.answers, self._speaker()))
        elif filling.question() != was_asked:
            self._write(filling.question())

    async def _ask(self, event: ChoicePicked | CommandGiven | FormSubmitted | TextWritten) -> None:
        answer = await self._scribe.handle(event)
        self._tell(answer)
        if isinstance(answer.reply, SendFile):
            await self._save(answer.reply, event)
        while await self._courier.round():
            pass

    def _tell(self, answer: Answer) -> None:
        match answer.reply:
            case Say(message) | SendFile(message=message):
                self._write_to(message, answer)
            case OpenForm(form):
                self._begin(Filling(form, answer.words))
            case RejectForm(form, problems, answers):
                self._begin(Filling(form, answer.words, problems, answers))
            case _:
                pass
        for message in answer.waiting:
            self._write_to(message, answer)

    def _write_to(self, message: Message, answer: Answer) -> None:
        drawn = draw_message(message, answer.words, self._number)
        self._write(f"\n-- only {harmless(self._account.name)} sees this --\n{drawn}")

    def _begin(self, filling: Filling) -> None:
        self._fillings[self._account.id] = filling
        self._write(f"\n-- only {harmless(self._account.name)} sees this --\n{filling.opening()}")
        self._write(filling.question())

    async def _save(
        self, order: SendFile, event: ChoicePicked | CommandGiven | FormSubmitted | TextWritten
    ) -> None:
        written = await self._scribe.write_file(order, event)
        path = self._folder / written.name
        await self._scribe.read(lambda: path.write_bytes(b"".join(written.pieces)))
        self._write(f"It is saved as {path}")

    def _number(self, ticket: Ticket) -> int:
        number = next(self._numbers)
        self._choices[number] = ticket
        return number

    def _speaker(self) -> Speaker:
        return Speaker(
            account=self._account,
            channel=self._channel,
            id=EventId(secrets.token_urlsafe(16)),
            at=datetime.now(UTC),
            seed=Seed(secrets.token_bytes(32)),
        )


async def talk_here(engine: Engine, outbox: Outbox, agenda: Agenda) -> None:
    """Talk on standard input and output until one of them ends; what came due is done before each line."""
    scribe = Scribe(engine, readers_wait=True)
    terminal = Terminal(scribe, engine, outbox, _print, Path())
    lines = _lines_typed(asyncio.get_running_loop())
    _print(WELCOME)
    goes_on = True
    while goes_on:
        _print(terminal.prompt, end="")
        line = await lines.get()
        await terminal.keep_time(agenda)
        goes_on = line is not None and await terminal.hear(line)
    await scribe.close()


def _account(name: str) -> Account:
    known = next((person for person in PEOPLE if person.lower() == name.lower()), name)
    return Account(community=TERMINAL, id=known.lower(), name=known, may_manage=known == PEOPLE[0])


def _print(text: str, end: str = "\n") -> None:
    encoding = sys.stdout.encoding or "utf-8"
    sys.stdout.write(text.encode(encoding, "replace").decode(encoding) + end)
    sys.stdout.flush()


def _lines_typed(loop: asyncio.AbstractEventLoop) -> "asyncio.Queue[str | None]":
    """Return a queue of what is typed; it is read in a thread that never keeps the program from stopping."""
    lines: asyncio.Queue[str | None] = asyncio.Queue()

    def read() -> None:
        for line in sys.stdin:
            loop.call_soon_threadsafe(lines.put_nowait, line.rstrip("\r\n"))
        loop.call_soon_threadsafe(lines.put_nowait, None)

    def read_until_stopped() -> None:
        with suppress(RuntimeError, ValueError, KeyboardInterrupt):  # the loop or the input closed meanwhile
            read()

    threading.Thread(target=read_until_stopped, name="keyboard", daemon=True).start()
    return lines
