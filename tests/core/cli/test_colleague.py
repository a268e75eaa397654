"""`rhythmcap ask`, `answer` and `merge-answer`: from one computer to another and back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from core.cli import main
from core.library.edits.edits import Judge
from core.library.records import State
from core.library.store import Library
from core.paths import folders
from tests.support.scan_in_process import import_in_process
from tests.support.small_songs import tag_id, write_tone

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def music(tmp_path: Path) -> Path:
    folder = tmp_path / "music"
    folder.mkdir()
    for number in (1, 2, 3):
        write_tone(folder / f"Tone {number}.wav", hz=200 * number, seconds=number + 0.5)
    return folder


def answer_of(capsys: Captured, *argv: str, code: int = 0) -> Any:
    assert main(["--json", "--quiet", *argv]) == code
    return json.loads(capsys.readouterr().out)


def test_a_request_is_answered_and_merged(tmp_path: Path, music: Path, capsys: Captured) -> None:
    assert main(["import", str(music), "--quiet"]) == 0
    for song, sign in (("1", "+"), ("2", "-"), ("3", "+")):
        assert main(["tag", song, f"{sign}kick", "--annotator", "Ann", "--quiet"]) == 0
    capsys.readouterr()
    ask = tmp_path / "post" / "ann.rhythmcap-ask"
    ask.parent.mkdir()
    options = ("--annotator", "Ann", "--tags", "kick", "--songs", "3", "--seed", "4")
    written = answer_of(capsys, "ask", str(ask), *options, "--blind")
    assert (written["songs"], written["tags"]) == (3, ["kick"])
    assert (written["decisions"], written["blind"]) == (0, True)

    found = answer_of(capsys, "answer", str(ask), "--audio", str(music), "--annotator", "Bo")
    theirs = Path(found["library"])
    assert theirs == ask.with_suffix(".db")
    assert (found["found"], found["decided"], found["to_decide"]) == (3, 0, 3)
    with Library.open(theirs, annotator="Bo") as library:
        kick = tag_id(library, "kick")
        library.do(*(Judge(n, kick, State.YES) for n in library.songs.all_ids().tolist()))
    out = tmp_path / "post" / "bo.rhythmcap-answer"
    made = answer_of(capsys, "answer", str(ask), "--write", str(out), "--annotator", "Bo")
    assert (made["annotator"], made["decisions"]) == ("Bo", 3)

    merge = ("merge-answer", str(out), "--annotator", "Ann")
    would = answer_of(capsys, *merge, "--dry-run")
    assert (would["new"], would["dry_run"]) == (3, True)
    done = answer_of(capsys, *merge)
    assert (done["annotator"], done["new"], done["lost"]) == ("Bo", 3, 0)
    assert done["tags"][0]["in_words"] == "Of 3 songs that both judged, they agree on 2."
    assert answer_of(capsys, *merge)["same"] == 3
    assert main(["undo", "--quiet"]) == 0
    with Library.open(folders().library_file) as library:
        assert [annotator.name for annotator in library.colleagues.ears()] == ["Ann"]


def test_what_is_wrong_is_told(tmp_path: Path, music: Path, capsys: Captured) -> None:
    import_in_process(music)
    ask = tmp_path / "ann.rhythmcap-ask"
    assert main(["ask", str(ask), "--tags", "nothing"]) == 2
    assert main(["ask", str(ask), "title:nowhere", "--tags", "kick"]) == 1
    assert "these are 0" in capsys.readouterr().err
    assert not ask.exists()
    assert main(["ask", str(ask), "--tags", "kick", "--quiet"]) == 0
    assert main(["answer", str(ask), "--annotator", "Bo"]) == 1, "no song was looked for"
    assert "0 of 3 songs found" in capsys.readouterr().out
    assert main(["answer", str(ask), "--annotator", "Bo", "--write", str(tmp_path / "x")]) == 1
    assert "Nothing was decided" in capsys.readouterr().err
    assert main(["merge-answer", str(ask)]) == 1
    told = capsys.readouterr().err
    assert "a request, not an answer" in told
    assert "run `rhythmcap answer`" in told
    assert main(["import-labels", str(ask)]) == 1
    assert capsys.readouterr().err == told
    assert not (tmp_path / "x").exists()


def test_decisions_that_are_not_blind_come_along_under_their_own_name(
    tmp_path: Path, music: Path, capsys: Captured
) -> None:
    import_in_process(music)
    assert main(["tag", "1", "+kick", "--annotator", "Ann", "--quiet"]) == 0
    ask = tmp_path / "ann.rhythmcap-ask"
    assert main(["ask", str(ask), "--tags", "kick", "--annotator", "Ann", "--quiet"]) == 0
    assert main(["answer", str(ask), "--audio", str(music), "--annotator", "Bo", "-q"]) == 0
    with Library.open(ask.with_suffix(".db"), annotator="Bo") as library:
        assert [tag.name for tag in library.codebook.tags()] == ["kick"]
        assert len(library.songs.all_ids()) == 1
        beside = library.colleagues.on_song(1)[tag_id(library, "kick")]
        assert [(one.annotator, one.state) for one in beside] == [("Ann", State.YES)]
    assert main(["answer", str(ask), "--annotator", "Ann"]) == 1
    assert "under another name" in capsys.readouterr().err


def test_whoever_answers_may_be_new_and_is_told_who_asks_and_what_is_missing(
    tmp_path: Path, music: Path, capsys: Captured
) -> None:
    import_in_process(music)
    assert main(["tag", "1", "+kick", "--annotator", "Ann", "--quiet"]) == 0
    ask = tmp_path / "ann.rhythmcap-ask"
    options = ("--tags", "kick", "--annotator", "Ann", "--note", "Grüße", "--quiet")
    assert main(["ask", str(ask), *options]) == 0
    capsys.readouterr()
    assert main(["answer", str(ask)]) == 1
    told = capsys.readouterr()
    assert "Ann asks about 1 tag of 1 song: kick.\n“Grüße”\n" in told.err
    assert "--audio FOLDER" in told.err
    assert "not found: Tone 1.wav (Tone 1, 0:02)" in told.out
    assert main(["answer", str(ask), "--annotator", "Bo", "--audio", str(music)]) == 0
    assert "1 of 1 song found" in capsys.readouterr().out
