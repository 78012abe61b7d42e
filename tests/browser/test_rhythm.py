"""Rhythm in the room: pause, quiet hours and the plan, and one Thursday that moves for three zones."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tests.stages.open_dialogue import OpenDialogue
from tests.stages.running_bot import RunningBot
from tests.stages.web_stage import WebActor, WebStage

ZONES = {"Ben": "Europe/Stockholm", "Chidi": "Asia/Kolkata", "Dana": "America/New_York"}
EVERY_DAY = "monday,tuesday,wednesday,thursday,friday,saturday,sunday"


def test_a_member_says_when_and_how_they_want_to_be_reached(bot: RunningBot, web: WebStage) -> None:
    """Quiet hours, direct messages, a pause and going on, each in a click or two (K8)."""
    dialogue = OpenDialogue(bot)
    round = dialogue.asks()
    ben = web.person("Ben")

    ben.types("me")
    ben.fills(zone="Europe/Stockholm", quiet="21:00-07:30")
    ben.presses("How to reach me")
    ben.reads_in_form("At most three messages a week")
    ben.fills(wants="direct,reminders", days=EVERY_DAY, country="SE")
    ben.sees("Questions come to you by direct message")
    ben.presses("Pause")
    ben.presses("Pause for a week")
    ben.sees("Nothing is sent to you until")
    ben.types("pause again")
    ben.sees("Messages come to you as you chose")
    ben.types("me")
    ben.reads_in_form("Nothing is sent to you in these hours")
    assert ben.form.locator("#field-quiet").input_value() == "21:00-07:30"
    assert round


def test_a_thursday_moves_and_three_zones_see_their_own_new_time(bot: RunningBot, web: WebStage) -> None:
    """The facilitator moves it once; each of the three reads the hour of their own wall (K7)."""
    dialogue = OpenDialogue(bot, joined=("ada", "ben", "chidi", "dana"))
    people = {name: web.person(name, zone) for name, zone in ZONES.items()}
    for name, who in people.items():
        who.types("me")
        who.fills(zone=ZONES[name])
    ada = web.person("Ada")
    ada.types("ask DLG-4")
    ada.fills(question="What did you notice this week?", closes="in 7 days", reveal="open", levels="named")
    ada.presses("Plan it")
    ada.fills(when="Thursdays 18:00", audience="members", open_days="6")
    ada.sees("Asia/Kolkata: first on")
    ada.presses("Yes, plan it")
    ada.sees("It is planned as number 1")

    ada.types("plan")
    ada.presses("Move 1")
    thursday = datetime.fromisoformat(ada.form.locator("#field-to").input_value())
    friday = (thursday + timedelta(days=1)).replace(hour=17)
    ada.fills(to=f"{friday:%Y-%m-%d %H:%M}")
    ada.sees("Number 1 moves to")

    for name, who in people.items():
        who.types("plan")
        who.sees("What did you notice this week?")
        assert shown_time(who) == friday.replace(tzinfo=ZoneInfo(ZONES[name]))
    assert dialogue.id


def shown_time(who: WebActor) -> datetime:
    """Return the moment that stands in the last answer."""
    shown = who.page.locator(".aside").last.locator("time").first
    assert "17" in shown.inner_text() or "5:00" in shown.inner_text(), shown.inner_text()
    return datetime.fromisoformat(str(shown.get_attribute("datetime")))
