"""The fake Discord refuses what Discord refuses, so that a test that passes on it means something."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.fakes.discord.call import Refused
from tests.fakes.discord.command_limits import in_commands
from tests.fakes.discord.fake_discord import FakeDiscord
from tests.fakes.discord.interactions import COMMAND, COMPONENT, FORM, MODAL, SAY, UPDATE, Interactions
from tests.fakes.discord.limits import LIMITS, Json, Problem, in_choices, in_message, in_modal
from tests.fakes.discord.pings import pinged_by
from tests.fakes.discord.script import Fault
from tests.fakes.discord.world import World

V2 = 1 << 15


def message(*components: Json) -> list[Problem]:
    """Return what is wrong in a message of these components."""
    return in_message({"flags": V2, "components": list(components)})


def text(length: int = 1) -> Json:
    """Return a text of this length."""
    return {"type": 10, "content": "x" * length}


def row(count: int = 1, **button: Any) -> Json:
    """Return a row of buttons."""
    return {
        "type": 1,
        "components": [
            {"type": 2, "style": 2, "label": "x", "custom_id": f"id-{at}"} | button for at in range(count)
        ],
    }


def modal(*components: Json, **more: Any) -> list[Problem]:
    """Return what is wrong in a modal."""
    return in_modal({"title": "x", "custom_id": "x", "components": list(components)} | more)


def label(component: Json | None = None, **more: Any) -> Json:
    """Return a label with a field."""
    return {"type": 18, "label": "x", "component": component or field()} | more


def field(**more: Any) -> Json:
    """Return a field for a text."""
    return {"type": 4, "custom_id": "a", "style": 1} | more


def options(kind: int, count: int, **more: Any) -> Json:
    """Return a field with options."""
    each = [{"label": "x", "value": str(at)} | more for at in range(count)]
    return label({"type": kind, "custom_id": "a", "options": each})


def fields(count: int) -> list[Json]:
    """Return so many fields."""
    return [label(field(custom_id=str(at))) for at in range(count)]


def command(**more: Any) -> list[Problem]:
    """Return what is wrong in a command."""
    return in_commands([{"type": 1, "name": "x", "description": "x"} | more])


def option(**more: Any) -> Json:
    """Return an option of a command."""
    return {"type": 3, "name": "x", "description": "x"} | more


CASES: dict[str, Callable[[int], list[Problem]]] = {
    "message.content": lambda n: in_message({"content": "x" * n, "attachments": [{}]}),
    "message.components": lambda n: message(*[text()] * n),
    "message.text": lambda n: message(text(1), text(n - 1)),
    "message.nonce": lambda n: in_message({"content": "x", "nonce": "x" * n}),
    "message.files": lambda n: in_message({"content": "x", "attachments": [{}] * n}),
    "custom_id": lambda n: message(row(custom_id="x" * n)),
    "text.content": lambda n: message(text(n)),
    "row.buttons": lambda n: message(row(n)),
    "button.label": lambda n: message(row(label="x" * n)),
    "select.options": lambda n: modal(options(3, n)),
    "modal.title": lambda n: modal(label(), title="x" * n),
    "modal.components": lambda n: modal(*fields(n)),
    "label.label": lambda n: modal(label(label="x" * n)),
    "label.description": lambda n: modal(label(description="x" * n)),
    "input.max_length": lambda n: modal(label(field(max_length=n))),
    "input.value": lambda n: modal(label(field(value="x" * n))),
    "input.placeholder": lambda n: modal(label(field(placeholder="x" * n))),
    "radios.options": lambda n: modal(options(21, n)),
    "ticks.options": lambda n: modal(options(22, n)),
    "option.label": lambda n: modal(options(3, 1, label="x" * n)),
    "option.value": lambda n: modal(options(3, 1, value="x" * n)),
    "option.description": lambda n: modal(options(3, 1, description="x" * n)),
    "command.name": lambda n: command(name="x" * n),
    "command.description": lambda n: command(description="x" * n),
    "command.options": lambda n: command(options=[option(name=f"x{at}") for at in range(n)]),
    "command.choices": lambda n: command(options=[option(choices=[{"name": "x", "value": "x"}] * n)]),
    "command.choice": lambda n: command(options=[option(choices=[{"name": "x" * n, "value": "x"}])]),
    "autocomplete.choices": lambda n: in_choices({"choices": [{"name": "x", "value": "x"}] * n}),
}
UNSET_AT_NOUGHT = {"input.max_length"}
ELSEWHERE = {"thread.name", "command.whole"}
"""The first is tried with its route; the second is only reached by going beyond another limit."""


@pytest.mark.parametrize("name", sorted(set(LIMITS) - ELSEWHERE))
def test_each_limit_lets_through_what_fits_and_nothing_more(name: str) -> None:
    """At the limit, one above it, and one below where there must be something."""
    limit, tried = LIMITS[name], CASES[name]

    assert tried(limit.most) == []
    assert any(name in what for _, what in tried(limit.most + 1))
    if limit.least and name not in UNSET_AT_NOUGHT:
        assert any(name in what for _, what in tried(limit.least - 1))


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"flags": V2, "content": "x", "components": [text()]},
        {"components": [text()]},
        {"flags": V2, "components": [field()]},
        {"flags": V2, "components": [row(2, custom_id="same")]},
        {"flags": V2, "components": [text() | {"id": 5}, text() | {"id": 5}]},
        {"flags": V2, "components": [{"type": 17, "components": []}]},
        {"flags": V2, "components": [{"type": 10, "content": " \n"}]},
        {"flags": V2, "components": [row(label="")]},
    ],
)
def test_a_message_that_makes_no_sense_is_refused(body: Json) -> None:
    """Each of these was refused by Discord to somebody."""
    assert in_message(body) != []


def test_a_form_that_makes_no_sense_is_refused() -> None:
    """What belongs into a message, two fields alike, a value that is longer than may be typed."""
    assert modal(row()) != []
    assert modal(label(), label()) != []
    assert modal(label(field(max_length=2, value="abc"))) != []
    assert modal(options(21, 2, default=True)) != []
    assert command(name="Upper") != []


@pytest.mark.parametrize(
    ("kind", "answer", "code"),
    [(MODAL, FORM, 50035), (COMMAND, UPDATE, 50035), (COMPONENT, 8, 50035)],
    ids=["a form after a form", "an update without a message", "choices for a button"],
)
def test_not_every_answer_fits_every_question(kind: int, answer: int, code: int) -> None:
    """A form never follows a form."""
    world = World()
    interactions = Interactions(world)
    made = interactions.new(kind, world.add_user("Ada"), world.direct(world.add_user("Ada")), {})

    with pytest.raises(Refused) as refused:
        interactions.call_back(made.id, made.token, {"type": answer, "data": {}}, [])

    assert (refused.value.status, refused.value.code) == (400, code)


def test_an_answer_has_three_seconds_and_its_token_fifteen_minutes() -> None:
    """Time is turned by hand."""
    world, said = World(), {"type": SAY, "data": {"content": "x"}}
    now = [1_800_000_000.0]
    world.now = lambda: now[0]
    interactions = Interactions(world)
    ada = world.add_user("Ada")
    late, good = (interactions.new(COMPONENT, ada, world.direct(ada), {}) for _ in range(2))
    interactions.call_back(good.id, good.token, said, [])
    with pytest.raises(Refused, match="400 40060"):
        interactions.call_back(good.id, good.token, said, [])
    now[0] += 3.5
    with pytest.raises(Refused, match="404 10062"):
        interactions.call_back(late.id, late.token, said, [])
    interactions.follow_up(good, {"content": "x"}, [])
    now[0] += 900
    with pytest.raises(Refused, match="401 50027"):
        interactions.follow_up(good, {"content": "x"}, [])


def test_mentions_ping_unless_it_is_said_that_they_must_not() -> None:
    """An edit without `allowed_mentions` is read with all of them allowed."""
    world = World()
    guild = world.add_guild("Allotment")
    ada = world.add_user("Ada")
    guild.people[ada.id] = 0
    channel = world.add_channel(guild, "garden")
    body = {"content": f"@everyone <@{ada.id}> <@&5>"}

    assert len(pinged_by(body, channel, world)) == 3
    assert pinged_by(body | {"allowed_mentions": {"parse": ["users"]}}, channel, world) == [
        (ada.id, f"<@{ada.id}>")
    ]
    assert pinged_by(body | {"allowed_mentions": {"parse": []}}, channel, world) == []


def test_chance_is_the_same_for_the_same_seed() -> None:
    """A fault that was found can be found again."""
    runs = []
    for _ in range(2):
        fake = FakeDiscord()
        fake.script.seed = 7
        fake.script.sometimes(0.3, Fault(kind="lost"))
        runs.append([bool(fake.script.take("POST", "/x")) for _ in range(50)])

    assert runs[0] == runs[1]
    assert 5 < sum(runs[0]) < 25
