"""Answer a contribution: ask, answer, build on it, thank; also where no name is shown."""

from bot.actions.contribute import bring
from bot.dialogue.contributions import Contribution
from bot.dialogue.rounds import Round
from bot.dialogue.standing import Answered, RoundOf, Standing
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.turns import TurnKind
from bot.dialogue.visibility import require_shown_to
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Field, FieldKind, Form, Message, Option
from bot.speech.shown import choices_after
from bot.speech.telling import tell
from bot.speech.writing import NEW_TO_ME, read_writing, writing_fields, writing_intro, writing_values
from bot.words import Part, Phrase, Quote

KIND = "kind"
OFFERED = (TurnKind.QUESTION, TurnKind.ANSWER, TurnKind.BUILD, TurnKind.THANKS)


def offer_answer(
    contribution: Contribution, asking: Asking, event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    """
    Open the form.

    Raises:
        NotFound: The words are gone, or not to be seen by this member yet.
    """
    round = _round_of(contribution, asking, event)
    return Effects(reply=OpenForm(_form(contribution, round, asking)))


def answer(contribution: Contribution, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep the answer as a contribution of its own, linked to the one it answers, and tell its author.

    Raises:
        NotFound: The words are gone, or not to be seen by this member yet.
        NotAllowed: The member has sent too much in a short while.
    """
    round = _round_of(contribution, asking, event)
    written, problems = read_writing(event.answers, round, asking.me, asking.loaded(Standing))
    typed = event.answers.get(KIND, "")
    if typed not in OFFERED:
        problems[KIND] = Phrase("answer-no-kind")
    if written is None or problems:
        return Effects(reply=RejectForm(_form(contribution, round, asking), problems, event.answers))
    kind = TurnKind(typed)
    brought = bring(round, asking, event, written, (contribution.id, kind))
    told = Phrase(
        f"answer-told-{kind}",
        {"number": Quote(contribution.id, Part.NUMBER), "body": Quote(brought.contribution.id)},
    )
    then = Action.ANSWER if kind is TurnKind.QUESTION else Action.SHOW_ENTRY
    told_to = tell(event.seed, contribution.member, told, then, brought.contribution.id)
    is_own = contribution.member == asking.me.id
    is_waiting = brought.contribution.shared_on is None
    return Effects(
        keep=brought.keep,
        reply=Say(Message(Phrase("answer-thanks"), choices_after(round, brought.contribution, event))),
        posts=brought.posts,
        tell=told_to if not (is_own or is_waiting) else (),
        done=(contribution.id,),
    )


def _round_of(
    contribution: Contribution, asking: Asking, event: CommandGiven | ChoicePicked | FormSubmitted
) -> Round:
    round = asking.loaded(RoundOf).round
    has_answered = asking.loaded(Answered).has
    require_shown_to(asking.me.id, contribution, round, has_answered=has_answered, now=event.at)
    return round


def _form(contribution: Contribution, round: Round, asking: Asking) -> Form:
    standing = asking.loaded(Standing)
    kinds = tuple(Option(kind, Phrase(f"answer-{kind}-option")) for kind in OFFERED)
    fields = tuple(f for f in writing_fields(round, standing) if f.id != NEW_TO_ME)
    tick = tuple(f for f in writing_fields(round, standing) if f.id == NEW_TO_ME)
    quoted = Phrase(
        "answer-to", {"author": Quote(contribution.id, Part.AUTHOR), "body": Quote(contribution.id)}
    )
    return Form(
        title=Phrase("answer-title"),
        ticket=Ticket(Action.ANSWER, contribution.id),
        intro=(quoted, *writing_intro(round, standing)[1:]),
        fields=(
            Field(id=KIND, label=Phrase("answer-kind-field"), kind=FieldKind.ONE_OF, options=kinds),
            *fields,
            *tick,
        ),
        values=writing_values(round, asking.me, standing),
    )
