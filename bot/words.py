"""Our words by key (`Phrase`), a member's words by id (`Quote`)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import TypeAlias


class Part(StrEnum):
    """Which words of a stored thing a quote stands for."""

    BODY = "body"  # what a contribution says now
    AUTHOR = "author"  # how the author of a contribution is shown
    NUMBER = "number"  # the number of a contribution, written as #7
    NAME = "name"  # how a member is called in the dialogue
    QUESTION = "question"  # the exact question of a round
    ASKED = "asked"  # what a check of understanding asks
    RULE = "rule"  # who decides about a statement, and how
    FALLBACK = "fallback"  # what happens if a statement does not pass
    DECIDERS = "deciders"  # who decided about a statement, in the words of whoever recorded it
    RESULT = "result"  # what came out of a fallback
    MEASURE = "measure"  # by what a group wants to see whether something works
    BECAUSE = "because"  # why a check-in was withdrawn
    TITLE = "title"  # the title of a dialogue
    PURPOSE = "purpose"  # what a dialogue is for
    LIMITS = "limits"  # the limits of what somebody brings
    WHO = "who"  # who took something on
    WHY_NOT = "why_not"  # why a commitment was not kept
    DECIDED_BY = "decided_by"  # who decided what became of words
    WHY = "why"  # why the group went back to an earlier part of its work
    NOTICE = "notice"  # what somebody notices who interprets; BODY is what it means to them
    FEEL = "feel"  # what they feel
    ASKS = "asks"  # what it might ask of the group
    STATE = "state"  # where a line of the notes stands
    ORIGIN = "origin"  # where a line comes from, in the words of whoever drafted it
    REASON = "reason"  # the reason a facilitator or member gave for an act


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, named by the id of the thing that holds them and looked up when shown."""

    id: str
    part: Part = Part.BODY


Value: TypeAlias = "str | int | datetime | Quote | Phrase"
"""What fills a placeholder: plain text (always escaped), a count, a moment, a quote, another phrase."""

NO_VALUES: Mapping[str, Value] = MappingProxyType({})


def _no_values() -> Mapping[str, Value]:
    return NO_VALUES


@dataclass(frozen=True, slots=True)
class Phrase:
    """One of our own sentences, named by its key in `prompts/<language>/*.ftl`."""

    key: str
    values: Mapping[str, Value] = field(default_factory=_no_values)
