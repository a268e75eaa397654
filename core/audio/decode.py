"""Files to samples, streamed in blocks: libsndfile first, the ffmpeg program for the rest.

Damage is noticed, and what is good of a damaged file is kept: see AudioReader.warnings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from core.audio.ffmpeg import FfmpegSource
from core.audio.resample import Resampler, to_mono
from core.errors import AudioError
from core.jobs import SILENT, JobContext

Samples = NDArray[np.float32]

BLOCK_FRAMES = 65_536
SNIFF_BYTES = 12
SNDFILE_SUFFIXES = (
    ".wav", ".wave", ".flac", ".ogg", ".oga", ".opus", ".mp3", ".aiff", ".aif", ".aifc",
    ".au", ".snd", ".caf", ".w64", ".rf64",
)  # fmt: skip
FFMPEG_SUFFIXES = (
    ".m4a", ".m4b", ".mp4", ".aac", ".alac", ".wma", ".wv", ".ape", ".mpc", ".webm", ".mka",
)  # fmt: skip
AUDIO_SUFFIXES = frozenset((*SNDFILE_SUFFIXES, *FFMPEG_SUFFIXES))


@dataclass(frozen=True, slots=True)
class AudioInfo:
    """What a file's header promises. n_frames: 0 where it does not say."""

    path: Path
    rate_hz: int
    channels: int
    n_frames: int
    format_name: str

    @property
    def duration_s(self) -> float:
        """Promised length in seconds."""
        return self.n_frames / self.rate_hz


@dataclass(frozen=True, slots=True)
class Waveform:
    """Mono samples. samples: float32 (n,), -1 to 1."""

    samples: Samples
    rate_hz: int

    @property
    def duration_s(self) -> float:
        """Length in seconds."""
        return len(self.samples) / self.rate_hz


class Source(Protocol):
    """One way to read a file: libsndfile or ffmpeg."""

    rate_hz: int
    channels: int
    n_frames: int
    format_name: str

    def read(self, n_frames: int) -> Samples:
        """Up to n_frames, (n, channels); none at the end."""

    def seek(self, frame: int) -> None:
        """Go to a frame."""

    def close(self) -> None:
        """Let go of the file."""


class SndfileSource:
    """A file that libsndfile reads."""

    def __init__(self, path: Path) -> None:
        import soundfile

        self._file = soundfile.SoundFile(path)
        self.rate_hz = int(self._file.samplerate)
        self.channels = int(self._file.channels)
        self.n_frames = int(self._file.frames)
        self.format_name = f"{self._file.format} {self._file.subtype}"

    def read(self, n_frames: int) -> Samples:
        """Up to n_frames, (n, channels); none at the end."""
        block: Samples = self._file.read(n_frames, dtype="float32", always_2d=True)
        return block

    def seek(self, frame: int) -> None:
        """Go to a frame, the end at the most."""
        self._file.seek(min(frame, self.n_frames))

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


class AudioReader:
    """A sound file as a stream of float32 blocks, a context manager.

    Raises AudioError where the file is absent, empty, not sound, or in a format that needs
    ffmpeg and there is none. warnings: what was found wrong while reading, in plain words.
    """

    def __init__(self, path: Path) -> None:
        self._source = _open(path)
        self.info = AudioInfo(
            path,
            self._source.rate_hz,
            self._source.channels,
            self._source.n_frames,
            self._source.format_name,
        )
        self._position = 0
        self._warnings: list[str] = []

    @property
    def warnings(self) -> tuple[str, ...]:
        """What is wrong with the file, as far as it was read."""
        return tuple(self._warnings)

    def __enter__(self) -> AudioReader:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._source.close()

    def seek(self, frame: int) -> None:
        """Go on from this frame."""
        self._source.seek(max(0, frame))
        self._position = max(0, frame)

    def read(self, n_frames: int) -> Samples:
        """Up to n_frames from here, (n, channels). Raises AudioError at non-finite samples."""
        block = self._source.read(n_frames)
        if not np.isfinite(block).all():
            raise AudioError(
                f"{self.info.path.name} contains samples that are no numbers.",
                remedy="Export the file again from the program that made it.",
                path=self.info.path,
            )
        self._position += len(block)
        return block

    def blocks(self, block_frames: int = BLOCK_FRAMES) -> Iterator[Samples]:
        """Blocks of (n, channels) from here to the end.

        A file that breaks off ends there, with a warning; raises AudioError if it holds nothing.
        """
        while True:
            try:
                block = self.read(block_frames)
            except RuntimeError as error:  # libsndfile: the decoder lost its way
                self._warnings.append(f"damaged after {self._clock()}: {error}")
                break
            if not len(block):
                break
            yield block
        self._end()

    def _end(self) -> None:
        if self._position == 0:
            raise AudioError(
                f"{self.info.path.name} contains no sound.",
                remedy="The file is empty or damaged; copy it again from its source.",
                path=self.info.path,
            )
        promised = self.info.n_frames
        if promised and self._position < promised and not self._warnings:
            self._warnings.append(
                f"ends after {self._clock()} of {promised / self.info.rate_hz:.1f} s promised"
            )

    def _clock(self) -> str:
        return f"{self._position / self.info.rate_hz:.1f} s"


def _open(path: Path) -> Source:
    head = _head(path)
    boxed = head[4:8] == b"ftyp"
    if not boxed:
        source, detail = _try_sndfile(path)
        if source is not None:
            return source
    else:
        detail = "the file is an MP4 container"
    if boxed or path.suffix.lower() in FFMPEG_SUFFIXES:
        return FfmpegSource(path)
    raise AudioError(
        f"{path.name} is not a sound file that RhythmCap can read.",
        remedy="Check that it plays elsewhere; convert it to FLAC or WAV.",
        detail=detail,
        path=path,
    )


def _head(path: Path) -> bytes:
    try:
        if not path.is_file():
            words = "is a folder, not a sound file" if path.is_dir() else "does not exist"
            raise AudioError(f"{path.name} {words}.", remedy="Choose a sound file.", path=path)
        with path.open("rb") as file:
            head = file.read(SNIFF_BYTES)
    except OSError as error:
        raise AudioError(
            f"{path.name} cannot be opened.",
            remedy="Check that the drive is there and that you may read the file.",
            detail=str(error),
            path=path,
        ) from error
    if not head:
        raise AudioError(
            f"{path.name} is empty (0 bytes).", remedy="Copy it again from its source.", path=path
        )
    return head


def _try_sndfile(path: Path) -> tuple[Source | None, str]:
    try:
        source = SndfileSource(path)
    except (RuntimeError, OSError) as error:
        return None, str(error)
    if source.format_name.endswith("MPEG_LAYER_I"):
        source.close()
        return None, "what looks like MPEG layer I is not sound"
    return source, ""


def probe(path: Path) -> AudioInfo:
    """What the header promises. Raises AudioError as AudioReader does."""
    with AudioReader(path) as reader:
        return reader.info


def read_waveform(
    path: Path,
    rate_hz: int,
    start_s: float = 0.0,
    duration_s: float | None = None,
    job: JobContext = SILENT,
) -> Waveform:
    """The song, or a part of it, as mono samples at rate_hz. Raises AudioError, Cancelled."""
    with AudioReader(path) as reader:
        own_rate_hz = reader.info.rate_hz
        reader.seek(round(start_s * own_rate_hz))
        left = None if duration_s is None else round(duration_s * own_rate_hz)
        resampler = Resampler(own_rate_hz, rate_hz)
        parts: list[Samples] = []
        for block in reader.blocks():
            job.check()
            taken = block if left is None else block[:left]
            parts.append(resampler.push(to_mono(taken)))
            left = None if left is None else left - len(taken)
            if left == 0:
                break
        parts.append(resampler.finish())
    return Waveform(np.concatenate(parts), rate_hz)


def find_audio_files(paths: Iterable[Path]) -> list[Path]:
    """Sound files among files and below folders, by suffix; sorted, each once, no hidden ones.

    A file named outright is taken whatever its suffix.
    """
    found: set[Path] = set()
    for path in paths:
        if path.is_dir():
            found.update(_below(path))
        else:
            found.add(path)
    return sorted(found)


def _below(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.suffix.lower() in AUDIO_SUFFIXES and not hidden and path.is_file():
            yield path
