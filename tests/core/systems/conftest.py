"""What the tests of systems that train networks share: songs with bands, a tiny model, a task."""

from __future__ import annotations

from dataclasses import replace

import pytest

from core.features.cache import FeatureCache
from core.library.records import Labels
from core.models.checkpoint import load_checkpoint
from core.systems.network_origins import SourceTask
from core.systems.song_views import SongViews
from core.training.labels import select_songs
from tests.support.synthetic_songs import parent_file, synthetic_labels

N_TARGET = 20  # of 40 songs; the others are the source task's


@pytest.fixture(scope="module")
def views(tmp_path_factory: pytest.TempPathFactory) -> SongViews:
    folder = tmp_path_factory.mktemp("systems")
    cache = FeatureCache(folder / "cache")
    synthetic_labels(cache)
    return SongViews(cache, load_checkpoint(parent_file(folder)))


@pytest.fixture(scope="module")
def all_songs(views: SongViews) -> Labels:
    return synthetic_labels(views.cache)


@pytest.fixture(scope="module")
def target(all_songs: Labels) -> Labels:
    """Songs whose tags are low, high and rising: the first a plain difference."""
    return select_songs(all_songs, all_songs.song_ids[:N_TARGET] - 1)


@pytest.fixture
def task(all_songs: Labels) -> SourceTask:
    """Other songs, on two of the tags, which have other names there."""
    songs = select_songs(all_songs, all_songs.song_ids[N_TARGET:] - 1)
    few = replace(
        songs, states=songs.states[:, :2], tag_ids=songs.tag_ids[:2], tag_names=("bass", "treble")
    )
    return SourceTask(few, "other songs")
