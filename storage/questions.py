"""The questions that every event asks, each worded once."""

from sqlalchemy import bindparam, func, select, update

from bot.dialogue.contributions import ContributionKind
from bot.dialogue.members import Role
from storage.schema import T

HANDLED = select(T.inbox.c.id).where(T.inbox.c.id.in_(bindparam("ids", expanding=True)))
MEMBERS = select(T.member).where(
    T.member.c.workspace == bindparam("workspace"),
    T.member.c.account.in_(bindparam("accounts", expanding=True)),
)
RECENT = (
    select(
        T.contribution.c.member, T.contribution.c.id, T.contribution.c.round, T.contribution.c.number,
        T.contribution.c.made_at, T.revision.c.body,
    )
    .outerjoin(
        T.revision,
        (T.revision.c.of == T.contribution.c.id) & (T.revision.c.number == 1)
        & (T.contribution.c.made_at > bindparam("minutes")),
    )
    .where(
        T.contribution.c.member.in_(bindparam("members", expanding=True)),
        T.contribution.c.made_at > bindparam("day"), T.contribution.c.kind == ContributionKind.WORDS,
    )
)  # fmt: skip
COUNTS = select(
    select(func.count())
    .where(
        T.member.c.dialogue == bindparam("dialogue"), T.member.c.consent.is_not(None),
        T.member.c.role != Role.OBSERVER, ~T.member.c.has_left,
    )
    .scalar_subquery(),
    select(func.coalesce(func.max(T.contribution.c.number), 0))
    .where(T.contribution.c.dialogue == bindparam("dialogue"))
    .scalar_subquery(),
    select(func.coalesce(func.max(T.round.c.number), 0))
    .where(T.round.c.dialogue == bindparam("dialogue"))
    .scalar_subquery(),
)  # fmt: skip
HEAD = select(T.ledger_head.c.number, T.ledger_head.c.head).where(
    T.ledger_head.c.dialogue == bindparam("dialogue")
)
ANSWERED = (
    select(T.contribution.c.id)
    .where(T.contribution.c.round == bindparam("round"), T.contribution.c.member == bindparam("member"))
    .limit(1)
)
STANCES = select(func.count().label("count")).where(
    T.stance.c.member == bindparam("member"), T.stance.c.made_at > bindparam("after")
)
WAITS = (
    select(T.waiting.c.member).distinct().where(T.waiting.c.member.in_(bindparam("members", expanding=True)))
)
UNTOLD = select(T.waiting).where(T.waiting.c.member == bindparam("member"), ~T.waiting.c.is_told)
TELL = update(T.waiting).where(T.waiting.c.member == bindparam("of")).values(is_told=True)
