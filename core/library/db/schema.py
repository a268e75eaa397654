"""The shape of a library file, grown only by appending migrations to this list.

A migration, once released, is never changed, nor is a statement it runs. Copying before a
migration and refusing foreign files is opening.py's business.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from core.library.db.first_tables import CODEBOOK, DECISIONS, MODELS, SONGS
from core.library.db.later_tables import (
    APART,
    COUNTED,
    EVALUATION,
    FILE_FRAMES,
    FILES,
    JOINED,
    LABEL_MESSAGES,
    MEANINGS,
    NAMED_SPLITS,
    NUMBERED_THRESHOLDS,
    ONLY_YES,
    REGIONS,
    REMARKS_OUTLIVE_SONGS,
    REMOVED_FILES,
    REST_IS_NO,
    RULE_DECISIONS,
    SEARCH_ORDER,
    SONG_WORDS,
)
from core.library.db.review_tables import (
    ABX_TESTS,
    LISTENED_PARTS,
    PREQUENTIAL,
    QUEUES,
    REPEATS,
    WHO_AND_SETTLED,
    WORD_RULES,
)
from core.library.db.triggers import (
    ANNOTATION_TRIGGERS,
    COUNT_TABLES,
    NO_OLD_WORDS,
    SONG_TRIGGERS,
    WORDS,
    song_words_statements,
)

if TYPE_CHECKING:
    from sqlite_utils import Database

MIGRATIONS: list[Callable[[Database], None]] = []
"""In the order of their release."""


def _migration(function: Callable[[Database], None]) -> Callable[[Database], None]:
    MIGRATIONS.append(function)
    return function


def _run(db: Database, statements: str) -> None:
    """Run statements one by one: executescript would commit the migration's transaction."""
    for statement in statements.split("\n\n"):
        if statement.strip():
            db.execute(statement)


@_migration
def first_library(db: Database) -> None:
    """Songs, codebook, decisions with their provenance, journal, models, predictions, words."""
    counts = (COUNT_TABLES, ANNOTATION_TRIGGERS, SONG_TRIGGERS)
    for statements in (SONGS, CODEBOOK, MODELS, DECISIONS, *counts, WORDS):
        _run(db, statements)


@_migration
def joined_recordings(db: Database) -> None:
    """Files that hold a song's recording in another format."""
    _run(db, JOINED)


@_migration
def different_recordings(db: Database) -> None:
    """Pairs of songs that are not the same recording, whatever they sound like."""
    _run(db, APART)


@_migration
def found_regions(db: Database) -> None:
    """Tags on parts of songs are found quickly."""
    _run(db, REGIONS)


@_migration
def words_of_no_tag(db: Database) -> None:
    """Words that mean no tag; words nobody taught are looked up by name whenever they are asked."""
    _run(db, MEANINGS)


@_migration
def searches_in_order(db: Database) -> None:
    """Saved searches stand as the user puts them."""
    _run(db, SEARCH_ORDER)


@_migration
def labels_with_messages(db: Database) -> None:
    """Labels of undo keep what they were made of."""
    _run(db, LABEL_MESSAGES)


@_migration
def only_yes_and_measuring(db: Database) -> None:
    """The rest may be no; what is kept apart, how often it was looked at, and thresholds."""
    for statements in (REST_IS_NO, ANNOTATION_TRIGGERS, ONLY_YES, EVALUATION):
        _run(db, statements)


@_migration
def words_of_any_script(db: Database) -> None:
    """Any part of an Asian title and names with signs are found; lists are in language order."""
    _run(db, NO_OLD_WORDS)
    for statement in song_words_statements():
        db.execute(statement)


@_migration
def words_of_songs(db: Database) -> None:
    """What a file says of itself and what its user says stand side by side."""
    _run(db, SONG_WORDS)


@_migration
def files_told_apart(db: Database) -> None:
    """Files are known again although another one has their size and time."""
    _run(db, FILES)


@_migration
def counted_rows(db: Database) -> None:
    """Rows are counted and digested, commits numbered, losses remembered."""
    _run(db, COUNTED)


@_migration
def numbered_thresholds(db: Database) -> None:
    """A threshold has a number of its own, as everything has that can be undone."""
    _run(db, NUMBERED_THRESHOLDS)


@_migration
def remarks_of_songs(db: Database) -> None:
    """What is to be told of a song's file, found when it was read."""
    song = "song_id INTEGER PRIMARY KEY REFERENCES songs(id) ON DELETE CASCADE"
    db.execute(f"CREATE TABLE song_remarks ({song}, remarks TEXT NOT NULL) STRICT")


@_migration
def remarks_outlive_songs(db: Database) -> None:
    """A removed song's remarks stay, so that they are there when the removal is undone."""
    _run(db, REMARKS_OUTLIVE_SONGS)


@_migration
def written_and_removed_files(db: Database) -> None:
    """Published splits; what files' tags were before they were written; songs that stay away."""
    for statements in (NAMED_SPLITS, FILE_FRAMES, REMOVED_FILES):
        _run(db, statements)


@_migration
def queues_and_second_judgments(db: Database) -> None:
    """Queues, second judgments, predictions before decisions, what was heard, rules of words."""
    for statements in (REPEATS, QUEUES, PREQUENTIAL, LISTENED_PARTS, WORD_RULES, WHO_AND_SETTLED):
        _run(db, statements)


@_migration
def listening_tests_and_rule_decisions(db: Database) -> None:
    """What tests of two words by ear showed is kept; decisions that a rule made say so."""
    for statements in (ABX_TESTS, RULE_DECISIONS, ANNOTATION_TRIGGERS):
        _run(db, statements)


VERSION = len(MIGRATIONS)
"""The version of a library file of today; kept in its header, too."""


def apply_migrations(connection: sqlite3.Connection, version: int = VERSION) -> None:
    """Bring a library to a version: run what has not been run, and note it in the file."""
    # Here, because sqlite_utils takes longer to import than a library takes to open.
    from sqlite_utils import Database, Migrations

    migrations = Migrations("rhythmcap")
    for function in MIGRATIONS[:version]:
        migrations()(function)
    migrations.apply(Database(connection))
    connection.execute(f"PRAGMA user_version = {version}")
