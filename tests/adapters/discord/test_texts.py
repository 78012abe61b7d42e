"""What is written to the bot: by a mention, as an answer to its post, directly; and what is not for it."""

from bot.dialogue.contributions import Contribution
from storage.rows import facts_of
from storage.schema import T
from tests.adapters.discord.scene import LIFT, QUESTION, asks, begun, joins, said, starts
from tests.fakes.discord.actors import Person
from tests.fakes.discord.limits import Json
from tests.fakes.discord.reading import read
from tests.fakes.discord.running import Bot, Town
from tests.fakes.discord.world import EVERYTHING, FORUM, PUBLIC_THREAD


def kept(bot: Bot) -> list[Contribution]:
    """Return what has been brought, in order."""
    with bot.core.store.looking() as connection:
        rows = connection.execute(T.contribution.select().order_by(T.contribution.c.number))
        return list(facts_of(Contribution, T.contribution, rows))


async def answered(town: Town, message: Json, who: Person) -> str:
    """Return what the bot wrote under a message."""

    def found() -> list[Json]:
        return [
            each
            for each in who.channel.messages
            if (each.get("message_reference") or {}).get("message_id") == message["id"]
            and each["author"]["bot"]
        ]

    await town.fake.until(found)
    assert found(), who.channel.messages[-1]
    return "\n".join(read(who.text(each)).text for each in found())


async def test_a_mention_is_a_contribution_and_is_confirmed_without_its_words(bot: Bot, group: Town) -> None:
    """People can talk where they are; what the bot says to it can be read by everybody."""
    message = await group["Ben"].say(LIFT, is_mention=True)
    told = await answered(group, message, group["Ben"])

    assert "It is kept as #1" in told
    assert LIFT not in told
    assert [each.level for each in kept(bot)] == ["named"]
    await group.reads(LIFT)


async def test_an_answer_to_the_post_goes_to_its_question(bot: Bot, group: Town) -> None:
    """With two questions open, what is answered says which one is meant."""
    ada, ben = group["Ada"], group["Ben"]
    await asks(group, ada, "And what is it not for?")
    first = next(message for message in ben.messages() if QUESTION in ben.text(message))

    both = await answered(group, await ben.say(LIFT, is_mention=True), ben)
    one = await answered(group, await ben.say(LIFT, answers=first), ben)

    assert "Which one is this for" in both
    assert "It is kept as #1" in one
    assert len(kept(bot)) == 1


async def test_a_mention_that_cannot_be_kept_is_offered_a_private_way(bot: Bot, group: Town) -> None:
    """Nothing of it is shown again, and the form opens with a button."""
    ben = group["Ben"]
    told = await answered(group, await ben.say("\u200b", is_mention=True), ben)
    form = (await ben.press("Answer privately")).form

    assert "You can send them privately" in told
    assert form
    assert form["custom_id"].startswith("contribute:")
    assert kept(bot) == []


async def test_whoever_has_not_joined_keeps_nothing_and_is_shown_the_way(bot: Bot, group: Town) -> None:
    """A mention is no yes."""
    dana = group.person("Dana")
    told = await answered(group, await dana.say(LIFT, is_mention=True), dana)

    assert "You have not agreed to take part yet" in told
    assert LIFT not in told
    assert kept(bot) == []


async def test_what_is_not_meant_for_the_bot_is_not_read(bot: Bot, group: Town) -> None:
    """People talk with each other; nothing of it arrives, and nothing is answered."""
    before = len(group.channel.messages)
    await group["Ben"].say("Shall we meet at six?")
    await bot.part.settle()
    heard = [
        frame["d"]
        for session in group.fake.gateway.sessions.values()
        for frame in session.told
        if frame["t"] == "MESSAGE_CREATE" and not frame["d"]["author"]["bot"]
    ]

    assert [message["content"] for message in heard] == [""]
    assert len(group.channel.messages) == before + 1
    assert kept(bot) == []


async def test_a_direct_message_answers_the_only_open_question(bot: Bot, group: Town) -> None:
    """It says itself nowhere on which server; the bot knows where somebody takes part."""
    ben = group["Ben"].directly()
    told = await answered(group, await ben.say(LIFT), ben)
    form = (await ben.press("Change")).form
    assert form
    changed = await ben.submit(form, {"body": "A lift and a bench."})

    assert "It is kept as #1" in told
    assert "Your new words are kept" in said(changed, ben)
    await group.reads("A lift and a bench.")


async def test_on_two_servers_it_is_asked_which_one_is_meant(bot: Bot, group: Town) -> None:
    """Nothing is guessed, and nothing of one server reaches another."""
    ben = group["Ben"]
    other = Town(group.fake, "Zoe")
    other.guild.people[ben.user.id] = EVERYTHING
    await bot_hears_of(group, other)
    other.people["Ben"] = Person(group.fake, ben.user, other.channel)
    await begun(other)

    told = await answered(group, await ben.directly().say(LIFT), ben.directly())

    assert "several servers" in told
    assert kept(bot) == []


async def test_somebody_unknown_is_told_so(bot: Bot, group: Town) -> None:
    """A stranger who writes directly is neither ignored nor stored."""
    dana = group.person("Dana").directly()

    assert "no dialogue that I know of" in await answered(group, await dana.say("Hello?"), dana)


async def test_only_ones_own_message_can_be_kept(bot: Bot, group: Town) -> None:
    """Whoever wrote it decides; the form opens with the words, so that nothing is kept by one click."""
    ada, ben = group["Ada"], group["Ben"]
    message = await ben.say(LIFT)

    mine = await ben.menu("Keep this in the record", message)
    theirs = await ada.menu("Keep this in the record", message)

    assert mine.form
    assert LIFT in str(mine.form)
    assert "Only the person who wrote a message" in said(theirs, ada)
    assert kept(bot) == []


async def test_a_round_can_live_in_a_thread(bot: Bot, town: Town) -> None:
    """A thread belongs to the dialogue of its channel, and what is brought there stands there."""
    ada, ben = town["Ada"], town["Ben"]
    await starts(ada)
    for person in (ada, ben):
        await joins(town, person)
    thread = town.fake.world.add_channel(town.guild, "the roof", PUBLIC_THREAD, town.channel.id)
    in_thread = [Person(town.fake, person.user, thread) for person in (ada, ben)]
    await asks(town, in_thread[0])
    await asks(town, ada, "And the cellar?")

    told = await answered(town, await in_thread[1].say(LIFT, is_mention=True), in_thread[1])
    await town.fake.until(lambda: LIFT in "\n".join(town.posts(thread)[2:]))

    assert "It is kept as #1" in told
    assert QUESTION not in "\n".join(town.posts())
    assert LIFT not in "\n".join(town.posts())


async def test_a_post_of_a_forum_holds_a_dialogue_of_its_own(bot: Bot, town: Town) -> None:
    """A forum has no messages itself; each of its posts is a place."""
    forum = town.fake.world.add_channel(town.guild, "plans", FORUM)
    post = town.fake.world.add_channel(town.guild, "the roof", PUBLIC_THREAD, forum.id)
    await bot_hears_of(town, town)
    await starts(Person(town.fake, town["Ada"].user, post))

    await town.fake.until(lambda: town.posts(post))
    assert "A garden for everybody" in town.posts(post)[0]


async def test_questions_of_the_library_are_offered_while_one_types(bot: Bot, group: Town) -> None:
    """Nobody knows the ids by heart."""
    offered = await group["Ada"].autocomplete("ask", focused="prompt", prompt="dlg")

    assert offered
    assert all(id.startswith("DLG-") for id in offered)


async def bot_hears_of(town: Town, other: Town) -> None:
    """Let the bot hear of a server that came later."""
    await town.fake.gateway.tell("GUILD_CREATE", other.guild.shown())
