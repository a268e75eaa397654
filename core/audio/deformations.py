"""What happens to music on its way to a listener: played faster, louder, on air, as a small file.

Pure functions of samples, float32 (n,) or (n, channels) at a rate, mono or stereo. They tell how
robust a model is; what it makes of them is evaluation's business. Nothing but `level` clips: what
goes beyond full scale stays as it is, as in a decoder's floats.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.audio.compressor import MUSIC_STANDARD, SPEECH, compress
from core.audio.resample import to_mono
from core.audio.stretch import MAX_SPEED, MIN_SPEED, Stretcher
from core.errors import AudioError
from core.jobs import SILENT, JobContext

Samples = NDArray[np.float32]
Apply = Callable[[Samples, int, float, int, JobContext], Samples]

SEMITONES = 12  # of an octave
TILT_CENTRE_HZ, TILT_OCTAVES = 1000.0, 4.0  # to either side: 62.5 Hz to 16 kHz
TILT_FILTER_S = 0.1  # long enough for the lowest of these octaves
COMPANDERS = {1.0: MUSIC_STANDARD, 2.0: SPEECH}


@dataclass(frozen=True, slots=True)
class Deformation:
    """A kind of deformation.

    unit: of its strengths. strengths: those usually measured. apply: (samples, rate_hz, strength,
    seed, job) -> samples. labels: what strengths are called that are no quantity. problem: why it
    cannot be done on this computer, None where it can.
    """

    name: str
    unit: str
    strengths: tuple[float, ...]
    apply: Apply
    labels: Mapping[float, str] = field(default_factory=dict)
    problem: Callable[[], AudioError | None] = lambda: None

    def strength_text(self, strength: float) -> str:
        """Write a strength with its unit: "−6 dB", "music standard"."""
        label = self.labels.get(strength)
        return label or f"{strength:.3g} {self.unit}".strip().replace("-", "−")


@dataclass(frozen=True, slots=True)
class Condition:
    """A deformation, by its name, of one strength."""

    deformation: str
    strength: float

    @property
    def strength_text(self) -> str:
        """The strength with its unit."""
        return DEFORMATIONS[self.deformation].strength_text(self.strength)


def deform(
    samples: Samples, rate_hz: int, condition: Condition, seed: int = 0, job: JobContext = SILENT
) -> Samples:
    """Deform float32 (n,) or (n, channels): as many channels, a copy; n as the deformation says.

    Silence stays silent and no sound stays none. Raises ValueError for a strength that cannot be,
    AudioError where a program is missing, Cancelled.
    """
    kind = DEFORMATIONS[condition.deformation]
    return kind.apply(samples, rate_hz, condition.strength, seed, job)


def time_stretch(samples: Samples, rate_hz: int, speed: float, job: JobContext = SILENT) -> Samples:
    """Play at another speed, 0.5 to 1.5, with the pitch kept: n becomes round(n / speed).

    By the stretcher that one listens with, not by librosa.effects: it locks the phases around each
    peak and keeps onsets, so nothing sounds smeared or phasy, and the channels stay together.
    """
    if not MIN_SPEED <= speed <= MAX_SPEED:
        raise ValueError(f"a speed of {speed} is not from {MIN_SPEED} to {MAX_SPEED}")
    columns = _columns(samples)
    stretcher = Stretcher(rate_hz, columns.shape[1], speed)
    parts = []
    for first in range(0, len(columns), rate_hz):
        job.check()
        parts.append(stretcher.push(columns[first : first + rate_hz]))
    stretched = np.concatenate([*parts, stretcher.finish()])
    return _fitted(stretched, round(len(samples) / speed), samples)


def pitch_shift(
    samples: Samples, rate_hz: int, semitones: float, job: JobContext = SILENT
) -> Samples:
    """Shift all pitches by semitones with the tempo kept: as many samples.

    Stretched by that ratio, then resampled by it. Formants move with the pitch.
    """
    ratio = 2.0 ** (semitones / SEMITONES)
    if not semitones or not len(samples):
        return samples.copy()
    import soxr

    stretched = time_stretch(samples, rate_hz, 1.0 / ratio, job)
    shifted = soxr.resample(_columns(stretched), ratio * rate_hz, rate_hz, "HQ")
    return _fitted(shifted, len(samples), samples)


def add_noise(samples: Samples, mix: float, seed: int = 0) -> Samples:
    """Add white noise whose peak is `mix` of the sound's own: as many samples.

    Evenly distributed, of its own in every channel, the same for the same seed.
    """
    peak = float(np.abs(samples).max(initial=0.0))
    noise = np.random.default_rng(seed).random(samples.shape, dtype=np.float32)
    noise -= np.float32(0.5)
    noise *= np.float32(2.0 * mix * peak)
    noise += samples
    return noise


def tilt(samples: Samples, rate_hz: int, gain_db: float) -> Samples:
    """Tilt the spectrum around 1 kHz: +gain_db from 16 kHz on, -gain_db up to 62.5 Hz.

    Straight in octaves between the two; zero phase, as many samples.
    """
    if not len(samples):
        return samples.copy()
    from scipy.signal import oaconvolve

    kernel = tilt_kernel(rate_hz, gain_db)[:, None]
    tilted = oaconvolve(_columns(samples), kernel, mode="same", axes=0)
    return _fitted(np.asarray(tilted), len(samples), samples)


def tilt_kernel(rate_hz: int, gain_db: float) -> Samples:
    """Return the symmetric impulse response of a tilt at a rate, float32 (an odd number,)."""
    half = max(1, round(TILT_FILTER_S * rate_hz / 2))
    frequencies_hz = np.fft.rfftfreq(4 * half, 1.0 / rate_hz)
    octaves = np.log2(np.maximum(frequencies_hz, 1e-3) / TILT_CENTRE_HZ) / TILT_OCTAVES
    impulse = np.fft.irfft(10.0 ** (gain_db * np.clip(octaves, -1.0, 1.0) / 20.0))
    centred = np.roll(impulse, half)[: 2 * half + 1]
    return (centred * np.hanning(2 * half + 3)[1:-1]).astype(np.float32)


def level(samples: Samples, gain_db: float) -> Samples:
    """Change the level by a gain, and cut off what goes beyond full scale, as a file does."""
    louder = samples * np.float32(10.0 ** (gain_db / 20.0))
    return np.clip(louder, -1.0, 1.0, out=louder)


def clipped_share(samples: Samples, gain_db: float) -> float:
    """Return which share of the samples `level` would cut off, 0 to 1."""
    n_beyond = np.count_nonzero(np.abs(samples) > 10.0 ** (-gain_db / 20.0))
    return float(n_beyond) / max(samples.size, 1)


def mono(samples: Samples) -> Samples:
    """Put the mean of the channels into each of them, as a small loudspeaker does."""
    if samples.ndim == 1:
        return samples.copy()
    return np.repeat(to_mono(samples)[:, None], samples.shape[1], axis=1)


def excerpt(samples: Samples, rate_hz: int, seconds: float) -> Samples:
    """Keep so many seconds from the middle; a shorter sound stays as it is."""
    n = min(round(seconds * rate_hz), len(samples))
    first = (len(samples) - n) // 2
    return samples[first : first + n].copy()


def _columns(samples: Samples) -> Samples:
    """Return samples as (n, channels)."""
    return samples[:, None] if samples.ndim == 1 else samples


def _fitted(columns: NDArray[np.floating], n: int, like: Samples) -> Samples:
    """Return n samples of (m, channels), silent where there are fewer, in the form of others."""
    fitted = np.zeros((n, columns.shape[1]), dtype=np.float32)
    fitted[: min(n, len(columns))] = columns[:n]
    return fitted[:, 0].copy() if like.ndim == 1 else fitted


def _mp3_coded(samples: Samples, rate_hz: int, kbit_s: float, job: JobContext) -> Samples:
    from core.audio.mp3_coding import mp3_coded  # few songs are ever coded

    return mp3_coded(samples, rate_hz, kbit_s, job)


def _mp3_error() -> AudioError | None:
    from core.audio.mp3_coding import mp3_error

    return mp3_error()


DEFORMATIONS: dict[str, Deformation] = {
    kind.name: kind
    for kind in (
        Deformation(
            "time-stretch",
            "× speed",
            (2.0**-0.5, 2.0**-0.25, 2.0**0.25, 2.0**0.5),
            lambda samples, rate_hz, speed, _seed, job: time_stretch(samples, rate_hz, speed, job),
        ),
        Deformation(
            "pitch-shift",
            "semitones",
            (-1.0, -0.5, 0.5, 1.0),
            lambda samples, rate_hz, shift, _seed, job: pitch_shift(samples, rate_hz, shift, job),
        ),
        Deformation(
            "compression",
            "",
            tuple(COMPANDERS),
            lambda samples, rate_hz, preset, *_: compress(samples, rate_hz, COMPANDERS[preset]),
            {strength: compander.name for strength, compander in COMPANDERS.items()},
        ),
        Deformation(
            "noise",
            "of peak",
            (0.1, 0.2, 0.3, 0.4),
            lambda samples, _rate_hz, mix, seed, _job: add_noise(samples, mix, seed),
        ),
        Deformation(
            "tilt",
            "dB",
            (-6.0, -3.0, 3.0, 6.0),
            lambda samples, rate_hz, gain_db, *_: tilt(samples, rate_hz, gain_db),
        ),
        Deformation(
            "mp3",
            "kbit/s",
            (64.0,),
            lambda samples, rate_hz, rate, _seed, job: _mp3_coded(samples, rate_hz, rate, job),
            problem=_mp3_error,
        ),
        Deformation(
            "level",
            "dB",
            (-20.0, -10.0, 3.0, 6.0),
            lambda samples, _rate_hz, gain_db, *_: level(samples, gain_db),
        ),
        Deformation("mono", "channel", (1.0,), lambda samples, *_: mono(samples)),
        Deformation(
            "excerpt",
            "s",
            (30.0,),
            lambda samples, rate_hz, seconds, *_: excerpt(samples, rate_hz, seconds),
        ),
    )
}


def conditions_of(names: tuple[str, ...] = ()) -> tuple[Condition, ...]:
    """Return the usual conditions of some deformations, or of all. Raises KeyError."""
    kinds = [DEFORMATIONS[name] for name in names or tuple(DEFORMATIONS)]
    return tuple(Condition(kind.name, strength) for kind in kinds for strength in kind.strengths)
