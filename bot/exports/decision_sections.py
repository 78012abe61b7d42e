"""What people recorded about a check-in as it stands in a document: who decided, and its history."""

from collections.abc import Iterator

from bot.dialogue.decisions import Decision
from bot.dialogue.statement_excerpts import CheckInExcerpt
from bot.exports.labels import Labels, shown, write_day, write_moment
from bot.exports.said import Said


def decided(part: CheckInExcerpt, labels: Labels, zone: str) -> Iterator[Said]:
    """Return the decision, if there is one, and each step of its history."""
    decision = part.decision
    if decision is None:
        return
    yield Said(
        title=labels.say("export_statements-decision"),
        words=shown(decision.decided_by),
        below=tuple(_about(decision, part, labels, zone)),
    )
    for key, words in (("result", decision.fallback), ("measure", decision.measure)):
        if words:
            yield Said(title=labels.say(f"export_statements-{key}"), words=shown(words))
    for step in decision.history:
        by = shown(part.names.get(step.by, "")) or labels.say("export-a-member")
        values = {"day": write_day(step.on, labels.language), "by": by}
        yield Said(title=labels.say(f"export_statements-step-{step.kind}", **values), words=shown(step.why))


def _about(decision: Decision, part: CheckInExcerpt, labels: Labels, zone: str) -> Iterator[str]:
    yield labels.say(f"decide-outcome-{decision.outcome}")
    at = write_moment(decision.made_at, zone, labels.language)
    if decision.member:
        by = shown(part.names.get(decision.member, "")) or labels.say("export-a-member")
        yield labels.say("export_statements-recorded", by=by, at=at)
    else:
        yield labels.say("export_statements-confirmed", at=at)
    if decision.review_at is not None and decision.holds:
        review = write_moment(decision.review_at, zone, labels.language)
        yield labels.say("export_statements-review", at=review)
    if decision.history:
        yield labels.say(f"decide-state-{decision.state}")
