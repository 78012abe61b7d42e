"""Everything that leaves the bot, held against the plain model."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import FileKind
from storage.database import FILE_NAME
from storage.ledger import verify_all
from tests.fakes.group import Group, key_of
from tests.promises.outputs import (
    NAMES, Heard, Shown, entries_of_html, entries_of_markdown, export, files_of, hear, read_channel,
    record_of, rows_of,
)  # fmt: skip
from tests.promises.plain_model import PEOPLE, Model, Said, tokens_in

EVERYBODY = ""
"""Reads what everybody may read: the channel, and files that are handed on."""

Audit = Callable[[Group, Model, Path], None]


def hold_against(model: Model, heard: Heard, reader: str, now: datetime, typed: set[str]) -> None:
    """Hold what somebody is told against what they may read, and each name against the one that was chosen."""
    may_read = typed | {token for said in readable(model, reader, now) for token in said.tokens}
    assert heard.tokens <= may_read, f"{reader} reads {heard.tokens - may_read}"
    by_token = model.by_token()
    for line in heard.lines:
        known = [by_token[token] for token in tokens_in(line) if token in by_token]
        if known:
            assert set(NAMES.findall(line)) <= {said.name for said in known}, line
    for id, called in heard.authors.items():
        said = model.said[id]
        assert NAMES.findall(called) == ([said.name] if said.name and said.state == "live" else []), called


def readable(model: Model, reader: str, now: datetime) -> list[Said]:
    """Return what somebody may be told; whoever has not joined is told nothing of anybody."""
    if reader not in (*model.people, "Ada", EVERYBODY):
        return []
    return model.readable(reader, now, has_seen=True)


def readers(model: Model) -> tuple[str, ...]:
    """Return those who take part; who runs the dialogue does so from the start."""
    return tuple(who for who in PEOPLE if who in model.people or who == "Ada")


# -- what people read


def each_reads_the_record(group: Group, model: Model, _folder: Path) -> None:
    """Everybody reads exactly what they may: nothing is missing, nothing is too much (C1, C8)."""
    for reader in readers(model):
        heard = hear(group.does(reader, Action.SHOW_RECORD))
        now = group.clock.at
        expected = {said.token for said in model.readable(reader, now)}
        hold_against(model, heard, reader, now, set())
        shown = len([s for s in model.said.values() if model.is_shown(reader, s, now)])
        assert heard.tokens == expected if shown <= 30 else heard.tokens <= expected, reader


def each_reads_what_needs_them(group: Group, model: Model, _folder: Path) -> None:
    """What waits for somebody tells them nothing that they may not read."""
    for reader in readers(model):
        heard = hear(group.does(reader, Action.SHOW_MINE))
        hold_against(model, heard, reader, group.clock.at, set())


def each_reads_the_rounds(group: Group, model: Model, _folder: Path) -> None:
    """One question at a time shows no more than all of them."""
    for reader in readers(model):
        for round in model.rounds:
            heard = hear(group.presses(reader, Ticket(Action.SHOW_ROUND, round)))
            now = group.clock.at
            hold_against(model, heard, reader, now, set())
            assert heard.tokens == {s.token for s in model.readable(reader, now) if s.round == round}


def each_reads_an_entry(group: Group, model: Model, _folder: Path) -> None:
    """One contribution with its trail and all its versions shows nothing to whom it is not open."""
    for place, (id, said) in enumerate(model.said.items()):
        reader = readers(model)[place % len(readers(model))]
        answer = group.presses(reader, Ticket(Action.SHOW_ENTRY, id, "versions"))
        now = group.clock.at
        hold_against(model, hear(answer), reader, now, set())
        is_shown = model.is_shown(reader, said, now)
        assert key_of(answer.reply).startswith("show_round-entry") == is_shown, key_of(answer.reply)


def each_reads_what_stays_apart(group: Group, model: Model, _folder: Path) -> None:
    """Views that differ stand side by side only for whoever may read both."""
    for reader in readers(model):
        heard = hear(group.does(reader, Action.SHOW_RECORD, "", "apart"))
        now = group.clock.at
        hold_against(model, heard, reader, now, set())
        ids = {said.id for said in model.said.values() if model.is_shown(reader, said, now)}
        live = {said.id for said in model.readable(reader, now)}
        pairs = [pair for pair in model.apart if ids.issuperset(pair)][-10:]
        assert heard.tokens == {model.said[id].token for pair in pairs for id in pair if id in live}


def everybody_reads_the_channel(group: Group, model: Model, _folder: Path) -> None:
    """What stands in the channel is for everybody, also for those who have not answered yet."""
    posts = list(read_channel(group))
    for post in posts:
        hold_against(model, post, EVERYBODY, group.clock.at, set())
    open_now = {id for id, asked in model.rounds.items() if asked.reveal == "open"}
    must_stand = {s.token for s in model.readable(EVERYBODY, group.clock.at) if s.round in open_now}
    assert must_stand <= {token for post in posts for token in post.tokens}


def everybody_reads_the_ledger(group: Group, model: Model, _folder: Path) -> None:
    """The ledger tells what was done and holds no words."""
    for reader in readers(model):
        assert hear(group.does(reader, Action.SHOW_LEDGER)).tokens == set()


# -- what is handed on


def documents(group: Group, model: Model, _folder: Path) -> None:
    """Markdown and HTML: every contribution under its number, with the name that was chosen for it."""
    for kind, read in ((FileKind.MARKDOWN, entries_of_markdown), (FileKind.HTML, entries_of_html)):
        text = export(group, kind).decode()
        seen = model.readable(EVERYBODY, group.clock.at)
        assert tokens_in(text) == {said.token for said in seen}
        for entry in read(text):
            _hold_entry_against(group, model, entry, seen)


def _hold_entry_against(group: Group, model: Model, entry: Shown, seen: list[Said]) -> None:
    with group.store.looking() as connection:
        words = "SELECT id FROM contribution WHERE number = ?"
        said = model.said[str(connection.exec_driver_sql(words, (entry.number,)).scalar())]
    assert entry.tokens == ({said.token} if said in seen else set())
    assert NAMES.findall(entry.author) == ([said.name] if said in seen and said.name else [])


def json_record(group: Group, model: Model, _folder: Path) -> None:
    """JSON: words byte for byte (C7), names as chosen (C8), and no moment that leads to an unnamed author."""
    record = record_of(export(group, FileKind.JSON))
    now = group.clock.at
    told = {each["id"]: each for round in record["rounds"] for each in round["contributions"]}
    assert set(told) == {said.id for said in model.said.values() if model.is_shown(EVERYBODY, said, now)}
    seen = model.readable(EVERYBODY, now)
    for id, each in told.items():
        _hold_told_against(model.said[id], each, is_readable=model.said[id] in seen)
    for divergence in record["divergences"]:
        assert divergence["marked_on"] >= max(str(model.said[id].shared) for id in divergence["positions"])


def _hold_told_against(said: Said, each: dict[str, Any], *, is_readable: bool) -> None:
    if not is_readable:
        assert set(each) <= {"id", "number", "state", "state_on"}, "of what is gone, only a dated marker"
        return
    assert (each["words"], each["author"], each["level"]) == (said.texts[-1], said.name, said.level)
    assert each["day"] == str(said.shared)
    assert each["at"] == (None if said.level == "unnamed" else said.at.isoformat())
    counts = list(said.stances.values())
    assert each["stances"] == {kind: counts.count(kind) for kind in ("same", "differently", "unsure")}


def table(group: Group, model: Model, _folder: Path) -> None:
    """CSV: the same words and names in a table."""
    rows = rows_of(export(group, FileKind.CSV).decode())
    seen = {said.token: said for said in model.readable(EVERYBODY, group.clock.at)}
    assert tokens_in(*(row["words"] for row in rows)) == set(seen)
    for row in rows:
        said = next((seen[token] for token in tokens_in(row["words"])), None)
        assert row["words"] == (said.texts[-1] if said else "")
        assert row["author"] == (said.name if said else "")
        assert bool(row["written_at"]) == (said is not None and said.level != "unnamed")


def open_data(group: Group, model: Model, _folder: Path) -> None:
    """Open data: only of people who said yes to it, no names, an author of its own for each unnamed statement."""
    files = files_of(export(group, FileKind.POLIS))
    everything = "".join(files.values())
    seen = [s for s in model.readable(EVERYBODY, group.clock.at) if "open_data" in model.people[s.author].uses]
    hidden = {t for s in model.said.values() if s.state == "held" for t in s.tokens}
    rows = rows_of(files["comments.csv"])
    assert {said.token for said in seen} <= tokens_in(everything) <= {s.token for s in seen} | hidden
    assert NAMES.findall(everything) == []
    by_token, authors = model.by_token(), [row["author-id"] for row in rows]
    for row in rows:
        said = next((by_token[token] for token in tokens_in(row["comment-body"])), None)
        if said and said.level == "unnamed":
            assert authors.count(row["author-id"]) == 1
            assert " 00:00:00 UTC" in row["datetime"]


def own_data(group: Group, model: Model, _folder: Path) -> None:
    """A copy of one's own data: everything of oneself that is still kept, and nothing of anybody else."""
    for reader in readers(model):
        found = tokens_in(export(group, FileKind.OWN, reader).decode())
        assert found == {t for s in model.said.values() if s.author == reader for t in s.tokens}


# -- what is kept


def rows(group: Group, model: Model, _folder: Path) -> None:
    """What is kept is what was said, once and exactly, by those who said yes (C1, C3, C7, I4)."""
    with group.store.looking() as connection:
        ask = connection.exec_driver_sql
        accounts = set(ask("SELECT account FROM member WHERE consent IS NOT NULL").scalars())
        kept = ask(
            "SELECT c.id, coalesce(m.name, ''), c.level, c.state, c.number, c.is_late FROM contribution c "
            "LEFT JOIN member m ON m.id = c.member WHERE c.kind = 'words'"
        ).all()
        bodies = ask('SELECT "of", body FROM revision ORDER BY "of", number').all()
        member_ids = set(ask("SELECT id FROM member").scalars()) | {""}
        assert set(ask("SELECT member FROM contribution").scalars()) <= member_ids
    assert accounts == {f"account-{who}" for who in model.people}
    assert {row[:4] for row in kept} == {(s.id, s.author, s.level, s.state) for s in model.said.values()}
    assert len(kept) == len(model.said)
    assert all(bool(row[4]) == (model.said[row[0]].shared is not None) for row in kept)
    assert all(bool(row[5]) == model.said[row[0]].is_late for row in kept)
    for said in model.said.values():
        assert [body for of, body in bodies if of == said.id] == said.texts
    numbers = [row[4] for row in kept if row[4]]
    assert sorted(numbers) == list(range(1, len(numbers) + 1)), "each number once, and none left out"


def bytes_of_files(group: Group, model: Model, folder: Path) -> None:
    """No byte of what was erased or never kept is in the files (I4, I5)."""
    del group
    found = b"".join(path.read_bytes() for path in sorted(folder.glob(f"{FILE_NAME}*")))
    assert [token for token in model.erased | model.never if token.encode() in found] == []


def proof(group: Group, model: Model, _folder: Path) -> None:
    """The ledger proves all of it (C6)."""
    del model
    with group.store.looking() as connection:
        assert [found for _, found in verify_all(connection).values()] == [None]


AUDITS: tuple[Audit, ...] = (
    each_reads_the_record, bytes_of_files, json_record, everybody_reads_the_channel, rows, each_reads_what_needs_them,
    proof, documents, each_reads_the_rounds, open_data, each_reads_an_entry, table, each_reads_what_stays_apart,
    own_data, everybody_reads_the_ledger,
)  # fmt: skip
