"""The acts of rhythm: what returns, what is coming, and how not to be disturbed."""

from collections.abc import Mapping
from typing import Any

from bot.actions.change_plan import change_plan, offer_change
from bot.actions.digest import digest
from bot.actions.end_retention import end_retention
from bot.actions.fall_back import fall_back
from bot.actions.lay_down import lay_down
from bot.actions.pause import pause
from bot.actions.plan import offer_plan, plan
from bot.actions.post_planned import post_planned
from bot.actions.remind import remind
from bot.actions.set_manners import offer_manners, set_manners
from bot.actions.show_plan import show_plan
from bot.actions.show_status import show_status
from bot.actions.snooze import snooze
from bot.actions.use_flow import offer_flow, use_flow
from bot.acts.act import Act, Door
from bot.dialogue.absences import Away
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.members import Member
from bot.dialogue.rhythm import Schedule
from bot.dialogue.rounds import Round
from bot.dialogue.standing import (
    Coming,
    Everybody,
    Facilitators,
    Health,
    InRound,
    Model,
    Put,
    Rounds,
    Schedules,
    Standing,
)
from bot.dialogue.tickets import Action

PLANNING: Mapping[Action, Act[Any]] = {
    Action.PLAN: Act(
        about=Round, door=Door.FACILITATORS, asked=offer_plan, sent=plan, sent_loads=(Everybody,)
    ),
    Action.LAY_DOWN: Act(
        about=Schedule, door=Door.FACILITATORS, asked=lay_down, asked_loads=(Schedules, Everybody)
    ),
    Action.CHANGE_PLAN: Act(
        about=Schedule, door=Door.FACILITATORS, asked=offer_change, sent=change_plan,
        asked_loads=(Coming,), sent_loads=(Coming, Schedules, Everybody),
    ),
    Action.SHOW_PLAN: Act(
        about=Dialogue, door=Door.MEMBERS, asked=show_plan, asked_loads=(Schedules, Coming, Rounds),
        reads=True, in_closed=True,
    ),
    Action.USE_FLOW: Act(
        about=Dialogue, door=Door.FACILITATORS, asked=offer_flow, sent=use_flow,
        sent_loads=(Everybody, Schedules),
    ),
    Action.POST_PLANNED: Act(
        about=Schedule, door=Door.CLOCK, due=post_planned,
        due_loads=(Put, Standing, Model, Facilitators), in_closed=True,
    ),
    Action.REMIND: Act(about=Round, door=Door.CLOCK, due=remind, due_loads=(Everybody, InRound)),
    Action.DIGEST: Act(about=Schedule, door=Door.CLOCK, due=digest, due_loads=(Rounds,), in_closed=True),
    Action.PAUSE: Act(about=Dialogue, door=Door.MEMBERS, asked=pause, in_closed=True),
    Action.SNOOZE: Act(about=Round, door=Door.VOICES, asked=snooze),
    Action.SET_MANNERS: Act(
        about=Dialogue, door=Door.MEMBERS, asked=offer_manners, sent=set_manners, sent_loads=(Schedules,)
    ),
    Action.FALL_BACK: Act(
        about=Member, door=Door.CLOCK, due=fall_back, due_loads=(Facilitators,), in_closed=True
    ),
    Action.END_RETENTION: Act(
        about=Dialogue, door=Door.CLOCK, due=end_retention, due_loads=(Away, Facilitators), in_closed=True
    ),
    Action.SHOW_STATUS: Act(
        about=Dialogue, door=Door.FACILITATORS, asked=show_status, asked_loads=(Health,),
        reads=True, in_closed=True,
    ),
}  # fmt: skip
