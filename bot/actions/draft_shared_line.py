"""Draft one line from what people said in their own words; whoever was asked marks it for three days."""

from dataclasses import replace

from bot.actions.draft_line import SOURCES, keep_line, questions, read_body, require_may_draft
from bot.actions.understand import closing_of
from bot.dialogue.lines import LINE_MOST, LineKind
from bot.dialogue.record import Record
from bot.dialogue.references import Sign
from bot.dialogue.sources import Source, require_citable
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.understandings import FEWEST, MARK_FOR, Stage, UnderstandingCheck
from bot.errors import Refusal
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Field, FieldKind, Form, Message
from bot.speech.noted import line_post
from bot.speech.understood import check_post, mark_choices, marking_message, restatement_message, seen_after
from bot.speech.writing import BODY
from bot.words import Phrase, Value


def offer_shared_line(
    check: UnderstandingCheck, asking: Asking, event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    """
    Open the form with everything that was said above it.

    Raises:
        CheckInClosed: It is not at this step.
        NotAllowed: Here only facilitators draft.
    """
    del event
    _require(check, asking)
    return Effects(reply=OpenForm(_form(check, asking)))


def draft_shared_line(check: UnderstandingCheck, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep the line, ask those it cites, and open the second step, in which everybody marks it.

    Raises:
        CheckInClosed: It is not at this step.
        NotAllowed: Here only facilitators draft, or the member has sent too much in a short while.
    """
    _require(check, asking)
    problems: dict[str, Phrase] = {}
    body = read_body(event, problems)
    sources = _read_sources(check, asking, event, problems)
    if problems:
        return Effects(reply=RejectForm(_form(check, asking), problems, event.answers))
    line, text = keep_line(asking, event, LineKind.COMMON_GROUND, sources, body)
    marking = replace(check, stage=Stage.MARKING, line=line.id, closes_at=event.at + MARK_FOR)
    values: dict[str, Value] = {"number": line.number, "closes": marking.closes_at}
    return Effects(
        keep=(line, text, marking, closing_of(marking, asking.here)),
        reply=Say(Message(Phrase("draft_shared_line-thanks", values))),
        posts=(
            line_post(asking.here, asking.loaded(Record), line),
            check_post(check, "marking-", marking_message(marking, *mark_choices(check))),
        ),
        tell=questions(event.seed, line, sources),
    )


def _require(check: UnderstandingCheck, asking: Asking) -> None:
    require_may_draft(asking.here, asking)
    check.require_stage(Stage.SHOWN)


def _read_sources(
    check: UnderstandingCheck, asking: Asking, event: FormSubmitted, problems: dict[str, Phrase]
) -> tuple[Source, ...]:
    record = asking.loaded(Record)
    here = {each.id for each in record.restatements if each.check == check.id}
    try:
        found = require_citable(record, event.answers.get(SOURCES, ""), event.at)
    except Refusal as refusal:
        problems[SOURCES] = refusal.phrase
        return ()
    if len(found) < FEWEST or any(source.id not in here for source in found):
        problems[SOURCES] = Phrase("draft_shared_line-two-of-these", {"fewest": FEWEST})
    return found


def _form(check: UnderstandingCheck, asking: Asking) -> Form:
    part = seen_after(asking.loaded(Record), check)
    there = [each for each in part.restatements if each.words]
    said = (restatement_message(each).phrase for each in there)
    return Form(
        title=Phrase("draft_shared_line-title"),
        ticket=Ticket(Action.DRAFT_SHARED_LINE, check.id),
        intro=(Phrase("draft_shared_line-intro"), *said),
        fields=(
            Field(
                id=BODY,
                label=Phrase("draft_shared_line-body-field"),
                kind=FieldKind.PARAGRAPH,
                most=LINE_MOST,
            ),
            Field(
                id=SOURCES,
                label=Phrase("draft_line-sources-field"),
                hint=Phrase("draft_shared_line-sources-hint", {"sign": str(Sign.RESTATEMENT)}),
                most=200,
            ),
        ),
        values={SOURCES: ", ".join(each.reference for each in there)},
    )
