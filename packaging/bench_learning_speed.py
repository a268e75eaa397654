"""Speed of learning and of rescoring where every embedding is kept: no sound, no network."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from bench_row import Row, under
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from core.audio.file_stats import FileStats
from core.features.cache import MIX, FeatureCache
from core.features.prefetch import KnownSong
from core.library.records import Labels
from core.models.checkpoint import TaggingModel, load_checkpoint
from core.models.device import leave_one_core_free
from core.models.predict import predict_songs
from core.models.probe_form import keep_embedding, probe_form, probe_network
from core.paths import resource
from core.training.config import FinetuneRequest
from core.training.finetune import finetune
from core.training.labels import select_songs

SIZES_S = ((100, 1.0), (1000, 5.0))  # songs, seconds they may take; the first time loads code
N_TAGS, N_FACTORS, NO_SHARE, SONGS_PER_ARTIST = 60, 40, 0.3, 5
RESCORE_S = 5.0


def run() -> Iterator[Row]:
    """Learn from 100 and from 1 000 songs with 60 tags, and score these with what was learned."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        model = probe_form(load_checkpoint(resource("starter.safetensors")))
        cache = FeatureCache(folder / "cache")
        labels, songs = judged_songs(folder, model, cache)
        for n_songs, limit_s in SIZES_S:
            rows = np.arange(n_songs)
            request = FinetuneRequest(
                name=f"bench {n_songs}", parent_name="starter", depth="automatic", epochs=1,
                seed=1, models_folder=folder / "models",
            )  # fmt: skip
            for _ in range(2):
                start_s = time.perf_counter()
                result = finetune(request, select_songs(labels, rows), model, cache)
                took_s = time.perf_counter() - start_s
            what = f"learning {N_TAGS} tags from {n_songs:,} songs whose embeddings are kept"
            yield _row(what, took_s, limit_s)
        learned = load_checkpoint(result.model_path)
        start_s = time.perf_counter()
        with leave_one_core_free():
            n_scored = sum(isinstance(s, np.ndarray) for s in predict_songs(learned, songs, cache))
        took_s = time.perf_counter() - start_s
        assert n_scored == len(songs)
        yield _row(f"scoring {len(songs):,} songs with a new model", took_s, RESCORE_S)


def _row(what: str, took_s: float, limit_s: float) -> Row:
    row = under(what, took_s * 1000, limit_s * 1000, "ms")
    reference = f"{limit_s:g} s; a product of 2 000 × 2 000 takes {_product_s() * 1000:.0f} ms"
    return Row(row.what, row.measured, reference, row.ratio, row.goal, row.met)


def _product_s() -> float:
    """Time a matrix product on one core: how fast this machine is now."""
    matrix = np.random.default_rng(0).normal(size=(2000, 2000))
    with threadpool_limits(1):
        start_s = time.perf_counter()
        matrix @ matrix
        return time.perf_counter() - start_s


def judged_songs(
    folder: Path, model: TaggingModel, cache: FeatureCache
) -> tuple[Labels, list[KnownSong]]:
    """Make songs of empty files with kept embeddings that 60 tags depend on, as music's would."""
    rng, n_songs = np.random.default_rng(1), SIZES_S[-1][0]
    width = probe_network(model).classifier.in_features
    factors = rng.normal(size=(n_songs, N_FACTORS))
    noise = rng.normal(size=(n_songs, width))
    embeddings = (factors @ rng.normal(size=(N_FACTORS, width)) + 3 * noise).astype(np.float32)
    songs = []
    for number, embedding in enumerate(embeddings):
        path, audio_hash = folder / f"{number}.flac", f"{number:032x}"
        path.touch()
        stats = FileStats.read(path)
        assert stats is not None
        songs.append(KnownSong(path, audio_hash, stats))
        cache.put_array(audio_hash, MIX, np.array([0, -1, 0.0, 1.0]))  # one channel, as it is
        keep_embedding(cache, audio_hash, model, embedding)
    labels = Labels(
        song_ids=np.arange(n_songs),
        audio_hashes=tuple(song.audio_hash for song in songs),
        paths=tuple(song.path for song in songs),
        artists=tuple(f"artist {number // SONGS_PER_ARTIST}" for number in range(n_songs)),
        tag_ids=np.arange(N_TAGS),
        tag_names=tuple(f"tag {number}" for number in range(N_TAGS)),
        states=_decisions(rng, factors),
        codebook_version=1,
    )
    return labels, songs


def _decisions(rng: np.random.Generator, factors: NDArray[np.float64]) -> NDArray[np.int8]:
    """Judge songs on tags that follow the factors; what is not a yes is judged here and there."""
    evidence = factors @ rng.normal(size=(N_FACTORS, N_TAGS)) + 2 * rng.normal(
        size=(len(factors), N_TAGS)
    )
    is_yes = evidence > np.quantile(evidence, rng.uniform(0.7, 0.97, N_TAGS), axis=0).diagonal()
    is_judged = is_yes | (rng.random(is_yes.shape) < NO_SHARE)
    return np.where(is_judged, is_yes.astype(np.int8), np.int8(-1))
