"""No file, however broken, crashes or hangs an import, or is skipped without a reason."""

from __future__ import annotations

import multiprocessing
import time
from pathlib import Path

import pytest

from core.features.cache import FeatureCache
from core.library.scan.importer import ImportResult, import_songs, store_scanned
from core.library.scan.scan_records import Failure, ScanOptions
from core.library.scan.scanning import Scanned, scan
from tests.support.broken_files import Corpus
from tests.support.small_songs import library_with

OPTIONS = ScanOptions(timeout_s=25.0)
ALLOWED = {
    "added": {"added"}, "warned": {"warned"}, "failed": {"failed"}, "kept": {"added", "warned"},
    "any": {"added", "warned", "failed"}, "unseen": {"unseen"},
}  # fmt: skip


def outcomes(corpus: Corpus, scanned: list[Scanned]) -> dict[str, str]:
    """Map names to outcomes; a name is scanned at most once."""
    seen = dict.fromkeys(corpus.expected, "unseen")
    for result in scanned:
        name = str(result.path.relative_to(corpus.folder))
        assert seen[name] == "unseen"
        if isinstance(result, Failure):
            seen[name] = "failed"
        else:
            seen[name] = "warned" if getattr(result, "warnings", ()) else "added"
    return seen


def test_every_broken_or_odd_file_is_added_or_listed_with_its_reason(tmp_path: Path) -> None:
    corpus = Corpus(tmp_path / "music")
    assert len(corpus.expected) >= 150
    start_s, scanned = time.monotonic(), list[Scanned]()
    cache = FeatureCache(tmp_path / "cache")
    with library_with(tmp_path / "library.db", 0) as library:
        scan([corpus.folder], cache, on_scanned=scanned.append, options=OPTIONS)
        result = store_scanned(library, scanned)
        seen = outcomes(corpus, scanned)
        assert library.database.value("PRAGMA integrity_check") == "ok"
        listed = {failed.path for failed in library.songs.failures()}
    wrong = {
        name: (outcome, seen[name])
        for name, outcome in corpus.expected.items()
        if seen[name] not in ALLOWED[outcome]
    }
    assert wrong == {}
    reasons = {failure.path.name: failure.reason for failure in result.failed}
    assert all(reasons.values())
    unforeseen = ("broke down", "could not be read (")
    crashes = {
        name: why for name, why in reasons.items() if any(text in why for text in unforeseen)
    }
    assert crashes == {}
    assert listed == {failure.path for failure in result.failed}
    assert not any("standstill" in reason for reason in reasons.values())
    assert multiprocessing.active_children() == []
    assert time.monotonic() - start_s < 240


@pytest.mark.parametrize("name", ["folder.mp3", "loop.wav", "nowhere.flac", "pipe.wav"])
def test_a_named_path_that_is_no_file_fails_with_a_reason(tmp_path: Path, name: str) -> None:
    from tests.support.broken_files import add_odd_paths

    corpus = Corpus.__new__(Corpus)
    corpus.folder, corpus.expected, corpus._hz = tmp_path / "music", {}, 200.0
    corpus.folder.mkdir()
    add_odd_paths(corpus)
    with library_with(tmp_path / "library.db", 0) as library:
        result = import_songs(
            library, [corpus.folder / name], FeatureCache(tmp_path / "cache"), options=OPTIONS
        )
    if name == "folder.mp3":  # an empty folder, whatever its name
        assert result == ImportResult()
    else:
        assert [failure.path.name for failure in result.failed] == [name]
        assert result.failed[0].reason
