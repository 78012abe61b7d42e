"""Forms and answers as the page gets them, within the limits that all platforms keep."""

from adapters.web.render import (
    Tree,
    draw_answer,
    draw_form,
    draw_message,
)
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import DialogueId, MemberId
from bot.speech.effects import Answer, FileKind, OpenForm, RejectForm, Reply, Say, SendFile, Silence
from bot.speech.messages import Field, FieldKind, Form, Message, Option
from bot.words import Phrase
from tests.adapters.web.trees import AT, HELLO, words


def a_form() -> Form:
    """Return a form with a text and a choice."""
    options = (Option("a", HELLO), Option("b", Phrase("test-value", {"text": "b"})))
    return Form(
        title=Phrase("test-long", {"text": "A title of more than twenty-four signs"}),
        ticket=Ticket(Action.CONTRIBUTE, "r"),
        intro=(HELLO, Phrase("test-list", {"text": "x"})),
        fields=(
            Field(
                id="body", label=Phrase("test-long", {"text": "L" * 60}), hint=HELLO, kind=FieldKind.PARAGRAPH
            ),
            Field(id="level", label=HELLO, kind=FieldKind.ONE_OF, options=options, is_required=False),
        ),
        values={"body": "before"},
        send=HELLO,
    )


def test_a_form_is_drawn_within_the_limits_of_all_platforms() -> None:
    """What fits here fits elsewhere; what is longer says that there is more."""
    form = draw_form(a_form(), words())

    assert form == {
        "title": "A title of more than tw…",
        "ticket": "contribute:r",
        "intro": [{"p": ["Hello"]}, {"p": ["Two things:"]}, {"list": [["one x"], ["two"]]}],
        "fields": [
            {
                "id": "body",
                "label": "L" * 44 + "…",
                "kind": "paragraph",
                "hint": "Hello",
                "options": [],
                "is_required": True,
                "most": 4000,
            },
            {
                "id": "level",
                "label": "Hello",
                "kind": "one_of",
                "hint": "",
                "options": [{"key": "a", "label": "Hello"}, {"key": "b", "label": "You said b."}],
                "is_required": False,
                "most": 4000,
            },
        ],
        "values": {"body": "before"},
        "problems": {},
        "send": "Hello",
        "is_back": False,
    }


def answer(reply: Reply) -> Tree:
    """Draw the answer with this reply."""
    return draw_answer(Answer(reply, words(), (Message(HELLO),)), "a-key")


def test_every_reply_is_drawn() -> None:
    """The page can tell them apart by one word."""
    order = SendFile(
        message=Message(HELLO), dialogue=DialogueId("d"), reader=MemberId("m"), kind=FileKind.HTML, made_at=AT
    )
    hello = draw_message(Message(HELLO), words())

    assert answer(Silence()) == {"kind": "answer", "reply": "silence", "waiting": [hello]}
    assert answer(Say(Message(HELLO)))["message"] == hello
    assert answer(order) == {
        "kind": "answer",
        "reply": "file",
        "message": hello,
        "file": "a-key",
        "waiting": [hello],
    }
    assert answer(OpenForm(a_form()))["form"] == draw_form(a_form(), words())


def test_a_form_that_is_given_back_has_what_was_typed_and_what_is_wrong() -> None:
    """Nothing that was typed is lost, also what cannot be kept."""
    back = answer(RejectForm(a_form(), {"body": HELLO}, {"body": "typed \ud83d"}))["form"]

    assert back["values"] == {"body": "typed \ud83d"}
    assert back["problems"] == {"body": "Hello"}
    assert back["is_back"]
