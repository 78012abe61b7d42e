"""Whether the bot is alive and can do its work, and how much waits: for whoever watches over it."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping

from aiohttp import web
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Gauge, generate_latest

from adapters.watchdog import LONGEST
from bot.ports import Figures

PATIENCE = 5.0
"""Seconds within which the memory must answer."""
HOST = "127.0.0.1"


class Health:
    """Three pages on this machine: no names, no words, no content of any kind."""

    def __init__(
        self,
        age: Callable[[], float],
        figures: Callable[[], Awaitable[Figures]],
        counts: Callable[[], Mapping[str, int]],
        parts: Callable[[], Mapping[str, bool]],
    ) -> None:
        self._age = age
        self._figures = figures
        self._counts = counts
        self._parts = parts
        self._runner: web.AppRunner | None = None
        self._registry = CollectorRegistry()
        self._gauges: dict[str, Gauge] = {}

    async def start(self, port: int) -> int:
        """
        Answer on this port; return it.

        Raises:
            OSError: The port cannot be had.
        """
        app = web.Application()
        app.router.add_get("/livez", self._livez)
        app.router.add_get("/readyz", self._readyz)
        app.router.add_get("/metrics", self._metrics)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, HOST, port).start()
        return int(self._runner.addresses[0][1])

    async def stop(self) -> None:
        """Answer no more; also where it has not started."""
        if self._runner is not None:
            await self._runner.cleanup()

    async def _livez(self, _request: web.Request) -> web.Response:
        age = self._age()
        return _told({"heartbeat": age < LONGEST}, f"The heart beat {age:.0f} s ago.")

    async def _readyz(self, _request: web.Request) -> web.Response:
        found = await self._find_figures()
        ready = {"heartbeat": self._age() < LONGEST, "memory": found is not None, **self._parts()}
        states = ((name, "ready" if is_ready else "not ready") for name, is_ready in ready.items())
        return _told(ready, *(f"{name}: {state}" for name, state in states))

    async def _metrics(self, _request: web.Request) -> web.Response:
        found = await self._find_figures()
        self._show("heartbeat_age_seconds", "Seconds since the heart last beat", self._age())
        self._show("memory_ready", "Whether something can be kept", int(found is not None))
        for name, is_ready in self._parts().items():
            self._show(f"{name}_ready", f"Whether {name} is connected", int(is_ready))
        for name, count in self._counts().items():
            self._show(f"{name}_total", f"Events since the start: {name}", count)
        if found is not None:
            self._show("posts_waiting", "Posts that wait", found.waiting)
            self._show("posts_undeliverable", "Posts that could not be delivered", found.undeliverable)
            self._show("oldest_post_seconds", "How long the oldest due post waits", found.oldest_post)
            self._show("oldest_moment_seconds", "How long the oldest due moment waits", found.oldest_moment)
        told = {"Content-Type": CONTENT_TYPE_LATEST}
        return web.Response(body=generate_latest(self._registry), headers=told)

    async def _find_figures(self) -> Figures | None:
        """Return how much waits, or nothing where the memory cannot be written or does not answer."""
        try:
            async with asyncio.timeout(PATIENCE):
                return await self._figures()
        except Exception:  # noqa: BLE001 - whatever it was, the memory is not ready
            return None

    def _show(self, name: str, about: str, value: float) -> None:
        if name not in self._gauges:
            self._gauges[name] = Gauge(f"counterpoint_{name}", about, registry=self._registry)
        self._gauges[name].set(value)


def _told(ready: Mapping[str, bool], *lines: str) -> web.Response:
    return web.Response(status=200 if all(ready.values()) else 503, text="\n".join(lines) + "\n")
