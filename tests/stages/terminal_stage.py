"""The terminal as a stage: one terminal in which everybody types in turn."""

import re
from html.parser import HTMLParser
from pathlib import Path

from adapters.terminal.app import Terminal
from adapters.terminal.filling import END
from bot.speech.messages import FieldKind
from tests.stages.running_bot import RunningBot

_HEAD = re.compile(
    r"^-- (?:only (?P<reader>.+) sees this|#(?P<place>[^,]+?)(?:, changed)?) --$", re.MULTILINE
)
_CHOICE = re.compile(r"\[(\d+)\] (.+?)(?=  \[\d+\]|$)", re.MULTILINE)


class TerminalStage:
    """One terminal, and who sees which part of what it printed."""

    name = "terminal"

    def __init__(self, bot: RunningBot, folder: Path) -> None:
        self.printed: list[str] = []
        self.bot = bot
        self.terminal = Terminal(bot.scribe, bot.engine, bot.outbox, self.printed.append, folder)

    def person(self, name: str) -> "TerminalActor":
        """Return somebody who types here."""
        return TerminalActor(self, name)

    def photograph(self, what: str) -> None:
        """There is nothing to see."""

    def hear(self, name: str, *lines: str) -> None:
        """Let somebody type lines."""
        for line in (f":as {name}", *lines):
            self.bot.wait(self.terminal.hear(line))

    def pieces(self) -> list[tuple[str, str]]:
        """Return what was printed, as who may read it ("" is everybody) and what it says."""
        text = "\n".join(self.printed)
        heads = list(_HEAD.finditer(text))
        ends = (*(head.start() for head in heads[1:]), len(text))
        return [
            (head["reader"] or "", text[head.end() : end]) for head, end in zip(heads, ends, strict=False)
        ]


class _Reader(HTMLParser):
    """Gathers the texts of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def handle_data(self, data: str) -> None:
        """Keep a text."""
        self.texts.append(data)


class TerminalActor:
    """One person at the terminal."""

    def __init__(self, stage: TerminalStage, name: str) -> None:
        self.name = name
        self._stage = stage
        self._last_act = 0

    def types(self, command: str) -> None:
        """Type a command."""
        self._act(f"/dialogue {command}")

    def writes(self, text: str) -> None:
        """Write to the bot directly."""
        self._act(text)

    def presses(self, label: str) -> None:
        """Type the number of a choice."""
        numbers = [
            number for piece in self._before_me() for number, said in _CHOICE.findall(piece) if said == label
        ]
        assert numbers, f"{self.name} has no choice {label!r}; there is: {self._before_me()[-1]}"
        self._act(max(numbers, key=int))

    def fills(self, **answers: str) -> None:
        """Answer each field as it is asked for."""
        filling = self._stage.terminal._fillings[self.name.lower()]
        while not filling.is_done:
            typed = answers.get(filling.field.id)
            lines = [""] if typed is None else typed.split("\n")
            if typed is not None and filling.field.kind is FieldKind.PARAGRAPH:
                lines.append(END)
            self._last_act = len(self._stage.pieces())
            self._stage.hear(self.name, *lines)

    def sees(self, words: str) -> None:
        """Find these words in what this person may read."""
        seen = self._seen()
        assert words in seen, f"{self.name} does not see {words!r} in:\n{seen}"

    def does_not_see(self, words: str) -> None:
        """Do not find them."""
        assert words not in self._seen()

    def reads_in_form(self, words: str) -> None:
        """Find these words in the form that is asked."""
        read = _unframed(self._before_me()[-1])
        assert words in read, read

    def leaves_form(self) -> None:
        """Leave the form."""
        self._stage.hear(self.name, ":cancel")

    def saves(self) -> Path:
        """Return where the terminal saved the file."""
        saved = re.findall(r"^It is saved as (.+)$", "\n".join(self._stage.printed), re.MULTILINE)
        return Path(saved[-1])

    def opens(self, path: Path) -> str:
        """Read the page as a program reads it that knows no styles."""
        return read_page(path)

    def _act(self, line: str) -> None:
        self._last_act = len(self._stage.pieces())
        self._stage.hear(self.name, line)

    def _before_me(self) -> list[str]:
        return [piece for reader, piece in self._stage.pieces() if reader in {"", self.name}]

    def _seen(self) -> str:
        """Return the posts, and what only this person was told since their last act."""
        pieces = enumerate(self._stage.pieces())
        mine = (
            piece
            for at, (reader, piece) in pieces
            if reader == "" or (reader == self.name and at >= self._last_act)
        )
        return _unframed("\n".join(mine))


def _unframed(text: str) -> str:
    """Return the text without the bars that stand before the lines of a quote."""
    return re.sub(r"^  \| ", "", text, flags=re.MULTILINE)


def read_page(path: Path) -> str:
    """Return what there is to read on a page that was saved."""
    reader = _Reader()
    reader.feed(path.read_text(encoding="utf-8"))
    return " ".join("".join(reader.texts).split())
