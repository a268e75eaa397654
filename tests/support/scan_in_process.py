"""Scanning in the test's own process, which is faster for a second of harmless sound."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from core.audio.decode import find_audio_files
from core.features.analyse import analyse_song
from core.features.cache import FeatureCache
from core.jobs import SILENT
from core.library.scan.scanning import OnScanned
from core.library.scan.worker import STOP, analyse_file


def scan_in_process(paths: Iterable[Path], cache: FeatureCache, on_scanned: OnScanned) -> None:
    """Analyse sound files, and those in folders, one after the other."""
    for path in find_audio_files(paths):
        message, result = analyse_file(analyse_song, path, cache, ("thesis",), SILENT)
        if message == STOP:
            raise result
        on_scanned(result)
