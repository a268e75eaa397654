"""A head of words runs in onnxruntime with our numbers, and its card says what they are of."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnxruntime
import pytest

from core.cli import main
from core.errors import TrainingError
from core.exchange.model_files.word_head_file import write_word_head
from core.features.cache import FeatureCache
from core.library.store import Library
from core.model_store.registry import model_path
from core.models.checkpoint import TaggingModel, load_checkpoint
from core.models.probe_form import probe_form, probe_network
from core.paths import folders
from core.training import word_head
from core.training.embeddings import embed_songs
from core.training.labels import sorted_songs
from core.training.word_head import fit_word_head
from tests.support.learning_library import make_library


@pytest.fixture
def library() -> Iterator[Library]:
    make_library()
    with Library.open(folders().library_file) as opened:
        yield opened


def model_of(library: Library) -> TaggingModel:
    active = library.models.active()
    assert active is not None
    return load_checkpoint(model_path(active))


def test_onnxruntime_scores_songs_as_the_head_does(library: Library, tmp_path: Path) -> None:
    model, cache = model_of(library), FeatureCache(folders().features)
    labels = library.annotations.labels()
    head = fit_word_head(model, labels, cache)
    difference, card_file = write_word_head(head, model.card, tmp_path / "out" / "ear.onnx")
    assert difference <= 1e-4

    session = onnxruntime.InferenceSession(str(tmp_path / "out" / "ear.onnx"))
    probed = probe_form(model)
    block = probe_network(probed).blocks[0]
    songs = embed_songs(probed, sorted_songs(labels), cache).values[:, : block.width]
    (scores,) = session.run(["scores"], {"embedding": songs})
    assert np.abs(scores - head.scores(songs)).max() <= 1e-4
    states = sorted_songs(labels).states
    for word, column in zip(head.words, scores.T, strict=True):
        truth = states[:, labels.tag_names.index(word)]
        assert column[truth == 1].mean() > column[truth == 0].mean() + 0.1

    card = json.loads(card_file.read_text(encoding="utf-8"))
    assert card["words"] == ["low", "high"]
    assert card["input"]["shape"] == ["n", block.width]
    assert card["learned_from"]["tags"]["low"]["songs"] == 32
    props = session.get_modelmeta().custom_metadata_map
    assert json.loads(props["words"]) == card["words"]


def test_a_network_trained_on_own_songs_is_no_public_one(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_head, "network_songs", lambda _card: frozenset({"0" * 32}))
    with pytest.raises(TrainingError, match="nobody else computes"):
        fit_word_head(
            model_of(library), library.annotations.labels(), FeatureCache(folders().features)
        )


def test_the_verb_writes_head_and_card(
    library: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library.close()
    path = tmp_path / "ear.onnx"
    assert main(["--json", "-q", "models", "head", "starter", str(path)]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["words"], told["songs"]) == (["low", "high"], 32)
    assert path.is_file()
    assert path.with_suffix(".json").is_file()
    assert main(["-q", "models", "head", "starter", str(tmp_path / "ear.zip")]) == 2
