"""The rules of `docs/architecture.md` that no other program checks."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.acts import ACTS, Door
from bot.dialogue.tickets import Action
from bot.settings import KNOWN, Settings

ROOT = Path(__file__).parents[1]
ROOMS = ("bot", "adapters", "storage")
LONGEST = 250
DRAWERS = {"utils", "helpers", "common", "base", "misc", "manager", "service", "handler"}
PLATFORM_FILES = ("app.py", "listen.py", "render.py", "messenger.py")

# What a stranger asks, the file they should guess, and the name that answers in it ("" for the page itself).
QUESTIONS = (
    ("Is the round still open?", "bot/dialogue/rounds.py", "Round.require_open"),
    ("Is the round still open? (asked first)", "bot/actions/contribute.py", "contribute"),
    ("Only a facilitator may close it", "bot/acts/talking.py", "TALKING"),
    ("Is this person in this dialogue, in this workspace?", "bot/doorkeeper.py", "admit"),
    ("Nothing is kept before the yes", "bot/doorkeeper.py", "admit"),
    ("Nothing is kept before the yes (to which notice)", "bot/dialogue/consent.py", "Consent.covers"),
    ("The yes itself", "bot/actions/join.py", "join"),
    ("What is said yes to", "prompts/en/consent.md", ""),
    ("May be shown in the group but not quoted in a report", "bot/dialogue/consent.py", "Use"),
    (
        "May be shown in the group but not quoted in a report (applied)",
        "bot/dialogue/visibility.py",
        "excerpt",
    ),
    ("Named, chosen name, unnamed", "bot/dialogue/attribution.py", "Attribution"),
    ("Below five people offer no hiding, and say why", "bot/dialogue/attribution.py", "require_honest"),
    ("Until you answered you see nobody's answer", "bot/dialogue/visibility.py", "is_sealed_for"),
    ("Divergent views are never overwritten", "bot/dialogue/divergences.py", "Divergence"),
    ("Was this dialogue, or only collecting?", "bot/dialogue/turns.py", "dialogue_signs"),
    ("Thursday 18:00 in Kolkata, across the clock change", "bot/dialogue/local_time.py", "moment_of"),
    ("A dialogue needs safety contacts before it opens", "bot/actions/start.py", "start"),
    ("Whom can I turn to?", "bot/actions/help.py", ""),
    ("A cell starting with `=` must not execute", "bot/exports/to_csv.py", "write_csv"),
    ("How views stand beside each other in a file", "bot/exports/record_document.py", ""),
    ("Who did what, chained so that a change shows (the rule)", "bot/dialogue/ledger.py", "head_after"),
    ("Who did what, chained so that a change shows (the proof)", "storage/ledger.py", "verify"),
    ("Thank you", "prompts/en/contribute.ftl", "contribute-thanks-open"),
    ("A quoted text of five lines stays inside its frame", "bot/speech/phrasebook.py", "Words.write"),
    ("Title at most 24 characters", "bot/speech/messages.py", "TITLE_LENGTH"),
    ("Buttons survive a restart", "bot/dialogue/tickets.py", "Ticket.read"),
    ("Which slash commands exist", "bot/speech/commands.py", "COMMANDS"),
    (
        "When does a text count as empty, and which characters cannot be kept?",
        "bot/dialogue/texts.py",
        "read_text",
    ),
    ("Which words is a reader shown for an id?", "bot/wording.py", ""),
    ("Two senders must not send the same post", "storage/outbox.py", "SqlOutbox.claim"),
    ("What is planned, what is due", "storage/agenda.py", "SqlAgenda"),
    ("A post failed: when again?", "adapters/courier.py", "Courier"),
    ("Who wakes the bot when a round closes?", "adapters/clock.py", "Clock"),
    ("Many people write at once: who commits?", "adapters/scribe.py", "Scribe.handle"),
    ("A token must not reach a log line", "adapters/logs.py", ""),
    ("SELECT for the export", "storage/queries.py", ""),
    ("Which settings are there?", "bot/settings.py", "Settings"),
    ("A new sub-command", "bot/__main__.py", "main"),
    ("Which parts are running?", "bot/parts.py", "parts_of"),
    ("How fast is an event handled on SQLite?", "benchmarks/write.py", ""),
)


def python_files(*rooms: str) -> list[Path]:
    """Return every Python file of these rooms, in order."""
    return sorted(path for room in rooms for path in (ROOT / room).rglob("*.py"))


def inside(path: Path) -> str:
    """Name a file as seen from the front door."""
    return path.relative_to(ROOT).as_posix()


def defined_in(body: list[ast.stmt], prefix: str = "") -> Iterator[str]:
    """Yield the functions, classes, methods and constants that a body defines, by their full names."""
    for node in body:
        match node:
            case ast.ClassDef():
                yield prefix + node.name
                yield from defined_in(node.body, f"{prefix}{node.name}.")
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                yield prefix + node.name
            case ast.Assign():
                yield from (prefix + target.id for target in node.targets if isinstance(target, ast.Name))
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield prefix + name
            case _:
                pass


def names_in(path: Path) -> set[str]:
    """Return what a file answers to: definitions of Python, keys of a page of phrases."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".ftl":
        return set(re.findall(r"^([a-z][a-z0-9-]*) =", text, re.MULTILINE))
    return set(defined_in(ast.parse(text).body))


@pytest.mark.parametrize(("question", "file", "name"), QUESTIONS)
def test_a_guess_finds_the_place(question: str, file: str, name: str) -> None:
    """The map of the house is worth having only while it is true."""
    path = ROOT / file

    assert path.is_file(), question
    assert not name or name in names_in(path), question


def page_of(action: Action) -> str:
    """Return the word that names the files of an action; a second step shares those of the first."""
    return {Action.FINISH_START: "start", Action.AGREE_TO_DIFFER: "differ"}.get(action, action)


@pytest.mark.parametrize("action", Action)
def test_one_word_names_all_parts_of_an_action(action: Action) -> None:
    """Whoever knows the word knows its file, its line in the table, its page of words and its test."""
    word = page_of(action)
    parts = [f"bot/actions/{word}.py", f"tests/bot/actions/test_{word}.py"]
    if ACTS[action].door is not Door.CLOCK:  # to the clock there is nothing to say
        parts.append(f"prompts/en/{word}.ftl")
    ways = (ACTS[action].asked, ACTS[action].sent, ACTS[action].due)

    assert [part for part in parts if not (ROOT / part).is_file()] == []
    assert {way.__module__ for way in ways if way} == {f"bot.actions.{word}"}


def test_nothing_is_done_that_has_no_word() -> None:
    """A file in `bot/actions/` that no word names could not be reached, or reached around the doorkeeper."""
    files = {path.stem for path in python_files("bot/actions")} - {"__init__"}

    assert files == {page_of(action) for action in Action}


@pytest.mark.parametrize("path", python_files(*ROOMS, "benchmarks"), ids=inside)
def test_a_file_holds_one_idea(path: Path) -> None:
    """What does not fit on a few screens, or is called a drawer, has no idea of its own yet."""
    lines = path.read_text(encoding="utf-8").splitlines()

    assert len(lines) <= LONGEST
    assert path.stem not in DRAWERS


@pytest.mark.parametrize("path", python_files(*ROOMS), ids=inside)
def test_the_first_line_says_what_a_file_is_about(path: Path) -> None:
    """The idea of a file is one sentence, so that a reader knows in a second whether to read on."""
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))

    assert docstring
    assert docstring.splitlines()[0].endswith((".", ":", "?"))


def test_only_the_gate_makes_an_excerpt() -> None:
    """Whoever made an `Excerpt` elsewhere would decide alone what a reader may see."""
    makers = {
        inside(path)
        for path in python_files(*ROOMS)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and "Excerpt" in {getattr(node.func, "id", ""), getattr(node.func, "attr", "")}
    }

    assert makers == {"bot/dialogue/visibility.py"}


def platform_folders() -> list[Path]:
    """Return the folders of `adapters/`, each of which is a platform."""
    folders = (path for path in (ROOT / "adapters").iterdir() if path.is_dir())
    return sorted(path for path in folders if path.name != "__pycache__")


@pytest.mark.parametrize("folder", platform_folders(), ids=inside)
def test_every_platform_has_the_same_four_files(folder: Path) -> None:
    """Whoever has read one adapter finds their way in all of them."""
    assert [name for name in PLATFORM_FILES if not (folder / name).is_file()] == []


def test_every_setting_is_in_the_example() -> None:
    """The example is where an operator looks; it names each setting with the value it has anyway."""
    lines = (ROOT / ".env.example").read_text(encoding="utf-8").splitlines()
    shown = dict(line.removeprefix("# ").split("=") for line in lines if re.match(r"# [A-Z_]+=", line))

    assert shown == {name: str(getattr(Settings(), name.lower())) for name in KNOWN}


def pages() -> list[Path]:
    """Return the pages of documentation; the changelog may tell of what is gone."""
    found = {*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob(".github/*.md")}
    return sorted(found - {ROOT / "CHANGELOG.md"})


@pytest.mark.parametrize("page", pages(), ids=inside)
def test_documents_name_what_exists(page: Path) -> None:
    """A page that sends a reader to a file that is gone is worse than no page; `<word>` stands for any."""
    tops = "|".join((*ROOMS, "prompts", "tests", "benchmarks", "requirements", "docs", r"\.ci", r"\.github"))
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    named = re.findall(rf"`((?:{tops})/[^`\s:]*)[^`]*`", text)
    linked = [
        inside((page.parent / link).resolve()) for link in re.findall(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)", text)
    ]
    patterns = {path: re.sub(r"<[^>]*>", "*", path).rstrip("/") for path in named + linked}

    assert [path for path, pattern in patterns.items() if not any(ROOT.glob(pattern))] == []


def test_the_map_of_the_house_is_true() -> None:
    """Each file stands on the map, and nothing stands there that is gone."""
    section = (ROOT / "docs/architecture.md").read_text(encoding="utf-8").partition("\n## 4.")[2]
    drawn = section.partition("```\n")[2].partition("```")[0]
    files = {
        path
        for path in python_files(*ROOMS)
        if path.stem != "__init__" and path.parent.name not in {"tables", "versions"}
    }

    assert {inside(path) for path in files if not re.search(rf"\b{path.stem}\b", drawn)} == set()
    assert set(re.findall(r"\w+\.py\b", drawn)) - {path.name for path in files} == set()
