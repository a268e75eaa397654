"""New sound files in watched folders: which exist, are unknown, and are there in whole.

It looks and stores nothing; importing the files is importer.py's business. A copy may stand still
for minutes: a file is taken soon only if its own head and end say that it is whole and nobody has
it open for writing, and otherwise once nothing has happened to it for long.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from core.audio.completeness import Completeness, completeness
from core.audio.file_stats import FileStats, KnownFile, is_being_written
from core.jobs import SILENT, JobContext
from core.library.location_records import SongLocation
from core.library.records import FailedImport
from core.library.scan.scan_records import NewFiles, WaitingFile
from core.library.scan.sound_files import find_sound_files
from core.library.text import stored_path

PATIENCE_S = 600.0  # how long a file that may be incomplete must not change


def find_new_files(
    watched: Sequence[Path],
    known: Mapping[str, KnownFile],
    previous: Mapping[str, WaitingFile],
    now_s: float,
    failed: Iterable[FailedImport] = (),
    job: JobContext = SILENT,
) -> NewFiles:
    """Find files that are not known, or have changed. previous: `waiting` of the last look.

    known, previous: by stored path. now_s: the time, in seconds since 1970. A file that could not
    be read is tried again only once it was touched. Raises Cancelled.
    """
    failed_at_s = {
        stored_path(failure.path): datetime.fromisoformat(failure.failed_at).timestamp()
        for failure in failed
    }
    found = find_sound_files([folder for folder in watched if folder.is_dir()], job=job)
    ready, waiting = dict[Path, FileStats](), dict[str, WaitingFile]()
    for path in found.files:
        job.check()
        key, stats = stored_path(path), FileStats.read(path)
        if stats is None or stats.touched_s <= failed_at_s.get(key, -1.0):
            continue
        if key in known and known[key].still_at(path) is not None:
            continue
        before = previous.get(key)
        since_s = before.since_s if before is not None and before.stats == stats else now_s
        if _is_ready(path, stats, since_s, now_s):
            ready[path] = stats
        else:
            waiting[key] = WaitingFile(stats, since_s)
    looks = tuple(ready.values())
    return NewFiles(tuple(ready), looks, waiting, found.folders, found.links)


def files_by_path(locations: Iterable[SongLocation]) -> dict[str, KnownFile]:
    """Map the stored paths of songs that are not missing to their files as they were read."""
    return {
        stored_path(location.path): location.file for location in locations if not location.missing
    }


def _is_ready(path: Path, stats: FileStats, since_s: float, now_s: float) -> bool:
    """Tell whether a file is there in whole, or has been left alone for long.

    since_s: since when it has been seen to be as it is.
    """
    untouched_s = max(now_s - since_s, now_s - stats.touched_s)
    if untouched_s >= PATIENCE_S:
        return not is_being_written(path)
    is_settled = now_s > since_s
    is_whole = is_settled and completeness(path) is Completeness.WHOLE
    return is_whole and not is_being_written(path)
