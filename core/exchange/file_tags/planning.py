"""What songs' files should say, from the library's decisions, and what of it is not in them yet."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from core.audio.file_stats import is_being_written
from core.exchange.file_tags.tag_codec import COMMENT, UnreadableTags, values_of
from core.exchange.file_tags.tag_layouts import TagLayout, read_layout
from core.exchange.file_tags.tag_records import (
    FieldDiff,
    FileDiff,
    Skipped,
    Values,
    WantedTags,
)
from core.exchange.file_tags.tag_values import category_named, new_values
from core.jobs import SILENT, JobContext
from core.library.location_records import SongLocation
from core.library.records import State, Tag
from core.library.store import Library
from core.messages import message

SONGS_PER_PAGE = 200
WRITABLE_BITS = 0o222


def wanted_tags(
    library: Library,
    song_ids: Sequence[int],
    mapping: Sequence[tuple[str, str]],
    job: JobContext = SILENT,
) -> Iterator[WantedTags]:
    """Yield what some songs' files should say. mapping: (category, field).

    The tags are those that the library's annotator said yes to, of whole songs, in the order of the
    codebook. Songs without a decision in these categories are left out. Raises UnusableWord for an
    unknown category, LibraryError, Cancelled.
    """
    tags = list(_tags_by_field(library, mapping))
    for first in range(0, len(song_ids), SONGS_PER_PAGE):
        job.check()
        job.report(first, len(song_ids), message("exchange.decisions"))
        page = [int(song_id) for song_id in song_ids[first : first + SONGS_PER_PAGE]]
        locations = {found.song_id: found for found in library.songs.locations_of(page)}
        written = _written(library, [found.audio_hash for found in locations.values()])
        for row in library.songs.rows(page):
            values = dict[str, Values]()
            for field, of_field in tags:
                if any(tag.id in row.states for tag in of_field):
                    names = [tag.name for tag in of_field if row.states.get(tag.id) is State.YES]
                    values[field] = (*values.get(field, ()), *names)
            if values:
                location = locations[row.song.id]
                yield WantedTags(location, values, written.get(location.audio_hash, {}))


def _tags_by_field(
    library: Library, mapping: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, list[Tag]]]:
    categories = library.codebook.categories()
    for name, field in mapping:
        category = category_named(categories, name)
        yield field, [tag for tag in library.codebook.tags() if tag.category_id == category.id]


def _written(library: Library, hashes: Iterable[str]) -> dict[str, dict[str, Values]]:
    """Map sounds to what was written last, field by field."""
    written: dict[str, dict[str, Values]] = {}
    for row in reversed(library.frames.of_songs(hashes)):
        fields = row.after.get("fields", {})
        written.setdefault(row.audio_hash, {}).update(
            {field: tuple(values) for field, values in fields.items()}
        )
    return written


def compare(wanted: WantedTags) -> FileDiff | Skipped | None:
    """Say what would change in a song's file; None where it says all of it. Reads the file."""
    location = wanted.location
    path = location.path.resolve()
    stats = location.file.still_at(path)
    if stats is None:
        known = "exchange.tags_file_changed" if path.is_file() else "exchange.tags_file_missing"
        return skipped(location, known)
    try:
        with path.open("rb") as file:
            layout = read_layout(file, stats.size_bytes, path.suffix)
        fields = tuple(_diffs(wanted, layout))
    except UnreadableTags as error:
        return skipped(location, str(error.args[0]))
    except OSError as error:
        return skipped(location, "exchange.tags_no_access", str(error))
    if not fields:
        return None
    reason = reason_against(path)
    if reason:
        return skipped(location, reason)
    return FileDiff(location, layout.codec.name, fields, stats)


def _diffs(wanted: WantedTags, layout: TagLayout) -> Iterator[FieldDiff]:
    for field in wanted.values:
        now = values_of(layout.codec, layout.entries, field)
        new = new_values(wanted, field, now)
        if new != now and not _is_same(layout, field, now, new):
            yield FieldDiff(field, now, new)


def _is_same(layout: TagLayout, field: str, now: Values, new: Values) -> bool:
    """Whether a kind of tag that holds one value only has these values joined already."""
    if not new or field == COMMENT:
        return False
    rendered = layout.codec.render(field, new, layout.entries)
    return values_of(layout.codec, rendered, field) == now


def reason_against(path: Path) -> str:
    """Return the id of the reason why a file is not to be replaced; "" for none."""
    status = path.stat()
    if not status.st_mode & WRITABLE_BITS or not os.access(path, os.W_OK):
        return "exchange.tags_read_only"
    if status.st_nlink > 1:
        return "exchange.tags_several_names"
    return "exchange.tags_in_use" if is_being_written(path) else ""


def skipped(location: SongLocation, reason: str, detail: str = "") -> Skipped:
    """Return that a song's file is not written. reason: id of a message."""
    return Skipped(location.song_id, location.path, message(reason, detail=detail))


def shown_words(values: Values) -> str:
    """Return values as one line."""
    return " · ".join(" ".join(value.split()) for value in values)
