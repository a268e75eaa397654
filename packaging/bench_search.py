"""Search as you type over 100 000 songs and 1 000 000 decisions: every key within 30 ms.

The reference is the least there is to do: bare SQLite fetching one column of all songs. Times are
of the processor, so that other programs on the machine do not count.
"""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import suppress
from pathlib import Path

import numpy as np
from bench_library_maker import make_library
from bench_row import Row, cpu_median_s

from core.errors import QueryError
from core.library.edits.edits import Judge
from core.library.records import State
from core.library.search.search import Search
from core.library.store import Library

N_SONGS, N_ANNOTATIONS = 100_000, 1_000_000
KEY_S = 0.030
TYPED = (
    "amber harbour",
    "music",
    "kick -piano",
    "predicted:kick>0.7 silver",
    "year:1990..1995 (house OR techno)",
    "untagged length:>300",
    "夜の東京",
    "c# minor",
)
HEAVY = ('tag:""', "empty:voice", "unsure", "added:2026-01..", "no:kick NOT amber", "review",
         "decided:2026..", "region:kick OR has:regions")  # fmt: skip
ORDERED = ("title", "artist", "year", "tags", "predicted:kick", "category:adjective")


def run() -> list[Row]:
    """Rows about typing, heavy queries, orders and facets."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        make_library(path, N_SONGS, N_ANNOTATIONS)
        with Library.open(path) as library:
            library.models.set_active(library.models.list()[0].id)
            bare = sqlite3.connect(path)
            reference_s = cpu_median_s(lambda: bare.execute("SELECT title FROM songs").fetchall())
            bare.close()
            return _rows(library, reference_s)


def _rows(library: Library, reference_s: float) -> list[Row]:
    search = library.search
    search.ids("review")  # reads the lists and the matrix once

    keys = [line[:n] for line in TYPED for n in range(1, len(line) + 1)]
    typed = [cpu_median_s(lambda line=line: _typed(search, line), 5) for line in keys]
    heavy = {line: cpu_median_s(lambda line=line: search.ids(line)) for line in HEAVY}
    orders = {name: cpu_median_s(lambda name=name: search.ids("a", name)) for name in ORDERED}
    ids = search.ids("amber")
    facets_s = cpu_median_s(lambda: search.facets(ids))
    slowest, longest = max(heavy, key=heavy.__getitem__), max(orders, key=orders.__getitem__)
    size = f"{N_SONGS:,} songs: "
    return [
        _row(f"{size}a key of a search, half of {len(keys)}", float(np.median(typed)), reference_s),
        _row(f"{size}a key of a search, the slowest", max(typed), reference_s),
        _row(f"{size}the heaviest question, {slowest}", heavy[slowest], reference_s),
        _row(f"{size}sorted by {longest}", orders[longest], reference_s),
        _row(f"{size}sorted by tags after a decision", _after_decisions(library), reference_s),
        _row(f"{size}facets of {len(ids):,} songs", facets_s, reference_s),
    ]


def _typed(search: Search, line: str) -> None:
    """Search as the window does at each key; an unfinished line may be an error."""
    with suppress(QueryError):
        search.ids(line)


def _after_decisions(library: Library) -> float:
    tag = library.codebook.find("kick")
    assert tag is not None
    times_s = []
    for song_id in range(1, 10):
        library.do(Judge(song_id, tag.id, State.UNSURE if song_id % 2 else State.YES))
        times_s.append(cpu_median_s(lambda: library.search.ids("kick", "tags"), 1))
    return float(np.median(times_s))


def _row(what: str, measured_s: float, reference_s: float) -> Row:
    return Row(
        what, f"{measured_s * 1e3:.1f} ms", f"bare SELECT title {reference_s * 1e3:.0f} ms",
        round(measured_s / reference_s, 2), f"≤ {KEY_S * 1e3:g} ms", measured_s <= KEY_S,
    )  # fmt: skip
