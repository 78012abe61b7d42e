"""The pages of `prompts/`, read from the disk; what they mean is for `bot/speech/` to say."""

from pathlib import Path

from bot.errors import BrokenPrompts
from bot.speech.prompts import Prompts

Texts = dict[str, dict[str, str]]
"""Language -> name of a page without what follows the dot -> its text."""

PROMPTS = Path(__file__).resolve().parent.parent / "prompts"
"""The pages that come with the program."""


def read_prompts(folder: Path = PROMPTS) -> Prompts:
    """
    Read everything in *folder*: one folder in it for each language.

    Raises:
        BrokenPrompts: There is no such folder, or something in it is no text.
    """
    return Prompts(
        phrases=_read(folder, "*.ftl"),
        library=_read(folder, "library/*.md"),
        consent=read_consent_pages(folder),
        flows=_read(folder, "flows/*.md"),
    )


def read_pages(folder: Path = PROMPTS) -> Texts:
    """
    Read all that can be said by key: the phrases of each language, its consent notice among them.

    Raises:
        BrokenPrompts: There is no such folder, or something in it cannot be read.
    """
    return {language: dict(texts) for language, texts in read_prompts(folder).pages.items()}


def read_library_pages(folder: Path = PROMPTS) -> Texts:
    """
    Read the pages of the question library, by language.

    Raises:
        BrokenPrompts: There is no such folder, or something in it is no text.
    """
    return _read(folder, "library/*.md")


def read_consent_pages(folder: Path = PROMPTS) -> dict[str, str]:
    """
    Read the consent notice of each language that has one.

    Raises:
        BrokenPrompts: There is no such folder, or the notice is no text.
    """
    return {language: texts["consent"] for language, texts in _read(folder, "consent.md").items() if texts}


def _read(folder: Path, pattern: str) -> Texts:
    if not folder.is_dir():
        raise BrokenPrompts([f"{folder}: there is no such folder"])
    languages = sorted(
        path for path in folder.iterdir() if path.is_dir() and not path.name.startswith((".", "_"))
    )
    return {
        language.name: {path.stem: _text(path) for path in sorted(language.glob(pattern))}
        for language in languages
    }


def _text(path: Path) -> str:
    """Return the text of a page; Windows may have put a mark before it."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise BrokenPrompts([f"{path}: this cannot be read ({error})"]) from error
