"""Which system suits my tags: a small plan in the background, its result kept beside the library.

It has a lane of its own, and gives way to learning: that is what somebody waits for.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from core.errors import RhythmCapError
from core.paths import folders
from rhythmcap_gui.job_runner import JobRunner, Lane, Listeners, Running
from rhythmcap_gui.library_name import library_name
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.session import Notice
from rhythmcap_gui.view_data import Progress, SystemChoiceState

if TYPE_CHECKING:
    from core.experiments.recommendation_records import Prospect, Recommendation
    from core.library.records import Labels
    from core.models.checkpoint import TaggingModel

FEW = 50  # songs whose lengths stand for all
FOLLOW_MS = 700
MAX_FOLLOWED_S = 0.25  # counting that takes longer is not repeated at every decision


class SystemChoice(QObject):
    """Tries the systems for the open library, and reads what was found before."""

    changed = Signal(object)  # SystemChoiceState
    ended = Signal(object)  # Recommendation of the open library, or an Exception

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._job_id = 0
        self._library: Path | None = None  # that systems are tried for
        self._began_s = self._expected_s = self._took_s = 0.0
        self.state = SystemChoiceState()
        self.is_followed = False  # whether the state is on screen
        self._second = QTimer(self, interval=1000)  # the time that is left goes down meanwhile
        self._second.timeout.connect(lambda: self._progressed(self.state.progress))
        self._again = QTimer(self, singleShot=True, interval=FOLLOW_MS)
        self._again.timeout.connect(self.look)
        context.session.changed.connect(lambda _changes: self._follow())

    def look(self) -> SystemChoiceState:
        """Read what is known of the open library now."""
        began_s = time.monotonic()
        state = self._look(self._context.library.annotations.labels())
        self._took_s = time.monotonic() - began_s
        return state

    def _look(self, labels: Labels) -> SystemChoiceState:
        from core.experiments.decision_snapshot import count_since
        from core.experiments.library_folder import results_folder
        from core.experiments.recommendation import read_recommendation

        library = self._context.library
        folder = results_folder(library.path)
        result = read_recommendation(folder)
        is_own = self._library == library.path
        state = SystemChoiceState(
            running=self._library is not None,
            progress=self.state.progress if is_own else None,
            prospect=self._prospect(labels, folder),
            result=result,
            n_since=count_since(folder, labels) if result is not None else 0,
            stopped=self.state.stopped and is_own,
            library="" if is_own or self._library is None else library_name(self._library),
        )
        self._publish(state)
        return state

    def start(self) -> bool:
        """Try the systems with the decisions made so far; False if that cannot be."""
        from core.experiments.library_folder import results_folder
        from core.model_store.registry import model_path

        session, library = self._context.session, self._context.library
        labels = library.annotations.labels()
        prospect = self._look(labels).prospect
        if self._library is not None or session.model is None or prospect.obstacle:
            return False
        try:
            path = model_path(session.model)
        except RhythmCapError as error:
            self._context.show_error(error)
            return False
        loaded, folder = self._context.models, results_folder(library.path)
        work = _try_systems(labels, session.model.name, lambda: loaded.get(path), folder,
                            self._context.runner)  # fmt: skip
        self._library = library.path
        self._began_s, self._expected_s = time.monotonic(), prospect.expected_s
        begun = Progress(0, 1, seconds_left=self._expected_s)
        self._publish(replace(self.state, running=True, stopped=False, progress=begun))
        self._second.start()
        listeners = Listeners(
            done=self._done,
            failed=self._failed,
            cancelled=self._cancelled,
            progress=self._progressed,
        )
        title = QCoreApplication.translate("system_choice", "Trying systems")
        self._job_id = self._context.runner.start(Lane.EXPERIMENT, title, work, listeners)
        return True

    def cancel(self) -> None:
        """Stop; what is finished is kept."""
        self._context.runner.cancel(self._job_id)

    def export(self, path: Path) -> None:
        """Write the table of the last result, and what explains its columns."""
        from core.experiments.library_folder import results_folder
        from core.experiments.recommendation import TABLE
        from core.experiments.table_copy import copy_table

        try:
            files = copy_table(results_folder(self._context.library.path) / TABLE, path)
        except RhythmCapError as error:
            self._context.show_error(error)
            return
        text = self.tr("Saved as {}, with what its columns mean beside it.").format(path.name)
        self._context.session.notice.emit(Notice(text, "good", made=files[0]))

    def _prospect(self, labels: Labels, folder: Path) -> Prospect:
        from core.experiments.recommendation import begun_digest
        from core.experiments.small_plan import prospect

        library, model = self._context.library, self._context.session.model
        missing = library.predictions.missing_ids(model.id) if model is not None else ()
        some = library.songs.rows([int(song) for song in missing[:FEW]])
        length_s = sum(row.song.duration_s for row in some) / max(len(some), 1)
        n_judged = int((labels.states >= 0).any(axis=1).sum())
        new_music_s = min(len(missing), n_judged) * length_s
        found = prospect(labels, new_music_s, begun_digest(folder))
        if model is None and not found.obstacle:
            obstacle, remedy = self.tr("No model is in use."), self.tr("Choose one under Models.")
            found = replace(found, obstacle=obstacle, remedy=remedy)
        return found

    def _follow(self) -> None:
        """Count the decisions made since, a moment after the last one."""
        is_quick = self._took_s <= MAX_FOLLOWED_S
        if self.is_followed and is_quick and self._context.session.library is not None:
            self._again.start()

    def _progressed(self, progress: Progress | None) -> None:
        from core.training.time_left import time_left_s

        if progress is None or self._library is None:
            return
        elapsed_s = time.monotonic() - self._began_s
        left_s = time_left_s(self._expected_s, elapsed_s, progress.fraction)
        shown = replace(progress, seconds_left=max(left_s, 1.0))
        self._publish(replace(self.state, progress=shown))

    def _done(self, found: Recommendation) -> None:
        if self._end():
            self.look()
            self.ended.emit(found)

    def _failed(self, error: Exception) -> None:
        if self._end():
            self.look()
            self.ended.emit(error)
        else:
            self._context.show_error(error)

    def _cancelled(self) -> None:
        if self._end() and self.is_followed:
            self._publish(replace(self.look(), stopped=True))

    def _end(self) -> bool:
        """Note that nothing is tried any more; tell whether that was for the open library."""
        self._second.stop()
        library, tried = self._context.session.library, self._library
        self._library = None
        self.state = SystemChoiceState()
        return library is not None and library.path == tried

    def _publish(self, state: SystemChoiceState) -> None:
        self.state = state
        self.changed.emit(state)


class _GivesWay:
    """The JobContext of a job that waits wherever it may while a model is learned."""

    def __init__(self, job: Running, runner: JobRunner) -> None:
        self._job, self._runner = job, runner

    def report(self, done: float, total: float, what: str = "") -> None:
        self._job.report(done, total, what)

    def check(self) -> None:
        self._runner.wait_for_lane(Lane.TRAIN, self._job)
        self._job.check()


def _try_systems(
    labels: Labels,
    model: str,
    load: Callable[[], TaggingModel],
    folder: Path,
    runner: JobRunner,
) -> Callable[[Running], Recommendation]:
    def work(job: Running) -> Recommendation:
        from core.experiments.recommendation import material_of, recommend
        from core.features.cache import open_cache
        from core.systems.song_views import SongViews

        views = SongViews(open_cache(folders().features), load())
        return recommend(material_of(labels, views, model), folder, _GivesWay(job, runner))

    return work
