"""A song as text: its tooltip, and its row for a screen reader."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from core.library.records import SongRow, State
from rhythmcap_gui.local_paths import shown_path
from rhythmcap_gui.number_format import counted, day_text, length_text
from rhythmcap_gui.plain_text import tip_text
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.songs.song_columns import Column
from rhythmcap_gui.views.songs.song_scores import top_words
from rhythmcap_gui.views.widgets.score_format import score_text

NO_TAGS = "–"


def n_yes(row: SongRow) -> int:
    """Return how many tags of a song are yes."""
    return sum(state == State.YES for state in row.states.values())


def tip(session: Session, row: SongRow, column: Column) -> str:
    """Return what a cell does not say: the song in full; all of its tags; what else is predicted.

    "" where the cell says all.
    """
    if column is Column.TAGS:
        return _tags_tip(session, row)
    if column is Column.HEARS:
        words = top_words(session, [row.song.id]).get(row.song.id, [])
        return " · ".join(f"{word.word} {score_text(word.score)}" for word in words)
    plain = {
        Column.LENGTH: "",
        Column.ARTIST: row.song.display_artist,
        Column.ALBUM: row.song.display_album,
        Column.YEAR: "",
        Column.FILE: shown_path(row.song.path),
    }
    return plain[column] if column in plain else _song_tip(session, row)


def _song_tip(session: Session, row: SongRow) -> str:
    song = row.song
    parts = (song.display_title, song.display_artist, song.display_album, str(song.year or ""))
    path = " · ".join(part for part in parts if part) + "\n" + shown_path(song.path)
    if song.own_words:
        path += "\n" + _tr("✎ Your own data; the file says otherwise.")
    away = session.missing_folders.get(row.song.id)
    if away is not None:
        text = _tr("{} is not there; perhaps its drive is not plugged in.")
        return path + "\n" + text.format(shown_path(away))
    if row.song.missing_since is None:
        return path
    text = _tr("Missing since {day}. Its tags are kept; plug in the disk or locate the file.")
    return path + "\n" + text.format(day=day_text(row.song.missing_since))


def _tags_tip(session: Session, row: SongRow) -> str:
    library = session.library
    names = {tag.id: tag.name for tag in library.codebook.tags()} if library is not None else {}
    lines = [", ".join(_names(row, names, State.YES))]
    if unsure := _names(row, names, State.UNSURE):
        lines.append(_tr("Unsure: {tags}").format(tags=", ".join(unsure)))
    if denied := _names(row, names, State.NO):
        lines.append(_tr("No: {tags}").format(tags=", ".join(denied)))
    return tip_text([line for line in lines if line])


def _names(row: SongRow, names: Mapping[int, str], state: State) -> list[str]:
    return [name for tag_id, name in names.items() if row.states.get(tag_id) is state]


def spoken(session: Session, row: SongRow) -> str:
    """Return a row as a screen reader reads it."""
    song = row.song
    parts = [song.display_title, song.display_artist, length_text(song.duration_s)]
    parts.append(counted(_tr("{count:# tag|# tags}"), count=n_yes(row)))
    if session.is_missing(song):
        parts.append(_tr("file missing"))
    return ", ".join(part for part in parts if part)


def _tr(text: str) -> str:
    return QCoreApplication.translate("SongTableModel", text)
