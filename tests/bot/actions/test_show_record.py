"""The record as a reader may see it: all of it by round, what a search finds, or what stays apart."""

from dataclasses import replace
from itertools import pairwise

import pytest

from bot.actions.show_record import ENTRIES_ON_A_PAGE, show_record
from bot.actions.show_round import entry_phrase, sight_of
from bot.dialogue.contributions import Contribution, ContributionState
from bot.dialogue.dialogues import DialogueState
from bot.dialogue.divergences import Divergence, DivergenceState
from bot.dialogue.members import Member
from bot.dialogue.record import Record
from bot.dialogue.rounds import Reveal, Round
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.identifiers import DivergenceId
from bot.speech.effects import Effects, Reply, Say
from bot.speech.messages import Choice, Message
from bot.words import Part, Phrase, Quote
from tests.people import (
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
    typed,
)

RECORD = Ticket(Action.SHOW_RECORD, GARDEN.id)
TITLE = Quote(GARDEN.id, Part.TITLE)
ALL = Choice(Phrase("show_record-choice"), RECORD)
APART = Choice(Phrase("show_record-apart-choice"), Ticket(Action.SHOW_RECORD, GARDEN.id, "apart"))
INTENTIONS = Choice(Phrase("show_intentions-choice"), Ticket(Action.SHOW_INTENTIONS, GARDEN.id))
BECAME = Choice(Phrase("show_follow_up-choice"), Ticket(Action.SHOW_FOLLOW_UP, GARDEN.id))
MAP = Choice(Phrase("show_map-choice"), Ticket(Action.SHOW_MAP, GARDEN.id))
TRAIL = Choice(Phrase("show_trail-choice"), Ticket(Action.SHOW_TRAIL, GARDEN.id))
STATEMENTS = Choice(Phrase("show_statements-choice"), Ticket(Action.SHOW_STATEMENTS, GARDEN.id))
EXPORT = Choice(Phrase("export-choice"), Ticket(Action.EXPORT, GARDEN.id))
COLLECTED = Message(Phrase("close_round-signs-collected"))


def shown(who: Member, record: Record, choice: str = "") -> Message:
    """Somebody looks at the record."""
    ticket = Ticket(Action.SHOW_RECORD, GARDEN.id, choice)
    return message_of(show_record(GARDEN, asking(who, record), pressed(who, ticket)))


def found(who: Member, record: Record, words: str) -> Message:
    """Somebody searches the record."""
    return message_of(show_record(GARDEN, asking(who, record), typed(who, RECORD, search=words)))


def message_of(effects: Effects[Reply]) -> Message:
    """Return what was said; looking keeps nothing."""
    assert isinstance(effects.reply, Say)
    assert effects == Effects(reply=effects.reply)
    return effects.reply.message


def question(round: Round) -> Message:
    """Return a question as it stands above its answers."""
    phrase = Phrase("show_record-round", {"number": round.number, "question": Quote(round.id, Part.QUESTION)})
    label = Phrase("show_record-round-choice", {"number": round.number})
    return Message(phrase, (Choice(label, Ticket(Action.SHOW_ROUND, round.id)),))


def entry(who: Member, record: Record, contribution: Contribution) -> Message:
    """Return a contribution as this reader is shown it."""
    sight = sight_of(asking(who, record), pressed(who, RECORD))
    label = Phrase("show_record-entry-choice", {"number": Quote(contribution.id, Part.NUMBER)})
    choice = Choice(label, Ticket(Action.SHOW_ENTRY, contribution.id))
    return Message(entry_phrase(sight.entries[contribution.id], sight), (choice,))


def a_divergence(*positions: Contribution, state: DivergenceState = DivergenceState.OPEN) -> Divergence:
    """Return views that somebody marked as differing."""
    return Divergence(
        id=DivergenceId(f"divergence-{positions[0].id}"),
        dialogue=GARDEN.id,
        positions=tuple(position.id for position in positions),
        marked_by=DANA.id,
        made_at=MONDAY,
        state=state,
    )


def apart(count: int, state: DivergenceState = DivergenceState.OPEN) -> Phrase:
    """Return what stands above views that differ."""
    return Phrase(f"show_record-apart-{state}", {"count": count, "day": "4 May 2026"})


ONE, TWO = a_contribution(BEN, 1), a_contribution(CHIDI, 2)


def test_the_record_goes_round_by_round() -> None:
    """Each question stands above its answers, and below them whether it was a dialogue."""
    later = a_round(number=2)
    record = a_record([ONE, TWO], rounds=(a_round(), later))
    below = (
        question(a_round()),
        entry(DANA, record, ONE),
        entry(DANA, record, TWO),
        COLLECTED,
        question(later),
    )

    assert shown(DANA, record) == Message(
        Phrase("show_record-all", {"title": TITLE, "count": 2}),
        (APART, STATEMENTS, TRAIL, MAP, INTENTIONS, BECAME),
        below,
    )


def test_only_facilitators_are_offered_the_export() -> None:
    """A button that only leads to a refusal is no help."""
    assert shown(ADA, a_record([ONE])).choices == (APART, STATEMENTS, TRAIL, MAP, INTENTIONS, BECAME, EXPORT)
    assert shown(BEN, a_record([ONE])).choices == (APART, STATEMENTS, TRAIL, MAP, INTENTIONS, BECAME)


def test_a_marker_is_shown_and_not_counted_as_a_contribution() -> None:
    """What was taken back stays as a date, and nothing more."""
    gone = a_contribution(CHIDI, 2, state=ContributionState.WITHDRAWN)
    record = a_record([ONE, gone])
    page = shown(DANA, record)

    assert page.phrase == Phrase("show_record-all", {"title": TITLE, "count": 1})
    assert page.below[2] == entry(DANA, record, gone)


def test_what_is_kept_back_is_said_and_not_shown() -> None:
    """The record is no way around answer-first."""
    round = a_round(Reveal.ANSWER_FIRST)
    record = a_record([a_contribution(CHIDI, 1, round=round)], rounds=(round,))
    below = (question(round), Message(Phrase("show_round-sealed-answer-first")))

    assert shown(BEN, record) == Message(
        Phrase("show_record-all", {"title": TITLE, "count": 0}),
        (APART, STATEMENTS, TRAIL, MAP, INTENTIONS, BECAME),
        below,
    )
    assert found(BEN, record, "words").phrase.values["count"] == 0


def test_a_preview_is_not_in_the_record() -> None:
    """A question that was not put to the group is none."""
    assert shown(ADA, a_record([], rounds=(a_preview(),))).below == ()


def test_a_long_record_shows_its_end_and_leads_back() -> None:
    """What was said last is read first; page by page one reaches the beginning."""
    count = ENTRIES_ON_A_PAGE + 5
    contributions = [a_contribution(BEN, number) for number in range(1, count + 1)]
    record = a_record(contributions)
    last, first = shown(DANA, record), shown(DANA, record, "page2")
    earlier = Choice(Phrase("show_record-earlier-choice"), Ticket(Action.SHOW_RECORD, GARDEN.id, "page2"))

    assert last.choices == (APART, STATEMENTS, TRAIL, MAP, INTENTIONS, BECAME, earlier)
    assert last.below[0] == Message(Phrase("show_record-part", {"count": ENTRIES_ON_A_PAGE, "earlier": 5}))
    assert last.below[2:-1] == tuple(entry(DANA, record, c) for c in contributions[5:])
    assert first.choices == (APART, STATEMENTS, TRAIL, MAP, INTENTIONS, BECAME)
    assert first.below[1:-1] == tuple(entry(DANA, record, c) for c in contributions[:5])
    assert shown(DANA, record, "page3").below == ()


def test_a_search_finds_words_in_any_case() -> None:
    """Nobody remembers how a word was written."""
    record = a_record([ONE, TWO])
    record = replace(
        record, revisions={**record.revisions, TWO.id: (a_revision(TWO, "A\nLift, für Ältere"),)}
    )

    for words in ("a lift", "A  LIFT", "FU\u0308R ÄLTERE"):
        assert found(DANA, record, words) == Message(
            Phrase("show_record-found", {"title": TITLE, "count": 1, "words": words}),
            (ALL,),
            (question(a_round()), entry(DANA, record, TWO)),
        )


def test_a_search_that_finds_nothing_says_so() -> None:
    """An empty answer is an answer."""
    assert found(DANA, a_record([ONE]), "lift") == Message(
        Phrase("show_record-found", {"title": TITLE, "count": 0, "words": "lift"}), (ALL,)
    )
    assert found(DANA, a_record([ONE]), "  ").phrase.key == "show_record-all"


def test_a_search_does_not_find_what_was_taken_back_or_replaced() -> None:
    """Search sees what a reader sees now."""
    gone = a_contribution(BEN, 1, state=ContributionState.WITHDRAWN)
    edited = replace(TWO, edits=1)
    record = a_record([gone, edited])
    versions = (a_revision(edited, "the lift"), a_revision(edited, "the stairs", 2))
    record = replace(record, revisions={gone.id: (a_revision(gone, "lift"),), edited.id: versions})

    assert found(DANA, record, "lift").phrase.values["count"] == 0
    assert found(DANA, record, "stairs").phrase.values["count"] == 1


def test_a_search_that_finds_much_says_how_much() -> None:
    """The last ones are shown, and all are counted."""
    count = ENTRIES_ON_A_PAGE + 1
    page = found(DANA, a_record(a_contribution(BEN, n) for n in range(1, count + 1)), "words")

    assert page.phrase.values["count"] == count
    assert page.below[0] == Message(Phrase("show_record-part", {"count": ENTRIES_ON_A_PAGE, "earlier": 1}))


def test_what_stays_apart_is_shown_whole_and_side_by_side() -> None:
    """Two views, both kept: neither is shortened, neither comes out on top."""
    record = replace(a_record([ONE, TWO]), divergences=(a_divergence(ONE, TWO),))
    below = (Message(apart(2)), entry(DANA, record, ONE), entry(DANA, record, TWO))

    assert shown(DANA, record, "apart") == Message(
        Phrase("show_record-apart", {"title": TITLE, "count": 1}), (ALL,), below
    )


def test_authors_of_views_can_agree_to_differ() -> None:
    """It is theirs to say, and a proper end; nobody else is asked."""
    record = replace(a_record([ONE, TWO]), divergences=(a_divergence(ONE, TWO),))
    settled = replace(record, divergences=(a_divergence(ONE, TWO, state=DivergenceState.AGREED_TO_DIFFER),))
    agree = Choice(
        Phrase("show_record-agree-choice"),
        Ticket(Action.AGREE_TO_DIFFER, f"divergence-{ONE.id}", "agree"),
    )

    assert shown(BEN, record, "apart").below[0] == Message(apart(2), (agree,))
    assert shown(ADA, record, "apart").below[0] == Message(apart(2))
    assert shown(BEN, settled, "apart").below[0] == Message(apart(2, DivergenceState.AGREED_TO_DIFFER))


def test_nobody_is_asked_to_agree_after_the_end() -> None:
    """What was open stays open in the record."""
    record = replace(a_record([ONE, TWO]), divergences=(a_divergence(ONE, TWO),))
    ended = replace(GARDEN, state=DialogueState.CLOSED)
    ticket = Ticket(Action.SHOW_RECORD, GARDEN.id, "apart")
    page = message_of(show_record(ended, asking(BEN, record, dialogue=ended), pressed(BEN, ticket)))

    assert page.below[0] == Message(apart(2))


def test_a_view_that_was_taken_back_leaves_the_other_whole() -> None:
    """The marker stands where it stood; how many are kept is said."""
    gone = a_contribution(BEN, 1, state=ContributionState.WITHDRAWN)
    record = replace(a_record([gone, TWO]), divergences=(a_divergence(gone, TWO),))
    below = (Message(apart(1)), entry(DANA, record, gone), entry(DANA, record, TWO))

    assert shown(DANA, record, "apart").below == below


def test_many_divergences_are_shown_from_the_end() -> None:
    """A page stays readable, and says what it leaves out."""
    contributions = [a_contribution(BEN, number) for number in range(1, 14)]
    pairs = tuple(a_divergence(*pair) for pair in pairwise(contributions))
    page = shown(ADA, replace(a_record(contributions), divergences=pairs), "apart")

    assert page.phrase.values["count"] == 12
    assert page.choices == (ALL, EXPORT)
    assert page.below[0] == Message(Phrase("show_record-part", {"count": 10, "earlier": 2}))
    assert len(page.below) == 1 + 3 * 10


@pytest.mark.parametrize("choice", ["page", "page0", "page1", "page99999", "pageٳ", "all"])
def test_a_button_that_asks_for_something_else_is_refused(choice: str) -> None:
    """A ticket comes back from outside, and may be anything."""
    with pytest.raises(NotFound) as refused:
        shown(BEN, a_record([ONE]), choice)

    assert refused.value.phrase == Phrase("refusals-button")
