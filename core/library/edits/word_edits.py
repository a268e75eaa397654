"""Edits of a song's words: title, artist, album and year as the user says, before the file's.

What files say is stored by scans and is no edit; what is shown follows by itself (db/schema.py).
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from core.audio.artists import clean_line, join_artists, split_artists
from core.library.edits.edit_context import EditContext
from core.library.edits.journal import Ledger, stale_edit_error
from core.library.songs import SONG_WORDS
from core.library.text import storable
from core.messages import message

SongWord = str | int | None
_NOTHING = {"title": "", "artist": None, "album": None, "year": ""}  # what is no own word


@dataclass(frozen=True, slots=True)
class SetWords:
    """Own words of songs: (title, artist, album or year; what it is). "" and None: it has none.

    A word that is the file's, and a title of nothing, are no own words: the file speaks again.
    """

    song_ids: tuple[int, ...]
    words: tuple[tuple[str, SongWord], ...]

    def title(self, _library: EditContext) -> str:
        if len(self.song_ids) == 1:
            return message("edit.song_words")
        return message("edit.songs_words", n_songs=len(self.song_ids))

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        set_own_words(library, ledger, self.song_ids, dict(self.words))


@dataclass(frozen=True, slots=True)
class ForgetWords:
    """Own words go; what the songs' files say is shown again."""

    song_ids: tuple[int, ...]
    names: tuple[str, ...] = SONG_WORDS

    def title(self, _library: EditContext) -> str:
        if len(self.song_ids) == 1:
            return message("edit.file_words")
        return message("edit.files_words", n_songs=len(self.song_ids))

    def apply(self, library: EditContext, ledger: Ledger) -> None:
        rows = ledger.rows("songs", self.song_ids)
        values = {}
        for song_id, row in rows.items():
            own = json.loads(row["own_words"])
            kept = {name: word for name, word in own.items() if name not in self.names}
            values[song_id] = {"own_words": _as_json(kept)}
        if len(rows) < len(set(self.song_ids)):
            raise stale_edit_error(library.database)
        ledger.update_rows("songs", values, rows)


def set_own_words(
    library: EditContext, ledger: Ledger, song_ids: Sequence[int], words: Mapping[str, SongWord]
) -> None:
    """Put own words beside those that songs have already. Raises LibraryError for a song gone."""
    rows = ledger.rows("songs", song_ids)
    if len(rows) < len(set(song_ids)):
        raise stale_edit_error(library.database)
    tidy = {name: _tidy(name, word) for name, word in words.items()}
    values = {}
    for song_id, row in rows.items():
        file_words = json.loads(row["file_words"])
        own = json.loads(row["own_words"]) | tidy
        kept = {
            name: own[name]
            for name in SONG_WORDS
            if name in own and own[name] not in (file_words.get(name), _NOTHING.get(name))
        }
        values[song_id] = {"own_words": _as_json(kept)}
    ledger.update_rows("songs", values, rows)


def _tidy(name: str, word: SongWord) -> SongWord:
    if name == "year":
        return None if word is None else int(word)
    text = storable(clean_line(str(word or "")))
    return join_artists(split_artists(text)) if name == "artist" else text


def _as_json(words: Mapping[str, SongWord]) -> str:
    return json.dumps(words, ensure_ascii=False)
