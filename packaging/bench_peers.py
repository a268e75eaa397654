"""`make bench-peers`: from file to tags and to features, beside the programs that others use.

The musicnn package (TensorFlow), Essentia's loader and MusiCNN input, and librosa have an
environment of their own, made at the first call (3 GB on disk). Every side works in as many
processes as there are cores, one thread each, on the same songs, in turns. Elapsed time depends on
what else the machine does; processor time hardly does, so read that where they differ.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from queue import SimpleQueue

import numpy as np
from bench_features import song_file
from peer_environment import Peers, make_peers
from peer_process import PeerProcess

from core.library.scan.worker_pool import n_cores
from core.models.public_registry import public_model
from core.models.public_weights import draft_card, import_weights
from core.models.weights_source import WeightsSource
from core.paths import folders

SONG_S = 300.0
DOES = {
    "musicnn": "musicnn package: decode, resample, mel, tags",
    "essentia": "Essentia: decode, resample, mel",
    "essentia-linear": "Essentia, linear resampling (aliases): decode, resample, mel",
    "librosa": "librosa: decode, resample, mel",
    "our-features": "ours: decode, resample, mel, to the cache",
    "our-tags": "ours: decode, hash, metadata, picture, resample, mel, to the cache, tags",
}
GOALS = {"musicnn": 5.0, "essentia": 3.0}  # times faster, ours with all of it


@dataclass(slots=True)
class Measured:
    """Of one side: seconds elapsed in each round, processor seconds of each song, and scores."""

    elapsed_s: list[float] = field(default_factory=list)
    busy_s: list[float] = field(default_factory=list)
    scores: dict[Path, list[float]] = field(default_factory=dict)


class Side:
    """The processes of one side; they share out the songs."""

    def __init__(self, name: str, python: Path, weights: Path, stack: ExitStack) -> None:
        self.name, self.measured = name, Measured()
        self._idle: SimpleQueue[PeerProcess] = SimpleQueue()
        for _ in range(n_cores()):
            self._idle.put(stack.enter_context(PeerProcess(python, name, weights)))

    def work(self, songs: Sequence[Path], *, counts: bool) -> None:
        """Do all songs. counts: False for the first round, which loads and compiles."""
        start_s = time.perf_counter()
        with ThreadPoolExecutor(n_cores()) as threads:
            answers = list(threads.map(self._song, songs))
        if counts:
            self.measured.elapsed_s.append(time.perf_counter() - start_s)
            self.measured.busy_s += [busy_s for busy_s, _ in answers]
        self.measured.scores.update(zip(songs, (scores for _, scores in answers), strict=True))

    def _song(self, path: Path) -> tuple[float, list[float]]:
        process = self._idle.get()
        try:
            return process.ask(path)
        finally:
            self._idle.put(process)


def main() -> int:
    """Print the tables; 1 where a goal is missed, 2 where no peer could be had."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", type=Path, default=folders().cache / "peers")
    parser.add_argument("--songs", type=Path, help="a folder of MP3s instead of composed ones")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    peers = make_peers(options.peers.absolute())
    for line in peers.missing:
        sys.stderr.write(line + "\n")
    if peers.python is None or peers.bundle is None:
        return 2
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        songs = sorted(options.songs.glob("*.mp3")) if options.songs else _composed(folder)
        weights = _our_model(peers.bundle, folder)
        sides = _started(peers, weights, stack)
        for round_number in range(options.rounds + 1):
            for side in sides:
                side.work(songs, counts=round_number > 0)
        return _print_tables({side.name: side.measured for side in sides}, songs)


def _composed(folder: Path) -> list[Path]:
    n = 2 * n_cores()
    return [song_file(folder / f"{seed}.mp3", SONG_S / 60, seed) for seed in range(n)]


def _our_model(bundle: Path, folder: Path) -> Path:
    """Make a model of ours from the weights in the musicnn package: the same network."""
    row = public_model("mtt-musicnn")
    source = WeightsSource(bundle, row.architecture, row.words)
    return import_weights(source, draft_card(source, row.name), folder / "models")[0]


def _started(peers: Peers, weights: Path, stack: ExitStack) -> list[Side]:
    assert peers.python is not None
    own = {name for name in DOES if name.startswith("our-")}
    pythons = dict.fromkeys(peers.sides, peers.python) | dict.fromkeys(own, Path(sys.executable))
    return [Side(name, pythons[name], weights, stack) for name in DOES if name in pythons]


def _print_tables(measured: dict[str, Measured], songs: list[Path]) -> int:
    """Print what every side took and how far ours is ahead; return 1 where a goal is missed."""
    import soundfile

    length_s = sum(soundfile.info(path).duration for path in songs)
    elapsed = {name: statistics.median(m.elapsed_s) for name, m in measured.items()}
    busy = {name: statistics.median(m.busy_s) for name, m in measured.items()}
    write = sys.stdout.write
    write(f"{len(songs)} songs, {length_s / 60:.0f} min; {n_cores()} processes a side\n\n")
    write("| what is done | × real time | processor s a song | ours with tags | ours, mel |\n")
    write("|---|---|---|---|---|\n")
    for name in measured:
        ratios = [f"{busy[name] / busy[ours]:.2f}" for ours in ("our-tags", "our-features")]
        cells = (DOES[name], f"{length_s / elapsed[name]:.0f}", f"{busy[name]:.2f}", *ratios)
        write("| " + " | ".join(cells) + " |\n")
    n_missed = 0
    write("\nThe last columns: processor time of that side over ours. Goals, ours with all:\n")
    for name, goal in GOALS.items():
        if name in measured:
            by_clock, by_busy = (t[name] / t["our-tags"] for t in (elapsed, busy))
            n_missed += by_busy < goal
            verdict = "met" if by_busy >= goal else "NOT MET"
            write(f"{name}: {by_clock:.2f} × by the clock, {by_busy:.2f} × by processor time "
                  f"(goal {goal:g} ×): {verdict}\n")  # fmt: skip
    if "musicnn" in measured:
        theirs, own = (
            np.array([measured[side].scores[song] for song in songs])
            for side in ("musicnn", "our-tags")
        )
        # 10 000 times a mel power in float16 is infinite from 6.6 on: loud music
        write(f"Same weights; scores of a song are up to {np.abs(theirs - own).max():.3f} apart, "
              "most where loud music overflows the package's 16-bit mel bands.\n")  # fmt: skip
    return 1 if n_missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
