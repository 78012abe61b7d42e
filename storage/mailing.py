"""What came due for many at once: posts, rows that wait, and the next occurrences, all in bulk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import select, update

from bot.dialogue.places import DIRECT
from bot.dialogue.rhythm import LATEST, NOBODY, Outcome, Planned, Schedule, occurrence_id
from bot.dialogue.waiting import Waiting
from bot.identifiers import DialogueId, OccurrenceId, WaitingId
from bot.speech.effects import Mailing, Post
from bot.speech.events import CameDue
from bot.speech.messages import Message
from bot.speech.written import write_message
from storage.rows import MICROSECOND, read_wishes, row_of, to_micros
from storage.schema import T

if TYPE_CHECKING:
    from storage.keeping import Keeping

AT_ONCE = 500
"""As many ids go into one question."""


def close_occurrences(keeping: Keeping, event: CameDue, outcome: Outcome | None) -> None:
    """Note that what came due has come; how it ended where that is known already."""
    ids = [planned.occurrence for planned in event.planned] or [event.occurrence]
    done = {"is_done": True} | ({"outcome": str(outcome)} if outcome else {})
    for some in _in_pieces(ids):
        keeping.run(update(T.occurrence).where(T.occurrence.c.id.in_(some)).values(**done))


def cancel(keeping: Keeping, ids: Sequence[OccurrenceId]) -> None:
    """Let nothing come of what is planned; what has come already stays as it ended."""
    planned = T.occurrence.c
    for some in _in_pieces(ids):
        to_come = update(T.occurrence).where(planned.id.in_(some), ~planned.is_done)
        keeping.run(to_come.values(is_done=True, outcome=str(Outcome.CANCELLED)))


def plan_next(keeping: Keeping, schedule: Schedule, event: CameDue) -> None:
    """Plan the next occurrence of each that came due; what a zone and a day have in common is found once."""
    models: dict[str, dict[str, Any] | None] = {}
    here = _still_here(keeping, [planned.recipient for planned in event.planned])
    for planned in event.planned:
        if planned.recipient and planned.recipient not in here:
            continue
        if planned.zone not in models:
            models[planned.zone] = _model(keeping, schedule, planned, event)
        model = models[planned.zone]
        if model is None:
            continue
        id = occurrence_id(schedule.id, model["on"], planned.recipient)
        row = model["row"] | {"id": id, "recipient": planned.recipient}
        keeping.batch.add(T.occurrence, row)


def _still_here(keeping: Keeping, members: Sequence[str]) -> set[str]:
    member = T.member.c
    keeping.batch.flush()
    found: set[str] = set()
    for some in _in_pieces(members):
        here = select(member.id).where(member.id.in_(some), ~member.has_left)
        found |= set(keeping.batch.connection.execute(here).scalars())
    return found


def _model(keeping: Keeping, schedule: Schedule, planned: Planned, event: CameDue) -> dict[str, Any] | None:
    found = schedule.next_for(planned.recipient, planned.zone, event.day)
    if found is None:
        return None
    row = row_of(found, keeping.workspace) | {"due": to_micros(found.due), "is_done": False, "outcome": None}
    return {"on": found.day, "row": row}


def send(keeping: Keeping, mailing: Mailing, dialogue: DialogueId, event: CameDue | None) -> None:
    """Let a post wait for each member who asked for direct messages; the others find it in their list."""
    meant_for = {planned.recipient: to_micros(planned.due) for planned in event.planned} if event else {}
    member, now = T.member.c, to_micros(keeping.event.at)
    post, waiting = _post(keeping, mailing, dialogue), _waiting(keeping, mailing, dialogue)
    for some in _in_pieces(mailing.members):
        asked = select(member.id, member.account, member.wishes, member.unreachable_since)
        here = (member.workspace == keeping.workspace, member.id.in_(some), ~member.has_left)
        keeping.batch.flush()
        listed: list[str] = []
        for id, account, wishes, unreachable_since in keeping.batch.connection.execute(asked.where(*here)):
            key = occurrence_id(mailing.of, mailing.day, id)
            if read_wishes(wishes).direct and unreachable_since is None:
                due = meant_for.get(id, now)
                row = post | {"id": key, "place": f"{DIRECT}{account}", "recipient": id, "meant_for": due}
                keeping.batch.add(T.post, row | {"until": min(post["until"], due + LATEST // MICROSECOND)})
            else:
                listed.append(key)
                keeping.batch.add(T.waiting, waiting | {"id": key, "member": id})
                keeping.batch.people.note_waiting(id)
        _note_listed(keeping, listed)
        if listed and mailing.pointer:
            _point(keeping, mailing.pointer, dialogue)


def _point(keeping: Keeping, pointer: Post, dialogue: DialogueId) -> None:
    """Say once a day in the place that something waits for somebody; never what, and never for whom."""
    keeping.batch.flush()
    stands = select(T.post.c.id).where(T.post.c.id == pointer.id)
    if keeping.batch.connection.execute(stands).first() is None:
        row = new_post(keeping, dialogue, pointer.message)
        keeping.batch.add(T.post, row | {"id": pointer.id, "place": pointer.place.channel})


def _post(keeping: Keeping, mailing: Mailing, dialogue: DialogueId) -> dict[str, Any]:
    """Return what all posts of a mailing have in common."""
    return new_post(keeping, dialogue, mailing.message) | {
        "occasion": str(mailing.occasion),
        "about": mailing.subject,
        "until": to_micros(mailing.until),
    }


def new_post(keeping: Keeping, dialogue: DialogueId, message: Message) -> dict[str, Any]:
    """Return the row of a post that waits from now on, without its id and its place."""
    now = to_micros(keeping.event.at)
    return {
        "workspace": keeping.workspace, "dialogue": dialogue, "message": write_message(message),
        "edition": 1, "state": "waiting", "due": now, "made_at": now, "attempts": 0, "remotes": "",
        "lease_until": 0, "fence": 0, "unsure_since": None, "recipient": "", "occasion": "", "about": "",
        "meant_for": None, "until": None, "stood_at": None,
    }  # fmt: skip


def _waiting(keeping: Keeping, mailing: Mailing, dialogue: DialogueId) -> dict[str, Any]:
    """Return what the rows in all lists have in common."""
    waiting = Waiting(
        id=WaitingId(""),
        dialogue=dialogue,
        member=NOBODY,
        phrase=mailing.telling,
        action=mailing.action,
        subject=mailing.subject,
        made_at=keeping.event.at,
    )
    return row_of(waiting, keeping.workspace)


def _note_listed(keeping: Keeping, ids: list[str]) -> None:
    """Note that what stands in a member's list has been delivered as that member wanted it."""
    if ids:
        listed = update(T.occurrence).where(T.occurrence.c.id.in_(ids))
        keeping.run(listed.values(outcome=str(Outcome.DELIVERED)))


def _in_pieces(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    for begin in range(0, len(ids), AT_ONCE):
        yield ids[begin : begin + AT_ONCE]
