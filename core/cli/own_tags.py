"""What import-labels reads with --from-files: the tags that stand in the songs' own files."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

from core.cli.label_report import say_what_was_read
from core.cli.terminal import Terminal
from core.exchange.file_tags.reading import (
    SEPARATORS,
    USUAL_MAPPING,
    parse_reading,
    read_file_tags,
)
from core.exchange.label_records import LabelFile
from core.library.records import Song
from core.library.store import Library

SONGS_PER_PAGE = 500


def read_songs_own_tags(
    options: argparse.Namespace, library: Library, terminal: Terminal
) -> LabelFile:
    """Read the fields of all songs' files, or of a search's. Raises ExchangeError, QueryError."""
    mapping = parse_reading(options.field) if options.field else USUAL_MAPPING
    separators: Sequence[str] = options.separator or SEPARATORS
    with terminal.job("Reading") as job:
        songs = list(_songs(library, options.from_files))
        file = read_file_tags(songs, mapping, [sign for sign in separators if sign], job)
    say_what_was_read("Files", file, terminal)
    return file


def _songs(library: Library, query: str) -> Iterator[Song]:
    ids = library.search.ids(query) if query else library.songs.all_ids()
    for first in range(0, len(ids), SONGS_PER_PAGE):
        for row in library.songs.rows(ids[first : first + SONGS_PER_PAGE]):
            if row.song.missing_since is None:
                yield row.song
