"""Puts the parts together: the engine on an open memory, around it the room, the courier and the clock."""

import asyncio
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from secrets import token_bytes

from adapters.pages import PROMPTS, read_prompts
from bot.dialogue.limits import Limits
from bot.engine import Engine
from bot.errors import BrokenPrompts, StoreUnusable
from bot.example import play_example
from bot.settings import Settings, SettingsProblem, read_settings
from bot.speech.asking import House
from bot.speech.consent_notice import read_consent
from bot.speech.library import read_library
from bot.speech.phrasebook import Phrasebook
from storage.database import FILE_NAME, Database, open_to_read
from storage.sql import SqlStore

DEFAULT_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Core:
    """The engine on an open memory."""

    store: SqlStore
    engine: Engine


def compose(database: Database, limits: Limits = DEFAULT_LIMITS, prompts_folder: Path = PROMPTS) -> Core:
    """
    Put the engine together on an open database.

    Raises:
        BrokenPrompts: Pages of the prompts folder cannot be used.
    """
    prompts = read_prompts(prompts_folder)
    house = House(read_library(prompts.library["en"]), read_consent(prompts.consent["en"]), limits)
    store = SqlStore(database)
    return Core(store, Engine(store, Phrasebook(prompts.pages), house))


def begin(core: Core) -> None:
    """Give a memory that is still empty the example dialogue."""
    if not core.store.dialogues():
        play_example(core.engine, datetime.now(UTC), token_bytes(32))


async def serve(core: Core, settings: Settings, say: Callable[[str], None]) -> None:
    """Run the room, the courier and the clock until somebody says stop."""
    from adapters.clock import Clock
    from adapters.courier import Courier
    from adapters.scribe import Scribe
    from adapters.web.app import WebRoom
    from adapters.web.people import ROOM, RoomBook
    from storage.agenda import SqlAgenda
    from storage.outbox import SqlOutbox

    scribe, outbox = Scribe(core.engine), SqlOutbox(core.store)
    room = WebRoom(scribe, core.engine, outbox, RoomBook(settings.data_dir / "room.json"))
    courier = Courier(scribe, core.engine, outbox, {ROOM.platform: room.messenger})
    clock = Clock(scribe, SqlAgenda(core.store), courier)
    await room.start(settings.web_port, courier.wake)
    clock.start()
    carrying = asyncio.create_task(courier.run())
    say(f"Counterpoint is running. Open this address in a browser:\n\n  {room.address}\n")
    say(f"Stop it with Ctrl+C. Everything is kept in {settings.data_dir.resolve()}")
    stopped = asyncio.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    await stopped.wait()
    carrying.cancel()
    clock.stop()
    await room.stop()
    await scribe.close()


def find_faults() -> Iterator[str]:
    """Return, in plain words, what keeps the bot from starting: settings, memory, words."""
    try:
        settings = read_settings()
        if (settings.data_dir / FILE_NAME).exists():
            SqlStore(open_to_read(settings.data_dir)).close()
    except SettingsProblem as error:
        yield from error.problems
    except StoreUnusable as error:
        yield str(error)
    try:
        Phrasebook(read_prompts().pages)
    except BrokenPrompts as error:
        yield from error.problems
