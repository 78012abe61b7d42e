"""A platform that remembers what stands in it, and can be made to fail."""

from collections.abc import Awaitable, Callable

from bot.errors import DeliveryFailed
from bot.ports import Delivery
from bot.speech.effects import Ready
from tests.fakes.line_pen import lines_of_post


class FakeMessenger:
    """What everybody sees in a place: the lines of each post, by the name the platform gave it."""

    def __init__(self) -> None:
        self.standing: dict[str, list[str]] = {}
        self.calls: list[str] = []
        self.failures: list[Exception] = []
        """What goes wrong next, the first one first."""
        self.meanwhile: Callable[[], Awaitable[object]] | None = None
        """What happens while a post is on its way."""

    async def deliver(self, delivery: Delivery, ready: Ready) -> str:
        """Let it stand, or edit what stands."""
        self.calls.append(f"{'edit' if delivery.remote else 'post'} {delivery.post}")
        if self.failures:
            raise self.failures.pop(0)
        lines = lines_of_post(ready)
        if self.meanwhile:
            happens, self.meanwhile = self.meanwhile, None
            await happens()
        remote = delivery.remote or f"message-{len(self.standing) + 1}"
        self.standing[remote] = lines
        return remote

    async def take_down(self, delivery: Delivery) -> None:
        """Remove it."""
        self.calls.append(f"take down {delivery.post}")
        if self.failures:
            raise self.failures.pop(0)
        self.standing.pop(delivery.remote, None)

    def text(self) -> str:
        """Return everything that can be read in the place."""
        return "\n".join(line for lines in self.standing.values() for line in lines)


TRY_LATER = DeliveryFailed("the platform is busy")
