"""Somebody's words behind a quote, as they may be shown at this moment."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Table, func, literal, select

from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import ContributionState
from bot.dialogue.members import Role
from bot.words import Part, Phrase, Quote
from storage.schema import T

GONE: Mapping[str, str] = {
    ContributionState.WITHDRAWN: "general-withdrawn",
    ContributionState.ERASED: "general-withdrawn",
    ContributionState.HELD: "general-hidden",
}
SIGNED = (T.contribution, T.statement, T.response, T.minority_note)
"""What has words and an author of its own."""
OF_CONTRIBUTIONS = (Part.BODY, Part.AUTHOR, Part.NUMBER)


def quoted(connection: Connection, workspace: str, quotes: Collection[Quote]) -> dict[Quote, str | Phrase]:
    """Return what each quote says; words that were withdrawn, hidden or never here become a phrase."""
    by_part: dict[Part, list[str]] = defaultdict(list)
    for quote in quotes:
        by_part[quote.part].append(quote.id)
    found: dict[Quote, str | Phrase] = {quote: Phrase("general-gone") for quote in quotes}
    said = {id for part in OF_CONTRIBUTIONS for id in by_part[part]}
    if said:
        found |= _of_words(connection, workspace, quotes, said)
    for part, table, column in (
        (Part.NAME, T.member, T.member.c.name),
        (Part.QUESTION, T.round, T.round.c.question),
        (Part.RULE, T.check_in, T.check_in.c.rule),
        (Part.TITLE, T.dialogue, T.dialogue.c.title),
        (Part.PURPOSE, T.dialogue, T.dialogue.c.purpose),
        (Part.REASON, T.reason, T.reason.c.body),
    ):
        if ids := by_part[part]:
            rows = connection.execute(
                select(table.c.id, column).where(table.c.id.in_(ids), table.c.workspace == workspace)
            )
            found |= {Quote(id, part): text for id, text in rows}
    return found


def _of_words(
    connection: Connection, workspace: str, quotes: Collection[Quote], ids: Collection[str]
) -> dict[Quote, str | Phrase]:
    bodies = _latest_bodies(connection, workspace, ids)
    found: dict[Quote, str | Phrase] = {}
    for row in _signed_rows(connection, workspace, ids):
        found[Quote(row["id"], Part.NUMBER)] = (
            f"#{row['number']}" if row["number"] else Phrase("general-not-shown-yet")
        )
        found[Quote(row["id"], Part.AUTHOR)] = _author(row)
        found[Quote(row["id"], Part.BODY)] = _body(row, bodies)
    for id, body in bodies.items():  # an appeal has words, and is no contribution
        found.setdefault(Quote(id), body)
    return {quote: found[quote] for quote in quotes if quote in found}


def _signed_rows(
    connection: Connection, workspace: str, ids: Collection[str]
) -> Iterator[Mapping[str, Any]]:
    """Find what these ids stand for; most are contributions, so the other tables are seldom asked."""
    left = set(ids)
    for table in SIGNED:
        if left:
            rows = [dict(row) for row in _rows_of(connection, workspace, table, left)]
            left -= {row["id"] for row in rows}
            yield from rows


def _rows_of(connection: Connection, workspace: str, table: Table, ids: Collection[str]) -> Any:
    own = table.c
    number = own.number if "number" in own else literal(0).label("number")
    return connection.execute(
        select(own.id, number, own.level, own.shown_name, own.state, own.state_on, T.member.c.role)
        .outerjoin(T.member, T.member.c.id == own.member)
        .where(own.id.in_(ids), own.workspace == workspace)
    ).mappings()


def _latest_bodies(connection: Connection, workspace: str, ids: Iterable[str]) -> dict[str, str]:
    revision = T.revision.c
    latest = (
        select(revision.of, func.max(revision.number).label("number"))
        .where(revision.of.in_(ids), revision.workspace == workspace)
        .group_by(revision.of)
        .subquery()
    )
    rows = connection.execute(
        select(revision.of, revision.body).join(
            latest, (latest.c.of == revision.of) & (latest.c.number == revision.number)
        )
    )
    return {of: body for of, body in rows}


def _author(row: Mapping[str, Any]) -> str | Phrase:
    if row["state"] in GONE or row["level"] == Attribution.UNNAMED or not row["shown_name"]:
        return Phrase("general-a-member")
    # A mark beside a chosen name would tell whose it is, as soon as somebody's role changes.
    if row["role"] == Role.FACILITATOR and row["level"] == Attribution.NAMED:
        return Phrase("general-a-facilitator", {"name": row["shown_name"]})
    return str(row["shown_name"])


def _body(row: Mapping[str, Any], bodies: Mapping[str, str]) -> str | Phrase:
    if key := GONE.get(row["state"]):
        return Phrase(key, {"day": str(row["state_on"] or "")})
    return bodies.get(row["id"], Phrase("general-gone"))
