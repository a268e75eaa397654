"""Queues of a library's own songs: its decisions, scores and embeddings, as a queue to be kept.

Songs whose files are missing are not asked about. Reading only: keeping it is the library's part.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from core.library.queue_records import NewItem, NewQueue, Queue, QueueItem, QueueKind
from core.library.records import ModelRow
from core.library.store import Library
from core.sampling.rerank import spare_positions, waiting_items
from core.sampling.sampling_records import RANDOM_SHARE, Pick, Pool, QueuePlan, WordOrder
from core.sampling.song_queue import (
    choose_by_strata,
    choose_for_word,
    choose_songs,
    rank_for_word,
    rank_songs,
)
from core.similarity.embedding_index import EmbeddingIndex
from core.training.artist_groups import artist_groups

DECIDED = -2  # of a word, be it yes, no or unsure: it is not asked again
N_SONGS, N_OF_WORD = 100, 500
Proposal = tuple[NewQueue, tuple[NewItem, ...]]


@dataclass(frozen=True, slots=True)
class QueueRequest:
    """What queue is wanted. again_until: what was judged until then (UTC, ISO 8601) may be heard
    again; "" for nothing. blind: guesses stay covered until the answer.
    """

    seed: int
    n_songs: int = N_SONGS
    random_share: float = RANDOM_SHARE
    blind: bool = False
    again_until: str = ""

    def plan(self) -> QueuePlan:
        """Return how the queue is mixed."""
        return QueuePlan(self.n_songs, self.seed, self.random_share)


def again_until(days: int) -> str:
    """Return until when songs must have been judged to be heard again now; "" for 0 days: never.

    By the clock of now: set back, it brings none back too early.
    """
    if not days:
        return ""
    then = datetime.now(UTC) - timedelta(days=days)
    return then.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def songs_queue(
    library: Library, request: QueueRequest, index: EmbeddingIndex | None = None
) -> Proposal:
    """Choose whole songs of a library. index: where songs sound alike; None leaves that out."""
    model = library.models.active()
    pool = read_pool(library, model, index)
    due = library.repeats.due(request.again_until) if request.again_until else []
    before = list(dict.fromkeys(song_id for song_id, _tag_id in due))
    picks = choose_songs(pool, request.plan(), _contradicted(library, model), before)
    new = NewQueue(
        QueueKind.SONGS, request.seed, request.random_share,
        model_id=None if model is None else model.id, blind=request.blind,
    )  # fmt: skip
    return new, _items(pool, picks)


def word_queue(library: Library, tag_id: int, request: QueueRequest, order: WordOrder) -> Proposal:
    """Choose songs to be judged on one word, of the whole library."""
    model = library.models.active()
    pool = word_pool(library, model, tag_id)
    share = request.random_share
    if order is WordOrder.STRATA and np.isfinite(pool.probabilities).any():
        picks, share = choose_by_strata(pool, request.n_songs, request.seed), 0.0
    else:
        due = library.repeats.due(request.again_until, tag_id) if request.again_until else []
        before = [song_id for song_id, _tag_id in due]
        picks = choose_for_word(pool, request.plan(), order, before)
    new = NewQueue(
        QueueKind.WORD, request.seed, share, tag_id,
        None if model is None else model.id, request.blind,
    )  # fmt: skip
    return new, _items(pool, picks)


def rank_again(
    library: Library,
    queue: Queue,
    items: Sequence[QueueItem],
    after: int,
    index: EmbeddingIndex | None = None,
) -> tuple[NewItem, ...]:
    """Rank anew what waits in a queue behind a position, by the scores of now; the best first.

    For fill_again(): nothing is drawn, and no song is chosen twice. Not for a queue from the
    highest score down: that a recall can be certified rests on scores that stay.
    """
    model = library.models.active()
    if queue.tag_id is None:
        pool = read_pool(library, model, index)
    else:
        pool = word_pool(library, model, queue.tag_id)
    waiting = waiting_items(items, after, spare_positions(queue, items))
    stay = {item.song_id for item in items} - {item.song_id for item in waiting}
    stay |= library.queues.songs_decided_since(queue.id)
    staying = np.flatnonzero(np.isin(pool.song_ids, list(stay)))
    plan = QueuePlan(len(waiting), queue.seed)
    if queue.tag_id is None:
        picks = rank_songs(pool, plan, staying, _contradicted(library, model))
    else:
        picks = rank_for_word(pool, plan, staying)
    return _items(pool, picks)


def _contradicted(library: Library, model: ModelRow | None) -> list[tuple[int, int]]:
    """Return the decisions that the model contradicts, of songs that are there."""
    missing = set(library.search.ids("missing").tolist())
    found = [] if model is None else library.search.disagreements()
    return [(one.song_id, one.tag_id) for one in found if one.song_id not in missing]


def read_pool(library: Library, model: ModelRow | None, index: EmbeddingIndex | None) -> Pool:
    """Read all songs whose files are there, with all words in use."""
    labels = library.annotations.labels()
    there = ~np.isin(labels.song_ids, library.search.ids("missing"))
    rows = np.flatnonzero(there)
    rows = rows[np.argsort(labels.song_ids[rows], kind="stable")]
    ids, tag_ids = labels.song_ids[rows], tuple(labels.tag_ids.tolist())
    groups = artist_groups(labels)
    return Pool(
        ids,
        _numbers([groups[row] for row in rows.tolist()]),
        tag_ids,
        labels.states[rows],
        _probabilities(library, model, ids, tag_ids),
        *_vectors(index, ids),
    )


def word_pool(library: Library, model: ModelRow | None, tag_id: int) -> Pool:
    """Read all songs whose files are there, with one word; artists as their names are written."""
    ids, names = library.songs.artists()
    there = ~np.isin(ids, library.search.ids("missing"))
    ids = ids[there]
    judged = np.array(library.annotations.songs_judged_on([tag_id]), np.int64)
    states = np.where(np.isin(ids, judged), DECIDED, -1).astype(np.int8)[:, None]
    chosen = [name for name, is_there in zip(names, there.tolist(), strict=True) if is_there]
    probabilities = _probabilities(library, model, ids, (tag_id,))
    nothing = np.zeros((len(ids), 0), np.float32)
    return Pool(ids, _numbers(chosen), (tag_id,), states, probabilities, nothing)


def _items(pool: Pool, picks: Sequence[Pick]) -> tuple[NewItem, ...]:
    """Name the songs of picks, with the model's score of the word that each is about."""
    items = []
    for pick in picks:
        column = pick.column if pick.column >= 0 else (0 if len(pool.tag_ids) == 1 else None)
        score = float("nan") if column is None else float(pool.probabilities[pick.row, column])
        known = None if np.isnan(score) else score
        items.append(NewItem(int(pool.song_ids[pick.row]), pick.reason, known, pick.stratum))
    return tuple(items)


def _numbers(names: Sequence[str]) -> NDArray[np.int64]:
    """Number artists; negative where none is known."""
    number_of: dict[str, int] = {"": -1}
    return np.array([number_of.setdefault(name, len(number_of)) for name in names], np.int64)


def _probabilities(
    library: Library, model: ModelRow | None, ids: NDArray[np.int64], tag_ids: Collection[int]
) -> NDArray[np.float32]:
    found = np.full((len(ids), len(tag_ids)), np.nan, np.float32)
    if model is None:
        return found
    known = library.search.scores_by_tag(model)
    if not len(known.ids):
        return found
    rows = np.minimum(np.searchsorted(known.ids, ids), len(known.ids) - 1)
    has_scores = known.ids[rows] == ids
    for column, tag_id in enumerate(tag_ids):
        if tag_id in known.tag_ids:
            scores = known.scores[rows[has_scores], known.tag_ids.index(tag_id)]
            found[has_scores, column] = scores
    return found


def _vectors(
    index: EmbeddingIndex | None, ids: NDArray[np.int64]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return vectors of length 1 and the lengths that they had."""
    if index is None or not len(index.song_ids):
        return np.zeros((len(ids), 0), np.float32), np.zeros(0, np.float32)
    rows = np.minimum(np.searchsorted(index.song_ids, ids), len(index.song_ids) - 1)
    vectors = index.vectors[rows]
    vectors[index.song_ids[rows] != ids] = np.nan
    return vectors, index.lengths[rows] if len(index.lengths) else index.lengths
