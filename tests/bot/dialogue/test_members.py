"""Who has a voice, under which name, and that somebody always runs the dialogue."""

from dataclasses import replace

import pytest

from bot.dialogue.attribution import Attribution
from bot.dialogue.members import Member, Role, account_name, require_successor
from bot.errors import NotAllowed
from bot.words import Phrase
from tests.people import ADA, BEN, CHIDI


def test_who_agreed_has_a_voice() -> None:
    """Facilitators and members are counted alike."""
    assert ADA.has_voice
    assert BEN.has_voice


@pytest.mark.parametrize(
    "silent",
    [
        replace(BEN, consent=None),
        replace(BEN, role=Role.OBSERVER),
        replace(BEN, has_left=True),
    ],
    ids=["no yes", "observer", "left"],
)
def test_who_cannot_write_is_not_counted(silent: Member) -> None:
    """A count of people who could not have written it would promise a crowd that is not there."""
    assert not silent.has_voice


@pytest.mark.parametrize(
    ("level", "name"),
    [(Attribution.NAMED, "Ben"), (Attribution.CHOSEN_NAME, "Heron"), (Attribution.UNNAMED, "")],
)
def test_each_level_shows_its_own_name_and_no_other(level: Attribution, name: str) -> None:
    """The account's name beside a chosen one would give the person away."""
    assert BEN.shown_as(level) == name


def test_the_last_facilitator_stays() -> None:
    """A dialogue that nobody runs has nobody to turn to."""
    gone = replace(CHIDI, role=Role.FACILITATOR, has_left=True)

    with pytest.raises(NotAllowed) as refusal:
        require_successor(ADA, [ADA, BEN, gone])

    assert refusal.value.phrase == Phrase("appoint-last-facilitator")


def test_a_facilitator_may_go_when_another_stays() -> None:
    """Nobody is bound to the role for good."""
    require_successor(ADA, [ADA, replace(BEN, role=Role.FACILITATOR)])


def test_a_member_may_always_go() -> None:
    """Members are not needed to run a dialogue."""
    require_successor(BEN, [ADA, BEN])


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Ada", "Ada"),
        (" Ada\n Lovelace ", "Ada Lovelace"),
        ("Ada\u202eevil", "Ada␣evil"),
        ("A" * 60, "A" * 32),
        ("Ada\0\ud800", "Ada␣␣"),
        ("", "?"),
    ],
)
def test_the_name_of_an_account_is_kept_in_one_short_line(given: str, kept: str) -> None:
    """Platforms send whatever somebody called themselves."""
    assert account_name(given) == kept
