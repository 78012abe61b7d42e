"""Somebody watches over the bot: the watchdog always, and the pages of its health where a port is set."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from adapters.health import Health
from adapters.watchdog import Watchdog
from bot.parts import Around, Part
from bot.ports import Figures
from bot.settings import SettingsProblem
from storage.sql import SqlStore
from storage.status import find_figures


class Watched:
    """What watches over this process."""

    def __init__(
        self, age: Callable[[], float], around: Around, parts: Sequence[Part], store: SqlStore
    ) -> None:
        self._watchdog = Watchdog(age)
        self._port = around.settings.health_port
        self._scribe = around.scribe
        self._parts = parts
        self._store = store
        self._health = Health(age, self._figures, lambda: around.scribe.counts, self._connected)

    async def start(self) -> None:
        """
        Watch from now on.

        Raises:
            SettingsProblem: The port cannot be had.
        """
        self._watchdog.start()
        if self._port:
            try:
                await self._health.start(self._port)
            except OSError as error:
                raise SettingsProblem(("HEALTH_PORT: it is not free.",)) from error

    async def stop(self) -> None:
        """Watch no more; also where it has not started."""
        self._watchdog.stop()
        await self._health.stop()

    async def _figures(self) -> Figures:
        # In a transaction that could write: a memory that can only be read is not ready.
        return await self._scribe.run(
            lambda: self._store.do(lambda connection: find_figures(connection, datetime.now(UTC)))
        )

    def _connected(self) -> Mapping[str, bool]:
        """Return of each platform whether its connection stands; one that cannot say is always there."""
        ready = {part.platform: getattr(part, "ready", None) for part in self._parts}
        return {name: is_ready is None or is_ready.is_set() for name, is_ready in ready.items()}
