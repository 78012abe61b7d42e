"""Log lines as JSON: what happened and which id, never a member's words, never a secret."""

import logging
import re
import sys
from collections.abc import Iterable, MutableMapping
from types import TracebackType
from typing import Any

import structlog

SHAPES = re.compile(
    r"xox[a-z]-[\w-]+|xapp-[\w-]+|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}|(?<=/interactions/)\d+/[\w.-]+"
    r"|(?<=://)[^/\s:@]+:[^/\s@]+(?=@)"
)
"""What tokens and addresses with passwords look like, whatever their value."""
QUIET = ("discord", "slack_bolt", "slack_sdk", "apscheduler", "aiohttp", "sqlalchemy", "asyncio")
"""Libraries whose lines below WARNING may hold what somebody wrote."""
HIDDEN = "[hidden]"


def begin_logging(level: str, secrets: Iterable[str] = ()) -> None:
    """Send all log lines to standard error as JSON; *secrets* are hidden wherever they appear."""
    known = tuple(secret for secret in secrets if secret)

    def hide(_logger: object, _method: str, line: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
        return {name: _hidden(value, known) for name, value in line.items()}

    shared = (structlog.processors.TimeStamper(fmt="iso", utc=True), structlog.stdlib.add_log_level)
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                _without_values,
                hide,
                structlog.processors.JSONRenderer(),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for name in QUIET:
        logging.getLogger(name).setLevel(max(logging.WARNING, root.level))


def _hidden(value: object, known: tuple[str, ...]) -> object:
    if not isinstance(value, str):
        return value
    for secret in known:
        value = value.replace(secret, HIDDEN)
    return SHAPES.sub(HIDDEN, value)


def _without_values(
    _logger: object, _method: str, line: MutableMapping[str, Any]
) -> MutableMapping[str, Any]:
    """Say where something broke, without the message of the error: it may quote what somebody wrote."""
    found = line.pop("exc_info", None)
    error = sys.exc_info() if found is True else found
    if isinstance(error, tuple) and error[0] is not None:
        line["error"] = error[0].__name__
        line["where"] = _where(error[2])
    return line


def _where(trace: TracebackType | None) -> list[str]:
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_filename.rpartition('/')[2]}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return places[-8:]
