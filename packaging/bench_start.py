"""How soon the window is there, beside an empty window of the same libraries."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

from bench_row import Row, at_most
from children import told_by

TIMES = 7


def run() -> list[Row]:
    """One row; both windows in turns, each in a process of its own, the first round not counted."""
    with tempfile.TemporaryDirectory() as folder:
        taken: dict[str, list[float]] = {"window": [], "empty": []}
        for round_ in range(-1, TIMES):
            for kind, own in taken.items():
                seconds = told_by("first_paint.py", kind, home=Path(folder))
                if round_ >= 0:
                    own.append(seconds)
    window_s, empty_s = (statistics.median(own) for own in taken.values())
    what = "window visible / PySide6, pyqtgraph and an empty window"
    return [at_most(what, window_s, empty_s, 1.5)]
