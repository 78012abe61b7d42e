"""Then and now, what people bring, and what became of words, as they stand in a document."""

from collections.abc import Iterator

from bot.dialogue.assets import AssetExcerpt, Audience
from bot.dialogue.excerpts import Entry, Excerpt
from bot.dialogue.fates import unanswered
from bot.dialogue.follow_ups import CommitmentExcerpt, NoteOnChange, Progress
from bot.dialogue.renewals import Renewal
from bot.exports.labels import Labels, shown, write_day
from bot.exports.said import Said
from bot.exports.sections import Section
from bot.identifiers import ContributionId


def follow_up_sections(excerpt: Excerpt, labels: Labels) -> Iterator[Section]:
    """Return the sections that have something to say."""
    entries = {entry.id: entry for entry in excerpt.entries()}
    mirror = excerpt.mirror
    if renewed := [each for each in mirror.renewals if each.earlier]:
        items = [said for renewal in renewed for said in _then_and_now(renewal, entries, labels)]
        yield Section(anchor="then-and-now", title=labels.say("export_mirror-renewed"), items=tuple(items))
    if assets := [each for each in mirror.assets if each.asset.audience is Audience.GROUP]:
        items = [_asset(each, labels) for each in sorted(assets, key=lambda a: not a.asset.is_there)]
        yield Section(anchor="assets", title=labels.say("export_mirror-assets"), items=tuple(items))
    if mirror.change_notes or mirror.commitments:
        notes = [_note(each, entries, labels) for each in mirror.change_notes]
        taken_on = [_commitment(each, labels) for each in mirror.commitments]
        left = labels.say("export_mirror-unanswered", count=len(unanswered(excerpt)))
        yield Section(
            anchor="became",
            title=labels.say("export_mirror-became"),
            lead=(left,),
            items=(*notes, *taken_on),
        )


def _then_and_now(renewal: Renewal, entries: dict[ContributionId, Entry], labels: Labels) -> Iterator[Said]:
    now = entries[renewal.id]
    then = entries[renewal.earlier] if renewal.earlier else now
    for key, entry in (("export_mirror-then", then), ("export_mirror-now", now)):
        day = write_day(entry.day, labels.language)
        title = labels.say(key, author=shown(entry.author), day=day, number=entry.number)
        cause = entries.get(renewal.because_of) if renewal.because_of and entry is now else None
        below = (labels.say("export_mirror-because", number=cause.number),) if cause else ()
        yield Said(title=title, words=shown(entry.body), below=below)


def _asset(seen: AssetExcerpt, labels: Labels) -> Said:
    asset = seen.asset
    author = shown(asset.shown_name) or labels.say("export-a-member")
    title = labels.say(
        "export_mirror-asset",
        offered=labels.say(f"show_assets-{asset.offered_as}-option"),
        kind=labels.say(f"show_assets-{asset.kind}-kind"),
        author=f"{author} ({labels.say('export-facilitator')})" if seen.is_facilitator else author,
    )
    contact = labels.say(f"show_assets-{asset.may_contact}-contact")
    below = [labels.say("export_mirror-contact", contact=contact)]
    if asset.limits:
        below.insert(0, labels.say("export_mirror-limits", limits=shown(asset.limits)))
    return Said(title=title, words=shown(seen.text), below=tuple(below))


def _note(seen: NoteOnChange, entries: dict[ContributionId, Entry], labels: Labels) -> Said:
    note = seen.note
    title = labels.say(
        "export_mirror-note",
        sources=", ".join(f"#{entries[id].number}" for id in note.sources if id in entries),
        became=labels.say(f"show_follow_up-{note.became}-became"),
        decided=shown(note.decided_by),
        day=write_day(note.made_at.date(), labels.language),
    )
    return Said(title=title, words=shown(seen.words))


def _commitment(seen: CommitmentExcerpt, labels: Labels) -> Said:
    commitment = seen.commitment
    title = labels.say(
        "export_mirror-commitment",
        who=shown(commitment.who),
        when=write_day(commitment.by_when, labels.language),
        progress=labels.say(f"show_follow_up-{commitment.progress}-progress"),
    )
    is_not_done = commitment.progress is Progress.NOT_DONE
    why = labels.say("export_mirror-why-not", why=shown(commitment.why_not))
    return Said(title=title, words=shown(seen.words), below=(why,) if is_not_done else ())
