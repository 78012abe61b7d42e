"""The one table of everything that can be done: about what, by whom, with what loaded, by which function."""

from collections.abc import Mapping
from typing import Any

from bot.acts.act import Act, Door
from bot.acts.agreeing import AGREEING
from bot.acts.coming import COMING
from bot.acts.making_sense import MAKING_SENSE
from bot.acts.mirroring import MIRRORING
from bot.acts.planning import PLANNING
from bot.acts.seeing import SEEING
from bot.acts.talking import TALKING
from bot.dialogue.tickets import Action

__all__ = ["ACTS", "Act", "Door"]

ACTS: Mapping[Action, Act[Any]] = {
    **COMING, **TALKING, **PLANNING, **AGREEING, **MAKING_SENSE, **MIRRORING, **SEEING,
}  # fmt: skip
