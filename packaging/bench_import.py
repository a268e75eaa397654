"""Import of a thousand songs: all cores work, a song costs what it costs among few, memory stays.

Machines are shared: what spinning processes get of the cores in the same minute is the reference.
"""

from __future__ import annotations

import multiprocessing
import tempfile
import time
from pathlib import Path

from bench_row import Row
from children import told_by

from core.library.scan.worker_pool import n_cores

FEW, SOME, MANY = 20, 200, 1000
SPIN_S = 3.0
USED, FLAT, GROWN_MB = 0.8, 1.2, 30.0


def run() -> list[Row]:
    """Rows about cores, the cost of a song, and memory."""
    with tempfile.TemporaryDirectory() as place:
        told = {
            n: told_by("import_cost.py", n, Path(place) / str(n), home=Path(place) / "home")
            for n in (FEW, SOME, MANY)
        }
    return [_cores(told[MANY]), _cost(told), _memory(told)]


def _cores(told: dict[str, float]) -> Row:
    """How many processors' worth of time an import gets, beside processes that only spin."""
    with multiprocessing.get_context("spawn").Pool(n_cores()) as pool:
        got = sum(pool.map(_spin, range(n_cores()), chunksize=1))
    used = told["busy_s"] / told["seconds"]
    ratio = round(used / got, 2)
    return Row(f"import of {MANY:,} songs: cores at work", f"{used:.2f}", f"spinning {got:.2f}",
               ratio, f"≥ {USED:g} ×", ratio >= USED)  # fmt: skip


def _spin(_number: int) -> float:
    """The share of a processor that a process gets when it wants all of it."""
    busy, begun = time.process_time(), time.perf_counter()
    while time.perf_counter() - begun < SPIN_S:
        pass
    return (time.process_time() - busy) / (time.perf_counter() - begun)


def _cost(told: dict[int, dict[str, float]]) -> Row:
    """Processor time a song; what starting costs is taken off by the import of few."""
    start_s = told[FEW]["busy_s"]
    some_s, many_s = ((told[n]["busy_s"] - start_s) / (n - FEW) for n in (SOME, MANY))
    ratio = round(many_s / some_s, 2)
    return Row(f"import: a song among {MANY:,} / among {SOME}", f"{many_s * 1e3:.1f} ms",
               f"{some_s * 1e3:.1f} ms", ratio, f"≤ {FLAT:g} ×", ratio <= FLAT)  # fmt: skip


def _memory(told: dict[int, dict[str, float]]) -> Row:
    grown = max(told[MANY][who] - told[SOME][who] for who in ("own_mb", "theirs_mb"))
    held = told[SOME]["own_mb"] + told[SOME]["theirs_mb"]
    return Row(f"import: memory added from {SOME} to {MANY:,} songs", f"{grown:.0f} MB",
               f"{held:.0f} MB held", round(grown / held, 2), f"≤ {GROWN_MB:g} MB",
               grown <= GROWN_MB)  # fmt: skip
