"""What MP3 leaves of a sound: encoded by the ffmpeg program and decoded again, sample for sample.

ffmpeg is optional: without it there is an error that says so.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.audio.ffprobe import PROTOCOLS
from core.child_signals import no_ctrl_c_for_children
from core.errors import AudioError
from core.jobs import SILENT, JobContext
from core.temporary_folders import temporary_folder

Samples = NDArray[np.float32]

CHECK_EVERY_S = 0.1


def mp3_error() -> AudioError | None:
    """Return the error that there is no ffmpeg to encode by, None where there is."""
    if shutil.which("ffmpeg"):
        return None
    return AudioError("audio.mp3_needs_ffmpeg", detail="ffmpeg is not on the PATH")


def mp3_coded(
    samples: Samples, rate_hz: int, kbit_s: float = 64.0, job: JobContext = SILENT
) -> Samples:
    """Encode float32 (n,) or (n, 2) at a constant bitrate, decode it: the same shape and time.

    A rate that MP3 does not have is resampled on the way. Raises AudioError without ffmpeg or where
    it fails, Cancelled.
    """
    if (error := mp3_error()) is not None:
        raise error
    if not len(samples):
        return samples.copy()
    channels = 1 if samples.ndim == 1 else samples.shape[1]
    raw = ["-f", "f32le", "-ar", str(rate_hz), "-ac", str(channels)]
    with temporary_folder("coded") as folder:
        sound, coded = folder / "sound.f32", folder / "coded.mp3"
        _write(sound, np.ascontiguousarray(samples, "<f4"))
        # A file and no pipe: its head then tells the encoder's delay, which is taken off again.
        bitrate = ["-c:a", "libmp3lame", "-b:a", f"{kbit_s:g}k", "-f", "mp3"]
        _run([*raw, "-i", f"file:{sound}", *bitrate, f"file:{coded}"], job)
        decoded = _run(["-f", "mp3", "-i", f"file:{coded}", *raw, "pipe:1"], job)
    whole = np.frombuffer(decoded[: len(decoded) // 4 * 4], "<f4").astype(np.float32)
    fitted = np.zeros(samples.size, dtype=np.float32)
    n = min(len(whole), samples.size)
    fitted[:n] = whole[:n]
    return fitted.reshape(samples.shape)


def _write(path: Path, samples: Samples) -> None:
    try:
        samples.tofile(path)
    except OSError as error:
        raise AudioError("audio.mp3_failed", detail=str(error)) from error


def _run(arguments: list[str], job: JobContext) -> bytes:
    """Run ffmpeg and return what it writes; a cancelled job does not wait for it."""
    with no_ctrl_c_for_children():
        child = subprocess.Popen(
            ["ffmpeg", "-nostdin", "-v", "error", *PROTOCOLS, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
    with child:
        try:
            answer, complaint = _communicate(child, job)
        finally:
            child.kill()
    if child.returncode:
        detail = complaint.decode("utf-8", "replace").strip()
        raise AudioError("audio.mp3_failed", detail=detail)
    return answer


def _communicate(child: subprocess.Popen[bytes], job: JobContext) -> tuple[bytes, bytes]:
    while True:
        try:
            return child.communicate(timeout=CHECK_EVERY_S)
        except subprocess.TimeoutExpired:
            job.check()
