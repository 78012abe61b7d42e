"""A light sign on a contribution."""

from dataclasses import replace

import pytest

from bot.actions.stance import stance
from bot.dialogue.contributions import Contribution, ContributionKind, ContributionState
from bot.dialogue.limits import Limits
from bot.dialogue.rounds import Reveal, Round
from bot.dialogue.stances import Stance, StanceKind
from bot.dialogue.standing import Answered, RecentStances, RoundOf
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed, NotFound
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Say
from bot.speech.messages import Choice, Message
from bot.words import Part, Phrase, Quote
from tests.people import BEN, CHIDI, GARDEN, MONDAY, a_contribution, a_round, asking, pressed, typed

OPEN_ROUND = a_round()
WORDS = a_contribution(CHIDI, 3)
TICKET = Ticket(Action.STANCE, WORDS.id)
SAME = replace(TICKET, choice="same")


def loaded(round: Round = OPEN_ROUND, *, has_answered: bool = True, given: int = 0) -> Asking:
    """Return Ben with what the table of acts loads."""
    return asking(
        BEN,
        RoundOf(round),
        Answered(has=has_answered),
        RecentStances(given),
        limits=Limits(stances_a_minute=2),
    )


@pytest.mark.parametrize("kind", StanceKind)
def test_a_stance_is_kept(kind: StanceKind) -> None:
    """One a person and contribution; a later one takes its place, since it has no id of its own."""
    why = Choice(Phrase("stance-say-why-choice"), Ticket(Action.DIFFER, WORDS.id))
    ticket = replace(TICKET, choice=kind)

    for event in (pressed(BEN, ticket), typed(BEN, ticket)):
        assert stance(WORDS, loaded(), event) == Effects(
            keep=(
                Stance(contribution=WORDS.id, member=BEN.id, dialogue=GARDEN.id, kind=kind, made_at=MONDAY),
            ),
            reply=Say(
                Message(
                    Phrase(f"stance-kept-{kind}", {"number": Quote(WORDS.id, Part.NUMBER)}),
                    (why,) if kind is StanceKind.DIFFERENTLY else (),
                )
            ),
        )


def test_a_stance_on_ones_own_words_is_kept() -> None:
    """People change their minds; and in open data others' programs expect it."""
    assert len(stance(a_contribution(BEN, 7), loaded(), pressed(BEN, SAME)).keep) == 1


@pytest.mark.parametrize("choice", ["", "agree", "SAME"])
def test_there_are_three_stances(choice: str) -> None:
    """A ticket can be edited by whoever presses it."""
    with pytest.raises(NotFound, match="refusals-button"):
        stance(WORDS, loaded(), pressed(BEN, replace(TICKET, choice=choice)))


@pytest.mark.parametrize(
    ("contribution", "round"),
    [
        (WORDS, a_round(Reveal.ANSWER_FIRST)),
        (WORDS, a_round(Reveal.AT_CLOSE)),
        (a_contribution(CHIDI, 0), OPEN_ROUND),
        (replace(WORDS, state=ContributionState.HELD), OPEN_ROUND),
        (replace(WORDS, kind=ContributionKind.PASS), OPEN_ROUND),
    ],
    ids=["answer first", "at close", "waiting", "hidden", "a pass"],
)
def test_what_is_not_shown_takes_no_stance(contribution: Contribution, round: Round) -> None:
    """Sealed until one has answered: a stance would be a guess, or a probe."""
    with pytest.raises(NotFound):
        stance(contribution, loaded(round, has_answered=False), pressed(BEN, SAME))


def test_stances_come_no_faster_than_by_hand() -> None:
    """Counts that a program ran up say nothing about the group."""
    stance(WORDS, loaded(given=1), pressed(BEN, SAME))
    with pytest.raises(NotAllowed, match="refusals-too-fast"):
        stance(WORDS, loaded(given=2), pressed(BEN, SAME))
