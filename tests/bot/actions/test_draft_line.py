"""Drafting a line: it cites, it is shown as a draft, and everybody it cites is asked."""

from dataclasses import replace

import pytest

from bot.actions.draft_line import draft_line, offer_draft
from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import ContributionState, Revision
from bot.dialogue.limits import Limits
from bot.dialogue.lines import Drafters, Drafting, Line, LineKind
from bot.dialogue.record import Record
from bot.dialogue.standing import Recent
from bot.dialogue.tickets import Action, Ticket
from bot.errors import DialogueClosed, NotAllowed, NotFound
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm
from bot.speech.messages import FIELDS_IN_A_FORM
from tests.notes import FROM_BEN, FROM_CHIDI, UNNAMED, a_line, with_notes
from tests.people import ADA, BEN, GARDEN, MONDAY, TODAY, asking, pressed, sent, typed

TICKET = Ticket(Action.DRAFT_LINE, GARDEN.id)
AGAIN = Ticket(Action.DRAFT_LINE, GARDEN.id, "1")
GOOD = {"body": "Stairs or a lift.", "kind": "view", "sources": "1, 3"}
OPEN = Drafters(id=GARDEN.id, dialogue=GARDEN.id, drafting=Drafting.EVERYBODY)


def drafted(record: Record | None = None, ticket: Ticket = TICKET, **answers: str) -> Effects[AfterForm]:
    """Ada sends the form in."""
    here = asking(ADA, record or with_notes(()), Recent(()))
    return draft_line(GARDEN, here, sent(ADA, ticket, MONDAY, **answers))


def test_a_line_is_kept_as_a_draft_and_every_author_is_asked() -> None:
    """Also who shows no name, in the same way as everybody."""
    effects = drafted(None, TICKET, **GOOD)

    line, text = effects.keep
    assert isinstance(line, Line)
    assert isinstance(text, Revision)
    assert (line.number, line.edition, line.kind, line.sources) == (
        1,
        1,
        LineKind.VIEW,
        (FROM_BEN.id, UNNAMED.id),
    )
    assert (text.of, text.body) == (line.id, "Stairs or a lift.")
    assert {(told.member, told.action, told.subject) for told in effects.tell} == {
        (FROM_BEN.member, Action.CONFIRM_LINE, line.id),
        (UNNAMED.member, Action.CONFIRM_LINE, line.id),
    }
    (post,) = effects.posts
    assert (str(post.id), post.message.phrase.key) == (line.id, "show_notes-line")
    assert [message.phrase.key for message in post.message.below] == ["show_notes-source-unnamed"] * 2


def test_who_wrote_two_of_the_words_is_asked_once() -> None:
    """One question in the list; each text is answered for itself."""
    record = with_notes((), said=(FROM_BEN, replace(FROM_CHIDI, member=BEN.id)))

    assert len(drafted(record, TICKET, **(GOOD | {"sources": "1, 2"})).tell) == 1


def test_a_new_edition_asks_everybody_anew() -> None:
    """What was said about the earlier text belongs to it."""
    record = with_notes([a_line(FROM_BEN)])

    effects = drafted(record, AGAIN, **GOOD)

    line = effects.keep[0]
    assert isinstance(line, Line)
    assert (line.number, line.edition) == (1, 2)
    assert effects.settled == (a_line(FROM_BEN).id,)
    assert str(effects.posts[0].id) == a_line(FROM_BEN).id


@pytest.mark.parametrize(
    ("answers", "problems"),
    [
        (GOOD | {"body": " "}, {"body": "refusals-text-empty"}),
        (GOOD | {"kind": "verdict"}, {"kind": "draft_line-no-kind"}),
        (GOOD | {"sources": ""}, {"sources": "draft_line-needs-sources"}),
        (GOOD | {"sources": "9"}, {"sources": "draft_line-no-source"}),
        (GOOD | {"sources": "the lift"}, {"sources": "refusals-reference"}),
        (GOOD | {"kind": "fact"}, {"origin": "draft_line-fact-needs-origin"}),
        (GOOD | {"kind": "action", "sources": ""}, {"origin": "draft_line-needs-origin"}),
        (GOOD | {"origin": "x" * 501}, {"origin": "refusals-text-long"}),
    ],
)
def test_what_is_missing_is_said_beside_its_field(answers: dict[str, str], problems: dict[str, str]) -> None:
    """And nothing is kept."""
    effects = drafted(None, TICKET, **answers)

    assert isinstance(effects.reply, RejectForm)
    assert {field: phrase.key for field, phrase in effects.reply.problems.items()} == problems
    assert (effects.keep, effects.tell, effects.posts) == ((), (), ())


@pytest.mark.parametrize("kind", ["fact", "decision", "action"])
def test_a_fact_names_its_source_in_words_and_asks_nobody(kind: str) -> None:
    """Nobody here said it, so nobody here can confirm it."""
    effects = drafted(None, TICKET, body="900 euros.", kind=kind, origin="The letter of 3 May.")

    line = effects.keep[0]
    assert isinstance(line, Line)
    assert (line.sources, line.origin, effects.tell) == ((), "The letter of 3 May.", ())
    assert "show_notes-origin" in {message.phrase.key for message in effects.posts[0].message.below}


def test_only_facilitators_draft_until_they_let_others() -> None:
    """Drafting goes round, but somebody has to say so."""
    closed, opened = with_notes(()), replace(with_notes(()), drafters=OPEN)

    with pytest.raises(NotAllowed):
        offer_draft(GARDEN, asking(BEN, closed), pressed(BEN, TICKET))
    with pytest.raises(NotAllowed):
        draft_line(GARDEN, asking(BEN, closed, Recent(())), sent(BEN, TICKET, MONDAY, **GOOD))
    line = draft_line(GARDEN, asking(BEN, opened, Recent(())), sent(BEN, TICKET, MONDAY, **GOOD)).keep[0]
    assert isinstance(line, Line)
    assert (line.member, line.level, line.shown_name) == (BEN.id, Attribution.CHOSEN_NAME, "Heron")


def test_the_form_opens_with_what_is_ones_own() -> None:
    """Words of others are shown above it, never put into somebody's mouth."""
    record = replace(with_notes([a_line(FROM_BEN)]), drafters=OPEN)
    mine = offer_draft(GARDEN, asking(ADA, record), typed(ADA, TICKET, about="1")).reply
    others = offer_draft(GARDEN, asking(BEN, record), pressed(BEN, AGAIN)).reply
    new = offer_draft(GARDEN, asking(ADA, record), pressed(ADA, TICKET)).reply

    assert isinstance(mine, OpenForm)
    assert isinstance(others, OpenForm)
    assert isinstance(new, OpenForm)
    assert dict(mine.form.values) == {
        "kind": "view",
        "sources": "#1",
        "body": "Text of line-1-1.",
        "origin": "",
    }
    assert dict(others.form.values) == {"kind": "view", "sources": "#1"}
    assert not new.form.values
    assert len(new.form.fields) <= FIELDS_IN_A_FORM


def test_there_is_nothing_to_write_anew_where_nothing_is() -> None:
    """Neither a number that was never given, nor a line that was taken back."""
    gone = replace(a_line(FROM_BEN), state=ContributionState.WITHDRAWN, state_on=TODAY)

    for record, number in ((with_notes(()), "1"), (with_notes([gone]), "N1"), (with_notes(()), "x")):
        with pytest.raises(NotFound):
            offer_draft(GARDEN, asking(ADA, record), typed(ADA, TICKET, about=number))


def test_drafting_has_the_limits_of_all_words() -> None:
    """A flood of notes is a flood."""
    here = asking(ADA, with_notes(()), Recent(()), limits=Limits(words_a_minute=0))

    with pytest.raises(NotAllowed):
        draft_line(GARDEN, here, sent(ADA, TICKET, MONDAY, **GOOD))
    with pytest.raises(DialogueClosed):
        offer_draft(replace(GARDEN, state=GARDEN.state.CLOSED), here, pressed(ADA, TICKET))
