"""What somebody brings to the garden, and what somebody took on."""

from bot.dialogue.assets import Asset, AssetKind, Audience, MayContact, OfferedAs
from bot.dialogue.attribution import Attribution
from bot.dialogue.follow_ups import Commitment
from bot.identifiers import AssetId, CommitmentId
from tests.people import BEN, GARDEN, MONDAY, TODAY

LADDER = Asset(
    id=AssetId("ladder"),
    dialogue=GARDEN.id,
    number=1,
    member=BEN.id,
    level=Attribution.NAMED,
    shown_name="Ben",
    kind=AssetKind.EXCHANGE,
    offered_as=OfferedAs.OFFER,
    may_contact=MayContact.YES,
    audience=Audience.GROUP,
    made_at=MONDAY,
    version=1,
)
PROMISE = Commitment(
    id=CommitmentId("promise"),
    dialogue=GARDEN.id,
    number=1,
    sources=(),
    who="Ben",
    by_when=TODAY,
    member=BEN.id,
    shown_name="Ben",
    made_at=MONDAY,
    version=1,
)
