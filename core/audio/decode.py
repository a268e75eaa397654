"""Sound files to samples: a file in, float32 blocks out, at the file's own rate and channels.

Streamed: a two-hour file never sits in memory whole. Damage is noticed and reported. Spectrograms
are features' business, tags inside the file are metadata.py's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from numpy.typing import NDArray

from core.audio.container_damage import container_damage
from core.audio.libsndfile import unreadable_error
from core.audio.no_sound_files import is_archive, is_playlist, is_table
from core.audio.source import Source
from core.errors import AudioError
from core.messages import message

Samples = NDArray[np.float32]

BLOCK_FRAMES = 65_536
LIBSNDFILE_SUFFIXES = (
    ".wav", ".wave", ".flac", ".ogg", ".oga", ".opus", ".mp3", ".mp2", ".aiff", ".aif", ".aifc",
    ".au", ".snd", ".caf", ".w64", ".rf64", ".bw64", ".mpga", ".voc", ".xi",
)  # fmt: skip
FFMPEG_SUFFIXES = (
    ".m4a", ".m4b", ".mp4", ".aac", ".alac", ".wma", ".wv", ".ape", ".mpc", ".tta", ".webm", ".mka",
    ".ac3", ".eac3", ".dts", ".mlp", ".spx", ".amr", ".gsm", ".ra", ".dsf", ".tak", ".weba",
)  # fmt: skip
AUDIO_SUFFIXES = frozenset((*LIBSNDFILE_SUFFIXES, *FFMPEG_SUFFIXES))
MAX_CHANNELS = 32


@dataclass(frozen=True, slots=True)
class AudioInfo:
    """What is known of a file before it is decoded. n_frames: what is there; 0 means unknown."""

    path: Path
    rate_hz: int
    channels: int
    n_frames: int
    format_name: str

    @property
    def duration_s(self) -> float:
        """The length, as far as known."""
        return self.n_frames / self.rate_hz


class AudioReader:
    """One open sound file. A context manager; belongs to one thread at a time.

    Raises AudioError (file, format, remedy) if the file cannot be read, holds no sound at all, or
    holds samples that are not numbers. Smaller damage ends in .warnings; the good part is kept.
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
        self.position = 0
        self._warnings: list[str] = []
        self._ended = False

    @property
    def warnings(self) -> tuple[str, ...]:
        """What was found wrong so far; complete once the end was read."""
        return tuple(self._warnings)

    def read(self, n: int, out: Samples | None = None) -> Samples:
        """Read the next n frames, fewer only at the end: float32 (<=n, channels).

        out: float32 (>=n, channels), an array that may be written over for it.
        """
        with _only_audio_errors(self.info.path):
            block = self._source.read(n, out)
        if not np.isfinite(block).all():
            raise AudioError(
                "audio.not_numbers",
                name=self.info.path.name,
                detail=f"NaN or infinity within {n} frames after frame {self.position}",
                path=self.info.path,
            )
        self.position += len(block)
        if len(block) < n and not self._ended:
            self._ended = True
            self._check_for_damage()
        return block

    def blocks(
        self, block_frames: int = BLOCK_FRAMES, buffers: Sequence[Samples] = ()
    ) -> Iterator[Samples]:
        """Yield all blocks from here to the end, float32 (n, channels); only the last is shorter.

        buffers: arrays of that size to be written over in turn; without them each block is a new
        one: a quarter more time where another core works on it (its cache must let go of it).
        """
        out = cycle(buffers or (None,))
        while len(block := self.read(block_frames, next(out))):
            yield block
            if len(block) < block_frames:
                return

    def seek(self, frame: int) -> None:
        """Go to a frame, counted from the beginning."""
        with _only_audio_errors(self.info.path):
            self._source.seek(max(0, frame))
        self.position = max(0, frame)

    def read_near(self, frame: int, n: int) -> Samples:
        """Read a few frames near a position, at once; none where the format allows no quick seek.

        For the eye only. Seek before reading on.
        """
        with _only_audio_errors(self.info.path):
            return self._source.read_near(max(0, frame), n)

    def close(self) -> None:
        """Close the file."""
        self._source.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _check_for_damage(self) -> None:
        info, source = self.info, self._source
        if self.position == 0:
            raise _empty(info.path, source.damage)
        damage = source.damage or container_damage(info.path)
        if source.n_promised - self.position > source.tolerance_frames:
            self._warnings.append(self._cut_off(damage))
        elif damage:
            self._warnings.append(message("audio.damaged", name=info.path.name, why=damage))
        if source.remark:
            self._warnings.append(source.remark)

    def _cut_off(self, damage: str) -> str:
        name, rate_hz = self.info.path.name, self.info.rate_hz
        read_s, whole_s = self.position / rate_hz, self._source.n_promised / rate_hz
        if damage:
            return message(
                "audio.cut_off_because", name=name, read_s=read_s, whole_s=whole_s, why=damage
            )
        return message("audio.cut_off", name=name, read_s=read_s, whole_s=whole_s)


def _open(path: Path) -> Source:
    if not path.is_file():
        raise AudioError("audio.no_file", name=path.name, path=path)
    with _only_audio_errors(path):
        if path.stat().st_size == 0:
            raise AudioError("audio.empty_file", name=path.name, path=path)
        source = _open_source(path)
    if source.channels > MAX_CHANNELS:
        source.close()
        raise AudioError(
            "audio.too_many_channels",
            name=path.name,
            channels=source.channels,
            most=MAX_CHANNELS,
            path=path,
        )
    return source


def _open_source(path: Path) -> Source:
    from core.audio.open_source import open_source  # not needed before a song is opened

    try:
        return open_source(path)
    except AudioError as refused:
        if is_playlist(path):
            raise AudioError("audio.playlist", name=path.name, path=path) from refused
        if is_table(path):
            raise AudioError("audio.table", name=path.name, path=path) from refused
        if is_archive(path):
            raise AudioError("audio.archive", name=path.name, path=path) from refused
        raise


@contextmanager
def _only_audio_errors(path: Path) -> Iterator[None]:
    """Let nothing else out of this room, whatever a decoder raises over an odd file."""
    try:
        yield
    except AudioError:
        raise
    except OSError as error:
        raise AudioError(
            "audio.cannot_open", name=path.name, detail=str(error), path=path
        ) from error
    except Exception as error:
        raise unreadable_error(path, f"{type(error).__name__}: {error}") from error


def _empty(path: Path, detail: str) -> AudioError:
    return AudioError("audio.no_sound", name=path.name, detail=detail, path=path)
