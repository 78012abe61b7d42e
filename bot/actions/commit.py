"""Take something on: what, who, by when, and from whose words it comes."""

from datetime import date
from zoneinfo import ZoneInfo

from bot.dialogue.contributions import Revision
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.follow_ups import WHAT_MOST, WHO_MOST, Commitment, FollowUpCounts
from bot.dialogue.limits import require_words_left
from bot.dialogue.record import Record
from bot.dialogue.standing import Recent
from bot.dialogue.texts import read_text
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.typed_time import read_time
from bot.dialogue.visibility import excerpt
from bot.errors import Refusal
from bot.identifiers import CommitmentId, ContributionId, RevisionId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Choice, Field, FieldKind, Form, Message
from bot.speech.naming_sources import read_sources
from bot.words import Phrase

WHAT, WHO, WHEN, SOURCES = "what", "doer", "when", "sources"
WHEN_MOST, SOURCES_MOST = 60, 150


def offer_commit(dialogue: Dialogue, asking: Asking, _event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """Open the form, with the member's own name in it."""
    return Effects(reply=OpenForm(_form(dialogue, asking)))


def commit(dialogue: Dialogue, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep what is taken on.

    Raises:
        NotAllowed: The member has sent too much in a short while.
    """
    problems: dict[str, Phrase] = {}
    what = _read(event, WHAT, WHAT_MOST, problems)
    who = _read(event, WHO, WHO_MOST, problems)
    by_when = _read_day(dialogue, event, problems)
    sources = _read_sources(asking, event, problems)
    if problems or by_when is None:
        return Effects(reply=RejectForm(_form(dialogue, asking), problems, event.answers))
    recent = asking.loaded(Recent)
    require_words_left(recent.moments(event.at), event.at, asking.house.limits, recent.earlier)
    commitment = Commitment(
        id=CommitmentId(new_id(event.seed, "commitment")),
        dialogue=dialogue.id,
        number=asking.loaded(FollowUpCounts).commitments + 1,
        sources=sources,
        who=who,
        by_when=by_when,
        member=asking.me.id,
        shown_name=asking.me.name,
        made_at=event.at,
    )
    revision = Revision(
        id=RevisionId(new_id(event.seed, "revision")),
        of=commitment.id,
        dialogue=dialogue.id,
        number=1,
        body=what,
        made_at=event.at,
    )
    shown = Choice(Phrase("show_follow_up-choice"), Ticket(Action.SHOW_FOLLOW_UP, dialogue.id))
    return Effects(keep=(commitment, revision), reply=Say(Message(Phrase("commit-thanks"), (shown,))))


def _read_sources(
    asking: Asking, event: FormSubmitted, problems: dict[str, Phrase]
) -> tuple[ContributionId, ...]:
    typed = event.answers.get(SOURCES, "")
    if not typed.strip():
        return ()
    seen = excerpt(asking.loaded(Record), asking.member, event.at)
    return read_sources(typed, seen, SOURCES, problems)


def _read_day(dialogue: Dialogue, event: FormSubmitted, problems: dict[str, Phrase]) -> date | None:
    zone = ZoneInfo(dialogue.zone)
    try:
        return read_time(event.answers.get(WHEN, ""), event.at, zone).astimezone(zone).date()
    except Refusal as refusal:
        problems[WHEN] = refusal.phrase
        return None


def _read(event: FormSubmitted, field: str, most: int, problems: dict[str, Phrase]) -> str:
    try:
        return read_text(event.answers.get(field, ""), most)
    except Refusal as refusal:
        problems[field] = refusal.phrase
        return ""


def _form(dialogue: Dialogue, asking: Asking) -> Form:
    sources, hint = Phrase("commit-sources-field"), Phrase("follow_up-sources-hint")
    when = Phrase("commit-when-field")
    return Form(
        title=Phrase("commit-title"),
        ticket=Ticket(Action.COMMIT, dialogue.id),
        intro=(Phrase("commit-intro"),),
        fields=(
            Field(id=WHAT, label=Phrase("commit-what-field"), kind=FieldKind.PARAGRAPH, most=WHAT_MOST),
            Field(id=WHO, label=Phrase("commit-who-field"), most=WHO_MOST),
            Field(id=WHEN, label=when, hint=Phrase("open_round-closes-hint"), most=WHEN_MOST),
            Field(id=SOURCES, label=sources, hint=hint, is_required=False, most=SOURCES_MOST),
        ),
        values={WHO: asking.me.name},
    )
