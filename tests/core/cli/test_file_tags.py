"""The verbs write-tags and revert-tags: they show what changes, ask, write, and take it back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from mutagen.flac import FLAC

from core.cli import main
from tests.support.scan_in_process import import_in_process
from tests.support.small_songs import write_tone

Captured = pytest.CaptureFixture[str]
TO = ("--to", "rhythm=GENRE", "--to", "instruments=COMMENT")


@pytest.fixture
def song(tmp_path: Path, capsys: Captured) -> Path:
    """A song of the library with a genre, and two tags on it."""
    path = write_tone(tmp_path / "tone.flac")
    file = FLAC(path)
    file["genre"] = ["Rock\x1b[31m"]
    file.save()
    import_in_process(path)
    assert main(["tag", "1", "+kick", "+piano", "-q"]) == 0
    capsys.readouterr()
    return path


def answer(capsys: Captured, *argv: str, code: int = 0) -> Any:
    assert main(["--json", "--quiet", *argv]) == code
    return json.loads(capsys.readouterr().out)


def test_a_rehearsal_shows_the_change_and_writes_nothing(song: Path, capsys: Captured) -> None:
    data = song.read_bytes()
    assert main(["write-tags", *TO, "--dry-run"]) == 0
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        f"{song}  (Vorbis)",
        "    GENRE: Rock\\x1b[31m → kick",
        "    COMMENT: (nothing) → /* piano */",
    ]
    assert "1 file would be written, 0 not.\nNothing was changed" in err
    assert song.read_bytes() == data


def test_nothing_is_written_without_a_yes(song: Path, capsys: Captured) -> None:
    data = song.read_bytes()
    assert main(["write-tags", *TO]) == 0
    assert "Add --yes" in capsys.readouterr().err
    assert song.read_bytes() == data
    found = answer(capsys, "write-tags", *TO)
    assert (found["written"], found["skipped"]) == ([], [])
    assert found["files"][0]["fields"]["GENRE"]["after"] == ["kick"]


def test_tags_are_written_once_and_taken_back(song: Path, capsys: Captured) -> None:
    data = song.read_bytes()
    assert answer(capsys, "write-tags", *TO, "--yes")["written"] == [1]
    assert FLAC(song)["genre"] == ["kick"]
    assert answer(capsys, "write-tags", *TO, "--yes") == {
        "files": [], "written": [], "skipped": [],
    }  # fmt: skip
    assert answer(capsys, "import", str(song))["added"] == []
    rehearsed = answer(capsys, "revert-tags", "--dry-run")
    assert rehearsed["files"][0]["fields"]["GENRE"] == {
        "before": ["kick"], "after": ["Rock\x1b[31m"],
    }  # fmt: skip
    assert answer(capsys, "revert-tags", "--yes", "title:nothing")["written"] == []
    assert answer(capsys, "revert-tags", "--yes")["written"] == [1]
    assert song.read_bytes() == data
    assert main(["revert-tags", "--yes"]) == 0
    assert "Nothing that was written is left" in capsys.readouterr().err
    for verb in (("write-tags", *TO), ("revert-tags",)):
        assert main([*verb, "title:nothing"]) == 0
        assert "No song of the library fits that search." in capsys.readouterr().err


def test_a_map_may_stand_in_a_file(song: Path, tmp_path: Path, capsys: Captured) -> None:
    fields = tmp_path / "fields.txt"
    fields.write_text("# mine\nrhythm=TXXX:MY RHYTHM\n", encoding="utf-8")
    assert answer(capsys, "write-tags", "--map", str(fields), "--yes")["written"] == [1]
    assert FLAC(song)["my rhythm"] == ["kick"]


def test_what_is_not_written_is_told_and_is_no_success(song: Path, capsys: Captured) -> None:
    song.chmod(0o444)
    found = answer(capsys, "write-tags", *TO, "--yes", code=1)
    assert found["skipped"][0]["reason"] == "it is for reading only"
    assert main(["write-tags", *TO, "--yes"]) == 1
    assert "not written, it is for reading only" in capsys.readouterr().err


@pytest.mark.usefixtures("song")
def test_words_that_are_wrong_are_told(capsys: Captured) -> None:
    for argv, code, told in (
        ((), 2, "No category is to be written"),
        (("--to", "rhythm=TITLE"), 2, "means something else"),
        (("--to", "GENRE"), 2, "names no category"),
        (("--to", "nonsense=GENRE"), 2, "There is no category nonsense"),
        (("--map", "/nowhere/map.txt"), 1, "cannot be read"),
    ):
        assert main(["write-tags", *argv]) == code
        assert told in capsys.readouterr().err


def test_what_files_say_comes_in_as_decisions_and_undo_takes_it_back(
    song: Path, capsys: Captured
) -> None:
    file = FLAC(song)
    file["genre"], file["comment"] = ["Deep House; techno"], ["/* strings */"]
    file.save()
    fields = ("--field", "GENRE=genre", "--field", "COMMENT")
    rehearsed = answer(capsys, "import-labels", "--from-files", "--dry-run", *fields)
    assert rehearsed["dry_run"]
    assert main(["import-labels", "--from-files", "tone", *fields, "-q"]) == 0
    capsys.readouterr()
    tags = answer(capsys, "songs")[0]["tags"]
    wished = {"Deep House": "yes", "techno": "yes", "strings": "yes"}
    assert {name: tags[name] for name in wished} == wished
    assert main(["undo", "-q"]) == 0
    capsys.readouterr()
    assert set(answer(capsys, "songs")[0]["tags"]) == {"kick", "piano"}


@pytest.mark.usefixtures("song")
def test_one_source_of_labels_is_named(capsys: Captured) -> None:
    for argv in ((), ("labels.csv", "--from-files", "x")):
        assert main(["import-labels", *argv]) == 2
        assert "Either a file is read" in capsys.readouterr().err
