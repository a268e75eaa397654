"""Scanning in the test's own process, which is faster for a second of harmless sound."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from core.audio.file_stats import KnownFile
from core.features.analyse import analyse_song
from core.features.cache import FeatureCache, open_cache
from core.jobs import SILENT
from core.library.scan.importer import store_scanned
from core.library.scan.scanning import OnScanned, Scanned, compared, find_unchanged
from core.library.scan.sound_files import find_sound_files
from core.library.scan.worker import STOP, analyse_file
from core.library.store import Library
from core.paths import folders


def scan_in_process(
    paths: Iterable[Path],
    cache: FeatureCache,
    on_scanned: OnScanned,
    known: Mapping[str, KnownFile] | None = None,
) -> None:
    """Analyse sound files, and those in folders, one after the other."""
    known = known or {}
    for path in find_sound_files(paths).files:
        if (unchanged := find_unchanged(path, known)) is not None:
            on_scanned(unchanged)
            continue
        message, result = analyse_file(analyse_song, path, cache, ("thesis",), SILENT)
        if message == STOP:
            raise result
        on_scanned(compared(result, known, cache))


def store_in_process(library: Library, paths: Iterable[Path], cache: FeatureCache) -> None:
    """Import sound files, and those in folders, into a library."""
    found = list[Scanned]()
    scan_in_process(paths, cache, found.append)
    store_scanned(library, found)


def import_in_process(*paths: Path) -> None:
    """Import sound files, and those in folders, as the verb does: into the user's own library."""
    with Library.open(folders().library_file) as library:
        store_in_process(library, paths, open_cache(folders().features))
