"""Which words are ready to be learned, what the others need, and which songs would help.

Pure functions of Labels; no torch, no library. What learning itself asks for is labels.py's.
"""

from __future__ import annotations

from collections.abc import Collection

import numpy as np
from numpy.typing import NDArray

from core.library.records import CELL_NOT_JUDGED, CELL_UNSURE, Labels
from core.metrics.intervals import MIN_ARTISTS, MIN_ARTISTS_OF_A_SIDE, MIN_SONGS, Support
from core.training.artist_groups import artist_groups, joined_spellings
from core.training.readiness_records import (
    WANT_NO,
    Need,
    OpenCategory,
    Readiness,
    Remark,
    WordReadiness,
)

MIN_YES, MIN_NO = 1, 1  # to be learned
N_LIKELY, N_RANDOM = 12, 4
_URGENCY = {need: rank for rank, need in enumerate(Need)}


def readiness(
    labels: Labels, judged_on_parts: Collection[tuple[int, int]] = frozenset()
) -> Readiness:
    """Return what each judged word has and needs, the words that need something first.

    judged_on_parts: (song id, tag id) of decisions on parts of songs; they are nothing to learn
    from, but leave nothing to say no to.
    """
    states = labels.states
    groups, n_artists, n_without_artist = _artists(labels)
    counts = {code: (states == code).sum(axis=0) for code in (1, 0, CELL_UNSURE, CELL_NOT_JUDGED)}
    used = np.flatnonzero(counts[CELL_NOT_JUDGED] < len(states))
    words = [
        _word(labels, column, counts, _support(states[:, column], groups))
        for column in used.tolist()
    ]
    judged = (states >= 0).any(axis=1)
    n_judged = int(judged.sum())
    return Readiness(
        words=tuple(sorted(words, key=_rank)),
        n_unused=states.shape[1] - len(used),
        n_judged=n_judged,
        n_songs=len(states),
        n_artists=n_artists,
        n_without_artist=n_without_artist,
        categories=_open_categories(labels, judged_on_parts),
        remark=_remark(n_judged, n_artists, n_without_artist),
        spellings=joined_spellings(labels.artists[row] for row in np.flatnonzero(judged)),
        n_unclear=labels.n_unclear,
    )


def songs_to_judge(
    labels: Labels, word: WordReadiness, scores: NDArray[np.float32] | None, seed: int
) -> tuple[int, ...]:
    """Choose songs not judged on a word: those that most likely are what it needs, a few at random.

    scores: the model's for the word, (n_songs,), NaN where there is none; None: the model does not
    know it, and songs with few tags are taken for a likely no. The order tells nothing about the
    score; the same seed gives the same songs.
    """
    rng = np.random.default_rng(seed)
    column = int(np.flatnonzero(labels.tag_ids == word.tag_id)[0])
    open_rows = np.flatnonzero(labels.states[:, column] == CELL_NOT_JUDGED)
    shuffled = rng.permutation(open_rows)  # so that equal ones are taken at random
    likely = shuffled[_by_likelihood(labels, word, column, scores, shuffled)][:N_LIKELY]
    rest = np.setdiff1d(open_rows, likely)
    few = rng.permutation(rest)[:N_RANDOM]
    chosen = rng.permutation(np.concatenate([likely, few]))
    return tuple(labels.song_ids[chosen].tolist())


def _by_likelihood(
    labels: Labels,
    word: WordReadiness,
    column: int,
    scores: NDArray[np.float32] | None,
    rows: NDArray[np.int64],
) -> NDArray[np.int64]:
    """Return the indices of rows, the likeliest to be what the word needs first."""
    wants_no = bool(word.needs) and word.needs[0] in WANT_NO
    if scores is None:
        if not wants_no:
            return np.zeros(0, np.int64)
        n_yes = (labels.states[rows] == 1).sum(axis=1)
        return np.argsort(n_yes, kind="stable")
    known = np.flatnonzero(~np.isnan(scores[rows]))
    if word.needs[:1] in ((Need.MORE_ARTISTS,), (Need.MORE_NO_ARTISTS,)):
        groups, _, _ = _artists(labels)
        own_side = labels.states[:, column] == (0 if wants_no else 1)
        known_artist = np.isin(groups[rows], groups[own_side])
        known = known[~known_artist[known]]
    own = scores[rows[known]]
    return known[np.argsort(own if wants_no else -own, kind="stable")]


def _word(
    labels: Labels, column: int, counts: dict[int, NDArray[np.int64]], support: Support
) -> WordReadiness:
    n_yes, n_no, n_unsure, n_open = (
        int(counts[code][column]) for code in (1, 0, CELL_UNSURE, CELL_NOT_JUDGED)
    )
    tag_id = int(labels.tag_ids[column])
    weak_no = tag_id in labels.weak_no
    return WordReadiness(
        tag_id=tag_id,
        name=labels.tag_names[column],
        category_id=int(labels.category_ids[column]) if len(labels.category_ids) else 0,
        n_yes=n_yes,
        n_no=n_no,
        n_unsure=n_unsure,
        n_open=n_open,
        n_artists=support.n_positive_artists,
        weak_no=weak_no,
        needs=_needs(support, n_open if weak_no else 0),
        n_no_artists=support.n_negative_artists,
    )


def _support(states: NDArray[np.int8], groups: NDArray[np.int64]) -> Support:
    """Count as Support.of does; groups from 0, so that very many words need no sorting."""
    has_side = np.zeros((2, int(groups.max(initial=-1)) + 1), np.bool_)
    for state in (0, 1):
        has_side[state, groups[states == state]] = True
    n_of_no, n_of_yes = has_side.sum(axis=1).tolist()
    n_yes, n_no = int((states == 1).sum()), int((states == 0).sum())
    return Support(n_yes, n_no, int(has_side.any(axis=0).sum()), n_of_yes, n_of_no)


def _needs(support: Support, n_weak_no: int) -> tuple[Need, ...]:
    """Say what a word lacks to be learned, or to be measured, which is metrics' to say."""
    n_yes, n_no = support.n_positive, support.n_negative
    has_no = n_no + n_weak_no >= MIN_NO
    if n_yes < MIN_YES:
        return (Need.YES,) if n_no >= MIN_NO else (Need.BOTH,)
    if not has_no:
        return (Need.NO,)
    few_of_yes = support.n_positive_artists < MIN_ARTISTS_OF_A_SIDE
    few_of_no = support.n_negative_artists < MIN_ARTISTS_OF_A_SIDE
    more_artists = n_yes >= MIN_SONGS and (few_of_yes or support.n_artists < MIN_ARTISTS)
    lacking = {
        Need.MORE_NO: n_no < MIN_SONGS,
        Need.MORE_YES: n_yes < MIN_SONGS,
        Need.MORE_ARTISTS: more_artists,
        Need.MORE_NO_ARTISTS: n_no >= MIN_SONGS and few_of_no and not more_artists,
    }
    return tuple(need for need, lacks in lacking.items() if lacks)


def _rank(word: WordReadiness) -> tuple[int, int, str]:
    """Put what one kind of song would mend first, and of these the word with most decisions."""
    first = _URGENCY[word.needs[0]] if word.needs else len(_URGENCY)
    return first, -(word.n_yes + word.n_no), word.name.casefold()


def _open_categories(
    labels: Labels, judged_on_parts: Collection[tuple[int, int]]
) -> tuple[OpenCategory, ...]:
    found = []
    is_open = labels.states == CELL_NOT_JUDGED
    has_open = is_open & ~_cells(labels, judged_on_parts)
    for category_id in np.unique(labels.category_ids).tolist():
        columns = labels.category_ids == category_id
        open_cells = has_open[:, columns]
        partly = open_cells.any(axis=1) & ~is_open[:, columns].all(axis=1)
        if n_songs := int(partly.sum()):
            found.append(OpenCategory(category_id, n_songs, int(open_cells[partly].sum())))
    return tuple(sorted(found, key=lambda category: (-category.n_songs, category.category_id)))


def _cells(labels: Labels, pairs: Collection[tuple[int, int]]) -> NDArray[np.bool_]:
    """Mark the cells of (song id, tag id) pairs, (n_songs, n_tags); unknown ones are left out."""
    marked = np.zeros(labels.states.shape, np.bool_)
    rows = {song_id: row for row, song_id in enumerate(labels.song_ids.tolist())} if pairs else {}
    columns = {tag_id: column for column, tag_id in enumerate(labels.tag_ids.tolist())}
    for song_id, tag_id in pairs:
        if song_id in rows and tag_id in columns:
            marked[rows[song_id], columns[tag_id]] = True
    return marked


def _artists(labels: Labels) -> tuple[NDArray[np.int64], int, int]:
    """Return a number per artist or song without one, (n_songs,); of the judged songs, how many
    artists are known, and how many songs have none.
    """
    names = artist_groups(labels)
    keys = [name or f"\0{row}" for row, name in enumerate(names)]
    _, groups = np.unique(np.array(keys or [""], dtype=object), return_inverse=True)
    judged = np.flatnonzero((labels.states >= 0).any(axis=1)).tolist()
    known = {names[row] for row in judged} - {""}
    return groups[: len(names)], len(known), sum(not names[row] for row in judged)


def _remark(n_judged: int, n_artists: int, n_without_artist: int) -> Remark | None:
    if not n_judged:
        return Remark.NOTHING_JUDGED
    if n_without_artist == n_judged:
        return Remark.NO_ARTIST
    if n_artists + n_without_artist >= MIN_ARTISTS:
        return None
    return Remark.ONE_ARTIST if n_artists + n_without_artist == 1 else Remark.FEW_ARTISTS
