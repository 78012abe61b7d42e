"""The pages that are shipped: they fit the program, say what they must, and can be read by many."""

import re
from pathlib import Path

import pytest

from adapters.pages import read_library_pages, read_pages, read_prompts
from bot.dialogue.framework import Mechanism, Theme
from bot.speech.consent_notice import read_consent
from bot.speech.library import Prompt, read_library
from bot.speech.phrasebook import Phrasebook
from bot.speech.prompt_check import find_problems

HOUSE = Path(__file__).parents[2]
PREFIXES = {
    "INT": (Mechanism.INTENTIONS, 9),
    "AST": (Mechanism.ASSETS, 9),
    "DLG": (Mechanism.DIALOGUE, 10),
    "DOC": (Mechanism.DOCUMENTATION, 8),
    "INP": (Mechanism.INTERPRETATION, 9),
    "UND": (Mechanism.UNDERSTANDING, 9),
}
LIBRARY = read_library(read_library_pages()["en"])
QUESTIONS = [prompt for prompt in LIBRARY.prompts if prompt.mechanism]
NOTICE = read_consent(read_prompts().consent["en"])


def sentences(text: str) -> list[list[str]]:
    """Return the words of each sentence; a slot counts as one word."""
    parts = re.split(r"[.!?:…]+|\n\n|\n- ", re.sub(r"\{\w+\}", "this", text))
    found = (re.findall(r"[A-Za-z'’-]+", part) for part in parts)
    return [words for words in found if words]


def syllables(word: str) -> int:
    """Count groups of vowels; an e at the end is silent, except in words like table and decided."""
    bare = re.sub(r"[^a-z]", "", word.lower())
    silent = bool(re.search(r"[^aeiouy](?:e|es|ed)$", bare)) and not re.search(
        r"[^aeiouy]les?$|[td]ed$", bare
    )
    return max(1, len(re.findall(r"[aeiouy]+", bare)) - silent)


def grade(text: str) -> float:
    """
    Return the Flesch-Kincaid grade: the years of school in the United States needed to read the text.

    0.39 * words per sentence + 11.8 * syllables per word - 15.59 (Kincaid et al. 1975).
    """
    found = sentences(text)
    words = [word for sentence in found for word in sentence]
    return 0.39 * len(words) / len(found) + 11.8 * sum(map(syllables, words)) / len(words) - 15.59


def test_the_pages_fit_the_program() -> None:
    """A key without words, or words that nobody says, is found here and not by a member."""
    files = [file for folder in ("bot", "adapters", "storage") for file in (HOUSE / folder).rglob("*")]
    texts = {".py", ".html", ".md", ".js"}
    sources = {str(file.relative_to(HOUSE)): file.read_text() for file in files if file.suffix in texts}

    assert find_problems(read_prompts(), sources) == ()


def test_everything_can_be_said_in_english() -> None:
    """The program starts from these pages."""
    assert {"general-sorry", "refusals-button", "consent-short"} <= Phrasebook(read_pages()).keys("en")


@pytest.mark.parametrize("prefix", PREFIXES)
def test_the_library_has_its_54_questions(prefix: str) -> None:
    """An id belongs to its question for good: records name it years later."""
    mechanism, count = PREFIXES[prefix]

    ids = [prompt.id for prompt in LIBRARY.prompts if prompt.mechanism is mechanism]

    assert ids == [f"{prefix}-{number}" for number in range(1, count + 1)]
    assert len(QUESTIONS) == 54


@pytest.mark.parametrize("mechanism", Mechanism)
def test_every_mechanism_has_a_question_for_every_theme(mechanism: Mechanism) -> None:
    """A group may turn to any mechanism and theme at any time, and finds a question there."""
    assert all(LIBRARY.about(mechanism, theme) for theme in Theme)


def test_what_a_question_is_about_fits_a_button() -> None:
    """Facilitators look through many questions; two or three words tell them apart."""
    assert [prompt.id for prompt in LIBRARY.prompts if not 1 <= len(prompt.what.split()) <= 4] == []


def test_the_lenses_stand_beside_the_six_mechanisms() -> None:
    """Power and experience are no seventh mechanism; the theory has six."""
    lenses = [prompt for prompt in LIBRARY.prompts if not prompt.mechanism]

    assert [prompt.id for prompt in lenses if prompt.page == "power"] == [f"POW-{n}" for n in range(1, 5)]
    assert [prompt.id for prompt in lenses if prompt.page == "experience"] == [
        f"EXP-{n}" for n in range(1, 6)
    ]
    assert {prompt.theme for prompt in lenses} == {None}


def test_experience_is_asked_on_one_scale() -> None:
    """Answers to the five can be laid side by side only if they offer the same choices."""
    scales = {prompt.choices for prompt in LIBRARY.prompts if prompt.page == "experience"}

    assert [[key for key, _ in scale] for scale in scales] == [
        ["not_at_all", "a_little", "mostly", "fully", "prefer_not_to_say"]
    ]


def test_the_measure_of_readability_counts_like_its_authors() -> None:
    """A published example (13 words, 24 syllables) keeps the measure below honest."""
    ((*words,),) = sentences(
        "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature."
    )

    assert (len(words), sum(map(syllables, words))) == (13, 24)
    assert grade("The cat sat on the mat.") == pytest.approx(-1.45)


def test_the_questions_can_be_read_after_a_few_years_of_school() -> None:
    """Who cannot read the question is left out; Flesch-Kincaid over all 54, and over each."""
    assert grade("\n\n".join(prompt.question for prompt in QUESTIONS)) <= 3
    assert [prompt.id for prompt in QUESTIONS if grade(prompt.question) > 7] == []


@pytest.mark.parametrize("prompt", LIBRARY.prompts, ids=lambda prompt: prompt.id)
def test_no_sentence_of_a_question_is_long(prompt: Prompt) -> None:
    """One idea a sentence: people read on a phone, in a second language, tired."""
    assert max(len(words) for words in sentences(f"{prompt.question} {prompt.help}")) <= 15


def test_the_consent_notice_can_be_read() -> None:
    """A yes to something that was not understood is no yes."""
    assert grade(NOTICE.short) <= 4
    assert grade(NOTICE.more) <= 6
    assert max(len(words) for words in sentences(NOTICE.text)) <= 20


@pytest.mark.parametrize(
    "words",
    [
        "who runs this", "ethics approval", "pass on anything", "not read", "the operator", "May your words",
        "Without a name", "cannot promise", "safety copies", "Risks", "not watched", "serious harm",
        "How long", "Saying no", "before you say yes", "passes through", "emergency service",
    ],
)  # fmt: skip
def test_the_consent_notice_says_everything_it_must(words: str) -> None:
    """Each of the fourteen elements is something that people elsewhere were not told."""
    assert words in NOTICE.text
