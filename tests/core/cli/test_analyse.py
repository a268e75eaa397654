"""`rhythmcap analyse`: plan, parts, status and collecting, by lines, JSON and exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from core.cli import main
from core.features.cache import FeatureCache
from core.library.store import Library
from core.paths import folders
from core.scores import as_stored
from tests.support.scan_in_process import import_in_process
from tests.support.small_collection import planned, run, write_music
from tests.support.synthetic_songs import parent_file

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def music(tmp_path: Path) -> Path:
    return write_music(tmp_path / "music", 3, 1.0)


@pytest.fixture
def model(tmp_path: Path) -> Path:
    return parent_file(tmp_path / "models")


def test_a_folder_is_planned_analysed_and_collected(
    tmp_path: Path, music: Path, model: Path, capsys: Captured
) -> None:
    (music / "broken.mp3").write_bytes(b"no music")
    out = str(tmp_path / "out")
    named = [str(music), "--out", out, "--model", str(model), "--workers", "1"]
    assert main(["analyse", *named, "--plan", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["songs"] == 4
    assert main(["analyse", *named]) == 0
    written = capsys.readouterr()
    assert "broken.mp3" in written.out
    assert "3 done, 1 failed" in written.err
    assert main(["analyse", "--status", out]) == 0
    assert "1/1   finished" in capsys.readouterr().out
    assert main(["analyse", "--status", out, "--json"]) == 0
    status = json.loads(capsys.readouterr().out)
    assert (status["done"], status["failed"], status["seconds_left"]) == (3, 1, 0.0)
    assert main(["analyse", "--collect", out, "--json"]) == 0
    collected = json.loads(capsys.readouterr().out)
    assert (collected["added"], collected["waiting"], len(collected["failed"])) == (3, 0, 1)
    assert collected["scored"] == {"parent": 3}


def test_what_is_collected_is_what_predict_stores(
    tmp_path: Path, music: Path, model: Path, capsys: Captured
) -> None:
    import_in_process(music)
    folder = planned(tmp_path / "out", music, model)
    run(folder)
    assert main(["analyse", "--collect", str(folder.path)]) == 0
    assert "0 added, 3 there already" in capsys.readouterr().err
    song = music / "song 01.wav"
    with Library.open(folders().library_file) as library:
        known = library.songs.by_path(song)
        row = library.models.get("parent")
        assert known is not None
        assert row is not None
        stored = library.predictions.get(known.id, row.id)
        library.predictions.delete(row.id)
    assert stored is not None
    assert main(["predict", str(song), "--model", "parent", "--json", "--quiet"]) == 0
    (answer,) = json.loads(capsys.readouterr().out)
    predicted = as_stored(np.array([answer["scores"][word] for word in row.words], np.float32))
    assert np.allclose(stored, predicted, atol=1e-3)
    own = FeatureCache(folders().features)
    assert any(own.folder.rglob("embedding2-*.npy"))
    assert main(["analyse", "--collect", str(folder.path), "--json", "--quiet"]) == 0
    assert json.loads(capsys.readouterr().out)["scored"] == {"parent": 3}


def test_parts_need_no_library(
    tmp_path: Path, music: Path, model: Path, capsys: Captured, home: Path
) -> None:
    folder = planned(tmp_path / "out", music, model)
    part = ["analyse", "--out", str(folder.path), "--shard", "1/1", "--workers", "1", "--json"]
    assert main(part) == 0
    assert json.loads(capsys.readouterr().out)["n_done"] == 3
    assert not (home / "data" / "library.db").exists()


def test_a_library_and_its_model_in_use_are_the_default(
    tmp_path: Path, music: Path, capsys: Captured
) -> None:
    import_in_process(music)
    assert main(["analyse", "--out", str(tmp_path / "out"), "--plan", "--json"]) == 0
    plan = json.loads(capsys.readouterr().out)
    assert plan["songs"] == 3
    assert len(plan["models"]) == 1


def test_a_list_may_come_from_stdin(
    tmp_path: Path, music: Path, model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stdin:
        def read(self) -> str:
            return "\n".join(map(str, sorted(music.iterdir())[:2]))

    monkeypatch.setattr("sys.stdin", Stdin())
    named = ["analyse", "-", "--out", str(tmp_path / "out"), "--model", str(model), "--plan"]
    assert main(named) == 0
    folder = planned(tmp_path / "out", music, model)
    assert len(folder.read_plan().songs) == 2


@pytest.mark.parametrize(
    ("words", "code", "expected"),
    [
        (["--shard", "5/4"], 2, "is no part"),
        (["--shard", "nonsense"], 2, "is no part"),
        (["/nowhere"], 2, "There is no folder or file"),
        (["--model", "no such model"], 2, "no such model"),
        (["--workers", "0"], 2, "no whole number"),
    ],
)
def test_wrong_words_are_said(
    words: list[str], code: int, expected: str, tmp_path: Path, capsys: Captured
) -> None:
    assert main(["analyse", "--out", str(tmp_path / "out"), *words]) == code
    assert expected in capsys.readouterr().err
    assert main(["analyse"]) == 2


def test_a_folder_without_music_or_without_collection_is_said(
    tmp_path: Path, capsys: Captured
) -> None:
    (tmp_path / "empty").mkdir()
    assert main(["analyse", str(tmp_path / "empty"), "--out", str(tmp_path / "out")]) == 1
    assert "no sound file" in capsys.readouterr().err
    assert main(["analyse", "--status", str(tmp_path / "empty")]) == 1
    assert "no collection" in capsys.readouterr().err
    assert main(["analyse", "--collect", str(tmp_path / "gone")]) == 1
    assert "not there any more" in capsys.readouterr().err
