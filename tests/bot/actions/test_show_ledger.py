"""What was done here and by whom, without the words themselves."""

import pytest

from bot.actions.show_ledger import ACTS_SHOWN, show_ledger, target_of_role
from bot.dialogue.ledger import LedgerEntry
from bot.dialogue.members import Role
from bot.dialogue.standing import LedgerPage
from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import Effects, Say
from bot.speech.messages import Message
from bot.words import Part, Phrase, Quote, Value
from tests.people import ADA, BEN, GARDEN, MONDAY, asking, pressed

HEAD = "abcdefghijklmnopqrstuvwxyz"
HOLDS = Message(Phrase("show_ledger-chain-holds", {"count": 40, "head": "abcdefghijkl"}))


def an_act(
    action: str, target: str = "", *, number: int = 1, commitment: str = "", actor: str = "ada"
) -> LedgerEntry:
    """Return an act of Monday noon."""
    return LedgerEntry(
        dialogue=GARDEN.id,
        number=number,
        kind="act",
        id=f"entry-{number}",
        on=MONDAY.isoformat(),
        actor=actor,
        action=action,
        target=target,
        commitment=commitment,
    )


def words(kind: str, day: str, number: int) -> LedgerEntry:
    """Return an entry about words."""
    return LedgerEntry(dialogue=GARDEN.id, number=number, kind=kind, id=f"entry-{number}", on=day)


def shown(*entries: LedgerEntry, holds: bool = True, reasons: dict[str, str] | None = None) -> Message:
    """Ben looks at the ledger; looking keeps nothing."""
    kept = tuple((entry, (reasons or {}).get(entry.id, "")) for entry in entries)
    page = LedgerPage(kept, 40, HEAD, holds, {ADA.id: "Ada"})
    effects = show_ledger(GARDEN, asking(BEN, page), pressed(BEN, Ticket(Action.SHOW_LEDGER)))
    assert isinstance(effects.reply, Say)
    assert effects == Effects(reply=effects.reply)
    return effects.reply.message


def said(key: str, target: Value, reason: Value = "", actor: Value = "Ada") -> Message:
    """Return one act in words."""
    values: dict[str, Value] = {"actor": actor, "at": MONDAY, "reason": reason, "target": target}
    return Message(Phrase(f"show_ledger-act-{key}", values))


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (an_act("start", "garden"), said("start", "start")),
        (an_act("open_round", "round-1"), said("open_round", Quote("round-1", Part.QUESTION))),
        (an_act("close_round", "round-1"), said("close_round", Quote("round-1", Part.QUESTION))),
        (an_act("hold", "ben-1", commitment="c"), said("hold", Quote("ben-1", Part.NUMBER))),
        (an_act("hold", "ben-1"), said("hold-undone", Quote("ben-1", Part.NUMBER))),
        (an_act("appoint", "ben:observer"), said("appoint-observer", Quote("ben", Part.NAME))),
        (an_act("appoint", "ben:member"), said("appoint-member", Quote("ben", Part.NAME))),
        (an_act("appoint", "ben:facilitator"), said("appoint-facilitator", Quote("ben", Part.NAME))),
        (an_act("appoint", "ben"), said("appoint", Quote("ben", Part.NAME))),
        (an_act("close_dialogue", "garden", commitment="c"), said("close_dialogue", "close_dialogue")),
        (an_act("close_dialogue", "garden"), said("close_dialogue-undone", "close_dialogue")),
        (an_act("answer_appeal", "appeal", commitment="c"), said("answer_appeal", "answer_appeal")),
        (an_act("export", "md"), said("export", Phrase("export-file-markdown-choice"))),
        (an_act("export", "polis.zip"), said("export", Phrase("export-file-polis-choice"))),
        (an_act("export", "tape"), said("export", "export")),
        (an_act("fly", "moon"), said("other", "fly")),
    ],
)
def test_each_act_has_a_sentence(entry: LedgerEntry, message: Message) -> None:
    """Who did what, and to what, is said in words that need no key."""
    title = Quote(GARDEN.id, Part.TITLE)

    assert shown(entry) == Message(
        Phrase("show_ledger-acts", {"title": title, "count": 1}), (), (message, HOLDS)
    )


def test_a_reason_stands_with_its_act() -> None:
    """What was given as the reason is there to be read, as long as it is kept."""
    held = an_act("hold", "ben-1", commitment="c")
    reason = Phrase("show_ledger-reason", {"reason": Quote(held.id, Part.REASON)})
    target = Quote("ben-1", Part.NUMBER)

    assert shown(held, reasons={held.id: "It names a neighbour."}).below[0] == said("hold", target, reason)


def test_an_actor_whose_name_is_gone_is_somebody() -> None:
    """Erasing a person takes the name out; the act stays."""
    nobody = Phrase("show_ledger-somebody")

    assert shown(an_act("start", actor="gone")).below[0] == said("start", "start", actor=nobody)


def test_an_export_from_the_command_line_names_whoever_runs_the_server() -> None:
    """They are no member, and their acts are seen all the same."""
    file = Phrase("export-file-html-choice")
    operator = Phrase("show_ledger-operator")

    assert shown(an_act("export", "html", actor="")).below[0] == said("export", file, actor=operator)


def test_words_are_counted_by_day_and_nothing_more_is_said_of_them() -> None:
    """Between acts with their times, an entry about words would lead to whoever wrote just then."""
    entries = (
        words("contribution", "2026-05-03", 1),
        an_act("start", number=2),
        words("contribution", "2026-05-03", 3),
        words("revision", "2026-05-03", 4),
        words("withdrawal", "2026-05-04", 5),
        words("appeal", "2026-05-04", 6),
    )
    third: dict[str, Value] = {
        "day": "3 May 2026", "brought": 2, "changed": 1, "taken_back": 0, "appeals": 0,
    }  # fmt: skip
    fourth: dict[str, Value] = {
        "day": "4 May 2026", "brought": 0, "changed": 0, "taken_back": 1, "appeals": 1,
    }  # fmt: skip

    assert shown(*entries).below == (
        said("start", "start"),
        Message(Phrase("show_ledger-words", third)),
        Message(Phrase("show_ledger-words", fourth)),
        HOLDS,
    )


def test_the_last_acts_are_shown() -> None:
    """A long list is read from its end."""
    acts = [an_act("open_round", f"round-{n}", number=n) for n in range(ACTS_SHOWN + 2)]
    page = shown(*acts)

    assert page.phrase.values["count"] == ACTS_SHOWN
    assert page.below[0] == said("open_round", Quote("round-2", Part.QUESTION))
    assert len(page.below) == ACTS_SHOWN + 1


def test_a_broken_chain_is_said_openly() -> None:
    """Whoever reads the list has to know when it cannot be trusted."""
    broken = Phrase("show_ledger-chain-broken", {"count": 40, "head": "abcdefghijkl"})

    assert shown(holds=False).below == (Message(broken),)


@pytest.mark.parametrize("role", Role)
def test_who_was_given_which_role_can_be_read_back(role: Role) -> None:
    """The ledger names the person by id and the role by its word."""
    message = shown(an_act("appoint", target_of_role("a-b_c", role))).below[0]

    assert message == said(f"appoint-{role}", Quote("a-b_c", Part.NAME))
