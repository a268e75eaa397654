"""A song is opened and its file is not there: is only the file gone, or its whole folder?"""

from __future__ import annotations

from rhythmcap_gui.operations.desk import Desk


def note_lost(desk: Desk, song_id: int) -> None:
    """Mark the song missing, or away with its drive; what was known already is not asked again."""
    from core.library.records import Changes
    from core.library.relocate import look

    song = desk.library.songs.get(song_id)
    if song is None or song.missing_since is not None or song.id in desk.session.away:
        return
    unplugged = look(desk.library.songs.places(song.id - 1, 1)).unplugged
    if unplugged:
        desk.session.away[song.id] = unplugged[0][0]
    elif not desk.library.read_only:
        desk.library.songs.mark_missing(song.id)
    desk.session.note_changes(Changes(songs=frozenset({song.id})))
