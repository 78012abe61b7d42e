"""Several windows at once: everybody sees what is everybody's, and nobody what is somebody's."""

from playwright.sync_api import expect

from bot.dialogue.tickets import Action, Ticket
from tests.stages.open_dialogue import OpenDialogue
from tests.stages.running_bot import RunningBot
from tests.stages.web_stage import WebStage


def test_two_windows_see_each_others_posts_without_reload(bot: RunningBot, web: WebStage) -> None:
    """A room in which one has to ask for what is new is no room."""
    dialogue = OpenDialogue(bot)
    dialogue.asks()
    ben, chidi = web.person("Ben"), web.person("Chidi")

    ben.presses("Answer")
    ben.fills(body="A lift, so that my mother can come up.")

    chidi.sees("A lift, so that my mother can come up.")
    chidi.does_not_see("Thank you")


def test_what_was_changed_or_withdrawn_is_so_in_every_window(bot: RunningBot, web: WebStage) -> None:
    """Words that were taken back must not stand in a window that happened to be open."""
    dialogue = OpenDialogue(bot)
    round = dialogue.asks()
    lift = dialogue.says("ben", round, "A lift.")
    pond = dialogue.says("chidi", round, "A pond.")
    ada = web.person("Ada")
    ada.sees("A lift.")
    ada.sees("A pond.")

    dialogue.sends("ben", Ticket(Action.REVISE, lift), body="A lift, next year.", level="named")
    dialogue.presses("chidi", Ticket(Action.WITHDRAW, pond))

    ada.sees("A lift, next year.")
    ada.loses("A pond.")
    ada.page.reload()
    ada.sees("A lift, next year.")
    ada.does_not_see("A pond.")


def test_ordinary_messages_reach_people_and_not_the_bot(bot: RunningBot, web: WebStage) -> None:
    """K3: nothing is kept without an explicit act, and it says so beside the message."""
    dialogue = OpenDialogue(bot)
    dialogue.asks()
    ben, ada = web.person("Ben"), web.person("Ada")

    ben.says("Shall we meet on Tuesday?")

    ada.sees("Shall we meet on Tuesday?")
    ada.sees("not kept by the bot")
    ada.types("record")
    ada.sees("What is the roof for?")
    shown = ada.page.locator(".aside").last.inner_text()
    assert "Tuesday" not in shown


def test_a_mention_is_an_answer_and_stands_in_no_other_window(bot: RunningBot, web: WebStage) -> None:
    """In an answer-first round nobody may read an answer before their own, also not in the channel."""
    dialogue = OpenDialogue(bot)
    dialogue.asks(reveal="answer_first")
    ben, chidi = web.person("Ben"), web.person("Chidi")

    ben.says("@counterpoint A lift, please.")

    ben.sees("It is kept as #1")
    chidi.says("Hello everybody")
    ben.sees("Hello everybody")
    chidi.does_not_see("A lift, please.")


def test_a_direct_message_is_an_answer(bot: RunningBot, web: WebStage) -> None:
    """K2: by button, by mention, by direct message or by command, it is the same answer."""
    dialogue = OpenDialogue(bot)
    dialogue.asks()
    ben, chidi = web.person("Ben"), web.person("Chidi")

    ben.writes("A quiet corner.")

    chidi.sees("A quiet corner.")
    ben.goes_to("Counterpoint")
    expect(ben.page.locator("#items")).to_contain_text("It is kept as #1")


def test_nobody_is_shown_what_the_bot_told_somebody_else(bot: RunningBot, web: WebStage) -> None:
    """A private answer goes to the window that asked, whoever else is looking."""
    OpenDialogue(bot)
    ben, dana = web.person("Ben"), web.person("Dana")

    ben.types("support")

    ben.sees("0123 456")
    dana.does_not_see("0123 456")


def test_one_window_can_become_somebody_else_and_remembers_it(bot: RunningBot, web: WebStage) -> None:
    """One person alone can try a dialogue of several, and a reload does not mix them up."""
    OpenDialogue(bot)
    ada = web.person("Ada")
    ada.types("support")
    ada.sees("0123 456")

    ada.page.get_by_label("You are").select_option("ben")

    expect(ada.page).to_have_title("example · Ben · Counterpoint")
    expect(ada.page.locator(".aside")).to_have_count(0)
    ada.page.reload()
    expect(ada.page.get_by_label("You are")).to_have_value("ben")


def test_people_and_channels_can_be_added(web: WebStage) -> None:
    """A group of our own needs names and a place of its own."""
    ada, ben = web.person("Ada"), web.person("Ben")

    ada.page.get_by_text("More", exact=True).click()
    ada.page.get_by_role("button", name="Add a person").click()
    ada.fills(name="Femi O.")
    ada.page.get_by_role("button", name="Add a channel").click()
    ada.fills(name="#kitchen")

    expect(ada.page.get_by_role("heading", level=1)).to_have_text("kitchen")
    expect(ben.page.get_by_role("button", name="kitchen", exact=True)).to_be_visible()
    expect(ben.page.get_by_label("You are").locator("option")).to_have_count(6)
