"""Everything that somebody can do on Slack, and how it is answered."""

from tests.fakes.slack.person import SlackWindow, errors_of, readable_in
from tests.stages.slack_house import SlackHouse


def newest(window: SlackWindow) -> str:
    """Return what a person was shown last."""
    return max(window.before(), key=lambda shown: shown.drawn).text


def everything(window: SlackWindow) -> str:
    """Return all that is before a person."""
    return "\n".join(shown.text for shown in window.before())


async def test_a_misspelt_command_is_told_the_nearest(house: SlackHouse) -> None:
    """Nobody should have to know the commands by heart."""
    ada = house.window("Ada")

    await ada.command("startt")
    await house.settle()

    assert "start" in newest(ada)
    assert next(iter(house.team.seen_by(ada.who.id))).only_for == ada.who.id


async def test_saying_opens_the_form_with_the_words(house: SlackHouse) -> None:
    """Decision 14: what is typed after the slash is seen again before it counts."""
    _, ben = await house.begin("Ada", "Ben")

    await ben.command("say A lift & a <bench>")
    await house.settle()
    assert "A lift & a <bench>" in readable_in(ben.view)
    await ben.submit({})

    assert "It is kept as #1" in readable_in(ben.view)


async def test_what_is_wrong_stands_beside_its_field(house: SlackHouse) -> None:
    """The form stays open, with everything that was typed in it."""
    ada = house.window("Ada")
    await ada.command("start", house.channel.id)
    await house.settle()

    answers = {"title": " \u200b", "purpose": "P", "decides": "D", "constraints": "Fixed: C", "support": "S"}
    await ada.submit(answers)

    assert ada.view
    assert list(errors_of(ada.view)) == ["There was no text to save. Nothing was saved."]
    assert ada.view.content["blocks"][-1]["element"]["initial_value"] == "S"


async def test_a_mention_is_an_answer_under_ones_name(house: SlackHouse) -> None:
    """Decision 14: in a channel or a thread, where slash commands may not work."""
    _, ben = await house.begin("Ada", "Ben")

    await ben.mention(house.channel.id, "A pond, please")
    await house.settle()

    assert "kept as #1" in everything(ben)
    posts = [m for m in house.team.messages if not m.only_for and m.user == house.team.bot_user]
    assert any("A pond, please" in m.text and "Ben" in m.text for m in posts)


async def test_a_mention_of_a_stranger_keeps_nothing(house: SlackHouse) -> None:
    """Decision 14: nothing is kept before the yes, and what everybody can read holds no words of theirs."""
    await house.begin("Ada", "Ben")
    dana = house.window("Dana")

    message = await dana.mention(house.channel.id, "I was not asked")
    await house.settle()

    (answer,) = [m for m in house.team.messages if m.thread == message.ts]
    assert "You have not agreed to take part yet" in answer.text
    assert "[Join]" in answer.text
    assert not [m for m in house.team.messages if m.user == house.team.bot_user and "not asked" in m.text]


async def test_a_thread_is_about_the_post_it_hangs_under(house: SlackHouse) -> None:
    """Decision 15: with two questions open nothing is guessed, and in a thread nothing has to be."""
    ada, ben = await house.begin("Ada", "Ben")
    await house.ask(ada, house.channel.id, "And who waters it?")
    posts = [m for m in house.team.messages if m.user == house.team.bot_user and not m.only_for]
    second = next(m for m in posts if "And who waters it?" in m.text)

    await ben.mention(house.channel.id, "Which one?")
    await house.settle()
    assert "More than one question is open" in everything(ben)
    await ben.mention(house.channel.id, "We all do", second.ts)
    await house.settle()
    await ada.command("record", house.channel.id)
    await house.settle()

    record = newest(ada)
    assert record.index("And who waters it?") < record.index("We all do")
    assert "Which one?" not in record


async def test_a_mention_that_cannot_be_kept_can_be_sent_privately(house: SlackHouse) -> None:
    """The reason may be about the words, so it is said in the form and not before everybody."""
    _, ben = await house.begin("Ada", "Ben")

    await ben.mention(house.channel.id, " \u200b ")
    await house.settle()
    await ben.press("Answer privately")
    await house.settle()

    assert ben.view
    assert "submit" in ben.view.content


async def test_a_direct_message_answers_the_only_open_question(house: SlackHouse) -> None:
    """Decision 15: nobody needs to be in the channel to answer."""
    _, ben = await house.begin("Ada", "Ben")

    await ben.write("A lift.\nAnd *stairs*, `code` & <https://example.org>")
    await house.settle()

    assert "kept as #1" in everything(ben)
    assert any("*stairs*, `code` & <https://example.org>" in shown.text for shown in ben.before())


async def test_keeping_a_message_opens_the_form_with_its_words(house: SlackHouse) -> None:
    """Decision 18: one's own words; somebody else's stay theirs."""
    ada, ben = await house.begin("Ada", "Ben")
    message = await ben.write("x")
    message.channel, message.text = house.channel.id, "What about &lt;shade&gt;?"

    await ben.keep(message)
    await house.settle()
    assert "What about <shade>?" in readable_in(ben.view)
    await ada.keep(message)
    await house.settle()

    assert ada.view is None
    assert "Only the person who wrote a message" in newest(ada)


async def test_what_needs_me_is_shown_anywhere(house: SlackHouse) -> None:
    """As a shortcut it opens a view, from which one can answer."""
    _, ben = await house.begin("Ada", "Ben")

    await ben.shortcut()
    await house.settle()
    assert "What is the roof for?" in readable_in(ben.view)
    await ben.press("Answer")
    await house.settle()
    await ben.submit({"body": "A lift"})

    assert "kept as #1" in readable_in(ben.view)


async def test_the_home_shows_what_needs_me_and_what_i_said(house: SlackHouse) -> None:
    """Everything can be reached from there without a command."""
    _, ben = await house.begin("Ada", "Ben")
    await ben.write("A lift")
    await house.settle()

    await ben.open_home()
    await house.settle()

    home = readable_in(house.team.homes[ben.who.id])
    assert "A lift" in home
    await ben.press("My settings")
    await house.settle()
    assert ben.view
    assert "submit" in ben.view.content


async def test_the_home_shows_every_dialogue_under_its_title(house: SlackHouse) -> None:
    """Whoever takes part in two must not have to remember in which channel each is held."""
    kitchen = house.team.channel("kitchen")
    await house.begin("Ada", "Ben")
    _, ben = await house.begin("Ada", "Ben", channel=kitchen.id)
    dana = house.window("Dana")

    await ben.open_home()
    await dana.open_home()
    await house.settle()

    assert readable_in(house.team.homes[ben.who.id]).count("A garden for everybody") == 2
    assert "You take part in no dialogue here yet" in readable_in(house.team.homes[dana.who.id])


async def test_a_file_needs_its_scope(house: SlackHouse) -> None:
    """Where the operator did not allow files, the person is told who can help."""
    (ada,) = await house.begin("Ada")
    house.team.scopes.discard("files:write")

    await ada.command("export html")
    await house.settle()

    assert "may not hand over files" in newest(ada)


async def test_a_reply_that_is_too_long_goes_on_in_the_direct_message(house: SlackHouse) -> None:
    """Slack takes five answers at one address; nothing is left out, and nobody else sees the rest."""
    (ada,) = await house.begin("Ada")
    for number in range(14):
        await ada.write(f"Thought {number}. " + "It is a long one about ponds. " * 125)
        await house.settle()
        house.clock.pass_by(seconds=10)
    before = house.team.number()

    await ada.command("record", house.channel.id)
    await house.settle()

    told = [m for m in house.team.seen_by(ada.who.id) if m.drawn > before]
    assert all(m.only_for == ada.who.id or m.channel == house.team.direct(ada.who.id).id for m in told)
    assert len(told) > 5
    assert all(sum(f"Thought {number}." in m.text for m in told) == 1 for number in range(14))
