"""The cells that name a song in every table, and what their columns mean."""

from __future__ import annotations

import os
from pathlib import Path

from core.exchange.format_records import ExportOptions
from core.exchange.tables.data_package import TableField
from core.library.records import Song
from core.printable import path_text, printable

SONG_FIELDS = (
    TableField(
        "audio_hash", "identity of the recording: blake2b over its decoded samples, 32 hex digits"
    ),
    TableField(
        "path", "where the file was last seen; a file: address where it is no plain line of UTF-8"
    ),
    TableField(
        "title",
        "title, from the file's own tags or its name; any text that begins with = + - @ or a"
        " control sign, here and in other columns, has a ' before it, so that no spreadsheet"
        " runs it",
    ),
    TableField("artist", "artist, likewise; empty where unknown"),
    TableField("album", "album, likewise"),
    TableField("year", "year, likewise; empty where unknown", "integer"),
    TableField("duration_s", "length of the recording in seconds", "number"),
)


def song_cells(song: Song, file: Path, options: ExportOptions) -> tuple[object, ...]:
    """Return the cells of SONG_FIELDS. file: where the table goes."""
    year = "" if song.year is None else song.year
    path = written_path(song.path, file, options)
    return (
        *(song.audio_hash, path, song.title, song.artist, song.album, year),
        round(song.duration_s, 3),
    )


def written_path(path: Path, file: Path, options: ExportOptions) -> str:
    """Write a song's path as a file of labels names it: absolute, as seen from that file, or its
    name alone.

    One that is no plain line of text is an absolute file: address; so is one on another drive.
    """
    if options.only_names:
        return printable(path.name)
    if not options.relative:
        return path_text(path)
    try:
        relative = Path(os.path.relpath(path, file.absolute().parent))
    except ValueError:  # another drive
        return path_text(path)
    text = relative.as_posix()
    return text if path_text(relative) == str(relative) else path_text(path)
