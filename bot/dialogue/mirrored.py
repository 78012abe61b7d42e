"""What one reader may see of what people bring, wrote anew, and of what became of words."""

from dataclasses import dataclass

from bot.dialogue.assets import AssetExcerpt
from bot.dialogue.follow_ups import CommitmentExcerpt, NoteOnChange
from bot.dialogue.renewals import Renewal


@dataclass(frozen=True, slots=True)
class MirrorExcerpt:
    """What the group keeps about its own work, as a reader may see it."""

    renewals: tuple[Renewal, ...] = ()
    """New versions of intentions; each part only where what it names can be read."""
    assets: tuple[AssetExcerpt, ...] = ()
    change_notes: tuple[NoteOnChange, ...] = ()
    commitments: tuple[CommitmentExcerpt, ...] = ()


NO_MIRROR = MirrorExcerpt()
