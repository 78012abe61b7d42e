"""What one transaction knows about the people who cause its events: asked once, for all of them together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.dialogue.contributions import Contribution
from bot.dialogue.limits import A_DAY, A_MINUTE, AGAIN_WITHIN
from bot.dialogue.members import Member
from bot.dialogue.standing import Recent, Said
from bot.identifiers import ContributionId, MemberId, RoundId
from bot.speech.events import AskedByPerson, Event
from storage.questions import ANSWERED, EARLIER, MEMBERS, RECENT, STANCES, WAITS
from storage.rows import EPOCH, facts_of, from_micros, to_micros
from storage.schema import T

if TYPE_CHECKING:
    from storage.batch import SqlBatch


class People:
    """The people of one transaction, and what they did lately."""

    def __init__(self, batch: SqlBatch, events: Sequence[Event]) -> None:
        self._batch = batch
        self._events = events
        self._begun = min((event.at for event in events), default=EPOCH)
        self._members: dict[tuple[str, str], dict[str, Member]] = {}
        self._said: dict[str, list[Said]] = {}
        self._earlier: dict[str, int] = {}
        self._answered: dict[str, dict[str, bool]] = {}
        self._stances: dict[str, int] = {}
        self._waits: dict[str, bool] = {}

    def forget(self) -> None:
        """Forget everything that was read: rows have been changed behind its back."""
        for known in (self._members, self._said, self._answered, self._stances, self._waits):
            known.clear()

    # -- who they are

    def member(self, workspace: str, account: str, dialogue: str) -> Member | None:
        """Return the member that an account is in a dialogue."""
        key = (workspace, account)
        if key not in self._members:
            self._find_members(workspace, account)
        return self._members[key].get(dialogue)

    def put_member(self, workspace: str, member: Member) -> None:
        """Note a member as they stand now."""
        self.member(workspace, member.account, member.dialogue)
        self._members[workspace, member.account][member.dialogue] = member

    # -- what they brought

    def recent(self, member: MemberId) -> Recent:
        """Return what a member brought lately, the latest of this transaction included."""
        if member not in self._said:
            self._find_said([id for id in self._everybody(member) if id not in self._said])
        return Recent(tuple(self._said[member]), self._earlier.get(member, 0))

    def note_said(self, contribution: Contribution, body: str) -> None:
        """Note what a member has just brought."""
        if contribution.member in self._said:
            said = Said(contribution.id, contribution.round, contribution.number, body, contribution.made_at)
            self._said[contribution.member].append(said)

    def has_answered(self, round: str, member: str) -> bool:
        """Return whether a member brought something to a round."""
        answered = self._answered.setdefault(round, {})
        if member not in answered:
            people = [id for id in self._everybody(member) if id not in answered]
            self._batch.flush()
            found = {id for (id,) in ANSWERED.ask(self._batch.driver, round=round, members=people)}
            answered |= {id: id in found for id in people}
        return answered[member]

    def note_answered(self, round: str, member: str) -> None:
        """Note that a member has brought something to a round."""
        self._answered.setdefault(round, {})[member] = True

    def stances_lately(self, member: str) -> int:
        """Return how many stances a member gave within the last minute."""
        if member not in self._stances:
            people = [id for id in self._everybody(member) if id not in self._stances]
            self._batch.flush()
            found = STANCES.ask(self._batch.driver, members=people, after=self._before(A_MINUTE))
            self._stances |= dict.fromkeys(people, 0) | dict(found)
        return self._stances[member]

    def note_stance(self, member: str) -> None:
        """Note that a member gave one more stance."""
        if member in self._stances:
            self._stances[member] += 1

    # -- what waits for them

    def may_wait(self, member: str) -> bool:
        """Return whether anything waits for a member."""
        if member not in self._waits:
            people = [id for id in self._everybody(member) if id not in self._waits]
            found = {id for (id,) in WAITS.ask(self._batch.driver, members=people)}
            self._waits |= {id: id in found for id in people}
        return self._waits[member]

    def note_waiting(self, member: str) -> None:
        """Note that something waits for a member now."""
        self._waits[member] = True

    # -- what is asked for all of them

    def _everybody(self, member: str) -> set[str]:
        """Return *member* and all who cause an event of this transaction in the same workspace."""
        here = (
            found for (workspace, _), found in self._members.items() if workspace == self._batch.workspace
        )
        return {known.id for found in here for known in found.values()} | {member}

    def _before(self, time: timedelta) -> int:
        """Return, in microseconds, the moment this long before the first event of the transaction."""
        return to_micros(self._begun - time)

    def _find_members(self, workspace: str, account: str) -> None:
        accounts = {account} | {
            event.account.id
            for event in self._events
            if isinstance(event, AskedByPerson) and event.community.workspace == workspace
        }
        missing = [account for account in accounts if (workspace, account) not in self._members]
        self._members |= {(workspace, account): {} for account in missing}
        self._batch.flush()
        rows = MEMBERS.ask(self._batch.driver, workspace=workspace, accounts=missing)
        for found in facts_of(Member, T.member, rows):
            member = self._batch.note_read(Member, found.id, workspace, found)
            self._members[workspace, member.account].setdefault(member.dialogue, member)

    def _find_said(self, members: Sequence[str]) -> None:
        self._batch.flush()
        self._said |= {id: [] for id in members}
        day, minutes = self._before(A_DAY), self._before(AGAIN_WITHIN)
        driver = self._batch.driver
        self._earlier |= dict(EARLIER.ask(driver, members=members, after=day, until=minutes))
        recent = RECENT.ask(driver, members=members, after=minutes)
        for member, id, round, number, made_at, body in recent:
            said = Said(ContributionId(id), RoundId(round), number, body, from_micros(made_at))
            self._said[member].append(said)
