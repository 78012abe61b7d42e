"""The tables as Core sees them, and which fact lives in which."""

from typing import Any, Final

from sqlalchemy import Table

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
from bot.dialogue.waiting import Waiting
from bot.dialogue.ways_back import WayBack
from storage.tables import (
    agreement,
    gone,
    installed,
    machinery,
    making_sense,
    mirror,
    news,
    people,
    rhythm,
    sharing,
    talk,
)  # fmt: skip


def _table(model: Any) -> Table:
    table: Table = model.__table__
    return table


class T:
    """Every table by its name."""

    dialogue: Final = _table(people.Dialogue)
    member: Final = _table(people.Member)
    round: Final = _table(talk.Round)
    contribution: Final = _table(talk.Contribution)
    revision: Final = _table(talk.Revision)
    stance: Final = _table(talk.Stance)
    divergence: Final = _table(talk.Divergence)
    appeal: Final = _table(talk.Appeal)
    statement: Final = _table(agreement.Statement)
    check_in: Final = _table(agreement.CheckIn)
    response: Final = _table(agreement.Response)
    minority_note: Final = _table(agreement.MinorityNote)
    decision: Final = _table(agreement.Decision)
    objection: Final = _table(agreement.Objection)
    remark: Final = _table(agreement.Remark)
    way_back: Final = _table(mirror.WayBack)
    line: Final = _table(making_sense.Line)
    drafters: Final = _table(making_sense.Drafters)
    interpretation: Final = _table(making_sense.Interpretation)
    understanding_check: Final = _table(making_sense.UnderstandingCheck)
    restatement: Final = _table(making_sense.Restatement)
    mark: Final = _table(making_sense.Mark)
    understanding: Final = _table(making_sense.Understanding)
    line_check: Final = _table(making_sense.LineCheck)
    gap: Final = _table(mirror.Gap)
    renewal: Final = _table(mirror.Renewal)
    asset: Final = _table(mirror.Asset)
    change_note: Final = _table(mirror.ChangeNote)
    commitment: Final = _table(mirror.Commitment)
    inbox: Final = _table(machinery.Inbox)
    post: Final = _table(machinery.Post)
    schedule: Final = _table(rhythm.Schedule)
    occurrence: Final = _table(machinery.Occurrence)
    waiting: Final = _table(machinery.Waiting)
    ledger: Final = _table(machinery.Ledger)
    ledger_head: Final = _table(machinery.LedgerHead)
    reason: Final = _table(machinery.Reason)
    erasure: Final = _table(machinery.Erasure)
    installation: Final = _table(installed.Installation)
    gone: Final = _table(gone.Gone)
    origin: Final = _table(news.Origin)
    absence: Final = _table(news.Absence)
    lease: Final = _table(sharing.Lease)
    spending: Final = _table(sharing.Spending)


TABLE_OF: Final[dict[type, Table]] = {
    Dialogue: T.dialogue,
    Member: T.member,
    Round: T.round,
    Contribution: T.contribution,
    Revision: T.revision,
    Stance: T.stance,
    Divergence: T.divergence,
    Appeal: T.appeal,
    Statement: T.statement,
    CheckIn: T.check_in,
    Response: T.response,
    MinorityNote: T.minority_note,
    Remark: T.remark,
    Objection: T.objection,
    Decision: T.decision,
    WayBack: T.way_back,
    Line: T.line,
    LineCheck: T.line_check,
    Drafters: T.drafters,
    Gap: T.gap,
    Interpretation: T.interpretation,
    Renewal: T.renewal,
    Asset: T.asset,
    ChangeNote: T.change_note,
    Commitment: T.commitment,
    UnderstandingCheck: T.understanding_check,
    Restatement: T.restatement,
    Mark: T.mark,
    Understanding: T.understanding,
    Occurrence: T.occurrence,
    Schedule: T.schedule,
    Waiting: T.waiting,
    Absence: T.absence,
    Origin: T.origin,
}

IN_ORDER: Final = (
    T.dialogue, T.member, T.round, T.contribution, T.revision, T.stance, T.divergence, T.appeal,
    T.statement, T.check_in, T.response, T.minority_note, T.way_back, T.line, T.line_check, T.drafters,
    T.gap, T.renewal, T.asset, T.change_note, T.commitment,
    T.remark, T.objection, T.decision, T.interpretation, T.schedule,
    T.understanding_check, T.restatement, T.mark, T.understanding,
    T.occurrence, T.waiting, T.post, T.reason, T.erasure, T.gone, T.ledger, T.inbox, T.absence,
    T.origin,
)  # fmt: skip
"""In this order rows are written, so that nothing is written before what it refers to."""

OF_A_DIALOGUE: Final = (
    T.remark,
    T.objection,
    T.decision,
    T.understanding, T.mark, T.restatement, T.understanding_check, T.interpretation,
    T.drafters, T.line_check, T.line, T.way_back, T.minority_note, T.response, T.check_in, T.statement,
    T.gap, T.renewal, T.asset, T.change_note, T.commitment, T.schedule,
    T.origin, T.stance, T.revision, T.contribution, T.divergence, T.appeal, T.occurrence, T.waiting, T.post,
    T.reason, T.erasure, T.round, T.member,
)  # fmt: skip
"""In this order everything of a dialogue is deleted, before the dialogue itself and its ledger."""
