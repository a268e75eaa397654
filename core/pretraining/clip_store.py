"""The spectrograms of a data set in few large files, made once and mapped into memory ever after.

A folder of a data set and a recipe: a side's frames one after the other as float16, and an index
that says where every clip lies. Clips are read by a pool of processes into the feature cache; a
run that is killed meanwhile goes on where it was. Frames are rows, so that a crop is one piece of
a file.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.atomic_files import atomic_write, private_folder, write_text
from core.audio.file_stats import FileStats, KnownFile
from core.features.analyse import SongAnalysis
from core.features.cache import FeatureCache
from core.features.recipe import FeatureRecipe
from core.jobs import JobContext, SubJob
from core.library.scan.scan_records import Failure, ScanOptions, Unchanged
from core.library.scan.scanning import Scanned, scan
from core.library.text import stored_path
from core.pretraining.data_set import SIDES, DataSet

FORMAT, FORMAT_VERSION = "rhythmcap-spectrograms", 1
FRAMES, INDEX, FOUND = ".f16", ".json", "found.jsonl"
ANALYSE = "core.features.analyse:identify_song"
READ_SHARE = 0.9  # of the progress bar

Frames = NDArray[np.float16]
Failed = tuple[tuple[str, str], ...]  # (clip, reason)


@dataclass(frozen=True, slots=True)
class Clip:
    """Where a clip lies in the file of its side: rows first_frame to first_frame + n_frames."""

    song: str
    audio_hash: str
    first_frame: int
    n_frames: int


class ClipStore(Sequence[NDArray[np.float16]]):
    """The clips of all sides, by row, as (n_rows, n_frames) float16: parts of mapped files.

    clips: what is there, in the order of the rows. failed: what could not be read.
    """

    def __init__(self, folder: Path, recipe: FeatureRecipe) -> None:
        """Map what is there. Raises OSError, ValueError, KeyError for an incomplete folder."""
        self.clips: list[Clip] = []
        self.sides: list[str] = []
        failed: list[tuple[str, str]] = []
        self._frames: dict[str, NDArray[np.float16]] = {}
        for side in SIDES:
            index = json.loads((folder / f"{side}{INDEX}").read_text(encoding="utf-8"))
            if (index["format"], index["version"]) != (FORMAT, FORMAT_VERSION):
                raise ValueError(index["version"])
            clips = [Clip(*clip) for clip in index["clips"]]
            self._frames[side] = _mapped(folder / f"{side}{FRAMES}", clips, recipe)
            self.clips += clips
            self.sides += [side] * len(clips)
            failed += [(song, reason) for song, reason in index["failed"]]
        self.failed: Failed = tuple(failed)

    @property
    def sounds(self) -> str:
        """The same for clips of the same sound in the same order, wherever their files lie."""
        digest = hashlib.blake2b(digest_size=12)
        for clip in self.clips:
            digest.update(f"{clip.audio_hash}\n".encode())
        return digest.hexdigest()

    def __len__(self) -> int:
        return len(self.clips)

    def __getitem__(self, row: int) -> NDArray[np.float16]:  # type: ignore[override]
        clip = self.clips[row]
        return self.frames(row, 0, clip.n_frames).T

    def frames(self, row: int, first: int, n: int) -> NDArray[np.float16]:
        """Return n frames of a clip from one on: (n, n_rows), mapped and not read yet."""
        clip = self.clips[row]
        start = clip.first_frame + first
        return self._frames[self.sides[row]][start : start + n]


def _mapped(path: Path, clips: list[Clip], recipe: FeatureRecipe) -> NDArray[np.float16]:
    """Map a side's file. Raises ValueError where it has not the length its index says."""
    n_frames = sum(clip.n_frames for clip in clips)
    if path.stat().st_size != n_frames * recipe.n_rows * 2:
        raise ValueError(f"{path} is cut off")
    if not n_frames:
        return np.zeros((0, recipe.n_rows), dtype=np.float16)
    # Not the memmap itself: its slices cost ten times an array's.
    mapped = np.memmap(path, dtype=np.float16, mode="r", shape=(n_frames, recipe.n_rows))
    return mapped.view(np.ndarray)


def store_folder(root: Path, data_set: DataSet, recipe: FeatureRecipe) -> Path:
    """Name the folder of a data set's spectrograms: another one where clips are others."""
    digest = hashlib.blake2b(f"{recipe.key} {FORMAT_VERSION}".encode(), digest_size=12)
    for song, side, path in zip(data_set.songs, data_set.sides, data_set.files, strict=True):
        stats = FileStats.read(path) if path is not None else None
        size, mtime = (stats.size_bytes, stats.mtime_s) if stats else (0, 0.0)
        text = f"{song}\0{side}\0{path}\0{size}\0{mtime}\n"
        digest.update(text.encode("utf-8", "surrogateescape"))
    return root / digest.hexdigest()


def open_store(folder: Path, recipe: FeatureRecipe) -> ClipStore | None:
    """Open the spectrograms of a folder; None where they are not all there."""
    try:
        return ClipStore(folder, recipe)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def make_store(
    folder: Path, data_set: DataSet, recipe: FeatureRecipe, cache: FeatureCache, job: JobContext
) -> ClipStore:
    """Make the spectrograms of all clips that have a file, where they are not there yet.

    A clip that cannot be read is listed with its reason. Raises CacheError, OSError, Cancelled;
    what was read by then is not read again.
    """
    store = open_store(folder, recipe)
    if store is not None:
        return store
    private_folder(folder)
    found = _Found(folder / FOUND, recipe, cache)
    files = [path for path in data_set.files if path is not None]
    options = ScanOptions(known=found.known, analyse=ANALYSE)
    with found:
        scan(files, cache, (recipe.name,), SubJob(job, 0.0, READ_SHARE), found.add, options)
    packing = SubJob(job, READ_SHARE, 1.0 - READ_SHARE)
    for side in SIDES:
        _write_side(folder, side, data_set.select(data_set.rows(side)), found, packing)
    (folder / FOUND).unlink(missing_ok=True)
    return ClipStore(folder, recipe)


class _Found:
    """Which sound is in which file; kept line by line, so that nothing is read twice."""

    def __init__(self, path: Path, recipe: FeatureRecipe, cache: FeatureCache) -> None:
        self.recipe, self.cache = recipe, cache
        self.hashes: dict[Path, str] = {}
        self.reasons: dict[Path, str] = {}
        self.known: dict[str, KnownFile] = {}
        self._path = path
        for stored, audio_hash, stats, fingerprint in _read_lines(path):
            if cache.has(audio_hash, recipe):
                self.known[stored] = KnownFile(FileStats(**stats), audio_hash, fingerprint)

    def __enter__(self) -> _Found:
        self._file = self._path.open("a", encoding="utf-8")
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, result: Scanned) -> None:
        """Note what the pool found; an OnScanned."""
        if isinstance(result, SongAnalysis):
            self.hashes[result.path] = result.audio_hash
            line = [
                stored_path(result.path), result.audio_hash, asdict(result.stats),
                result.fingerprint,
            ]  # fmt: skip
            self._file.write(f"{json.dumps(line)}\n")
            self._file.flush()
        elif isinstance(result, Unchanged):
            self.hashes[result.path] = self.known[stored_path(result.path)].audio_hash
        elif isinstance(result, Failure):
            self.reasons[result.path] = result.reason


def _read_lines(path: Path) -> Iterator[list]:  # type: ignore[type-arg]
    """Yield the whole lines of a list; the last may be cut off by a kill."""
    if not path.is_file():
        return
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            yield json.loads(line)
        except ValueError:
            continue


def _write_side(folder: Path, side: str, clips: DataSet, found: _Found, job: JobContext) -> None:
    """Write a side of what the pool found, and which of its clips cannot be read."""
    failed: list[tuple[str, str]] = []

    def read() -> Iterator[tuple[str, str, Frames]]:
        for number, (song, path) in enumerate(zip(clips.songs, clips.files, strict=True)):
            job.check()
            job.report(number, len(clips.songs), song)
            if path is None:
                continue
            audio_hash = found.hashes.get(path, "")
            log_mel = found.cache.get(audio_hash, found.recipe) if audio_hash else None
            if log_mel is None or not log_mel.values.shape[1]:
                failed.append((song, found.reasons.get(path, "")))
                continue
            yield song, audio_hash, np.ascontiguousarray(log_mel.values.T, dtype=np.float16)

    write_side(folder, side, found.recipe, read(), failed)


def write_side(
    folder: Path,
    side: str,
    recipe: FeatureRecipe,
    clips: Iterable[tuple[str, str, Frames]],
    failed: Sequence[tuple[str, str]] = (),
) -> None:
    """Write the frames of a side one after the other, then its index.

    clips: name, hash and frames (n_frames, n_rows). failed: may grow while they are read.
    """
    entries, n_frames = list[tuple[str, str, int, int]](), 0
    with atomic_write(folder / f"{side}{FRAMES}") as draft, draft.open("wb") as file:
        for song, audio_hash, frames in clips:
            file.write(frames.data)
            entries.append((song, audio_hash, n_frames, len(frames)))
            n_frames += len(frames)
    index = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "recipe": recipe.to_json(),
        "clips": entries,
        "failed": list(failed),
    }
    write_text(folder / f"{side}{INDEX}", json.dumps(index))
