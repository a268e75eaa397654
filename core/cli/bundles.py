"""Learning on another machine: what `train --bundle` writes."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from core.cli.context import feature_cache
from core.cli.terminal import Terminal, counted
from core.library.store import Library
from core.printable import path_text

if TYPE_CHECKING:
    from core.library.records import Labels
    from core.models.checkpoint import TaggingModel
    from core.training.config import FinetuneRequest


def write_for_elsewhere(
    options: argparse.Namespace,
    library: Library,
    training: tuple[FinetuneRequest, Labels, TaggingModel],
    terminal: Terminal,
) -> int:
    """Write a training bundle, and keep the sides that its songs have got in the split."""
    from core.bundles.write import write_bundle

    request, labels, parent = training
    target = options.bundle.absolute()
    with terminal.job("Packing") as job:
        report = write_bundle(request, labels, parent, feature_cache(), target, job)
    library.evaluation.add_split_sides(report.new_sides, options.seed)
    for path, reason in report.skipped:
        terminal.say(f"not heard: {path_text(path)}, {reason}")
    known = {
        "bundle": str(target), "bytes": report.n_bytes, "n_songs": report.n_songs,
        "n_reference": report.n_reference, "depth": report.depth, "model": request.name,
    }  # fmt: skip
    line = f"{path_text(target)}: {report.n_bytes / 1e6:.1f} MB, {counted(report.n_songs, 'song')}"
    terminal.data(known, [line])
    terminal.say("There: rhythmcap train-bundle FILE    Back here: rhythmcap models import ZIP")
    return 0
