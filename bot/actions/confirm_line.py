"""Is this what you meant? Only whoever wrote the words that a line cites can say so; nobody for them."""

from dataclasses import replace

from bot.dialogue.contributions import Revision
from bot.dialogue.kept import Kept
from bot.dialogue.limits import require_words_left
from bot.dialogue.line_excerpts import LineExcerpt, SourceExcerpt, see_lines
from bot.dialogue.lines import LINE_MOST, CheckAnswer, Line, LineCheck
from bot.dialogue.record import Record
from bot.dialogue.sources import sources_in
from bot.dialogue.standing import Recent
from bot.dialogue.texts import read_text
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed, NotFound, Refusal
from bot.identifiers import LineCheckId, RevisionId, Seed, new_id
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm, Reply, Say, Telling
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Choice, Field, FieldKind, Form, Message
from bot.speech.noted import line_post
from bot.speech.telling import tell
from bot.speech.writing import BODY
from bot.words import Part, Phrase, Quote, Value


def offer_confirm(line: Line, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Ask about each of the member's own words that the line cites, or keep the answer that was pressed.

    Raises:
        NotAllowed: None of the words that it cites are the member's.
        NotFound: The line is gone or was written anew, or the button asks for something else.
    """
    part = _require_asked(line, asking)
    if not event.ticket.choice:
        return Effects(reply=Say(_question(part)))
    answer, source = _read_choice(event.ticket.choice, part)
    if answer is CheckAnswer.NEARLY:
        return Effects(reply=OpenForm(_form(part, source)))
    return _kept(part, source, answer, "", asking, event)


def confirm_line(line: Line, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep "nearly" with the wording the author would rather see.

    Raises:
        NotAllowed: The words are not the member's, or too much was sent in a short while.
        NotFound: The line is gone or was written anew.
    """
    part = _require_asked(line, asking)
    answer, source = _read_choice(event.ticket.choice, part)
    try:
        wording = read_text(event.answers.get(BODY, ""), LINE_MOST)
    except Refusal as refusal:
        return Effects(reply=RejectForm(_form(part, source), {BODY: refusal.phrase}, event.answers))
    recent = asking.loaded(Recent)
    require_words_left(recent.moments(event.at), event.at, asking.house.limits, recent.earlier)
    return _kept(part, source, answer, wording, asking, event)


def _require_asked(line: Line, asking: Asking) -> LineExcerpt:
    asking.here.require_open()
    line.require_live()
    part = next(each for each in see_lines(asking.loaded(Record), asking.me.id) if each.id == line.id)
    if not part.is_newest:
        raise NotFound(Phrase("confirm_line-replaced", {"number": line.number}))
    if not any(source.is_own and source.is_there for source in part.sources):
        raise NotAllowed(Phrase("confirm_line-not-asked", {"number": line.number}))
    return part


def _read_choice(choice: str, part: LineExcerpt) -> tuple[CheckAnswer, SourceExcerpt]:
    """Read `yes.7`: an answer about the own words with this number."""
    answer, _, number = choice.partition(".")
    own = (source for source in part.sources if source.is_own and source.is_there)
    source = next((each for each in own if _key(each) == number), None)
    if source is None or answer not in set(CheckAnswer):
        raise NotFound(Phrase("refusals-button"))
    return CheckAnswer(answer), source


def _key(source: SourceExcerpt) -> str:
    """Return how a source is named on a button."""
    return source.reference.removeprefix("#")


def _kept(  # noqa: PLR0913, PLR0917 - an answer, and all that it follows from
    part: LineExcerpt,
    source: SourceExcerpt,
    answer: CheckAnswer,
    wording: str,
    asking: Asking,
    event: CommandGiven | ChoicePicked | FormSubmitted,
) -> Effects[Say]:
    check = _check(part, source, answer, asking, event)
    keep: list[Kept] = [check]
    if wording:
        keep.append(_wording(check, wording, event))
    record = asking.loaded(Record)
    post = line_post(asking.here, record, check)
    left = tuple(other for other in part.open_for_me if other.id != source.id)
    thanks = Phrase(f"confirm_line-kept-{answer}", {"number": Quote(source.id, Part.NUMBER)})
    return Effects(
        keep=tuple(keep),
        erase=(check.id,) if source.wording and not wording else (),
        reply=Say(Message(thanks, (), tuple(_about(part, each) for each in left))),
        posts=(post,),
        tell=_told(event.seed, part.line, answer, asking),
        done=() if left else (part.id,),
    )


def _check(
    part: LineExcerpt,
    source: SourceExcerpt,
    answer: CheckAnswer,
    asking: Asking,
    event: CommandGiven | ChoicePicked | FormSubmitted,
) -> LineCheck:
    """Return the author's earlier answer changed, or a new one at the level of the words that are cited."""
    record = asking.loaded(Record)
    earlier = next((c for c in record.line_checks if (c.line, c.source) == (part.id, source.id)), None)
    if earlier is not None:
        edits = earlier.edits + (answer is CheckAnswer.NEARLY)
        return replace(earlier, answer=answer, made_at=event.at, edits=edits)
    cited = sources_in(record)[source.id]
    return LineCheck(
        id=LineCheckId(new_id(event.seed, f"check {source.id}")),
        line=part.id,
        source=source.id,
        dialogue=asking.here.id,
        member=asking.me.id,
        answer=answer,
        level=source.level,
        shown_name=cited.shown_name,
        made_at=event.at,
        edits=int(answer is CheckAnswer.NEARLY),
    )


def _wording(check: LineCheck, wording: str, event: FormSubmitted | ChoicePicked | CommandGiven) -> Revision:
    return Revision(
        id=RevisionId(new_id(event.seed, "revision")),
        of=check.id,
        dialogue=check.dialogue,
        number=check.edits,
        body=wording,
        made_at=event.at,
    )


def _told(seed: Seed, line: Line, answer: CheckAnswer, asking: Asking) -> tuple[Telling, ...]:
    """Tell whoever drafted it that something is to be done; by whom it was said is not told."""
    if answer is CheckAnswer.YES or line.member == asking.me.id:
        return ()
    told = Phrase(f"confirm_line-told-{answer}", {"number": line.number})
    return tell(seed, line.member, told, Action.SHOW_NOTES, line.dialogue)


def _question(part: LineExcerpt) -> Message:
    values: dict[str, Value] = {
        "number": part.line.number,
        "author": Quote(part.id, Part.AUTHOR),
        "body": Quote(part.id),
    }
    own = (source for source in part.sources if source.is_own and source.is_there)
    return Message(Phrase("confirm_line-question", values), (), tuple(_about(part, each) for each in own))


def _about(part: LineExcerpt, source: SourceExcerpt) -> Message:
    """Return one of the member's own texts that the line cites, with the answers; the one given is said."""
    values: dict[str, Value] = {"number": Quote(source.id, Part.NUMBER), "body": Quote(source.id)}
    choices = tuple(
        Choice(
            Phrase(f"confirm_line-{answer}-choice"),
            Ticket(Action.CONFIRM_LINE, part.id, f"{answer}.{_key(source)}"),
        )
        for answer in CheckAnswer
    )
    said = (Message(Phrase(f"confirm_line-said-{source.answer}")),) if source.answer else ()
    return Message(Phrase("confirm_line-about", values), choices, said)


def _form(part: LineExcerpt, source: SourceExcerpt) -> Form:
    return Form(
        title=Phrase("confirm_line-title"),
        ticket=Ticket(Action.CONFIRM_LINE, part.id, f"{CheckAnswer.NEARLY}.{_key(source)}"),
        intro=(
            Phrase("confirm_line-form", {"number": part.line.number, "body": Quote(part.id)}),
            Phrase(f"confirm_line-level-{source.level}"),
        ),
        fields=(
            Field(id=BODY, label=Phrase("confirm_line-body-field"), kind=FieldKind.PARAGRAPH, most=LINE_MOST),
        ),
        values={BODY: source.wording},
    )
