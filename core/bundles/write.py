"""A training bundle is written: whole or not at all, the same bytes for the same request."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from core.atomic_files import atomic_write, free_bytes
from core.bundles.arrays import ArrayEntry, header_bytes, write_arrays
from core.bundles.bundle_records import BundleReport
from core.bundles.bundle_text import FreshStart, text_of
from core.bundles.gather import Gathered, gather
from core.errors import BundleError, is_disk_full
from core.exchange.file_errors import reason_of
from core.features.cache import FeatureCache
from core.jobs import SILENT, JobContext, SubJob
from core.library.records import Labels
from core.models.card import card_path
from core.models.checkpoint import TaggingModel, save_checkpoint
from core.models.choi_lstm import PRESETS
from core.temporary_folders import temporary_folder
from core.training.config import FinetuneRequest
from core.training.fresh_network import fresh_name

TEXT, CARD, WEIGHTS, SONGS = "bundle.json", "parent.json", "parent.safetensors", "songs.safetensors"
STATES = "states"
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say, so that equal is equal
MODE, UNIX = 0o100644 << 16, 3
GATHER_SHARE = 0.8
MEGABYTE = 1e6


def write_bundle(
    request: FinetuneRequest,
    labels: Labels,
    parent: TaggingModel,
    cache: FeatureCache,
    target: Path,
    job: JobContext = SILENT,
) -> BundleReport:
    """Write what finetune() of the same arguments needs, so that it gives the same model elsewhere.

    What is heard of songs is made first, where the cache lacks it. Neither sound nor the names of
    songs, artists and files are in it. Raises TrainingError where there is nothing to learn,
    BundleError where the file cannot be written or has no room, Cancelled; nothing is left of it.
    """
    gathered = gather(request, labels, parent, cache, SubJob(job, 0.0, GATHER_SHARE))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with (
            temporary_folder("bundle") as folder,
            atomic_write(target, synced=True, shared=True) as partial,
        ):
            fresh = _fresh_start(request)
            texts = {TEXT: text_of(request, fresh, gathered, parent.device).encode()}
            files = {} if fresh else _parent_files(folder, parent)
            write_job = SubJob(job, GATHER_SHARE, 1.0 - GATHER_SHARE)
            _pack(partial, target, {**texts, **files}, (gathered, cache), write_job)
            n_bytes = partial.stat().st_size
    except OSError as error:
        raise not_written(target, error) from error
    n_reference = len(gathered.labels.audio_hashes) - gathered.n_songs
    return BundleReport(
        target, n_bytes, gathered.n_songs, n_reference, gathered.depth, gathered.new_sides,
        gathered.skipped,
    )  # fmt: skip


def _pack(
    partial: Path,
    target: Path,
    parts: Mapping[str, bytes],
    songs: tuple[Gathered, FeatureCache],
    job: JobContext,
) -> None:
    """Write the parts, then the arrays of the songs, where there is room for all of it."""
    gathered, cache = songs
    entries = [_states(gathered.labels), *gathered.entries]
    n_bytes = sum(map(len, parts.values())) + len(header_bytes(entries))
    _check_room(target, n_bytes + sum(entry.n_bytes for entry in entries))
    with zipfile.ZipFile(partial, "w", zipfile.ZIP_STORED) as packed:
        for name, content in parts.items():
            method = zipfile.ZIP_DEFLATED if name == TEXT else zipfile.ZIP_STORED
            packed.writestr(_member(name, method), content)
        with packed.open(_member(SONGS), "w", force_zip64=True) as stream:
            write_arrays(stream, entries, lambda entry: _read(entry, gathered, cache), job)


def not_written(target: Path, error: OSError) -> BundleError:
    """Say why a file of a bundle cannot be written."""
    id = "bundles.disk_full" if is_disk_full(error) else "bundles.not_written"
    return BundleError(
        id, name=target.name, why=reason_of(error), detail=str(error), path=target
    )  # fmt: skip


def _fresh_start(request: FinetuneRequest) -> FreshStart | None:
    if not request.from_fresh:
        return None
    starts = [FreshStart(sizes, with_dct) for sizes in PRESETS for with_dct in (False, True)]
    names = [fresh_name(start.sizes, with_dct=start.with_dct) for start in starts]
    return starts[names.index(request.parent_name)]


def _parent_files(folder: Path, parent: TaggingModel) -> dict[str, bytes]:
    """Return the two files of the parent as it is now, as add_sides() may have made it.

    Its description goes nowhere, but may name artists.
    """
    weights = save_checkpoint(folder, replace(parent.card, description=""), parent.network)
    return {CARD: card_path(weights).read_bytes(), WEIGHTS: weights.read_bytes()}


def _states(labels: Labels) -> ArrayEntry:
    return ArrayEntry(STATES, labels.states.dtype, labels.states.shape)


def _read(entry: ArrayEntry, gathered: Gathered, cache: FeatureCache) -> NDArray[Any]:
    if entry.name == STATES:
        return gathered.labels.states
    kind, _, audio_hash = entry.name.partition("/")
    array = cache.get_array(audio_hash, gathered.exact_keys[kind])
    if array is None or array.shape != entry.shape or array.dtype != entry.dtype:
        raise BundleError("bundles.not_kept", path=cache.folder)  # another process has cleared it
    return array


def _check_room(target: Path, n_bytes: int) -> None:
    free = free_bytes(target.parent)
    if n_bytes > free:
        raise BundleError(
            "bundles.no_room", name=target.name, megabytes=n_bytes / MEGABYTE,
            free_megabytes=free / MEGABYTE, path=target,
        )  # fmt: skip


def _member(name: str, method: int = zipfile.ZIP_STORED) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, LONG_AGO)
    member.compress_type, member.create_system, member.external_attr = method, UNIX, MODE
    return member
