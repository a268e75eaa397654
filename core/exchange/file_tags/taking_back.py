"""Taking back what was written into a file: to the byte where nobody has changed it since.

Else the fields that still say what was written get their former entries back, and the others stay.
"""

from __future__ import annotations

import base64
import contextlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from core.audio.file_stats import FileStats, fingerprint
from core.exchange.file_tags.drafts import draft_of, replace, sound_of
from core.exchange.file_tags.planning import reason_against, skipped
from core.exchange.file_tags.tag_codec import UnreadableTags, entries_of, with_field
from core.exchange.file_tags.tag_layouts import read_layout
from core.exchange.file_tags.tag_pieces import Piece, pieces_back
from core.exchange.file_tags.tag_records import Skipped, WrittenFile, seen_now
from core.jobs import SILENT, JobContext
from core.library.file_frames import FramesRow
from core.library.location_records import SongLocation


def take_back(
    row: FramesRow, location: SongLocation, job: JobContext = SILENT
) -> WrittenFile | Skipped:
    """Give a file its former tags; it is replaced as a whole, or not at all. Raises Cancelled."""
    path = location.path.resolve()
    stats = FileStats.read(path)
    if stats is None:
        return skipped(location, "exchange.tags_file_missing")
    try:
        if reason := reason_against(path):
            return skipped(location, reason)
        exact = _exact_pieces(row, path)
        pieces, left = (exact, ()) if exact else _fields_back(row, path, stats)
        if pieces is None:  # the file is as it was before, whatever the library knows
            return WrittenFile(seen_now(location, stats, fingerprint(path)), left=left)
        with _draft_back(row, path, pieces, exact=bool(exact)) as draft:
            if sound_of(draft, job) != location.audio_hash:
                raise UnreadableTags("exchange.tags_other_sound")
            digest = fingerprint(draft)
            if exact and digest != row.before.get("fingerprint"):
                raise UnreadableTags("exchange.tags_not_written")
            now = replace(draft, path, stats)
        return WrittenFile(seen_now(location, now, digest), bool(exact), left)
    except (UnreadableTags, ValueError) as error:
        known = isinstance(error, UnreadableTags)
        return skipped(location, str(error.args[0]) if known else "exchange.tags_damaged")
    except OSError as error:
        return skipped(location, "exchange.tags_no_access", str(error))


def is_taken_back(row: FramesRow, digest: str) -> bool:
    """Whether a file with this fingerprint is as it was before a write."""
    return bool(digest) and digest == row.before.get("fingerprint")


@contextlib.contextmanager
def _draft_back(row: FramesRow, path: Path, pieces: list[Piece], *, exact: bool) -> Iterator[Path]:
    with draft_of(path, pieces) as draft:
        times = row.before.get("times_ns")
        if exact and times:
            os.utime(draft, ns=(int(times[0]), int(times[1])))
        yield draft


def _exact_pieces(row: FramesRow, path: Path) -> list[Piece]:
    """Return how the former file is made of the one that is there; [] where that is another."""
    back = row.before.get("back")
    if back is None or fingerprint(path) != row.fingerprint:
        return []
    return pieces_back(back)


def _fields_back(
    row: FramesRow, path: Path, stats: FileStats
) -> tuple[list[Piece] | None, tuple[str, ...]]:
    """Return the file with its former entries, and the fields that say something else by now.

    None where all fields are as they were before. Raises UnreadableTags, OSError.
    """
    with path.open("rb") as file:
        layout = read_layout(file, stats.size_bytes, path.suffix)
    if layout.codec.name != row.before.get("codec"):
        raise UnreadableTags("exchange.tags_changed_since")
    entries, left, n_changed = list(layout.entries), list[str](), 0
    for field in row.after.get("entries", {}):
        there = list(entries_of(layout.codec, entries, field))
        former = _stored(row.before["entries"].get(field, ()))
        if there == former:
            continue
        if there != _stored(row.after["entries"][field]):
            left.append(field)
            continue
        entries, n_changed = with_field(layout.codec, entries, field, former), n_changed + 1
    if not n_changed:
        if left:
            raise UnreadableTags("exchange.tags_changed_since")
        return None, ()
    return layout.pieces(entries), tuple(left)


def _stored(texts: Iterable[str]) -> list[bytes]:
    return [base64.b85decode(text) for text in texts]
