"""
Everything that goes wrong on purpose, in one tree.

* CounterpointError
  + Refusal           an expected "no", which carries the words to say it with
    - NotFound        nothing here has this id (any more, or for this workspace)
    - NotAllowed      the member's role or consent does not cover it
    - RoundClosed     it closed, perhaps while the member was writing
    - CheckInClosed   the check-in takes no responses any more
    - DialogueClosed  the dialogue has ended
    - Unreadable      the text holds something that cannot be kept, or too much, or nothing
  + StaleState        somebody was quicker; the engine decides again
  + DeliveryFailed    a platform did not take a post; the courier tries again
  + BrokenPrompts     pages in `prompts/` that cannot be used, each problem with its file and line
  + StoreUnusable     the memory cannot be opened or written; nothing was kept
"""

from collections.abc import Sequence
from datetime import timedelta

from bot.words import Phrase


class CounterpointError(Exception):
    """The root of everything that goes wrong on purpose."""


class Refusal(CounterpointError):
    """The bot says no, and the member is told why in their own language."""

    def __init__(self, phrase: Phrase) -> None:
        super().__init__(phrase.key)
        self.phrase = phrase


class NotFound(Refusal):
    """Nothing here has this id: it never had, it is gone, or it belongs to another workspace."""

    def __init__(self, phrase: Phrase | None = None) -> None:
        super().__init__(phrase or Phrase("refusals-not-found"))


class NotAllowed(Refusal):
    """The member's role or consent does not cover it."""


class RoundClosed(Refusal):
    """The round does not take this any more, or not yet."""


class CheckInClosed(Refusal):
    """The check-in takes no responses any more."""


class DialogueClosed(Refusal):
    """The dialogue has ended, and its record stays readable; or it has not opened yet."""

    def __init__(self, phrase: Phrase | None = None) -> None:
        super().__init__(phrase or Phrase("refusals-dialogue-ended"))


class Unreadable(Refusal):
    """The text cannot be kept as it is: nothing in it, too much of it, or a broken character."""


class StaleState(CounterpointError):
    """Somebody was quicker: what was read is no longer what is stored."""


class DeliveryFailed(CounterpointError):
    """A platform did not take a post."""

    def __init__(
        self,
        reason: str,
        *,
        retry_after: timedelta | None = None,
        unreachable: bool = False,
        unknown: bool = False,
    ) -> None:
        """
        Say why, and what is known about it.

        *retry_after*: when the platform may be asked again. *unreachable*: it never will take it.
        *unknown*: it may have taken it; it is looked for before it is sent again.
        """
        super().__init__(reason)
        self.retry_after = retry_after
        self.unreachable = unreachable
        self.unknown = unknown


class BrokenPrompts(CounterpointError):
    """Pages of `prompts/` cannot be used; every problem names its file and line."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)


class StoreUnusable(CounterpointError):
    """The memory cannot be opened or written; the message says why, for the operator."""
