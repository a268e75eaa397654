"""Speed of live heads: from a decision to new scores of the open song, and of all songs."""

from __future__ import annotations

import statistics
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from bench_learning_speed import judged_songs
from bench_row import Row, cpu_median_s, under
from child_process import run_script

from core.features.cache import FeatureCache
from core.library.live_scores import LiveScores, LiveUpdate
from core.library.records import Labels
from core.models.checkpoint import TaggingModel, load_checkpoint
from core.models.device import leave_one_core_free
from core.models.probe_form import probe_form
from core.paths import resource
from core.training.live_heads import LiveHeads
from core.training.live_share import choose_share
from core.training.live_space import LiveSpace, read_live_space

N_JUDGED, N_DECISIONS, N_WORDS, N_TAGS = 500, 15, 93, 60
LIBRARIES = ((10_000, 150.0), (100_000, 1000.0))  # songs, milliseconds for new scores of all
OPEN_SONG_MS, START_S, FRAME_MS = 50.0, 1.0, 16.0


def run() -> Iterator[Row]:
    """Begin from 1 000 judged songs; decide on one tag after another at 500 judged ones."""
    with TemporaryDirectory() as name, leave_one_core_free():
        folder = Path(name)
        model = probe_form(load_checkpoint(resource("starter.safetensors")))
        cache = FeatureCache(folder / "cache")
        labels, _ = judged_songs(folder, model, cache)
        start_s = cpu_median_s(lambda: _begin(model, labels, cache), times=3)
        what = "live heads of 60 tags from 1,000 judged songs, at the start (processor time)"
        yield under(what, start_s * 1000, START_S * 1000, "ms")
        space = _begin(model, labels, cache).space
        for n_songs, limit_ms in LIBRARIES:
            yield from _after_decisions(_larger(space, labels, n_songs), limit_ms)
        yield _slices(LIBRARIES[-1][0])
        yield from _in_the_window(folder / "window", *LIBRARIES[-1])


def _begin(model: TaggingModel, labels: Labels, cache: FeatureCache) -> LiveHeads:
    """Read the kept embeddings, and fit every word."""
    space = read_live_space(model, labels, cache)
    assert space is not None
    heads = LiveHeads(space, labels, share=choose_share(space, labels))
    heads.refit()
    return heads


def _larger(space: LiveSpace, labels: Labels, n_songs: int) -> tuple[LiveSpace, Labels]:
    """Repeat the songs with other noise until they are enough; the first 500 are judged."""
    rng, n_known = np.random.default_rng(2), len(space.song_ids)
    rows = np.arange(n_songs) % n_known
    dtype = np.float32 if n_songs <= 10_000 else np.float16
    embeddings = space.embeddings[rows].astype(dtype)
    embeddings += rng.normal(size=embeddings.shape[1]).astype(dtype)
    ids = np.arange(n_songs)
    states = np.full((n_songs, labels.states.shape[1]), -1, np.int8)
    states[:N_JUDGED] = labels.states[:N_JUDGED]
    larger = replace(
        space, song_ids=ids, embeddings=embeddings, groups=space.groups[rows],
        by_parent=np.zeros(n_songs, np.bool_), by_network=np.zeros(n_songs, np.bool_),
    )  # fmt: skip
    return larger, replace(
        labels,
        song_ids=ids,
        audio_hashes=tuple(f"{number:032x}" for number in range(n_songs)),
        paths=(labels.paths * (n_songs // n_known + 1))[:n_songs],
        artists=(labels.artists * (n_songs // n_known + 1))[:n_songs],
        states=states,
    )


def _slices(n_songs: int) -> Row:
    """Measure the longest step in which scores of all tags are laid over the model's."""
    rng, ids = np.random.default_rng(4), np.arange(n_songs)
    live = LiveScores(1, tuple(range(N_WORDS)), ids)
    live.update(LiveUpdate({tag: rng.random(n_songs, np.float32) for tag in range(N_TAGS)}))
    stored, steps_ms = rng.random((n_songs, N_WORDS), np.float32), []
    start_s = time.process_time()
    for _ in live.merge_in_slices(ids, stored):
        steps_ms.append((time.process_time() - start_s) * 1000)
        start_s = time.process_time()
    what = f"scores of {N_TAGS} tags over {n_songs:,} songs, the longest step (processor time)"
    return under(what, max(steps_ms), FRAME_MS, "ms")


def _after_decisions(drawn: tuple[LiveSpace, Labels], limit_ms: float) -> Iterator[Row]:
    space, labels = drawn
    heads = LiveHeads(space, labels)
    heads.refit()
    one_song_ms, all_ms = [], []
    for number in range(N_DECISIONS):
        song, tag = N_JUDGED + number, number % 10
        start_s = time.perf_counter()
        heads.decide(song, {tag: number % 2})
        touched = heads.refit()
        heads.scores(touched, np.array([song]))
        one_song_ms.append((time.perf_counter() - start_s) * 1000)
        heads.scores(touched)
        all_ms.append((time.perf_counter() - start_s) * 1000)
    what = f"from a decision to live scores, {N_JUDGED} judged of {len(space.song_ids):,} songs"
    yield under(f"{what}: of the open song", statistics.median(one_song_ms), OPEN_SONG_MS, "ms")
    yield under(f"{what}: of all songs", statistics.median(all_ms), limit_ms, "ms")


def _in_the_window(folder: Path, n_songs: int, limit_ms: float) -> Iterator[Row]:
    """How long the window is held at once while scores follow, and when all songs have them."""
    folder.mkdir()
    library = folder / "library.db"
    run_script("live_window.py", "prepare", library, n_songs, home=folder / "home")
    found = run_script("live_window.py", "measure", library, home=folder / "home")
    what = f"in the window of {n_songs:,} songs, the longest step after a decision (processor time)"
    yield under(what, found["longest_ms"]["decision"], FRAME_MS, "ms")
    what = f"in the window of {n_songs:,} songs, from a decision to new scores of all"
    yield under(what, statistics.median(found["took_ms"]), limit_ms, "ms")
