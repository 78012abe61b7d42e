"""The acts of coming and going."""

from collections.abc import Mapping
from typing import Any

from bot.actions.appoint import appoint, offer_appoint
from bot.actions.close_dialogue import close_dialogue, offer_close
from bot.actions.delete_example import delete_example
from bot.actions.erase import erase
from bot.actions.help import help
from bot.actions.join import join, offer_join
from bot.actions.leave import leave
from bot.actions.my_data import my_data
from bot.actions.set_preferences import offer_preferences, set_preferences
from bot.actions.start import finish_start, offer_finish, offer_start, start
from bot.acts.act import Act, Door
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.places import Place
from bot.dialogue.record import Record
from bot.dialogue.standing import AtPlace, Everybody, Mine, Rounds, Schedules, Standing
from bot.dialogue.tickets import Action

COMING: Mapping[Action, Act[Any]] = {
    Action.START: Act(
        about=Place, door=Door.MANAGER, asked=offer_start, sent=start,
        asked_loads=(AtPlace,), sent_loads=(AtPlace,)
    ),
    Action.FINISH_START: Act(
        about=Dialogue, door=Door.FACILITATORS, asked=offer_finish, sent=finish_start,
        sent_loads=(AtPlace,), in_closed=True,
    ),
    Action.APPOINT: Act(
        about=Dialogue, door=Door.FACILITATORS, asked=offer_appoint, sent=appoint,
        asked_loads=(Everybody,), sent_loads=(Everybody,),
    ),
    Action.JOIN: Act(about=Dialogue, door=Door.ANYONE, asked=offer_join, sent=join, sent_loads=(Schedules,)),
    Action.SET_PREFERENCES: Act(
        about=Dialogue, door=Door.MEMBERS, asked=offer_preferences, sent=set_preferences
    ),
    Action.HELP: Act(about=Place, door=Door.ANYONE, asked=help, reads=True, in_closed=True),
    Action.CLOSE_DIALOGUE: Act(
        about=Dialogue, door=Door.FACILITATORS, asked=offer_close, sent=close_dialogue,
        asked_loads=(AtPlace,), sent_loads=(Rounds, Record, Standing), in_closed=True,
    ),
    Action.MY_DATA: Act(about=Dialogue, door=Door.MEMBERS, asked=my_data, in_closed=True),
    Action.ERASE: Act(
        about=Dialogue, door=Door.MEMBERS, asked=erase, asked_loads=(Mine,), in_closed=True
    ),
    Action.LEAVE: Act(
        about=Dialogue, door=Door.MEMBERS, asked=leave, asked_loads=(Everybody, Mine), in_closed=True
    ),
    Action.DELETE_EXAMPLE: Act(
        about=Dialogue, door=Door.FACILITATORS, asked=delete_example, in_closed=True
    ),
}  # fmt: skip
