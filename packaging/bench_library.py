"""The library at 100 000 songs and 1 000 000 decisions: key presses, undo, pages, matrices.

The window's own share (chip and table repainted) is measured by bench_window.py.
"""

from __future__ import annotations

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from bench_library_maker import make_library
from bench_row import Row, at_most, medians_s

from core.library.edits.bulk_edits import sliced
from core.library.edits.edits import Judge, JudgeMany
from core.library.records import State
from core.library.store import Library

N_SONGS, N_ANNOTATIONS = 100_000, 1_000_000
PAGE, N_BULK = 200, 10_000
KEY_PRESS_S, BULK_S, SLICE_S = 0.016, 0.3, 0.03


def run() -> list[Row]:
    """Rows about the library alone, against bare SQLite doing the least there is to do."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        make_library(path, N_SONGS, N_ANNOTATIONS)
        with Library.open(path) as library:
            bare = sqlite3.connect(path)
            rows = [
                *_key_presses(library, Path(folder) / "bare.db"),
                *_bulk_edits(library, Path(folder) / "bare.db"),
                *_pages(library, bare),
                *_whole(library, bare),
            ]
            bare.close()
            return rows


def _key_presses(library: Library, bare_path: Path) -> list[Row]:
    """Measure a key press: store a decision, read song and counts again, as a repaint needs."""
    tags = [tag.id for tag in library.codebook.tags()]
    rng, states = np.random.default_rng(2), [State.YES, State.NO, State.UNSURE, None]
    songs = rng.integers(1, N_SONGS, 2000).tolist()
    tag_ids = rng.choice(tags, 2000).tolist()

    def press(n: int) -> None:
        library.do(Judge(songs[n], tag_ids[n], states[n % 4]))
        library.annotations.of_song(songs[n])
        library.annotations.counts_by_tag()

    with sqlite3.connect(bare_path, isolation_level=None) as bare:
        bare.execute("PRAGMA journal_mode = WAL")
        bare.execute("PRAGMA synchronous = FULL")
        bare.execute("CREATE TABLE t (x)")
        commits = _times(lambda _: bare.execute("INSERT INTO t VALUES (1)"), 500)
    bare.close()
    presses = _times(press, 2000)
    undone = _times(lambda _: library.undo(), 500)
    half_s, bare_s = statistics.median(presses), statistics.median(commits)
    what = f"{N_SONGS:,} songs, {N_ANNOTATIONS:,} decisions: key press to stored"
    slow, slow_undo, slow_bare = (float(np.percentile(t, 99)) for t in (presses, undone, commits))
    return [
        Row(
            what, f"{half_s * 1e3:.2f} ms", f"bare commit {bare_s * 1e3:.2f} ms",
            round(half_s / bare_s, 2), f"≤ {KEY_PRESS_S * 1e3:g} ms", half_s <= KEY_PRESS_S,
        ),
        _within("… the slowest of a hundred", slow, slow_bare),
        _within("undo, the slowest of a hundred", slow_undo, slow_bare),
    ]  # fmt: skip


def _within(what: str, slow_s: float, bare_s: float) -> Row:
    """Compare with the limit of a key press, beside the slowest of bare commits."""
    return Row(
        what, f"{slow_s * 1e3:.2f} ms", f"bare commit {bare_s * 1e3:.2f} ms",
        round(slow_s / bare_s, 2), f"≤ {KEY_PRESS_S * 1e3:g} ms", slow_s <= KEY_PRESS_S,
    )  # fmt: skip


def _bulk_edits(library: Library, bare_path: Path) -> list[Row]:
    """Measure one decision on many songs: in one call, and the slowest of its slices."""
    tag = library.codebook.tags()[0].id
    bulk_ids, all_ids = (tuple(range(1, n + 1)) for n in (N_BULK, N_SONGS))
    states = [State.YES, State.NO] * 2
    taken = _times(lambda n: library.do(*sliced(JudgeMany(bulk_ids, tag, states[n]))), len(states))
    with sqlite3.connect(bare_path) as bare:
        insert = "INSERT INTO t VALUES (?)"
        bare_s = min(_times(lambda _: bare.executemany(insert, ((n,) for n in bulk_ids)), 3))
    bare.close()
    steps = library.do_in_slices(sliced(JudgeMany(all_ids, tag, State.UNSURE)))
    slices = _times(lambda _: next(steps), len(list(sliced(JudgeMany(all_ids, tag, None)))))
    steps.close()
    best_s, longest_s = min(taken), float(np.percentile(slices, 99))
    return [
        Row(
            f"{N_BULK:,} songs decided at one go", f"{best_s * 1e3:.0f} ms",
            f"bare rows {bare_s * 1e3:.1f} ms", round(best_s / bare_s, 2),
            f"≤ {BULK_S * 1e3:g} ms", best_s <= BULK_S,
        ),
        Row(
            f"… a slice of {N_SONGS:,}, the slowest of a hundred", f"{longest_s * 1e3:.0f} ms",
            f"bare rows {bare_s * 1e3:.1f} ms", round(longest_s / bare_s, 2),
            f"≤ {SLICE_S * 1e3:g} ms", longest_s <= SLICE_S,
        ),
    ]  # fmt: skip


def _pages(library: Library, bare: sqlite3.Connection) -> list[Row]:
    ids = np.random.default_rng(3).integers(1, N_SONGS, PAGE).tolist()
    among = ",".join(map(str, ids))

    def plain() -> None:
        bare.execute(f"SELECT * FROM songs WHERE id IN ({among})").fetchall()
        bare.execute(f"SELECT * FROM annotations WHERE song_id IN ({among})").fetchall()

    page_s, plain_s = medians_s(lambda: library.songs.rows(ids), plain, repeats=21)
    return [at_most(f"page of {PAGE} songs with their tags / bare SELECT", page_s, plain_s, 2.5)]


def _whole(library: Library, bare: sqlite3.Connection) -> list[Row]:
    model = library.models.active()
    assert model is not None

    def scores() -> None:
        library.predictions.invalidate()
        library.predictions.matrix(model.id)

    def fetch(columns: str) -> Callable[[], object]:
        return lambda: bare.execute(f"SELECT {columns}").fetchall()

    labels_s, cells_s = medians_s(
        library.annotations.labels, fetch("song_id, tag_id, state FROM annotations"), repeats=3
    )
    matrix_s, blobs_s = medians_s(scores, fetch("song_id, scores FROM predictions"), repeats=5)
    ids_s, rows_s = medians_s(library.songs.all_ids, fetch("id FROM songs"), repeats=9)
    return [
        at_most("labels of all songs as a matrix / fetching its cells", labels_s, cells_s, 2.0),
        at_most("scores of all songs into memory / fetching them", matrix_s, blobs_s, 4.0),
        at_most("all song ids as an array / fetching them", ids_s, rows_s, 1.0),
    ]


def _times(work: Callable[[int], object], times: int) -> list[float]:
    taken = []
    for number in range(times):
        start_s = time.perf_counter()
        work(number)
        taken.append(time.perf_counter() - start_s)
    return taken
