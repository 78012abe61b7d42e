"""Ask the group about a statement: see what stays apart, say by which rule, then open it sealed."""

from zoneinfo import ZoneInfo

from bot.dialogue.attribution import Attribution
from bot.dialogue.check_ins import RULE_MOST, CheckIn, OpenCheckIns
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.readings import Stakes, suggested_quorum
from bot.dialogue.record import Record
from bot.dialogue.rhythm import Occurrence
from bot.dialogue.standing import Everybody
from bot.dialogue.statements import Statement, Statements
from bot.dialogue.texts import read_text
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.typed_time import read_time
from bot.dialogue.visibility import excerpt, signs_of
from bot.errors import NotAllowed, Refusal
from bot.identifiers import CheckInId, MemberId, OccurrenceId, PostId, new_id
from bot.speech.apart import apart_message
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Deed, Effects, OpenForm, Post, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Choice, Field, FieldKind, Form, Message, Option
from bot.speech.results import respond_choices, statement_choices, statement_values
from bot.words import Part, Phrase, Quote, Value

ABOUT, GO_ON = "about", "go"
REASON, RULE, STAKES, CLOSES, LEVELS = "reason", "rule", "stakes", "closes", "levels"
REASON_MOST = 500
FEWEST = 2
"""Nobody can check in with themselves."""


def offer_check_in(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    List the statements, or show what stays apart and ask for a missing view, or open the form.

    Raises:
        NotFound: There is no statement with this number.
        NotAllowed: A check-in on it is open already, or there is nobody to ask.
    """
    dialogue.require_open()
    typed = event.options.get(ABOUT, "") if isinstance(event, CommandGiven) else ""
    number, _, step = (event.ticket.choice or typed).partition(".")
    if not number:
        return Effects(reply=Say(_list(asking)))
    statement = _require_free(asking, number)
    if step == GO_ON:
        return Effects(reply=OpenForm(_form(dialogue, statement, len(_eligible(asking)))))
    record = asking.loaded(Record)
    apart = excerpt(record, asking.me, event.at).divergences
    go_on = Ticket(Action.OPEN_CHECK_IN, dialogue.id, f"{number}.{GO_ON}")
    have_talked = signs_of(record.contributions).mutuality
    return Effects(reply=Say(apart_message(statement, apart, go_on, have_talked=have_talked)))


def open_check_in(dialogue: Dialogue, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Fix text, list, rule and scale, and open the check-in; why the facilitator went on is in the ledger.

    Raises:
        NotFound: There is no statement with this number.
        NotAllowed: A check-in on it is open already, or there is nobody to ask.
    """
    dialogue.require_open()
    statement = _require_free(asking, event.ticket.choice)
    eligible = _eligible(asking)
    problems: dict[str, Phrase] = {}
    reason = _read(REASON, REASON_MOST, event, problems)
    check_in = _read_check_in(statement, eligible, dialogue, event, problems)
    if problems:
        form = _form(dialogue, statement, len(eligible))
        return Effects(reply=RejectForm(form, problems, event.answers))
    values: dict[str, Value] = {"number": statement.number, "closes": check_in.closes_at}
    close = Choice(Phrase("close_check_in-choice"), Ticket(Action.CLOSE_CHECK_IN, check_in.id))
    return Effects(
        keep=(check_in, _closing_of(check_in, dialogue)),
        reply=Say(Message(Phrase("open_check_in-opened", values), (close,))),
        posts=(Post(PostId(check_in.id), check_in.place, _asked(check_in, statement)),),
        deed=Deed(action=Action.OPEN_CHECK_IN, target=statement.id, reason=reason),
    )


def _require_free(asking: Asking, number: str) -> Statement:
    statement = asking.loaded(Statements).numbered(number)
    statement.require_live()
    if any(c.statement == statement.id for c in asking.loaded(OpenCheckIns).check_ins):
        raise NotAllowed(Phrase("open_check_in-already"))
    if len(_eligible(asking)) < FEWEST:
        raise NotAllowed(Phrase("open_check_in-too-few"))
    return statement


def _eligible(asking: Asking) -> tuple[MemberId, ...]:
    return tuple(member.id for member in asking.loaded(Everybody).members if member.has_voice)


def _list(asking: Asking) -> Message:
    newest = asking.loaded(Statements).newest
    key = "open_check_in-which" if newest else "open_check_in-no-statement"
    propose = Choice(Phrase("propose-choice"), Ticket(Action.PROPOSE, asking.here.id))
    below = tuple(
        Message(Phrase("propose-shared", statement_values(s)), statement_choices(s)) for s in newest
    )
    return Message(Phrase(key), (propose,), below)


def _read(field: str, most: int, event: FormSubmitted, problems: dict[str, Phrase]) -> str:
    try:
        return read_text(event.answers.get(field, ""), most)
    except Refusal as refusal:
        problems[field] = refusal.phrase
        return ""


def _read_check_in(
    statement: Statement,
    eligible: tuple[MemberId, ...],
    dialogue: Dialogue,
    event: FormSubmitted,
    problems: dict[str, Phrase],
) -> CheckIn:
    rule = _read(RULE, RULE_MOST, event, problems)
    closes_at = event.at
    try:
        closes_at = read_time(event.answers.get(CLOSES, ""), event.at, ZoneInfo(dialogue.zone))
    except Refusal as refusal:
        problems[CLOSES] = refusal.phrase
    levels = _read_levels(dialogue, event)
    if not levels:
        problems[LEVELS] = Phrase("open_round-no-level")
    stakes = event.answers.get(STAKES, "")
    return CheckIn(
        id=CheckInId(new_id(event.seed, "check-in")),
        dialogue=dialogue.id,
        statement=statement.id,
        place=dialogue.place,
        eligible=eligible,
        quorum=suggested_quorum(len(eligible)),
        stakes=Stakes(stakes) if stakes in set(Stakes) else Stakes.NORMAL,
        rule=rule,
        levels=levels or (Attribution.NAMED,),
        opened_at=event.at,
        closes_at=closes_at,
    )


def _read_levels(dialogue: Dialogue, event: FormSubmitted) -> tuple[Attribution, ...]:
    ticked = event.answers.get(LEVELS, "").split(",")
    return tuple(level for level in dialogue.levels if level in ticked)


def _closing_of(check_in: CheckIn, dialogue: Dialogue) -> Occurrence:
    local = check_in.closes_at.astimezone(ZoneInfo(dialogue.zone))
    return Occurrence(
        id=OccurrenceId(f"check-{check_in.id}"),
        dialogue=dialogue.id,
        ticket=Ticket(Action.CLOSE_CHECK_IN, check_in.id),
        day=local.date(),
        time=local.time(),
        zone=dialogue.zone,
    )


def _asked(check_in: CheckIn, statement: Statement) -> Message:
    said: dict[str, Value] = {
        "rule": Quote(check_in.id, Part.RULE),
        "stakes": Phrase(f"open_check_in-{check_in.stakes}-option"),
        "quorum": check_in.quorum,
        "eligible": len(check_in.eligible),
    }
    values = statement_values(statement) | {"closes": check_in.closes_at}
    return Message(
        Phrase("open_check_in-asked", values),
        respond_choices(check_in.id),
        (Message(Phrase("open_check_in-rule", said)), Message(Phrase("respond-sealed"))),
    )


def _form(dialogue: Dialogue, statement: Statement, eligible: int) -> Form:
    quorum: dict[str, Value] = {"eligible": eligible, "quorum": suggested_quorum(eligible)}
    stakes = tuple(Option(each, Phrase(f"open_check_in-{each}-option")) for each in Stakes)
    levels = tuple(Option(level, Phrase(f"contribute-{level}-option")) for level in dialogue.levels)
    long, one_of, any_of = FieldKind.PARAGRAPH, FieldKind.ONE_OF, FieldKind.ANY_OF
    closes_hint = Phrase("open_round-closes-hint")
    return Form(
        title=Phrase("open_check_in-title"),
        ticket=Ticket(Action.OPEN_CHECK_IN, dialogue.id, str(statement.number)),
        intro=(Phrase("open_check_in-intro", quorum), Phrase("open_check_in-zone", {"zone": dialogue.zone})),
        fields=(
            Field(id=REASON, label=Phrase("open_check_in-reason-field"), kind=long, most=REASON_MOST),
            Field(id=RULE, label=Phrase("open_check_in-rule-field"), kind=long, most=RULE_MOST),
            Field(id=STAKES, label=Phrase("open_check_in-stakes-field"), kind=one_of, options=stakes),
            Field(id=CLOSES, label=Phrase("open_check_in-closes-field"), hint=closes_hint, most=60),
            Field(id=LEVELS, label=Phrase("open_check_in-levels-field"), kind=any_of, options=levels),
        ),
        values={
            RULE: dialogue.decides,
            STAKES: Stakes.NORMAL,
            CLOSES: "in 5 days at 18:00",
            LEVELS: ",".join(dialogue.levels),
        },
    )
