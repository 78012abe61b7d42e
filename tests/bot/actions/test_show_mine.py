"""Exactly what still needs somebody, and what they have said."""

from dataclasses import replace

from bot.actions.show_mine import OWN_SHOWN, show_mine
from bot.actions.show_round import entry_phrase, reader_choices, sight_of
from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import Contribution, ContributionKind, ContributionState
from bot.dialogue.dialogues import DialogueState
from bot.dialogue.members import Member, Role
from bot.dialogue.record import Record
from bot.dialogue.rounds import Reveal, Round
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.waiting import StillWaiting, Waiting
from bot.identifiers import WaitingId
from bot.speech.effects import Effects, Say
from bot.speech.messages import Choice, Message
from bot.words import Part, Phrase, Quote, Value
from tests.people import (
    A_DAY,
    BEN,
    CHIDI,
    GARDEN,
    MONDAY,
    a_contribution,
    a_preview,
    a_record,
    a_round,
    asking,
    pressed,
)

MINE = Ticket(Action.SHOW_MINE, GARDEN.id)
LINKS = (
    Choice(Phrase("set_preferences-choice"), Ticket(Action.SET_PREFERENCES, GARDEN.id)),
    Choice(Phrase("my_data-choice"), Ticket(Action.MY_DATA, GARDEN.id)),
    Choice(Phrase("my_data-erase-choice"), Ticket(Action.ERASE, GARDEN.id)),
    Choice(Phrase("leave-choice"), Ticket(Action.LEAVE, GARDEN.id)),
)
NO_WORDS = Message(Phrase("show_mine-no-words"))
WAITING = Waiting(
    id=WaitingId("waiting"),
    dialogue=GARDEN.id,
    member=BEN.id,
    phrase=Phrase("answer-told-question", {"number": Quote("ben-1", Part.NUMBER)}),
    action=Action.SHOW_ENTRY,
    subject="chidi-2",
    made_at=MONDAY,
)


def shown(
    record: Record,
    *waiting: Waiting,
    who: Member = BEN,
    state: DialogueState = DialogueState.OPEN,
) -> Message:
    """Somebody looks at what needs them; looking keeps nothing."""
    here = asking(who, record, StillWaiting(waiting), dialogue=replace(GARDEN, state=state))
    effects = show_mine(GARDEN, here, pressed(who, MINE))
    assert isinstance(effects.reply, Say)
    assert effects == Effects(reply=effects.reply)
    return effects.reply.message


def needs(count: int) -> Phrase:
    """Return the line that counts what waits."""
    return Phrase("show_mine-needs", {"count": count})


def question(round: Round) -> Message:
    """Return an open question with the ways to answer it."""
    values: dict[str, Value] = {
        "number": round.number,
        "question": Quote(round.id, Part.QUESTION),
        "closes": round.closes_at,
    }
    choices = tuple(
        Choice(Phrase(f"post_round-{name}-choice"), Ticket(Action.CONTRIBUTE, round.id, choice))
        for name, choice in (("answer", ""), ("pass", "pass"), ("unclear", "unclear"))
    )
    return Message(Phrase("show_mine-round", values), choices)


def own(record: Record, contribution: Contribution) -> Message:
    """Return a contribution of one's own with what can be done."""
    sight = sight_of(asking(BEN, record), pressed(BEN, MINE))
    entry = sight.entries[contribution.id]
    return Message(entry_phrase(entry, sight), reader_choices(entry, asking(BEN, record)))


def test_open_questions_stand_in_the_order_in_which_they_close() -> None:
    """What closes first comes first; what is closed, answered or not yet asked needs nobody."""
    first = replace(a_round(number=1), closes_at=MONDAY + 3 * A_DAY)
    second = replace(a_round(number=2), closes_at=MONDAY + A_DAY)
    closed = replace(a_round(number=3), closed_at=MONDAY)
    past = replace(a_round(number=4), closes_at=MONDAY)
    record = a_record([], rounds=(first, second, closed, past, a_preview()))

    assert shown(record) == Message(needs(2), LINKS, (question(second), question(first), NO_WORDS))


def test_who_answered_passed_or_asked_back_is_not_asked_again() -> None:
    """Exactly what is open, not one thing more."""
    rounds = tuple(a_round(Reveal.ANSWER_FIRST, number=n) for n in (1, 2, 3, 4))
    kinds = (ContributionKind.WORDS, ContributionKind.PASS, ContributionKind.QUESTION_BACK)
    kept = [replace(a_contribution(BEN, n, round=rounds[n]), kind=kind) for n, kind in enumerate(kinds)]
    others = [a_contribution(CHIDI, 9, round=rounds[3])]
    page = shown(a_record([*kept, *others], rounds=rounds))

    assert page.phrase == needs(1)
    assert page.below[0] == question(rounds[3])


def test_words_taken_back_are_not_asked_for_again() -> None:
    """Taking back is an answer as well."""
    gone = a_contribution(BEN, 1, state=ContributionState.WITHDRAWN)

    assert shown(a_record([gone])).phrase == Phrase("show_mine-nothing")


def test_what_waits_stands_below_the_questions_with_its_button() -> None:
    """An answer to one's words, an appeal to look at: each leads where it can be dealt with."""
    answer = Message(
        WAITING.phrase,
        (Choice(Phrase("show_mine-show_entry-choice"), Ticket(Action.SHOW_ENTRY, "chidi-2")),),
    )

    assert shown(a_record([]), WAITING) == Message(needs(2), LINKS, (question(a_round()), answer, NO_WORDS))


def test_nothing_is_asked_of_who_cannot_answer() -> None:
    """An observer, or somebody in a dialogue that has ended, owes no answer."""
    observer = replace(BEN, role=Role.OBSERVER)
    nothing = Message(Phrase("show_mine-nothing"), LINKS, (NO_WORDS,))

    assert shown(a_record([]), who=observer) == nothing
    assert shown(a_record([]), state=DialogueState.CLOSED) == nothing


def test_ones_own_words_stand_with_their_state_and_what_can_be_done() -> None:
    """Shown, hidden, taken back or not shown yet: their author sees each, and nobody else's."""
    kept = [
        a_contribution(BEN, 1),
        a_contribution(BEN, 2, state=ContributionState.HELD),
        a_contribution(BEN, 3, state=ContributionState.WITHDRAWN),
        a_contribution(BEN, 0, level=Attribution.UNNAMED),
    ]
    record = a_record([*kept, a_contribution(CHIDI, 4)])
    heading = Message(Phrase("show_mine-words", {"count": 4}))

    assert shown(record) == Message(
        Phrase("show_mine-nothing"), LINKS, (heading, *(own(record, contribution) for contribution in kept))
    )


def test_many_words_are_shown_from_the_end() -> None:
    """The copy of one's own data holds all of them."""
    kept = [a_contribution(BEN, number) for number in range(1, OWN_SHOWN + 3)]
    record = a_record(kept)
    page = shown(record)

    assert page.below[0] == Message(
        Phrase("show_mine-last-words", {"count": OWN_SHOWN + 2, "shown": OWN_SHOWN})
    )
    assert page.below[1:] == tuple(own(record, contribution) for contribution in kept[2:])
