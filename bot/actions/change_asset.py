"""Change what one brings; only its author can, and who may read it stays as it was."""

from dataclasses import replace

from bot.dialogue.assets import Asset, AssetKind, MayContact, OfferedAs
from bot.dialogue.contributions import Revision
from bot.dialogue.limits import require_words_left
from bot.dialogue.standing import Recent, Words
from bot.dialogue.tickets import Action, Ticket
from bot.identifiers import RevisionId, new_id
from bot.speech.asking import Asking
from bot.speech.bringing import ASSET, KIND, LIMITS, MAY_CONTACT, OFFERED_AS, asset_form, read_asset
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Form, Message
from bot.words import Phrase


def offer_change(asset: Asset, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Open the form with the entry as it stands.

    Raises:
        DialogueClosed: It has ended.
        NotAllowed: Somebody else wrote it.
        NotFound: It is gone, or kept from this member.
    """
    asking.here.require_open()
    asset.require_author(asking.me.id)
    return Effects(reply=OpenForm(_form(asset, asking.loaded(Words).body)))


def change_asset(asset: Asset, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep it as its author wrote it anew.

    Raises:
        DialogueClosed: It has ended.
        NotAllowed: Somebody else wrote it, or the member has sent too much in a short while.
        NotFound: It is gone, or kept from this member.
    """
    asking.here.require_open()
    asset.require_author(asking.me.id)
    before = asking.loaded(Words).body
    problems: dict[str, Phrase] = {}
    text, limits = read_asset(event.answers, problems)
    if problems:
        return Effects(reply=RejectForm(_form(asset, before), problems, event.answers))
    recent = asking.loaded(Recent)
    require_words_left(recent.moments(event.at), event.at, asking.house.limits, recent.earlier)
    is_new_text = text != before
    changed = replace(
        asset,
        kind=AssetKind(event.answers[KIND]),
        offered_as=OfferedAs(event.answers[OFFERED_AS]),
        may_contact=MayContact(event.answers[MAY_CONTACT]),
        limits=limits,
        edits=asset.edits + is_new_text,
    )
    revision = Revision(
        id=RevisionId(new_id(event.seed, "revision")),
        of=asset.id,
        dialogue=asset.dialogue,
        number=asset.edits + 2,
        body=text,
        made_at=event.at,
    )
    keep = (changed, revision) if is_new_text else (changed,)
    return Effects(keep=keep, reply=Say(Message(Phrase("change_asset-thanks"))))


def _form(asset: Asset, text: str) -> Form:
    values = {
        ASSET: text,
        KIND: asset.kind,
        OFFERED_AS: asset.offered_as,
        LIMITS: asset.limits,
        MAY_CONTACT: asset.may_contact,
    }
    return asset_form(Ticket(Action.CHANGE_ASSET, asset.id), values)
