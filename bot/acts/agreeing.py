"""The acts of weighing a statement."""

from collections.abc import Mapping
from typing import Any

from bot.actions.agree_reading import agree_reading
from bot.actions.answer_question import answer_question, offer_answer_question
from bot.actions.ask_objector import ask_objector
from bot.actions.close_check_in import close_check_in, close_check_in_when_due
from bot.actions.comment import comment, offer_comment
from bot.actions.decide import decide, offer_decide
from bot.actions.enter_counts import enter_counts, offer_counts
from bot.actions.extend_check_in import extend_check_in
from bot.actions.object_to import object_to, offer_object_to
from bot.actions.open_check_in import offer_check_in, open_check_in
from bot.actions.propose import offer_propose, propose
from bot.actions.respond import offer_respond, respond
from bot.actions.review import bring_back, offer_review, review
from bot.actions.settle_objection import settle_objection
from bot.actions.sign_minority_note import sign_minority_note
from bot.actions.withdraw_check_in import offer_withdraw_check_in, withdraw_check_in
from bot.actions.withdraw_minority_note import withdraw_minority_note
from bot.actions.write_minority_note import offer_note, write_minority_note
from bot.acts.act import BESIDE, TEXTS, Act, Door
from bot.dialogue.check_ins import CheckIn
from bot.dialogue.decisions import Decision, Decisions
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.dissent import MinorityNote, MyNote, Notes
from bot.dialogue.objections import Objection, Objections
from bot.dialogue.record import Record
from bot.dialogue.remarks import Remark, Remarks
from bot.dialogue.responses import InCheckIn, MyResponse
from bot.dialogue.standing import Everybody, Recent
from bot.dialogue.statements import Statements
from bot.dialogue.tickets import Action

DECIDES = (InCheckIn, Notes, Statements, Decisions)
AGREEING: Mapping[Action, Act[Any]] = {
    Action.PROPOSE: Act(
        about=Dialogue, door=Door.VOICES, asked=offer_propose, sent=propose,
        asked_loads=TEXTS, sent_loads=(*TEXTS, Recent, Objections),
    ),
    Action.OPEN_CHECK_IN: Act(
        about=Dialogue, door=Door.FACILITATORS, asked=offer_check_in, sent=open_check_in,
        asked_loads=(*TEXTS, Everybody, Record), sent_loads=(*TEXTS, Everybody),
    ),
    Action.ENTER_COUNTS: Act(
        about=Dialogue, door=Door.FACILITATORS, asked=offer_counts, sent=enter_counts,
        asked_loads=TEXTS, sent_loads=TEXTS,
    ),
    Action.RESPOND: Act(
        about=CheckIn, door=Door.VOICES, asked=offer_respond, sent=respond,
        asked_loads=(MyResponse, Remarks), sent_loads=(MyResponse, Remarks, Recent),
    ),
    Action.OBJECT_TO: Act(
        about=CheckIn, door=Door.VOICES, asked=offer_object_to, sent=object_to,
        asked_loads=(MyResponse,), sent_loads=(MyResponse, Remarks),
    ),
    Action.SETTLE_OBJECTION: Act(
        about=Objection, door=Door.MEMBERS, asked=settle_objection, asked_loads=BESIDE, in_closed=True
    ),
    Action.ASK_OBJECTOR: Act(
        about=Objection, door=Door.FACILITATORS, asked=ask_objector, in_closed=True
    ),
    Action.ANSWER_QUESTION: Act(
        about=Remark, door=Door.VOICES, asked=offer_answer_question, sent=answer_question,
        sent_loads=(CheckIn, Remarks, Recent),
    ),
    Action.COMMENT: Act(
        about=CheckIn, door=Door.VOICES, asked=offer_comment, sent=comment, sent_loads=(Recent,)
    ),
    Action.EXTEND_CHECK_IN: Act(about=CheckIn, door=Door.FACILITATORS, asked=extend_check_in),
    Action.WITHDRAW_CHECK_IN: Act(
        about=CheckIn, door=Door.FACILITATORS, asked=offer_withdraw_check_in, sent=withdraw_check_in
    ),
    Action.CLOSE_CHECK_IN: Act(
        about=CheckIn, door=Door.FACILITATORS, asked=close_check_in, due=close_check_in_when_due,
        asked_loads=(InCheckIn,), due_loads=(InCheckIn,), in_closed=True,
    ),
    Action.DECIDE: Act(
        about=CheckIn, door=Door.FACILITATORS, asked=offer_decide, sent=decide,
        asked_loads=(Decisions,), sent_loads=DECIDES, in_closed=True,
    ),
    Action.AGREE_READING: Act(
        about=CheckIn, door=Door.VOICES, asked=agree_reading, asked_loads=DECIDES, in_closed=True
    ),
    Action.REVIEW: Act(
        about=Decision, door=Door.FACILITATORS, asked=offer_review, sent=review, due=bring_back,
        asked_loads=(Record,), sent_loads=BESIDE, due_loads=(Record,), in_closed=True,
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
}  # fmt: skip
