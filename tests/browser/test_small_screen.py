"""A phone: 360 pixels wide, and everything within reach."""

import pytest
from playwright.sync_api import Page, ViewportSize, expect

from tests.stages.open_dialogue import OpenDialogue
from tests.stages.running_bot import RunningBot
from tests.stages.web_stage import WebActor, WebStage

PHONE: ViewportSize = {"width": 360, "height": 640}
WIDER = """() => [...document.querySelectorAll('body *')]
  .filter((element) => element.checkVisibility() && !element.matches('.unseen, .unseen *, .skip, h2'))
  .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((element) => element.outerHTML.slice(0, 120))"""


def fits(page: Page) -> None:
    """Nothing reaches out of the window, and nothing scrolls sideways."""
    assert page.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert page.evaluate(WIDER) == []


@pytest.fixture
def ben(bot: RunningBot, web: WebStage) -> WebActor:
    """Ben with a phone, in a dialogue."""
    dialogue = OpenDialogue(bot)
    round = dialogue.asks(
        question="Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft? " * 3
    )
    dialogue.says("chidi", round, "https://example.org/" + "a-long-path-without-a-space" * 20)
    ben = web.person("Ben")
    ben.page.set_viewport_size(PHONE)
    ben.sees("a-long-path")
    return ben


def test_the_channel_fits_a_phone(ben: WebActor, web: WebStage) -> None:
    """Most people will read this on a phone."""
    fits(ben.page)
    ben.types("record")
    fits(ben.page)
    ben.page.locator("#words").fill("/")
    expect(ben.page.get_by_role("listbox", name="Commands")).to_be_visible()
    fits(ben.page)
    web.photograph("channel")


def test_a_form_fits_a_phone(ben: WebActor, web: WebStage) -> None:
    """The last button of a long form can be reached."""
    ben.presses("Answer")

    fits(ben.page)
    web.photograph("form")
    send = ben.form.get_by_role("button", name="Send")
    send.scroll_into_view_if_needed()
    box = send.bounding_box()
    assert box
    assert box["y"] + box["height"] <= PHONE["height"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_follows_the_readers_light(ben: WebActor, web: WebStage, scheme: str) -> None:
    """Dark at night, light by day, as the reader's machine says."""
    ben.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]

    paper = ben.page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    web.photograph(scheme)
    assert paper == {"light": "rgb(251, 250, 247)", "dark": "rgb(22, 25, 28)"}[scheme]
