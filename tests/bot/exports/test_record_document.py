"""What the record says to people: everything that was said, nothing that was taken back, views kept apart."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.dialogue.consent import Consent
from bot.dialogue.contributions import ContributionKind, ContributionState
from bot.dialogue.divergences import DivergenceState
from bot.dialogue.excerpts import Purpose
from bot.dialogue.rounds import Reveal
from bot.dialogue.stances import StanceKind
from bot.dialogue.turns import TurnKind
from bot.dialogue.visibility import excerpt
from bot.exports.passages import Passage, is_written
from bot.exports.record_document import Document, RoundSection, record_document
from tests.bot.exports.records import (
    CLOSED,
    LATER,
    MONDAY,
    PEOPLE,
    Said,
    Talk,
    answers,
    apart,
    changed,
    english,
    gone,
    make_dialogue,
    make_member,
    make_round,
    said,
    sees,
    unnamed,
)


def passages(*told: Said, with_earlier: bool = False) -> list[Passage]:
    """Return how contributions stand in a document."""
    return list(Talk(said=told).document(with_earlier=with_earlier).rounds[0].passages)


def facts(part: Document | RoundSection) -> dict[str, str]:
    """Return facts by their label."""
    return {fact.label: fact.text for fact in part.facts}


def test_words_stand_whole_with_number_name_and_day() -> None:
    """A reader must find who said what, and the words as they were."""
    (passage,) = passages(said(1, "One\n\nTwo", by="Ben"))

    assert passage == Passage(
        number=1,
        title="1 · Ben",
        about="4 May 2026",
        words="One\n\nTwo",
        marker="",
        stances="",
        earlier=(),
    )


def test_unnamed_words_show_no_name_and_no_role() -> None:
    """Ada runs the dialogue; saying so beside unnamed words would name her."""
    (passage,) = passages(unnamed(1, "Words", by="Ada"))

    assert passage.title == "1 · A member"


def test_a_facilitator_is_called_so_by_our_own_label() -> None:
    """A member may call themselves anything (B29); the role is ours to say."""
    ours, theirs = passages(said(1, "Words"), changed(said(2, "Words", by="Ben"), shown_name="Facilitator ✔"))

    assert (ours.title, theirs.title) == ("1 · Ada (facilitator)", "2 · Facilitator ✔")


@pytest.mark.parametrize(
    ("state", "marker"),
    [
        (ContributionState.WITHDRAWN, "A contribution was withdrawn by its author on 7 May 2026."),
        (ContributionState.ERASED, "A contribution was withdrawn by its author on 7 May 2026."),
        (ContributionState.HELD, "A contribution was hidden by a facilitator on 7 May 2026."),
    ],
)
def test_a_marker_stands_where_words_are_gone(state: ContributionState, marker: str) -> None:
    """No author, no size, no reason stays beside it."""
    (passage,) = passages(gone(1, state))

    assert passage == Passage(number=1, title="1", about="", words="", marker=marker, stances="", earlier=())


def test_the_exporting_author_of_hidden_words_gets_the_marker_too() -> None:
    """The file travels further than the one who made it."""
    ada = make_member("Ada")
    seen = excerpt(Talk(said=(gone(1, ContributionState.HELD),)).record(), ada, LATER)
    (passage,) = record_document(seen, english(), LATER).rounds[0].passages

    assert seen.rounds[0].entries[0].bodies
    assert (passage.words, passage.marker[:14]) == ("", "A contribution")


def test_words_that_wait_for_company_are_not_in_the_exporting_authors_file() -> None:
    """Otherwise the file would say that whoever made it wrote them."""
    waits = changed(unnamed(1, "canary"), number=0, shared_on=None)
    seen = excerpt(Talk(said=(waits,)).record(), make_member("Ada"), LATER)

    assert [entry.body for entry in seen.entries()] == ["canary"]
    assert list(record_document(seen, english(), LATER).rounds[0].passages) == []


@pytest.mark.parametrize(
    ("kind", "about"),
    [
        (TurnKind.QUESTION, "Asks about 1"),
        (TurnKind.ANSWER, "Answers 1"),
        (TurnKind.BUILD, "Builds on 1"),
        (TurnKind.DIFFER, "Sees 1 differently"),
        (TurnKind.THANKS, "Thanks for 1"),
    ],
)
def test_an_answer_says_what_it_answers(kind: TurnKind, about: str) -> None:
    """Talk is only read as talk when one sees who replied to what."""
    _, passage = passages(said(1, "A"), changed(said(2, "B", by="Ben"), **answers(1) | {"turn": kind}))

    assert passage.about == f"{about} · 4 May 2026"


def test_an_answer_to_something_gone_says_so() -> None:
    """Words must not seem to answer nothing, nor tell what was taken back."""
    _, passage = passages(gone(1), changed(said(2, "Indeed."), **answers(1)))

    assert passage.about == "Answers 1 · what it replied to is gone · 4 May 2026"


def test_an_answer_to_something_left_out_says_so() -> None:
    """In a report the other's words may be missing because they did not say yes."""
    quiet = make_member("Ben", consent=Consent(1, 1))
    others = (make_member("Ada"), quiet)
    talk = Talk(said=(said(1, "A", by="Ben"), changed(said(2, "B"), **answers(1))), members=others)
    document = record_document(talk.excerpt(Purpose.REPORT), english(), LATER)

    assert [p.about for p in document.rounds[0].passages] == [
        "What it replied to is not in this file · 4 May 2026"
    ]
    assert document.notes[:2] == (
        "This file is for reports. It holds only words whose authors said yes to that.",
        "One contribution is left out, because its author did not say yes to this use.",
    )


def test_marks_say_what_happened_to_the_words() -> None:
    """Late, new to the author, edited: a reader weighs words by it."""
    (passage,) = passages(changed(said(1, "A", "B", "C"), is_late=True, is_new_to_me=True))

    assert passage.about == "4 May 2026 · after the close · this was new to its author · edited twice"
    assert (passage.words, passage.earlier) == ("C", ())


def test_earlier_versions_come_only_on_request() -> None:
    """Who corrected a word does not want the first one read by everybody."""
    (passage,) = passages(said(1, "A", "B", "C"), with_earlier=True)

    assert passage.earlier == (("Version 1", "A"), ("Version 2", "B"))


def test_stances_are_counted_and_never_added_up() -> None:
    """Three counts, no average, no total."""
    talk = Talk(
        said=(said(1, "A"), said(2, "B")),
        stances=(sees(1, "Ben"), sees(1, "Dana"), sees(1, "Emil", StanceKind.UNSURE)),
    )

    assert [passage.stances for passage in talk.document().rounds[0].passages] == [
        "See it the same: 2. See it differently: 0. Not sure: 1.",
        "",
    ]


@pytest.mark.parametrize(
    ("state", "title"),
    [
        (DivergenceState.OPEN, "Two views, both kept"),
        (DivergenceState.EXPLORED, "Two views, talked about, both kept"),
        (DivergenceState.AGREED_TO_DIFFER, "Two views; their authors agree to differ"),
    ],
)
def test_what_stays_apart_stands_whole(state: DivergenceState, title: str) -> None:
    """Divergent views are never merged, shortened or ranked."""
    (section,) = (
        Talk(said=(said(1, "Up"), unnamed(2, "Down", by="Ben")), divergences=(apart(2, 1, state=state),))
        .document()
        .apart
    )

    assert (section.title, section.about) == (title, "Marked on 5 May 2026")
    assert [position.words for position in section.positions] == ["Up", "Down"]


def test_of_views_that_were_taken_back_only_the_marker_stays_apart() -> None:
    """The other view stays whole, and nothing tells what it differed from."""
    (section,) = Talk(said=(said(1, "Up"), gone(2)), divergences=(apart(1, 2),)).document().apart

    assert section.title == "One view; what it differed from is gone"
    assert [bool(position.marker) for position in section.positions] == [False, True]


def test_the_dialogue_says_what_it_is_about() -> None:
    """Purpose, who decides, what can move, who runs it: without them words are hard to read rightly."""
    told = facts(Talk().document())

    assert told == {
        "What it is for": "To find out\nwho needs it.",
        "Who decides": "The council, in June",
        "Fixed": "the budget",
        "Open": "the place",
        "Who runs it": "The library",
        "How long words are kept": "Two years",
        "Opened": "Sunday, 3 May 2026, 14:00",
        "This file was made": "Wednesday, 13 May 2026, 14:00",
        "Times are those of": "Europe/Stockholm",
        "People": "6 people take part.",
        "How words are shown": "With a name: 0. With a chosen name: 0. Without a name: 0.",
    }


def test_safety_contacts_are_only_for_who_asks() -> None:
    """They are for members, with their hours, and not for whoever gets the file."""
    assert "Mo, weekdays" not in str(Talk().document())


def test_a_round_says_how_it_was_held() -> None:
    """The exact question, when, and when answers were shown (`domain.md` 17, 20)."""
    (round,) = Talk(said=(said(1, "A"),), rounds=(make_round(reveal=Reveal.ANSWER_FIRST),)).document().rounds

    assert (round.title, round.question) == ("Question 1", "What should change?")
    assert facts(round) == {
        "About": "Talk · ideas",
        "Opened": "Monday, 4 May 2026, 14:00",
        "Closed": "Saturday, 9 May 2026, 14:00",
        "When answers were shown": "To each person after their own answer",
        "Answers": "1",
    }


def test_who_passed_is_counted_and_not_named() -> None:
    """Passing is heard from, not silence; and nobody has to explain it."""
    kinds = {"shared_on": MONDAY.date(), "number": 0}
    told = Talk(
        said=(
            changed(unnamed(8), kind=ContributionKind.PASS, **kinds),
            changed(unnamed(9), kind=ContributionKind.QUESTION_BACK, **kinds),
        )
    )
    (round,) = told.document().rounds

    assert list(round.passages) == []
    assert facts(round)["Passed"] == "One person passed."
    assert facts(round)["The question was unclear"] == 'One person said: "I do not understand this question."'


def test_answers_that_are_kept_back_are_not_told() -> None:
    """The file says that there is more to come, and nothing about what."""
    sealed = make_round(reveal=Reveal.AT_CLOSE, closed_at=None, closes_at=LATER + timedelta(days=1))
    document = Talk(said=(said(1, "canary", by="Ben"),), rounds=(sealed,)).document()

    assert "canary" not in str(list(document.rounds[0].passages))
    assert document.rounds[0].notes == ("Answers in this round are kept back for now.",)
    assert "The answers of one round are still kept back." in document.notes
    assert "Closes" in facts(document.rounds[0])


def test_a_preview_is_not_in_the_document() -> None:
    """A question that was never put to the group is nobody's business but a facilitator's."""
    assert Talk(rounds=(replace(make_round(), opened_at=None),)).document().rounds == ()


def test_only_words_that_are_there_count_as_answers() -> None:
    """A marker stands in its place and is no answer."""
    (round,) = Talk(said=(said(1, "A"), gone(2))).document().rounds

    assert (round.answers, len(list(round.passages))) == ("1", 2)


def test_no_answers_are_said_plainly() -> None:
    """An empty round makes a valid page (B23)."""
    assert Talk().document().rounds[0].notes == ("There are no answers here.",)


def test_whether_it_was_dialogue_is_said_in_words() -> None:
    """The three signs are yes or no, never a score; what is missing is named (`domain.md` 6)."""
    asked = changed(said(2, "Why?", by="Ben"), **answers(1) | {"turn": TurnKind.QUESTION})
    answered = changed(said(3, "Because."), to=asked.contribution.id, turn=TurnKind.ANSWER)
    changed_view = changed(said(4, "I see.", by="Ben"), is_new_to_me=True)

    def notes(*told: Said) -> tuple[str, ...]:
        return Talk(said=told).document().rounds[0].notes

    assert notes(said(1, "A")) == ("Views collected; we have not talked yet.",)
    assert notes(said(1, "A"), asked, answered) == (
        "Dialogue begun.",
        "We have no record of a view that changed or was added to yet.",
    )
    assert notes(said(1, "A"), asked, answered, changed_view) == ("Dialogue recorded.",)


def test_how_words_are_shown_is_counted() -> None:
    """A reader learns how many chose to show no name; words that are gone are not among them."""
    talk = Talk(said=(said(1, "A"), unnamed(2, "B"), unnamed(3, "C"), gone(4)))

    assert facts(talk.document())["How words are shown"] == (
        "With a name: 1. With a chosen name: 0. Without a name: 2."
    )


def test_nothing_that_hides_or_turns_words_is_in_a_document() -> None:
    """Titles, names, questions and words alike (B5); control characters could speak to a terminal."""
    talk = Talk(
        said=(changed(said(1, "a\u202eb\x1b[31m"), shown_name="A\u2066da"),),
        dialogue=make_dialogue(
            title="T\u202e", purpose="P\x9b", decides="D\U000e0041", run_by="", keeping=""
        ),
        rounds=(make_round(question="Q\u202a?"),),
    )
    document = talk.document()
    (passage,) = document.rounds[0].passages

    assert (document.title, facts(document)["What it is for"], facts(document)["Who decides"]) == (
        "T␣",
        "P␣",
        "D␣",
    )
    assert (document.rounds[0].question, passage.title, passage.words) == (
        "Q␣?",
        "1 · A␣da (facilitator)",
        "a␣b␣[31m",
    )
    assert "Who runs it" not in facts(document)


def test_an_example_says_that_its_people_are_made_up() -> None:
    """Nobody should quote it."""
    document = Talk(dialogue=make_dialogue(is_example=True, closed_at=CLOSED)).document()

    assert document.notes[0] == "This is an example. The people in it are made up."
    assert facts(document)["Closed"] == "Saturday, 9 May 2026, 14:00"


def test_passages_can_be_read_twice() -> None:
    """They are made when they are read; a page that lists and then shows them must find them both times."""
    part = Talk(said=(said(1, "A"),)).document().rounds[0]

    assert list(part.passages) == list(part.passages)


def test_only_words_have_a_place_in_a_file() -> None:
    """Passes have no number, and nobody's name stands beside them."""
    talk = Talk(said=(said(1, "A"),), members=tuple(map(make_member, PEOPLE[:2])))

    assert [is_written(entry) for entry in talk.excerpt().entries()] == [True]
