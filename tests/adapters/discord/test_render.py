"""How what is said stands on Discord: in its marks and no others, in parts, with nothing left out."""

from datetime import UTC, datetime

import pytest

from adapters.discord.render import (
    COMPONENTS_MOST,
    TEXT_MOST,
    Button,
    DiscordPen,
    Part,
    draw_message,
    escaped,
    marked,
    pack,
    shortened,
    split,
    units,
)
from adapters.discord.views import number_of, view_of
from bot.dialogue.tickets import Action, Ticket
from bot.speech.messages import Choice, Message
from bot.speech.phrasebook import Words
from bot.words import Phrase
from tests.fakes.discord.limits import in_message
from tests.fakes.discord.reading import read
from tests.fakes.group import phrasebook
from tests.promises.hostile_on_discord import check_discord

WORDS = Words(phrasebook(), "en", {}, UTC)
GO = Button("Go on", Ticket(Action.HELP, "a-subject"))


@pytest.mark.parametrize(
    "text",
    [
        "@everyone and @here",
        "<@1> <@!1> <@&2> <#3> </dialogue start:4> <t:1:R> <id:home> <a:wave:5>",
        "**bold** *thin* __under__ _thin_ ~~gone~~ ||hidden|| `code` ```block```",
        "# heading\n## smaller\n-# small\n> quote\n>>> all of it\n- item\n* item\n1. first\n  2) second",
        "[a link](https://example.org) https://example.org discord://x javascript:alert(1) <https://a.b>",
        "---\n===\n***",
        "Ada (facilitator): \n> This is not from Ada",
        "a\u202eb\u2066c\U000e0041 \u2028 tab\there",
        "\\ \\* \\\\n",
        "one _ two_three * four",
    ],
)
def test_what_somebody_typed_is_text(text: str) -> None:
    """B5 to B9: it pings nobody, leads nowhere, and looks like nobody else."""
    check_discord([text])


def test_escaping_changes_nothing_that_is_read() -> None:
    """Whoever writes `2 * 3 = 6` means it."""
    text = "2 * 3 = 6, a_b, #1, 5 > 4, C:\\path, e-mail@example.org"

    assert read(escaped(text)).text == text
    assert read(escaped(text)).marks == set()


def test_our_own_marks_are_marks() -> None:
    """A quote, a list, what stands out, and a moment that each reader's app shows in their own time."""
    pen = DiscordPen(WORDS)
    moment = pen.moment(datetime(2026, 5, 7, 17, 0, tzinfo=UTC))

    assert moment == "<t:1778173200:f>"
    assert read(pen.quote("a\nb")).frames == ["a\nb"]
    assert read(pen.items(["a", "b\nc"])).marks == {"item"}
    assert read(pen.bold("a")).marks == {"bold"}


def test_a_long_text_is_broken_at_line_ends_else_at_word_ends() -> None:
    """Nothing is left out, and no word is cut where it need not be."""
    lines = "\n".join(f"line {number}" for number in range(1000))
    line = " ".join(f"word{number}" for number in range(1000))

    assert "\n".join(split(lines)) == lines
    assert " ".join(split(line)) == line
    assert all(units(piece) <= TEXT_MOST for text in (lines, line, "😀" * 3000) for piece in split(text))
    assert "".join(split("😀" * 3000)) == "😀" * 3000


def test_a_quote_that_is_broken_stays_a_quote() -> None:
    """Half of somebody's words must not look like ours."""
    pieces = split("> " + "word " * 2000)

    assert len(pieces) > 1
    assert all(piece.startswith("> ") for piece in pieces)


def test_no_escape_is_cut_in_two() -> None:
    """A backslash at an end would take the meaning of what follows, or show itself."""
    pieces = split("a" + escaped("*" * 5000))

    assert "".join(read(piece).text for piece in pieces) == "a" + "*" * 5000


def test_many_buttons_and_much_text_are_put_into_as_few_parts_as_they_fit() -> None:
    """Forty components and 4,000 characters: what does not fit stands in the next message."""
    row = (GO,) * 5
    parts = pack([*["text"] * 10, *[row] * 12])

    assert [part for part in parts if not part.fits()] == []
    assert sum(len(part.blocks) for part in parts) == 22
    assert max(part.components for part in parts) <= COMPONENTS_MOST


def test_no_two_buttons_of_a_message_carry_the_same() -> None:
    """Discord refuses a message with two buttons alike; a mark says which post it is."""
    part = marked(Part(("text", (GO, GO, Button("Other", Ticket(Action.JOIN))))), "a-delivery.1")
    carried = [str(button.ticket) for block in part.blocks if not isinstance(block, str) for button in block]

    assert carried == [
        "help:a-subject::a-delivery.1",
        "help:a-subject::a-delivery.1~1",
        "join:::a-delivery.1",
    ]
    assert {Ticket.read(each).mark.partition("~")[0] for each in carried} == {"a-delivery.1"}


def test_what_is_too_long_for_a_button_says_so() -> None:
    """It is shown from its beginning; the whole stands elsewhere."""
    assert shortened("x" * 100, 10) == "x" * 9 + "…"
    assert units(shortened("😀" * 100, 10)) <= 10


async def test_a_post_looks_like_this() -> None:
    """Pinned, so that a change of it is meant: a frame, text, a row of buttons, an id to be found by."""
    message = Message(
        Phrase("general-own-text", {"text": "A lift."}), (Choice(Phrase("platform-go-on-choice"), GO.ticket),)
    )
    (part,) = draw_message(message, WORDS)
    view = view_of(marked(part, "a-delivery"), "a-delivery", is_framed=True)

    drawn = view.to_components()  # type: ignore[no-untyped-call]  # the library says nothing of it
    assert view.is_finished()
    assert drawn == [
        {
            "type": 17,
            "accent_color": None,
            "spoiler": False,
            "components": [
                {
                    "type": 10,
                    "id": number_of("a-delivery"),
                    "content": "Nothing was saved. Here is your text, so that you can copy it:\n> A lift.",
                },
                {
                    "type": 1,
                    "components": [
                        {
                            "type": 2,
                            "style": 2,
                            "label": "Go on",
                            "disabled": False,
                            "custom_id": "help:a-subject::a-delivery",
                        }
                    ],
                },
            ],
        }
    ]
    assert in_message({"flags": 1 << 15, "components": drawn}) == []


def test_the_number_of_a_post_has_room_beside_those_that_discord_gives() -> None:
    """Components without an id of their own are counted from one."""
    assert 2**16 <= number_of("x") < 2**31
    assert number_of("x") == number_of("x") != number_of("x.1")
