"""A song as text: its tooltip, and its row for a screen reader."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from core.library.records import SongRow, State
from rhythmcap_gui.local_paths import shown_path
from rhythmcap_gui.number_format import clock_text, counted, day_text
from rhythmcap_gui.session import Session


def n_yes(row: SongRow) -> int:
    """Return how many tags of a song are yes."""
    return sum(state == State.YES for state in row.states.values())


def tip(session: Session, row: SongRow) -> str:
    """Return the song in full, where its file is, and whether it is missing."""
    song = row.song
    parts = (song.display_title, song.display_artist, song.display_album, str(song.year or ""))
    path = " · ".join(part for part in parts if part) + "\n" + shown_path(song.path)
    if song.own_words:
        path += "\n" + _tr("✎ Your own words; the file says otherwise.")
    away = session.missing_folders.get(row.song.id)
    if away is not None:
        text = _tr("{} is not there; perhaps its drive is not plugged in.")
        return path + "\n" + text.format(shown_path(away))
    if row.song.missing_since is None:
        return path
    text = _tr("Missing since {day}. Its tags are kept; plug in the disk or locate the file.")
    return path + "\n" + text.format(day=day_text(row.song.missing_since))


def spoken(session: Session, row: SongRow) -> str:
    """Return a row as a screen reader reads it."""
    song = row.song
    parts = [song.display_title, song.display_artist, clock_text(round(song.duration_s))]
    parts.append(counted(_tr("{count:# tag|# tags}"), count=n_yes(row)))
    if session.is_missing(song):
        parts.append(_tr("file missing"))
    return ", ".join(part for part in parts if part)


def _tr(text: str) -> str:
    return QCoreApplication.translate("SongTableModel", text)
