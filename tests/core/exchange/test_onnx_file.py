"""A model gives the same scores in ONNX as in torch, on composed songs of any length."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
import pytest
import torch

from core.demo import RATE_HZ, short_song
from core.errors import ModelError
from core.exchange.model_files import onnx_file
from core.exchange.model_files.onnx_file import export_onnx, run_onnx
from core.features.recipe import RECIPES
from core.features.spectrogram import LogMel, log_mel
from core.models.card import ModelCard
from core.models.catalogue import ARCHITECTURES, build_network
from core.models.checkpoint import TaggingModel, load_checkpoint
from core.models.choi_lstm import STARTER
from core.models.model_records import LSTM_SUFFIX
from core.models.predict import predict_song
from core.models.public_taggers import PUBLIC_TAGGERS
from core.models.public_weights import draft_card, import_weights
from core.models.segments import fill_short, song_starts
from core.models.weights_source import WeightsSource

onnx = pytest.importorskip("onnx", reason="the extra “onnx” is not installed")
pytest.importorskip("onnxruntime", reason="the extra “onnx” is not installed")

WORDS = ("kick", "piano", "slow")
WITH_LSTM = {  # two segments of each, whole backbone included
    row.name + LSTM_SUFFIX: 1.1 * ARCHITECTURES[row.name].input_s for row in PUBLIC_TAGGERS
}


def random_model(architecture: str) -> TaggingModel:
    """A network with random weights."""
    from dataclasses import asdict

    torch.manual_seed(4)
    sizes = {**(asdict(STARTER) if architecture == "choi_lstm" else {}), "n_tags": len(WORDS)}
    network = build_network(architecture, sizes).eval()
    for parameter in network.parameters():
        if parameter.dim() > 1 and not parameter.any():  # Keras initialises gates with zeros
            torch.nn.init.xavier_uniform_(parameter)
    recipe = RECIPES[ARCHITECTURES[architecture].recipe]
    card = ModelCard(f"{architecture} trial", architecture, sizes, recipe, WORDS, licence="CC0")
    return TaggingModel(card, network, network.reduction, "cpu")


def composed(model: TaggingModel, seconds: float) -> np.ndarray:
    """Return the segments of a composed song, as the model takes it."""
    recipe = model.card.recipe
    once = short_song(3, "house", seconds / 3).mean(axis=1).astype(np.float32)
    sound = np.tile(once, 3) * np.linspace(0.2, 1.0, 3 * len(once), dtype=np.float32)
    features = LogMel(log_mel(sound, RATE_HZ, recipe), recipe, "song")
    length = model.network.segment_frames
    values = fill_short(features.values, length, recipe)
    starts = song_starts(values.shape[1], length, model.network.layout)
    segments = np.stack([values[:, start : start + length] for start in starts])
    return segments[:, 0] if recipe.is_waveform else segments


def enliven(model: TaggingModel, segments: np.ndarray) -> None:
    """Spread the scores over 0 to 1, so that a wrong copy of the network could not agree."""
    network = model.network
    with torch.no_grad():
        logits = network.classifier(
            network.reduction(torch.from_numpy(segments))
            if network.temporal is None
            else network.temporal(network.reduction(torch.from_numpy(segments)).unsqueeze(0))[0]
        )
        network.output.weight.div_(logits.std())
        network.output.bias.sub_(logits.mean()).div_(logits.std())


@pytest.mark.parametrize(
    ("architecture", "seconds"),
    [("choi_lstm", 70.0), ("musicnn", 8.0), *WITH_LSTM.items()],
)
def test_onnx_scores_a_composed_song_as_torch_does(
    tmp_path: Path, architecture: str, seconds: float
) -> None:
    model = random_model(architecture)
    segments = composed(model, seconds)
    assert len(segments) > 1
    enliven(model, segments)
    assert export_onnx(model, tmp_path / "m.onnx") <= 1e-4
    with torch.inference_mode():
        ours = torch.sigmoid(model.network(torch.from_numpy(segments))).numpy()
    theirs, segment_scores = run_onnx(tmp_path / "m.onnx", segments)
    np.testing.assert_allclose(theirs, ours, atol=1e-4)
    assert segment_scores.shape == (len(segments), len(WORDS))
    assert np.ptp(segment_scores) > 0.05


def test_the_file_holds_words_recipe_and_licence(tmp_path: Path) -> None:
    export_onnx(random_model("musicnn"), tmp_path / "m.onnx")
    known = {prop.key: prop.value for prop in onnx.load(tmp_path / "m.onnx").metadata_props}
    assert json.loads(known["words"]) == list(WORDS)
    assert json.loads(known["recipe"])["rate_hz"] == 16_000
    assert known["segment_frames"] == "188"
    assert known["licence"] == "CC0"


def test_a_public_model_scores_the_same_after_export(SHARED: Path, tmp_path: Path) -> None:
    words = tuple((SHARED / "pretrained" / "tags_mtat.txt").read_text().split("\n")[:50])
    source = WeightsSource(SHARED / "pretrained" / "mtat_musicnn.pth", "musicnn", words)
    path, _ = import_weights(source, draft_card(source, "mtat"), tmp_path)
    model = load_checkpoint(path)
    export_onnx(model, tmp_path / "m.onnx")
    recipe = model.card.recipe
    sound = short_song(5, "waltz", 9.0).mean(axis=1).astype(np.float32)
    features = LogMel(log_mel(sound, RATE_HZ, recipe), recipe, "song")
    theirs, _ = run_onnx(tmp_path / "m.onnx", segments_of(features, model))
    exact = predict_song(model, features, taggram=False).scores
    np.testing.assert_allclose(theirs, exact, atol=2e-2)  # ours may compute in bfloat16


def segments_of(features: LogMel, model: TaggingModel) -> np.ndarray:
    length = model.network.segment_frames
    starts = song_starts(features.values.shape[1], length, model.network.layout)
    return np.stack([features.values[:, start : start + length] for start in starts])


def test_without_the_extra_the_error_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    with pytest.raises(ModelError, match="not installed") as raised:
        export_onnx(random_model("musicnn"), tmp_path / "m.onnx")
    assert "rhythmcap[onnx]" in raised.value.remedy
    assert not list(tmp_path.iterdir())


def test_a_file_that_disagrees_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(onnx_file, "MAX_DIFFERENCE", -1.0)
    with pytest.raises(ModelError, match="the scores differ"):
        export_onnx(random_model("musicnn"), tmp_path / "m.onnx")
    assert not list(tmp_path.iterdir())
