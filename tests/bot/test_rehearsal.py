"""A conversation that has taken place goes through the same doors as everybody, and comes out whole."""

import csv
import io
import os
import random
import unicodedata
import zipfile
from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from adapters.web.people import CHANNELS, PEOPLE, place_of
from bot.__main__ import app
from bot.composition import compose
from bot.dialogue.limits import UNLIMITED
from bot.dialogue.places import Account, Community, Place
from bot.dialogue.tickets import Action, Ticket
from bot.exports.to_csv import unguard
from bot.rehearsal import Rehearsal
from bot.speech.effects import FileKind
from bot.speech.events import Asked
from bot.speech.polis_data import Conversation, read_conversation
from storage.database import open_file, open_in_memory
from storage.ledger import verify_all
from tests.fakes.group import Group, only_ticket
from tests.fakes.line_pen import lines_of

Table = list[dict[str, str]]
DATA = os.environ.get("POLIS_DATA")
WORDS = (
    "A lift",
    "=cmd()",
    "Two lines\nof text",
    "Une idée",
    "<b>bold</b>",
    "@everyone",
    "**not bold**",
    "'quoted'",
)


def small_conversation() -> tuple[str, str]:
    """Return comments and votes of twelve made-up people, in no order, with repeats and hidden statements."""
    chance = random.Random(7)
    statements = [
        [
            str(10_000 + 10 * number),
            "x",
            str(number),
            str(number % 5),
            "0",
            "0",
            "-1" if number == 3 else "1",
            words,
        ]
        for number, words in enumerate(WORDS)
    ]
    votes = [
        [
            str(20_000 + moment),
            "x",
            str(chance.randrange(len(WORDS))),
            str(chance.randrange(12)),
            chance.choice(("1", "0", "-1")),
        ]
        for moment in range(150)
    ]
    last = {(vote[2], vote[3]): vote[4] for vote in votes}
    counts = Counter((statement, sign) for (statement, _), sign in last.items())
    for statement in statements:
        statement[4], statement[5] = str(counts[statement[2], "1"]), str(counts[statement[2], "-1"])
    chance.shuffle(statements)
    shuffled = votes[:]
    chance.shuffle(shuffled)
    return written(COMMENT_HEADER, statements), written(VOTE_HEADER, shuffled)


COMMENT_HEADER = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body"
VOTE_HEADER = "timestamp,datetime,comment-id,voter-id,vote"


def written(header: str, rows: list[list[str]]) -> str:
    """Return a table as the text of a CSV file."""
    out = io.StringIO()
    csv.writer(out).writerows([header.split(","), *rows])
    return out.getvalue()


def played(conversation: Conversation) -> tuple[Table, Table, dict[str, str]]:
    """Play a conversation; return the two tables of its Polis export, and all exports as text."""
    core = compose(open_in_memory(), UNLIMITED)
    rehearsal = Rehearsal(core.engine, conversation, Place(Community("rehearsal", "public"), "rehearsal"))
    refused = rehearsal.play(lambda _: None)
    assert refused == ()
    exports = {kind: b"".join(rehearsal.export(kind)) for kind in FileKind if kind is not FileKind.OWN}
    with core.store.looking() as connection:
        assert [mismatch for _, mismatch in verify_all(connection).values()] == [None]
    core.store.close()
    archive = zipfile.ZipFile(io.BytesIO(exports.pop(FileKind.POLIS)))
    comments, votes = (
        list(csv.DictReader(io.StringIO(archive.read(name).decode(), newline="")))
        for name in ("comments.csv", "votes.csv")
    )
    return comments, votes, {kind: content.decode() for kind, content in exports.items()}


def plain(text: str) -> str:
    """Return a text as the bot keeps it."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n")).strip()


def require_whole(conversation: Conversation, comments: Table, votes: Table) -> None:
    """Compare the export with the input: every statement, its mark, and the last vote of each person."""
    sign = conversation.agree_sign
    counts = conversation.last_votes()
    expected = Counter(
        (plain(c.body), counts[c.id][sign], counts[c.id][-sign], c.is_hidden) for c in conversation.comments
    )
    found = Counter(
        (unguard(row["comment-body"]), int(row["agrees"]), int(row["disagrees"]), row["moderated"] == "-1")
        for row in comments
    )
    assert found == expected
    people = {(vote.comment, vote.voter) for vote in conversation.votes}
    assert len(votes) == len(people) == len({(row["comment-id"], row["voter-id"]) for row in votes})


def test_a_small_conversation_comes_out_with_every_statement_and_last_vote() -> None:
    """The way the two public conversations go, on data that the test makes itself."""
    conversation = read_conversation(*small_conversation(), "topic,A small one\n")

    comments, votes, exports = played(conversation)

    require_whole(conversation, comments, votes)
    assert "A small one" in exports[FileKind.MARKDOWN]
    assert "Two lines" in exports[FileKind.HTML]


@pytest.mark.parametrize("folder", ["london.youth.policing", "15-per-hour-seattle"])
@pytest.mark.skipif(DATA is None, reason="set POLIS_DATA to the folder that holds the public conversations")
def test_a_public_conversation_comes_out_with_every_statement_and_last_vote(folder: str) -> None:
    """Real people, real texts, thousands of votes."""
    texts = (
        (Path(str(DATA)) / folder / name).read_bytes().decode()
        for name in ("comments.csv", "votes.csv", "summary.csv")
    )
    conversation = read_conversation(*texts)

    comments, votes, _ = played(conversation)

    assert conversation.problems == ()
    require_whole(conversation, comments, votes)


def test_the_command_says_what_it_did_and_what_it_left_out(tmp_path: Path) -> None:
    """Whoever rehearses sees the rows that were left out, the counts that differ, and the time it took."""
    comments, votes = small_conversation()
    (tmp_path / "comments.csv").write_text(comments, newline="")
    (tmp_path / "votes.csv").write_text(votes + "soon,x,1,2,1\n", newline="")

    result = CliRunner().invoke(app, ["rehearse", str(tmp_path), "--out", str(tmp_path / "out")])

    assert result.exit_code == 0
    assert "votes.csv, line 152: timestamp is no number" in " ".join(result.output.split())
    assert "12 people, 8 statements, 150 votes" in " ".join(result.output.split())
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        f"record.{kind}" for kind in FileKind if kind is not FileKind.OWN
    }


def test_what_was_kept_is_continued_by_hand_in_the_web_room(tmp_path: Path) -> None:
    """Its file is what `make run` opens: Ada asks on, Ben joins and answers, and what was said is there."""
    comments, votes = small_conversation()
    (tmp_path / "comments.csv").write_text(comments, newline="")
    (tmp_path / "votes.csv").write_text(votes, newline="")
    kept = tmp_path / "kept" / "counterpoint.db"
    kept.parent.mkdir()

    result = CliRunner().invoke(app, ["rehearse", str(tmp_path), "--keep", str(kept)])

    assert result.exit_code == 0
    assert f"DATA_DIR={kept.parent}" in result.output.replace("\n", "")
    group = Group(open_file(kept.parent), place=place_of(CHANNELS[-1].id))
    ada, ben = PEOPLE[0].account, PEOPLE[1].account
    with group.store.looking() as connection:
        dialogue = str(connection.exec_driver_sql("SELECT id FROM dialogue").scalar_one())
    shown = group.engine.show(as_account(group.command("Ada", Action.SHOW_RECORD), ada))
    assert "7 contributions" in "\n".join(lines_of(shown))
    form = as_account(group.form("Ada", Ticket(Action.OPEN_ROUND, dialogue, "dialogue.what"), **ASKED), ada)
    post = only_ticket(group.engine.handle(form))
    group.engine.handle(as_account(group.press("Ada", post), ada))
    group.engine.handle(as_account(group.form("Ben", group.yes_to(dialogue), uses="notes"), ben))
    said = group.form("Ben", Ticket(Action.CONTRIBUTE, post.subject), body="By hand.", level="named")
    group.engine.handle(as_account(said, ben))
    again = group.engine.show(as_account(group.command("Ben", Action.SHOW_RECORD), ben))
    assert "By hand." in "\n".join(lines_of(again))
    group.close()


ASKED = {"question": "And now?", "closes": "in 90 days", "reveal": "open", "levels": "named"}


def as_account(event: Asked, account: Account) -> Asked:
    """Let somebody of the web room do it."""
    return replace(event, account=account, at=datetime.now(UTC))


@pytest.mark.parametrize("name", ["counterpoint.db", "other.db"])
def test_a_file_that_is_there_or_would_not_be_opened_is_not_kept(tmp_path: Path, name: str) -> None:
    """Nobody's dialogue is played over, and nothing is kept that `make run` would not find."""
    comments, votes = small_conversation()
    (tmp_path / "comments.csv").write_text(comments, newline="")
    (tmp_path / "votes.csv").write_text(votes, newline="")
    (tmp_path / "counterpoint.db").write_text("somebody's")

    result = CliRunner().invoke(app, ["rehearse", str(tmp_path), "--keep", str(tmp_path / name)])

    assert result.exit_code == 2
    assert (tmp_path / "counterpoint.db").read_text() == "somebody's"


def test_a_rehearsal_has_to_leave_something(tmp_path: Path) -> None:
    """Exports or a file."""
    comments, votes = small_conversation()
    (tmp_path / "comments.csv").write_text(comments, newline="")
    (tmp_path / "votes.csv").write_text(votes, newline="")

    result = CliRunner().invoke(app, ["rehearse", str(tmp_path)])

    assert result.exit_code == 2
    assert "--keep" in result.output


def test_a_folder_without_a_conversation_is_refused_in_words(tmp_path: Path) -> None:
    """Nothing is written where there is nothing to play."""
    result = CliRunner().invoke(app, ["rehearse", str(tmp_path), "--out", str(tmp_path / "out")])

    assert result.exit_code == 2
    assert "comments.csv is not there." in " ".join(result.output.split())
    assert not (tmp_path / "out").exists()
