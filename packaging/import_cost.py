"""The cost of importing short songs: `import_cost.py N_SONGS FOLDER` prints it.

seconds: from call to return; busy_s: processor time of all processes; own_mb, theirs_mb: the peak
memory of this process, and of one scanning process.
"""

from __future__ import annotations

import resource
import sys
import time
import wave
from pathlib import Path

import numpy as np
from child_process import print_result

from core.features.cache import FeatureCache
from core.library.scan.importer import import_songs
from core.library.store import Library

RATE_HZ, SONG_S = 22_050, 4.0
PROCESSES = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def write_songs(folder: Path, n: int) -> None:
    """Write short songs of noise, all different."""
    folder.mkdir(parents=True)
    draw = np.random.default_rng(n)
    for number in range(n):
        with wave.open(str(folder / f"{number:05d}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE_HZ)
            noise = draw.normal(0, 3000, round(RATE_HZ * SONG_S))
            file.writeframes(noise.astype("<i2").tobytes())


def measure(n: int, folder: Path) -> dict[str, float]:
    """Import n songs into a new library and measure it."""
    write_songs(folder / "songs", n)
    with Library.open(folder / "library.db") as library:
        busy_before_s, start_s = _busy_s(), time.perf_counter()
        result = import_songs(library, [folder / "songs"], FeatureCache(folder / "cache"))
        seconds = time.perf_counter() - start_s
    if len(result.added) != n:
        raise RuntimeError(f"{len(result.added)} of {n} songs were added")
    own, theirs = (resource.getrusage(process).ru_maxrss / 1024 for process in PROCESSES)
    return {
        "seconds": seconds, "busy_s": _busy_s() - busy_before_s, "own_mb": own, "theirs_mb": theirs,
    }  # fmt: skip


def _busy_s() -> float:
    return sum(use.ru_utime + use.ru_stime for use in map(resource.getrusage, PROCESSES))


if __name__ == "__main__":
    print_result(measure(int(sys.argv[1]), Path(sys.argv[2])))
