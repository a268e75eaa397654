"""`rhythmcap queue`: made of whole songs or one tag, listed as lines, JSON and CSV."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from core.cli import main
from core.library.edits.edits import Judge
from core.library.queue_records import NewItem, NewQueue, QueueKind, Reason
from core.library.records import State
from core.library.store import Library
from core.paths import folders
from tests.support.small_songs import library_with, new_model, tag_id

Captured = pytest.CaptureFixture[str]
N_SONGS = 50


@pytest.fixture(autouse=True)
def scored() -> None:
    """Fifty songs with scores of kick, the first three judged."""
    folders().library_file.parent.mkdir(parents=True)
    with library_with(folders().library_file, N_SONGS) as library:
        kick = tag_id(library, "kick")
        model = library.models.add(new_model("trial", "kick", tag_ids=(kick,)))
        library.models.set_active(model.id)
        scores = np.random.default_rng(0).random(N_SONGS)
        library.predictions.put(model.id, {n + 1: scores[n : n + 1] for n in range(N_SONGS)})
        for number in (1, 2, 3):
            library.do(Judge(number, kick, State.YES))


def run(capsys: Captured, *words: str) -> dict[str, Any]:
    capsys.readouterr()
    assert main(["queue", *words, "--json", "--quiet"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_whole_songs_are_chosen_kept_and_listed(capsys: Captured) -> None:
    made = run(capsys, "make", "--songs", "20", "--random", "0.3", "--seed", "7")
    assert len(made["songs"]) == 20
    assert sum(one["random"] for one in made["songs"]) == 6
    judged = [one["reason"] for one in made["songs"] if one["song"] in {1, 2, 3}]
    assert set(judged) <= {"disagree"}
    assert run(capsys, "list") == made
    assert (
        run(capsys, "make", "--songs", "20", "--random", "0.3", "--seed", "7")["songs"]
        == (made["songs"])
    )
    with Library.open(folders().library_file) as library:
        assert len(library.queues.all(open_only=True)) == 1


def test_one_tag_by_doubt_by_score_and_by_tenths(capsys: Captured, tmp_path: Path) -> None:
    by_doubt = run(capsys, "make", "--tag", "kick", "--random", "0")["songs"]
    assert len(by_doubt) == N_SONGS - 3
    doubts = [abs(one["score"] - 0.5) for one in by_doubt]
    assert doubts[0] == min(doubts)
    by_score = run(capsys, "make", "--tag", "kick", "--random", "0", "--order", "score")["songs"]
    assert by_score[0]["score"] == max(one["score"] for one in by_score)
    table = tmp_path / "queue.csv"
    words = ("make", "--tag", "kick", "--strata", "--songs", "20", "--csv", str(table))
    made = run(capsys, *words)
    assert {one["reason"] for one in made["songs"]} == {"stratum"}
    assert not any(one["random"] for one in made["songs"])
    with table.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [int(row["song"]) for row in rows] == [one["song"] for one in made["songs"]]


def test_lines_mark_what_was_drawn_at_random(capsys: Captured) -> None:
    assert main(["queue", "make", "--tag", "kick", "--songs", "10", "--random", "0.2"]) == 0
    written = capsys.readouterr()
    marked = [line for line in written.out.splitlines() if " random  *" in line]
    assert len(marked) == 2
    assert "10 songs, 2 drawn at random" in written.err


def test_a_try_keeps_nothing(capsys: Captured) -> None:
    assert main(["queue", "make", "--songs", "5", "--dry-run"]) == 0
    assert main(["queue", "list"]) == 1
    assert "No queue is open" in capsys.readouterr().err


def test_what_is_to_be_heard_again_is_not_told_before_the_answer(capsys: Captured) -> None:
    with Library.open(folders().library_file) as library:
        kick = tag_id(library, "kick")
        new = NewQueue(QueueKind.WORD, 1, 0.2, kick, blind=True)
        library.queues.start(new, [NewItem(1, Reason.AGAIN, 0.9), NewItem(9, Reason.UNSURE, 0.5)])
    first, second = run(capsys, "list")["songs"]
    assert (first["reason"], first["random"], first["score"]) == ("random", True, None)
    assert (second["reason"], second["score"]) == ("unsure", None)
    with Library.open(folders().library_file) as library:
        library.do(Judge(9, kick, State.NO))
    assert run(capsys, "list")["songs"][1]["score"] == 0.5


@pytest.mark.parametrize(
    "words",
    [
        ["--strata"], ["--order", "score"], ["--tag", "nothing of the kind"], ["--random", "2"],
        ["--songs", "0"], ["--tag", "kick", "--order", "score", "--strata"],
    ],
)  # fmt: skip
def test_what_cannot_be_meant_is_refused(words: list[str]) -> None:
    assert main(["queue", "make", *words]) == 2


def test_nothing_left_is_said(capsys: Captured) -> None:
    with Library.open(folders().library_file) as library:
        for number in range(4, N_SONGS + 1):
            library.do(Judge(number, tag_id(library, "kick"), State.NO))
    assert main(["queue", "make", "--tag", "kick"]) == 1
    assert "No song is left" in capsys.readouterr().err
