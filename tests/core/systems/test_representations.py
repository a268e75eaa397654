"""Every way of turning a song into a vector: what it tells apart, and what does not matter."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.errors import TrainingError
from core.jobs import Cancelled
from core.systems.autoencoder import AutoencoderVectors
from core.systems.bag_of_frames import BagOfFrames
from core.systems.classifiers import Prototypes
from core.systems.frames import CnnSegments, PrincipalComponents
from core.systems.gaussian_pyramid import GaussianPyramid
from core.systems.pooled_frames import CepstralMoments, PooledFrames
from core.systems.random_cnn import RandomCnn
from core.systems.song_views import song_files
from core.systems.vector_system import Representation, VectorSystem
from core.training.labels import select_songs
from tests.support.tone_songs import (
    CancelledAfter,
    reversed_songs,
    tone_labels,
    tone_songs,
)

LEARNING: dict[str, Representation] = {
    "cepstra-bof": BagOfFrames(centres=16),
    "pca-bof": BagOfFrames(PrincipalComponents(20, is_whitened=False), 16),
    "whitened-bof": BagOfFrames(PrincipalComponents(20), 16),
    "cnn-bof": BagOfFrames(CnnSegments(), 4),
    "pooled": PooledFrames(),
    "pyramid": GaussianPyramid(levels=3, centres=8),
    "pooled-pyramid": GaussianPyramid(levels=2, centres=0),
    "autoencoder": AutoencoderVectors(steps=8, codes=8),
}
FIXED: dict[str, Representation] = {
    "cepstral-moments": CepstralMoments(),
    "random-vgg": RandomCnn("vgg"),
}
ALL = {**LEARNING, **FIXED}
SONGS = tone_labels()


@pytest.mark.parametrize("representation", ALL.values(), ids=ALL)
def test_tones_and_noise_are_told_apart_whatever_the_order(
    representation: Representation, tmp_path: Path
) -> None:
    """The last two songs are scored by what was learned from the others."""
    views, system = tone_songs(tmp_path), VectorSystem("x", representation, Prototypes())
    scores = system.fit(SONGS, views, 1).scores(SONGS)
    assert scores[-1, 0] > scores[-2, 0]
    assert np.isnan(scores[:, 1:]).all()
    others = system.fit(reversed_songs(SONGS), views, 1).scores(SONGS)
    np.testing.assert_array_equal(scores, others)


@pytest.mark.parametrize("representation", LEARNING.values(), ids=LEARNING)
def test_cancelling_is_felt_while_songs_are_read(
    representation: Representation, tmp_path: Path
) -> None:
    views = tone_songs(tmp_path, n_songs=3)
    with pytest.raises(Cancelled):
        representation.fit(tone_labels(3), views, 1, CancelledAfter(2))


@pytest.mark.parametrize("representation", LEARNING.values(), ids=LEARNING)
def test_nothing_is_learned_from_no_songs(representation: Representation, tmp_path: Path) -> None:
    views = tone_songs(tmp_path, n_songs=0)
    no_songs = select_songs(SONGS, np.zeros(0, np.int64))
    with pytest.raises(TrainingError) as error:
        representation.fit(no_songs, views, 1)
    assert error.value.id == "systems.too_few_songs"


@pytest.mark.parametrize("representation", ALL.values(), ids=ALL)
def test_one_short_song_has_a_vector(representation: Representation, tmp_path: Path) -> None:
    views = tone_songs(tmp_path, n_songs=1)
    short = views.log_mel(song_files(SONGS)[0])[:, :50]
    views.log_mel = lambda _song: short  # type: ignore[method-assign]
    vectorizer = representation.fit(tone_labels(1), views, 1)
    vector = vectorizer(song_files(SONGS)[0])
    assert vector.ndim == 1
    assert np.isfinite(vector).all()
