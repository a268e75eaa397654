"""Make a large library in seconds, by bulk SQL, for benches.

Songs without files, decisions of one annotator, one model with predictions of every song.
"""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np

from core.library.records import NewModel
from core.library.store import Library

WORDS = [
    "amber", "harbour", "night", "train", "silver", "garden", "river", "echo", "winter", "window",
    "paper", "moon", "stone", "letter", "summer", "glass", "island", "copper", "shadow", "field",
    "electric", "quiet", "northern", "velvet", "broken", "golden", "夜の東京は七時", "C# minor",
]  # fmt: skip
TIME = "2026-01-01T00:00:00.000Z"


def make_library(path: Path, n_songs: int = 100_000, n_annotations: int = 1_000_000) -> None:
    """Write a library file with n_songs songs, their decisions and predictions."""
    with Library.open(path) as library:
        database = library.database
        database.value("PRAGMA synchronous = OFF")  # after a crash it is made again
        triggers = database.rows(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
            " AND tbl_name <> 'song_texts'"
        )
        model = library.models.add(_model(library))
        rng = np.random.default_rng(1)
        with database.transaction():
            for name, _ in triggers:
                database.write(f"DROP TRIGGER {name}")
            _songs(library, rng, n_songs)
            _annotations(library, rng, n_songs, n_annotations)
            _counts(library)
            for _, sql in triggers:
                database.write(sql)
        width = len(model.words)
        for first in range(1, n_songs + 1, 10_000):
            ids = range(first, min(first + 10_000, n_songs + 1))
            scores = rng.random((len(ids), width), np.float32)
            library.predictions.put(model.id, dict(zip(ids, scores, strict=True)))


def _model(library: Library) -> NewModel:
    words = tuple(tag.name for tag in library.codebook.tags())
    return NewModel("bench", "choi_lstm", "bench.safetensors", words)


def _songs(library: Library, rng: np.random.Generator, n: int) -> None:
    picks = rng.integers(0, len(WORDS), (n, 6))
    years = rng.integers(1950, 2025, n).tolist()
    lengths = rng.uniform(60, 600, n).tolist()
    folder = os.sep + os.path.join("music", "collection")
    rows = []
    for number, pick in enumerate(picks.tolist()):
        title, artist, album = (
            f"{WORDS[pick[i]]} {WORDS[pick[i + 1]]}".capitalize() for i in (0, 2, 4)
        )
        path = os.path.join(folder, artist, album, f"{number:06d} {title}.flac")
        row = (f"{number:032x}", path, 30_000_000, 0.0, title, artist, album)
        rows.append((*row, years[number], lengths[number], 44_100, 2, TIME))
    columns = (
        "audio_hash, path, size_bytes, mtime_s, title, artist, album, year, duration_s, rate_hz,"
        " channels, added_at"
    )
    library.database.write_rows(
        f"INSERT INTO songs ({columns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows
    )


def _annotations(library: Library, rng: np.random.Generator, n_songs: int, n: int) -> None:
    """Write the same number of decisions on each song; some tags are more common than others."""
    tags = np.array([tag.id for tag in library.codebook.tags()])
    per_song = min(n // n_songs, len(tags))
    frequency = rng.random(len(tags)) ** 0.5
    order = np.argsort(rng.random((n_songs, len(tags))) * frequency, axis=1)[:, :per_song]
    states = rng.choice(["yes", "no", "unsure"], (n_songs, per_song), p=[0.5, 0.45, 0.05])
    annotator_id = library.annotators.current.id
    rows = (
        (song, tag, annotator_id, state, TIME, TIME)
        for song, (song_tags, song_states) in enumerate(
            zip(tags[order].tolist(), states.tolist(), strict=True), start=1
        )
        for tag, state in zip(song_tags, song_states, strict=True)
    )
    library.database.write_rows(
        "INSERT INTO annotations (song_id, tag_id, annotator_id, state, source, guess_visible,"
        " codebook_version, created_at, updated_at) VALUES (?, ?, ?, ?, 'ear', 0, 1, ?, ?)",
        rows,
    )


def _counts(library: Library) -> None:
    library.database.write(
        "INSERT INTO tag_counts SELECT tag_id, annotator_id, state, count(*) FROM annotations"
        " GROUP BY tag_id, annotator_id, state"
    )
    library.database.write(
        "INSERT INTO song_counts SELECT song_id, annotator_id, count(*), sum(state = 'yes'),"
        " max(updated_at) FROM annotations GROUP BY song_id, annotator_id"
    )
