"""The acts of a group that looks at its own work: what is empty, what people bring, what became of words."""

from collections.abc import Mapping
from typing import Any

from bot.actions.change_asset import change_asset, offer_change
from bot.actions.commit import commit, offer_commit
from bot.actions.explain_gap import explain_gap, offer_explain
from bot.actions.follow_up import follow_up, offer_follow_up
from bot.actions.offer_asset import offer_asset, offer_offer
from bot.actions.settle import offer_settle, settle
from bot.actions.share_asset import share_asset
from bot.actions.withdraw_asset import withdraw_asset
from bot.acts.act import Act, Door
from bot.dialogue.assets import Asset, AssetCount
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.follow_ups import Commitment, FollowUpCounts
from bot.dialogue.record import Record
from bot.dialogue.standing import Everybody, Recent, Words
from bot.dialogue.tickets import Action

MIRRORING: Mapping[Action, Act[Any]] = {
    Action.EXPLAIN_GAP: Act(
        about=Dialogue, door=Door.VOICES, asked=offer_explain, sent=explain_gap, sent_loads=(Recent,)
    ),
    Action.OFFER_ASSET: Act(
        about=Dialogue, door=Door.VOICES, asked=offer_offer, sent=offer_asset,
        asked_loads=(Record,), sent_loads=(Record, Recent, AssetCount),
    ),
    Action.SHARE_ASSET: Act(about=Asset, door=Door.VOICES, asked=share_asset, asked_loads=(Everybody,)),
    Action.CHANGE_ASSET: Act(
        about=Asset, door=Door.VOICES, asked=offer_change, sent=change_asset,
        asked_loads=(Words,), sent_loads=(Words, Recent),
    ),
    Action.WITHDRAW_ASSET: Act(about=Asset, door=Door.MEMBERS, asked=withdraw_asset, in_closed=True),
    Action.FOLLOW_UP: Act(
        about=Dialogue, door=Door.FACILITATORS, asked=offer_follow_up, sent=follow_up,
        sent_loads=(Record, FollowUpCounts), in_closed=True,
    ),
    Action.COMMIT: Act(
        about=Dialogue, door=Door.VOICES, asked=offer_commit, sent=commit,
        sent_loads=(Record, Recent, FollowUpCounts), in_closed=True,
    ),
    Action.SETTLE: Act(about=Commitment, door=Door.VOICES, asked=offer_settle, sent=settle, in_closed=True),
}  # fmt: skip
