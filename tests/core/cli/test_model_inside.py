"""The verb models inside: ranks of all layers, and the singular values as a table."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from core.cli import main
from tests.support.learning_library import make_library


def test_layers_are_listed_and_their_singular_values_written(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    make_library()
    capsys.readouterr()
    table = tmp_path / "values.csv"
    assert main(["--json", "models", "inside", "starter", "--csv", str(table)]) == 0
    written = capsys.readouterr()
    found = json.loads(written.out)
    assert [bank["shape"] for bank in found["filters"]] == [[6, 1, 3, 3]]
    first = found["layers"][0]
    assert 1 < first["effective_rank"] <= first["random_rank"] + 1 <= 7
    assert first["changed"] is None
    rows = list(csv.DictReader(table.read_text().splitlines()))
    assert float(rows[0]["singular_value"]) == 1.0
    assert "written: " in written.err
    lost = tmp_path / "no folder" / "values.csv"
    assert main(["models", "inside", "starter", "--csv", str(lost)]) == 1
    assert f"values.csv cannot be written: it is not there. ({lost})" in (capsys.readouterr().err)
    assert main(["models", "inside", "nowhere"]) == 2
