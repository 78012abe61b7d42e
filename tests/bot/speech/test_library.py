"""The question library as its editors write it."""

import pytest

from bot.dialogue.framework import Mechanism, Theme
from bot.errors import BrokenPrompts, NotFound
from bot.speech.library import Library, Prompt, read_library
from bot.words import Phrase

PAGE = """# Talk

A line for editors.

## DLG-6
result: two views apart

Two views are still apart: {A} and {B}.
What does "each" side need to hear?

Short is fine.

## DLG-7
reflect: thinking again

What did someone say?
"""


def problems_of(**pages: str) -> list[str]:
    """Return what is wrong with these pages."""
    with pytest.raises(BrokenPrompts) as broken:
        read_library(pages)
    return list(broken.value.problems)


def test_a_page_is_read_as_it_stands() -> None:
    """What an editor sees on the page is what a group is asked."""
    first, second = read_library({"dialogue": PAGE}).prompts

    assert first == Prompt(
        id="DLG-6",
        mechanism=Mechanism.DIALOGUE,
        theme=Theme.RESULT,
        what="two views apart",
        question='Two views are still apart: {A} and {B}. What does "each" side need to hear?',
        help="Short is fine.",
        page="dialogue",
    )
    assert first.slots == ("A", "B")
    assert (second.question, second.help, second.choices, second.slots) == (
        "What did someone say?",
        "",
        (),
        (),
    )


def test_choices_have_a_key_that_translation_leaves_alone() -> None:
    """What is stored must mean the same after labels were translated or put in another order."""
    page = "## EXP-1\nlens: a say\n\nI could say it.\n\n- [not_at_all] Not at all\n- [fully] Fully\n"

    (prompt,) = read_library({"experience": page}).prompts

    assert prompt.choices == (("not_at_all", "Not at all"), ("fully", "Fully"))
    assert (prompt.mechanism, prompt.theme) == (None, None)


def test_questions_are_found_by_id_and_by_what_they_are_about() -> None:
    """A facilitator names one, or looks through those for a mechanism and a theme."""
    library = read_library({"dialogue": PAGE})

    assert library.get("DLG-7").what == "thinking again"
    assert [prompt.id for prompt in library.about(Mechanism.DIALOGUE, Theme.RESULT)] == ["DLG-6"]
    assert library.about(Mechanism.ASSETS, Theme.RESULT) == ()


def test_an_unknown_id_is_refused_with_the_id() -> None:
    """Whoever mistyped an id needs to see what they typed."""
    with pytest.raises(NotFound) as refusal:
        Library(()).get("DLG-99")

    assert refusal.value.phrase == Phrase("refusals-no-prompt", {"id": "DLG-99"})


def test_the_six_mechanisms_come_first_and_in_their_order() -> None:
    """A list that changes its order with the names of files could not be learned."""
    page = "## {}-1\n{}: x\n\nWhy?\n"
    pages = {
        "power": page.format("POW", "lens"),
        "assets": page.format("AST", "why"),
        "intentions": page.format("INT", "why"),
    }

    assert [prompt.page for prompt in read_library(pages).prompts] == ["intentions", "assets", "power"]


@pytest.mark.parametrize(
    ("page", "line"),
    [
        ("## dlg 6\nwhy: x\n\nWhy?", 1),
        ("# Talk\n\n## DLG-6\nbecause: x\n\nWhy?", 4),
        ("## DLG-6\nlens: x\n\nWhy?", 2),
        ("## DLG-6\nwhy:\n\nWhy?", 2),
        ("## DLG-6\nwhy: x\n", 1),
        ("## DLG-6\nwhy: x\nWhy?", 1),
        ("## DLG-6\nwhy: x\n\nWhy?\n\nHelp.\n\nMore help.", 1),
        ("## DLG-6\nwhy: x\n\nWhy **you**?", 4),
        ("## DLG-6\nwhy: x\n\nSee [this](https://example.org).", 4),
        ("## DLG-6\nwhy: x\n\nWhy {aim}?", 4),
        ("## DLG-6\nwhy: x\n\nWhy?\n\n- steady", 6),
        ("## DLG-6\nwhy: x\n\nWhy?\n\n```\ncode\n```", 6),
        ("## DLG-6\nwhy: x\n\nWhy?\n\n## DLG-6\nwhy: x\n\nWho?", 6),
        ("# Talk\n\nNothing else.", 1),
    ],
)
def test_every_mistake_is_named_with_its_line(page: str, line: int) -> None:
    """An editor who does not program must find the place and know what to write instead."""
    (problem,) = problems_of(dialogue=page)

    assert problem.startswith(f"library/dialogue.md, line {line}: ")


def test_all_mistakes_are_listed_at_once() -> None:
    """Nobody wants to start the program once for each mistake."""
    problems = problems_of(dialogue="## DLG-1\nwhy: x\n", assets="## DLG-1\nwhy: x\n\nWhy?")

    assert [problem.split(":")[0] for problem in problems] == [
        "library/dialogue.md, line 1",
        "library/dialogue.md, line 1",
    ]
