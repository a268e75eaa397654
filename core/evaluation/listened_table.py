"""What sounded of songs before decisions, as rows of a table: written only on request."""

from __future__ import annotations

from core.library.store import Library

COLUMNS = ("audio_hash", "artist", "title", "tag", "decided_at", "listened_s", "parts")


def listened_rows(library: Library) -> list[tuple[str, ...]]:
    """Return the heads and a row a decision of the current annotator, the first one first.

    parts: spans of seconds that sounded since the song was opened, as "0.00-12.50 30.00-41.20".
    Raises LibraryError.
    """
    rows: list[tuple[str, ...]] = [COLUMNS]
    names: dict[int, tuple[str, str, str]] = {}
    tags = {tag.id: tag.name for tag in library.codebook.tags(include_retired=True)}
    for one in library.listened_parts.all():
        if one.song_id not in names:
            song = library.songs.get(one.song_id)
            known = (song.audio_hash, song.display_artist, song.display_title) if song else ()
            names[one.song_id] = known or ("", "", "")
        parts = " ".join(f"{start:.2f}-{end:.2f}" for start, end in one.parts)
        rows.append(
            (*names[one.song_id], tags.get(one.tag_id, ""), one.created_at,
             f"{one.listened_s:.2f}", parts)
        )  # fmt: skip
    return rows
