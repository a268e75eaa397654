"""What changed a model's mind: words of songs of which it says the contrary of a former model."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.library.records import ModelRow
from core.library.review_records import Flip, TagScores
from core.library.search.decision_table import UNJUDGED, UNSURE, YES
from core.library.store import Library
from core.metrics.disagreement import flipped
from core.metrics.thresholds import NEVER, suggestion_threshold

MAX_FLIPS = 2000  # that are listed, the greatest changes; all are counted


@dataclass(frozen=True, slots=True)
class ChangedMind:
    """Flips of words not judged, the greatest change first; and of judged ones, only counted.

    n_flips: all of those not judged. n_agreeing: of n_judged, those in which the model says what
    was decided now.
    """

    flips: tuple[Flip, ...] = ()
    n_flips: int = 0
    n_judged: int = 0
    n_agreeing: int = 0


def changed_mind(library: Library, before: ModelRow, now: ModelRow) -> ChangedMind:
    """Compare two models on all songs that both have scored, by the words that both know.

    Songs that a model has learned from count by its out-of-fold scores where it keeps them.
    """
    former, present = (library.search.scores_by_tag(row) for row in (before, now))
    tag_ids = [tag_id for tag_id in present.tag_ids if tag_id in former.tag_ids]
    ids = np.intersect1d(former.ids, present.ids, assume_unique=True)
    cuts = [_thresholds(library, row, tag_ids) for row in (before, now)]
    old, new = _part(former, ids, tag_ids), _part(present, ids, tag_ids)
    cells = flipped(old, new, *cuts) & (cuts[0] < NEVER) & (cuts[1] < NEVER)
    states = library.search.decision_codes(ids, tag_ids)
    judged = cells & (states != UNJUDGED)
    agreeing = judged & ((new >= cuts[1]) == (states == YES)) & (states != UNSURE)
    rows, columns = np.nonzero(cells & (states == UNJUDGED))
    order = np.argsort(-np.abs(new - old)[rows, columns], kind="stable")[:MAX_FLIPS]
    found = [
        Flip(int(ids[row]), tag_ids[column], float(old[row, column]), float(new[row, column]),
             claims=bool(new[row, column] >= cuts[1][column]))
        for row, column in zip(rows[order].tolist(), columns[order].tolist(), strict=True)
    ]  # fmt: skip
    return ChangedMind(tuple(found), len(rows), int(judged.sum()), int(agreeing.sum()))


def _part(scores: TagScores, ids: NDArray[np.int64], tag_ids: list[int]) -> NDArray[np.float32]:
    columns = [scores.tag_ids.index(tag_id) for tag_id in tag_ids]
    rows = np.searchsorted(scores.ids, ids)
    return np.asarray(scores.scores[rows][:, columns], np.float32)


def _thresholds(library: Library, row: ModelRow, tag_ids: list[int]) -> NDArray[np.float64]:
    own = library.evaluation.thresholds(row.id)
    names = [library.codebook.tag(tag_id).name for tag_id in tag_ids]
    pairs = zip(tag_ids, names, strict=True)
    return np.array([suggestion_threshold(row.metrics, name, own.get(t)) for t, name in pairs])
