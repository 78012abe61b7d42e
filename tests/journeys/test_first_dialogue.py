"""The first dialogue of a group, from the question to the record, as people would tell it."""

from tests.stages.stage import Actor, Stage

TITLE = "A garden for everybody"
QUESTION = "What is the roof for?"
LIFT = "A lift, so that my mother can come up."
NO_LIFT = "No lift: it would take the money for ten years."
NO_LIFT_YET = "No lift this year: it would take the money for ten years."
POND = "A pond with a bench beside it."


def starts_a_dialogue(ada: Actor) -> None:
    """Ada starts a dialogue with its two forms."""
    ada.types("start")
    ada.fills(
        title=TITLE,
        purpose="Find out what the roof garden is for.",
        decides="The residents' meeting on 1 June.",
        constraints="Fixed: the budget is 900 euros.\nOpen: what grows there.",
        support="Ada, 0123 456, Mondays to Fridays 9-17.",
    )
    ada.presses("Go on")
    ada.fills(zone="Europe/London", keeping="Two years.", run_by="Ada, ada@garden.example")


def joins(person: Actor) -> None:
    """Somebody reads the notice and says yes."""
    person.presses("Join")
    person.sees("Nothing about you is kept until you say yes")
    person.presses("Go on")
    person.fills(uses="notes,report")
    person.sees("You take part now")


def asks(ada: Actor, question: str, reveal: str) -> None:
    """Ada puts a question to the group, after she has seen it as they will."""
    ada.types("ask")
    ada.fills(mechanism="dialogue", theme="what")
    ada.presses("In my own words")
    ada.fills(question=question, reveal=reveal)
    ada.sees("Members will see this")
    ada.presses("Post it")


def test_a_group_has_its_first_dialogue(stage: Stage) -> None:
    """This is what the program is for; if it breaks here, it is broken."""
    ada, ben, chidi, dana = (stage.person(name) for name in ("Ada", "Ben", "Chidi", "Dana"))

    starts_a_dialogue(ada)
    for person in (ada, ben, chidi, dana):
        person.sees(TITLE)
        joins(person)
    asks(ada, QUESTION, "answer_first")
    for person in (ada, ben, chidi, dana):
        person.sees(QUESTION)
    stage.photograph("1-asked")

    ben.types("say as:unnamed I would rather not be named")
    ben.sees("so it would hide nobody. It needs at least 5")
    ben.presses("Answer")
    ben.reads_in_form("so it would hide nobody. It needs at least 5")
    ben.fills(body=LIFT)
    ben.sees("Thank you. It is kept as #1")

    chidi.does_not_see(LIFT)
    chidi.types("record")
    chidi.does_not_see(LIFT)
    chidi.presses("Answer")
    chidi.fills(body=NO_LIFT)
    chidi.presses("Read what others wrote")
    chidi.sees(LIFT)

    dana.types("entry 1")
    dana.does_not_see(LIFT)
    dana.presses("Answer")
    dana.fills(body=POND)
    dana.types("entry 1 differ 2")
    dana.sees("The two are marked as differing")
    ada.does_not_see(LIFT)
    ada.types("record")
    ada.does_not_see(LIFT)
    stage.photograph("2-answered")

    chidi.types("entry 2 change")
    chidi.fills(body=NO_LIFT_YET)
    dana.types("entry 3 withdraw")

    ada.types("close round")
    for person in (ada, ben, chidi, dana):
        person.sees("Question 1 is closed")
        person.sees(LIFT)
        person.sees(NO_LIFT_YET)
        person.does_not_see(POND)
    stage.photograph("3-closed")

    ben.types("record")
    ben.sees(LIFT)
    ben.sees(NO_LIFT_YET)
    ben.does_not_see(POND)
    ben.types("record apart")
    ben.sees(LIFT)
    ben.sees(NO_LIFT_YET)
    stage.photograph("4-record")

    ada.types("export html")
    page = ada.saves().read_text(encoding="utf-8")
    for words in (TITLE, QUESTION, LIFT, NO_LIFT_YET, "What stays apart", "withdrawn by its author"):
        assert words in page
    assert POND not in page
