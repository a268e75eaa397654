"""Which decisions a recommendation rests on, so that those made since can be counted.

Songs are known by their audio hash, tags by their number in the library.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

import numpy as np

from core.atomic_files import atomic_write
from core.experiments.cells import cannot_write
from core.experiments.protocol import judged_rows
from core.library.records import CELL_NOT_JUDGED, Labels

FILE = "decisions.npz"
_DAMAGE = (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile, zlib.error)


def write_snapshot(folder: Path, labels: Labels) -> None:
    """Keep the decisions of the judged songs. Raises ExperimentError."""
    rows = judged_rows(labels)
    content = io.BytesIO()
    np.savez_compressed(
        content,
        songs=np.array([labels.audio_hashes[row] for row in rows], dtype=np.str_),
        tags=labels.tag_ids,
        states=labels.states[rows],
    )
    path = folder / FILE
    try:
        with atomic_write(path) as partial:
            partial.write_bytes(content.getvalue())
    except OSError as error:
        raise cannot_write(path, error) from error


def count_since(folder: Path, labels: Labels) -> int:
    """Count the decisions that are new, changed or taken back; 0 where nothing was kept."""
    try:
        with np.load(folder / FILE, allow_pickle=False) as stored:
            songs, tags, states = stored["songs"], stored["tags"], stored["states"]
    except _DAMAGE:
        return 0
    row_of = {name: row for row, name in enumerate(songs.tolist())}
    column_of = {int(tag): column for column, tag in enumerate(tags.tolist())}
    rows = judged_rows(labels)
    now = np.maximum(labels.states[rows], CELL_NOT_JUDGED)  # unsure is nothing that is learned
    before = np.full_like(now, CELL_NOT_JUDGED)
    known = [column_of.get(int(tag), -1) for tag in labels.tag_ids.tolist()]
    columns = [column for column in known if column >= 0]
    own = [index for index, column in enumerate(known) if column >= 0]
    states = np.maximum(states, CELL_NOT_JUDGED)
    met = set[int]()
    for index, row in enumerate(rows.tolist()):
        stored_row = row_of.get(labels.audio_hashes[row])
        if stored_row is not None:
            before[index, own] = states[stored_row, columns]
            met.add(stored_row)
    taken_back = sum(int((states[row] >= 0).sum()) for row in range(len(songs)) if row not in met)
    gone = [column for column in range(len(tags)) if column not in set(columns)]
    gone_tags = int((states[sorted(met)][:, gone] >= 0).sum()) if met and gone else 0
    return int((now != before).sum()) + taken_back + gone_tags
