"""A process that is killed in the middle of a run loses no cell that was finished."""

from __future__ import annotations

import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import ExperimentError
from core.experiments.costs import Costs, expected_costs
from core.experiments.plan import Cell, Variant
from core.experiments.results import read_results
from core.experiments.results_table import COLUMNS, result_rows
from core.experiments.run_lock import run_lock
from tests.support.small_experiment import N_CELLS, PLAN, run_small

SECONDS = list(COLUMNS).index("seconds")
CHILD = """
import sys
from pathlib import Path
from tests.support.small_experiment import run_small

def before(number):
    print(number, flush=True)
    if number == int(sys.argv[2]):
        sys.stdin.read()  # until it is killed

run_small(Path(sys.argv[1]), before=before)
"""


def found(folder: Path) -> list[list[object]]:
    return [[*row[:SECONDS], *row[SECONDS + 1 :]] for row in result_rows(read_results(folder))]


def test_a_run_goes_on_where_its_process_was_killed(tmp_path: Path) -> None:
    run_small(tmp_path / "whole")
    for number in (0, N_CELLS // 2, N_CELLS - 1):
        folder = tmp_path / str(number)
        child = subprocess.Popen(
            [sys.executable, "-c", CHILD, str(folder), str(number)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert child.stdout is not None
        assert any(line.strip() == str(number) for line in child.stdout)
        with pytest.raises(ExperimentError) as told:
            run_small(folder)  # it is still at it
        assert told.value.id == "experiments.running"
        child.send_signal(signal.SIGKILL)
        child.communicate()
        report, fits = run_small(folder)
        assert (report.n_found, len(fits.given)) == (number, N_CELLS - number)
        assert found(folder) == found(tmp_path / "whole")


def test_a_lock_that_was_let_go_can_be_taken(tmp_path: Path) -> None:
    with run_lock(tmp_path):
        pass
    with run_lock(tmp_path), pytest.raises(ExperimentError), run_lock(tmp_path):
        pass


def test_what_cells_will_take_is_what_such_cells_took() -> None:
    known, other = Cell(Variant("rhythmcap"), 10, 0, "folds"), Cell(Variant("x"), 20, 0, "folds")
    deeper = replace(known, variant=Variant("rhythmcap", (("a", 1),)))
    line = {"system": "rhythmcap", "parameters": {}, "learned_from": 10, "deformation": None}
    lines = [{**line, "seconds": seconds} for seconds in (2.0, 90.0, 4.0)]
    lines += [{**line, "seconds": 0.0, "reason": "A file is gone."}] * 9  # tells of no time
    costs = expected_costs(
        [known, replace(known, budget=20), deeper, other], [*lines, {"cell": "cut"}],
        lambda cell: cell.budget or 0, {},
    )  # fmt: skip
    assert costs.seconds[:2] == (4.0, 8.0)
    assert costs.n_known == 2
    assert all(seconds > 0.0 for seconds in costs.seconds)
    spans = Costs((1.0, 3.0), 2).spans()
    assert spans == [(0.0, 0.25), (0.25, 0.75)]


def test_the_plan_of_other_metrics_shares_its_cells(tmp_path: Path) -> None:
    run_small(tmp_path)
    report, fits = run_small(tmp_path, replace(PLAN, metrics=("auc",)))
    assert (report.n_found, len(fits.given)) == (N_CELLS, 0)
