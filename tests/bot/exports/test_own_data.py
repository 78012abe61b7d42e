"""A copy of one's own data: all of it, and nothing of anybody else."""

import json
from dataclasses import replace
from typing import Any, cast

import pytest

from bot.dialogue.appeals import Appeal
from bot.dialogue.consent import Consent, Use
from bot.dialogue.contributions import ContributionState, Revision
from bot.dialogue.manners import Wishes
from bot.dialogue.record import Record
from bot.dialogue.scales import Gradient
from bot.dialogue.stances import StanceKind
from bot.dialogue.tickets import Action
from bot.dialogue.waiting import Waiting
from bot.errors import NotFound
from bot.exports.own_data import write_own_data
from bot.identifiers import AppealId, DialogueId, MemberId, NoteId, RevisionId, WaitingId
from bot.words import Phrase
from tests.bot.exports.records import (
    LATER,
    LIFT,
    MONDAY,
    Talk,
    answers,
    apart,
    changed,
    gone,
    make_member,
    said,
    sees,
    unnamed,
)
from tests.people import ADA, a_record
from tests.people import BEN as BEN_THERE
from tests.statements import CHECK_IN, NOTE, STATEMENT, a_response

BEN = MemberId("ben")


def record() -> Record:
    """Return a record in which Ben has done everything once, and others too."""
    talk = Talk(
        said=(
            said(1, "others-canary"),
            changed(unnamed(2, "First", "Second \u202e", by="Ben"), **answers(1)),
            changed(gone(3, ContributionState.HELD), member=BEN, shown_name="Ben"),
        ),
        members=(
            make_member("Ada"),
            make_member(
                "Ben", chosen_name="Heron", consent=Consent(1, 2, frozenset({Use.REPORT, Use.NOTES}))
            ),
        ),
        stances=(sees(1, "Ben", StanceKind.UNSURE), sees(2, "Ada")),
        divergences=(apart(1, 2),),
    )
    appeals = tuple(
        Appeal(id=AppealId(f"appeal-{who}"), dialogue=LIFT, member=MemberId(who), about=None, made_at=MONDAY)
        for who in ("ben", "ada")
    )
    words: dict[str, tuple[Revision, ...]] = {
        appeal.id: (
            Revision(
                id=RevisionId(f"of-{appeal.id}"),
                of=appeal.id,
                dialogue=LIFT,
                number=1,
                body=f"words of {appeal.id}",
                made_at=MONDAY,
            ),
        )
        for appeal in appeals
    }
    plain = talk.record()
    return Record(
        dialogue=plain.dialogue,
        members=plain.members,
        rounds=plain.rounds,
        contributions=plain.contributions,
        revisions={**plain.revisions, **words},
        stances=plain.stances,
        divergences=plain.divergences,
        appeals=appeals,
    )


def waits(who: str) -> Waiting:
    """Return something that waits for a member."""
    return Waiting(
        id=WaitingId(f"waits-{who}"),
        dialogue=DialogueId(LIFT),
        member=MemberId(who),
        phrase=Phrase("answer-told"),
        action=Action.SHOW_ENTRY,
        subject="said-2",
        made_at=MONDAY,
    )


def told() -> dict[str, Any]:
    """Return what Ben reads in his copy."""
    text = write_own_data(record(), BEN, (waits("ben"), waits("ada")), LATER)
    assert text.isascii()
    return cast("dict[str, Any]", json.loads(text))


def test_everything_about_oneself_is_in_the_copy() -> None:
    """Names, the yes with its versions, words with all their versions, stances, appeals, what waits."""
    copy = told()

    assert copy["member"]["consent"] == {"notice": 1, "facts": 2, "uses": ["notes", "report"]}
    assert (copy["member"]["name"], copy["member"]["chosen_name"]) == ("Ben", "Heron")
    assert [
        (each["number"], each["round"], each["state"], [version["words"] for version in each["revisions"]])
        for each in copy["contributions"]
    ] == [(2, 1, "live", ["First", "Second \u202e"]), (3, 1, "held", ["canary-3"])]
    assert copy["contributions"][0]["answers"] == {"id": "said-1", "kind": "answer"}
    assert [(each["contribution"], each["kind"]) for each in copy["stances"]] == [("said-1", "unsure")]
    assert [each["marked_by_me"] for each in copy["divergences"]] == [True]
    assert [each["revisions"][0]["words"] for each in copy["appeals"]] == ["words of appeal-ben"]
    assert [each["phrase"] for each in copy["waiting"]] == ["answer-told"]


def test_nothing_of_anybody_else_is_in_the_copy() -> None:
    """This is the only writer that takes a whole record."""
    text = json.dumps(told())

    assert "others-canary" not in text
    assert "appeal-ada" not in text
    assert "Ada" not in text
    assert "account-of-ada" not in text


def test_who_has_not_agreed_yet_can_have_a_copy_too() -> None:
    """It says that there is no yes."""
    talk = Talk(members=(make_member("Ben", consent=None),))
    copy = json.loads(write_own_data(talk.record(), BEN, (), LATER))

    assert copy["member"]["consent"] is None
    assert copy["contributions"] == []


def test_nobody_gets_a_copy_of_somebody_unknown() -> None:
    """An id that is not of this dialogue is not found."""
    with pytest.raises(NotFound):
        write_own_data(record(), MemberId("zoe"), (), LATER)


def test_a_copy_holds_what_one_brought_to_statements() -> None:
    """Also what is still sealed for everybody else; and of notes one signed, no words of their author."""
    mine = replace(a_response(BEN_THERE, Gradient.ENDORSE, "Good."), member=BEN_THERE.id)
    kept = replace(
        a_record(()),
        statements=(STATEMENT, replace(STATEMENT, member=ADA.id)),
        check_ins=(CHECK_IN,),
        responses=(mine, a_response(ADA, Gradient.VETO, "others-canary")),
        notes=(
            replace(NOTE, member=BEN_THERE.id),
            replace(NOTE, signed_by=(BEN_THERE.id,)),
            replace(NOTE, id=NoteId("another")),
        ),
        revisions={NOTE.id: (a_note_text("note-words"),)},
    )

    text = write_own_data(kept, BEN_THERE.id, (), LATER)

    own = json.loads(text)
    assert [each["edition"] for each in own["statements"]] == [1]
    assert [each["reason"] for each in own["responses"]] == ["Good."]
    assert [(each["i_wrote_it"], bool(each["revisions"])) for each in own["minority_notes"]] == [
        (True, True),
        (False, False),
    ]
    assert "others-canary" not in text


def a_note_text(words: str) -> Revision:
    """Return the words of a note."""
    return Revision(
        id=RevisionId("note-text"), of=NOTE.id, dialogue=NOTE.dialogue, number=1, body=words, made_at=LATER
    )


def test_it_says_how_somebody_wants_to_be_reached() -> None:
    """What they chose is theirs too, also that they paused."""
    wishes = Wishes(direct=True, days=frozenset({0, 4}), country="SE")
    ben = replace(BEN_THERE, wishes=wishes, paused_until=MONDAY)
    record = a_record((), members=(ADA, ben))
    told = json.loads(write_own_data(record, ben.id, (), MONDAY))

    assert told["member"]["reached"] == {
        "by_direct_message": True, "with_reminders": False, "with_a_digest": False, "on_weekdays": [0, 4],
        "holidays_of": "SE", "paused_until": MONDAY.isoformat(), "unreachable_since": None,
    }  # fmt: skip
