"""In which message of a platform words were written, so that its author can take them back there."""

from dataclasses import dataclass
from hashlib import blake2b

from bot.identifiers import ContributionId, DialogueId


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One message that became a contribution."""

    id: str
    """What `origin_id` made of the platform's name for it: that name would tell the order of messages."""
    dialogue: DialogueId
    contribution: ContributionId
    version: int = 0


def origin_id(platform: str, message: str) -> str:
    """Return the one id for a message of a platform."""
    return blake2b(f"{platform} {message}".encode(), digest_size=16).hexdigest()
