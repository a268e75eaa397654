"""A report's files are there together or not at all, and its tables explain their columns."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest

from core.errors import ExchangeError
from core.jobs import Cancelled
from core.reports.report_files import write_report
from core.reports.report_records import ReportData, ReportOptions
from tests.support.report_data import DAY, TAGS, report_data


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> ReportData:
    return report_data(
        tmp_path_factory.mktemp("report"), ReportOptions(DAY, "Ears", "Rossi, Ada", True)
    )


class StoppedAt:
    """A job that is cancelled at its nth check."""

    def __init__(self, n: int) -> None:
        self.n = n

    def report(self, done: float, total: float, what: str = "") -> None:
        """Nobody looks."""

    def check(self) -> None:
        self.n -= 1
        if self.n < 0:
            raise Cancelled


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_tables_lie_beside_the_page_with_the_same_numbers(data: ReportData, tmp_path: Path) -> None:
    files = write_report(data, tmp_path / "ears.html")
    names = ["ears.html", "ears-tags.csv", "ears-scores.csv", "ears-columns.csv"]
    assert [file.name for file in files] == names
    page = (tmp_path / "ears.html").read_text(encoding="utf-8")
    assert all(name in page for name in names[1:])
    tags = {row["tag"]: row for row in rows(tmp_path / "ears-tags.csv")}
    assert set(tags) == set(TAGS)
    auc = data.evaluation.per_tag["low"].auc
    assert auc is not None
    assert float(tags["low"]["auc"]) == pytest.approx(auc, abs=1e-6)
    assert tags["rare"]["auc_low"] == ""
    assert "at least 5" in tags["rare"]["auc_reason"]
    scores = rows(tmp_path / "ears-scores.csv")
    assert len(scores) == 60 * 3
    assert {row["decision"] for row in scores} == {"yes", "no"}


def test_every_column_is_explained(data: ReportData, tmp_path: Path) -> None:
    write_report(data, tmp_path / "ears.html")
    explained = {(row["file"], row["column"]) for row in rows(tmp_path / "ears-columns.csv")}
    for name in ("ears-tags.csv", "ears-scores.csv"):
        for column in rows(tmp_path / name)[0]:
            assert (name, column) in explained


def test_a_cancel_leaves_all_as_it_was(data: ReportData, tmp_path: Path) -> None:
    (tmp_path / "ears.html").write_text("before")
    for n in range(5):
        with pytest.raises(Cancelled):
            write_report(data, tmp_path / "ears.html", job=StoppedAt(n))
        assert [path.name for path in tmp_path.iterdir()] == ["ears.html"]
    assert (tmp_path / "ears.html").read_text() == "before"


def test_a_file_that_cannot_be_written_leaves_none(data: ReportData, tmp_path: Path) -> None:
    (tmp_path / "ears-scores.csv").mkdir()
    with pytest.raises(ExchangeError, match=r"ears\.html cannot be written"):
        write_report(data, tmp_path / "ears.html")
    assert [path.name for path in tmp_path.iterdir()] == ["ears-scores.csv"]
    with pytest.raises(ExchangeError):
        write_report(data, tmp_path / "absent" / "ears.html")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told(data: ReportData) -> None:
    with pytest.raises(ExchangeError):
        write_report(data, Path("/dev/full"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_device_gets_the_page_alone(data: ReportData) -> None:
    assert write_report(data, Path(os.devnull)) == (Path(os.devnull),)
