"""The acts of writing down and making sense."""

from collections.abc import Mapping
from typing import Any

from bot.actions.change_interpretation import change_interpretation, offer_change
from bot.actions.close_understanding import close_understanding, close_understanding_when_due
from bot.actions.confirm_line import confirm_line, offer_confirm
from bot.actions.draft_line import draft_line, offer_draft
from bot.actions.draft_shared_line import draft_shared_line, offer_shared_line
from bot.actions.interpret import interpret, offer_interpret
from bot.actions.let_draft import let_draft
from bot.actions.mark import mark, offer_mark
from bot.actions.record_understanding import offer_record, record_understanding
from bot.actions.restate import offer_restate, restate
from bot.actions.share_interpretation import offer_share, share_interpretation
from bot.actions.show_interpretations import show_interpretations
from bot.actions.show_notes import show_notes
from bot.actions.show_understandings import show_understandings
from bot.actions.understand import offer_understand, understand
from bot.actions.withdraw_interpretation import withdraw_interpretation
from bot.actions.withdraw_line import withdraw_line
from bot.actions.withdraw_restatement import withdraw_restatement
from bot.acts.act import Act, Door
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.interpretations import Interpretation
from bot.dialogue.lines import Line
from bot.dialogue.record import Record
from bot.dialogue.standing import Recent
from bot.dialogue.tickets import Action
from bot.dialogue.understandings import Restatement, UnderstandingCheck

MAKING_SENSE: Mapping[Action, Act[Any]] = {
    Action.DRAFT_LINE: Act(
        about=Dialogue, door=Door.VOICES, asked=offer_draft, sent=draft_line,
        asked_loads=(Record,), sent_loads=(Record, Recent),
    ),
    Action.CONFIRM_LINE: Act(
        about=Line, door=Door.VOICES, asked=offer_confirm, sent=confirm_line,
        asked_loads=(Record,), sent_loads=(Record, Recent),
    ),
    Action.WITHDRAW_LINE: Act(
        about=Line, door=Door.MEMBERS, asked=withdraw_line, asked_loads=(Record,), in_closed=True
    ),
    Action.LET_DRAFT: Act(about=Dialogue, door=Door.FACILITATORS, asked=let_draft, asked_loads=(Record,)),
    Action.INTERPRET: Act(
        about=Dialogue, door=Door.VOICES, asked=offer_interpret, sent=interpret,
        asked_loads=(Record,), sent_loads=(Record, Recent),
    ),
    Action.CHANGE_INTERPRETATION: Act(
        about=Interpretation, door=Door.VOICES, asked=offer_change, sent=change_interpretation,
        asked_loads=(Record,), sent_loads=(Record, Recent),
    ),
    Action.SHARE_INTERPRETATION: Act(
        about=Interpretation, door=Door.VOICES, asked=offer_share, sent=share_interpretation,
        asked_loads=(Record,), sent_loads=(Record,),
    ),
    Action.WITHDRAW_INTERPRETATION: Act(
        about=Interpretation, door=Door.MEMBERS, asked=withdraw_interpretation,
        asked_loads=(Record,), in_closed=True,
    ),
    Action.SHOW_INTERPRETATIONS: Act(
        about=Dialogue, door=Door.MEMBERS, asked=show_interpretations, asked_loads=(Record,),
        reads=True, in_closed=True,
    ),
    Action.UNDERSTAND: Act(
        about=Dialogue, door=Door.FACILITATORS, asked=offer_understand, sent=understand,
        asked_loads=(Record,), sent_loads=(Record,),
    ),
    Action.RESTATE: Act(
        about=UnderstandingCheck, door=Door.VOICES, asked=offer_restate, sent=restate,
        asked_loads=(Record,), sent_loads=(Record, Recent),
    ),
    Action.CLOSE_UNDERSTANDING: Act(
        about=UnderstandingCheck, door=Door.FACILITATORS, asked=close_understanding,
        due=close_understanding_when_due, asked_loads=(Record,), due_loads=(Record,), in_closed=True,
    ),
    Action.DRAFT_SHARED_LINE: Act(
        about=UnderstandingCheck, door=Door.VOICES, asked=offer_shared_line, sent=draft_shared_line,
        asked_loads=(Record,), sent_loads=(Record, Recent),
    ),
    Action.MARK: Act(
        about=UnderstandingCheck, door=Door.VOICES, asked=offer_mark, sent=mark,
        asked_loads=(Record,), sent_loads=(Record,),
    ),
    Action.RECORD_UNDERSTANDING: Act(
        about=UnderstandingCheck, door=Door.FACILITATORS, asked=offer_record, sent=record_understanding,
        asked_loads=(Record,), sent_loads=(Record,),
    ),
    Action.WITHDRAW_RESTATEMENT: Act(
        about=Restatement, door=Door.MEMBERS, asked=withdraw_restatement, in_closed=True
    ),
    Action.SHOW_UNDERSTANDINGS: Act(
        about=Dialogue, door=Door.MEMBERS, asked=show_understandings, asked_loads=(Record,),
        reads=True, in_closed=True,
    ),
    Action.SHOW_NOTES: Act(
        about=Dialogue, door=Door.MEMBERS, asked=show_notes, asked_loads=(Record,),
        reads=True, in_closed=True,
    ),
}  # fmt: skip
