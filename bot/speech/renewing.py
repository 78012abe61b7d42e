"""Then and now: an earlier intention in the form for a new one, and both beside each other."""

from collections.abc import Iterator

from bot.dialogue.contributions import Contribution
from bot.dialogue.framework import Mechanism
from bot.dialogue.members import Member
from bot.dialogue.renewals import Intentions, Renewal, is_shown_alike
from bot.dialogue.rounds import Round
from bot.speech.messages import Field, Message
from bot.words import Part, Phrase, Quote

BECAUSE = "because"
BECAUSE_MOST = 10


def then_intro(round: Round, member: Member, intentions: Intentions) -> tuple[Phrase, ...]:
    """Return what the member wrote before about why they are here, for them alone."""
    earlier = intentions.before(member.id, round)
    return (Phrase("show_intentions-then", {"body": Quote(earlier.id)}),) if earlier else ()


def because_field(round: Round, member: Member, intentions: Intentions) -> tuple[Field, ...]:
    """Return the field for what changed it, where something can have changed."""
    if round.mechanism is not Mechanism.INTENTIONS or intentions.before(member.id, round) is None:
        return ()
    label, hint = Phrase("show_intentions-because-field"), Phrase("show_intentions-because-hint")
    return (Field(id=BECAUSE, label=label, hint=hint, is_required=False, most=BECAUSE_MOST),)


def read_because(typed: str, intentions: Intentions, problems: dict[str, Phrase]) -> Contribution | None:
    """Read what changed it; what is not to be seen by everybody is said to be not there."""
    if not typed.strip():
        return None
    found = intentions.numbered(typed)
    if found is None:
        problems[BECAUSE] = Phrase("show_intentions-no-such-number", {"typed": typed[:BECAUSE_MOST]})
    return found


def renewal_of(
    contribution: Contribution, round: Round, intentions: Intentions, because: Contribution | None
) -> tuple[Renewal, ...]:
    """Return what is kept of a new version; nothing where it follows nothing that may be named."""
    if round.mechanism is not Mechanism.INTENTIONS:
        return ()
    earlier = intentions.before(contribution.member, round)
    is_alike = earlier is not None and is_shown_alike(earlier, contribution)
    followed = earlier.id if earlier and is_alike else None
    cause = because.id if because else None
    if followed is None and cause is None:
        return ()
    return (Renewal(id=contribution.id, dialogue=contribution.dialogue, earlier=followed, because_of=cause),)


def then_and_now(then: str, now: str) -> Iterator[Message]:
    """Return two versions, the earlier one first; nothing is said about the change."""
    yield Message(Phrase("show_intentions-then", {"body": Quote(then)}))
    yield Message(Phrase("show_intentions-now", {"body": Quote(now)}))


def because_message(because: str) -> Message:
    """Return what changed it, as its author named it."""
    values = {"number": Quote(because, Part.NUMBER), "body": Quote(because)}
    return Message(Phrase("show_intentions-because", values))
