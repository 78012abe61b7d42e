"""How what was responded stands in front of the group: counts, and no figure that is made of them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.check_ins import CheckIn, CheckInState
from bot.dialogue.closing import closed
from bot.dialogue.methods import MANNERS, Method
from bot.dialogue.responses import InCheckIn, Response
from bot.dialogue.sealed_until_close import Reader, see_check_in
from bot.dialogue.statement_excerpts import StatementExcerpt
from bot.exports.json_values import Json
from bot.exports.statements_json import statement_json
from bot.identifiers import CheckInId, MemberId, ResponseId
from bot.speech.messages import Message
from bot.speech.results import counted
from bot.words import Phrase
from tests.people import BEN, MONDAY
from tests.statements import CHECK_IN, STATEMENT, a_response

PEOPLE = tuple(MemberId(f"person {number}") for number in range(9))
GIVEN = st.data()


def held(data: st.DataObject) -> tuple[CheckIn, tuple[Response, ...]]:
    """Return a check-in in any way of asking, with what people responded, also to another edition."""
    method = data.draw(st.sampled_from(Method))
    scale = MANNERS[method].scale
    check_in = replace(CHECK_IN, method=method, scale=scale.edition, eligible=PEOPLE)
    keys = st.none() | st.sampled_from(tuple(scale.labels))
    chosen = data.draw(st.dictionaries(st.sampled_from(PEOPLE), keys))
    own = tuple(
        replace(a_response(BEN, key, check_in=check_in), id=ResponseId(f"response {who}"), member=who)
        for who, key in chosen.items()
    )
    elsewhere = tuple(
        replace(r, id=ResponseId(f"{r.id} elsewhere"), check_in=CheckInId("earlier")) for r in own
    )
    return check_in, (*own, *elsewhere)


def phrases(messages: Iterator[Message]) -> Iterator[Phrase]:
    """Return every phrase that is said, with those inside it."""
    for message in messages:
        yield message.phrase
        yield from (value for value in message.phrase.values.values() if isinstance(value, Phrase))
        yield from phrases(iter(message.below))


def numbers(value: Json) -> Iterator[int | float]:
    """Return every number in a value."""
    if isinstance(value, Mapping):
        value = list(value.values())
    if isinstance(value, int | float) and not isinstance(value, bool):
        yield value
    elif isinstance(value, list | tuple):
        for each in value:
            yield from numbers(each)


@given(GIVEN)
def test_no_output_holds_a_figure_that_nobody_counted(data: st.DataObject) -> None:
    """An average of labels would be a number that means nothing: only counts of people are ever said."""
    check_in, responses = held(data)
    own = tuple(response for response in responses if response.check_in == check_in.id)
    after = closed(check_in, InCheckIn(STATEMENT, own, ()), MONDAY)
    seen = see_check_in(after, responses, (), Reader())
    assert seen.counts is not None

    figures = {count for _, count in seen.counts.labels} | {
        seen.counts.eligible, seen.counts.responded, seen.counts.passed,
        seen.counts.no_response, seen.counts.left, seen.counts.of(*after.asks_on.stops),
    }  # fmt: skip
    said = [value for phrase in phrases(counted(seen)) for value in phrase.values.values()]
    assert {value for value in said if isinstance(value, int | float)} <= figures
    told = statement_json(StatementExcerpt(statement=STATEMENT, text="", check_ins=(seen,)))
    assert set(numbers(told)) <= figures | {STATEMENT.number, STATEMENT.edition, after.quorum}


@given(GIVEN)
def test_counts_add_up_and_nothing_counts_for_another_edition(data: st.DataObject) -> None:
    """Whoever was asked is counted once, in every way of asking; what was said to another text is not."""
    check_in, responses = held(data)
    own = tuple(response for response in responses if response.check_in == check_in.id)
    after = replace(check_in, state=CheckInState.CLOSED)
    counts = see_check_in(after, responses, (), Reader()).counts

    assert counts is not None
    assert (
        counts.responded + counts.passed + counts.no_response + counts.left == counts.eligible == len(PEOPLE)
    )
    assert counts == see_check_in(after, own, (), Reader()).counts
    assert counts.responded == sum(count for _, count in counts.labels)
