"""From an embedding that knows no words a model is learned that does, alone or beside another."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from core.errors import ModelError
from core.exchange.model_files.onnx_file import export_onnx
from core.features.cache import FeatureCache
from core.features.recipe import RECIPES
from core.features.spectrogram import LogMel
from core.jobs import Cancelled
from core.library.records import Labels
from core.models.checkpoint import TaggingModel, load_checkpoint
from core.models.inside import look_inside
from core.models.onnx_import import import_onnx
from core.models.onnx_records import OnnxRequest
from core.models.predict import predict_song, song_input
from core.models.saliency import explain, gradient_times_input
from core.models.saliency_check import check_sanity
from core.models.saliency_records import Method
from core.training.adapt import add_sides
from core.training.config import FinetuneRequest
from core.training.finetune import finetune
from core.training.finetune_records import FinetuneResult
from tests.support.onnx_files import write_embedding, write_steps
from tests.support.synthetic_songs import parent_file, synthetic_labels

WAVEFORM = RECIPES["waveform-16k"]
TONES_HZ = (60.0, 3000.0, 290.0)  # in bands that the small embedding hears


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("onnx")


@pytest.fixture(scope="module")
def cache(folder: Path) -> FeatureCache:
    return FeatureCache(folder / "cache")


@pytest.fixture(scope="module")
def labels(cache: FeatureCache) -> Labels:
    """Songs whose spectrograms and sounds have what their tags say."""
    labels = synthetic_labels(cache, n_songs=32)
    seconds = np.arange(3 * WAVEFORM.rate_hz + 777) / WAVEFORM.rate_hz
    for number, audio_hash in enumerate(labels.audio_hashes):
        sound = np.random.default_rng(number).normal(0, 0.2, len(seconds))
        for state, hertz in zip(labels.states[number], TONES_HZ, strict=True):
            sound += max(0, int(state)) * 0.3 * np.sin(2 * np.pi * hertz * seconds)
        cache.put(LogMel(sound[None].astype(np.float32), WAVEFORM, audio_hash))
    return labels


@pytest.fixture(scope="module")
def parent(folder: Path) -> TaggingModel:
    path, _ = import_onnx(
        OnnxRequest(write_embedding(folder / "bands.onnx"), "bands", 16_000, hop_s=0.5),
        folder / "models",
    )
    return load_checkpoint(path)


def request(folder: Path, depth: str = "automatic") -> FinetuneRequest:
    return FinetuneRequest(
        name="learned", parent_name="bands", depth=depth, epochs=2, seed=3,
        models_folder=folder / "models",
    )  # fmt: skip


@pytest.fixture(scope="module")
def learned(
    folder: Path, labels: Labels, parent: TaggingModel, cache: FeatureCache
) -> FinetuneResult:
    return finetune(request(folder), labels, parent, cache)


def test_words_are_learned_on_top_of_an_embedding(learned: FinetuneResult) -> None:
    assert learned.wauc_after is not None
    assert learned.wauc_after > 0.9


def test_what_was_learned_needs_no_other_file(
    learned: FinetuneResult, labels: Labels, cache: FeatureCache, folder: Path
) -> None:
    (folder / "bands.onnx").rename(folder / "elsewhere.onnx")
    model = load_checkpoint(learned.model_path)
    (folder / "elsewhere.onnx").rename(folder / "bands.onnx")
    song = song_input(model, labels.paths[0], labels.audio_hashes[0], cache)
    predictions = predict_song(model, song)
    assert np.isfinite(predictions.scores).all()
    assert predictions.taggram is not None
    assert predictions.taggram.scores.shape[1] == len(model.words)
    assert len(predictions.prefixes.end_s) == 6  # half a second from one window to the next


def test_asked_for_more_it_learns_the_words_only(
    folder: Path, labels: Labels, parent: TaggingModel, cache: FeatureCache
) -> None:
    result = finetune(request(folder, "everything"), labels, parent, cache)
    assert result.depth == "classifier"
    assert "ONNX file stays" in result.depth_reason


def test_it_can_stand_beside_another_network(
    folder: Path, labels: Labels, parent: TaggingModel, cache: FeatureCache
) -> None:
    first = load_checkpoint(parent_file(folder / "starters"))
    both = add_sides(first, [parent])
    result = finetune(request(folder), labels, both, cache)
    assert result.wauc_after is not None
    assert result.wauc_after > 0.9
    assert load_checkpoint(result.model_path).words


def test_a_cancel_while_songs_are_embedded_kills_the_process(folder: Path, labels: Labels) -> None:
    path, _ = import_onnx(
        OnnxRequest(write_steps(folder / "steps.onnx"), "steps", 16_000, window_s=1.0),
        folder / "models",
    )
    model = load_checkpoint(path)

    class CancelAtOnce:
        """A job that has been cancelled when the third song begins."""

        n_songs = 0

        def report(self, _done: float, _total: float, what: str = "") -> None:
            self.n_songs += "." in what

        def check(self) -> None:
            if self.n_songs > 2:
                raise Cancelled

    with pytest.raises(Cancelled):
        finetune(request(folder), labels, model, FeatureCache(folder / "cache"), job=CancelAtOnce())


def test_it_is_not_exported_as_onnx_again(learned: FinetuneResult, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="contains an ONNX file"):
        export_onnx(load_checkpoint(learned.model_path), tmp_path / "again.onnx")


def test_an_embedding_that_is_no_number_is_an_error(parent: TaggingModel) -> None:
    with pytest.raises(ModelError, match="no numbers"):
        parent.inference_reduction(torch.full((1, 16_000), torch.nan))


def test_what_speaks_for_its_words_is_found_by_covering_and_its_weights_are_not_read(
    learned: FinetuneResult, cache: FeatureCache, labels: Labels
) -> None:
    model = load_checkpoint(learned.model_path)
    song, word = song_input(model, Path("gone"), labels.audio_hashes[0], cache), model.words[0]
    with pytest.raises(ModelError, match="use occlusion instead"):
        gradient_times_input(model, song, word)
    found = explain(model, song, word, (Method.OCCLUSION, None))
    assert found.is_over_time_only
    assert found.values.any()
    with pytest.raises(ModelError, match="cannot be drawn anew"):
        check_sanity(model, found, lambda _model, _job: found)
    inside = look_inside(learned.model_path)
    assert (inside.is_external, inside.layers) == (True, ())
