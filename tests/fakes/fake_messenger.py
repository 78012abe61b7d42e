"""A platform that remembers what stands in it, and can be made to fail."""

from collections.abc import Awaitable, Callable

from adapters.courier import Note
from adapters.pacer import UNHURRIED
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
        self.lost_answers: list[bool] = []
        """Whether the answer to the next parts is lost after they were taken."""
        self.lines_in_a_part = 0
        """The most lines of one message; nought: as many as there are."""
        self.pace = UNHURRIED
        self._names: dict[str, str] = {}
        """What each part is called here, by its delivery id: how a platform's history is searched."""
        self.meanwhile: Callable[[], Awaitable[object]] | None = None
        """What happens while a post is on its way."""

    async def deliver(self, delivery: Delivery, ready: Ready, note: Note) -> tuple[str, ...]:
        """Let it stand, or edit what stands; what is long stands in several parts."""
        self.calls.append(f"{'edit' if delivery.remotes else 'post'} {delivery.post}")
        if self.failures:
            raise self.failures.pop(0)
        lines = lines_of_post(ready)
        if self.meanwhile:
            happens, self.meanwhile = self.meanwhile, None
            await happens()
        size = self.lines_in_a_part or len(lines)
        parts = [lines[begin : begin + size] for begin in range(0, len(lines), size)]
        remotes = delivery.remotes
        for number, part in enumerate(parts):
            if number >= len(remotes):
                if number:
                    await note(remotes)
                remotes = (*remotes, self._place(delivery.part(number)))
            self.standing[remotes[number]] = part
            if self.lost_answers and self.lost_answers.pop(0):
                raise DeliveryFailed("the answer was lost", unknown=True)
        return remotes

    async def take_down(self, delivery: Delivery) -> None:
        """Remove it."""
        self.calls.append(f"take down {delivery.post}")
        if self.failures:
            raise self.failures.pop(0)
        for remote in delivery.remotes:
            self.standing.pop(remote, None)

    def _place(self, part: str) -> str:
        """Return the name of what stands under this delivery id already, else a new one."""
        if part not in self._names:
            self._names[part] = f"message-{len(self._names) + 1}"
        return self._names[part]

    def text(self) -> str:
        """Return everything that can be read in the place."""
        return "\n".join(line for lines in self.standing.values() for line in lines)


async def note_nothing(_remotes: tuple[str, ...]) -> None:
    """Remember nothing: where only what is shown matters."""


TRY_LATER = DeliveryFailed("the platform is busy")
