"""What a person reads where Discord shows its marks: a small reader of the marks that the bot can use."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime

_ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")
_MARKS = re.compile(
    r"(?P<bold>\*\*(?P<inner>.+?)\*\*)|(?P<time><t:(?P<at>-?\d+)(?::[tTdDfFsSR])?>)"
    r"|(?P<other><(?:@[!&]?\d+|#\d+|/[\w -]+:\d+|id:\w+|a?:\w+:\d+)>|@everyone|@here"
    r"|\*[^*\n]+\*|_[^_\n]+_|~~.+?~~|\|\|.+?\|\||`[^`]+`|\[[^\]]+\]\([^)]+\)|(?:https?|discord|mailto|tel)://[^\s<]+)",
    re.DOTALL,
)
_LINE = re.compile(r"(?P<quote>>>?>? )|(?P<item>\s*[-*] )|(?P<head>#{1,3} |-# )|(?P<number>\s*\d+\. )")
_HOLD = 0xF0000
"""Where signs wait that a backslash has made plain: a plane of Unicode nobody writes in."""


@dataclass(slots=True)
class Read:
    """What stands in a text for a reader."""

    lines: list[str] = field(default_factory=list)
    frames: list[str] = field(default_factory=list)
    """Quotes, each with its lines."""
    marks: set[str] = field(default_factory=set)
    """Everything that was more than plain text."""

    @property
    def text(self) -> str:
        """Everything that can be read, without its marks."""
        return "\n".join(self.lines)


def read(text: str) -> Read:
    """Read a text as Discord shows it."""
    found, in_quote = Read(), False
    held = _ESCAPE.sub(lambda sign: chr(_HOLD + ord(sign[1])) if ord(sign[1]) < 0x80 else sign[0], text)
    for line in held.split("\n"):
        start = _LINE.match(line)
        kind = start.lastgroup if start else ""
        bare = line[start.end() :] if start else line
        bare = "" if line == ">" else bare
        if kind:
            found.marks.add(kind)
        shown = _plain(_MARKS.sub(lambda mark: _shown(mark, found), bare))
        if kind == "quote":
            if in_quote:
                found.frames[-1] += "\n" + shown
            else:
                found.frames.append(shown)
        in_quote = kind == "quote"
        found.lines.append(shown)
    return found


def _shown(mark: re.Match[str], found: Read) -> str:
    if mark["bold"]:
        found.marks.add("bold")
        return mark["inner"]
    if mark["time"]:
        found.marks.add("time")
        return datetime.fromtimestamp(int(mark["at"]), UTC).strftime("%d %B %Y %H:%M")
    found.marks.add(mark["other"])
    return mark[0]


def _plain(text: str) -> str:
    return "".join(chr(ord(sign) - _HOLD) if _HOLD <= ord(sign) < _HOLD + 0x80 else sign for sign in text)
