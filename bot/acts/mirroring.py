"""The acts of a group that looks at its own work: what is empty, what people bring, what became of words."""

from collections.abc import Mapping
from typing import Any

from bot.actions.explain_gap import explain_gap, offer_explain
from bot.acts.act import Act, Door
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.standing import Recent
from bot.dialogue.tickets import Action

MIRRORING: Mapping[Action, Act[Any]] = {
    Action.EXPLAIN_GAP: Act(
        about=Dialogue, door=Door.VOICES, asked=offer_explain, sent=explain_gap, sent_loads=(Recent,)
    ),
}  # fmt: skip
