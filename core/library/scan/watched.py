"""New sound files in watched folders: which are there, unknown, and no longer growing.

It looks and remembers nothing; importing them is importer.py's business.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from core.audio.decode import find_audio_files
from core.jobs import SILENT, JobContext
from core.library.records import FailedImport, SongLocation
from core.library.scan.worker_pool import size_and_time
from core.library.text import stored_path

Facts = Mapping[str, tuple[int, float]]  # stored path -> size in bytes, mtime in seconds


@dataclass(frozen=True, slots=True)
class Fresh:
    """What a look at watched folders showed.

    ready: new files that have stood still since the look before. waiting: new ones that may still
    be copied or recorded. folders: every folder inside, for a watcher to watch.
    """

    ready: tuple[Path, ...] = ()
    waiting: dict[str, tuple[int, float]] = field(default_factory=dict)
    folders: tuple[Path, ...] = ()


def fresh_files(
    watched: Sequence[Path],
    known: Facts,
    before: Facts,
    failed: Iterable[FailedImport] = (),
    job: JobContext = SILENT,
) -> Fresh:
    """Look for files that are not known, or have changed. before: `waiting` of the last look.

    A file that could not be read is tried again only once it has changed. Raises Cancelled.
    """
    tried = {stored_path(each.path): _seconds(each.failed_at) for each in failed}
    ready, waiting = list[Path](), dict[str, tuple[int, float]]()
    for path in find_audio_files([each for each in watched if each.is_dir()]):
        job.check()
        place, facts = stored_path(path), size_and_time(path)
        if facts is None or known.get(place) == facts or facts[1] <= tried.get(place, -1.0):
            continue
        if before.get(place) == facts:
            ready.append(path)
        else:
            waiting[place] = facts
    return Fresh(tuple(ready), waiting, tuple(_folders(watched)))


def facts_of(places: Iterable[SongLocation]) -> dict[str, tuple[int, float]]:
    """The files of songs that are not missing, as `known` wants them."""
    return {
        stored_path(each.path): (each.size_bytes, each.mtime_s)
        for each in places
        if not each.missing
    }


def _seconds(moment: str) -> float:
    return datetime.fromisoformat(moment).timestamp()


def _folders(watched: Sequence[Path]) -> Iterable[Path]:
    """The folders themselves and all below, hidden ones left out."""
    for top in watched:
        for place, inside, _files in os.walk(top):
            inside[:] = [name for name in inside if not name.startswith(".")]
            yield Path(place)
