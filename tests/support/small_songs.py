"""Songs and models for the tests of the library: records without files; sound files."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import soundfile

from core.library.records import NewModel, NewSong
from core.library.store import Library


def new_song(number: int, folder: Path = Path("/music"), **facts: object) -> NewSong:
    """Make a song that differs by its number; its file does not exist."""
    defaults: dict[str, object] = {
        "audio_hash": f"{number:032x}", "path": folder / f"song-{number}.flac", "size_bytes": 1000,
        "mtime_s": 0.0, "title": f"Song {number}", "artist": f"Artist {number % 3}", "album": "",
        "year": 1990 + number % 20, "duration_s": 60.0 + number, "rate_hz": 44_100, "channels": 2,
    }  # fmt: skip
    return NewSong(**{**defaults, **facts})  # type: ignore[arg-type]


def new_model(name: str, *words: str, **facts: object) -> NewModel:
    """Make a row of a model; its file does not exist."""
    return NewModel(name, "choi_lstm", f"{name}.safetensors", words, **facts)  # type: ignore[arg-type]


def scores(*values: float) -> np.ndarray:
    """Return scores as a model gives them."""
    return np.array(values, np.float32)


def library_with(path: Path, n_songs: int) -> Library:
    """Open a new library with n_songs songs, ids from 1."""
    library = Library.open(path)
    with library.database.transaction():
        for number in range(1, n_songs + 1):
            library.songs.add(new_song(number))
    return library


def tag_id(library: Library, name: str) -> int:
    """Return the id of a tag of the codebook."""
    tag = library.codebook.find(name)
    assert tag is not None, name
    return tag.id


def write_tone(path: Path, hz: float = 440.0, seconds: float = 1.0, rate_hz: int = 22_050) -> Path:
    """Write a real sound file with a sine."""
    times = np.arange(int(seconds * rate_hz)) / rate_hz
    soundfile.write(path, (0.3 * np.sin(2 * np.pi * hz * times)).astype(np.float32), rate_hz)
    return path


CONTENT = (
    "songs", "categories", "tags", "tag_aliases", "codebook_versions", "annotations",
    "word_mappings", "anchors", "disputes", "saved_searches", "joined_files",
    "thresholds", "named_splits", "removed_files", "repeats", "queues", "prequential",
    "listened_parts", "word_rules", "abx_tests",
)  # fmt: skip


def content(library: Library) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table that the user writes, as SQLite has it."""
    columns = {"queues": "id, annotator_id, kind, tag_id"}  # where one is in it is no edit
    sql = "SELECT {} FROM {} ORDER BY rowid"
    return {
        table: library.database.rows(sql.format(columns.get(table, "*"), table))
        for table in CONTENT
    }


def miscounts(library: Library) -> list[tuple[object, ...]]:
    """Return where the counts kept by triggers differ from the decisions themselves."""
    kept = (
        "SELECT 't', tag_id, annotator_id, state, n FROM tag_counts WHERE n <> 0"
        " UNION ALL SELECT 's', song_id, annotator_id, n_judged, n_yes FROM song_counts"
    )
    true = (
        "SELECT 't', tag_id, annotator_id, state, count(*) FROM annotations"
        " WHERE start_s IS NULL GROUP BY tag_id, annotator_id, state"
        " UNION ALL SELECT 's', song_id, annotator_id, count(*), sum(state = 'yes')"
        " FROM annotations WHERE start_s IS NULL GROUP BY song_id, annotator_id"
    )
    rows = library.database.rows
    return rows(f"{kept} EXCEPT SELECT * FROM ({true})") + rows(
        f"{true} EXCEPT SELECT * FROM ({kept})"
    )
