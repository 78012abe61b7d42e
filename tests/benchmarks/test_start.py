"""`--version` answers at once because it loads nothing that it does not need."""

import subprocess
import sys

HEAVY = {"asyncio", "sqlalchemy", "sqlmodel", "pydantic", "typer", "rich", "aiohttp", "fluent", "babel"}


def test_the_version_is_told_without_loading_anything_heavy() -> None:
    """Times differ from machine to machine; what is imported does not."""
    words = [sys.executable, "-X", "importtime", "-m", "bot", "--version"]

    told = subprocess.run(words, capture_output=True, text=True, check=True)

    loaded = {line.rpartition("|")[2].strip().partition(".")[0] for line in told.stderr.splitlines()}
    assert not loaded & HEAVY
    assert told.stdout.strip()
