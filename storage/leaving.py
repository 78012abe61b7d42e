"""Cuts what leads from the account of somebody who left to words that show another name, or none."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import Table, delete, insert, select, update

from bot.dialogue.assets import Audience
from bot.dialogue.attribution import Attribution
from bot.dialogue.check_ins import CheckInState
from bot.dialogue.contributions import ContributionState
from bot.dialogue.members import Role
from bot.dialogue.objections import ObjectionState
from bot.dialogue.remarks import RemarkKind
from bot.dialogue.understandings import Stage
from bot.identifiers import new_id
from storage.cleaning import note_erased
from storage.erased_texts import erase_texts
from storage.schema import T

if TYPE_CHECKING:
    from bot.dialogue.parting import Unlinking
    from storage.keeping import Keeping

WORDS = (
    T.statement, T.response, T.minority_note, T.remark, T.objection, T.line, T.line_check,
    T.mark, T.asset, T.change_note, T.commitment,
)  # fmt: skip
"""What has an author and a level of its own, beside what is cited."""
CITED = (T.contribution, T.interpretation, T.restatement)
"""What the notes can rest on: a stand-in keeps for what its author let it be used."""
GONE = "left:"
"""Begins what stands in place of an account, which no platform calls anybody."""


def unlink(keeping: Keeping, unlinking: Unlinking) -> None:
    """
    Let no row lead from this member to words under a chosen name or without a name.

    Whoever takes their name off is no longer led to at all. What a stand-in keeps of a contribution's
    author is only for what the words may be used.
    """
    keeping.batch.flush()
    member = keeping.batch.one(select(T.member).where(T.member.c.id == unlinking.member))
    if member is None:
        return
    _stay_counted(keeping, unlinking, member)
    if unlinking.takes_name_off:
        _forget_private(keeping, unlinking)
    for table in CITED:
        for row in keeping.batch.many(select(table).where(table.c.member == unlinking.member)):
            if unlinking.takes_name_off or row["level"] != Attribution.NAMED:
                _unlink_cited(keeping, table, row, member)
    _let_stand(keeping, unlinking)
    for table in WORDS:
        _unlink_words(keeping, table, unlinking)
    changed: dict[str, Any] = {"chosen_name": "", "level": None, "version": T.member.c.version + 1}
    if unlinking.takes_name_off:
        keeping.run(update(T.gap).where(T.gap.c.member == unlinking.member).values(member=""))
        _forget_account(keeping, unlinking)
        changed |= {"account": f"{GONE}{new_id(keeping.event.seed, 'account')}", "name": ""}
    keeping.run(update(T.member).where(T.member.c.id == unlinking.member).values(**changed))
    keeping.run(delete(T.waiting).where(T.waiting.c.member == unlinking.member))
    keeping.batch.flush()
    keeping.batch.forget()


def _forget_account(keeping: Keeping, unlinking: Unlinking) -> None:
    """Forget what went to them alone, or would; what they signed or recorded shows no name from now on."""
    keeping.redraw(unlinking.member)
    for table in (T.post, T.occurrence):
        keeping.run(delete(table).where(table.c.recipient == unlinking.member))


def _forget_private(keeping: Keeping, unlinking: Unlinking) -> None:
    """Erase what nobody else ever read, and what was sealed for good: nobody could see or erase it again."""
    keeping.batch.has_erased = True
    note_erased(keeping.batch.connection)
    alone = (T.interpretation.c.member == unlinking.member, T.interpretation.c.shared_on.is_(None))
    keeping.run(delete(T.interpretation).where(*alone))
    response, asset = T.response.c, T.asset.c
    ended = T.check_in.c.state.in_((CheckInState.LAPSED, CheckInState.WITHDRAWN))
    sealed = response.check_in.in_(select(T.check_in.c.id).where(ended))
    keeping.run(delete(T.response).where(response.member == unlinking.member, sealed))
    private = (asset.member == unlinking.member, asset.audience == Audience.SELF)
    for id, dialogue in keeping.batch.connection.execute(
        select(asset.id, asset.dialogue).where(*private)
    ).all():
        erase_texts(keeping, id, dialogue)
    gone = {"state": ContributionState.ERASED, "state_on": keeping.event.at.date().isoformat(), "limits": ""}
    keeping.run(update(T.asset).where(*private).values(**gone, version=asset.version + 1))


def _unlink_cited(keeping: Keeping, table: Table, row: Mapping[str, Any], member: Mapping[str, Any]) -> None:
    """Put a stand-in in the author's place: one for each chosen name, one for each text without a name."""
    is_named = row["level"] == Attribution.NAMED
    is_chosen = row["level"] == Attribution.CHOSEN_NAME
    stand_in = _stand_in(keeping, row["shown_name"] if is_chosen else row["id"], member)
    changed: dict[str, Any] = {"member": stand_in, "version": table.c.version + 1}
    if is_named:
        changed |= _WITHOUT_NAME
    keeping.run(update(table).where(table.c.id == row["id"]).values(**changed))
    keeping.run(delete(T.origin).where(T.origin.c.contribution == row["id"]))
    if is_named:
        keeping.redraw(row["id"])


_WITHOUT_NAME: Mapping[str, str] = {"level": Attribution.UNNAMED, "shown_name": ""}


def _stand_in(keeping: Keeping, of: str, member: Mapping[str, Any]) -> str:
    """Return who stands for the author of something: it has a consent, and neither account nor name."""
    id = new_id(keeping.event.seed, f"stand-in {of}")
    if keeping.batch.one(select(T.member).where(T.member.c.id == id)) is None:
        dialogue = keeping.batch.one(select(T.dialogue).where(T.dialogue.c.id == member["dialogue"]))
        joined_at = dialogue["started_at"] if dialogue else 0
        others = {"chosen_name": "", "level": None, "language": "", "zone": "", "has_left": True}
        own = {"id": id, "account": f"{GONE}{id}", "name": "", "role": Role.MEMBER, "joined_at": joined_at}
        keeping.run(insert(T.member).values(**(dict(member) | others | own | {"version": 1})))
    return id


def _stay_counted(keeping: Keeping, unlinking: Unlinking, member: Mapping[str, Any]) -> None:
    """Where something is open, let a stand-in be asked and have taken part: the counts still add up."""
    for own, asked_in, column, open_now in (
        (T.response, T.check_in, T.response.c.check_in, T.check_in.c.state == CheckInState.OPEN),
        (T.restatement, T.understanding_check, T.restatement.c.check, _IS_RESTATING),
        (T.mark, T.understanding_check, T.mark.c.check, _IS_MARKING),
    ):
        found = (
            select(own.c.id, own.c.level, asked_in.c.id, asked_in.c.eligible)
            .join(asked_in, asked_in.c.id == column)
            .where(own.c.member == unlinking.member, open_now)
        )
        if not unlinking.takes_name_off:
            found = found.where(own.c.level != Attribution.NAMED)
        for id, level, asked, eligible in keeping.batch.connection.execute(found).all():
            stand_in = _stand_in(keeping, id, member)
            people = [stand_in if each == unlinking.member else each for each in json.loads(eligible)]
            changed = {"member": stand_in, **(_WITHOUT_NAME if level == Attribution.NAMED else {})}
            taken = update(own).where(own.c.id == id).values(**changed, version=own.c.version + 1)
            asking = update(asked_in).where(asked_in.c.id == asked)
            keeping.run(taken)
            keeping.run(asking.values(eligible=json.dumps(people), version=asked_in.c.version + 1))


_IS_RESTATING = T.understanding_check.c.stage == Stage.RESTATING
_IS_MARKING = T.understanding_check.c.stage == Stage.MARKING


def _let_stand(keeping: Keeping, unlinking: Unlinking) -> None:
    """Let their objections stand, which nobody else can close, and their questions hold nothing open."""
    objection, remark = T.objection.c, T.remark.c
    is_open = (objection.member == unlinking.member, objection.standing == ObjectionState.OPEN)
    stands = {"standing": ObjectionState.STANDS, "version": objection.version + 1}
    keeping.run(update(T.objection).where(*is_open).values(**stands))
    asked = (remark.member == unlinking.member, remark.kind == RemarkKind.QUESTION)
    keeping.run(update(T.remark).where(*asked).values(is_settled=True, version=remark.version + 1))


def _unlink_words(keeping: Keeping, table: Table, unlinking: Unlinking) -> None:
    mine = (table.c.member == unlinking.member,)
    version = table.c.version + 1
    hidden = (*mine, table.c.level != Attribution.NAMED)
    keeping.run(update(table).where(*hidden).values(member="", version=version))
    if not unlinking.takes_name_off:
        return
    for (id,) in keeping.batch.connection.execute(select(table.c.id).where(*mine)).all():
        keeping.redraw(id)
    keeping.run(update(table).where(*mine).values(member="", version=version, **_WITHOUT_NAME))
