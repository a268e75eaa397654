"""The sound files of a folder that a file of labels names, so that they can be imported first.

Only files inside the folder count, whatever a path of the file of labels says.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from core.exchange.label_records import LabelledSong
from core.exchange.song_matching import n_common_parts, path_parts, stem_of
from core.jobs import SILENT, JobContext
from core.library.scan.sound_files import find_sound_files

_Files = dict[str, list[tuple[Path, tuple[str, ...]]]]


def find_named_files(
    songs: Iterable[LabelledSong], folder: Path, job: JobContext = SILENT
) -> tuple[Path, ...]:
    """Return the sound files below a folder that songs name by their path or its end.

    A name that several files end like equally is left out. Raises Cancelled.
    """
    named = match_named_files([song.path for song in songs], folder, job)
    return tuple(dict.fromkeys(file for file in named if file is not None))


def match_named_files(
    names: Iterable[str], folder: Path, job: JobContext = SILENT, *, any_suffix: bool = False
) -> list[Path | None]:
    """Return for every path of a file of labels the sound file below a folder that it means.

    None where there is none, or several end like it equally. any_suffix: a file of another suffix
    will do, where clips were converted, or are the small ones of MTG-Jamendo. Raises Cancelled.
    """
    files = find_sound_files([folder], job=job).files
    by_name: _Files = {}
    by_stem: _Files = {}
    for file in files:
        parts = path_parts(str(file))
        by_name.setdefault(parts[0], []).append((file, parts))
        by_stem.setdefault(stem_of(parts[0]), []).append((file, parts))
    found = list[Path | None]()
    for name in names:
        parts = path_parts(name)
        file_named = _closest(parts, by_name.get(parts[0], ())) if name else None
        if file_named is None and name and any_suffix:
            file_named = _closest(parts, by_stem.get(stem_of(parts[0]), ()))
        found.append(file_named)
    return found


def _closest(parts: Sequence[str], files: Iterable[tuple[Path, tuple[str, ...]]]) -> Path | None:
    """Return the file that shares most of its path's end; None where several or none do."""
    candidates = [(n_common_parts(file_parts, parts), file) for file, file_parts in files]
    most = max((n for n, _ in candidates), default=0)
    best = [file for n, file in candidates if n == most]
    return best[0] if len(best) == 1 else None
