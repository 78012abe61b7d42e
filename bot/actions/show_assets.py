"""What people bring and what would be needed: one list for all, whoever runs the dialogue included."""

from collections.abc import Iterator

from bot.dialogue.assets import AssetExcerpt, AssetKind, Audience
from bot.dialogue.dialogues import Dialogue, DialogueState
from bot.dialogue.record import Record
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.visibility import excerpt
from bot.errors import NotFound
from bot.speech.asking import Asking
from bot.speech.bringing import asset_message
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.words import Part, Phrase, Quote, Value

SHOWN = 40


def show_assets(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Show what there is and what is needed apart, each by its kind.

    Raises:
        NotFound: The button asks for something else.
    """
    if event.ticket.choice:
        raise NotFound(Phrase("refusals-button"))
    seen = excerpt(asking.loaded(Record), asking.member, event.at).mirror.assets[-SHOWN:]
    may_change = dialogue.state is DialogueState.OPEN and asking.me.has_voice
    values: dict[str, Value] = {"title": Quote(dialogue.id, Part.TITLE), "count": len(seen)}
    offer = Choice(Phrase("offer_asset-choice"), Ticket(Action.OFFER_ASSET, dialogue.id))
    below = [
        *_column("have", [each for each in seen if each.asset.is_there], may_change=may_change),
        *_column("need", [each for each in seen if not each.asset.is_there], may_change=may_change),
    ]
    if not any(each.is_facilitator and each.asset.audience is Audience.GROUP for each in seen):
        below.append(Message(Phrase("show_assets-no-conveners")))
    heading = Phrase("show_assets-all", values)
    return Effects(reply=Say(Message(heading, (offer,) if may_change else (), tuple(below))))


def _column(name: str, seen: list[AssetExcerpt], *, may_change: bool) -> Iterator[Message]:
    yield Message(Phrase(f"show_assets-{name}", {"count": len(seen)}))
    order = list(AssetKind)
    for each in sorted(seen, key=lambda found: order.index(found.asset.kind)):
        yield asset_message(each, may_change=may_change)
