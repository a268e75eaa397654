"""What importing so many short songs takes: `import_cost.py SONGS FOLDER` says it.

seconds: from call to return; busy_s: of the processors, the scanning processes' start taken off;
memory_mb: the most this process held, and the most one scanning process held.
"""

from __future__ import annotations

import resource
import sys
import time
import wave
from pathlib import Path

import numpy as np
from children import tell

from core.features.cache import FeatureCache
from core.library.scan.importer import import_songs
from core.library.store import Library

RATE_HZ, SONG_S = 22_050, 4.0


def write_songs(folder: Path, n: int) -> None:
    """Short songs of noise, every one another."""
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
    """Import them into a new library."""
    write_songs(folder / "songs", n)
    with Library.open(folder / "library.db") as library:
        before, begun = _busy_s(), time.perf_counter()
        result = import_songs(library, [folder / "songs"], FeatureCache(folder / "cache"))
        seconds = time.perf_counter() - begun
    if len(result.added) != n:
        raise RuntimeError(f"{len(result.added)} of {n} songs were added")
    own, theirs = (resource.getrusage(who).ru_maxrss / 1024 for who in _WHO)
    return {
        "seconds": seconds, "busy_s": _busy_s() - before, "own_mb": own, "theirs_mb": theirs,
    }  # fmt: skip


_WHO = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)


def _busy_s() -> float:
    return sum(use.ru_utime + use.ru_stime for use in map(resource.getrusage, _WHO))


if __name__ == "__main__":
    tell(measure(int(sys.argv[1]), Path(sys.argv[2])))
