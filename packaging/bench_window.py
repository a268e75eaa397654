"""The real window at 100 000 songs and 1 000 000 decisions: nothing one does may be felt to wait.

Offscreen, until what was asked for is painted. The references are the least there is to do.
"""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

import numpy as np
from bench_row import Row, at_most
from children import told_by

N_SONGS, N_DECISIONS = 100_000, 1_000_000
FEW_SONGS, FEW_DECISIONS = 10, 100
STARTS = 5


def run() -> list[Row]:
    """Rows about a key press, another song, a letter of a search, and the start."""
    with tempfile.TemporaryDirectory() as place:
        big, few = Path(place) / "big" / "library.db", Path(place) / "few" / "library.db"
        for path, sizes in ((big, (N_SONGS, N_DECISIONS)), (few, (FEW_SONGS, FEW_DECISIONS))):
            path.parent.mkdir()
            told_by("big_window.py", "prepare", path, *sizes, home=path.parent / "home")
        told = told_by("big_window.py", "measure", big, home=big.parent / "home")
        return [*_rows(told), _start(big, few)]


def _rows(told: dict[str, list[float]]) -> list[Row]:
    size = f"{N_SONGS:,} songs: "
    return [
        _row(f"{size}key press → stored and painted", told, "press", "commit", 16),
        _row(f"{size}cached song → picture, tags, predictions", told, "switch", "picture", 50),
        _row(f"{size}a letter of a search → the table painted", told, "letter", "titles", 30),
    ]


def _row(what: str, told: dict[str, list[float]], ours: str, least: str, limit_ms: float) -> Row:
    half_ms, least_ms = statistics.median(told[ours]), statistics.median(told[least])
    slow_ms = float(np.percentile(told[ours], 95))
    return Row(
        what, f"{half_ms:.1f} ms (1 in 20: {slow_ms:.0f})", f"bare {least} {least_ms:.2f} ms",
        round(half_ms / least_ms, 2), f"≤ {limit_ms:g} ms", half_ms <= limit_ms,
    )  # fmt: skip


def _start(big: Path, few: Path) -> Row:
    taken: dict[Path, list[float]] = {big: [], few: []}
    for _ in range(STARTS):
        for path, own in taken.items():
            home = path.parent / "home"
            own.append(told_by("first_paint.py", "library", path, home=home))
    big_s, few_s = (statistics.median(own) for own in taken.values())
    return at_most(f"start with {N_SONGS:,} songs / with {FEW_SONGS}", big_s, few_s, 1.5)
