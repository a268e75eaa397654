"""Learning on another machine: what `train --bundle` writes."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from core.atomic_files import free_bytes
from core.bundles.bundle_records import BundleSize
from core.cli.context import feature_cache
from core.cli.terminal import Terminal, counted
from core.library.store import Library
from core.printable import path_text

GIGABYTE = 1e9

if TYPE_CHECKING:
    from core.graphics.learning import LearningTask


def write_for_elsewhere(
    options: argparse.Namespace,
    library: Library,
    training: LearningTask,
    terminal: Terminal,
) -> int:
    """Write a training bundle, and keep the sides that its songs have got in the split."""
    from core.bundles.estimate import check_room, estimate
    from core.bundles.write import write_bundle
    from core.models.checkpoint import to_device
    from core.models.device import choose_device

    request, labels = training.request, training.labels
    parent = to_device(training.load_parent(), choose_device(options.device))
    target, cache = options.bundle.absolute(), feature_cache()
    lengths_s = {row.song.id: row.song.duration_s for row in library.songs.rows(labels.song_ids)}
    size = estimate(request, labels, lengths_s, parent, cache)
    _announce(size, target, terminal)
    check_room(size, target, cache)
    with terminal.job("Packing") as job:
        report = write_bundle(request, labels, parent, cache, target, job)
    library.evaluation.add_split_sides(report.new_sides, options.seed)
    for path, reason in report.skipped:
        terminal.say(f"not heard: {path_text(path)}, {reason}")
    known = {
        "bundle": str(target), "bytes": report.n_bytes, "n_songs": report.n_songs,
        "n_reference": report.n_reference, "depth": report.depth, "model": request.name,
    }  # fmt: skip
    line = f"{path_text(target)}: {_size_text(report.n_bytes)}, {counted(report.n_songs, 'song')}"
    terminal.data(known, [line])
    terminal.say("There: rhythmcap train-bundle FILE    Back here: rhythmcap models import ZIP")
    return 0


def _announce(size: BundleSize, target: Path, terminal: Terminal) -> None:
    """Say how much will be written, before anything is."""
    free = free_bytes(target.parent) / GIGABYTE
    terminal.say(
        f"about {_size_text(size.n_bytes)} for {counted(size.n_songs, 'song')} at depth"
        f" {size.depth}; {free:.1f} GB are free"
    )
    if size.n_new:
        terminal.say(
            f"heard first: {counted(size.n_new, 'song')}, about {_size_text(size.kept_bytes)}"
            " more in the cache"
        )


def _size_text(n_bytes: int) -> str:
    if n_bytes < GIGABYTE:
        return f"{n_bytes / 1e6:.1f} MB"
    return f"{n_bytes / GIGABYTE:.2f} GB"
