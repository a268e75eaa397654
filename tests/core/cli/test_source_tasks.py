"""Source tasks: no song that is scored is in them, by its sound or its artist."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.cli.source_tasks import make_source_task, other_songs
from core.cli.terminal import Terminal
from core.demo.demo_library import build_demo
from core.errors import ExperimentError, LibraryError
from core.experiments.plan import Source
from core.library.store import Library
from core.training.labels import select_songs
from tests.support.drawn_labels import bands, drawn_labels

QUIET = Terminal(as_json=False, quiet=True)
SONGS = drawn_labels(bands(8, 40), n_tags=3)


def test_songs_and_artists_of_the_library_are_left_out() -> None:
    target = select_songs(SONGS, np.arange(3))
    left = other_songs(SONGS, target)
    assert left.audio_hashes
    assert not set(left.audio_hashes) & set(target.audio_hashes)
    assert not set(left.artists) & set(target.artists)
    shouted = replace(target, artists=tuple(name.upper() for name in target.artists))
    assert other_songs(SONGS, shouted).audio_hashes == left.audio_hashes
    assert other_songs(SONGS, SONGS).audio_hashes == ()


def test_songs_that_were_not_judged_teach_nothing() -> None:
    states = SONGS.states.copy()
    states[-1] = -1
    left = other_songs(replace(SONGS, states=states), select_songs(SONGS, np.arange(2)))
    assert SONGS.audio_hashes[-1] not in left.audio_hashes


def test_composed_songs_are_made_once_and_are_no_others(tmp_path: Path) -> None:
    with Library.open(build_demo(tmp_path, seed=5, n_songs=1, tag_all=True)) as library:
        target = library.annotations.labels()
    assert (target.states >= 0).any()
    source = Source("", 1, 6)
    task = make_source_task(source, target, QUIET)
    assert len(task.songs.audio_hashes) == 1
    assert set(task.songs.audio_hashes).isdisjoint(target.audio_hashes)
    assert make_source_task(source, target, QUIET).digest == task.digest
    with pytest.raises(ExperimentError) as told:
        make_source_task(Source(str(tmp_path / "library.db")), target, QUIET)
    assert told.value.id == "experiments.source_empty"
    with pytest.raises(LibraryError):
        make_source_task(Source(str(tmp_path / "absent.db")), target, QUIET)
