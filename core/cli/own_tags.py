"""What import-labels reads with --from-files: the tags that stand in the songs' own files."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from core.cli.label_report import say_what_was_read
from core.cli.terminal import Terminal
from core.exchange.file_tags.reading import (
    SEPARATORS,
    USUAL_MAPPING,
    parse_reading,
    read_file_tags,
    songs_with_files,
)
from core.exchange.label_records import LabelFile
from core.library.store import Library


def read_songs_own_tags(
    options: argparse.Namespace, library: Library, terminal: Terminal
) -> LabelFile:
    """Read the fields of all songs' files, or of a search's. Raises ExchangeError, QueryError."""
    mapping = parse_reading(options.field) if options.field else USUAL_MAPPING
    separators: Sequence[str] = options.separator or SEPARATORS
    with terminal.job("Reading") as job:
        songs = songs_with_files(library, options.from_files)
        file = read_file_tags(songs, mapping, [sign for sign in separators if sign], job)
    say_what_was_read("Files", file, terminal)
    return file
