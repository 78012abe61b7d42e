"""How a member wants to be met: usual name, language, time zone, quiet hours."""

import re
from contextlib import suppress
from dataclasses import replace
from datetime import time

from bot.actions.start import LANGUAGES
from bot.dialogue.attribution import Attribution
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.manners import QuietHours
from bot.dialogue.members import NAME_LENGTH, Member
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.typed_time import read_zone
from bot.errors import Refusal, Unreadable
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Choice, Field, FieldKind, Form, Message, Option
from bot.speech.writing import CHOSEN_NAME, LEVEL, read_name
from bot.words import Phrase

LANGUAGE, ZONE, QUIET = "language", "zone", "quiet"
_HOURS = re.compile("([0-9]{1,2})[:.]([0-9]{2})[-–]([0-9]{1,2})[:.]([0-9]{2})")


def offer_preferences(
    dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    """Open the form with what is set now."""
    return Effects(reply=OpenForm(_form(dialogue, asking.me)))


def set_preferences(dialogue: Dialogue, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """Keep what the member chose, for this dialogue."""
    problems: dict[str, Phrase] = {}
    member = replace(
        asking.me,
        level=next(
            (level for level in dialogue.levels if level == event.answers.get(LEVEL)), asking.me.level
        ),
        chosen_name=_read_chosen_name(event, problems),
        language=next(
            (known for known in LANGUAGES if known == event.answers.get(LANGUAGE)), asking.me.language
        ),
        zone=_read_zone(event, problems),
        quiet=_read_quiet(event, asking.me.quiet, problems),
    )
    if member.level is Attribution.CHOSEN_NAME and not member.chosen_name:
        problems.setdefault(CHOSEN_NAME, Phrase("contribute-no-chosen-name"))
    if problems:
        return Effects(reply=RejectForm(_form(dialogue, asking.me), problems, event.answers))
    manners = Choice(Phrase("set_manners-choice"), Ticket(Action.SET_MANNERS, dialogue.id))
    return Effects(keep=(member,), reply=Say(Message(Phrase("set_preferences-thanks"), (manners,))))


def _read_chosen_name(event: FormSubmitted, problems: dict[str, Phrase]) -> str:
    typed = event.answers.get(CHOSEN_NAME, "").strip()
    try:
        return read_name(typed) if typed else ""
    except Refusal as refusal:
        problems[CHOSEN_NAME] = refusal.phrase
        return ""


def _read_zone(event: FormSubmitted, problems: dict[str, Phrase]) -> str:
    typed = event.answers.get(ZONE, "").strip()
    try:
        return read_zone(typed) if typed else ""
    except Refusal as refusal:
        problems[ZONE] = refusal.phrase
        return ""


def _read_quiet(event: FormSubmitted, before: QuietHours, problems: dict[str, Phrase]) -> QuietHours:
    typed = event.answers.get(QUIET, "").replace(" ", "")
    if not typed:
        return before
    try:
        return read_quiet(typed)
    except Refusal as refusal:
        problems[QUIET] = refusal.phrase
        return before


def read_quiet(typed: str) -> QuietHours:
    """
    Read quiet hours such as "20:00-08:00".

    Raises:
        Unreadable: These are not two times of day.
    """
    if found := _HOURS.fullmatch(typed):
        begin_hour, begin_minute, end_hour, end_minute = map(int, found.groups())
        with suppress(ValueError):
            return QuietHours(begin=time(begin_hour, begin_minute), end=time(end_hour, end_minute))
    raise Unreadable(Phrase("set_preferences-quiet-unclear", {"typed": typed}))


def _form(dialogue: Dialogue, member: Member) -> Form:
    levels = tuple(Option(level, Phrase(f"contribute-{level}-option")) for level in dialogue.levels)
    languages = tuple(Option(known, Phrase(f"general-language-{known}-option")) for known in LANGUAGES)
    quiet = f"{member.quiet.begin:%H:%M}-{member.quiet.end:%H:%M}"
    one_of = FieldKind.ONE_OF
    return Form(
        title=Phrase("set_preferences-title"),
        ticket=Ticket(Action.SET_PREFERENCES, dialogue.id),
        intro=(Phrase("set_preferences-intro"),),
        fields=(
            Field(
                id=LEVEL,
                label=Phrase("set_preferences-level-field"),
                kind=one_of,
                options=levels,
                is_required=False,
            ),
            Field(
                id=CHOSEN_NAME,
                label=Phrase("contribute-chosen-name-field"),
                is_required=False,
                most=NAME_LENGTH,
            ),
            Field(
                id=LANGUAGE,
                label=Phrase("set_preferences-language-field"),
                kind=one_of,
                options=languages,
                is_required=False,
            ),
            Field(
                id=ZONE,
                label=Phrase("set_preferences-zone-field"),
                hint=Phrase("set_preferences-zone-hint"),
                is_required=False,
                most=60,
            ),
            Field(
                id=QUIET,
                label=Phrase("set_preferences-quiet-field"),
                hint=Phrase("set_preferences-quiet-hint"),
                is_required=False,
                most=20,
            ),
        ),
        values={
            LEVEL: member.level or "",
            CHOSEN_NAME: member.chosen_name,
            LANGUAGE: member.language or dialogue.language,
            ZONE: member.zone,
            QUIET: quiet,
        },
    )
