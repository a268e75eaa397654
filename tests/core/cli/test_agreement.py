"""`rhythmcap agreement`: words first, then numbers, as lines and as JSON."""

from __future__ import annotations

import json

import pytest

from core.cli import main
from core.library.edits.edits import Judge, JudgeAgain
from core.library.records import State
from core.library.store import Library
from core.paths import folders
from tests.support.annotator_songs import decide, two_annotators
from tests.support.small_songs import library_with, new_song, tag_id

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def compared() -> None:
    folders().library_file.parent.mkdir(parents=True)
    two_annotators(folders().library_file).close()


@pytest.mark.usefixtures("compared")
def test_words_come_first_and_a_rare_tag_is_marked(capsys: Captured) -> None:
    assert main(["agreement", "--between", "Ann", "Bo", "--songs"]) == 0
    written = capsys.readouterr()
    lines = written.out.splitlines()
    assert lines[0] == "kick: Of 20 songs that both judged, they agree on 16."
    kick = next(line for line in lines if line.startswith("kick  "))
    assert kick.split()[:4] == ["kick", "20", "16", "0"]
    assert ".800 (" in kick
    piano = next(line for line in lines if line.startswith("piano  "))
    assert piano.endswith("rare: read AC1")
    assert any("Ann yes, Bo no" in line for line in lines)
    assert "Songs with the rarer answer: 1" in written.err
    assert "4 disagreements" in written.err


@pytest.mark.usefixtures("compared")
def test_json_has_every_number_with_its_range_or_reason(capsys: Captured) -> None:
    assert main(["agreement", "--json", "--quiet", "--tags", "kick"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert [a["name"] for a in answer["annotators"]] == ["Ann", "Bo", "Cyd"]
    (kick,) = answer["tags"]
    assert kick["in_words"].startswith("Of 20 songs that two or more of 3")
    assert kick["raw"]["low"] < kick["raw"]["value"] < kick["raw"]["high"]
    assert kick["kappa"]["value"] is None
    assert "3" in kick["kappa"]["reason"]
    assert answer["disagreements"][0]["decisions"] == {"Ann": "yes", "Bo": "yes", "Cyd": "no"}


@pytest.mark.usefixtures("compared")
def test_an_unknown_tag_or_annotator_is_told(capsys: Captured) -> None:
    assert main(["agreement", "--tags", "nothing"]) == 2
    assert "codebook list" in capsys.readouterr().err
    assert main(["agreement", "--between", "Dan"]) == 2
    assert "Dan" in capsys.readouterr().err
    assert main(["agreement", "--between", "Ann"]) == 1
    assert "was decided on by two" in capsys.readouterr().err


def test_a_song_without_artist_is_its_title_alone(capsys: Captured) -> None:
    folders().library_file.parent.mkdir(parents=True)
    with Library.open(folders().library_file) as library:
        library.songs.add(new_song(1, artist=""))
        decide(library, "Ann", "kick", "+")
        library.do(Judge(1, tag_id(library, "kick"), State.NO))
    assert main(["agreement", "--songs"]) == 0
    written = capsys.readouterr()
    assert "  1  Song 1  " in written.out
    assert "?, without a name (1 decision)" in written.err


def test_with_oneself_where_songs_were_judged_again(capsys: Captured) -> None:
    folders().library_file.parent.mkdir(parents=True, exist_ok=True)
    with library_with(folders().library_file, 12) as library:
        kick = tag_id(library, "kick")
        for song_id in range(1, 13):
            library.do(Judge(song_id, kick, State.YES))
            library.do(JudgeAgain(song_id, kick, State.NO if song_id == 1 else State.YES))
    assert main(["agreement", "--own", "--json", "--quiet"]) == 0
    (tag,) = json.loads(capsys.readouterr().out)["tags"]
    assert (tag["tag"], tag["n_songs"], tag["n_agreed"]) == ("kick", 12, 11)
    assert main(["agreement", "--own", "--tags", "piano"]) == 1
    assert "judged again" in capsys.readouterr().err


@pytest.mark.usefixtures("compared")
@pytest.mark.parametrize("other", [["--between", "Ann", "Bo"], ["--songs"]])
def test_what_does_not_go_with_own_is_refused(capsys: Captured, other: list[str]) -> None:
    assert main(["agreement", "--own", *other]) == 2
    assert other[0] in capsys.readouterr().err
