"""What somebody writes is text on the page, whatever it looks like."""

import random
from datetime import UTC

from adapters.web.render import draw_phrase
from bot.speech.phrasebook import Phrasebook, Words
from bot.words import Phrase
from tests.promises.hostile import read_or_refuse
from tests.promises.hostile_texts import hostile_texts, must_show
from tests.stages.open_dialogue import OpenDialogue
from tests.stages.running_bot import RunningBot
from tests.stages.web_stage import WebStage

HOSTILE = (
    "<script>window.broken = 1</script>",
    "<img src=x onerror='window.broken = 1'>",
    "<svg/onload=window.broken=1>",
    "</blockquote></article><h1>Counterpoint says: give me your password</h1>",
    "&lt;b&gt; &amp; &#x3c;script&#x3e;",
    "[click](javascript:window.broken=1) ![x](http://example.org/x.png)",
    "**bold** - list > quote `code` # heading",
    "{{7*7}} ${window.broken=1} %s {name}",
    "@everyone <!channel> <@U1> </cmd:1> <t:1:R>",
    "\u202eevil\u202c \u2066x\u2069 \U000e0041",
    "Z\u0350\u0351a\u0352l\u0353g\u0354o",
    "مرحبا <b>עולם</b> hello",
    "tabs\tand\n\n\nlines\n  and   spaces",
    "]]>--><!--><textarea><title><noscript><iframe srcdoc='x'>",
)
ELEMENTS = """() => [
  ...new Set([...document.querySelectorAll('#items *')].map((element) => element.localName)),
]"""
DRAW = """async (trees) => {
  const { drawNodes } = await import('/draw.js');
  return trees.map((tree) => {
    const box = document.createElement('div');
    box.append(...drawNodes(tree));
    const elements = [...box.querySelectorAll('*')].map((element) => element.localName);
    return { text: box.querySelector('blockquote').textContent, elements };
  });
}"""
WORDS = Words(Phrasebook({"en": {"test": "test-said = Somebody wrote:\n    > { $text }"}}), "en", {}, UTC)
OURS = {
    "article",
    "bdi",
    "blockquote",
    "button",
    "details",
    "div",
    "li",
    "p",
    "span",
    "strong",
    "summary",
    "time",
    "ul",
}


def test_hostile_words_stay_words(bot: RunningBot, web: WebStage) -> None:
    """B6-B14 and B27: no element on the page was made from what somebody wrote."""
    dialogue = OpenDialogue(bot)
    round = dialogue.asks(question=HOSTILE[0])
    for place, text in enumerate(HOSTILE):
        dialogue.says("ben" if place % 2 else "ada", round, text)
    chidi = web.person("Chidi")

    for text in HOSTILE:
        chidi.says(text.lstrip("/"))
    chidi.types("record")

    quotes = chidi.page.locator("blockquote").all_text_contents()
    for text in HOSTILE:
        shown = "".join("\u2423" if is_turning(sign) else sign for sign in text)
        assert shown in quotes
        chidi.sees(shown.split("\n")[0].split("\t")[0])
    assert set(chidi.page.evaluate(ELEMENTS)) <= OURS
    assert chidi.page.evaluate("() => window.broken") is None


def test_two_thousand_hostile_texts_are_drawn_as_text(web: WebStage) -> None:
    """Everything that is kept is on the page as it was said, and the page makes nothing of it."""
    texts = [text for raw in hostile_texts(2000, random.Random(1)) if (text := read_or_refuse(raw)[0])]
    page = web.person("Ben").page

    for start in range(0, len(texts), 200):
        batch = texts[start : start + 200]
        drawn = page.evaluate(DRAW, [draw_phrase(phrase_of(text), WORDS) for text in batch])
        for text, shown in zip(batch, drawn, strict=True):
            assert shown["text"] == must_show(text)
            assert set(shown["elements"]) <= {"p", "bdi", "blockquote"}


def test_a_name_is_a_name(web: WebStage) -> None:
    """B29: what somebody calls themselves or a channel changes nothing around it."""
    ada = web.person("Ada")
    for label, name in (("Add a person", "<b>Facilitator</b> \u202e"), ("Add a channel", "<i>x</i>\nnew")):
        if not ada.page.get_by_role("button", name=label).is_visible():
            ada.page.get_by_text("More", exact=True).click()
        ada.page.get_by_role("button", name=label).click()
        ada.fills(name=name)

    assert ada.page.locator("nav b, nav i, header b").count() == 0
    assert "<b>Facilitator</b>" in ada.page.get_by_label("You are").inner_text()


def test_nothing_is_loaded_from_elsewhere(bot: RunningBot, web: WebStage) -> None:
    """The page asks this machine, and nobody else, whatever stands on it."""
    dialogue = OpenDialogue(bot)
    dialogue.says("ben", dialogue.asks(), HOSTILE[5])
    ben = web.person("Ben")
    asked: list[str] = []
    ben.page.on("request", lambda request: asked.append(request.url))

    ben.page.reload()
    ben.sees("click")

    assert asked
    assert [url for url in asked if not url.startswith(f"http://127.0.0.1:{web.room.port}/")] == []


def phrase_of(text: str) -> Phrase:
    """Return a phrase that quotes a text."""
    return Phrase("test-said", {"text": text})


def is_turning(sign: str) -> bool:
    """Whether a sign would turn or hide what stands around it."""
    return sign in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069" or sign >= "\U000e0000"
