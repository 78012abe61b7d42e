"""A statement about the garden, a check-in on it, and what people of the tests respond."""

from bot.dialogue.attribution import Attribution
from bot.dialogue.check_ins import CheckIn, CheckInState
from bot.dialogue.decisions import Decision
from bot.dialogue.dissent import MinorityNote
from bot.dialogue.members import Member
from bot.dialogue.objections import Objection, Point
from bot.dialogue.readings import Reading, Stakes
from bot.dialogue.remarks import Remark, RemarkKind
from bot.dialogue.responses import InCheckIn, Response, ResponseKind
from bot.dialogue.scales import SCALES
from bot.dialogue.statements import Statement
from bot.identifiers import CheckInId, DecisionId, NoteId, ObjectionId, RemarkId, ResponseId, StatementId
from tests.people import A_DAY, A_WEEK, ADA, BEN, CHIDI, EVERYBODY, GARDEN, HERE, MONDAY

STATEMENT = Statement(
    id=StatementId("statement"),
    dialogue=GARDEN.id,
    number=1,
    edition=1,
    member=BEN.id,
    level=Attribution.NAMED,
    shown_name="Ben",
    made_at=MONDAY - A_DAY,
    version=1,
)
CHECK_IN = CheckIn(
    id=CheckInId("check-in"),
    dialogue=GARDEN.id,
    statement=STATEMENT.id,
    place=HERE,
    eligible=tuple(member.id for member in EVERYBODY),
    quorum=3,
    stakes=Stakes.NORMAL,
    rule="The meeting decides.",
    levels=(Attribution.NAMED, Attribution.CHOSEN_NAME),
    opened_at=MONDAY - A_DAY,
    closes_at=MONDAY + A_DAY,
    version=1,
)
CLOSED = CheckIn(
    id=CHECK_IN.id,
    dialogue=GARDEN.id,
    statement=STATEMENT.id,
    place=HERE,
    eligible=CHECK_IN.eligible,
    quorum=3,
    stakes=Stakes.NORMAL,
    rule="The meeting decides.",
    levels=CHECK_IN.levels,
    opened_at=CHECK_IN.opened_at,
    closes_at=MONDAY,
    closed_at=MONDAY,
    state=CheckInState.CLOSED,
    reading=Reading.AGREED,
    version=2,
)
NOTE = MinorityNote(
    id=NoteId("note"),
    dialogue=GARDEN.id,
    check_in=CHECK_IN.id,
    member=CHIDI.id,
    level=Attribution.NAMED,
    shown_name="Chidi",
    made_at=MONDAY,
    version=1,
)

QUESTION = Remark(
    id=RemarkId("question"),
    dialogue=GARDEN.id,
    check_in=CHECK_IN.id,
    kind=RemarkKind.QUESTION,
    member=BEN.id,
    level=Attribution.NAMED,
    shown_name="Ben",
    made_at=MONDAY,
    version=1,
)

OBJECTION = Objection(
    id=ObjectionId("objection"),
    dialogue=GARDEN.id,
    statement=STATEMENT.id,
    check_in=CHECK_IN.id,
    response=ResponseId(f"response-of-{CHIDI.id}"),
    member=CHIDI.id,
    level=Attribution.NAMED,
    shown_name="Chidi",
    made_at=MONDAY,
    points=(Point.PART, Point.HARM, Point.NEED),
    version=1,
)

DECISION = Decision(
    id=DecisionId("decision"),
    dialogue=GARDEN.id,
    statement=STATEMENT.id,
    check_in=CHECK_IN.id,
    outcome=Reading.AGREED,
    decided_by="The meeting.",
    member=ADA.id,
    made_at=MONDAY,
    review_at=MONDAY + A_WEEK,
    version=1,
)


def a_response(
    who: Member, key: str | None, reason: str = "", *, is_sealed: bool = True, check_in: CheckIn = CHECK_IN
) -> Response:
    """Return what somebody responded under their name; no key: they passed."""
    return Response(
        id=ResponseId(f"response-of-{who.id}"),
        check_in=check_in.id,
        dialogue=GARDEN.id,
        member=who.id,
        kind=ResponseKind.CHOICE if key else ResponseKind.PASS,
        keys=(key,) if key else (),
        labels=(SCALES[check_in.scale].labels[key],) if key else (),
        reason=reason if is_sealed else "",
        has_reason=bool(reason) and not is_sealed,
        level=Attribution.NAMED if key else Attribution.UNNAMED,
        shown_name=who.name if key else "",
        made_at=MONDAY,
        version=1,
    )


def in_check_in(
    *responses: Response, remarks: tuple[Remark, ...] = (), objections: tuple[Objection, ...] = ()
) -> InCheckIn:
    """Return what a check-in holds."""
    return InCheckIn(STATEMENT, responses, EVERYBODY, remarks, objections)
