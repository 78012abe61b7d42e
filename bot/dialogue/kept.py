"""Everything that can be kept, as one union."""

from typing import TypeAlias

from bot.dialogue.absences import Absence
from bot.dialogue.appeals import Appeal
from bot.dialogue.assets import Asset
from bot.dialogue.check_ins import CheckIn
from bot.dialogue.contributions import Contribution, Revision
from bot.dialogue.decisions import Decision
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.dissent import MinorityNote
from bot.dialogue.divergences import Divergence
from bot.dialogue.follow_ups import ChangeNote, Commitment
from bot.dialogue.gaps import Gap
from bot.dialogue.interpretations import Interpretation
from bot.dialogue.lines import Drafters, Line, LineCheck
from bot.dialogue.members import Member
from bot.dialogue.objections import Objection
from bot.dialogue.origins import Origin
from bot.dialogue.remarks import Remark
from bot.dialogue.renewals import Renewal
from bot.dialogue.responses import Response
from bot.dialogue.rhythm import Occurrence, Schedule
from bot.dialogue.rounds import Round
from bot.dialogue.stances import Stance
from bot.dialogue.statements import Statement
from bot.dialogue.understandings import Mark, Restatement, Understanding, UnderstandingCheck
from bot.dialogue.ways_back import WayBack

Weighing: TypeAlias = Statement | CheckIn | Response | MinorityNote | Remark | Objection | Decision
"""What is kept of weighing a statement."""

Sensing: TypeAlias = (
    Line | LineCheck | Drafters | Interpretation | UnderstandingCheck | Restatement | Mark | Understanding
)
"""What is kept of writing down and making sense."""

Kept: TypeAlias = (
    Dialogue
    | Member
    | Round
    | Contribution
    | Revision
    | Stance
    | Divergence
    | Appeal
    | Weighing
    | WayBack
    | Sensing
    | Gap
    | Renewal
    | Asset
    | ChangeNote
    | Commitment
    | Occurrence
    | Schedule
    | Absence
    | Origin
)
