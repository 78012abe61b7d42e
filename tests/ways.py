"""A way back in the garden: from the first question to why people are here."""

from bot.dialogue.framework import Mechanism, Theme
from bot.dialogue.pointers import PointerKind
from bot.dialogue.ways_back import WayBack
from bot.identifiers import WayBackId
from tests.people import ADA, GARDEN, MONDAY, a_round

REASON = "Two of us want something else than we wrote."
WAY = WayBack(
    id=WayBackId("way"),
    dialogue=GARDEN.id,
    source_kind=PointerKind.ROUND,
    source_id=a_round().id,
    source_number=1,
    mechanism=Mechanism.INTENTIONS,
    theme=Theme.WHY,
    reason=REASON,
    member=ADA.id,
    made_at=MONDAY,
    version=1,
)
