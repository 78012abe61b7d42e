"""Posts on their way out: taken by one process at a time, edited in place, drawn again when words change."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.dialogue.contributions import Contribution, ContributionState
from bot.dialogue.places import Place
from bot.identifiers import PostId
from bot.ports import Delivery
from bot.speech.effects import Post
from bot.speech.messages import Message
from bot.words import Part, Phrase, Quote
from storage.outbox import LEASE, SqlOutbox
from storage.schema import T
from tests.people import BEN, ELSEWHERE, HERE, MONDAY, a_contribution, a_revision
from tests.storage.memory import Memory

LIFT = a_contribution(BEN, 1)
MESSAGE = Message(
    Phrase("contribute-shared", {"body": Quote(LIFT.id), "author": Quote(LIFT.id, Part.AUTHOR)})
)
POST = Post(PostId(LIFT.id), HERE, MESSAGE)
SOON = MONDAY + timedelta(seconds=1)


@pytest.fixture
def outbox(memory: Memory) -> SqlOutbox:
    """An outbox in which one post waits, with the words of Ben."""
    memory.say(LIFT, "A lift", posts=(POST,))
    return SqlOutbox(memory.store)


def take(outbox: SqlOutbox, most: int = 9, after: timedelta = timedelta(seconds=1)) -> tuple[Delivery, ...]:
    """Take what is due."""
    return outbox.claim(MONDAY + after, "web", most)


def state(memory: Memory) -> str:
    """Return the state of the one post."""
    return str(memory.rows(select(T.post.c.state))[0][0])


def test_a_post_comes_with_keys_and_ids_and_no_words(memory: Memory, outbox: SqlOutbox) -> None:
    """Words that are gone must be gone from what waits as well (house 11)."""
    (delivery,) = take(outbox)

    assert (delivery.post, delivery.place, delivery.message) == (POST.id, HERE, MESSAGE)
    assert (delivery.remotes, delivery.edition, delivery.attempts, delivery.fence) == ((), 1, 0, 1)
    assert "A lift" not in str(memory.rows(select(T.post)))


def test_a_post_is_taken_by_one_process_at_a_time(outbox: SqlOutbox) -> None:
    """Two couriers must not post the same words twice (P2)."""
    first, second = take(outbox), take(outbox)

    assert (len(first), len(second)) == (1, 0)


def test_a_post_is_free_again_when_its_time_has_run_out(outbox: SqlOutbox) -> None:
    """A process that was killed must not keep a post for ever."""
    take(outbox)

    assert take(outbox, after=LEASE) == ()
    (again,) = take(outbox, after=LEASE + timedelta(seconds=2))
    assert again.fence == 2


def test_whoever_lost_a_post_can_note_nothing_about_it(memory: Memory, outbox: SqlOutbox) -> None:
    """A process that was asleep comes back and must not undo what the other one did (F31)."""
    (asleep,) = take(outbox)
    (awake,) = take(outbox, after=2 * LEASE)

    outbox.delivered(asleep, ("old",))
    outbox.failed(asleep, None)
    still = state(memory)
    outbox.delivered(awake, ("new",))

    assert (still, state(memory)) == ("waiting", "delivered")
    assert outbox.standing(HERE, 9)[0].remotes == ("new",)


def test_a_lease_that_ran_out_without_a_word_leaves_a_doubt(outbox: SqlOutbox) -> None:
    """It may stand there already: whoever takes it next looks for it first, until that is known (P2)."""
    take(outbox)
    (second,) = take(outbox, after=2 * LEASE)
    (third,) = take(outbox, after=4 * LEASE)
    outbox.delivered(third, ("message-1",))

    assert second.unsure_since == third.unsure_since == SOON
    assert outbox.standing(HERE, 9)[0].unsure_since is None


def test_what_is_given_back_leaves_no_doubt(outbox: SqlOutbox) -> None:
    """It was never begun, so nobody needs to look for it."""
    (first,) = take(outbox)
    outbox.release([first])
    (second,) = take(outbox)
    outbox.release([second], MONDAY + timedelta(minutes=5))

    assert take(outbox, after=timedelta(minutes=4)) == ()
    (third,) = take(outbox, after=timedelta(minutes=5))
    assert (third.unsure_since, third.attempts) == (None, 0)


def test_the_first_doubt_stays_when_it_fails_again(outbox: SqlOutbox) -> None:
    """What may have been sent first is what is looked for."""
    (delivery,) = take(outbox)
    outbox.failed(delivery, SOON, SOON)
    (again,) = take(outbox)
    outbox.failed(again, SOON, SOON + timedelta(minutes=5))

    assert take(outbox)[0].unsure_since == SOON


def test_parts_that_stand_are_remembered_and_hold_the_post(outbox: SqlOutbox) -> None:
    """A long post takes long, and must not be taken away in the middle of it."""
    (delivery,) = take(outbox)
    outbox.note(delivery, ("message-1", "message-2"), SOON + LEASE / 2)

    assert outbox.holds(delivery, SOON + LEASE)
    assert take(outbox, after=LEASE + timedelta(seconds=1)) == ()
    (again,) = take(outbox, after=2 * LEASE)
    assert again.remotes == ("message-1", "message-2")
    assert not outbox.holds(delivery, SOON)


def test_a_busy_place_is_passed_over(outbox: SqlOutbox) -> None:
    """One at a time in each place, so that a channel reads in order."""
    assert outbox.claim(SOON, "web", 9, (ELSEWHERE, HERE)) == ()
    assert len(outbox.claim(SOON, "web", 9, (ELSEWHERE,))) == 1


def test_a_delivered_post_stands_in_its_place_and_is_not_due(outbox: SqlOutbox) -> None:
    """Windows that open later are shown what stands there."""
    (delivery,) = take(outbox)
    outbox.delivered(delivery, ("message-1",))

    assert take(outbox, after=timedelta(days=9)) == ()
    (standing,) = outbox.standing(HERE, 9)
    assert (standing.post, standing.remotes) == (POST.id, ("message-1",))
    assert outbox.standing(ELSEWHERE, 9) == ()


def test_a_failed_post_waits_until_it_may_be_tried_again(memory: Memory, outbox: SqlOutbox) -> None:
    """Platforms say when; asking sooner would get the bot banned."""
    (delivery,) = take(outbox)
    outbox.failed(delivery, MONDAY + timedelta(minutes=5))

    assert take(outbox, after=timedelta(minutes=4)) == ()
    (again,) = take(outbox, after=timedelta(minutes=5))
    assert again.attempts == 1
    outbox.failed(again, None)
    assert take(outbox, after=timedelta(days=9)) == ()
    assert state(memory) == "undeliverable"


@pytest.mark.parametrize("change", ["revise", "withdraw", "erase"])
def test_a_post_is_drawn_again_when_its_words_change(change: str, memory: Memory, outbox: SqlOutbox) -> None:
    """What stands in the channel must follow its author within seconds (I5)."""
    (delivery,) = take(outbox)
    outbox.delivered(delivery, ("message-1",))
    kept = memory.get(Contribution, LIFT.id)
    if change == "revise":
        memory.keep(replace(kept, edits=1), a_revision(LIFT, "A ramp", 2))
    elif change == "withdraw":
        memory.keep(replace(kept, state=ContributionState.WITHDRAWN, state_on=MONDAY.date()))
    else:
        memory.keep(erase=(LIFT.id,))

    (again,) = take(outbox)

    assert (again.post, again.remotes, again.edition) == (POST.id, ("message-1",), 2)


def test_a_post_that_changed_while_it_was_carried_is_due_again(memory: Memory, outbox: SqlOutbox) -> None:
    """Words taken back between the look-up and the delivery must not stay standing."""
    (delivery,) = take(outbox)
    memory.keep(replace(memory.get(Contribution, LIFT.id), state=ContributionState.WITHDRAWN))
    outbox.delivered(delivery, ("message-1",))

    (again,) = take(outbox)

    assert (again.remotes, again.edition) == (("message-1",), 2)


def test_the_same_post_again_edits_what_stands(memory: Memory, outbox: SqlOutbox) -> None:
    """A question that closes is one post, not two."""
    (delivery,) = take(outbox)
    outbox.delivered(delivery, ("message-1",))
    changed = Message(Phrase("close_round-closed"))

    memory.keep(posts=(Post(POST.id, HERE, changed),))

    (again,) = take(outbox)
    assert (again.message, again.remotes, again.edition) == (changed, ("message-1",), 2)
    assert len(memory.rows(select(T.post))) == 1


def test_other_posts_are_left_as_they_stand(memory: Memory, outbox: SqlOutbox) -> None:
    """Editing everything for each change would spend what platforms allow."""
    other = a_contribution(BEN, 2)
    memory.say(other, "Stairs", posts=(Post(PostId(other.id), HERE, Message(Phrase("contribute-shared"))),))
    for delivery in take(outbox):
        outbox.delivered(delivery, (delivery.post,))

    memory.keep(replace(memory.get(Contribution, LIFT.id), edits=1), a_revision(LIFT, "A ramp", 2))

    assert [str(delivery.post) for delivery in take(outbox)] == [str(LIFT.id)]


def test_posts_are_taken_in_the_order_they_were_made_and_not_all_at_once(memory: Memory) -> None:
    """A channel reads from top to bottom, also when the bot was away for a while."""
    outbox = SqlOutbox(memory.store)
    for number in range(1, 6):
        event = replace(memory.event(), at=MONDAY + timedelta(seconds=number))
        memory.keep(posts=(Post(PostId(f"post-{number}"), HERE, MESSAGE),), event=event)

    taken = []
    for second in (1, 9, 9, 9):
        deliveries = take(outbox, 2, timedelta(seconds=second))
        taken.append([delivery.post for delivery in deliveries])
        for delivery in deliveries:
            outbox.delivered(delivery, ("there",))

    assert taken == [["post-1"], ["post-2", "post-3"], ["post-4", "post-5"], []]


def test_a_place_is_served_by_one_process_at_a_time(memory: Memory) -> None:
    """Two processes that share the work must not turn the order of a channel around."""
    outbox = SqlOutbox(memory.store)
    other_place = Place(HERE.community, "kitchen")
    posts = (Post(PostId("first"), HERE, MESSAGE), Post(PostId("second"), HERE, MESSAGE))
    memory.keep(posts=(*posts, Post(PostId("elsewhere"), other_place, MESSAGE)))

    ours, theirs = take(outbox, 1), take(outbox)

    assert ([d.post for d in ours], [d.post for d in theirs]) == (["first"], ["elsewhere"])
    outbox.delivered(ours[0], ("there",))
    assert [d.post for d in take(outbox)] == ["second"]


def test_posts_of_one_platform_are_not_taken_for_another(outbox: SqlOutbox) -> None:
    """Each platform has its own way out; `web` must not match `web2` or `we`."""
    assert outbox.claim(SOON, "we", 9) == outbox.claim(SOON, "web2", 9) == outbox.claim(SOON, "w%", 9) == ()
    assert len(outbox.claim(SOON, "web", 9)) == 1


def test_the_last_posts_of_a_place_come_oldest_first(memory: Memory) -> None:
    """A window that opens shows the end of the channel, in reading order."""
    outbox = SqlOutbox(memory.store)
    for number in range(1, 6):
        event = replace(memory.event(), at=MONDAY + timedelta(seconds=number))
        place = HERE if number != 2 else Place(HERE.community, "kitchen")
        memory.keep(posts=(Post(PostId(f"post-{number}"), place, MESSAGE),), event=event)
    for delivery in take(outbox, after=timedelta(seconds=9)):
        outbox.delivered(delivery, (delivery.post,))

    assert [delivery.post for delivery in outbox.standing(HERE, 3)] == ["post-3", "post-4", "post-5"]
