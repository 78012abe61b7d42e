"""Mark views that differ, in one's own words or between two that stand; each is kept whole."""

from dataclasses import replace

from bot.actions.contribute import bring
from bot.dialogue.contributions import Contribution
from bot.dialogue.divergences import Divergence, DivergenceState
from bot.dialogue.rounds import Round
from bot.dialogue.stances import Stance, StanceKind
from bot.dialogue.standing import Answered, Other, Positions, RoundOf, Standing
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.turns import TurnKind
from bot.dialogue.visibility import is_sealed_for, require_shown_to
from bot.errors import NotAllowed, NotFound
from bot.identifiers import ContributionId, DivergenceId, PostId, Seed, new_id
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, Post, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Choice, Form, Message
from bot.speech.shown import choices_after
from bot.speech.telling import tell
from bot.speech.writing import read_writing, writing_fields, writing_intro, writing_values
from bot.words import Part, Phrase, Quote


def offer_differ(
    contribution: Contribution, asking: Asking, event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    """
    Open "I see it differently", or mark two contributions that were both named as differing.

    Raises:
        NotFound: One of them is gone, or not to be seen by this member yet.
        NotAllowed: A view cannot differ from itself, or from an answer to another question.
    """
    round = _round_of(contribution, asking, event)
    if isinstance(event, CommandGiven) and event.options.get("other"):
        return _mark(contribution, round, asking, event)
    return Effects(reply=OpenForm(_form(contribution, round, asking)))


def differ(contribution: Contribution, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep the member's own view beside the one it differs from, as a divergence.

    Raises:
        NotFound: The words are gone, or not to be seen by this member yet.
        NotAllowed: The member has sent too much in a short while.
    """
    round = _round_of(contribution, asking, event)
    written, problems = read_writing(event.answers, round, asking.me, asking.loaded(Standing))
    if written is None:
        return Effects(reply=RejectForm(_form(contribution, round, asking), problems, event.answers))
    brought = bring(round, asking, event, written, (contribution.id, TurnKind.DIFFER))
    divergence = _divergence(contribution.id, brought.contribution.id, asking, event)
    stance = Stance(
        contribution=contribution.id,
        member=asking.me.id,
        dialogue=round.dialogue,
        kind=StanceKind.DIFFERENTLY,
        made_at=event.at,
    )
    told = Phrase(
        "differ-told",
        {"number": Quote(contribution.id, Part.NUMBER), "body": Quote(brought.contribution.id)},
    )
    is_own = contribution.member == asking.me.id
    is_waiting = brought.contribution.shared_on is None
    return Effects(
        keep=(*brought.keep, divergence, stance),
        reply=Say(Message(Phrase("differ-thanks"), choices_after(round, brought.contribution, event))),
        posts=brought.posts,
        tell=()
        if is_own or is_waiting
        else tell(event.seed, contribution.member, told, Action.SHOW_ENTRY, brought.contribution.id),
    )


def agree_to_differ(
    divergence: Divergence, asking: Asking, event: CommandGiven | ChoicePicked
) -> Effects[Reply]:
    """
    Note that the author of one view agrees to differ; with a word from each side it is so.

    Raises:
        NotAllowed: The member wrote none of the views.
        NotFound: The button asks for something else, or it was agreed before.
    """
    if event.ticket.choice != "agree" or divergence.state is DivergenceState.AGREED_TO_DIFFER:
        raise NotFound(Phrase("refusals-button"))
    authors = {c.member for c in asking.loaded(Positions).contributions if c.member}
    if asking.me.id not in authors:
        raise NotAllowed(Phrase("differ-only-authors"))
    agreed = divergence.agreed_by | {asking.me.id}
    if authors - agreed:
        waiting = replace(divergence, agreed_by=agreed, state=DivergenceState.EXPLORED)
        return Effects(keep=(waiting,), reply=Say(Message(Phrase("differ-agree-waits"))))
    settled = replace(divergence, agreed_by=agreed, state=DivergenceState.AGREED_TO_DIFFER)
    return Effects(keep=(settled,), reply=Say(Message(Phrase("differ-agreed"))))


def _mark(contribution: Contribution, round: Round, asking: Asking, event: CommandGiven) -> Effects[Reply]:
    other = asking.loaded(Other).contribution
    if other is None:
        raise NotFound
    if other.id == contribution.id:
        raise NotAllowed(Phrase("differ-from-itself"))
    if other.round != contribution.round:
        raise NotAllowed(Phrase("differ-other-question"))
    has_answered = asking.loaded(Answered).has
    require_shown_to(asking.me.id, other, round, has_answered=has_answered, now=event.at)
    is_sealed = is_sealed_for(round, None, has_answered=False, now=event.at)
    divergence = _divergence(contribution.id, other.id, asking, event)
    return Effects(
        keep=(divergence,),
        reply=Say(Message(Phrase("differ-marked"), (_apart(round),))),
        posts=() if is_sealed else (_marked_post(round, contribution, other, event.seed),),
    )


def _marked_post(round: Round, one: Contribution, other: Contribution, seed: Seed) -> Post:
    values = {
        "one": Quote(one.id, Part.NUMBER),
        "other": Quote(other.id, Part.NUMBER),
        "one_body": Quote(one.id),
        "other_body": Quote(other.id),
        "one_author": Quote(one.id, Part.AUTHOR),
        "other_author": Quote(other.id, Part.AUTHOR),
    }
    message = Message(Phrase("differ-marked-post", values), (_apart(round),))
    return Post(PostId(new_id(seed, "marked")), round.place, message)


def _apart(round: Round) -> Choice:
    return Choice(Phrase("close_round-apart-choice"), Ticket(Action.SHOW_RECORD, round.dialogue, "apart"))


def _divergence(
    one: ContributionId, other: ContributionId, asking: Asking, event: CommandGiven | FormSubmitted
) -> Divergence:
    return Divergence(
        id=DivergenceId(new_id(event.seed, "divergence")),
        dialogue=asking.here.id,
        positions=(one, other),
        marked_by=asking.me.id,
        made_at=event.at,
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
    quoted = Phrase(
        "answer-to", {"author": Quote(contribution.id, Part.AUTHOR), "body": Quote(contribution.id)}
    )
    return Form(
        title=Phrase("differ-title"),
        ticket=Ticket(Action.DIFFER, contribution.id),
        intro=(quoted, Phrase("differ-intro"), *writing_intro(round, standing)[1:]),
        fields=writing_fields(round, standing),
        values=writing_values(round, asking.me, standing),
    )
