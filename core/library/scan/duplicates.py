"""The same recording in two files, noticed by what the cache keeps of both.

Two songs are the same recording if they are equally long (within SAME_LENGTH_S: encoders add and
drop a few hundredths) and their band energies rise and fall together: the correlation of their
log-mels, 24 bands by 0.25 s, each band's mean taken out, at the best of a few small shifts, so that
loudness and equalisation drop out. Measured: seven recordings as ogg and as mp3 at 96 kbit/s 0.997
and more, unlike ones 0.18 at most; composed songs as ogg and mp3 0.99, as mono AAC at 32 kbit/s
0.95, as mp3 at 48 kbit/s 0.90, and different ones, 48 of the same composer, 0.74 at most.
Joining two is an edit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.features.cache import FeatureCache
from core.features.recipe import RECIPES
from core.jobs import SILENT, JobContext
from core.library.records import Song

Likeness = NDArray[np.float32]

SAME_LENGTH_S = 0.35
ALIKE = 0.85
ROUGHLY_ALIKE = 0.6  # over sixteenths of the song, before the closer look
HOPELESS = 0.4  # before any shift
CELL_S = 0.25
N_BANDS = 24
DEEPEST_DB = 50.0  # quieter than this under the loudest, encoders do as they like
SHIFTS = (0, 1, 2, 3)  # of a quarter of a cell each, either way
KEY = "likeness-1"
_RECIPE = RECIPES["thesis"]
_PER_CELL = 4


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two songs that are one recording. likeness: correlation, 1 is the same."""

    song_id: int
    other_id: int
    likeness: float


def duplicates(
    songs: Sequence[Song], cache: FeatureCache, job: JobContext = SILENT
) -> tuple[Duplicate, ...]:
    """Pairs of songs that are the same recording, the likeliest first. Touches no library.

    Songs whose features are not in the cache are left out. Raises Cancelled, CacheError.
    """
    found = list[Duplicate]()
    order = sorted(songs, key=lambda song: song.duration_s)
    kept = list[tuple[Song, Likeness, Likeness]]()
    for number, song in enumerate(order):
        job.check()
        job.report(number, len(order), song.title)
        kept = [each for each in kept if song.duration_s - each[0].duration_s <= SAME_LENGTH_S]
        has_neighbour = kept or (
            number + 1 < len(order)
            and order[number + 1].duration_s - song.duration_s <= SAME_LENGTH_S
        )
        mine = likeness_of(song.audio_hash, cache) if has_neighbour else None
        if mine is None:
            continue
        rough = _rough(mine)
        near = np.stack([each[2] for each in kept]) @ rough if kept else ()
        for (other, theirs, _), nearness in zip(kept, near, strict=True):
            value = alike(mine, theirs) if nearness >= ROUGHLY_ALIKE else 0.0
            if value >= ALIKE:
                first, second = sorted((song.id, other.id))
                found.append(Duplicate(first, second, round(value, 4)))
        kept.append((song, mine, rough))
    return tuple(sorted(found, key=lambda each: (-each.likeness, each.song_id, each.other_id)))


def groups(pairs: Sequence[Duplicate]) -> Iterator[tuple[int, ...]]:
    """Pairs put together: all songs of one recording, the oldest id first."""
    together: dict[int, set[int]] = {}
    for pair in pairs:
        both = together.get(pair.song_id, {pair.song_id}) | together.get(
            pair.other_id, {pair.other_id}
        )
        for each in both:
            together[each] = both
    seen = set[int]()
    for each in sorted(together):
        if each not in seen:
            seen |= together[each]
            yield tuple(sorted(together[each]))


def likeness_of(audio_hash: str, cache: FeatureCache) -> Likeness | None:
    """What a song is compared by, float32 (4 n_cells, 24), a row each quarter cell; from the cache.

    None if the song's features are not there.
    """
    stored = cache.get_array(audio_hash, KEY)
    if stored is None:
        rows = cache.get_array(audio_hash, _RECIPE.key)
        if rows is None or len(rows) < _frames_a_row():
            return None
        stored = _summary(np.asarray(rows, np.float32)).astype(np.float16)
        cache.put_array(audio_hash, KEY, stored)
    return np.asarray(stored, np.float32)


def alike(one: Likeness, other: Likeness) -> float:
    """How far two songs rise and fall together: correlation at the best small shift."""
    best = -1.0
    for shift in SHIFTS:
        for early, late in ((one, other[shift:]), (one[shift:], other)):
            n = min(len(early), len(late)) // _PER_CELL * _PER_CELL
            if n:
                best = max(best, _correlation(_cells(early[:n]), _cells(late[:n])))
            if best < HOPELESS:
                return best
    return best


def _frames_a_row() -> int:
    return round(CELL_S / _PER_CELL * _RECIPE.rate_hz / _RECIPE.hop_length)


def _summary(rows: NDArray[np.float32]) -> Likeness:
    """(n_frames, n_mels) -> (n_frames // 3, 24): what is audible, in fewer bands and moments."""
    step = _frames_a_row()
    n = len(rows) // step
    bands = rows[: n * step].reshape(n, step, N_BANDS, -1).mean(axis=(1, 3))
    deepest = DEEPEST_DB if _RECIPE.compression == "db" else DEEPEST_DB * np.log(10) / 10
    return np.asarray(np.maximum(bands, bands.max() - deepest) - bands.max(), np.float32)


def _cells(rows: Likeness) -> Likeness:
    cells = rows.reshape(-1, _PER_CELL, N_BANDS).mean(axis=1)
    return np.asarray(cells - cells.mean(axis=0), np.float32)


def _rough(rows: Likeness) -> Likeness:
    """The song in sixteen pieces, as one vector of length 1: float32 (16 * 24,)."""
    edges = np.linspace(0, len(rows), 17).astype(int)[:-1]
    counts = np.diff(np.append(edges, len(rows)))[:, None]
    pieces = np.add.reduceat(rows, edges, axis=0) / np.maximum(counts, 1)
    pieces = (pieces - pieces.mean(axis=0)).ravel()
    return np.asarray(pieces / max(float(np.linalg.norm(pieces)), 1e-9), np.float32)


def _correlation(one: Likeness, other: Likeness) -> float:
    size = float(np.sqrt((one * one).sum() * (other * other).sum()))
    return float((one * other).sum()) / size if size > 0 else 0.0
