"""People on the Discord of the tests: each does only what Discord's own app would let them do."""

from typing import TYPE_CHECKING, Any

from tests.fakes.discord.interactions import AUTOCOMPLETE, COMMAND, COMPONENT, MODAL, Interaction
from tests.fakes.discord.limits import BUTTON, INPUT, LABEL, RADIOS, TEXT, TICKS, Json, units, walk
from tests.fakes.discord.world import BOT, PUBLIC_THREAD, Channel, User

if TYPE_CHECKING:
    from tests.fakes.discord.fake_discord import FakeDiscord

SUB, GROUP, INTEGER = 1, 2, 4


class CannotDo(AssertionError):
    """No app would let a person do this."""


class Person:
    """Somebody who looks at one channel."""

    def __init__(self, discord: "FakeDiscord", user: User, channel: Channel) -> None:
        self._discord = discord
        self.user = user
        self.channel = channel
        self.last: Interaction | None = None

    def directly(self) -> "Person":
        """Return the same person before their direct messages with the bot."""
        return Person(self._discord, self.user, self._discord.world.direct(self.user))

    async def slash(self, *words: str, **options: Any) -> Interaction:
        """Type a command with its options."""
        return await self._interact(COMMAND, self._typed(words, options))

    async def autocomplete(self, *words: str, focused: str, **options: Any) -> list[str]:
        """Return what is offered while an option is being typed."""
        data = self._typed(words, options)
        place = data["options"][0]
        while place["type"] in {SUB, GROUP}:
            inner = place["options"]
            place = inner[0] if inner[0].get("type") == SUB else {"type": 0, "all": inner}
        for option in place["all"]:
            option["focused"] = option["name"] == focused
        found = await self._interact(AUTOCOMPLETE, data)
        return [choice["value"] for choice in found.choices or []]

    async def menu(self, name: str, message: Json) -> Interaction:
        """Choose an entry of the menu of a message."""
        known = next((each for each in self._discord.world.commands if each["name"] == name), None)
        if known is None:
            raise CannotDo(f"there is no {name!r} in the menu")
        data = {"id": known["id"], "name": name, "type": 3, "target_id": message["id"]}
        return await self._interact(COMMAND, data | {"resolved": {"messages": {message["id"]: message}}})

    async def press(self, label: str) -> Interaction:
        """Press the newest button with this label that this person sees."""
        for message in reversed(self.messages()):
            for item in walk(message["components"]):
                if item["type"] == BUTTON and item.get("label") == label:
                    return await self.click(message, item)
        raise CannotDo(f"{self.user.name} sees no button {label!r}")

    async def click(self, message: Json, item: Json) -> Interaction:
        """Press one button of one message."""
        if item.get("disabled"):
            raise CannotDo("the button is grey")
        data = {"custom_id": item["custom_id"], "component_type": BUTTON, "id": item["id"]}
        return await self._interact(COMPONENT, data, message)

    async def submit(self, form: Json, answers: dict[str, str]) -> Interaction:
        """Fill in a form as its app would let somebody, and send it; other fields stay as they are."""
        labels = [item for item in form["components"] if item["type"] == LABEL]
        known = {item["component"]["custom_id"] for item in labels}
        if unknown := set(answers) - known:
            raise CannotDo(f"the form has no {unknown}; it has {known}")
        filled = [_filled(item["component"], answers) for item in labels]
        components = [{"type": LABEL, "id": at, "component": each} for at, each in enumerate(filled, 1)]
        return await self._interact(MODAL, {"custom_id": form["custom_id"], "components": components})

    async def say(self, text: str, *, answers: Json | None = None, is_mention: bool = False) -> Json:
        """Write an ordinary message; in a channel it may mention the bot, or answer a message."""
        world = self._discord.world
        message = world.new_message(self.channel, self.user, {"content": text})
        if is_mention:
            message["content"] = f"<@{BOT}> {text}"
        if answers:
            reference = {"message_id": answers["id"], "channel_id": str(self.channel.id)}
            message |= {"type": 19, "referenced_message": answers, "message_reference": reference}
        if is_mention or (answers and answers["author"]["id"] == str(BOT)):
            message["mentions"] = [world.bot.shown()]
        self.channel.messages.append(message)
        await self._discord.gateway.tell_message("MESSAGE_CREATE", message, self.channel.guild)
        return message

    async def raw(self, kind: int, data: Json, message: Json | None = None) -> Interaction:
        """Send what no app would send: anybody can forge what a button carries."""
        return await self._interact(kind, data, message)

    def messages(self) -> list[Json]:
        """Return what this person sees in the channel, in order."""
        return list(self._discord.world.sees(self.user, self.channel))

    def text(self, message: Json) -> str:
        """Return the text of a message, in Discord's marks."""
        items = [item["content"] for item in walk(message["components"]) if item["type"] == TEXT]
        return "\n".join(filter(None, [message["content"], *items]))

    async def _interact(self, kind: int, data: Json, message: Json | None = None) -> Interaction:
        if kind in {COMMAND, COMPONENT, MODAL} and self.channel.guild:
            self._require_here()
        interaction = self._discord.interactions.new(kind, self.user, self.channel, data, message)
        self.last = interaction
        await self._discord.gateway.tell("INTERACTION_CREATE", interaction.payload)
        await self._discord.until(interaction.answered.is_set)
        return interaction

    def _require_here(self) -> None:
        guild = self._discord.world.guilds[self.channel.guild]
        if self.user.id not in guild.people:
            raise CannotDo(f"{self.user.name} is not in {guild.name}")

    def _typed(self, words: tuple[str, ...], options: dict[str, Any]) -> Json:
        """Return the data of a typed command, which must be one that was made known."""
        root = next((each for each in self._discord.world.commands if each.get("type", 1) == 1), None)
        if root is None:
            raise CannotDo("no command was made known")
        path, place = _path_to(root, words)
        known = {option["name"]: option for option in place.get("options") or []}
        for name, option in known.items():
            if option.get("required") and name not in options:
                raise CannotDo(f"{name} is needed")
        given = [_given(known, name, value) for name, value in options.items()]
        inner: list[Json] = given
        for step in reversed(path):
            inner = [{"type": step["type"], "name": step["name"], "options": inner}]
        return {"id": root["id"], "name": root["name"], "type": 1, "options": inner}


def _path_to(root: Json, words: tuple[str, ...]) -> tuple[list[Json], Json]:
    """Find a subcommand by its last word, beside the others or in a group."""
    for option in root["options"]:
        if option["type"] == SUB and option["name"] == words[-1]:
            return [option], option
        for inner in option.get("options") or []:
            if option["type"] == GROUP and inner["name"] == words[-1]:
                return [option, inner], inner
    raise CannotDo(f"there is no command {' '.join(words)}")


def _given(known: dict[str, Json], name: str, value: Any) -> Json:
    option = known.get(name)
    if option is None:
        raise CannotDo(f"there is no option {name}")
    if (choices := option.get("choices")) and value not in [choice["value"] for choice in choices]:
        raise CannotDo(f"{value!r} cannot be chosen for {name}")
    return {"name": name, "type": option["type"], "value": int(value) if option["type"] == INTEGER else value}


def _filled(field: Json, answers: dict[str, str]) -> Json:
    """Return what is sent for one field."""
    id, typed = field["custom_id"], answers.get(field["custom_id"])
    told = {"type": field["type"], "id": field.get("id", 0), "custom_id": id}
    if field["type"] == INPUT:
        text = field.get("value") or "" if typed is None else typed
        if units(text) > (field.get("max_length") or 4000):
            raise CannotDo(f"{id} takes {field.get('max_length')} signs")
        if field.get("required", True) and not text:
            raise CannotDo(f"{id} must be filled in")
        return told | {"value": text}
    chosen = _chosen(field, typed)
    if field["type"] == RADIOS:
        return told | {"value": chosen[0] if chosen else None}
    return told | {"values": chosen}


def _chosen(field: Json, typed: str | None) -> list[str]:
    """Return what is ticked: what was before, or what somebody ticks now."""
    id, options = field["custom_id"], [option["value"] for option in field["options"]]
    chosen = [option["value"] for option in field["options"] if option.get("default")]
    if typed is not None:
        chosen = [each for each in typed.split(",") if each]
    if not set(chosen) <= set(options):
        raise CannotDo(f"{id} offers {options}, not {chosen}")
    if field.get("required", True) and not chosen:
        raise CannotDo(f"{id} must be chosen")
    if field["type"] == TICKS and not field.get("min_values", 1) <= len(chosen):
        raise CannotDo(f"{id} needs more ticks")
    return chosen


__all__ = ["PUBLIC_THREAD", "CannotDo", "Person"]
