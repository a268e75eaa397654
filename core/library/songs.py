"""The songs: what they are (an audio hash), where they were last seen, and pages for the table.

Notes and removal are edits; finding songs is search.py's business.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from core.audio.file_stats import FileStats, KnownFile
from core.library.annotators import Annotators
from core.library.db.database import Database
from core.library.location_records import SongLocation
from core.library.records import (
    FailedImport,
    NewSong,
    Song,
    SongRow,
    State,
)
from core.library.text import path_from_stored, storable, stored_path, utc_now

_COLUMNS = (
    "id, audio_hash, path, size_bytes, mtime_s, title, artist, album, year, duration_s, rate_hz,"
    " channels, added_at, missing_since, note"
)
_FILE = "path = ?, size_bytes = ?, mtime_s = ?, ctime_s = ?, fingerprint = ?"
_FILE_WORDS = "(file_words, album_artist, track)"
SONG_WORDS = ("title", "artist", "album", "year")  # which a user may put in place of the file's


class FileWords(Protocol):
    """What a file says of itself: a NewSong, or the Metadata that was read alone."""

    @property
    def title(self) -> str: ...

    @property
    def artist(self) -> str: ...

    @property
    def album(self) -> str: ...

    @property
    def year(self) -> int | None: ...

    @property
    def album_artist(self) -> str: ...

    @property
    def track(self) -> int | None: ...


_STATES = {state.value: state for state in State}


class Songs:
    """Reading and adding songs. Every method may raise LibraryError."""

    def __init__(self, database: Database, annotators: Annotators) -> None:
        self._database = database
        self._annotators = annotators
        # A library of version 8 that is open for reading only has no own words yet.
        has_words = database.has_column("songs", "own_words")
        words = "album_artist, track, own_words" if has_words else "'', NULL, '{}'"
        has_stats = database.has_column("songs", "fingerprint")
        self._file = "ctime_s, fingerprint" if has_stats else "NULL, ''"
        self._columns = f"{_COLUMNS}, {words}, {self._file.split(', ')[0]}"

    def count(self) -> int:
        """Count the songs."""
        return int(self._database.value("SELECT count(*) FROM songs"))

    def has_any(self) -> bool:
        """Tell whether there is a song, without counting them."""
        return self._database.value("SELECT 1 FROM songs LIMIT 1") is not None

    def all_ids(self) -> NDArray[np.int64]:
        """Return all song ids in the order they were added, int64 (n,)."""
        return self._database.ids("SELECT id FROM songs ORDER BY id")

    def artists(self) -> tuple[NDArray[np.int64], list[str]]:
        """Return the ids of all songs, ascending, and their artists as they are written."""
        rows = self._database.rows("SELECT id, artist FROM songs ORDER BY id")
        return np.array([row[0] for row in rows], np.int64), [row[1] or "" for row in rows]

    def get(self, song_id: int) -> Song | None:
        """Return one song, or None if it is not there."""
        return self._first("id = ?", song_id)

    def common_note(self, song_ids: Sequence[int]) -> str | None:
        """Return the note that all of these songs have; None where they differ."""
        sql = "SELECT DISTINCT note FROM songs WHERE id IN (SELECT value FROM json_each(?)) LIMIT 2"
        notes = self._database.rows(sql, (json.dumps([int(song_id) for song_id in song_ids]),))
        return str(notes[0][0]) if len(notes) == 1 else None

    def count_notes(self, song_ids: Sequence[int]) -> int:
        """Count those of these songs that have a note."""
        sql = (
            "SELECT count(*) FROM songs WHERE id IN (SELECT value FROM json_each(?)) AND note <> ''"
        )
        ids = json.dumps([int(song_id) for song_id in song_ids])
        return int(self._database.value(sql, (ids,)))

    def common_words(self, song_ids: Sequence[int]) -> dict[str, str | int | None]:
        """Return the words that all of these songs have; those that differ are left out."""
        ids = json.dumps([int(song_id) for song_id in song_ids])
        common = {}
        for name in SONG_WORDS:
            sql = (
                f"SELECT DISTINCT {name} FROM songs"
                " WHERE id IN (SELECT value FROM json_each(?)) LIMIT 2"
            )
            values = self._database.rows(sql, (ids,))
            if len(values) == 1:
                common[name] = values[0][0]
        return common

    def ids_of_hashes(self, audio_hashes: Sequence[str]) -> dict[str, int]:
        """Map audio hashes to the ids of their songs; those of no song are left out."""
        sql = (
            "SELECT audio_hash, songs.id FROM json_each(?) AS given CROSS JOIN songs"
            " ON audio_hash = given.value"
        )
        return dict(self._database.rows(sql, (json.dumps(list(audio_hashes)),)))

    def by_hash(self, audio_hash: str) -> Song | None:
        """Find the song with these samples."""
        return self._first("audio_hash = ?", audio_hash)

    def present_at(self, path: Path) -> list[int]:
        """Return the songs whose file is there, as far as is known."""
        sql = "SELECT id FROM songs WHERE path = ? AND missing_since IS NULL"
        return [int(song_id) for song_id in self._database.ids(sql, (stored_path(path),))]

    def all_at(self, path: Path) -> list[int]:
        """Return the songs that were last seen in this file, missing ones too."""
        sql = "SELECT id FROM songs WHERE path = ?"
        return [int(song_id) for song_id in self._database.ids(sql, (stored_path(path),))]

    def by_path(self, path: Path) -> Song | None:
        """Find the song last seen there; of several, one that is not missing, then the newest."""
        return self._first(
            "path = ? ORDER BY missing_since IS NOT NULL, id DESC", stored_path(path)
        )

    def rows(self, song_ids: Sequence[int] | NDArray[np.int64]) -> list[SongRow]:
        """Return a page of the table, in the order of song_ids; unknown ids are left out."""
        ids = [int(song_id) for song_id in song_ids]
        ids_json = json.dumps(ids)
        states: dict[int, dict[int, State]] = {song_id: {} for song_id in ids}
        sql = (
            "SELECT song_id, tag_id, state FROM annotations"
            " WHERE song_id IN (SELECT value FROM json_each(?))"
            " AND annotator_id = ? AND start_s IS NULL"
        )
        for song_id, tag_id, state in self._database.rows(
            sql, (ids_json, self._annotators.current.id)
        ):
            states[song_id][tag_id] = _STATES[state]
        sql = f"SELECT {self._columns} FROM songs WHERE id IN (SELECT value FROM json_each(?))"
        songs = {row[0]: _song(row) for row in self._database.rows(sql, (ids_json,))}
        return [SongRow(songs[song_id], states[song_id]) for song_id in ids if song_id in songs]

    def add(self, new: NewSong) -> tuple[int, bool]:
        """Add a song; (its id, whether it is new).

        The same samples are the same song: it is not added twice, but found again if its former
        file is gone, and what its file says now is read again. A song whose path now holds other
        samples is marked missing.
        """
        with self._database.transaction():
            known = self.by_hash(new.audio_hash)
            joined = None if known else self._find_joined(new)
            if joined is not None:
                song_id = joined
            elif known is None:
                song_id = self._insert(new)
            else:
                song_id = known.id
                same_path = known.path == new.path.absolute()
                if same_path or known.missing_since or not os.path.exists(known.path):
                    self._update_file(song_id, new)
                    self.store_file_words(song_id, new)
            self._database.write(
                "UPDATE songs SET missing_since = ? WHERE path = ? AND id <> ?"
                " AND missing_since IS NULL",
                (utc_now(), stored_path(new.path), song_id),
            )
            sql = "DELETE FROM failed_imports WHERE path = ?"
            self._database.write(sql, (stored_path(new.path),))
        return song_id, known is None and joined is None

    def mark_missing(self, song_id: int) -> None:
        """Note that a song's file is not there; its decisions are kept."""
        self._database.write(
            "UPDATE songs SET missing_since = ? WHERE id = ? AND missing_since IS NULL",
            (utc_now(), song_id),
        )

    def store_location(self, location: SongLocation) -> None:
        """Note where a song's file is and how it looks. The caller knows that it is the song's."""
        self._update_file(location.song_id, location)

    def note_touched(self, looks: Iterable[tuple[int, FileStats]]) -> None:
        """Note how songs' files look now. The caller knows that their bytes are the same."""
        self._database.write_rows(
            "UPDATE songs SET size_bytes = ?, mtime_s = ?, ctime_s = ? WHERE id = ?",
            [(stats.size_bytes, stats.mtime_s, stats.ctime_s, song_id) for song_id, stats in looks],
        )

    def has_file_words(self, song_id: int, words: FileWords) -> bool:
        """Return whether a song's file is known to say this of itself."""
        sql = f"SELECT 1 FROM songs WHERE id = ?4 AND {_FILE_WORDS} IS (json(?1), ?2, ?3)"
        return self._database.row(sql, _file_words(song_id, words)) is not None

    def store_file_words(self, song_id: int, words: FileWords) -> bool:
        """Keep what a song's file says of itself now; return whether that is something new.

        The user's own words stay what is shown.
        """
        cursor = self._database.write(
            "UPDATE songs SET file_words = json(?1), album_artist = ?2, track = ?3 WHERE id = ?4"
            f" AND {_FILE_WORDS} IS NOT (json(?1), ?2, ?3)",
            _file_words(song_id, words),
        )
        return cursor.rowcount > 0

    def file_words(self, song_id: int) -> dict[str, str | int | None]:
        """Return what the song's file said when it was last read, by the names of SONG_WORDS."""
        sql = "SELECT file_words FROM songs WHERE id = ?"
        text = self._database.value(sql, (song_id,))
        return dict(json.loads(text)) if text else {}

    def known_files(self) -> dict[str, KnownFile]:
        """Map stored paths to the files there as they were read, of songs not missing."""
        columns = f"path, size_bytes, mtime_s, audio_hash, {self._file}"
        sql = (
            f"SELECT {columns} FROM joined_files UNION ALL"
            f" SELECT {columns} FROM songs WHERE missing_since IS NULL"
        )
        return {
            path: KnownFile(FileStats(size_bytes, mtime_s, ctime_s), audio_hash, fingerprint)
            for path, size_bytes, mtime_s, audio_hash, ctime_s, fingerprint in self._database.rows(
                sql
            )
        }

    def after(self, song_id: int, limit: int) -> list[Song]:
        """Return the next songs after this one, in the order of their ids."""
        sql = f"SELECT {self._columns} FROM songs WHERE id > ? ORDER BY id LIMIT ?"
        return [_song(row) for row in self._database.rows(sql, (song_id, limit))]

    def locations_of(self, song_ids: Sequence[int]) -> list[SongLocation]:
        """Return where some songs were last seen, by their ids."""
        wanted = "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"
        return self._locations(wanted, (json.dumps([int(song_id) for song_id in song_ids]),))

    def locations(self, after: int = 0, limit: int = -1) -> list[SongLocation]:
        """Return where all songs (or the next ones after a song) were last seen, by their ids."""
        return self._locations("WHERE id > ? ORDER BY id LIMIT ?", (after, limit))

    def audio_hashes(self, after: int = 0, limit: int = -1) -> list[tuple[int, str]]:
        """Return id and audio hash of all songs (or the next ones after a song), by their ids."""
        sql = "SELECT id, audio_hash FROM songs WHERE id > ? ORDER BY id LIMIT ?"
        return [(row[0], row[1]) for row in self._database.rows(sql, (after, limit))]

    def _locations(self, which: str, values: tuple[Any, ...]) -> list[SongLocation]:
        columns = "id, audio_hash, path, size_bytes, mtime_s, missing_since IS NOT NULL"
        columns = f"{columns}, {self._file}"
        rows = self._database.rows(f"SELECT {columns} FROM songs {which}", values)
        return [
            SongLocation(
                row[0], row[1], path_from_stored(row[2]), row[3], row[4], bool(row[5]), *row[6:]
            )
            for row in rows
        ]

    def record_failures(self, failures: Iterable[tuple[Path, str, str]]) -> None:
        """Keep (path, reason, remedy) of files that could not be imported."""
        self._database.write_rows(
            "INSERT INTO failed_imports (path, reason, remedy, failed_at) VALUES (?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET reason = excluded.reason, remedy = excluded.remedy,"
            " failed_at = excluded.failed_at",
            [
                (stored_path(path), storable(reason), storable(remedy), utc_now())
                for path, reason, remedy in failures
            ],
        )

    def failures(self) -> list[FailedImport]:
        """Return the files that could not be imported and have not been since, newest first."""
        sql = "SELECT path, reason, remedy, failed_at FROM failed_imports ORDER BY rowid DESC"
        return [
            FailedImport(path_from_stored(row[0]), *row[1:]) for row in self._database.rows(sql)
        ]

    def _first(self, condition: str, value: Any) -> Song | None:
        sql = f"SELECT {self._columns} FROM songs WHERE {condition} LIMIT 1"
        row = self._database.row(sql, (value,))
        return _song(row) if row else None

    def _find_joined(self, new: NewSong) -> int | None:
        """Find the song that these samples were joined to, and update its other file's path."""
        sql = "SELECT song_id FROM joined_files WHERE audio_hash = ?"
        song_id: int | None = self._database.value(sql, (new.audio_hash,))
        if song_id is not None:
            self._database.write(
                f"UPDATE joined_files SET {_FILE} WHERE audio_hash = ?",
                (*_file_values(new), new.audio_hash),
            )
        return song_id

    def _insert(self, new: NewSong) -> int:
        cursor = self._database.write(
            "INSERT INTO songs (audio_hash, path, size_bytes, mtime_s, title, artist, album, year,"
            " duration_s, rate_hz, channels, added_at, album_artist, track, ctime_s, fingerprint)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                new.audio_hash, stored_path(new.path), new.size_bytes, new.mtime_s,
                storable(new.title), storable(new.artist), storable(new.album), new.year,
                new.duration_s, new.rate_hz, new.channels, utc_now(),
                storable(new.album_artist), new.track, new.ctime_s, new.fingerprint,
            ),
        )  # fmt: skip
        return int(cursor.lastrowid or 0)

    def _update_file(self, song_id: int, new: NewSong | SongLocation) -> None:
        self._database.write(
            f"UPDATE songs SET {_FILE}, missing_since = NULL WHERE id = ?",
            (*_file_values(new), song_id),
        )


def _file_values(new: NewSong | SongLocation) -> tuple[Any, ...]:
    path = stored_path(new.path)
    return path, new.size_bytes, new.mtime_s, new.ctime_s, new.fingerprint


def _file_words(song_id: int, words: FileWords) -> tuple[str, str, int | None, int]:
    """Return what stands in _FILE_WORDS, and the song's id."""
    texts = [storable(text) for text in (words.title, words.artist, words.album)]
    by_name = dict(zip(SONG_WORDS, [*texts, words.year], strict=True))
    as_json = json.dumps(by_name, ensure_ascii=False)
    return as_json, storable(words.album_artist), words.track, song_id


def _song(row: tuple[Any, ...]) -> Song:
    values = list(row)
    values[2] = path_from_stored(row[2])
    values[-2] = () if row[-2] == "{}" else tuple(json.loads(row[-2]))
    return Song(*values)
