"""In probe form every network says what it said, and has an embedding of the song beside it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import numpy as np
import pytest
import torch

from core.errors import ModelError
from core.features.cache import FeatureCache
from core.features.recipe import RECIPES
from core.features.spectrogram import LogMel
from core.models.card import ModelCard
from core.models.catalogue import ARCHITECTURES, build_network
from core.models.cepstra import N_MOMENTS, CepstralStatistics
from core.models.checkpoint import TaggingModel, load_checkpoint, save_checkpoint, to_inference
from core.models.predict import predict_song
from core.models.probe_form import (
    cached_embedding,
    embedding_key,
    keep_embedding,
    network_state,
    probe_form,
    probe_network,
    probe_scores,
)
from tests.support.synthetic_songs import TINY

N_TAGS = 3
WORDS = ("kick", "dark", "solo")
SHORT = 1.7  # segments: two of them make a song, or one and one aligned to the end


def model_of(architecture: str) -> TaggingModel:
    """Build a network with fresh weights and batch norms that have seen something."""
    torch.manual_seed(3)
    row = ARCHITECTURES[architecture]
    sizes = asdict(TINY) | {"n_tags": N_TAGS} if architecture == "choi_lstm" else {"n_tags": N_TAGS}
    network = build_network(architecture, sizes)
    for module in network.modules():
        if isinstance(module, torch.nn.modules.batchnorm._BatchNorm):
            assert module.running_mean is not None
            module.running_mean += 0.1 * torch.randn_like(module.running_mean)
    return to_inference(
        ModelCard("plain", architecture, sizes, RECIPES[row.recipe], WORDS), network
    )


def song_for(model: TaggingModel, segments: float = SHORT, seed: int = 0) -> LogMel:
    """Draw a song of so many segments in the numbers of the model's recipe."""
    recipe, rng = model.card.recipe, np.random.default_rng(seed)
    n_frames = round(segments * model.network.segment_frames)
    if recipe.is_waveform:
        values = rng.normal(0, 0.2, (1, n_frames))
    else:
        values = rng.normal(-20, 6, (recipe.n_mels, n_frames)) + 8 * np.sin(np.arange(n_frames) / 9)
    return LogMel(values.astype(np.float32), recipe, f"{seed:032x}")


@pytest.mark.parametrize(
    "architecture", [name for name, row in ARCHITECTURES.items() if not row.is_external]
)
def test_every_network_of_the_catalogue_scores_as_before(architecture: str) -> None:
    plain = model_of(architecture)
    song = song_for(plain)
    before, after = (predict_song(model, song) for model in (plain, probe_form(plain)))
    np.testing.assert_allclose(after.scores, before.scores, atol=2e-6)
    np.testing.assert_allclose(after.prefixes.scores, before.prefixes.scores, atol=2e-6)
    assert before.taggram is not None
    assert after.taggram is not None
    np.testing.assert_allclose(after.taggram.scores, before.taggram.scores, atol=2e-6)
    assert before.embedding is None
    assert after.embedding is not None
    width = probe_network(probe_form(plain)).n_embedding
    assert after.embedding.shape == (width + N_TAGS,)
    assert np.isfinite(after.embedding).all()


@pytest.fixture(scope="module")
def model() -> TaggingModel:
    return model_of("choi_lstm")


def test_the_weights_are_the_same_under_other_names(model: TaggingModel) -> None:
    before, after = model.network.state_dict(), network_state(probe_form(model))
    assert before.keys() == after.keys()
    assert all(torch.equal(before[name], after[name]) for name in before)


def test_a_probe_form_is_its_own_and_is_saved_and_loaded_as_one(
    model: TaggingModel, tmp_path: Path
) -> None:
    probe = probe_form(model)
    assert probe_form(probe) is probe
    loaded = load_checkpoint(save_checkpoint(tmp_path, probe.card, probe.network))
    song = song_for(model)
    assert np.array_equal(predict_song(loaded, song).scores, predict_song(probe, song).scores)
    assert embedding_key(loaded) == embedding_key(probe)


@pytest.mark.parametrize("architecture", ["choi_lstm", "musicnn", "fcn"])
def test_an_embedding_is_hidden_units_features_and_cepstra_of_the_song(architecture: str) -> None:
    plain = model_of(architecture)
    probe, song = probe_form(plain), song_for(plain, 2.0)
    embedding = predict_song(probe, song, taggram=False).embedding
    assert embedding is not None
    length, network = plain.network.segment_frames, plain.network
    segments = np.stack([song.values[:, :length], song.values[:, length : 2 * length]])
    blocks = {block.kind: block.width for block in probe_network(probe).blocks}
    with torch.no_grad():
        features = network.reduction(torch.from_numpy(segments))
        cepstra = CepstralStatistics(96)(torch.from_numpy(segments))
        states = features if network.temporal is None else network.temporal(features[None])[0, -1:]
    parts = []
    if "hidden" in blocks:
        with torch.no_grad():
            hidden = network.classifier.hidden_units(states)  # type: ignore[operator]
        parts.append(hidden.mean(dim=0))
    parts += [features.mean(dim=0), cepstra[:, :N_MOMENTS].mean(dim=0)]
    expected = torch.cat(parts).numpy()
    near = np.abs(embedding[: len(expected)] - expected)
    assert (near <= 0.02 * np.abs(expected).mean() + 0.02 * np.abs(expected)).all()
    assert architecture == "fcn" or "hidden" in blocks


def test_scores_of_an_embedding_are_those_of_the_song(model: TaggingModel) -> None:
    probe = probe_form(model)
    found = [predict_song(probe, song_for(model, 3.3, seed), taggram=False) for seed in range(3)]
    embeddings = np.stack([prediction.embedding for prediction in found])
    expected = np.stack([prediction.scores for prediction in found])
    np.testing.assert_allclose(probe_scores(probe, embeddings), expected, atol=1e-6)


def test_a_waveform_has_no_cepstra() -> None:
    kinds = [block.kind for block in probe_network(probe_form(model_of("sample"))).blocks]
    assert "features" in kinds
    assert "cepstra" not in kinds


# -- the cache --------------------------------------------------------------------------------


def test_embeddings_are_kept_under_the_network_and_read_back_bit_for_bit(
    model: TaggingModel, tmp_path: Path
) -> None:
    cache, probe, song = FeatureCache(tmp_path), probe_form(model), song_for(model)
    embedding = predict_song(probe, song).embedding
    assert embedding is not None
    assert cached_embedding(cache, song.audio_hash, probe) is None
    cache.put(song)
    keep_embedding(cache, song.audio_hash, probe, embedding)
    found = cached_embedding(cache, song.audio_hash, probe_form(model))
    assert found is not None
    assert np.array_equal(found, embedding)
    assert cached_embedding(cache, "f" * 32, probe) is None


def test_other_weights_have_other_embeddings(model: TaggingModel) -> None:
    torch.manual_seed(4)
    other = to_inference(model.card, build_network("choi_lstm", model.card.sizes))
    assert embedding_key(probe_form(other)) != embedding_key(probe_form(model))


def test_an_embedding_of_another_width_is_not_used(model: TaggingModel, tmp_path: Path) -> None:
    cache, probe = FeatureCache(tmp_path), probe_form(model)
    cache.put_array("a" * 32, embedding_key(probe), np.zeros(5, np.float32))
    assert cached_embedding(cache, "a" * 32, probe) is None


# -- cards that lie ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "changed",
    [
        {"n_mels": -1}, {"n_mels": 10**9}, {"n_tags": 10**9}, {"n_mels": "many"},
        {"network": None}, {"network": 5}, {"sides": 3}, {"sides": [{}]}, {"sides": [None]},
        {"sides": [{"architecture": "nobody's", "sizes": {}}]},
        {"sides": [{"architecture": "choi_lstm+probe", "sizes": {}}]},
    ],
)  # fmt: skip
def test_sizes_that_make_no_network_are_an_error_in_words(
    model: TaggingModel, changed: dict[str, object]
) -> None:
    card = probe_form(model).card
    with pytest.raises(ModelError):
        build_network(card.architecture, {**card.sizes, **changed})


def test_a_probe_of_a_probe_and_of_nothing_are_unknown() -> None:
    for name in ("choi_lstm+probe+probe", "+probe", "nobody's+probe"):
        with pytest.raises(ModelError):
            build_network(name, {"network": asdict(TINY), "n_mels": 96, "n_tags": 2})
