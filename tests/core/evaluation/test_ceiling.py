"""The ceiling: what another annotator agrees to, beside the model on the same decisions."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from sklearn.metrics import f1_score

from core.evaluation.ceiling import measure_ceilings
from core.evaluation.evaluation_records import ScoredCells
from tests.support.annotator_songs import decide, two_annotators

GROUPS = np.arange(20)


def test_annotator_and_model_are_compared_on_the_decisions_that_both_made(tmp_path: Path) -> None:
    with two_annotators(tmp_path / "library.db") as library:
        truth = np.array([[1]] * 10 + [[0]] * 10, np.int8)
        decided = truth == 1
        decided[:2] = False
        cells = ScoredCells(np.arange(1, 21), truth, decided.astype(np.float32), decided)
        bo, cyd = measure_ceilings(library, ("kick",), cells, GROUPS)
    other = np.array([1] * 9 + [0] * 8 + [1] * 3)
    assert (bo.annotator, bo.n_decisions, bo.n_songs, bo.n_artists) == ("Bo", 20, 20, 20)
    assert bo.annotator_f1.value == f1_score(truth[:, 0], other)
    assert bo.model_f1.value == f1_score(truth[:, 0], decided[:, 0])
    assert bo.annotator_f1.interval is not None
    assert bo.f1_above.interval is not None
    assert (cyd.n_decisions, cyd.annotator_f1.interval) == (3, None)
    assert cyd.annotator_f1.reason is not None


def test_a_model_that_copies_one_person_is_above_the_ceiling(tmp_path: Path) -> None:
    with two_annotators(tmp_path / "library.db") as library:
        decide(library, "Dee", "kick", "+-" * 10)
        truth = np.array([[1]] * 10 + [[0]] * 10, np.int8)
        cells = ScoredCells(np.arange(1, 21), truth, truth.astype(np.float32), truth == 1)
        found = {one.annotator: one for one in measure_ceilings(library, ("kick",), cells, GROUPS)}
    assert found["Dee"].is_below_model
    assert not found["Bo"].is_below_model, "four songs of twenty are within chance"
