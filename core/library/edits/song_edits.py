"""Edits of songs: notes, removal, joining two that are one recording, following moved files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from core.library.edits.edit_context import EditContext
from core.library.edits.journal import Ledger, stale_edit_error
from core.library.edits.row_changes import Values
from core.library.edits.word_edits import set_own_words
from core.library.location_records import Move
from core.library.records import Conflict
from core.library.songs import SONG_WORDS
from core.library.text import stored_path, utc_now
from core.messages import message

# Of a joined song's words, what the other one's file lacks is taken over, as the user's own: a
# file that is read again does not take it away.
FILE_METADATA = ("artist", "album", "year")
NAMING_A_SONG = ("anchors", "disputes", "repeats", "prequential", "listened_parts", "joined_files")
FILE_COLUMNS = ("audio_hash", "path", "size_bytes", "mtime_s", "ctime_s", "fingerprint")


@dataclass(frozen=True, slots=True)
class SetNote:
    """The note on a song."""

    song_id: int
    note: str

    def title(self, _library: EditContext) -> str:
        return message("edit.note")

    def apply(self, _library: EditContext, ledger: Ledger) -> None:
        ledger.update("songs", self.song_id, note=self.note)


@dataclass(frozen=True, slots=True, repr=False)
class RemoveSongs:
    """Take songs out of the library with all their decisions. Their files are not touched.

    They are remembered: watched folders do not bring them back.
    """

    song_ids: tuple[int, ...]

    def __repr__(self) -> str:
        """Leave the songs out: they are in the journal's rows."""
        return f"RemoveSongs({len(self.song_ids)} songs)"

    def title(self, _library: EditContext) -> str:
        n_songs = len(self.song_ids)
        if n_songs == 1:
            return message("edit.remove_song")
        return message("edit.remove_songs", n_songs=n_songs)

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        songs = ledger.rows("songs", self.song_ids)
        if len(songs) < len(set(self.song_ids)):
            raise stale_edit_error(library.database)
        wanted = json.dumps(sorted(songs))
        for table in ("annotations", *NAMING_A_SONG):
            sql = f"SELECT id FROM {table} WHERE song_id IN (SELECT value FROM json_each(?))"
            row_ids = library.database.ids(sql, (wanted,)).tolist()
            ledger.delete_rows(table, ledger.rows(table, row_ids))
        ledger.delete_rows("songs", songs)
        self._remember(library, ledger, songs)

    def _remember(self, library: EditContext, ledger: Ledger, songs: Mapping[int, Values]) -> None:
        """Keep which sounds are not to come back by themselves, and how their files looked."""
        hashes = json.dumps([row["audio_hash"] for row in songs.values()])
        sql = "SELECT id FROM removed_files WHERE audio_hash IN (SELECT value FROM json_each(?))"
        former = library.database.ids(sql, (hashes,)).tolist()
        ledger.delete_rows("removed_files", ledger.rows("removed_files", former))
        time = utc_now()
        rows = [
            {**{name: row[name] for name in FILE_COLUMNS}, "removed_at": time}
            for row in songs.values()
        ]
        ledger.insert_rows("removed_files", rows)


@dataclass(frozen=True, slots=True)
class JoinSongs:
    """Two songs are one recording: decisions on other_id move to song_id, and other_id goes.

    Where both were judged differently the decision on song_id stays (see Annotations.conflicts),
    but for those in `taken`, where the other's does, and for rests that are no, which give way.
    The other file is remembered, so that no import adds it again; what only the other one's file
    said of the music stays. Undo parts them as they were.
    """

    song_id: int
    other_id: int
    taken: tuple[Conflict, ...] = ()

    def title(self, library: EditContext) -> str:
        song = library.songs.get(self.song_id)
        return message("edit.join_songs", title=song.title if song else "")

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        song, other = library.songs.get(self.song_id), library.songs.get(self.other_id)
        if song is None or other is None or song.id == other.id:
            raise stale_edit_error(library.database)
        self._move_decisions(library, ledger)
        for table in NAMING_A_SONG:
            sql = f"SELECT id FROM {table} WHERE song_id = ?"
            for row_id in library.database.ids(sql, (other.id,)).tolist():
                ledger.update(table, row_id, song_id=song.id)
        notes = [note for note in (song.note, other.note) if note]
        words = {name: getattr(other, name) for name in SONG_WORDS if name in other.own_words}
        words |= {
            name: getattr(other, name)
            for name in FILE_METADATA
            if getattr(other, name) and not getattr(song, name)
        }
        if other.artist and not song.artist:
            words["title"] = other.title or song.title  # its own is only the file's name
        words |= {name: getattr(song, name) for name in SONG_WORDS if name in song.own_words}
        ledger.update("songs", song.id, note="\n".join(dict.fromkeys(notes)))
        set_own_words(library, ledger, (song.id,), words)
        self._keep_file(library, ledger)

    def _move_decisions(self, library: EditContext, ledger: Ledger) -> None:
        kept = library.annotations.by_slot(self.song_id)
        taken = {conflict.slot for conflict in self.taken}
        for slot, decision in library.annotations.by_slot(self.other_id).items():
            own = kept.get(slot)
            gives_way = own is not None and own.is_rest and not decision.is_rest
            if own is not None and not gives_way and slot not in taken:
                ledger.delete("annotations", decision.row_id)
                continue
            if own is not None:
                ledger.delete("annotations", own.row_id)
            ledger.update("annotations", decision.row_id, song_id=self.song_id)

    def _keep_file(self, library: EditContext, ledger: Ledger) -> None:
        """Delete the other song's row; its file stays known."""
        other = ledger.row("songs", self.other_id)
        if other is None:
            raise stale_edit_error(library.database)
        ledger.delete("songs", self.other_id)
        file = {name: other[name] for name in FILE_COLUMNS}
        ledger.insert("joined_files", song_id=self.song_id, **file)


@dataclass(frozen=True, slots=True)
class TellApart:
    """Two songs are different recordings: they are not offered to be joined again."""

    song_id: int
    other_id: int

    def title(self, _library: EditContext) -> str:
        return message("edit.tell_apart")

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        song, other = library.songs.get(self.song_id), library.songs.get(self.other_id)
        if song is None or other is None or song.id == other.id:
            raise stale_edit_error(library.database)
        pair = sorted((song.audio_hash, other.audio_hash))
        sql = "SELECT 1 FROM told_apart WHERE one_hash = ? AND other_hash = ?"
        if library.database.row(sql, pair) is None:
            ledger.insert("told_apart", one_hash=pair[0], other_hash=pair[1])


@dataclass(frozen=True, slots=True)
class MoveFiles:
    """Songs' files were found elsewhere, all as one step; undo brings the former paths back."""

    moves: tuple[Move, ...]

    def title(self, _library: EditContext) -> str:
        return message("edit.find_files")

    def apply(self, _library: EditContext, ledger: Ledger) -> None:
        for move in self.moves:
            ledger.update(
                "songs",
                move.song_id,
                path=stored_path(move.new.path),
                size_bytes=move.new.size_bytes,
                mtime_s=move.new.mtime_s,
                ctime_s=move.new.ctime_s,
                fingerprint=move.new.fingerprint,
                missing_since=None,
            )
