"""What was done here, when and by whom, and whether the chain of it holds."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from bot.dialogue.attribution import Attribution
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.ledger import LedgerEntry
from bot.dialogue.members import Role
from bot.dialogue.standing import LedgerPage
from bot.dialogue.tickets import Action
from bot.exports.labels import write_day
from bot.speech.asking import Asking
from bot.speech.effects import Effects, FileKind, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Message
from bot.words import Part, Phrase, Quote, Value

ACTS_SHOWN = 30
HEAD_SHOWN = 12
"""How much of the head is shown: enough to compare with a noted one."""
ACT = "act"

_NAMED = {
    Action.START,
    Action.OPEN_ROUND,
    Action.RETURN_TO,
    Action.CLOSE_ROUND,
    Action.HOLD,
    Action.APPOINT,
    Action.CLOSE_DIALOGUE,
    Action.ANSWER_APPEAL,
    Action.EXPORT,
    Action.LEAVE,
    Action.FOLLOW_UP,
    Action.PROPOSE,
    Action.OPEN_CHECK_IN,
    Action.CLOSE_CHECK_IN,
    Action.EXTEND_CHECK_IN,
    Action.WITHDRAW_CHECK_IN,
    Action.ENTER_COUNTS,
    Action.ASK_OBJECTOR,
    Action.DECIDE,
    Action.REVIEW,
    Action.LET_DRAFT,
    Action.UNDERSTAND,
    Action.CLOSE_UNDERSTANDING,
    Action.RECORD_UNDERSTANDING,
}
"""What has a sentence of its own."""
_ABOUT_A_STATEMENT = {
    Action.PROPOSE,
    Action.OPEN_CHECK_IN,
    Action.CLOSE_CHECK_IN,
    Action.EXTEND_CHECK_IN,
    Action.WITHDRAW_CHECK_IN,
    Action.ENTER_COUNTS,
    Action.ASK_OBJECTOR,
    Action.DECIDE,
    Action.REVIEW,
}
_WITH_AND_WITHOUT_REASON = {Action.HOLD, Action.CLOSE_DIALOGUE}
"""Acts that need a reason; without one, the entry says that they were undone."""


def show_ledger(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Show the last acts in words, words only as counts for each day, and whether the chain holds.

    Nothing here moves when somebody writes: a count that does would tell who has just written.
    """
    page = asking.loaded(LedgerPage)
    today = event.at.date().isoformat()
    acts = [entry for entry, _ in page.entries if entry.kind == ACT][-ACTS_SHOWN:]
    kept_reasons = {entry.id for entry, reason in page.entries if reason}
    at_rest = [entry for entry, _ in page.entries if entry.kind == ACT or entry.on < today]
    below = (
        *(Message(_act(entry, page, has_reason=entry.id in kept_reasons)) for entry in acts),
        *_words_a_day((e for e in at_rest if e.kind != ACT), asking.me.language or dialogue.language),
        Message(_chain(page, at_rest)),
    )
    title = Quote(dialogue.id, Part.TITLE)
    return Effects(
        reply=Say(Message(Phrase("show_ledger-acts", {"title": title, "count": len(acts)}), (), below))
    )


def target_of_role(member: str, role: Role) -> str:
    """Return how the ledger names who was given which role."""
    return f"{member}:{role}"


def _act(entry: LedgerEntry, page: LedgerPage, *, has_reason: bool) -> Phrase:
    key = "show_ledger-answer" if entry.action == Action.ANSWER_APPEAL else "show_ledger-reason"
    reason = Phrase(key, {"reason": Quote(entry.id, Part.REASON)}) if has_reason else ""
    values: dict[str, Value] = {
        "actor": _actor(entry, page),
        "at": datetime.fromisoformat(entry.on),
        "reason": reason,
        "target": _target(entry),
    }
    return Phrase(f"show_ledger-act-{_key(entry)}", values)


def _actor(entry: LedgerEntry, page: LedgerPage) -> Value:
    """Return the name; without an actor it was done on the server's own command line."""
    if not entry.actor:
        return Phrase("show_ledger-operator")
    return page.names.get(entry.actor) or Phrase("show_ledger-somebody")


def _key(entry: LedgerEntry) -> str:
    if entry.action not in _NAMED:
        return "other"
    if entry.action in _WITH_AND_WITHOUT_REASON and not entry.commitment:
        return f"{entry.action}-undone"
    role = entry.target.partition(":")[2]
    if entry.action == Action.APPOINT and role in set(Role):
        return f"appoint-{role}"
    return entry.action


def _target(entry: LedgerEntry) -> Value:
    match entry.action:
        case Action.OPEN_ROUND | Action.RETURN_TO | Action.CLOSE_ROUND:
            return Quote(entry.target, Part.QUESTION)
        case Action.HOLD:
            return Quote(entry.target, Part.NUMBER)
        case action if action in _ABOUT_A_STATEMENT or action == Action.FOLLOW_UP:
            return Quote(entry.target)
        case Action.APPOINT:
            return Quote(entry.target.partition(":")[0], Part.NAME)
        case Action.EXPORT if entry.target in set(FileKind):
            return Phrase(f"export-file-{FileKind(entry.target).name.lower()}-choice")
        case _:
            return entry.action


def _words_a_day(entries: Iterable[LedgerEntry], language: str) -> list[Message]:
    """Count words by day; those without a name are left out, since some of them may still wait."""
    counted = Counter((entry.on, entry.kind) for entry in entries if entry.level != Attribution.UNNAMED)
    return [
        Message(
            Phrase(
                "show_ledger-words",
                {
                    "day": write_day(date.fromisoformat(day), language),
                    "brought": counted[day, "contribution"],
                    "changed": counted[day, "revision"],
                    "taken_back": counted[day, "withdrawal"],
                    "appeals": counted[day, "appeal"],
                },
            )
        )
        for day in sorted({day for day, _ in counted})
    ]


def _chain(page: LedgerPage, at_rest: Sequence[LedgerEntry]) -> Phrase:
    """Say whether the chain holds, with a head to note down: that of the last act or of an earlier day."""
    if not page.holds:
        return Phrase("show_ledger-chain-broken")
    if not at_rest:
        return Phrase("show_ledger-chain-holds-today")
    last = at_rest[-1]
    return Phrase("show_ledger-chain-holds", {"count": last.number, "head": last.head[:HEAD_SHOWN]})
