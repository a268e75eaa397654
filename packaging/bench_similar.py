"""Nearest songs, search by example and the map at 100 000 songs: 50 ms a query on one core.

The reference is the least there is to do: the bare product of the matrix and the query, the bare
array read from its file, one pixel a song. Times are of the processor, so that other programs on
the machine do not count. A line of the list is what the window asks for: songs found by the kept
index, their rows, and the tags that they share.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import numpy as np
from bench_library_maker import make_library
from bench_row import Row, cpu_median_s
from threadpoolctl import threadpool_limits

from core.library.store import Library
from core.models.probe_tagger import EmbeddingBlock
from core.similarity.embedding_index import EmbeddingIndex
from core.similarity.index_store import load_index, save_index
from core.similarity.shared_tags import shared_tags
from core.similarity.similarity_records import Basis
from core.similarity.vector_space import MAX_WIDTH, fit_space
from rhythmcap_gui.views.similar.map_image import Layer, draw_marks, radius_px

N_SONGS, N_FACTORS, N_FOUND = 100_000, 40, 50
N_DECISIONS = 100_000
QUERY_S, READING_RATIO, PICTURE_S = 0.050, 3.0, 0.030
PICTURE_PX = (1200, 600)


def run() -> list[Row]:
    """Rows about one song, songs that are wanted and unwanted, the window's list, and the map."""
    index = _index()
    with tempfile.TemporaryDirectory() as folder, threadpool_limits(1):
        return [*_queries(index), *_kept(index, Path(folder)), _picture()]


def _queries(index: EmbeddingIndex) -> list[Row]:
    query = index.vectors[7]
    reference_s = cpu_median_s(lambda: index.vectors @ query)
    song_s = cpu_median_s(lambda: index.like([8], [], N_FOUND))
    examples_s = cpu_median_s(lambda: index.like(range(8, 28), range(500, 505), N_FOUND))
    size = f"{N_SONGS:,} songs × {MAX_WIDTH}: "
    return [
        _row(f"{size}the {N_FOUND} nearest of a song", song_s, reference_s),
        _row(f"{size}more like 20 songs, less like 5", examples_s, reference_s),
    ]


def _kept(index: EmbeddingIndex, folder: Path) -> list[Row]:
    """The index from its file, and a list that it finds in a library of as many songs."""
    save_index(folder / "songs.index.npz", index)
    np.save(folder / "bare.npy", index.vectors)
    bare_s = cpu_median_s(lambda: np.load(folder / "bare.npy"))
    reading_s = cpu_median_s(lambda: load_index(folder / "songs.index.npz"))
    make_library(folder / "library.db", N_SONGS, N_DECISIONS)
    with Library.open(folder / "library.db") as library:

        def listed() -> object:
            found = index.like([8], [], N_FOUND)
            return shared_tags(library.songs.rows([8]), library.songs.rows(found.song_ids))

        list_s = cpu_median_s(listed)
        product_s = cpu_median_s(lambda: index.vectors @ index.vectors[7])
    ratio = round(reading_s / bare_s, 2)
    return [
        _row(f"{N_SONGS:,} songs: the window's list with shared tags", list_s, product_s),
        Row(
            f"{N_SONGS:,} songs × {MAX_WIDTH}: the index from its file",
            f"{reading_s * 1e3:.0f} ms", f"bare array {bare_s * 1e3:.0f} ms", ratio,
            f"≤ {READING_RATIO:g} ×", ratio <= READING_RATIO,
        ),
    ]  # fmt: skip


def _picture() -> Row:
    """The map's marks in four colours, as it is zoomed or shifted."""
    width, height = PICTURE_PX
    rng = np.random.default_rng(2)
    spots = rng.normal(0.5, 0.15, (2, N_SONGS))
    points = (spots[0] * width).astype(np.int64), (spots[1] * height).astype(np.int64)
    codes = rng.integers(0, 4, N_SONGS)
    layers = [Layer(np.flatnonzero(codes == code), 0xFF40A0F0 + code) for code in range(4)]
    pixel = [Layer(layer.rows, layer.argb) for layer in layers]
    bare_s = cpu_median_s(lambda: draw_marks(PICTURE_PX, points, pixel, 0.5))
    marks_s = cpu_median_s(lambda: draw_marks(PICTURE_PX, points, layers, radius_px(N_SONGS)))
    return Row(
        f"the map of {N_SONGS:,} songs, drawn anew", f"{marks_s * 1e3:.1f} ms",
        f"a pixel a song {bare_s * 1e3:.1f} ms", round(marks_s / bare_s, 2),
        f"≤ {PICTURE_S * 1e3:g} ms", marks_s <= PICTURE_S,
    )  # fmt: skip


def _index() -> EmbeddingIndex:
    """Draw songs that share directions, as music's do, with as many numbers as are ever kept."""
    rng = np.random.default_rng(1)
    shared = rng.normal(size=(N_FACTORS, MAX_WIDTH)).astype(np.float32)
    vectors = rng.standard_normal((N_SONGS, MAX_WIDTH), dtype=np.float32)
    vectors += rng.standard_normal((N_SONGS, N_FACTORS), dtype=np.float32) @ shared
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    blocks = (EmbeddingBlock("features", MAX_WIDTH),)
    space = fit_space(vectors[: 2 * MAX_WIDTH], blocks, Basis.MODEL)
    hashes = np.array([b"%032x" % number for number in range(N_SONGS)])
    ids = np.arange(1, N_SONGS + 1)
    return EmbeddingIndex(
        ids, vectors, space, audio_hashes=hashes, n_reference=2 * MAX_WIDTH,
        lengths=np.ones(N_SONGS, np.float32),
    )  # fmt: skip


def _row(what: str, measured_s: float, reference_s: float) -> Row:
    return Row(
        what, f"{measured_s * 1e3:.1f} ms", f"bare product {reference_s * 1e3:.1f} ms",
        round(measured_s / reference_s, 2), f"≤ {QUERY_S * 1e3:g} ms", measured_s <= QUERY_S,
    )  # fmt: skip
