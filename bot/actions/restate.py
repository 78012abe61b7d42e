"""Say in one's own words what one understands, or pass; nobody else sees it before it is shown together."""

from dataclasses import replace

from bot.dialogue.attribution import honest_levels
from bot.dialogue.kept import Kept
from bot.dialogue.limits import require_words_left
from bot.dialogue.record import Record
from bot.dialogue.standing import Recent
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.understandings import Restatement, Stage, UnderstandingCheck
from bot.errors import NotFound
from bot.identifiers import RestatementId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Field, FieldKind, Form, Message
from bot.speech.understood import restate_choices
from bot.speech.writing import (
    BODY,
    CHOSEN_NAME,
    LEVEL,
    few_people,
    read_signature,
    read_words,
    signature_fields,
    usual_level,
)
from bot.words import Part, Phrase, Quote


def offer_restate(
    check: UnderstandingCheck, asking: Asking, event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    """
    Open the form with what the member said before, or keep a pass at once.

    Raises:
        CheckInClosed: It is shown already.
        NotAllowed: The member came after it opened.
        NotFound: The button asks for something else.
    """
    check.require_asked(asking.me.id, Stage.RESTATING, event.at)
    match event.ticket.choice:
        case "":
            return Effects(reply=OpenForm(_form(check, asking)))
        case "pass":
            blank = Restatement(
                id=_mine(check, asking, event).id,
                check=check.id,
                dialogue=check.dialogue,
                member=asking.me.id,
                is_pass=True,
                made_at=event.at,
                version=_mine(check, asking, event).version,
            )
            said = Phrase("restate-passed", {"closes": check.closes_at})
            return Effects(keep=(blank,), reply=Say(Message(said, restate_choices(check)[:1])))
        case _:
            raise NotFound(Phrase("refusals-button"))


def restate(check: UnderstandingCheck, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep the words sealed, in place of what the member said before.

    Raises:
        CheckInClosed: It is shown already.
        NotAllowed: The member came after it opened, or has sent too much in a short while.
    """
    check.require_asked(asking.me.id, Stage.RESTATING, event.at)
    problems: dict[str, Phrase] = {}
    body = read_words(problems, BODY, event.answers.get(BODY, ""))
    signature = read_signature(event.answers, asking.me, check.levels, len(check.eligible), problems)
    if problems or signature is None:
        return Effects(reply=RejectForm(_form(check, asking), problems, event.answers))
    recent = asking.loaded(Recent)
    require_words_left(recent.moments(event.at), event.at, asking.house.limits, recent.earlier)
    said = replace(
        _mine(check, asking, event),
        is_pass=False,
        draft=body,
        level=signature.level,
        shown_name=signature.shown_name,
    )
    keep: tuple[Kept, ...] = (said,) if signature.member == asking.me else (said, signature.member)
    kept = Message(Phrase("restate-kept", {"closes": check.closes_at}), restate_choices(check))
    return Effects(keep=keep, reply=Say(kept))


def _mine(
    check: UnderstandingCheck, asking: Asking, event: ChoicePicked | CommandGiven | FormSubmitted
) -> Restatement:
    """Return what the member said before, to be changed, or a new one: one person, one restatement."""
    earlier = _earlier(check, asking)
    if earlier is not None:
        return replace(earlier, made_at=event.at)
    return Restatement(
        id=RestatementId(new_id(event.seed, "restatement")),
        check=check.id,
        dialogue=check.dialogue,
        member=asking.me.id,
        made_at=event.at,
    )


def _earlier(check: UnderstandingCheck, asking: Asking) -> Restatement | None:
    said = asking.loaded(Record).restatements
    mine = (each for each in said if each.check == check.id and each.member == asking.me.id)
    return next(mine, None)


def _form(check: UnderstandingCheck, asking: Asking) -> Form:
    levels = honest_levels(check.levels, len(check.eligible))
    earlier = _earlier(check, asking)
    values = {LEVEL: usual_level(asking.me, levels), CHOSEN_NAME: asking.me.chosen_name}
    if earlier is not None and not earlier.is_pass:
        values |= {BODY: earlier.draft, LEVEL: earlier.level}
    return Form(
        title=Phrase("restate-title"),
        ticket=Ticket(Action.RESTATE, check.id),
        intro=(
            Phrase("restate-question", {"question": Quote(check.id, Part.ASKED)}),
            Phrase("restate-sealed"),
            *(Phrase(f"contribute-level-{level}") for level in levels),
            *few_people(check.levels, len(check.eligible)),
        ),
        fields=(
            Field(
                id=BODY,
                label=Phrase("restate-body-field"),
                kind=FieldKind.PARAGRAPH,
                hint=Phrase("restate-body-hint"),
            ),
            *signature_fields(levels),
        ),
        values=values,
    )
