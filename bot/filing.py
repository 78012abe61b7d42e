"""Writes the file that a reply hands over: everything is read first, then written outside the read."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.dialogue.excerpts import Purpose
from bot.dialogue.record import Record
from bot.dialogue.visibility import excerpt
from bot.dialogue.waiting import StillWaiting
from bot.exports.own_data import write_own_data
from bot.exports.record_document import record_document
from bot.exports.to_csv import write_csv
from bot.exports.to_json import write_json
from bot.exports.to_markdown import write_markdown
from bot.exports.to_polis import write_polis
from bot.ports import Store
from bot.speech.effects import FileKind, SendFile
from bot.speech.events import Event
from bot.speech.phrasebook import Phrasebook, Words

OLDEST_IN_A_ZIP = (1980, 1, 1, 0, 0, 0)
MEDIA = {
    FileKind.MARKDOWN: "text/markdown",
    FileKind.HTML: "text/html",
    FileKind.CSV: "text/csv",
    FileKind.JSON: "application/json",
    FileKind.POLIS: "application/zip",
    FileKind.OWN: "application/json",
}


@dataclass(frozen=True, slots=True)
class WrittenFile:
    """A file, in pieces, so that a large one never stands in memory as a whole."""

    name: str
    media: str
    pieces: Iterator[bytes]


class Filing:
    """Writes files."""

    def __init__(self, store: Store, phrasebook: Phrasebook) -> None:
        self._store = store
        self._phrasebook = phrasebook

    def write(self, order: SendFile, event: Event) -> WrittenFile:
        """
        Read what the file needs, and return it with its pieces still to be written.

        Raises:
            NotFound: The dialogue is no longer there.
        """
        with self._store.reading(event.community) as work:
            record = work.load(Record, order.dialogue, order.reader, "")
            waiting = work.load(StillWaiting, order.dialogue, order.reader, "").waiting
        name = f"counterpoint-{order.made_at:%Y-%m-%d}-{order.dialogue[:6]}.{order.kind}"
        if order.kind is FileKind.OWN:
            own = write_own_data(record, order.reader, waiting, order.made_at)
            return WrittenFile(name, MEDIA[order.kind], iter((own.encode(),)))
        pieces = self._pieces(record, order, event)
        return WrittenFile(name, MEDIA[order.kind], pieces)

    def _pieces(self, record: Record, order: SendFile, event: Event) -> Iterator[bytes]:
        purpose = Purpose.OPEN_DATA if order.kind is FileKind.POLIS else Purpose.GROUP
        seen = excerpt(record, None, order.made_at, purpose)
        if order.kind is FileKind.POLIS:
            return iter((_zipped(write_polis(seen, event.seed), order.made_at),))
        if order.kind is FileKind.JSON:
            return _encoded(write_json(seen, order.made_at))
        if order.kind is FileKind.CSV:
            return _encoded(write_csv(seen))
        labels = Words(self._phrasebook, record.dialogue.language, {}, ZoneInfo(record.dialogue.zone))
        document = record_document(seen, labels, order.made_at)
        if order.kind is FileKind.MARKDOWN:
            return _encoded(write_markdown(document, labels))
        from bot.exports.to_html import write_html  # noqa: PLC0415 - only this format needs templates

        return _encoded(write_html(document, labels))


def _encoded(pieces: Iterator[str]) -> Iterator[bytes]:
    return (piece.encode() for piece in pieces)


def _zipped(files: dict[str, str], made_at: datetime) -> bytes:
    held = io.BytesIO()
    stamp = max(made_at.timetuple()[:6], OLDEST_IN_A_ZIP)
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(zipfile.ZipInfo(name, stamp), text, zipfile.ZIP_DEFLATED)
    return held.getvalue()
