"""Writing planned fields into one file: a checked successor, a record, then the replacement.

The order is what keeps every file whole and every write reversible: the successor is on the disk
and read back before the library has the record, and the record is stored before the file is
replaced.
"""

from __future__ import annotations

import base64
import contextlib
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from core.audio.file_stats import FileStats, fingerprint
from core.exchange.file_tags.drafts import draft_of, replace, sound_of
from core.exchange.file_tags.planning import reason_against, skipped
from core.exchange.file_tags.tag_codec import (
    UnreadableTags,
    entries_of,
    values_of,
    with_field,
    without_fields,
)
from core.exchange.file_tags.tag_layouts import TagLayout, read_independently, read_layout
from core.exchange.file_tags.tag_pieces import way_back
from core.exchange.file_tags.tag_records import (
    FileDiff,
    FileRecord,
    Skipped,
    Values,
    WriteOptions,
    WrittenFile,
    seen_now,
)
from core.jobs import SILENT, JobContext


class Records(Protocol):
    """Where a write is noted: the library, on its own thread."""

    def note(self, record: FileRecord) -> int:
        """Store a write about to be done; return its number."""

    def forget(self, number: int) -> None:
        """Take a note back: the file was not replaced."""

    def settle(self, written: WrittenFile) -> None:
        """Store how the file is now."""


def write_file(
    diff: FileDiff, options: WriteOptions, records: Records, job: JobContext = SILENT
) -> WrittenFile | Skipped:
    """Write one file's fields; it is replaced as a whole, or not at all. Raises Cancelled.

    Also raises what the records raise, and then the file is as it was.
    """
    location, path = diff.location, diff.location.path.resolve()
    try:
        if reason := reason_against(path):
            return skipped(location, reason)
        with _draft(diff, path, options, job) as (draft, record):
            number = records.note(record)
            try:
                now = replace(draft, path, diff.stats)
            except BaseException:
                records.forget(number)
                raise
        written = WrittenFile(seen_now(location, now, record.fingerprint))
    except UnreadableTags as error:
        return skipped(location, str(error.args[0]))
    except OSError as error:
        return skipped(location, "exchange.tags_no_access", str(error))
    records.settle(written)
    return written


@contextlib.contextmanager
def _draft(
    diff: FileDiff, path: Path, options: WriteOptions, job: JobContext
) -> Iterator[tuple[Path, FileRecord]]:
    """Make and check the successor of a file. Raises UnreadableTags, OSError, Cancelled."""
    status = path.stat()
    times_ns = (status.st_atime_ns, status.st_mtime_ns)
    with path.open("rb") as file:
        layout = read_layout(file, diff.stats.size_bytes, path.suffix)
        entries = _changed_entries(layout, diff)
        pieces = layout.pieces(entries)
        before = {
            **_side(layout, layout.entries, diff),
            "codec": layout.codec.name,
            "times_ns": list(times_ns),
            "fingerprint": fingerprint(path),
            "back": way_back(pieces, file, diff.stats.size_bytes),
        }
    with draft_of(path, pieces) as draft:
        if options.keep_times:
            os.utime(draft, ns=times_ns)
        check_draft(draft, path, layout, {part.field: part.after for part in diff.fields})
        if sound_of(draft, job) != diff.location.audio_hash:
            raise UnreadableTags("exchange.tags_other_sound")
        stats = FileStats.read(draft)
        if stats is None:
            raise UnreadableTags("exchange.tags_not_written")
        yield (
            draft,
            FileRecord(
                diff.location.audio_hash, path, before, _side(layout, entries, diff),
                stats, fingerprint(draft),
            ),
        )  # fmt: skip


def _changed_entries(layout: TagLayout, diff: FileDiff) -> list[bytes]:
    entries = list(layout.entries)
    for part in diff.fields:
        if values_of(layout.codec, layout.entries, part.field) != part.before:
            raise UnreadableTags("exchange.tags_file_changed")
        new = layout.codec.render(part.field, part.after, entries)
        entries = with_field(layout.codec, entries, part.field, new)
    return entries


def _side(layout: TagLayout, entries: Sequence[bytes], diff: FileDiff) -> dict[str, Any]:
    """Return the changed fields' values and raw entries as JSON: before, or after."""
    codec, fields = layout.codec, [part.field for part in diff.fields]
    return {
        "fields": {field: list(values_of(codec, entries, field)) for field in fields},
        "entries": {
            field: [_stored(raw) for raw in entries_of(codec, entries, field)] for field in fields
        },
    }


def _stored(raw: bytes) -> str:
    return base64.b85encode(raw).decode("ascii")


def check_draft(draft: Path, path: Path, former: TagLayout, values: Mapping[str, Values]) -> None:
    """Read a draft back: the fields as they should be, all other entries as they were.

    By our own reader and by mutagen. Raises UnreadableTags, OSError.
    """
    with draft.open("rb") as file:
        layout = _read_all(file, path)
    rendered = former.codec
    for field, wanted in values.items():
        expected = values_of(rendered, rendered.render(field, wanted, former.entries), field)
        if values_of(layout.codec, layout.entries, field) != expected:
            raise UnreadableTags("exchange.tags_not_written")
    others = without_fields(layout.codec, layout.entries, values)
    if others != without_fields(former.codec, former.entries, values):
        raise UnreadableTags("exchange.tags_not_written")
    texts = read_independently(draft, layout)
    for field in values:
        for value in values_of(layout.codec, layout.entries, field):
            if value not in texts:
                raise UnreadableTags("exchange.tags_not_written")


def _read_all(file: BinaryIO, path: Path) -> TagLayout:
    file.seek(0, os.SEEK_END)
    return read_layout(file, file.tell(), path.suffix)
