"""The end of a dialogue while a group is still being asked: nobody can respond any more, so it closes too."""

import json

from bot.dialogue.tickets import Action, Ticket
from bot.speech.effects import FileKind
from tests.fakes.group import key_of
from tests.fakes.weighing import Weighing


def test_open_check_ins_close_with_their_dialogue() -> None:
    """What people responded is shown, as their forms said; what waits for an answer is read as nothing."""
    weighing = Weighing()
    weighing.propose()
    weighing.open(method="consent")
    weighing.respond("Gwen", "question", "Who pays?")
    for who in ("Ben", "Chidi", "Dana"):
        weighing.respond(who, "consent")
    first = weighing.check_in
    weighing.propose("Ben", "A second text.")
    weighing.open("2")
    weighing.respond("Gwen", "veto", "It is not safe.")

    ended = weighing.group.sends("Ada", Ticket(Action.CLOSE_DIALOGUE, weighing.dialogue), reason="Done.")
    assert key_of(ended.reply) == "close_dialogue-done"
    weighing.group.clock.pass_by(days=30)
    weighing.group.let_come_due()

    record = json.loads(weighing.file(FileKind.JSON))
    held = [check_in for statement in record["statements"] for check_in in statement["check_ins"]]
    assert [check_in["state"] for check_in in held] == ["closed", "closed"]
    assert [check_in["reading"] for check_in in held] == ["inconclusive", "inconclusive"]
    assert [o["harm"] for o in held[1]["objections"]] == ["It is not safe."]
    assert "It is not safe." in weighing.posts()
    weighing.check_in = first
    assert key_of(weighing.respond("Fay", "consent").reply) == "refusals-dialogue-ended"
    weighing.group.close()
