"""Start a dialogue, in two forms."""

from dataclasses import replace

import pytest

from bot.actions.start import facts_of, finish_start, offer_finish, offer_start, start
from bot.dialogue.attribution import ALL_LEVELS, Attribution
from bot.dialogue.dialogues import EXAMPLE_CHANNEL, Constraint, ConstraintKind, Dialogue, DialogueState
from bot.dialogue.members import Member, Role
from bot.dialogue.places import Place
from bot.dialogue.standing import AtPlace
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed
from bot.identifiers import DialogueId, MemberId, PostId, new_id
from bot.speech.effects import Deed, Effects, OpenForm, Post, RejectForm, Say
from bot.speech.messages import Choice, Field, FieldKind, Form, Message, Option
from bot.words import Part, Phrase, Quote
from tests.people import ADA, GARDEN, HERE, HOUSE, MONDAY, ROOM, SEED, account, asking, pressed, sent, typed

FREE, TAKEN = AtPlace(has_open=False), AtPlace(has_open=True)
START = Ticket(Action.START)
FINISH = Ticket(Action.FINISH_START, GARDEN.id)
WHO = account("Ada", may_manage=True)
LONG, ONE_OF, ANY_OF = FieldKind.PARAGRAPH, FieldKind.ONE_OF, FieldKind.ANY_OF
NEW = DialogueId(new_id(SEED, "dialogue"))
ADA_HERE = MemberId(new_id(SEED, "member"))
PREPARED = replace(GARDEN, state=DialogueState.PREPARED, opened_at=None, keeping="", run_by="")
FIRST = {
    "title": "A garden",
    "purpose": "What is it for?",
    "decides": "The residents.",
    "constraints": "Fixed: the budget\nOpen: what grows",
    "support": "Ada, 0123 456, weekdays 9-17.",
}
SECOND = {
    "zone": "europe/stockholm",
    "language": "en",
    "levels": "unnamed,named",
    "keeping": "Two years.",
    "run_by": "Ada, ada@garden.example",
}


def first_form(title: str = "") -> Form:
    """Return the first form."""
    return Form(
        title=Phrase("start-title"),
        ticket=START,
        intro=(Phrase("start-intro"),),
        fields=(
            Field(id="title", label=Phrase("start-title-field"), most=80),
            Field(id="purpose", label=Phrase("start-purpose-field"), kind=LONG, most=1000),
            Field(
                id="decides",
                label=Phrase("start-decides-field"),
                hint=Phrase("start-decides-hint"),
                most=1000,
            ),
            Field(
                id="constraints",
                label=Phrase("start-constraints-field"),
                kind=LONG,
                hint=Phrase("start-constraints-hint"),
                most=1000,
            ),
            Field(
                id="support",
                label=Phrase("start-support-field"),
                kind=LONG,
                hint=Phrase("start-support-hint"),
                most=1000,
            ),
        ),
        values={"title": title},
    )


def second_form() -> Form:
    """Return the second form, as it opens for Ada."""
    languages = (Option("en", Phrase("general-language-en-option")),)
    levels = tuple(Option(level, Phrase(f"contribute-{level}-option")) for level in ALL_LEVELS)
    return Form(
        title=Phrase("start-finish-title"),
        ticket=FINISH,
        intro=(Phrase("start-finish-intro"),),
        fields=(
            Field(id="zone", label=Phrase("start-zone-field"), hint=Phrase("start-zone-hint"), most=60),
            Field(id="language", label=Phrase("start-language-field"), kind=ONE_OF, options=languages),
            Field(id="levels", label=Phrase("start-levels-field"), kind=ANY_OF, options=levels),
            Field(
                id="keeping",
                label=Phrase("start-keeping-field"),
                hint=Phrase("start-keeping-hint"),
                most=1000,
            ),
            Field(
                id="run_by", label=Phrase("start-run-by-field"), hint=Phrase("start-run-by-hint"), most=1000
            ),
        ),
        values={"zone": "UTC", "language": "en", "levels": "named,chosen_name,unnamed", "run_by": "Ada"},
    )


# --- the first form -----------------------------------------------------------------------------------


def test_the_button_opens_the_first_form() -> None:
    """Five fields: all that members will read before anything else."""
    effects = offer_start(HERE, asking(None, FREE, dialogue=None), pressed(WHO, START))

    assert effects == Effects(reply=OpenForm(first_form()))


def test_a_typed_title_stands_in_the_form() -> None:
    """What was typed once need not be typed again."""
    effects = offer_start(HERE, asking(None, FREE, dialogue=None), typed(WHO, START, title="A garden"))

    assert effects == Effects(reply=OpenForm(first_form("A garden")))


def test_the_first_form_prepares_a_dialogue() -> None:
    """It is not open yet; whoever started it runs it, and has not agreed to take part by that."""
    effects = start(HERE, asking(None, FREE, dialogue=None), sent(WHO, START, **FIRST))

    dialogue = Dialogue(
        id=NEW,
        place=HERE,
        started_by=ADA_HERE,
        started_at=MONDAY,
        title="A garden",
        purpose="What is it for?",
        decides="The residents.",
        constraints=(
            Constraint(ConstraintKind.FIXED, "the budget"),
            Constraint(ConstraintKind.OPEN, "what grows"),
        ),
        support="Ada, 0123 456, weekdays 9-17.",
    )
    ada = Member(
        id=ADA_HERE,
        dialogue=NEW,
        account="account-of-ada",
        name="Ada",
        role=Role.FACILITATOR,
        joined_at=MONDAY,
    )
    go_on = Choice(Phrase("start-go-on-choice"), Ticket(Action.FINISH_START, NEW))
    assert effects == Effects(keep=(dialogue, ada), reply=Say(Message(Phrase("start-half-way"), (go_on,))))


def test_what_starts_in_the_example_place_is_marked_as_an_example() -> None:
    """It can be deleted, and nobody takes its people for real ones."""
    example = Place(ROOM, EXAMPLE_CHANNEL)

    effects = start(example, asking(None, FREE, dialogue=None), sent(WHO, START, **FIRST))

    assert [kept.is_example for kept in effects.keep if isinstance(kept, Dialogue)] == [True]


@pytest.mark.parametrize(
    ("answers", "problems"),
    [
        (
            {},
            {
                "title": Phrase("refusals-text-empty"),
                "purpose": Phrase("refusals-text-empty"),
                "decides": Phrase("refusals-text-empty"),
                "constraints": Phrase("refusals-text-empty"),
                "support": Phrase("start-no-support"),
            },
        ),
        (FIRST | {"support": "  "}, {"support": Phrase("start-no-support")}),
        (FIRST | {"support": "\0"}, {"support": Phrase("refusals-text-broken", {"position": 1})}),
        (FIRST | {"constraints": "the budget"}, {"constraints": Phrase("start-constraints-unclear")}),
        (FIRST | {"title": "x" * 81}, {"title": Phrase("refusals-text-long", {"length": 81, "most": 80})}),
    ],
    ids=["empty", "no safety contacts", "broken contacts", "constraints", "long title"],
)
def test_a_first_form_that_says_too_little_comes_back(
    answers: dict[str, str], problems: dict[str, Phrase]
) -> None:
    """A dialogue without safety contacts, or that hides what is fixed, does not even begin."""
    effects = start(HERE, asking(None, FREE, dialogue=None), sent(WHO, START, **answers))

    assert effects == Effects(reply=RejectForm(first_form(), problems, answers))


def test_a_place_holds_one_open_dialogue() -> None:
    """Otherwise nobody could tell which one a word in it belongs to."""
    taken = asking(None, TAKEN, dialogue=None)

    with pytest.raises(NotAllowed, match="start-place-taken"):
        offer_start(HERE, taken, pressed(WHO, START))
    with pytest.raises(NotAllowed, match="start-place-taken"):
        start(HERE, taken, sent(WHO, START, **FIRST))


# --- the second form ----------------------------------------------------------------------------------


def test_go_on_opens_the_second_form() -> None:
    """Everything in it has a usual answer, except how long words are kept."""
    effects = offer_finish(PREPARED, asking(ADA, dialogue=PREPARED), pressed(ADA, FINISH))

    assert effects == Effects(reply=OpenForm(second_form()))


@pytest.mark.parametrize(
    ("is_example", "welcome"), [(False, "start-welcome"), (True, "start-welcome-example")]
)
def test_the_second_form_opens_the_dialogue(welcome: str, *, is_example: bool) -> None:
    """A welcome in the place with a way to join and one to ask; the act stands in the ledger."""
    prepared = replace(PREPARED, is_example=is_example)

    effects = finish_start(prepared, asking(ADA, FREE, dialogue=prepared), sent(ADA, FINISH, **SECOND))

    opened = replace(
        prepared,
        zone="Europe/Stockholm",
        levels=(Attribution.NAMED, Attribution.UNNAMED),
        keeping="Two years.",
        run_by="Ada, ada@garden.example",
        state=DialogueState.OPEN,
        opened_at=MONDAY,
    )
    join = Choice(Phrase("join-choice"), Ticket(Action.JOIN, GARDEN.id))
    ask = Choice(Phrase("start-ask-choice"), Ticket(Action.OPEN_ROUND, GARDEN.id))
    help = Choice(Phrase("help-choice"), Ticket(Action.HELP, GARDEN.id))
    values = {"title": Quote(GARDEN.id, Part.TITLE), "purpose": Quote(GARDEN.id, Part.PURPOSE)}
    assert effects == Effects(
        keep=(opened,),
        reply=Say(Message(Phrase("start-opened"), (join, ask))),
        posts=(Post(PostId(GARDEN.id), HERE, Message(Phrase(welcome, values), (join, help))),),
        deed=Deed(action=Action.START, target=GARDEN.id),
    )


@pytest.mark.parametrize("levels", ["", "invisible"])
def test_without_any_level_words_are_shown_with_a_name(levels: str) -> None:
    """The one level that promises nothing is always there."""
    answers = SECOND | {"levels": levels}

    effects = finish_start(PREPARED, asking(ADA, FREE, dialogue=PREPARED), sent(ADA, FINISH, **answers))

    assert [kept.levels for kept in effects.keep if isinstance(kept, Dialogue)] == [(Attribution.NAMED,)]


@pytest.mark.parametrize("language", ["", "tlh", "../../etc"])
def test_only_a_language_with_phrases_is_kept(language: str) -> None:
    """A form can be sent with anything in it; this one is asked for in every answer."""
    answers = SECOND | {"language": language}

    effects = finish_start(PREPARED, asking(ADA, FREE, dialogue=PREPARED), sent(ADA, FINISH, **answers))

    assert [kept.language for kept in effects.keep if isinstance(kept, Dialogue)] == ["en"]


def test_a_second_form_that_says_too_little_comes_back() -> None:
    """Members must be able to read how long their words are kept, and who runs this."""
    event = sent(ADA, FINISH, zone="EST", keeping=" ", run_by="")

    effects = finish_start(PREPARED, asking(ADA, FREE, dialogue=PREPARED), event)

    problems = {
        "zone": Phrase("refusals-zone-offset", {"typed": "EST"}),
        "keeping": Phrase("refusals-text-empty"),
        "run_by": Phrase("refusals-text-empty"),
    }
    assert effects == Effects(reply=RejectForm(second_form(), problems, event.answers))


def test_a_place_that_was_taken_meanwhile_refuses() -> None:
    """Two people may fill in the forms for one channel at the same time."""
    with pytest.raises(NotAllowed, match="start-place-taken"):
        finish_start(PREPARED, asking(ADA, TAKEN, dialogue=PREPARED), sent(ADA, FINISH, **SECOND))


def test_a_dialogue_opens_once() -> None:
    """What members agreed to does not change under them by an old button."""
    with pytest.raises(NotAllowed, match="start-opened-already"):
        offer_finish(GARDEN, asking(ADA), pressed(ADA, FINISH))
    with pytest.raises(NotAllowed, match="start-opened-already"):
        finish_start(GARDEN, asking(ADA, FREE), sent(ADA, FINISH, **SECOND))


def test_the_facts_are_said_one_by_one() -> None:
    """Who decides, what can move, how long words are kept, who runs this: before the first question."""
    assert facts_of(GARDEN) == (
        Message(Phrase("start-fact-decides", {"decides": "The residents' meeting, on 1 June."})),
        Message(Phrase("start-fact-fixed", {"text": "The budget is 900 euros."})),
        Message(Phrase("start-fact-open", {"text": "What grows there."})),
        Message(Phrase("start-fact-keeping", {"keeping": "Two years."})),
        Message(Phrase("start-fact-run-by", {"run_by": "Ada, ada@garden.example"})),
    )


def test_the_zone_of_the_machine_is_proposed() -> None:
    """Whoever runs the bot has set it once; whoever starts a dialogue can still write another."""
    house = replace(HOUSE, zone="Europe/Stockholm")

    asked = asking(None, FREE, dialogue=None, house=house)

    dialogue, _ = start(HERE, asked, sent(WHO, START, **FIRST)).keep

    assert isinstance(dialogue, Dialogue)
    assert dialogue.zone == "Europe/Stockholm"
