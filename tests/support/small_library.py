"""A real, temporary library for the tests of views: a few words, some songs, decisions, a model.

What the window's operations would do is done here with the library's own edits.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from core.library.edits.edits import Judge
from core.library.records import DecisionContext, NewModel, NewSong, State
from core.library.store import Library
from rhythmcap_gui.session import Session

WORDS = {
    ("voice", "V", "#E69F00"): "female male choir spoken",
    ("rhythm", "R", "#56B4E9"): "kick drums bass",
    ("genre", "G", "#E5734A"): "folk house disco",
}
MODEL_WORDS = ("female", "drums", "house", "folk")


def write_codebook(folder: Path) -> Path:
    """A starting codebook of three categories; each tag's key is its first letter."""
    categories = [
        {
            "name": name,
            "key": key,
            "colour": colour,
            "tags": [{"name": word, "key": word[0].upper()} for word in words.split()],
        }
        for (name, key, colour), words in WORDS.items()
    ]
    file = folder / "words.json"
    content = {"format": "rhythmcap-codebook", "name": "small", "categories": categories}
    file.write_text(json.dumps(content), encoding="utf-8")
    return file


@dataclass
class Room:
    """A library and a session on it, with the few operations the tests need."""

    library: Library
    session: Session

    def tag(self, name: str) -> int:
        """The id of a tag."""
        found = self.library.codebook.find(name)
        assert found is not None
        return found.id

    def judge(self, song_id: int, name: str, state: State | None) -> None:
        """Decide as the operations do: store, then tell the session."""
        changes = self.library.do(Judge(song_id, self.tag(name), state, DecisionContext()))
        self.session.apply_changes(changes)

    def open(self, song_id: int) -> None:
        """Open a song."""
        self.session.open_song(self.library.songs.get(song_id))

    def predict(self, scores: np.ndarray) -> None:
        """Put a model in use, with scores of the first songs: (n, 4), in MODEL_WORDS' order."""
        model = self.library.models.add(NewModel("my ear", "choi_lstm", "", MODEL_WORDS))
        self.library.models.set_active(model.id)
        ids = self.library.songs.all_ids()
        self.library.predictions.put(
            model.id, {int(ids[i]): row.astype(np.float32) for i, row in enumerate(scores)}
        )
        self.session.set_model(self.library.models.get(model.id))

    def close(self) -> None:
        """Close as the window does: first nothing is open, then the file."""
        self.session.open_library(None)
        self.library.close()


class PaintWatcher(QObject):
    """Notes which widgets are painted, and the rectangles."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.painted: list[tuple[QObject, QRect]] = []
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.painted.append((watched, event.rect()))
        return False


def add_songs(library: Library, count: int) -> None:
    """Songs called “Song 001” and so on, by three artists, a minute and more long."""
    for number in range(1, count + 1):
        library.songs.add(
            NewSong(
                audio_hash=f"{number:032x}",
                path=Path(f"/music/song {number:03d}.flac"),
                size_bytes=1,
                mtime_s=0.0,
                title=f"Song {number:03d}",
                artist=f"Artist {number % 3}",
                album="",
                year=1990 + number % 10,
                duration_s=60.0 + number,
                rate_hz=44100,
                channels=2,
            )
        )


def open_room(folder: Path, songs: int = 12) -> Room:
    """A library in a folder, with songs; close it with room.close()."""
    library = Library.open(folder / "library.db", codebook=write_codebook(folder))
    add_songs(library, songs)
    return Room(library, Session(library))
