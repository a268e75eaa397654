"""What was written into songs' own files: rows by sound, so that it can be taken back.

A row is there before its file is replaced. Whether that was done, the file itself says.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.library.db.database import Database
from core.library.text import path_from_stored, storable, stored_path, utc_now


@dataclass(frozen=True, slots=True)
class FramesRow:
    """One write that was not taken back. before, after: see core.exchange.file_tags."""

    id: int
    audio_hash: str
    path: Path
    written_at: str
    before: dict[str, Any]
    after: dict[str, Any]
    fingerprint: str


class FileFrames:
    """Reading and storing them. Every method may raise LibraryError."""

    def __init__(self, database: Database) -> None:
        self._database = database
        # A library of version 15 that is open for reading only has none yet.
        self._are_kept = database.has_column("file_frames", "audio_hash")

    def add(
        self,
        audio_hash: str,
        path: Path,
        texts: tuple[Mapping[str, Any], Mapping[str, Any]],
        looks: tuple[int, float, str],
    ) -> int:
        """Store a write about to be done; return its row's id.

        texts: before and after. looks: size, mtime and fingerprint of the file as it will be.
        """
        before, after = (storable(json.dumps(text, ensure_ascii=False)) for text in texts)
        cursor = self._database.write(
            "INSERT INTO file_frames (audio_hash, path, written_at, before, after, size_bytes,"
            " mtime_s, fingerprint) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (audio_hash, stored_path(path), utc_now(), before, after, *looks),
        )
        return int(cursor.lastrowid or 0)

    def remove(self, row_id: int) -> None:
        """Forget a write that was not done."""
        self._database.write("DELETE FROM file_frames WHERE id = ?", (row_id,))

    def mark_reverted(self, row_id: int) -> None:
        """Note that a write was taken back."""
        sql = "UPDATE file_frames SET reverted_at = ? WHERE id = ?"
        self._database.write(sql, (utc_now(), row_id))

    def of_songs(self, audio_hashes: Iterable[str]) -> list[FramesRow]:
        """Return the writes into some songs' files that were not taken back, the newest first."""
        if not self._are_kept:
            return []
        rows = self._database.rows(
            "SELECT id, audio_hash, path, written_at, before, after, fingerprint FROM file_frames"
            " WHERE reverted_at IS NULL AND audio_hash IN (SELECT value FROM json_each(?))"
            " ORDER BY id DESC",
            (json.dumps(list(audio_hashes)),),
        )
        return [
            FramesRow(
                row[0], row[1], path_from_stored(row[2]), row[3], json.loads(row[4]),
                json.loads(row[5]), row[6],
            )
            for row in rows
        ]  # fmt: skip

    def written_hashes(self) -> set[str]:
        """Return the sounds whose files were written and not taken back."""
        if not self._are_kept:
            return set()
        sql = "SELECT DISTINCT audio_hash FROM file_frames WHERE reverted_at IS NULL"
        return {row[0] for row in self._database.rows(sql)}
