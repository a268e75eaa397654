"""New sound files in watched folders: which exist, are unknown, and no longer grow.

It looks and stores nothing; importing the files is importer.py's business.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from core.audio.decode import find_audio_files
from core.jobs import SILENT, JobContext
from core.library.records import FailedImport, SongLocation
from core.library.scan.scan_records import FileStats, NewFiles
from core.library.scan.worker_pool import file_stats
from core.library.text import stored_path


def find_new_files(
    watched: Sequence[Path],
    known: Mapping[str, FileStats],
    previous: Mapping[str, FileStats],
    failed: Iterable[FailedImport] = (),
    job: JobContext = SILENT,
) -> NewFiles:
    """Find files that are not known, or have changed. previous: `waiting` of the last look.

    known, previous: by stored path. A file that could not be read is tried again only once it has
    changed. Raises Cancelled.
    """
    failed_at_s = {
        stored_path(failure.path): datetime.fromisoformat(failure.failed_at).timestamp()
        for failure in failed
    }
    ready, waiting = list[Path](), dict[str, FileStats]()
    for path in find_audio_files([folder for folder in watched if folder.is_dir()]):
        job.check()
        key, stats = stored_path(path), file_stats(path)
        if stats is None or known.get(key) == stats or stats[1] <= failed_at_s.get(key, -1.0):
            continue
        if previous.get(key) == stats:
            ready.append(path)
        else:
            waiting[key] = stats
    return NewFiles(tuple(ready), waiting, tuple(_folders(watched)))


def stats_by_path(locations: Iterable[SongLocation]) -> dict[str, FileStats]:
    """Map the stored paths of songs that are not missing to the stats of their files."""
    return {
        stored_path(location.path): (location.size_bytes, location.mtime_s)
        for location in locations
        if not location.missing
    }


def _folders(watched: Sequence[Path]) -> Iterable[Path]:
    """Yield the folders themselves and all below them, but hidden ones."""
    for root in watched:
        for folder, names, _files in os.walk(root):
            names[:] = [name for name in names if not name.startswith(".")]
            yield Path(folder)
