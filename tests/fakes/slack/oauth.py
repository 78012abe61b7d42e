"""How somebody installs the app in their workspace, and how a token is renewed."""

from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from aiohttp import ClientSession

from tests.fakes.slack.world import Now, Refused, SlackTeam, Tree

CLIENT_ID, CLIENT_SECRET = "12.34", "fedcba9876543210" * 2
LIVES = 12 * 60 * 60


@dataclass(slots=True)
class Grant:
    """What a code or a refresh token is good for, once."""

    team: SlackTeam
    is_used: bool = False


class OAuth:
    """Slack's side of installing, with tokens that expire."""

    def __init__(self, now: Now) -> None:
        self._now = now
        self._codes: dict[str, Grant] = {}
        self._refresh: dict[str, Grant] = {}
        self.renewed = 0

    def code(self, team: SlackTeam) -> str:
        """Return the code that Slack gives to whoever agrees to the installation."""
        code = f"code-{team.id}-{team.number()}"
        self._codes[code] = Grant(team)
        return code

    def access(self, args: Tree) -> Tree:
        """Give tokens for a code, or for a refresh token; each is good for once."""
        if (args.get("client_id"), args.get("client_secret")) != (CLIENT_ID, CLIENT_SECRET):
            raise Refused("bad_client_secret")
        if args.get("grant_type") == "refresh_token":
            grant = self._refresh.get(args["refresh_token"])
            if grant is None or grant.is_used:
                raise Refused("invalid_refresh_token")
            self.renewed += 1
        else:
            grant = self._codes.get(args["code"])
            if grant is None or grant.is_used:
                raise Refused("invalid_code")
        grant.is_used = True
        return self._tokens(grant.team)

    def _tokens(self, team: SlackTeam) -> Tree:
        team.token = f"xoxe.xoxb-{team.id}-{team.number()}"
        team.token_ends = self._now() + LIVES
        refresh = f"xoxe-{team.id}-{team.number()}"
        self._refresh[refresh] = Grant(team)
        return {
            "access_token": team.token, "refresh_token": refresh, "expires_in": LIVES, "token_type": "bot",
            "scope": ",".join(sorted(team.scopes)), "bot_user_id": team.bot_user, "app_id": "A0COUNTER",
            "team": {"id": team.id, "name": team.id}, "authed_user": {"id": f"U{team.id}ADA"},
            "enterprise": None, "is_enterprise_install": False,
        }  # fmt: skip

    async def install(self, port: int, team: SlackTeam, *, with_cookie: bool = True) -> int:
        """Go through the pages as a browser does, and return the status of the last one."""
        root = f"http://127.0.0.1:{port}/slack"
        async with ClientSession() as browser:
            async with browser.get(f"{root}/install", allow_redirects=False) as page:
                query = parse_qs(urlsplit(page.headers["Location"]).query)
                cookie = page.cookies.get("slack-app-oauth-state")
            assert set(query["scope"][0].split(",")) >= {"commands", "chat:write"}
            headers = {"Cookie": f"{cookie.key}={cookie.value}"} if with_cookie and cookie else {}
            params = {"state": query["state"][0], "code": self.code(team)}
            async with browser.get(f"{root}/oauth_redirect", params=params, headers=headers) as answer:
                return answer.status
