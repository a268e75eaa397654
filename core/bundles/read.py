"""A training bundle is read: checked whole first, then mapped from the file where it lies."""

from __future__ import annotations

import json
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.bundles.arrays import StoredArrays
from core.bundles.bundle_records import MadeWith
from core.bundles.bundle_text import FORMAT, FORMAT_VERSION, BundleText, read_text
from core.bundles.write import CARD, SONGS, STATES, TEXT, WEIGHTS
from core.errors import BundleError, ModelError, is_disk_full
from core.exchange.file_errors import reason_of
from core.features.cache import FeatureCache
from core.jobs import SILENT, JobContext
from core.library.records import Labels
from core.messages import message
from core.models.checkpoint import TaggingModel, load_checkpoint, to_device
from core.models.probe_form import without_machine
from core.models.weights_limits import MAX_FILE_BYTES
from core.training.config import FinetuneRequest
from core.training.fresh_network import fresh_parent

MAX_TEXT_BYTES = 500_000_000
BLOCK_BYTES = 1 << 20
LOCAL_HEADER_BYTES = 30
_ODD = (KeyError, TypeError, ValueError, AttributeError, OverflowError, RecursionError)
_OF_ZIP = (
    zipfile.BadZipFile, zlib.error, struct.error, NotImplementedError, EOFError, RuntimeError, *_ODD
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TrainingBundle:
    """What finetune() takes, as it was on the other machine; request without a models folder."""

    request: FinetuneRequest
    labels: Labels
    parent: TaggingModel
    cache: BundleCache
    made_with: MadeWith


class BundleCache(FeatureCache):
    """A cache that has what a bundle holds, and keeps the rest in a folder of its own.

    What a network made of songs counts whatever machine asks for it: a graphics card goes on from
    what the other machine's processor made.
    """

    def __init__(self, folder: Path, arrays: StoredArrays, keys: Mapping[str, str]) -> None:
        super().__init__(folder)
        self._arrays = arrays
        self._kinds = {key: kind for kind, key in keys.items()}

    def get_array(self, audio_hash: str, key: str, *, any_mix: bool = False) -> NDArray[Any] | None:
        """Return an array of the bundle, or of the folder; None if there is none."""
        kind = self._kinds.get(key) or self._kinds.get(without_machine(key))
        name = f"{kind}/{audio_hash}"
        if kind is not None and name in self._arrays:
            return self._arrays[name]
        return super().get_array(audio_hash, key, any_mix=any_mix)


def read_bundle(
    path: Path, folder: Path, device: str = "cpu", job: JobContext = SILENT
) -> TrainingBundle:
    """Read a bundle, whose file must stay as long as it is learned from.

    folder: a temporary one, for the parent and what is made on the way. device: of the parent.
    Every byte is checked before anything is learned. Raises BundleError where it is damaged, cut
    off, of a newer version or no bundle, ModelError for its parent, Cancelled.
    """
    _check_file(path)
    try:
        with zipfile.ZipFile(path) as packed:
            text, expected = _text(packed, path), [TEXT, SONGS]
            expected += [] if text.fresh else [CARD, WEIGHTS]
            _check_members(packed, expected, path, job)
            for name in expected[2:]:
                _unpack(packed, name, folder / name)
            arrays = _mapped(packed, path)
        labels = replace(text.labels, states=_states(text.labels, arrays))
    except OSError as error:
        raise _unreadable(path, folder, error) from error
    except _OF_ZIP as error:
        raise _damaged(path, message("bundles.cut_off"), repr(error)) from error
    if text.fresh is None:
        parent = _parent(path, folder, device)
    else:
        start = text.fresh
        drawn = fresh_parent(start.sizes, text.request.seed, with_dct=start.with_dct)
        parent = to_device(drawn, device)
    cache = BundleCache(folder / "cache", arrays, text.keys)
    return TrainingBundle(text.request, labels, parent, cache, text.made_with)


def _parent(path: Path, folder: Path, device: str) -> TaggingModel:
    try:
        return load_checkpoint(folder / WEIGHTS, device)
    except ModelError as error:
        error.path = path  # what was unpacked is gone when it is read
        raise


def _check_file(path: Path) -> None:
    if not path.is_file():  # a pipe would be waited for
        raise BundleError("bundles.no_file", name=path.name, path=path)
    with path.open("rb") as file:
        if file.read(4) != b"PK\x03\x04":
            raise BundleError("bundles.not_a_bundle", name=path.name, path=path)


def _text(packed: zipfile.ZipFile, path: Path) -> BundleText:
    """Read the text. Raises BundleError for no bundle, or one of a newer version."""
    if TEXT not in packed.namelist():
        raise BundleError("bundles.not_a_bundle", name=path.name, path=path)
    if packed.getinfo(TEXT).file_size > MAX_TEXT_BYTES:
        raise _damaged(path, message("bundles.odd_part", part=TEXT))
    content = json.loads(packed.read(TEXT))
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise BundleError("bundles.not_a_bundle", name=path.name, path=path)
    number = content.get("format_version")
    if not isinstance(number, int) or number < 1:
        raise _damaged(path, message("bundles.odd_part", part=TEXT))
    if number > FORMAT_VERSION:
        program = str((content.get("made_with") or {}).get("program", "?"))[:40]
        raise BundleError("bundles.newer", name=path.name, program=program, path=path)
    try:
        return read_text(content)
    except _ODD as error:
        raise _damaged(path, message("bundles.odd_part", part=TEXT), repr(error)) from error


def _check_members(
    packed: zipfile.ZipFile, expected: list[str], path: Path, job: JobContext
) -> None:
    """Read every part once, by its checksum."""
    names = packed.namelist()
    for name in expected:
        if names.count(name) != 1:
            raise _damaged(path, message("bundles.part_missing", part=name))
        if name == WEIGHTS and packed.getinfo(name).file_size > MAX_FILE_BYTES:
            raise _damaged(path, message("bundles.odd_part", part=name))
    total, done = sum(packed.getinfo(name).file_size for name in expected), 0
    for name in expected:
        with packed.open(name) as stream:
            try:
                while block := stream.read(BLOCK_BYTES):
                    job.check()
                    done += len(block)
                    job.report(done, total, path.name)
            except _OF_ZIP as error:
                raise _damaged(path, message("bundles.other_bytes", part=name)) from error


def _unpack(packed: zipfile.ZipFile, name: str, target: Path) -> None:
    with packed.open(name) as stream, target.open("wb") as file:
        while block := stream.read(BLOCK_BYTES):
            file.write(block)


def _mapped(packed: zipfile.ZipFile, path: Path) -> StoredArrays:
    """Map the arrays. Raises ValueError where they do not lie in the file as they are."""
    member = packed.getinfo(SONGS)
    if member.compress_type != zipfile.ZIP_STORED:
        raise ValueError(f"{SONGS} is compressed")
    with path.open("rb") as file:
        file.seek(member.header_offset)
        name_bytes, extra_bytes = struct.unpack("<26xHH", file.read(LOCAL_HEADER_BYTES))
    first = member.header_offset + LOCAL_HEADER_BYTES + name_bytes + extra_bytes
    mapped = np.memmap(path, np.uint8, "r", first, (member.file_size,))
    return StoredArrays(mapped.view(np.ndarray))


def _states(labels: Labels, arrays: StoredArrays) -> NDArray[np.int8]:
    states = arrays[STATES]
    if states.shape != labels.states.shape or states.dtype != np.int8:
        raise ValueError("states of another shape")
    return np.array(states)


def _damaged(path: Path, why: str, detail: str = "") -> BundleError:
    return BundleError("bundles.damaged", name=path.name, why=why, detail=detail, path=path)


def _unreadable(path: Path, folder: Path, error: OSError) -> BundleError:
    if is_disk_full(error):
        return BundleError(
            "bundles.no_room_there", name=path.name, folder=folder, detail=str(error), path=path
        )
    why = reason_of(error)
    return BundleError("bundles.unreadable", name=path.name, why=why, detail=str(error), path=path)
