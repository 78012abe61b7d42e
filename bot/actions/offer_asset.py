"""Say what one brings, knows of or would need: kept for its author alone until they say who may read it."""

from bot.actions.share_asset import audience_message
from bot.dialogue.assets import Asset, AssetCount, AssetKind, MayContact, OfferedAs
from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import ContributionState, Revision
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.limits import require_words_left
from bot.dialogue.record import Record
from bot.dialogue.standing import Recent
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.visibility import excerpt
from bot.errors import NotFound
from bot.identifiers import AssetId, ContributionId, RevisionId, new_id
from bot.speech.asking import Asking
from bot.speech.bringing import KIND, MAY_CONTACT, OFFERED_AS, asset_form, read_asset
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Form
from bot.words import Phrase, Quote

FOR = "for."


def offer_offer(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Open the form, for an idea where a button named one.

    Raises:
        DialogueClosed: It has ended.
        NotFound: The idea is not there for this member.
    """
    dialogue.require_open()
    return Effects(reply=OpenForm(_form(dialogue, _idea(asking, event), event.ticket)))


def offer_asset(dialogue: Dialogue, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep the entry for its author alone, and ask who may read it.

    Raises:
        DialogueClosed: It has ended.
        NotFound: The idea is not there for this member.
        NotAllowed: The member has sent too much in a short while.
    """
    dialogue.require_open()
    idea = _idea(asking, event)
    problems: dict[str, Phrase] = {}
    text, limits = read_asset(event.answers, problems)
    if problems:
        return Effects(reply=RejectForm(_form(dialogue, idea, event.ticket), problems, event.answers))
    recent = asking.loaded(Recent)
    require_words_left(recent.moments(event.at), event.at, asking.house.limits, recent.earlier)
    asset = Asset(
        id=AssetId(new_id(event.seed, "asset")),
        dialogue=dialogue.id,
        number=asking.loaded(AssetCount).count + 1,
        member=asking.me.id,
        level=Attribution.NAMED,
        shown_name=asking.me.name,
        kind=AssetKind(event.answers[KIND]),
        offered_as=OfferedAs(event.answers[OFFERED_AS]),
        limits=limits,
        may_contact=MayContact(event.answers[MAY_CONTACT]),
        offered_for=ContributionId(idea) if idea else None,
        made_at=event.at,
    )
    revision = Revision(
        id=RevisionId(new_id(event.seed, "revision")),
        of=asset.id,
        dialogue=dialogue.id,
        number=1,
        body=text,
        made_at=event.at,
    )
    return Effects(keep=(asset, revision), reply=Say(audience_message(asset, asking.me)))


def _idea(asking: Asking, event: CommandGiven | ChoicePicked | FormSubmitted) -> str:
    """Return the id of the contribution it is offered for, or nothing."""
    choice = event.ticket.choice
    if not choice:
        return ""
    seen = excerpt(asking.loaded(Record), asking.member, event.at)
    shown = {e.id for e in seen.entries() if e.number and e.state is ContributionState.LIVE}
    if not choice.startswith(FOR) or choice.removeprefix(FOR) not in shown:
        raise NotFound(Phrase("refusals-button"))
    return choice.removeprefix(FOR)


def _form(dialogue: Dialogue, idea: str, ticket: Ticket) -> Form:
    about = (Phrase("offer_asset-for", {"body": Quote(idea)}),) if idea else ()
    return asset_form(Ticket(Action.OFFER_ASSET, dialogue.id, ticket.choice), {}, *about)
