"""Learn on another machine: the training bundle that goes there; the model comes by the import."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.errors import RhythmCapError
from core.paths import folders
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.local_paths import shown_path
from rhythmcap_gui.number_format import bytes_text, counted
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.models.learning import Learning
from rhythmcap_gui.operations.models.learning_request import SEED

if TYPE_CHECKING:
    from core.bundles.bundle_records import BundleReport
    from core.library.records import Labels
    from core.models.checkpoint import TaggingModel
    from core.training.config import FinetuneRequest


def write_bundle(context: AppContext, learning: Learning, target: Path) -> int:
    """Write what another machine needs to learn what would be learned here now.

    Returns the job's id, 0 where there is nothing to learn from.
    """
    library = context.library
    try:
        labels = library.annotations.labels()
        _parent, request, load_parent = learning.next_round()
    except RhythmCapError as error:
        context.show_error(error)
        return 0

    def written(report: BundleReport) -> None:
        if context.session.library is library:
            library.evaluation.add_split_sides(report.new_sides, SEED)
        _tell(context, report)

    title = _tr("Pack {} for another machine").format(request.name)
    listeners = Listeners(done=written, failed=context.show_error)
    work = _write(request, labels, load_parent, target)
    return context.runner.start(Lane.MODELS, title, work, listeners)


def _write(
    request: FinetuneRequest,
    labels: Labels,
    load_parent: Callable[[], TaggingModel],
    target: Path,
) -> Callable[[Running], BundleReport]:
    def work(job: Running) -> BundleReport:
        from core.bundles.write import write_bundle
        from core.features.cache import open_cache

        cache = open_cache(folders().features)
        return write_bundle(request, labels, load_parent(), cache, target, job)

    return work


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
