"""The sound files of a folder that a file of labels names, so that they can be imported first.

Only files inside the folder count, whatever a path of the file of labels says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from core.exchange.label_records import LabelledSong
from core.exchange.song_matching import n_common_parts, path_parts
from core.jobs import SILENT, JobContext
from core.library.scan.sound_files import find_sound_files


def find_named_files(
    songs: Iterable[LabelledSong], folder: Path, job: JobContext = SILENT
) -> tuple[Path, ...]:
    """Return the sound files below a folder that songs name by their path or its end.

    A name that several files end like equally is left out. Raises Cancelled.
    """
    files = find_sound_files([folder], job=job).files
    by_name: dict[str, list[tuple[Path, tuple[str, ...]]]] = {}
    for file in files:
        parts = path_parts(str(file))
        by_name.setdefault(parts[0], []).append((file, parts))
    found: dict[Path, None] = {}
    for song in songs:
        closest = _closest(path_parts(song.path), by_name) if song.path else None
        if closest is not None:
            found[closest] = None
    return tuple(found)


def _closest(
    parts: Sequence[str], by_name: dict[str, list[tuple[Path, tuple[str, ...]]]]
) -> Path | None:
    """Return the file that shares most of its path's end; None where several or none do."""
    candidates = [
        (n_common_parts(file_parts, parts), file) for file, file_parts in by_name.get(parts[0], ())
    ]
    most = max((n for n, _ in candidates), default=0)
    best = [file for n, file in candidates if n == most]
    return best[0] if len(best) == 1 else None
