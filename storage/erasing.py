"""Destroys texts and salts on purpose; what stays are dated markers and the ids of what was erased."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sqlalchemy import delete, select, update

from bot.dialogue.contributions import Contribution, ContributionKind, ContributionState
from bot.identifiers import ContributionId, DialogueId, MemberId, new_id
from storage.cleaning import note_erased
from storage.ledger import append_words
from storage.schema import OF_A_DIALOGUE, T

if TYPE_CHECKING:
    from storage.keeping import Keeping


def erase(keeping: Keeping, contributions: Sequence[ContributionId], member: MemberId | None) -> None:
    """Erase the words of these contributions, and of a member everything they left."""
    _begin(keeping)
    for id in contributions:
        _erase_contribution(keeping, id)
    if member:
        _erase_traces(keeping, member)
    keeping.batch.flush()
    keeping.batch.forget()


def delete_dialogue(keeping: Keeping, dialogue: DialogueId) -> None:
    """Delete a whole dialogue with its ledger."""
    _begin(keeping)
    for table in OF_A_DIALOGUE:
        keeping.run(delete(table).where(table.c.dialogue == dialogue))
    keeping.run(delete(T.dialogue).where(T.dialogue.c.id == dialogue))
    keeping.run(delete(T.ledger).where(T.ledger.c.dialogue == dialogue))
    keeping.run(delete(T.ledger_head).where(T.ledger_head.c.dialogue == dialogue))
    keeping.batch.heads.pop(dialogue, None)
    keeping.batch.forget()


def _begin(keeping: Keeping) -> None:
    keeping.batch.flush()
    keeping.batch.has_erased = True
    note_erased(keeping.batch.connection)


def _erase_contribution(keeping: Keeping, id: ContributionId) -> None:
    row = keeping.batch.one(
        select(T.contribution).where(
            T.contribution.c.id == id, T.contribution.c.workspace == keeping.workspace
        )
    )
    if row is None or row["state"] == ContributionState.ERASED:
        return
    contribution = keeping.batch.remember(Contribution, row)
    is_words = contribution.kind is ContributionKind.WORDS
    if is_words and contribution.state is not ContributionState.WITHDRAWN:
        withdrawal = new_id(keeping.event.seed, f"withdrawal {id}")
        append_words(keeping, "withdrawal", withdrawal, contribution.dialogue, contribution.level)
    _erase_texts(keeping, id, contribution.dialogue)
    keeping.run(
        update(T.contribution)
        .where(T.contribution.c.id == id)
        .values(
            state=ContributionState.ERASED, state_on=keeping.event.at.date().isoformat(),
            member="", shown_name="", edits=0, is_new_to_me=False, version=T.contribution.c.version + 1,
        )
    )  # fmt: skip
    keeping.run(delete(T.stance).where(T.stance.c.contribution == id))
    keeping.run(update(T.occurrence).where(T.occurrence.c.id == f"erase-{id}").values(is_done=True))
    keeping.redraw(id)


def _erase_texts(keeping: Keeping, of: str, dialogue: DialogueId) -> None:
    day = keeping.event.at.date().isoformat()
    for (id,) in keeping.batch.connection.execute(select(T.revision.c.id).where(T.revision.c.of == of)).all():
        keeping.batch.add(
            T.erasure, {"id": id, "workspace": keeping.workspace, "dialogue": dialogue, "on": day}
        )
    keeping.run(delete(T.revision).where(T.revision.c.of == of))


def _erase_traces(keeping: Keeping, member: MemberId) -> None:
    appeals = select(T.appeal.c.id, T.appeal.c.dialogue).where(T.appeal.c.member == member)
    for id, dialogue in keeping.batch.connection.execute(appeals).all():
        _erase_texts(keeping, id, dialogue)
    keeping.run(delete(T.stance).where(T.stance.c.member == member))
    keeping.run(delete(T.waiting).where(T.waiting.c.member == member))
    member_row = T.member.c
    keeping.run(
        update(T.member).where(member_row.id == member).values(chosen_name="", version=member_row.version + 1)
    )
