"""The verb robustness, typed."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from core.audio.deformations import Condition
from core.cli import main
from core.cli.robustness import robustness_lines, robustness_remarks
from core.evaluation.robustness_records import ConditionResult, Robustness
from core.metrics.metric_records import Estimate
from tests.support.robustness_library import fill_library


@pytest.mark.slow
def test_a_model_is_measured_on_deformed_songs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill_library(tmp_path)
    table = tmp_path / "robustness.csv"
    words = ["robustness", "--deformations", "level,mono", "--csv", str(table)]
    assert main([*words, "--json"]) == 0
    captured = capsys.readouterr()
    answer = json.loads(captured.out)
    assert answer["n_songs"] == 3
    assert [item["deformation"] for item in answer["conditions"]] == ["level"] * 4 + ["mono"]
    assert answer["conditions"][-1]["score_change"]["value"] == 0.0
    assert "robustness.csv" in captured.err
    rows = list(csv.DictReader(table.open(encoding="utf-8", newline="")))
    assert {row["tag"] for row in rows} == {"", "low"}


def test_a_deformation_that_there_is_not_names_those_there_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["robustness", "--deformations", "level,reverb"]) == 2
    error = capsys.readouterr().err
    assert "“reverb”" in error
    assert "time-stretch, pitch-shift" in error


def test_the_table_names_what_it_rests_on() -> None:
    number = Estimate(0.8, 0.7, 0.9)
    fall = Estimate(-0.05, -0.09, -0.01)
    louder = ConditionResult(
        Condition("level", 6.0), 9, number, number, fall, fall, number, {}, 0.125,
        tuple((Path(f"/music/{name}.wav"), "It is silent.") for name in "abcde"),
        Estimate(0.95, 0.9, 0.98),
    )  # fmt: skip
    found = Robustness(
        "my ear", number, (louder,), 9, 7, 2, 3, 1, 300.0, 0,
        left_out=(("mp3", "There is no ffmpeg."),), n_judged=9, n_words=50,
    )  # fmt: skip
    _, row, undeformed, basis = robustness_lines(found)
    assert row.startswith("level")
    assert ".800 (.700–.900)  -.050 (-.090 … -.010)" in row
    assert row.endswith(".800 (.700–.900)  .950 (.900–.980)")
    assert undeformed == "undeformed: WAUC .800 (.700–.900) on 9 songs by 7 artists"
    assert "on 9 judged songs" in basis
    assert "the 50 words it knows" in basis
    remarks = "\n".join(robustness_remarks(found))
    for part in (
        "not done: mp3, There is no ffmpeg.", "2 songs that it learned from count",
        "left out, as it learned from them: 3 songs", "of 1 song only the middle 300 s",
        "level, 6 dB: 12.50% of the samples", "/music/c.wav", "not scored either: 2 songs",
    ):  # fmt: skip
        assert part in remarks
    assert "/music/d.wav" not in remarks
