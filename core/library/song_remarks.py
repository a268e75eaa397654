"""What is to be told of songs' files, found when they were read: damage, a part that is not heard.

Kept so that it is told again in every session; a file that is read anew brings its own. They stay
when a song is removed, as that can be undone; no other song gets its number.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from core.library.db.database import Database
from core.library.text import storable
from core.messages import from_stored, to_stored

_TEXT = "text"


class SongRemarks:
    """Reading and storing remarks. Every method may raise LibraryError."""

    def __init__(self, database: Database) -> None:
        self._database = database
        # A library of version 13 that is open for reading only has none yet.
        self._are_kept = database.has_column("song_remarks", "remarks")

    def of_song(self, song_id: int) -> tuple[str, ...]:
        """Return the remarks on one song's file, Messages."""
        return self.of_songs([song_id]).get(song_id, ())

    def of_songs(self, song_ids: Iterable[int]) -> dict[int, tuple[str, ...]]:
        """Return the remarks on some songs' files; songs without any are left out."""
        if not self._are_kept:
            return {}
        sql = (
            "SELECT song_id, remarks FROM song_remarks"
            " WHERE song_id IN (SELECT value FROM json_each(?))"
        )
        rows = self._database.rows(sql, (json.dumps([int(song_id) for song_id in song_ids]),))
        return {
            int(song_id): tuple(str(from_stored(record)[_TEXT]) for record in json.loads(remarks))
            for song_id, remarks in rows
        }

    def store(self, song_id: int, remarks: Sequence[str]) -> None:
        """Keep the remarks on a song's file in place of those before."""
        if tuple(remarks) == self.of_song(song_id):
            return
        self._database.write("DELETE FROM song_remarks WHERE song_id = ?", (song_id,))
        if remarks:
            records = json.dumps([to_stored({_TEXT: remark}) for remark in remarks])
            self._database.write(
                "INSERT INTO song_remarks (song_id, remarks) VALUES (?, ?)",
                (song_id, storable(records)),
            )
