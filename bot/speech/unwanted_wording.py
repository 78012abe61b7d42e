"""Wording that promises too much, ranks people or hurries them, and what to say instead (`house.md` 17)."""

import re
from collections.abc import Iterator

_INSTEAD = {
    r"%|\bper ?cent\b": 'no percentages; counts say it: "Confirmed: 14. Still open: 3."',
    r"\bapproved\b": 'say for how long, and who sees it differently: "Agreed for now, review on 3 May."',
    r"\bconflicts? (?:is |was |has been )?resolved\b": '"Two views, both kept."',
    r"\banonym": "somebody can always be linked to their words; say by whom",
    r"\beasy read\b": '"Plain language"; the other is a trained craft',
    r"\bvalidated\b|\bevidence[- ]based\b": '"EAA is an early theory under test."',
    r"\bthe group has (?:decided|agreed)\b": '"The counts read like this. Does the group read it this way?"',
    r"\bagree(?:s|d)? by default\b": 'silence is silence: "No answer from 4."',
    r"\bdialogue (?:is )?complete\b": '"Views collected; we have not talked yet."',
    r"\b(?:leaderboards?|streaks?|badges?)\b": "nobody is ranked here",
    r"\b(?:well done|great job|good job|congratulations)\b": "the bot thanks; it does not praise",
    r"\b(?:hurry|last chance)\b": "the bot invites; it does not hurry",
}
_UNWANTED = tuple((re.compile(pattern, re.IGNORECASE), instead) for pattern, instead in _INSTEAD.items())


def unwanted_in(text: str) -> Iterator[tuple[int, str]]:
    """Return the line of every wording that we do not use, and what to say instead."""
    for number, line in enumerate(text.split("\n"), start=1):
        for pattern, instead in _UNWANTED:
            if found := pattern.search(line):
                yield number, f'we do not say "{found[0]}"; {instead}'
