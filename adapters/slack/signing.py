"""
Whether a request comes from Slack, and for the first time: looked at before anything reads its body.

Bolt looks too, but lets the same request in twice, believes a time that is ahead, and breaks on some
values (`promises.md` D8).
"""

import hashlib
import hmac
import re
from collections import OrderedDict
from collections.abc import Sequence

OLDEST, NEWEST = 300, 30
"""Seconds that a request may be old, and that its clock may be ahead of ours."""
REMEMBERED = 600
"""Seconds for which a signature is known: longer than any request may be old."""

_TIME = re.compile(r"[0-9]{1,12}")
_SIGNATURE = re.compile(r"v0=[0-9a-f]{64}")


class Signatures:
    """Checks signed requests, and remembers which were let in."""

    def __init__(self, secret: str) -> None:
        """
        Check with this secret.

        Raises:
            ValueError: There is none; everybody could sign then.
        """
        if not secret:
            raise ValueError("there is no secret")
        self._secret = secret.encode()
        self._known: OrderedDict[bytes, float] = OrderedDict()

    def lets_in(self, times: Sequence[str], signatures: Sequence[str], body: bytes, now: float) -> bool:
        """Return whether the one signature belongs to the one time and this body, and came only now."""
        if len(times) != 1 or len(signatures) != 1:
            return False
        time, signature = times[0], signatures[0]
        if not _TIME.fullmatch(time) or not _SIGNATURE.fullmatch(signature):
            return False
        if not -NEWEST <= now - int(time) <= OLDEST:
            return False
        if not hmac.compare_digest(signature, sign(self._secret, time, body)):
            return False
        return self._is_new(signature, now)

    def _is_new(self, signature: str, now: float) -> bool:
        """Note a signature; the oldest are forgotten once no request can be so old."""
        while self._known and next(iter(self._known.values())) < now - REMEMBERED:
            self._known.popitem(last=False)
        digest = hashlib.sha256(signature.encode()).digest()
        if digest in self._known:
            return False
        self._known[digest] = now
        return True


def sign(secret: bytes, time: str, body: bytes) -> str:
    """Return the signature of a request."""
    return "v0=" + hmac.new(secret, f"v0:{time}:".encode() + body, hashlib.sha256).hexdigest()
