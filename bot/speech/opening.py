"""How a facilitator says in which way a group is asked, and how the group is asked then."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from bot.dialogue.check_ins import RULE_MOST, CheckIn
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.methods import MANNERS, Method, methods_for
from bot.dialogue.readings import Stakes, suggested_quorum
from bot.dialogue.rhythm import Occurrence
from bot.dialogue.scales import CONSENT_WITH_CONCERNS
from bot.dialogue.statements import Statement
from bot.dialogue.texts import read_text
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.typed_time import read_time
from bot.errors import Refusal
from bot.identifiers import CheckInId, MemberId, new_id
from bot.speech.events import FormSubmitted
from bot.speech.messages import Choice, Field, FieldKind, Form, Message, Option
from bot.speech.responding import rules_of
from bot.speech.results import asked_choices, statement_values
from bot.words import Phrase, Value

REASON, RULE, FALLBACK, CLOSES = "reason", "rule", "fallback", "closes"
STAKES, CONCERNS, BINDS = "stakes", "concerns", "binds"
REASON_MOST = 500
YES, NO = "yes", "no"


def methods_message(statement: Statement, eligible: int) -> Message:
    """Return the ways to ask so many people, each with a line that says when it is meant."""
    ways = []
    for method in methods_for(eligible):
        ticket = Ticket(Action.OPEN_CHECK_IN, statement.dialogue, f"{statement.number}.{method}")
        choice = Choice(Phrase(f"open_check_in-{method}-choice"), ticket)
        ways.append(Message(Phrase(f"open_check_in-when-{method}"), (choice,)))
    paper = Ticket(Action.ENTER_COUNTS, statement.dialogue, str(statement.number))
    ways.append(Message(Phrase("enter_counts-when"), (Choice(Phrase("enter_counts-choice"), paper),)))
    ways.append(Message(Phrase("open_check_in-when-none")))
    return Message(Phrase("open_check_in-how", {"eligible": eligible}), (), tuple(ways))


def opening_form(dialogue: Dialogue, statement: Statement, method: Method, eligible: int) -> Form:
    """Return the form in which the rule is said: five fields at most, one of them of the method's own."""
    manner = MANNERS[method]
    quorum: dict[str, Value] = {"eligible": eligible, "quorum": suggested_quorum(eligible)}
    return Form(
        title=Phrase("open_check_in-title"),
        ticket=Ticket(Action.OPEN_CHECK_IN, dialogue.id, f"{statement.number}.{method}"),
        intro=(
            Phrase(f"respond-method-{method}"),
            Phrase("open_check_in-intro", quorum),
            Phrase("open_check_in-zone", {"zone": dialogue.zone}),
        ),
        fields=tuple(_fields(method)),
        values={
            RULE: dialogue.decides,
            STAKES: Stakes.NORMAL,
            BINDS: YES,
            CLOSES: f"in {manner.days} days at 18:00",
        },
    )


def read_opening(  # noqa: PLR0913, PLR0917 - what the form is about, what came in, and what is wrong
    dialogue: Dialogue,
    statement: Statement,
    method: Method,
    eligible: tuple[MemberId, ...],
    event: FormSubmitted,
    problems: dict[str, Phrase],
) -> tuple[CheckIn, str]:
    """Return the check-in as it will open and why now; what is wrong is noted beside its field."""
    manner, answers = MANNERS[method], event.answers
    reason = _read(REASON, REASON_MOST, event, problems)
    is_decided = manner.leads_to_decision
    closes_at = event.at
    try:
        closes_at = read_time(answers.get(CLOSES, ""), event.at, ZoneInfo(dialogue.zone))
    except Refusal as refusal:
        problems[CLOSES] = refusal.phrase
    if method is Method.CONSENSUS and answers.get(BINDS) not in {YES, NO}:
        problems[BINDS] = Phrase("open_check_in-binds-unsaid")
    stakes = answers.get(STAKES, "")
    has_concerns = method is Method.CONSENT and YES in answers.get(CONCERNS, "").split(",")
    check_in = CheckIn(
        id=CheckInId(new_id(event.seed, "check-in")),
        dialogue=dialogue.id,
        statement=statement.id,
        place=dialogue.place,
        method=method,
        scale=(CONSENT_WITH_CONCERNS if has_concerns else manner.scale).edition,
        eligible=eligible,
        quorum=suggested_quorum(len(eligible)),
        stakes=Stakes(stakes) if stakes in set(Stakes) else Stakes.NORMAL,
        rule=_read(RULE, RULE_MOST, event, problems) if is_decided else "",
        fallback=_read(FALLBACK, RULE_MOST, event, problems) if answers.get(FALLBACK, "").strip() else "",
        stand_aside_binds=answers.get(BINDS) == YES and method is Method.CONSENSUS,
        levels=dialogue.levels,
        opened_at=event.at,
        closes_at=closes_at,
    )
    return check_in, reason


def closing_of(check_in: CheckIn, zone: str) -> Occurrence:
    """Return the moment at which a check-in closes by itself."""
    local = check_in.closes_at.astimezone(ZoneInfo(zone))
    return Occurrence(
        id=check_in.closing,
        dialogue=check_in.dialogue,
        ticket=Ticket(Action.CLOSE_CHECK_IN, check_in.id),
        day=local.date(),
        time=local.time(),
        zone=zone,
    )


def asked_message(check_in: CheckIn, statement: Statement) -> Message:
    """Return how the group is asked."""
    said: dict[str, Value] = {"quorum": check_in.quorum, "eligible": len(check_in.eligible)}
    question = Phrase(f"open_check_in-question-{check_in.method}", {"number": statement.number})
    values = statement_values(statement) | {"closes": check_in.closes_at, "question": question}
    below = [Phrase(f"respond-method-{check_in.method}"), *rules_of(check_in)]
    if check_in.method is Method.GRADIENTS:
        stakes = Phrase(f"open_check_in-{check_in.stakes}-option")
        below.append(Phrase("open_check_in-stakes", {"stakes": stakes}))
    below += [Phrase("open_check_in-quorum", said), Phrase("respond-sealed")]
    return Message(Phrase("open_check_in-asked", values), asked_choices(check_in), tuple(map(Message, below)))


def _fields(method: Method) -> Iterator[Field]:
    long, one_of = FieldKind.PARAGRAPH, FieldKind.ONE_OF
    yield Field(id=REASON, label=Phrase("open_check_in-reason-field"), kind=long, most=REASON_MOST)
    if MANNERS[method].leads_to_decision:
        yield Field(id=RULE, label=Phrase("open_check_in-rule-field"), kind=long, most=RULE_MOST)
        yield Field(
            id=FALLBACK,
            label=Phrase("open_check_in-fallback-field"),
            kind=long,
            most=RULE_MOST,
            hint=Phrase("open_check_in-fallback-hint"),
            is_required=False,
        )
    if method is Method.GRADIENTS:
        stakes = tuple(Option(each, Phrase(f"open_check_in-{each}-option")) for each in Stakes)
        yield Field(id=STAKES, label=Phrase("open_check_in-stakes-field"), kind=one_of, options=stakes)
    if method is Method.CONSENT:
        on = (Option(YES, Phrase("open_check_in-concerns-option")),)
        label = Phrase("open_check_in-concerns-field")
        yield Field(id=CONCERNS, label=label, kind=FieldKind.ANY_OF, options=on, is_required=False)
    if method is Method.CONSENSUS:
        binds = tuple(Option(each, Phrase(f"open_check_in-binds-{each}-option")) for each in (YES, NO))
        yield Field(id=BINDS, label=Phrase("open_check_in-binds-field"), kind=one_of, options=binds)
    closes_hint = Phrase("open_round-closes-hint")
    yield Field(id=CLOSES, label=Phrase("open_check_in-closes-field"), hint=closes_hint, most=60)


def _read(field: str, most: int, event: FormSubmitted, problems: dict[str, Phrase]) -> str:
    try:
        return read_text(event.answers.get(field, ""), most)
    except Refusal as refusal:
        problems[field] = refusal.phrase
        return ""
