"""What is searched and sorted by, made of the words of the songs and kept beside them.

Nothing here is a decision: it is made anew wherever it is missing or made by older rules. The words
are kept up by triggers of this connection, because making them takes Python; a file opened for
reading that lacks them gets them in memory.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from core.folding import artist_sort_key, path_sort_key, sort_key
from core.library.db.triggers import song_words_statements
from core.library.index_words import index_text

RULES = 2
"""Of core.folding and core.library.index_words; a change of what they make takes a new number."""

_TEXTS = "song_id, rules, title, artist, album, path, note, title_key, artist_key, album_key"
_MADE = (
    "id, {rules}, searched(title), searched(artist), searched(album), searched_path(path),"
    " searched(note), ordered(title), ordered_artist(artist), ordered(album)"
)
_FROM_SONGS = f"INSERT INTO song_texts ({_TEXTS}) SELECT {_MADE.format(rules=RULES)} FROM songs"
_KEPT_UP = (
    ("in AFTER INSERT", f"{_FROM_SONGS} WHERE id = new.id;"),
    ("out AFTER DELETE", "DELETE FROM song_texts WHERE song_id = old.id;"),
    (
        "changed AFTER UPDATE OF title, artist, album, path, note",
        f"DELETE FROM song_texts WHERE song_id = new.id; {_FROM_SONGS} WHERE id = new.id;",
    ),
)
_IS_STALE = f"""
SELECT (SELECT count(*) FROM songs) <> (SELECT count(*) FROM song_texts)
    OR (SELECT rules FROM song_texts LIMIT 1) <> {RULES}
"""


def prepare_song_texts(connection: sqlite3.Connection, *, read_only: bool) -> None:
    """Make this connection keep the texts up, and make them where they are missing or stale.

    Raises sqlite3.Error.
    """
    for name, function in _FUNCTIONS.items():
        connection.create_function(name, 1, function, deterministic=True)
    if read_only:
        if not _has_texts(connection) or _is_stale(connection):
            for statement in song_words_statements("temp."):
                connection.execute(statement)
            connection.execute(_FROM_SONGS)
        return
    if _is_stale(connection):
        _remake(connection)
    for when, statements in _KEPT_UP:
        connection.execute(
            f"CREATE TEMP TRIGGER song_texts_{when} ON main.songs BEGIN {statements} END"
        )


def _index_path(path: str) -> str:
    return index_text(path, is_path=True)


_FUNCTIONS: dict[str, Callable[[str], str]] = {
    "searched": index_text,
    "searched_path": _index_path,
    "ordered": sort_key,
    "ordered_artist": artist_sort_key,
    "ordered_path": path_sort_key,  # not kept: who sorts by files waits a moment, once
}


def _has_texts(connection: sqlite3.Connection) -> bool:
    sql = "SELECT count(*) FROM sqlite_schema WHERE name = 'song_texts'"
    return bool(connection.execute(sql).fetchone()[0])


def _is_stale(connection: sqlite3.Connection) -> bool:
    try:
        return bool(connection.execute(_IS_STALE).fetchone()[0])
    except sqlite3.DatabaseError:  # a damaged page: whatever is read of the rest is still right
        return False


def _remake(connection: sqlite3.Connection) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("DELETE FROM song_texts")
        connection.execute(_FROM_SONGS)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.rollback()
        raise
