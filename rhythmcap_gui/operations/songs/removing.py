"""Songs leave the library: what would go with them, and that. Their files are not touched."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.errors import QueryError
from rhythmcap_gui.job_runner import Lane
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.models import predicting
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.view_data import RemovalPreview

if TYPE_CHECKING:
    from core.library.records import Changes

TITLES_SHOWN = 3


def preview(context: AppContext, song_ids: Sequence[int]) -> RemovalPreview:
    """Count what would go with these songs."""
    library = context.library
    shown = [library.songs.get(song_id) for song_id in song_ids[:TITLES_SHOWN]]
    return RemovalPreview(
        n_songs=len(song_ids),
        titles=tuple(song.display_title for song in shown if song is not None),
        n_decisions=library.annotations.count_on(song_ids),
        n_notes=library.songs.count_notes(song_ids),
        n_watched=_count_watched(context, song_ids),
    )


def _count_watched(context: AppContext, song_ids: Sequence[int]) -> int:
    """Count the songs in folders that are watched for this library: they stay away all the same."""
    library, watched = context.library, context.session.settings.watch_folders
    folders = [Path(folder) for folder, file in watched.items() if file == str(library.path)]
    if not folders:
        return 0
    locations = library.songs.locations_of(song_ids)
    return sum(
        any(location.path.is_relative_to(folder) for folder in folders) for location in locations
    )


def remove(context: AppContext, song_ids: Sequence[int]) -> None:
    """Take songs out of the library with all their decisions, as one undo."""
    from core.library.edits.edits import RemoveSongs

    message = counted(
        _tr("Removed from the library: {songs:# song|# songs}. Undo brings {songs:it|them} back."),
        songs=len(song_ids),
    )
    edit_runner.apply_bulk(context, RemoveSongs(tuple(song_ids)), "", lambda: message)


def predict_returned(context: AppContext, changes: Changes) -> None:
    """Predict songs that undo has brought back; what an import brings is predicted at its end."""
    if changes.library and not context.runner.busy(Lane.IMPORT):
        predicting.predict_library(context)


def open_returned(context: AppContext, changes: Changes) -> None:
    """Open the first of the songs that undo has brought back, if the list shows it.

    Questions that are being asked lead on; their song stays open.
    """
    session = context.session
    if not changes.returned or session.queue is not None:
        return
    try:
        ids = context.library.search.ids(session.query, context.order, context.descending)
    except QueryError:  # nothing new is listed
        return
    first = next((song_id for song_id in ids.tolist() if song_id in changes.returned), None)
    if first is not None:
        navigation.open_song(context, first)


def _tr(text: str) -> str:
    return QCoreApplication.translate("removing", text)
