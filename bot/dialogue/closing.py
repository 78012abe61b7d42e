"""What happens when a check-in closes: what it is read as, and what becomes of sealed responses."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from bot.dialogue.check_ins import CheckIn, CheckInState
from bot.dialogue.contributions import Revision
from bot.dialogue.members import Role
from bot.dialogue.objections import Objection, ObjectionState, Point, words_id
from bot.dialogue.readings import Reading, Weighed, read
from bot.dialogue.remarks import waiting_in
from bot.dialogue.responses import InCheckIn, Response
from bot.identifiers import ObjectionId, RevisionId, Seed, new_id


@dataclass(frozen=True, slots=True)
class Unsealed:
    """The responses as they are shown from now on, the objections made in them, and the words of both."""

    responses: tuple[Response, ...]
    objections: tuple[Objection, ...]
    changed: tuple[Response, ...]
    words: tuple[Revision, ...]

    @property
    def keep(self) -> tuple[Response | Objection | Revision, ...]:
        """Return what is kept; what words are of comes before them."""
        return (*self.changed, *self.objections, *self.words)


def closed(check_in: CheckIn, holds: InCheckIn, now: datetime) -> CheckIn:
    """Return the check-in closed, with its reading and how many had left."""
    responded = {response.member for response in holds.responses}
    gone = {member.id for member in holds.members if member.has_left} & set(check_in.eligible)
    return replace(
        check_in,
        state=CheckInState.CLOSED,
        closed_at=now,
        left=len(gone - responded),
        reading=read(check_in.method, _weighed(check_in, holds, _stops(check_in, holds))),
    )


def read_again(check_in: CheckIn, holds: InCheckIn) -> Reading | None:
    """Return what a closed check-in is read as, now that its objections stand as they do."""
    unresolved = sum(objection.is_unresolved for objection in holds.objections)
    return read(check_in.method, _weighed(check_in, holds, unresolved))


def unsealed(check_in: CheckIn, holds: InCheckIn, now: datetime, seed: Seed) -> Unsealed:
    """Return what becomes of the sealed responses; a question was shown before, as a remark."""
    scale = check_in.asks_on
    gone = {member.id for member in holds.members if member.has_left}
    responses, changed = list[Response](), list[Response]()
    objections, words = list[Objection](), list[Revision]()
    for response in holds.responses:
        objects = response.key in scale.stops
        has_reason = bool(response.reason) and not objects and response.key not in scale.holds_open
        after = replace(response, reason="", part="", need="", idea="", has_reason=has_reason)
        responses.append(after)
        if after != response:
            changed.append(after)
        if has_reason:
            words.append(_words(response, response.id, response.reason, now, seed))
        if objects:
            made = _objection(check_in, response, now, seed, has_left=response.member in gone)
            objections.append(made)
            words += [
                _words(response, words_id(made.id, point), text, now, seed)
                for point, text in _points(response)
            ]
    return Unsealed(tuple(responses), tuple(objections), tuple(changed), tuple(words))


def _weighed(check_in: CheckIn, holds: InCheckIn, unresolved: int) -> Weighed:
    return Weighed(
        responses={r.member or r.id: r.key for r in holds.responses if r.key is not None},
        roles={role: {m.id for m in holds.members if m.role is role} for role in Role},
        quorum=check_in.quorum,
        stakes=check_in.stakes,
        unresolved=unresolved,
        edition=holds.statement.edition,
        is_held=bool(waiting_in(holds.remarks)),
    )


def _stops(check_in: CheckIn, holds: InCheckIn) -> int:
    return sum(response.key in check_in.asks_on.stops for response in holds.responses)


def _objection(
    check_in: CheckIn, response: Response, now: datetime, seed: Seed, *, has_left: bool
) -> Objection:
    """Return the objection made in a response; nobody can close that of somebody who left, so it stands."""
    return Objection(
        id=ObjectionId(new_id(seed, f"objection {response.id}")),
        dialogue=response.dialogue,
        statement=check_in.statement,
        check_in=check_in.id,
        response=response.id,
        member=response.member,
        level=response.level,
        shown_name=response.shown_name,
        made_at=now,
        points=tuple(point for point, _ in _points(response)),
        standing=ObjectionState.STANDS if has_left else ObjectionState.OPEN,
    )


def _points(response: Response) -> Iterator[tuple[Point, str]]:
    said = {
        Point.PART: response.part,
        Point.HARM: response.reason,
        Point.NEED: response.need,
        Point.IDEA: response.idea,
    }
    return ((point, text) for point, text in said.items() if text)


def _words(response: Response, of: str, body: str, now: datetime, seed: Seed) -> Revision:
    return Revision(
        id=RevisionId(new_id(seed, f"reason {of}")),
        of=of,
        dialogue=response.dialogue,
        number=1,
        body=body,
        made_at=now,
    )
