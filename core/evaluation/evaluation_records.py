"""A model measured on judged songs, as records: numbers, and the songs behind them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.metrics.metric_records import Estimate, Measurement, MetricChange, Summary, TagMetrics


@dataclass(frozen=True, slots=True)
class ScoredSong:
    """A song's score for a tag, 0 to 1."""

    song_id: int
    score: float


@dataclass(frozen=True, slots=True)
class TagSongs:
    """The judged songs of a tag by what the model decided, the most surprising first.

    found, missed: songs with the tag; false_alarms, not_found: songs without it.
    """

    found: tuple[ScoredSong, ...]
    missed: tuple[ScoredSong, ...]
    false_alarms: tuple[ScoredSong, ...]
    not_found: tuple[ScoredSong, ...]

    def decided_from(self, threshold: float) -> TagSongs:
        """Decide anew: yes from this score on."""
        positive = (*self.found, *self.missed)
        negative = (*self.false_alarms, *self.not_found)
        return TagSongs(
            _rising(song for song in positive if song.score >= threshold),
            _rising(song for song in positive if song.score < threshold),
            _falling(song for song in negative if song.score >= threshold),
            _falling(song for song in negative if song.score < threshold),
        )


@dataclass(frozen=True, slots=True)
class ScoredCells:
    """What the numbers of an evaluation rest on: decisions and scores of songs, tag by tag.

    song_ids: (n_songs,). states: int8 (n_songs, n_tags), 1 yes, 0 no, below 0 not measured.
    scores: float32, as stored; decided: whether the model says yes; both of the same shape.
    """

    song_ids: NDArray[np.int64]
    states: NDArray[np.int8]
    scores: NDArray[np.float32]
    decided: NDArray[np.bool_]

    def of_tag(self, column: int) -> TagSongs:
        """Return the songs of a tag, by its column."""
        judged = self.states[:, column] >= 0
        positive, decided = self.states[:, column] == 1, self.decided[:, column]

        def songs(rows: NDArray[np.bool_]) -> list[ScoredSong]:
            pairs = zip(self.song_ids[rows], self.scores[rows, column], strict=True)
            return [ScoredSong(int(song_id), float(score)) for song_id, score in pairs]

        return TagSongs(
            _rising(songs(judged & positive & decided)),
            _rising(songs(judged & positive & ~decided)),
            _falling(songs(judged & ~positive & decided)),
            _falling(songs(judged & ~positive & ~decided)),
        )


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A model measured on labels, by the library's names: only tags it has a word for.

    held_out_only: songs that it has learned from count by their out-of-fold scores, or not at all.
    n_out_of_fold: songs that count so; n_unmeasured: songs left out, as it learned from them and
    has no such score; n_without_artist: measured songs without one, each an artist of its own among
    the measurement's. unknown: tags with decisions that the model has no word for. skipped: (path,
    reason) of songs that could not be read. own_thresholds: by tag, those that the user set.
    test_songs: audio hashes of measured songs that it has not learned from.
    """

    model: str
    held_out_only: bool
    summary: Summary
    measurement: Measurement
    unknown: tuple[str, ...]
    skipped: tuple[tuple[Path, str], ...]
    cells: ScoredCells
    n_out_of_fold: int = 0
    n_unmeasured: int = 0
    n_without_artist: int = 0
    own_thresholds: Mapping[str, float] = field(default_factory=dict)
    test_songs: frozenset[str] = frozenset()

    @property
    def per_tag(self) -> dict[str, TagMetrics]:
        """Return what was measured of every tag."""
        return self.measurement.tags

    def songs_of(self, tag: str) -> TagSongs:
        """Return the songs behind a tag's numbers."""
        return self.cells.of_tag(list(self.per_tag).index(tag))

    def to_json(self) -> dict[str, Any]:
        """Plain numbers, with "wauc" and "per_tag" on top as in a model's metrics."""
        return {
            "model": self.model,
            "held_out_only": self.held_out_only,
            **asdict(self.summary),
            **self.measurement.to_json(),
            "n_out_of_fold": self.n_out_of_fold,
            "n_unmeasured": self.n_unmeasured,
            "n_without_artist": self.n_without_artist,
            "n_test_songs": len(self.test_songs),
            "unknown": list(self.unknown),
            "unheard": [[str(path), reason] for path, reason in self.skipped],
        }


@dataclass(frozen=True, slots=True)
class OwnEar:
    """F1 of the annotator's second hearing of n_songs songs, and of the model on the same ones.

    It is the ceiling: what an ear does not agree on with itself, no model can learn.
    """

    n_songs: int
    second: Estimate
    model: Estimate


@dataclass(frozen=True, slots=True)
class ModelResult:
    """All that can be shown of how well a model does, for one library.

    evaluation: None where it has not been measured here. categories: tag -> category, in the
    codebook's order. before, change: what its parent did on the same songs and what learning
    changed, where the model was learned here. n_looks: how often these songs, or some, were
    measured on as a test set, 0 where they are none. stored_wauc: as measured when it learned.
    own_ear: by tag, the annotator's second hearing and the model on the same songs.
    """

    model_id: int
    name: str
    evaluation: Evaluation | None
    categories: Mapping[str, str]
    before: Mapping[str, TagMetrics] = field(default_factory=dict)
    change: MetricChange | None = None
    n_looks: int = 0
    stored_wauc: float | None = None
    own_ear: Mapping[str, OwnEar] = field(default_factory=dict)


def _rising(songs: Iterable[ScoredSong]) -> tuple[ScoredSong, ...]:
    return tuple(sorted(songs, key=lambda song: (song.score, song.song_id)))


def _falling(songs: Iterable[ScoredSong]) -> tuple[ScoredSong, ...]:
    return tuple(sorted(songs, key=lambda song: (-song.score, song.song_id)))
