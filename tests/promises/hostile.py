"""The drill of hostile texts: in where texts are read, out through every writer, read back as plain text."""

import csv
import io
import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, cast

from bot.dialogue.excerpts import Purpose
from bot.dialogue.texts import read_text
from bot.errors import Unreadable
from bot.exports.own_data import write_own_data
from bot.exports.record_document import record_document
from bot.exports.to_csv import write_csv
from bot.exports.to_html import write_html
from bot.exports.to_json import write_json
from bot.exports.to_markdown import write_markdown
from bot.exports.to_polis import write_polis
from bot.identifiers import MemberId
from tests.bot.exports.records import LATER, Talk, apart, changed, english, make_dialogue, make_round, said
from tests.promises.hostile_on_discord import check_discord
from tests.promises.hostile_on_slack import check_slack
from tests.promises.hostile_statements import try_statements
from tests.promises.hostile_texts import hostile_texts, is_kept_exactly, must_refuse, must_show
from tests.promises.reading_back import (
    read_csv,
    read_html,
    read_json,
    read_markdown,
    without_apostrophe,
    without_apostrophes,
)

IN_A_FILE = 200
"""How many texts stand in one record; few enough to find the one that fails, many enough to be quick."""
NAME_LENGTH = 32
SEED = bytes(range(32))


def drill(count: int, seed: int) -> Mapping[str, int]:
    """Try *count* texts and return how many were refused, in which words, and how many were written."""
    counts, texts = Counter[str](), hostile_texts(count, random.Random(seed))
    while batch := list(islice(texts, IN_A_FILE)):
        kept = list(read_in(batch, counts))
        if len(kept) > 1:
            try_every_writer(kept)
            try_statements(kept, names_of(kept))
            counts["written and read back"] += len(kept)
    return counts


def read_in(batch: Sequence[str], counts: Counter[str]) -> Iterator[str]:
    """Read texts in, and hold what is refused or kept against B1 to B4 and C7."""
    for raw in batch:
        kept, refused = read_or_refuse(raw)
        assert refused == must_refuse(raw), f"refused as {refused!r}: {raw[:80]!r}"
        if refused:
            counts[refused] += 1
        else:
            assert is_kept_exactly(raw, kept), f"changed: {raw[:80]!r} became {kept[:80]!r}"
            yield kept


def read_or_refuse(raw: str) -> tuple[str, str]:
    """Return the text as it is kept, or the phrase in which it is refused."""
    try:
        return read_text(raw), ""
    except Unreadable as refusal:
        return "", refusal.phrase.key


def try_every_writer(texts: Sequence[str]) -> None:
    """Write a record that says *texts*, also as names, title and question, in every format; read it back."""
    talk, names = talk_of(texts)
    document = record_document(talk.excerpt(), english(), LATER)
    check_markdown("".join(write_markdown(document, english())), talk, texts, names)
    check_html("".join(write_html(document, english())), talk, texts, names)
    check_csv("".join(write_csv(talk.excerpt())), texts, names)
    check_json("".join(write_json(talk.excerpt(), LATER)), talk, texts, names)
    check_polis(write_polis(talk.excerpt(Purpose.OPEN_DATA), SEED), talk, texts)
    check_slack(texts[::2])
    check_discord(texts[1::2])
    own = json.loads(write_own_data(talk.record(), MemberId("ada"), (), LATER))
    assert [each["revisions"][0]["words"] for each in own["contributions"]] == list(texts), "own data"


def talk_of(texts: Sequence[str]) -> tuple[Talk, list[str]]:
    """Return a dialogue in which everything that people typed is one of *texts*, and the names they have."""
    names = names_of(texts)
    return (
        Talk(
            said=tuple(
                changed(said(number, text), shown_name=name)
                for number, (text, name) in enumerate(zip(texts, names, strict=True), start=1)
            ),
            dialogue=make_dialogue(title=texts[0], purpose=texts[1], decides=texts[-1]),
            rounds=(make_round(question=texts[-1]),),
            divergences=(apart(1, 2),),
        ),
        names,
    )


def names_of(texts: Sequence[str]) -> list[str]:
    """Return each text as somebody would try to be called by it."""
    return [" ".join(text.split())[:NAME_LENGTH].strip() or "Ada" for text in texts]


def check_markdown(markdown: str, talk: Talk, texts: Sequence[str], names: Sequence[str]) -> None:
    """Hold what a reader of Markdown finds against what was said."""
    read = read_markdown(markdown)
    title, question = must_show(talk.dialogue.title), must_show(talk.rounds[0].question)
    assert read.frames == [question, *map(must_show, texts), *map(must_show, texts[:2])]
    assert read.headings[0] == title
    assert read.headings[4 : 4 + len(texts)] == list(titles(names))
    assert read.cells[0] == f"What it is for: {must_show(talk.dialogue.purpose)}"


def check_html(html: str, talk: Talk, texts: Sequence[str], names: Sequence[str]) -> None:
    """Hold what a reader of HTML finds against what was said."""
    read = read_html(html).read
    title, question = must_show(talk.dialogue.title), must_show(talk.rounds[0].question)
    assert read.frames == [question, *map(must_show, texts), *map(must_show, texts[:2])]
    assert read.headings[0] == title
    assert read.headings[4 : 4 + len(texts)] == list(titles(names))
    assert read.cells[0] == must_show(talk.dialogue.purpose)


def titles(names: Sequence[str]) -> Iterator[str]:
    """Return what stands over each contribution; all in a record of this drill are Ada's, who runs it."""
    return (f"{number} · {must_show(name)} (facilitator)" for number, name in enumerate(names, start=1))


def check_csv(text: str, texts: Sequence[str], names: Sequence[str]) -> None:
    """Hold what a spreadsheet finds against what was said."""
    rows = [without_apostrophes(row) for row in read_csv(text)]
    assert [row["words"] for row in rows] == list(texts)
    assert [row["author"] for row in rows] == list(names)
    assert {row["question"] for row in rows} == {texts[-1]}


def check_json(text: str, talk: Talk, texts: Sequence[str], names: Sequence[str]) -> None:
    """Hold what any program finds against what was said."""
    told = cast("dict[str, Any]", read_json(text))
    contributions = told["rounds"][0]["contributions"]
    assert [each["words"] for each in contributions] == list(texts)
    assert [each["author"] for each in contributions] == list(names)
    assert told["dialogue"]["title"] == talk.dialogue.title


def check_polis(files: Mapping[str, str], talk: Talk, texts: Sequence[str]) -> None:
    """Hold what a reader of open data finds against what was said; the order is drawn anew."""
    rows = read_csv(files["comments.csv"])
    assert sorted(without_apostrophe(row["comment-body"]) for row in rows) == sorted(texts)
    told = dict(csv.reader(io.StringIO(files["summary.csv"], newline="")))
    assert without_apostrophe(told["topic"]) == talk.dialogue.title
    assert without_apostrophe(told["conversation-description"]) == talk.dialogue.purpose
