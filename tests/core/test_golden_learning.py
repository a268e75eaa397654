"""The same learning gives the same weights and scores as when the golden numbers were kept.

On processors of the kind that made them almost nothing may differ, and nothing at all where the
environment has RHYTHMCAP_GOLDEN_EXACT. Other processors sum in another order, or compute in numbers
of 16 or 32 bits, and learning magnifies that: there, only what is counted must be equal, and scores
must be alike.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.models.card import read_card
from core.paths import resource
from tests.support import golden_rounds as golden

EXACT = bool(os.environ.get("RHYTHMCAP_GOLDEN_EXACT"))
CLOSE = {"rtol": 1e-4, "atol": 1e-5}
COARSE = {"rtol": 5e-2, "atol": 5e-2}
COUNTED = (
    "words", "tag_ids", "architecture", "n_train", "n_measured", "measured_by", "new_sides",
    "left_out", "depth", "epochs_done",
)  # fmt: skip
ALIKE = 0.15  # mean distance of scores of two rounds on two kinds of processor
STARTER = resource("starter.safetensors")


@pytest.fixture(scope="module")
def kept() -> golden.Arrays:
    """All arrays that were kept."""
    with np.load(golden.GOLDEN_FILE) as file:
        return {name: file[name] for name in file.files}


@pytest.fixture(scope="module")
def facts(kept: golden.Arrays) -> dict[str, Any]:
    """What was kept as text: facts of each round, and measures."""
    found: dict[str, Any] = json.loads(str(kept["facts"]))
    return found


@pytest.fixture
def tolerance(facts: dict[str, Any]) -> dict[str, float]:
    """How far numbers may be apart on this machine."""
    return CLOSE if golden.arithmetic() == facts["arithmetic"] else COARSE


def part(kept: golden.Arrays, name: str) -> golden.Arrays:
    """The arrays under a name."""
    return {
        key.removeprefix(f"{name}/"): v for key, v in kept.items() if key.startswith(f"{name}/")
    }


def compare(found: golden.Arrays, expected: golden.Arrays, tolerance: dict[str, float]) -> None:
    """The same arrays of the same numbers."""
    assert sorted(found) == sorted(expected)
    for name, values in expected.items():
        assert found[name].shape == values.shape, name
        if EXACT:
            np.testing.assert_array_equal(found[name], values, name)
        else:
            np.testing.assert_allclose(found[name], values, **tolerance, err_msg=name)


def compare_facts(found: Any, expected: Any, tolerance: dict[str, float], where: str = "") -> None:
    """The same facts, numbers in them within the tolerance."""
    if isinstance(expected, dict):
        assert list(found) == list(expected), where
        for key, value in expected.items():
            compare_facts(found[key], value, tolerance, f"{where}.{key}")
    elif isinstance(expected, list):
        assert len(found) == len(expected), where
        for index, (value, released) in enumerate(zip(found, expected, strict=True)):
            compare_facts(value, released, tolerance, f"{where}[{index}]")
    elif isinstance(expected, float) and not EXACT:
        close = pytest.approx(expected, rel=tolerance["rtol"], abs=tolerance["atol"])
        assert found == close, where
    else:
        assert found == expected, where


def test_the_starter_is_the_released_one(facts: dict[str, Any]) -> None:
    """With another starter model, keep new numbers: packaging/keep_golden_learning.py."""
    assert read_card(STARTER).weights_digest == facts["starter"]


@pytest.mark.parametrize(
    "name",
    [pytest.param(name, marks=pytest.mark.slow) if name == "lstm" else name
     for name in sorted(golden.ROUNDS)],
)  # fmt: skip
def test_a_round_gives_the_weights_and_scores_it_gave(
    name: str, tmp_path: Path, kept: golden.Arrays, facts: dict[str, Any],
    tolerance: dict[str, float],
) -> None:  # fmt: skip
    found, round_facts = golden.golden_round(name, tmp_path)
    expected = facts[name]
    if tolerance is COARSE and not EXACT:
        shapes = {key: values.shape for key, values in found.items()}
        assert shapes == {key: values.shape for key, values in part(kept, name).items()}
        assert json.loads(json.dumps([round_facts[key] for key in COUNTED])) == [
            expected[k] for k in COUNTED
        ]
        assert np.abs(found["scores"] - part(kept, name)["scores"]).mean() < ALIKE
        return
    round_facts = json.loads(json.dumps(round_facts))
    digests = round_facts.pop("digest"), expected["digest"]
    compare_facts(
        round_facts, {key: expected[key] for key in expected if key != "digest"}, tolerance
    )
    compare(found, part(kept, name), tolerance)
    assert not EXACT or digests[0] == digests[1]


def test_the_rounds_do_learn(facts: dict[str, Any]) -> None:
    for name in ("temporal", "everything", "lstm"):
        assert facts[name]["epochs_done"] == len(facts[name]["epochs"]) > 1
    assert facts["temporal"]["depth"] == "temporal"
    assert facts["everything"]["best_epoch"] > 0
    for name in ("classifier", "lstm"):
        assert facts[name]["wauc_after"] > facts[name]["wauc_before"]
        assert facts[name]["left_out"] == ["lonely"]


@pytest.mark.parametrize("number", range(len(golden.SEEDS)))
def test_a_song_is_composed_and_seen_as_it_was(number: int) -> None:
    found, expected = golden.composed(number), golden.released_songs()[number]
    assert found.shape == expected.shape
    if EXACT:
        np.testing.assert_array_equal(found, expected)
    apart = np.abs(found.astype(np.float32) - expected.astype(np.float32))
    assert float(np.quantile(apart, 0.999)) < 0.1
    assert float(apart.mean()) < 0.01


@pytest.mark.parametrize("number", range(len(golden.SEEDS)))
def test_the_starter_predicts_what_it_predicted(
    number: int, kept: golden.Arrays, tolerance: dict[str, float]
) -> None:
    found = golden.arrays_of(golden.predict(STARTER, golden.released_songs()[number]))
    assert len(found["taggram"]) > 1
    compare(found, part(kept, f"heard/{number}"), tolerance)


def test_measures_and_comparisons_are_what_they_were(facts: dict[str, Any]) -> None:
    compare_facts(golden.measured(), facts["measured"], {"rtol": 1e-9, "atol": 1e-12})
