"""The way out of the terminal: posts are printed where everybody can read them."""

from collections.abc import Callable

from adapters.courier import Note
from adapters.pacer import UNHURRIED
from adapters.terminal.render import Number, draw_message
from bot.dialogue.places import Place
from bot.ports import Delivery
from bot.speech.effects import Ready


class TerminalMessenger:
    """Prints posts; one that changed is printed again, and says so."""

    pace = UNHURRIED

    def __init__(self, write: Callable[[str], None], number: Number) -> None:
        self._write = write
        self._number = number

    async def deliver(self, delivery: Delivery, ready: Ready, _note: Note) -> tuple[str, ...]:
        """Print a post."""
        changed = ", changed" if delivery.remotes else ""
        drawn = draw_message(ready.message, ready.words, self._number)
        self._write(f"\n-- {_where(delivery.place)}{changed} --\n{drawn}")
        return (delivery.post,)

    async def take_down(self, delivery: Delivery) -> None:
        """Say that a post is gone; what a terminal has shown it cannot unsay."""
        self._write(f"\n-- {_where(delivery.place)} --\nA post was taken down.")


def _where(place: Place) -> str:
    return f"to {place.account_id} only" if place.is_direct else f"#{place.channel}"
