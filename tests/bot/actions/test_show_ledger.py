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


def holds(number: int) -> Message:
    """Return what is said of a chain that holds, with the head to note down."""
    return Message(Phrase("show_ledger-chain-holds", {"count": number, "head": f"head-{number:07}"}))


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
        head=f"head-{number:07}-and-more",
    )


def words(kind: str, day: str, number: int, level: str = "named") -> LedgerEntry:
    """Return an entry about words."""
    return LedgerEntry(
        dialogue=GARDEN.id,
        number=number,
        kind=kind,
        id=f"entry-{number}",
        on=day,
        level=level,
        head=f"head-{number:07}-and-more",
    )


def shown(*entries: LedgerEntry, is_whole: bool = True, reasons: dict[str, str] | None = None) -> Message:
    """Ben looks at the ledger; looking keeps nothing."""
    kept = tuple((entry, (reasons or {}).get(entry.id, "")) for entry in entries)
    page = LedgerPage(kept, 40, "the head", is_whole, {ADA.id: "Ada"})
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
        Phrase("show_ledger-acts", {"title": title, "count": 1}), (), (message, holds(1))
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
        words("contribution", "2026-05-02", 1),
        an_act("start", number=2),
        words("contribution", "2026-05-02", 3),
        words("revision", "2026-05-02", 4),
        words("withdrawal", "2026-05-03", 5),
        words("appeal", "2026-05-03", 6, level=""),
    )
    second: dict[str, Value] = {
        "day": "2 May 2026", "brought": 2, "changed": 1, "taken_back": 0, "appeals": 0,
    }  # fmt: skip
    third: dict[str, Value] = {
        "day": "3 May 2026", "brought": 0, "changed": 0, "taken_back": 1, "appeals": 1,
    }  # fmt: skip

    assert shown(*entries).below == (
        said("start", "start"),
        Message(Phrase("show_ledger-words", second)),
        Message(Phrase("show_ledger-words", third)),
        holds(6),
    )


def test_nothing_moves_when_somebody_writes() -> None:
    """A count or a head that changes at this moment would tell who has just written."""
    earlier = (an_act("start", number=1), words("contribution", "2026-05-03", 2))
    now = words("contribution", "2026-05-04", 3)

    assert shown(*earlier, now) == shown(*earlier)
    assert shown(now).below == (Message(Phrase("show_ledger-chain-holds-today")),)


def test_words_without_a_name_are_not_counted() -> None:
    """Some may still wait for company, and what waits has no count."""
    hidden = words("contribution", "2026-05-03", 1, level="unnamed")

    assert shown(hidden).below == (holds(1),)


def test_an_answer_to_an_appeal_is_shown_as_the_answer() -> None:
    """It is what everybody in the dialogue may read."""
    entry = an_act("answer_appeal", "appeal", commitment="c")
    answer = Phrase("show_ledger-answer", {"reason": Quote(entry.id, Part.REASON)})

    assert shown(entry, reasons={entry.id: "Shown again."}).below[0] == said(
        "answer_appeal", "answer_appeal", answer
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
    assert shown(is_whole=False).below == (Message(Phrase("show_ledger-chain-broken")),)


@pytest.mark.parametrize("role", Role)
def test_who_was_given_which_role_can_be_read_back(role: Role) -> None:
    """The ledger names the person by id and the role by its word."""
    message = shown(an_act("appoint", target_of_role("a-b_c", role))).below[0]

    assert message == said(f"appoint-{role}", Quote("a-b_c", Part.NAME))
