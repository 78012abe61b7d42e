"""Small records to write down: a lift in the library, five people, and what they say."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

from bot.dialogue.attribution import ALL_LEVELS, Attribution
from bot.dialogue.consent import Consent, Use
from bot.dialogue.contributions import Contribution, ContributionState, Revision
from bot.dialogue.dialogues import Constraint, ConstraintKind, Dialogue, DialogueState
from bot.dialogue.divergences import Divergence, DivergenceState
from bot.dialogue.excerpts import Excerpt, Purpose
from bot.dialogue.framework import Mechanism, Theme
from bot.dialogue.members import Member, Role
from bot.dialogue.places import Community, Place
from bot.dialogue.record import Record
from bot.dialogue.rounds import Reveal, Round
from bot.dialogue.stances import Stance, StanceKind
from bot.dialogue.turns import TurnKind
from bot.dialogue.visibility import excerpt
from bot.exports.record_document import Document, record_document
from bot.identifiers import ContributionId, DialogueId, DivergenceId, MemberId, RevisionId, RoundId

MONDAY = datetime(2026, 5, 4, 12, 0, tzinfo=UTC)
CLOSED = MONDAY + timedelta(days=5)
LATER = MONDAY + timedelta(days=9)
PLACE = Place(Community("web", "room"), "channel-9")
LIFT = DialogueId("lift")
PEOPLE = ("Ada", "Ben", "Chidi", "Dana", "Emil", "Fay")
WORDS = Path(__file__).parents[3] / "prompts" / "en"
PAGES = (
    "export", "export_mirror", "return_to", "show_map", "show_assets", "show_follow_up",
    "export_statements", "close_check_in", "decide", "settle_objection", "respond", "scales",
)  # fmt: skip


class English:
    """Our English words for documents, as translators read them."""

    language = "en"

    def __init__(self) -> None:
        self._bundle = FluentBundle(["en"], use_isolating=False)
        for page in PAGES:
            text = (WORDS / f"{page}.ftl").read_text(encoding="utf-8")
            self._bundle.add_resource(FluentResource(text))

    def say(self, key: str, **values: str | int | datetime) -> str:
        """Return a phrase; a missing one, a missing value, or a mark of chat in it is a failure."""
        pattern = self._bundle.get_message(key).value
        assert pattern is not None
        text, errors = self._bundle.format_pattern(pattern, values)
        assert not errors, (key, errors)
        named = any("**" in str(value) for value in values.values())  # somebody may be called like that
        assert named or "**" not in str(text), key
        return str(text)


@cache
def english() -> English:
    """Return the English words, read once."""
    return English()


@dataclass(frozen=True, slots=True)
class Said:
    """A contribution with all its versions."""

    contribution: Contribution
    revisions: tuple[Revision, ...]


def make_dialogue(**changes: object) -> Dialogue:
    """Return a dialogue about a lift."""
    plain = Dialogue(
        id=LIFT,
        place=PLACE,
        started_by=MemberId("ada"),
        started_at=MONDAY - timedelta(days=1),
        title="A lift for the library",
        purpose="To find out\nwho needs it.",
        decides="The council, in June",
        constraints=(
            Constraint(ConstraintKind.FIXED, "the budget"),
            Constraint(ConstraintKind.OPEN, "the place"),
        ),
        support="Mo, weekdays",
        zone="Europe/Stockholm",
        keeping="Two years",
        run_by="The library",
        state=DialogueState.OPEN,
        opened_at=MONDAY - timedelta(days=1),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def make_member(name: str, **changes: object) -> Member:
    """Return somebody who said yes to every use."""
    plain = Member(
        id=MemberId(name.lower()),
        dialogue=LIFT,
        account=f"account-of-{name.lower()}",
        name=name,
        role=Role.FACILITATOR if name == "Ada" else Role.MEMBER,
        joined_at=MONDAY - timedelta(hours=1),
        consent=Consent(1, 1, frozenset(Use)),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def make_round(number: int = 1, **changes: object) -> Round:
    """Return a round that has closed."""
    plain = Round(
        id=RoundId(f"round-{number}"),
        dialogue=LIFT,
        place=PLACE,
        number=number,
        question="What should change?",
        mechanism=Mechanism.DIALOGUE,
        theme=Theme.WHAT,
        reveal=Reveal.OPEN,
        levels=ALL_LEVELS,
        opened_at=MONDAY,
        closes_at=CLOSED,
        closed_at=CLOSED,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def said(number: int, *bodies: str, by: str = "Ada", **changes: object) -> Said:
    """Return words that were said; with several bodies, they were edited."""
    id = ContributionId(f"said-{number}")
    at = MONDAY + timedelta(minutes=number)
    plain = Contribution(
        id=id,
        dialogue=LIFT,
        round=RoundId("round-1"),
        number=number,
        member=MemberId(by.lower()),
        level=Attribution.NAMED,
        shown_name=by,
        made_at=at,
        shared_on=at.date(),
        edits=len(bodies) - 1 if bodies else 0,
    )
    revisions = tuple(
        Revision(
            id=RevisionId(f"{id}-{version}"), of=id, dialogue=LIFT, number=version, body=body, made_at=at
        )
        for version, body in enumerate(bodies, start=1)
    )
    return Said(replace(plain, **changes), revisions)  # type: ignore[arg-type]


def unnamed(number: int, *bodies: str, by: str = "Ada") -> Said:
    """Return words that are shown without a name."""
    return changed(said(number, *bodies, by=by), level=Attribution.UNNAMED, shown_name="")


def gone(number: int, state: ContributionState = ContributionState.WITHDRAWN) -> Said:
    """Return words that are not shown any more, though they are still kept for a while."""
    return changed(said(number, f"canary-{number}"), state=state, state_on=date(2026, 5, 7))


def changed(told: Said, **changes: object) -> Said:
    """Return the same words with something else about them."""
    return replace(told, contribution=replace(told.contribution, **changes))  # type: ignore[arg-type]


def answers(number: int) -> dict[str, object]:
    """Return what makes a contribution an answer to another one."""
    return {"to": ContributionId(f"said-{number}"), "turn": TurnKind.ANSWER}


def sees(number: int, by: str, kind: StanceKind = StanceKind.SAME) -> Stance:
    """Return a stance."""
    return Stance(
        contribution=ContributionId(f"said-{number}"),
        member=MemberId(by.lower()),
        dialogue=LIFT,
        kind=kind,
        made_at=MONDAY + timedelta(days=1, minutes=7),
    )


def apart(*numbers: int, state: DivergenceState = DivergenceState.OPEN) -> Divergence:
    """Return a mark that some contributions differ."""
    return Divergence(
        id=DivergenceId(f"apart-{numbers}"),
        dialogue=LIFT,
        positions=tuple(ContributionId(f"said-{number}") for number in numbers),
        marked_by=MemberId("ben"),
        made_at=MONDAY + timedelta(days=1),
        state=state,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """What a record is made of."""

    said: Iterable[Said] = ()
    dialogue: Dialogue = field(default_factory=make_dialogue)
    members: tuple[Member, ...] = field(default_factory=lambda: tuple(map(make_member, PEOPLE)))
    rounds: tuple[Round, ...] = field(default_factory=lambda: (make_round(),))
    stances: tuple[Stance, ...] = ()
    divergences: tuple[Divergence, ...] = ()

    def record(self) -> Record:
        """Return the record."""
        return Record(
            dialogue=self.dialogue,
            members={member.id: member for member in self.members},
            rounds=self.rounds,
            contributions=tuple(each.contribution for each in self.said),
            revisions={each.contribution.id: each.revisions for each in self.said},
            stances=self.stances,
            divergences=self.divergences,
            head="ab" * 32,
        )

    def excerpt(self, purpose: Purpose = Purpose.GROUP) -> Excerpt:
        """Return what everybody may see of it."""
        return excerpt(self.record(), None, LATER, purpose)

    def document(self, *, with_earlier: bool = False) -> Document:
        """Return it as a document in English."""
        return record_document(self.excerpt(), english(), LATER, with_earlier=with_earlier)
