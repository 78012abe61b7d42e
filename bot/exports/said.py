"""Somebody's words as they stand in a document, with what is said over and under them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Somebody's words with a title, or what stands in their place."""

    title: str
    words: str
    marker: str = ""
    below: tuple[str, ...] = ()
