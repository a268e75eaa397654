"""From a key to the sound of evidence that is ready, as a sound card hears it; one row a key."""

from __future__ import annotations

import statistics
import tempfile
from pathlib import Path

import numpy as np
from bench_row import Row
from child_process import run_script

from tests.support.null_sink import QUIET, RATE_HZ, Recording, running_sink

N_SONGS, N_DECISIONS = 10_000, 20_000
LIMIT_MS = 150.0
LEAST_SILENCE_S = 0.1  # between two sounds
JITTER_S = 0.05  # of the moments at which the recorder hands its blocks over
NAMES = {
    "for": "seconds for it", "against": "seconds against it", "with": "nearest song with it",
    "without": "nearest song without it",
}  # fmt: skip


def run() -> list[Row]:
    """Four rows; the sound goes to a sound card that is not there, and is recorded."""
    with tempfile.TemporaryDirectory() as folder:
        library, home = Path(folder) / "library.db", Path(folder) / "home"
        run_script("big_window.py", "prepare", library, N_SONGS, N_DECISIONS, home=home)
        with running_sink(Path(folder) / "pulse") as sink, sink.recording() as recording:
            pressed = run_script(
                "evidence_sound.py", library, home=home, start_from=sink.environment
            )
    rows = []
    for kind, moments in pressed.items():
        times_ms = delays_ms(recording, moments)
        median_ms, slow_ms = statistics.median(times_ms), float(np.percentile(times_ms, 95))
        rows.append(
            Row(
                f"evidence: key → sound of the {NAMES[kind]}",
                f"{median_ms:.0f} ms (1 in 20: {slow_ms:.0f})", f"{LIMIT_MS:g} ms",
                round(median_ms / LIMIT_MS, 2), "≤ 1", median_ms <= LIMIT_MS,
            )
        )  # fmt: skip
    return rows


def delays_ms(recording: Recording, moments: list[float]) -> list[float]:
    """Return how long after each moment the first sound came, give or take JITTER_S."""
    loud = np.flatnonzero(np.abs(recording.everything).max(axis=1) > QUIET)
    begins = loud[np.diff(loud, prepend=-RATE_HZ) > RATE_HZ * LEAST_SILENCE_S]
    begins_s = np.array([recording.moment(int(frame)) for frame in begins])
    first = (begins_s[begins_s > one - JITTER_S].min() - one for one in moments)
    return [max(0.0, float(delay_s) * 1000) for delay_s in first]
