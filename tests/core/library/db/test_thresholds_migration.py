"""Migration 13: thresholds get numbers of their own; yesterday's edits of them can be undone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from core.library.db import schema
from core.library.db.file_checks import APPLICATION_ID
from core.library.edits.edits import SetThreshold
from core.library.recovery.repair import find_faults
from core.library.store import Library
from tests.support.small_songs import library_with, tag_id

OLDER = schema.MIGRATIONS.index(schema.numbered_thresholds)
# As yesterday's program wrote them: set one, change another one, drop a third.
EDITS = (
    '[["thresholds",null,["id","model_id","tag_id","score","set_at"],[[7,7,1,1,0.4,"monday"]]]]',
    '[["thresholds",["score","set_at"],["score","set_at"],[[3,0.2,"sunday",0.6,"monday"]]]]',
    '[["thresholds",["id","model_id","tag_id","score","set_at"],null,[[5,5,1,3,0.8,"sunday"]]]]',
)


def older_library(path: Path) -> None:
    """Make a library of version 12 with three tags and two thresholds, the rows 3 and 7."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        schema.apply_migrations(connection, OLDER)
        run = connection.execute
        run("INSERT INTO annotators (name) VALUES ('')")
        run("INSERT INTO categories (name, name_key, position) VALUES ('Ear', 'ear', 0)")
        for name in ("kick", "piano", "bass"):
            sql = "INSERT INTO tags (name, name_key, category_id, position) VALUES (?, ?, 1, 0)"
            run(sql, (name, name))
        sql = "INSERT INTO thresholds (rowid, model_id, tag_id, score, set_at)"
        run(f"{sql} VALUES (3, 1, 2, 0.6, 'monday'), (7, 1, 1, 0.4, 'monday')")
        for number, rows in enumerate(EDITS, start=1):
            columns = "group_id, label, edit, annotator_id, rows, state, created_at"
            sql = f"INSERT INTO journal ({columns}) VALUES (?, 'threshold', '', 1, ?, 'done', '')"
            run(sql, (number, rows))


def test_yesterdays_thresholds_stay_and_their_edits_are_undone_and_done_again(
    tmp_path: Path,
) -> None:
    path = tmp_path / "library.db"
    older_library(path)
    with Library.open(path) as library:
        states = [library.evaluation.thresholds(1)]
        for _ in EDITS:
            assert library.undo()
            states.append(library.evaluation.thresholds(1))
        assert states == [
            {1: 0.4, 2: 0.6},
            {1: 0.4, 2: 0.6, 3: 0.8},
            {1: 0.4, 2: 0.2, 3: 0.8},
            {2: 0.2, 3: 0.8},
        ]
        for state in reversed(states[:-1]):
            assert library.redo()
            assert library.evaluation.thresholds(1) == state
    assert find_faults(path) == []


def test_a_thresholds_number_is_not_given_again_nor_changed_by_rewriting_the_file(
    tmp_path: Path,
) -> None:
    with library_with(tmp_path / "library.db", 1) as library:
        kick, piano = tag_id(library, "kick"), tag_id(library, "piano")
        library.do(SetThreshold(1, piano, 0.1))
        library.do(SetThreshold(1, kick, 0.2))
        library.do(SetThreshold(1, piano, None))
        library.database.connection.execute("VACUUM")
        library.do(SetThreshold(1, kick, 0.3))
        library.undo()
        assert library.evaluation.thresholds(1) == {kick: 0.2}
        library.do(SetThreshold(2, kick, 0.9))
        assert library.database.rows("SELECT id, model_id FROM thresholds") == [(2, 1), (3, 2)]
        for _ in range(4):
            library.undo()
        assert library.evaluation.thresholds(1) == library.evaluation.thresholds(2) == {}
