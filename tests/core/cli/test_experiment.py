"""The verbs about experiments: plans are listed, results shown, mistakes told."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from core.cli import main
from core.paths import folders
from tests.support.drawn_labels import bands, drawn_labels
from tests.support.small_experiment import N_CELLS, run_small


def test_plans_and_systems_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["experiment", "list", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert {"few-labels", "zoo"} <= {plan["name"] for plan in answer["plans"]}
    assert {"rhythmcap", "cepstra-logistic"} <= {system["name"] for system in answer["systems"]}
    assert main(["experiment", "list"]) == 0
    assert "few-labels" in capsys.readouterr().out


def test_results_are_shown_by_folder_and_by_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_small(folders().experiments / "small")
    table = tmp_path / "curves.csv"
    assert main(["experiment", "show", "small", "--json", "--csv", str(table)]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["plan"], answer["cells"], answer["finished"]) == ("small", N_CELLS, N_CELLS)
    assert {row["system"] for row in answer["results"]} == {"good", "poor"}
    assert len(table.read_text().splitlines()) == 1 + len(answer["results"])
    assert main(["experiment", "show", str(folders().experiments / "small")]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split()[:3] == ["tested", "system", "labelled"]
    assert "40 songs by 8 artists" in lines[-1]


def test_the_answer_is_there_also_where_its_table_cannot_be(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_small(tmp_path / "small")
    table = tmp_path / "no folder" / "curves.csv"
    assert main(["experiment", "show", str(tmp_path / "small"), "--csv", str(table)]) == 1
    answer = capsys.readouterr()
    assert "40 songs by 8 artists" in answer.out
    assert "curves.csv" in answer.err


def test_no_table_takes_the_place_of_the_library(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_small(tmp_path / "small")
    library = tmp_path / "my.db"
    library.write_bytes(b"decisions")
    words = ["--library", str(library), "experiment", "show", str(tmp_path / "small")]
    assert main([*words, "--csv", str(tmp_path / "small" / ".." / "my.db")]) == 2
    assert main([*words[:2], "ask", str(library), "--tags", "kick"]) == 2
    assert library.read_bytes() == b"decisions"
    assert "is the library itself" in capsys.readouterr().err


def test_mistakes_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["experiment", "run", "nonsense"]) == 2
    assert "few-labels" in capsys.readouterr().err
    plan = tmp_path / "plan.toml"
    plan.write_text('systems = ["nonsense"]')
    assert main(["experiment", "run", str(plan)]) == 1
    assert "plan.toml, line 1" in capsys.readouterr().err
    assert main(["experiment", "show", "nonsense"]) == 1
    assert "no results" in capsys.readouterr().err


def test_a_split_that_there_is_not_is_told_with_its_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = tmp_path / "plan.toml"
    plan.write_text('systems = ["rhythmcap"]\n\nsplit = "gtzan"')
    assert main(["experiment", "run", str(plan)]) == 1
    error = capsys.readouterr().err
    assert "plan.toml, line 3" in error
    assert "“gtzan”" in error
    assert "frozen_share" in error


def test_the_table_is_as_empty_as_the_lines_where_no_range_can_be_trusted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run_small(tmp_path / "few", labels=drawn_labels(bands(4, 24), n_tags=3))
    table = tmp_path / "few.csv"
    assert main(["experiment", "show", str(tmp_path / "few"), "--csv", str(table)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert all("–" in line.split() for line in lines[1:5])
    with table.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert all(row["value"] == row["difference"] == "" and row["reason"] for row in rows)
