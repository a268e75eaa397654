"""Import of a thousand songs: all cores work, time per song and memory stay constant.

Machines are shared: what spinning processes get of the cores in the same minute is the reference.
"""

from __future__ import annotations

import multiprocessing
import tempfile
import time
from pathlib import Path

from bench_row import Row
from child_process import run_script

from core.library.scan.worker_pool import n_cores

N_SMALL, N_MEDIUM, N_LARGE = 20, 200, 1000
SPIN_S = 3.0
MIN_CORES_RATIO, MAX_TIME_RATIO, MAX_GROWTH_MB = 0.8, 1.2, 30.0


def run() -> list[Row]:
    """Rows about cores, the cost of a song, and memory."""
    with tempfile.TemporaryDirectory() as folder:
        costs = {
            n: run_script("import_cost.py", n, Path(folder) / str(n), home=Path(folder) / "home")
            for n in (N_SMALL, N_MEDIUM, N_LARGE)
        }
    return [_cores(costs[N_LARGE]), _cost(costs), _memory(costs)]


def _cores(costs: dict[str, float]) -> Row:
    """Compare the processor time of an import with that of processes that only spin."""
    with multiprocessing.get_context("spawn").Pool(n_cores()) as pool:
        n_cores_spinning = sum(pool.map(_spin, range(n_cores()), chunksize=1))
    n_used = costs["busy_s"] / costs["seconds"]
    ratio = round(n_used / n_cores_spinning, 2)
    return Row(
        f"import of {N_LARGE:,} songs: cores at work", f"{n_used:.2f}",
        f"spinning {n_cores_spinning:.2f}", ratio, f"≥ {MIN_CORES_RATIO:g} ×",
        ratio >= MIN_CORES_RATIO,
    )  # fmt: skip


def _spin(_number: int) -> float:
    """Return the share of a processor that a spinning process gets."""
    busy, begun = time.process_time(), time.perf_counter()
    while time.perf_counter() - begun < SPIN_S:
        pass
    return (time.process_time() - busy) / (time.perf_counter() - begun)


def _cost(costs: dict[int, dict[str, float]]) -> Row:
    """Compare processor time per song; the small import is the cost of starting."""
    start_s = costs[N_SMALL]["busy_s"]
    medium_s, large_s = (
        (costs[n]["busy_s"] - start_s) / (n - N_SMALL) for n in (N_MEDIUM, N_LARGE)
    )
    ratio = round(large_s / medium_s, 2)
    return Row(
        f"import: a song among {N_LARGE:,} / among {N_MEDIUM}", f"{large_s * 1e3:.1f} ms",
        f"{medium_s * 1e3:.1f} ms", ratio, f"≤ {MAX_TIME_RATIO:g} ×", ratio <= MAX_TIME_RATIO,
    )  # fmt: skip


def _memory(costs: dict[int, dict[str, float]]) -> Row:
    growth_mb = max(costs[N_LARGE][key] - costs[N_MEDIUM][key] for key in ("own_mb", "theirs_mb"))
    held_mb = costs[N_MEDIUM]["own_mb"] + costs[N_MEDIUM]["theirs_mb"]
    return Row(f"import: memory added from {N_MEDIUM} to {N_LARGE:,} songs", f"{growth_mb:.0f} MB",
               f"{held_mb:.0f} MB held", round(growth_mb / held_mb, 2), f"≤ {MAX_GROWTH_MB:g} MB",
               growth_mb <= MAX_GROWTH_MB)  # fmt: skip
