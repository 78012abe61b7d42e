"""Puts everything together: the engine on an open memory, around it the parts, the courier and the clock."""

import asyncio
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_bytes
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from adapters.holiday_calendar import HolidayCalendar
from adapters.pages import PROMPTS, read_prompts
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.flows import read_flows
from bot.dialogue.limits import UNLIMITED, Limits
from bot.dialogue.places import Community, Place
from bot.engine import Engine
from bot.errors import BrokenPrompts, StoreUnusable
from bot.example import play_example
from bot.filing import WrittenFile
from bot.identifiers import Seed
from bot.operator_export import export_for_operator
from bot.parts import BOOK_NAME, Part, is_on_slack, look_around, parts_of
from bot.rehearsal import Rehearsal
from bot.settings import Settings, SettingsProblem, read_settings
from bot.speech.asking import House
from bot.speech.consent_notice import read_consent
from bot.speech.effects import FileKind
from bot.speech.library import read_library
from bot.speech.phrasebook import ORIGINAL, Phrasebook
from bot.speech.polis_data import Conversation
from storage.database import FILE_NAME, Database, open_file
from storage.opening import find_faults_at, open_memory, require_new
from storage.sql import SqlStore
from storage.status import looking_at, require_whole

if TYPE_CHECKING:
    from adapters.scribe import Scribe
    from bot.watched import Watched

DEFAULT_LIMITS = Limits()
NAMES_STAND_ON = frozenset({"discord"})
"""Discord's rules for developers may forbid to hide who wrote something; docs/discord.md says more."""


@dataclass(frozen=True, slots=True)
class Core:
    """The engine on an open memory."""

    store: SqlStore
    engine: Engine


def compose(
    database: Database,
    limits: Limits = DEFAULT_LIMITS,
    prompts_folder: Path = PROMPTS,
    zone: str = "UTC",
    names_stand_on: frozenset[str] = NAMES_STAND_ON,
) -> Core:
    """
    Put the engine together on an open database; *zone* is proposed to whoever starts a dialogue.

    On the platforms *names_stand_on*, words are never shown without a name.

    Raises:
        BrokenPrompts: Pages of the prompts folder cannot be used.
    """
    store = SqlStore(database)
    phrasebook, house = _read_words(limits, prompts_folder, zone)
    house = replace(house, names_stand_on=names_stand_on)
    return Core(store, Engine(store, phrasebook, house))


@contextmanager
def opened(settings: Settings, *, may_be_new: bool) -> Iterator[Core]:
    """
    Open the memory for writing, once all of it has proved to be readable.

    Raises:
        BrokenPrompts: Pages of the prompts folder cannot be used.
        StoreUnusable: It cannot be opened, is damaged, or is new and must not be.
    """
    folder, address = settings.data_dir, settings.database_url.get_secret_value()
    if not may_be_new:
        with looking_at(folder, address):
            pass
    with closing(open_memory(folder, address)) as database:
        names_stand_on = frozenset() if settings.discord_hidden_authorship else NAMES_STAND_ON
        core = compose(database, zone=settings.timezone.key, names_stand_on=names_stand_on)
        with closing(core.store):
            with core.store.looking() as connection:
                require_whole(connection, folder)
            yield core


def begin(core: Core) -> None:
    """Give a memory that is still empty the example dialogue, which is held in the room."""
    if not core.store.dialogues():
        play_example(core.engine, datetime.now(UTC), token_bytes(32))


def export_now(core: Core, dialogue: Dialogue, kind: FileKind) -> WrittenFile:
    """Return the record of a dialogue as a file, once the ledger has noted it."""
    return export_for_operator(core.engine, dialogue, kind, datetime.now(UTC), Seed(token_bytes(32)))


@contextmanager
def rehearsing(conversation: Conversation, keep: Path | None = None) -> Iterator[Rehearsal]:
    """
    Open a memory for a public conversation: one that is gone afterwards, or the file *keep*.

    What is kept is held in the web room and run by its first person, so that people can go on by hand.

    Raises:
        BrokenPrompts: Pages of the prompts folder cannot be used.
        StoreUnusable: The file is there already, has another name, or cannot be written.
    """
    from adapters.web.people import CHANNELS, PEOPLE, place_of

    place, host = Place(Community("rehearsal", "public"), "rehearsal"), None
    if keep is not None:
        require_new(keep)
        place, host = place_of(CHANNELS[-1].id), PEOPLE[0].account
    with TemporaryDirectory() as scratch:
        core = compose(open_file(keep.parent if keep else Path(scratch)), UNLIMITED)
        with closing(core.store):
            yield Rehearsal(core.engine, conversation, place, host)


async def serve(
    core: Core, settings: Settings, say: Callable[[str], None], *, with_room: bool = False
) -> None:
    """
    Run every part that is configured, the courier and the clock until somebody says stop.

    Raises:
        SettingsProblem: A part cannot run as it is set up.
        StoreUnusable: What the room remembers cannot be understood.
    """
    from adapters.web.people import ROOM
    from bot.watched import Watched
    from bot.wheels import around_of, wheels_of
    from storage.agenda import SqlAgenda

    stopped = _stop_sign()
    around = around_of(core.store, core.engine, settings)
    scribe = around.scribe
    parts = tuple(parts_of(around, with_room=with_room))
    if any(part.platform == ROOM.platform for part in parts):
        begin(core)
    courier, clock = wheels_of(around, parts, SqlAgenda(core.store))
    watched = Watched(clock.since_last_pass, around, parts, core.store)
    try:
        for part in parts:
            await part.start(courier.wake, say)
        clock.start()
        await watched.start()
        carrying = asyncio.create_task(courier.run())
        say(f"Stop it with Ctrl+C. Everything is kept in {settings.data_dir.resolve()}")
        await stopped.wait()
        await clock.stop()
        carrying.cancel()
        await asyncio.wait([carrying])
    finally:
        await _end(watched, parts, scribe)


async def _end(watched: "Watched", parts: Sequence[Part], scribe: "Scribe") -> None:
    """Hear nobody any more, and keep what has been heard."""
    await watched.stop()
    for part in parts:
        await part.stop()
    await scribe.close()


def find_faults(say: Callable[[str], object] = str) -> Iterator[str]:
    """
    Return, in plain words, what keeps the bot from starting: settings, memory, platforms, words.

    What the platforms tell about the bot is said beside it.
    """
    try:
        settings = read_settings()
        yield from asyncio.run(look_around(settings, say))
        yield from _faults_in(settings.data_dir)
        if address := settings.database_url.get_secret_value():
            yield from find_faults_at(address)
        if is_on_slack(settings):
            from adapters.slack.setup import setup_of

            setup_of(settings).require_whole()
    except SettingsProblem as error:
        yield from error.problems
    try:
        _read_words(DEFAULT_LIMITS, PROMPTS, "UTC")
    except BrokenPrompts as error:
        yield from error.problems


def _read_words(limits: Limits, folder: Path, zone: str) -> tuple[Phrasebook, House]:
    prompts = read_prompts(folder)
    library, notice = prompts.library.get(ORIGINAL), prompts.consent.get(ORIGINAL)
    if not library or not notice:
        raise BrokenPrompts([f"{folder / ORIGINAL}: the questions or the consent notice are not there"])
    return Phrasebook(prompts.pages), House(
        read_library(library),
        read_consent(notice),
        limits,
        zone,
        calendar=HolidayCalendar(),
        flows=read_flows(prompts.flows.get(ORIGINAL, {})),
    )


def _stop_sign() -> asyncio.Event:
    """Return what is set when somebody says stop; from now on that no longer ends the program by itself."""
    stopped = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    return stopped


def _faults_in(folder: Path) -> Iterator[str]:
    from adapters.web.people import RoomBook

    there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    for path in (there, folder / FILE_NAME):
        if path.exists() and not os.access(path, os.W_OK):
            yield f"{path} cannot be written. Who may write there?"
    try:
        RoomBook(folder / BOOK_NAME)
    except StoreUnusable as error:
        yield str(error)
    try:
        if (folder / FILE_NAME).exists():
            with looking_at(folder) as connection:
                require_whole(connection, folder)
    except StoreUnusable as error:
        yield str(error)
