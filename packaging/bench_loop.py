"""The window while RhythmCap learns with every core: does it keep time, does it play on?

Beside the same window doing nothing, and beside a plain torch thread, in the same run.
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


def run() -> list[Row]:
    """Rows about ticks that ring late, and about dropouts where there is a sound server."""
    with tempfile.TemporaryDirectory() as folder, _sound(Path(folder)) as environment:
        song = _song(Path(folder) / "song.wav") if environment is not None else None
        told = {
            kind: told_by(
                "busy_window.py", kind, *([song] if song else []),
                home=Path(folder) / kind, start_from=environment or os.environ,
            )
            for kind in ("idle", "plain", "learn")
        }  # fmt: skip
    usual = {kind: float(np.percentile(each["late_ms"], 99)) for kind, each in told.items()}
    most = {kind: max(each["late_ms"]) for kind, each in told.items()}
    rows = [
        _row("while learning, 99 of 100 ticks of 10 ms are late by", usual, USUAL_MS),
        _row("while learning, the latest tick is late by", most, MOST_MS),
    ]
    return [*rows, _dropouts(told)] if song is not None else rows


def _row(what: str, late_ms: dict[str, float], limit_ms: float) -> Row:
    ours, plain, idle = (late_ms[kind] for kind in ("learn", "plain", "idle"))
    reference = f"plain torch thread {plain:.1f} ms, idle {idle:.1f} ms"
    return Row(
        what, f"{ours:.1f} ms", reference, round(ours / plain, 2), f"≤ {limit_ms:g} ms",
        ours <= limit_ms,
    )  # fmt: skip


def _dropouts(told: dict[str, Any]) -> Row:
    ours, plain = (told[kind]["silent"] or told[kind]["dropouts"] for kind in ("learn", "plain"))
    return Row("dropouts while learning and playing", str(ours), f"plain torch thread {plain}",
               float(ours) if isinstance(ours, int) else 1.0, "0", ours == 0)  # fmt: skip


@contextmanager
def _sound(folder: Path) -> Iterator[Mapping[str, str] | None]:
    """The environment with a silent output to play into, or None where there is no PulseAudio."""
    if shutil.which("pulseaudio") is None or shutil.which("pactl") is None:
        yield None
        return
    sys.path.insert(0, str(TESTS))
    from null_sink import running_sink

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
