"""import-labels counts with --dry-run what it then reports, and what it does."""

from __future__ import annotations

import csv
import json
import random
from pathlib import Path
from typing import Any

import pytest

from core.cli import main
from core.library.edits.edits import Judge, JudgeRegion, RetireTag
from core.library.records import State
from core.library.store import Library
from core.paths import folders
from tests.support.round_trips import DecisionKey, add_songs, decisions, tag_id

Captured = pytest.CaptureFixture[str]
WORDS = (
    "kick", "KICK", "ki-ck", "piano", "theremin", "There-min", "acapella", "acappella", "",
    "x" * 300,
)  # fmt: skip
HEAD = ("path", "category", "tag", "state", "start_s", "end_s", "intensity", "annotator",
        "split", "created_at")  # fmt: skip


@pytest.fixture(autouse=True)
def library(tmp_path: Path) -> None:
    """The user's library, with four songs, some of them judged."""
    folders().library_file.parent.mkdir(parents=True, exist_ok=True)
    with Library.open(folders().library_file, annotator="Ann") as library:
        add_songs(library, tmp_path)
        kick, piano = tag_id(library, "kick"), tag_id(library, "piano")
        library.do(
            Judge(1, kick, State.YES), Judge(2, kick, State.NO), Judge(2, piano, State.UNSURE),
            JudgeRegion(1, piano, 1.0, 2.0, State.NO),
        )  # fmt: skip


def kept() -> set[DecisionKey]:
    with Library.open(folders().library_file) as library:
        return decisions(library)


def long_table(rng: random.Random, path: Path) -> None:
    """Write a table of any decisions, good and bad ones."""
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(HEAD)
        for _ in range(rng.randrange(1, 40)):
            song = rng.randrange(1, 7)
            start = rng.choice(("", "1", "5", "30", "abc"))
            end = "" if start == "" else rng.choice(("2", "7.5", "11", "99", ""))
            rows.writerow((
                f"song {song}.wav", rng.choice(("", "found")), rng.choice(WORDS),
                rng.choice(("yes", "no", "?", "1", "0", "", "loud")), start, end,
                rng.choice(("", "", "0.5", "70%", "7")), rng.choice(("", "Ann", "Bo", " ann ")),
                rng.choice(("", "train", "test")), rng.choice(("", "05/06/2021", "44329")),
            ))  # fmt: skip


def wide_table(rng: random.Random, path: Path) -> None:
    """Write a table with a column a tag, a list of words, a number and a note."""
    tags = rng.sample(WORDS[:8], rng.randrange(2, 6))
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("id", "path", "note", "genres", *tags))
        for number in range(rng.randrange(1, 8)):
            states = [rng.choice(("1", "0", "?", "", "", "so-so")) for _ in tags]
            genres = rng.choice(("", "['rock']", "['rock', 'Rock', 'pop']", "[1]"))
            song = f"song {rng.randrange(1, 7)}.wav"
            rows.writerow((number, song, rng.choice(("", "loud")), genres, *states))


def answer(capsys: Captured, *argv: str) -> tuple[Any, int]:
    """Return a verb's answer, parsed from JSON, and its exit code."""
    code = main(["--json", "--quiet", *argv])
    return json.loads(capsys.readouterr().out), code


@pytest.mark.parametrize("seed", range(8))
def test_a_dry_run_counts_what_the_import_reports_and_does(
    seed: int, tmp_path: Path, capsys: Captured
) -> None:
    rng = random.Random(seed)
    path = tmp_path / "any.csv"
    (long_table if seed % 2 else wide_table)(rng, path)
    options = [
        *("--missing", rng.choice(("no", "unjudged"))),
        *("--conflicts", rng.choice(("mine", "theirs", "both"))),
        *rng.choice(((), ("--annotator", "Zoë"), ("--annotator", "Ann"))),
    ]
    before = kept()
    dry, dry_code = answer(capsys, "import-labels", str(path), *options, "--dry-run")
    assert kept() == before
    done, code = answer(capsys, "import-labels", str(path), *options)
    after, counts = kept(), done["counts"]
    assert dry.pop("dry_run") is not done.pop("dry_run")
    assert (dry, dry_code) == (done, code)
    assert len(after) - len(before) == counts["new"]
    assert len(after - before) == counts["new"] + counts["changed"]
    assert code == int(not any(
        counts[kind] for kind in ("new", "changed", "same", "notes", "words", "aliases", "sides")
    ))  # fmt: skip
    again, _ = answer(capsys, "import-labels", str(path), *options, "--dry-run")
    kinds = ("new", "changed", "notes", "words", "aliases", "sides")
    assert {kind: again["counts"][kind] for kind in kinds} == dict.fromkeys(kinds, 0)


def test_words_alone_come_in_and_are_told_to(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "a.csv"
    path.write_text("path,tag\nelsewhere/song 9.wav,theremin\nelsewhere/song 9.wav,Ki-ck\n")
    assert main(["import-labels", str(path), "--dry-run"]) == 0
    assert "Only words would come in: 1 new tag, 1 other name." in capsys.readouterr().err
    assert main(["import-labels", str(path)]) == 0
    assert "Only words come in: 1 new tag, 1 other name." in capsys.readouterr().err
    with Library.open(folders().library_file) as library:
        assert library.codebook.find("theremin") is not None
    assert main(["import-labels", str(path)]) == 1


def test_regions_beyond_a_song_and_words_alike_are_told(tmp_path: Path, capsys: Captured) -> None:
    path = tmp_path / "a.csv"
    path.write_text(
        "path,tag,start_s,end_s\nsong 1.wav,kick,5,99\nsong 1.wav,kick,50,99\n"
        "song 1.wav,acapella,1,2\nsong 1.wav,acappella,1,2\nsong 1.wav,hi-hat,1,2\n"
        "song 1.wav,hihat,1,2\n"
    )
    assert main(["import-labels", str(path), "--dry-run"]) == 0
    told = capsys.readouterr()
    assert "1 on regions that end after their song: cut off there." in told.err
    assert "1 on regions that begin after their song ends: left out." in told.err
    lines = told.out.splitlines()
    assert "new tag: Imported: acapella (looks like the new acappella)" in lines
    assert "same new tag: hihat = hi-hat" in lines
    assert any(line.startswith("line 2: “kick” ends at 99.0 s") for line in lines)
    assert any(line.startswith("line 3: “kick” begins at 50.0 s") for line in lines)


def test_a_retired_tag_is_named(tmp_path: Path, capsys: Captured) -> None:
    with Library.open(folders().library_file) as library:
        library.do(RetireTag(tag_id(library, "kick")))
    table = tmp_path / "table.csv"
    table.write_text("path,tag,state\nsong 3.wav,kick,yes\n", encoding="utf-8")
    assert main(["import-labels", str(table), "--dry-run"]) == 0
    assert "retired: kick: its decisions come in" in "".join(capsys.readouterr())
