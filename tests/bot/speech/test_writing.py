"""The form in which a member writes their own words, and what comes out of it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.attribution import ALL_LEVELS, Attribution
from bot.dialogue.members import NAME_LENGTH, Member
from bot.dialogue.rounds import Reveal, Round
from bot.dialogue.standing import Standing
from bot.errors import Unreadable
from bot.speech.messages import Field, FieldKind, Option
from bot.speech.writing import (
    Written,
    read_name,
    read_writing,
    usual_level,
    writing_fields,
    writing_intro,
    writing_values,
)
from bot.words import Part, Phrase, Quote
from tests.people import BEN, CHIDI, a_round

NAMED, CHOSEN_NAME, UNNAMED = ALL_LEVELS
MANY = Standing(eligible=20, contributions=6, rounds=1)
SOME = replace(MANY, eligible=7)
FEW = replace(MANY, eligible=4)
ROUND = a_round()
ONLY_NAMED = a_round(levels=(NAMED,))

BODY_FIELD = Field(id="body", label=Phrase("contribute-body-field"), kind=FieldKind.PARAGRAPH)
NAME_FIELD = Field(
    id="chosen_name", label=Phrase("contribute-chosen-name-field"), is_required=False, most=NAME_LENGTH
)
NEW_FIELD = Field(
    id="new_to_me",
    label=Phrase("contribute-new-to-me-field"),
    kind=FieldKind.ANY_OF,
    options=(Option("yes", Phrase("contribute-new-to-me-option")),),
    is_required=False,
)


def level_field(*levels: Attribution) -> Field:
    """Return the field that asks how to show the words."""
    options = tuple(Option(level, Phrase(f"contribute-{level}-option")) for level in levels)
    return Field(id="level", label=Phrase("contribute-level-field"), kind=FieldKind.ONE_OF, options=options)


# --- what is said and asked before sending ------------------------------------------------------------


@pytest.mark.parametrize("reveal", Reveal)
def test_what_each_level_hides_is_said_before_sending(reveal: Reveal) -> None:
    """Nobody learns only afterwards who can see what they wrote."""
    assert writing_intro(a_round(reveal), MANY) == (
        Phrase("contribute-question", {"question": Quote(ROUND.id, Part.QUESTION)}),
        Phrase(f"contribute-sees-{reveal}"),
        Phrase("contribute-level-named"),
        Phrase("contribute-level-chosen_name"),
        Phrase("contribute-level-unnamed"),
    )


def test_among_few_people_the_form_warns() -> None:
    """Five to seven people may know each other by how they write."""
    eight = replace(MANY, eligible=8)

    assert writing_intro(ROUND, SOME) == (*writing_intro(ROUND, MANY), Phrase("contribute-few-people"))
    assert writing_intro(ROUND, eight) == writing_intro(ROUND, MANY)


def test_below_five_the_form_says_why_hiding_is_not_offered() -> None:
    """A level that silently vanished would look like somebody's decision against it."""
    assert writing_intro(ROUND, FEW) == (
        *writing_intro(ROUND, MANY)[:4],
        Phrase("contribute-too-few-to-hide", {"eligible": 4, "fewest": 5}),
    )


@pytest.mark.parametrize("standing", [SOME, FEW])
def test_where_hiding_was_never_offered_nothing_is_said_about_it(standing: Standing) -> None:
    """A warning about something that is not there would only worry people."""
    assert writing_intro(ONLY_NAMED, standing)[2:] == (Phrase("contribute-level-named"),)


@pytest.mark.parametrize(
    ("round", "standing", "fields"),
    [
        (ROUND, MANY, (BODY_FIELD, level_field(*ALL_LEVELS), NAME_FIELD, NEW_FIELD)),
        (ROUND, FEW, (BODY_FIELD, level_field(NAMED, CHOSEN_NAME), NAME_FIELD, NEW_FIELD)),
        (ONLY_NAMED, MANY, (BODY_FIELD, NEW_FIELD)),
        (a_round(levels=(UNNAMED,)), FEW, (BODY_FIELD, NEW_FIELD)),
    ],
    ids=["many people", "four people", "one level", "one level that cannot be kept"],
)
def test_only_what_can_be_chosen_is_asked(
    round: Round, standing: Standing, fields: tuple[Field, ...]
) -> None:
    """A choice of one is none."""
    assert writing_fields(round, standing) == fields


def test_the_form_opens_with_how_the_member_is_usually_shown() -> None:
    """Who has chosen once need not choose again."""
    usual = replace(BEN, level=NAMED)

    assert writing_values(ROUND, usual, MANY) == {"level": "named", "chosen_name": "Heron"}


@pytest.mark.parametrize(
    ("member", "levels", "level"),
    [
        (replace(BEN, level=UNNAMED), ALL_LEVELS, UNNAMED),
        (replace(BEN, level=UNNAMED), (NAMED, CHOSEN_NAME), CHOSEN_NAME),
        (BEN, ALL_LEVELS, CHOSEN_NAME),
        (CHIDI, (NAMED, CHOSEN_NAME), NAMED),
        (CHIDI, (UNNAMED,), UNNAMED),
    ],
)
def test_only_a_level_that_can_be_kept_is_proposed(
    member: Member, levels: tuple[Attribution, ...], level: Attribution
) -> None:
    """A usual level that this round does not offer must not be sent by accident."""
    assert usual_level(member, levels) is level


# --- what was sent in ---------------------------------------------------------------------------------


def test_words_and_how_to_show_them_come_out_of_the_form() -> None:
    """Exactly what was written, under exactly the name that was chosen."""
    answers = {"body": " A lift.\r\n", "level": "chosen_name", "chosen_name": "Heron", "new_to_me": "yes"}

    assert read_writing(answers, ROUND, BEN, MANY) == (
        Written("A lift.", CHOSEN_NAME, "Heron", True, BEN),  # noqa: FBT003 - a frozen value
        {},
    )


@pytest.mark.parametrize(
    ("level", "name"), [("named", "Ben"), ("chosen_name", "Heron"), ("unnamed", ""), ("", "Heron")]
)
def test_each_level_shows_its_own_name(level: str, name: str) -> None:
    """Without an answer, the level is the one the form proposed."""
    written, problems = read_writing({"body": "A lift.", "level": level}, ROUND, BEN, MANY)

    assert not problems
    assert written is not None
    assert (written.shown_name, written.is_new_to_me) == (name, False)


def test_a_new_chosen_name_is_kept_for_the_next_time() -> None:
    """One line, whatever was pasted; the member decides it once."""
    answers = {"body": "A lift.", "level": "chosen_name", "chosen_name": "  Grey\n  Heron "}

    written, _ = read_writing(answers, ROUND, CHIDI, MANY)

    assert written is not None
    assert (written.shown_name, written.member) == ("Grey Heron", replace(CHIDI, chosen_name="Grey Heron"))


@pytest.mark.parametrize(
    ("answers", "standing", "problems"),
    [
        ({}, MANY, {"body": Phrase("refusals-text-empty")}),
        (
            {"body": "A lift.", "level": "invisible"},
            MANY,
            {"level": Phrase("contribute-level-not-offered")},
        ),
        (
            {"body": "A lift.", "level": "unnamed"},
            FEW,
            {"level": Phrase("contribute-too-few-to-hide", {"eligible": 4, "fewest": 5})},
        ),
        (
            {"body": "A lift.", "level": "chosen_name"},
            MANY,
            {"chosen_name": Phrase("contribute-no-chosen-name")},
        ),
        (
            {"body": "A lift.", "level": "chosen_name", "chosen_name": "x" * 33},
            MANY,
            {"chosen_name": Phrase("refusals-text-long", {"length": 33, "most": 32})},
        ),
        (
            {"body": "\0", "level": "invisible", "chosen_name": "\0"},
            MANY,
            {
                "body": Phrase("refusals-text-broken", {"position": 1}),
                "level": Phrase("contribute-level-not-offered"),
                "chosen_name": Phrase("refusals-text-broken", {"position": 1}),
            },
        ),
    ],
    ids=["no words", "no such level", "too few to hide", "no chosen name", "name too long", "all at once"],
)
def test_what_cannot_be_kept_is_said_beside_its_field(
    answers: dict[str, str], standing: Standing, problems: dict[str, Phrase]
) -> None:
    """Everything that is wrong is said at once; nobody sends a form four times."""
    assert read_writing(answers, ROUND, CHIDI, standing) == (None, problems)


def test_a_broken_name_matters_only_to_the_field_it_stands_in() -> None:
    """With their own name somebody could go on, but they are told that the other one was not kept."""
    written, problems = read_writing(
        {"body": "A lift.", "level": "named", "chosen_name": "\0"}, ROUND, BEN, MANY
    )

    assert written is None
    assert problems == {"chosen_name": Phrase("refusals-text-broken", {"position": 1})}


def test_a_name_has_to_hold_something() -> None:
    """An invisible name would be a way to be shown as nobody."""
    with pytest.raises(Unreadable):
        read_name("\u200b")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=10))
def test_a_name_is_one_line_and_reads_the_same_again(typed: str) -> None:
    """A name of several lines could pretend to be what stands below it."""
    try:
        name = read_name(typed)
    except Unreadable:
        return

    assert len(name.splitlines()) == 1
    assert read_name(name) == name
