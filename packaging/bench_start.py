"""The time to the first paint of the window, beside an empty window of the same libraries."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

from bench_row import Row, at_most
from child_process import run_script

N_ROUNDS = 7


def run() -> list[Row]:
    """One row; both windows in turns, each in its own process; the first round does not count."""
    with tempfile.TemporaryDirectory() as folder:
        times_s: dict[str, list[float]] = {"window": [], "empty": []}
        for round_ in range(-1, N_ROUNDS):
            for window, window_times_s in times_s.items():
                seconds = run_script("first_paint.py", window, home=Path(folder))
                if round_ >= 0:
                    window_times_s.append(seconds)
    window_s, empty_s = (statistics.median(values) for values in times_s.values())
    what = "window visible / PySide6, pyqtgraph and an empty window"
    return [at_most(what, window_s, empty_s, 1.5)]
