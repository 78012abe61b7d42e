"""Saying what one takes from it: private first, and about what one can see."""

from dataclasses import replace

import pytest

from bot.actions.interpret import interpret, offer_interpret
from bot.dialogue.dialogues import DialogueState
from bot.dialogue.interpretations import Interpretation, Sense, Sureness
from bot.dialogue.limits import Limits
from bot.dialogue.record import Record
from bot.dialogue.standing import Recent
from bot.dialogue.tickets import Action, Ticket
from bot.errors import DialogueClosed, NotAllowed, NotFound
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm, Say
from bot.speech.messages import FIELDS_IN_A_FORM, Message
from tests.notes import FROM_BEN, FROM_CHIDI, a_line, an_interpretation, with_interpretations, with_notes
from tests.people import BEN, CHIDI, GARDEN, MONDAY, asking, pressed, sent, typed

GOOD = {
    "notice": "Two want it.",
    "feel": "",
    "means": "It can be done.",
    "asks": "Ask the owner.",
    "sureness": "guess",
}


def ticket(choice: str = "") -> Ticket:
    """Return the button."""
    return Ticket(Action.INTERPRET, GARDEN.id, choice)


def taken(choice: str, record: Record | None = None, /, **answers: str) -> Effects[AfterForm]:
    """Ben sends the form in."""
    here = asking(BEN, record or with_notes([a_line(FROM_BEN)]), Recent(()))
    return interpret(GARDEN, here, sent(BEN, ticket(choice), MONDAY, **answers))


def shown(choice: str = "", record: Record | None = None) -> Message:
    """Return what there is to read."""
    here = asking(BEN, record or with_notes([a_line(FROM_BEN)]))
    reply = offer_interpret(GARDEN, here, pressed(BEN, ticket(choice))).reply
    assert isinstance(reply, Say)
    return reply.message


def test_it_is_kept_for_its_author_alone() -> None:
    """Nothing is posted, nobody is told, and it enters no ledger."""
    effects = taken("2.N1", None, **GOOD)

    (kept,) = effects.keep
    assert isinstance(kept, Interpretation)
    assert (kept.member, kept.number, kept.shared_on, kept.shown_name) == (BEN.id, 0, None, "")
    assert kept.based_on == (FROM_CHIDI.id, a_line(FROM_BEN).id)
    assert Sense.read(kept.draft) == Sense(
        notice="Two want it.", means="It can be done.", asks="Ask the owner."
    )
    assert kept.sureness is Sureness.GUESS
    assert (effects.posts, effects.tell, effects.deed) == ((), (), None)


def test_another_way_to_read_the_same_is_linked_to_the_first() -> None:
    """It stands beside it; nothing is replaced."""
    one = an_interpretation(CHIDI, FROM_BEN, number=1)

    (kept,) = taken("rival.I1", with_interpretations(one), **GOOD).keep

    assert isinstance(kept, Interpretation)
    assert (kept.rival_of, kept.based_on) == (one.id, (FROM_BEN.id,))


def test_what_is_missing_is_said_beside_its_field() -> None:
    """Only the feeling can be left out."""
    reply = taken("1", notice=" ", feel="\0", means="", asks="", sureness="certain").reply

    assert isinstance(reply, RejectForm)
    assert set(reply.problems) == {"notice", "feel", "means", "asks", "sureness"}


def test_there_is_something_to_read_and_a_button_under_each() -> None:
    """The notes and the last question; or one question, from the post of its close."""
    everything = shown()
    question = shown("q1")

    assert [part.phrase.key for part in everything.below] == ["show_notes-line", *["interpret-entry"] * 3]
    assert [part.choices[0].ticket.choice for part in everything.below] == ["N1", "1", "2", "3"]
    assert [part.phrase.key for part in question.below] == ["interpret-entry"] * 3
    assert shown("q7").phrase.key == "interpret-nothing"
    assert shown(record=with_notes((), said=())).phrase.key == "interpret-nothing"


def test_several_are_chosen_in_a_step_of_their_own() -> None:
    """On some platforms no form follows a form, so a button stands between."""
    here = asking(BEN, with_notes([a_line(FROM_BEN)]))
    opened = offer_interpret(GARDEN, here, pressed(BEN, ticket("several"))).reply
    chosen = taken("several", sources="#1, N1").reply
    wrong = taken("several", sources="9").reply

    assert isinstance(opened, OpenForm)
    assert isinstance(chosen, Say)
    assert chosen.message.choices[0].ticket == ticket("1.N1")
    assert isinstance(wrong, RejectForm)


def test_the_form_shows_what_is_read_and_fits() -> None:
    """Typed or pressed, it is the same form."""
    here = asking(BEN, with_notes([a_line(FROM_BEN)]))
    by_word = offer_interpret(GARDEN, here, typed(BEN, ticket(), about="2, n1")).reply
    by_button = offer_interpret(GARDEN, here, pressed(BEN, ticket("2.N1"))).reply

    assert isinstance(by_word, OpenForm)
    assert by_word == by_button
    assert len(by_word.form.fields) <= FIELDS_IN_A_FORM
    assert [phrase.key for phrase in by_word.form.intro] == [
        "interpret-private-first",
        *["interpret-read"] * 2,
    ]


def test_what_is_not_there_cannot_be_interpreted() -> None:
    """By no button, word or form."""
    here = asking(BEN, with_notes(()))
    with pytest.raises(NotFound):
        offer_interpret(GARDEN, here, typed(BEN, ticket(), about="9"))
    with pytest.raises(NotFound):
        taken("N7", None, **GOOD)
    with pytest.raises(DialogueClosed):
        offer_interpret(replace(GARDEN, state=DialogueState.CLOSED), here, pressed(BEN, ticket()))


def test_it_has_the_limits_of_all_words() -> None:
    """Also where nobody else sees it."""
    here = asking(BEN, with_notes(()), Recent(()), limits=Limits(words_a_minute=0))

    with pytest.raises(NotAllowed):
        interpret(GARDEN, here, sent(BEN, ticket("1"), MONDAY, **GOOD))
