"""What was recorded, by mechanism and theme, and how mechanisms fed each other: a mirror, never a mark."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from bot.actions.close_round import said_of
from bot.actions.show_round import Sight, sight_of
from bot.dialogue.coverage import Cell, coverage
from bot.dialogue.dialogues import Dialogue, DialogueState
from bot.dialogue.evidence import Evidence, evidence_in
from bot.dialogue.framework import Mechanism, Theme
from bot.dialogue.gaps import GapExcerpt, newest
from bot.dialogue.links import Interaction, Link, interactions
from bot.dialogue.tickets import Action, Ticket
from bot.errors import NotFound
from bot.speech.asking import Asking
from bot.speech.effects import Effects, Reply, Say
from bot.speech.events import ChoicePicked, CommandGiven
from bot.speech.mapping import (
    CAVEAT,
    explain_choice,
    grid_message,
    links_message,
    mechanism_label,
    theme_label,
    told_cell,
    told_gap,
)
from bot.speech.messages import Choice, Message
from bot.speech.pointing import pointer_choice, pointer_phrase
from bot.words import Part, Phrase, Quote, Value

LINKS = "links"
LINKS_SHOWN = 10


@dataclass(frozen=True, slots=True)
class _Mirror:
    """What the reader may see, counted."""

    dialogue: Dialogue
    sight: Sight
    cells: Mapping[tuple[Mechanism, Theme], Cell]
    gaps: Mapping[tuple[Mechanism, Theme], GapExcerpt]
    links: Mapping[tuple[Mechanism, Mechanism], Interaction]
    may_explain: bool


def show_map(dialogue: Dialogue, asking: Asking, event: CommandGiven | ChoicePicked) -> Effects[Reply]:
    """
    Show the map, the links, or one mechanism with what stands behind each of its cells.

    Raises:
        NotFound: The button asks for something else.
    """
    sight = sight_of(asking, event)
    found = evidence_in(sight.excerpt)
    mirror = _Mirror(
        dialogue=dialogue,
        sight=sight,
        cells=coverage(found),
        gaps=newest(sight.excerpt.gaps),
        links=interactions(found),
        may_explain=dialogue.state is DialogueState.OPEN and asking.me.has_voice,
    )
    return Effects(reply=Say(_view(event.ticket.choice)(mirror)))


def _view(choice: str) -> Callable[[_Mirror], Message]:
    if not choice:
        return _grid
    if choice == LINKS:
        return _links
    if choice in set(Mechanism):
        return lambda mirror: _one(mirror, Mechanism(choice))
    raise NotFound(Phrase("refusals-button"))


def _grid(mirror: _Mirror) -> Message:
    heading = Phrase("show_map-grid", {"title": Quote(mirror.dialogue.id, Part.TITLE)})
    choices = (*_mechanism_choices(mirror), _choice("show_map-links-choice", mirror, LINKS))
    grid = grid_message(mirror.cells, mirror.gaps, mirror.sight.day)
    return Message(heading, choices, (grid, *said_of(mirror.sight.excerpt.signs), Message(CAVEAT)))


def _links(mirror: _Mirror) -> Message:
    heading = Phrase("show_map-links", {"title": Quote(mirror.dialogue.id, Part.TITLE)})
    choices = (*_mechanism_choices(mirror), _choice("show_map-choice", mirror, ""))
    matrix = links_message(mirror.links, mirror.sight.day)
    return Message(heading, choices, (matrix, Message(CAVEAT)))


def _one(mirror: _Mirror, mechanism: Mechanism) -> Message:
    heading = Phrase("show_map-one", {"mechanism": mechanism_label(mechanism)})
    choices = (_choice("show_map-choice", mirror, ""), _choice("show_map-links-choice", mirror, LINKS))
    cells = (_cell(mirror, mechanism, theme) for theme in Theme)
    below = (*cells, *_feeding(mirror, mechanism), Message(CAVEAT))
    return Message(heading, choices, below)


def _cell(mirror: _Mirror, mechanism: Mechanism, theme: Theme) -> Message:
    label = theme_label(theme)
    cell = mirror.cells.get((mechanism, theme))
    if cell is None:
        gap = mirror.gaps.get((mechanism, theme))
        values: dict[str, Value] = {"mechanism": mechanism_label(mechanism), "theme": label}
        explain = (explain_choice(mirror.dialogue.id, mechanism, theme),) if mirror.may_explain else ()
        below = tuple(map(Message, told_gap(gap, mirror.sight.day))) if gap else ()
        return Message(Phrase("show_map-empty-cell", values), explain, below)
    said = Phrase("show_map-full-cell", {"theme": label, "cell": told_cell(cell, mirror.sight.day)})
    return Message(said, tuple(_openings(cell, mirror)))


def _openings(cell: Cell, mirror: _Mirror) -> Iterator[Choice]:
    """Return a button for each episode, which opens the first thing of it that stands there."""
    first: dict[str, Evidence] = {}
    for each in cell.evidence:
        first.setdefault(each.episode, each)
    for each in list(first.values())[-LINKS_SHOWN:]:
        yield pointer_choice(each.pointer, mirror.dialogue.id)


def _feeding(mirror: _Mirror, mechanism: Mechanism) -> Iterator[Message]:
    """Return the links into a mechanism, each with what it leads from and to."""
    for (fed_by, into), interaction in sorted(mirror.links.items()):
        if into is mechanism:
            values: dict[str, Value] = {
                "from": mechanism_label(fed_by),
                "to": mechanism_label(into),
                "count": len(interaction.links),
            }
            key = "show_map-continued" if fed_by is into else "show_map-fed"
            shown = interaction.links[-LINKS_SHOWN:]
            yield Message(Phrase(key, values), (), tuple(_link(link, mirror) for link in shown))


def _link(link: Link, mirror: _Mirror) -> Message:
    values: dict[str, Value] = {
        "cited": pointer_phrase(link.cited.pointer),
        "citing": pointer_phrase(link.citing.pointer),
        "day": mirror.sight.day(link.citing.day),
    }
    opened = pointer_choice(link.citing.pointer, mirror.dialogue.id)
    return Message(Phrase("show_map-link", values), (opened,))


def _mechanism_choices(mirror: _Mirror) -> tuple[Choice, ...]:
    return tuple(
        Choice(
            Phrase("show_map-look-choice", {"mechanism": mechanism_label(mechanism)}),
            Ticket(Action.SHOW_MAP, mirror.dialogue.id, mechanism),
        )
        for mechanism in Mechanism
    )


def _choice(key: str, mirror: _Mirror, view: str) -> Choice:
    return Choice(Phrase(key), Ticket(Action.SHOW_MAP, mirror.dialogue.id, view))
