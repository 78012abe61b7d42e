"""
The drill of requests: signed ones, changed in every way we know, sent to the door over a bare connection.

None of them may be let in, and none may make the bot stumble: no answer begins with a 5 (B25, A1).
"""

import asyncio
import gzip
import random
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from adapters.slack.signing import sign
from tests.fakes.slack import payloads
from tests.fakes.slack.http_sender import encoded
from tests.stages.slack_house import SECRET, SlackHouse, slack_house

REFUSED = frozenset({400, 401, 405, 413, 415})
AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class Request:
    """One request, byte by byte."""

    body: bytes
    headers: tuple[tuple[bytes, bytes], ...]
    method: bytes = b"POST"

    def written(self) -> bytes:
        """Return it as it goes over the wire."""
        head = [self.method + b" /slack/events HTTP/1.1", b"Host: 127.0.0.1"]
        head += [name + b": " + value for name, value in self.headers]
        head += [b"Content-Length: " + str(len(self.body)).encode(), b"", b""]
        return b"\r\n".join(head) + self.body

    def with_header(self, name: bytes, *values: bytes) -> "Request":
        """Return it with these values of a header, and no others."""
        kept = tuple(header for header in self.headers if header[0] != name)
        return replace(self, headers=(*kept, *((name, value) for value in values)))

    def value(self, name: bytes) -> bytes:
        """Return the value of a header."""
        return next(value for known, value in self.headers if known == name)


TIME, SIGNATURE, TYPE = b"X-Slack-Request-Timestamp", b"X-Slack-Signature", b"Content-Type"
Change = Callable[[Request, random.Random], Request]


def signed(kind: str, payload: Mapping[str, Any], at: int, secret: str = SECRET) -> Request:
    """Return a request as Slack would send it."""
    body, content_type = encoded(kind, dict(payload))
    signature = sign(secret.encode(), str(at), body)
    headers = ((TYPE, content_type.encode()), (TIME, str(at).encode()), (SIGNATURE, signature.encode()))
    return Request(body, headers)


def signed_again(request: Request, body: bytes) -> Request:
    """Return a request with another body and a signature that fits it."""
    time = request.value(TIME).decode()
    signature = sign(SECRET.encode(), time, body).encode()
    return replace(request, body=body).with_header(SIGNATURE, signature)


def _flip(request: Request, dice: random.Random) -> Request:
    body = bytearray(request.body)
    body[dice.randrange(len(body))] ^= 1 << dice.randrange(8)
    return replace(request, body=bytes(body))


def _cut(request: Request, dice: random.Random) -> Request:
    return replace(request, body=request.body[: dice.randrange(len(request.body))])


def _more(request: Request, dice: random.Random) -> Request:
    return replace(request, body=request.body + dice.randbytes(dice.randint(1, 40)))


def _other_signature(request: Request, dice: random.Random) -> Request:
    known = request.value(SIGNATURE)
    others = (
        b"", b"v0=", known[:-1], known + b"0", known.upper(), b"v1=" + known[3:], known[3:],
        b"v0=" + dice.randbytes(32).hex().encode(), "v0=é".encode() * 9, b"v0=" + b"\xff" * 64,
        known + b" " + known,
    )  # fmt: skip
    return request.with_header(SIGNATURE, dice.choice(others))


def _other_time(request: Request, dice: random.Random) -> Request:
    known = request.value(TIME)
    at = int(known)
    others = (
        b"", b"0", b"-1", b"NaN", b"1e9", b"+" + known, known + b".0", b"9" * 300, "١٢".encode(), b"0x1F",
        str(at + dice.choice((-1, 1, -301, 31, 10**9))).encode(), known + b"\t1",
    )  # fmt: skip
    return request.with_header(TIME, dice.choice(others))


def _missing(request: Request, dice: random.Random) -> Request:
    return request.with_header(dice.choice((TIME, SIGNATURE)))


def _doubled(request: Request, dice: random.Random) -> Request:
    name = dice.choice((TIME, SIGNATURE))
    return request.with_header(name, request.value(name), request.value(name))


def _stale(request: Request, dice: random.Random) -> Request:
    at = int(request.value(TIME)) + dice.choice((-100_000, -3600, -301, 31, 299, 10**6))
    signature = sign(SECRET.encode(), str(at), request.body).encode()
    return request.with_header(TIME, str(at).encode()).with_header(SIGNATURE, signature)


def _other_secret(request: Request, dice: random.Random) -> Request:
    time = request.value(TIME).decode()
    return request.with_header(SIGNATURE, sign(dice.randbytes(16), time, request.body).encode())


def _other_method(request: Request, dice: random.Random) -> Request:
    return replace(request, method=dice.choice((b"GET", b"PUT", b"DELETE", b"PATCH", b"HEAD")))


def _packed(request: Request, _dice: random.Random) -> Request:
    packed = signed_again(request, gzip.compress(request.body))
    return packed.with_header(b"Content-Encoding", b"gzip")


def _ill_formed(request: Request, dice: random.Random) -> Request:
    """Sign what has no shape at all: whoever holds the secret must not be able to break the bot either."""
    deep = b'{"type":' * 60 + b"1" + b"}" * 60
    bodies = (
        b"", b"[]", b"null", b'{"a":1', b'{"type":"x","type":"y"}', deep, b"\xff\xfe", b"payload=",
        b"payload=%7B", b"text=hello", b"payload=%7B%7D&payload=%7B%7D", b"payload=" + deep, b"[" * 5000,
        dice.randbytes(dice.randint(1, 200)),
    )  # fmt: skip
    content_type = dice.choice((b"application/json", b"application/x-www-form-urlencoded"))
    at = int(request.value(TIME)) - dice.randrange(300)
    request = request.with_header(TIME, str(at).encode())
    return signed_again(request, dice.choice(bodies)).with_header(TYPE, content_type)


CHANGES: tuple[Change, ...] = (
    _flip, _cut, _more, _other_signature, _other_time, _missing, _doubled, _stale, _other_secret,
    _other_method, _packed, _ill_formed,
)  # fmt: skip


def drill(count: int, seed: int) -> Mapping[str, int]:
    """Send *count* changed requests, and return how they were answered."""
    return asyncio.run(_drill(count, seed))


async def _drill(count: int, seed: int) -> Mapping[str, int]:
    dice = random.Random(seed)
    async with slack_house(app_token="") as house:
        heard = _spy(house)
        requests = [_changed(house, dice) for _ in range(count)]
        answers = await asyncio.gather(
            *(_send_all(house.app.port, requests[first::AT_ONCE]) for first in range(AT_ONCE))
        )
        counts = Counter(f"answered {status}" for statuses in answers for status in statuses)
        assert not heard, "a changed request was let in"
    wrong = [name for name in counts if int(name.removeprefix("answered ")) not in REFUSED]
    assert not wrong, f"answered otherwise: {wrong}"
    return counts


def _spy(house: SlackHouse) -> list[object]:
    """Gather what comes as far as the one who hears."""
    heard: list[object] = []
    handle = house.scribe.handle

    async def handled(event: Any) -> Any:
        heard.append(event)
        return await handle(event)

    house.scribe.handle = handled  # type: ignore[method-assign]
    return heard


def _changed(house: SlackHouse, dice: random.Random) -> Request:
    ada = house.team.person("Ada")
    address = house.fake.address(house.team.address(ada.id, house.channel.id))
    home = {"type": "app_home_opened", "user": ada.id, "tab": "home"}
    kind, payload = dice.choice(
        (
            ("slash_commands", payloads.command(house.team, ada, house.channel.id, "help", address)),
            ("interactive", payloads.shortcut(house.team, ada, "needs")),
            ("events_api", payloads.event(house.team, home)),
        )
    )  # fmt: skip
    request = signed(kind, payload, int(house.clock.seconds()))
    changed = dice.choice(CHANGES)(request, dice)
    return changed if changed != request else _missing(request, dice)


async def _send_all(port: int, requests: list[Request]) -> list[int]:
    return [await send(port, request) for request in requests]


async def send(port: int, request: Request) -> int:
    """Send a request over a connection of its own, and return the status of the answer."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    try:
        writer.write(request.with_header(b"Connection", b"close").written())
        line = await asyncio.wait_for(reader.readline(), 10)
        return int(line.split()[1])
    finally:
        writer.close()
