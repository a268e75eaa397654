"""Indexes that are kept: in memory, and in a folder as plain arrays. What is new is added.

An index is read again as a whole where many songs have come since its space was fitted. The files
can be made again from the feature cache: one that is damaged, or of another version, is no file.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import struct
import threading
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from core.atomic_files import atomic_write, private_folder
from core.features.cache import FeatureCache
from core.jobs import SILENT, JobContext
from core.models.checkpoint import TaggingModel
from core.models.probe_form import Embedding, cached_embedding, embedding_key, probe_form
from core.similarity.embedding_index import (
    MAX_REFERENCE,
    EmbeddingIndex,
    fill_vectors,
    hashes_of,
    read_index,
)
from core.similarity.similarity_records import Basis, Hashes, Ids, Vectors
from core.similarity.vector_space import VectorSpace
from core.training.whitening import BlockScaling, EmbeddingScaling

VERSION = "index-2"  # of the files, and of how vectors are made
MAX_FILES = 4  # in a folder: of 100 000 songs one takes 205 MB
REFIT_GROWTH = 1.25  # times as many songs as the space was fitted on
UNSAVED_SHARE = 0.02  # of the songs, which a file may lack: it is 205 MB of 100 000
SUFFIX = ".index.npz"
LENGTHS_AT = 26  # in the head of a file inside a zip archive


class IndexStore:
    """The indexes of one library, in a folder that need not exist yet; the latest is in memory.

    For one job at a time.
    """

    def __init__(self, folder: Path, cache: FeatureCache) -> None:
        self._folder, self._cache = folder, cache
        self._lock = threading.Lock()
        self._latest: EmbeddingIndex | None = None
        self._stored = "", np.zeros(0, "S1")  # the key and the songs of the file last read or made

    def get(
        self,
        model: TaggingModel,
        songs: Mapping[int, str],
        basis: Basis = Basis.MODEL,
        job: JobContext = SILENT,
    ) -> EmbeddingIndex:
        """Return the index of songs (id -> audio hash), with all embeddings that are kept by now.

        No sound is read. Raises SimilarityError, Cancelled.
        """
        model = probe_form(model)
        key = _digest(VERSION, embedding_key(model), basis)
        with self._lock:
            latest = self._latest
        kept = latest if latest is not None and latest.key == key else self._load(key)
        found = None if kept is None else extended(kept, model, songs, self._cache, job)
        if found is None:
            found = replace(read_index(model, songs, self._cache, basis, job), key=key)
        if found.key != self._stored[0] or _has_changed(found, self._stored[1]):
            self._save(found)
        with self._lock:
            self._latest = found
        return found

    def forget(self) -> None:
        """Free the memory."""
        with self._lock:
            self._latest = None

    def _load(self, key: str) -> EmbeddingIndex | None:
        try:
            found = replace(load_index(self._folder / f"{key}{SUFFIX}"), key=key)
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
            return None
        self._stored = key, found.audio_hashes
        return found

    def _save(self, index: EmbeddingIndex) -> None:
        """Store it; where that cannot be, it is made again next time."""
        with contextlib.suppress(OSError):
            private_folder(self._folder)
            path = self._folder / f"{index.key}{SUFFIX}"
            save_index(path, index)
            self._stored = index.key, index.audio_hashes
            files = sorted(self._folder.glob(f"*{SUFFIX}"), key=lambda file: -file.stat().st_mtime)
            for old in files[MAX_FILES:]:
                old.unlink(missing_ok=True)


def save_index(path: Path, index: EmbeddingIndex) -> None:
    """Write an index to a file, whole or not at all. Raises OSError."""
    with atomic_write(path) as partial, partial.open("wb") as file:
        np.savez(file, **_to_arrays(index))


def load_index(path: Path) -> EmbeddingIndex:
    """Read it back, without ids: these are the library's own.

    Raises OSError, ValueError, KeyError, EOFError, BadZipFile for what is no such file.
    """
    with np.load(path, allow_pickle=False) as stored:
        return _from_arrays(stored, _read_whole(path, "vectors"))


def extended(
    index: EmbeddingIndex,
    model: TaggingModel,
    songs: Mapping[int, str],
    cache: FeatureCache,
    job: JobContext = SILENT,
) -> EmbeddingIndex | None:
    """Return the index of these songs, reading only embeddings of songs that it has not.

    None where so many are new that the space is to be fitted again. Raises Cancelled.
    """
    row_of = {audio_hash: row for row, audio_hash in enumerate(index.audio_hashes.tolist())}
    ids = sorted(songs)
    rows = np.array([row_of.get(songs[song_id].encode(), -1) for song_id in ids], dtype=np.int64)
    unknown = [song_id for song_id, row in zip(ids, rows.tolist(), strict=True) if row < 0]

    def embedding_of(song_id: int) -> Embedding | None:
        return cached_embedding(cache, songs[song_id], model)

    added = np.empty((len(unknown), index.space.width), np.float32)
    added_lengths = np.empty(len(unknown), np.float32)
    new, not_kept, not_finite = fill_vectors(
        (added, added_lengths), unknown, embedding_of, index.space, job
    )
    n_songs = len(ids) - len(unknown) + len(new)
    is_small = index.n_reference < MAX_REFERENCE
    if is_small and n_songs > REFIT_GROWTH * index.n_reference:
        return None
    kept_ids, kept_rows = np.array(ids, dtype=np.int64)[rows >= 0], rows[rows >= 0]
    if not new and np.array_equal(index.song_ids, kept_ids):
        return replace(index, not_kept=not_kept, not_finite=not_finite)
    song_ids = np.sort(np.concatenate([kept_ids, np.array(new, np.int64)]))
    targets = np.searchsorted(song_ids, kept_ids), np.searchsorted(song_ids, new)
    return replace(
        index,
        song_ids=song_ids,
        vectors=_merged(targets, index.vectors[kept_rows], added[: len(new)]),
        lengths=_merged(targets, index.lengths[kept_rows], added_lengths[: len(new)]),
        not_kept=not_kept,
        not_finite=not_finite,
        audio_hashes=hashes_of(songs, song_ids.tolist()),
    )


def _merged(targets: tuple[Ids, Ids], kept: Vectors, new: Vectors) -> Vectors:
    """Put rows that were kept and new ones where they belong."""
    merged = np.empty((len(kept) + len(new), *kept.shape[1:]), np.float32)
    merged[targets[0]], merged[targets[1]] = kept, new
    return merged


def _has_changed(found: EmbeddingIndex, stored: Hashes) -> bool:
    """Tell whether the file is worth writing again: few songs more are read again soon enough."""
    n_new = len(np.setdiff1d(found.audio_hashes, stored))
    return n_new > len(stored) * UNSAVED_SHARE


def _digest(*words: str) -> str:
    return hashlib.blake2b("\n".join(words).encode(), digest_size=12).hexdigest()


def _to_arrays(index: EmbeddingIndex) -> dict[str, Any]:
    """Write an index as arrays; song ids are the library's own, so only hashes are kept."""
    space = index.space
    arrays: dict[str, Any] = {
        "audio_hashes": index.audio_hashes,
        "vectors": index.vectors,
        "lengths": index.lengths,
        "n_reference": np.array(index.n_reference),
        "first": np.array(space.first),
        "kept_share": np.array(space.kept_share),
        "widths": np.array(space.scaling.widths, dtype=np.int64),
    }
    if space.directions is not None:
        arrays["directions"] = space.directions.numpy()
    for number, block in enumerate(space.scaling.blocks):
        arrays[f"mean_{number}"] = block.mean.numpy()
        arrays[f"deviation_{number}"] = block.deviation.numpy()
        arrays[f"rotation_{number}"] = block.rotation.numpy()
    return arrays


def _read_whole(path: Path, name: str) -> Vectors:
    """Read one array of an uncompressed .npz at once, and check its sum.

    np.load would copy it through pieces of 256 kB: of 205 MB that takes a third longer.
    """
    with zipfile.ZipFile(path) as archive, path.open("rb") as file:
        member = archive.getinfo(f"{name}.npy")
        if member.compress_type != zipfile.ZIP_STORED:
            raise ValueError("an index that is compressed")
        file.seek(member.header_offset + LENGTHS_AT)
        lengths = struct.unpack("<HH", file.read(4))  # of the local header's name and extra field
        begin = file.seek(sum(lengths), os.SEEK_CUR)
        array: Vectors = np.lib.format.read_array(file, allow_pickle=False)
        file.seek(begin)
        head = file.read(member.file_size - array.nbytes)
    if zlib.crc32(np.ascontiguousarray(array).data, zlib.crc32(head)) != member.CRC:
        raise zipfile.BadZipFile(f"{path}: {name} is damaged")
    return array


def _from_arrays(stored: Mapping[str, Any], vectors: Vectors) -> EmbeddingIndex:
    """Read an index whose songs are numbered by their rows, until extended() knows their ids."""
    widths = tuple(int(width) for width in stored["widths"])
    blocks = tuple(
        BlockScaling(
            *(
                torch.from_numpy(stored[f"{name}_{number}"])
                for name in ("mean", "deviation", "rotation")
            )
        )
        for number in range(len(widths))
    )
    directions = torch.from_numpy(stored["directions"]) if "directions" in stored else None
    space = VectorSpace(
        int(stored["first"]), EmbeddingScaling(widths, blocks), directions,
        float(stored["kept_share"]),
    )  # fmt: skip
    hashes, lengths = stored["audio_hashes"], stored["lengths"]
    shapes = vectors.shape, lengths.shape
    if shapes != ((len(hashes), space.width), (len(hashes),)) or vectors.dtype != np.float32:
        raise ValueError("an index of other sizes")
    rows = np.full(len(hashes), -1, np.int64)
    n_reference = int(stored["n_reference"])
    return EmbeddingIndex(rows, vectors, space, (), (), hashes, n_reference, lengths=lengths)
