"""How what people bring stands in front of the group, and the form in which they say it."""

from collections.abc import Iterator, Mapping

from bot.dialogue.assets import (
    ASSET_MOST,
    LIMITS_MOST,
    Asset,
    AssetExcerpt,
    AssetKind,
    Audience,
    MayContact,
    OfferedAs,
)
from bot.dialogue.texts import read_text
from bot.dialogue.tickets import Action, Ticket
from bot.errors import Refusal
from bot.speech.messages import Choice, Field, FieldKind, Form, Message, Option
from bot.words import Part, Phrase, Quote, Value

ASSET, KIND, OFFERED_AS, LIMITS, MAY_CONTACT = "asset", "kind", "offered_as", "limits", "may_contact"


def asset_form(ticket: Ticket, values: Mapping[str, str], *intro: Phrase) -> Form:
    """Return the form of `domain.md` 8.3; how its author is shown is asked twice, afterwards."""
    kinds = tuple(Option(kind, Phrase(f"show_assets-{kind}-kind")) for kind in AssetKind)
    offered = tuple(Option(each, Phrase(f"show_assets-{each}-option")) for each in OfferedAs)
    contact = tuple(Option(each, Phrase(f"show_assets-{each}-contact")) for each in MayContact)
    what, long, one_of = Phrase("offer_asset-asset-field"), FieldKind.PARAGRAPH, FieldKind.ONE_OF
    limits = Phrase("offer_asset-limits-field")
    return Form(
        title=Phrase("offer_asset-title"),
        ticket=ticket,
        intro=(Phrase("offer_asset-intro"), *intro),
        fields=(
            Field(id=ASSET, label=what, kind=long, most=ASSET_MOST),
            Field(id=KIND, label=Phrase("offer_asset-kind-field"), kind=one_of, options=kinds),
            Field(id=OFFERED_AS, label=Phrase("offer_asset-as-field"), kind=one_of, options=offered),
            Field(id=LIMITS, label=limits, kind=long, is_required=False, most=LIMITS_MOST),
            Field(id=MAY_CONTACT, label=Phrase("offer_asset-contact-field"), kind=one_of, options=contact),
        ),
        values=values,
    )


def read_asset(answers: Mapping[str, str], problems: dict[str, Phrase]) -> tuple[str, str]:
    """Read what it is and its limits; what is wrong or not chosen is noted beside its field."""
    for field, known in ((KIND, AssetKind), (OFFERED_AS, OfferedAs), (MAY_CONTACT, MayContact)):
        if answers.get(field, "") not in set(known):
            problems[field] = Phrase("offer_asset-not-chosen")
    return _read(answers, ASSET, ASSET_MOST, problems), _read(answers, LIMITS, LIMITS_MOST, problems)


def _read(answers: Mapping[str, str], field: str, most: int, problems: dict[str, Phrase]) -> str:
    typed = answers.get(field, "")
    if field == LIMITS and not typed.strip():
        return ""
    try:
        return read_text(typed, most)
    except Refusal as refusal:
        problems[field] = refusal.phrase
        return ""


def asset_phrase(asset: Asset) -> Phrase:
    """Return one entry with all that its author said about it."""
    by = Phrase("show_assets-by", {"author": Quote(asset.id, Part.AUTHOR)})
    values: dict[str, Value] = {
        "kind": Phrase(f"show_assets-{asset.kind}-kind"),
        "offered": Phrase(f"show_assets-{asset.offered_as}-option"),
        "body": Quote(asset.id),
        "by": by,
        "contact": Phrase(f"show_assets-{asset.may_contact}-contact"),
    }
    return Phrase("show_assets-entry", values)


def asset_message(seen: AssetExcerpt, *, may_change: bool) -> Message:
    """Return one entry; only its author finds what changes it or takes it away."""
    asset = seen.asset
    choices = tuple(author_choices(asset)) if seen.is_own and may_change else ()
    below = list(_beside(asset))
    return Message(asset_phrase(asset), choices, tuple(below))


def _beside(asset: Asset) -> Iterator[Message]:
    if asset.limits:
        yield Message(Phrase("show_assets-limits", {"limits": Quote(asset.id, Part.LIMITS)}))
    if asset.offered_for:
        values = {"number": Quote(asset.offered_for, Part.NUMBER)}
        yield Message(Phrase("show_assets-for", values))
    if asset.audience is not Audience.GROUP:
        yield Message(Phrase(f"show_assets-{asset.audience}-sees"))


def author_choices(asset: Asset) -> Iterator[Choice]:
    """Return what an author can do with an entry."""
    if asset.audience is not Audience.GROUP:
        yield Choice(Phrase("share_asset-choice"), Ticket(Action.SHARE_ASSET, asset.id))
    yield Choice(Phrase("change_asset-choice"), Ticket(Action.CHANGE_ASSET, asset.id))
    yield Choice(Phrase("withdraw_asset-choice"), Ticket(Action.WITHDRAW_ASSET, asset.id))
