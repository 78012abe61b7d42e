"""Destroys texts and salts on purpose; what stays are dated markers and the ids of what was erased."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Table, delete, select, update

from bot.dialogue.check_ins import CheckInState
from bot.dialogue.contributions import Contribution, ContributionKind, ContributionState
from bot.dialogue.dissent import MinorityNote
from bot.dialogue.objections import ObjectionState, Point, words_id
from bot.dialogue.understandings import Stage
from bot.identifiers import (
    DialogueId,
    MemberId,
    new_id,
)
from bot.speech.messages import Message
from bot.speech.written import read_message, write_message
from bot.words import Part, Phrase, Quote
from storage.cleaning import note_erased
from storage.erased_texts import erase_texts
from storage.erasing_mirror import erase_mirror
from storage.ledger import append_words
from storage.rows import row_of
from storage.schema import OF_A_DIALOGUE, T

if TYPE_CHECKING:
    from bot.speech.effects import Erasable
    from storage.keeping import Keeping


TAKEN_BACK = (T.minority_note, T.line, T.line_check, T.interpretation, T.restatement, T.asset)
"""What is taken back is erased at once; its marker is kept by the action."""


ALSO_ERASED: Final[Mapping[str, Mapping[str, Any]]] = {"line": {"origin": ""}, "remark": {"is_settled": True}}
"""What changes with the words of a row, by table: a question that is gone holds nothing open."""


def erase(
    keeping: Keeping,
    words: Sequence[Erasable],
    member: MemberId | None,
) -> None:
    """Erase these words, and of a member everything they left."""
    _begin(keeping)
    for id in words:
        _erase_contribution(keeping, id)
        _erase_taken_back(keeping, id)
    if member:
        _erase_traces(keeping, member)
    keeping.batch.flush()
    keeping.batch.forget()


def delete_dialogue(keeping: Keeping, dialogue: DialogueId) -> None:
    """Delete a whole dialogue; a trigger takes its ledger along."""
    _begin(keeping)
    on = keeping.event.at.date().isoformat()
    keeping.batch.add(T.gone, {"id": dialogue, "workspace": keeping.workspace, "on": on})
    for table in OF_A_DIALOGUE:
        keeping.run(delete(table).where(table.c.dialogue == dialogue))
    keeping.run(delete(T.dialogue).where(T.dialogue.c.id == dialogue))
    keeping.run(delete(T.ledger_head).where(T.ledger_head.c.dialogue == dialogue))
    keeping.batch.heads.pop(dialogue, None)
    keeping.batch.forget()


def _begin(keeping: Keeping) -> None:
    keeping.batch.flush()
    keeping.batch.has_erased = True
    note_erased(keeping.batch.connection)


def _erase_contribution(keeping: Keeping, id: str) -> None:
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
    erase_texts(keeping, id, contribution.dialogue)
    keeping.run(
        update(T.contribution)
        .where(T.contribution.c.id == id)
        .values(
            state=ContributionState.ERASED, state_on=keeping.event.at.date().isoformat(),
            member="", shown_name="", edits=0, is_new_to_me=False, version=T.contribution.c.version + 1,
        )
    )  # fmt: skip
    _erase_answers(keeping, id)
    keeping.run(delete(T.stance).where(T.stance.c.contribution == id))
    keeping.run(delete(T.origin).where(T.origin.c.contribution == id))
    keeping.run(update(T.occurrence).where(T.occurrence.c.id == f"erase-{id}").values(is_done=True))
    keeping.redraw(id)


def _erase_taken_back(keeping: Keeping, id: str) -> None:
    for table in TAKEN_BACK:
        mine = (table.c.id == id, table.c.workspace == keeping.workspace)
        if row := keeping.batch.one(select(table).where(*mine)):
            if table is T.interpretation and row["shared_on"] is None:  # nobody else ever knew of it
                keeping.run(delete(table).where(*mine))
                continue
            withdrawal = new_id(keeping.event.seed, f"withdrawal {id}")
            append_words(keeping, "withdrawal", withdrawal, row["dialogue"], row["level"])
            erase_texts(keeping, id, row["dialogue"])
            _erase_answers(keeping, id)
            keeping.redraw(id)


def _erase_answers(keeping: Keeping, source: str) -> None:
    """Erase what an author said of lines that cite words which are gone; no row leads to them from there."""
    about = T.line_check.c
    found = select(about.id, about.dialogue).where(
        about.source == source, about.workspace == keeping.workspace
    )
    for id, dialogue in keeping.batch.connection.execute(found).all():
        erase_texts(keeping, id, dialogue)
        gone = {"state": ContributionState.ERASED, "state_on": keeping.event.at.date().isoformat()}
        mine = update(T.line_check).where(about.id == id)
        keeping.run(mine.values(**gone, member="", shown_name="", version=about.version + 1))


def _erase_traces(keeping: Keeping, member: MemberId) -> None:
    appeals = select(T.appeal.c.id, T.appeal.c.dialogue).where(T.appeal.c.member == member)
    for id, dialogue in keeping.batch.connection.execute(appeals).all():
        erase_texts(keeping, id, dialogue)
    _erase_beside(keeping, member)
    erase_mirror(keeping, member)
    keeping.run(delete(T.stance).where(T.stance.c.member == member))
    keeping.run(delete(T.waiting).where(T.waiting.c.member == member))
    member_row = T.member.c
    keeping.run(
        update(T.member).where(member_row.id == member).values(chosen_name="", version=member_row.version + 1)
    )


def _erase_beside(keeping: Keeping, member: MemberId) -> None:
    """Erase what a member wrote beside contributions: what is sealed or private whole; else markers stay."""
    table = T.response.c
    closed = select(T.check_in.c.id).where(T.check_in.c.state == CheckInState.CLOSED)
    keeping.run(delete(T.response).where(table.member == member, table.check_in.not_in(closed)))
    for alone in (T.interpretation, T.mark):
        keeping.run(delete(alone).where(alone.c.member == member, alone.c.shared_on.is_(None)))
    # Who passed shares nothing, and stays counted once that is shown: else the count would tell who did.
    said, blind = T.restatement.c, T.understanding_check.c.stage == Stage.RESTATING
    sealed = said.check.in_(select(T.understanding_check.c.id).where(blind))
    keeping.run(delete(T.restatement).where(said.member == member, sealed))
    gone = {
        "state": ContributionState.ERASED,
        "state_on": keeping.event.at.date().isoformat(),
        "member": "",
        "shown_name": "",
    }
    made = select(T.objection.c.id, T.objection.c.dialogue).where(T.objection.c.member == member)
    objected = keeping.batch.connection.execute(made).all()
    for own in (
        T.response, T.minority_note, T.remark, T.objection,
        T.statement, T.line, T.line_check, T.interpretation, T.restatement, T.mark,
    ):  # fmt: skip
        found = select(own.c.id, own.c.dialogue).where(own.c.member == member)
        ids = keeping.batch.connection.execute(found).all()
        for id, dialogue in ids:
            for of in _words_of(own, id):
                erase_texts(keeping, of, dialogue)
            keeping.redraw(id)
        also: Mapping[str, Any] = ALSO_ERASED.get(own.name, {})
        mine = own.c.member == member
        keeping.run(update(own).where(mine).values(**gone, **also, version=own.c.version + 1))
        if own is T.statement:
            _lapse(keeping, [id for id, _ in ids])
    _let_stand(keeping, [id for id, _ in objected])
    _unsign(keeping, member)


def _let_stand(keeping: Keeping, objections: Sequence[str]) -> None:
    """Let objections stand that nobody can close any more, since their author is not known."""
    table = T.objection.c
    is_open = (table.id.in_(objections), table.standing == ObjectionState.OPEN)
    keeping.run(update(T.objection).where(*is_open).values(standing=ObjectionState.STANDS))


def _words_of(own: Table, id: str) -> Sequence[str]:
    """Return under which ids the words of a row are kept."""
    return tuple(words_id(id, point) for point in Point) if own is T.objection else (id,)


def _lapse(keeping: Keeping, statements: Sequence[str]) -> None:
    """Let open check-ins lapse whose text is gone: nobody can respond to it any more."""
    table = T.check_in.c
    lapsing = (table.statement.in_(statements), table.state == CheckInState.OPEN)
    for (id,) in keeping.batch.connection.execute(select(table.id).where(*lapsing)).all():
        closing = T.occurrence.c.id.startswith(f"check-{id}", autoescape=True)
        keeping.run(update(T.occurrence).where(closing).values(is_done=True))
    keeping.run(
        update(T.check_in).where(*lapsing).values(state=CheckInState.LAPSED, version=table.version + 1)
    )


def _unsign(keeping: Keeping, member: MemberId) -> None:
    table = T.minority_note
    for row in keeping.batch.many(select(table).where(table.c.signed_by.contains(member))):
        note = keeping.batch.remember(MinorityNote, row)
        others = tuple(signer for signer in note.signed_by if signer != member)
        unsigned = replace(note, signed_by=others, version=note.version + 1)
        keeping.run(update(table).where(table.c.id == note.id).values(row_of(unsigned, keeping.workspace)))
        _unsign_posts(keeping, note, member)


def _unsign_posts(keeping: Keeping, note: MinorityNote, member: MemberId) -> None:
    """Take a signature out of the posts that show the note; each of them is drawn again without it."""
    post, signature = T.post.c, Phrase("sign_minority_note-signed", {"name": Quote(member, Part.NAME)})
    shows = (post.workspace == keeping.workspace, post.message.contains(note.id, autoescape=True))
    for row in keeping.batch.many(select(post.id, post.message).where(*shows)):
        message = write_message(_without(read_message(row["message"]), signature))
        keeping.run(update(T.post).where(post.id == row["id"]).values(message=message))
    keeping.redraw(note.id)


def _without(message: Message, said: Phrase) -> Message:
    below = (_without(part, said) for part in message.below if part.phrase != said)
    return replace(message, below=tuple(below))
