"""Songs that the user took out: watched folders are not to bring them back by themselves.

They are remembered by an edit (RemoveSongs), so that undo forgets them, too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from core.audio.file_stats import FileStats, KnownFile
from core.library.db.database import Database
from core.library.records import NewSong
from core.library.text import stored_path

_OF = "audio_hash IN (SELECT value FROM json_each(?))"


class RemovedFiles:
    """Reading, following and forgetting them. Every method may raise LibraryError."""

    def __init__(self, database: Database) -> None:
        self._database = database
        # A library of version 15 that is open for reading only has none yet.
        self._are_kept = database.has_column("removed_files", "audio_hash")

    def known_files(self) -> dict[str, KnownFile]:
        """Map stored paths to removed songs' files as they looked when they were last read."""
        if not self._are_kept:
            return {}
        columns = "path, size_bytes, mtime_s, ctime_s, audio_hash, fingerprint"
        sql = f"SELECT {columns} FROM removed_files"
        return {
            path: KnownFile(FileStats(size_bytes, mtime_s, ctime_s), audio_hash, fingerprint)
            for path, size_bytes, mtime_s, ctime_s, audio_hash, fingerprint in self._database.rows(
                sql
            )
        }

    def hold(self, audio_hash: str) -> bool:
        """Return whether the song with this sound was taken out."""
        if not self._are_kept:
            return False
        sql = "SELECT 1 FROM removed_files WHERE audio_hash = ?"
        return self._database.row(sql, (audio_hash,)) is not None

    def follow(self, new: NewSong) -> None:
        """Note how a removed song's file looks now, and where: it need not be read again."""
        self._database.write(
            "UPDATE removed_files SET path = ?, size_bytes = ?, mtime_s = ?, ctime_s = ?,"
            " fingerprint = ? WHERE audio_hash = ?",
            (
                stored_path(new.path), new.size_bytes, new.mtime_s, new.ctime_s, new.fingerprint,
                new.audio_hash,
            ),
        )  # fmt: skip

    def forget(self, audio_hashes: Iterable[str]) -> None:
        """Let songs come back: the user has added them again."""
        self._database.write(
            f"DELETE FROM removed_files WHERE {_OF}", (json.dumps(list(audio_hashes)),)
        )
