"""The verb robustness, typed."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from core.cli import main
from core.library.store import Library
from core.model_store.registry import add_file
from core.paths import folders
from tests.support.learning_library import tiny_model
from tests.support.small_songs import write_tone


def test_a_model_is_measured_on_deformed_songs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    songs = [
        write_tone(tmp_path / f"Band {number} - Tone.wav", hz=200 + 300 * number, seconds=1.6)
        for number in range(3)
    ]
    assert main(["import", "--quiet", *map(str, songs)]) == 0
    with Library.open(folders().library_file) as library:
        library.models.set_active(add_file(library, tiny_model(folders().models)).id)
    for number in (1, 2, 3):
        sign = "-" if number == 2 else "+"
        assert main(["tag", "--quiet", "--new", str(number), f"{sign}low"]) == 0
    capsys.readouterr()
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
    assert main(["robustness", "--deformations", "reverb"]) == 2
    assert "time-stretch, pitch-shift" in capsys.readouterr().err
