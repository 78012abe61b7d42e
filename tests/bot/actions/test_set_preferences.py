"""How a member wants to be met."""

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.actions.set_preferences import offer_preferences, read_quiet, set_preferences
from bot.dialogue.attribution import ALL_LEVELS, Attribution
from bot.dialogue.manners import QuietHours
from bot.dialogue.tickets import Action, Ticket
from bot.errors import Unreadable
from bot.speech.effects import Effects, OpenForm, RejectForm, Say
from bot.speech.messages import Choice, Field, FieldKind, Form, Message, Option
from bot.words import Phrase
from tests.people import BEN, CHIDI, GARDEN, asking, pressed, sent

TICKET = Ticket(Action.SET_PREFERENCES, GARDEN.id)
MANNERS = Choice(Phrase("set_manners-choice"), Ticket(Action.SET_MANNERS, GARDEN.id))
THANKS = Say(Message(Phrase("set_preferences-thanks"), (MANNERS,)))


def a_form(**values: str) -> Form:
    """Return the form."""
    levels = tuple(Option(level, Phrase(f"contribute-{level}-option")) for level in ALL_LEVELS)
    languages = (Option("en", Phrase("general-language-en-option")),)
    key = "set_preferences"
    return Form(
        title=Phrase(f"{key}-title"),
        ticket=TICKET,
        intro=(Phrase(f"{key}-intro"),),
        fields=(
            Field(
                id="level",
                label=Phrase(f"{key}-level-field"),
                kind=FieldKind.ONE_OF,
                options=levels,
                is_required=False,
            ),
            Field(
                id="chosen_name",
                label=Phrase("contribute-chosen-name-field"),
                is_required=False,
                most=32,
            ),
            Field(
                id="language",
                label=Phrase(f"{key}-language-field"),
                kind=FieldKind.ONE_OF,
                options=languages,
                is_required=False,
            ),
            Field(
                id="zone",
                label=Phrase(f"{key}-zone-field"),
                hint=Phrase(f"{key}-zone-hint"),
                is_required=False,
                most=60,
            ),
            Field(
                id="quiet",
                label=Phrase(f"{key}-quiet-field"),
                hint=Phrase(f"{key}-quiet-hint"),
                is_required=False,
                most=20,
            ),
        ),
        values={"level": "", "chosen_name": "Heron", "language": "en", "zone": "", "quiet": "20:00-08:00"}
        | values,
    )


def test_the_form_shows_what_is_set_now() -> None:
    """Nobody has to remember what they chose."""
    set_before = replace(BEN, level=Attribution.UNNAMED, zone="Asia/Kolkata", language="en")

    assert offer_preferences(GARDEN, asking(BEN), pressed(BEN, TICKET)) == Effects(reply=OpenForm(a_form()))
    assert offer_preferences(GARDEN, asking(set_before), pressed(BEN, TICKET)) == Effects(
        reply=OpenForm(a_form(level="unnamed", zone="Asia/Kolkata"))
    )


def test_what_was_chosen_is_kept() -> None:
    """For this dialogue, and from now on."""
    event = sent(
        BEN,
        TICKET,
        level="chosen_name",
        chosen_name="Grey Heron",
        language="en",
        zone="asia/kolkata",
        quiet="21:30 - 7:00",
    )

    effects = set_preferences(GARDEN, asking(BEN), event)

    kept = replace(
        BEN,
        level=Attribution.CHOSEN_NAME,
        chosen_name="Grey Heron",
        language="en",
        zone="Asia/Kolkata",
        quiet=QuietHours(begin=time(21, 30), end=time(7)),
    )
    assert effects == Effects(keep=(kept,), reply=THANKS)


def test_what_is_left_empty_follows_the_dialogue() -> None:
    """Name and zone can be taken away again; level and quiet hours stay as they were."""
    before = replace(
        BEN, level=Attribution.NAMED, zone="Asia/Kolkata", quiet=QuietHours(begin=time(9), end=time(10))
    )

    effects = set_preferences(GARDEN, asking(before), sent(BEN, TICKET))

    assert effects == Effects(keep=(replace(before, chosen_name="", zone=""),), reply=THANKS)


def test_what_is_not_offered_is_not_kept() -> None:
    """A form can be sent with anything in it."""
    named_only = replace(GARDEN, levels=(Attribution.NAMED,))
    event = sent(BEN, TICKET, level="unnamed", language="tlh" * 1000, chosen_name="Heron")

    effects = set_preferences(named_only, asking(BEN, dialogue=named_only), event)

    assert effects == Effects(keep=(BEN,), reply=THANKS)


def test_everything_that_cannot_be_kept_is_said_at_once() -> None:
    """Nothing is stored; each reason stands beside its field."""
    event = sent(CHIDI, TICKET, level="chosen_name", chosen_name="\0", zone="EST", quiet="late")

    effects = set_preferences(GARDEN, asking(CHIDI), event)

    problems = {
        "chosen_name": Phrase("refusals-text-broken", {"position": 1}),
        "zone": Phrase("refusals-zone-offset", {"typed": "EST"}),
        "quiet": Phrase("set_preferences-quiet-unclear", {"typed": "late"}),
    }
    assert effects == Effects(reply=RejectForm(a_form(chosen_name=""), problems, event.answers))


def test_to_be_shown_by_a_chosen_name_one_has_to_choose_one() -> None:
    """Without it the words would stand there without any name, which is another promise."""
    event = sent(CHIDI, TICKET, level="chosen_name")

    effects = set_preferences(GARDEN, asking(CHIDI), event)

    problems = {"chosen_name": Phrase("contribute-no-chosen-name")}
    assert effects == Effects(reply=RejectForm(a_form(chosen_name=""), problems, event.answers))


@given(st.times(), st.times())
def test_quiet_hours_are_read_as_they_are_shown(begin: time, end: time) -> None:
    """The form is filled with them; sending it unchanged must change nothing."""
    quiet = QuietHours(begin=begin.replace(second=0, microsecond=0), end=end.replace(second=0, microsecond=0))

    for dash in "-–":
        assert read_quiet(f"{begin:%H:%M}{dash}{end:%H:%M}") == quiet


@pytest.mark.parametrize(
    "text", ["20-08", "25:00-08:00", "20:00", "20:00+02:00-08:00", "20:00-08:00-09:00", "-"]
)
def test_what_is_no_pair_of_times_is_no_quiet(text: str) -> None:
    """Guessed hours would let something through in somebody's night."""
    with pytest.raises(Unreadable) as refusal:
        read_quiet(text)

    assert refusal.value.phrase == Phrase("set_preferences-quiet-unclear", {"typed": text})
