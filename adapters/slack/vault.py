"""Tokens of workspaces, sealed under the operator's key; and states of installations, used once."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace

from cryptography.fernet import Fernet, InvalidToken

STATE_LIVES = 600
"""Seconds in which an installation that was begun can be finished."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Installed:
    """What Slack gave when somebody installed the bot in their workspace."""

    team: str
    token: str
    refresh_token: str = ""
    """Renews the token, once; empty where tokens do not expire."""
    expires_at: int = 0

    def renewed(self, given: Mapping[str, object], now: float) -> "Installed":
        """Return the installation with the tokens that Slack gave for the old ones."""
        return replace(
            self,
            token=str(given["access_token"]),
            refresh_token=str(given["refresh_token"]),
            expires_at=int(now) + int(str(given["expires_in"])),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """How Slack knows this app where people install it themselves, and the key under which tokens lie."""

    client_id: str
    client_secret: str
    token_key: str
    api: str


class Vault:
    """Seals and opens with one key."""

    def __init__(self, key: str) -> None:
        """
        Take the key.

        Raises:
            ValueError: It is not one that `Fernet.generate_key` made.
        """
        self._fernet = Fernet(key.encode())

    def seal(self, installed: Installed) -> bytes:
        """Return what can be kept."""
        return self._fernet.encrypt(json.dumps(asdict(installed)).encode())

    def open(self, sealed: bytes, team: str) -> Installed | None:
        """Return what was sealed for this workspace, with this key; else nothing."""
        try:
            installed = Installed(**json.loads(self._fernet.decrypt(sealed)))
        except (InvalidToken, TypeError, ValueError):
            return None
        return installed if installed.team == team else None

    def new_state(self, chance: str, at: int) -> str:
        """Return a state that only this key can have made."""
        return self._fernet.encrypt_at_time(chance.encode(), at).decode()

    def knows_state(self, state: str, now: int) -> bool:
        """Whether this key made a state, and not too long ago."""
        try:
            self._fernet.decrypt_at_time(state.encode(), STATE_LIVES, now)
        except InvalidToken:
            return False
        return True
