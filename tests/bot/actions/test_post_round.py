"""After the preview: post the question, change it, or throw it away."""

from dataclasses import replace
from datetime import UTC, datetime, time

import pytest

from bot.actions.open_round import preview, question_fields
from bot.actions.post_round import change_preview, closing_of, post_round, reminder_of, round_message
from bot.dialogue.dialogues import DialogueState
from bot.dialogue.rhythm import Occurrence
from bot.dialogue.rounds import Reveal, Round
from bot.dialogue.standing import Standing
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.ways_back import Leading
from bot.errors import DialogueClosed, NotFound, RoundClosed
from bot.identifiers import OccurrenceId, PostId
from bot.speech.effects import Deed, Effects, OpenForm, Post, RejectForm, Say
from bot.speech.messages import Choice, Form, Message
from bot.words import Part, Phrase, Quote
from tests.people import A_MINUTE, ADA, GARDEN, HERE, MONDAY, a_preview, asking, day_after, pressed, sent

PREVIEW = a_preview()
OPENED = replace(PREVIEW, opened_at=MONDAY, number=4)
DIRECTLY = Leading(None)
STANDING = Standing(eligible=20, contributions=6, rounds=3)
TICKET = Ticket(Action.POST_ROUND, PREVIEW.id)
POST, CHANGE, DROP = (replace(TICKET, choice=choice) for choice in ("post", "change", "drop"))
STOCKHOLM = replace(GARDEN, zone="Europe/Stockholm")
ANSWERS = {
    "question": "What is the garden for?",
    "closes": "2026-05-11 12:00",
    "reveal": "open",
    "levels": "named,chosen_name,unnamed",
}


def a_form(zone: str = "UTC", closes: str = "2026-05-11 12:00") -> Form:
    """Return the form with the question as it stands."""
    return Form(
        title=Phrase("open_round-title"),
        ticket=TICKET,
        intro=(Phrase("open_round-intro", {"zone": zone}),),
        fields=question_fields(GARDEN),
        values=ANSWERS | {"closes": closes},
        send=Phrase("open_round-preview-choice"),
    )


def test_posting_opens_the_round() -> None:
    """It gets the next number, a post in the place, its closing time on the agenda, and a ledger entry."""
    effects = post_round(PREVIEW, asking(ADA, STANDING, DIRECTLY), pressed(ADA, POST))

    assert effects == Effects(
        keep=(OPENED, closing_of(OPENED, GARDEN), *reminder_of(OPENED, GARDEN)),
        reply=Say(Message(Phrase("post_round-posted", {"number": 4, "closes": PREVIEW.closes_at}))),
        posts=(Post(PostId(PREVIEW.id), HERE, round_message(OPENED)),),
        deed=Deed(action=Action.OPEN_ROUND, target=PREVIEW.id),
    )


@pytest.mark.parametrize("reveal", Reveal)
def test_the_post_says_how_to_answer_and_who_sees_it(reveal: Reveal) -> None:
    """The question, until when, three ways to respond; a pass stands beside an answer."""
    opened = replace(OPENED, reveal=reveal)

    assert round_message(opened) == Message(
        Phrase(
            "post_round-asked",
            {
                "question": Quote(PREVIEW.id, Part.QUESTION),
                "closes": PREVIEW.closes_at,
                "number": 4,
            },
        ),
        (
            Choice(Phrase("post_round-answer-choice"), Ticket(Action.CONTRIBUTE, PREVIEW.id)),
            Choice(Phrase("post_round-pass-choice"), Ticket(Action.CONTRIBUTE, PREVIEW.id, "pass")),
            Choice(Phrase("post_round-unclear-choice"), Ticket(Action.CONTRIBUTE, PREVIEW.id, "unclear")),
        ),
        (Message(Phrase(f"contribute-sees-{reveal}")),),
    )


def test_the_close_is_planned_on_the_clock_of_the_dialogue() -> None:
    """Local date, time and zone are kept; the moment follows from them."""
    planned = closing_of(OPENED, STOCKHOLM)

    assert planned == Occurrence(
        id=OccurrenceId("close-round-1"),
        dialogue=GARDEN.id,
        ticket=Ticket(Action.CLOSE_ROUND, PREVIEW.id),
        day=day_after(7),
        time=time(14),
        zone="Europe/Stockholm",
    )
    assert planned.due == PREVIEW.closes_at


def test_a_preview_whose_time_has_passed_is_not_posted() -> None:
    """It would close in the moment it opens."""
    with pytest.raises(RoundClosed, match="refusals-time-past-now"):
        post_round(PREVIEW, asking(ADA, STANDING, DIRECTLY), pressed(ADA, POST, at=PREVIEW.closes_at))


def test_change_goes_back_to_the_form() -> None:
    """With everything as it stands, its closing time as it would be typed here."""
    assert post_round(PREVIEW, asking(ADA), pressed(ADA, CHANGE)) == Effects(reply=OpenForm(a_form()))
    assert post_round(PREVIEW, asking(ADA, dialogue=STOCKHOLM), pressed(ADA, CHANGE)) == Effects(
        reply=OpenForm(a_form("Europe/Stockholm", "2026-05-11 14:00"))
    )


def test_a_changed_preview_stays_the_same_round() -> None:
    """Its id stays, so that the buttons of the first preview still mean it."""
    preview_again = replace(PREVIEW, version=2)
    event = sent(ADA, TICKET, **ANSWERS | {"question": "Whose is the garden?", "closes": "Friday 9:00"})

    effects = change_preview(preview_again, asking(ADA), event)

    changed = replace(
        preview_again,
        question="Whose is the garden?",
        closes_at=datetime(2026, 5, 8, 9, tzinfo=UTC),
    )
    assert effects == Effects(keep=(changed,), reply=Say(preview(changed)))


@pytest.mark.parametrize(
    ("question", "prompt"), [("What is the garden for?", "DLG-4"), ("Whose is the garden?", "")]
)
def test_a_prompt_in_other_words_is_no_longer_that_prompt(question: str, prompt: str) -> None:
    """The record must not say that a library question was asked when it was another."""
    taken = replace(PREVIEW, prompt="DLG-4")

    effects = change_preview(taken, asking(ADA), sent(ADA, TICKET, **ANSWERS | {"question": question}))

    assert [round.prompt for round in effects.keep if isinstance(round, Round)] == [prompt]


def test_a_change_that_cannot_be_kept_comes_back() -> None:
    """The preview stays as it was."""
    event = sent(ADA, TICKET, **ANSWERS | {"closes": "yesterday"})

    effects = change_preview(PREVIEW, asking(ADA), event)

    problems = {"closes": Phrase("refusals-no-time", {"typed": "yesterday"})}
    assert effects == Effects(reply=RejectForm(a_form(), problems, event.answers))


def test_a_dropped_preview_is_never_asked() -> None:
    """It closes without ever having opened; nobody else knows of it."""
    effects = post_round(PREVIEW, asking(ADA), pressed(ADA, DROP))

    assert effects == Effects(
        keep=(replace(PREVIEW, closed_at=MONDAY),), reply=Say(Message(Phrase("post_round-dropped")))
    )


@pytest.mark.parametrize(
    "round", [OPENED, replace(PREVIEW, closed_at=MONDAY - A_MINUTE)], ids=["posted", "dropped"]
)
@pytest.mark.parametrize("ticket", [POST, CHANGE, DROP], ids=["post", "change", "drop"])
def test_what_is_no_preview_any_more_stays_as_it_is(round: Round, ticket: Ticket) -> None:
    """A question must not change under the answers to it, nor be posted twice."""
    with pytest.raises(RoundClosed, match="post_round-no-preview"):
        post_round(round, asking(ADA, STANDING, DIRECTLY), pressed(ADA, ticket))
    with pytest.raises(RoundClosed, match="post_round-no-preview"):
        change_preview(round, asking(ADA), sent(ADA, TICKET, **ANSWERS))


def test_nothing_is_posted_after_the_end() -> None:
    """A preview may lie there when the dialogue closes."""
    ended = replace(GARDEN, state=DialogueState.CLOSED)

    with pytest.raises(DialogueClosed):
        post_round(PREVIEW, asking(ADA, STANDING, DIRECTLY, dialogue=ended), pressed(ADA, POST))


def test_a_button_that_was_never_ours_is_refused() -> None:
    """A ticket can be edited by whoever presses it."""
    with pytest.raises(NotFound, match="refusals-button"):
        post_round(PREVIEW, asking(ADA, STANDING, DIRECTLY), pressed(ADA, TICKET))
