"""Names, roles and landmarks: what a screen reader finds in the room."""

from typing import Any

from playwright.sync_api import Page, expect

from bot.dialogue.tickets import Action, Ticket
from tests.stages.open_dialogue import OpenDialogue
from tests.stages.running_bot import RunningBot
from tests.stages.web_stage import WebStage

NAMELESS = """() => {
  const shown = (element) => element.checkVisibility();
  const labelled = (element) =>
    element.labels?.length || element.getAttribute('aria-label') || element.getAttribute('aria-labelledby');
  const faults = [];
  for (const element of document.querySelectorAll('input, textarea, select')) {
    if (shown(element) && !labelled(element)) faults.push(`no label: ${element.outerHTML}`);
  }
  for (const element of document.querySelectorAll('button, a, summary, h1, h2, legend, label')) {
    if (shown(element) && !element.textContent.trim()) faults.push(`no words: ${element.outerHTML}`);
  }
  for (const element of document.querySelectorAll('[aria-describedby], [aria-labelledby], [aria-controls]')) {
    for (const name of ['aria-describedby', 'aria-labelledby', 'aria-controls']) {
      for (const id of (element.getAttribute(name) ?? '').split(' ').filter(Boolean)) {
        if (!document.getElementById(id)) faults.push(`${name} points nowhere: ${id}`);
      }
    }
  }
  const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
  faults.push(...ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `twice: ${id}`));
  return faults;
}"""
OUTSIDE = """() => [...document.body.children]
  .filter((element) => element.checkVisibility() && element.innerText.trim())
  .filter((element) => !element.matches('header, nav, main, dialog, .skip, [role=status]'))
  .map((element) => element.outerHTML)"""
SMALL = """() => [...document.querySelectorAll('button, summary, select, a:not(.skip)')]
  .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height < 24)
  .map((element) => element.outerHTML)"""


def faults_of(page: Page) -> list[Any]:
    """Return everything on the page that has no name, or a name that leads nowhere."""
    return [*page.evaluate(NAMELESS), *page.evaluate(OUTSIDE), *page.evaluate(SMALL)]


def test_everything_that_can_be_used_has_a_name(bot: RunningBot, web: WebStage) -> None:
    """A button without words is no button to somebody who cannot see it."""
    dialogue = OpenDialogue(bot)
    dialogue.says("ben", dialogue.asks(), "A lift.")
    ben = web.person("Ben")
    ben.says("Hello everybody")
    ben.types("record")

    assert faults_of(ben.page) == []
    expect(ben.page.get_by_role("heading", level=1)).to_have_count(1)
    for landmark in ("banner", "navigation", "main"):
        expect(ben.page.get_by_role(landmark)).to_have_count(1)
    assert ben.page.evaluate("() => document.documentElement.lang") == "en"


def test_every_form_has_labels_and_groups(bot: RunningBot, web: WebStage) -> None:
    """Radio buttons without a question are a riddle."""
    dialogue = OpenDialogue(bot)
    dialogue.asks()
    ada = web.person("Ada")
    for open_form in (
        Ticket(Action.OPEN_ROUND, dialogue.id, "dialogue.what"),
        Ticket(Action.OPEN_ROUND, dialogue.id),
    ):
        ada.types("ask" if not open_form.choice else "ask DLG-1")
        expect(ada.form).to_be_visible()
        assert faults_of(ada.page) == []
        for box in ada.form.locator("input[type=radio], input[type=checkbox]").all():
            assert box.evaluate(
                "box => box.closest('fieldset')?.querySelector('legend')?.textContent.trim().length > 0"
            )
        ada.leaves_form()


def test_what_arrives_is_announced_once_and_politely(bot: RunningBot, web: WebStage) -> None:
    """Somebody who listens hears a new post, and is not interrupted by it."""
    dialogue = OpenDialogue(bot)
    round = dialogue.asks()
    ben = web.person("Ben")
    ben.sees("What is the roof for?")

    dialogue.says("chidi", round, "A pond, please.")

    told = ben.page.locator("#told")
    expect(told).to_contain_text("A pond, please.")
    expect(told).to_have_attribute("aria-live", "polite")
    expect(ben.page.get_by_role("region", name="Posts")).not_to_have_attribute("aria-live", "polite")


def test_the_skip_link_leads_to_where_one_writes(web: WebStage) -> None:
    """The first key press offers a way past everything else."""
    ben = web.person("Ben")
    ben.page.evaluate("() => document.body.focus()")
    ben.page.reload()

    ben.page.keyboard.press("Tab")

    expect(ben.page.get_by_role("link", name="Skip to writing")).to_be_focused()
    ben.page.keyboard.press("Enter")
    expect(ben.page.locator("#words")).to_be_focused()


def test_times_are_those_of_the_reader(bot: RunningBot, web: WebStage) -> None:
    """18:00 in the zone of the dialogue is another hour on a clock in Kolkata."""
    OpenDialogue(bot).asks()
    context = web.browser.new_context(timezone_id="Asia/Kolkata", locale="en-GB")
    page = context.new_page()
    page.goto(web.room.address.replace("/#", "/?as=ben#"))
    page.locator(".place").filter(has_text="our-dialogue").click()

    time = page.locator("#items time").first
    expect(time).to_contain_text("23:30")
    assert str(time.get_attribute("datetime")).endswith("T18:00:00+00:00")
    context.close()


def test_nothing_moves_for_whoever_asks_for_stillness(web: WebStage) -> None:
    """`prefers-reduced-motion` is obeyed."""
    ben = web.person("Ben")
    ben.says("Hello")
    ben.sees("Hello")

    assert (
        ben.page.evaluate("() => getComputedStyle(document.querySelector('.item')).animationName") == "none"
    )
