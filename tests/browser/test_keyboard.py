"""Everything without a mouse: from the first key to an answer that is kept."""

from playwright.sync_api import Page, expect

from tests.stages.open_dialogue import OpenDialogue
from tests.stages.running_bot import RunningBot
from tests.stages.web_stage import WebActor, WebStage

FOCUSED = "() => (document.activeElement.innerText || document.activeElement.value || '').trim()"


def tab_to(page: Page, words: str, *, backwards: bool = False) -> None:
    """Press Tab until the focus is on something with these words; it must be seen to be there."""
    for _ in range(60):
        page.keyboard.press("Shift+Tab" if backwards else "Tab")
        if page.evaluate(FOCUSED) == words:
            assert page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle") != "none"
            return
    raise AssertionError(f"Tab never reaches {words!r}.")


def starts_a_dialogue(ada: WebActor) -> None:
    """Ada types a command, and fills in the two forms, with keys alone."""
    keys = ada.page.keyboard
    ada.page.locator("#words").focus()
    keys.type("/dialogue star")
    expect(ada.page.get_by_role("listbox", name="Commands").get_by_role("option")).to_have_count(1)
    keys.press("ArrowDown")
    keys.press("Enter")
    keys.press("Enter")
    expect(ada.form).to_be_visible()
    for text in ("A garden", "Find out.", "The meeting.", "Fixed: the budget.", "Ada, 0123 456"):
        keys.type(text)
        keys.press("Tab")
    keys.press("Enter")
    ada.sees("The second form")
    tab_to(ada.page, "Go on")
    keys.press("Enter")
    expect(ada.form).to_be_visible()
    for _ in range(5):
        keys.press("Tab")
    keys.type("Two years.")
    keys.press("Enter")


def test_a_dialogue_is_started_and_joined_without_a_mouse(web: WebStage) -> None:
    """Whoever cannot use a mouse has the same room."""
    ada = web.person("Ada")
    keys = ada.page.keyboard

    starts_a_dialogue(ada)
    ada.sees("A garden")
    tab_to(ada.page, "Join")
    keys.press("Enter")
    ada.sees("Nothing about you is kept until you say yes")
    tab_to(ada.page, "Go on")
    keys.press("Space")
    expect(ada.form).to_be_visible()
    keys.press("Space")
    tab_to(ada.page, "I agree (version 1)")
    keys.press("Enter")

    ada.sees("You take part now")


def test_an_answer_is_written_with_keys_alone(bot: RunningBot, web: WebStage) -> None:
    """The focus goes where one acts: into the form, and to the answer after it."""
    dialogue = OpenDialogue(bot)
    dialogue.asks()
    ben = web.person("Ben")
    keys = ben.page.keyboard
    ben.sees("What is the roof for?")

    ben.page.locator("#words").focus()
    tab_to(ben.page, "Answer", backwards=True)
    keys.press("Enter")
    expect(ben.page.get_by_label("Your words")).to_be_focused()
    keys.type("A lift.")
    keys.press("Enter")
    keys.type("And a bench.")
    tab_to(ben.page, "Send")
    keys.press("Enter")

    ben.sees("It is kept as #1")
    ben.sees("A lift.\nAnd a bench.")
    assert "Only you can see this" in ben.page.evaluate(FOCUSED)


def test_the_first_wrong_field_gets_the_focus_and_says_why(web: WebStage) -> None:
    """Somebody who does not see the page hears what is wrong without looking for it."""
    ada = web.person("Ada")
    ada.types("start")
    ada.page.get_by_label("What it is called").fill("A garden")

    ada.fills()

    wrong = ada.page.get_by_label("What it is for")
    expect(wrong).to_be_focused()
    expect(wrong).to_have_attribute("aria-invalid", "true")
    expect(wrong).to_have_accessible_description(
        "There was no text to save. Nothing was saved. 0 of at most 1,000 characters"
    )
    expect(ada.page.get_by_label("What it is called")).to_have_value("A garden")


def test_commands_complete_as_a_list_that_can_be_heard(web: WebStage) -> None:
    """The arrow keys move through the offers; the field keeps the focus and names the one that is reached."""
    ben = web.person("Ben")
    words = ben.page.locator("#words")
    words.focus()
    ben.page.keyboard.type("/")
    expect(ben.page.get_by_role("listbox", name="Commands")).to_be_visible()

    ben.page.keyboard.press("ArrowDown")
    ben.page.keyboard.press("ArrowDown")

    expect(words).to_have_attribute("role", "combobox")
    expect(words).to_have_attribute("aria-expanded", "true")
    chosen = ben.page.locator(f"#{words.get_attribute('aria-activedescendant')}")
    expect(chosen).to_have_attribute("aria-selected", "true")
    expect(chosen).to_contain_text("/dialogue mine")
    ben.page.keyboard.press("Escape")
    expect(words).to_have_attribute("aria-expanded", "false")
    expect(words).to_have_value("/")


def test_escape_asks_before_it_throws_words_away(bot: RunningBot, web: WebStage) -> None:
    """A long answer is easily lost by one key; it is kept in the window until it is sent or thrown away."""
    dialogue = OpenDialogue(bot)
    dialogue.asks()
    ben = web.person("Ben")
    ben.presses("Answer")
    ben.page.keyboard.type("Half a thought")

    ben.page.keyboard.press("Escape")
    expect(ben.page.get_by_role("button", name="Keep writing")).to_be_focused()
    ben.page.keyboard.press("Escape")
    expect(ben.page.get_by_label("Your words")).to_be_focused()
    ben.page.reload()
    ben.presses("Answer")

    expect(ben.page.get_by_label("Your words")).to_have_value("Half a thought")
    expect(ben.form).to_contain_text("What you had written and not sent is back.")
    ben.leaves_form()
    ben.presses("Answer")
    expect(ben.page.get_by_label("Your words")).to_have_value("")


def test_a_text_that_is_too_long_says_so_and_stays(bot: RunningBot, web: WebStage) -> None:
    """B2: it is counted before anything is cut, and nothing is cut."""
    dialogue = OpenDialogue(bot)
    dialogue.asks()
    ben = web.person("Ben")
    ben.presses("Answer")

    ben.fills(body="é" * 5213)

    expect(ben.form).to_contain_text("Your text has 5,213 characters; the most I can save is 4,000.")
    expect(ben.form).to_contain_text("5,213 of at most 4,000 characters: 1,213 too many")
    expect(ben.page.get_by_label("Your words")).to_have_value("é" * 5213)
    ben.page.get_by_label("Your words").evaluate("field => { field.value = 'long '.repeat(110000); }")
    ben.form.locator("#form-send").click()
    expect(ben.form.locator("#form-problem")).to_contain_text(
        "This is far too long to send. Please send it in parts."
    )
