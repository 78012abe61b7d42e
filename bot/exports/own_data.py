"""Everything a dialogue holds about one member, as a copy for that member and nobody else."""

import json
from collections.abc import Iterable, Iterator
from datetime import datetime

from bot.dialogue.consent import Consent
from bot.dialogue.contributions import Contribution
from bot.dialogue.members import Member
from bot.dialogue.record import Record
from bot.dialogue.waiting import Waiting
from bot.errors import NotFound
from bot.exports.json_values import Json, day_json, moment_json, revisions_json
from bot.exports.own_mirror import own_mirror
from bot.exports.own_notes import own_notes
from bot.exports.own_weighing import own_weighing
from bot.identifiers import MemberId

VERSION = 1


def write_own_data(record: Record, member: MemberId, waiting: Iterable[Waiting], made_at: datetime) -> str:
    """
    Write everything about one member as JSON: who they are here, their yes, and all they brought.

    This is the only writer that takes a whole record. It may, because it looks only for what is
    this member's own: others' words, names and stances never come into it.

    Raises:
        NotFound: Nobody with this id takes part in the dialogue.
    """
    person = record.members.get(member)
    if person is None:
        raise NotFound
    told: dict[str, Json] = {
        "format": "counterpoint-own-data",
        "version": VERSION,
        "made_at": moment_json(made_at),
        "dialogue": {"id": record.dialogue.id, "title": record.dialogue.title},
        "member": _member(person),
        "contributions": list(_contributions(record, member)),
        "stances": list(_stances(record, member)),
        "divergences": list(_divergences(record, member)),
        "appeals": list(_appeals(record, member)),
        **own_notes(record, member),
        **own_mirror(record, member),
        **own_weighing(record, member),
        "waiting": [_waiting(each) for each in waiting if each.member == member],
    }
    return json.dumps(told, ensure_ascii=True, indent=2) + "\n"


def _member(person: Member) -> dict[str, Json]:
    consent = person.consent
    return {
        "id": person.id,
        "account": person.account,
        "name": person.name,
        "chosen_name": person.chosen_name,
        "role": person.role,
        "usual_level": person.level,
        "language": person.language,
        "zone": person.zone,
        "quiet_hours": {"begin": person.quiet.begin.isoformat(), "end": person.quiet.end.isoformat()},
        "reached": {
            "by_direct_message": person.wishes.direct,
            "with_reminders": person.wishes.reminders,
            "with_a_digest": person.wishes.digest,
            "on_weekdays": sorted(person.wishes.days),
            "holidays_of": person.wishes.country,
            "paused_until": moment_json(person.paused_until),
            "unreachable_since": moment_json(person.unreachable_since),
        },
        "joined_at": moment_json(person.joined_at),
        "has_left": person.has_left,
        "consent": None if consent is None else _consent(consent),
    }


def _consent(consent: Consent) -> dict[str, Json]:
    return {"notice": consent.notice, "facts": consent.facts, "uses": sorted(consent.uses)}


def _contributions(record: Record, member: MemberId) -> Iterator[Json]:
    rounds = {round.id: round.number for round in record.rounds}
    for each in record.contributions:
        if each.member == member:
            told = _contribution(each)
            revisions = revisions_json(record.revisions.get(each.id, ()))
            yield told | {"round": rounds.get(each.round), "revisions": revisions}


def _contribution(contribution: Contribution) -> dict[str, Json]:
    return {
        "id": contribution.id,
        "number": contribution.number,
        "kind": contribution.kind,
        "level": contribution.level,
        "shown_name": contribution.shown_name,
        "made_at": moment_json(contribution.made_at),
        "shared_on": day_json(contribution.shared_on),
        "is_late": contribution.is_late,
        "is_new_to_me": contribution.is_new_to_me,
        "answers": {"id": contribution.to, "kind": contribution.turn} if contribution.to else None,
        "state": contribution.state,
        "state_on": day_json(contribution.state_on),
    }


def _stances(record: Record, member: MemberId) -> Iterator[Json]:
    for stance in record.stances:
        if stance.member == member:
            yield {
                "contribution": stance.contribution,
                "kind": stance.kind,
                "made_at": moment_json(stance.made_at),
            }


def _divergences(record: Record, member: MemberId) -> Iterator[Json]:
    """Return what this member marked as differing, and where they said that they agree to differ."""
    for divergence in record.divergences:
        if member in (divergence.marked_by, *divergence.agreed_by):
            yield {
                "id": divergence.id,
                "made_at": moment_json(divergence.made_at),
                "positions": divergence.positions,
                "marked_by_me": divergence.marked_by == member,
                "i_agree_to_differ": member in divergence.agreed_by,
            }


def _appeals(record: Record, member: MemberId) -> Iterator[Json]:
    for appeal in record.appeals:
        if appeal.member == member:
            yield {
                "id": appeal.id,
                "about": appeal.about,
                "made_at": moment_json(appeal.made_at),
                "answered_at": moment_json(appeal.answered_at),
                "revisions": revisions_json(record.revisions.get(appeal.id, ())),
            }


def _waiting(waiting: Waiting) -> dict[str, Json]:
    return {
        "phrase": waiting.phrase.key,
        "action": waiting.action,
        "made_at": moment_json(waiting.made_at),
        "is_told": waiting.is_told,
    }
