"""What each reader may see, at each moment, for each use. Canary words say what got through."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import product

import pytest

from bot.dialogue.attribution import Attribution
from bot.dialogue.consent import Consent, Use
from bot.dialogue.contributions import Contribution, ContributionKind, ContributionState
from bot.dialogue.divergences import Divergence
from bot.dialogue.excerpts import Entry, OpenStance, Purpose
from bot.dialogue.members import Member, Role
from bot.dialogue.record import Record
from bot.dialogue.rounds import Reveal, Round
from bot.dialogue.signs import signs_of
from bot.dialogue.stances import Stance, StanceKind, Tally
from bot.dialogue.turns import Signs, TurnKind
from bot.dialogue.visibility import excerpt, is_sealed_for, require_shown_to
from bot.errors import NotFound
from bot.identifiers import DivergenceId, MemberId
from tests.people import (
    A_DAY,
    A_WEEK,
    ADA,
    AGREED,
    ALL_USES,
    BEN,
    CHIDI,
    DANA,
    GARDEN,
    MONDAY,
    TODAY,
    a_contribution,
    a_member,
    a_record,
    a_revision,
    a_round,
    day_after,
)

CANARY = "the canary of the garden"
SECRET = a_member("Yellowbird", chosen_name="Goldfinch")
"""The author of the canary: neither name may get out where it is not to be shown."""
OBSERVER = a_member("Olu", Role.OBSERVER)
OPEN, ANSWER_FIRST, AT_CLOSE = Reveal
LIVE, HELD, WITHDRAWN, ERASED = ContributionState
LATER = MONDAY + A_WEEK

READERS: dict[str, Member | None] = {
    "author": SECRET,
    "answered": CHIDI,
    "passed": DANA,
    "silent": BEN,
    "facilitator": ADA,
    "observer": OBSERVER,
    "nobody": None,
}
EVERYBODY = set(READERS)
SEES_SHARED = {
    (OPEN, "open"): EVERYBODY,
    (OPEN, "closed"): EVERYBODY,
    (ANSWER_FIRST, "open"): {"author", "answered", "passed"},
    (ANSWER_FIRST, "closed"): EVERYBODY,
    (AT_CLOSE, "open"): {"author"},
    (AT_CLOSE, "closed"): EVERYBODY,
}
"""The specification: who sees words that are shared. Everything else only takes away from it."""


def canary(kind: str) -> Contribution:
    """
    Return the contribution whose words must stay where they belong.

    A name is stored with each of them, also where none is to be shown: the gate has to hold by itself.
    """
    levels = {
        "chosen name": Attribution.CHOSEN_NAME,
        "unnamed": Attribution.UNNAMED,
        "waiting": Attribution.UNNAMED,
    }
    states = {"held": HELD, "withdrawn": WITHDRAWN, "erased": ERASED}
    level = levels.get(kind, Attribution.NAMED)
    number = 0 if kind == "waiting" else 7
    words = a_contribution(SECRET, number, level=level, state=states.get(kind, LIVE))
    words = replace(words, shown_name=words.shown_name or "Yellowbird")
    return replace(words, member=MemberId("")) if kind == "erased" else words


def record_with(
    *contributions: Contribution, reveal: Reveal = OPEN, members: Iterable[Member] = ()
) -> Record:
    """Return a record in which Chidi has answered and Dana has passed, beside these contributions."""
    passed = replace(
        a_contribution(DANA, 0, level=Attribution.UNNAMED), kind=ContributionKind.PASS, shared_on=TODAY
    )
    record = a_record(
        (*contributions, a_contribution(CHIDI, 3), passed),
        rounds=(a_round(reveal),),
        members=(ADA, BEN, CHIDI, DANA, OBSERVER, SECRET, *members),
    )
    words = {c.id: (a_revision(c, f"{CANARY}, first"), a_revision(c, CANARY, 2)) for c in contributions}
    return replace(record, revisions=dict(record.revisions) | dict(words))


def at(moment: str) -> datetime:
    """Return a moment at which the round is open, or closed."""
    return MONDAY if moment == "open" else LATER


def entry_of(
    record: Record, contribution: Contribution, reader: Member | None, **more: object
) -> Entry | None:
    """Return what a reader sees of one contribution."""
    moment = more.get("now", MONDAY)
    purpose = more.get("purpose", Purpose.GROUP)
    assert isinstance(moment, datetime)
    assert isinstance(purpose, Purpose)
    seen = excerpt(record, reader, moment, purpose)
    return next((entry for entry in seen.entries() if entry.id == contribution.id), None)


# --- who sees the words -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("reveal", "moment", "kind", "reader"),
    [*product(Reveal, ("open", "closed"), ("named", "chosen name", "unnamed"), READERS)],
)
def test_shared_words_are_seen_by_whom_the_reveal_names(
    reveal: Reveal, moment: str, kind: str, reader: str
) -> None:
    """Until you answered you see nobody's answer; a facilitator is no exception."""
    seen = excerpt(record_with(canary(kind), reveal=reveal), READERS[reader], at(moment))

    assert (CANARY in repr(seen)) is (reader in SEES_SHARED[reveal, moment])


@pytest.mark.parametrize(("reveal", "moment", "reader"), [*product(Reveal, ("open", "closed"), READERS)])
def test_words_without_a_name_that_wait_are_seen_by_their_author_alone(
    reveal: Reveal, moment: str, reader: str
) -> None:
    """Shown one by one on receipt, the time would say who wrote them."""
    seen = excerpt(record_with(canary("waiting"), reveal=reveal), READERS[reader], at(moment))

    assert (CANARY in repr(seen)) is (reader == "author")


@pytest.mark.parametrize(("reveal", "moment", "reader"), [*product(Reveal, ("open", "closed"), READERS)])
def test_hidden_words_are_seen_by_their_author_alone(reveal: Reveal, moment: str, reader: str) -> None:
    """To appeal one has to be able to read what was hidden."""
    seen = excerpt(record_with(canary("held"), reveal=reveal), READERS[reader], at(moment))

    assert (CANARY in repr(seen)) is (reader == "author")


@pytest.mark.parametrize(
    ("kind", "moment", "reader", "purpose"),
    [*product(("withdrawn", "erased"), ("open", "closed"), READERS, Purpose)],
)
def test_words_that_were_taken_back_are_seen_by_nobody(
    kind: str, moment: str, reader: str, purpose: Purpose
) -> None:
    """Neither as they stood last nor as they stood first, for no use, not even by their author."""
    ticked = replace(SECRET, consent=replace(AGREED, uses=ALL_USES))
    record = record_with(canary(kind), members=(ticked,))

    assert CANARY not in repr(excerpt(record, READERS[reader], at(moment), purpose))


# --- under which name ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("named", {"Yellowbird"}),
        ("chosen name", {"Goldfinch"}),
        ("unnamed", set()),
        ("waiting", set()),
        ("held", set()),
        ("withdrawn", set()),
        ("erased", set()),
    ],
)
@pytest.mark.parametrize("reader", READERS)
def test_an_author_is_shown_as_they_chose_and_in_no_other_way(
    kind: str, names: set[str], reader: str
) -> None:
    """Also the id of the member may stand nowhere: it joins all they ever wrote."""
    seen = repr(excerpt(record_with(canary(kind)), READERS[reader], MONDAY))

    shown = seen.replace("yellowbird-7", "").replace("yellowbird-0", "")  # the ids of the words themselves
    assert {name for name in ("Yellowbird", "Goldfinch", "yellowbird") if name in shown} == names


@pytest.mark.parametrize("kind", ["unnamed", "waiting", "held", "withdrawn", "erased"])
def test_without_a_name_there_is_no_time_of_day(kind: str) -> None:
    """Who was online at 11:00 can be known from elsewhere."""
    seen = entry_of(record_with(canary(kind)), canary(kind), SECRET)

    assert seen is None or seen.at is None


def test_words_without_a_name_are_of_the_day_they_were_shown() -> None:
    """The day they were sent could lead to whoever was there on it."""
    sent_earlier = replace(canary("unnamed"), made_at=MONDAY - 3 * A_DAY)
    waiting = replace(canary("waiting"), made_at=MONDAY - 3 * A_DAY)

    shown = entry_of(record_with(sent_earlier), sent_earlier, BEN)
    own = entry_of(record_with(waiting), waiting, SECRET)

    assert shown is not None
    assert own is not None
    assert (shown.day, own.day) == (TODAY, day_after(-3))


def test_the_mark_of_a_facilitator_stands_only_beside_a_name() -> None:
    """With one facilitator the mark alone would be the name."""
    named = a_contribution(ADA, 7)
    chosen = a_contribution(ADA, 8, level=Attribution.CHOSEN_NAME)
    unnamed = a_contribution(ADA, 9, level=Attribution.UNNAMED)
    gone = a_contribution(ADA, 10, state=WITHDRAWN)
    record = record_with(named, chosen, unnamed, gone)

    marks = [entry_of(record, words, BEN) for words in (named, chosen, unnamed, gone)]

    assert [mark.is_facilitator for mark in marks if mark] == [True, False, False, False]


def test_a_member_is_not_marked_as_a_facilitator() -> None:
    """The mark is set by the role held here, never by a name."""
    ben = entry_of(record_with(canary("named")), canary("named"), BEN)
    erased = entry_of(record_with(canary("erased")), canary("erased"), BEN)

    assert ben is not None
    assert erased is not None
    assert (ben.is_facilitator, erased.is_facilitator) == (False, False)


def test_an_entry_holds_all_that_is_known_and_may_be_shown() -> None:
    """Lists, reports and exports take nothing else."""
    first = canary("named")
    answer = replace(
        a_contribution(SECRET, 8, to=first, turn=TurnKind.BUILD, is_new_to_me=True), edits=1, is_late=True
    )

    assert entry_of(record_with(first, answer), answer, SECRET) == Entry(
        id=answer.id,
        number=8,
        round=answer.round,
        kind=ContributionKind.WORDS,
        author="Yellowbird",
        level=Attribution.NAMED,
        is_facilitator=False,
        is_own=True,
        bodies=(f"{CANARY}, first", CANARY),
        day=TODAY,
        at=MONDAY - timedelta(hours=1),
        is_late=True,
        is_new_to_me=True,
        to=first.id,
        turn=TurnKind.BUILD,
        edits=1,
        state=LIVE,
        state_on=None,
        tally=Tally(),
    )


def test_a_marker_says_the_day_and_nothing_else() -> None:
    """No author, no size, no reason, not even how often it was changed."""
    gone = replace(canary("withdrawn"), edits=3, is_new_to_me=True)

    seen = entry_of(record_with(gone), gone, BEN)

    assert seen is not None
    assert (seen.body, seen.author, seen.edits, seen.is_new_to_me, seen.at) == ("", "", 0, False, None)
    assert (seen.state, seen.state_on, seen.number) == (WITHDRAWN, TODAY, 7)


def test_the_latest_words_are_the_words() -> None:
    """Earlier versions are there on request, the last one is what the author says now."""
    seen = entry_of(record_with(canary("named")), canary("named"), BEN)

    assert seen is not None
    assert seen.body == CANARY


@pytest.mark.parametrize("reader", READERS)
def test_a_pass_counts_and_names_nobody(reader: str) -> None:
    """Passing is a right; who used it is nobody's business."""
    seen = excerpt(record_with(), READERS[reader], MONDAY)

    (passed,) = (entry for entry in seen.entries() if entry.kind is ContributionKind.PASS)
    assert (passed.author, passed.number, passed.at, passed.bodies) == (
        "",
        0,
        None,
        (f"Words of {passed.id}.",),
    )
    assert passed.is_own is (reader == "passed")


def test_entries_stand_in_the_order_of_their_numbers() -> None:
    """One's own words that still wait come last, since they have no number yet."""
    waiting = canary("waiting")
    ninth = a_contribution(BEN, 9)
    second = a_contribution(BEN, 2)

    seen = excerpt(record_with(waiting, ninth, second), SECRET, MONDAY)

    assert [entry.number for entry in seen.entries()] == [2, 3, 9, 0, 0]


# --- each use -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("purpose", "use"), [(Purpose.REPORT, Use.REPORT), (Purpose.OPEN_DATA, Use.OPEN_DATA)]
)
@pytest.mark.parametrize(
    ("uses", "is_ticked"), [(None, False), ((), False), (("other",), False), (("this",), True)]
)
def test_each_use_needs_its_own_tick(
    purpose: Purpose,
    use: Use,
    uses: tuple[str, ...] | None,
    *,
    is_ticked: bool,
) -> None:
    """A yes to taking part, or to another use, is no yes to this one."""
    others = ALL_USES - {use}
    ticked = frozenset({use}) if uses == ("this",) else others if uses == ("other",) else frozenset()
    author = replace(SECRET, consent=None if uses is None else Consent(1, 1, ticked))
    record = record_with(canary("named"), members=(author,))

    seen = excerpt(record, None, MONDAY, purpose)

    assert (CANARY in repr(seen)) is is_ticked
    assert seen.left_out == (1 if is_ticked else 2)  # words only, and only such as the group can see


def test_words_of_nobody_known_are_in_no_report() -> None:
    """Erased is erased: not even the marker goes where a yes is needed."""
    record = record_with(canary("erased"))

    assert tuple(excerpt(record, None, MONDAY, Purpose.REPORT).entries()) == ()
    assert excerpt(record, None, MONDAY).left_out == 0


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("stays", [False, True])
def test_hidden_words_stay_in_open_data_only_where_a_facilitator_said_so(
    purpose: Purpose, *, stays: bool
) -> None:
    """Moderated statements belong to open data, with their mark; the group does not get to see them."""
    author = replace(SECRET, consent=replace(AGREED, uses=ALL_USES))
    held = replace(canary("held"), stays_in_open_data=stays)
    record = record_with(held, members=(author,))

    shown = CANARY in repr(excerpt(record, None, MONDAY, purpose))

    assert shown is (stays and purpose is Purpose.OPEN_DATA)


def test_open_data_names_authors_only_where_a_name_is_shown() -> None:
    """In open data every contribution without a name is by an author of its own."""
    author = replace(SECRET, consent=replace(AGREED, uses=ALL_USES))
    named, unnamed = canary("named"), replace(canary("unnamed"), id=a_contribution(SECRET, 8).id)
    record = record_with(named, unnamed, members=(author,))

    assert excerpt(record, None, MONDAY, Purpose.OPEN_DATA).authors == {named.id: SECRET.id}
    assert excerpt(record, None, MONDAY, Purpose.REPORT).authors is None
    assert excerpt(record, None, MONDAY).authors is None


def test_single_stances_are_in_open_data_of_those_who_ticked_it_only() -> None:
    """A stance is a signal to the group; who gave it leaves the group only with a yes."""
    author, ticked = (replace(member, consent=replace(AGREED, uses=ALL_USES)) for member in (SECRET, BEN))
    words, unseen = canary("named"), a_contribution(CHIDI, 3)
    record = replace(
        record_with(words, members=(author, ticked)),
        stances=(
            stance(words, BEN, StanceKind.SAME),
            stance(words, CHIDI, StanceKind.UNSURE),
            stance(unseen, BEN, StanceKind.SAME),
        ),
        divergences=(apart(words, unseen),),
    )

    assert excerpt(record, None, MONDAY, Purpose.OPEN_DATA).stances == (
        OpenStance(contribution=words.id, voter=BEN.id, kind=StanceKind.SAME, made_at=MONDAY),
    )
    assert excerpt(record, None, MONDAY).stances == ()


# --- counts, signs, what stays apart ------------------------------------------------------------------


def stance(on: Contribution, by: Member, kind: StanceKind) -> Stance:
    """Return a stance."""
    return Stance(contribution=on.id, member=by.id, dialogue=GARDEN.id, kind=kind, made_at=MONDAY)


def test_stances_are_counted_apart() -> None:
    """Three numbers side by side; never added up, never averaged."""
    words = canary("named")
    kinds = {
        ADA: StanceKind.SAME,
        BEN: StanceKind.SAME,
        CHIDI: StanceKind.DIFFERENTLY,
        DANA: StanceKind.UNSURE,
    }
    record = replace(record_with(words), stances=tuple(stance(words, by, kind) for by, kind in kinds.items()))

    seen = entry_of(record, words, BEN)

    assert seen is not None
    assert seen.tally == Tally(same=2, differently=1, unsure=1)


def test_counts_in_open_data_are_of_those_who_ticked_it() -> None:
    """Otherwise the difference between the counts and the single stances would be everybody else's."""
    author, ticked = (replace(member, consent=replace(AGREED, uses=ALL_USES)) for member in (SECRET, BEN))
    words = canary("named")
    stances = (stance(words, BEN, StanceKind.SAME), stance(words, CHIDI, StanceKind.SAME))
    record = replace(record_with(words, members=(author, ticked)), stances=stances)

    open_data = entry_of(record, words, None, purpose=Purpose.OPEN_DATA)
    group = entry_of(record, words, None)

    assert open_data is not None
    assert group is not None
    assert (open_data.tally, group.tally) == (Tally(same=1), Tally(same=2))


def test_counts_are_sealed_with_the_answers() -> None:
    """How others see one's words before one may see theirs would lean on the next answer."""
    words = canary("named")
    record = replace(record_with(words, reveal=AT_CLOSE), stances=(stance(words, BEN, StanceKind.SAME),))

    before, after = (entry_of(record, words, SECRET, now=now) for now in (MONDAY, LATER))

    assert before is not None
    assert after is not None
    assert (before.tally, after.tally) == (Tally(), Tally(same=1))


def test_words_that_are_gone_have_no_counts() -> None:
    """Nobody can see what was counted; only in open data do hidden words keep theirs."""
    author = replace(SECRET, consent=replace(AGREED, uses=ALL_USES))
    held = replace(canary("held"), stays_in_open_data=True)
    voter = replace(BEN, consent=replace(AGREED, uses=ALL_USES))
    record = record_with(held, members=(author, voter))
    record = replace(record, stances=(stance(held, BEN, StanceKind.SAME),))

    group = entry_of(record, held, BEN)
    open_data = entry_of(record, held, None, purpose=Purpose.OPEN_DATA)

    assert group is not None
    assert open_data is not None
    assert (group.tally, open_data.tally) == (Tally(), Tally(same=1))


def test_a_sealed_round_says_so_and_hides_its_signs() -> None:
    """Whether people talked can be read only by those who may read what they said."""
    record = record_with(canary("named"), reveal=ANSWER_FIRST)

    (sealed,) = excerpt(record, BEN, MONDAY).rounds
    (open_,) = excerpt(record, CHIDI, MONDAY).rounds

    assert (sealed.is_sealed, sealed.entries, sealed.signs) == (True, (), None)
    assert (open_.is_sealed, open_.signs) == (
        False,
        Signs(mutuality=False, clarification=False, insight=False),
    )


def test_signs_are_looked_for_in_words_that_are_there() -> None:
    """A turn to words that were taken back, or that nobody has seen, is no exchange that can be read."""
    first = a_contribution(ADA, 1)
    second = a_contribution(BEN, 2, to=first, turn=TurnKind.QUESTION)
    third = a_contribution(ADA, 3, to=second, turn=TurnKind.ANSWER, is_new_to_me=True)

    assert signs_of([first, second, third]) == Signs(mutuality=True, clarification=True, insight=True)
    nothing = Signs(mutuality=False, clarification=False, insight=False)
    for gone in (replace(third, state=WITHDRAWN), replace(third, shared_on=None)):
        assert signs_of([first, second, gone]) == nothing
    assert signs_of([first, replace(second, state=HELD), replace(third, is_new_to_me=False)]) == nothing


def test_views_that_stay_apart_are_shown_together_and_whole() -> None:
    """Both positions, in their authors' words, one beside the other."""
    one, other = canary("named"), a_contribution(CHIDI, 3)
    record = replace(record_with(one, reveal=ANSWER_FIRST), divergences=(apart(one, other),))

    (seen,) = excerpt(record, DANA, MONDAY).divergences

    assert [entry.id for entry in seen.positions] == [one.id, other.id]
    assert seen.made_on == TODAY


def test_views_are_not_shown_apart_to_whom_one_of_them_is_sealed() -> None:
    """Half of a difference would give the other half away."""
    one, other = canary("named"), a_contribution(CHIDI, 3)
    record = replace(record_with(one, reveal=ANSWER_FIRST), divergences=(apart(one, other),))

    assert excerpt(record, BEN, MONDAY).divergences == ()


def apart(*positions: Contribution) -> Divergence:
    """Return views that differ."""
    return Divergence(
        id=DivergenceId("apart"),
        dialogue=GARDEN.id,
        positions=tuple(c.id for c in positions),
        marked_by=DANA.id,
        made_at=MONDAY,
    )


def test_an_excerpt_says_how_many_could_have_written() -> None:
    """Observers, those who left and those who never said yes are not counted."""
    others = (replace(a_member("Eli"), has_left=True), a_member("Fay", consent=None))

    seen = excerpt(record_with(members=others), None, MONDAY)

    assert (seen.eligible, seen.head, seen.dialogue, seen.purpose) == (5, "the head", GARDEN, Purpose.GROUP)


# --- the two questions that actions ask ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("reveal", "reader", "has_answered", "sealed"),
    [
        (OPEN, None, False, False),
        (ANSWER_FIRST, BEN.id, False, True),
        (ANSWER_FIRST, BEN.id, True, False),
        (ANSWER_FIRST, None, True, True),
        (AT_CLOSE, BEN.id, True, True),
    ],
)
def test_a_round_is_sealed_as_its_reveal_says(
    reveal: Reveal,
    reader: MemberId | None,
    *,
    has_answered: bool,
    sealed: bool,
) -> None:
    """Nobody in particular, such as a post in the place, has answered nothing."""
    assert is_sealed_for(a_round(reveal), reader, has_answered=has_answered, now=MONDAY) is sealed
    assert not is_sealed_for(a_round(reveal), reader, has_answered=has_answered, now=LATER)


def test_what_is_shown_can_be_taken_up() -> None:
    """The usual case: somebody answers what they can read."""
    require_shown_to(BEN.id, canary("named"), a_round(), has_answered=False, now=MONDAY)
    require_shown_to(BEN.id, canary("named"), a_round(ANSWER_FIRST), has_answered=True, now=MONDAY)
    require_shown_to(SECRET.id, canary("named"), a_round(AT_CLOSE), has_answered=True, now=MONDAY)


@pytest.mark.parametrize(
    ("round", "kind", "reader"),
    [
        (a_round(ANSWER_FIRST), "named", BEN),
        (a_round(AT_CLOSE), "named", BEN),
        (a_round(), "waiting", BEN),
        (a_round(), "waiting", SECRET),
        (a_round(), "held", BEN),
        (a_round(), "withdrawn", SECRET),
    ],
    ids=["sealed", "at close", "waiting", "one's own waiting", "hidden", "withdrawn"],
)
def test_what_is_not_shown_cannot_be_taken_up(round: Round, kind: str, reader: Member) -> None:
    """An answer to words that nobody else has seen would say whose they are."""
    with pytest.raises(NotFound):
        require_shown_to(reader.id, canary(kind), round, has_answered=False, now=MONDAY)
