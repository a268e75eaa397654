"""Which words are taken for one another: by the same ear later, by other annotators, by a model.

A pair is confused where a song has one tag and not the other, and a second opinion says that it has
the other. What is usual is taken off: tags that everything is mistaken for are no pair.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from core.audio.artists import artist_keys
from core.evaluation.word_pair_records import Opinion, PairSong, WordPair
from core.jobs import SILENT, JobContext
from core.library.records import CELL_NOT_JUDGED, Labels, State
from core.library.store import Library
from core.metrics.disagreement import CONFIDENT

LEAST_CONFUSED = 2  # one song is no confusion
MOST_PAIRS = 30

Cells = NDArray[np.int8]


def confused_words(library: Library, job: JobContext = SILENT) -> tuple[WordPair, ...]:
    """Find the pairs that are confused most beyond the usual, the most confused first.

    Raises LibraryError, Cancelled.
    """
    labels = library.annotations.labels()
    n_tags = len(labels.tag_ids)
    opinions, confused, usual = (np.zeros((n_tags, n_tags)) for _ in range(3))
    by_opinion: dict[Opinion, NDArray[np.float64]] = {}
    for opinion, second in _second_opinions(library, labels):
        job.check()
        n_opinions, n_confused, n_usual = confusions(labels.states, second)
        opinions, confused, usual = opinions + n_opinions, confused + n_confused, usual + n_usual
        known = by_opinion.get(opinion, np.zeros((n_tags, n_tags)))
        by_opinion[opinion] = known + n_confused + n_confused.T
    both, expected = confused + confused.T, usual + usual.T
    excess = np.triu(np.where(both >= LEAST_CONFUSED, both - expected, 0.0), 1)
    rows, columns = np.nonzero(excess > 0.0)
    order = np.argsort(-excess[rows, columns], kind="stable")[:MOST_PAIRS]
    return tuple(
        WordPair(
            int(labels.tag_ids[row]),
            int(labels.tag_ids[column]),
            int(opinions[row, column] + opinions[column, row]),
            int(both[row, column]),
            float(expected[row, column]),
            tuple(
                (opinion, n)
                for opinion, cells in by_opinion.items()
                if (n := int(cells[row, column]))
            ),
        )
        for row, column in zip(rows[order].tolist(), columns[order].tolist(), strict=True)
    )


def confusions(
    first: Cells, second: Cells
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Count, (n_tags, n_tags), songs with the row's tag and without the column's.

    first, second: opinions (n_songs, n_tags), 1 yes, 0 no, else none. Returns how many second
    opinions there are on the column's tag, how many of them say yes, and how many usually would:
    as often as of songs without the row's tag.
    """
    yes, no = (first == 1).astype(np.float64), (first == 0).astype(np.float64)
    given = no * (second >= 0)
    claimed = no * (second == 1)
    opinions, confused = yes.T @ given, yes.T @ claimed
    others, others_claimed = no.T @ given, no.T @ claimed
    return opinions, confused, opinions * others_claimed / np.maximum(others, 1.0)


def pair_songs(library: Library, tag_id: int, other_id: int) -> tuple[PairSong, ...]:
    """Return the songs that have a tag and not another one, with the part in which it is heard.

    Of songs with an example of the tag, the example's part; else one that was given the tag.
    Songs whose file is missing are left out. Raises LibraryError.
    """
    labels = library.annotations.labels()
    columns = {int(tag): column for column, tag in enumerate(labels.tag_ids)}
    if tag_id not in columns or other_id not in columns:
        return ()
    states = labels.states[:, [columns[tag_id], columns[other_id]]]
    missing = set(library.search.ids("missing").tolist())
    rows = np.flatnonzero((states[:, 0] == 1) & (states[:, 1] == 0)).tolist()
    parts = {
        anchor.song_id: (anchor.start_s, anchor.end_s)
        for anchor in library.anchors.of_tag(tag_id)
        if anchor.state is State.YES
    }
    found = []
    for row in rows:
        song_id = int(labels.song_ids[row])
        if song_id not in missing:
            part = parts.get(song_id) or _region(library, song_id, tag_id)
            artist = next(iter(artist_keys(labels.artists[row])), "")
            found.append(PairSong(song_id, labels.audio_hashes[row], artist, *part))
    return tuple(found)


# -- second opinions --------------------------------------------------------------------------


def _second_opinions(library: Library, labels: Labels) -> Iterator[tuple[Opinion, Cells]]:
    yield Opinion.AGAIN, _repeats(library, labels)
    yield from ((Opinion.OTHERS, cells) for cells in _others(library, labels))
    yield Opinion.MODEL, _model(library, labels)


def _repeats(library: Library, labels: Labels) -> Cells:
    cells = np.full_like(labels.states, CELL_NOT_JUDGED)
    songs = {int(song): row for row, song in enumerate(labels.song_ids)}
    tags = {int(tag): column for column, tag in enumerate(labels.tag_ids)}
    codes = {State.YES: 1, State.NO: 0}
    for repeat in library.repeats.all():
        row, column = songs.get(repeat.song_id), tags.get(repeat.tag_id)
        if row is not None and column is not None and repeat.state in codes:
            cells[row, column] = codes[repeat.state]
    return cells


def _others(library: Library, labels: Labels) -> list[Cells]:
    own = library.annotators.current.id
    ears = [ear.id for ear in library.colleagues.ears() if ear.id != own]
    found = {ear: np.full_like(labels.states, CELL_NOT_JUDGED) for ear in ears}
    order = np.argsort(labels.song_ids)
    shared = set(library.colleagues.tags_of_several([own, *ears])) if ears else set()
    for column, tag_id in enumerate(labels.tag_ids.tolist()):
        if tag_id not in shared:
            continue
        decisions = library.colleagues.decisions_on(tag_id, [own, *ears])
        at = np.searchsorted(labels.song_ids, decisions.song_ids, sorter=order)
        rows = order[np.minimum(at, len(order) - 1)]
        known = labels.song_ids[rows] == decisions.song_ids
        for ear, states in zip(ears, decisions.states[1:], strict=True):
            found[ear][rows[known], column] = states[known]
    return list(found.values())


def _model(library: Library, labels: Labels) -> Cells:
    """What the model in use says where it is sure; of songs it learned from, out of fold."""
    cells = np.full_like(labels.states, CELL_NOT_JUDGED)
    model = library.models.active()
    if model is None:
        return cells
    scores = library.search.scores_by_tag(model)
    at = {int(song): row for row, song in enumerate(scores.ids)}
    pairs = [(row, at[int(song)]) for row, song in enumerate(labels.song_ids) if int(song) in at]
    rows, found = np.array(pairs, np.int64).reshape(-1, 2).T
    tags = {int(tag): column for column, tag in enumerate(labels.tag_ids)}
    for index, tag_id in enumerate(scores.tag_ids):
        if tag_id in tags and len(rows):
            values = scores.scores[found, index]
            sure = np.full(len(values), CELL_NOT_JUDGED, np.int8)
            sure[values >= CONFIDENT], sure[values <= 1.0 - CONFIDENT] = 1, 0
            cells[rows, tags[tag_id]] = sure
    return cells


def _region(library: Library, song_id: int, tag_id: int) -> tuple[float | None, float | None]:
    """Return the first part of a song that was given the tag; (None, None) where there is none."""
    for region in library.annotations.regions_of_song(song_id):
        if region.tag_id == tag_id and region.state is State.YES:
            return region.start_s, region.end_s
    return None, None
