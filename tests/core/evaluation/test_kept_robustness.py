"""A result is shown again as it was; a damaged file is none."""

from __future__ import annotations

from pathlib import Path

from core.audio.deformations import Condition
from core.evaluation.kept_robustness import keep_robustness, kept_file, load_robustness
from core.evaluation.robustness_records import (
    ConditionResult,
    KeptRobustness,
    Robustness,
    SongScope,
    TagRobustness,
)
from core.messages import Message, message
from core.metrics.metric_records import Estimate


def result() -> KeptRobustness:
    number, none = Estimate(0.8, 0.7, 0.9), Estimate(None, reason=message("metrics.no_tag"))
    tag = TagRobustness(4, 9, number, number, none, None)
    louder = ConditionResult(
        Condition("level", 6.0), 9, number, number, none, number, number, {"low": tag}, 0.125,
        ((Path("/music/a.wav"), message("metrics.no_song")),), number, {"low": -0.25},
    )  # fmt: skip
    left_out = (("mp3", message("metrics.no_song")),)
    found = Robustness(
        "my ear", number, (louder,), 9, 7, 2, 3, 1, 300.0, 0, left_out=left_out, n_judged=8,
        n_words=2,
    )  # fmt: skip
    return KeptRobustness(found, "2026-11-30T12:00:00+00:00", SongScope.ALL)


def test_a_result_comes_back_as_it_was_with_reasons_that_can_be_translated() -> None:
    path, kept = kept_file(Path("/somewhere/library.db"), "starter.safetensors"), result()
    assert load_robustness(path) is None
    keep_robustness(path, kept)
    again = load_robustness(path)
    assert again == kept
    assert isinstance(again.found.left_out[0][1], Message)
    assert isinstance(again.found.conditions[0].failed[0][1], Message)


def test_every_library_and_model_has_a_file_of_its_own() -> None:
    paths = {kept_file(Path(library), model) for library in "ab" for model in "xy"}
    assert len(paths) == 4


def test_a_damaged_file_is_no_result() -> None:
    path = kept_file(Path("/somewhere/library.db"), "starter.safetensors")
    keep_robustness(path, result())
    path.write_text(path.read_text(encoding="utf-8")[:-40], encoding="utf-8")
    assert load_robustness(path) is None
    path.write_text('{"format": "another", "version": 1}', encoding="utf-8")
    assert load_robustness(path) is None
