"""Test songs whose sound was deformed: their features lie in the cache under a hash of their own.

Whatever a system reads of a song it reads by its hash, so every system can be tested on them. Their
files do not exist: a system that reads the file itself cannot take the undeformed one by mistake.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from core.audio.deformations import DEFORMATIONS, Condition, deform
from core.audio.whole_sound import read_sound
from core.errors import AudioError, is_disk_full
from core.features.cache import FeatureCache
from core.features.recipe import FeatureRecipe
from core.features.sound_features import sound_features
from core.jobs import SILENT, JobContext, part_of
from core.library.records import Labels
from core.models.probe_form import side_recipes
from core.systems.song_views import RECIPE, SongViews

MOST_S = 300.0  # of a song that are deformed, undeformed or not: memory stays small
SEED = 0  # of the noise


def deformed_songs(songs: Labels, condition: Condition) -> Labels:
    """Return the songs as those of a condition: other hashes, and files that do not exist."""
    return replace(
        songs,
        audio_hashes=tuple(deformed_hash(name, condition) for name in songs.audio_hashes),
        paths=tuple(path / condition.deformation for path in songs.paths),
        digest="",
    )


def deformed_hash(audio_hash: str, condition: Condition) -> str:
    """Name the deformed sound of a song."""
    text = f"{audio_hash} {condition.deformation} {condition.strength!r} {SEED} {MOST_S}"
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def ensure_deformed(
    songs: Labels, condition: Condition, views: SongViews, job: JobContext = SILENT
) -> dict[int, AudioError]:
    """Put the features of deformed songs into the cache, where they are not yet.

    songs: as they are. Returns the rows of those that cannot be read or deformed, such as files
    that have vanished meanwhile. Raises AudioError where none can, CacheError, Cancelled.
    """
    problem = DEFORMATIONS[condition.deformation].problem()
    if problem is not None:
        raise problem
    recipes, lost = _recipes(views), dict[int, AudioError]()
    for row, (path, audio_hash) in enumerate(zip(songs.paths, songs.audio_hashes, strict=True)):
        job.check()
        job.report(row, len(songs.paths), path.name)
        own = deformed_hash(audio_hash, condition)
        if all(views.cache.has(own, recipe) for recipe in recipes):
            continue
        part = part_of(job, row, len(songs.paths))
        try:
            sound = read_sound(path, audio_hash, MOST_S, part)
            samples = deform(sound.samples, sound.rate_hz, condition, SEED, part)
        except AudioError as error:
            if is_disk_full(error):
                raise
            lost[row] = error
            continue
        stored = [replace(recipe, top_db=None) for recipe in recipes]  # it comes in on the way out
        features = sound_features(samples, sound.rate_hz, stored)
        for recipe, log_mel in zip(recipes, features, strict=True):
            values = np.ascontiguousarray(log_mel.values)
            views.cache.put(replace(log_mel, values=values, recipe=recipe, audio_hash=own))
    if lost and len(lost) == len(songs.paths):
        raise next(iter(lost.values()))
    return lost


def forget_deformed(
    audio_hashes: Iterable[str], conditions: Iterable[Condition], cache: FeatureCache
) -> None:
    """Delete the features of deformed songs: they are many, and quickly made again."""
    conditions = tuple(conditions)
    for audio_hash in audio_hashes:
        for condition in conditions:
            cache.remove(deformed_hash(audio_hash, condition))


def _recipes(views: SongViews) -> tuple[FeatureRecipe, ...]:
    card = views.model.card
    all_recipes = (RECIPE, card.recipe, *side_recipes(card))
    return tuple({recipe.base.key: recipe.base for recipe in all_recipes}.values())
