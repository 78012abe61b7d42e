"""A group weighs its first statement in a room, as people would tell it."""

from tests.journeys.test_first_dialogue import joins, starts_a_dialogue
from tests.stages.stage import Actor, Stage

ROOF = "The roof becomes a garden with a lift."
SMALL_POINT = "If the lift is quiet."
BLOCK = "Nobody asked those on the ground floor."
NOTE = "I would say yes when the ground floor has been asked."


def asks_about(ada: Actor) -> None:
    """Ada opens a check-in after she has seen what stays apart."""
    ada.types("check 1")
    ada.sees("Is a view missing?")
    ada.presses("Go on, with a reason")
    ada.presses("Gradients of agreement")
    ada.reads_in_form("3 people can respond")
    ada.fills(reason="Everybody was asked twice.", stakes="normal")


def responds(person: Actor, key: str, reason: str) -> None:
    """Somebody responds, after the form has said who will see it."""
    person.presses("Respond")
    person.reads_in_form("not even facilitators")
    person.fills(key=key, reason=reason)


def test_a_group_weighs_a_statement(stage: Stage) -> None:
    """Agreement with its dissent beside it is what a group takes home."""
    ada, ben, chidi = (stage.person(name) for name in ("Ada", "Ben", "Chidi"))
    starts_a_dialogue(ada)
    for person in (ada, ben, chidi):
        joins(person)

    ben.types("propose")
    ben.fills(body=ROOF)
    ada.sees(ROOF)
    asks_about(ada)
    for person in (ada, ben, chidi):
        person.sees("How far do you go along with statement 1")

    responds(chidi, "veto", BLOCK)
    responds(ben, "minor_point", SMALL_POINT)
    ada.presses("Pass")
    ada.types("statements")
    for words in (BLOCK, SMALL_POINT, "Eligible"):
        ada.does_not_see(words)
    stage.photograph("1-sealed")

    ada.presses("Close the check-in")
    for person in (ada, ben, chidi):
        person.sees("Eligible 3 · responded 2 · passed 1 · no response 0 · left since opening 0")
        person.sees(BLOCK)
        person.sees("One person blocks this.")
        person.sees("Does the group read it this way?")
    chidi.presses("Write a minority note")
    chidi.fills(body=NOTE)
    ben.presses("Sign this note with my name")
    ada.sees(NOTE)
    ada.sees("Signed by Ben")
    stage.photograph("2-closed")

    ada.types("export html")
    page = ada.saves().read_text(encoding="utf-8")
    assert page.index(ROOF) < page.index(NOTE) < page.index("Eligible 3")
