"""Sound through libsndfile: WAV, FLAC, Ogg Vorbis, Opus, MP3, AIFF and its many relatives.

A thin layer that reads a damaged block again in small pieces, so that its good part is kept.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.audio.file_window import Window, WindowFile
from core.errors import AudioError
from core.messages import message

Samples = NDArray[np.float32]

PIECE_FRAMES = 4096  # what is lost at most before a place that cannot be decoded
UNKNOWN_FRAMES = 1 << 62
VORBIS_LEADS_S = (0.0, 1.5, 3.5, 6.0)
AGREED_FRAMES = 2048
MP3_TOLERANCE_FRAMES = 3 * 1152  # encoder delay and a guessed length
MP3_LEAD_FRAMES = (
    12 * 1152
)  # a frame may use bits of nine before it, at 8 kbit/s; mpg123 takes four
NAMES = {
    "VORBIS": "Ogg Vorbis",
    "OPUS": "Opus",
    "MPEG_LAYER_III": "MP3",
    "MPEG_LAYER_II": "MP2",
}


class LibsndfileSource:
    """A file, or a window of it, that libsndfile opens; float32 at its own rate and channels.

    n_frames: as far as known, without decoding. n_promised: as the head says. remark: what is to be
    told of the file although it is read.
    """

    def __init__(self, path: Path, window: Window | None = None) -> None:
        import soundfile

        self.damage = self.remark = ""
        self._errors: tuple[type[Exception], ...] = (soundfile.LibsndfileError, RuntimeError)
        self._open: Callable[[], Any] = partial(_open, path, window, _forward_file())
        try:
            self._file = self._open()
            self._is_sequential = not _can_seek(self._file)
        except (*self._errors, TypeError, ValueError, OSError, AssertionError) as error:
            raise unreadable_error(path, str(error)) from error
        if self._file.subtype == "MPEG_LAYER_I":
            self._file.close()
            raise unreadable_error(path, "taken for layer I, which real music files never are")
        if self._file.format == "RAW":  # anything at all with the suffix of a headerless file
            self._file.close()
            raise unreadable_error(path, "no head that says what sound this is")
        self.rate_hz = int(self._file.samplerate)
        self.channels = int(self._file.channels)
        self.n_frames = self._file.frames if self._file.frames < UNKNOWN_FRAMES else 0
        self.n_promised = self.n_frames
        self.format_name = NAMES.get(self._file.subtype, str(self._file.format))
        self._is_mpeg = self._file.subtype.startswith("MPEG")
        self._is_vorbis = self._file.subtype == "VORBIS"
        self._is_flac = self._file.format == "FLAC"
        self._position = 0  # of a file that is only read forward
        self._prefetched: Samples | None = None  # read already, to make sure of a place
        self.tolerance_frames = MP3_TOLERANCE_FRAMES if self._is_mpeg else 0

    def read(self, n: int, out: Samples | None = None) -> Samples:
        """Read the next n frames, fewer only at the end or a damage: float32 (<=n, channels).

        out: float32 (>=n, channels), where they may be put.
        """
        if self._prefetched is None:
            return self._read_next(n, out)
        ready, self._prefetched = self._prefetched, None
        if len(ready) > n:
            self._prefetched = ready[n:]
            return ready[:n]
        return np.concatenate([ready, self._read_next(n - len(ready))])

    def seek(self, frame: int) -> None:
        """Go to a frame, exactly."""
        if self._is_sequential:
            self._read_up_to(frame)
            return
        self.damage, self._prefetched = "", None
        try:
            if self._is_vorbis:
                self._prefetched = self._read_agreed(min(frame, self.n_frames))
                return
            if self._is_mpeg:
                self._file.seek(0)  # from elsewhere mpg123 lands beside some frames near the end
                self._seek_mpeg(min(frame, self.n_frames))
                return
            self._file.seek(min(frame, self.n_frames))
        except self._errors:
            self._read_anew_up_to(frame)

    def read_near(self, frame: int, n: int) -> Samples:
        """Read at most n frames near a position, found without care for a block's difference."""
        if self._is_sequential:
            return np.empty((0, self.channels), dtype=np.float32)
        self.damage, self._prefetched = "", None
        try:
            self._file.seek(min(frame, self.n_frames))
        except self._errors:
            n = 0
        return self._read_next(n)

    def _seek_mpeg(self, frame: int) -> None:
        """Go to a frame from so far before it that all the bits it is made of have been read."""
        lead = min(frame, MP3_LEAD_FRAMES)
        self._file.seek(frame - lead)
        self._read_next(lead)

    def _read_anew_up_to(self, frame: int) -> None:
        """Go to a frame where the decoder cannot find it, as in a file that is cut off."""
        self._file.close()
        self._file = self._open()
        while (n := min(frame, 65_536)) > 0 and (n_dropped := len(self._read_next(n))):
            frame -= n_dropped

    def _read_up_to(self, frame: int) -> None:
        """Go to a frame of a codec in which libsndfile cannot seek: from here, or from anew."""
        if frame < self._position or self.damage:
            self._file.close()
            self._file, self._position, self.damage = self._open(), 0, ""
        while (n := min(frame - self._position, 65_536)) > 0 and len(self._read_next(n)):
            pass

    def _read_agreed(self, frame: int) -> Samples:
        """Read the first samples at a frame of a Vorbis file, on which two ways of seeking agree.

        libsndfile lands up to a block beside about one place in twenty (its issue 885), depending
        on the page where it begins; so it begins at different pages.
        """
        found: list[Samples] = []
        for lead_s in VORBIS_LEADS_S:
            start = max(0, frame - round(lead_s * self.rate_hz))
            self._file.seek(0)
            self._file.seek(start)
            self._read_next(frame - start)
            found.append(self._read_next(AGREED_FRAMES))
            if start == 0 or any(np.array_equal(found[-1], earlier) for earlier in found[:-1]):
                break
        return found[-1]

    def _read_next(self, n: int, out: Samples | None = None) -> Samples:
        block = np.empty((n, self.channels), dtype=np.float32) if out is None else out[:n]
        if self.damage:
            return block[:0]
        if self._is_sequential:
            return self._read_forward(block)
        start = self._file.tell()
        if self._is_flac:  # asked for more, it takes any byte behind the last frame for damage
            block = block[: max(0, self._file.frames - start)]
        try:
            return block[: len(self._file.read(out=block))]
        except self._errors:
            self._file.close()  # a decoder that lost its way cannot even go back
            self._file = self._open()
        try:
            self._file.seek(start)
        except self._errors:
            self.damage = message("audio.decoder_lost")
        return self._read_in_pieces(block)

    def _read_forward(self, block: Samples) -> Samples:
        try:
            done = len(self._file.read(out=block))
        except self._errors:
            self.damage = message("audio.decoder_lost")
            done = 0
        self._position += done
        return block[:done]

    def _read_in_pieces(self, block: Samples) -> Samples:
        """Read again in small pieces, as far as they go: twice as slow, so only when needed."""
        done = 0
        while done < len(block) and not self.damage:
            n_piece = min(PIECE_FRAMES, len(block) - done)
            try:
                got = len(self._file.read(out=block[done : done + n_piece]))
            except self._errors:
                self.damage = message("audio.decoder_lost")
                break
            done += got
            if got < n_piece:
                break
        return block[:done]

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def unreadable_error(path: Path, detail: str) -> AudioError:
    """Return the error of a file in which nothing finds a sound."""
    return AudioError("audio.unreadable", name=path.name, detail=detail, path=path)


def _open(path: Path, window: Window | None, kind: type[Any]) -> Any:
    if window is not None:
        return kind(WindowFile(path, window))
    return kind(str(path) if os.name == "nt" else os.fsencode(path))


def _can_seek(file: Any) -> bool:
    """Check also for what libsndfile only believes it can seek in."""
    return bool(file.can_seek()) and not file.subtype.startswith("DWVW")


@cache
def _forward_file() -> type[Any]:
    """Return a SoundFile that stays where a block ended: soundfile's own goes there once more.

    An MP3 would be decoded anew from some frames before, which at low bit rates lack the bits of
    still earlier ones: other blocks gave other samples, and so another hash.
    """
    import soundfile

    class ForwardFile(soundfile.SoundFile):  # type: ignore[misc]  # soundfile has no types
        def seekable(self) -> bool:
            return False

        def can_seek(self) -> bool:
            return bool(super().seekable())

    return ForwardFile
