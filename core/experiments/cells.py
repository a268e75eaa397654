"""Finished cells in a folder: one small file for every one, and a line in a log.

A file's name is a digest of all that its scores depend on, so that a plan that is run again finds
what is still valid, and only that. A file that is cut off or damaged counts as absent.
"""

from __future__ import annotations

import errno
import hashlib
import io
import json
import os
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core import messages
from core.atomic_files import PARTIAL_SUFFIX, PRIVATE_FILE, atomic_write, private_folder
from core.errors import ExperimentError, is_disk_full
from core.experiments.plan import Cell
from core.library.records import Labels

VERSION = 2  # of what a cell does; older files are not used
CELLS, LOG = "cells", "log.jsonl"
SUFFIX = ".npz"
MAX_BYTES = 1 << 30
_DAMAGE = (OSError, ValueError, KeyError, EOFError, TypeError, zipfile.BadZipFile, zlib.error)


@dataclass(frozen=True, slots=True)
class CellResult:
    """What came of a cell.

    scores: float16 (n_songs, n_tags) of the tested songs, in their order; NaN where a tag could
    not be learned, everywhere where the system could not be fitted. reason: why it could not.
    is_final: False where the reason may be gone the next time. n_learned_from: labelled songs.
    """

    scores: NDArray[np.float16]
    n_learned_from: int
    seconds: float
    reason: str | None = None
    is_final: bool = True

    @property
    def n_tags_learned(self) -> int:
        """Number of tags with scores."""
        return int(np.isfinite(self.scores).any(axis=0).sum())


def cell_digest(cell: Cell, learned: Labels, tested: Labels, made_by: Mapping[str, object]) -> str:
    """Name a cell by all that its scores depend on.

    learned: as the system is given them. made_by: versions of what computes them.
    """
    digest = hashlib.blake2b(digest_size=16)
    known = {"version": VERSION, **made_by, "system": cell.variant.system, "seed": cell.seed}
    for part in (
        json.dumps(known, sort_keys=True),
        json.dumps(cell.variant.parameters),
        *learned.tag_names,
        *learned.audio_hashes,
        *learned.artists,
        str(sorted(learned.weak_no)),
        *tested.audio_hashes,
    ):
        digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    digest.update(np.ascontiguousarray(learned.states).tobytes())
    return digest.hexdigest()


class CellStore:
    """The cells of one folder. Every method that writes raises ExperimentError."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cells = folder / CELLS
        self.log = folder / LOG

    def prepare(self) -> None:
        """Make the folders, and remove what a killed run has left half-written."""
        try:
            private_folder(self.cells)
            for path in (*self.folder.glob(f"*{PARTIAL_SUFFIX}"), *self.cells.glob("*.part")):
                path.unlink(missing_ok=True)
        except OSError as error:
            raise cannot_write(self.folder, error) from error

    def read(self, digest: str) -> CellResult | None:
        """Return a finished cell; None where it is absent or damaged."""
        path = self._path(digest)
        try:
            if path.stat().st_size > MAX_BYTES:
                return None
            with np.load(path, allow_pickle=False) as stored:
                record = json.loads(bytes(stored["record"]).decode("utf-8"))
                scores = np.asarray(stored["scores"], dtype=np.float16)
            record = messages.from_stored(record)
            reason = record["reason"]
            return CellResult(
                scores,
                int(record["n_learned_from"]),
                float(record["seconds"]),
                None if reason is None else reason,
                bool(record["is_final"]),
            )
        except _DAMAGE:
            return None

    def write(self, digest: str, result: CellResult) -> None:
        """Keep a cell, whole or not at all."""
        record = messages.to_stored(
            {
                "n_learned_from": result.n_learned_from,
                "seconds": round(result.seconds, 4),
                "reason": result.reason,
                "is_final": result.is_final,
            }
        )
        content = io.BytesIO()
        head = np.frombuffer(json.dumps(record).encode("utf-8"), dtype=np.uint8)
        np.savez(content, record=head, scores=result.scores)
        path = self._path(digest)
        try:
            with atomic_write(path) as partial:
                partial.write_bytes(content.getvalue())
        except OSError as error:
            raise cannot_write(path, error) from error

    def note(self, digest: str, cell: Cell, result: CellResult, wauc: float | None) -> None:
        """Add the line of a finished cell to the log. wauc: on its own songs."""
        self._append(_log_line(digest, cell, result, wauc))

    def _path(self, digest: str) -> Path:
        return self.cells / f"{digest}{SUFFIX}"

    def log_lines(self) -> list[dict[str, Any]]:
        """Return the lines of the log that are whole, oldest first."""
        found = []
        try:
            lines = self.log.read_bytes().split(b"\n")
        except OSError:
            lines = []
        for line in lines:
            try:
                record = json.loads(line)
            except ValueError:
                continue
            if isinstance(record, dict):
                found.append(record)
        return found

    def logged(self) -> set[str]:
        """Return the digests of the cells that the log has a line of."""
        return {str(line["cell"]) for line in self.log_lines() if "cell" in line}

    def _append(self, line: str) -> None:
        """Add a line, whole or not at all, also behind one that was cut off."""
        try:
            self.log.touch(PRIVATE_FILE)
            with self.log.open("ab+", buffering=0) as file:
                end = file.seek(0, os.SEEK_END)
                file.seek(max(end - 1, 0))
                is_cut_off = file.read(1) not in (b"", b"\n")
                # A file name's bytes that are no UTF-8 become \udce9, as JSON reads them.
                new = line.encode("utf-8", "backslashreplace")
                written = (b"\n" if is_cut_off else b"") + new + b"\n"
                try:
                    if file.write(written) != len(written):
                        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
                except OSError:
                    os.truncate(self.log, end)
                    raise
        except OSError as error:
            raise cannot_write(self.log, error) from error


def _log_line(digest: str, cell: Cell, result: CellResult, wauc: float | None) -> str:
    record: dict[str, Any] = {
        "cell": digest,
        "system": cell.variant.system,
        "parameters": dict(cell.variant.parameters),
        "labelled": cell.budget,
        "learned_from": result.n_learned_from,
        "seed": cell.seed,
        "tested": cell.kind,
        "repetition": cell.repetition,
        "fold": cell.fold,
        "deformation": None if cell.condition is None else cell.condition.deformation,
        "strength": None if cell.condition is None else cell.condition.strength,
        "seconds": round(result.seconds, 3),
        "wauc": wauc,
        "n_songs": len(result.scores),
        "n_tags": result.n_tags_learned,
        "reason": result.reason,
    }
    return json.dumps(record, ensure_ascii=False)


def cannot_write(path: Path, error: OSError) -> ExperimentError:
    """Return the error that a file of an experiment cannot be written."""
    if is_disk_full(error):
        return ExperimentError("experiments.no_room", name=path.name, detail=str(error), path=path)
    return ExperimentError("experiments.not_written", name=path.name, detail=str(error), path=path)


def table_not_written(path: Path, error: OSError) -> ExperimentError:
    """Return the error that a table of results cannot be written; running again helps nobody."""
    if not is_disk_full(error):
        return cannot_write(path, error)
    return ExperimentError(
        "experiments.no_room_for_table", name=path.name, detail=str(error), path=path
    )
