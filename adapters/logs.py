"""Log lines as JSON: what happened and which id, never a member's words, never a secret."""

import logging
import re
import sys
import threading
from collections.abc import Iterable, MutableMapping
from contextlib import suppress
from types import TracebackType
from typing import Any, TypeAlias

import structlog

Line: TypeAlias = MutableMapping[str, Any]

SHAPES = re.compile(
    r"xox[a-z]-[\w-]+|xapp-[\w-]+|(?<=hooks\.slack\.com/)\S+"
    r"|[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}|(?:(?<=/interactions/)|(?<=/webhooks/))\d+/[\w.-]+"
    r"|(?<=://)[^/\s:@]*:\S+(?=@)"
    r"|(?i:(?<=bearer )|(?<=token=)|(?<=secret=)|(?<=password=))[^\s&\"']+"
    r"|(?<![\w-])[\w-]{43}=?(?![\w-])"
)
"""What secrets look like, whatever their value: Slack's, Discord's, a database's, any 32 bytes of chance."""
OURS = ("bot", "adapters", "storage")
HIDDEN = "[hidden]"

log = logging.getLogger(__name__)


def begin_logging(level: str, secrets: Iterable[str] = ()) -> None:
    """Send all log lines to standard error as JSON; *secrets* are hidden wherever they appear."""
    known = tuple(sorted((secret for secret in secrets if secret), key=len, reverse=True))

    def hide(_logger: object, _method: str, line: Line) -> Line:
        return {name: _hidden(value, known) for name, value in line.items()}

    processors = (structlog.stdlib.ProcessorFormatter.remove_processors_meta, _without_values, hide)
    handler = logging.StreamHandler(sys.stderr)
    handler.setLevel(level.upper())
    handler.addFilter(_is_wanted)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=(
                structlog.processors.TimeStamper(fmt="iso", utc=True),
                structlog.stdlib.add_log_level,
            ),
            processors=(_told, *processors, structlog.processors.JSONRenderer()),
            use_get_message=False,
            pass_foreign_args=True,
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(logging.WARNING)
    for name in OURS:
        logging.getLogger(name).setLevel(level.upper())
    logging.raiseExceptions = False  # Python would print a line that cannot be written, with all its values
    sys.excepthook = _last_words
    threading.excepthook = lambda ended: _last_words(ended.exc_type, ended.exc_value, ended.exc_traceback)


def _is_wanted(record: logging.LogRecord) -> bool:
    """Leave out what libraries tell below WARNING, also where one of them has set a level of its own."""
    return _is_ours(record.name) or record.levelno >= logging.WARNING


def _is_ours(name: str) -> bool:
    return name.partition(".")[0] in OURS


def _told(_logger: object, _method: str, line: Line) -> Line:
    """Put the sentence together; of a library's, take only what stands in its source."""
    record, values = line["_record"], line.pop("positional_args")
    line["logger"] = record.name
    if _is_ours(record.name) and values:
        with suppress(TypeError, ValueError, KeyError):  # a sentence with a gap is better than none
            line["event"] = line["event"] % values
    elif not _is_ours(record.name) and not values:
        line["event"] = f"{record.filename}:{record.lineno} {record.funcName}"
    return line


def _hidden(value: object, known: tuple[str, ...]) -> object:
    if not isinstance(value, str):
        return value
    for secret in known:
        value = value.replace(secret, HIDDEN)
    return SHAPES.sub(HIDDEN, value)


def _without_values(_logger: object, _method: str, line: Line) -> Line:
    """Say where something broke, without the message of the error: it may quote what somebody wrote."""
    found = line.pop("exc_info", None)
    line.pop("stack_info", None)
    if isinstance(found, tuple) and found[0] is not None:
        line["error"] = found[0].__name__
        line["where"] = _where(found[2])
    return line


def _where(trace: TracebackType | None) -> list[str]:
    places = []
    while trace is not None:
        code = trace.tb_frame.f_code
        places.append(f"{code.co_filename.rpartition('/')[2]}:{trace.tb_lineno} {code.co_name}")
        trace = trace.tb_next
    return places[-8:]


def _last_words(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
    """Say that something stopped over a fault of ours, in a line like any other."""
    if error is not None and not issubclass(kind, KeyboardInterrupt):
        log.critical("This was not foreseen.", exc_info=(kind, error, trace))
