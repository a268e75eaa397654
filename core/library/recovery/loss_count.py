"""What a repaired library lacks, counted from what the damaged one says it had."""

from __future__ import annotations

import contextlib
import sqlite3
from dataclasses import replace
from pathlib import Path

from core.library.db.commit_mark import read_mark
from core.library.db.row_digests import IDS_PER_BLOCK, keep_digests
from core.library.db.row_digests import count_rows as count_blocks
from core.library.db.schema import VERSION, apply_migrations
from core.library.loss_records import NO_LOSS, Loss, loss_from_json, loss_to_json
from core.library.recovery.kept_counts import KeptCounts
from core.library.recovery.page_owner import OwnedPages
from core.library.text import utc_now

MOST_SONGS = 100
_DAY = "SELECT substr(created_at, 1, 10) FROM annotations WHERE id {} ? ORDER BY id {} LIMIT 1"


def count_loss(new: sqlite3.Connection, pages: OwnedPages, kept: KeptCounts) -> Loss:
    """Count the decisions and edits that are gone; name the songs and the days."""
    n_decisions = int(new.execute("SELECT count(*) FROM annotations").fetchone()[0])
    per_song = _decisions_per_song(pages)
    n_regions = new.execute(
        "SELECT count(*) FROM annotations WHERE start_s IS NOT NULL"
    ).fetchone()[0]
    n_expected = max(
        n_decisions, kept.total("annotations"), sum(per_song.values()) + int(n_regions)
    )
    n_edits_now = int(new.execute("SELECT count(*) FROM journal").fetchone()[0])
    is_less = n_expected > n_decisions
    poorer = _poorer_songs(new, per_song) if is_less else []
    return Loss(
        n_decisions=n_decisions,
        n_expected=n_expected,
        songs=_titles(new, poorer[:MOST_SONGS]),
        n_songs=len(poorer),
        days=_days_of_gaps(new, kept) if is_less else (),
        n_edits=max(0, kept.total("journal") - n_edits_now),
    )


def missing_since_mark(new: sqlite3.Connection, library: Path) -> Loss:
    """Count the commits that the mark beside a library knows and its file, repaired, lacks."""
    mark = read_mark(library)
    held = new.execute("SELECT library_id, n FROM commits").fetchone()
    last = new.execute("SELECT id, created_at FROM journal ORDER BY id DESC LIMIT 1").fetchone()
    n_edits, since = last or (0, "")
    if mark is None or (held is not None and held[0] != mark.library_id):
        return Loss()
    n_commits = mark.n_commits - held[1] if held is not None else mark.n_edits - n_edits
    return Loss(n_commits=max(0, n_commits), since=since, until=mark.at)


def note_loss(saved: Path, library: Path, loss: Loss) -> Loss:
    """Add the commits that are gone to a loss, and write it into the repaired library."""
    with contextlib.closing(sqlite3.connect(saved, isolation_level=None)) as new:
        apply_migrations(new)
        keep_digests(new, VERSION)
        gone = missing_since_mark(new, library)
        told = replace(loss, n_commits=gone.n_commits, since=gone.since, until=gone.until)
        if told:
            sql = "INSERT INTO losses (found_at, loss) VALUES (?, ?)"
            new.execute(sql, (utc_now(), loss_to_json(told)))
    return told


def last_loss(library: Path) -> Loss:
    """Return the last loss that a library file remembers; no loss where none can be read."""
    sql = "SELECT loss, found_at FROM losses ORDER BY id DESC LIMIT 1"
    try:
        uri = f"{library.absolute().as_uri()}?mode=ro"
        with contextlib.closing(sqlite3.connect(uri, uri=True)) as reader:
            row = reader.execute(sql).fetchone()
    except sqlite3.Error:
        return NO_LOSS
    return loss_from_json(*row) if row else NO_LOSS


def _decisions_per_song(pages: OwnedPages) -> dict[int, int]:
    """Map songs to how many decisions on them as a whole the damaged library has counted."""
    counts: dict[int, int] = {}
    shape = pages.shapes["song_counts"]
    seen = set[tuple[object, object]]()
    for record in pages.records("song_counts"):
        row = shape.row(record)
        key, n = (row["song_id"], row["annotator_id"]), row["n_judged"]
        if key not in seen and isinstance(key[0], int) and isinstance(n, int) and 0 < n < 10_000:
            seen.add(key)
            counts[key[0]] = counts.get(key[0], 0) + n
    return counts


def _poorer_songs(new: sqlite3.Connection, per_song: dict[int, int]) -> list[int]:
    sql = "SELECT song_id, sum(n_judged) FROM song_counts GROUP BY song_id"
    now = dict(new.execute(sql).fetchall())
    return [song_id for song_id, n in per_song.items() if n > now.get(song_id, 0)]


def _titles(new: sqlite3.Connection, song_ids: list[int]) -> tuple[str, ...]:
    titles = []
    for song_id in song_ids:
        sql = "SELECT title, path FROM songs WHERE id = ?"
        title, path = new.execute(sql, (song_id,)).fetchone() or ("", f"? ({song_id})")
        titles.append(title or Path(path).name)
    return tuple(titles)


def _days_of_gaps(new: sqlite3.Connection, kept: KeptCounts) -> tuple[str, ...]:
    """Return the days between which lost decisions were made: ids grow with the time."""
    now = count_blocks(new, "annotations")
    days = set[str]()
    for block, (n, _) in kept.of("annotations").items():
        if now.get(block, (0, 0))[0] < n:
            first = block * IDS_PER_BLOCK
            for sign, order, row_id in ((">=", "", first), ("<", "DESC", first + IDS_PER_BLOCK)):
                if found := new.execute(_DAY.format(sign, order), (row_id,)).fetchone():
                    days.add(str(found[0]))
    return tuple(sorted(days))
