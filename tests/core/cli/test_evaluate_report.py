"""`evaluate --report`, typed: the page has the numbers that the verb prints."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.cli import main
from core.reports.number_texts import metric_text
from tests.support.learning_library import make_library


def test_the_page_has_the_numbers_that_are_printed_also_where_it_cannot_be_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_library()
    page = tmp_path / "report.html"
    words = ["evaluate", "--report", str(page), "--author", "Rossi, Ada", "--date", "2026-01-31"]
    assert main([*words, "--scores", "--json"]) == 0
    captured = capsys.readouterr()
    answer = json.loads(captured.out)
    text = page.read_text(encoding="utf-8")
    auc = answer["per_tag"]["low"]["auc"]
    low, high = answer["per_tag"]["low"]["intervals"]["auc"]
    assert f"{metric_text(auc)} ({metric_text(low)}–{metric_text(high)})" in text
    assert "Rossi, Ada" in text
    assert "Made on 2026-01-31" in text
    assert f"{answer['n_songs']} songs by 16 artists" in text
    assert "looked at 1 time;" in text
    for name in ("report-tags.csv", "report-scores.csv", "report-columns.csv"):
        assert name in captured.err
        assert (tmp_path / name).exists()
    assert main(["evaluate", "--report", str(tmp_path / "absent" / "report.html")]) == 1
    captured = capsys.readouterr()
    assert "WAUC" in captured.out, "the answer is there all the same"
    assert "report.html cannot be written" in captured.err
    assert list(tmp_path.glob("absent*")) == []


def test_a_date_is_a_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "--report", str(tmp_path / "r.html"), "--date", "yesterday"]) == 2
    assert "a day such as 2026-01-31" in capsys.readouterr().err
