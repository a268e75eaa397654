"""`rhythmcap ledger`: sessions as lines and JSON, the same as CSV, and what is not counted."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from core.cli import main
from core.evaluation.time_ledger_records import COLUMNS
from core.library.edits.edits import Judge
from core.library.records import State
from core.paths import folders
from tests.support.small_songs import library_with, tag_id

Captured = pytest.CaptureFixture[str]
SECONDS = (0, 4, 10, 300, 306)


@pytest.fixture
def decided() -> None:
    folders().library_file.parent.mkdir(parents=True)
    with library_with(folders().library_file, 6) as library:
        for song_id, second in enumerate(SECONDS, start=1):
            library.do(Judge(song_id, tag_id(library, "kick"), State.YES))
            moment = f"2026-03-02T09:{second // 60:02}:{second % 60:02}.000Z"
            sql = "UPDATE journal SET created_at = ? WHERE group_id = ?"
            library.database.write(sql, (moment, song_id))


@pytest.mark.usefixtures("decided")
def test_lines_have_the_session_and_the_whole_and_breaks_are_told(capsys: Captured) -> None:
    assert main(["ledger"]) == 0
    written = capsys.readouterr()
    heads, session, whole, *_ = written.out.splitlines()
    assert heads.split()[0] == "began"
    assert session.split()[2:7] == ["0.3", "5", "5", "5", "6.0"]
    assert whole.split()[:3] == ["all", "0.3", "5"]
    assert "breaks, not counted: 1." in written.err
    assert "heard" not in heads  # nothing was recorded


@pytest.mark.usefixtures("decided")
def test_json_and_csv_hold_every_session(capsys: Captured, tmp_path: Path) -> None:
    table = tmp_path / "days.csv"
    assert main(["ledger", "--json", "--quiet", "--days", "--csv", str(table)]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["total"]["median_s"] == 6.0
    assert answer["guesses"]["seems_to_lead"] is False
    with table.open(newline="") as file:
        heads, day = list(csv.reader(file))
    assert tuple(heads) == COLUMNS
    assert dict(zip(heads, day, strict=True))["decisions"] == "5"


def test_a_library_without_decisions_says_so(capsys: Captured) -> None:
    folders().library_file.parent.mkdir(parents=True)
    library_with(folders().library_file, 1).close()
    assert main(["ledger"]) == 1
    assert "nothing one by one yet" in capsys.readouterr().err
