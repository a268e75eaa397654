"""What is to be learned: which tags have enough decisions, and which words the new model will have.

A new model keeps its parent's words, in order, and new ones follow. Pure arithmetic; no torch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from core.library.records import Labels

FEWEST_YES, FEWEST_NO = 3, 1


@dataclass(frozen=True, slots=True)
class Lesson:
    """The words of the new model, in order, one entry a word.

    tag_ids: the tags they stand for, None where the library has none. columns: their columns in
    the labels, -1 without. parent_rows: their rows in the parent, -1 for new words. taught:
    whether this round teaches the word. left_out: (tag, reason) with some decisions but too few.
    """

    words: tuple[str, ...]
    tag_ids: tuple[int | None, ...]
    columns: NDArray[np.int64]
    parent_rows: NDArray[np.int64]
    taught: NDArray[np.bool_]
    left_out: tuple[tuple[str, str], ...]

    def states(self, labels: Labels) -> NDArray[np.int8]:
        """The decisions on the taught words, -1 everywhere else: (n_songs, n_words)."""
        found = np.full((len(labels.song_ids), len(self.words)), -1, dtype=np.int8)
        found[:, self.taught] = labels.states[:, self.columns[self.taught]]
        return found

    def known(self, labels: Labels) -> NDArray[np.int8]:
        """The decisions on all words the labels have: (n_songs, n_words)."""
        found = np.full((len(labels.song_ids), len(self.words)), -1, dtype=np.int8)
        there = self.columns >= 0
        found[:, there] = labels.states[:, self.columns[there]]
        return found


def plan_lesson(
    labels: Labels,
    train: NDArray[np.bool_],
    parent_words: Sequence[str],
    parent_tags: Sequence[int | None] = (),
) -> Lesson:
    """Choose the words. train: which songs may be learned from, (n_songs,).

    parent_tags: the tag ids the parent's words stand for; empty, they are matched by name.
    """
    column_of = match_words(labels, parent_words, parent_tags)
    learnable, left_out = _learnable(labels, train)
    taken = {labels.tag_names[column] for column in learnable}
    words: list[str] = []
    columns, parent_rows = [], []
    for row, word in enumerate(parent_words):
        column = column_of.get(row, -1)
        foreign = f"{word} (foreign)" if word in taken else word
        name = labels.tag_names[column] if column >= 0 else foreign
        words.append(name if name not in words else foreign)
        columns.append(column)
        parent_rows.append(row)
    for column in learnable:
        if column not in columns:
            words.append(labels.tag_names[column])
            columns.append(column)
            parent_rows.append(-1)
    ids = [int(labels.tag_ids[c]) if c >= 0 else None for c in columns]
    for row, tag in enumerate(parent_tags):
        if ids[row] is None and tag not in ids:
            ids[row] = tag
    taught = np.isin(columns, learnable)
    return Lesson(
        tuple(words), tuple(ids), np.array(columns), np.array(parent_rows), taught, left_out
    )


def match_words(
    labels: Labels, parent_words: Sequence[str], parent_tags: Sequence[int | None]
) -> dict[int, int]:
    """Row of the parent -> column of the labels; no column is given twice: the first has it."""
    rows = rows_by_column(labels, parent_words, parent_tags)
    return dict(sorted((several[0], column) for column, several in rows.items()))


def rows_by_column(
    labels: Labels, words: Sequence[str], tags: Sequence[int | None]
) -> dict[int, list[int]]:
    """Column of the labels -> the places of a model's words that stand for it.

    Where there are several, the highest of their scores counts.
    """
    by_id = {int(tag_id): column for column, tag_id in enumerate(labels.tag_ids)}
    by_name = {name.casefold(): column for column, name in enumerate(labels.tag_names)}
    found: dict[int, list[int]] = {}
    for row, word in enumerate(words):
        known = row < len(tags)
        column = by_id.get(tags[row] or 0) if known else by_name.get(word.casefold())
        if column is not None:
            found.setdefault(column, []).append(row)
    return found


def _learnable(
    labels: Labels, train: NDArray[np.bool_]
) -> tuple[list[int], tuple[tuple[str, str], ...]]:
    """Columns with enough decisions, and those with some but too few, each with the reason."""
    learnable, left_out = [], []
    for column, name in enumerate(labels.tag_names):
        states = labels.states[:, column]
        n_yes, n_no = int((states[train] == 1).sum()), int((states[train] == 0).sum())
        kept_back = int((states[~train] == 1).sum())
        if n_yes >= FEWEST_YES and n_no >= FEWEST_NO:
            learnable.append(column)
        elif n_yes or n_no or kept_back:
            left_out.append((name, _reason(n_yes, n_no, kept_back)))
    return learnable, tuple(left_out)


def _reason(n_yes: int, n_no: int, kept_back: int) -> str:
    if n_yes >= FEWEST_YES:
        return "No song is marked as not having it; say no on a few, so that it can be told apart."
    if not n_yes and not n_no:
        return f"All {kept_back} songs that have it are kept back for testing."
    if not kept_back:
        return f"Songs marked as having it: {n_yes}; {FEWEST_YES} are needed."
    return (
        f"Songs marked as having it: {n_yes} (and {kept_back} kept back for testing); "
        f"{FEWEST_YES} are needed."
    )
