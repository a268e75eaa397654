"""A region is heard as if it were the whole song."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.errors import SimilarityError, SoundError
from core.features.cache import FeatureCache
from core.features.recipe import RECIPES
from core.features.spectrogram import LogMel
from core.models.checkpoint import TaggingModel
from core.models.predict import predict_song
from core.models.probe_form import cached_embedding
from core.similarity.region import region_embedding
from tests.support.kept_embeddings import small_model

RECIPE = RECIPES["thesis"]
AUDIO_HASH = "a" * 32
SONG = Path("/music/gone.flac"), AUDIO_HASH


@pytest.fixture(scope="module")
def model() -> TaggingModel:
    return small_model()


@pytest.fixture
def cache(tmp_path: Path) -> FeatureCache:
    values = np.random.default_rng(1).normal(-12, 2, (96, 500)).astype(np.float32)
    values[:, 300:] = np.log(1e-10)
    kept = FeatureCache(tmp_path)
    kept.put(LogMel(values, RECIPE, AUDIO_HASH))
    return kept


def test_a_region_is_embedded_by_its_frames_alone(model: TaggingModel, cache: FeatureCache) -> None:
    hop_s = RECIPE.hop_length / RECIPE.rate_hz
    found = region_embedding(model, SONG, (40 * hop_s, 240 * hop_s), cache)
    whole = cache.get(AUDIO_HASH, RECIPE)
    assert whole is not None
    part = LogMel(np.ascontiguousarray(whole.values[:, 40:240]), RECIPE, AUDIO_HASH)
    np.testing.assert_array_equal(found, predict_song(model, part, taggram=False).embedding)
    assert cached_embedding(cache, AUDIO_HASH, model) is None, "nothing is stored of a region"


def test_a_region_over_the_end_is_what_there_is_of_it(
    model: TaggingModel, cache: FeatureCache
) -> None:
    all_of_it = region_embedding(model, SONG, (-3.0, 1e9), cache)
    np.testing.assert_array_equal(all_of_it, region_embedding(model, SONG, (0.0, 10.67), cache))


@pytest.mark.parametrize(
    ("region_s", "error"),
    [((60.0, 70.0), SimilarityError), ((5.0, 5.0), SimilarityError), ((5.0, 2.0), SimilarityError),
     ((1.0, 1.4), SoundError), ((7.0, 10.0), SoundError)],
)  # fmt: skip
def test_where_nothing_sounds_nothing_is_compared(
    model: TaggingModel, cache: FeatureCache, region_s: tuple[float, float], error: type
) -> None:
    with pytest.raises(error):
        region_embedding(model, SONG, region_s, cache)
