"""Close what is open, by hand or when due: show what was said together, or read how the line was marked."""

from dataclasses import replace
from datetime import datetime

from bot.dialogue.contributions import Revision
from bot.dialogue.kept import Kept
from bot.dialogue.record import Record
from bot.dialogue.tickets import Action
from bot.dialogue.understandings import (
    FEWEST,
    Mark,
    Restatement,
    SharedReading,
    Stage,
    UnderstandingCheck,
    read_own_words,
)
from bot.errors import CheckInClosed
from bot.identifiers import MemberId, OccurrenceId, RevisionId, Seed, new_id
from bot.speech.asking import Asking
from bot.speech.effects import Deed, Effects, Post, Reply, Say, Silence
from bot.speech.events import CameDue, ChoicePicked, CommandGiven
from bot.speech.messages import Message
from bot.speech.understood import check_post, next_choices, read_message, seen_after, shown_message
from bot.words import Phrase

OPEN = (Stage.RESTATING, Stage.MARKING)


def close_understanding(
    check: UnderstandingCheck, asking: Asking, event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    """
    Close the step that is open now.

    Raises:
        CheckInClosed: None is open.
    """
    if check.stage not in OPEN:
        raise CheckInClosed(Phrase("understand-other-stage"))
    keep, post = closing(check, asking.loaded(Record), event.at, event.seed)
    return Effects(
        keep=keep,
        reply=Say(Message(Phrase("close_understanding-done"))),
        posts=(post,),
        cancel=(OccurrenceId(f"{check.stage}-{check.id}"),),
        deed=Deed(action=Action.CLOSE_UNDERSTANDING, target=check.id),
    )


def close_understanding_when_due(
    check: UnderstandingCheck, asking: Asking, event: CameDue
) -> Effects[Silence]:
    """Close the step because its time came; nothing happens where it is not open any more."""
    if check.stage not in OPEN or event.at < check.closes_at:
        return Effects(reply=Silence())
    keep, post = closing(check, asking.loaded(Record), event.at, event.seed)
    return Effects(keep=keep, reply=Silence(), posts=(post,))


def closing(
    check: UnderstandingCheck, record: Record, now: datetime, seed: Seed
) -> tuple[tuple[Kept, ...], Post]:
    """Return what is kept and posted: what was sealed becomes words of the record only now."""
    if check.stage is Stage.RESTATING:
        return _show(check, record, now, seed)
    return _read(check, record, now, seed)


def _show(
    check: UnderstandingCheck, record: Record, now: datetime, seed: Seed
) -> tuple[tuple[Kept, ...], Post]:
    said = [each for each in record.restatements if each.check == check.id]
    # Ids are drawn by chance, so numbers in their order tell nothing.
    words = sorted((each for each in said if not each.is_pass), key=lambda each: each.id)
    last = max((each.number for each in record.restatements), default=0)
    shown = [
        replace(each, number=last + place, draft="", shared_on=now.date())
        for place, each in enumerate(words, start=1)
    ]
    is_enough = len(words) >= FEWEST
    closed = replace(
        check,
        stage=Stage.SHOWN if is_enough else Stage.READ,
        reading=None if is_enough else SharedReading.INCONCLUSIVE,
        left=_left(check, record, {each.member for each in said}),
        closed_at=now,
    )
    texts: dict[str, str] = {each.id: each.draft for each in words}
    keep: list[Kept] = [closed, *shown]
    keep += [_revision(each, each.draft, now, seed) for each in words]
    passed = tuple(each for each in said if each.is_pass)
    others = tuple(each for each in record.restatements if each.check != check.id)
    after = replace(record, restatements=(*others, *passed, *shown))
    part = seen_after(after, closed, texts)
    return tuple(keep), check_post(check, "shown-", shown_message(part, *next_choices(part)))


def _read(
    check: UnderstandingCheck, record: Record, now: datetime, seed: Seed
) -> tuple[tuple[Kept, ...], Post]:
    marks = [each for each in record.marks if each.check == check.id]
    unsealed = [
        replace(each, differs="", has_words=bool(each.differs), shared_on=now.date()) for each in marks
    ]
    closed = replace(
        check,
        stage=Stage.READ,
        reading=read_own_words([each.key for each in marks], check.quorum),
        left=_left(check, record, {each.member for each in marks}),
        closed_at=now,
    )
    worded = [each for each in marks if each.differs]
    keep: list[Kept] = [closed, *unsealed]
    keep += [_revision(each, each.differs, now, seed) for each in worded]
    others = tuple(each for each in record.marks if each.check != check.id)
    after = replace(record, marks=(*others, *unsealed))
    part = seen_after(after, closed, {each.id: each.differs for each in worded})
    return tuple(keep), check_post(check, "read-", read_message(part, *next_choices(part)))


def _left(check: UnderstandingCheck, record: Record, took_part: set[MemberId]) -> int:
    gone = {member.id for member in record.members.values() if member.has_left}
    return len((gone & set(check.eligible)) - took_part)


def _revision(of: Restatement | Mark, body: str, now: datetime, seed: Seed) -> Revision:
    return Revision(
        id=RevisionId(new_id(seed, f"words {of.id}")),
        of=of.id,
        dialogue=of.dialogue,
        number=1,
        body=body,
        made_at=now,
    )
