"""Scanning in the test's own process, which is faster for a second of harmless sound."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from core.audio.file_stats import KnownFile
from core.features.analyse import analyse_song
from core.features.cache import FeatureCache
from core.jobs import SILENT
from core.library.scan.scanning import OnScanned, compared, find_unchanged
from core.library.scan.sound_files import find_sound_files
from core.library.scan.worker import STOP, analyse_file


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
