"""The first dialogue of a group, from the question to the record, as people would tell it."""

from tests.stages.stage import Actor, Stage

TITLE = "A garden for everybody"
QUESTION = "What is the roof for?"
LIFT = "A lift, so that my mother can come up."
NO_LIFT = "No lift: it would take the money for ten years."
NO_LIFT_YET = "No lift this year: it would take the money for ten years."
TOO_FEW = "so it would hide nobody. It needs at least 5"
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


def answers_without_a_name_is_refused(ben: Actor) -> None:
    """Four people are too few to hide among, and Ben is told so before and while he writes."""
    ben.types("say as:unnamed I would rather not be named")
    ben.sees(TOO_FEW)
    ben.presses("Answer")
    ben.reads_in_form(TOO_FEW)
    ben.fills(body=LIFT)
    ben.sees("Thank you. It is kept as #1")


def sees_others_only_after_their_own(chidi: Actor) -> None:
    """Nobody is led by what somebody else wrote."""
    chidi.does_not_see(LIFT)
    chidi.types("record")
    chidi.does_not_see(LIFT)
    chidi.types("entry 1")
    chidi.does_not_see(LIFT)
    chidi.presses("Answer")
    chidi.fills(body=NO_LIFT)
    chidi.presses("Read what others wrote")
    chidi.sees(LIFT)


def marks_what_differs(dana: Actor, ada: Actor) -> None:
    """Dana sees that two views stand apart; Ada, who has not answered, still sees neither."""
    dana.presses("Answer")
    dana.fills(body=POND)
    dana.types("entry 1 differ 2")
    dana.sees("The two are marked as differing")
    ada.does_not_see(LIFT)
    ada.types("record")
    ada.does_not_see(LIFT)


def everybody_sees_the_close(*people: Actor) -> None:
    """When the question closes, each view stands in the channel, whole and as it was last."""
    for person in people:
        person.sees("Question 1 is closed")
        person.sees(LIFT)
        person.sees(NO_LIFT_YET)
        person.does_not_see(POND)


def the_record_shows_it_all(ben: Actor) -> None:
    """What was said, what changed, what was taken back, and what stays apart."""
    ben.types("record")
    for words in (QUESTION, LIFT, NO_LIFT_YET, "edited once", "withdrawn by its author"):
        ben.sees(words)
    ben.does_not_see(POND)
    ben.types("record apart")
    ben.sees(LIFT)
    ben.sees(NO_LIFT_YET)
    ben.does_not_see(POND)


def the_file_holds_the_same(ada: Actor) -> None:
    """The record can be taken home and opened without the bot."""
    ada.types("export html")
    read = ada.opens(ada.saves())
    for words in (TITLE, QUESTION, LIFT, NO_LIFT_YET, "What stays apart", "withdrawn by its author"):
        assert words in read
    assert POND not in read


def test_a_group_has_its_first_dialogue(stage: Stage) -> None:
    """This is what the program is for; if it breaks here, it is broken."""
    everybody = ada, ben, chidi, dana = tuple(stage.person(name) for name in ("Ada", "Ben", "Chidi", "Dana"))

    starts_a_dialogue(ada)
    for person in everybody:
        person.sees(TITLE)
        joins(person)
    asks(ada, QUESTION, "answer_first")
    for person in everybody:
        person.sees(QUESTION)
    stage.photograph("1-asked")

    answers_without_a_name_is_refused(ben)
    sees_others_only_after_their_own(chidi)
    marks_what_differs(dana, ada)
    stage.photograph("2-answered")

    chidi.types("entry 2 change")
    chidi.fills(body=NO_LIFT_YET)
    dana.types("entry 3 withdraw")
    ada.types("close round")
    everybody_sees_the_close(*everybody)
    stage.photograph("3-closed")

    the_record_shows_it_all(ben)
    stage.photograph("4-record")
    the_file_holds_the_same(ada)
