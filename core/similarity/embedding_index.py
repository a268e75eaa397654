"""The kept embeddings of a library as one matrix, and the songs in it that are nearest to a query.

Exact: every song is compared. What no embedding is kept of is not in it, and is named.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from core.errors import SimilarityError
from core.features.cache import FeatureCache
from core.jobs import SILENT, JobContext, SubJob
from core.models.checkpoint import TaggingModel
from core.models.probe_form import Embedding, cached_embedding, probe_form, probe_network
from core.similarity.similarity_records import Basis, Hashes, Ids, Neighbours, Vectors
from core.similarity.vector_space import TINY, VectorSpace, fit_space

MAX_REFERENCE = 5000  # songs that the space is fitted on
REFERENCE_SHARE = 0.1  # of the progress
SONGS_AT_ONCE = 1024
# The share of what songs unlike the query are like that is taken from it: a third, as Salton and
# Buckley (1990) recommend for Rocchio's formula (.25 / .75). Not measured on music.
LESS_SHARE = 1.0 / 3.0
PAIR_SONGS, LEAST_PAIR_SONGS = 500, 10  # whose pairs stand for all; fewer songs tell nothing
ROUNDING = 1e-4  # more than two float32 sums of MAX_WIDTH products can differ by


@dataclass(frozen=True, slots=True)
class EmbeddingIndex:
    """Songs as vectors of length 1. song_ids: int64 (n,), ascending. vectors: float32 (n, width).

    not_kept: the ids of songs no embedding is kept of. not_finite: of those whose embedding is no
    number. None of these are in it. audio_hashes: bytes (n,), of its songs; empty where nobody
    keeps it. n_reference: songs that the space was fitted on. key: a name for what made all this.
    lengths: float32 (n,), of the vectors before they had length 1; empty where nobody keeps them.
    """

    song_ids: Ids
    vectors: Vectors
    space: VectorSpace
    not_kept: tuple[int, ...] = ()
    not_finite: tuple[int, ...] = ()
    audio_hashes: Hashes = field(default_factory=lambda: np.zeros(0, "S1"))
    n_reference: int = 0
    key: str = ""
    lengths: Vectors = field(default_factory=lambda: np.zeros(0, np.float32))

    def nearest(self, query: Vectors, k: int, exclude: Collection[int] = ()) -> Neighbours:
        """Find the k songs most like a vector (width,), or as many as there are.

        exclude: ids of songs that shall not be found; some may be in no index. The matrix product
        chooses the candidates; these are compared again one like the other, in float64, so that
        equal songs are equal and stand in the order of their ids. Raises SimilarityError for a
        query that is no numbers.
        """
        if not np.isfinite(query).all():
            raise SimilarityError("similarity.not_finite")
        similarities = self.vectors @ np.asarray(query, dtype=np.float32)
        excluded = self._rows(exclude)
        similarities[excluded] = -np.inf
        k = min(k, len(similarities) - len(excluded))
        if k <= 0:
            return Neighbours(np.zeros(0, np.int64), np.zeros(0, np.float32))
        least = np.partition(similarities, -k)[-k] - ROUNDING
        candidates = np.flatnonzero(similarities >= least)
        exact = self._exact(candidates, query)
        order = np.lexsort((candidates, -exact))[:k]
        return Neighbours(self.song_ids[candidates[order]], exact[order].astype(np.float32))

    def like(self, more: Sequence[int], less: Sequence[int], k: int) -> Neighbours:
        """Find songs like some and unlike others, none of these; see example_vector().

        Raises SimilarityError where one of them is not in the index.
        """
        query = example_vector(self.vectors_of(more), self.vectors_of(less))
        return self.nearest(query, k, {*more, *less})

    def pair_similarities(self) -> Vectors:
        """Return how alike pairs of its songs are, ascending: what a similarity is read against.

        Of all songs, or of PAIR_SONGS spread evenly over it; empty for fewer than LEAST_PAIR_SONGS.
        """
        n_songs = len(self.song_ids)
        if n_songs < LEAST_PAIR_SONGS:
            return np.zeros(0, np.float32)
        rows = np.linspace(0, n_songs - 1, min(n_songs, PAIR_SONGS)).astype(np.int64)
        vectors = self.vectors[rows]
        pairs: Vectors = np.sort((vectors @ vectors.T)[np.triu_indices(len(rows), 1)])
        return pairs

    def has(self, song_id: int) -> bool:
        """Tell whether a song is in it."""
        return self._row(song_id) is not None

    def vectors_of(self, song_ids: Sequence[int]) -> Vectors:
        """Return the vectors of songs, (n, width). Raises SimilarityError where one has none."""
        rows = [self._row(song_id) for song_id in song_ids]
        n_unknown = rows.count(None)
        if n_unknown:
            raise SimilarityError("similarity.not_in_index", n=n_unknown)
        vectors: Vectors = self.vectors[np.array(rows, dtype=np.int64)]
        return vectors

    def _row(self, song_id: int) -> int | None:
        row = int(np.searchsorted(self.song_ids, song_id))
        return row if row < len(self.song_ids) and self.song_ids[row] == song_id else None

    def _rows(self, song_ids: Collection[int]) -> NDArray[np.int64]:
        rows = {self._row(song_id) for song_id in song_ids} - {None}
        return np.array(sorted(row for row in rows if row is not None), dtype=np.int64)

    def _exact(self, rows: NDArray[np.int64], query: Vectors) -> NDArray[np.float64]:
        """Compare rows in float64, each by the same sums."""
        wanted = np.asarray(query, dtype=np.float64)
        parts = [
            (self.vectors[rows[first : first + SONGS_AT_ONCE]] * wanted).sum(axis=1)
            for first in range(0, len(rows), SONGS_AT_ONCE)
        ]
        return np.concatenate(parts)


def example_vector(more: Vectors, less: Vectors) -> Vectors:
    """Make the query of examples: the mean of the wanted minus LESS_SHARE of that of the unwanted.

    Rocchio (1971), "Relevance feedback in information retrieval", without a first query. more:
    (n, width), at least one, vectors of length 1. less: (m, width). Returns (width,) of length 1,
    or 0 where nothing is left.
    """
    query = np.asarray(more, dtype=np.float64).mean(axis=0)
    if len(less):
        query = query - LESS_SHARE * np.asarray(less, dtype=np.float64).mean(axis=0)
    length = float(np.linalg.norm(query))
    unit: Vectors = (query / length if length > TINY else 0.0 * query).astype(np.float32)
    return unit


def read_index(
    model: TaggingModel,
    songs: Mapping[int, str],
    cache: FeatureCache,
    basis: Basis = Basis.MODEL,
    job: JobContext = SILENT,
) -> EmbeddingIndex:
    """Read the embeddings that are kept of songs (id -> audio hash); no sound, no network.

    In memory: the matrix, and MAX_REFERENCE embeddings, which the space is fitted on: the first by
    audio hash, which are as good as drawn. Raises SimilarityError, Cancelled.
    """
    model = probe_form(model)
    known = _reference(model, songs, cache, SubJob(job, 0.0, REFERENCE_SHARE))
    network = probe_network(model)
    width = network.n_embedding
    reference = np.array(list(known.values()), np.float32).reshape(len(known), width)
    if not known:
        reference = np.zeros((1, width), np.float32)
    space = fit_space(reference, network.blocks, basis)
    vectors = np.empty((len(songs), space.width), np.float32)  # what stays unused is no memory
    lengths = np.empty(len(songs), np.float32)
    reading = SubJob(job, REFERENCE_SHARE, 1.0 - REFERENCE_SHARE)

    def embedding_of(song_id: int) -> Embedding | None:
        found = known.get(song_id)
        return cached_embedding(cache, songs[song_id], model) if found is None else found

    ids, not_kept, not_finite = fill_vectors(
        (vectors, lengths), sorted(songs), embedding_of, space, reading
    )
    return EmbeddingIndex(
        np.array(ids, dtype=np.int64), vectors[: len(ids)], space, not_kept, not_finite,
        hashes_of(songs, ids), len(known), lengths=lengths[: len(ids)],
    )  # fmt: skip


def fill_vectors(
    rows: tuple[Vectors, Vectors],
    song_ids: Sequence[int],
    embedding_of: Callable[[int], Embedding | None],
    space: VectorSpace,
    job: JobContext,
) -> tuple[list[int], tuple[int, ...], tuple[int, ...]]:
    """Write vectors of songs and their lengths into the first rows; return the ids that got one.

    Also the ids of those no embedding is kept of, and of those whose is no number. Raises
    Cancelled.
    """
    ids, not_kept, not_finite = list[int](), list[int](), list[int]()
    pending = list[Embedding]()
    for song_id in _reported(song_ids, job):
        embedding = embedding_of(song_id)
        if embedding is None or not np.isfinite(embedding).all():
            (not_kept if embedding is None else not_finite).append(song_id)
            continue
        ids.append(song_id)
        pending.append(embedding[: space.n_inputs])  # without the network's logits
        if len(pending) == SONGS_AT_ONCE:
            _write(rows, len(ids), space.vectors_and_lengths(np.array(pending)))
            pending = []
    if pending:
        _write(rows, len(ids), space.vectors_and_lengths(np.array(pending)))
    return ids, tuple(not_kept), tuple(not_finite)


def _write(rows: tuple[Vectors, Vectors], last: int, made: tuple[Vectors, Vectors]) -> None:
    for array, part in zip(rows, made, strict=True):
        array[last - len(part) : last] = part


def hashes_of(songs: Mapping[int, str], song_ids: Sequence[int]) -> Hashes:
    """Return the audio hashes of songs as bytes (n,)."""
    return np.array([songs[song_id].encode() for song_id in song_ids], dtype=np.bytes_)


def _reference(
    model: TaggingModel, songs: Mapping[int, str], cache: FeatureCache, job: JobContext
) -> dict[int, Embedding]:
    """Read the embeddings that the space is fitted on, without the network's logits."""
    width = probe_network(model).n_embedding
    found = dict[int, Embedding]()
    for song_id in _reported(sorted(songs, key=lambda song: songs[song]), job):
        if len(found) == MAX_REFERENCE:
            break
        embedding = cached_embedding(cache, songs[song_id], model)
        if embedding is not None and np.isfinite(embedding).all():
            found[song_id] = embedding[:width]
    return found


def _reported(song_ids: Sequence[int], job: JobContext) -> Iterator[int]:
    """Yield ids; raises Cancelled between two of them."""
    for n_done, song_id in enumerate(song_ids):
        job.check()
        job.report(n_done, len(song_ids))
        yield song_id
