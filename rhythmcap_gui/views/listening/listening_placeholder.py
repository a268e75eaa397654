"""The texts of the centre column where there is nothing to see yet, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui import key_names
from rhythmcap_gui.local_paths import shown_path
from rhythmcap_gui.views.widgets.placeholder import Placeholder

if TYPE_CHECKING:
    from rhythmcap_gui.session import Notice, Session


def _tr(text: str) -> str:
    return QCoreApplication.translate("Listening", text)


def words_without_song() -> Placeholder:
    """Return the text for no open song."""
    return Placeholder(_tr("Choose a song on the left"), _tr("or drop files and folders here."))


def closed_words() -> Placeholder:
    """Return the text of closed listening: what is covered, and what uncovers it."""
    detail = _tr(
        "Picture and guesses are covered; sound and tags go on. {key} or Esc uncovers them."
    )
    key = key_names.key_of("view.closed") or "Esc"
    return Placeholder(_tr("Closed listening"), detail.format(key=key))


def words_without_picture(session: Session, problem: Notice | None) -> Placeholder:
    """Return the text for a song without a picture: failed, missing or being analysed."""
    song = session.song
    if problem is not None:
        return Placeholder(problem.text, problem.remedy)
    if song is not None and _is_missing(session):
        return Placeholder(
            _tr("The file is not where it was"),
            _tr("{path}\nIts tags are kept. Add it, or the folder it is in now, again.").format(
                path=shown_path(song.path)
            ),
        )
    return Placeholder(_tr("Analysing…"), _tr("The picture appears once the song was read."))


def words_without_taggram(session: Session) -> Placeholder:
    """Return the text for a song without a taggram."""
    if not session.guesses_visible:
        return Placeholder(
            _tr("Blind mode"),
            _tr("The model's guesses stay hidden until you have judged."),
        )
    if session.model is None:
        return Placeholder(
            _tr("No model is in use"),
            _tr("Choose one in the list of models, or learn one from your tags."),
        )
    if session.predictions is not None:
        return Placeholder(_tr("No scores over time"), _tr("This model judges whole songs only."))
    if session.unscored is not None:
        return Placeholder(session.unscored.text, session.unscored.remedy)
    if _is_missing(session):
        return Placeholder(_tr("The model needs the file to listen to it"))
    return Placeholder(_tr("The model is listening…"))


def _is_missing(session: Session) -> bool:
    """Tell whether the open song's file, or its whole drive, is missing."""
    song = session.song
    return song is not None and session.is_missing(song)
