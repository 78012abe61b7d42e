"""Writes what follows from an event: facts, words and salts, ledger entries, posts, plans, erasures."""

from collections.abc import Mapping
from dataclasses import replace
from hashlib import blake2b
from typing import Any

from sqlalchemy import delete, select, update

from bot.dialogue.contributions import Contribution, ContributionState, Revision
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.kept import Kept
from bot.dialogue.lines import LineCheck
from bot.dialogue.members import Member
from bot.dialogue.rhythm import Occurrence
from bot.dialogue.rounds import Round
from bot.dialogue.stances import Stance
from bot.dialogue.waiting import Waiting
from bot.errors import StaleState
from bot.identifiers import DialogueId, MemberId, new_id
from bot.speech.effects import Effects, Reply, Telling
from bot.speech.events import CameDue, Event
from storage import erasing, line_standing, mailing, moving
from storage.batch import SqlBatch
from storage.leaving import unlink
from storage.ledger import append_act, append_words
from storage.rows import row_of, to_micros
from storage.schema import TABLE_OF, T
from storage.versioned import WORDS_OF, Versioned


class Keeping:
    """Keeps what follows from one event, inside one workspace."""

    def __init__(
        self,
        batch: SqlBatch,
        workspace: str,
        event: Event,
        dialogue: DialogueId | None,
        member: MemberId | None,
    ) -> None:
        self.batch = batch
        self.workspace = workspace
        self.event = event
        self._dialogue = dialogue
        self._member = member
        self._at = to_micros(event.at)

    def keep(self, effects: Effects[Reply]) -> None:
        """
        Keep everything.

        Raises:
            StaleState: Somebody was quicker.
        """
        self.batch.handled(self.event, self.workspace)
        due = self.event if isinstance(self.event, CameDue) else None
        if due:
            mailing.close_occurrences(self, due, effects.outcome)
        for schedule in effects.ended:
            moving.end(self, schedule)
        for fact in effects.keep:
            self._keep(fact)
        if effects.deed is not None:
            append_act(self, effects.deed, self._dialogue_of(effects), self._actor_of(effects))
        self._say(effects)
        self._let_come(effects, due)
        if effects.erase or effects.erase_member:
            erasing.erase(self, effects.erase, effects.erase_member)
        if effects.unlink:
            unlink(self, effects.unlink)
        if effects.delete_dialogue:
            erasing.delete_dialogue(self, effects.delete_dialogue)

    def _let_come(self, effects: Effects[Reply], due: CameDue | None) -> None:
        if effects.move:
            moving.move(self, effects.move)
        if effects.mail:
            mailing.send(self, effects.mail, self._dialogue_of(effects), due)
        if effects.again and due:
            mailing.plan_next(self, effects.again, due)

    def _say(self, effects: Effects[Reply]) -> None:
        for number, post in enumerate(effects.posts):
            row = mailing.new_post(self, self._dialogue_of(effects), post.message)
            row["made_at"] += number  # they are posted in the order in which they were decided
            until = to_micros(post.until) if post.until else None
            self._put_post(row | {"id": post.id, "place": post.place.channel, "until": until})
        for telling in effects.tell:
            self.batch.add(T.waiting, self._waiting(telling, effects))
            self.batch.people.note_waiting(telling.member)
        self._settle(effects)
        if effects.cancel:
            mailing.cancel(self, effects.cancel)

    def run(self, statement: Any) -> int:
        """Run a statement after everything that waits has been written; return how many rows it met."""
        self.batch.flush()
        return int(self.batch.connection.execute(statement).rowcount)

    def redraw(self, id: str) -> None:
        """Have every post drawn again that shows these words, or a line of the notes that rests on them."""
        line = T.line.c
        here = line.workspace == self.workspace
        resting = select(line.id).where(here, line.sources.contains(id, autoescape=True))
        for each in (id, *(row["id"] for row in self.batch.many(resting))):
            self._draw_again(each)

    def _draw_again(self, id: str) -> None:
        post = T.post.c
        self.run(
            update(T.post)
            .where(post.workspace == self.workspace, post.message.contains(id, autoescape=True))
            .values(edition=post.edition + 1, state="waiting", due=self._at, attempts=0)
        )

    def salt(self, id: str) -> bytes:
        """Return a salt for a text: from the chance that came with the event, which is stored nowhere."""
        return blake2b(f"salt {id}".encode(), key=self.event.seed, digest_size=32).digest()

    def _keep(self, fact: Kept) -> None:
        match fact:
            case Contribution():
                self._keep_contribution(fact)
            case Revision():
                self._keep_revision(fact)
            case Member():
                self._keep_member(fact)
            case Round():
                self._keep_versioned(fact)
                self.batch.count_up(fact.dialogue, round=fact.number)
            case Stance():
                self.batch.add(T.stance, row_of(fact, self.workspace))
                self.batch.people.note_stance(fact.member)
            case Occurrence():
                self.keep_planned(fact)
            case LineCheck():
                self._keep_versioned(fact)
                self.redraw(fact.line)
            case _:
                self._keep_versioned(fact)

    def keep_planned(self, occurrence: Occurrence) -> None:
        """Plan something; its moment is derived."""
        row = row_of(occurrence, self.workspace) | {"due": to_micros(occurrence.due)}
        self.batch.add(T.occurrence, row | {"is_done": False, "outcome": None})

    def _keep_versioned(self, fact: Versioned) -> Versioned:
        kind = type(fact)
        kept = replace(fact, version=fact.version + 1)
        row = row_of(kept, self.workspace)
        table = TABLE_OF[kind]
        if fact.version == 0:
            self.batch.add(table, row)
            self.batch.put_new(kind, fact.id, self.workspace, kept)
        else:
            mine = (
                table.c.id == fact.id,
                table.c.version == fact.version,
                table.c.workspace == self.workspace,
            )
            if self.run(update(table).where(*mine).values(row)) != 1:
                raise StaleState
            self.batch.put(kind, fact.id, self.workspace, kept)
        return kept

    def _keep_member(self, member: Member) -> None:
        before = self.batch.people.member(self.workspace, member.account, member.dialogue)
        self.batch.put_member(self.workspace, self._keep_versioned(member))
        if member.version:
            moving.follow(self, member)
            line_standing.follow(self, before, member)

    def _keep_contribution(self, contribution: Contribution) -> None:
        kept = self._keep_versioned(contribution)
        self.batch.count_up(contribution.dialogue, contribution=contribution.number)
        self.batch.people.note_answered(contribution.round, contribution.member)
        if contribution.version == 0:
            return
        self.redraw(contribution.id)
        if kept.state is ContributionState.WITHDRAWN:
            id = new_id(self.event.seed, f"withdrawal {kept.id}")
            append_words(self, "withdrawal", id, kept.dialogue, kept.level)

    def _keep_revision(self, revision: Revision) -> None:
        salt = self.salt(revision.id)
        self.batch.add(T.revision, row_of(revision, self.workspace) | {"salt": salt})
        contribution = self.batch.known(Contribution, revision.of, self.workspace)
        if contribution is None:
            kind, level = self._named_in_ledger(revision.of)
            append_words(self, kind, revision.id, revision.dialogue, level, (salt, revision.body))
            return
        if revision.number == 1:
            self.batch.people.note_said(contribution, revision.body)
        kind = "contribution" if revision.number == 1 else "revision"
        append_words(self, kind, revision.id, revision.dialogue, contribution.level, (salt, revision.body))

    def _named_in_ledger(self, id: str) -> tuple[str, str]:
        """Return what the ledger calls these words, and how their author is shown."""
        for kind, name in WORDS_OF.items():
            # An objection has words for each of its points, under its own id and the name of the point.
            if found := self.batch.known(kind, id.partition(".")[0], self.workspace):
                return name, found.level
        return "appeal", ""

    def _put_post(self, row: Mapping[str, Any]) -> None:
        """Add a post; where it stands already, let it be drawn again under the name it has."""
        if self.batch.is_new(Contribution, row["id"]):
            self.batch.add(T.post, row)
            return
        changed = {name: row[name] for name in ("message", "state", "due", "attempts")}
        post = T.post.c
        if not self.run(
            update(T.post).where(post.id == row["id"]).values(**changed, edition=post.edition + 1)
        ):
            self.batch.add(T.post, row)

    def _waiting(self, telling: Telling, effects: Effects[Reply]) -> Mapping[str, Any]:
        waiting = Waiting(
            id=telling.id,
            dialogue=self._dialogue_of(effects),
            member=telling.member,
            phrase=telling.phrase,
            action=telling.action,
            subject=telling.subject,
            made_at=self.event.at,
        )
        return row_of(waiting, self.workspace)

    def _settle(self, effects: Effects[Reply]) -> None:
        """Take what is dealt with off the lists: off everybody's, or off the list of who asks."""
        waiting = T.waiting.c
        if effects.settled:
            here = waiting.workspace == self.workspace
            self.run(delete(T.waiting).where(here, waiting.subject.in_(effects.settled)))
        if effects.done and self._member and self.batch.people.may_wait(self._member):
            mine = waiting.member == self._member
            self.run(delete(T.waiting).where(mine, waiting.subject.in_(effects.done)))

    def _dialogue_of(self, effects: Effects[Reply]) -> DialogueId:
        if self._dialogue is not None:
            return self._dialogue
        started = (fact.id for fact in effects.keep if isinstance(fact, Dialogue))
        return next(started, DialogueId(""))

    def _actor_of(self, effects: Effects[Reply]) -> MemberId:
        if self._member is not None:
            return self._member
        return next((fact.id for fact in effects.keep if isinstance(fact, Member)), MemberId(""))
