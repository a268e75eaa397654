"""Maps that are kept in a folder as plain arrays: laying songs out takes long, looking does not.

Songs are kept by audio hash. A file that is damaged, or of another version, is no file.
"""

from __future__ import annotations

import contextlib
import hashlib
import math
import zipfile
from pathlib import Path
from typing import Any

import numpy as np

from core.atomic_files import atomic_write, private_folder
from core.similarity.embedding_index import EmbeddingIndex
from core.similarity.similarity_records import MapMethod, MapQuality, SongMap

VERSION = "map-1"
SUFFIX = ".map.npz"
MAX_FILES = 16


class MapStore:
    """The maps of one library, in a folder that need not exist yet."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, method: MapMethod, index: EmbeddingIndex) -> SongMap | None:
        """Return the map that was made last, of those of its songs that the index has.

        None where there is no map of any.
        """
        try:
            with np.load(self._path(index.key, method), allow_pickle=False) as stored:
                hashes, positions = stored["audio_hashes"], stored["positions"]
                quality, made = _quality_of(stored["quality"]), MapMethod(str(stored["method"]))
                n_placed = int(stored["n_placed"])
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
            return None
        row_of = {audio_hash: row for row, audio_hash in enumerate(hashes.tolist())}
        rows = np.array([row_of.get(one, -1) for one in index.audio_hashes.tolist()], np.int64)
        found = rows >= 0
        if positions.shape != (len(hashes), 2) or not found.any():
            return None
        shown = positions[rows[found]].astype(np.float32)
        return SongMap(index.song_ids[found], shown, made, quality, n_placed)

    def save(self, method: MapMethod, index: EmbeddingIndex, songs: SongMap) -> None:
        """Store the map of all songs of an index; where that cannot be, it is made again."""
        quality = songs.quality
        figures = (quality.neighbours_kept, quality.n_neighbours, quality.chance,
                   quality.n_measured, quality.variance_kept)  # fmt: skip
        with contextlib.suppress(OSError):
            private_folder(self._folder)
            path = self._path(index.key, method)
            with atomic_write(path) as partial, partial.open("wb") as file:
                np.savez(
                    file,
                    audio_hashes=index.audio_hashes,
                    positions=songs.positions,
                    method=np.array(str(songs.method)),
                    quality=np.array([math.nan if one is None else one for one in figures]),
                    n_placed=np.array(songs.n_placed),
                )
            files = sorted(self._folder.glob(f"*{SUFFIX}"), key=lambda file: -file.stat().st_mtime)
            for old in files[MAX_FILES:]:
                old.unlink(missing_ok=True)

    def _path(self, key: str, method: MapMethod) -> Path:
        name = hashlib.blake2b(f"{VERSION}\n{key}\n{method}".encode(), digest_size=12)
        return self._folder / f"{name.hexdigest()}{SUFFIX}"


def _quality_of(stored: Any) -> MapQuality:
    kept, n_neighbours, chance, n_measured, variance = (
        None if math.isnan(one) else one for one in stored.tolist()
    )
    return MapQuality(kept, int(n_neighbours or 0), chance or 0.0, int(n_measured or 0), variance)
