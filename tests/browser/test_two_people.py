"""
Two people go through the whole loop in the web room, in at most 40 presses and 12 forms.

Why they are here, what they bring, talk, what they take from it, and where they agree (`domain.md` 12.4):
no minimum size blocks it.
"""

from pathlib import Path

from tests.stages.open_dialogue import OpenDialogue
from tests.stages.running_bot import RunningBot
from tests.stages.web_stage import WebActor, WebStage

MOST_PRESSES, MOST_FORMS = 40, 12
RAMP = "We build a ramp before anything else."


class Counted:
    """Somebody whose presses and forms are counted."""

    def __init__(self, actor: WebActor) -> None:
        self.actor = actor
        self.presses_made = 0
        self.forms_sent = 0

    def presses(self, label: str) -> None:
        """Press a button."""
        self.presses_made += 1
        self.actor.presses(label)

    def fills(self, **answers: str) -> None:
        """Fill in a form and send it; to send it is a press too."""
        self.presses_made += 1
        self.forms_sent += 1
        self.actor.fills(**answers)

    def types(self, command: str) -> None:
        """Type a command; to send it is a press too."""
        self.presses_made += 1
        self.actor.types(command)

    def sees(self, words: str) -> None:
        """Find these words."""
        self.actor.sees(words)


def say_why_they_are_here(ada: Counted, ben: Counted) -> None:
    """One question, two answers, each before they see the other's."""
    ada.types("ask INT-1")
    ada.fills()
    ada.presses("Post it")
    ada.presses("Answer")
    ada.fills(body="That my mother comes up.")
    ben.presses("Answer")
    ben.fills(body="That children can play.")
    ada.types("close round 1")


def say_what_they_bring(ben: Counted) -> None:
    """Ben brings something, and says twice that Ada may read it."""
    ben.types("assets")
    ben.presses("Say what I bring or need")
    ben.fills(asset="Two planks", kind="exchange", offered_as="offer", may_contact="yes")
    ben.presses("The group, with my name")
    ben.presses("It does not. Show it")


def talk(ada: Counted, ben: Counted) -> None:
    """Ada asks about what Ben wrote, and Ben answers."""
    ada.types("entry 2 answer")
    ada.fills(kind="question", body="Where would they play?")
    ben.types("entry 3 answer")
    ben.fills(kind="answer", body="Under the trees, beside the ramp.")


def make_sense(ben: Counted) -> None:
    """Ben says what he takes from it, for himself first, and then to Ada."""
    ben.types("interpret 1, 4")
    ben.fills(
        notice="Both need a way up.", means="A ramp serves both.", asks="To begin with it.", sureness="fairly"
    )
    ben.presses("Share it")
    ben.fills()


def see_where_they_agree(ada: Counted, ben: Counted) -> None:
    """One text; each answers before they see the other's answer."""
    ada.types("propose")
    ada.fills(body=RAMP)
    ada.types("check 1")
    ada.presses("Go on, with a reason")
    ada.presses("Ask each other")
    ada.fills(reason="We have talked.", rule="Both of us.")
    for person in (ada, ben):
        person.presses("Respond")
        person.fills(key="yes")


def test_two_people_go_through_the_whole_loop(bot: RunningBot, web: WebStage, tmp_path: Path) -> None:
    """The theory holds for two people in one exchange; so must the program."""
    OpenDialogue(bot, joined=("ada", "ben"))
    ada, ben = Counted(web.person("Ada")), Counted(web.person("Ben"))

    say_why_they_are_here(ada, ben)
    say_what_they_bring(ben)
    talk(ada, ben)
    make_sense(ben)
    see_where_they_agree(ada, ben)
    ada.types("map")
    web.photograph("map")
    ada.types("statements")
    ada.presses("Close the check-in")
    ada.sees(RAMP)
    web.photograph("agreed")

    assert ada.presses_made + ben.presses_made <= MOST_PRESSES
    assert ada.forms_sent + ben.forms_sent <= MOST_FORMS
    ada.types("export html")
    read = ada.actor.opens(ada.actor.saves())
    assert "Two people take part. So nobody can be without a name" in read
    for words in ("That my mother comes up.", "Two planks", "Both need a way up.", RAMP):
        assert words in read
