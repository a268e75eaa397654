"""The ffmpeg program as a reader of what libsndfile cannot read: m4a, aac, alac, wma, wv.

It is optional: where it is absent, the error names the file, the format and the remedy.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.errors import AudioError

PROBE_TIMEOUT_S = 30.0
BYTES_A_SAMPLE = 4


class FfmpegSource:
    """A file decoded by an ffmpeg process to float32 at its own rate."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._program = _program("ffmpeg", path)
        stream = _probe(path)
        self.rate_hz = int(stream["sample_rate"])
        self.channels = int(stream["channels"])
        self.n_frames = round(float(stream.get("duration") or 0.0) * self.rate_hz)
        self.format_name = str(stream.get("codec_name", "unknown")).upper()
        self._process = self._start(0)

    def _start(self, frame: int) -> subprocess.Popen[bytes]:
        command = [self._program, "-nostdin", "-v", "error", "-i", str(self._path)]
        # After -i: decoded and dropped, so exact to the sample.
        command += ["-ss", f"{frame / self.rate_hz:.9f}"] if frame else []
        command += ["-map", "0:a:0", "-f", "f32le", "-acodec", "pcm_f32le"]
        command += ["-ar", str(self.rate_hz), "-ac", str(self.channels), "-"]
        return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)

    def read(self, n_frames: int) -> NDArray[np.float32]:
        """Up to n_frames, (n, channels); none at the end."""
        pipe = self._process.stdout
        raw = pipe.read(n_frames * self.channels * BYTES_A_SAMPLE) if pipe else b""
        usable = len(raw) - len(raw) % (self.channels * BYTES_A_SAMPLE)
        return np.frombuffer(raw[:usable], dtype="<f4").reshape(-1, self.channels)

    def seek(self, frame: int) -> None:
        """Start the decoder anew at this frame."""
        self.close()
        self._process = self._start(frame)

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        if self._process.stdout:
            self._process.stdout.close()
        self._process.wait()


def _program(name: str, path: Path) -> str:
    found = shutil.which(name)
    if found:
        return found
    kind = path.suffix.lstrip(".").upper() or "MP4"
    raise AudioError(
        f"{path.name} is {kind} audio, which needs the {name} program.",
        remedy="Install ffmpeg, or convert the file to FLAC.",
        path=path,
    )


def _probe(path: Path) -> dict[str, str]:
    command = [_program("ffprobe", path), "-v", "error", "-select_streams", "a:0"]
    command += ["-show_entries", "stream=sample_rate,channels,codec_name,duration"]
    command += ["-of", "json", str(path)]
    try:
        result = subprocess.run(
            command, capture_output=True, text=True, timeout=PROBE_TIMEOUT_S, check=True
        )
        streams: list[dict[str, str]] = json.loads(result.stdout)["streams"]
        if streams:
            return streams[0]
        detail = "there is no audio stream"
    except (OSError, subprocess.SubprocessError, ValueError, KeyError) as error:
        detail = getattr(error, "stderr", None) or str(error)
    raise AudioError(
        f"{path.name} is not a sound file that ffmpeg can read.",
        remedy="Check that it plays elsewhere; convert it to FLAC or WAV.",
        detail=detail,
        path=path,
    )
