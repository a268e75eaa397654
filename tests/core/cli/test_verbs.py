"""The verbs do on a terminal what the window does; data on stdout, messages on stderr."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile

from core.cli import main
from core.library.edits.split_edits import StoreSplit
from core.library.store import Library
from core.model_store.registry import add_file
from core.models.card import ModelCard, read_card
from core.models.checkpoint import save_checkpoint
from core.models.choi_lstm import ChoiConfig, ChoiLstm
from core.paths import folders
from tests.support.scan_in_process import import_in_process
from tests.support.small_songs import write_tone
from tests.support.tensorflow_bundles import tensorflow_tensors, write_bundle

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def songs(tmp_path: Path) -> Path:
    """Three tones and a file that is no sound."""
    folder = tmp_path / "songs"
    folder.mkdir()
    for number, hz in enumerate((220, 440, 880)):
        write_tone(folder / f"Band {number} - Tone {hz}.wav", hz=hz, seconds=2.0)
    (folder / "broken.mp3").write_bytes(b"this is no sound")
    return folder


@pytest.fixture
def imported(songs: Path) -> Path:
    import_in_process(songs)
    return songs


def answer(capsys: pytest.CaptureFixture[str], *argv: str, code: int = 0) -> Any:
    """Return a verb's answer, parsed from JSON."""
    assert main(["--json", "--quiet", *argv]) == code
    return json.loads(capsys.readouterr().out)


def register_tiny_model() -> None:
    """A small model with fresh weights, in use."""
    import torch

    from core.features.recipe import RECIPES

    torch.manual_seed(1)
    config = ChoiConfig(
        n_tags=2, n_frames=64, channels=(4, 4), pools=((4, 4), (4, 2)), hidden=8,
        classifier_hidden=8,
    )  # fmt: skip
    from dataclasses import asdict

    card = ModelCard("tiny", "choi_lstm", asdict(config), RECIPES["thesis"], ("kick", "piano"))
    path = save_checkpoint(folders().models, card, ChoiLstm(config))
    with Library.open(folders().library_file) as library:
        library.models.set_active(add_file(library, path).id)


def test_import_lists_added_songs_and_failures(
    songs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first = answer(capsys, "import", str(songs))
    assert len(first["added"]) == 3
    assert [Path(failure["path"]).name for failure in first["failed"]] == ["broken.mp3"]
    assert "broken.mp3" in first["failed"][0]["reason"]
    again = answer(capsys, "import", str(songs))
    assert (again["added"], len(again["already"])) == ([], 3)


def test_import_counts_remarks_apart_from_failures(
    songs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cut = next(songs.glob("*880.wav"))
    cut.write_bytes(cut.read_bytes()[:40_000])
    assert main(["import", str(songs)]) == 0
    stderr = capsys.readouterr().err
    for line in ("3 added", "1 could not be read.", "1 read with a remark:"):
        assert line in stderr
    other = songs / "other.wav"
    other.write_bytes(cut.read_bytes()[:30_000])
    found = answer(capsys, "import", str(other))
    assert (len(found["added"]), found["failed"]) == (1, [])
    assert [Path(remark["path"]).name for remark in found["remarks"]] == ["other.wav"]


def test_import_of_nothing_readable_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "junk.wav").write_bytes(b"junk")
    assert answer(capsys, "import", str(tmp_path / "junk.wav"), code=1)["added"] == []


def test_a_missing_path_that_was_named_is_a_failure_and_paths_are_absolute(
    songs: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(songs)
    good = next(songs.glob("*220.wav")).name
    assert main(["import", "missing.wav", good]) == 1
    assert f"{songs / 'missing.wav'}: " in capsys.readouterr().out
    assert main(["import", "."]) == 0, "a broken file inside a folder is told"
    assert str(songs / "broken.mp3") in capsys.readouterr().out
    write_tone(Path(good), hz=333, seconds=0.6)
    assert main(["import", good]) == 0
    assert f"{songs / good} holds another sound now" in capsys.readouterr().err
    assert main(["songs", "title:nothing"]) == 0
    assert "0 songs." in capsys.readouterr().err
    (songs / "model.safetensors").write_bytes(b"none")
    assert main(["models", "import", "model.safetensors"]) == 1
    assert str(songs / "model.safetensors") in capsys.readouterr().err


def test_one_is_not_many(imported: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["songs", "title:220"]) == main(["songs"]) == 0
    assert capsys.readouterr().err.splitlines()[-2:] == ["1 song.", "3 songs."]
    del imported


def test_tags_are_decided_found_and_changed(
    imported: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tagged = answer(capsys, "tag", "1", "+kick", "-piano", "?dark")
    assert tagged["tags"] == {"kick": "yes", "piano": "no", "dark": "unsure"}
    title = tagged["title"]
    assert answer(capsys, "tag", title, "=piano")["tags"] == {"kick": "yes", "dark": "unsure"}
    path = str(next(imported.glob("*220.wav")))
    assert answer(capsys, "tag", path, "+slow")["path"] == path
    listed = answer(capsys, "songs")
    assert next(len(song["tags"]) for song in listed if song["id"] == 1) >= 2
    assert len(listed) == 3


@pytest.mark.usefixtures("imported")
def test_the_rest_can_be_no_and_readiness_says_what_words_need(
    capsys: pytest.CaptureFixture[str],
) -> None:
    rest = answer(capsys, "tag", "1", "+kick", "?bass", "--rest-no")["tags"]
    assert (rest["kick"], rest["bass"], rest["drums"]) == ("yes", "unsure", "no")
    assert len(rest) == 6  # of rhythm
    assert answer(capsys, "tag", "2", "-kick", "+piano")["tags"] == {"kick": "no", "piano": "yes"}
    words = {word["tag"]: word for word in answer(capsys, "readiness", code=1)}
    assert words["kick"]["can_be_learned"]
    assert words["piano"]["needs"] == ["no"]
    assert main(["readiness"]) == 1
    shown = capsys.readouterr()
    assert "1 yes, no song judged no" in shown.out
    assert "1 of 7 tags can be learned, from 2 judged songs." in shown.err
    everything = answer(capsys, "tag", "3", "+kick", "--rest-no-all")["tags"]
    assert len(everything) == 63


@pytest.mark.usefixtures("imported")
def test_an_unknown_tag_is_an_error_without_new(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["tag", "1", "+theremin"]) == 2
    assert "no tag “theremin”" in capsys.readouterr().err
    assert answer(capsys, "tag", "1", "--new", "--", "+theremin", "-h")["tags"] == {
        "theremin": "yes",
        "h": "no",
    }


@pytest.mark.usefixtures("imported")
def test_wrong_usage_exits_with_two_a_failure_with_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["dance"]) == 2
    assert main(["tag", "1"]) == 2
    assert main(["tag", "1", "kick"]) == 2
    assert main(["tag", "no such song", "+kick"]) == 2
    assert main(["predict", "nowhere.flac"]) == 1
    captured = capsys.readouterr()
    assert captured.out in ("", "[]\n")


def test_a_model_predicts_songs_and_foreign_files(
    imported: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register_tiny_model()
    foreign = write_tone(tmp_path / "foreign.wav", seconds=3.0)
    predicted = answer(capsys, "predict", "1", str(foreign), "--taggram", "--model", "tiny")
    assert [song["model"] for song in predicted] == ["tiny", "tiny"]
    assert predicted[1]["path"] == str(foreign)
    for song in predicted:
        assert set(song["scores"]) == {"kick", "piano"}
        assert all(0 <= score <= 1 for score in song["scores"].values())
        taggram = song["taggram"]
        assert len(taggram["start_s"]) == len(taggram["scores"]["kick"])
    assert len(answer(capsys, "songs")) == 3, "a foreign file does not come into the library"
    del imported


@pytest.mark.usefixtures("imported")
def test_silence_and_half_a_second_get_a_reason_instead_of_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    register_tiny_model()
    short = write_tone(tmp_path / "short.wav", seconds=0.5)
    silent = tmp_path / "silent.wav"
    soundfile.write(silent, np.zeros(66_150, np.float32), 22_050)
    assert main(["predict", str(short), str(silent), "--model", "tiny"]) == 1
    captured = capsys.readouterr()
    assert f"shorter than 1 s. ({short})" in captured.err
    assert f"silent. ({silent})" in captured.err
    assert "kick" not in captured.out


def test_train_evaluate_and_models(imported: Path, capsys: pytest.CaptureFixture[str]) -> None:
    more = [
        write_tone(imported / f"Band {number} - More {number}.wav", hz=200 + 90 * number)
        for number in range(3, 15)
    ]
    answer(capsys, "import", *map(str, more))
    register_tiny_model()
    for song in answer(capsys, "songs"):
        high = int(song["id"]) % 2
        answer(capsys, "tag", str(song["id"]), "+kick" if high else "-kick", "+happy")
    learned = answer(capsys, "train", "--epochs", "2", "--seed", "3", "--name", "second")
    assert learned["model"] == "second"
    assert set(learned["metrics"]["per_tag"]) <= {"kick", "piano", "happy"}
    assert any(row["tag"] == "happy" for row in learned["left_out"]), "it has no no"
    assert learned["seconds"] > 0
    names = {model["name"]: model for model in answer(capsys, "models", "list")}
    assert names["second"]["parent"] == "tiny"
    assert names["tiny"]["active"]
    assert answer(capsys, "models", "use", "second") == {"active": "second"}
    assert answer(capsys, "models", "card", "second")["parent"] == "tiny"
    assert answer(capsys, "evaluate", "--all", "--model", "second")["model"] == "second"
    with Library.open(folders().library_file) as library:
        sounds = [song.audio_hash for song in library.songs.after(0, 9)]
        library.do(StoreSplit("mine", dict.fromkeys(sounds, "test")))
    tested = answer(capsys, "evaluate", "--all", "--model", "second", "--split", "mine")
    assert (tested["split"], tested["n_songs"]) == ("mine", 9)
    third = answer(capsys, "train", "--epochs", "1", "--name", "third", "--split", "mine")
    assert third["n_measured"] == learned["n_measured"] - 9
    assert main(["models", "remove", "second"]) == 1
    capsys.readouterr()
    file = next(folders().models.glob("second*.safetensors"))
    assert read_card(file).name == "second"
    answer(capsys, "models", "use", "tiny")
    answer(capsys, "models", "remove", "second")
    assert not file.exists()


def test_a_tensorflow_bundle_says_itself_what_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from core.models.catalogue import build_network
    from core.models.chunk_tagger import ChunkTagger

    network = build_network("vgg_2019", {"n_tags": 50}).eval()
    assert isinstance(network, ChunkTagger)
    folder = write_bundle(tmp_path / "MTT_vgg", tensorflow_tensors(network)).parent
    first = answer(capsys, "models", "import", str(folder))
    assert (first["model"], first["architecture"]) == ("MTT_vgg", "vgg_2019")
    assert first["words"][:2] == ["guitar", "classical"]
    monkeypatch.chdir(folder)
    assert answer(capsys, "models", "import", ".index", "--name", "two")["model"] == "two"
    folder.rename(tmp_path / "nameless")
    assert main(["models", "import", str(tmp_path / "nameless")]) == 1
    assert "--tags" in capsys.readouterr().err
    assert main(["models", "import", str(tmp_path)]) == 1


def test_export_writes_a_long_table_and_its_dictionary(
    imported: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(capsys, "tag", "1", "+kick", "?dark")
    exported = answer(capsys, "export", "--format", "csv", str(tmp_path / "out.csv"))
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {(row["tag"], row["state"]) for row in rows} == {("kick", "yes"), ("dark", "unsure")}
    assert exported["rows"] == 2
    with Path(exported["files"][1]).open(encoding="utf-8", newline="") as file:
        assert {row["column"] for row in csv.DictReader(file)} == set(rows[0])
    assert main(["export", str(tmp_path / "nowhere" / "out.csv")]) == 1
    assert "cannot be written" in capsys.readouterr().err
    del imported


def test_export_into_a_pipe_writes_the_table_alone(
    imported: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["tag", "1", "+kick"]) == 0
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as pool:
        read = pool.submit(pipe.read_text)
        assert main(["export", str(pipe)]) == 0
        assert len(read.result().splitlines()) == 2
    assert sorted(tmp_path.iterdir()) == sorted([imported, pipe, tmp_path / "home"])
    assert "-columns" not in capsys.readouterr().out


def test_a_loss_is_told_by_every_verb_and_never_called_well(
    imported: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folders().library_file
    earlier = path.read_bytes()
    assert main(["tag", "1", "+kick"]) == 0
    assert main(["tag", "2", "+kick"]) == 0
    capsys.readouterr()
    path.write_bytes(earlier)  # as a sync program puts an older one back
    assert main(["songs", "--quiet"]) == 0
    assert "Saved changes" in capsys.readouterr().err
    assert main(["doctor"]) == 0
    captured = capsys.readouterr()
    assert "Saved changes" in captured.out
    assert "All is well" not in captured.err
    assert "something was lost" in captured.err
    del imported


def test_doctor_reports_problems(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "doctor")["ok"]
    folders().library_file.parent.mkdir(parents=True)
    folders().library_file.write_bytes(b"not a library" * 100)
    report = answer(capsys, "doctor", code=1)
    assert any(finding["state"] == "problem" for finding in report["findings"])


def test_help_loads_no_heavy_package() -> None:
    program = (
        "import sys\nfrom core.cli import main\nassert main(['--help']) == 0\n"
        "heavy = {'torch', 'librosa', 'scipy', 'sklearn', 'PySide6'} & set(sys.modules)\n"
        "assert not heavy, heavy\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "rhythmcap" in done.stdout


def test_the_library_option_may_stand_before_or_behind_the_verb(
    tmp_path: Path, songs: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    elsewhere = tmp_path / "elsewhere.db"
    assert main(["--library", str(elsewhere), "import", str(songs), "--quiet"]) == 0
    capsys.readouterr()
    assert len(answer(capsys, "songs", "--library", str(elsewhere))) == 3
    assert answer(capsys, "songs") == []
    assert "kick" in answer(capsys, "tag", "--library", str(elsewhere), "1", "+kick")["tags"]
