"""The web room as a stage: each person has a window of a real browser."""

from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from adapters.web.app import WebRoom
from adapters.web.people import RoomBook
from tests.stages.running_bot import RunningBot

CHANNEL = "our-dialogue"
WIDE: ViewportSize = {"width": 1180, "height": 900}
SOON = 8000
"""Milliseconds in which something must have come."""


class WebStage:
    """A room, and a window for each person who is asked for."""

    name = "web"

    def __init__(self, bot: RunningBot, browser: Browser, pictures: Path) -> None:
        self.room = WebRoom(bot.scribe, bot.engine, bot.outbox, RoomBook())
        self.pictures = pictures
        self.browser = browser
        self.people: list[WebActor] = []
        self._bot = bot
        bot.carry({"web": self.room.messenger})
        bot.wait(self.room.start(0, bot.wake))

    def person(self, name: str, zone: str | None = None) -> "WebActor":
        """Open a window in which somebody speaks, on a machine that stands in *zone*."""
        page = self.browser.new_context(
            viewport=WIDE, accept_downloads=True, reduced_motion="reduce", timezone_id=zone
        ).new_page()
        page.set_default_timeout(SOON)
        actor = WebActor(name, page, self.pictures)
        page.goto(self.room.address.replace("/#", f"/?as={name.lower()}#"))
        actor.goes_to(CHANNEL)
        self.people.append(actor)
        return actor

    def photograph(self, what: str) -> None:
        """Keep a picture of everybody's window."""
        self.pictures.mkdir(parents=True, exist_ok=True)
        for actor in self.people:
            actor.page.screenshot(path=self.pictures / f"{what}-{actor.name.lower()}.png")

    def close(self) -> None:
        """Close the windows and the room."""
        for actor in self.people:
            actor.page.context.close()
        self._bot.wait(self.room.stop())


class WebActor:
    """One person before their own window."""

    def __init__(self, name: str, page: Page, pictures: Path) -> None:
        self.name = name
        self.page = page
        self.pictures = pictures
        self.faults: list[str] = []
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("console", lambda said: self.faults.append(said.text) if said.type == "error" else None)

    @property
    def form(self) -> Locator:
        """The form that is open."""
        return self.page.get_by_role("dialog")

    def goes_to(self, place: str) -> None:
        """Look at a channel, or at what this person and the bot write to each other."""
        self.page.locator(".place").filter(has_text=place).click()
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(place)

    def types(self, command: str) -> None:
        """Type a command."""
        self._say(f"/dialogue {command}")

    def writes(self, text: str) -> None:
        """Write to the bot directly."""
        self.goes_to("Counterpoint")
        self._say(text)
        self.goes_to(CHANNEL)

    def says(self, text: str) -> None:
        """Write in the channel."""
        self._say(text)

    def presses(self, label: str) -> None:
        """Press the newest button with this label."""
        self.page.locator("#items").get_by_role("button", name=label, exact=True).last.click()
        self._settle()

    def fills(self, **answers: str) -> None:
        """Fill in the form as people do, and send it."""
        expect(self.form).to_be_visible()
        for id, typed in answers.items():
            field = self.form.locator(f"#field-{id}")
            if field.evaluate("field => field.tagName") == "FIELDSET":
                _choose(field, typed.split(","))
            else:
                field.fill(typed)
        self.form.locator("#form-send").click()
        self._settle()

    def sees(self, words: str) -> None:
        """Find these words, now or as soon as they have come."""
        self.page.wait_for_function(f"words => ({_SEEN})().includes(words)", arg=words, timeout=SOON)

    def does_not_see(self, words: str) -> None:
        """Do not find them."""
        assert words not in self.page.evaluate(_SEEN)

    def loses(self, words: str) -> None:
        """Find these words gone, now or soon."""
        self.page.wait_for_function(f"words => !({_SEEN})().includes(words)", arg=words, timeout=SOON)

    def reads_in_form(self, words: str) -> None:
        """Find these words in the form that is open."""
        expect(self.form).to_contain_text(words)

    def leaves_form(self) -> None:
        """Leave the form, and throw away what was typed."""
        self.page.keyboard.press("Escape")
        if self.form.is_visible():
            self.form.get_by_role("button", name="Throw my words away").click()
        expect(self.form).not_to_be_visible()

    def saves(self) -> Path:
        """Save the file that the last answer handed over."""
        with self.page.expect_download() as waiting:
            self.page.get_by_role("button", name="Save the file").last.click()
        download = waiting.value
        path = Path(download.path()).with_name(download.suggested_filename)
        download.save_as(path)
        return path

    def opens(self, path: Path) -> str:
        """Open the page as a file, away from the room."""
        page = self.page.context.new_page()
        page.goto(path.as_uri())
        page.screenshot(path=self.pictures / "5-file.png", full_page=True)
        read = page.locator("body").inner_text()
        page.close()
        return " ".join(read.split())

    def _say(self, text: str) -> None:
        words = self.page.locator("#words")
        words.fill(text)
        words.press("Escape")
        self.page.get_by_role("button", name="Send", exact=True).click()
        self._settle()

    def _settle(self) -> None:
        """Wait until what was done has been answered."""
        self.page.wait_for_function(_IDLE, timeout=SOON)


def _choose(field: Locator, keys: list[str]) -> None:
    """Tick what is wanted and nothing else."""
    for box in field.get_by_role("checkbox").or_(field.get_by_role("radio")).all():
        is_wanted = box.get_attribute("value") in keys
        if is_wanted or box.get_attribute("type") == "checkbox":
            box.set_checked(is_wanted)


_SEEN = """() => {
  const items = [...document.querySelectorAll('#items > li')];
  const last = items.filter((item) => item.matches('.aside')).at(-1);
  const seen = items.filter((item) => !item.matches('.aside') || item === last);
  return seen.map((item) => item.innerText).join('\\n');
}"""
_IDLE = "() => !document.querySelector('[aria-busy=true], #items button:disabled')"
