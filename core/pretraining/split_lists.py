"""The sides of a published split as lists of clips, as the code of the field ships them.

A folder with a list a side, `train`, `valid` (or `validation`) and `test`: lines of text whose
last column is a path or a track, or a numpy array of such lines. A pickle is never opened: it can
run code.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path, PurePosixPath

import numpy as np

from core.errors import TrainingError
from core.exchange.files.text_lines import numbered_lines
from core.library.evaluation_rows import TEST, TRAIN, VALID

STEMS = {"train": TRAIN, "valid": VALID, "validation": VALID, "val": VALID, "test": TEST}
TEXTS, ARRAY = (".txt", ".tsv", ".csv", ".lst", ""), ".npy"
DRAWN_SHARE = 0.1  # of the clips to learn from, where a split has none to validate on


def listed_sides(songs: Sequence[str], folder: Path) -> list[str]:
    """Return the side of every song, "" for none. songs: paths as a data set names them.

    Raises TrainingError where the folder holds no lists, a list cannot be read, none of its clips
    is of this data set, or a clip stands on two sides.
    """
    by_name: dict[str, list[int]] = {}
    for row, song in enumerate(songs):
        for name in {song, PurePosixPath(song).stem}:
            by_name.setdefault(name, []).append(row)
    sides = [""] * len(songs)
    for side, path in _lists(folder):
        names = _names(path)
        rows = {row for name in names for row in by_name.get(name, ())}
        if names and not rows:
            raise TrainingError("pretraining.other_split", name=path.name, song=names[0], path=path)
        for row in sorted(rows):
            if sides[row] not in ("", side):
                raise TrainingError(
                    "pretraining.two_sides", song=songs[row], one=sides[row], other=side, path=path
                )
            sides[row] = side
    return sides


def drawn_validation(sides: Sequence[str], seed: int) -> list[str]:
    """Move a share of the clips to learn from to the side that says when to stop."""
    rows = [row for row, side in enumerate(sides) if side == TRAIN]
    drawn = np.random.default_rng(seed).permutation(rows)[: max(1, round(DRAWN_SHARE * len(rows)))]
    moved = set(drawn.tolist())
    return [VALID if row in moved else side for row, side in enumerate(sides)]


def _lists(folder: Path) -> list[tuple[str, Path]]:
    """Find the lists of a folder, by their names. Raises TrainingError where there are none."""
    if not folder.is_dir():
        raise TrainingError("pretraining.no_lists", folder=folder, path=folder)
    lists = [
        (STEMS[path.stem], path)
        for path in sorted(folder.iterdir())
        if path.stem in STEMS and path.suffix in (*TEXTS, ARRAY) and path.is_file()
    ]
    if TRAIN not in {side for side, _ in lists}:
        raise TrainingError("pretraining.no_lists", folder=folder, path=folder)
    return lists


def _names(path: Path) -> list[str]:
    """Read the clips of a list: the last column of every line."""
    if path.suffix == ARRAY:
        try:
            lines = [str(line) for line in np.load(path, allow_pickle=False).ravel()]
        except (OSError, ValueError) as error:
            raise TrainingError(
                "pretraining.no_list", name=path.name, detail=str(error), path=path
            ) from error
    else:
        lines = [line for _, line in numbered_lines(path)]
    names = [line.strip().rpartition("\t")[2].strip() for line in lines]
    return [name for name in names if name and not name.startswith("#")]
