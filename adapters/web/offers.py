"""How a command that is being typed could go on, with a line of help for each."""

from adapters.web.listen import ROOT, after_root
from adapters.web.render import Tree
from bot.speech.commands import BY_WORD
from bot.speech.completion import suggest
from bot.speech.phrasebook import Words
from bot.words import Phrase


def offer(text: str, words: Words) -> Tree:
    """Return what the page may offer for *text*, each in full."""
    typed = text.lstrip().removeprefix("/")
    asked = "" if ROOT.startswith(typed.lower()) else _rest(text)
    offers = [{"text": f"/{ROOT} {offered}", "help": _help(offered, words)} for offered in suggest(asked)]
    return {"kind": "offers", "text": text, "offers": offers}


def _rest(text: str) -> str:
    """Return what stands after the root, with the space at its end, which says that a word is done."""
    rest = after_root(text)
    return f"{rest} " if text.endswith(" ") and not rest.endswith(" ") and rest else rest


def _help(offered: str, words: Words) -> str:
    command = BY_WORD.get(offered)
    if command is None:
        return ""
    return words.plain(Phrase(f"help-command-{command.word}")).removeprefix(f"{command.word}: ")
