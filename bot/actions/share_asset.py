"""Say who may read what one brings; before a name stands with it, it is asked a second time."""

from dataclasses import replace

from bot.dialogue.assets import Asset, AssetKind, Audience
from bot.dialogue.attribution import Attribution
from bot.dialogue.members import Member
from bot.dialogue.standing import Everybody
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.speech.asking import Asking
from bot.speech.bringing import asset_phrase
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Choice, Message
from bot.speech.telling import tell_all
from bot.words import Phrase

PLAIN, HEALTH = "plain", "health"


def share_asset(asset: Asset, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Ask who may read it; for the group ask again, with a yes of its own for health and care; then show it.

    Raises:
        DialogueClosed: It has ended.
        NotAllowed: Somebody else wrote it.
        NotFound: It is gone, or the button asks for something else.
    """
    asking.here.require_open()
    asset.require_author(asking.me.id)
    audience, _, sure = event.ticket.choice.partition(".")
    if not audience:
        return Effects(reply=Say(audience_message(asset, asking.me)))
    if audience == Audience.FACILITATORS and not sure:
        return _to_facilitators(asset, asking, event)
    level = Attribution(audience) if audience in levels_for(asking.me) else None
    if level is None or sure not in ("", PLAIN, HEALTH):
        raise NotFound(Phrase("refusals-button"))
    if not sure:
        return Effects(reply=Say(_second(asset, level)))
    return _to_group(asset, asking, level)


def levels_for(member: Member) -> tuple[Attribution, ...]:
    """Return under which names a member can bring something; it is read at once, so none can be left off."""
    return (Attribution.NAMED, Attribution.CHOSEN_NAME) if member.chosen_name else (Attribution.NAMED,)


def audience_message(asset: Asset, member: Member) -> Message:
    """Return the entry with who may read it: for access needs, the facilitators first."""
    to_group = [_choice(asset, level, f"share_asset-{level}-choice") for level in levels_for(member)]
    to_facilitators = _choice(asset, Audience.FACILITATORS, "share_asset-facilitators-choice")
    is_need = asset.kind is AssetKind.ACCESS_NEED
    order = (to_facilitators, *to_group) if is_need else (*to_group, to_facilitators)
    back = Choice(Phrase("withdraw_asset-choice"), Ticket(Action.WITHDRAW_ASSET, asset.id))
    change = Choice(Phrase("change_asset-choice"), Ticket(Action.CHANGE_ASSET, asset.id))
    asked = Phrase("share_asset-who-need" if is_need else "share_asset-who")
    return Message(asked, (*order, change, back), (Message(asset_phrase(asset)),))


def _second(asset: Asset, level: Attribution) -> Message:
    """Ask again before a name stands with it; health and care never do without a yes of their own."""
    choices = (
        _choice(asset, f"{level}.{PLAIN}", "share_asset-plain-choice"),
        _choice(asset, f"{level}.{HEALTH}", "share_asset-health-choice"),
        _choice(asset, Audience.FACILITATORS, "share_asset-facilitators-choice"),
    )
    return Message(Phrase("share_asset-second"), choices, (Message(Phrase(f"contribute-level-{level}")),))


def _to_group(asset: Asset, asking: Asking, level: Attribution) -> Effects[Reply]:
    name = asking.me.shown_as(level)
    shown = replace(asset, level=level, shown_name=name, audience=Audience.GROUP)
    seen = Choice(Phrase("show_assets-choice"), Ticket(Action.SHOW_ASSETS, asset.dialogue))
    return Effects(keep=(shown,), reply=Say(Message(Phrase("share_asset-shown"), (seen,))))


def _to_facilitators(asset: Asset, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """Let the facilitators read it under the member's name, as the button said; nobody else is told."""
    told = replace(asset, level=Attribution.NAMED, shown_name=asking.me.name, audience=Audience.FACILITATORS)
    others = [m for m in asking.loaded(Everybody).facilitators if m.id != asking.me.id]
    phrase = Phrase("share_asset-told")
    return Effects(
        keep=(told,),
        reply=Say(Message(Phrase("share_asset-sent"))),
        tell=tell_all(event.seed, others, phrase, Action.SHOW_ASSETS, asset.dialogue),
    )


def _choice(asset: Asset, choice: str, key: str) -> Choice:
    return Choice(Phrase(key), Ticket(Action.SHARE_ASSET, asset.id, choice))
