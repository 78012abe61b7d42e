"""Posts on a Discord where calls fail in every way: each stands once in the end."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest

from adapters import courier
from adapters.discord.messenger import BLIND, NONCE_BYTES, nonce_of
from adapters.discord.render import TEXT_MOST
from adapters.discord.trouble import BAN, FOR_GOOD
from bot.dialogue.places import Community, Place
from storage.schema import T
from tests.adapters.discord.scene import LIFT, said
from tests.fakes.discord import channel_routes
from tests.fakes.discord.call import Call
from tests.fakes.discord.limits import COMPONENTS_V2
from tests.fakes.discord.running import Bot, Town
from tests.fakes.discord.script import Fault
from tests.fakes.discord.world import EVERYTHING

SEND = "/channels/.+/messages$"
EDIT = "/channels/.+/messages/"


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the courier try again soon."""
    monkeypatch.setattr(courier, "FIRST_WAIT", timedelta(milliseconds=20))


async def states(bot: Bot) -> set[str]:
    """Return what has become of all posts."""

    def look() -> set[str]:
        with bot.core.store.looking() as connection:
            return {row["state"] for row in connection.execute(T.post.select()).mappings()}

    return await bot.scribe.run(look)


async def become(bot: Bot, state: str) -> bool:
    """Wait until some post has become so, and none waits."""
    for _ in range(2000):
        found = await states(bot)
        if state in found and "waiting" not in found:
            return True
        await asyncio.sleep(0.01)
    return False


async def change(bot: Bot, **values: object) -> None:
    """Change every post behind the bot's back."""

    def write() -> None:
        with bot.core.store.writing() as connection:
            connection.execute(T.post.update().values(**values))

    await bot.scribe.run(write)


async def says(group: Town, body: str = LIFT) -> str:
    """Let Ben answer the question; return what he is told."""
    ben = group["Ben"]
    form = (await ben.press("Answer")).form
    assert form
    return said(await ben.submit(form, {"body": body}), ben)


def count(group: Town, words: str) -> int:
    """Return how often words stand in the channel."""
    return sum(words in post for post in group.posts())


@pytest.mark.parametrize(
    "fault",
    [
        Fault(kind="limited", method="POST", path=SEND, seconds=0.02),
        Fault(kind="limited_all", method="POST", path=SEND, seconds=0.02),
        Fault(kind="status", method="POST", path=SEND, status=503),
        Fault(kind="lost", method="POST", path=SEND),
        Fault(kind="drop_before", method="POST", path=SEND),
        Fault(kind="drop_after", method="POST", path=SEND),
        Fault(kind="garbage", method="POST", path=SEND),
    ],
    ids=lambda fault: fault.kind,
)
async def test_a_post_stands_once_whatever_went_wrong(fault: Fault, bot: Bot, group: Town) -> None:
    """Two copies of somebody's words would be answered apart; none would be a voice unheard."""
    group.fake.script.add(fault)

    assert "It is kept as #1" in await says(group)
    await group.reads(LIFT)
    assert await become(bot, "delivered")

    assert group.fake.script.met
    assert count(group, LIFT) == 1


async def test_the_same_post_has_the_same_nonce_and_is_found_when_that_is_over(
    bot: Bot, group: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Discord remembers a nonce for minutes; after that the channel itself is read."""
    group.fake.script.add(Fault(kind="drop_after", method="POST", path=SEND))
    monkeypatch.setattr(channel_routes, "NONCES_FOR", -1.0)
    await says(group)
    assert await become(bot, "delivered")

    sent = [call for call in group.fake.called("POST", "/messages") if LIFT in str(call.body)]

    assert len(sent) == 1
    assert count(group, LIFT) == 1
    assert group.fake.called("GET", "/messages")


async def test_where_nobody_may_look_it_waits_and_at_last_sends_again(
    bot: Bot, group: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    """P3: after a quarter of an hour a second copy is better than none."""
    group.guild.bot_permissions = EVERYTHING & ~(1 << 16)
    group.fake.script.add(Fault(kind="drop_after", method="POST", path=SEND))
    monkeypatch.setattr(channel_routes, "NONCES_FOR", -1.0)
    await says(group)
    await group.fake.until(lambda: group.fake.called("GET", "/messages"))

    assert count(group, LIFT) == 1
    await change(bot, unsure_since=T.post.c.unsure_since - _micros(), due=0)
    bot.courier._pacers["discord"]._free.clear()
    bot.courier.wake()
    assert await become(bot, "delivered")

    assert count(group, LIFT) == 2


def _micros() -> int:
    return int(BLIND.total_seconds() * 1e6)


@pytest.mark.parametrize(
    "fault",
    [
        Fault(kind="limited", method="PATCH", path=EDIT, seconds=0.02),
        Fault(kind="status", method="PATCH", path=EDIT, status=503),
        Fault(kind="drop_before", method="PATCH", path=EDIT),
        Fault(kind="drop_after", method="PATCH", path=EDIT),
    ],
    ids=lambda fault: fault.kind,
)
async def test_an_edit_arrives_in_the_end(fault: Fault, bot: Bot, group: Town) -> None:
    """Changed words take the place of the earlier ones, in the same message."""
    await says(group)
    await group.reads(LIFT)
    before = [message["id"] for message in group.channel.messages]
    group.fake.script.add(fault)
    ben = group["Ben"]
    form = (await ben.slash("entry", number=1, what="change")).form
    assert form
    await ben.submit(form, {"body": "A lift and a bench."})
    await group.reads("A lift and a bench.")

    assert [message["id"] for message in group.channel.messages] == before
    assert count(group, LIFT) == 0


async def test_withdrawn_words_disappear_from_the_channel(bot: Bot, group: Town) -> None:
    """Also where the first try to change the post fails."""
    await says(group)
    await group.reads(LIFT)
    group.fake.script.add(Fault(kind="drop_before", path=EDIT))
    await group["Ben"].slash("entry", number=1, what="withdraw")
    await group.fake.until(lambda: count(group, LIFT) == 0)

    assert count(group, LIFT) == 0
    assert LIFT not in str(group.channel.messages)


async def test_a_post_that_somebody_deleted_stays_away(bot: Bot, group: Town) -> None:
    """Whoever moderates the server has the last word there; the record has the words."""
    await says(group)
    await group.reads(LIFT)
    message = next(each for each in group.channel.messages if LIFT in group["Ada"].text(each))
    group.channel.messages.remove(message)
    ben = group["Ben"]
    form = (await ben.slash("entry", number=1, what="change")).form
    assert form
    await ben.submit(form, {"body": "A lift and a bench."})
    assert await become(bot, "delivered")

    assert count(group, "A lift") == 0


def leave(group: Town) -> None:
    """The bot is removed from the server."""
    group.guild.has_bot = False


def forbid(group: Town) -> None:
    """The bot may not write in the channel any more."""
    group.channel.denied = 1 << 11


def hide(group: Town) -> None:
    """The bot may not see the channel any more."""
    group.channel.denied = 1 << 10


def delete(group: Town) -> None:
    """The channel is deleted."""
    del group.fake.world.channels[group.channel.id]


@pytest.mark.parametrize("happens", [leave, forbid, hide, delete])
async def test_where_it_may_not_write_it_stops(
    happens: Callable[[Town], None], bot: Bot, group: Town
) -> None:
    """Asking again and again is what Discord bans for; what people brought is kept all the same."""
    happens(group)
    told = await says(group)
    assert await become(bot, "undeliverable")
    tries = [call for call in group.fake.called("POST", "/messages") if LIFT in str(call.body)]
    bot.courier.wake()
    await bot.courier.round()

    assert "It is kept as #1" in told
    assert len(tries) == 1
    assert len([c for c in group.fake.called("POST", "/messages") if LIFT in str(c.body)]) == 1


async def test_closed_direct_messages_are_asked_once(bot: Bot, group: Town) -> None:
    """Somebody who wants none is left alone."""
    ben = group["Ben"]
    ben.user.takes_direct = False
    place = Place(Community("discord", str(group.guild.id)), f"@{ben.user.id}")
    await change(bot, place=place.channel, state="waiting", remotes="", due=0)
    bot.courier.wake()

    assert await become(bot, "undeliverable")
    assert {call.status for call in group.fake.called("POST", "/messages")[-2:]} == {403}


async def test_a_ban_by_the_network_stops_every_call_for_ten_minutes(bot: Bot, group: Town) -> None:
    """Each further call would make it longer (F7)."""
    group.fake.script.add(Fault(kind="banned", method="POST", path=SEND))
    await says(group)
    await group.fake.until(lambda: bot.part._gate.rest)
    before = len(group.fake.calls)
    bot.courier.wake()
    await bot.courier.round()
    await group["Ben"].say(LIFT, is_mention=True)
    await bot.part.settle()

    assert BAN - timedelta(seconds=60) < bot.part._gate.rest <= BAN
    assert len(group.fake.calls) == before
    assert count(group, LIFT) == 1  # Ben's own message

    bot.part._gate._clock = lambda: bot.part._gate._until + 1
    bot.courier._pacers["discord"]._free.clear()
    await change(bot, due=0, lease_until=0)
    bot.courier.wake()
    assert await become(bot, "delivered")
    assert count(group, LIFT) == 2


async def test_a_refused_token_stops_everything_at_once(bot: Bot, group: Town) -> None:
    """A token that was taken back is not tried again; the operator is told (F8)."""
    group.fake.knows_token = False
    await says(group)
    await group.fake.until(lambda: bot.said[-1].startswith("DISCORD_TOKEN"))
    before = [call for call in group.fake.calls if call.status == 401]
    bot.courier.wake()
    await bot.courier.round()

    assert bot.said[-1].startswith("DISCORD_TOKEN: Discord does not know this token")
    assert bot.part._gate.rest > FOR_GOOD - timedelta(days=1)
    assert len(before) == 1
    assert len([call for call in group.fake.calls if call.status == 401]) == 1


async def test_a_long_text_stands_in_parts_with_nothing_left_out(bot: Bot, group: Town) -> None:
    """Discord takes 4,000 characters a message, and what is escaped counts twice."""
    body = "\n".join(f"{number}: *{'_' * 30}* and more" for number in range(80))
    group.fake.script.add(Fault(kind="drop_after", method="POST", path=SEND))
    await says(group, body)
    await group.fake.until(lambda: "79: " in "\n".join(group.posts()))
    assert await become(bot, "delivered")

    posts = group.posts()[2:]
    assert len(posts) == 2
    assert all(len(post) <= TEXT_MOST for post in posts)
    shown = "\n".join(posts).replace("\\", "")
    assert [shown.count(f"> {number}: ") for number in range(80)] == [1] * 80


def test_a_nonce_fits_and_tells_parts_apart() -> None:
    """At most 25 characters, whatever the post is called."""
    names = ("a" * 22, "a" * 22 + ".1", "answer.1234567890123456789.0")

    assert len({nonce_of(name) for name in names}) == len(names)
    assert {len(nonce_of(name)) for name in names} == {NONCE_BYTES * 4 // 3}


async def test_every_body_is_of_the_second_version_and_pings_nobody(bot: Bot, group: Town) -> None:
    """What is sent and what is edited: the flag cannot be taken back, and no mention may ping."""
    await says(group, "@everyone <@1> <@&2>")
    await group.reads("everyone")
    bodies: list[Call] = [
        c for c in group.fake.calls if c.method in {"POST", "PATCH"} and "/messages" in c.path
    ]

    assert bodies
    assert all(call.body["flags"] & COMPONENTS_V2 for call in bodies if call.method == "POST")
    assert all(call.body["allowed_mentions"]["parse"] == [] for call in bodies)
