"""Bring one's own words to a round, or pass."""

from dataclasses import dataclass

from bot.dialogue.attribution import Attribution, require_honest
from bot.dialogue.contributions import Contribution, ContributionKind, Revision
from bot.dialogue.kept import Kept
from bot.dialogue.limits import AGAIN_WITHIN, require_words_left
from bot.dialogue.renewals import Intentions
from bot.dialogue.rounds import Reveal, Round
from bot.dialogue.standing import Answered, Everybody, Recent, Standing
from bot.dialogue.tickets import Action, Ticket
from bot.dialogue.turns import TurnKind
from bot.errors import NotAllowed, NotFound
from bot.identifiers import ContributionId, RevisionId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, Post, RejectForm, Reply, Say, Telling
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Choice, Form, Message
from bot.speech.renewing import (
    BECAUSE,
    because_field,
    read_because,
    renewal_of,
    then_and_now,
    then_intro,
)
from bot.speech.shown import choices_after, shared_post, sharing_of
from bot.speech.telling import tell_all
from bot.speech.writing import (
    LEVEL,
    Written,
    read_writing,
    writing_fields,
    writing_intro,
    writing_values,
)
from bot.words import Phrase, Value


def offer_contribute(round: Round, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Open the form, or keep a pass or a question back at once.

    Raises:
        RoundClosed: The round has not been put to the group yet.
        NotAllowed: The command asks for a level that cannot be kept here.
    """
    round.require_opened()
    if isinstance(event, ChoicePicked) and event.ticket.choice:
        return _without_words(round, asking, event)
    standing = asking.loaded(Standing)
    typed = dict(event.options) if isinstance(event, CommandGiven) else {}
    if level := typed.get(LEVEL):
        if level not in set(Attribution):
            raise NotAllowed(Phrase("contribute-level-not-offered"))
        require_honest(Attribution(level), round.levels, standing.eligible)
    return Effects(reply=OpenForm(_form(round, asking, standing, typed)))


def contribute(round: Round, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep what the member wrote, and show it as the round's reveal allows.

    Raises:
        RoundClosed: The round has not been put to the group yet.
        NotAllowed: The member has sent too much in a short while.
    """
    round.require_opened()
    standing = asking.loaded(Standing)
    intentions = asking.loaded(Intentions)
    written, problems = read_writing(event.answers, round, asking.me, standing)
    because = read_because(event.answers.get(BECAUSE, ""), intentions, problems)
    if written is None or problems:
        return Effects(reply=RejectForm(_form(round, asking, standing, {}), problems, event.answers))
    if again := _said_already(round, asking, event, written):
        return again
    brought = bring(round, asking, event, written)
    return Effects(
        keep=(*brought.keep, *renewal_of(brought.contribution, round, intentions, because)),
        reply=Say(_said(round, brought.contribution, intentions, event)),
        posts=brought.posts,
        done=(round.id,),
    )


def _said(round: Round, contribution: Contribution, intentions: Intentions, event: FormSubmitted) -> Message:
    """Return the thanks, with what the member wrote then and now about why they are here."""
    earlier = intentions.before(contribution.member, round)
    below = tuple(then_and_now(earlier.id, contribution.id)) if earlier else ()
    return Message(_thanks(round, contribution, event), choices_after(round, contribution, event), below)


@dataclass(frozen=True, slots=True)
class Brought:
    """A new contribution with all that is kept and posted because of it."""

    contribution: Contribution
    keep: tuple[Kept, ...]
    posts: tuple[Post, ...]


def bring(
    round: Round,
    asking: Asking,
    event: FormSubmitted,
    written: Written,
    turn: tuple[ContributionId, TurnKind] | None = None,
) -> Brought:
    """
    Make a contribution of what was written: its number, its revision, its post, its wait for company.

    Raises:
        NotAllowed: The member has sent too much in a short while.
    """
    recent = asking.loaded(Recent)
    require_words_left(recent.moments(event.at), event.at, asking.house.limits, recent.earlier)
    is_hidden = written.level is Attribution.UNNAMED
    is_late = not round.is_open(event.at)
    contribution = Contribution(
        id=ContributionId(new_id(event.seed, "contribution")),
        dialogue=round.dialogue,
        round=round.id,
        number=0 if is_hidden else asking.loaded(Standing).contributions + 1,
        member=asking.me.id,
        level=written.level,
        shown_name=written.shown_name,
        made_at=event.at,
        shared_on=None if is_hidden else event.at.date(),
        is_late=is_late,
        is_new_to_me=written.is_new_to_me,
        to=turn[0] if turn else None,
        turn=turn[1] if turn else None,
    )
    revision = Revision(
        id=RevisionId(new_id(event.seed, "revision")),
        of=contribution.id,
        dialogue=round.dialogue,
        number=1,
        body=written.body,
        made_at=event.at,
    )
    keep: list[Kept] = [contribution, revision]
    if written.member != asking.me:
        keep.append(written.member)
    if is_hidden:
        keep.append(sharing_of(round.id, asking.here, event.at))
    is_shown = not is_hidden and (round.reveal is Reveal.OPEN or is_late)
    return Brought(contribution, tuple(keep), (shared_post(round, contribution),) if is_shown else ())


def _form(round: Round, asking: Asking, standing: Standing, typed: dict[str, str]) -> Form:
    return Form(
        title=Phrase("contribute-title"),
        ticket=Ticket(Action.CONTRIBUTE, round.id),
        intro=(*writing_intro(round, standing), *then_intro(round, asking.me, asking.loaded(Intentions))),
        fields=(
            *writing_fields(round, standing),
            *because_field(round, asking.me, asking.loaded(Intentions)),
        ),
        values=writing_values(round, asking.me, standing) | typed,
    )


def _without_words(round: Round, asking: Asking, event: ChoicePicked) -> Effects[Reply]:
    kinds = {"pass": ContributionKind.PASS, "unclear": ContributionKind.QUESTION_BACK}
    kind = kinds.get(event.ticket.choice)
    if kind is None:
        raise NotFound(Phrase("refusals-button"))
    round.require_open(event.at)
    if asking.loaded(Answered).has:
        return Effects(reply=Say(Message(Phrase("contribute-has-answered"))))
    contribution = Contribution(
        id=ContributionId(new_id(event.seed, "contribution")),
        dialogue=round.dialogue,
        round=round.id,
        number=0,
        member=asking.me.id,
        level=Attribution.UNNAMED,
        kind=kind,
        made_at=event.at,
        shared_on=event.at.date(),
    )
    told: tuple[Telling, ...] = ()
    if kind is ContributionKind.QUESTION_BACK:
        facilitators = asking.loaded(Everybody).facilitators
        phrase = Phrase("contribute-unclear-told", {"round": round.number})
        told = tell_all(event.seed, facilitators, phrase, Action.SHOW_ROUND, round.id)
    others = Choice(Phrase("contribute-others-choice"), Ticket(Action.SHOW_ROUND, round.id))
    return Effects(
        keep=(contribution,),
        reply=Say(Message(Phrase(f"contribute-{event.ticket.choice}-kept"), (others,))),
        tell=told,
        done=(round.id,),
    )


def _said_already(
    round: Round, asking: Asking, event: FormSubmitted, written: Written
) -> Effects[AfterForm] | None:
    for said in asking.loaded(Recent).said:
        if said.round == round.id and said.body == written.body and event.at - said.made_at < AGAIN_WITHIN:
            values: dict[str, Value] = {"at": said.made_at, "number": said.number}
            return Effects(
                reply=Say(
                    Message(Phrase("contribute-again" if said.number else "contribute-again-unnamed", values))
                )
            )
    return None


def _thanks(round: Round, contribution: Contribution, event: FormSubmitted) -> Phrase:
    values = {"number": contribution.number}
    if contribution.is_late:
        return Phrase("contribute-thanks-late", values)
    if contribution.level is Attribution.UNNAMED:
        return Phrase("contribute-thanks-unnamed")
    return Phrase(f"contribute-thanks-{round.reveal}", values)
