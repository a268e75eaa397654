"""`make bench [NAME…]`: every goal of the design, measured against a reference in the same run.

Each bench_*.py beside this file has run() -> list[Row]. Machines are noisy: read the ratios.
"""

from __future__ import annotations

import importlib
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench_row import Row

FOLDER = Path(__file__).parent
NOT_BENCHES = {
    "bench_row", "bench_library_maker", "bench_learning", "bench_queue", "bench_peers",
}  # fmt: skip


def bench_names(names: list[str]) -> Iterator[str]:
    """Yield the modules of the benches to run: all, or those named on the command line."""
    for path in sorted(FOLDER.glob("bench_*.py")):
        name = path.stem
        if name not in NOT_BENCHES and (not names or name.removeprefix("bench_") in names):
            yield name


def table_line(row: Row) -> str:
    """Write one row of the table."""
    verdict = "met" if row.met else "NOT MET"
    cells = (row.what, row.measured, row.reference, row.ratio, row.goal, verdict)
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def main(names: list[str]) -> int:
    """Print the table row by row; 1 when a goal is not met."""
    sys.stdout.write("| what | measured | reference | ratio | goal | met |\n")
    sys.stdout.write("|---|---|---|---|---|---|\n")
    n_missed = 0
    for name in bench_names(names):
        start_s = time.perf_counter()
        for row in importlib.import_module(name).run():
            n_missed += not row.met
            sys.stdout.write(table_line(row) + "\n")
            sys.stdout.flush()
        sys.stderr.write(f"{name}: {time.perf_counter() - start_s:.0f} s\n")
    return 1 if n_missed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
