"""Who may come in: this machine's own page, and whoever holds the token of the address that was printed."""

from collections.abc import Awaitable, Callable
from hmac import compare_digest
from typing import TypeAlias

from aiohttp import web

PROTOCOL = "counterpoint"
"""What our page speaks over a socket; the token goes with it, since a page cannot set other headers."""

Handler: TypeAlias = Callable[[web.Request], Awaitable[web.StreamResponse]]

_HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_POLICY = (
    "default-src 'self'; connect-src 'self' {sockets}; script-src 'self'; style-src 'self'; img-src 'self'; "
    "object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


class Door:
    """Looks at each request before anything else does."""

    def __init__(self, token: str) -> None:
        self._token = token
        self._hosts: frozenset[str] = frozenset()
        self._policy = _POLICY.format(sockets="")

    def open_at(self, port: int) -> None:
        """Let in whoever asks for this machine by its own name: another name is another site's page."""
        self._hosts = frozenset({f"127.0.0.1:{port}", f"localhost:{port}"})
        self._policy = _POLICY.format(sockets=" ".join(f"ws://{host}" for host in sorted(self._hosts)))

    @web.middleware
    async def look(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """
        Let a request in, or refuse it in no words.

        Raises:
            HTTPForbidden: It names another host, or comes from another site's page.
        """
        origin = request.headers.get("Origin")
        is_socket = request.path == "/socket"
        if request.host not in self._hosts or (origin is None and is_socket):
            raise web.HTTPForbidden(text="")
        if origin is not None and origin != f"http://{request.host}":
            raise web.HTTPForbidden(text="")
        site = request.headers.get("Sec-Fetch-Site", "none")
        if site not in {"none", "same-origin"} and request.path != "/":
            raise web.HTTPForbidden(text="")
        return await handler(request)

    def require_token(self, request: web.Request) -> None:
        """
        Ask for the token: in the header of a request, or in what a socket says it speaks.

        Raises:
            HTTPForbidden: It is not there, or another one.
        """
        _, _, spoken = request.headers.get("Sec-WebSocket-Protocol", "").partition(",")
        given = spoken.strip() or request.headers.get("Authorization", "").removeprefix("Bearer ")
        if not compare_digest(given.encode(), self._token.encode()):
            raise web.HTTPForbidden(text="")

    async def seal(self, _request: web.Request, response: web.StreamResponse) -> None:
        """Tell the browser to keep nothing, and to load nothing from elsewhere."""
        response.headers.update(_HEADERS)
        response.headers["Content-Security-Policy"] = self._policy
