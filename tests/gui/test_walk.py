"""A user's walk on a real screen and a sound card that is recorded: import, play, seek, tag, undo,
learn, close, reopen. The keys come from outside, as from a keyboard.
"""

from __future__ import annotations

import json
import os
import queue
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from core.demo import RATE_HZ, short_song
from core.library.records import State
from core.library.store import Library
from core.paths import folders
from tests.support.null_sink import RATE_HZ as SINK_RATE_HZ
from tests.support.null_sink import NullSink, null_sink

__all__ = ["null_sink"]

WALK = Path(__file__).parents[1] / "support" / "walk.py"
PATIENCE_S = 120.0
CLICKS_S = (1.0, 2.0, 3.0, 4.0)
CLICKS = "AA Clicks"


@pytest.fixture
def screen() -> Iterator[str]:
    """A virtual screen."""
    missing = [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)}")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as pipe:
        number = pipe.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(timeout=10)


@pytest.fixture
def music(tmp_path: Path) -> Path:
    """Songs by six artists, one of clicks at whole seconds, and one that is no song."""
    folder = tmp_path / "music"
    folder.mkdir()
    clicks = np.zeros(int(5.5 * SINK_RATE_HZ), dtype=np.float32)
    for second in CLICKS_S:
        clicks[round(second * SINK_RATE_HZ) :][:200] = 0.9
    soundfile.write(folder / f"Metronome - {CLICKS}.wav", clicks, SINK_RATE_HZ)
    for number in range(12):
        style = "house" if number % 2 else "waltz"
        song = short_song(number, style, 3.0)
        soundfile.write(folder / f"Artist {number % 6} - Song {number:02d}.flac", song, RATE_HZ)
    (folder / "broken.mp3").write_bytes(b"no music at all")
    return folder


class Walker:
    """The running program, the keyboard, and what has been seen so far."""

    def __init__(self, sink: NullSink, display: str, folder: Path | None) -> None:
        self._environment = sink.environment | {
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "RHYTHMCAP_HOME": os.environ["RHYTHMCAP_HOME"],
        }
        command = [sys.executable, str(WALK), *([str(folder)] if folder else [])]
        self.process = subprocess.Popen(
            command, env=self._environment | {"PYTHONPATH": str(WALK.parents[2])},
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        self._lines: queue.Queue[dict[str, Any]] = queue.Queue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()
        self.seen: list[dict[str, Any]] = []

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(json.loads(line))

    def until(self, condition: Callable[[dict[str, Any]], object]) -> dict[str, Any]:
        """Watch until a user would see that something is so."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end and self.process.poll() is None:
            try:
                self.seen.append(self._lines.get(timeout=1.0))
            except queue.Empty:
                continue
            if condition(self.seen[-1]):
                return self.seen[-1]
        raise AssertionError(f"did not come about; last seen: {self.seen[-1:]}")

    def keys(self, *names: str) -> None:
        """Press keys, as xdotool names them."""
        subprocess.run(
            ["xdotool", "key", "--delay", "60", *names], env=self._environment, check=True
        )

    def type(self, text: str) -> None:
        """Type a text."""
        subprocess.run(
            ["xdotool", "type", "--delay", "40", text], env=self._environment, check=True
        )

    def focus(self) -> None:
        """Give the window the keyboard; there is no window manager to do it."""
        command = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "RhythmCap"]
        found = subprocess.run(
            command, env=self._environment, capture_output=True, text=True, check=True
        )
        window = found.stdout.split()[-1]
        subprocess.run(
            ["xdotool", "windowfocus", "--sync", window], env=self._environment, check=True
        )

    def close(self) -> int:
        """Ctrl+Q, and wait for the end."""
        self.keys("ctrl+q")
        code = self.process.wait(timeout=60)
        self._reader.join(timeout=10)
        return code


def decisions() -> dict[str, State]:
    """What the library file holds of the song of clicks."""
    with Library.open(folders().library_file, read_only=True) as library:
        (song,) = [
            row.song
            for row in library.songs.rows(library.songs.all_ids())
            if row.song.title == CLICKS
        ]
        found = library.annotations.of_song(song.id)
        return {library.codebook.tag(tag).name: decision.state for tag, decision in found.items()}


def test_the_walk_of_a_user_with_eyes_ears_and_a_keyboard(
    null_sink: NullSink, screen: str, music: Path
) -> None:
    walker = Walker(null_sink, screen, music)
    try:
        walker.until(lambda seen: seen["song"] and not seen["busy"])
        walker.focus()
        walker.keys("ctrl+f")
        walker.type("clicks")
        walker.keys("Return")
        walker.until(lambda seen: seen["song"] == CLICKS and seen["picture"])
        listen_and_compare(walker, null_sink)
        walker.keys("r", "k", "v", "shift+f", "s", "alt+d")
        walker.keys("r", "d", "ctrl+z")
        assert walker.close() == 0
        assert decisions() == {"kick": State.YES, "female": State.NO, "deep": State.UNSURE}
    finally:
        walker.process.kill()
        walker.process.wait()
    again = Walker(null_sink, screen, None)
    try:
        again.until(lambda seen: seen["song"] == CLICKS and seen["picture"])
        again.focus()
        again.keys("ctrl+z")
        assert again.close() == 0
        assert decisions() == {"kick": State.YES, "female": State.NO}, "undo outlives a restart"
    finally:
        again.process.kill()
        again.process.wait()


def listen_and_compare(walker: Walker, sink: NullSink) -> None:
    """The song sounds whole, and the playhead is where the ear is."""
    with sink.recording() as recording:
        walker.keys("Home", "space")
        walker.until(lambda seen: seen["playing"])
        first = len(walker.seen) - 1
        walker.until(lambda seen: not seen["playing"])
        time.sleep(0.3)  # the tail of the recording
    everything = recording.everything[:, 0]
    loud = np.abs(everything) > 0.2
    begins = np.flatnonzero(loud[1:] & ~loud[:-1]) + 1
    assert len(begins) == len(CLICKS_S), "every click is heard once"
    intervals_s = np.diff(begins) / SINK_RATE_HZ
    assert intervals_s == pytest.approx(np.diff(CLICKS_S), abs=0.001)
    looks = [seen["at"] for seen in walker.seen[first:] if "at" in seen]
    moments, positions = np.array(looks).T
    shown = np.interp([recording.moment(frame) for frame in begins], moments, positions)
    assert np.abs(shown - np.array(CLICKS_S)).max() < 0.05
