"""Asks the changed copy for the added action, through its engine, as a member would."""

from datetime import UTC, datetime

from bot.composition import compose
from bot.dialogue.places import Account, Community, Place
from bot.example import play_example
from bot.identifiers import EventId, Seed
from bot.speech.effects import Say
from bot.speech.events import CommandGiven
from bot.speech.typed_commands import read_command
from storage.database import open_in_memory

core = compose(open_in_memory())
play_example(core.engine, datetime.now(UTC), bytes(32))
room = Community("web", "room")
ticket, options = read_command("greet")
answer = core.engine.show(
    CommandGiven(
        id=EventId("greet"),
        at=datetime.now(UTC),
        seed=Seed(bytes(32)),
        community=room,
        account=Account(community=room, id="ben", name="Ben"),
        place=Place(room, "example"),
        ticket=ticket,
        options=options,
    )
)
assert isinstance(answer.reply, Say)
print(answer.words.plain(answer.reply.message.phrase))
