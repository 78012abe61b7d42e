"""One question, and as much of its answers as a reader may see."""

from dataclasses import replace

import pytest

from bot.actions.close_round import said_of
from bot.actions.show_round import show_round
from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import Contribution, ContributionKind, ContributionState
from bot.dialogue.dialogues import DialogueState
from bot.dialogue.members import Member, Role
from bot.dialogue.record import Record
from bot.dialogue.rounds import Reveal, Round
from bot.dialogue.stances import Stance, StanceKind
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.turns import Signs, TurnKind
from bot.errors import NotFound
from bot.speech.effects import Effects, Reply, Say
from bot.speech.messages import Choice, Message
from bot.speech.shown import entry_choices
from bot.words import Part, Phrase, Quote, Value
from tests.people import (
    A_WEEK,
    ADA,
    BEN,
    CHIDI,
    DANA,
    GARDEN,
    MONDAY,
    a_contribution,
    a_preview,
    a_record,
    a_revision,
    a_round,
    asking,
    pressed,
)

NO_SIGNS = said_of(Signs(mutuality=False, clarification=False, insight=False))
TODAY = "4 May 2026"
PASSED = ((1, BEN), (2, CHIDI))


def seen(who: Member, record: Record, round: Round | None = None) -> Effects[Reply]:
    """Somebody looks at the first round of a record."""
    shown = round or record.rounds[0]
    return show_round(shown, asking(who, record), pressed(who, Ticket(Action.SHOW_ROUND, shown.id)))


def message_of(effects: Effects[Reply]) -> Message:
    """Return what was said."""
    assert isinstance(effects.reply, Say)
    return effects.reply.message


def heading(round: Round) -> Phrase:
    """Return the question of an open round as it stands above the answers."""
    values: dict[str, Value] = {
        "number": round.number,
        "question": Quote(round.id, Part.QUESTION),
        "at": round.closes_at,
    }
    return Phrase("show_round-open", values)


def entry(contribution: Contribution, **marks: Value) -> Phrase:
    """Return a contribution as it is shown, with these marks."""
    values: dict[str, Value] = dict.fromkeys(("turn", "late", "edited", "new", "stances"), "")
    values |= {
        "number": Quote(contribution.id, Part.NUMBER),
        "author": Quote(contribution.id, Part.AUTHOR),
        "body": Quote(contribution.id),
        "day": TODAY,
    }
    return Phrase("show_round-entry", values | marks)


def answer(round: Round) -> Choice:
    """Return the button to answer."""
    return Choice(Phrase("post_round-answer-choice"), Ticket(Action.CONTRIBUTE, round.id))


def skip(round: Round) -> Choice:
    """Return the button to pass."""
    return Choice(Phrase("post_round-pass-choice"), Ticket(Action.CONTRIBUTE, round.id, "pass"))


def own_choices(contribution: Contribution) -> tuple[Choice, ...]:
    """Return what an author can do."""
    return (
        Choice(Phrase("contribute-change-choice"), Ticket(Action.REVISE, contribution.id)),
        Choice(Phrase("contribute-take-back-choice"), Ticket(Action.WITHDRAW, contribution.id)),
    )


def test_answers_stand_below_the_question_with_what_can_be_done() -> None:
    """One's own can be changed; others' can be taken up."""
    mine, other = a_contribution(BEN, 1), a_contribution(CHIDI, 2)
    below = (
        Message(entry(mine), own_choices(mine)),
        Message(entry(other), entry_choices(other.id)),
        *NO_SIGNS,
    )

    assert seen(BEN, a_record([mine, other])) == Effects(
        reply=Say(Message(heading(a_round()), (answer(a_round()),), below))
    )


def test_before_answering_nobody_sees_an_answer_and_is_told_why() -> None:
    """Answer-first holds for every path, and offers the two ways on."""
    round = a_round(Reveal.ANSWER_FIRST)
    record = a_record([a_contribution(CHIDI, 1, round=round)], rounds=(round,))
    below = (Message(Phrase("show_round-sealed-answer-first")),)

    assert seen(BEN, record) == Effects(
        reply=Say(Message(heading(round), (answer(round), skip(round)), below))
    )


@pytest.mark.parametrize("kind", [ContributionKind.PASS, ContributionKind.QUESTION_BACK])
def test_who_passed_sees_the_answers(kind: ContributionKind) -> None:
    """A pass is an answer too."""
    round = a_round(Reveal.ANSWER_FIRST)
    passed = replace(a_contribution(BEN, 0, round=round), kind=kind)
    other = a_contribution(CHIDI, 1, round=round)
    below = message_of(seen(BEN, a_record([passed, other], rounds=(round,)))).below
    said = (Message(Phrase("show_round-you-passed")),) if kind is ContributionKind.PASS else ()

    assert below == (Message(entry(other), entry_choices(other.id)), *said, *NO_SIGNS)


def test_passes_are_counted_once_the_round_is_closed() -> None:
    """While it is open, a count that moves would tell who has just passed."""
    passes = [replace(a_contribution(who, n), number=0, kind=ContributionKind.PASS) for n, who in PASSED]
    closed = replace(a_round(), closed_at=MONDAY)
    empty = Message(Phrase("show_round-empty"))
    count = Message(Phrase("close_round-passed", {"count": 2}))

    assert message_of(seen(DANA, a_record(passes))).below == (empty,)
    assert message_of(seen(DANA, a_record(passes, rounds=(closed,)))).below == (count, empty)


def test_until_the_close_each_person_sees_their_own() -> None:
    """At-close seals others' answers from everybody, facilitators too."""
    round = a_round(Reveal.AT_CLOSE)
    mine, other = a_contribution(ADA, 1, round=round), a_contribution(CHIDI, 2, round=round)
    below = (
        Message(Phrase("show_round-sealed-at-close")),
        Message(entry(mine), own_choices(mine)),
    )

    assert message_of(seen(ADA, a_record([mine, other], rounds=(round,)))).below == below


def test_a_closed_round_says_when_it_closed_and_takes_late_answers() -> None:
    """Nobody is locked out; what comes late is marked."""
    closed = replace(a_round(), closed_at=MONDAY)
    late = replace(a_contribution(CHIDI, 1), is_late=True)
    values: dict[str, Value] = {
        "number": 1,
        "question": Quote(closed.id, Part.QUESTION),
        "at": MONDAY,
    }
    below = (Message(entry(late, late=Phrase("show_round-late-mark")), entry_choices(late.id)), *NO_SIGNS)

    assert seen(BEN, a_record([late], rounds=(closed,))) == Effects(
        reply=Say(Message(Phrase("show_round-closed", values), (answer(closed),), below))
    )


def test_a_round_past_its_time_counts_as_closed() -> None:
    """The clock may be a moment late; the question is not open for that moment."""
    round = replace(a_round(), closes_at=MONDAY)

    assert message_of(seen(BEN, a_record([], rounds=(round,)))).phrase.key == "show_round-closed"


def test_an_empty_round_says_so() -> None:
    """An empty page would look like a fault."""
    shown = message_of(seen(BEN, a_record([])))

    assert shown == Message(
        heading(a_round()), (answer(a_round()), skip(a_round())), (Message(Phrase("show_round-empty")),)
    )


def test_a_preview_is_nobodys_to_read() -> None:
    """Until it is posted, only its form shows a question."""
    preview = a_preview()

    with pytest.raises(NotFound):
        seen(ADA, a_record([], rounds=(preview,)))


def test_what_is_known_about_a_contribution_stands_beside_it() -> None:
    """Edits, turns, what was new, and stances in three counts that are not added up."""
    first = replace(a_contribution(BEN, 1), edits=2)
    second = a_contribution(CHIDI, 2, to=first, turn=TurnKind.QUESTION, is_new_to_me=True)
    kinds = {ADA: StanceKind.SAME, CHIDI: StanceKind.DIFFERENTLY, DANA: StanceKind.SAME}
    stances = tuple(
        Stance(contribution=first.id, member=who.id, dialogue=GARDEN.id, kind=kind, made_at=MONDAY)
        for who, kind in kinds.items()
    )
    record = replace(a_record([first, second]), stances=stances)
    counts = Phrase("show_round-stances", {"same": 2, "differently": 1, "unsure": 0})
    turn = Phrase("show_round-turn-question-mark", {"to": Quote(first.id, Part.NUMBER)})
    phrases = [message.phrase for message in message_of(seen(DANA, record)).below]

    assert phrases[:2] == [
        entry(first, edited=Phrase("show_round-edited-mark", {"count": 2}), stances=counts),
        entry(second, turn=turn, new=Phrase("show_round-new-mark")),
    ]


def test_what_answers_words_that_are_gone_says_so() -> None:
    """A reply without its question would be misread."""
    gone = a_contribution(BEN, 1, state=ContributionState.WITHDRAWN)
    reply = a_contribution(CHIDI, 2, to=gone, turn=TurnKind.ANSWER)
    marker = Phrase("show_round-entry-withdrawn", {"number": Quote(gone.id, Part.NUMBER), "day": TODAY})
    phrases = [message.phrase for message in message_of(seen(DANA, a_record([gone, reply]))).below]

    assert phrases[:2] == [marker, entry(reply, turn=Phrase("show_round-turn-gone-mark"))]


def test_hidden_words_are_a_marker_for_all_but_their_author() -> None:
    """The author sees what was hidden and can appeal; others see the day."""
    held = a_contribution(BEN, 1, state=ContributionState.HELD)
    record = a_record([held])
    values: dict[str, Value] = {"number": Quote(held.id, Part.NUMBER), "day": TODAY}
    own = Phrase("show_round-entry-held-own", {**values, "body": a_revision(held).body})
    choices = (
        Choice(Phrase("appeal-choice"), Ticket(Action.APPEAL, GARDEN.id, "1")),
        Choice(Phrase("contribute-take-back-choice"), Ticket(Action.WITHDRAW, held.id)),
    )

    assert message_of(seen(BEN, record)).below[0] == Message(own, choices)
    assert message_of(seen(ADA, record)).below[0] == Message(Phrase("show_round-entry-held", values))


def test_an_author_can_bring_withdrawn_words_back() -> None:
    """For seven days it is not too late; once erased, there is nothing to bring back."""
    gone = a_contribution(BEN, 1, state=ContributionState.WITHDRAWN)
    erased = a_contribution(BEN, 2, state=ContributionState.ERASED)
    below = message_of(seen(BEN, a_record([gone, erased]))).below

    assert below[0].choices == (
        Choice(Phrase("withdraw-back-choice"), Ticket(Action.WITHDRAW, gone.id, "back")),
        Choice(Phrase("withdraw-erase-choice"), Ticket(Action.WITHDRAW, gone.id, "erase")),
    )
    assert below[1].choices == ()


def test_words_without_a_name_that_wait_are_shown_to_their_author_alone() -> None:
    """Until they are shown together, not even their number exists."""
    waiting = a_contribution(BEN, 0, level=Attribution.UNNAMED)
    record = a_record([waiting])
    own = Message(Phrase("show_round-entry-waiting", {"body": Quote(waiting.id)}), own_choices(waiting))

    assert message_of(seen(BEN, record)).below == (own, *NO_SIGNS)
    assert message_of(seen(ADA, record)).below == (Message(Phrase("show_round-empty")),)


@pytest.mark.parametrize(
    ("who", "state"),
    [
        (replace(CHIDI, role=Role.OBSERVER), DialogueState.OPEN),
        (CHIDI, DialogueState.CLOSED),
    ],
)
def test_who_cannot_add_anything_is_offered_nothing(who: Member, state: DialogueState) -> None:
    """Observers read, and a dialogue that has ended is read."""
    record = a_record([a_contribution(BEN, 1)])
    ended = asking(who, record, dialogue=replace(GARDEN, state=state))
    shown = message_of(show_round(a_round(), ended, pressed(who, Ticket(Action.SHOW_ROUND, "round-1"))))

    assert (shown.choices, shown.below[0].choices) == ((), ())


@pytest.mark.parametrize(
    ("who", "state"),
    [
        (replace(BEN, role=Role.OBSERVER), DialogueState.OPEN),
        (BEN, DialogueState.CLOSED),
    ],
)
def test_who_cannot_add_anything_can_still_take_words_back(who: Member, state: DialogueState) -> None:
    """Taking back needs nobody's leave."""
    mine = a_contribution(BEN, 1)
    ended = asking(who, a_record([mine]), dialogue=replace(GARDEN, state=state))
    shown = message_of(show_round(a_round(), ended, pressed(who, Ticket(Action.SHOW_ROUND, "round-1"))))

    assert shown.below[0].choices == own_choices(mine)[1:]


def test_days_are_written_in_the_readers_language() -> None:
    """A day written as elsewhere is easily read wrong."""
    gone = a_contribution(BEN, 1, state=ContributionState.WITHDRAWN)
    swede = replace(CHIDI, language="sv")
    marker = message_of(seen(swede, a_record([gone], members=(ADA, BEN, swede)))).below[0].phrase

    assert marker.values["day"] == "4 maj 2026"


def test_a_round_of_another_time_is_not_mixed_in() -> None:
    """Each question has its own answers."""
    later = replace(a_round(number=2), closes_at=MONDAY + A_WEEK)
    record = a_record(
        [a_contribution(BEN, 1), a_contribution(CHIDI, 2, round=later)], rounds=(a_round(), later)
    )
    phrases = [message.phrase for message in message_of(seen(DANA, record, later)).below]

    assert phrases[0] == entry(a_contribution(CHIDI, 2, round=later))
    assert all(phrase.values.get("number") != Quote("ben-1", Part.NUMBER) for phrase in phrases)
