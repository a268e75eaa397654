"""A player in a process of its own, played into a null sink, and the pitch of what it played."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.support.null_sink import RATE_HZ, NullSink

# Plays by a list of (method, arguments, how many seconds must be heard since the step before).
PROGRAM = """
import json, sys, time
from pathlib import Path
from core.audio.playback_records import LiveDeformation
from core.audio.player import Player

path, script, longest_s = sys.argv[1], json.loads(sys.argv[2]), float(sys.argv[3])
player = Player(volume=1.0)
player.load(Path(path))
player.play()
positions, begun, since_s = [], time.monotonic(), 0.0
while time.monotonic() - begun < longest_s:
    state = player.state
    positions.append((time.monotonic(), state.position_s))
    if len(positions) > 1:
        since_s += max(0.0, min(state.position_s - positions[-2][1], 0.5))
    if script and since_s >= script[0][2]:
        name, arguments, _ = script.pop(0)
        arguments = [LiveDeformation(*arguments)] if name == "set_deformation" else arguments
        (time.sleep if name == "rest" else getattr(player, name))(*arguments)
        since_s, state = 0.0, player.state
    if not state.playing and not script:
        break
    time.sleep(0.004)
state = player.state
underflows = player._engine._output.underflows if player._engine._output else 0
time.sleep(0.3)
player.close()
json.dump({"positions": positions, "playing": state.playing, "position_s": state.position_s,
           "duration_s": state.duration_s, "problem": state.problem,
           "underflows": underflows}, sys.stdout)
"""


def tone(pitch_hz: float, seconds: float, rate_hz: int = RATE_HZ) -> NDArray[np.float32]:
    time_s = np.arange(round(seconds * rate_hz)) / rate_hz
    return (0.5 * np.sin(2 * np.pi * pitch_hz * time_s)).astype(np.float32)


def pitch_of(sound: NDArray[np.float32]) -> float:
    """The pitch of a pure tone, from its phase over time."""
    middle = sound[2000:-2000, 0].astype(np.float64)
    spectrum = np.abs(np.fft.rfft(middle * np.hanning(len(middle))))
    peak = int(spectrum.argmax())
    left, centre, right = np.log(spectrum[peak - 1 : peak + 2])
    shift = 0.5 * (left - right) / (left - 2 * centre + right)
    return float((peak + shift) * RATE_HZ / len(middle))


def play(
    sink: NullSink, path: Path, script: list[object] | None = None, longest_s: float = 30
) -> dict[str, Any]:
    """Play a file by a script; the player's own report of it."""
    answer = sink.play(PROGRAM, str(path), json.dumps(script or []), str(longest_s))
    assert answer.returncode == 0, answer.stderr
    return dict(json.loads(answer.stdout))
