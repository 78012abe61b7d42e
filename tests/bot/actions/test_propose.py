"""Proposing a statement, and new editions of one."""

from dataclasses import replace

import pytest

from bot.actions.propose import offer_propose, propose
from bot.dialogue.check_ins import CheckInState, OpenCheckIns
from bot.dialogue.contributions import Revision
from bot.dialogue.limits import Limits
from bot.dialogue.members import Member
from bot.dialogue.objections import Objection, Objections, ObjectionState
from bot.dialogue.standing import Recent, Said
from bot.dialogue.statements import Statement, Statements
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed, NotFound
from bot.identifiers import ContributionId, ObjectionId, OccurrenceId, RoundId
from bot.speech.asking import Asking
from bot.speech.effects import Deed, OpenForm, RejectForm
from tests.people import ADA, BEN, CHIDI, DANA, GARDEN, MONDAY, asking, pressed, sent, typed
from tests.statements import CHECK_IN, OBJECTION, STATEMENT

NEW, AGAIN = Ticket(Action.PROPOSE, GARDEN.id), Ticket(Action.PROPOSE, GARDEN.id, "1")
NOTHING_YET = Recent(())


def here(
    member: Member = BEN,
    *statements: Statement,
    is_open: bool = False,
    objections: tuple[Objection, ...] = (),
) -> Asking:
    """Return who asks, among these statements."""
    open_now = OpenCheckIns((CHECK_IN,) if is_open else ())
    return asking(member, Statements(statements), open_now, NOTHING_YET, Objections(objections))


def test_a_new_statement_is_kept_and_shown() -> None:
    """Any member can write what the group should consider."""
    effects = propose(GARDEN, here(), sent(BEN, NEW, MONDAY, body=" A lift. ", level="named"))

    statement, revision = effects.keep
    assert isinstance(statement, Statement)
    assert isinstance(revision, Revision)
    assert (statement.number, statement.edition, statement.member) == (1, 1, BEN.id)
    assert (revision.of, revision.body) == (statement.id, "A lift.")
    assert [str(post.id) for post in effects.posts] == [statement.id]
    assert effects.deed is None


def test_the_next_statement_has_the_next_number() -> None:
    """Numbers name statements for as long as the record is kept."""
    effects = propose(GARDEN, here(BEN, STATEMENT), sent(BEN, NEW, MONDAY, body="Two.", level="named"))

    assert isinstance(effects.keep[0], Statement)
    assert effects.keep[0].number == STATEMENT.number + 1


def test_a_new_edition_stands_beside_the_earlier_one() -> None:
    """The earlier text is not changed: it is followed."""
    effects = propose(
        GARDEN, here(CHIDI, STATEMENT), sent(CHIDI, AGAIN, MONDAY, body="Stairs.", level="named")
    )

    statement = effects.keep[0]
    assert isinstance(statement, Statement)
    assert (statement.number, statement.edition) == (1, 2)
    assert STATEMENT not in effects.keep


def test_a_facilitator_lets_an_open_check_in_lapse() -> None:
    """What was responded to the earlier text does not count, and the ledger says who did it."""
    event = sent(ADA, AGAIN, MONDAY, body="Stairs.", level="named")

    effects = propose(GARDEN, here(ADA, STATEMENT, is_open=True), event)

    assert replace(CHECK_IN, state=CheckInState.LAPSED) in effects.keep
    assert effects.cancel == (OccurrenceId(f"check-{CHECK_IN.id}"),)
    assert isinstance(effects.keep[0], Statement)
    assert effects.deed == Deed(action=Action.PROPOSE, target=effects.keep[0].id)
    assert CHECK_IN.id in {str(post.id) for post in effects.posts}


def test_a_member_cannot_end_a_check_in_with_a_new_text() -> None:
    """The text is frozen while people respond to it."""
    with pytest.raises(NotAllowed):
        offer_propose(GARDEN, here(BEN, STATEMENT, is_open=True), pressed(BEN, AGAIN))
    with pytest.raises(NotAllowed):
        propose(GARDEN, here(BEN, STATEMENT, is_open=True), sent(BEN, AGAIN, MONDAY, body="X"))


def test_the_form_shows_the_earlier_text_and_holds_none_of_it() -> None:
    """A form holds only the member's own words."""
    opened = offer_propose(GARDEN, here(ADA, STATEMENT, is_open=True), pressed(ADA, AGAIN)).reply

    assert isinstance(opened, OpenForm)
    assert [phrase.key for phrase in opened.form.intro] == [
        "propose-intro",
        "propose-earlier",
        "propose-will-lapse",
    ]
    assert "body" not in opened.form.values


def test_a_number_that_is_not_there_is_said() -> None:
    """Nobody guesses which statement was meant."""
    with pytest.raises(NotFound):
        offer_propose(GARDEN, here(), typed(BEN, NEW, MONDAY, about="7"))


def test_what_cannot_be_kept_comes_back() -> None:
    """With what was typed, so that nothing is lost."""
    reply = propose(GARDEN, here(), sent(BEN, NEW, MONDAY, body="  ", level="unnamed")).reply

    assert isinstance(reply, RejectForm)
    assert set(reply.problems) == {"body", "level"}


def test_a_chosen_name_is_remembered() -> None:
    """It is asked for once."""
    event = sent(CHIDI, NEW, MONDAY, body="A lift.", level="chosen_name", chosen_name="Otter")

    assert replace(CHIDI, chosen_name="Otter") in propose(GARDEN, here(CHIDI), event).keep


def test_too_much_in_a_short_while_is_refused() -> None:
    """Nobody floods a dialogue."""
    said = Said(ContributionId("c"), RoundId("r"), 1, "x", MONDAY)
    crowded = asking(BEN, Statements(()), OpenCheckIns(()), Recent((said,)), limits=Limits(words_a_minute=1))

    with pytest.raises(NotAllowed):
        propose(GARDEN, crowded, sent(BEN, NEW, MONDAY, body="A lift.", level="named"))


def test_whoever_objected_is_asked_about_the_new_edition() -> None:
    """Only they can say that it meets the objection; what was met before is not asked again."""
    met = replace(OBJECTION, id=ObjectionId("met"), member=DANA.id, standing=ObjectionState.MET)
    asked = here(ADA, STATEMENT, objections=(OBJECTION, met))
    edition = Ticket(Action.PROPOSE, GARDEN.id, "1")

    told = propose(GARDEN, asked, sent(ADA, edition, MONDAY, body="Stairs.", level="named")).tell

    assert [(each.member, each.action, each.subject) for each in told] == [
        (CHIDI.id, Action.SETTLE_OBJECTION, OBJECTION.id)
    ]
