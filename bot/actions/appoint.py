"""Give somebody a role: facilitator, member, observer. The last facilitator stays."""

from dataclasses import replace

from bot.actions.show_ledger import target_of_role
from bot.dialogue.dialogues import Dialogue
from bot.dialogue.members import Member, Role, require_successor
from bot.dialogue.standing import Everybody
from bot.dialogue.texts import read_text
from bot.dialogue.tickets import Action, Ticket
from bot.errors import Refusal
from bot.identifiers import PostId, new_id
from bot.speech.asking import Asking
from bot.speech.effects import AfterForm, Deed, Effects, OpenForm, Post, RejectForm, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven, FormSubmitted
from bot.speech.messages import Choice, Field, FieldKind, Form, Message, Option
from bot.speech.telling import tell
from bot.words import Part, Phrase, Quote, Value

NAME, ROLE, REASON = "name", "role", "reason"
NAME_MOST = 100
REASON_MOST = 500


def offer_appoint(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """Say who facilitates; open the form for whoever pressed the button or named somebody."""
    options = event.options if isinstance(event, CommandGiven) else {}
    if isinstance(event, ChoicePicked) or options:
        return Effects(reply=OpenForm(_form(dialogue, options.get(NAME, ""), options.get(ROLE, ""))))
    facilitators = asking.loaded(Everybody).facilitators
    change = Choice(Phrase("appoint-change-choice"), Ticket(Action.APPOINT, dialogue.id))
    names = tuple(
        Message(Phrase("appoint-facilitator", {"name": Quote(m.id, Part.NAME)})) for m in facilitators
    )
    return Effects(reply=Say(Message(Phrase("appoint-who", {"count": len(names)}), (change,), names)))


def appoint(dialogue: Dialogue, asking: Asking, event: FormSubmitted) -> Effects[AfterForm]:
    """
    Give the role, say so where the dialogue is held, and tell the person.

    Raises:
        NotAllowed: No facilitator would be left.
    """
    problems: dict[str, Phrase] = {}
    member = _find(event.answers.get(NAME, ""), asking.loaded(Everybody).members, problems)
    role = _read_role(event.answers.get(ROLE, ""), member, problems)
    reason = _read_reason(event.answers.get(REASON, ""), problems)
    if problems or member is None or role is None:
        return Effects(reply=RejectForm(_form(dialogue), problems, event.answers))
    if role is not Role.FACILITATOR:
        require_successor(member, asking.loaded(Everybody).members)
    values: dict[str, Value] = {"name": Quote(member.id, Part.NAME), "by": Quote(asking.me.id, Part.NAME)}
    post = Post(
        PostId(new_id(event.seed, "post")),
        dialogue.place,
        Message(Phrase(f"appoint-{role}-now", values), (_ledger_choice(dialogue),)),
    )
    told = Phrase(f"appoint-told-{role}")
    is_own = member.id == asking.me.id
    return Effects(
        keep=(replace(member, role=role),),
        reply=Say(Message(Phrase("appoint-done"))),
        posts=(post,),
        tell=() if is_own else tell(event.seed, member.id, told, Action.HELP, dialogue.id),
        deed=Deed(action=Action.APPOINT, target=target_of_role(member.id, role), reason=reason),
    )


def _find(typed: str, members: tuple[Member, ...], problems: dict[str, Phrase]) -> Member | None:
    """
    Find the one member whose account has this name.

    A chosen name finds nobody: a role given to it would tell everyone whose name it is.
    """
    name = " ".join(typed.split()).removeprefix("@")
    found = [m for m in members if m.name.casefold() == name.casefold() and not m.has_left]
    if len(found) == 1:
        return found[0]
    problems[NAME] = Phrase("appoint-several" if found else "appoint-nobody", {"name": name})
    return None


def _read_role(typed: str, member: Member | None, problems: dict[str, Phrase]) -> Role | None:
    if typed not in set(Role):
        problems[ROLE] = Phrase("appoint-no-role")
        return None
    if member is not None and member.role == typed:
        problems[ROLE] = Phrase("appoint-same-role")
    return Role(typed)


def _read_reason(typed: str, problems: dict[str, Phrase]) -> str:
    try:
        return read_text(typed, REASON_MOST) if typed.strip() else ""
    except Refusal as refusal:
        problems[REASON] = refusal.phrase
        return ""


def _ledger_choice(dialogue: Dialogue) -> Choice:
    return Choice(Phrase("show_mine-show_ledger-choice"), Ticket(Action.SHOW_LEDGER, dialogue.id))


def _form(dialogue: Dialogue, name: str = "", role: str = "") -> Form:
    roles = tuple(Option(role, Phrase(f"appoint-{role}-option")) for role in Role)
    long = FieldKind.PARAGRAPH
    return Form(
        title=Phrase("appoint-title"),
        ticket=Ticket(Action.APPOINT, dialogue.id),
        intro=(Phrase("appoint-intro"),),
        fields=(
            Field(
                id=NAME, label=Phrase("appoint-name-field"), hint=Phrase("appoint-name-hint"), most=NAME_MOST
            ),
            Field(id=ROLE, label=Phrase("appoint-role-field"), kind=FieldKind.ONE_OF, options=roles),
            Field(
                id=REASON,
                label=Phrase("appoint-reason-field"),
                kind=long,
                is_required=False,
                most=REASON_MOST,
            ),
        ),
        values={NAME: name, ROLE: role},
    )
