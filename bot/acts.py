"""The one table of everything that can be done: about what, by whom, with what loaded, by which function."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from bot.actions.answer import answer, offer_answer
from bot.actions.answer_appeal import answer_appeal, offer_answer_appeal
from bot.actions.appeal import appeal, offer_appeal
from bot.actions.appoint import appoint, offer_appoint
from bot.actions.close_check_in import close_check_in, close_check_in_when_due
from bot.actions.close_dialogue import close_dialogue, offer_close
from bot.actions.close_round import close_by_hand, close_when_due
from bot.actions.contribute import contribute, offer_contribute
from bot.actions.delete_example import delete_example
from bot.actions.differ import agree_to_differ, differ, offer_differ
from bot.actions.erase import erase
from bot.actions.export import export, note_export
from bot.actions.help import help
from bot.actions.hold import hold, offer_hold
from bot.actions.join import join, offer_join
from bot.actions.my_data import my_data
from bot.actions.open_check_in import offer_check_in, open_check_in
from bot.actions.open_round import offer_round, open_round
from bot.actions.post_round import change_preview, post_round
from bot.actions.propose import offer_propose, propose
from bot.actions.respond import offer_respond, respond
from bot.actions.revise import offer_revise, revise
from bot.actions.set_preferences import offer_preferences, set_preferences
from bot.actions.share_unnamed import share_unnamed
from bot.actions.show_entry import show_entry
from bot.actions.show_ledger import show_ledger
from bot.actions.show_mine import show_mine
from bot.actions.show_record import show_record
from bot.actions.show_round import show_round
from bot.actions.show_statements import show_statements
from bot.actions.sign_minority_note import sign_minority_note
from bot.actions.stance import stance
from bot.actions.start import finish_start, offer_finish, offer_start, start
from bot.actions.withdraw import erase_when_due, withdraw
from bot.actions.withdraw_minority_note import withdraw_minority_note
from bot.actions.write_minority_note import offer_note, write_minority_note
from bot.dialogue.appeals import Appeal
from bot.dialogue.check_ins import CheckIn, InCheckIn, MyResponse, OpenCheckIns
from bot.dialogue.contributions import Contribution
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.dissent import MinorityNote, MyNote, Notes
from bot.dialogue.divergences import Divergence
from bot.dialogue.places import Place
from bot.dialogue.record import Record
from bot.dialogue.rounds import Round
from bot.dialogue.standing import (
    Answered,
    AtPlace,
    Everybody,
    InRound,
    LedgerPage,
    Mine,
    Other,
    Positions,
    Recent,
    RecentStances,
    RoundOf,
    Rounds,
    Standing,
    Words,
)
from bot.dialogue.statements import Statements
from bot.dialogue.tickets import Action
from bot.dialogue.waiting import StillWaiting
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, Reply, Silence
from bot.speech.events import CameDue, ChoicePicked, CommandGiven, FormSubmitted

Subject = TypeVar("Subject")
Loads = tuple[type[Any], ...]


class Door(StrEnum):
    """Who may come through to an action."""

    ANYONE = "anyone"
    MANAGER = "manager"  # whoever may manage the channel, as the platform says
    MEMBERS = "members"  # anybody with a part in the dialogue
    VOICES = "voices"  # members who agreed to the notice as it stands; not observers
    FACILITATORS = "facilitators"
    CLOCK = "clock"  # nobody: only a moment that came


@dataclass(frozen=True, slots=True, kw_only=True)
class Act(Generic[Subject]):
    """One line of the table. What is not in the table cannot be done."""

    about: type[Subject]
    door: Door
    asked: Callable[[Subject, Asking, CommandGiven | ChoicePicked], Effects[Reply]] | None = None
    """By a command or a button."""
    sent: Callable[[Subject, Asking, FormSubmitted], Effects[AfterForm]] | None = None
    """By a form. The type says that no form follows a form."""
    due: Callable[[Subject, Asking, CameDue], Effects[Silence]] | None = None
    """By a moment that came."""
    asked_loads: Loads = ()
    sent_loads: Loads = ()
    due_loads: Loads = ()
    reads: bool = False
    """It keeps nothing, and runs beside the one who writes."""
    in_closed: bool = False
    """Also after the dialogue has ended."""


WRITES = (Standing, Recent)
SEES = (RoundOf, Answered)
TEXTS = (Statements, OpenCheckIns)
BESIDE = (CheckIn, Notes, InCheckIn)

ACTS: Mapping[Action, Act[Any]] = {
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
    Action.JOIN: Act(about=Dialogue, door=Door.ANYONE, asked=offer_join, sent=join),
    Action.SET_PREFERENCES: Act(
        about=Dialogue, door=Door.MEMBERS, asked=offer_preferences, sent=set_preferences
    ),
    Action.HELP: Act(about=Place, door=Door.ANYONE, asked=help, reads=True, in_closed=True),
    Action.CLOSE_DIALOGUE: Act(
        about=Dialogue, door=Door.FACILITATORS, asked=offer_close, sent=close_dialogue,
        asked_loads=(AtPlace,), sent_loads=(Rounds, Record, Standing), in_closed=True,
    ),
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
        about=Round, door=Door.FACILITATORS, asked=post_round, sent=change_preview, asked_loads=(Standing,)
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
        asked_loads=(Standing, Answered, Everybody), sent_loads=WRITES,
    ),
    Action.REVISE: Act(
        about=Contribution, door=Door.VOICES, asked=offer_revise, sent=revise,
        asked_loads=(Words,), sent_loads=(Words, Recent),
    ),
    Action.WITHDRAW: Act(
        about=Contribution, door=Door.MEMBERS, asked=withdraw, due=erase_when_due, in_closed=True
    ),
    Action.ERASE: Act(
        about=Dialogue, door=Door.MEMBERS, asked=erase, asked_loads=(Mine,), in_closed=True
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
    Action.PROPOSE: Act(
        about=Dialogue, door=Door.VOICES, asked=offer_propose, sent=propose,
        asked_loads=TEXTS, sent_loads=(*TEXTS, Recent),
    ),
    Action.OPEN_CHECK_IN: Act(
        about=Dialogue, door=Door.FACILITATORS, asked=offer_check_in, sent=open_check_in,
        asked_loads=(*TEXTS, Everybody, Record), sent_loads=(*TEXTS, Everybody),
    ),
    Action.RESPOND: Act(
        about=CheckIn, door=Door.VOICES, asked=offer_respond, sent=respond,
        asked_loads=(MyResponse,), sent_loads=(MyResponse,),
    ),
    Action.CLOSE_CHECK_IN: Act(
        about=CheckIn, door=Door.FACILITATORS, asked=close_check_in, due=close_check_in_when_due,
        asked_loads=(InCheckIn,), due_loads=(InCheckIn,), in_closed=True,
    ),
    Action.WRITE_MINORITY_NOTE: Act(
        about=CheckIn, door=Door.VOICES, asked=offer_note, sent=write_minority_note,
        asked_loads=(MyNote,), sent_loads=(MyNote, Notes, InCheckIn, Recent), in_closed=True,
    ),
    Action.SIGN_MINORITY_NOTE: Act(
        about=MinorityNote, door=Door.VOICES, asked=sign_minority_note,
        asked_loads=BESIDE, in_closed=True,
    ),
    Action.WITHDRAW_MINORITY_NOTE: Act(
        about=MinorityNote, door=Door.MEMBERS, asked=withdraw_minority_note,
        asked_loads=BESIDE, in_closed=True,
    ),
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
    Action.EXPORT: Act(about=Dialogue, door=Door.FACILITATORS, asked=export, due=note_export, in_closed=True),
    Action.MY_DATA: Act(about=Dialogue, door=Door.MEMBERS, asked=my_data, in_closed=True),
    Action.DELETE_EXAMPLE: Act(
        about=Dialogue, door=Door.FACILITATORS, asked=delete_example, in_closed=True
    ),
}  # fmt: skip
