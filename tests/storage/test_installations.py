"""Sealed tokens of workspaces, on each kind of database: each behind its own workspace, renewed by one."""

from datetime import timedelta

from bot.dialogue.places import Community
from storage.installations import LEASE, SqlInstallations
from tests.people import MONDAY
from tests.storage.memory import Memory

HERE, ELSEWHERE = Community("slack", "T1"), Community("slack", "T2")


def test_what_was_sealed_is_found_for_its_workspace_only(memory: Memory) -> None:
    """Another workspace has none, also while this one has."""
    installations = SqlInstallations(memory.store)

    installations.save(HERE, b"\x00sealed")
    installations.save(HERE, b"\xffagain")

    assert installations.find(HERE) == b"\xffagain"
    assert installations.find(ELSEWHERE) is None


def test_what_is_forgotten_is_gone(memory: Memory) -> None:
    """A token that was taken back is kept nowhere, and that of others stays."""
    installations = SqlInstallations(memory.store)
    installations.save(HERE, b"one")
    installations.save(ELSEWHERE, b"two")

    installations.forget(HERE)

    assert installations.find(HERE) is None
    assert installations.find(ELSEWHERE) == b"two"


def test_one_process_renews_and_the_next_may_when_its_time_is_over(memory: Memory) -> None:
    """A refresh token is good for once; a process that died in between must not keep it for ever."""
    installations = SqlInstallations(memory.store)
    installations.save(HERE, b"one")

    assert installations.claim(HERE, MONDAY)
    assert not installations.claim(HERE, MONDAY + LEASE - timedelta(seconds=1))
    assert installations.claim(HERE, MONDAY + LEASE)
    assert not installations.claim(ELSEWHERE, MONDAY)
    installations.save(HERE, b"renewed")
    assert installations.claim(HERE, MONDAY)
