"""What is set up for Slack, and the doors and workspaces that follow from it; what does not fit is named."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from aiohttp import ClientSession

from adapters.courier import Pace
from adapters.scribe import Scribe
from adapters.slack.doors import Door, HttpDoor, SocketDoor
from adapters.slack.installing import ManyWorkspaces
from adapters.slack.manifest import bot_scopes
from adapters.slack.messenger import PACE
from adapters.slack.vault import Registration
from adapters.slack.workspaces import API, OneWorkspace, Workspaces, new_client
from bot.ports import Installations, Outbox
from bot.settings import Settings, SettingsProblem

NAMES = "users:read"


@dataclass(frozen=True, slots=True)
class Memory:
    """What is remembered of Slack: which message is which post, and where people installed the bot."""

    outbox: Outbox
    installations: Installations


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """One app of Slack, as the operator set it up."""

    bot_token: str = ""
    app_token: str = ""
    signing_secret: str = ""
    client_id: str = ""
    client_secret: str = ""
    token_key: str = ""
    api: str = API
    port: int = 0
    scopes: frozenset[str] = frozenset()
    command: str = "/dialogue"
    ping_interval: float = 10
    pace: Pace = PACE

    @property
    def is_for_many(self) -> bool:
        """Whether people install the bot in their workspaces themselves."""
        return bool(self.client_id)

    @property
    def may_ask_names(self) -> bool:
        """Whether Slack may be asked how people are called."""
        return NAMES in self.scopes

    def require_whole(self) -> None:
        """
        Require that everything is there that has to go together.

        Raises:
            SettingsProblem: Something is missing; all of it is named.
        """
        if problems := tuple(_problems(self)):
            raise SettingsProblem(problems)

    def workspaces(
        self,
        scribe: Scribe,
        session: ClientSession,
        installations: Installations,
        now: Callable[[], datetime],
    ) -> Workspaces:
        """Return the one workspace whose token is set, or all in which the bot is installed."""
        if not self.is_for_many:
            return OneWorkspace(new_client(self.bot_token, session, self.api))
        registration = Registration(
            client_id=self.client_id, client_secret=self.client_secret, token_key=self.token_key, api=self.api
        )
        return ManyWorkspaces(installations, scribe, session, registration, now)

    def doors(self, workspaces: Workspaces, now: Callable[[], datetime]) -> tuple[Door, ...]:
        """Return how Slack reaches the bot: over a socket where that is set up, else by signed requests."""
        flow = workspaces.flow(bot_scopes(self.scopes)) if isinstance(workspaces, ManyWorkspaces) else None
        http = HttpDoor(self.port, "" if self.app_token else self.signing_secret, flow, now)
        if not self.app_token:
            return (http,)
        socket = SocketDoor(self.app_token, self.ping_interval)
        return (socket, http) if flow else (socket,)


def setup_of(settings: Settings) -> Setup:
    """Return what is set up for Slack."""
    return Setup(
        bot_token=settings.slack_bot_token.get_secret_value(),
        app_token=settings.slack_app_token.get_secret_value(),
        signing_secret=settings.slack_signing_secret.get_secret_value(),
        client_id=settings.slack_client_id,
        client_secret=settings.slack_client_secret.get_secret_value(),
        token_key=settings.token_key.get_secret_value(),
        api=settings.slack_api_url,
        port=settings.slack_port,
        scopes=frozenset(settings.slack_scopes.replace(",", " ").split()),
        command=settings.slack_command,
    )


def _problems(setup: Setup) -> Iterator[str]:
    if not setup.app_token and not setup.signing_secret:
        yield "SLACK_APP_TOKEN: it is missing, or SLACK_SIGNING_SECRET for signed requests."
    if setup.is_for_many:
        if not setup.client_secret:
            yield "SLACK_CLIENT_SECRET: it goes with SLACK_CLIENT_ID."
        if not setup.token_key:
            yield "TOKEN_KEY: it is missing. The tokens of workspaces are sealed with it."
        if setup.bot_token:
            yield "SLACK_BOT_TOKEN: it is for one workspace, SLACK_CLIENT_ID for many. Keep one."
    elif not setup.bot_token:
        yield "SLACK_BOT_TOKEN: it is missing. docs/slack.md says where it comes from."
