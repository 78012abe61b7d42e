"""End a dialogue, with a reason, or open it again; its record stays readable."""

from dataclasses import dataclass, replace

from bot.actions.close_check_in import close_with_dialogue
from bot.actions.close_round import closing, planned_for
from bot.dialogue.contributions import ContributionKind, ContributionState
from bot.dialogue.dialogues import Dialogue, DialogueState
from bot.dialogue.kept import Kept
from bot.dialogue.record import Record
from bot.dialogue.rounds import Round
from bot.dialogue.standing import AtPlace, InRound, Rounds, Standing
from bot.dialogue.texts import read_text
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotAllowed, NotFound, Refusal
from bot.identifiers import PostId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Deed, Effects, OpenForm, Post, RejectForm, Reply, Say, Telling
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Choice, Field, FieldKind, Form, Message
from bot.speech.telling import tell_all
from bot.words import Part, Phrase, Quote, Value

REASON = "reason"
REASON_MOST = 500
REOPEN = "reopen"


def offer_close(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Open the form for the reason; for a dialogue that has ended, offer to open it again, or do so.

    Raises:
        DialogueClosed: It has never opened.
        NotAllowed: It cannot be opened again, because another is open in its place, or it is open.
        NotFound: The button asks for something else.
    """
    match event.ticket.choice:
        case "" if dialogue.state is DialogueState.CLOSED:
            reopen = Ticket(Action.CLOSE_DIALOGUE, dialogue.id, REOPEN)
            choice = Choice(Phrase("close_dialogue-reopen-choice"), reopen)
            return Effects(reply=Say(Message(Phrase("close_dialogue-already"), (choice,))))
        case "":
            dialogue.require_open()
            return Effects(reply=OpenForm(_form(dialogue)))
        case "reopen":
            return _reopen(dialogue, asking, event)
        case _:
            raise NotFound(Phrase("refusals-button"))


def close_dialogue(dialogue: Dialogue, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    End the dialogue: close its rounds and check-ins, show what was kept back, and keep the reason.

    Raises:
        DialogueClosed: It has ended already, or has never opened.
    """
    dialogue.require_open()
    try:
        reason = read_text(event.answers.get(REASON, ""), REASON_MOST)
    except Refusal as refusal:
        return Effects(reply=RejectForm(_form(dialogue), {REASON: refusal.phrase}, event.answers))
    closed = replace(dialogue, state=DialogueState.CLOSED, closed_at=event.at)
    rounds = tuple(r for r in asking.loaded(Rounds).rounds if r.opened_at is not None and r.closed_at is None)
    ending = _close_rounds(rounds, asking, event)
    weighed = close_with_dialogue(asking.loaded(Record), event.at, event.seed)
    return Effects(
        keep=(closed, *ending.keep, *weighed.keep),
        reply=Say(Message(Phrase("close_dialogue-done"))),
        posts=(*ending.posts, *weighed.posts, _post("close_dialogue-ended", dialogue, asking, event)),
        cancel=(*(planned for round in rounds for planned in planned_for(round)), *weighed.cancel),
        tell=(*weighed.tell, *_tell_contributors(dialogue, asking, event)),
        settled=(*(round.id for round in rounds), *weighed.settled),
        deed=Deed(action=Action.CLOSE_DIALOGUE, target=dialogue.id, reason=reason),
    )


def _tell_contributors(dialogue: Dialogue, asking: Asking, event: FormSubmitted) -> tuple[Telling, ...]:
    """Tell everybody who wrote something, once, where they see what became of it."""
    record = asking.loaded(Record)
    said = (c for c in record.contributions if c.kind is ContributionKind.WORDS)
    authors = {c.member for c in said if c.state is ContributionState.LIVE and c.member}
    members = (m for m in record.members.values() if m.id in authors and not m.has_left)
    phrase = Phrase("follow_up-at-end")
    return tell_all(event.seed, members, phrase, Action.SHOW_FOLLOW_UP, dialogue.id)


@dataclass(frozen=True, slots=True)
class _Ending:
    """What is kept and posted because the last rounds close with their dialogue."""

    keep: tuple[Kept, ...]
    posts: tuple[Post, ...]


def _close_rounds(rounds: tuple[Round, ...], asking: Asking, event: FormSubmitted) -> _Ending:
    """Close each round as it would close by itself, counting on from the numbers of the one before."""
    keep: list[Kept] = []
    posts: list[Post] = []
    standing = asking.loaded(Standing)
    for round in rounds:
        brought = tuple(c for c in asking.loaded(Record).contributions if c.round == round.id)
        things = {**asking.things, InRound: InRound(brought), Standing: standing}
        kept, said = closing(round, replace(asking, things=things), event.at, event.seed, is_for_good=True)
        keep += kept
        posts += said
        shown_now = len(kept) - 1
        standing = replace(standing, contributions=standing.contributions + shown_now)
    return _Ending(tuple(keep), tuple(posts))


def _reopen(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    if dialogue.state is not DialogueState.CLOSED:
        raise NotAllowed(Phrase("close_dialogue-not-ended"))
    if asking.loaded(AtPlace).has_open:
        raise NotAllowed(Phrase("close_dialogue-place-taken"))
    opened = replace(dialogue, state=DialogueState.OPEN, closed_at=None)
    return Effects(
        keep=(opened,),
        reply=Say(Message(Phrase("close_dialogue-reopened"))),
        posts=(_post("close_dialogue-open-again", dialogue, asking, event),),
        deed=Deed(action=Action.CLOSE_DIALOGUE, target=dialogue.id),
    )


def _post(
    key: str, dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked | FormSubmitted
) -> Post:
    """Return the post about it; the reason stands in the ledger, since a post holds no words."""
    values: dict[str, Value] = {
        "title": Quote(dialogue.id, Part.TITLE),
        "by": Quote(asking.me.id, Part.NAME),
    }
    choices = (
        Choice(Phrase("show_record-choice"), Ticket(Action.SHOW_RECORD, dialogue.id)),
        Choice(Phrase("show_mine-show_ledger-choice"), Ticket(Action.SHOW_LEDGER, dialogue.id)),
    )
    post = PostId(new_id(event.seed, "post"))
    return Post(post, dialogue.place, Message(Phrase(key, values), choices))


def _form(dialogue: Dialogue) -> Form:
    long = FieldKind.PARAGRAPH
    return Form(
        title=Phrase("close_dialogue-title"),
        ticket=Ticket(Action.CLOSE_DIALOGUE, dialogue.id),
        intro=(Phrase("close_dialogue-intro"),),
        fields=(Field(id=REASON, label=Phrase("close_dialogue-reason-field"), kind=long, most=REASON_MOST),),
    )
