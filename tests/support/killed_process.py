"""What processes do until they are killed: each reports what is done only after it is stored."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import mutagen  # noqa: F401  before the fork, as all that follows
import soundfile  # noqa: F401
import soxr  # noqa: F401
import sqlite_utils  # noqa: F401

from core.features.cache import FeatureCache
from core.library.edits.edits import Judge, SetNote
from core.library.records import State
from core.library.scan.importer import store_scanned
from core.library.scan.scanning import Scanned
from core.library.store import Library
from tests.support.scan_in_process import scan_in_process

Report = Callable[[str], None]

N_SONGS = 30
STATES = list(State)


def decide(path: str, tag_id: str, first: str, report: Report) -> None:
    """Step n judges song n % 30 + 1 and writes n into the first song's note, as one group; every
    fifth step is undone and done again.
    """
    library = Library.open(Path(path))
    for n in range(int(first), 1_000_000):
        library.do(Judge(n % N_SONGS + 1, int(tag_id), STATES[n % 3]), SetNote(1, str(n)))
        if n % 5 == 0:
            library.undo()
            library.redo()
        report(str(n))


def import_folder(path: str, music: str, cache: str, report: Report) -> None:
    """Import a folder, storing each song as it comes."""
    library = Library.open(Path(path))

    def store(song: Scanned) -> None:
        result = store_scanned(library, [song])
        for song_id in (*result.added, *result.already):
            report(str(song_id))

    while True:
        scan_in_process([Path(music)], FeatureCache(Path(cache)), on_scanned=store)


def migrate(path: str, home: str, report: Report) -> None:
    """Open a library of an older version."""
    os.environ["RHYTHMCAP_HOME"] = home
    Library.open(Path(path)).close()
    report("open")
    while True:
        pass
