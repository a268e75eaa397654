"""Learn on another machine: the training bundle that goes there; the model comes by the import."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.errors import RhythmCapError
from core.paths import folders
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.local_paths import shown_path
from rhythmcap_gui.number_format import bytes_text, counted
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.library_reader import LibraryReader
from rhythmcap_gui.operations.models.learning import Learning
from rhythmcap_gui.operations.models.learning_request import SEED

if TYPE_CHECKING:
    from core.bundles.bundle_records import BundleReport, BundleSize
    from core.library.records import Labels
    from core.models.checkpoint import TaggingModel
    from core.training.config import FinetuneRequest


@dataclass(frozen=True, slots=True)
class Round:
    """A round of learning as it is to be packed."""

    request: FinetuneRequest
    labels: Labels
    load_parent: Callable[[], TaggingModel]


def next_round(context: AppContext, learning: Learning) -> Round | None:
    """Return what would be learned here now; None, and a message, where that cannot be."""
    try:
        labels = context.library.annotations.labels()
        _parent, request, load_parent = learning.next_round()
    except RhythmCapError as error:
        context.show_error(error)
        return None
    return Round(request, labels, load_parent)


def estimate(context: AppContext, planned: Round, listeners: Listeners) -> int:
    """Estimate how large the bundle will be: done(BundleSize). Return the job's id."""
    reader = LibraryReader.of(context)

    def work(_job: Running) -> BundleSize:
        from core.bundles.estimate import estimate as estimate_size
        from core.features.cache import open_cache

        labels, cache = planned.labels, open_cache(folders().features)
        with reader.open() as library:
            rows = library.songs.rows(labels.song_ids)
        lengths_s = {row.song.id: row.song.duration_s for row in rows}
        return estimate_size(planned.request, labels, lengths_s, planned.load_parent(), cache)

    return context.runner.start(
        Lane.MODELS, _tr("Estimate how large a bundle will be"), work, listeners
    )


def write_bundle(
    context: AppContext, planned: Round, size: BundleSize, target: Path, listeners: Listeners
) -> int:
    """Write what another machine needs to learn it: done(BundleReport), and a notice.

    Return the job's id.
    """
    library = context.library

    def work(job: Running) -> BundleReport:
        from core.bundles.estimate import check_room
        from core.bundles.write import write_bundle as write
        from core.features.cache import open_cache

        cache = open_cache(folders().features)
        check_room(size, target, cache)
        return write(planned.request, planned.labels, planned.load_parent(), cache, target, job)

    def written(report: BundleReport) -> None:
        if context.session.library is library:
            library.evaluation.add_split_sides(report.new_sides, SEED)
        _tell(context, report)
        listeners.done(report)

    title = _tr("Pack {} for another machine").format(planned.request.name)
    return context.runner.start(Lane.MODELS, title, work, replace(listeners, done=written))


def _tell(context: AppContext, report: BundleReport) -> None:
    text = _tr("{file}: {n:# song|# songs}, {size}. There: rhythmcap train-bundle {name}")
    remedy = _tr("It writes a zip, which Model ▸ Import a model… takes in here. No sound and no"
                 " names of songs or artists are in the bundle.")  # fmt: skip
    file, size = shown_path(report.path), bytes_text(report.n_bytes)
    context.session.notify(
        counted(text, file=file, n=report.n_songs, size=size, name=report.path.name), "good",
        remedy=remedy,
    )  # fmt: skip


def _tr(text: str) -> str:
    return QCoreApplication.translate("models", text)
