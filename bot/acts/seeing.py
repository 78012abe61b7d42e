"""The acts of seeing, and taking home as a file."""

from collections.abc import Mapping
from typing import Any

from bot.actions.export import export, note_export
from bot.actions.show_assets import show_assets
from bot.actions.show_entry import show_entry
from bot.actions.show_follow_up import show_follow_up
from bot.actions.show_intentions import show_intentions
from bot.actions.show_ledger import show_ledger
from bot.actions.show_map import show_map
from bot.actions.show_mine import show_mine
from bot.actions.show_record import show_record
from bot.actions.show_round import show_round
from bot.actions.show_statements import show_statements
from bot.actions.show_trail import show_trail
from bot.acts.act import Act, Door
from bot.dialogue.contributions import Contribution
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.record import Record
from bot.dialogue.rounds import Round
from bot.dialogue.standing import LedgerPage
from bot.dialogue.tickets import Action
from bot.dialogue.waiting import StillWaiting

SEEING: Mapping[Action, Act[Any]] = {
    Action.SHOW_STATEMENTS: Act(
        about=Dialogue, door=Door.MEMBERS, asked=show_statements, asked_loads=(Record,),
        reads=True, in_closed=True,
    ),
    Action.SHOW_RECORD: Act(
        about=Dialogue, door=Door.MEMBERS, asked=show_record,
        asked_loads=(Record,), reads=True, in_closed=True
    ),
    Action.SHOW_ROUND: Act(
        about=Round, door=Door.MEMBERS, asked=show_round, asked_loads=(Record,), reads=True, in_closed=True
    ),
    Action.SHOW_ENTRY: Act(
        about=Contribution, door=Door.MEMBERS, asked=show_entry,
        asked_loads=(Record,), reads=True, in_closed=True
    ),
    Action.SHOW_MINE: Act(
        about=Dialogue, door=Door.MEMBERS, asked=show_mine, asked_loads=(Record, StillWaiting),
        reads=True, in_closed=True,
    ),
    Action.SHOW_LEDGER: Act(
        about=Dialogue, door=Door.MEMBERS, asked=show_ledger,
        asked_loads=(LedgerPage,), reads=True, in_closed=True
    ),
    Action.SHOW_TRAIL: Act(
        about=Dialogue, door=Door.MEMBERS, asked=show_trail, asked_loads=(Record,), reads=True, in_closed=True
    ),
    Action.SHOW_MAP: Act(
        about=Dialogue, door=Door.MEMBERS, asked=show_map, asked_loads=(Record,), reads=True, in_closed=True
    ),
    Action.SHOW_INTENTIONS: Act(
        about=Dialogue, door=Door.MEMBERS, asked=show_intentions, asked_loads=(Record,), reads=True,
        in_closed=True,
    ),
    Action.SHOW_ASSETS: Act(
        about=Dialogue, door=Door.MEMBERS, asked=show_assets, asked_loads=(Record,), reads=True,
        in_closed=True,
    ),
    Action.SHOW_FOLLOW_UP: Act(
        about=Dialogue, door=Door.MEMBERS, asked=show_follow_up, asked_loads=(Record,), reads=True,
        in_closed=True,
    ),
    Action.EXPORT: Act(about=Dialogue, door=Door.FACILITATORS, asked=export, due=note_export, in_closed=True),
}  # fmt: skip
