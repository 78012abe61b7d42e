"""Why people are here, asked again: then and now beside each other, and nothing said about the change."""

from collections.abc import Iterator

import pytest

from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import Answer, FileKind, OpenForm, RejectForm
from tests.fakes.group import key_of, only_ticket
from tests.fakes.line_pen import lines_of
from tests.fakes.weighing import Weighing

FIRST, AGAIN, CAUSE = "I want quiet.", "I want children to play.", "Children have no place here."


@pytest.fixture
def weighing() -> Iterator[Weighing]:
    """Six people who said why they are here, and talked."""
    made = Weighing()
    first = ask(made, "intentions.why")
    for who, level in (("Ben", "named"), ("Dana", "chosen_name"), ("Gwen", "unnamed")):
        made.group.say(who, first, f"{FIRST} {who}", level=level, chosen_name="Heron")
    made.group.say("Chidi", ask(made, "dialogue.what"), CAUSE)
    made.group.clock.pass_by(days=8)
    made.group.let_come_due()
    yield made
    made.group.close()


def ask(weighing: Weighing, kind: str) -> str:
    """Ada asks a question of a kind; return the id of its round."""
    form = Ticket(Action.OPEN_ROUND, weighing.dialogue, kind)
    levels = "named,chosen_name,unnamed"
    preview = weighing.group.sends(
        "Ada", form, question="Why?", closes="in 7 days", reveal="open", levels=levels
    )
    post = only_ticket(preview)
    weighing.group.presses("Ada", post)
    return post.subject


def say_again(weighing: Weighing, who: str, level: str, because: str = "") -> Answer:
    """Somebody says anew why they are here."""
    again = ask(weighing, "intentions.reflect")
    more = {"because": because, "chosen_name": "Heron"}
    return weighing.group.sends(
        who, Ticket(Action.CONTRIBUTE, again), body=f"{AGAIN} {who}", level=level, **more
    )


def shown(weighing: Weighing, who: str) -> str:
    """Return what somebody is shown."""
    return "\n".join(lines_of(weighing.group.does(who, Action.SHOW_INTENTIONS, weighing.dialogue)))


def test_the_form_shows_what_one_wrote_then(weighing: Weighing) -> None:
    """And asks what changed it, without saying that something should have."""
    again = ask(weighing, "intentions.reflect")
    reply = weighing.group.presses("Ben", Ticket(Action.CONTRIBUTE, again)).reply

    assert isinstance(reply, OpenForm)
    assert f"{FIRST} Ben" in "\n".join(
        lines_of(weighing.group.presses("Ben", Ticket(Action.CONTRIBUTE, again)))
    )
    assert [field.id for field in reply.form.fields][-1] == "because"
    assert len(reply.form.fields) <= 5
    first_time = weighing.group.presses("Fay", Ticket(Action.CONTRIBUTE, again)).reply
    assert isinstance(first_time, OpenForm)
    assert "because" not in [field.id for field in first_time.form.fields]


def test_then_and_now_stand_beside_each_other(weighing: Weighing) -> None:
    """To the author at once, and to the group with what changed it."""
    thanks = lines_of(say_again(weighing, "Ben", "named", "#3"))
    assert any(f"{FIRST} Ben" in line for line in thanks)
    assert any(f"{AGAIN} Ben" in line for line in thanks)

    text = shown(weighing, "Fay")

    assert text.index(f"{FIRST} Ben") < text.index(f"{AGAIN} Ben") < text.index(CAUSE)
    assert "What changed it is #3" in text


def test_a_change_of_name_links_nothing(weighing: Weighing) -> None:
    """Who wrote without a name then is not led to by what they write now, nor the other way round."""
    say_again(weighing, "Gwen", "named")
    say_again(weighing, "Dana", "named")

    for who in ("Ada", "Fay"):
        assert "Then:" not in shown(weighing, who)
    own = shown(weighing, "Gwen")
    assert own.index(f"{FIRST} Gwen") < own.index(f"{AGAIN} Gwen")


def test_a_chosen_name_is_followed_by_the_same(weighing: Weighing) -> None:
    """The group sees that Heron changed their mind, and not who Heron is."""
    say_again(weighing, "Dana", "chosen_name")

    text = shown(weighing, "Fay")
    assert "By Heron:" in text
    assert f"{AGAIN} Dana" in text


@pytest.mark.parametrize("because", ["99", "x", "#0", "-1", "3 4", "I3"])
def test_what_nobody_can_read_changed_nothing(weighing: Weighing, because: str) -> None:
    """A number that is not there comes back with the words."""
    reply = say_again(weighing, "Ben", "named", because).reply

    assert isinstance(reply, RejectForm)
    assert set(reply.problems) == {"because"}
    assert reply.answers["body"] == f"{AGAIN} Ben"


def test_the_map_and_the_files_know_what_led_to_what(weighing: Weighing) -> None:
    """From talk to why we are here, and on: the first wheel of the theory."""
    say_again(weighing, "Ben", "named", "3")

    links = "\n".join(lines_of(weighing.group.does("Ben", Action.SHOW_MAP, weighing.dialogue, "links")))
    assert "From Talk to Why we are here: one link" in links
    assert "From Why we are here to Why we are here: went on once" in links
    page = weighing.file(FileKind.MARKDOWN).replace("\\", "")
    assert page.index("Why people are here, then and now") < page.index("Then: Ben") < page.index("Now: Ben")
    assert "What changed it: 3" in page


def test_nothing_else_can_be_asked_for(weighing: Weighing) -> None:
    """A forged button."""
    answer = weighing.group.does("Ben", Action.SHOW_INTENTIONS, weighing.dialogue, "all")

    assert key_of(answer.reply) == "refusals-button"
