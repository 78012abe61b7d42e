"""Ask the group about a statement: see what stays apart, choose how, say the rule, then open it sealed."""

from bot.dialogue.check_ins import CheckIn, OpenCheckIns
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.methods import Method, methods_for
from bot.dialogue.objections import Objections
from bot.dialogue.record import Record
from bot.dialogue.signs import signs_of
from bot.dialogue.standing import Everybody
from bot.dialogue.statements import Statement, Statements
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.visibility import excerpt
from bot.errors import NotAllowed, NotFound
from bot.identifiers import MemberId, PostId
from bot.speech.apart import apart_message
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Deed, Effects, OpenForm, Post, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Choice, Message
from bot.speech.opening import asked_message, closing_of, methods_message, opening_form, read_opening
from bot.speech.results import statement_choices, statement_values
from bot.words import Phrase, Value

ABOUT, GO_ON = "about", "go"
FEWEST = 2
"""Nobody can check in with themselves."""


def offer_check_in(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    List the statements; or show what stays apart, then the ways to ask, then the form of one of them.

    Raises:
        NotFound: There is no statement with this number, or the button asks for something else.
        NotAllowed: A check-in on it is open already, there is nobody to ask, or so many cannot be asked so.
    """
    dialogue.require_open()
    typed = event.options.get(ABOUT, "") if isinstance(event, CommandGiven) else ""
    number, _, step = (event.ticket.choice or typed).partition(".")
    if not number:
        return Effects(reply=Say(_list(asking)))
    statement = _require_free(asking, number)
    match step:
        case "":
            return Effects(reply=Say(_apart(statement, asking, event)))
        case "go":
            return Effects(reply=Say(methods_message(statement, len(_eligible(asking)))))
        case _:
            method = _require_method(step, asking)
            return Effects(reply=OpenForm(opening_form(dialogue, statement, method, len(_eligible(asking)))))


def open_check_in(dialogue: Dialogue, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Fix text, list, rule and scale, and open the check-in; why the facilitator went on is in the ledger.

    Raises:
        NotFound: There is no statement with this number, or the form asks for something else.
        NotAllowed: A check-in on it is open already, there is nobody to ask, or so many cannot be asked so.
    """
    dialogue.require_open()
    number, _, step = event.ticket.choice.partition(".")
    statement, method, eligible = (
        _require_free(asking, number),
        _require_method(step, asking),
        _eligible(asking),
    )
    problems: dict[str, Phrase] = {}
    check_in, reason = read_opening(dialogue, statement, method, eligible, event, problems)
    if problems:
        form = opening_form(dialogue, statement, method, len(eligible))
        return Effects(reply=RejectForm(form, problems, event.answers))
    return _opened(check_in, statement, reason, dialogue)


def _opened(check_in: CheckIn, statement: Statement, reason: str, dialogue: Dialogue) -> Effects[AfterForm]:
    values: dict[str, Value] = {"number": statement.number, "closes": check_in.closes_at}
    close = Choice(Phrase("close_check_in-choice"), Ticket(Action.CLOSE_CHECK_IN, check_in.id))
    return Effects(
        keep=(check_in, closing_of(check_in, dialogue.zone)),
        reply=Say(Message(Phrase("open_check_in-opened", values), (close,))),
        posts=(Post(PostId(check_in.id), check_in.place, asked_message(check_in, statement)),),
        deed=Deed(action=Action.OPEN_CHECK_IN, target=statement.id, reason=reason),
    )


def _apart(statement: Statement, asking: Asking, event: CommandGiven | ChoicePicked) -> Message:
    record = asking.loaded(Record)
    apart = excerpt(record, asking.me, event.at).divergences
    go_on = Ticket(Action.OPEN_CHECK_IN, statement.dialogue, f"{statement.number}.{GO_ON}")
    have_talked = signs_of(record.contributions).mutuality
    editions = (other.id for other in record.statements if other.number == statement.number)
    objections = Objections(record.objections).open_to(editions)
    return apart_message(statement, apart, go_on, objections, have_talked=have_talked)


def _require_free(asking: Asking, number: str) -> Statement:
    statement = asking.loaded(Statements).numbered(number)
    statement.require_live()
    if any(c.statement == statement.id for c in asking.loaded(OpenCheckIns).check_ins):
        raise NotAllowed(Phrase("open_check_in-already"))
    if len(_eligible(asking)) < FEWEST:
        raise NotAllowed(Phrase("open_check_in-too-few"))
    return statement


def _require_method(step: str, asking: Asking) -> Method:
    if step not in set(Method):
        raise NotFound(Phrase("refusals-button"))
    if Method(step) not in methods_for(len(_eligible(asking))):
        raise NotAllowed(Phrase("open_check_in-not-for-so-many"))
    return Method(step)


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
