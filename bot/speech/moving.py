"""When the close of a check-in moves: held open by a question, going on, waiting to be extended, extended."""

from dataclasses import dataclass
from datetime import datetime

from bot.dialogue.check_ins import CheckIn
from bot.dialogue.kept import Kept
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import OccurrenceId, PostId
from bot.speech.effects import Post
from bot.speech.messages import Choice, Message
from bot.speech.opening import closing_of
from bot.words import Phrase


@dataclass(frozen=True, slots=True)
class Moved:
    """What follows when a close moves: what is kept, what is said, and which moment falls away."""

    check_in: CheckIn
    keep: tuple[Kept, ...]
    posts: tuple[Post, ...]
    cancel: tuple[OccurrenceId, ...]


def holding(check_in: CheckIn, zone: str) -> Moved:
    """Hold a check-in open, because a question waits for an answer."""
    return _moved(check_in, check_in.held(), zone, "close_check_in-held")


def going_on(check_in: CheckIn, zone: str, now: datetime) -> Moved | None:
    """Let a check-in go on after its last question; nothing, where none held it."""
    if check_in.held_since is None or not check_in.is_open(now):
        return None
    return _moved(check_in, check_in.released(now), zone, "close_check_in-goes-on")


def too_few(check_in: CheckIn, zone: str) -> Moved:
    """Wait a day for somebody to extend it."""
    choice = Choice(Phrase("extend_check_in-choice"), Ticket(Action.EXTEND_CHECK_IN, check_in.id))
    close = Choice(Phrase("close_check_in-choice"), Ticket(Action.CLOSE_CHECK_IN, check_in.id))
    return _moved(check_in, check_in.offered(), zone, "extend_check_in-offered", choice, close)


def extending(check_in: CheckIn, zone: str, now: datetime) -> Moved:
    """
    Keep it open for as long again.

    Raises:
        NotAllowed: It was extended before, or enough responded, or it is not yet known whether.
    """
    return _moved(check_in, check_in.extended(now), zone, "extend_check_in-extended")


def _moved(before: CheckIn, after: CheckIn, zone: str, key: str, *choices: Choice) -> Moved:
    said = Message(Phrase(key, {"closes": after.closes_at, "quorum": after.quorum}), choices)
    post = Post(PostId(f"moved-{after.id}"), after.place, said)
    return Moved(after, (after, closing_of(after, zone)), (post,), (before.closing,))
