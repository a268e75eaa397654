"""The feature cache: arrays on disk under the hash of the sound they were made from.

Everything here can be computed again, so files may be deleted at any time, even while they are
read; a damaged file counts as absent, and so does what was made of a song before its channels were
mixed as they are now: what lies beside no record of that. Spectrograms are kept as float16: the
logarithms of the recipes lie within -100 to 100, so the error is at most 0.03 (dB) or 0.008
(natural logarithm).
"""

from __future__ import annotations

import atexit
import contextlib
import os
import re
import shutil
import tempfile
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import DTypeLike, NDArray

from core.atomic_files import PARTIAL_SUFFIX, PartialFile, private_folder
from core.errors import RhythmCapError
from core.features.mfcc import mfcc
from core.features.recipe import FeatureRecipe
from core.features.spectrogram import LogMel, apply_top_db
from core.jobs import SILENT, JobContext
from core.temporary_folders import make_temporary_folder

# The record of a song's mix: condition, channel, gain_db and the gains of mix_records.Mix. A change
# of the rule takes a new number.
MIX = "mix-2"
_MONO = np.array([0, -1, 0.0, 1.0])
_MAGIC = b"RcC1"  # before the checksum that follows the array
_TRAILER_BYTES = 8
_HEADER_BYTES = 128
_STALE_S = 3600.0  # an unfinished file older than this belongs to a process that died
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def open_cache(folder: Path) -> FeatureCache:
    """Return the cache in a folder; where that cannot be written, one in a temporary folder.

    Nothing needs the cache to last: it goes with the process then.
    """
    try:
        private_folder(folder)
        with tempfile.TemporaryFile(dir=folder):
            return FeatureCache(folder)
    except OSError:
        substitute = make_temporary_folder("cache")
        atexit.register(shutil.rmtree, substitute, ignore_errors=True)
        return FeatureCache(substitute)


class CacheError(RhythmCapError):
    """The feature cache cannot be written: full disk, read-only or vanished folder."""


class FeatureCache:
    """Arrays by audio hash and key, safe with several processes at once.

    folder: need not exist yet. Nothing is kept in memory.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def get(self, audio_hash: str, recipe: FeatureRecipe) -> LogMel | None:
        """Return the features as float32, or None; cepstra are made of the stored log-mel."""
        stored = self.view(audio_hash, recipe)
        if stored is None:
            return None
        values = apply_top_db(np.array(stored, dtype=np.float32, order="C"), recipe)
        if recipe.n_cepstra:
            values = mfcc(values, recipe.n_cepstra)
        return LogMel(values, recipe, audio_hash)

    def view(self, audio_hash: str, recipe: FeatureRecipe) -> NDArray[np.float16] | None:
        """Return the stored float16 (n_mels, n_frames), memory-mapped: cheap to slice in time.

        Of the recipe's base (no cepstra), and before its top_db.
        """
        rows = self.get_array(audio_hash, recipe.base.key)
        return None if rows is None else rows.T

    def put(self, log_mel: LogMel) -> None:
        """Store features of a mono sound.

        Raises CacheError; ValueError for cepstra, whose base is stored.
        """
        if log_mel.recipe.n_cepstra:
            raise ValueError("store the log-mel of the recipe's base; cepstra are made from it")
        rows = log_mel.values.T.astype(np.float16, order="C")
        self.put_array(log_mel.audio_hash, MIX, _MONO)
        self.put_array(log_mel.audio_hash, log_mel.recipe.key, rows)

    def has(self, audio_hash: str, recipe_or_key: FeatureRecipe | str) -> bool:
        """Return whether a file is there, for a recipe or a key; it may still prove damaged."""
        key = recipe_or_key if isinstance(recipe_or_key, str) else recipe_or_key.base.key
        return self._is_mixed(audio_hash) and self._path(audio_hash, key).exists()

    def get_array(self, audio_hash: str, key: str, *, any_mix: bool = False) -> NDArray[Any] | None:
        """Return a stored array, read-only and memory-mapped; None if absent. Counts as a use.

        any_mix: also of a song that an older program may have mixed otherwise; enough to tell
        whether two songs are alike.
        """
        path = self._path(audio_hash, key)
        if not (any_mix or self._is_mixed(audio_hash)):
            return None
        try:
            array = _read(path)
        except FileNotFoundError:
            return None
        except (OSError, ValueError):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
            return None
        for used in (path, self._path(audio_hash, MIX)):  # the record last: trim takes it last
            with contextlib.suppress(OSError):
                os.utime(used)
        return array

    def put_array(self, audio_hash: str, key: str, array: NDArray[Any]) -> None:
        """Store any array of numbers under a key, atomically. Raises CacheError."""
        with ArrayWriter(self.folder, array.dtype, array.shape[1:]) as writer:
            writer.append(array)
            self.commit(writer, audio_hash, key)

    def writer(self, dtype: DTypeLike, row_shape: tuple[int, ...] = ()) -> ArrayWriter:
        """Return a file that grows row by row and is named by commit; a context manager."""
        return ArrayWriter(self.folder, np.dtype(dtype), row_shape)

    def commit(self, writer: ArrayWriter, audio_hash: str, key: str) -> None:
        """Close what was written and move it to its key. Raises CacheError."""
        writer.close_as(self._path(audio_hash, key))

    def size_bytes(self) -> int:
        """Return the number of bytes on disk."""
        return sum(status.st_size for _, status in self._files())

    def trim(self, limit_bytes: int) -> int:
        """Delete the least recently used files down to limit_bytes; return the bytes freed."""
        # A song's record counts as used with the last of its files: time stamps have coarse steps.
        files = sorted(self._files(), key=lambda f: (f[1].st_mtime_ns, f[0].stem == MIX))
        excess = sum(status.st_size for _, status in files) - limit_bytes
        freed = 0
        for path, status in files:
            unfinished = path.suffix == PARTIAL_SUFFIX
            if _stale(status) if unfinished else freed < excess:
                with contextlib.suppress(OSError):
                    path.unlink()
                    freed += status.st_size
        return freed

    def damaged(self, job: JobContext = SILENT) -> tuple[list[Path], int]:
        """Find the files that cannot be read, and count all. Reads every byte.

        Raises Cancelled.
        """
        files = [path for path, _ in self._files() if path.suffix == ".npy"]
        damaged_files = []
        for index, path in enumerate(files):
            job.check()
            job.report(index, len(files), path.name)
            try:
                _read(path)
            except FileNotFoundError:
                continue
            except (OSError, ValueError):
                damaged_files.append(path)
        return damaged_files, len(files)

    def remove_array(self, audio_hash: str, key: str) -> None:
        """Delete what is stored under a key, if it is there."""
        with contextlib.suppress(OSError):
            self._path(audio_hash, key).unlink(missing_ok=True)

    def remove_stale(self) -> None:
        """Delete what killed processes left unfinished; looks at no finished file."""
        remove_stale_partials(self.folder)

    def remove(self, audio_hash: str) -> None:
        """Delete everything kept of one sound."""
        folder = self._path(audio_hash, "x").parent
        with contextlib.suppress(OSError):
            for path in list(folder.iterdir()):
                path.unlink(missing_ok=True)

    def clear(self) -> None:
        """Delete everything; readers and writers go on undisturbed."""
        for path, status in self._files():
            if path.suffix == ".npy" or _stale(status):
                with contextlib.suppress(OSError):
                    path.unlink()

    def _is_mixed(self, audio_hash: str) -> bool:
        """Tell whether what is kept of a sound was made of the mix that it gets today."""
        return self._path(audio_hash, MIX).exists()

    def _path(self, audio_hash: str, key: str) -> Path:
        if not (_NAME.fullmatch(audio_hash) and _NAME.fullmatch(key)):
            raise ValueError(f"{audio_hash!r} and {key!r} cannot be a file's name")
        return self.folder / audio_hash[:2] / audio_hash / f"{key}.npy"

    def _files(self) -> Iterator[tuple[Path, os.stat_result]]:
        for folder, _, names in os.walk(self.folder):
            for name in names:
                path = Path(folder, name)
                if path.suffix in (".npy", PARTIAL_SUFFIX):
                    with contextlib.suppress(OSError):
                        yield path, path.stat()


class ArrayWriter:
    """An .npy file with a checksum behind it, written row by row without knowing how many.

    A temporary file until close_as; leaving the context before that deletes it.
    """

    def __init__(self, folder: Path, dtype: np.dtype[Any], row_shape: tuple[int, ...]) -> None:
        self._dtype, self._row_shape = dtype, row_shape
        self._n_rows, self._checksum = 0, 0
        with _as_cache_error():
            self._partial = PartialFile(folder)
        try:
            with _as_cache_error():
                self._partial.file.write(_header(dtype, (0, *row_shape)))
        except CacheError:
            self._partial.discard()
            raise

    def __enter__(self) -> ArrayWriter:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._partial.discard()

    def append(self, rows: NDArray[Any]) -> None:
        """Add rows (n, *row_shape), converted to the file's type. Raises CacheError."""
        data = np.ascontiguousarray(rows, dtype=self._dtype)
        data_bytes = data.reshape(-1).view(np.uint8).data
        self._checksum = zlib.crc32(data_bytes, self._checksum)
        self._n_rows += len(rows)
        with _as_cache_error():
            self._partial.file.write(data_bytes)

    def close_as(self, path: Path) -> None:
        """Complete the file and move it to its path in one step. Raises CacheError."""
        with _as_cache_error():
            header = _header(self._dtype, (self._n_rows, *self._row_shape))
            self._partial.file.write(_trailer(header, self._checksum))
            self._partial.file.seek(0)
            self._partial.file.write(header)
            with contextlib.suppress(FileNotFoundError):  # deleted now or a moment later: the same
                self._partial.close_as(path)


def remove_stale_partials(folder: Path) -> None:
    """Delete unfinished files of processes that died, right in a folder."""
    for path in folder.glob(f"*{PARTIAL_SUFFIX}"):
        with contextlib.suppress(OSError):
            if _stale(path.stat()):
                path.unlink()


def _stale(status: os.stat_result) -> bool:
    return time.time() - status.st_mtime > _STALE_S


@contextlib.contextmanager
def _as_cache_error() -> Iterator[None]:
    """Turn an OSError of a write into a CacheError."""
    try:
        yield
    except OSError as error:
        raise CacheError("features.cache_unwritable", detail=str(error)) from error


def _header(dtype: np.dtype[Any], shape: tuple[int, ...]) -> bytes:
    """Return the beginning of an .npy file (format 1.0), always of the same length."""
    text = f"{{'descr': {dtype.str!r}, 'fortran_order': False, 'shape': {shape!r}, }}"
    room = _HEADER_BYTES - 10
    return b"\x93NUMPY\x01\x00" + room.to_bytes(2, "little") + f"{text:<{room - 1}}\n".encode()


def _trailer(header: bytes, checksum: int) -> bytes:
    """Return what stands behind the array: a checksum over its data's checksum and its header."""
    combined = zlib.crc32(header, checksum)
    return _MAGIC + combined.to_bytes(4, "little")


def _read(path: Path) -> NDArray[Any]:
    """Map a file. Raises OSError or ValueError where it is absent or damaged."""
    with path.open("rb") as file:
        header = file.read(_HEADER_BYTES)
        n_bytes = os.fstat(file.fileno()).st_size - _HEADER_BYTES - _TRAILER_BYTES
        if n_bytes < 0:
            raise ValueError(f"{path} is cut off")
        expected = _trailer(header, _checksum(file, n_bytes))
        if file.read() != expected:
            raise ValueError(f"{path} is damaged")
        file.seek(0)
        np.lib.format.read_magic(file)
        shape, _, dtype = np.lib.format.read_array_header_1_0(file)
        data_bytes = np.zeros(0, np.uint8)
        if n_bytes:
            data_bytes = np.memmap(file, np.uint8, "r", _HEADER_BYTES, n_bytes).view(np.ndarray)
    return data_bytes.view(dtype).reshape(shape)


def _checksum(file: BinaryIO, n_bytes: int) -> int:
    """Compute it over the next n_bytes, in chunks: a mapped file would stay in memory whole."""
    checksum = 0
    while chunk := file.read(min(n_bytes, 1 << 20)):
        checksum = zlib.crc32(chunk, checksum)
        n_bytes -= len(chunk)
    return checksum
