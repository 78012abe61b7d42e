"""Read the consent notice, and say yes or no."""

from dataclasses import replace

import pytest

from bot.actions.join import join, offer_join
from bot.actions.start import facts_of
from bot.dialogue.consent import Consent, Use
from bot.dialogue.dialogues import DialogueState
from bot.dialogue.members import Member, Role
from bot.dialogue.standing import Schedules
from bot.dialogue.tickets import Action, Ticket
from bot.errors import DialogueClosed
from bot.identifiers import MemberId, new_id
from bot.speech.consent_notice import ConsentNotice
from bot.speech.effects import Effects, OpenForm, RejectForm, Say
from bot.speech.messages import Choice, Field, FieldKind, Form, Message, Option
from bot.words import Part, Phrase, Quote
from tests.people import (
    ADA,
    AGREED,
    ALL_USES,
    BEN,
    GARDEN,
    HOUSE,
    MONDAY,
    SEED,
    account,
    asking,
    pressed,
    sent,
)

TICKET = Ticket(Action.JOIN, GARDEN.id)
YES, NO = replace(TICKET, choice="yes"), replace(TICKET, choice="no")
NOTHING_RETURNS = Schedules(())
ELI = account("Eli")
NEW_NOTICE = replace(HOUSE, notice=ConsentNotice(2, HOUSE.notice.text))
NOTICE = Message(
    Phrase("join-about", {"title": Quote(GARDEN.id, Part.TITLE), "purpose": Quote(GARDEN.id, Part.PURPOSE)}),
    (Choice(Phrase("join-yes-choice"), YES), Choice(Phrase("join-no-choice"), NO)),
    (
        Message(Phrase("consent-short")),
        *facts_of(GARDEN),
        Message(Phrase("start-fact-support", {"support": GARDEN.support})),
        Message(Phrase("consent-more")),
    ),
)
THANKS = Say(
    Message(
        Phrase("join-thanks"),
        (
            Choice(Phrase("show_mine-choice"), Ticket(Action.SHOW_MINE, GARDEN.id)),
            Choice(Phrase("set_preferences-choice"), Ticket(Action.SET_PREFERENCES, GARDEN.id)),
        ),
    )
)


def a_form(uses: str = "", chosen_name: str = "") -> Form:
    """Return the form with the three ticks."""
    return Form(
        title=Phrase("join-title"),
        ticket=replace(TICKET, choice="1.1"),
        intro=(Phrase("join-form-intro", {"version": 1}),),
        fields=(
            Field(
                id="uses",
                label=Phrase("join-uses-field"),
                kind=FieldKind.ANY_OF,
                options=(
                    Option("notes", Phrase("join-notes-option")),
                    Option("report", Phrase("join-report-option")),
                    Option("open_data", Phrase("join-open_data-option")),
                ),
                is_required=False,
            ),
            Field(
                id="chosen_name",
                label=Phrase("contribute-chosen-name-field"),
                hint=Phrase("join-chosen-name-hint"),
                is_required=False,
                most=32,
            ),
        ),
        values={"uses": uses, "chosen_name": chosen_name},
        send=Phrase("join-agree-choice", {"version": 1}),
    )


def test_joining_begins_with_the_notice() -> None:
    """Who runs this, what can move, where help is, what is kept: all of it before any yes."""
    effects = offer_join(GARDEN, asking(), pressed(ELI, TICKET))

    assert effects == Effects(reply=Say(NOTICE))


def test_a_no_keeps_nothing() -> None:
    """Declining leaves nothing stored."""
    effects = offer_join(GARDEN, asking(), pressed(ELI, NO))

    assert effects == Effects(reply=Say(Message(Phrase("join-declined"))))


def test_going_on_opens_the_form_with_nothing_ticked() -> None:
    """A tick that was set beforehand is no yes."""
    effects = offer_join(GARDEN, asking(), pressed(ELI, YES))

    assert effects == Effects(reply=OpenForm(a_form()))


def test_a_yes_is_kept_with_both_versions_and_the_ticks() -> None:
    """Later it can be said what exactly somebody agreed to."""
    facts_changed = replace(GARDEN, facts=3)
    event = sent(ELI, TICKET, uses="report,everything", chosen_name=" Grey  Heron ")

    effects = join(
        facts_changed, asking(None, NOTHING_RETURNS, dialogue=facts_changed, house=NEW_NOTICE), event
    )

    eli = Member(
        id=MemberId(new_id(SEED, "member")),
        dialogue=GARDEN.id,
        account="account-of-eli",
        name="Eli",
        role=Role.MEMBER,
        joined_at=MONDAY,
        consent=Consent(notice=2, facts=3, uses=frozenset({Use.REPORT})),
        chosen_name="Grey Heron",
    )
    assert effects == Effects(keep=(eli,), reply=THANKS)


def test_a_yes_to_what_has_changed_meanwhile_is_no_yes() -> None:
    """Somebody read version 1; version 2 is shown to them before anything is kept."""
    event = sent(ELI, replace(TICKET, choice="1.1"), uses="report")

    assert join(GARDEN, asking(house=NEW_NOTICE), event) == Effects(reply=Say(NOTICE))


def test_without_any_tick_somebody_takes_part() -> None:
    """No use beyond the dialogue is a condition for being heard."""
    effects = join(GARDEN, asking(None, NOTHING_RETURNS), sent(ELI, TICKET))

    (eli,) = effects.keep
    assert isinstance(eli, Member)
    assert eli.has_voice
    assert eli.consent == Consent(1, 1)


def test_who_started_it_joins_as_everybody_does() -> None:
    """Running a dialogue is no consent; the role stays with the yes."""
    started = replace(ADA, consent=None)

    effects = join(GARDEN, asking(started, NOTHING_RETURNS), sent(ADA, TICKET, uses="notes,report,open_data"))

    assert effects == Effects(keep=(replace(ADA, consent=replace(AGREED, uses=ALL_USES)),), reply=THANKS)


def test_who_left_comes_back_as_the_same_member() -> None:
    """Their earlier words stay theirs, under the name they chose then."""
    gone = replace(BEN, has_left=True)

    effects = join(GARDEN, asking(gone, NOTHING_RETURNS), sent(BEN, TICKET))

    assert effects == Effects(keep=(BEN,), reply=THANKS)


def test_who_takes_part_already_can_change_the_ticks() -> None:
    """Withdrawing a yes is as easy as giving it."""
    change = Choice(Phrase("join-change-choice"), YES)
    ticked = replace(BEN, consent=replace(AGREED, uses=frozenset({Use.REPORT, Use.NOTES})))

    assert offer_join(GARDEN, asking(BEN), pressed(BEN, TICKET)) == Effects(
        reply=Say(Message(Phrase("join-already"), (change,)))
    )
    assert offer_join(GARDEN, asking(ticked), pressed(BEN, YES)) == Effects(
        reply=OpenForm(a_form("notes,report", "Heron"))
    )
    assert join(GARDEN, asking(ticked, NOTHING_RETURNS), sent(BEN, TICKET)) == Effects(
        keep=(BEN,), reply=THANKS
    )


@pytest.mark.parametrize(
    "member",
    [replace(BEN, consent=None), replace(BEN, has_left=True), replace(BEN, role=Role.OBSERVER)],
    ids=["no yes yet", "left", "observer"],
)
def test_who_has_no_voice_is_shown_the_notice(member: Member) -> None:
    """Being known is not the same as having agreed."""
    assert offer_join(GARDEN, asking(member), pressed(BEN, TICKET)) == Effects(reply=Say(NOTICE))


def test_a_new_notice_is_shown_to_everybody() -> None:
    """What somebody agreed to before is not what stands there now."""
    effects = offer_join(GARDEN, asking(BEN, house=NEW_NOTICE), pressed(BEN, TICKET))

    assert effects == Effects(reply=Say(NOTICE))


def test_a_name_that_cannot_be_kept_comes_back_with_the_form() -> None:
    """Nothing of it is stored, not even the yes."""
    event = sent(ELI, TICKET, uses="notes", chosen_name="\u200b")

    effects = join(GARDEN, asking(), event)

    problems = {"chosen_name": Phrase("refusals-text-empty")}
    assert effects == Effects(reply=RejectForm(a_form(), problems, event.answers))


def test_nobody_joins_what_has_ended() -> None:
    """There is nothing left to take part in; the record can be read elsewhere."""
    ended = replace(GARDEN, state=DialogueState.CLOSED)

    with pytest.raises(DialogueClosed):
        offer_join(ended, asking(dialogue=ended), pressed(ELI, TICKET))
    with pytest.raises(DialogueClosed):
        join(ended, asking(dialogue=ended), sent(ELI, TICKET))
