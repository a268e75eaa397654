"""Systems with networks of their own: random, autoencoding, prototypical."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from core.errors import TrainingError
from core.jobs import Cancelled
from core.systems.autoencoder import Autoencoder, train
from core.systems.frames import MelScale, drawn_patches
from core.systems.prototypical import Episodes, PrototypicalNetwork, episode_loss
from core.systems.random_cnn import RandomCnn, musical_layers, sample_layers, vgg_layers
from core.systems.song_views import song_files
from core.training.labels import select_songs
from tests.support.tone_songs import (
    CancelledAfter,
    all_judged,
    reversed_songs,
    tone_labels,
    tone_songs,
)

SONGS = tone_labels()


def seeded(seed: int) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


# -- random -----------------------------------------------------------------------------------


def test_front_ends_have_the_sizes_that_are_promised() -> None:
    log_mel = torch.randn(1, 96, 1366, generator=seeded(0))
    vgg = vgg_layers(seeded(1))(log_mel)
    assert [tuple(maps.shape[1:]) for maps in vgg] == [
        (64, 48, 341), (64, 16, 85), (64, 8, 17), (64, 4, 4), (64, 1, 1),
    ]  # fmt: skip
    samples = sample_layers(seeded(1))(torch.randn(1, 1, 3**10, generator=seeded(0)))
    assert [maps.shape[2] for maps in samples] == [3**n for n in range(9, 2, -1)]
    musical = musical_layers(seeded(1))(log_mel[..., :200])
    assert sum(maps.shape[1] for maps in musical) == 464


def test_a_random_cnn_draws_from_its_own_luck_and_is_computed_once(tmp_path: Path) -> None:
    views, song = tone_songs(tmp_path, 1), song_files(SONGS)[0]
    before = torch.get_rng_state()
    vector = RandomCnn("vgg").fit(SONGS, views, 1)(song)
    assert torch.equal(torch.get_rng_state(), before)
    assert vector.shape == (320,)
    assert not np.array_equal(RandomCnn("vgg", seed=1).fit(SONGS, views, 1)(song), vector)
    views.log_mel = None  # type: ignore[assignment,method-assign]
    np.testing.assert_array_equal(RandomCnn("vgg").fit(SONGS, views, 2)(song), vector)


def test_the_waveform_is_read_where_samples_are_filtered(tmp_path: Path) -> None:
    views = tone_songs(tmp_path, 2, with_waveform=True)
    vectorizer = RandomCnn("samples").fit(SONGS, views, 0)
    tone, noise = (vectorizer(song) for song in song_files(SONGS)[:2])
    assert tone.shape == (448,)
    assert np.abs(tone - noise).max() > 0.1


def test_cancelling_is_felt_between_segments(tmp_path: Path) -> None:
    views = tone_songs(tmp_path, 1)
    vectorizer = RandomCnn("vgg").fit(SONGS, views, 0, CancelledAfter(0))
    with pytest.raises(Cancelled):
        vectorizer(song_files(SONGS)[0])


# -- autoencoder ------------------------------------------------------------------------------


def test_an_autoencoder_learns_to_draw_spectrograms_again(tmp_path: Path) -> None:
    patches = drawn_patches(SONGS, tone_songs(tmp_path), 64, 0)
    torch.manual_seed(0)
    network, rng = Autoencoder(16), np.random.default_rng(0)
    losses = train(network, patches, MelScale.of(patches), (rng, 30))
    assert losses[-1] < 0.8 * losses[0]
    with pytest.raises(Cancelled):
        train(network, patches, MelScale.of(patches), (rng, 30), CancelledAfter(3))


# -- prototypes -------------------------------------------------------------------------------


def test_a_prototypical_network_tells_tones_and_noise_apart(tmp_path: Path) -> None:
    views, system = tone_songs(tmp_path), PrototypicalNetwork(episodes=6)
    scores = system.fit(SONGS, views, 1).scores(SONGS)
    assert scores[-1, 0] > scores[-2, 0]
    assert ((scores[:, 0] >= 0) & (scores[:, 0] <= 1)).all()
    assert np.isnan(scores[:, 1:]).all()
    others = system.fit(reversed_songs(SONGS), views, 1).scores(SONGS)
    np.testing.assert_array_equal(scores, others)
    judged_more = system.fit(all_judged(SONGS), views, 1).scores(SONGS)
    assert not np.array_equal(scores, judged_more)


def test_three_judged_songs_are_too_few_for_episodes(tmp_path: Path) -> None:
    views = tone_songs(tmp_path, 5)
    three = select_songs(SONGS, np.array([0, 1, 2, 6, 7]))  # two are not judged
    with pytest.raises(TrainingError) as error:
        PrototypicalNetwork().fit(three, views, 1)
    assert error.value.id == "systems.too_few_songs"
    assert error.value.message.startswith("3 songs are too few for this system: it needs 4.")


def test_cancelling_is_felt_between_episodes(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        PrototypicalNetwork().fit(SONGS, tone_songs(tmp_path), 1, CancelledAfter(6 + 2))


def test_the_loss_is_that_of_a_softmax_over_negative_distances() -> None:
    rng = np.random.default_rng(0)
    embedded = torch.from_numpy(rng.standard_normal((7, 3)))
    support = torch.tensor([[1, -1], [1, -1], [0, 1], [0, 1]], dtype=torch.int8)
    query = torch.tensor([[1, 0], [0, 1], [-1, 1]], dtype=torch.int8)
    yes, no = embedded[:2].mean(0), embedded[2:4].mean(0)
    far = torch.stack([(embedded[4:6] - c).square().sum(1) for c in (no, yes)], dim=1)
    reference = torch.nn.functional.cross_entropy(-far, torch.tensor([1, 0]))
    loss = episode_loss(embedded.float(), support, query)  # the second tag has no no
    assert float(loss) == pytest.approx(float(reference), rel=1e-5)


def test_an_episode_judges_other_songs_than_its_prototypes_are_made_of() -> None:
    states = np.array([[1], [1], [1], [0], [-1], [-2]], dtype=np.int8)
    patches = np.zeros((6, 2, 96, 1), dtype=np.float16)
    for seed in range(5):
        support, query = Episodes(patches, states, np.random.default_rng(seed)).draw(0)
        assert set(support) | set(query) == {0, 1, 2, 3}
        assert set(support) & set(query) == {3}  # the only no
