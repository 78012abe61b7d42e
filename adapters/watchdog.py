"""Ends a bot whose heart has stopped: from a thread of its own, which nothing in the bot can hold up."""

import logging
import os
import threading
from collections.abc import Callable

LONGEST = 60.0
"""So many seconds may pass without a beat."""
LOOKED_AT = 5.0
STOPPED = 70
"""What the process ends with; a service manager then starts it anew."""

log = logging.getLogger(__name__)


class Watchdog:
    """Asks when the heart last beat, and ends the process where that is too long ago."""

    def __init__(self, age: Callable[[], float], end: Callable[[int], None] = os._exit) -> None:
        self._age = age
        self._end = end
        self._is_over = threading.Event()

    def start(self) -> None:
        """Watch from now on."""
        threading.Thread(target=self._watch, name="watchdog", daemon=True).start()

    def stop(self) -> None:
        """Watch no more."""
        self._is_over.set()

    def look(self) -> None:
        """End the process where the heart has stopped: a bot that says nothing and runs on is the worst."""
        age = self._age()
        if age >= LONGEST:
            log.critical("Nothing that was due has been looked at for %d s. The bot ends.", age)
            self._end(STOPPED)

    def _watch(self) -> None:
        while not self._is_over.wait(LOOKED_AT):
            self.look()
