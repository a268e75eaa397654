"""Sound through the ffmpeg program: AAC, ALAC, WMA, WavPack and what else libsndfile cannot read.

ffmpeg is optional. It decodes in a child process and is read through a pipe, a block at a time.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import IO

import numpy as np
from numpy.typing import NDArray

from core.audio.ffprobe import DEMUXERS, PROTOCOLS, address, probe, program
from core.audio.file_window import Window
from core.child_signals import no_ctrl_c_for_children
from core.messages import message

ASF_GUID = bytes.fromhex("3026b2758e66cf11")
CODEC_NAMES = {
    "wavpack": "WavPack",
    "ape": "Monkey's Audio",
    "opus": "Opus",
    "vorbis": "Vorbis",
    "wmav1": "WMA",
    "wmav2": "WMA",
}
FFMPEG_SEEK_S = 600
TOLERANCE_S = 0.1  # encoder delay and padding that some files count as length and some do not
CLOCK = "non monotonically increasing dts"


def ffmpeg_only_format(head: bytes) -> str:
    """Name the format, by its first bytes, if only ffmpeg reads it; "" for all others.

    head: the first 64 bytes or more, after any ID3 tag.
    """
    if head[4:8] == b"ftyp":
        return "AAC / ALAC (MPEG-4)"
    if len(head) > 1 and head[0] == 0xFF and head[1] & 0xF6 == 0xF0:
        return "AAC"
    for mark, name in (
        (ASF_GUID, "WMA"),
        (b"wvpk", "WavPack"),
        (b"\x1a\x45\xdf\xa3", "Matroska / WebM"),
        (b"MAC ", "Monkey's Audio"),
        (b"MPCK", "Musepack"),
        (b"MP+", "Musepack"),
        (b"TTA1", "True Audio"),
        (b"DSD ", "DSD"),
    ):
        if head.startswith(mark):
            return name
    return ""


def is_installed() -> bool:
    """Return whether the ffmpeg program can be called."""
    return all(shutil.which(name) for name in ("ffmpeg", "ffprobe"))


class FfmpegSource:
    """A file decoded by the ffmpeg program; float32 at the file's own rate and channels.

    window: the part of the file that is read, None for all. duration_s: where something more
    reliable than the packets' clock is known. is_joined: several sounds one after another, at whose
    joints ffmpeg complains of nothing that matters.
    """

    def __init__(
        self,
        path: Path,
        format_name: str = "",
        window: Window | None = None,
        *,
        duration_s: float = 0.0,
        is_joined: bool = False,
    ) -> None:
        self.damage = self.remark = ""
        self._address = address(path, window)
        self._program = program("ffmpeg", path, format_name)
        found = probe(path, format_name, window)
        self.rate_hz, self.channels = found.rate_hz, found.channels
        self.format_name = CODEC_NAMES.get(found.codec, found.codec.upper() or format_name)
        self.n_frames = round(duration_s * self.rate_hz) or found.n_frames
        self.n_promised = max(self.n_frames, 0 if is_joined else found.n_promised)
        self.tolerance_frames = max(round(TOLERANCE_S * self.rate_hz), found.n_packet)
        if is_joined:
            self.tolerance_frames += found.n_packet  # a head of the next sound counts as one
        self._is_joined = is_joined
        self._can_seek = found.is_continuous and not is_joined
        self._position = 0
        self._child: subprocess.Popen[bytes] | None = None
        self._stderr: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed by close()
        self._start(0)

    def read(self, n: int, out: NDArray[np.float32] | None = None) -> NDArray[np.float32]:  # noqa: ARG002
        """Read the next n frames, fewer only at the end: float32 (<=n, channels)."""
        assert self._child is not None
        assert self._child.stdout is not None
        raw = self._child.stdout.read(n * self.channels * 4)
        n_bytes = len(raw) - len(raw) % (self.channels * 4)
        self._position += n_bytes // (self.channels * 4)
        if len(raw) < n * self.channels * 4:
            self._record_damage()
        samples = np.frombuffer(raw[:n_bytes], dtype="<f4").astype(np.float32)
        return samples.reshape(-1, self.channels)

    def seek(self, frame: int) -> None:
        """Go to a frame, exactly: by decoding up to it, from here or anew from the beginning.

        ffmpeg's own seeking is off by some hundred frames in most of these formats. Only where
        decoding would take long, beyond ten minutes, is it used all the same.
        """
        n_ahead = frame - self._position
        if n_ahead < 0 or self.damage:
            self.damage = ""
            self._start(0)
            n_ahead = frame
        if n_ahead > FFMPEG_SEEK_S * self.rate_hz and self._can_seek:
            self._start(frame)
            return
        while n_ahead > 0 and (n_dropped := len(self.read(min(n_ahead, 65_536)))):
            n_ahead -= n_dropped

    def read_near(self, frame: int, n: int) -> NDArray[np.float32]:  # noqa: ARG002
        """Return no frames: each look would take a process of its own."""
        return np.zeros((0, self.channels), dtype=np.float32)

    def close(self) -> None:
        """End the child process."""
        self._stop()
        self._stderr.close()

    def _start(self, frame: int) -> None:
        self._stop()
        self._position = frame
        seek_options = ["-ss", f"{frame / self.rate_hz:.9f}"] if frame else []
        command = [
            self._program, "-nostdin", "-v", "error", *PROTOCOLS, "-format_whitelist", DEMUXERS,
            *seek_options, "-i", self._address, "-map", "0:a:0", "-vn", "-sn", "-dn",
            "-f", "f32le", "-c:a", "pcm_f32le", "-ar", str(self.rate_hz),
            "-ac", str(self.channels), "-",
        ]  # fmt: skip
        with no_ctrl_c_for_children():
            self._child = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=self._stderr,
                bufsize=1 << 18,
            )

    def _stop(self) -> None:
        if self._child is None:
            return
        assert self._child.stdout is not None
        self._child.kill()
        self._child.stdout.close()
        self._child.wait()
        self._child = None

    def _record_damage(self) -> None:
        """Note what ffmpeg complains of, but not where its output clock steps back at a joint."""
        assert self._child is not None
        status = self._child.wait()
        self._stderr.seek(0)
        stderr = self._stderr.read(20_000).decode("utf-8", "replace")
        lines = [line for line in stderr.splitlines() if line.strip() and CLOCK not in line]
        is_read = self._position >= self.n_frames - self.tolerance_frames
        if (status or lines) and not (self._is_joined and is_read):
            self.damage = message("audio.decoder_lost")
