"""What goes round by itself in a running bot: the courier and the clock, both by the clock on the wall."""

from collections.abc import Sequence
from functools import partial

from adapters.clock import Clock
from adapters.courier import Courier
from adapters.scribe import Scribe
from adapters.wall_clock import WallClock
from bot.engine import Engine
from bot.parts import Around, Part, is_ours, share
from bot.ports import Agenda
from bot.settings import Settings
from storage.installations import SqlInstallations
from storage.leases import SqlLeases
from storage.outbox import SqlOutbox
from storage.sql import SqlStore


def around_of(store: SqlStore, engine: Engine, settings: Settings) -> Around:
    """Return what every part is given."""
    return Around(
        settings=settings,
        scribe=Scribe(engine),
        engine=engine,
        outbox=SqlOutbox(store),
        installations=SqlInstallations(store),
        leases=SqlLeases(store),
    )


def wheels_of(around: Around, parts: Sequence[Part], agenda: Agenda) -> tuple[Courier, Clock]:
    """Return the courier and the clock, not started yet."""
    now = WallClock()
    messengers = {part.platform: part.messenger for part in parts}
    courier = Courier(around.scribe, around.engine, around.outbox, messengers, now)
    courier.may_carry = partial(is_ours, parts)
    clock = Clock(around.scribe, agenda, courier, now)
    share(clock, around)
    return courier, clock
