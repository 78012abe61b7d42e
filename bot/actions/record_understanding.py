"""Record what the group understands now; it must have come back to the group, through talk and notes."""

from bot.dialogue.blind_until_close import CheckExcerpt, see_understanding
from bot.dialogue.contributions import Contribution, ContributionState
from bot.dialogue.record import Record
from bot.dialogue.references import Sign, read_references
from bot.dialogue.renewals import is_shown_alike
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.understandings import (
    Firmness,
    Scope,
    SharedReading,
    Stage,
    Understanding,
    UnderstandingCheck,
)
from bot.errors import NotAllowed, NotFound, Refusal
from bot.identifiers import PostId, UnderstandingId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Deed, Effects, OpenForm, Post, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Field, FieldKind, Form, Message, Option
from bot.speech.pointing import return_choice
from bot.speech.understood import pointer_to, understanding_message
from bot.words import Phrase, Quote

SCOPE, FIRMNESS, TURNS, RESTS_ON = "scope", "firmness", "turns", "rests_on"
OFFERED_MOST = 5
"""How many answers are proposed as those through which it came back."""


def offer_record(
    check: UnderstandingCheck, asking: Asking, event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    """
    Open the form, with answers that people gave each other since it opened.

    Raises:
        CheckInClosed: It has not been read yet.
        NotAllowed: What was marked is not shared, or it is recorded already.
    """
    del event
    _require(check, asking)
    return Effects(reply=OpenForm(_form(check, asking)))


def record_understanding(
    check: UnderstandingCheck, asking: Asking, event: FormSubmitted
) -> Effects[AfterForm]:
    """
    Keep the understanding with its scope, its firmness and how it came back, and show it.

    Raises:
        CheckInClosed: It has not been read yet.
        NotAllowed: What was marked is not shared, it is recorded already, or it has not come back.
    """
    part = _require(check, asking)
    problems: dict[str, Phrase] = {}
    scope, firmness = event.answers.get(SCOPE, ""), event.answers.get(FIRMNESS, "")
    if scope not in set(Scope):
        problems[SCOPE] = Phrase("record_understanding-no-scope")
    if firmness not in set(Firmness):
        problems[FIRMNESS] = Phrase("mark-no-firmness")
    turns = _read(TURNS, _turns(asking), event, problems)
    rests_on = _read(RESTS_ON, _shared(asking), event, problems) if event.answers.get(RESTS_ON) else ()
    if problems:
        return Effects(reply=RejectForm(_form(check, asking), problems, event.answers))
    kept = Understanding(
        id=UnderstandingId(new_id(event.seed, "understanding")),
        dialogue=check.dialogue,
        number=len(asking.loaded(Record).understandings) + 1,
        check=check.id,
        scope=Scope(scope),
        firmness=Firmness(firmness),
        shared_by=part.marks.same if part.marks else 0,
        seen_differently=tuple(each.id for each in part.differing),
        based_on=rests_on,
        returned_turns=turns,
        returned_lines=(check.line,) if check.line else (),
        recorded_by=asking.me.id,
        made_at=event.at,
    )
    shown = understanding_message(kept, part, return_choice(check.dialogue, pointer_to(check)))
    return Effects(
        keep=(kept,),
        reply=Say(Message(Phrase("record_understanding-thanks", {"number": kept.number}))),
        posts=(Post(PostId(kept.id), check.place, shown),),
        deed=Deed(action=Action.RECORD_UNDERSTANDING, target=check.id),
    )


def _require(check: UnderstandingCheck, asking: Asking) -> CheckExcerpt:
    asking.here.require_open()
    check.require_stage(Stage.READ)
    part = next(each for each in see_understanding(asking.loaded(Record), None) if each.check.id == check.id)
    if part.understanding is not None:
        raise NotAllowed(Phrase("record_understanding-already"))
    if check.reading not in (SharedReading.SHARED, SharedReading.PARTLY_SHARED):
        raise NotAllowed(Phrase("record_understanding-not-shared"))
    return part


def _turns(asking: Asking) -> dict[str, str]:
    """Return the answers of one person to another, by how people name them."""
    return {f"{Sign.CONTRIBUTION}{c.number}": c.id for c in _answers(asking)}


def _answers(asking: Asking) -> list[Contribution]:
    said = asking.loaded(Record).contributions
    by_id = {c.id: c for c in said}
    return [
        c
        for c in said
        if c.to in by_id and c.number and c.state is ContributionState.LIVE and c.shared_on
        if not _is_to_oneself(c, by_id[c.to])
    ]


def _is_to_oneself(answer: Contribution, to: Contribution) -> bool:
    """Whether everybody can see that one person answers themselves; else a refusal would tell who wrote."""
    return bool(answer.member) and answer.member == to.member and is_shown_alike(answer, to)


def _shared(asking: Asking) -> dict[str, str]:
    return {
        f"{Sign.INTERPRETATION}{each.number}": each.id
        for each in asking.loaded(Record).interpretations
        if each.is_shared and each.state is ContributionState.LIVE
    }


def _read(
    field: str, known: dict[str, str], event: FormSubmitted, problems: dict[str, Phrase]
) -> tuple[str, ...]:
    try:
        references = read_references(event.answers.get(field, ""))
        if missing := [reference for reference in references if reference not in known]:
            raise NotFound(Phrase(f"record_understanding-no-{field}", {"reference": missing[0]}))
    except Refusal as refusal:
        problems[field] = refusal.phrase
        return ()
    return tuple(known[reference] for reference in references)


def _form(check: UnderstandingCheck, asking: Asking) -> Form:
    scopes = tuple(Option(each, Phrase(f"record_understanding-{each}-option")) for each in Scope)
    firm = tuple(Option(each, Phrase(f"mark-{each}-option")) for each in Firmness)
    since = [c for c in _answers(asking) if c.made_at >= check.opened_at] or _answers(asking)
    proposed = ", ".join(f"#{c.number}" for c in since[-OFFERED_MOST:])
    one_of = FieldKind.ONE_OF
    return Form(
        title=Phrase("record_understanding-title"),
        ticket=Ticket(Action.RECORD_UNDERSTANDING, check.id),
        intro=(
            Phrase("mark-line", {"body": Quote(check.line or "")}),
            Phrase("record_understanding-intro"),
        ),
        fields=(
            Field(id=SCOPE, label=Phrase("record_understanding-scope-field"), kind=one_of, options=scopes),
            Field(id=FIRMNESS, label=Phrase("mark-firmness-field"), kind=one_of, options=firm),
            Field(
                id=TURNS, label=Phrase("record_understanding-turns-field"),
                hint=Phrase("record_understanding-turns-hint"), most=200,
            ),
            Field(
                id=RESTS_ON, label=Phrase("record_understanding-rests_on-field"),
                hint=Phrase("record_understanding-rests_on-hint"), is_required=False, most=200,
            ),
        ),
        values={TURNS: proposed},
    )  # fmt: skip
