"""How the pages of `prompts/` are found on the disk."""

from pathlib import Path

import pytest

from adapters.pages import read_consent_pages, read_library_pages, read_pages, read_prompts
from bot.errors import BrokenPrompts

CONSENT = "Version: 1\n\nShort.\n\n## More\n\nLong.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two languages, one of them only begun, and things that are no language."""
    (tmp_path / "README.md").write_text("For editors.")
    for name in ("en/library", "sv", ".git"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "en" / "join.ftl").write_text("join-a = A")
    (tmp_path / "en" / "consent.md").write_text(CONSENT)
    (tmp_path / "en" / "library" / "assets.md").write_text("# What we bring")
    (tmp_path / "sv" / "join.ftl").write_text("join-a = Å", encoding="utf-8-sig")
    return tmp_path


def test_every_folder_is_a_language(folder: Path) -> None:
    """Whoever adds a language adds a folder, and nothing else."""
    prompts = read_prompts(folder)

    assert prompts.phrases == {"en": {"join": "join-a = A"}, "sv": {"join": "join-a = Å"}}
    assert read_library_pages(folder) == prompts.library == {"en": {"assets": "# What we bring"}, "sv": {}}
    assert read_consent_pages(folder) == prompts.consent == {"en": CONSENT}


def test_the_notice_is_among_what_can_be_said(folder: Path) -> None:
    """One book holds all words, so that the notice is written like everything else."""
    pages = read_pages(folder)

    assert {language: sorted(texts) for language, texts in pages.items()} == {
        "en": ["consent", "join"],
        "sv": ["join"],
    }


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A program without words must say what it looked for."""
    with pytest.raises(BrokenPrompts, match="nowhere"):
        read_pages(tmp_path / "nowhere")


def test_a_page_that_is_no_text_is_named(folder: Path) -> None:
    """An editor that saved in an old encoding broke one page, and needs to know which."""
    (folder / "en" / "join.ftl").write_bytes(b"join-a = \xe5")

    with pytest.raises(BrokenPrompts, match=r"join\.ftl"):
        read_pages(folder)
