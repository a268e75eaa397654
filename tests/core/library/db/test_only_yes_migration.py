"""Migration 8: the table of decisions is made anew, and nothing of it is lost, in any order."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from core.library.db import schema
from core.library.db.file_checks import APPLICATION_ID
from core.library.edits.edits import Judge
from core.library.records import DecisionContext, DecisionSource, State
from core.library.recovery.repair import find_faults
from core.library.store import Library
from tests.support.small_songs import miscounts

OLDER = schema.MIGRATIONS.index(schema.only_yes_and_measuring)
DECISION = (
    "INSERT INTO annotations (song_id, tag_id, annotator_id, state, intensity, start_s, end_s,"
    " source, guess_visible, model_id, codebook_version, note, created_at, updated_at)"
    " VALUES (?, ?, 1, ?, ?, ?, ?, 'import', 1, NULL, 3, 'n', '2026-01-01', '2026-01-02')"
)


def older_library(path: Path, n_songs: int = 3) -> sqlite3.Connection:
    """Make a library of version 7: two tags, every song judged on both, one part, one gap."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    schema.apply_migrations(connection, OLDER)
    run = connection.execute
    run("BEGIN")
    run("INSERT INTO annotators (name) VALUES ('')")
    run("INSERT INTO categories (name, name_key, position) VALUES ('Ear', 'ear', 0)")
    for name in ("kick", "piano"):
        sql = "INSERT INTO tags (name, name_key, category_id, position) VALUES (?, ?, 1, 0)"
        run(sql, (name, name))
    for number in range(1, n_songs + 1):
        song = (f"{number:032x}", f"/music/{number}.flac")
        columns = "audio_hash, path, size_bytes, mtime_s, duration_s, rate_hz, channels, added_at"
        run(f"INSERT INTO songs ({columns}) VALUES (?, ?, 1, 1.0, 9.0, 44100, 2, '')", song)
        run(DECISION, (number, 1, "yes", 0.5, None, None))
        run(DECISION, (number, 2, "unsure", None, None, None))
    run(DECISION, (1, 1, "no", None, 1.0, 2.0))
    run(DECISION, (2, 1, "no", None, 3.0, 4.0))
    run("DELETE FROM annotations WHERE start_s = 3.0")  # the highest id, which redo may know
    run("COMMIT")
    return connection


def decisions(connection: sqlite3.Connection) -> list[tuple[object, ...]]:
    return connection.execute("SELECT * FROM annotations ORDER BY id").fetchall()


def test_all_decisions_counts_and_indexes_are_there_afterwards(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    older = older_library(path)
    before = decisions(older)
    last_id = older.execute("SELECT seq FROM sqlite_sequence WHERE name = 'annotations'").fetchone()
    older.close()
    with Library.open(path) as library:
        assert decisions(library.database.connection) == before
        assert miscounts(library) == []
        sql = "SELECT seq FROM sqlite_sequence WHERE name LIKE 'annotations%'"
        assert library.database.rows(sql) == [last_id]
        library.do(Judge(1, 1, State.NO), Judge(2, 2, None))
        assert miscounts(library) == []
        library.undo()
        assert miscounts(library) == []
    assert find_faults(path) == []


def test_the_rest_is_no_is_a_source_and_nonsense_is_none(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    older_library(path).close()
    with Library.open(path) as library:
        library.do(Judge(1, 2, State.NO, DecisionContext(DecisionSource.REST)))
        assert library.annotations.of_song(1)[2].source is DecisionSource.REST
        connection = library.database.connection
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("UPDATE annotations SET source = 'rumour'")


def test_ids_go_on_where_there_is_no_decision_left(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    older = older_library(path)
    older.execute("DELETE FROM annotations")
    last_id = older.execute("SELECT seq FROM sqlite_sequence WHERE name = 'annotations'").fetchone()
    older.close()
    with Library.open(path) as library:
        library.do(Judge(1, 1, State.YES))
        assert library.annotations.of_song(1)[1].id == last_id[0] + 1


def test_a_disk_that_is_full_leaves_the_older_library_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    older = older_library(path, 300)
    before = decisions(older)
    pages = older.execute("PRAGMA page_count").fetchone()[0]
    older.execute(f"PRAGMA max_page_count = {pages + 1}")
    with pytest.raises(sqlite3.OperationalError, match="full"):
        schema.apply_migrations(older)
    assert older.execute("PRAGMA user_version").fetchone() == (OLDER,)
    assert decisions(older) == before
    older.close()
    with Library.open(path) as library:
        assert decisions(library.database.connection) == before
        assert miscounts(library) == []


def test_an_older_library_can_be_read_only(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    older_library(path).close()
    with Library.open(path, read_only=True) as library:
        assert not any(category.exhaustive for category in library.codebook.categories())
        assert not any(tag.weak_no for tag in library.codebook.tags())
        assert library.evaluation.split_sides() == {}
        assert library.evaluation.thresholds(1) == {}
        assert library.evaluation.looks() == []
        assert library.annotations.labels().states.shape == (3, 2)
