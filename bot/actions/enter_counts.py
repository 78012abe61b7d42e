"""Enter the counts of a check-in that was held on paper: only counts, and nothing is read into them."""

import re
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from bot.dialogue.check_ins import RULE_MOST, CheckIn, CheckInState, PaperCount
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.methods import Method
from bot.dialogue.scales import GRADIENTS_EARLY
from bot.dialogue.sealed_until_close import Reader, see_check_in
from bot.dialogue.statements import Statement, Statements
from bot.dialogue.texts import read_text
from bot.dialogue.tickets import Action, Ticket
from bot.errors import Refusal
from bot.identifiers import CheckInId, PostId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Deed, Effects, OpenForm, Post, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Field, FieldKind, Form, Message
from bot.speech.results import result_message, statement_values
from bot.words import Phrase

WHEN, ASKED, COUNTS, RULE, REASON = "when", "asked", "counts", "rule", "reason"
REASON_MOST = 500
NOON = time(12)
_LINE = re.compile(r"(.+?)\s*[:=]\s*(\d{0,4})")
_NUMBER = re.compile(r"[1-9][0-9]{0,3}")


def offer_counts(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Open the form, with a line for each label as it is printed on paper.

    Raises:
        NotFound: There is no statement with this number.
    """
    dialogue.require_open()
    return Effects(reply=OpenForm(_form(dialogue, _statement(asking, event.ticket.choice))))


def enter_counts(dialogue: Dialogue, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep the counts beside the statement, and show them to the group.

    Raises:
        NotFound: There is no statement with this number.
    """
    dialogue.require_open()
    statement = _statement(asking, event.ticket.choice)
    problems: dict[str, Phrase] = {}
    check_in = _read_check_in(dialogue, statement, event, problems)
    reason = _read_words(REASON, REASON_MOST, event, problems)
    if problems:
        return Effects(reply=RejectForm(_form(dialogue, statement), problems, event.answers))
    seen = see_check_in(check_in, (), (), Reader())
    post = Post(PostId(f"closed-{check_in.id}"), check_in.place, result_message(statement, seen))
    return Effects(
        keep=(check_in,),
        reply=Say(Message(Phrase("enter_counts-done"))),
        posts=(post,),
        deed=Deed(action=Action.ENTER_COUNTS, target=statement.id, reason=reason),
    )


def _statement(asking: Asking, number: str) -> Statement:
    statement = asking.loaded(Statements).numbered(number)
    statement.require_live()
    return statement


def _read_check_in(
    dialogue: Dialogue, statement: Statement, event: FormSubmitted, problems: dict[str, Phrase]
) -> CheckIn:
    held_at = _read_day(dialogue, event, problems)
    asked, counted = _read_asked(event, problems), _read_counts(event, problems)
    if not problems and sum(each.count for each in counted) > asked:
        problems[ASKED] = Phrase("enter_counts-more-than-asked")
    return CheckIn(
        id=CheckInId(new_id(event.seed, "check-in")),
        dialogue=dialogue.id,
        statement=statement.id,
        place=dialogue.place,
        method=Method.GRADIENTS,
        scale=GRADIENTS_EARLY.edition,
        eligible=(),
        quorum=0,
        rule=_read_words(RULE, RULE_MOST, event, problems),
        levels=dialogue.levels,
        opened_at=held_at,
        closes_at=held_at,
        closed_at=held_at,
        state=CheckInState.CLOSED,
        on_paper=counted,
        asked_on_paper=asked,
    )


def _read_day(dialogue: Dialogue, event: FormSubmitted, problems: dict[str, Phrase]) -> datetime:
    zone = ZoneInfo(dialogue.zone)
    try:
        held_at = datetime.combine(date.fromisoformat(event.answers.get(WHEN, "").strip()), NOON, zone)
    except ValueError:
        problems[WHEN] = Phrase("enter_counts-no-day")
        return event.at
    if held_at.date() > event.at.astimezone(zone).date():
        problems[WHEN] = Phrase("enter_counts-no-day")
    return min(held_at.astimezone(event.at.tzinfo), event.at)


def _read_asked(event: FormSubmitted, problems: dict[str, Phrase]) -> int:
    typed = event.answers.get(ASKED, "").strip()
    if not _NUMBER.fullmatch(typed):
        problems[ASKED] = Phrase("enter_counts-no-number")
        return 0
    return int(typed)


def _read_counts(event: FormSubmitted, problems: dict[str, Phrase]) -> tuple[PaperCount, ...]:
    """Read a line for each label; a label without a number was chosen by nobody."""
    keys = {label.casefold(): key for key, label in GRADIENTS_EARLY.labels.items()}
    found: dict[str, int] = {}
    for line in filter(str.strip, event.answers.get(COUNTS, "").splitlines()):
        match = _LINE.fullmatch(line.strip())
        key = keys.get(match[1].casefold()) if match else None
        if match is None or key is None or key in found:
            problems[COUNTS] = Phrase("enter_counts-unclear-line", {"line": line.strip()[:60]})
            return ()
        found[key] = int(match[2] or 0)
    if not any(found.values()):
        problems[COUNTS] = Phrase("enter_counts-no-counts")
    return tuple(PaperCount(key, found[key]) for key in GRADIENTS_EARLY.labels if found.get(key))


def _read_words(field: str, most: int, event: FormSubmitted, problems: dict[str, Phrase]) -> str:
    try:
        return read_text(event.answers.get(field, ""), most)
    except Refusal as refusal:
        problems[field] = refusal.phrase
        return ""


def _form(dialogue: Dialogue, statement: Statement) -> Form:
    long, when_hint = FieldKind.PARAGRAPH, Phrase("enter_counts-when-hint")
    lines = "\n".join(f"{label}: " for label in GRADIENTS_EARLY.labels.values())
    return Form(
        title=Phrase("enter_counts-title"),
        ticket=Ticket(Action.ENTER_COUNTS, dialogue.id, str(statement.number)),
        intro=(
            Phrase("propose-shared", statement_values(statement)),
            Phrase("enter_counts-intro"),
        ),
        fields=(
            Field(id=WHEN, label=Phrase("enter_counts-when-field"), hint=when_hint, most=60),
            Field(id=ASKED, label=Phrase("enter_counts-asked-field"), most=60),
            Field(id=COUNTS, label=Phrase("enter_counts-counts-field"), kind=long),
            Field(id=RULE, label=Phrase("open_check_in-rule-field"), kind=long, most=RULE_MOST),
            Field(id=REASON, label=Phrase("enter_counts-reason-field"), kind=long, most=REASON_MOST),
        ),
        values={RULE: dialogue.decides, COUNTS: lines},
    )
