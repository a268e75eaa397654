"""Melodies that the ffmpeg program encodes, whole, piped, joined or with a wrong head."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

Samples = NDArray[np.float32]

RATE_HZ = 44_100
NOTE_S = 0.25
needs_ffmpeg = pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is not installed")


def melody(seconds: float, seed: int, rate_hz: int = RATE_HZ, channels: int = 2) -> Samples:
    """Compose a new note each quarter of a second, so that no other second can stand for it."""
    draw = np.random.default_rng(seed)
    times_s = np.arange(round(seconds * rate_hz)) / rate_hz
    notes = draw.integers(0, 30, int(seconds / NOTE_S) + 1)
    hz = (130 * 2 ** (notes / 12))[(times_s / NOTE_S).astype(int)]
    tone = 0.3 * np.sin(2 * np.pi * hz * times_s) * np.exp(-6 * (times_s % NOTE_S))
    noise = draw.normal(0, 0.01, (len(tone), channels))
    return (tone[:, None] + noise).astype(np.float32)


def encoded(
    path: Path,
    options: Sequence[str],
    sound: Samples,
    rate_hz: int = RATE_HZ,
    *,
    piped: bool = False,
) -> Path:
    """Encode a sound with ffmpeg; piped: into a pipe, so that no length can stand in the head."""
    source = path.with_name(f"{path.name}.source.wav")
    soundfile.write(source, sound, rate_hz)
    command = ["ffmpeg", "-nostdin", "-v", "error", "-y", "-i", str(source), *options]
    if piped:
        with path.open("wb") as out:
            subprocess.run([*command, "-"], stdout=out, stderr=subprocess.PIPE, check=True)
    else:
        subprocess.run([*command, str(path)], stderr=subprocess.PIPE, check=True)
    source.unlink()
    return path


def decoded_by_ffmpeg(path: Path, rate_hz: int, channels: int) -> Samples:
    """Decode the whole first sound with ffmpeg; empty where it cannot."""
    command = ["ffmpeg", "-nostdin", "-v", "quiet", "-i", f"file:{path}", "-map", "0:a:0",
               "-f", "f32le", "-ar", str(rate_hz), "-ac", str(channels), "-"]  # fmt: skip
    raw = subprocess.run(command, stdout=subprocess.PIPE, check=False).stdout
    n_bytes = len(raw) // (4 * channels) * 4 * channels
    return np.frombuffer(raw[:n_bytes], dtype="<f4").reshape(-1, channels)
