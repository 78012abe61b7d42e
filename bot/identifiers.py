"""One name for each kind of id, and how a new one is made: 22 characters nobody can guess."""

from base64 import urlsafe_b64encode
from hashlib import blake2b
from typing import NewType

EventId = NewType("EventId", str)
DialogueId = NewType("DialogueId", str)
MemberId = NewType("MemberId", str)
RoundId = NewType("RoundId", str)
ContributionId = NewType("ContributionId", str)
RevisionId = NewType("RevisionId", str)
DivergenceId = NewType("DivergenceId", str)
AppealId = NewType("AppealId", str)
StatementId = NewType("StatementId", str)
CheckInId = NewType("CheckInId", str)
ResponseId = NewType("ResponseId", str)
NoteId = NewType("NoteId", str)
GapId = NewType("GapId", str)
RemarkId = NewType("RemarkId", str)
ObjectionId = NewType("ObjectionId", str)
DecisionId = NewType("DecisionId", str)
WayBackId = NewType("WayBackId", str)
AssetId = NewType("AssetId", str)
ChangeNoteId = NewType("ChangeNoteId", str)
CommitmentId = NewType("CommitmentId", str)
LineId = NewType("LineId", str)
LineCheckId = NewType("LineCheckId", str)
InterpretationId = NewType("InterpretationId", str)
UnderstandingCheckId = NewType("UnderstandingCheckId", str)
RestatementId = NewType("RestatementId", str)
MarkId = NewType("MarkId", str)
UnderstandingId = NewType("UnderstandingId", str)
OccurrenceId = NewType("OccurrenceId", str)
ScheduleId = NewType("ScheduleId", str)
PostId = NewType("PostId", str)
WaitingId = NewType("WaitingId", str)

Seed = NewType("Seed", bytes)
"""32 random bytes that come with an event; never stored, so an id tells neither time nor person."""

ID_LENGTH = 22


def new_id(seed: Seed, label: str = "") -> str:
    """Return a new id: the same for the same *seed* and *label*, and unguessable without the seed."""
    digest = blake2b(label.encode(), key=seed, digest_size=16).digest()
    return urlsafe_b64encode(digest).decode().rstrip("=")
