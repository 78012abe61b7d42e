"""How an answer goes back: what the acknowledgement says, and the calls that follow it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from adapters.slack.forms import draw_errors, draw_form
from adapters.slack.parts import Part
from adapters.slack.pen import Tree
from adapters.slack.render import draw_all, draw_home, draw_view
from adapters.slack.way_back import Back, Body, By
from bot.dialogue.tickets import Ticket
from bot.speech.effects import Answer, OpenForm, RejectForm, Say, SendFile, Silence
from bot.speech.messages import Choice, Message
from bot.speech.phrasebook import Words
from bot.words import Phrase

ASIDES_MOST = 4
"""Slack takes five answers at one address; the last is kept for what may still go wrong."""


@dataclass(frozen=True, slots=True)
class OpenView:
    """Open a view; where the moment for it has passed, say *otherwise*."""

    view: Tree
    otherwise: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class UpdateView:
    """Draw the view that is open anew; where it was closed meanwhile, say *otherwise*."""

    view: Tree
    otherwise: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class ShowHome:
    """Draw the App Home of this person."""

    view: Tree


@dataclass(frozen=True, slots=True)
class Aside:
    """Say it where they spoke, so that only they see it; it may take the place of what they pressed."""

    part: Part
    is_instead: bool = False


@dataclass(frozen=True, slots=True)
class Directly:
    """Say it in the direct message."""

    part: Part


@dataclass(frozen=True, slots=True)
class Openly:
    """Say it under the message that is answered, where everybody can read it."""

    part: Part


Call: TypeAlias = OpenView | UpdateView | ShowHome | Aside | Directly | Openly


@dataclass(frozen=True, slots=True)
class Plan:
    """What Slack is told at once, and what is called after it."""

    acknowledgement: Tree | None = None
    calls: tuple[Call, ...] = ()


def plan(answer: Answer, back: Back, body: Body, ticket: Ticket | None = None) -> Plan:
    """Return how *answer* goes back; *ticket* is what opens the form again should its moment have passed."""
    match answer.reply:
        case Silence():
            return Plan()
        case OpenForm(form) if back.by not in {By.MENTION, By.DIRECT}:
            view = draw_form(form, answer.words, back.channel)
            again = _again(ticket or form.ticket, form.values, answer.words)
            return Plan(None, (_open(view, again, back),))
        case RejectForm() if back.by is By.FORM:
            return Plan(_rejected(answer.reply, answer.words, back, body))
        case _ if back.by is By.MENTION:
            return Plan(None, tuple(map(Openly, draw_all(_open_messages(answer), answer.words))))
        case _:
            return say(_messages(answer), answer.words, back)


def say(messages: Sequence[Message], words: Words, back: Back) -> Plan:
    """Return how messages go back to whoever spoke."""
    match back.by:
        case By.COMMAND:
            first, *rest = draw_all(messages, words)
            return Plan(_aside(first), _asides(rest))
        case By.DIRECT:
            return Plan(None, tuple(map(Directly, draw_all(messages, words))))
        case By.BUTTON | By.MENTION:
            return _said_aside(messages, words, back)
        case By.SHORTCUT if back.address:
            return _said_aside(messages, words, back)
        case _:
            return _in_view(messages, words, back)


def early(words: Words, back: Back) -> Plan:
    """Return what is said while the answer takes its time; it never says that anything is kept."""
    if back.by is not By.FORM:
        return Plan()
    return say((Message(Phrase("slack-working")),), words, back)


def afterwards(back: Back) -> Back:
    """Return the way back once the acknowledgement is gone."""
    if back.by is By.COMMAND:
        return replace(back, by=By.BUTTON)
    return replace(back, by=By.IN_VIEW) if back.by is By.FORM else back


def _messages(answer: Answer) -> tuple[Message, ...]:
    match answer.reply:
        case Say(message) | SendFile(message=message):
            return (message, *answer.waiting)
        case RejectForm(_, problems, answers):
            texts = (Phrase("general-own-text", {"text": text}) for text in answers.values() if text)
            return tuple(map(Message, (*problems.values(), *texts)))
        case _:
            return (Message(Phrase("refusals-button")),)


def _said_aside(messages: Sequence[Message], words: Words, back: Back) -> Plan:
    first, *rest = draw_all(messages, words)
    return Plan(None, (Aside(first, is_instead=back.is_aside), *_asides(rest)))


def _open_messages(answer: Answer) -> tuple[Message, ...]:
    """Return what everybody may read: that it is kept or why not, and never words of a member."""
    match answer.reply:
        case Say(message):
            return (Message(message.phrase, message.choices),)
        case RejectForm(form):
            privately = Choice(Phrase("platform-answer-privately-choice"), form.ticket)
            return (Message(Phrase("platform-not-kept-openly"), (privately,)),)
        case _:
            return ()


def _in_view(messages: Sequence[Message], words: Words, back: Back) -> Plan:
    if back.by is By.HOME:
        return Plan(None, (ShowHome(draw_home(messages, words)),))
    view, rest = draw_view(messages, words, back.channel)
    if back.by is By.FORM:
        return Plan({"response_action": "update", "view": view}, tuple(map(Directly, rest)))
    return Plan(None, (_open(view, tuple(draw_all(messages, words)), back), *map(Directly, rest)))


def _open(view: Tree, otherwise: tuple[Part, ...], back: Back) -> OpenView | UpdateView:
    return UpdateView(view, otherwise) if back.by is By.IN_VIEW else OpenView(view, otherwise)


def _rejected(reply: RejectForm, words: Words, back: Back, body: Body) -> Tree:
    errors = draw_errors(reply.form, reply.problems, words, body["view"])
    if errors:
        return {"response_action": "errors", "errors": errors}
    view = draw_form(reply.form, words, back.channel, reply.problems, reply.answers)
    return {"response_action": "update", "view": view}


def _again(ticket: Ticket, values: object, words: Words) -> tuple[Part, ...]:
    text = values.get("body", "") if isinstance(values, dict) else ""
    own = (Message(Phrase("general-own-text", {"text": text})),) if text else ()
    choice = Choice(Phrase("slack-open-choice"), ticket)
    return tuple(draw_all((Message(Phrase("slack-too-late"), (choice,), own),), words))


def _asides(parts: Sequence[Part]) -> tuple[Call, ...]:
    """Say the rest there too, and what is more than Slack takes there in the direct message."""
    return (*map(Aside, parts[:ASIDES_MOST]), *map(Directly, parts[ASIDES_MOST:]))


def _aside(part: Part) -> Tree:
    return {"response_type": "ephemeral", "text": part.text, "blocks": list(part.blocks)}
