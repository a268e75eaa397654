"""Which songs a dialog can be about: all, those of the search, the selected ones."""

from __future__ import annotations

from core.errors import RhythmCapError
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.view_data import SongScope


def song_scope(context: AppContext) -> SongScope:
    """Return which songs there are to choose from; a search that is not understood is none."""
    session, library = context.session, context.library
    query, n_found = session.query.strip(), None
    if query:
        try:
            n_found = len(library.search.ids(query))
        except RhythmCapError:
            query = ""
    return SongScope(library.songs.count(), query, n_found, session.selection)
