"""Part (c) of the bench of learning: the demo library, songs of other artists as the test."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from learning_music import Comparison, Music, Parent, judge, music_of, music_results
from learning_tables import Result

from core.demo.compose import DEMO_SEED, DEMO_SONGS, compose_demo
from core.demo.demo_library import build_demo
from core.features.cache import FeatureCache
from core.library.store import Library

PART = "(c) the demo"
N_QUICK = 24
TEST_SEED, N_TEST = 1942, 96


def demo_results(
    options: argparse.Namespace, parent: Parent, cache: FeatureCache, budgets: Sequence[int]
) -> Iterator[Result]:
    """Learn from the demo's songs, test on songs of another seed, and so of other artists."""
    n_songs, n_test = (N_QUICK, N_QUICK) if options.quick else (DEMO_SONGS, N_TEST)
    folder = options.cache / "demo"
    library = _music(folder / "learn", DEMO_SEED, n_songs)
    test = _music(folder / "test", TEST_SEED, n_test)
    words = [word for word in library.words if word in test.words]
    n_draws = 1 if options.quick else options.draws
    comparison = Comparison(
        library.of_words(words), test.of_words(words), 0.0, options.cache, cache, options.depth,
        n_draws, n_draws,
    )  # fmt: skip
    every = sorted({n for n in budgets if n < n_songs} | {n_songs})
    yield from music_results(comparison, parent, every, PART)


def _music(folder: Path, seed: int, n_songs: int) -> Music:
    """Compose songs of a seed, and make a library in which all of them are judged."""
    songs = compose_demo(folder / "songs", seed, n_songs)
    with Library.open(build_demo(folder, seed=seed, n_songs=n_songs)) as library:
        judge(library, {song.path: (song.yes, song.no) for song in songs})
        names = {tag.name for tag in library.codebook.tags()}
        used = sorted(names & {word for song in songs for word in song.yes})
        return music_of(library, used)
