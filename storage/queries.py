"""The questions that are more than get-by-id: a whole record of a dialogue."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from operator import attrgetter
from typing import Any, TypeVar

from sqlalchemy import Connection, Table, select

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
from bot.dialogue.record import Record
from bot.dialogue.remarks import Remark
from bot.dialogue.renewals import Renewal
from bot.dialogue.responses import Response
from bot.dialogue.rounds import Round
from bot.dialogue.stances import Stance
from bot.dialogue.statements import Statement
from bot.dialogue.understandings import Mark, Restatement, Understanding, UnderstandingCheck
from bot.dialogue.ways_back import WayBack
from bot.errors import NotFound
from storage.ledger import read_head
from storage.rows import facts_of, from_micros
from storage.schema import T

Fact = TypeVar("Fact")


def read_record(connection: Connection, workspace: str, dialogue: str) -> Record:
    """
    Return everything one dialogue holds.

    Raises:
        NotFound: This workspace has no such dialogue.
    """
    found = list(_all(connection, Dialogue, T.dialogue, workspace, T.dialogue.c.id == dialogue))
    if not found:
        raise NotFound

    def of(kind: type[Fact], table: Table, *order: Any) -> Iterator[Fact]:
        return _all(connection, kind, table, workspace, table.c.dialogue == dialogue, *order)

    contributions = tuple(of(Contribution, T.contribution, T.contribution.c.number, T.contribution.c.id))
    known: dict[str, Contribution] = {contribution.id: contribution for contribution in contributions}
    return Record(
        dialogue=found[0],
        members={m.id: m for m in of(Member, T.member, T.member.c.joined_at, T.member.c.id)},
        rounds=tuple(r for r in of(Round, T.round, T.round.c.number) if r.opened_at is not None),
        contributions=contributions,
        revisions=_read_versions(connection, workspace, dialogue, known),
        stances=tuple(
            replace(stance, contribution=known[stance.contribution].id)
            for stance in of(Stance, T.stance, T.stance.c.contribution, T.stance.c.member)
        ),
        divergences=tuple(of(Divergence, T.divergence, T.divergence.c.made_at, T.divergence.c.id)),
        appeals=tuple(of(Appeal, T.appeal, T.appeal.c.made_at, T.appeal.c.id)),
        statements=tuple(of(Statement, T.statement, T.statement.c.number, T.statement.c.edition)),
        check_ins=tuple(of(CheckIn, T.check_in, T.check_in.c.opened_at, T.check_in.c.id)),
        responses=tuple(of(Response, T.response, T.response.c.check_in, T.response.c.id)),
        notes=tuple(of(MinorityNote, T.minority_note, T.minority_note.c.made_at, T.minority_note.c.id)),
        decisions=tuple(of(Decision, T.decision, T.decision.c.made_at, T.decision.c.id)),
        objections=tuple(of(Objection, T.objection, T.objection.c.made_at, T.objection.c.id)),
        remarks=tuple(of(Remark, T.remark, T.remark.c.made_at, T.remark.c.id)),
        ways_back=tuple(of(WayBack, T.way_back, T.way_back.c.made_at, T.way_back.c.id)),
        lines=tuple(of(Line, T.line, T.line.c.number, T.line.c.edition)),
        line_checks=tuple(of(LineCheck, T.line_check, T.line_check.c.line, T.line_check.c.source)),
        interpretations=tuple(of(Interpretation, T.interpretation, T.interpretation.c.id)),
        understanding_checks=tuple(
            of(UnderstandingCheck, T.understanding_check, T.understanding_check.c.number)
        ),
        restatements=tuple(of(Restatement, T.restatement, T.restatement.c.id)),
        marks=tuple(of(Mark, T.mark, T.mark.c.id)),
        understandings=tuple(of(Understanding, T.understanding, T.understanding.c.number)),
        drafters=next(of(Drafters, T.drafters), None),
        gaps=tuple(of(Gap, T.gap, T.gap.c.made_at, T.gap.c.id)),
        renewals=tuple(of(Renewal, T.renewal, T.renewal.c.id)),
        assets=tuple(of(Asset, T.asset, T.asset.c.number)),
        change_notes=tuple(of(ChangeNote, T.change_note, T.change_note.c.number)),
        commitments=tuple(of(Commitment, T.commitment, T.commitment.c.number)),
        head=read_head(connection, dialogue),
    )


def _read_versions(
    connection: Connection, workspace: str, dialogue: str, known: Mapping[str, Contribution]
) -> dict[str, tuple[Version, ...]]:
    """
    Return the versions of all words by what they are of.

    A long record has to fit into memory: ids and moments are those of the contributions in *known*,
    and the order is made here, since the database would hold all words once more to make it.
    """
    revision = T.revision.c
    here = (revision.workspace == workspace, revision.dialogue == dialogue)
    rows = connection.execute(
        select(revision.of, revision.number, revision.body, revision.made_at).where(*here)
    )
    found: dict[str, tuple[Version, ...]] = {}
    for of, number, body, micros in rows:
        about, made_at = known.get(of), from_micros(micros)
        if about is not None and about.made_at == made_at:
            made_at = about.made_at
        version = Version(number=number, body=body, made_at=made_at)
        earlier = found.get(of, ())
        together = sorted((*earlier, version), key=attrgetter("number")) if earlier else (version,)
        found[about.id if about else of] = tuple(together)
    return found


def _all(
    connection: Connection, kind: type[Fact], table: Table, workspace: str, where: Any, *order: Any
) -> Iterator[Fact]:
    statement = select(table).where(table.c.workspace == workspace, where).order_by(*order)
    return facts_of(kind, table, connection.execute(statement))
