"""
What a facilitator cannot do, by any event the engine accepts (`domain.md` 15).

Every action, about every kind of thing there is, with choices of its own and forged ones, as a command, a
button and a form, typed by somebody who runs the dialogue: afterwards every word stands as its author wrote
it, the objection is open, the minority note is where it was, and nothing that is sealed was told.
"""

import json
from collections.abc import Iterator, Mapping

import pytest

from bot.acts import ACTS
from bot.dialogue.check_ins import CheckIn
from bot.dialogue.contributions import Contribution
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.dissent import MinorityNote
from bot.dialogue.members import Member
from bot.dialogue.objections import Objection, ObjectionState
from bot.dialogue.places import Place
from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import FileKind
from storage.schema import TABLE_OF, T
from tests.fakes.group import Group
from tests.fakes.line_pen import lines_of
from tests.fakes.tickets_in import tickets_in
from tests.fakes.weighing import Weighing

WORDS = {"Ben": "A canary lift.", "Chidi": "Canary stairs.", "Gwen": "A canary without a name."}
HARM, REASON, NOTE = "A canary harm.", "A sealed canary reason.", "A canary note."
SEALED_ANSWER = "A sealed canary answer."
CHOICES = (
    "",
    "yes",
    "show",
    "erase",
    "back",
    "post",
    "agree",
    "met",
    "stands",
    "yes.1",
    "1.gradients",
    "x:y",
)
FORGED: Mapping[str, str] = {
    "body": "Forged words", "reason": "Forged", "words": "Forged", "name": "Ben", "role": "observer",
    "key": "endorse", "level": "named", "kind": "view", "sources": "1", "progress": "done", "what": "Forged",
    "asset": "Forged", "harm": "Forged", "part": "Forged", "need": "Forged", "idea": "Forged",
}  # fmt: skip
ENDS = {
    Action.DELETE_EXAMPLE, Action.CLOSE_DIALOGUE, Action.CLOSE_ROUND, Action.CLOSE_CHECK_IN,
    Action.WITHDRAW_CHECK_IN,
}  # fmt: skip
"""What ends the play, or the sealing: then for everybody at once, which is tested elsewhere."""
OWN = {Action.LEAVE, Action.ERASE}
"""What somebody does with their own part alone; tried for others' things by their ids all the same."""


class Garden:
    """A dialogue with something of every kind in it, of which Ada wrote nothing."""

    def __init__(self) -> None:
        self.weighing = Weighing()
        self.group: Group = self.weighing.group
        round = self.group.ask(self.weighing.dialogue)
        for who, words in WORDS.items():
            self.group.say(who, round, words, level="unnamed" if who == "Gwen" else "named")
        self.group.clock.pass_by(days=8)
        self.group.let_come_due()
        self.sealed_round = self.group.ask(self.weighing.dialogue, reveal="at_close", closes="in 90 days")
        self.group.say("Fay", self.sealed_round, SEALED_ANSWER)
        self._object()
        self._seal()

    def _object(self) -> None:
        """Dana objects to the first statement, and Gwen writes a note beside it."""
        self.weighing.propose()
        self.weighing.open(method="consent")
        said = {"part": "All", "harm": HARM, "need": "Time.", "idea": "", "level": "named"}
        self.group.sends("Dana", Ticket(Action.OBJECT_TO, self.weighing.check_in), **said)
        self.weighing.respond("Ben", "consent")
        self.weighing.close()
        self.weighing.write_note("Gwen", NOTE)

    def _seal(self) -> None:
        """Ben responds to the second statement, which stays open."""
        self.weighing.propose("Dana", "Another text.")
        self.weighing.open("2", method="gradients", closes="in 90 days")
        self.weighing.respond("Ben", "veto", REASON)

    def ids(self) -> dict[type, list[str]]:
        """Return ids by what they are of; under nothing: one of each kind, and some that are of none."""
        with self.group.store.looking() as connection:
            found = {
                kind: [str(row["id"]) for row in connection.execute(table.select().limit(2)).mappings()]
                for kind, table in TABLE_OF.items()
                if "id" in table.c
            }
        found[Place] = found[Dialogue]
        others = [found[kind][0] for kind in (Contribution, Objection, MinorityNote, CheckIn, Member)]
        return found | {type(None): ["", "1", "nothing", *others]}

    def texts(self) -> dict[str, list[str]]:
        """Return every word that is kept of others than Ada, by what it is of."""
        kept = T.revision.select().order_by(T.revision.c.of, T.revision.c.number)
        with self.group.store.looking() as connection:
            rows = connection.execute(kept).mappings().all()
        return {str(row["id"]): [str(row["of"]), str(row["body"])] for row in rows}


@pytest.fixture(scope="module")
def garden() -> Iterator[Garden]:
    """The garden, made once: what changes in it is what is tested."""
    made = Garden()
    yield made
    made.group.close()


def forge(garden: Garden, action: Action, id: str, *, is_its_own: bool) -> list[str]:
    """Ask for an action about a thing in every way there is; return all that is told, with what it quotes."""
    if action in OWN and (is_its_own or not id):
        return []
    group = garden.group
    answers = [group.presses("Ada", Ticket(action, id, c)) for c in (CHOICES if is_its_own else ("",))]
    answers.append(group.sends("Ada", Ticket(action, id), **FORGED))
    answers.append(group.does("Ada", action, id, "", **FORGED))
    return [f"{answer.reply} {answer.words.quotes} {answer.waiting}" for answer in answers]


def test_no_forged_event_of_a_facilitator_does_what_none_may(garden: Garden) -> None:
    """Every action, about everything, with every choice: by a command, a button and a form."""
    before = garden.texts()
    heard: list[str] = []
    ids = garden.ids()
    for action in (action for action in Action if action not in ENDS):
        for id in (*ids[type(None)], *ids.get(ACTS[action].about, ())):
            heard += forge(garden, action, id, is_its_own=id in ids.get(ACTS[action].about, ()))

    after = garden.texts()
    assert {id: after.get(id) for id in before} == before, "words were changed, or are gone"
    told = [words for words in (SEALED_ANSWER, REASON, HARM) if any(words in each for each in heard)]
    assert told == [HARM], "what may be seen is seen, and what is sealed is not"
    record = json.loads(garden.weighing.file(FileKind.JSON))
    first = record["statements"][0]
    assert first["minority_notes"][0]["words"] == NOTE, "hers stands first, and whole"
    (objection,) = first["check_ins"][0]["objections"]
    assert (objection["standing"], objection["harm"]) == (ObjectionState.OPEN, HARM)


def test_a_hidden_name_stays_hidden(garden: Garden) -> None:
    """Whatever a facilitator opens of it."""
    shown = garden.group.does("Ada", Action.SHOW_RECORD)
    number = next(t.subject for t in tickets_in(shown) if t.action is Action.SHOW_ENTRY)
    for action in (
        Action.SHOW_ENTRY,
        Action.SHOW_RECORD,
        Action.SHOW_LEDGER,
        Action.SHOW_MAP,
        Action.SHOW_TRAIL,
    ):
        subject = number if action is Action.SHOW_ENTRY else ""
        for line in lines_of(garden.group.does("Ada", action, subject)):
            assert not (WORDS["Gwen"] in line and "Gwen" in line.replace(WORDS["Gwen"], ""))


def test_words_are_only_ever_added_under_ones_own_name(garden: Garden) -> None:
    """What the forged forms brought stands as Ada's."""
    with garden.group.store.looking() as connection:
        ada = connection.execute(T.member.select().where(T.member.c.name == "Ada")).mappings().one()["id"]
        rows = (
            connection.execute(T.revision.select().where(T.revision.c.body.like("Forged%"))).mappings().all()
        )
        for row in rows:
            for table in (T.contribution, T.statement, T.response, T.minority_note, T.line, T.objection):
                found = connection.execute(table.select().where(table.c.id == row["of"])).mappings().first()
                assert found is None or found["member"] in ("", ada)
