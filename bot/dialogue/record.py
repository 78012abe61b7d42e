"""Everything one dialogue holds, in one frozen bundle. What a reader may see of it is an `Excerpt`."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.dialogue.appeals import Appeal
from bot.dialogue.assets import Asset
from bot.dialogue.check_ins import CheckIn
from bot.dialogue.contributions import Contribution, Version
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
from bot.dialogue.remarks import Remark
from bot.dialogue.renewals import Renewal
from bot.dialogue.responses import Response
from bot.dialogue.rounds import Round
from bot.dialogue.stances import Stance
from bot.dialogue.statements import Statement
from bot.dialogue.understandings import Mark, Restatement, Understanding, UnderstandingCheck
from bot.dialogue.ways_back import WayBack
from bot.identifiers import MemberId


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Everything one dialogue holds. Lists, reports and exports never take it: they take an `Excerpt`."""

    dialogue: Dialogue
    members: Mapping[MemberId, Member]
    rounds: tuple[Round, ...]
    contributions: tuple[Contribution, ...]
    revisions: Mapping[str, tuple[Version, ...]]
    """The words of everything that has some, by its id, the first one first; none once erased."""
    stances: tuple[Stance, ...] = ()
    divergences: tuple[Divergence, ...] = ()
    appeals: tuple[Appeal, ...] = ()
    statements: tuple[Statement, ...] = ()
    check_ins: tuple[CheckIn, ...] = ()
    responses: tuple[Response, ...] = ()
    notes: tuple[MinorityNote, ...] = ()
    decisions: tuple[Decision, ...] = ()
    objections: tuple[Objection, ...] = ()
    remarks: tuple[Remark, ...] = ()
    ways_back: tuple[WayBack, ...] = ()
    lines: tuple[Line, ...] = ()
    interpretations: tuple[Interpretation, ...] = ()
    line_checks: tuple[LineCheck, ...] = ()
    understanding_checks: tuple[UnderstandingCheck, ...] = ()
    restatements: tuple[Restatement, ...] = ()
    marks: tuple[Mark, ...] = ()
    understandings: tuple[Understanding, ...] = ()
    drafters: Drafters | None = None
    gaps: tuple[Gap, ...] = ()
    renewals: tuple[Renewal, ...] = ()
    assets: tuple[Asset, ...] = ()
    change_notes: tuple[ChangeNote, ...] = ()
    commitments: tuple[Commitment, ...] = ()
    head: str = ""
    """The head of the ledger, which every export carries."""
