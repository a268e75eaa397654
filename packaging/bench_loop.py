"""The event loop while RhythmCap learns on every core: late ticks, and dropouts while playing.

Whole rounds of two depths, to the last prediction of the library by the new model. Beside them, in
the same run: the same window idle, and a plain torch thread beside it, both with Python's switch
interval of 5 ms and with the short one that the window sets.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import wave
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from bench_row import Row
from child_process import run_script

P99_LIMIT_MS, MAX_LIMIT_MS = 5.0, 30.0
RATE_HZ, SONG_S = 44_100, 60
DEPTHS = ("temporal", "everything")

Phases = dict[str, list[float]]  # milliseconds late, one for each tick


def run() -> list[Row]:
    """Rows about late ticks, and about dropouts where there is a sound server."""
    with tempfile.TemporaryDirectory() as folder, _sound(Path(folder)) as environment:
        song = _song(Path(folder) / "song.wav") if environment is not None else None
        results = {
            load: run_script(
                "busy_window.py", load, *([song] if song else []),
                home=Path(folder) / load, start_from=environment or os.environ,
            )
            for load in ("idle", "plain", "turns", *DEPTHS)
        }  # fmt: skip
    rows = []
    for depth in DEPTHS:
        rows += _lateness(depth, {load: result["late_ms"] for load, result in results.items()})
    return [*rows, _dropouts(results)] if song is not None else rows


def _lateness(depth: str, late_ms: dict[str, Phases]) -> list[Row]:
    p99_ms = {load: _percentile(phases) for load, phases in late_ms.items()}
    max_ms = {load: max(map(max, phases.values())) for load, phases in late_ms.items()}
    phases = late_ms[depth]
    latest = max(phases, key=lambda phase: max(phases[phase]))
    what = f"a round of learning ({depth})"
    return [
        _row(f"{what}: 99 of 100 ticks of 10 ms are late by", p99_ms, depth, P99_LIMIT_MS),
        _row(f"{what}: the latest tick, in “{latest}”", max_ms, depth, MAX_LIMIT_MS),
    ]


def _percentile(phases: Phases) -> float:
    return float(np.percentile(np.concatenate(list(phases.values())), 99))


def _row(what: str, late_ms: dict[str, float], depth: str, limit_ms: float) -> Row:
    ours, plain, turns, idle = (late_ms[load] for load in (depth, "plain", "turns", "idle"))
    reference = f"plain torch thread {plain:.1f} ms (in short turns {turns:.1f}), idle {idle:.1f}"
    return Row(
        what, f"{ours:.1f} ms", reference, round(ours / plain, 2), f"≤ {limit_ms:g} ms",
        ours <= limit_ms,
    )  # fmt: skip


def _dropouts(results: dict[str, Any]) -> Row:
    plain = results["plain"]["silent"] or results["plain"]["dropouts"]
    silent = next((results[depth]["silent"] for depth in DEPTHS if results[depth]["silent"]), "")
    ours = sum(results[depth]["dropouts"] or 0 for depth in DEPTHS)
    return Row(
        "dropouts while learning and playing", silent or str(ours),
        f"plain torch thread {plain}", float(ours), "0", not silent and ours == 0,
    )  # fmt: skip


@contextmanager
def _sound(folder: Path) -> Iterator[Mapping[str, str] | None]:
    """Give an environment with a silent sound output, or None without PulseAudio."""
    if shutil.which("pulseaudio") is None or shutil.which("pactl") is None:
        yield None
        return
    from tests.support.null_sink import running_sink

    with running_sink(folder / "pulse") as sink:
        yield sink.environment


def _song(path: Path) -> Path:
    t = np.arange(RATE_HZ * SONG_S) / RATE_HZ
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes((8000 * np.sin(2 * np.pi * 220 * t)).astype("<i2").tobytes())
    return path
