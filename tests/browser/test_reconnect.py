"""The line breaks: nothing that was typed is lost, and nothing is sent twice."""

from playwright.sync_api import expect

from adapters.web.app import WebRoom
from adapters.web.people import RoomBook
from tests.stages.open_dialogue import OpenDialogue
from tests.stages.running_bot import RunningBot
from tests.stages.web_stage import WebStage


class Line:
    """The room, which can go away and come back at the same address."""

    def __init__(self, bot: RunningBot, web: WebStage) -> None:
        self.bot, self.web = bot, web
        self.port, self.token = web.room.port, web.room.address.partition("#")[2]

    def cut(self) -> None:
        """The room is gone."""
        self.bot.wait(self.web.room.stop())

    def mend(self, token: str = "") -> None:
        """It is back, and remembers nothing of before."""
        room = WebRoom(self.bot.scribe, self.bot.engine, self.bot.outbox, RoomBook(), token or self.token)
        self.web.room = room
        self.bot.wait(room.start(self.port, self.bot.wake))


def test_a_form_sent_into_the_dark_arrives_once(bot: RunningBot, web: WebStage) -> None:
    """The page keeps the words and the id of what was done, and comes back by itself."""
    dialogue = OpenDialogue(bot)
    dialogue.asks()
    ben, line = web.person("Ben"), Line(bot, web)
    ben.presses("Answer")
    ben.page.get_by_label("Your words").fill("A lift.")
    line.cut()
    expect(ben.page.get_by_role("status").filter(has_text="Reconnecting…")).to_have_count(1)

    ben.form.get_by_role("button", name="Send").click()
    expect(ben.page.get_by_label("Your words")).to_have_value("A lift.")
    line.mend()

    ben.sees("It is kept as #1")
    expect(ben.page.get_by_role("status").filter(has_text="Reconnecting…")).to_have_count(0)
    ben.types("record")
    ben.sees("A lift.")
    ben.does_not_see("#2")
    ben.faults.clear()


def test_an_answer_that_was_lost_is_given_again(bot: RunningBot, web: WebStage) -> None:
    """The bot did it and the line broke before it could say so: it says so again, and does nothing twice."""
    dialogue = OpenDialogue(bot)
    dialogue.asks()
    ben = web.person("Ben")
    ben.page.evaluate(
        """() => {
          const send = WebSocket.prototype.send;
          WebSocket.prototype.send = function (frame) {
            send.call(this, frame);
            if (!JSON.parse(frame).answers) return;
            WebSocket.prototype.send = send;
            this.onmessage = null;
            setTimeout(() => this.close(), 300);
          };
        }"""
    )

    ben.presses("Answer")
    ben.fills(body="A lift.")

    ben.sees("It is kept as #1")
    ben.types("record")
    ben.does_not_see("#2")


def test_what_was_posted_meanwhile_is_there_after_the_break(bot: RunningBot, web: WebStage) -> None:
    """Whoever was away sees what they missed, without a reload."""
    dialogue = OpenDialogue(bot)
    round = dialogue.asks()
    ben, line = web.person("Ben"), Line(bot, web)
    ben.sees("What is the roof for?")
    ben.page.locator("#words").fill("half a line")
    line.cut()

    dialogue.says("chidi", round, "A pond.")
    line.mend()

    ben.sees("A pond.")
    expect(ben.page.locator("#words")).to_have_value("half a line")
    ben.faults.clear()


def test_a_bot_that_started_anew_says_where_to_go(bot: RunningBot, web: WebStage) -> None:
    """A new start has a new token; the old page says so, and keeps the words to copy."""
    ben, line = web.person("Ben"), Line(bot, web)
    ben.page.locator("#words").fill("half a line")
    line.cut()

    line.mend("another-token")

    expect(ben.page.locator("#link")).to_contain_text("Open the address that it prints now")
    expect(ben.page.locator("#words")).to_have_value("half a line")
    ben.faults.clear()


def test_a_new_room_knows_what_the_old_one_has_done(bot: RunningBot, web: WebStage) -> None:
    """Sent, done, and started anew before it could answer: nothing is done twice, and it says so."""
    dialogue = OpenDialogue(bot)
    dialogue.asks()
    ben, line = web.person("Ben"), Line(bot, web)
    ben.page.evaluate(
        """() => {
          const send = WebSocket.prototype.send;
          WebSocket.prototype.send = function (frame) {
            send.call(this, frame);
            if (!JSON.parse(frame).answers) return;
            WebSocket.prototype.send = send;
            this.onmessage = null;
          };
        }"""
    )
    ben.presses("Answer")
    ben.page.get_by_label("Your words").fill("A lift.")
    ben.form.get_by_role("button", name="Send").click()
    chidi = web.person("Chidi")
    chidi.sees("A lift.")

    line.cut()
    line.mend()

    expect(ben.form).to_contain_text("This had reached the bot before.")
    expect(ben.page.get_by_label("Your words")).to_have_value("A lift.")
    chidi.types("record")
    chidi.does_not_see("#2")
    ben.faults.clear()
    chidi.faults.clear()


def test_an_address_without_its_end_says_what_is_missing(web: WebStage) -> None:
    """Somebody typed it by hand; the page is not simply empty."""
    for end in ("", "#", "#not a token"):
        page = web.browser.new_context().new_page()
        page.goto(f"http://127.0.0.1:{web.room.port}/{end}")
        expect(page.locator("#link")).to_contain_text("This is not the whole address.")
        page.context.close()
