"""From the key that answers a question to the sound of the next song, in the real window."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

import numpy as np
from bench_row import Row
from child_process import run_script

from tests.support.null_sink import running_sink

N_SONGS, N_DECISIONS = 10_000, 20_000
LIMIT_MS = 150.0


def run() -> list[Row]:
    """One row; the sound goes to a sound card that is not there."""
    with tempfile.TemporaryDirectory() as folder:
        library, home = Path(folder) / "library.db", Path(folder) / "home"
        run_script("big_window.py", "prepare", library, N_SONGS, N_DECISIONS, home=home)
        with running_sink(Path(folder) / "pulse") as sink:
            times_ms = run_script("next_sound.py", library, home=home, start_from=sink.environment)
    median_ms = statistics.median(times_ms)
    slow_ms = float(np.percentile(times_ms, 95))
    return [
        Row(
            "question: answering key → sound of the next song",
            f"{median_ms:.0f} ms (1 in 20: {slow_ms:.0f})", f"{LIMIT_MS:g} ms",
            round(median_ms / LIMIT_MS, 2), "≤ 1", median_ms <= LIMIT_MS,
        )
    ]  # fmt: skip
