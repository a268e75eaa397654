"""`rhythmcap prevalence`: lines, JSON and CSV; a library without any draw."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from core.cli import main
from core.library.edits.edits import Judge
from core.library.queue_records import NewItem, NewQueue, QueueKind, Reason
from core.library.records import State
from core.paths import folders
from tests.support.small_songs import library_with, tag_id

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def drawn() -> None:
    folders().library_file.parent.mkdir(parents=True)
    with library_with(folders().library_file, 40) as library:
        items = [NewItem(number, Reason.RANDOM) for number in range(1, 31)]
        library.queues.start(NewQueue(QueueKind.SONGS, 0, 1.0), items)
        for number in range(1, 31):
            state = State.YES if number % 3 == 0 else State.NO
            library.do(Judge(number, tag_id(library, "kick"), state))


@pytest.mark.usefixtures("drawn")
def test_lines_and_table(capsys: Captured, tmp_path: Path) -> None:
    table = tmp_path / "shares.csv"
    assert main(["prevalence", "kick", "--csv", str(table)]) == 0
    written = capsys.readouterr()
    assert written.out.splitlines()[0].startswith("kick")
    assert "not to be cited" in written.err
    with table.open(newline="") as file:
        heads, whole, *_groups = csv.reader(file)
    assert dict(zip(heads, whole, strict=True))["judged_at_random"] == "30"


@pytest.mark.usefixtures("drawn")
def test_json_of_all_tags_by_artist(capsys: Captured) -> None:
    assert main(["prevalence", "--all", "--by", "artist", "--json", "--quiet"]) == 0
    (tag,) = json.loads(capsys.readouterr().out)["tags"]
    assert (tag["tag"], tag["all"]["n_random"], len(tag["groups"])) == ("kick", 30, 3)


def test_a_library_without_a_draw_says_what_to_do(capsys: Captured) -> None:
    folders().library_file.parent.mkdir(parents=True)
    library_with(folders().library_file, 1).close()
    assert main(["prevalence"]) == 1
    assert "at random" in capsys.readouterr().err
