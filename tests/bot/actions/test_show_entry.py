"""One contribution with its trail, as a reader may see it."""

from dataclasses import replace

import pytest

from bot.actions.show_entry import show_entry
from bot.actions.show_round import entry_phrase, sight_of
from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import Contribution, ContributionKind, ContributionState
from bot.dialogue.divergences import Divergence, DivergenceState
from bot.dialogue.members import Member
from bot.dialogue.pointers import Pointer, PointerKind
from bot.dialogue.record import Record
from bot.dialogue.rounds import Reveal
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.turns import TurnKind
from bot.errors import NotFound
from bot.identifiers import DivergenceId
from bot.speech.effects import Effects, Reply, Say
from bot.speech.messages import Choice, Message
from bot.speech.shown import entry_choices
from bot.words import Part, Phrase, Quote, Value
from tests.people import (
    ADA,
    BEN,
    CHIDI,
    DANA,
    GARDEN,
    MONDAY,
    a_contribution,
    a_record,
    a_revision,
    a_round,
    asking,
    pressed,
)

ONE = a_contribution(BEN, 1)
HIDE = Choice(Phrase("show_entry-hide-choice"), Ticket(Action.HOLD, ONE.id))

OFFER = Choice(Phrase("offer_asset-for-choice"), Ticket(Action.OFFER_ASSET, GARDEN.id, f"for.{ONE.id}"))
FROM_IT = str(Pointer(PointerKind.CONTRIBUTION, ONE.id, 1))
BACK = Choice(Phrase("return_to-choice"), Ticket(Action.RETURN_TO, GARDEN.id, FROM_IT))


def asked(who: Member, record: Record, contribution: Contribution, choice: str = "") -> Effects[Reply]:
    """Somebody looks at one contribution."""
    ticket = Ticket(Action.SHOW_ENTRY, contribution.id, choice)
    return show_entry(contribution, asking(who, record), pressed(who, ticket))


def shown(who: Member, record: Record, contribution: Contribution, choice: str = "") -> Message:
    """Return what was said; looking keeps nothing."""
    effects = asked(who, record, contribution, choice)
    assert isinstance(effects.reply, Say)
    assert effects == Effects(reply=effects.reply)
    return effects.reply.message


def phrase(who: Member, record: Record, contribution: Contribution) -> Phrase:
    """Return a contribution as this reader is shown it."""
    sight = sight_of(asking(who, record), pressed(who, Ticket(Action.SHOW_ENTRY, contribution.id)))
    return entry_phrase(sight.entries[contribution.id], sight)


def question() -> Message:
    """Return the question it was brought to."""
    values: dict[str, Value] = {"number": 1, "question": Quote("round-1", Part.QUESTION)}
    choice = Choice(Phrase("show_record-round-choice", {"number": 1}), Ticket(Action.SHOW_ROUND, "round-1"))
    return Message(Phrase("show_entry-question", values), (choice,))


def linked(key: str, contribution: Contribution) -> Message:
    """Return a contribution that answers, or is answered."""
    values: dict[str, Value] = {
        "number": Quote(contribution.id, Part.NUMBER),
        "author": Quote(contribution.id, Part.AUTHOR),
        "body": Quote(contribution.id),
    }
    return Message(Phrase(key, values), (look_at(contribution),))


def look_at(contribution: Contribution) -> Choice:
    """Return the button that leads there."""
    label = Phrase("show_record-entry-choice", {"number": Quote(contribution.id, Part.NUMBER)})
    return Choice(label, Ticket(Action.SHOW_ENTRY, contribution.id))


def test_a_member_can_take_up_what_another_wrote() -> None:
    """The words, the question they were brought to, and four ways to respond."""
    record = a_record([ONE])

    assert shown(CHIDI, record, ONE) == Message(
        phrase(CHIDI, record, ONE), (*entry_choices(ONE.id), OFFER), (question(),)
    )


def test_its_author_can_change_it_or_take_it_back() -> None:
    """One's own words stay one's own."""
    change = Choice(Phrase("contribute-change-choice"), Ticket(Action.REVISE, ONE.id))
    take_back = Choice(Phrase("contribute-take-back-choice"), Ticket(Action.WITHDRAW, ONE.id))

    assert shown(BEN, a_record([ONE]), ONE).choices == (change, take_back, OFFER)


def test_a_facilitator_can_hide_it_and_show_it_again_never_edit_it() -> None:
    """Hiding is for safety, and can be undone."""
    held = replace(ONE, state=ContributionState.HELD)
    gone = replace(ONE, state=ContributionState.WITHDRAWN)
    show = Choice(Phrase("hold-show-choice"), Ticket(Action.HOLD, ONE.id, "show"))

    assert shown(ADA, a_record([ONE]), ONE).choices == (*entry_choices(ONE.id), OFFER, HIDE, BACK)
    assert shown(ADA, a_record([held]), held).choices == (show,)
    assert shown(ADA, a_record([gone]), gone).choices == ()


def test_a_facilitator_cannot_hide_what_nobody_has_seen() -> None:
    """Their own words that wait are theirs to take back."""
    waiting = a_contribution(ADA, 0, level=Attribution.UNNAMED)

    assert HIDE.label not in [choice.label for choice in shown(ADA, a_record([waiting]), waiting).choices]


def test_earlier_versions_are_shown_to_whoever_asks() -> None:
    """The latest words stand first; that they were changed is said, and what they were before can be read."""
    edited = replace(ONE, edits=2)
    versions = tuple(a_revision(edited, f"Version {n}.", n) for n in (1, 2, 3))
    record = replace(a_record([edited]), revisions={edited.id: versions})
    offer = Choice(Phrase("show_entry-versions-choice"), Ticket(Action.SHOW_ENTRY, edited.id, "versions"))
    said = [Phrase("show_entry-version", {"number": n, "body": f"Version {n}."}) for n in (1, 2)]

    assert shown(CHIDI, record, edited).below == (
        Message(Phrase("show_entry-edited", {"count": 2}), (offer,)),
        question(),
    )
    assert shown(CHIDI, record, edited, "versions").below == (*map(Message, said), question())


def test_versions_of_words_that_are_gone_are_gone() -> None:
    """Taking back takes back all of it."""
    gone = replace(a_contribution(BEN, 1, state=ContributionState.WITHDRAWN), edits=1)

    assert shown(CHIDI, a_record([gone]), gone, "versions").below == (question(),)


@pytest.mark.parametrize("turn", TurnKind)
def test_what_answers_and_what_is_answered_is_linked_both_ways(turn: TurnKind) -> None:
    """A conversation can be followed from any point of it."""
    reply = a_contribution(CHIDI, 2, to=ONE, turn=turn)
    record = a_record([ONE, reply])

    assert shown(DANA, record, ONE).below == (
        question(),
        linked(f"show_entry-answered-by-{turn}", reply),
    )
    assert shown(DANA, record, reply).below == (question(), linked(f"show_entry-answers-{turn}", ONE))


def test_a_link_to_what_is_gone_says_so() -> None:
    """A reply says that what it replied to is gone; an answer that was taken back is not listed."""
    gone = a_contribution(BEN, 1, state=ContributionState.WITHDRAWN)
    reply = a_contribution(CHIDI, 2, to=gone, turn=TurnKind.ANSWER)
    record = a_record([gone, reply])
    taken_back = a_record([ONE, replace(reply, state=ContributionState.WITHDRAWN)])

    assert shown(DANA, record, reply).below == (
        question(),
        Message(Phrase("show_entry-answered-gone")),
    )
    assert shown(DANA, taken_back, ONE).below == (question(),)


def test_what_it_stands_apart_from_is_shown_whole() -> None:
    """Whoever reads one view meets the other."""
    other, third = a_contribution(CHIDI, 2), a_contribution(ADA, 3)
    divergence = Divergence(
        id=DivergenceId("divergence"),
        dialogue=GARDEN.id,
        positions=(ONE.id, other.id),
        marked_by=DANA.id,
        made_at=MONDAY,
        state=DivergenceState.EXPLORED,
    )
    record = replace(a_record([ONE, other, third]), divergences=(divergence,))
    said = Message(Phrase("show_entry-apart-explored", {"day": "4 May 2026"}))

    assert shown(DANA, record, ONE).below == (
        question(),
        said,
        Message(phrase(DANA, record, other), (look_at(other),)),
    )
    assert shown(DANA, record, third).below == (question(),)


def test_words_that_are_kept_back_are_not_found() -> None:
    """To this reader they do not exist yet, however well they know the number."""
    round = a_round(Reveal.ANSWER_FIRST)
    sealed = a_contribution(CHIDI, 1, round=round)

    with pytest.raises(NotFound) as refused:
        asked(BEN, a_record([sealed], rounds=(round,)), sealed)

    assert refused.value.phrase == Phrase("refusals-not-found")


@pytest.mark.parametrize(
    "hidden",
    [
        a_contribution(CHIDI, 0, level=Attribution.UNNAMED),
        replace(a_contribution(BEN, 0), kind=ContributionKind.PASS),
    ],
)
def test_what_waits_and_what_is_no_words_is_not_found(hidden: Contribution) -> None:
    """Words without a name wait for company; a pass has nothing to show."""
    with pytest.raises(NotFound):
        asked(BEN, a_record([hidden]), hidden)


def test_a_button_that_asks_for_something_else_is_refused() -> None:
    """A ticket comes back from outside, and may be anything."""
    with pytest.raises(NotFound) as refused:
        asked(BEN, a_record([ONE]), ONE, "all")

    assert refused.value.phrase == Phrase("refusals-button")
