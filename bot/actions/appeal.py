"""Ask the facilitators to look again at something they did; any member can, and an answer follows."""

from bot.dialogue.appeals import Appeal
from bot.dialogue.contributions import ContributionKind, Revision
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.limits import require_words_left
from bot.dialogue.record import Record
from bot.dialogue.standing import Everybody, Recent
from bot.dialogue.texts import read_text
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.visibility import excerpt
from bot.errors import Refusal
from bot.identifiers import AppealId, ContributionId, RevisionId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Field, FieldKind, Form, Message
from bot.speech.telling import tell_all
from bot.words import Phrase, Quote

ABOUT, WORDS = "about", "words"
ABOUT_MOST = 20


def offer_appeal(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """Open the form, with the contribution that was named already in it."""
    typed = event.options.get(ABOUT, "") if isinstance(event, CommandGiven) else ""
    number = (event.ticket.choice or typed).strip().removeprefix("#")
    return Effects(reply=OpenForm(_form(dialogue, f"#{number}" if number.isdecimal() else "")))


def appeal(dialogue: Dialogue, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep the appeal and tell the facilitators what it says, not who wrote it.

    Raises:
        NotAllowed: The member has sent too much in a short while.
    """
    problems: dict[str, Phrase] = {}
    about = _read_about(event, asking, problems)
    words = _read_words(event, problems)
    if problems:
        return Effects(reply=RejectForm(_form(dialogue), problems, event.answers))
    recent = asking.loaded(Recent)
    require_words_left(recent.moments(event.at), event.at, asking.house.limits, recent.earlier)
    made, revision = _made(about, words, asking, event)
    told = Phrase("appeal-told", {"body": Quote(made.id)})
    return Effects(
        keep=(made, revision),
        reply=Say(Message(Phrase("appeal-thanks"))),
        tell=tell_all(event.seed, asking.loaded(Everybody).facilitators, told, Action.ANSWER_APPEAL, made.id),
    )


def _made(
    about: ContributionId | None, words: str, asking: Asking, event: FormSubmitted
) -> tuple[Appeal, Revision]:
    made = Appeal(
        id=AppealId(new_id(event.seed, "appeal")),
        dialogue=asking.here.id,
        member=asking.me.id,
        about=about,
        made_at=event.at,
    )
    revision = Revision(
        id=RevisionId(new_id(event.seed, "revision")),
        of=made.id,
        dialogue=made.dialogue,
        number=1,
        body=words,
        made_at=event.at,
    )
    return made, revision


def _read_about(event: FormSubmitted, asking: Asking, problems: dict[str, Phrase]) -> ContributionId | None:
    """Find the contribution that is named, among those that the member can see."""
    typed = event.answers.get(ABOUT, "").strip()
    if not typed:
        return None
    number = typed.removeprefix("#")
    for entry in excerpt(asking.loaded(Record), asking.me, event.at).entries():
        if entry.number and str(entry.number) == number and entry.kind is ContributionKind.WORDS:
            return entry.id
    problems[ABOUT] = Phrase("appeal-no-such-number", {"typed": typed[:ABOUT_MOST]})
    return None


def _read_words(event: FormSubmitted, problems: dict[str, Phrase]) -> str:
    try:
        return read_text(event.answers.get(WORDS, ""))
    except Refusal as refusal:
        problems[WORDS] = refusal.phrase
        return ""


def _form(dialogue: Dialogue, about: str = "") -> Form:
    about_hint = Phrase("appeal-about-hint")
    return Form(
        title=Phrase("appeal-title"),
        ticket=Ticket(Action.APPEAL, dialogue.id),
        intro=(Phrase("appeal-intro"),),
        fields=(
            Field(
                id=ABOUT,
                label=Phrase("appeal-about-field"),
                hint=about_hint,
                is_required=False,
                most=ABOUT_MOST,
            ),
            Field(id=WORDS, label=Phrase("appeal-words-field"), kind=FieldKind.PARAGRAPH),
        ),
        values={ABOUT: about},
    )
