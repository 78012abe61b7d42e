"""How a command that somebody is typing could go on."""

from collections.abc import Iterator, Sequence

from bot.dialogue.tickets import Action
from bot.speech.command_shape import Command, CommandOption, OptionKind, key_of
from bot.speech.commands import BY_WORD, COMMANDS

SUGGESTIONS = 25
"""The most that can be offered at once; Discord's limit."""

_FOR_FACILITATORS = frozenset({Action.HOLD})
"""What only facilitators may ask for, among the words after a command that is for all."""


def suggest(text: str, *, is_facilitator: bool = True, prompts: Sequence[str] = ()) -> tuple[str, ...]:
    """Return how the text that somebody is typing could go on; *prompts* are ids of the library."""
    head, space, last = text.lstrip().rpartition(" ")
    commands = [c for c in COMMANDS if is_facilitator or not c.for_facilitators]
    if not space:
        return tuple(c.word for c in commands if c.word.startswith(last.lower()))
    word, *tokens = head.split()
    command = BY_WORD.get(word.lower())
    if command not in commands:
        return ()
    offers = _offers(command, tokens, prompts, is_facilitator=is_facilitator)
    fitting = (offer for offer in offers if offer.lower().startswith(last.lower()))
    return tuple(f"{head} {offer}" for offer in fitting)[:SUGGESTIONS]


def _offers(
    command: Command, tokens: Sequence[str], prompts: Sequence[str], *, is_facilitator: bool
) -> Iterator[str]:
    """Return what could stand next."""
    for option in _still_to_come(command, tokens):
        if option.name == "prompt":
            yield from prompts
        for typed in option.choices:
            asked = command.variants.get(typed)
            if is_facilitator or asked is None or asked.action not in _FOR_FACILITATORS:
                yield f"{option.name}:{typed}" if option.is_named else typed


def _still_to_come(command: Command, tokens: Sequence[str]) -> Sequence[CommandOption]:
    """Return the options that may still follow after *tokens*; none once somebody writes words."""
    left = list(command.options)
    for token in tokens:
        name, _, value = token.partition(":")
        named = [o for o in left if o.is_named and o.name == name.lower() and key_of(o, value)]
        fitting = named or [o for o in left if not o.is_named and key_of(o, token) is not None]
        if not fitting or fitting[0].kind is OptionKind.TEXT:
            return ()
        place = left.index(fitting[0])
        left = left[:place] + left[place + 1 :] if named else left[place + 1 :]
    missing = [place for place, option in enumerate(left) if option.is_required]
    return left[: missing[0]] if missing else left
