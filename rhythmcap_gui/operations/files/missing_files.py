"""A song is opened and its file is not there: is only the file gone, or its whole folder?"""

from __future__ import annotations

from rhythmcap_gui.operations.context import AppContext


def note_lost(context: AppContext, song_id: int) -> None:
    """Mark the song missing, or away with its drive; what was known already is not asked again."""
    from core.library.records import Changes
    from core.library.scan.relocate import check_files

    song = context.library.songs.get(song_id)
    if song is None or context.session.is_missing(song):
        return
    unplugged = check_files(context.library.songs.locations(song.id - 1, 1)).unmounted
    if unplugged:
        context.session.missing_folders[song.id] = unplugged[0][0]
    elif not context.library.read_only:
        context.library.songs.mark_missing(song.id)
    context.session.note_changes(Changes(songs=frozenset({song.id})))
