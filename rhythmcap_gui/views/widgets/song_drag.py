"""Songs that are dragged within the window: their ids, as plain text of a type of its own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData

SONGS = "application/x-rhythmcap-songs"


def songs_to_drag(song_ids: Sequence[int]) -> QMimeData:
    """Return what carries them."""
    data = QMimeData()
    data.setData(SONGS, " ".join(map(str, song_ids)).encode())
    return data


def dragged_songs(data: QMimeData) -> tuple[int, ...]:
    """Return the ids of songs that are carried; none where something else is."""
    if not data.hasFormat(SONGS):
        return ()
    words = bytes(data.data(SONGS).data()).decode("ascii", "replace").split()
    return tuple(int(word) for word in words if word.isdecimal())
