"""The source task of a plan: songs that are composed for it, or those of another library."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from core.audio.artists import artist_keys
from core.cli.context import annotator_of_settings
from core.cli.terminal import Terminal
from core.demo.demo_library import build_demo
from core.errors import ExperimentError
from core.experiments.plan import Source
from core.jobs import SILENT, JobContext
from core.library.db.file_checks import ensure_library_path
from core.library.records import Labels
from core.library.store import Library
from core.messages import message
from core.paths import folders
from core.systems.network_origins import SourceTask
from core.training.labels import judged_songs, select_songs


def make_source_task(source: Source, labels: Labels, terminal: Terminal) -> SourceTask:
    """Compose the songs of a source task, or read them; none is also in the labels to be scored.

    Raises ExperimentError where no song is left, LibraryError, CacheError, OSError, Cancelled.
    """
    if source.library:
        path, name = Path(source.library), Path(source.library).name
    else:
        with terminal.job(message("experiments.source_composing")) as job:
            path = compose_source(source, job)
        name = message("experiments.source_composed", seed=source.seed)
    songs = other_songs(_labels_of(path), labels)
    if not len(songs.audio_hashes):
        raise ExperimentError("experiments.source_empty", name=name, path=path)
    return SourceTask(songs, name, source.seed)


def compose_source(source: Source, job: JobContext = SILENT) -> Path:
    """Compose the songs, or find them; return their library. A run that was stopped goes on."""
    folder = folders().source_songs / f"seed-{source.seed}-songs-{source.n_songs}"
    return build_demo(folder, job, source.seed, source.n_songs, tag_all=True)


def _labels_of(path: Path) -> Labels:
    ensure_library_path(path)
    with Library.open(path, read_only=True) as library:
        wanted = annotator_of_settings()
        if wanted in {annotator.name for annotator in library.annotators.list()}:
            library.annotators.use(wanted)
        return library.annotations.labels()


def other_songs(source: Labels, target: Labels) -> Labels:
    """Leave out songs that the target has, too, by sound or by artist, and those not judged."""
    source = judged_songs(source)
    hashes = set(target.audio_hashes)
    artists = {key for text in target.artists for key in artist_keys(text)}
    rows = [
        row
        for row, (audio_hash, text) in enumerate(
            zip(source.audio_hashes, source.artists, strict=True)
        )
        if audio_hash not in hashes and artists.isdisjoint(artist_keys(text))
    ]
    return select_songs(source, np.array(rows, dtype=np.int64))
