"""Keys that are put together while the program runs: each value of each closed list has its words."""

from collections.abc import Iterable, Mapping

import pytest

from adapters.pages import read_pages
from bot.actions.answer import OFFERED
from bot.actions.review import ANSWERS as REVIEWED
from bot.actions.start import LANGUAGES
from bot.dialogue.attribution import Attribution
from bot.dialogue.check_ins import CheckInState
from bot.dialogue.consent import Use
from bot.dialogue.coverage import Strength
from bot.dialogue.decisions import DecisionState, StepKind
from bot.dialogue.dialogues import ConstraintKind
from bot.dialogue.divergences import DivergenceState
from bot.dialogue.evidence import Basis
from bot.dialogue.framework import Mechanism, Theme
from bot.dialogue.gaps import GapReason
from bot.dialogue.interpretations import Sureness
from bot.dialogue.lines import CheckAnswer, Drafting, LineKind, LineState
from bot.dialogue.methods import MANNERS, Method
from bot.dialogue.objections import ANSWERS, ObjectionState, Point
from bot.dialogue.pointers import PointerKind
from bot.dialogue.readings import Reading, Stakes
from bot.dialogue.rounds import Reveal
from bot.dialogue.scales import SCALES
from bot.dialogue.stances import StanceKind
from bot.dialogue.turns import Signs, TurnKind
from bot.dialogue.understandings import Firmness, MarkKey, Scope, SharedReading, Stage
from bot.speech.phrasebook import Phrasebook
from bot.speech.sensing import TEXTS

YES_OR_NO = (False, True)
SIGNS = [Signs(a, b, c) for a in YES_OR_NO for b in YES_OR_NO for c in YES_OR_NO]
WORDS_OF_SCALES = {manner.scale.words for manner in MANNERS.values()}
KEYS: Mapping[str, Iterable[str]] = {
    "answer-told-{}": OFFERED,
    "answer-{}-option": OFFERED,
    "close_round-missing-{}": {name for signs in SIGNS for name in signs.missing},
    "close_round-signs-{}": {signs.label for signs in SIGNS},
    "close_check_in-only-{}": [m for m in Method if not MANNERS[m].leads_to_decision],
    "close_check_in-reading-{}": Reading,
    "close_check_in-reading-two-{}": ("more_dialogue", "not_agreed", "inconclusive"),
    "close_check_in-stops-{}": {scale.words for scale in SCALES.values() if scale.stops},
    "confirm_line-level-{}": Attribution,
    "confirm_line-kept-{}": CheckAnswer,
    "confirm_line-said-{}": CheckAnswer,
    "confirm_line-told-{}": set(CheckAnswer) - {CheckAnswer.YES},
    "confirm_line-{}-choice": CheckAnswer,
    "confirm_line-{}-mark": CheckAnswer,
    "close_understanding-reading-{}": SharedReading,
    "contribute-level-{}": Attribution,
    "contribute-sees-{}": Reveal,
    "contribute-thanks-{}": Reveal,
    "contribute-turn-{}": TurnKind,
    "contribute-{}-kept": ("pass", "unclear"),
    "contribute-{}-option": Attribution,
    "draft_line-{}-option": LineKind,
    "interpret-{}-option": Sureness,
    "interpret-sure-{}": Sureness,
    "interpret-{}-said": TEXTS,
    "interpret-{}-field": TEXTS,
    "let_draft-{}-already": Drafting,
    "let_draft-{}-choice": Drafting,
    "let_draft-{}-now": Drafting,
    "general-language-{}-option": LANGUAGES,
    "join-{}-option": Use,
    "export_statements-by-{}": Method,
    "export_statements-step-{}": StepKind,
    "export_statements-{}": (*CheckInState, "paper"),
    "decide-outcome-{}": Reading,
    "decide-state-{}": DecisionState,
    "decide-{}-option": Reading,
    "review-kept-{}": REVIEWED,
    "review-told-{}": REVIEWED,
    "review-{}-choice": REVIEWED,
    "review-{}-intro": REVIEWED,
    "review-{}-title": REVIEWED,
    "object_to-says-{}": Point,
    "object_to-{}-field": Point,
    "settle_objection-kept-{}": ANSWERS,
    "settle_objection-{}": ObjectionState,
    "settle_objection-{}-choice": ANSWERS,
    "open_check_in-question-{}": Method,
    "open_check_in-when-{}": Method,
    "open_check_in-{}-choice": Method,
    "open_check_in-{}-option": Stakes,
    "mark-{}-option": (*MarkKey, *Firmness),
    "record_understanding-{}-option": Scope,
    "understand-{}-closed": (Stage.RESTATING, Stage.MARKING),
    "open_round-{}-option": (*Mechanism, *Theme, *Reveal),
    "return_to-{}-source": (*PointerKind, "whole"),
    "respond-hint-{}": WORDS_OF_SCALES,
    "respond-key-{}-field": WORDS_OF_SCALES,
    "respond-level-{}": Attribution,
    "respond-method-{}": Method,
    "respond-needs-reason-{}": {
        manner.scale.words for manner in MANNERS.values() if manner.scale.needs_reason
    },
    "scales-{}-label": [f"{scale.words}-{key}" for scale in SCALES.values() for key in scale.labels],
    "scales-{}-option": [f"{m.scale.words}-{key}" for m in MANNERS.values() for key in m.scale.labels],
    "show_record-apart-{}": DivergenceState,
    "show_notes-state-{}": LineState,
    "show_map-theme-{}": Theme,
    "show_map-{}": Strength,
    "show_map-{}-basis": Basis,
    "show_map-{}-reason": GapReason,
    "stance-kept-{}": StanceKind,
    "start-fact-{}": ConstraintKind,
}
BOOK = Phrasebook(read_pages())


@pytest.mark.parametrize("pattern", KEYS)
def test_every_value_has_words(pattern: str) -> None:
    """A member must not meet "[contribute-level-unnamed]" where it matters most what is said."""
    keys = {pattern.format(value) for value in KEYS[pattern]}

    assert keys <= BOOK.keys("en")
