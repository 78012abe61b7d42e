"""The way to add an action that `docs/architecture.md` tells, walked in a copy of the house."""

import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STEPS = ROOT / "tests" / "added_action"


def insert(path: Path, after: str, line: str) -> None:
    """Put a line behind another one, as somebody who follows the document would."""
    text = path.read_text(encoding="utf-8")
    assert text.count(after) == 1
    path.write_text(text.replace(after, after + line), encoding="utf-8")


def a_copy_with_the_action(folder: Path) -> Path:
    """Return a copy of the house in which the documented steps were taken, one after the other."""
    for room in ("bot", "adapters", "storage", "prompts"):
        shutil.copytree(ROOT / room, folder / room, ignore=shutil.ignore_patterns("__pycache__"))
    insert(folder / "bot/dialogue/tickets.py", '    MY_DATA = "my_data"\n', '    GREET = "greet"\n')
    shutil.copy(STEPS / "greet.py", folder / "bot/actions")
    insert(
        folder / "bot/acts/seeing.py",
        "from bot.actions.export import export, note_export\n",
        "from bot.actions.greet import greet\n",
    )
    insert(
        folder / "bot/acts/seeing.py",
        "SEEING: Mapping[Action, Act[Any]] = {\n",
        "    Action.GREET: Act(about=Dialogue, door=Door.MEMBERS, asked=greet, reads=True),\n",
    )
    shutil.copy(STEPS / "greet.ftl", folder / "prompts/en")
    insert(
        folder / "bot/speech/commands.py",
        "COMMANDS: tuple[Command, ...] = (\n",
        '    Command(word="greet", action=Action.GREET),\n',
    )
    with (folder / "prompts/en/help.ftl").open("a", encoding="utf-8") as words:
        words.write((STEPS / "help_line.ftl").read_text(encoding="utf-8"))
    return folder


def run_in(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python in the copy, with nothing of this house on its path."""
    return subprocess.run(
        [sys.executable, *arguments], cwd=folder, capture_output=True, text=True, check=False,
        env={"PYTHONPATH": str(folder), "PATH": "/usr/bin:/bin"},
    )  # fmt: skip


def test_an_action_added_by_the_document_can_be_asked_for(tmp_path: Path) -> None:
    """Six steps, and nothing else has to be known: the command is understood and answered in its words."""
    folder = a_copy_with_the_action(tmp_path)

    played = run_in(folder, str(STEPS / "play.py"))

    assert (played.stdout.strip(), played.stderr) == (
        "Hello Ben, and welcome to Example: Saturdays at the library.",
        "",
    )


def test_the_check_finds_no_word_missing_and_none_too_many(tmp_path: Path) -> None:
    """What somebody forgets, `check prompts` names; here nothing was forgotten."""
    folder = a_copy_with_the_action(tmp_path)

    whole = run_in(folder, "-m", "bot", "check", "prompts")
    (folder / "prompts/en/greet.ftl").unlink()
    forgotten = run_in(folder, "-m", "bot", "check", "prompts")

    assert (whole.returncode, forgotten.returncode) == (0, 1)
    assert "greet-hello" in forgotten.stderr


def test_the_document_names_each_step() -> None:
    """The steps above are the ones of the document, so that neither changes alone."""
    document = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")

    steps = (
        "`bot/dialogue/tickets.py`",
        "`bot/actions/<word>.py`",
        "`bot/acts/`",
        "`prompts/en/<word>.ftl`",
        "`tests/bot/actions/test_<word>.py`",
        "`bot/speech/commands.py`",
    )
    assert [step for step in steps if step not in document] == []
