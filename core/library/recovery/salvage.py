"""Salvage: every row that a damaged library still has, merged with what else knows the lost ones.

The pages are read one by one, so that no spoiled page hides another. What the damaged file says
comes first; gaps are filled from its indexes, its journal and the newest copy.
"""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from dataclasses import dataclass, replace
from pathlib import Path

from core.errors import LibraryError
from core.library.db.opening import build
from core.library.db.page_file import PageFile
from core.library.db.schema import apply_migrations
from core.library.db.write_ahead_log import read_uri
from core.library.loss_records import Loss
from core.library.recovery.backup import check_integrity
from core.library.recovery.journal_rows import Row
from core.library.recovery.kept_counts import read_kept_counts
from core.library.recovery.loss_count import count_loss
from core.library.recovery.merging import Merge, ids_of
from core.library.recovery.page_owner import OwnedPages, is_whole
from core.library.recovery.rebuilt_rows import Sources, put_row
from core.library.recovery.record_reader import SpoiledText

# In an order in which every row comes after those it names. Predictions are computed again.
TABLES = (
    "annotators", "categories", "tags", "tag_aliases", "codebook_versions", "songs",
    "song_remarks", "joined_files", "told_apart", "failed_imports", "models", "word_mappings",
    "anchors", "annotations", "disputes", "repeats", "queues", "queue_items", "prequential",
    "listened_parts", "word_rules", "abx_tests", "saved_searches", "split_sides", "test_looks",
    "thresholds", "named_splits", "file_frames", "removed_files", "journal", "losses", "commits",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What the new library holds. n_from_copy: decisions that only the copy still had."""

    n_songs: int
    n_decisions: int
    n_from_copy: int
    loss: Loss


def salvage(file: PageFile, saved: Path, copy: sqlite3.Connection | None) -> Salvaged | None:
    """Write all that can be read of a library into the new one `saved`; None if that is nothing.

    copy: the newest whole copy, see todays_version(). Raises OSError, sqlite3.Error.
    """
    pages = OwnedPages(file)
    build(saved, lambda _new: None)
    with contextlib.closing(sqlite3.connect(saved)) as new:
        sources = Sources({table: _copy_leaves(new, pages, table) for table in TABLES})
        if not (_n(new, "songs") or _n(new, "annotations")):
            return None
        sources.copy = copy if copy and _is_same_library(new, copy) else None
        kept = read_kept_counts(pages)
        merge = Merge(new, pages, sources, kept)
        merge.run(TABLES)
        new.commit()
        loss = replace(
            count_loss(new, pages, kept),
            made_up=tuple(dict.fromkeys(merge.made_up)),
            n_spoiled=merge.n_spoiled,
            n_in_part=merge.n_in_part,
        )
        salvaged = Salvaged(_n(new, "songs"), _n(new, "annotations"), merge.n_from_copy, loss)
    try:
        check_integrity(saved)
    except LibraryError:
        return None
    return salvaged


def open_read_only(library: Path) -> sqlite3.Connection:
    """Open a connection that can only read."""
    return sqlite3.connect(read_uri(library), uri=True)


def _copy_leaves(new: sqlite3.Connection, pages: OwnedPages, table: str) -> dict[int, Row]:
    """Copy the rows on a table's pages; return those that cannot be taken as they are."""
    if table not in pages.shapes:
        return {}
    shape, spoiled = pages.shapes[table], dict[int, Row]()
    for record in pages.records(table):
        row = shape.row(record)
        whole = is_whole(record, shape)
        if not (whole and put_row(new, table, row)) and isinstance(row_id := row["rowid"], int):
            readable = {
                name: value for name, value in row.items() if not isinstance(value, SpoiledText)
            }
            spoiled.setdefault(row_id, readable)
    taken = ids_of(new, table) if spoiled else set()
    return {row_id: row for row_id, row in spoiled.items() if row_id not in taken}


def _is_same_library(new: sqlite3.Connection, old: sqlite3.Connection) -> bool:
    """Return whether a copy is of this library: most songs of one number are one sound."""
    sql = "SELECT id, audio_hash FROM songs ORDER BY id LIMIT 10000"
    mine, its = dict(new.execute(sql).fetchall()), dict(old.execute(sql).fetchall())
    both = mine.keys() & its.keys()
    n_equal = sum(1 for song_id in both if mine[song_id] == its[song_id])
    return 2 * n_equal >= len(both)


def todays_version(copy: Path, work: Path) -> sqlite3.Connection:
    """Open a draft of a copy, brought to today's version."""
    draft = work / "copy.db"
    shutil.copyfile(copy, draft)
    connection = sqlite3.connect(draft, isolation_level=None)
    apply_migrations(connection)
    return connection


def _n(library: sqlite3.Connection, table: str) -> int:
    return int(library.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
