"""Which facts carry a version, so that nobody overwrites what was changed meanwhile; how words are called."""

from collections.abc import Mapping
from typing import Final, TypeAlias, TypeVar

from bot.dialogue.absences import Absence
from bot.dialogue.appeals import Appeal
from bot.dialogue.assets import Asset
from bot.dialogue.contributions import Contribution
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.dissent import MinorityNote
from bot.dialogue.divergences import Divergence
from bot.dialogue.follow_ups import ChangeNote, Commitment
from bot.dialogue.gaps import Gap
from bot.dialogue.interpretations import Interpretation
from bot.dialogue.kept import Sensing, Weighing
from bot.dialogue.lines import Line, LineCheck
from bot.dialogue.members import Member
from bot.dialogue.objections import Objection
from bot.dialogue.origins import Origin
from bot.dialogue.remarks import Remark
from bot.dialogue.renewals import Renewal
from bot.dialogue.responses import Response
from bot.dialogue.rhythm import Schedule
from bot.dialogue.rounds import Round
from bot.dialogue.statements import Statement
from bot.dialogue.understandings import Mark, Restatement
from bot.dialogue.ways_back import WayBack

Talked: TypeAlias = Dialogue | Member | Round | Contribution | Divergence | Appeal | WayBack | Gap
Mirrored: TypeAlias = Renewal | Asset | ChangeNote | Commitment
Versioned = TypeVar("Versioned", bound=Talked | Weighing | Sensing | Mirrored | Schedule | Absence | Origin)

Brought: TypeAlias = Gap | Asset | ChangeNote | Commitment
Made: TypeAlias = Line | LineCheck | Interpretation | Restatement | Mark
Worded: TypeAlias = Statement | Response | MinorityNote | Remark | Objection | Made | Brought
WORDS_OF: Final[Mapping[type[Worded], str]] = {
    Statement: "statement",
    Response: "response",
    MinorityNote: "note",
    Remark: "remark",
    Objection: "objection",
    Line: "line",
    LineCheck: "line_check",
    Gap: "gap",
    Interpretation: "interpretation",
    Asset: "asset",
    ChangeNote: "change_note",
    Commitment: "commitment",
    Restatement: "restatement",
    Mark: "mark",
}
"""What the ledger calls words that are no contribution and no appeal."""
