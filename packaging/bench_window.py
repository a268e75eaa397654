"""The real window at 100 000 songs and 1 000 000 decisions: key presses, songs, search, start.

Offscreen, until the result is painted. The references are the least work that is possible.
"""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

import numpy as np
from bench_row import Row, at_most
from child_process import run_script

N_SONGS, N_DECISIONS = 100_000, 1_000_000
N_FEW_SONGS, N_FEW_DECISIONS = 10, 100
STARTS = 5


def run() -> list[Row]:
    """Rows about a key press, another song, a letter of a search, and the start."""
    with tempfile.TemporaryDirectory() as folder:
        big, few = Path(folder) / "big" / "library.db", Path(folder) / "few" / "library.db"
        for path, sizes in ((big, (N_SONGS, N_DECISIONS)), (few, (N_FEW_SONGS, N_FEW_DECISIONS))):
            path.parent.mkdir()
            run_script("big_window.py", "prepare", path, *sizes, home=path.parent / "home")
        times_ms = run_script("big_window.py", "measure", big, home=big.parent / "home")
        return [*_rows(times_ms), _start(big, few)]


def _rows(times_ms: dict[str, list[float]]) -> list[Row]:
    size = f"{N_SONGS:,} songs: "
    return [
        _row(f"{size}key press → stored and painted", times_ms, "press", "commit", 16),
        _row(f"{size}cached song → picture, tags, predictions", times_ms, "switch", "picture", 50),
        _row(f"{size}a letter of a search → the table painted", times_ms, "letter", "titles", 30),
    ]


def _row(
    what: str, times_ms: dict[str, list[float]], ours: str, least: str, limit_ms: float
) -> Row:
    median_ms, least_ms = statistics.median(times_ms[ours]), statistics.median(times_ms[least])
    slow_ms = float(np.percentile(times_ms[ours], 95))
    return Row(
        what, f"{median_ms:.1f} ms (1 in 20: {slow_ms:.0f})", f"bare {least} {least_ms:.2f} ms",
        round(median_ms / least_ms, 2), f"≤ {limit_ms:g} ms", median_ms <= limit_ms,
    )  # fmt: skip


def _start(big: Path, few: Path) -> Row:
    times_s: dict[Path, list[float]] = {big: [], few: []}
    for _ in range(STARTS):
        for path, path_times_s in times_s.items():
            home = path.parent / "home"
            path_times_s.append(run_script("first_paint.py", "library", path, home=home))
    big_s, few_s = (statistics.median(values) for values in times_s.values())
    return at_most(f"start with {N_SONGS:,} songs / with {N_FEW_SONGS}", big_s, few_s, 1.5)
