"""What can be done (`Action`), and what a button, form or moment carries (`Ticket`)."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from bot.errors import NotFound
from bot.words import Phrase

PARTS = 4
TICKET_LENGTH = 100
"""Discord's limit for a custom id; Slack allows 255."""


class Action(StrEnum):
    """Everything that can be done; each is a file in `bot/actions/` and a page in `prompts/`."""

    START = "start"
    FINISH_START = "finish_start"
    APPOINT = "appoint"
    JOIN = "join"
    SET_PREFERENCES = "set_preferences"
    HELP = "help"
    CLOSE_DIALOGUE = "close_dialogue"
    APPEAL = "appeal"
    ANSWER_APPEAL = "answer_appeal"
    OPEN_ROUND = "open_round"
    POST_ROUND = "post_round"
    RETURN_TO = "return_to"
    ASK_AGAIN = "ask_again"
    CLOSE_ROUND = "close_round"
    SHARE_UNNAMED = "share_unnamed"
    CONTRIBUTE = "contribute"
    REVISE = "revise"
    WITHDRAW = "withdraw"
    LEAVE = "leave"
    ERASE = "erase"
    HOLD = "hold"
    ANSWER = "answer"
    DIFFER = "differ"
    AGREE_TO_DIFFER = "agree_to_differ"
    STANCE = "stance"
    PROPOSE = "propose"
    OPEN_CHECK_IN = "open_check_in"
    ENTER_COUNTS = "enter_counts"
    RESPOND = "respond"
    OBJECT_TO = "object_to"
    SETTLE_OBJECTION = "settle_objection"
    ASK_OBJECTOR = "ask_objector"
    ANSWER_QUESTION = "answer_question"
    COMMENT = "comment"
    CLOSE_CHECK_IN = "close_check_in"
    EXTEND_CHECK_IN = "extend_check_in"
    WITHDRAW_CHECK_IN = "withdraw_check_in"
    DECIDE = "decide"
    AGREE_READING = "agree_reading"
    REVIEW = "review"
    WRITE_MINORITY_NOTE = "write_minority_note"
    SIGN_MINORITY_NOTE = "sign_minority_note"
    WITHDRAW_MINORITY_NOTE = "withdraw_minority_note"
    DRAFT_LINE = "draft_line"
    CONFIRM_LINE = "confirm_line"
    WITHDRAW_LINE = "withdraw_line"
    LET_DRAFT = "let_draft"
    SHOW_NOTES = "show_notes"
    INTERPRET = "interpret"
    CHANGE_INTERPRETATION = "change_interpretation"
    SHARE_INTERPRETATION = "share_interpretation"
    WITHDRAW_INTERPRETATION = "withdraw_interpretation"
    SHOW_INTERPRETATIONS = "show_interpretations"
    UNDERSTAND = "understand"
    RESTATE = "restate"
    CLOSE_UNDERSTANDING = "close_understanding"
    DRAFT_SHARED_LINE = "draft_shared_line"
    MARK = "mark"
    RECORD_UNDERSTANDING = "record_understanding"
    WITHDRAW_RESTATEMENT = "withdraw_restatement"
    SHOW_UNDERSTANDINGS = "show_understandings"
    SHOW_RECORD = "show_record"
    SHOW_STATEMENTS = "show_statements"
    SHOW_ROUND = "show_round"
    SHOW_ENTRY = "show_entry"
    SHOW_MINE = "show_mine"
    SHOW_LEDGER = "show_ledger"
    SHOW_TRAIL = "show_trail"
    SHOW_MAP = "show_map"
    EXPLAIN_GAP = "explain_gap"
    SHOW_INTENTIONS = "show_intentions"
    SHOW_ASSETS = "show_assets"
    OFFER_ASSET = "offer_asset"
    SHARE_ASSET = "share_asset"
    CHANGE_ASSET = "change_asset"
    WITHDRAW_ASSET = "withdraw_asset"
    SHOW_FOLLOW_UP = "show_follow_up"
    FOLLOW_UP = "follow_up"
    COMMIT = "commit"
    SETTLE = "settle"
    EXPORT = "export"
    MY_DATA = "my_data"
    PLAN = "plan"
    LAY_DOWN = "lay_down"
    CHANGE_PLAN = "change_plan"
    SHOW_PLAN = "show_plan"
    USE_FLOW = "use_flow"
    POST_PLANNED = "post_planned"
    REMIND = "remind"
    DIGEST = "digest"
    PAUSE = "pause"
    SNOOZE = "snooze"
    SET_MANNERS = "set_manners"
    FALL_BACK = "fall_back"
    END_RETENTION = "end_retention"
    SHOW_STATUS = "show_status"
    DELETE_EXAMPLE = "delete_example"


@dataclass(frozen=True, slots=True)
class Ticket:
    """
    What a button, form or moment asks for: `action:subject:choice:mark`.

    It is no secret and no permission: every use is checked again. *choice* is a key of a closed
    list that the action checks; *mark* is the id of a delivery and means nothing to the core. An
    empty *subject* means the dialogue that is held in the place.
    """

    action: Action
    subject: str = ""
    choice: str = ""
    mark: str = ""

    def __str__(self) -> str:
        """Write the ticket, without the empty parts at its end."""
        return f"{self.action}:{self.subject}:{self.choice}:{self.mark}".rstrip(":")

    @classmethod
    def read(cls, text: str) -> Self:
        """
        Read a ticket that came back from a platform.

        Raises:
            NotFound: It was never one of ours, or an action of it no longer exists.
        """
        parts = text.split(":")
        if len(text) > TICKET_LENGTH or len(parts) > PARTS or parts[0] not in set(Action):
            raise NotFound(Phrase("refusals-button"))
        action, subject, choice, mark = (*parts, "", "", "")[:4]
        return cls(Action(action), subject, choice, mark)
