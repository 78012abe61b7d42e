"""Asking the facilitators to look again at something they did."""

from dataclasses import replace

import pytest

from bot.actions.appeal import appeal, offer_appeal
from bot.dialogue.appeals import Appeal
from bot.dialogue.attribution import Attribution
from bot.dialogue.contributions import Contribution, ContributionState, Revision
from bot.dialogue.limits import Limits
from bot.dialogue.members import Role
from bot.dialogue.record import Record
from bot.dialogue.rounds import Reveal
from bot.dialogue.standing import Everybody, Recent, Said
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed
from bot.identifiers import AppealId, ContributionId, RevisionId, new_id
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.messages import Form, Message
from bot.speech.telling import tell_all
from bot.words import Phrase, Quote
from tests.people import (
    ADA,
    BEN,
    CHIDI,
    EVERYBODY,
    GARDEN,
    MONDAY,
    SEED,
    a_contribution,
    a_record,
    a_round,
    asking,
    pressed,
    sent,
    typed,
)

APPEAL = Ticket(Action.APPEAL, GARDEN.id)
HELD = a_contribution(BEN, 7, state=ContributionState.HELD)
NOTHING_YET = Recent(())
ID = AppealId(new_id(SEED, "appeal"))


def form(event: CommandGiven | ChoicePicked) -> Form:
    """Return the form that opens."""
    effects = offer_appeal(GARDEN, asking(BEN), event)
    assert isinstance(effects.reply, OpenForm)
    return effects.reply.form


def appealed(
    record: Record, answers: dict[str, str], limits: Limits | None = None, recent: Recent = NOTHING_YET
) -> Effects[AfterForm]:
    """Ben sends the form in."""
    two = Everybody((*EVERYBODY[:2], replace(CHIDI, role=Role.FACILITATOR)))
    here = asking(BEN, record, two, recent, limits=limits)
    return appeal(GARDEN, here, sent(BEN, APPEAL, MONDAY, **answers))


def kept(about: ContributionId | None) -> tuple[Appeal, Revision]:
    """Return an appeal and its words, as they are kept."""
    made = Appeal(id=ID, dialogue=GARDEN.id, member=BEN.id, about=about, made_at=MONDAY)
    words = Revision(
        id=RevisionId(new_id(SEED, "revision")),
        of=ID,
        dialogue=GARDEN.id,
        number=1,
        body="It names nobody.",
        made_at=MONDAY,
    )
    return made, words


@pytest.mark.parametrize(
    ("event", "about"),
    [
        (pressed(BEN, APPEAL), ""),
        (pressed(BEN, Ticket(Action.APPEAL, GARDEN.id, "7")), "#7"),
        (pressed(BEN, Ticket(Action.APPEAL, GARDEN.id, "<b>")), ""),
        (typed(BEN, APPEAL), ""),
        (typed(BEN, APPEAL, about="#7"), "#7"),
    ],
)
def test_what_it_is_about_stands_in_the_form(event: CommandGiven | ChoicePicked, about: str) -> None:
    """Whoever comes from their hidden words need not look for the number."""
    assert form(event).values == {"about": about}


@pytest.mark.parametrize("about", ["7", "#7", " #7 "])
def test_an_appeal_is_kept_and_every_facilitator_told(about: str) -> None:
    """They see the words and not the name: the author of words without a name may be the one who appeals."""
    told = Phrase("appeal-told", {"body": Quote(ID)})
    facilitators = (ADA, CHIDI)

    assert appealed(a_record([HELD]), {"about": about, "words": " It names nobody. "}) == Effects(
        keep=kept(HELD.id),
        reply=Say(Message(Phrase("appeal-thanks"))),
        tell=tell_all(SEED, facilitators, told, Action.ANSWER_APPEAL, ID),
    )


def test_an_appeal_need_not_be_about_a_contribution() -> None:
    """A role, a question, an end: all of it can be looked at again."""
    assert appealed(a_record([]), {"words": "It names nobody."}).keep == kept(None)


def sealed() -> Record:
    """Return a record in which Ben cannot see number 7 yet."""
    round = a_round(Reveal.ANSWER_FIRST)
    return a_record([a_contribution(CHIDI, 7, round=round)], rounds=(round,))


@pytest.mark.parametrize(
    ("record", "about"),
    [
        (a_record([HELD]), "8"),
        (a_record([HELD]), "seven"),
        (a_record([a_contribution(BEN, 0, level=Attribution.UNNAMED)]), "0"),
        (sealed(), "7"),
    ],
)
def test_only_what_the_member_can_see_can_be_named(record: Record, about: str) -> None:
    """A number must not tell whether something is behind it."""
    answers = {"about": about, "words": "It names nobody."}
    problems = {"about": Phrase("appeal-no-such-number", {"typed": about})}

    assert appealed(record, answers) == Effects(
        reply=RejectForm(form(pressed(BEN, APPEAL)), problems, answers)
    )


def test_without_words_the_form_comes_back() -> None:
    """An appeal says what should be looked at."""
    answers = {"about": "", "words": ""}
    problems = {"words": Phrase("refusals-text-empty")}

    assert appealed(a_record([HELD]), answers) == Effects(
        reply=RejectForm(form(pressed(BEN, APPEAL)), problems, answers)
    )


def test_nobody_floods_the_facilitators() -> None:
    """The limit for words holds here too."""
    said: Contribution = a_contribution(BEN, 1)
    recent = Recent((Said(contribution=said.id, round=said.round, number=1, body="x", made_at=MONDAY),))

    with pytest.raises(NotAllowed) as refused:
        appealed(a_record([]), {"words": "Again."}, Limits(words_a_minute=1), recent)

    assert refused.value.phrase == Phrase("refusals-too-fast", {"most": 1})
