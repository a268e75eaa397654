"""The stored split by artist: songs kept apart from gradient training, which overfits.

Seeded and stratified by tag; once a song has its side it keeps it, whatever joins the library.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from core.audio.artists import artist_keys, spelling_key, split_artists
from core.library.records import Labels
from core.training.artist_groups import artist_groups, artist_name
from core.training.folds import song_key

LEARN, KEPT = "learn", "kept"
KEPT_SHARE, VALIDATION_SHARE = 0.2, 0.25
N_DRAWS = 60  # of which the one with the most measurable tags and the nearest share is taken
MIN_SONGS_TO_VALIDATE = 8


def group_keys(labels: Labels) -> list[str]:
    """Name what each song is kept apart with: its artists' group, or itself where none is known."""
    return [
        f"artist {name}" if name else song_key(audio_hash)
        for name, audio_hash in zip(artist_groups(labels), labels.audio_hashes, strict=True)
    ]


def extend_split(labels: Labels, sides: Mapping[str, str], seed: int) -> dict[str, str]:
    """Return the sides of the artists, and of the songs without one, that have none yet.

    sides: "artist NAME" or "song HASH" -> LEARN or KEPT, as stored. A group that has a side gives
    it to whoever joins it. The other groups are drawn N_DRAWS times, so that about KEPT_SHARE of
    all songs are kept; the draw that leaves most tags with a yes and a no on both sides is taken.
    """
    keys, own = group_keys(labels), own_sides(labels, sides)
    side_of_group = {key: side for key, side in zip(keys, own, strict=True) if side == LEARN}
    side_of_group |= {key: side for key, side in zip(keys, own, strict=True) if side == KEPT}
    new = sorted({key for key in keys if key not in side_of_group}, key=_digest)
    settled = (side or side_of_group.get(key) for key, side in zip(keys, own, strict=True))
    kept = np.array([side == KEPT for side in settled], dtype=np.bool_)
    side_of_group |= _draw_best(labels, keys, new, kept, seed)
    added: dict[str, str] = {}
    for row, key in enumerate(keys):
        for name in _stored_keys(labels, row):
            if name not in sides:
                added.setdefault(name, own[row] or side_of_group[key])
    return added


def kept_mask(labels: Labels, sides: Mapping[str, str]) -> NDArray[np.bool_]:
    """Mark the songs that are kept apart: (n_songs,)."""
    return np.array([side == KEPT for side in own_sides(labels, sides)], dtype=np.bool_)


def own_sides(labels: Labels, sides: Mapping[str, str]) -> list[str]:
    """Return the stored side of each song, by itself or by its artists; "" where there is none.

    A song of two artists who stand on both sides is kept: there it is one tainted song that is
    measured, while learning it would taint all kept songs of one of the two.
    """
    by_spelling: dict[str, str] = {}
    for stored, side in sorted(sides.items()):
        kind, _, name = stored.partition(" ")
        if kind == "artist" and by_spelling.get(spelling_key(name)) != KEPT:
            by_spelling[spelling_key(name)] = side
    own = []
    for row, text in enumerate(labels.artists):
        by_itself = sides.get(song_key(labels.audio_hashes[row]))
        found = {sides.get(f"artist {artist_name(text)}")}
        for artist in split_artists(text):
            exact = sides.get(f"artist {artist_name(artist)}")
            with_guests = (by_spelling.get(key) for key in artist_keys(artist))
            found.update((exact,) if exact else with_guests)
        by_artist = KEPT if KEPT in found else LEARN if LEARN in found else ""
        own.append(by_itself or by_artist)
    return own


def _stored_keys(labels: Labels, row: int) -> list[str]:
    artists = split_artists(labels.artists[row])
    if not artists:
        return [song_key(labels.audio_hashes[row])]
    return [f"artist {artist_name(artist)}" for artist in artists]


def _draw_best(
    labels: Labels, keys: Sequence[str], new: Sequence[str], kept: NDArray[np.bool_], seed: int
) -> dict[str, str]:
    """Draw the sides of new groups. keys: the group of each song; kept: those kept already."""
    if not new:
        return {}
    row_of = {key: row for row, key in enumerate(new)}
    new_rows = np.array([row_of.get(key, -1) for key in keys])
    rng = np.random.default_rng(seed)
    best, best_rank = np.zeros(len(new), dtype=np.bool_), (-1, -np.inf)
    for _ in range(N_DRAWS):
        drawn = _draw(new_rows, kept, len(new), rng)
        all_kept = kept | np.where(new_rows >= 0, drawn[new_rows], False)
        rank = _n_measurable(labels.states, all_kept), -abs(float(all_kept.mean()) - KEPT_SHARE)
        if rank > best_rank:
            best, best_rank = drawn, rank
    return {key: KEPT if best[row] else LEARN for key, row in row_of.items()}


def _draw(
    new_rows: NDArray[np.int64], kept: NDArray[np.bool_], n_new: int, rng: np.random.Generator
) -> NDArray[np.bool_]:
    """Keep new groups in a random order until the share is reached; larger than that, none."""
    sizes = np.bincount(new_rows[new_rows >= 0], minlength=n_new)
    n_wanted = KEPT_SHARE * len(new_rows) - int(kept.sum())
    drawn = np.zeros(n_new, dtype=np.bool_)
    for row in rng.permutation(n_new):
        if sizes[row] <= n_wanted + 0.5:
            drawn[row] = True
            n_wanted -= int(sizes[row])
    return drawn


def _n_measurable(states: NDArray[np.int8], kept: NDArray[np.bool_]) -> int:
    """Count the tags with a yes and a no on both sides."""
    sides = [states[kept], states[~kept]]
    both = [(side == 1).any(axis=0) & (side == 0).any(axis=0) for side in sides]
    return int((both[0] & both[1]).sum())


def _digest(key: str) -> bytes:
    return hashlib.blake2b(key.encode()).digest()


def validation_rows(groups: NDArray[np.int64], train: NDArray[np.int64]) -> NDArray[np.int64]:
    """Choose rows among train to validate on: a quarter, whole artists; none of few songs.

    They decide how long to train, so that the songs kept apart decide nothing.
    """
    if len(train) < MIN_SONGS_TO_VALIDATE:
        return train[:0]
    chosen: list[int] = []
    for group in np.unique(groups[train])[:-1]:
        if len(chosen) >= VALIDATION_SHARE * len(train):
            break
        chosen += train[groups[train] == group].tolist()
    return np.array(sorted(chosen), dtype=np.int64)
