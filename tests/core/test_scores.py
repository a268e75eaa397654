"""Scores as they are stored and written."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from core.scores import as_stored, score_text, to_stored


def test_only_a_score_of_one_reads_one() -> None:
    scores = (0.994, 0.996, 0.99999, 1.0)
    assert [score_text(score) for score in scores] == [".99", ".99", ".99", "1.0"]
    stored = as_stored(np.array(scores, np.float32))
    assert [score_text(float(score)) for score in stored] == [".99", ".99", ".99", "1.0"]


@given(st.floats(0.0, 1.0, width=32))
def test_what_is_stored_twice_is_the_same(score: float) -> None:
    once = as_stored(np.array([score], np.float32))
    assert to_stored(once).astype(np.float32) == once
    assert abs(float(once[0]) - score) < 5e-4
