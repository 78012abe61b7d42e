"""The posts of a check-in as they stand now: the result, and the decision once there is one."""

from bot.dialogue.check_ins import CheckIn
from bot.dialogue.decisions import Decision
from bot.dialogue.dissent import MinorityNote, Notes
from bot.dialogue.responses import InCheckIn
from bot.dialogue.sealed_until_close import Beside, Reader, see_check_in
from bot.identifiers import PostId
from bot.speech.asking import Asking
from bot.speech.deciding import decision_post
from bot.speech.effects import Post
from bot.speech.results import result_message


def posts_of(
    check_in: CheckIn,
    holds: InCheckIn,
    asking: Asking,
    *,
    note: MinorityNote | None = None,
    decision: Decision | None = None,
) -> tuple[Post, ...]:
    """Return them with *note* and *decision* in place of earlier ones; notes stand under the text in both."""
    changed = {note.id: note} if note else {}
    notes = {other.id: other for other in asking.loaded(Notes).notes} | changed
    reader = Reader(members={member.id: member for member in holds.members})
    made = decision or holds.decision
    beside = Beside(holds.remarks, holds.objections, (made,) if made else ())
    seen = see_check_in(check_in, holds.responses, notes.values(), reader, beside)
    result = Post(PostId(f"closed-{check_in.id}"), check_in.place, result_message(holds.statement, seen))
    return (result, decision_post(holds.statement, seen, made)) if made else (result,)
