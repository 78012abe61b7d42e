"""Read the consent notice, and say yes or no; a no stores nothing."""

from dataclasses import replace

from bot.actions.start import facts_of
from bot.dialogue.consent import Consent, Use
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.members import NAME_LENGTH, Member, Role, account_name
from bot.dialogue.rhythm import coming_for
from bot.dialogue.standing import Schedules
from bot.dialogue.tickets import Action, Ticket
from bot.errors import Refusal
from bot.identifiers import MemberId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Effects, OpenForm, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Choice, Field, FieldKind, Form, Message, Option
from bot.speech.writing import CHOSEN_NAME, read_name
from bot.words import Part, Phrase, Quote

USES = "uses"


def offer_join(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Show the notice with the facts of this dialogue; then, on "go on", the form with three open ticks.

    Raises:
        DialogueClosed: It has ended.
    """
    dialogue.require_open()
    choice = event.ticket.choice
    if choice == "no":
        return Effects(reply=Say(Message(Phrase("join-declined"))))
    if choice == "yes":
        return Effects(reply=OpenForm(_form(dialogue, asking)))
    if asking.member and asking.member.has_voice and _is_current(asking, dialogue):
        change = Choice(Phrase("join-change-choice"), Ticket(Action.JOIN, dialogue.id, "yes"))
        return Effects(reply=Say(Message(Phrase("join-already"), (change,))))
    return Effects(reply=Say(_notice(dialogue)))


def join(dialogue: Dialogue, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Keep the yes: the versions of notice and facts, and only the uses that were ticked.

    Where either changed while somebody was reading, nothing is kept and the notice is shown anew.

    Raises:
        DialogueClosed: It has ended.
    """
    dialogue.require_open()
    if event.ticket.choice not in ("", _versions(asking, dialogue)):
        return Effects(reply=Say(_notice(dialogue)))
    typed = event.answers.get(CHOSEN_NAME, "").strip()
    try:
        chosen_name = read_name(typed) if typed else ""
    except Refusal as refusal:
        form = _form(dialogue, asking)
        return Effects(reply=RejectForm(form, {CHOSEN_NAME: refusal.phrase}, event.answers))
    ticked = event.answers.get(USES, "").split(",")
    consent = Consent(asking.house.notice.version, dialogue.facts, frozenset(u for u in Use if u in ticked))
    joined = asking.member or Member(
        id=MemberId(new_id(event.seed, "member")),
        dialogue=dialogue.id,
        account=event.account.id,
        name=account_name(event.account.name),
        role=Role.MEMBER,
        joined_at=event.at,
    )
    member = replace(joined, consent=consent, chosen_name=chosen_name or joined.chosen_name, has_left=False)
    mine = Choice(Phrase("show_mine-choice"), Ticket(Action.SHOW_MINE, dialogue.id))
    preferences = Choice(Phrase("set_preferences-choice"), Ticket(Action.SET_PREFERENCES, dialogue.id))
    planned = coming_for(member, dialogue.zone, asking.loaded(Schedules).schedules, event.at)
    return Effects(keep=(member, *planned), reply=Say(Message(Phrase("join-thanks"), (mine, preferences))))


def _versions(asking: Asking, dialogue: Dialogue) -> str:
    """Return what a yes is given to, for the ticket of the form."""
    return f"{asking.house.notice.version}.{dialogue.facts}"


def _is_current(asking: Asking, dialogue: Dialogue) -> bool:
    consent = asking.me.consent
    return consent is not None and consent.covers(asking.house.notice.version, dialogue.facts)


def _notice(dialogue: Dialogue) -> Message:
    values = {"title": Quote(dialogue.id, Part.TITLE), "purpose": Quote(dialogue.id, Part.PURPOSE)}
    yes = Choice(Phrase("join-yes-choice"), Ticket(Action.JOIN, dialogue.id, "yes"))
    no = Choice(Phrase("join-no-choice"), Ticket(Action.JOIN, dialogue.id, "no"))
    return Message(
        Phrase("join-about", values),
        (yes, no),
        (
            Message(Phrase("consent-short")),
            *facts_of(dialogue),
            Message(Phrase("start-fact-support", {"support": dialogue.support})),
            Message(Phrase("consent-more")),
        ),
    )


def _form(dialogue: Dialogue, asking: Asking) -> Form:
    earlier = asking.member.consent.uses if asking.member and asking.member.consent else frozenset()
    return Form(
        title=Phrase("join-title"),
        ticket=Ticket(Action.JOIN, dialogue.id, _versions(asking, dialogue)),
        intro=(Phrase("join-form-intro", {"version": asking.house.notice.version}),),
        fields=(
            Field(
                id=USES,
                label=Phrase("join-uses-field"),
                kind=FieldKind.ANY_OF,
                options=tuple(Option(use, Phrase(f"join-{use}-option")) for use in Use),
                is_required=False,
            ),
            Field(
                id=CHOSEN_NAME,
                label=Phrase("contribute-chosen-name-field"),
                hint=Phrase("join-chosen-name-hint"),
                is_required=False,
                most=NAME_LENGTH,
            ),
        ),
        values={
            USES: ",".join(sorted(earlier)),
            CHOSEN_NAME: asking.member.chosen_name if asking.member else "",
        },
        send=Phrase("join-agree-choice", {"version": asking.house.notice.version}),
    )
