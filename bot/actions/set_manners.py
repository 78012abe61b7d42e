"""How a member wants to be reached: by direct message or not, on which days, and whether reminded."""

from dataclasses import replace

from bot.actions.digest import digest_for
from bot.dialogue.cadence import WEEKDAYS
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.manners import EVERY_DAY, Wishes
from bot.dialogue.rhythm import coming_for
from bot.dialogue.standing import Schedules
from bot.dialogue.tickets import Action, Ticket
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Choice, Field, FieldKind, Form, Message, Option
from bot.words import Phrase

WANTS, DAYS, COUNTRY = "wants", "days", "country"
WISHES = ("direct", "reminders", "digest")


def offer_manners(dialogue: Dialogue, asking: Asking, _event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """Open the form with what is set now."""
    return Effects(reply=OpenForm(_form(dialogue, asking.me.wishes)))


def set_manners(dialogue: Dialogue, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """Keep it; it holds from now on, also for what waits already."""
    ticked = event.answers.get(WANTS, "").split(",")
    days = frozenset(place for place, day in enumerate(WEEKDAYS) if day in event.answers.get(DAYS, ""))
    country = event.answers.get(COUNTRY, "").strip().upper()
    problems = {}
    if not days:
        problems[DAYS] = Phrase("set_manners-no-day")
    if country and not asking.house.calendar.knows(country):
        problems[COUNTRY] = Phrase("set_manners-no-country", {"typed": country})
    if problems:
        return Effects(reply=RejectForm(_form(dialogue, asking.me.wishes), problems, event.answers))
    wishes = Wishes(**{name: name in ticked for name in WISHES}, days=days, country=country)
    member = replace(asking.me, wishes=wishes, unreachable_since=None)
    made = digest_for(dialogue, asking, event.at) if wishes.digest else ()
    schedules = (*asking.loaded(Schedules).schedules, *made)
    planned = coming_for(member, dialogue.zone, schedules, event.at)
    pause = Choice(Phrase("pause-choice"), Ticket(Action.PAUSE, dialogue.id))
    key = "set_manners-direct" if wishes.direct else "set_manners-listed"
    return Effects(keep=(member, *made, *planned), reply=Say(Message(Phrase(key), (pause,))))


def _form(dialogue: Dialogue, wishes: Wishes) -> Form:
    any_of = FieldKind.ANY_OF
    wants = tuple(Option(name, Phrase(f"set_manners-{name}-option")) for name in WISHES)
    days = tuple(Option(day, Phrase(f"general-{day}")) for day in WEEKDAYS)
    hint = Phrase("set_manners-country-hint")
    return Form(
        title=Phrase("set_manners-title"),
        ticket=Ticket(Action.SET_MANNERS, dialogue.id),
        intro=(Phrase("set_manners-intro"),),
        fields=(
            Field(
                id=WANTS,
                label=Phrase("set_manners-wants-field"),
                kind=any_of,
                options=wants,
                is_required=False,
            ),
            Field(id=DAYS, label=Phrase("set_manners-days-field"), kind=any_of, options=days),
            Field(
                id=COUNTRY, label=Phrase("set_manners-country-field"), hint=hint, is_required=False, most=2
            ),
        ),
        values={
            WANTS: ",".join(name for name in WISHES if getattr(wishes, name)),
            DAYS: ",".join(WEEKDAYS[day] for day in sorted(wishes.days & EVERY_DAY)),
            COUNTRY: wishes.country,
        },
    )
