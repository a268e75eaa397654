"""Sound through libsndfile: WAV, FLAC, Ogg Vorbis, Opus, MP3, AIFF and its many relatives.

A thin layer that reads a damaged block again in small pieces, so that its good part is kept.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.errors import AudioError

PIECE_FRAMES = 4096  # what is lost at most before a place that cannot be decoded
UNKNOWN_FRAMES = 1 << 62
MP3_SLACK_FRAMES = 3 * 1152  # encoder delay and a guessed length
NAMES = {
    "VORBIS": "Ogg Vorbis",
    "OPUS": "Opus",
    "MPEG_LAYER_III": "MP3",
    "MPEG_LAYER_II": "MP2",
}


class LibsndfileSource:
    """A file that libsndfile opens; float32 at the file's own rate and channels."""

    def __init__(self, path: Path) -> None:
        import soundfile

        self.damage = ""
        self._errors: type[Exception] = soundfile.LibsndfileError
        name = str(path) if os.name == "nt" else os.fsencode(path)
        self._open: Callable[[], Any] = partial(soundfile.SoundFile, name)
        try:
            self._file = self._open()
        except (soundfile.LibsndfileError, TypeError, ValueError, OSError) as error:
            raise _unreadable(path, str(error)) from error
        if self._file.subtype == "MPEG_LAYER_I":
            self._file.close()
            raise _unreadable(path, "taken for MPEG layer I, which real music files never are")
        self.rate_hz = int(self._file.samplerate)
        self.channels = int(self._file.channels)
        self.n_frames = self._file.frames if self._file.frames < UNKNOWN_FRAMES else 0
        self.format_name = NAMES.get(self._file.subtype, str(self._file.format))
        is_mpeg = self._file.subtype.startswith("MPEG")
        self.slack_frames = MP3_SLACK_FRAMES if is_mpeg else 0

    def read(self, n: int) -> NDArray[np.float32]:
        """The next n frames, fewer only at the end or a damage: float32 (<=n, channels)."""
        block = np.empty((n, self.channels), dtype=np.float32)
        start = self._file.tell()
        try:
            return block[: len(self._file.read(out=block))]
        except self._errors:
            self._file.close()  # a decoder that lost its way cannot even go back
            self._file = self._open()
            self.seek(start)
        return self._good_part(block)

    def _good_part(self, block: NDArray[np.float32]) -> NDArray[np.float32]:
        """Read again in small pieces, as far as they go: twice as slow, so only when needed."""
        done = 0
        while done < len(block) and not self.damage:
            wanted = min(PIECE_FRAMES, len(block) - done)
            try:
                got = len(self._file.read(out=block[done : done + wanted]))
            except self._errors as error:
                self.damage = str(error) or "the decoder lost its way"
                break
            done += got
            if got < wanted:
                break
        return block[:done]

    def seek(self, frame: int) -> None:
        """Go to a frame."""
        self.damage = ""
        try:
            self._file.seek(frame)
        except self._errors as error:
            self.damage = str(error) or "the decoder cannot go there"

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _unreadable(path: Path, detail: str) -> AudioError:
    return AudioError(
        f"{path.name} is not a sound file that can be read, or its beginning is damaged.",
        remedy="Check that it plays elsewhere; if it does, convert it to FLAC or WAV.",
        detail=detail,
        path=path,
    )
