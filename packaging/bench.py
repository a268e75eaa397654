"""`make bench`: every number the design promises, measured against a reference in the same run.

Each bench_*.py beside this file offers run() -> list[Row]. Machines are noisy: read the ratios.
"""

from __future__ import annotations

import importlib
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from bench_row import Row

HERE = Path(__file__).parent
NOT_BENCHES = {"bench_row", "bench_library_maker"}


def benches(wanted: list[str]) -> Iterator[str]:
    """Names of the benches to run: all of them, or those named on the command line."""
    for path in sorted(HERE.glob("bench_*.py")):
        name = path.stem
        if name not in NOT_BENCHES and (not wanted or name.removeprefix("bench_") in wanted):
            yield name


def line(row: Row) -> str:
    """One row of the table."""
    verdict = "met" if row.met else "NOT MET"
    cells = (row.what, row.measured, row.reference, row.ratio, row.goal, verdict)
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def main(wanted: list[str]) -> int:
    """Print the table as it grows; 1 when a number is not met."""
    sys.stdout.write("| what | measured | reference | ratio | goal | met |\n")
    sys.stdout.write("|---|---|---|---|---|---|\n")
    missed = 0
    for name in benches(wanted):
        begun = time.perf_counter()
        for row in importlib.import_module(name).run():
            missed += not row.met
            sys.stdout.write(line(row) + "\n")
            sys.stdout.flush()
        sys.stderr.write(f"{name}: {time.perf_counter() - begun:.0f} s\n")
    return 1 if missed else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
