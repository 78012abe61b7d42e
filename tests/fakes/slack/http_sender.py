"""HTTP mode as Slack does it: signed requests, each waiting three seconds for its acknowledgement."""

import json
from urllib.parse import urlencode

from aiohttp import ClientError, ClientSession, ClientTimeout

from adapters.slack.signing import sign
from tests.fakes.slack.sockets import WAIT, NotAcknowledged
from tests.fakes.slack.world import Now, Tree

OK = 200


class HttpSender:
    """Sends what Slack would send to the address in the settings of the app."""

    def __init__(self, address: str, secret: str, now: Now) -> None:
        self._address = address
        self._secret = secret.encode()
        self._now = now
        self._session: ClientSession | None = None

    async def close(self) -> None:
        """Let go of the connections."""
        if self._session:
            await self._session.close()

    async def send(self, kind: str, payload: Tree, retry: int = 0) -> Tree | None:
        """
        Send a signed request and return what its answer says.

        Raises:
            NotAcknowledged: Nothing came back in time, or no 200.
        """
        body, content_type = encoded(kind, payload)
        time = str(int(self._now()))
        headers = {
            "Content-Type": content_type,
            "X-Slack-Request-Timestamp": time,
            "X-Slack-Signature": sign(self._secret, time, body),
        }
        if retry:
            headers |= {"X-Slack-Retry-Num": str(retry), "X-Slack-Retry-Reason": "http_timeout"}
        status, text = await self.post(body, headers)
        if status != OK:
            raise NotAcknowledged(str(status))
        return json.loads(text) if text else None

    async def post(self, body: bytes, headers: dict[str, str]) -> tuple[int, str]:
        """
        Send a request as it is given, and return its status and its text.

        Raises:
            NotAcknowledged: Nothing came back in time.
        """
        try:
            self._session = self._session or ClientSession(timeout=ClientTimeout(total=WAIT))
            async with self._session.post(self._address, data=body, headers=headers) as answer:
                return answer.status, await answer.text()
        except (ClientError, TimeoutError) as error:
            raise NotAcknowledged from error


def encoded(kind: str, payload: Tree) -> tuple[bytes, str]:
    """Return a payload as Slack sends it over HTTP: a form for commands and clicks, JSON for events."""
    form = "application/x-www-form-urlencoded"
    match kind:
        case "slash_commands":
            return urlencode(payload).encode(), form
        case "interactive":
            return urlencode({"payload": json.dumps(payload)}).encode(), form
        case _:
            return json.dumps(payload).encode(), "application/json"
