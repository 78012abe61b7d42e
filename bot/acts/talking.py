"""The acts of talking."""

from collections.abc import Mapping
from typing import Any

from bot.actions.answer import answer, offer_answer
from bot.actions.answer_appeal import answer_appeal, offer_answer_appeal
from bot.actions.appeal import appeal, offer_appeal
from bot.actions.ask_again import ask_again, offer_again
from bot.actions.close_round import close_by_hand, close_when_due
from bot.actions.contribute import contribute, offer_contribute
from bot.actions.differ import agree_to_differ, differ, offer_differ
from bot.actions.hold import hold, offer_hold
from bot.actions.open_round import offer_round, open_round
from bot.actions.post_round import change_preview, post_round
from bot.actions.return_to import offer_return, return_to
from bot.actions.revise import offer_revise, revise
from bot.actions.share_unnamed import share_unnamed
from bot.actions.stance import stance
from bot.actions.withdraw import erase_when_due, withdraw
from bot.acts.act import SEES, WRITES, Act, Door
from bot.dialogue.appeals import Appeal
from bot.dialogue.contributions import Contribution
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.divergences import Divergence
from bot.dialogue.record import Record
from bot.dialogue.renewals import Intentions
from bot.dialogue.rounds import Round
from bot.dialogue.standing import (
    Answered,
    Everybody,
    InRound,
    Other,
    Positions,
    Recent,
    RecentStances,
    Standing,
    Words,
)
from bot.dialogue.tickets import Action
from bot.dialogue.ways_back import Leading, LedTo, WayBack

TALKING: Mapping[Action, Act[Any]] = {
    Action.APPEAL: Act(
        about=Dialogue, door=Door.MEMBERS, asked=offer_appeal, sent=appeal,
        sent_loads=(Everybody, Recent, Record), in_closed=True,
    ),
    Action.ANSWER_APPEAL: Act(
        about=Appeal, door=Door.FACILITATORS, asked=offer_answer_appeal, sent=answer_appeal, in_closed=True
    ),
    Action.OPEN_ROUND: Act(
        about=Dialogue, door=Door.FACILITATORS, asked=offer_round, sent=open_round
    ),
    Action.POST_ROUND: Act(
        about=Round, door=Door.FACILITATORS, asked=post_round, sent=change_preview,
        asked_loads=(Standing, Leading),
    ),
    Action.RETURN_TO: Act(
        about=Dialogue, door=Door.FACILITATORS, asked=offer_return, sent=return_to,
        asked_loads=(Record,), sent_loads=(Record,),
    ),
    Action.ASK_AGAIN: Act(
        about=WayBack, door=Door.FACILITATORS, asked=offer_again, sent=ask_again,
        asked_loads=(LedTo,), sent_loads=(LedTo,),
    ),
    Action.CLOSE_ROUND: Act(
        about=Round, door=Door.FACILITATORS, asked=close_by_hand, due=close_when_due,
        asked_loads=(InRound, Standing), due_loads=(InRound, Standing),
    ),
    Action.SHARE_UNNAMED: Act(
        about=Round, door=Door.CLOCK, due=share_unnamed, due_loads=(InRound, Standing)
    ),
    Action.CONTRIBUTE: Act(
        about=Round, door=Door.VOICES, asked=offer_contribute, sent=contribute,
        asked_loads=(Standing, Answered, Everybody, Intentions), sent_loads=(*WRITES, Intentions),
    ),
    Action.REVISE: Act(
        about=Contribution, door=Door.VOICES, asked=offer_revise, sent=revise,
        asked_loads=(Words,), sent_loads=(Words, Recent),
    ),
    Action.WITHDRAW: Act(
        about=Contribution, door=Door.MEMBERS, asked=withdraw, due=erase_when_due, in_closed=True
    ),
    Action.HOLD: Act(
        about=Contribution, door=Door.FACILITATORS, asked=offer_hold, sent=hold, in_closed=True
    ),
    Action.ANSWER: Act(
        about=Contribution, door=Door.VOICES, asked=offer_answer, sent=answer,
        asked_loads=(Standing, *SEES), sent_loads=(*WRITES, *SEES),
    ),
    Action.DIFFER: Act(
        about=Contribution, door=Door.VOICES, asked=offer_differ, sent=differ,
        asked_loads=(Standing, Other, *SEES), sent_loads=(*WRITES, *SEES),
    ),
    Action.AGREE_TO_DIFFER: Act(
        about=Divergence, door=Door.VOICES, asked=agree_to_differ, asked_loads=(Positions,)
    ),
    Action.STANCE: Act(
        about=Contribution, door=Door.VOICES, asked=stance, asked_loads=(RecentStances, *SEES)
    ),
}  # fmt: skip
