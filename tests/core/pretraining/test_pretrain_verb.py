"""`rhythmcap pretrain`, from a folder like MagnaTagATune's to a model that one learns from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.cli import main
from core.cli.pretrain import _epoch_printer
from core.cli.terminal import Terminal
from core.exchange.model_files.model_archive import import_zip
from core.models.card import read_card
from core.models.checkpoint import load_checkpoint
from core.paths import folders
from core.pretraining.source_loop import SourceEpoch
from core.training.snapshot import network_songs
from tests.core.pretraining.test_data_set import mtat


@pytest.fixture
def data_set(tmp_path: Path) -> Path:
    (tmp_path / "mtat").mkdir()
    return mtat(tmp_path / "mtat", missing=(1,), sound=True)


def test_a_data_set_becomes_a_model_with_its_provenance(
    data_set: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["pretrain", str(data_set), "--architecture", "musicnn", "--epochs", "1"]
    assert main([*words, "--out", "mtat", "--json"]) == 0
    captured = capsys.readouterr()
    answer = json.loads(captured.out)
    assert answer["test"]["n_clips"] == 2
    assert "1 clip missing: 1/clip-1.mp3" in captured.err
    assert (answer["missing"], answer["failed"]) == (["1/clip-1.mp3"], [])
    card = read_card(Path(answer["path"]))
    assert (card.words, card.seed) == (("folk", "guitar"), 0)
    assert card.labels["data_set"] == "MagnaTagATune"
    assert len(network_songs(card)) == 5
    assert "CC BY-NC-SA" in card.licence
    assert main(["models", "list"]) == 0
    assert "mtat" in capsys.readouterr().out
    assert not list(folders().pretraining.iterdir())  # nothing is left of the run


@pytest.mark.slow
def test_a_data_set_becomes_a_zip_for_another_computer(data_set: Path, tmp_path: Path) -> None:
    words = ["pretrain", str(data_set), "--architecture", "musicnn", "--epochs", "1"]
    assert main([*words, "--out", str(tmp_path / "mtat.zip")]) == 0
    weights, _ = import_zip(tmp_path / "mtat.zip", tmp_path / "imported")
    assert load_checkpoint(weights).words == ("folk", "guitar")
    assert not list(folders().pretraining.iterdir())
    assert not folders().library_file.exists()


def test_an_unfinished_training_is_never_begun_anew_by_mistake(
    data_set: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["pretrain", str(data_set), "--architecture", "musicnn", "--out", "mtat"]
    assert main([*words, "--resume"]) == 1
    assert "no checkpoint" in capsys.readouterr().err
    checkpoint = folders().pretraining / "mtat.safetensors"
    checkpoint.parent.mkdir(parents=True)
    checkpoint.write_bytes(b"days of work")
    assert main(words) == 1
    assert "--resume" in capsys.readouterr().err
    assert main([*words, "--resume"]) == 1
    assert "damaged" in capsys.readouterr().err
    assert checkpoint.read_bytes() == b"days of work"


@pytest.mark.slow
def test_a_model_is_not_lost_where_it_cannot_be_delivered(
    data_set: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("no folder")
    words = ["pretrain", str(data_set), "--architecture", "fcn", "--epochs", "1"]
    assert main([*words, "--out", str(tmp_path / "file" / "mtat.zip"), "--json"]) == 1
    captured = capsys.readouterr()
    path = Path(json.loads(captured.out)["path"])
    assert f"models import {path}" in captured.err
    assert load_checkpoint(path).words == ("folk", "guitar")


def test_wrong_words_are_told(data_set: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pretrain", str(data_set), "--architecture", "nothing"]) == 2
    assert "musicnn" in capsys.readouterr().err
    assert main(["pretrain", str(data_set), "--architecture", "fcn", "--device", "cuda"]) == 1
    assert "--device cpu" in capsys.readouterr().err


@pytest.mark.parametrize(("clips_per_s", "n_rates"), [(12.0, 1), (0.0, 0)])
def test_an_epoch_that_read_nothing_tells_no_rate(
    capsys: pytest.CaptureFixture[str], clips_per_s: float, n_rates: int
) -> None:
    terminal = Terminal(as_json=False, quiet=False)
    with terminal.job("Learning") as job:
        _epoch_printer(terminal, job)(SourceEpoch(2, 3, 0.5, 0.6, 0.7, clips_per_s, 0.0))
    printed = capsys.readouterr().err
    assert "epoch 2 of 3" in printed
    assert printed.count("clips a second") == n_rates
