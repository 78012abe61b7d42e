"""The chained list of acts and of words: what was done, when and by whom, without the words themselves."""

import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from bot.identifiers import DialogueId

_AS_JSON = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))
FIRST_HEAD = "0" * 64
"""What the first entry of a chain follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerEntry:
    """
    One entry of a dialogue's chain.

    An *act* names actor, action, target and moment. A *words* entry names a random id, the day and
    the level, never an actor or a time of day, so that the chain leads from no word to a person.
    """

    dialogue: DialogueId
    number: int
    kind: str
    """`act`, `contribution`, `revision`, `withdrawal`, `appeal`, `statement`, `response` or `note`."""
    id: str
    """The id of what the commitment is of; for an act without a reason, a random id."""
    on: str
    """The moment of an act, or the day of words."""
    actor: str = ""
    action: str = ""
    target: str = ""
    level: str = ""
    commitment: str = ""
    head: str = ""
    """The hash of this entry and of the head before it."""


def head_after(head: str, entry: LedgerEntry) -> str:
    """Return the head of the chain after *entry*, when *head* was the head before it."""
    fields = (
        entry.dialogue, entry.number, entry.kind, entry.id, entry.on,
        entry.actor, entry.action, entry.target, entry.level, entry.commitment,
    )  # fmt: skip
    body = _AS_JSON.encode(fields)
    return sha256(f"{head}\n{body}".encode()).hexdigest()


def commitment_of(salt: bytes, text: str) -> str:
    """Return what proves *text* while its salt is kept, and nothing once text and salt are destroyed."""
    return hmac.digest(salt, text.encode(), "sha256").hex()


@dataclass(frozen=True, slots=True)
class Sealed:
    """A text behind a commitment, with the salt that proves it."""

    text: str
    salt: bytes


@dataclass(frozen=True, slots=True)
class Mismatch:
    """The first entry that does not match what is stored, and what it is about."""

    number: int
    about: str


def first_mismatch(
    entries: tuple[LedgerEntry, ...],
    sealed: Mapping[str, Sealed],
    erased: frozenset[str],
    head: str,
) -> Mismatch | None:
    """
    Walk a chain from its start and return the first entry that does not match, or nothing.

    *sealed* holds texts and salts by id, *erased* the ids whose text was erased on purpose, *head*
    the head that was noted apart from the entries.
    """
    last = FIRST_HEAD
    for number, entry in enumerate(entries, start=1):
        wrong = _wrong_in_chain(number, last, entry) or _wrong_in_text(entry, sealed, erased)
        if wrong:
            return Mismatch(number, wrong)
        last = entry.head
    end = len(entries) + 1
    if last != head:
        return Mismatch(end, "entries are missing at the end")
    proven = {entry.id for entry in entries if entry.commitment and entry.id not in erased}
    if unknown := set(sealed) - proven:
        return Mismatch(end, f"{len(unknown)} stored text without an entry")
    return None


def _wrong_in_chain(number: int, last: str, entry: LedgerEntry) -> str:
    if entry.number != number:
        return "an entry is missing here"
    if head_after(last, entry) != entry.head:
        return f"the entry itself ({entry.action or entry.kind})"
    return ""


def _wrong_in_text(entry: LedgerEntry, sealed: Mapping[str, Sealed], erased: frozenset[str]) -> str:
    if not entry.commitment or entry.id in erased:
        return ""
    about = "reason" if entry.kind == "act" else entry.kind
    text = sealed.get(entry.id)
    if text is None:
        return f"the text of a {about} is gone, and no erasure is noted"
    return "" if commitment_of(text.salt, text.text) == entry.commitment else f"the text or salt of a {about}"
