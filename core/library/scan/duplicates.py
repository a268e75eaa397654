"""Find the same recording in two files, by the features that the cache keeps of both.

Two songs are the same recording if they are equally long (within MAX_LENGTH_DIFFERENCE_S: encoders
add and drop a few hundredths) and their band energies correlate: those of their log-mels, 24 bands
by 0.25 s, each band's mean taken out, at the best of a few small shifts, so that loudness and
equalisation drop out. Measured: seven recordings as ogg and as mp3 at 96 kbit/s 0.997
and more, unlike ones 0.18 at most; composed songs as ogg and mp3 0.99, as mono AAC at 32 kbit/s
0.95, as mp3 at 48 kbit/s 0.90, and different ones, 48 of the same composer, 0.74 at most.
Loops that differ in a note pass that, too (0.985 at 2 s, 0.9999 at 12 s). So the log-mels must
correlate in every half second: what is shorter than SHORT_S is no pair otherwise, longer songs are
a pair that is only alike, which nothing joins by itself. Measured at 0.5 to 60 s, the least of one
sound's ogg and mp3 0.97, of its mp3 at 48, m4a and opus at 32 kbit/s 0.94, of loops in which one
note was changed 0.79 at most. Joining two is an edit.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from core.features.cache import FeatureCache
from core.features.recipe import RECIPES
from core.jobs import SILENT, JobContext
from core.library.edits.edit_context import EditContext
from core.library.records import Song
from core.library.scan.scan_records import Duplicate

BandEnvelopes = NDArray[np.float32]
LogMels = NDArray[np.float32]

MAX_LENGTH_DIFFERENCE_S = 0.35
MIN_SIMILARITY = 0.85
MIN_ROUGH_SIMILARITY = 0.6  # over sixteenths of the song, before the closer comparison
MIN_UNSHIFTED_SIMILARITY = 0.4  # before any shift
CELL_S = 0.25
N_BANDS = 24
RANGE_DB = 50.0  # quieter than this under the loudest, encoders do as they like
SHIFTS = (0, 1, 2, 3)  # of a quarter of a cell, either way
CACHE_KEY = "likeness-1"
SHORT_S, MIN_LOCAL_SIMILARITY = 10.0, 0.9
MAX_SHIFT_FRAMES = 9  # of a short sound's log-mels, either way: 0.19 s
LOCAL_FRAMES = 24  # half a second
LOCAL_POWER = 0.1  # of the mean: what is softer in both proves nothing
BLOCK_FRAMES = 1500  # half a minute: of a song of hours no more is compared at once
N_ROUGH_PIECES = 16
_RECIPE = RECIPES["thesis"]
_ROWS_PER_CELL = 4


def find_duplicates(
    songs: Sequence[Song], cache: FeatureCache, job: JobContext = SILENT
) -> tuple[Duplicate, ...]:
    """Find pairs of songs that are the same recording, or nearly so, the most similar first.

    Touches no library. Songs whose features are not in the cache are left out. Raises Cancelled,
    CacheError.
    """
    pairs = list[Duplicate]()
    by_duration = sorted(songs, key=lambda song: song.duration_s)
    candidates = list[tuple[Song, BandEnvelopes, BandEnvelopes]]()
    for number, song in enumerate(by_duration):
        job.check()
        job.report(number, len(by_duration), song.title)
        candidates = [
            candidate
            for candidate in candidates
            if song.duration_s - candidate[0].duration_s <= MAX_LENGTH_DIFFERENCE_S
        ]
        has_neighbour = candidates or (
            number + 1 < len(by_duration)
            and by_duration[number + 1].duration_s - song.duration_s <= MAX_LENGTH_DIFFERENCE_S
        )
        envelopes = envelopes_of(song.audio_hash, cache) if has_neighbour else None
        if envelopes is None:
            continue
        rough = _rough(envelopes)
        rough_similarities = np.stack([row[2] for row in candidates]) @ rough if candidates else ()
        for (other, other_envelopes, _), rough_similarity in zip(
            candidates, rough_similarities, strict=True
        ):
            is_near = rough_similarity >= MIN_ROUGH_SIMILARITY
            value = similarity(envelopes, other_envelopes) if is_near else 0.0
            if value < MIN_SIMILARITY:
                continue
            is_same = _is_same_throughout(song, other, cache)
            if is_same or song.duration_s >= SHORT_S:
                first, second = sorted((song.id, other.id))
                pairs.append(Duplicate(first, second, round(value, 4), is_same))
        candidates.append((song, envelopes, rough))
    return tuple(sorted(pairs, key=lambda pair: (-pair.similarity, pair.song_id, pair.other_id)))


def group_duplicates(pairs: Sequence[Duplicate]) -> Iterator[tuple[int, ...]]:
    """Join pairs to groups: the ids of all songs of one recording, ascending."""
    group_of: dict[int, set[int]] = {}
    for pair in pairs:
        group = group_of.get(pair.song_id, {pair.song_id}) | group_of.get(
            pair.other_id, {pair.other_id}
        )
        for song_id in group:
            group_of[song_id] = group
    seen = set[int]()
    for song_id in sorted(group_of):
        if song_id not in seen:
            seen |= group_of[song_id]
            yield tuple(sorted(group_of[song_id]))


def distinct_pairs(library: EditContext) -> frozenset[tuple[str, str]]:
    """Return the pairs of audio hashes that the user called different; each pair is sorted."""
    rows = library.database.rows("SELECT one_hash, other_hash FROM told_apart")
    return frozenset((row[0], row[1]) for row in rows)


def undecided(library: EditContext, pairs: Sequence[Duplicate]) -> tuple[Duplicate, ...]:
    """Keep the pairs that were not decided: both songs exist and were not called different."""
    distinct, kept = distinct_pairs(library), []
    for pair in pairs:
        one, other = library.songs.get(pair.song_id), library.songs.get(pair.other_id)
        if one is None or other is None:
            continue
        first, second = sorted((one.audio_hash, other.audio_hash))
        if (first, second) not in distinct:
            kept.append(pair)
    return tuple(kept)


def envelopes_of(audio_hash: str, cache: FeatureCache) -> BandEnvelopes | None:
    """Return the band energies a song is compared by, float32 (4 * n_cells, 24), from the cache.

    A row is a quarter of a cell. None if the song's features are not cached.
    """
    stored = cache.get_array(audio_hash, CACHE_KEY, any_mix=True)
    if stored is None:
        frames = cache.get_array(audio_hash, _RECIPE.key, any_mix=True)
        if frames is None or len(frames) < _frames_per_row():
            return None
        stored = _reduce(np.asarray(frames, np.float32)).astype(np.float16)
        cache.put_array(audio_hash, CACHE_KEY, stored)
    return np.asarray(stored, np.float32)


def similarity(one: BandEnvelopes, other: BandEnvelopes) -> float:
    """Correlate two songs' envelopes at the best small shift; 1 is the same, 0 is unrelated."""
    best = -1.0
    for shift in SHIFTS:
        for early, late in ((one, other[shift:]), (one[shift:], other)):
            n_rows = min(len(early), len(late)) // _ROWS_PER_CELL * _ROWS_PER_CELL
            if n_rows:
                best = max(best, _correlation(_cells(early[:n_rows]), _cells(late[:n_rows])))
            if best < MIN_UNSHIFTED_SIMILARITY:
                return best
    return best


def _is_same_throughout(song: Song, other: Song, cache: FeatureCache) -> bool:
    """Tell whether two songs whose envelopes are alike are alike in every half second, too."""
    one, two = (
        cache.get_array(hash_, _RECIPE.key, any_mix=True)
        for hash_ in (song.audio_hash, other.audio_hash)
    )
    if one is None or two is None:
        return False
    return local_similarity(one, two) >= MIN_LOCAL_SIMILARITY


def local_similarity(one: NDArray[np.floating], other: NDArray[np.floating]) -> float:
    """Correlate two log-mels, (n_frames, n_mels), half second by half second; return the least.

    They are compared at the small shift at which each half minute correlates best.
    """
    loudest = float(one.max()), float(other.max())
    rows = list[tuple[float, float]]()
    n_frames = min(len(one), len(other))
    for first in range(0, max(n_frames - LOCAL_FRAMES, 1), BLOCK_FRAMES):
        part = slice(first, first + BLOCK_FRAMES + LOCAL_FRAMES)  # none is lost between two
        blocks = (_audible(one[part], loudest[0]), _audible(other[part], loudest[1]))
        rows += _piece_correlations(*blocks)
    powers, correlations = np.array(rows).T
    return float(correlations[powers >= LOCAL_POWER * powers.mean()].min())


def _piece_correlations(one: LogMels, other: LogMels) -> Iterator[tuple[float, float]]:
    """Yield power per frame and correlation: of a block, and of each half second in it."""
    early, late = max(_shifted(one, other), key=lambda pair: _correlation(*pair))
    starts = range(0, max(len(early) - LOCAL_FRAMES // 2, 1), LOCAL_FRAMES // 2)
    for piece in (slice(None), *(slice(first, first + LOCAL_FRAMES) for first in starts)):
        part, counterpart = early[piece], late[piece]
        power = max(float(np.square(part).sum()), float(np.square(counterpart).sum()))
        yield power / max(len(part), 1), _correlation(part, counterpart)


def _shifted(one: LogMels, other: LogMels) -> Iterator[tuple[LogMels, LogMels]]:
    """Yield both at every small shift, equally long, each band's mean taken out."""
    for shift in range(MAX_SHIFT_FRAMES + 1):
        for early, late in ((one, other[shift:]), (one[shift:], other)):
            n_frames = min(len(early), len(late))
            if n_frames:
                early, late = early[:n_frames], late[:n_frames]
                yield early - early.mean(axis=0), late - late.mean(axis=0)


def _frames_per_row() -> int:
    return round(CELL_S / _ROWS_PER_CELL * _RECIPE.rate_hz / _RECIPE.hop_length)


def _reduce(frames: NDArray[np.float32]) -> BandEnvelopes:
    """(n_frames, n_mels) -> (n_frames // 3, 24): what is audible, in fewer bands and rows."""
    step = _frames_per_row()
    n_rows = len(frames) // step
    bands = frames[: n_rows * step].reshape(n_rows, step, N_BANDS, -1).mean(axis=(1, 3))
    return _audible(bands, float(bands.max()))


def _audible(values: NDArray[np.floating], loudest: float) -> NDArray[np.float32]:
    """Return levels relative to the loudest one, cut off RANGE_DB below it."""
    dynamic_range = RANGE_DB if _RECIPE.compression == "db" else RANGE_DB * np.log(10) / 10
    levels = np.asarray(values, np.float32)
    return np.asarray(np.maximum(levels, loudest - dynamic_range) - loudest, np.float32)


def _cells(rows: BandEnvelopes) -> BandEnvelopes:
    cells = rows.reshape(-1, _ROWS_PER_CELL, N_BANDS).mean(axis=1)
    return np.asarray(cells - cells.mean(axis=0), np.float32)


def _rough(rows: BandEnvelopes) -> BandEnvelopes:
    """Average the song in sixteen pieces, as one vector of length 1: float32 (16 * 24,)."""
    edges = np.linspace(0, len(rows), N_ROUGH_PIECES + 1).astype(int)[:-1]
    counts = np.diff(np.append(edges, len(rows)))[:, None]
    pieces = np.add.reduceat(rows, edges, axis=0) / np.maximum(counts, 1)
    pieces = (pieces - pieces.mean(axis=0)).ravel()
    return np.asarray(pieces / max(float(np.linalg.norm(pieces)), 1e-9), np.float32)


def _correlation(one: BandEnvelopes, other: BandEnvelopes) -> float:
    norm = float(np.sqrt((one * one).sum() * (other * other).sum()))
    return float((one * other).sum()) / norm if norm > 0 else 0.0
