"""The time from a file to its log-mel spectrogram, and the memory of a two-hour file."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import soundfile
from bench_row import Row, at_least, at_most, medians_s, under
from numpy.typing import NDArray

from core.audio.decode import BLOCK_FRAMES, AudioReader
from core.audio.resample import Resampler, to_mono
from core.features.analyse import analyse_song, ensure_log_mel
from core.features.cache import FeatureCache
from core.features.recipe import RECIPES

ROOT = Path(__file__).resolve().parents[1]
RATE = 44_100
THESIS = RECIPES["thesis"]
MEMORY_LIMIT_MB = 400


def run() -> list[Row]:
    """Rows for the two speed goals (MP3 and FLAC) and for the memory of a two-hour file."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = [
            row
            for suffix in ("mp3", "flac")
            for row in _speed(song_file(folder / f"song.{suffix}", minutes=5), folder)
        ]
        return [*rows, _memory(song_file(folder / "two hours.flac", minutes=120), folder)]


def _speed(path: Path, folder: Path) -> list[Row]:
    audio_hash = analyse_song(path, FeatureCache(folder / "warm")).audio_hash

    def log_mel() -> None:
        cache = FeatureCache(folder / "cold")
        cache.clear()
        ensure_log_mel(path, audio_hash, THESIS, cache)

    def analyse() -> None:
        analyse_song(path, FeatureCache(folder / "cold"))

    ours_s, all_s, decode_s, librosa_s = medians_s(
        log_mel, analyse, lambda: _decode_and_resample(path), lambda: with_librosa(path)
    )
    name = path.suffix[1:].upper()
    return [
        at_most(f"{name}, 5 min → cached log-mel / decode + resample", ours_s, decode_s, 1.25),
        at_least(f"{name}, 5 min → cached log-mel / librosa", ours_s, librosa_s, 2.0),
        at_most(f"{name}, 5 min → all of it with picture / decode", all_s, decode_s, 1.75),
    ]


def _decode_and_resample(path: Path) -> None:
    """Decode on one core, in blocks that fit its cache: faster than any call on the whole file."""
    with AudioReader(path) as reader:
        resampler = Resampler(reader.info.rate_hz, THESIS.rate_hz)
        buffer = np.empty((BLOCK_FRAMES, reader.info.channels), dtype=np.float32)
        for block in reader.blocks(BLOCK_FRAMES, [buffer]):
            resampler.push(to_mono(block))
        resampler.finish()


def with_librosa(path: Path) -> NDArray[np.float32]:
    """Compute the mel spectrogram as a notebook does: (n_mels, n_frames)."""
    import librosa

    samples, rate_hz = librosa.load(path, sr=THESIS.rate_hz)
    return librosa.feature.melspectrogram(
        y=samples, sr=rate_hz, n_fft=THESIS.n_fft, hop_length=THESIS.hop_length, n_mels=96
    )


def song_file(path: Path, minutes: float, seed: int = 0) -> Path:
    """Write music-like sound: decaying chords over a beat of noise, stereo, in blocks."""
    verse = _verse(seed)
    with soundfile.SoundFile(path, "w", RATE, 2) as file:
        for _ in range(round(minutes * 60 * RATE / len(verse))):
            file.write(verse)
    return path


def _verse(seed: int) -> NDArray[np.float32]:
    draw = np.random.default_rng(seed)
    t = np.arange(RATE // 2) / RATE
    beats = []
    for _ in range(20):
        pitches = 110 * 2 ** (draw.integers(0, 36, 4) / 12)
        partials = np.outer(pitches, [1, 2, 3, 4, 5, 7]).ravel()
        chord = sum(np.sin(2 * np.pi * f * t) * np.exp(-t * 6) / f for f in partials)
        hiss = draw.standard_normal((t.size, 2)) * np.exp(-t * 40)[:, None]
        beats.append(20 * np.asarray(chord)[:, None] * draw.uniform(0.4, 1, 2) + 0.2 * hiss)
    return (0.5 * np.concatenate(beats) / np.abs(beats).max()).astype(np.float32)


_OPEN_TWO_HOURS = """
import sys
from pathlib import Path
from core.features.analyse import analyse_song, load_picture
from core.features.cache import FeatureCache
from core.features.pyramid import model_input_picture
from core.features.recipe import RECIPES
def peak_mb():
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
empty = peak_mb()
cache = FeatureCache(Path(sys.argv[2]))
found = analyse_song(Path(sys.argv[1]), cache)
picture = load_picture(found.audio_hash, cache)
for seconds in (7200, 600, 30, 1):
    picture.display.window(0, seconds, 1200)[0].copy()
model_picture = model_input_picture(cache.get(found.audio_hash, RECIPES["thesis"]))
sys.stdout.write(str(peak_mb() - empty))
"""


def _memory(path: Path, folder: Path) -> Row:
    """Measure the peak memory of a new process that analyses two hours and opens both pictures."""
    result = subprocess.run(
        [sys.executable, "-c", _OPEN_TWO_HOURS, str(path), str(folder / "long")],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    megabytes = float(result.stdout)
    return under("2 hours analysed and shown: memory added", megabytes, MEMORY_LIMIT_MB, "MB")
