"""Everything there is at first: dialogues and people, talk, and what keeps the rest going."""

from typing import Final

import sqlalchemy as sa
from alembic import op

revision: Final = "0001"
down_revision: Final = None

TRIGGERS = (
    """
    CREATE TRIGGER ledger_is_never_changed BEFORE UPDATE ON ledger
    BEGIN SELECT RAISE(ABORT, 'the ledger is only ever appended to'); END
    """,
    """
    CREATE TRIGGER ledger_is_never_cut BEFORE DELETE ON ledger
    WHEN EXISTS (SELECT 1 FROM dialogue WHERE dialogue.id = OLD.dialogue)
    BEGIN SELECT RAISE(ABORT, 'the ledger is kept as long as its dialogue'); END
    """,
    """
    CREATE TRIGGER revision_is_never_changed BEFORE UPDATE ON revision
    BEGIN SELECT RAISE(ABORT, 'words are followed by a revision, never changed'); END
    """,
)


def upgrade() -> None:
    _dialogues_and_people()
    _rounds_and_words()
    _answers_to_each_other()
    _posts_and_plans()
    _ledger()
    if op.get_bind().dialect.name == "sqlite":  # on PostgreSQL they are part of the walls
        for trigger in TRIGGERS:
            op.execute(trigger)


def _text(name: str, *, is_key: bool = False, may_be_empty: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.String(), primary_key=is_key, nullable=may_be_empty)


def _number(name: str, *, is_key: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), primary_key=is_key, nullable=False)


def _moment(name: str, *, may_be_empty: bool = False) -> sa.Column[int]:
    """Microseconds since 1970."""
    return sa.Column(name, sa.BigInteger(), nullable=may_be_empty)


def _yes_or_no(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False)


def _salt() -> sa.Column[bytes]:
    return sa.Column("salt", sa.LargeBinary(), nullable=False)


def _of(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([table], [f"{table}.id"])


def _dialogues_and_people() -> None:
    op.create_table(
        "dialogue",
        _text("id", is_key=True), _text("workspace"), _number("version"), _text("place"), _text("started_by"),
        _moment("started_at"), _text("title"), _text("purpose"), _text("decides"), _text("constraints"),
        _text("support"), _text("zone"), _text("language"), _text("levels"), _text("keeping"),
        _text("run_by"),
        _text("state"), _moment("opened_at", may_be_empty=True), _moment("closed_at", may_be_empty=True),
        _number("facts"), _yes_or_no("is_example"), _text("framework"),
    )  # fmt: skip
    op.create_index("dialogue_in_place", "dialogue", ["workspace", "place", "state"])
    op.create_table(
        "member",
        _text("id", is_key=True), _text("workspace"), _number("version"), _text("dialogue"), _text("account"),
        _text("name"), _text("role"), _moment("joined_at"), _text("consent", may_be_empty=True),
        _text("chosen_name"), _text("level", may_be_empty=True), _text("language"), _text("zone"),
        _text("quiet"),
        _yes_or_no("has_left"), _of("dialogue"),
    )  # fmt: skip
    op.create_index("member_by_account", "member", ["workspace", "account", "dialogue"], unique=True)
    op.create_index("ix_member_dialogue", "member", ["dialogue"])


def _rounds_and_words() -> None:
    op.create_table(
        "round",
        _text("id", is_key=True), _text("workspace"), _number("version"), _text("dialogue"), _text("place"),
        _number("number"), _text("question"), _text("mechanism"), _text("theme"), _text("prompt"),
        _text("reveal"), _text("levels"), _moment("opened_at", may_be_empty=True), _moment("closes_at"),
        _moment("closed_at", may_be_empty=True), _of("dialogue"),
    )  # fmt: skip
    op.create_index("round_by_number", "round", ["dialogue", "number"])
    op.create_table(
        "contribution",
        _text("id", is_key=True), _text("workspace"), _number("version"), _text("dialogue"), _text("round"),
        _number("number"), _text("member"), _text("level"), _text("shown_name"), _text("kind"),
        _moment("made_at"), _text("shared_on", may_be_empty=True), _yes_or_no("is_late"),
        _yes_or_no("is_new_to_me"), _text("to", may_be_empty=True), _text("turn", may_be_empty=True),
        _number("edits"), _text("state"), _text("state_on", may_be_empty=True),
        _yes_or_no("stays_in_open_data"), _of("dialogue"), _of("round"),
        sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index("contribution_by_number", "contribution", ["dialogue", "number"])
    op.create_index("contribution_by_member", "contribution", ["member", "made_at", "kind"])
    op.create_index("ix_contribution_round", "contribution", ["round"])
    op.create_table(
        "revision",
        _text("id", is_key=True), _text("workspace"), _text("of"), _text("dialogue"), _number("number"),
        _text("body"), _salt(), _moment("made_at"), _of("dialogue"),
        sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index("revision_of", "revision", ["of", "number"])
    op.create_index("ix_revision_dialogue", "revision", ["dialogue"])


def _answers_to_each_other() -> None:
    op.create_table(
        "stance",
        _text("contribution", is_key=True), _text("member", is_key=True), _text("workspace"),
        _text("dialogue"),
        _text("kind"), _moment("made_at"), _of("contribution"), _of("dialogue"),
        sqlite_with_rowid=False,
    )  # fmt: skip
    op.create_index("stance_by_member", "stance", ["member", "made_at"])
    op.create_index("ix_stance_dialogue", "stance", ["dialogue"])
    op.create_table(
        "divergence",
        _text("id", is_key=True), _text("workspace"), _number("version"), _text("dialogue"),
        _text("positions"),
        _text("marked_by"), _moment("made_at"), _text("state"), _text("agreed_by"), _of("dialogue"),
    )  # fmt: skip
    op.create_index("ix_divergence_dialogue", "divergence", ["dialogue"])
    op.create_table(
        "appeal",
        _text("id", is_key=True), _text("workspace"), _number("version"), _text("dialogue"), _text("member"),
        _text("about", may_be_empty=True), _moment("made_at"), _moment("answered_at", may_be_empty=True),
        _of("dialogue"),
    )  # fmt: skip
    op.create_index("ix_appeal_dialogue", "appeal", ["dialogue"])


def _posts_and_plans() -> None:
    op.create_table(
        "inbox", _text("id", is_key=True), _text("workspace"), _moment("at"), sqlite_with_rowid=False
    )
    op.create_table(
        "post",
        _text("id", is_key=True), _text("workspace"), _text("dialogue"), _text("place"),
        _text("message", may_be_empty=True), _number("edition"), _text("state"), _moment("due"),
        _moment("made_at"), _number("attempts"), _text("remote"), _moment("lease_until"), _number("fence"),
        _of("dialogue"),
    )  # fmt: skip
    op.create_index("post_due", "post", ["state", "due"])
    op.create_index("post_in_place", "post", ["workspace", "place", "made_at"])
    op.create_index("ix_post_dialogue", "post", ["dialogue"])
    op.create_table(
        "occurrence",
        _text("id", is_key=True), _text("workspace"), _text("dialogue"), _text("ticket"), _text("day"),
        _text("time"), _text("zone"), _moment("due"), _yes_or_no("is_done"), _of("dialogue"),
    )  # fmt: skip
    op.create_index("occurrence_due", "occurrence", ["is_done", "due"])
    op.create_index("ix_occurrence_dialogue", "occurrence", ["dialogue"])
    op.create_table(
        "waiting",
        _text("id", is_key=True), _text("workspace"), _text("dialogue"), _text("member"), _text("phrase"),
        _text("action"), _text("subject"), _moment("made_at"), _yes_or_no("is_told"), _of("dialogue"),
    )  # fmt: skip
    op.create_index("waiting_for", "waiting", ["member", "made_at"])
    op.create_index("ix_waiting_dialogue", "waiting", ["dialogue"])
    op.create_index("ix_waiting_subject", "waiting", ["subject"])


def _ledger() -> None:
    op.create_table(
        "ledger",
        _text("dialogue", is_key=True), _number("number", is_key=True), _text("workspace"), _text("kind"),
        _text("id"), _text("on"), _text("actor"), _text("action"), _text("target"), _text("level"),
        _text("commitment"), _text("head"),
    )  # fmt: skip
    op.create_table(
        "ledger_head", _text("dialogue", is_key=True), _text("workspace"), _number("number"), _text("head")
    )
    op.create_table(
        "reason",
        _text("id", is_key=True), _text("workspace"), _text("dialogue"), _text("body"), _salt(),
        _of("dialogue"),
    )  # fmt: skip
    op.create_index("ix_reason_dialogue", "reason", ["dialogue"])
    op.create_table(
        "erasure",
        _text("id", is_key=True),
        _text("workspace"),
        _text("dialogue"),
        _text("on"),
        _of("dialogue"),
    )
    op.create_index("ix_erasure_dialogue", "erasure", ["dialogue"])
