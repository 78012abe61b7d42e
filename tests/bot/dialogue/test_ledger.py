"""The chain of acts and words: any change shows, and says where."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue.ledger import (
    FIRST_HEAD,
    LedgerEntry,
    Mismatch,
    Sealed,
    commitment_of,
    first_mismatch,
    head_after,
)
from tests.people import GARDEN

NOTHING_ERASED: frozenset[str] = frozenset()
SEALED = {"words-1": Sealed("A lift.", b"salt 1"), "reason-2": Sealed("Closed early.", b"salt 2")}


def chained(*entries: LedgerEntry) -> tuple[LedgerEntry, ...]:
    """Return the entries with their numbers and heads."""
    head, chain = FIRST_HEAD, []
    for number, entry in enumerate(entries, start=1):
        numbered = replace(entry, number=number)
        head = head_after(head, numbered)
        chain.append(replace(numbered, head=head))
    return tuple(chain)


def entry(kind: str, id: str, *, on: str = "2026-05-04", action: str = "", actor: str = "") -> LedgerEntry:
    """Return an entry that commits to what is sealed under its id."""
    text = SEALED.get(id)
    commitment = commitment_of(text.salt, text.text) if text else ""
    return LedgerEntry(
        dialogue=GARDEN.id,
        number=0,
        kind=kind,
        id=id,
        on=on,
        actor=actor,
        action=action,
        commitment=commitment,
    )


CHAIN = chained(
    entry("contribution", "words-1"),
    entry("act", "reason-2", on="2026-05-04T12:00:00+00:00", action="close_round", actor="ada"),
    entry("act", "random-3", on="2026-05-04T12:01:00+00:00", action="export", actor="ada"),
)
HEAD = CHAIN[-1].head


def test_a_chain_as_it_was_written_holds() -> None:
    """The proof says yes only to what nobody touched."""
    assert first_mismatch(CHAIN, SEALED, NOTHING_ERASED, HEAD) is None


def test_an_empty_chain_holds() -> None:
    """A dialogue in which nothing was done yet has nothing to prove."""
    assert first_mismatch((), {}, NOTHING_ERASED, FIRST_HEAD) is None


@pytest.mark.parametrize(
    "field", ["dialogue", "kind", "id", "on", "actor", "action", "target", "level", "commitment"]
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_every_field_of_every_entry_is_proved(place: int, field: str) -> None:
    """A changed day, actor or level must show as much as a changed word."""
    changed = [*CHAIN]
    changed[place] = replace(changed[place], **{field: "changed"})  # type: ignore[arg-type]

    mismatch = first_mismatch(tuple(changed), SEALED, NOTHING_ERASED, HEAD)

    assert mismatch is not None
    assert mismatch.number == place + 1
    assert mismatch.about.startswith("the entry itself")


def test_a_changed_text_is_named() -> None:
    """Whoever runs `verify` must learn what to look at."""
    sealed = SEALED | {"words-1": Sealed("A ramp.", b"salt 1")}

    assert first_mismatch(CHAIN, sealed, NOTHING_ERASED, HEAD) == Mismatch(
        1, "the text or salt of a contribution"
    )


def test_a_changed_salt_is_named() -> None:
    """Without its salt a text proves nothing."""
    sealed = SEALED | {"reason-2": Sealed("Closed early.", b"salt 3")}

    assert first_mismatch(CHAIN, sealed, NOTHING_ERASED, HEAD) == Mismatch(2, "the text or salt of a reason")


def test_a_text_that_vanished_is_named() -> None:
    """Words may go only by an erasure that is noted."""
    sealed = {"reason-2": SEALED["reason-2"]}

    mismatch = first_mismatch(CHAIN, sealed, NOTHING_ERASED, HEAD)

    assert mismatch == Mismatch(1, "the text of a contribution is gone, and no erasure is noted")


def test_an_erased_text_leaves_the_chain_whole() -> None:
    """The right to erasure and an honest record agree: text and salt are gone, the entry stays."""
    sealed = {"reason-2": SEALED["reason-2"]}

    assert first_mismatch(CHAIN, sealed, frozenset({"words-1"}), HEAD) is None


def test_a_missing_entry_is_named() -> None:
    """Leaving something out in the middle breaks the numbers."""
    assert first_mismatch((CHAIN[0], CHAIN[2]), SEALED, NOTHING_ERASED, HEAD) == Mismatch(
        2, "an entry is missing here"
    )


def test_missing_entries_at_the_end_are_noticed() -> None:
    """The head was noted apart from the entries, and stands in every export."""
    mismatch = first_mismatch(CHAIN[:2], SEALED, NOTHING_ERASED, HEAD)

    assert mismatch == Mismatch(3, "entries are missing at the end")


def test_a_text_that_no_entry_knows_is_noticed() -> None:
    """Words that were put in behind the chain's back are no part of the record."""
    sealed = SEALED | {"smuggled": Sealed("Not said here.", b"salt")}

    assert first_mismatch(CHAIN, sealed, NOTHING_ERASED, HEAD) == Mismatch(
        4, "1 stored text without an entry"
    )


def test_an_act_is_named_by_what_was_done() -> None:
    """The list of acts is read by people."""
    changed = (CHAIN[0], replace(CHAIN[1], actor="ben"), CHAIN[2])
    of_words = (replace(CHAIN[0], level="named"), *CHAIN[1:])

    assert first_mismatch(changed, SEALED, NOTHING_ERASED, HEAD) == Mismatch(
        2, "the entry itself (close_round)"
    )
    assert first_mismatch(of_words, SEALED, NOTHING_ERASED, HEAD) == Mismatch(
        1, "the entry itself (contribution)"
    )


@given(st.binary(min_size=1), st.text(), st.text())
def test_a_commitment_fits_one_text_only(salt: bytes, text: str, other: str) -> None:
    """Otherwise another text could stand in for the one that was said."""
    commitment = commitment_of(salt, text)

    assert commitment == commitment_of(salt, text)
    assert (commitment == commitment_of(salt, other)) == (text == other)


@given(
    st.lists(st.text(max_size=5), min_size=2, max_size=2),
    st.lists(st.text(max_size=5), min_size=2, max_size=2),
)
def test_fields_do_not_run_into_each_other(one: list[str], other: list[str]) -> None:
    """An actor "ab" who did "c" must not prove the same as an actor "a" who did "bc"."""
    first = replace(CHAIN[1], actor=one[0], action=one[1])
    second = replace(CHAIN[1], actor=other[0], action=other[1])

    assert (head_after(FIRST_HEAD, first) == head_after(FIRST_HEAD, second)) == (one == other)
