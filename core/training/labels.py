"""From a library's labels to training data: which tags, which songs, which targets and weights.

A cell that was not judged weighs nothing: not judged is never trained as no. No torch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from core.errors import TrainingError
from core.library.records import CELL_NOT_JUDGED, Labels
from core.messages import message

MIN_POSITIVE, MIN_NEGATIVE = 1, 1  # a weak no will do for a word whose owner wants that


def select_songs(labels: Labels, rows: NDArray[np.int64]) -> Labels:
    """Return the labels of some songs only."""
    return replace(
        labels,
        song_ids=labels.song_ids[rows],
        audio_hashes=tuple(labels.audio_hashes[row] for row in rows),
        paths=tuple(labels.paths[row] for row in rows),
        artists=tuple(labels.artists[row] for row in rows),
        states=labels.states[rows],
    )


def sorted_songs(labels: Labels) -> Labels:
    """Return the labels by audio hash: the same data give the same model in whatever order."""
    order = sorted(range(len(labels.audio_hashes)), key=labels.audio_hashes.__getitem__)
    return select_songs(labels, np.array(order, dtype=np.int64))


def judged_songs(labels: Labels) -> Labels:
    """Return the labels of the songs with at least one decision."""
    return select_songs(labels, np.flatnonzero((labels.states >= 0).any(axis=1)))


# -- tags: what the outputs of the new model stand for ----------------------------------------


@dataclass(frozen=True, slots=True)
class LabelMap:
    """The words of the new model, in order, one entry per word.

    tag_ids: the tags they stand for, None where the library has none. columns: their columns in
    the labels, -1 without. parent_rows: their rows in the parent's head, -1 for new words.
    trained: whether the word is trained now. left_out: (tag, reason) with some decisions but too
    few.
    """

    words: tuple[str, ...]
    tag_ids: tuple[int | None, ...]
    columns: NDArray[np.int64]
    parent_rows: NDArray[np.int64]
    trained: NDArray[np.bool_]
    left_out: tuple[tuple[str, str], ...]

    def states(self, labels: Labels) -> NDArray[np.int8]:
        """Return the decisions on the trained words, -1 everywhere else: (n_songs, n_words)."""
        states = np.full((len(labels.song_ids), len(self.words)), -1, dtype=np.int8)
        states[:, self.trained] = labels.states[:, self.columns[self.trained]]
        return states

    def weak_no(self, labels: Labels) -> NDArray[np.bool_]:
        """Mark the words whose unjudged songs count as a weak no: (n_words,)."""
        marked = np.zeros(len(self.words), dtype=np.bool_)
        has_column = self.columns >= 0
        marked[has_column] = np.isin(labels.tag_ids[self.columns[has_column]], list(labels.weak_no))
        return marked


def map_labels(
    labels: Labels,
    parent_words: Sequence[str],
    parent_tags: Sequence[int | None] = (),
) -> LabelMap:
    """Choose the words of the new model: the parent's, in order, then the new ones.

    parent_tags: the tag ids the parent's words stand for; empty, they are matched by name. No
    column has two words: the first keeps it. Raises TrainingError if no tag has a yes and a no.
    """
    outputs = outputs_by_column(labels, parent_words, parent_tags)
    column_of = {rows[0]: column for column, rows in outputs.items()}
    trainable, left_out = _trainable_columns(labels)
    if not trainable:
        raise TrainingError(
            "training.nothing_to_learn",
            detail="\n".join(f"{tag}: {reason}" for tag, reason in left_out),
        )
    taken = {labels.tag_names[column] for column in trainable}
    words: list[str] = []
    columns = [column_of.get(row, -1) for row in range(len(parent_words))]
    for word, column in zip(parent_words, columns, strict=True):
        foreign = f"{word} (foreign)" if word in taken else word
        name = labels.tag_names[column] if column >= 0 else foreign
        words.append(name if name not in words else foreign)
    parent_rows = list(range(len(parent_words)))
    for column in trainable:
        if column not in columns:
            words.append(labels.tag_names[column])
            columns.append(column)
            parent_rows.append(-1)
    tag_ids = [int(labels.tag_ids[column]) if column >= 0 else None for column in columns]
    for row, tag_id in enumerate(parent_tags):
        if tag_ids[row] is None and tag_id not in tag_ids:
            tag_ids[row] = tag_id
    return LabelMap(
        words=tuple(words),
        tag_ids=tuple(tag_ids),
        columns=np.array(columns),
        parent_rows=np.array(parent_rows),
        trained=np.isin(columns, trainable),
        left_out=left_out,
    )


def outputs_by_column(
    labels: Labels, words: Sequence[str], tags: Sequence[int | None]
) -> dict[int, list[int]]:
    """Map each column of the labels to the outputs of a model whose words stand for it.

    words, tags: the model's, see map_labels. Of several outputs the highest score counts.
    """
    by_id = {int(tag_id): column for column, tag_id in enumerate(labels.tag_ids)}
    by_name = {name.casefold(): column for column, name in enumerate(labels.tag_names)}
    outputs: dict[int, list[int]] = {}
    for row, word in enumerate(words):
        is_mapped = row < len(tags)
        column = by_id.get(tags[row] or 0) if is_mapped else by_name.get(word.casefold())
        if column is not None:
            outputs.setdefault(column, []).append(row)
    return outputs


def _trainable_columns(labels: Labels) -> tuple[list[int], tuple[tuple[str, str], ...]]:
    """Find columns with a yes and a no, and list those with one of them only, with the reason."""
    trainable, left_out = [], []
    for column, name in enumerate(labels.tag_names):
        states = labels.states[:, column]
        n_yes, n_no = int((states == 1).sum()), int((states == 0).sum())
        is_weak_no = int(labels.tag_ids[column]) in labels.weak_no
        n_no_or_weak = n_no + (int((states == CELL_NOT_JUDGED).sum()) if is_weak_no else 0)
        if n_yes >= MIN_POSITIVE and n_no_or_weak >= MIN_NEGATIVE:
            trainable.append(column)
        elif n_yes:
            left_out.append((name, message("training.no_negative", n_yes=n_yes)))
        elif n_no:
            left_out.append((name, message("training.no_positive", n_no=n_no)))
    return trainable, tuple(left_out)


# -- targets of gradient training -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class TrainingData:
    """Targets and masks, one row per song of the source, one column per word.

    targets, weights: float32 (n_songs, n_tags), what the scores should be and how much it counts;
    weight 0 where nothing was judged. states: int8, decisions on the trained words, -1 elsewhere.
    train, held_out: rows. validation: those of train that decide how long to train.
    """

    targets: NDArray[np.float32]
    weights: NDArray[np.float32]
    states: NDArray[np.int8]
    train: NDArray[np.int64]
    held_out: NDArray[np.int64]
    validation: NDArray[np.int64]

    def log_odds(self, rows: NDArray[np.int64]) -> NDArray[np.float32]:
        """Return how common each tag is among some songs, half a song added to each side.

        (n_tags,): where the bias of a fresh last layer begins. From 0, the first epochs teach a
        network nothing but this, and few songs have too few batches left to learn more (Lin et al.
        2017, section 3.3).
        """
        n_yes = (self.targets[rows] * self.weights[rows]).sum(axis=0)
        n_no = self.weights[rows].sum(axis=0) - n_yes
        odds: NDArray[np.float32] = (n_yes + 0.5) / (n_no + 0.5)
        return np.log(odds)
