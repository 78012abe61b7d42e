"""The one table of everything that can be done: complete, and with the doors that were promised."""

import ast
import inspect
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from bot.acts import ACTS, Act, Door
from bot.acts.act import WRITES
from bot.dialogue.consent import Consent
from bot.dialogue.members import Member, Role
from bot.dialogue.places import Account
from bot.dialogue.record import Record
from bot.dialogue.standing import Coming, Health, LedgerPage, Rounds, Schedules
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.waiting import StillWaiting
from bot.doorkeeper import _require_door
from bot.errors import Refusal
from bot.speech.fluent_pages import read_fluent
from tests.people import ADA, BEN, GARDEN, HOUSE, a_member, account, account_of, pressed

PAGES = Path(__file__).parents[2] / "prompts" / "en"

DOORS: Mapping[Action, Door] = {
    Action.START: Door.MANAGER,
    Action.FINISH_START: Door.FACILITATORS,
    Action.APPOINT: Door.FACILITATORS,
    Action.JOIN: Door.ANYONE,
    Action.SET_PREFERENCES: Door.MEMBERS,
    Action.HELP: Door.ANYONE,
    Action.CLOSE_DIALOGUE: Door.FACILITATORS,
    Action.APPEAL: Door.MEMBERS,
    Action.ANSWER_APPEAL: Door.FACILITATORS,
    Action.OPEN_ROUND: Door.FACILITATORS,
    Action.POST_ROUND: Door.FACILITATORS,
    Action.RETURN_TO: Door.FACILITATORS,
    Action.ASK_AGAIN: Door.FACILITATORS,
    Action.CLOSE_ROUND: Door.FACILITATORS,
    Action.SHARE_UNNAMED: Door.CLOCK,
    Action.CONTRIBUTE: Door.VOICES,
    Action.REVISE: Door.VOICES,
    Action.WITHDRAW: Door.MEMBERS,
    Action.ERASE: Door.MEMBERS,
    Action.LEAVE: Door.MEMBERS,
    Action.HOLD: Door.FACILITATORS,
    Action.ANSWER: Door.VOICES,
    Action.DIFFER: Door.VOICES,
    Action.AGREE_TO_DIFFER: Door.VOICES,
    Action.STANCE: Door.VOICES,
    Action.PROPOSE: Door.VOICES,
    Action.OPEN_CHECK_IN: Door.FACILITATORS,
    Action.ENTER_COUNTS: Door.FACILITATORS,
    Action.RESPOND: Door.VOICES,
    Action.OBJECT_TO: Door.VOICES,
    Action.SETTLE_OBJECTION: Door.MEMBERS,
    Action.ASK_OBJECTOR: Door.FACILITATORS,
    Action.ANSWER_QUESTION: Door.VOICES,
    Action.COMMENT: Door.VOICES,
    Action.CLOSE_CHECK_IN: Door.FACILITATORS,
    Action.EXTEND_CHECK_IN: Door.FACILITATORS,
    Action.WITHDRAW_CHECK_IN: Door.FACILITATORS,
    Action.DECIDE: Door.FACILITATORS,
    Action.AGREE_READING: Door.VOICES,
    Action.REVIEW: Door.FACILITATORS,
    Action.WRITE_MINORITY_NOTE: Door.VOICES,
    Action.SIGN_MINORITY_NOTE: Door.VOICES,
    Action.WITHDRAW_MINORITY_NOTE: Door.MEMBERS,
    Action.SHOW_STATEMENTS: Door.MEMBERS,
    Action.DRAFT_LINE: Door.VOICES,
    Action.CONFIRM_LINE: Door.VOICES,
    Action.WITHDRAW_LINE: Door.MEMBERS,
    Action.LET_DRAFT: Door.FACILITATORS,
    Action.SHOW_NOTES: Door.MEMBERS,
    Action.INTERPRET: Door.VOICES,
    Action.CHANGE_INTERPRETATION: Door.VOICES,
    Action.SHARE_INTERPRETATION: Door.VOICES,
    Action.WITHDRAW_INTERPRETATION: Door.MEMBERS,
    Action.SHOW_INTERPRETATIONS: Door.MEMBERS,
    Action.UNDERSTAND: Door.FACILITATORS,
    Action.RESTATE: Door.VOICES,
    Action.CLOSE_UNDERSTANDING: Door.FACILITATORS,
    Action.DRAFT_SHARED_LINE: Door.VOICES,
    Action.MARK: Door.VOICES,
    Action.RECORD_UNDERSTANDING: Door.FACILITATORS,
    Action.WITHDRAW_RESTATEMENT: Door.MEMBERS,
    Action.SHOW_UNDERSTANDINGS: Door.MEMBERS,
    Action.SHOW_RECORD: Door.MEMBERS,
    Action.SHOW_ROUND: Door.MEMBERS,
    Action.SHOW_ENTRY: Door.MEMBERS,
    Action.SHOW_MINE: Door.MEMBERS,
    Action.SHOW_LEDGER: Door.MEMBERS,
    Action.SHOW_TRAIL: Door.MEMBERS,
    Action.SHOW_MAP: Door.MEMBERS,
    Action.EXPLAIN_GAP: Door.VOICES,
    Action.SHOW_INTENTIONS: Door.MEMBERS,
    Action.SHOW_ASSETS: Door.MEMBERS,
    Action.OFFER_ASSET: Door.VOICES,
    Action.SHARE_ASSET: Door.VOICES,
    Action.CHANGE_ASSET: Door.VOICES,
    Action.WITHDRAW_ASSET: Door.MEMBERS,
    Action.SHOW_FOLLOW_UP: Door.MEMBERS,
    Action.FOLLOW_UP: Door.FACILITATORS,
    Action.COMMIT: Door.VOICES,
    Action.SETTLE: Door.VOICES,
    Action.EXPORT: Door.FACILITATORS,
    Action.MY_DATA: Door.MEMBERS,
    Action.PLAN: Door.FACILITATORS,
    Action.LAY_DOWN: Door.FACILITATORS,
    Action.CHANGE_PLAN: Door.FACILITATORS,
    Action.SHOW_PLAN: Door.MEMBERS,
    Action.USE_FLOW: Door.FACILITATORS,
    Action.POST_PLANNED: Door.CLOCK,
    Action.REMIND: Door.CLOCK,
    Action.DIGEST: Door.CLOCK,
    Action.PAUSE: Door.MEMBERS,
    Action.SNOOZE: Door.VOICES,
    Action.SET_MANNERS: Door.MEMBERS,
    Action.FALL_BACK: Door.CLOCK,
    Action.END_RETENTION: Door.CLOCK,
    Action.SHOW_STATUS: Door.FACILITATORS,
    Action.DELETE_EXAMPLE: Door.FACILITATORS,
}
"""The specification of who may do what; the table of acts has to say the same."""

WITHOUT_PAGE: Mapping[Action, str] = {
    Action.FINISH_START: "start",
    Action.SHARE_UNNAMED: "contribute",
    Action.AGREE_TO_DIFFER: "differ",
}
"""Second steps, whose phrases stand on the page of the first."""

PEOPLE: Mapping[str, tuple[Account, Member | None]] = {
    "a stranger": (account("Eli"), None),
    "whoever manages the channel": (account("Eli", may_manage=True), None),
    "who has not said yes": (account_of(BEN), replace(BEN, consent=None)),
    "who said yes to an older notice": (account_of(BEN), replace(BEN, consent=Consent(0, 1))),
    "who said yes to older facts": (account_of(BEN), replace(BEN, consent=Consent(1, 0))),
    "who has left": (account_of(BEN), replace(BEN, has_left=True)),
    "an observer": (account("Olu"), a_member("Olu", Role.OBSERVER)),
    "a member": (account_of(BEN), BEN),
    "a facilitator": (account_of(ADA), ADA),
    "a facilitator who has not said yes": (account_of(ADA), replace(ADA, consent=None)),
    "a facilitator who has left": (account_of(ADA), replace(ADA, has_left=True)),
}
HAVE_JOINED = {
    "who has not said yes",
    "who said yes to an older notice",
    "who said yes to older facts",
    "an observer",
    "a member",
    "a facilitator",
    "a facilitator who has not said yes",
}
COME_THROUGH: Mapping[Door, set[str]] = {
    Door.ANYONE: set(PEOPLE),
    Door.MANAGER: {"whoever manages the channel"},
    Door.MEMBERS: HAVE_JOINED,
    Door.VOICES: {"a member", "a facilitator"},
    Door.FACILITATORS: {"a facilitator", "a facilitator who has not said yes"},
    Door.CLOCK: set(),
}
"""The specification of the doors."""

SEEING = [action for action, act in ACTS.items() if act.reads]
WHOLE_PICTURES = {Record, StillWaiting, LedgerPage, Rounds, Schedules, Coming, Health}
"""What is loaded only to be looked at."""


def test_every_action_has_its_line() -> None:
    """What is not in the table is refused, so a forgotten line is a button that never works."""
    assert set(ACTS) == set(Action)


@pytest.mark.parametrize("action", Action)
def test_every_act_can_be_reached(action: Action) -> None:
    """By a command or button, by a form, or by a moment."""
    act = ACTS[action]

    assert act.asked or act.sent or act.due


@pytest.mark.parametrize("action", Action)
def test_a_form_is_sent_only_where_one_was_opened(action: Action) -> None:
    """A form has to come from somewhere."""
    act = ACTS[action]

    assert act.asked or not act.sent


@pytest.mark.parametrize("action", Action)
def test_nothing_is_loaded_for_a_way_that_is_not_there(action: Action) -> None:
    """A load without its function is a line that somebody forgot to finish."""
    act = ACTS[action]

    for function, loads in (
        (act.asked, act.asked_loads),
        (act.sent, act.sent_loads),
        (act.due, act.due_loads),
    ):
        assert function or not loads


@pytest.mark.parametrize("action", Action)
def test_every_act_has_its_words(action: Action) -> None:
    """A page in `prompts/` with its name; only second steps share the page of the first."""
    page = PAGES / f"{WITHOUT_PAGE.get(action, action)}.ftl"

    assert read_fluent(page.read_text(encoding="utf-8")).sentences


# --- doors --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("action", Action)
def test_every_act_has_the_door_that_was_promised(action: Action) -> None:
    """A door is changed here first, where somebody reviews who may do what."""
    assert ACTS[action].door is DOORS[action]


@pytest.mark.parametrize("person", PEOPLE)
@pytest.mark.parametrize("action", Action)
def test_each_door_lets_through_whom_it_names(action: Action, person: str) -> None:
    """Role by action, cell by cell. To manage a channel makes nobody a facilitator."""
    who, member = PEOPLE[person]
    event = pressed(who, Ticket(action))
    try:
        _require_door(event, ACTS[action].door, GARDEN, member, HOUSE)
        is_through = True
    except Refusal:
        is_through = False

    assert is_through is (person in COME_THROUGH[DOORS[action]])


def test_nobody_reaches_what_belongs_to_the_clock() -> None:
    """Whoever could would decide when words without a name are shown, and to how many."""
    of_clock = [act for act in ACTS.values() if act.door is Door.CLOCK]

    assert of_clock
    for act in of_clock:
        assert act.due
        assert not act.asked
        assert not act.sent


def test_what_everybody_may_do_takes_no_words() -> None:
    """Only the notice and help: nothing is kept of somebody who has not said yes, but the yes itself."""
    assert {action for action, door in DOORS.items() if door is Door.ANYONE} == {Action.JOIN, Action.HELP}


# --- seeing keeps nothing -----------------------------------------------------------------------------


def test_what_only_shows_is_marked_as_reading() -> None:
    """It runs beside the one who writes, so that a long list holds nobody up."""
    assert set(SEEING) == {
        Action.HELP,
        Action.SHOW_RECORD,
        Action.SHOW_STATEMENTS,
        Action.SHOW_NOTES,
        Action.SHOW_INTERPRETATIONS,
        Action.SHOW_UNDERSTANDINGS,
        Action.SHOW_ROUND,
        Action.SHOW_ENTRY,
        Action.SHOW_MINE,
        Action.SHOW_LEDGER,
        Action.SHOW_TRAIL,
        Action.SHOW_PLAN,
        Action.SHOW_STATUS,
        Action.SHOW_MAP,
        Action.SHOW_INTENTIONS,
        Action.SHOW_ASSETS,
        Action.SHOW_FOLLOW_UP,
    }


@pytest.mark.parametrize("action", SEEING)
def test_what_reads_has_one_way_in_and_loads_only_pictures(action: Action) -> None:
    """No form, no moment, and none of the counts that are needed to keep something."""
    act = ACTS[action]

    assert (act.sent, act.due) == (None, None)
    assert set(act.asked_loads) <= WHOLE_PICTURES
    assert not set(act.asked_loads) & set(WRITES)


@pytest.mark.parametrize("action", SEEING)
def test_what_reads_returns_a_reply_and_nothing_else(action: Action) -> None:
    """Effects beside the reply would be lost: what runs in a reading transaction cannot be kept."""
    assert _effects_of(ACTS[action]) == {"reply"}


def _effects_of(act: Act[object]) -> set[str]:
    """Return the names of all effects that the module of an act ever gives."""
    module = inspect.getmodule(act.asked)
    assert module is not None
    calls = (node for node in ast.walk(ast.parse(inspect.getsource(module))) if isinstance(node, ast.Call))
    named = (call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "Effects")
    return {keyword.arg or "**" for call in named for keyword in call.keywords}
