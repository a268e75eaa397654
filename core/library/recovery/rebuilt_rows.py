"""Rows that lost their page, put together from what else knows them.

First the damaged file's own indexes, then its journal, then the newest copy. What is still lacking
is made up, where a decision would be lost without it, and told.
"""

from __future__ import annotations

import functools
import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from core.library.db.schema import VERSION
from core.library.recovery.gaps import Gaps
from core.library.recovery.journal_rows import JournalRows, Row
from core.library.recovery.page_owner import OwnedPages, is_whole
from core.library.recovery.record_reader import Value
from core.library.recovery.shapes import shapes_of
from core.library.text import name_key, utc_now
from core.messages import message

DECISION = ("song_id", "tag_id", "annotator_id", "state")  # without these it is none


@dataclass(slots=True)
class Sources:
    """What knows lost rows besides the damaged file's indexes.

    spoiled: rows on their pages that cannot be taken as they are, without what is spoiled of them.
    """

    spoiled: dict[str, dict[int, Row]] = field(default_factory=dict)
    journal: JournalRows | None = None
    copy: sqlite3.Connection | None = None


def put_row(library: sqlite3.Connection, table: str, row: Row) -> bool:
    """Insert a row (with "rowid"); False where it does not fit, or there is one already."""
    known = todays_columns(table)
    names = [name for name in row if name == "rowid" or name in known]
    marks = ", ".join("?" * len(names))
    sql = f"INSERT OR IGNORE INTO {table} ({', '.join(names)}) VALUES ({marks})"
    try:
        return library.execute(sql, [row[name] for name in names]).rowcount > 0
    except sqlite3.Error:  # nonsense in it, which a strict table refuses
        return False


@functools.cache
def todays_columns(table: str) -> frozenset[str]:
    """Return the names of a table's columns as the newest version has them."""
    return frozenset(column.name for column in shapes_of(VERSION)[table].columns)


def rows_of_copy(copy: sqlite3.Connection, table: str) -> Iterator[Row]:
    """Yield the rows of a whole library, with their ids as "rowid"."""
    cursor = copy.execute(f"SELECT rowid AS rowid, * FROM {table}")
    names = [column[0] for column in cursor.description]
    names[0] = "rowid"
    for values in cursor:
        row = dict(zip(names, values, strict=True))
        row.pop("id", None)
        yield row


def lost_rows(
    table: str, gaps: Gaps, pages: OwnedPages, sources: Sources
) -> tuple[dict[int, Row], set[int]]:
    """Return what is known of a table's lost rows, and the ids that only the copy knew."""
    journal = sources.journal
    rows = _lost_rows_of_copy(table, gaps, sources)
    only_copy = set(rows)
    for row_id, known in sources.spoiled.get(table, {}).items():
        rows.setdefault(row_id, {"rowid": row_id}).update(known)
        only_copy.discard(row_id)
    for row_id, known in (journal.live.get(table, {}) if journal else {}).items():
        if gaps.may_hold(row_id):
            rows.setdefault(row_id, {"rowid": row_id}).update(known)
            only_copy.discard(row_id)
    for known in whole_rows(pages, table):
        row_id = _id(known)
        if gaps.may_hold(row_id):
            rows.setdefault(row_id, {}).update(known)
            only_copy.discard(row_id)
    return rows, only_copy


def _lost_rows_of_copy(table: str, gaps: Gaps, sources: Sources) -> dict[int, Row]:
    if sources.copy is None:
        return {}
    deleted = sources.journal.deleted if sources.journal else set()
    return {
        _id(row): row
        for row in rows_of_copy(sources.copy, table)
        if gaps.may_hold(_id(row)) and (table, _id(row)) not in deleted
    }


def whole_rows(pages: OwnedPages, table: str) -> Iterator[Row]:
    """Yield what the pages of a table and of its indexes say of rows, with "rowid"."""
    for shape in pages.shapes.values():
        if shape.table == table:
            for record in pages.records(shape.name):
                if is_whole(record, shape) and "rowid" in (row := shape.row(record)):
                    yield row


def complete(library: sqlite3.Connection, table: str, row: Row, names: Mapping[int, str]) -> str:
    """Make up what a row lacks, where a decision needs it; return the name that was made up.

    names: what tags, categories or annotators are called elsewhere, by id.
    """
    make: Callable[[Row, Mapping[int, str]], tuple[dict[str, Value], str]] | None = {
        "songs": _stand_in_song,
        "tags": _stand_in_tag,
        "categories": _stand_in_category,
        "annotators": _stand_in_annotator,
        "annotations": _stand_in_decision,
    }.get(table)
    if make is None:
        return ""
    values, name = make(row, names)
    for column, value in values.items():
        if row.get(column) is None:
            row[column] = value
    if table == "annotations" and not row["created_at"]:
        row["created_at"] = row["updated_at"] = _time_near(library, _id(row))
    return name


def lost_hash(song_id: int) -> str:
    """Return an audio hash for a song whose own is lost; no sound has it."""
    return hashlib.blake2b(f"lost song {song_id}".encode(), digest_size=16).hexdigest()


def _stand_in_song(row: Row, names: Mapping[int, str]) -> tuple[dict[str, Value], str]:
    title = names.get(_id(row)) or str(message("loss.song", n=_id(row)))
    lost = row.get("audio_hash") is None
    named = bool(row.get("title") or row.get("path") or _id(row) in names)
    values: dict[str, Value] = {
        "audio_hash": lost_hash(_id(row)), "path": f"/lost/{_id(row)}", "size_bytes": 0,
        "mtime_s": 0.0, "title": title if _id(row) in names or not named else "",
        "artist": "", "album": "",
        "duration_s": 0.0, "rate_hz": 0, "channels": 0, "added_at": utc_now(), "note": "",
    }  # fmt: skip
    if lost:
        values["missing_since"] = utc_now()
    return values, "" if named else title


def _stand_in_tag(row: Row, names: Mapping[int, str]) -> tuple[dict[str, Value], str]:
    known = row.get("name") or names.get(_id(row))
    spoken = row.get("name_key")
    name = str(known or spoken or f"tag {_id(row)}")
    values: dict[str, Value] = {
        "name": name, "name_key": name_key(name), "category_id": 1, "position": _id(row),
    }  # fmt: skip
    return values, "" if known else name


def _stand_in_category(row: Row, names: Mapping[int, str]) -> tuple[dict[str, Value], str]:
    known = row.get("name") or names.get(_id(row))
    name = str(known or row.get("name_key") or f"category {_id(row)}")
    values: dict[str, Value] = {"name": name, "name_key": name_key(name), "position": _id(row)}
    return values, "" if known else name


def _stand_in_annotator(row: Row, _names: Mapping[int, str]) -> tuple[dict[str, Value], str]:
    name = f"annotator {_id(row)}"
    return {"name": name}, "" if row.get("name") is not None else name


def _stand_in_decision(row: Row, _names: Mapping[int, str]) -> tuple[dict[str, Value], str]:
    if any(row.get(name) is None for name in DECISION):
        return {"created_at": "?"}, ""
    if row.get("start_s") is not None and row.get("end_s") is None:
        return {"created_at": "?"}, ""  # a part of a song without an end
    values: dict[str, Value] = {
        "source": "ear", "guess_visible": 0, "codebook_version": 1, "created_at": "",
        "updated_at": "",
    }  # fmt: skip
    return values, ""


def _time_near(library: sqlite3.Connection, row_id: int) -> str:
    """Return when the decision before this one was made: ids grow with the time."""
    sql = "SELECT created_at FROM annotations WHERE id {} ? ORDER BY id {} LIMIT 1"
    for sign, order in (("<", "DESC"), (">", "")):
        if found := library.execute(sql.format(sign, order), (row_id,)).fetchone():
            return str(found[0])
    return utc_now()


def _id(row: dict[str, Any]) -> int:
    return int(row["rowid"])
