"""The whole making of a starter, in miniature, where the sound banks are installed."""

from __future__ import annotations

from pathlib import Path

import make_starter_model
import pytest
import sound_banks
from sound_banks import BANKS, FOLDER_VARIABLE, SoundBankError
from starter import recordings
from starter.recordings import make_recordings

from core.models.checkpoint import load_checkpoint

SMALLEST = "timgm6mb"


def test_a_missing_bank_is_named_before_anything_is_rendered(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    absent = sound_banks.SoundBank("fluid", (("/nowhere/a.sf2", "a-soundfont"),), "MIT", "")
    monkeypatch.setitem(BANKS, "fluid", absent)
    monkeypatch.setenv(FOLDER_VARIABLE, str(tmp_path))
    assert make_starter_model.main(["--out", str(tmp_path / "made")]) == 1
    assert "apt install a-soundfont" in capsys.readouterr().err
    assert not (tmp_path / "made").exists()


@pytest.mark.slow
def test_a_starter_is_made_and_loads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the smallest bank in all places, since it loads at once."""
    try:
        recordings.load_banks([SMALLEST])
    except SoundBankError as error:
        pytest.skip(str(error))
    monkeypatch.setattr(make_starter_model, "TRAINED_BANKS", (SMALLEST,))
    options = ["--pieces", "40", "--tests", "20", "--epochs", "1", "--song-steps", "2"]
    folder = tmp_path / "recordings"
    made = make_starter_model.main(
        [*options, "--recordings", str(folder), "--out", str(tmp_path / "made")]
    )
    assert made == 0
    model = load_checkpoint(tmp_path / "made" / "starter.safetensors")
    assert model.card.architecture == "cnn_lstm"
    assert model.card.settings["pieces"] == 40
    assert len(model.card.metrics["per_tag"]) == len(model.words)
    files = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    again = make_recordings(folder, make_starter_model.TRAIN_SEED, 40, (SMALLEST,), print)
    assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == files
    assert len(again) == 40
    assert again.log_mel(0).shape[0] == 96
