"""The tables as Core sees them, and which fact lives in which."""

from typing import Any, Final

from sqlalchemy import Table

from bot.dialogue.appeals import Appeal
from bot.dialogue.contributions import Contribution, Revision
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.divergences import Divergence
from bot.dialogue.members import Member
from bot.dialogue.rhythm import Occurrence
from bot.dialogue.rounds import Round
from bot.dialogue.stances import Stance
from bot.dialogue.waiting import Waiting
from storage.tables import machinery, people, talk


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
    inbox: Final = _table(machinery.Inbox)
    post: Final = _table(machinery.Post)
    occurrence: Final = _table(machinery.Occurrence)
    waiting: Final = _table(machinery.Waiting)
    ledger: Final = _table(machinery.Ledger)
    ledger_head: Final = _table(machinery.LedgerHead)
    reason: Final = _table(machinery.Reason)
    erasure: Final = _table(machinery.Erasure)


TABLE_OF: Final[dict[type, Table]] = {
    Dialogue: T.dialogue,
    Member: T.member,
    Round: T.round,
    Contribution: T.contribution,
    Revision: T.revision,
    Stance: T.stance,
    Divergence: T.divergence,
    Appeal: T.appeal,
    Occurrence: T.occurrence,
    Waiting: T.waiting,
}

IN_ORDER: Final = (
    T.dialogue, T.member, T.round, T.contribution, T.revision, T.stance, T.divergence, T.appeal,
    T.occurrence, T.waiting, T.post, T.reason, T.erasure, T.ledger, T.inbox,
)  # fmt: skip
"""In this order rows are written, so that nothing is written before what it refers to."""

OF_A_DIALOGUE: Final = (
    T.stance, T.revision, T.contribution, T.divergence, T.appeal, T.occurrence, T.waiting, T.post,
    T.reason, T.erasure, T.round, T.member,
)  # fmt: skip
"""In this order everything of a dialogue is deleted, before the dialogue itself and its ledger."""
