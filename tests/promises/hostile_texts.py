"""Texts that try to be something else, and what must become of them (B1 to B5 of the promises)."""

import random
import unicodedata
from collections.abc import Iterator

MOST = 4000
FILLERS = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and symbols that look like nothing at all."""

FRAGMENTS = (
    # names that would wake somebody, and the links and times of platforms
    "@everyone", "@here", "＠everyone", "<@123>", "<@!123>", "<@&456>", "<#789>", "<!channel>", "<!here>",
    "<!subteam^S1|team>", "</start:99>", "<t:1700000000:R>", "<id:home>", "<https://evil.example|safe>",
    # formulas
    "=cmd|' /C calc'!A0", "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "＝1+1", "＋1", "－1", "＠SUM",
    "'=1",
    "''=1", " =1", "\ufeff=1", "\u200b=1", ";=1", '","=1', '"', '""',
    # HTML and what runs in it
    "<script>alert(1)</script>", "</blockquote><h1>The bot says</h1>", "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>", "<!-- ", "-->", "<style>*{display:none}</style>", "</style>", "<![CDATA[",
    "<?php",
    "&lt;b&gt;", "&amp;", "&#60;", "&#x3c;script&#x3e;", "&nbsp;", "&copy", "javascript:alert(1)",
    "</p></body>",
    # marks of Markdown and its dialects
    "# Heading", "## A", "Heading\n===", "Heading\n---", "---", "***", "___", "> quoted", ">", "```",
    "~~~", "    code",
    "\tcode", "- item", "* item", "+ item", "1. one", "2) two", "123456789. nine", "1234567890. ten",
    "- [ ] do",
    "[link](https://evil.example)", "![image](https://evil.example/x.png)", "[a]: https://evil.example",
    "[a]",
    "[a][a]", "[^1]", "[^1]: note", "<https://evil.example>", "<a@evil.example>",
    "https://evil.example/?a=b&c=d",
    "www.evil.example", "a@evil.example", "mailto:a@evil.example", "**bold**", "_it_", "*it*", "~~gone~~",
    "`code`",
    "``", "\\", "\\\\", "\\\n", "  \n", "|a|b|\n|-|-|\n|1|2|", "$x$", "$$", ":smile:", ":::",
    ": definition", "{.class}",
    "A member wrote:", "#1 · Ada", "\\*", "&#10;", "\n\n\n", "\n> \n", "\n#", "\n=", "\n-", "\n1.",
    "\n\t", "\n ",
    # templates and placeholders
    "{{7*7}}", "{% raw %}", "{# #}", "%s", "%(name)s", "${x}", "{name}", "{0.__class__}", "{ $count }",
    "#{1+1}",
    # SQL and paths
    "'; DROP TABLE contributions; --", "../../etc/passwd", "CON", "C:\\nul",
    # what turns, hides, joins or piles up
    "\u202e", "\u202d", "\u202a", "\u202c", "\u2066", "\u2067", "\u2068", "\u2069", "\u200e", "\u200f",
    "\u061c",
    "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u034f", "\u115f", "\u3164",
    "\U000e0041", "\U000e007f",
    "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", "\U0001f3f4\U000e0067",
    "\U0001f3f4",
    "👩‍👩‍👧", "👍🏽", "🇸🇪", "e\u0301", "Z\u0351\u036b\u0343\u0348\u0317" * 6, "שלום", "مرحبا", "\u2028",
    "\u2029", "\u0085",
    "\u00a0", "\u3000", "\u2003", "\ufffd", "\ufffe", "\ufdd0", "\ue000", "\U0010ffff", "\ufe0f", "ﷺ",
    "ﬁ", "\u0958",
    # controls
    "\x01", "\x07", "\x08", "\x0b", "\x0c", "\x1b[31m", "\x1c", "\x1f", "\x7f", "\x9b31m", "\r", "\r\n",
    "\n", "\t", " ",
    # plain words between them
    "a lift", "yes", "No.", "3.5 km", "e.g. this", "Ada", "ok",
)  # fmt: skip

BROKEN = ("\0", "\ud83d", "\udc00", "=1\0", "\ud800x")


def hostile_texts(count: int, chance: random.Random) -> Iterator[str]:
    """Return *count* texts, the same ones for the same *chance*."""
    return (_one(chance) for _ in range(count))


def _one(chance: random.Random) -> str:
    """Return one text: mostly fragments and chance characters, at times broken, blank or far too long."""
    lot = chance.random()
    if lot < 0.02:
        return _pieces(chance, 4) + chance.choice(BROKEN) + _pieces(chance, 4)
    if lot < 0.03:
        return "".join(
            chance.choices((" ", "\n", "\t", "\u200b", "\u0301", "\u2060", *FILLERS), k=chance.randint(0, 9))
        )
    if lot < 0.033:
        return chance.choice(FRAGMENTS) * chance.choice((MOST, MOST // 2))
    if lot < 0.0335:
        return chance.choice(("x", "Z\u0351", "😀", "\n")) * 1_000_000
    if lot < 0.04:
        return _pieces(chance, 200)
    return _pieces(chance, 7)


def _pieces(chance: random.Random, most: int) -> str:
    return "".join(_piece(chance) for _ in range(chance.randint(1, most)))


def _piece(chance: random.Random) -> str:
    if chance.random() < 0.8:
        return chance.choice(FRAGMENTS)
    return chr(
        chance.choice(
            (chance.randrange(0x20, 0x7F), chance.randrange(1, 0xD800), chance.randrange(0xE000, 0x110000))
        )
    )


def must_refuse(raw: str, most: int = MOST) -> str:
    """Return the phrase in which B1 to B4 say that a text is refused; nothing if it must be kept."""
    if len(raw) > most:
        return "refusals-text-long"
    if any(character == "\0" or 0xD800 <= ord(character) < 0xE000 for character in raw):
        return "refusals-text-broken"
    if all(map(_is_nothing, raw)):
        return "refusals-text-empty"
    return ""


def _is_nothing(character: str) -> bool:
    kind = unicodedata.category(character)
    return character.isspace() or kind[0] == "M" or kind in ("Cc", "Cf") or character in FILLERS


def is_kept_exactly(raw: str, kept: str) -> bool:
    """Whether nothing but composition, line ends and blank edges changed (C7)."""
    whole = unicodedata.normalize("NFC", raw.replace("\r\n", "\n").replace("\r", "\n"))
    return kept == kept.strip() and kept in whole and not whole.replace(kept, "", 1).strip()


def must_show(text: str) -> str:
    """Return what pages for people must show: a sign for what turns or hides (B5), for controls too."""
    shown, place = "", 0
    while place < len(text):
        flag = _flag_at(text, place)
        shown += flag or ("␣" if _hides(ord(text[place])) else text[place])
        place += len(flag) or 1
    return shown


def _flag_at(text: str, place: int) -> str:
    """Return the flag of a part of a land that begins here, which is written in invisible tags."""
    if text[place] != "\U0001f3f4":
        return ""
    tags = text[place + 1 : place + 8].partition("\U000e007f")
    named = [chr(ord(tag) - 0xE0000) for tag in tags[0] if 0xE0000 < ord(tag) < 0xE0080]
    is_whole = tags[1] and len(named) == len(tags[0]) and 3 <= len(named) <= 6
    is_named = all(name in "0123456789abcdefghijklmnopqrstuvwxyz" for name in named)
    return text[place] + tags[0] + tags[1] if is_whole and is_named else ""


def _hides(number: int) -> bool:
    return (
        number in range(0x202A, 0x202F)
        or number in range(0x2066, 0x206A)
        or number in range(0xE0000, 0xE0080)
        or (number < 0x20 and number not in (9, 10))
        or 0x7F <= number < 0xA0
    )
