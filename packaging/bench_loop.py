"""The window while RhythmCap learns with every core: does it keep time, does it play on?

Whole rounds of two depths, to the last score of the library under the new model. Beside them, in
the same run: the same window doing nothing, and a plain torch thread beside it, both in Python's
own turns of 5 ms and in the short turns that the window asks for.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import wave
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np
from bench_row import Row
from children import told_by

TESTS = Path(__file__).resolve().parents[1] / "tests"
USUAL_MS, MOST_MS = 5.0, 30.0
RATE_HZ, SONG_S = 44_100, 60
DEPTHS = ("temporal", "everything")

Phases = dict[str, list[float]]  # milliseconds late, one for each tick


def run() -> list[Row]:
    """Rows about ticks that ring late, and about dropouts where there is a sound server."""
    with tempfile.TemporaryDirectory() as folder, _sound(Path(folder)) as environment:
        song = _song(Path(folder) / "song.wav") if environment is not None else None
        told = {
            kind: told_by(
                "busy_window.py", kind, *([song] if song else []),
                home=Path(folder) / kind, start_from=environment or os.environ,
            )
            for kind in ("idle", "plain", "turns", *DEPTHS)
        }  # fmt: skip
    rows = []
    for depth in DEPTHS:
        rows += _lateness(depth, {kind: each["late_ms"] for kind, each in told.items()})
    return [*rows, _dropouts(told)] if song is not None else rows


def _lateness(depth: str, late_ms: dict[str, Phases]) -> list[Row]:
    usual = {kind: _percentile(each) for kind, each in late_ms.items()}
    most = {kind: max(map(max, each.values())) for kind, each in late_ms.items()}
    phases = late_ms[depth]
    latest = max(phases, key=lambda phase: max(phases[phase]))
    what = f"a round of learning ({depth})"
    return [
        _row(f"{what}: 99 of 100 ticks of 10 ms are late by", usual, depth, USUAL_MS),
        _row(f"{what}: the latest tick, in “{latest}”", most, depth, MOST_MS),
    ]


def _percentile(phases: Phases) -> float:
    return float(np.percentile(np.concatenate(list(phases.values())), 99))


def _row(what: str, late_ms: dict[str, float], depth: str, limit_ms: float) -> Row:
    ours, plain, turns, idle = (late_ms[kind] for kind in (depth, "plain", "turns", "idle"))
    reference = f"plain torch thread {plain:.1f} ms (in short turns {turns:.1f}), idle {idle:.1f}"
    return Row(
        what, f"{ours:.1f} ms", reference, round(ours / plain, 2), f"≤ {limit_ms:g} ms",
        ours <= limit_ms,
    )  # fmt: skip


def _dropouts(told: dict[str, Any]) -> Row:
    plain = told["plain"]["silent"] or told["plain"]["dropouts"]
    silent = next((told[depth]["silent"] for depth in DEPTHS if told[depth]["silent"]), "")
    ours = sum(told[depth]["dropouts"] or 0 for depth in DEPTHS)
    return Row(
        "dropouts while learning and playing", silent or str(ours),
        f"plain torch thread {plain}", float(ours), "0", not silent and ours == 0,
    )  # fmt: skip


@contextmanager
def _sound(folder: Path) -> Iterator[Mapping[str, str] | None]:
    """The environment with a silent output to play into, or None where there is no PulseAudio."""
    if shutil.which("pulseaudio") is None or shutil.which("pactl") is None:
        yield None
        return
    sys.path.insert(0, str(TESTS.parents[0]))
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
