"""The form in which a member writes their own words: the words, how they are shown, and what that hides."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.dialogue.attribution import (
    FEWEST_FOR_HIDING,
    FEWEST_WITHOUT_WARNING,
    Attribution,
    honest_levels,
    require_honest,
)
from bot.dialogue.members import NAME_LENGTH, Member
from bot.dialogue.rounds import Round
from bot.dialogue.standing import Standing
from bot.dialogue.texts import read_text
from bot.errors import Refusal
from bot.speech.messages import Field, FieldKind, Option
from bot.words import Part, Phrase, Quote, Value

BODY = "body"
LEVEL = "level"
CHOSEN_NAME = "chosen_name"
NEW_TO_ME = "new_to_me"
TICKED = "yes"


@dataclass(frozen=True, slots=True)
class Written:
    """What came out of the form: words as they will be kept, and how their author is shown."""

    body: str
    level: Attribution
    shown_name: str
    is_new_to_me: bool
    member: Member
    """The member, with the chosen name that was given in the form."""


@dataclass(frozen=True, slots=True)
class Signature:
    """How a member wants to be shown, and the member with the chosen name that was given in the form."""

    level: Attribution
    shown_name: str
    member: Member


def usual_level(member: Member, levels: tuple[Attribution, ...]) -> Attribution:
    """Return the level proposed: the usual one, else a chosen name where one is set, else the first."""
    if member.level in levels:
        return member.level
    return Attribution.CHOSEN_NAME if Attribution.CHOSEN_NAME in levels and member.chosen_name else levels[0]


def writing_intro(round: Round, standing: Standing) -> tuple[Phrase, ...]:
    """Return what is said before sending: the question, who sees the answer, what each level hides."""
    return (
        Phrase("contribute-question", {"question": Quote(round.id, Part.QUESTION)}),
        Phrase(f"contribute-sees-{round.reveal}"),
        *(Phrase(f"contribute-level-{level}") for level in honest_levels(round.levels, standing.eligible)),
        *few_people(round.levels, standing.eligible),
    )


def few_people(offered: tuple[Attribution, ...], eligible: int) -> tuple[Phrase, ...]:
    """Return what must be said about hiding where few people could have written."""
    levels = honest_levels(offered, eligible)
    if Attribution.UNNAMED in offered and Attribution.UNNAMED not in levels:
        values: dict[str, Value] = {"eligible": eligible, "fewest": FEWEST_FOR_HIDING}
        return (Phrase("contribute-too-few-to-hide", values),)
    if Attribution.UNNAMED in levels and eligible < FEWEST_WITHOUT_WARNING:
        return (Phrase("contribute-few-people"),)
    return ()


def writing_fields(round: Round, standing: Standing) -> tuple[Field, ...]:
    """Return the fields for words, level, chosen name and "new to me"."""
    tick = Option(TICKED, Phrase("contribute-new-to-me-option"))
    return (
        Field(id=BODY, label=Phrase("contribute-body-field"), kind=FieldKind.PARAGRAPH),
        *signature_fields(honest_levels(round.levels, standing.eligible)),
        Field(
            id=NEW_TO_ME,
            label=Phrase("contribute-new-to-me-field"),
            kind=FieldKind.ANY_OF,
            options=(tick,),
            is_required=False,
        ),
    )


def signature_fields(levels: tuple[Attribution, ...]) -> tuple[Field, ...]:
    """Return the fields in which a member says how they want to be shown."""
    fields: list[Field] = []
    if len(levels) > 1:
        options = tuple(Option(level, Phrase(f"contribute-{level}-option")) for level in levels)
        fields.append(
            Field(id=LEVEL, label=Phrase("contribute-level-field"), kind=FieldKind.ONE_OF, options=options)
        )
    if Attribution.CHOSEN_NAME in levels:
        fields.append(
            Field(
                id=CHOSEN_NAME,
                label=Phrase("contribute-chosen-name-field"),
                is_required=False,
                most=NAME_LENGTH,
            )
        )
    return tuple(fields)


def writing_values(round: Round, member: Member, standing: Standing) -> dict[str, str]:
    """Return what the fields hold when the form opens."""
    levels = honest_levels(round.levels, standing.eligible)
    return {LEVEL: usual_level(member, levels), CHOSEN_NAME: member.chosen_name}


def read_writing(
    answers: Mapping[str, str], round: Round, member: Member, standing: Standing
) -> tuple[Written | None, dict[str, Phrase]]:
    """Read what was sent in; return it, or what is wrong beside each field."""
    problems: dict[str, Phrase] = {}
    body = read_words(problems, BODY, answers.get(BODY, ""))
    signature = read_signature(answers, member, round.levels, standing.eligible, problems)
    if problems or signature is None:
        return None, problems
    is_new = TICKED in answers.get(NEW_TO_ME, "").split(",")
    return Written(body, signature.level, signature.shown_name, is_new, signature.member), {}


def read_signature(
    answers: Mapping[str, str],
    member: Member,
    offered: tuple[Attribution, ...],
    eligible: int,
    problems: dict[str, Phrase],
) -> Signature | None:
    """Read how the member wants to be shown; what is wrong is noted beside its field."""
    level = _read_level(answers, member, offered, eligible, problems)
    named = _read_name(answers, member, problems)
    if level is Attribution.CHOSEN_NAME and not named.chosen_name and CHOSEN_NAME not in problems:
        problems[CHOSEN_NAME] = Phrase("contribute-no-chosen-name")
    return Signature(level, named.shown_as(level), named) if level else None


def read_words(problems: dict[str, Phrase], field: str, text: str) -> str:
    """Read a text as it is kept, or note beside its field what is wrong with it."""
    try:
        return read_text(text)
    except Refusal as refusal:
        problems[field] = refusal.phrase
        return ""


def _read_level(
    answers: Mapping[str, str],
    member: Member,
    offered: tuple[Attribution, ...],
    eligible: int,
    problems: dict[str, Phrase],
) -> Attribution | None:
    levels = honest_levels(offered, eligible)
    typed = answers.get(LEVEL) or usual_level(member, levels)
    try:
        level = Attribution(typed)
        require_honest(level, offered, eligible)
    except ValueError:
        problems[LEVEL] = Phrase("contribute-level-not-offered")
        return None
    except Refusal as refusal:
        problems[LEVEL] = refusal.phrase
        return None
    return level


def _read_name(answers: Mapping[str, str], member: Member, problems: dict[str, Phrase]) -> Member:
    typed = answers.get(CHOSEN_NAME, "").strip()
    if not typed or typed == member.chosen_name:
        return member
    try:
        return replace(member, chosen_name=read_name(typed))
    except Refusal as refusal:
        problems[CHOSEN_NAME] = refusal.phrase
        return member


def read_name(typed: str) -> str:
    """
    Return a name as it is kept: one line, at most 32 characters.

    Raises:
        Unreadable: There is nothing in it, too much, or a broken character.
    """
    return " ".join(read_text(typed, NAME_LENGTH).split())
