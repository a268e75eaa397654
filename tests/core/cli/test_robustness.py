"""The verb robustness, typed."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from core.cli import main
from core.features.analyse import identify_song
from core.features.cache import FeatureCache
from core.library.edits.edits import AddTag, JudgeMany
from core.library.records import State
from core.library.store import Library
from core.model_store.registry import add_file
from core.paths import folders
from tests.support.learning_library import tiny_model
from tests.support.small_songs import new_song, tag_id, write_tone


def fill_library(folder: Path) -> None:
    """Three judged songs and a model with the word."""
    folders().data.mkdir(parents=True)
    with Library.open(folders().library_file) as library:
        details = library.codebook.find_category("details").id
        library.do(AddTag("low", details))
        for number in (1, 2, 3):
            path = write_tone(folder / f"{number}.wav", hz=200 + 300 * number, seconds=1.6)
            audio_hash = identify_song(path, FeatureCache(folders().features)).audio_hash
            song, _ = library.songs.add(new_song(number, audio_hash=audio_hash, path=path))
            state = State.NO if number == 2 else State.YES
            library.do(JudgeMany((song,), tag_id(library, "low"), state))
        library.models.set_active(add_file(library, tiny_model(folders().models)).id)


def test_a_model_is_measured_on_deformed_songs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fill_library(tmp_path)
    table = tmp_path / "robustness.csv"
    words = ["robustness", "--deformations", "level,mono", "--csv", str(table)]
    assert main([*words, "--json"]) == 0
    captured = capsys.readouterr()
    answer = json.loads(captured.out)
    assert answer["n_songs"] == 3
    assert [item["deformation"] for item in answer["conditions"]] == ["level"] * 4 + ["mono"]
    assert answer["conditions"][-1]["score_change"]["value"] == 0.0
    assert "robustness.csv" in captured.err
    rows = list(csv.DictReader(table.open(encoding="utf-8", newline="")))
    assert {row["tag"] for row in rows} == {"", "low"}
    assert main(["robustness", "--deformations", "reverb"]) == 2
    assert "time-stretch, pitch-shift" in capsys.readouterr().err
