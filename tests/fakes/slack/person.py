"""A person before Slack: types, presses, fills in, and is let do only what Slack's own window would."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from tests.fakes.slack import payloads
from tests.fakes.slack.limits import texts_in
from tests.fakes.slack.methods import draw_anew
from tests.fakes.slack.reading import buttons_in, inputs_in, read_blocks
from tests.fakes.slack.server import FakeSlack
from tests.fakes.slack.world import SlackMessage, SlackPerson, SlackTeam, SlackView, Tree


class Transport(Protocol):
    """How Slack reaches the app."""

    async def send(self, kind: str, payload: Tree, retry: int = 0) -> Tree | None:
        """Send something, and return what the acknowledgement says."""
        ...


@dataclass(frozen=True, slots=True)
class Shown:
    """One thing before a person: where it stands in time, what it says, its buttons."""

    drawn: int
    text: str
    buttons: tuple[Tree, ...]
    of: SlackMessage | SlackView


class SlackWindow:
    """One person's window."""

    def __init__(self, fake: FakeSlack, transport: Transport, team: SlackTeam, name: str) -> None:
        self.fake = fake
        self.team = team
        self.who: SlackPerson = team.person(name)
        self._transport = transport

    @property
    def view(self) -> SlackView | None:
        """The view that is open."""
        return self.team.views.get(self.who.id)

    def before(self) -> list[Shown]:
        """Return what is before this person, the oldest first: messages, then the view that is open."""
        messages = [self._shown(m, m.blocks, m.drawn) for m in self.team.seen_by(self.who.id)]
        views = [v for v in (self.team.homes.get(self.who.id), self.view) if v]
        return [*messages, *(self._shown(v, v.content["blocks"], v.drawn) for v in views)]

    def _shown(self, of: SlackMessage | SlackView, blocks: list[Tree], drawn: int) -> Shown:
        text = read_blocks(blocks) if blocks else getattr(of, "text", "")
        return Shown(drawn, text, tuple(buttons_in(blocks)), of)

    async def command(self, text: str, channel: str = "") -> None:
        """Type `/dialogue` and what follows, in a channel."""
        self.close_view()
        id = channel or next(c.id for c in self.team.channels.values() if not c.direct_with)
        key = self.team.address(self.who.id, id)
        payload = payloads.command(self.team, self.who, id, _typed(text), self.fake.address(key))
        answer = await self._transport.send("slash_commands", payload)
        if answer:
            self.fake.check_message(answer)
            self.fake.aside(self.team, self.who.id, id, answer)

    async def press(self, label: str) -> None:
        """Press the newest button with this label; for one outside it, a view that is open is closed."""
        found = self._find_button(label)
        if found is None:
            labels = [b["text"]["text"] for shown in self.before() for b in shown.buttons]
            raise AssertionError(f"{self.who.name} has no button {label!r}; there are: {labels[-12:]}")
        await self.press_button(*found)

    async def press_button(self, of: SlackMessage | SlackView, button: Tree) -> None:
        """Press this button."""
        if isinstance(of, SlackView):
            await self._transport.send(
                "interactive", payloads.pressed_in_view(self.team, self.who, of, button)
            )
            return
        self.close_view()
        key = self.team.address(self.who.id, of.channel, of.ts if of.only_for else "")
        payload = payloads.pressed_in_message(self.team, self.who, of, button, self.fake.address(key))
        await self._transport.send("interactive", payload)

    def _find_button(self, label: str) -> tuple[SlackMessage | SlackView, Tree] | None:
        """Look in the view that is open first: it stands before everything else."""
        order = sorted(self.before(), key=lambda shown: (shown.of is self.view, shown.drawn))
        found = [
            (shown.of, button)
            for shown in order
            for button in shown.buttons
            if button["text"]["text"] == label
        ]
        return found[-1] if found else None

    async def submit(self, answers: Mapping[str, str]) -> None:
        """Fill in the form that is open, leave its other fields as they are, and send it."""
        view = self.view
        assert view is not None, f"{self.who.name} has no view open"
        assert "submit" in view.content, f"{self.who.name} has no form open"
        fields = list(inputs_in(view.content["blocks"]))
        names = {field["element"]["action_id"] for field in fields}
        assert answers.keys() <= names, f"the form has only {sorted(names)}"
        values = {
            field["block_id"]: {
                field["element"]["action_id"]: _filled(field, answers.get(field["element"]["action_id"]))
            }
            for field in fields
        }
        self._keep_typed(view, values)
        answer = await self._transport.send(
            "interactive", payloads.submitted(self.team, self.who, view, values)
        )
        self._answered(view, answer)

    def close_view(self) -> None:
        """Close the view that is open."""
        self.team.views.pop(self.who.id, None)

    async def write(self, text: str) -> SlackMessage:
        """Write to the bot directly."""
        return await self._say(self.team.direct(self.who.id).id, text, "message")

    async def mention(self, channel: str, text: str, thread: str = "") -> SlackMessage:
        """Mention the bot in a channel, or in a thread there."""
        return await self._say(channel, f"<@{self.team.bot_user}> {text}", "app_mention", thread)

    async def keep(self, message: SlackMessage) -> None:
        """Choose *Keep this in the record* at a message."""
        key = self.team.address(self.who.id, message.channel)
        payload = payloads.message_shortcut(self.team, self.who, message, "keep", self.fake.address(key))
        await self._transport.send("interactive", payload)

    async def shortcut(self, callback: str = "needs") -> None:
        """Choose *What needs me*."""
        await self._transport.send("interactive", payloads.shortcut(self.team, self.who, callback))

    async def open_home(self) -> None:
        """Open the App Home."""
        inner = {
            "type": "app_home_opened",
            "user": self.who.id,
            "channel": "D0",
            "tab": "home",
            "event_ts": "1",
        }
        await self._transport.send("events_api", payloads.event(self.team, inner))

    async def _say(self, channel: str, text: str, kind: str, thread: str = "") -> SlackMessage:
        message = SlackMessage(
            self.team.ts(), channel, self.who.id, _typed(text) if kind == "message" else text,
            self.team.number(), thread=thread,
        )  # fmt: skip
        self.team.messages.append(message)
        await self._transport.send("events_api", payloads.message_event(self.team, message, kind))
        return message

    def _keep_typed(self, view: SlackView, values: Tree) -> None:
        """Let what was typed stand in its fields, as it does in a window while a form is sent."""
        for field in inputs_in(view.content["blocks"]):
            typed = values[field["block_id"]][field["element"]["action_id"]]
            if field["element"]["type"] == "plain_text_input" and typed["value"]:
                field["element"] = {**field["element"], "initial_value": typed["value"]}

    def _answered(self, view: SlackView, answer: Tree | None) -> None:
        match answer or {}:
            case {"response_action": "errors", "errors": errors}:
                shown = {field["block_id"] for field in inputs_in(view.content["blocks"])}
                assert errors.keys() <= shown, "an error stands beside no field"
                view.errors = errors
            case {"response_action": "update", "view": content}:
                self.fake.check_view(content)
                draw_anew(self.team, view, content)
            case empty:
                assert empty == {}
                self.close_view()


def errors_of(view: SlackView) -> Iterator[str]:
    """Return what a form says beside its fields."""
    yield from view.errors.values()


def readable_in(view: SlackView | None) -> str:
    """Return what there is to read in a view, errors and what stands in its fields among it."""
    if view is None:
        return ""
    return "\n".join((*texts_in(view.content["blocks"]), *errors_of(view)))


def _typed(text: str) -> str:
    """Return a text as Slack hands it on: its three signs escaped."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _filled(field: Tree, typed: str | None) -> Tree:
    element = field["element"]
    match element["type"]:
        case "radio_buttons":
            chosen = [option for option in element["options"] if option["value"] == typed]
            assert typed is None or chosen, f"{typed!r} is no option"
            option = chosen[0] if typed is not None else element.get("initial_option")
            assert option or field["optional"], f"{element['action_id']} is required"
            return {"type": "radio_buttons", "selected_option": option}
        case "checkboxes":
            keys = None if typed is None else [key for key in typed.split(",") if key]
            known = {option["value"]: option for option in element["options"]}
            ticked = element.get("initial_options", []) if keys is None else [known[key] for key in keys]
            assert ticked or field["optional"], f"{element['action_id']} is required"
            return {"type": "checkboxes", "selected_options": ticked}
        case _:
            text = element.get("initial_value") if typed is None else typed
            assert text or field["optional"], f"{element['action_id']} is required"
            assert len(text or "") <= element["max_length"], f"{element['action_id']} is too long"
            return {"type": "plain_text_input", "value": text or None}
