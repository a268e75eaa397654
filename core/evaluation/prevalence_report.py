"""How common a tag is in a library, by decade, artist or album: estimated, and not only counted.

It rests on songs that queues drew at random, and on the scores of the model in use; of songs it has
learned from, those of models that had not. A queue draws from songs not judged yet: its songs stand
for these, and what was judged before is counted as it is (see RandomSample).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.audio.dates import EARLIEST, LATEST
from core.evaluation.prevalence_records import NOTHING, GroupBy, GroupShare, TagPrevalence
from core.evaluation.strata_yield import strata_yield
from core.jobs import SILENT, JobContext
from core.library.queue_records import Queue, Reason
from core.library.records import CELL_NOT_JUDGED, CELL_UNSURE, Labels
from core.library.store import Library
from core.messages import message
from core.metrics.metric_records import Estimate
from core.metrics.prevalence import (
    RandomSample,
    adjusted_share,
    prediction_powered_share,
)
from core.metrics.thresholds import suggestion_threshold
from core.training.folds import artist_numbers

# Whoever says yes where they hear a tag, and nothing where they do not, finds it in every song that
# they judge. A few songs passed over hardly move the share.
MOST_LEFT_OUT = 0.1
_UNKNOWN: tuple[str, int | None] = ("", None)
Rows = NDArray[np.int64]


def library_prevalence(
    library: Library,
    tag_ids: Sequence[int],
    by: GroupBy = GroupBy.DECADE,
    song_ids: NDArray[np.int64] | None = None,
    job: JobContext = SILENT,
) -> tuple[TagPrevalence, ...]:
    """Estimate how common these tags are. song_ids: only of these songs. Raises Cancelled."""
    songs = _read_songs(library, by, song_ids)
    found = []
    for n_done, tag_id in enumerate(tag_ids):
        job.check()
        job.report(n_done, len(tag_ids), message("prevalence.estimating"))
        found.append(_TagDraws.read(library, tag_id, songs).prevalence(library, by))
    job.report(1, 1)
    return tuple(found)


def tags_drawn_at_random(library: Library) -> list[int]:
    """Return the ids of tags in use with a decision on a song drawn at random."""
    tags = library.codebook.tags()
    return [tag.id for tag in tags if library.queues.random_decisions(tag.id)]


@dataclass(frozen=True, slots=True)
class _Songs:
    """All songs that count. groups: a number per artist; rows_of: by the name of their group."""

    labels: Labels
    kept: Rows
    artists: NDArray[np.int64]
    rows_of: dict[tuple[str, int | None], Rows]


def _read_songs(library: Library, by: GroupBy, song_ids: NDArray[np.int64] | None) -> _Songs:
    labels = library.annotations.labels()
    ids = labels.song_ids
    kept = np.arange(len(ids)) if song_ids is None else np.flatnonzero(np.isin(ids, song_ids))
    row_of = {int(ids[row]): int(row) for row in kept.tolist()}
    members: dict[tuple[str, int | None], list[int]] = {}
    for listed in library.songs.rows(ids[kept]):
        song, key = listed.song, _UNKNOWN
        if by is GroupBy.ARTIST:
            key = (song.artist, None)
        elif by is GroupBy.ALBUM:
            key = (song.album, None)
        elif song.year is not None and EARLIEST <= song.year <= LATEST:
            begin = song.year // 10 * 10 if by is GroupBy.DECADE else song.year
            key = (f"{begin}s" if by is GroupBy.DECADE else str(begin), begin)
        if song.id in row_of:
            members.setdefault(key, []).append(row_of[song.id])
    rows_of = {key: np.array(sorted(rows), np.int64) for key, rows in members.items()}
    return _Songs(labels, kept, artist_numbers(labels), rows_of)


@dataclass(frozen=True, slots=True)
class _Draw:
    """One queue: the rows it drew at random, and those judged before it was made."""

    drawn: Rows
    before: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class _TagDraws:
    """What is known of a tag, of all songs in the order of labels, (n_songs,).

    states: 1 yes, 0 no, below 0 neither. scores: NaN for none. drawn: at random, in any queue.
    left_out: drawn and judged on other tags, but not on this one. usable: songs that count.
    """

    tag_id: int
    songs: _Songs
    states: NDArray[np.int8]
    scores: NDArray[np.float64]
    usable: NDArray[np.bool_]
    drawn: NDArray[np.bool_]
    left_out: NDArray[np.bool_]
    draws: tuple[_Draw, ...]
    threshold: float | None

    @classmethod
    def read(cls, library: Library, tag_id: int, songs: _Songs) -> _TagDraws:
        labels = songs.labels
        column = labels.tag_ids.tolist().index(tag_id)
        states = labels.states[:, column]
        scores, threshold = _scores(library, tag_id, labels.song_ids)
        usable = np.zeros(len(states), np.bool_)
        usable[songs.kept] = True
        if threshold is not None:
            usable &= np.isfinite(scores)
        draws, drawn = list[_Draw](), np.zeros(len(states), np.bool_)
        left_out = np.zeros(len(states), np.bool_)
        made = _decision_times(library, tag_id, labels.song_ids, states)
        for queue in reversed(library.queues.all()):
            if queue.tag_id in (None, tag_id):
                rows, passed = _rows_at_random(library, queue, labels.song_ids)
                left_out[passed] = True
                before = (made != "") & (made < queue.created_at)
                fresh = rows[~drawn[rows] & ~before[rows]]
                if len(fresh):
                    draws.append(_Draw(fresh, before))
                    drawn[fresh] = True
        left_out &= drawn & (states == CELL_NOT_JUDGED)
        return cls(tag_id, songs, states, scores, usable, drawn, left_out, tuple(draws), threshold)

    def prevalence(self, library: Library, by: GroupBy) -> TagPrevalence:
        """Estimate all songs and every group."""
        model, random = library.models.active(), self.drawn & self.usable
        everyone = np.flatnonzero(self.usable)
        judged = self._sample(everyone)
        groups = [
            self._share(name, order, rows[self.usable[rows]], judged)
            for (name, order), rows in self.songs.rows_of.items()
        ]
        groups = [group for group in groups if group.n_songs]
        groups.sort(key=lambda one: (one.order is None, one.order or 0, -one.n_songs, one.group))
        decisions = library.queues.random_decisions(self.tag_id)
        n_strata, by_strata = self._by_strata(library)
        first_before = self.draws[0].before if self.draws else np.zeros(len(random), np.bool_)
        return TagPrevalence(
            self.tag_id,
            library.codebook.tag(self.tag_id).name,
            "" if model is None or self.threshold is None else model.name,
            by,
            self._share("", None, everyone, judged),
            tuple(groups),
            n_known=int((first_before & self.usable & (self.states >= 0)).sum()),
            n_unsure=int((random & (self.states == CELL_UNSURE)).sum()),
            n_left_out=int((random & self.left_out).sum()),
            n_guess_visible=sum(one.guess_visible for one in decisions),
            n_without_score=len(self.songs.kept) - len(everyone),
            n_strata=n_strata,
            by_strata=by_strata,
        )

    def _share(self, name: str, order: int | None, rows: Rows, judged: RandomSample) -> GroupShare:
        sample = self._sample(rows)
        predicted, adjusted = None, Estimate(None, reason=message("metrics.no_score"))
        if self.threshold is not None and len(rows):
            predicted = float((self.scores[rows] >= self.threshold).mean())
            adjusted = adjusted_share(sample, self.threshold, judged)
        powered, n_left = prediction_powered_share(sample), int(self.left_out[rows].sum())
        if n_left > MOST_LEFT_OUT * (n_left + len(sample.truth)):
            powered = Estimate(None, reason=message("prevalence.left_out", n=n_left))
        n_all, n_yes = max(len(rows), 1), int((self.states[rows] == 1).sum())
        least = n_yes / n_all
        most = (n_yes + int((self.states[rows] < 0).sum())) / n_all
        return GroupShare(
            name, order, len(rows), len(sample.truth), int((sample.truth == 1).sum()), predicted,
            _within(powered, least, most), _within(adjusted, least, most), least == most,
        )  # fmt: skip

    def _sample(self, rows: Rows) -> RandomSample:
        """Gather the songs drawn among some songs, each draw for what it was drawn from."""
        n_all, inside = max(len(rows), 1), np.zeros(len(self.states), np.bool_)
        inside[rows] = True
        judged = inside & self.drawn & (self.states >= 0)
        counts = [int(judged[draw.drawn].sum()) for draw in self.draws]
        if not sum(counts):  # none of these songs: as all songs were drawn
            counts = [len(draw.drawn) for draw in self.draws]
        total, known = max(sum(counts), 1), 0.0
        reach, weights = np.zeros(len(self.states)), np.zeros(len(self.states))
        for draw, n in zip(self.draws, counts, strict=True):
            before = inside & draw.before & (self.states >= 0)
            part = 1.0 - float(before.sum()) / n_all
            others = inside & ~before & ~self.drawn
            weights[others] += n / total * part / max(int(others.sum()), 1)
            known += n / total * float((before & (self.states == 1)).sum()) / n_all
            reach[draw.drawn] = part
        own, other = np.flatnonzero(judged), np.flatnonzero(weights > 0)
        scores = np.nan_to_num(self.scores)
        artists = self.songs.artists
        return RandomSample(
            self.states[own], scores[own], artists[own], reach[own], scores[other],
            artists[other], weights[other], known,
        )  # fmt: skip

    def _by_strata(self, library: Library) -> tuple[int, tuple[Estimate, Estimate]]:
        """Estimate from the newest queue that asked of every tenth of the scores."""
        for queue in library.queues.all():
            found = strata_yield(library, queue) if queue.tag_id == self.tag_id else None
            if found is not None and found.n_songs:
                return found.n_songs, (found.share, found.auc)
        return 0, (NOTHING, NOTHING)


def _within(found: Estimate, least: float, most: float) -> Estimate:
    """Keep a share within what all decisions leave possible, however their songs were chosen.

    Where every song is judged it is known: counted, not estimated.
    """
    if least == most:
        return Estimate(least, least, least, message("prevalence.counted"))
    low, value, high = (
        None if end is None else min(max(end, least), most)
        for end in (found.low, found.value, found.high)
    )
    return Estimate(value, low, high, found.reason)


def _scores(
    library: Library, tag_id: int, ids: NDArray[np.int64]
) -> tuple[NDArray[np.float64], float | None]:
    """Return the scores of songs, NaN for none, and from where on they are a yes; None: none."""
    scores, model = np.full(len(ids), np.nan), library.models.active()
    if model is None:
        return scores, None
    known = library.search.scores_by_tag(model)
    if tag_id not in known.tag_ids or not len(known.ids):
        return scores, None
    rows = np.minimum(np.searchsorted(known.ids, ids), len(known.ids) - 1)
    there = known.ids[rows] == ids
    scores[there] = known.scores[rows[there], known.tag_ids.index(tag_id)]
    own = library.evaluation.thresholds(model.id).get(tag_id)
    name = library.codebook.tag(tag_id).name
    least = suggestion_threshold(model.metrics, name, own)
    return scores, least if 0.0 < least <= 1.0 else 0.5  # one without a threshold suggests nothing


def _decision_times(
    library: Library, tag_id: int, ids: NDArray[np.int64], states: NDArray[np.int8]
) -> NDArray[np.str_]:
    """Return when each song was decided, as stored; "" where it was not."""
    rows = np.flatnonzero(states != -1)
    made = np.full(len(ids), "", "<U32")
    known = library.annotations.rows_by_song(ids[rows].tolist(), tag_id)
    for row in rows.tolist():
        if (decision := known.get(int(ids[row]))) is not None:
            made[row] = decision["created_at"]
    return made


def _rows_at_random(library: Library, queue: Queue, ids: NDArray[np.int64]) -> tuple[Rows, Rows]:
    """Return the rows of a queue's songs drawn at random, and of those shown whole and judged."""
    row_of = {int(song_id): row for row, song_id in enumerate(ids.tolist())}
    items = [
        item for item in library.queues.items(queue.id)
        if item.reason is Reason.RANDOM and item.song_id in row_of
    ]  # fmt: skip
    in_window = any(item.shown_at for item in items)  # else they were listed on a terminal
    judged = [
        item for item in items
        if queue.tag_id is None and item.answered and (item.shown_at or not in_window)
    ]  # fmt: skip
    rows, passed = ([row_of[item.song_id] for item in some] for some in (items, judged))
    return np.array(rows, np.int64), np.array(passed, np.int64)
