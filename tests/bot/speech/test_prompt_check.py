"""What the check of `prompts/` tells an editor."""

import pytest

from bot.dialogue.framework import Mechanism, Theme
from bot.speech.prompt_check import find_notes, find_problems
from bot.speech.prompts import Prompts

CONSENT = "Version: 1\n\nShort.\n\n## More\n\nLong."
LIBRARY = {
    str(mechanism): "\n".join(
        f"## {mechanism[:5].upper()}-{number}\n{theme}: x\n\nWhy?\n"
        for number, theme in enumerate(Theme, start=1)
    )
    for mechanism in Mechanism
}


def problems(code: str = "", **pages: str) -> tuple[str, ...]:
    """Return the problems of English pages and one file of code."""
    prompts = Prompts(phrases={"en": pages}, library={"en": LIBRARY}, consent={"en": CONSENT})
    return find_problems(prompts, {"bot/x.py": code})


def test_pages_that_fit_the_code_have_no_problem() -> None:
    """The check must stay silent when there is nothing to do."""
    said = ('Phrase("join-a", {"name": 1})', 'Phrase(f"join-{x}-b")', 'Phrase("join-c" if x else "join-d")')
    code = "\n".join((*said, 'waiting = {1: "join-e"}'))
    page = "join-a = Hi { $name }\njoin-x-b = B\njoin-c = C\njoin-d = { join-f }\njoin-e = E\njoin-f = F"

    assert problems(code, join=page) == ()


def test_the_consent_notice_is_among_what_can_be_said() -> None:
    """Its two parts are said by key although they stand on a page of their own."""
    assert problems('Phrase("consent-short")\nPhrase("consent-more")') == ()


@pytest.mark.parametrize(
    ("code", "page", "problem"),
    [
        (
            "",
            "join-a =\n    A\n    **b**",
            "en/join.ftl, line 3: no line of a phrase can begin with **, [, .",
        ),
        (
            'Phrase("join-a")',
            "join-a = **A**",
            "en/join.ftl, line 1: no line of a phrase can begin with **, [, .",
        ),
        ("", "join-a = { $x", "en/join.ftl, line 1: this cannot be read"),
        (
            'Phrase("leave-a")',
            "leave-a = A",
            "en/join.ftl, line 1: leave-a does not begin with the name of its page",
        ),
        ('Phrase("join-a")', "join-a =\n    .b = B", "en/join.ftl, line 1: join-a has no words of its own"),
        (
            'Phrase("join-a")',
            "join-a = A\njoin-a = B",
            "en/join.ftl, line 2: join-a stands already on join.ftl, line 1",
        ),
        ("", "\njoin-a = A", "en/join.ftl, line 2: join-a is never said"),
        ('\nPhrase("join-b")', "", "bot/x.py, line 2: there is no phrase join-b in en/"),
        ('Phrase(f"join-{x}-b")', "", "bot/x.py, line 1: there is no phrase join-…-b in en/"),
        ('Phrase("join-a")', "join-a = { $x }", "bot/x.py, line 1: join-a needs { $x }"),
        ('Phrase("join-a", {"y": 1})', "join-a = { $x }", "bot/x.py, line 1: join-a needs { $x }"),
        ('labels.say("join-a", y=1)', "join-a = { $x }", "bot/x.py, line 1: join-a needs { $x }"),
        ('Phrase("join-a")', "join-a = Approved", 'en/join.ftl, line 1: we do not say "Approved"'),
        ('Phrase("join-a")', "join-a = { $x } %", 'en/join.ftl, line 1: we do not say "%"'),
        ('Phrase("join-a")', "join-a = \ue000", "en/join.ftl, line 1: this character is for private use"),
        ("def", "", "bot/x.py, line 1: this is no Python"),
    ],
)
def test_a_mistake_is_named_in_plain_words_with_its_place(code: str, page: str, problem: str) -> None:
    """An editor who does not program must find the place and understand what is wrong."""
    assert any(found.startswith(problem) for found in problems(code, join=page))


@pytest.mark.parametrize(
    ("key", "most"), [("join-title", 24), ("join-x-field", 45), ("join-x-choice", 75), ("join-x-option", 75)]
)
def test_what_has_little_room_is_measured(key: str, most: int) -> None:
    """A title that a platform cuts loses its last word, and nobody sees it here."""
    code = f'Phrase("{key}")'
    long = "x" * (most + 1)

    assert problems(code, join=f"{key} = {'x' * most}") == ()
    assert problems(code, join=f"{key} = {long}") == (
        f"en/join.ftl, line 1: {key} has {most + 1} characters; there is room for {most}",
    )


def test_the_longest_form_is_what_is_measured() -> None:
    """A title that fits for one person must fit for many."""
    page = "join-title = { $n ->\n    [one] one\n   *[other] { $n } people in this dialogue\n}"

    assert problems('Phrase("join-title", {"n": 1})', join=page) == (
        "en/join.ftl, line 1: join-title has 27 characters; there is room for 24",
    )


def test_values_that_the_source_does_not_tell_are_trusted() -> None:
    """A table of values made elsewhere cannot be read here; the tests of the action try it."""
    assert problems('Phrase("join-a", values)\nPhrase("join-a", {**x})', join="join-a = { $x }") == ()


def test_a_key_in_a_template_counts_as_said() -> None:
    """Documents are templates, and they say phrases too."""
    prompts = Prompts(phrases={"en": {"join": "join-a = A"}}, library={}, consent={})

    assert find_problems(prompts, {"bot/x.html": "{{ say('join-a') }}"}) == ()


def test_words_for_editors_may_name_what_we_do_not_say() -> None:
    """A comment that explains why we do not say a word has to use it."""
    assert problems('Phrase("join-a")', join="# Never say approved.\njoin-a = A") == ()


def test_a_translation_has_the_same_values_and_no_keys_of_its_own() -> None:
    """A value that is missing in one language is a sentence with a hole in it."""
    swedish = "join-a = A { $y }\njoin-z = Z"
    prompts = Prompts(
        phrases={"en": {"join": "join-a = A { $x }"}, "sv": {"join": swedish}}, library={}, consent={}
    )

    assert find_problems(prompts, {"bot/x.py": 'Phrase("join-a", {"x": 1})'}) == (
        "sv/join.ftl, line 2: there is no join-z in en/",
        "sv/join.ftl, line 1: { $y } is not in en/",
        "sv/join.ftl, line 1: { $x } is missing",
    )


def test_what_is_not_translated_is_a_note_and_no_problem() -> None:
    """A translation may grow; until it is whole, English stands in."""
    phrases = {"en": {"join": "join-a = A\njoin-b = B"}, "sv": {"join": "join-a = Å"}}
    prompts = Prompts(phrases=phrases, library={}, consent={})

    assert find_notes(prompts) == ("sv: join-b is not translated yet",)
    assert find_problems(prompts, {"bot/x.py": 'Phrase("join-a")\nPhrase("join-b")'}) == ()


def test_a_folder_that_is_no_language_is_named() -> None:
    """A folder with a slip in its name would never be shown to anybody."""
    prompts = Prompts(phrases={"svenska!": {}}, library={}, consent={})

    assert find_problems(prompts, {}) == ("svenska!/: this folder is not named after a language",)


def test_mistakes_in_the_library_and_the_notice_are_named_too() -> None:
    """One check for all pages: an editor should not have to know how many readers there are."""
    library = {**LIBRARY, "assets": "## AST-1\nwhy: x\n\nAnonymous?\n"}
    prompts = Prompts(
        phrases={},
        library={"en": library, "sv": {"assets": "## x"}},
        consent={"en": "Short.", "sv": CONSENT + "%"},
    )

    found = find_problems(prompts, {})

    assert "en/library/assets.md, line 1: there is no question for who" in found
    assert any(
        problem.startswith('en/library/assets.md, line 4: we do not say "Anonym"') for problem in found
    )
    assert any(problem.startswith("sv/library/assets.md, line 1: ") for problem in found)
    assert any(problem.startswith("en/consent.md, line 1: ") for problem in found)
    assert any(problem.startswith('sv/consent.md, line 7: we do not say "%"') for problem in found)
