"""What an adapter's way out does: put posts where they belong, and take them down."""

from collections.abc import Awaitable, Callable
from typing import Protocol, TypeAlias

from adapters.pacer import Pace
from bot.ports import Delivery
from bot.speech.effects import Ready

Note: TypeAlias = Callable[[tuple[str, ...]], Awaitable[None]]
"""Remembers the platform's names for the parts that stand already."""


class Messenger(Protocol):
    """An adapter's way out."""

    pace: Pace
    """How fast its platform may be written to."""

    async def deliver(self, delivery: Delivery, ready: Ready, note: Note) -> tuple[str, ...]:
        """
        Put a post where it belongs, or edit what stands there; return the platform's names of its parts.

        Where several messages are needed, call *note* with the names so far before sending one more,
        so that a crash in between forgets at most one of them. Where `delivery.unsure_since` is set,
        look on the platform for the delivery id of the next part before sending it.

        Raises:
            DeliveryFailed: The platform did not take it.
        """
        ...

    async def take_down(self, delivery: Delivery) -> None:
        """
        Remove what stands there.

        Raises:
            DeliveryFailed: The platform did not do it.
        """
        ...
