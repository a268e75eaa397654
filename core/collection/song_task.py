"""One song of a collection: decode it once, embed and score it by every model, store all of it.

A pure task: the same file and models give the same bytes, on whichever process it runs, so one that
was killed is simply run again. Light to import; torch is loaded with the first song.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from core.audio.decode import AudioInfo
from core.audio.file_stats import FileStats
from core.audio.metadata import Metadata
from core.collection.collection_folder import CollectionFolder
from core.errors import CollectionError, RhythmCapError
from core.features.analyse import SongAnalysis, identify_song
from core.features.cache import CacheError, FeatureCache
from core.features.prefetch import KnownSong
from core.features.recipe import RECIPES, FeatureRecipe
from core.jobs import SILENT, JobContext
from core.messages import from_json, to_json

if TYPE_CHECKING:
    from core.models.checkpoint import TaggingModel

ANALYSE = f"{__name__}:analyse_collected"


def analyse_collected(
    path: Path, cache: FeatureCache, folders: Sequence[str], job: JobContext = SILENT
) -> SongAnalysis:
    """Analyse and score a song, and write its file. folders: the collection's.

    Raises AudioError, SoundError; CacheError where no song can succeed: nothing can be stored, or
    the folder is gone; Cancelled.
    """
    folder = CollectionFolder(Path(folders[0]))
    if not folder.has_plan():  # else it would be made anew, on the wrong side of a lost drive
        raise CacheError("collection.folder_gone", folder=folder.path, path=folder.path)
    models, keeps_features = _models_in(folder.path)
    analysis = identify_song(path, cache, _known_recipes(models), job, on_one_core=True)
    known = KnownSong(path, analysis.audio_hash, analysis.stats)
    embeddings = {
        digest: _score(model, digest, known, cache, job) for digest, model in models.items()
    }
    for recipe in () if keeps_features else _recipes(models):
        cache.remove_array(analysis.audio_hash, recipe.base.key)
    try:
        folder.write_song(path, {**_analysis_json(analysis), "embeddings": embeddings})
    except RhythmCapError as error:
        raise CacheError(error.id, path=error.path, detail=error.detail, **error.params) from error
    return analysis


def ensure_music_there(path: Path, root: Path) -> None:
    """Raise CollectionError where a song is not there, nor anything else below the folder of all.

    A drive is lost then, or was never there on this machine: no song can succeed.
    """
    if not path.exists() and _is_empty(root):
        raise CollectionError("collection.folder_gone", folder=root, path=root)


def _is_empty(folder: Path) -> bool:
    """Tell whether nothing is in a folder: it is gone, or a drive that belongs there is."""
    try:
        with os.scandir(folder) as entries:
            return next(entries, None) is None
    except OSError:
        return True


def scores_key(digest: str) -> str:
    """Return what the cache calls the scores by a model, of the digest of its weights."""
    return f"scores-{digest}"


@functools.cache
def own_arithmetic() -> str:
    """Say how this machine computes."""
    from core.models.device import choose_device, machine_arithmetic

    return machine_arithmetic(choose_device())


@functools.lru_cache(maxsize=1)
def _models_in(path: Path) -> tuple[dict[str, TaggingModel], bool]:
    """Load the models of a plan, once a process, which from then on computes with one thread.

    Returns also whether features are kept.

    There is a process for each core, and the order of sums is the same everywhere.
    """
    import torch
    from threadpoolctl import threadpool_limits

    from core.models.checkpoint import load_checkpoint
    from core.models.device import choose_device
    from core.models.probe_form import probe_form

    torch.set_num_threads(1)
    threadpool_limits(1, user_api="blas")
    device, plan = choose_device(), CollectionFolder(path).read_plan()
    models = {
        model.digest: probe_form(load_checkpoint(path / model.file, device))
        for model in plan.models
    }
    return models, plan.keeps_features


def _recipes(models: dict[str, TaggingModel]) -> list[FeatureRecipe]:
    from core.models.probe_form import side_recipes

    return [
        recipe
        for model in models.values()
        for recipe in (model.card.recipe, *side_recipes(model.card))
    ]


def _known_recipes(models: dict[str, TaggingModel]) -> list[str]:
    """Name the recipes that the one decode pass can serve; a model's own one is decoded for it."""
    recipes = _recipes(models)
    return list(dict.fromkeys(r.name for r in recipes if RECIPES.get(r.name) == r))


def _score(
    model: TaggingModel, digest: str, song: KnownSong, cache: FeatureCache, job: JobContext
) -> str:
    """Put a song's embedding and scores into the cache; return the embedding's key."""
    from core.models.predict import predict_songs
    from core.models.probe_form import embedding_key

    key = embedding_key(model)
    (scores,) = predict_songs(model, [song], cache, job)
    if isinstance(scores, RhythmCapError):
        raise scores
    if not cache.has(song.audio_hash, key):
        raise CacheError("features.cache_unwritable", path=cache.folder)
    if len(scores):
        cache.put_array(song.audio_hash, scores_key(digest), np.asarray(scores, np.float32))
    return key


# -- what a song's file holds ---------------------------------------------------------------------


def _analysis_json(analysis: SongAnalysis) -> dict[str, Any]:
    info = asdict(analysis.info)
    del info["path"]
    return {
        "path": str(analysis.path),
        "audio_hash": analysis.audio_hash,
        "n_frames": analysis.n_frames,
        "fingerprint": analysis.fingerprint,
        "info": info,
        "metadata": asdict(analysis.metadata),
        "stats": asdict(analysis.stats),
        "warnings": _texts_json(analysis.warnings),
        "file_remarks": _texts_json(analysis.file_remarks),
    }


def read_analysis(raw: dict[str, Any]) -> tuple[SongAnalysis, dict[str, str]]:
    """Read a song's file: what is known of it, and the keys of its embeddings by model digest.

    Raises KeyError, TypeError, ValueError where it is odd.
    """
    path = Path(raw["path"])
    info, metadata = AudioInfo(path, **raw["info"]), raw["metadata"]
    analysis = SongAnalysis(
        path=path,
        audio_hash=raw["audio_hash"],
        info=info,
        n_frames=raw["n_frames"],
        duration_s=raw["n_frames"] / info.rate_hz,
        metadata=Metadata(**{**metadata, "artists": tuple(metadata["artists"])}),
        stats=FileStats(**raw["stats"]),
        fingerprint=raw["fingerprint"],
        warnings=_texts(raw["warnings"]),
        file_remarks=_texts(raw["file_remarks"]),
    )
    return analysis, dict(raw["embeddings"])


def _texts_json(texts: Sequence[str]) -> list[dict[str, Any]]:
    return [{"text": str(text), "message": to_json(text)} for text in texts]


def _texts(stored: list[dict[str, Any]]) -> tuple[str, ...]:
    return tuple(from_json(item["text"], item["message"]) for item in stored)
