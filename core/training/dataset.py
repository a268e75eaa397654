"""From labels to what a network is to reproduce: targets, and how much each cell counts.

A cell that was not judged counts nothing: not judged is never trained as no.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from core.library.records import Labels
from core.training.lesson import Lesson
from core.training.rounds import Exercise
from core.training.split import artist_groups, judging


def chosen(labels: Labels, rows: NDArray[np.int64]) -> Labels:
    """The labels of some songs only."""
    return replace(
        labels,
        song_ids=labels.song_ids[rows],
        audio_hashes=tuple(labels.audio_hashes[row] for row in rows),
        paths=tuple(labels.paths[row] for row in rows),
        artists=tuple(labels.artists[row] for row in rows),
        states=labels.states[rows],
    )


def judged_rows(labels: Labels) -> NDArray[np.int64]:
    """Songs with at least one decision."""
    return np.flatnonzero((labels.states >= 0).any(axis=1))


def make_exercise(
    labels: Labels,
    lesson: Lesson,
    held_out: NDArray[np.bool_],
    parent_scores: NDArray[np.float32],
    keep_weight: float,
    learned: frozenset[str] = frozenset(),
) -> Exercise:
    """What the songs of the labels teach.

    parent_scores: (n_songs, n parent's words). A word of the parent that is not taught now should
    go on as it was: its target is the parent's own score, with keep_weight (Li and Hoiem 2016,
    "Learning without forgetting"). learned: audio hashes of songs the parent has learned from.
    """
    states = lesson.states(labels)
    targets = (states == 1).astype(np.float32)
    weights = (states >= 0).astype(np.float32)
    kept = np.flatnonzero(~lesson.taught & (lesson.parent_rows >= 0))
    if len(kept) and len(parent_scores):
        targets[:, kept] = parent_scores[:, lesson.parent_rows[kept]]
        weights[:, kept] = keep_weight
    train, groups = np.flatnonzero(~held_out), artist_groups(labels)
    return Exercise(
        targets=targets,
        weights=weights,
        states=states,
        train=train,
        held_out=np.flatnonzero(held_out),
        judging=judging(groups, train),
        groups=groups,
        learned=np.array([each in learned for each in labels.audio_hashes], dtype=np.bool_),
        known=lesson.parent_rows >= 0,
        movable=lesson.taught.copy(),
    )
