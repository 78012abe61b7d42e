"""What is measured as an export is one."""

from pathlib import Path

from benchmarks.export import Source, by_bot, set_long_stage

COUNT = 40


def test_every_contribution_is_in_the_file_that_is_timed(tmp_path: Path) -> None:
    """With the answers and the stances that make a record more than a list."""
    set_long_stage(tmp_path, COUNT)
    source = Source(tmp_path)

    by_bot(source)
    (file,) = source.out.iterdir()
    text = file.read_text(encoding="utf-8")

    assert sum(line.startswith("#### ") for line in text.splitlines()) == COUNT
    assert text.count("Asks about") == COUNT // 10
    assert text.count("See it the same: 1") == COUNT // 5
    assert source.peaks[0] > 1
