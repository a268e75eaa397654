"""A sound card that is not there: a PulseAudio null sink whose sound is recorded and measured.

One daemon for each test, in a folder of its own; nothing is left running.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

import numpy as np
import pytest
from numpy.typing import NDArray

RATE_HZ = 44100
CHANNELS = 2
PROGRAMS = ("pulseaudio", "pactl", "parec")
START_S = 10.0
QUIET = 1e-3
ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class NullSink:
    """A running daemon. environment: what a program needs in order to play into it."""

    folder: Path
    environment: dict[str, str]
    daemon: subprocess.Popen[bytes]

    def play(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a Python program, which plays something, in a process of its own."""
        return subprocess.run(
            [sys.executable, "-c", program, *arguments],
            env=self.environment, cwd=ROOT, capture_output=True, text=True,
            timeout=120, check=False,
        )  # fmt: skip

    @contextmanager
    def recording(self) -> Iterator[Recording]:
        """All that is heard meanwhile, with the moment it was heard."""
        command = [
            "parec", "--device=nul.monitor", "--format=s16le", f"--rate={RATE_HZ}",
            f"--channels={CHANNELS}", "--latency-msec=20",
        ]  # fmt: skip
        recorder = subprocess.Popen(command, stdout=subprocess.PIPE, env=self.environment)
        recording = Recording()
        listener = threading.Thread(target=recording.listen, args=(recorder.stdout,))
        listener.start()
        try:
            _wait(lambda: bool(recording.chunks), "parec records nothing")
            yield recording
        finally:
            recorder.send_signal(signal.SIGINT)
            recorder.wait(timeout=10)
            listener.join(timeout=10)


@dataclass
class Recording:
    """What was heard. chunks: (moment of arrival on the monotonic clock, bytes)."""

    chunks: list[tuple[float, bytes]] = field(default_factory=list)

    def listen(self, pipe: IO[bytes]) -> None:
        """Take everything that comes, until the recorder ends."""
        while chunk := os.read(pipe.fileno(), 1 << 16):
            self.chunks.append((time.monotonic(), chunk))
        pipe.close()

    @property
    def everything(self) -> NDArray[np.float32]:
        """float32 (n, 2), from the start of the recording."""
        raw = np.frombuffer(b"".join(chunk for _, chunk in self.chunks), dtype="<i2")
        samples = raw[: len(raw) // CHANNELS * CHANNELS].reshape(-1, CHANNELS)
        return samples.astype(np.float32) / 32768

    @property
    def sound(self) -> NDArray[np.float32]:
        """float32 (n, 2), silence before the first sound and after the last left out."""
        everything = self.everything
        loud = np.flatnonzero(np.abs(everything).max(axis=1) > QUIET)
        return everything[loud[0] : loud[-1] + 1] if len(loud) else everything[:0]

    def moment(self, frame: int) -> float:
        """When a frame of `everything` was heard, on the monotonic clock."""
        ends = np.cumsum([len(chunk) for _, chunk in self.chunks]) / (2 * CHANNELS)
        chunk = int(np.searchsorted(ends, frame, side="right"))
        return self.chunks[chunk][0] - float(ends[chunk] - frame) / RATE_HZ


def _wait(ready: Callable[[], bool], complaint: str) -> None:
    until = time.monotonic() + START_S
    while not ready():
        if time.monotonic() > until:
            raise TimeoutError(complaint)
        time.sleep(0.02)


@pytest.fixture
def null_sink(tmp_path: Path) -> Iterator[NullSink]:
    """A PulseAudio daemon with one silent output, the default for ALSA and so for PortAudio."""
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    with running_sink(tmp_path / "pulse") as sink:
        yield sink


@contextmanager
def running_sink(folder: Path) -> Iterator[NullSink]:
    """The same in a folder that is made for it, for benches too."""
    folder.mkdir(mode=0o700)
    socket = folder / "native"
    environment = os.environ | {
        "XDG_RUNTIME_DIR": str(folder),
        "HOME": str(folder),
        "PULSE_RUNTIME_PATH": str(folder / "run"),
        "PULSE_SERVER": f"unix:{socket}",
    }
    daemon = subprocess.Popen(
        [
            "pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
            "--system=false", "--disable-shm=true", f"--log-target=file:{folder / 'log'}",
            "-L", f"module-native-protocol-unix socket={socket} auth-anonymous=1",
            "-L", f"module-null-sink sink_name=nul rate={RATE_HZ} channels={CHANNELS} norewinds=1",
        ],
        env={name: value for name, value in environment.items() if name != "PULSE_SERVER"},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        _wait(lambda: _answers(environment), "pulseaudio does not start")
        yield NullSink(folder, environment, daemon)
    finally:
        daemon.terminate()
        daemon.wait(timeout=10)


def _answers(environment: dict[str, str]) -> bool:
    answer = subprocess.run(["pactl", "info"], env=environment, capture_output=True, check=False)
    return answer.returncode == 0
