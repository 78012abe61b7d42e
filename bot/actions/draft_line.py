"""Draft a line of the notes, or a new edition of one; those it cites are asked "is this what you meant?"."""

from bot.dialogue.contributions import Revision
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.dissent import NOTE_LEVELS
from bot.dialogue.limits import require_words_left
from bot.dialogue.lines import LINE_MOST, NEEDS_WORDS, ORIGIN_MOST, Line, LineKind
from bot.dialogue.record import Record
from bot.dialogue.sources import Source, require_citable, sources_in
from bot.dialogue.standing import Recent
from bot.dialogue.texts import read_text
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.understandings import Stage
from bot.errors import NotAllowed, NotFound, Refusal
from bot.identifiers import LineId, RevisionId, Seed, new_id
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm, Reply, Say, Telling
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Choice, Field, FieldKind, Form, Message, Option
from bot.speech.noted import drafters_in, line_post
from bot.speech.telling import tell
from bot.speech.writing import BODY, usual_level
from bot.words import Phrase, Quote

ABOUT, KIND, SOURCES, ORIGIN = "about", "kind", "sources", "origin"


def offer_draft(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Open the form for a new line, or for a new edition of the one that is named.

    Raises:
        NotAllowed: Here only facilitators draft.
        NotFound: There is no line with this number.
    """
    require_may_draft(dialogue, asking)
    typed = event.options.get(ABOUT, "") if isinstance(event, CommandGiven) else ""
    earlier = _earlier(asking, event.ticket.choice or typed)
    return Effects(reply=OpenForm(_form(dialogue, asking, earlier)))


def draft_line(dialogue: Dialogue, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep the line as a draft, show it, and ask every author it cites.

    Raises:
        NotAllowed: Here only facilitators draft, or the member has sent too much in a short while.
        NotFound: There is no line with this number.
    """
    require_may_draft(dialogue, asking)
    earlier = _earlier(asking, event.ticket.choice)
    problems: dict[str, Phrase] = {}
    body = read_body(event, problems)
    origin = _read(ORIGIN, ORIGIN_MOST, event, problems) if event.answers.get(ORIGIN, "").strip() else ""
    kind = event.answers.get(KIND, "")
    sources = _read_sources(asking, event, problems)
    problems |= {} if problems else _missing(kind, sources, origin)
    if problems:
        return Effects(reply=RejectForm(_form(dialogue, asking, earlier), problems, event.answers))
    line, text = keep_line(asking, event, LineKind(kind), sources, body, earlier, origin)
    thanks = Phrase("draft_line-thanks", {"number": line.number, "asked": len(sources)})
    take_back = Choice(Phrase("withdraw_line-choice"), Ticket(Action.WITHDRAW_LINE, line.id))
    return Effects(
        keep=(line, text),
        reply=Say(Message(thanks, (take_back,))),
        posts=(line_post(dialogue, asking.loaded(Record), line),),
        tell=questions(event.seed, line, sources),
        settled=(earlier.id,) if earlier else (),
    )


def require_may_draft(dialogue: Dialogue, asking: Asking) -> None:
    """
    Let only those draft whom the facilitators let.

    Raises:
        DialogueClosed: It has ended.
        NotAllowed: Here only facilitators draft.
    """
    dialogue.require_open()
    if not drafters_in(asking.loaded(Record)).may(asking.me):
        raise NotAllowed(Phrase("draft_line-facilitators-only"))


def read_body(event: FormSubmitted, problems: dict[str, Phrase]) -> str:
    """Read the text of a line, or note what is wrong with it."""
    return _read(BODY, LINE_MOST, event, problems)


def keep_line(  # noqa: PLR0913, PLR0917 - what a line is made of
    asking: Asking,
    event: FormSubmitted,
    kind: LineKind,
    sources: tuple[Source, ...],
    body: str,
    earlier: Line | None = None,
    origin: str = "",
) -> tuple[Line, Revision]:
    """
    Return a line with its text, to be kept.

    Raises:
        NotAllowed: The member has sent too much in a short while.
    """
    recent = asking.loaded(Recent)
    require_words_left(recent.moments(event.at), event.at, asking.house.limits, recent.earlier)
    line = _line(asking, event, earlier, kind, sources, origin)
    text = Revision(
        id=RevisionId(new_id(event.seed, "revision")),
        of=line.id,
        dialogue=line.dialogue,
        number=1,
        body=body,
        made_at=event.at,
    )
    return line, text


def questions(seed: Seed, line: Line, sources: tuple[Source, ...]) -> tuple[Telling, ...]:
    """Ask each author once, however many of their words are cited, and whether or not they show a name."""
    told = Phrase("confirm_line-told", {"number": line.number, "body": Quote(line.id)})
    authors = dict.fromkeys(source.member for source in sources)
    return tuple(
        telling for author in authors for telling in tell(seed, author, told, Action.CONFIRM_LINE, line.id)
    )


def _earlier(asking: Asking, typed: str) -> Line | None:
    """Return the newest edition of the line that is named."""
    if not typed:
        return None
    number = typed.upper().removeprefix("N")
    found = [line for line in asking.loaded(Record).lines if str(line.number) == number]
    if not found:
        raise NotFound(Phrase("draft_line-no-such-number", {"typed": typed[:20]}))
    found[-1].require_live()
    checks = asking.loaded(Record).understanding_checks
    if any(check.line == found[-1].id and check.stage is Stage.MARKING for check in checks):
        raise NotAllowed(Phrase("draft_line-being-marked", {"number": found[-1].number}))
    return found[-1]


def _read(field: str, most: int, event: FormSubmitted, problems: dict[str, Phrase]) -> str:
    try:
        return read_text(event.answers.get(field, ""), most)
    except Refusal as refusal:
        problems[field] = refusal.phrase
        return ""


def _read_sources(asking: Asking, event: FormSubmitted, problems: dict[str, Phrase]) -> tuple[Source, ...]:
    typed = event.answers.get(SOURCES, "").strip()
    if not typed:
        return ()
    try:
        return require_citable(asking.loaded(Record), typed, event.at)
    except Refusal as refusal:
        problems[SOURCES] = refusal.phrase
        return ()


def _missing(kind: str, sources: tuple[Source, ...], origin: str) -> dict[str, Phrase]:
    """Say what a line of this kind cannot be without."""
    if kind not in set(LineKind):
        return {KIND: Phrase("draft_line-no-kind")}
    if kind in NEEDS_WORDS and not sources:
        return {SOURCES: Phrase("draft_line-needs-sources")}
    if kind == LineKind.FACT and not origin:
        return {ORIGIN: Phrase("draft_line-fact-needs-origin")}
    if not sources and not origin:
        return {ORIGIN: Phrase("draft_line-needs-origin")}
    return {}


def _line(  # noqa: PLR0913, PLR0917 - what was read from the form, and who sent it
    asking: Asking,
    event: FormSubmitted,
    earlier: Line | None,
    kind: LineKind,
    sources: tuple[Source, ...],
    origin: str,
) -> Line:
    level = usual_level(asking.me, NOTE_LEVELS)
    return Line(
        id=LineId(new_id(event.seed, "line")),
        dialogue=asking.here.id,
        number=earlier.number if earlier else _last_number(asking) + 1,
        edition=earlier.edition + 1 if earlier else 1,
        kind=kind,
        sources=tuple(source.id for source in sources),
        origin=origin,
        member=asking.me.id,
        level=level,
        shown_name=asking.me.shown_as(level),
        made_at=event.at,
    )


def _last_number(asking: Asking) -> int:
    return max((line.number for line in asking.loaded(Record).lines), default=0)


def _form(dialogue: Dialogue, asking: Asking, earlier: Line | None) -> Form:
    level = usual_level(asking.me, NOTE_LEVELS)
    intro = [Phrase("draft_line-intro", {"name": asking.me.shown_as(level)})]
    if earlier:
        intro.append(Phrase("draft_line-earlier", {"number": earlier.number, "body": Quote(earlier.id)}))
    kinds = tuple(Option(kind, Phrase(f"draft_line-{kind}-option")) for kind in LineKind)
    return Form(
        title=Phrase("draft_line-title"),
        ticket=Ticket(Action.DRAFT_LINE, dialogue.id, str(earlier.number) if earlier else ""),
        intro=tuple(intro),
        fields=(
            Field(id=BODY, label=Phrase("draft_line-body-field"), kind=FieldKind.PARAGRAPH, most=LINE_MOST),
            Field(id=KIND, label=Phrase("draft_line-kind-field"), kind=FieldKind.ONE_OF, options=kinds),
            Field(
                id=SOURCES, label=Phrase("draft_line-sources-field"), hint=Phrase("draft_line-sources-hint"),
                is_required=False, most=200,
            ),
            Field(
                id=ORIGIN, label=Phrase("draft_line-origin-field"), hint=Phrase("draft_line-origin-hint"),
                is_required=False, most=ORIGIN_MOST,
            ),
        ),
        values=_values(asking, earlier),
    )  # fmt: skip


def _values(asking: Asking, earlier: Line | None) -> dict[str, str]:
    """Return what the form opens with: kind and sources of the earlier edition, and one's own text of it."""
    if earlier is None:
        return {}
    record = asking.loaded(Record)
    names = {source.id: source.reference for source in sources_in(record).values()}
    values = {KIND: str(earlier.kind), SOURCES: ", ".join(names[i] for i in earlier.sources if i in names)}
    if earlier.member == asking.me.id:
        revisions = record.revisions.get(earlier.id, ())
        values |= {BODY: revisions[-1].body if revisions else "", ORIGIN: earlier.origin}
    return values
