"""A form, one field after the other."""

from datetime import UTC

from adapters.terminal.filling import Filling
from bot.dialogue.tickets import Action, Ticket
from bot.speech.messages import Field, FieldKind, Form, Option
from bot.speech.phrasebook import Phrasebook, Words
from bot.words import Phrase

PAGE = """
test-title = A form
test-intro = Read this.
test-field = A field
test-hint = Like so
test-one = First
test-two = Second
test-wrong = Not like this
"""
WORDS = Words(Phrasebook({"en": {"test": PAGE}}), "en", {}, UTC)
OPTIONS = (Option("one", Phrase("test-one")), Option("two", Phrase("test-two")))
LABEL = Phrase("test-field")
LINE = Field(id="line", label=LABEL, hint=Phrase("test-hint"))
TEXT = Field(id="text", label=LABEL, kind=FieldKind.PARAGRAPH, is_required=False)
PICK = Field(id="pick", label=LABEL, kind=FieldKind.ONE_OF, options=OPTIONS)
TICK = Field(id="tick", label=LABEL, kind=FieldKind.ANY_OF, options=OPTIONS)


def a_form(*fields: Field, **values: str) -> Form:
    """Return a form with these fields."""
    return Form(
        title=Phrase("test-title"),
        ticket=Ticket(Action.JOIN),
        fields=fields,
        intro=(Phrase("test-intro"),),
        values=values,
    )


def filled(filling: Filling, *lines: str) -> dict[str, str]:
    """Type lines, and return the answers; all fields are asked then."""
    for line in lines:
        assert not filling.is_done
        filling.hear(line)
    assert filling.is_done
    return filling.answers


def test_each_kind_of_field_is_answered_in_its_way() -> None:
    """A line, lines and a full stop, a number, numbers."""
    filling = Filling(a_form(LINE, TEXT, PICK, TICK), WORDS)

    assert filled(filling, "a", "b", "", "c", ".", "2", "1, 2") == {
        "line": "a",
        "text": "b\n\nc",
        "pick": "two",
        "tick": "one,two",
    }


def test_enter_alone_leaves_what_is_there() -> None:
    """One does not type again what is right already."""
    before = {"line": "a", "text": "b", "pick": "one", "tick": "two"}
    filling = Filling(a_form(LINE, TEXT, PICK, TICK, **before), WORDS)

    assert filled(filling, "", "", "", "") == before


def test_a_text_that_was_there_is_replaced_as_a_whole() -> None:
    """A full stop alone empties it."""
    assert filled(Filling(a_form(TEXT, text="b"), WORDS), "new", ".") == {"text": "new"}
    assert filled(Filling(a_form(TEXT, text="b"), WORDS), ".") == {"text": ""}


def test_ticks_can_be_taken_away() -> None:
    """Nothing is ticked that was not meant; what is no option is none."""
    assert filled(Filling(a_form(TICK, tick="one,two"), WORDS), "0") == {"tick": ""}
    assert filled(Filling(a_form(TICK), WORDS), "Two 9 x") == {"tick": "two"}


def test_what_is_asked_says_how_to_answer() -> None:
    """Without colour, and in the order in which it is read."""
    filling = Filling(a_form(LINE, TEXT, PICK, TICK, line="a", text="b", pick="two"), WORDS)
    asked = []
    for line in ("", "", "", ""):
        asked.append(filling.question())
        filling.hear(line)

    stays, empty = "Enter alone leaves it as it is.", "Enter alone leaves it empty."
    assert filling.ticket == Ticket(Action.JOIN)
    assert filling.opening() == "= A form =\nRead this."
    assert asked == [
        f"A field:\n  Like so\n  It says now: a. {stays}",
        f"A field (optional):\n  It says now:\nb\n  Type lines, then . alone on a line. {stays}",
        f"A field:\n  1. First\n  2. Second (chosen)\n  Type a number. {stays}",
        f"A field:\n  1. First\n  2. Second\n  Type numbers, or 0 for none. {empty}",
    ]


def test_a_form_that_is_given_back_asks_only_what_was_wrong() -> None:
    """What was right is not asked again, and nothing that was typed is lost."""
    problems = {"text": Phrase("test-wrong")}
    filling = Filling(a_form(LINE, TEXT), WORDS, problems, {"line": "kept", "text": "too long"})

    assert filling.opening() == "= A form ="
    assert filling.question().startswith("! Not like this\nA field (optional):\n  It says now:\ntoo long")
    assert filled(filling, "better", ".") == {"line": "kept", "text": "better"}


def test_what_is_wrong_with_the_whole_form_stands_above_it() -> None:
    """A problem of no field would otherwise be told to nobody."""
    filling = Filling(a_form(LINE), WORDS, {"elsewhere": Phrase("test-wrong")}, {"line": "kept"})

    assert filling.opening() == "= A form =\n! Not like this"
    assert filled(filling, "") == {"line": "kept"}
