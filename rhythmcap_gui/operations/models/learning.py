"""Learn from my tags: a snapshot here, fine-tuning in the train lane, a choice at the end.

A model that the library cannot take as it is done (it is away, its disk full) stays a file and is
added as soon as it can be.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from core.errors import RhythmCapError
from core.paths import folders
from rhythmcap_gui.core_text import error_texts, translated
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.library_name import library_name
from rhythmcap_gui.local_paths import shown_path
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.models import library_models
from rhythmcap_gui.operations.models.learning_request import (
    SEED,
    expected_learning_s,
    finetune_request,
    graphics_task,
    parent_loader,
)
from rhythmcap_gui.operations.models.live_along import LiveAlong
from rhythmcap_gui.operations.models.live_learning import LiveLearning
from rhythmcap_gui.operations.models.model_change import Change, find_change, tell_worse
from rhythmcap_gui.view_data import ALL_MODELS, LearnState, Progress

if TYPE_CHECKING:
    from core.graphics.learning import LearningTask
    from core.jobs import JobContext
    from core.library.records import Labels, ModelRow
    from core.library.store import Library
    from core.metrics.metric_records import Estimate
    from core.models.checkpoint import TaggingModel
    from core.training.config import FinetuneRequest
    from core.training.finetune_records import EpochReport, FinetuneResult
    from core.training.keep_live import LiveLayer
    from core.training.loop import OnEpoch

TRY_AGAIN_MS = 5000  # a library that was away: taking a learned model over takes milliseconds


class Learning(QObject):
    """Runs one learning at a time; the parent stays in use until the new model is accepted."""

    changed = Signal(object)  # LearnState

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.live, self.along = LiveLearning(context, self), LiveAlong(context, self)
        self._job_id = 0
        self._parent_id = 0
        self._unregistered: list[tuple[Path, FinetuneResult]] = []  # with the library they are for
        self.state = LearnState(False)
        self._undecided: LearnState | None = None  # a choice that was open as this one began
        self._began_s = self._expected_s = 0.0
        self._second = QTimer(self, interval=1000)  # the time that is left goes down meanwhile
        self._second.timeout.connect(lambda: self._progressed(self.state.progress))
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self.try_again)
        context.has_new_model = lambda: self.state.new is not None and not self.state.decided
        self._library: Path | None = None  # that the state is about
        self._left: dict[Path, LearnState] = {}  # what was shown of other libraries
        context.session.library_changed.connect(self._library_changed)
        context.session.model_changed.connect(self._models_changed)
        context.session.changed.connect(lambda changes: changes.models and self._models_changed())

    def keep_live(self) -> bool:
        """Make a model of what was learned decision by decision; False if that cannot be."""
        layer = self.live.layer()
        return bool(layer) and self.start(layer=layer)

    def start(self, labels: Labels | None = None, *, layer: LiveLayer | None = None) -> bool:
        """Learn from all decisions made so far; False if that cannot be.

        labels: as just read. layer: words as they are, which are only measured and kept.
        """
        from core.training.config import choose_depth

        if self.state.running or self._context.session.model is None:
            return False
        try:
            labels = labels or self._context.library.annotations.labels()
            parent, request, load_parent = self.next_round()
            others = self._parent_id == ALL_MODELS
            elsewhere = graphics_task(self._context, parent, request, labels, with_others=others)
            n_songs = int((labels.states >= 0).any(axis=1).sum())
            reason = translated(choose_depth(request.depth).reason)
        except RhythmCapError as error:
            self._context.show_error(error)
            return False
        self._library = self._context.library.path
        old = self._context.session.model
        self._undecided = self.state if self.state.new and not self.state.decided else None
        self._began_s = time.monotonic()
        self._expected_s = expected_learning_s(self._context.library, parent, n_songs, request)
        begun = Progress(0, 1, seconds_left=self._expected_s)
        self._publish(LearnState(True, n_songs, depth_reason=reason, progress=begun, old=old))
        listeners = Listeners(
            self._done, self._failed, self._cancelled, self._epoch, self._progressed
        )
        title = QCoreApplication.translate("learning", "Learn from my tags")
        device = self._context.session.settings.device
        work = _learn(request, labels, load_parent, layer, (elsewhere, device))
        self._job_id = self._context.runner.start(Lane.TRAIN, title, work, listeners)
        return True

    def next_round(self) -> tuple[ModelRow, FinetuneRequest, Callable[[], TaggingModel]]:
        """Return what would be learned from now: the model to start from, the request, its loader.

        Raises ModelError where the model's file is missing.
        """
        parent = self._parent_row()
        name = self._unused_name(self._context.library.models.list())
        has_sides = self._parent_id == ALL_MODELS
        load_parent = parent_loader(self._context, parent, with_others=has_sides)
        return parent, finetune_request(self._context, parent, name), load_parent

    def _library_changed(self, library: Library | None) -> None:
        """Show what there is of this library; learning that runs for another one goes on."""
        self._again.start(0)
        if library is None or library.path == self._library:
            if library is not None and self.state.library:
                self._publish(replace(self.state, library=""))
            return
        if self.state.running and self._library is not None:
            self._publish(replace(self.state, library=library_name(self._library)))
            return
        if self._library is not None:
            self._left[self._library] = self.state
        self._library, self._undecided = library.path, None
        self._publish(self._state_of(library))

    def _models_changed(self, *_model: object) -> None:
        """End the choice where it was made under Models: the new one is in use, or removed."""
        new, library = self.state.new, self._context.session.library
        if new is None or self.state.decided or library is None or library.path != self._library:
            return
        active = {row.id: row.active for row in library.models.list()}
        if new.id not in active:
            self._publish(LearnState(False))
        elif active[new.id]:
            self._publish(replace(self.state, decided=True))

    def _state_of(self, library: Library) -> LearnState:
        """What was shown of it; of one just opened the choice that an earlier run left open."""
        shown = self._left.pop(library.path, None)
        if shown is not None:
            return shown
        new = library_models.undecided(self._context)
        if new is None:
            return LearnState(False)
        change = self._change(new)
        return LearnState(
            False, old=library.models.active(), new=new, change=change.known,
            comparing=change.follows,
        )  # fmt: skip

    def _change(self, new: ModelRow) -> Change:
        """Return what is known of the new model beside the one in use; more may follow."""
        return find_change(self._context, new, lambda change: self._compared(new, change))

    def _compared(self, new: ModelRow, change: Estimate | None) -> None:
        """Show how the new model compares, and use it where that was waited for."""
        state = self.state
        if state.new is None or state.new.id != new.id or state.decided:
            return
        self._publish(replace(state, change=change, comparing=False, wanted=False))
        if state.wanted and change is not None:
            self.use_new()

    def _end_elsewhere(self) -> bool:
        """Turn to the open library, if what has ended was for another one; tell whether it was."""
        library = self._context.session.library
        if library is None or library.path == self._library:
            return False
        if self._undecided is not None and self._library is not None:
            self._left[self._library] = self._undecided
        self._library, self._undecided = library.path, None
        self._publish(self._state_of(library))
        return True

    def set_parent(self, model_id: int) -> None:
        """Start from this model from now on, while the library has it.

        0: from the one in use; ALL_MODELS: from it, with all others that were not learned here
        beside it.
        """
        self._parent_id = model_id

    def cancel(self) -> None:
        """Stop; nothing has changed."""
        self._context.runner.cancel(self._job_id)

    def use_new(self, *, even_if_worse: bool = False) -> None:
        """Predict with what was just learned; one that is surely worse only where it is wanted.

        While it is being compared with the model in use, that is waited for.
        """
        if self.state.new is None:
            return
        if self.state.comparing:
            self._publish(replace(self.state, wanted=True))
        elif self.state.is_worse and not even_if_worse:
            tell_worse(self._context, self.state.new)
        else:
            library_models.use(self._context, self.state.new.id)
            self._publish(replace(self.state, decided=True))

    def use(self, model_id: int) -> None:
        """Predict with a model of the list; the one just learned has to pass as by its own key."""
        new = self.state.new
        if new is not None and new.id == model_id and not self.state.decided:
            self.use_new()
        else:
            library_models.use(self._context, model_id)

    def keep_old(self) -> None:
        """Go on with the former model; the new one stays in the library."""
        if self.state.new is not None:
            library_models.turn_down(self._context, self.state.new)
        self._publish(replace(self.state, decided=True))

    def _parent_row(self) -> ModelRow:
        rows = {row.id: row for row in self._context.library.models.list()}
        return rows.get(self._parent_id) or self._context.session.model

    def _unused_name(self, models: list[ModelRow]) -> str:
        from core.model_store.registry import next_learned_name

        return next_learned_name(self.tr("my ear · {}"), models, self._waiting_names())

    def _waiting_names(self) -> list[str]:
        """Return the names of learned models that the open library could not take yet."""
        library = self._context.session.library
        return [
            outcome.card.name
            for path, outcome in self._unregistered
            if library is not None and path == library.path
        ]

    def _progressed(self, progress: Progress) -> None:
        from core.training.time_left import time_left_s

        elapsed_s = time.monotonic() - self._began_s
        left_s = time_left_s(self._expected_s, elapsed_s, progress.fraction)
        self._publish(
            replace(self.state, progress=replace(progress, seconds_left=max(left_s, 1.0)))
        )

    def _epoch(self, report: EpochReport) -> None:
        self._publish(replace(self.state, reports=(*self.state.reports, report)))

    def try_again(self) -> None:
        """Add what the open library could not take as it was learned."""
        from core.library.records import Changes

        library = self._context.session.library
        waiting = self._unregistered
        for path, outcome in waiting[:] if library is not None else ():
            if path != library.path:
                continue
            try:
                row = _register(library, outcome)
            except RhythmCapError:  # it was said already
                self._again.start(TRY_AGAIN_MS)
                return
            waiting.remove((path, outcome))
            text = self.tr("“{}” is in the library now, under Models.")
            self._context.session.notify(text.format(row.name), "good")
            if self.state.waiting == outcome.card.name and self.state.new is None:
                self._show_learned(outcome, row)
            else:
                self._publish(self.state)
                self._context.session.apply_changes(Changes(models=True))

    def _done(self, outcome: FinetuneResult) -> None:
        library, learned_for, state = self._context.library, self._library, self.state
        if learned_for is not None and self._end_elsewhere():
            self._left[learned_for] = replace(state, running=False, library="")
            self._unregistered.append((learned_for, outcome))
            text = self.tr("Learned from “{library}”: the new model is there when you open it.")
            self._context.session.notify(text.format(library=library_name(learned_for)), "good")
            return
        try:
            row = _register(library, outcome)
        except RhythmCapError as error:
            self._unregistered.append((library.path, outcome))
            self._again.start(TRY_AGAIN_MS)
            self._publish(replace(self.state, running=False, problem=error_texts(error)[0]))
            self._context.show_error(error)
            self._tell_where(outcome.model_path)
            return
        self._show_learned(outcome, row)

    def _show_learned(self, outcome: FinetuneResult, row: ModelRow) -> None:
        """Show it and offer the choice."""
        from core.library.records import Changes

        change = self._change(row)
        self._publish(LearnState(False, reports=self.state.reports, outcome=outcome,
                                 old=self.state.old, new=row, change=change.known,
                                 comparing=change.follows))  # fmt: skip
        self._context.session.apply_changes(Changes(models=True))

    def _tell_where(self, path: Path) -> None:
        text = self.tr("The model was learned, but the library could not take it over.")
        remedy = self.tr("It is kept in {} and added as soon as the library can be written again. "
                         "After a restart, “rhythmcap doctor --repair” adds it.")  # fmt: skip
        self._context.session.notify(text, "warning", remedy=remedy.format(shown_path(path)))

    def _failed(self, error: Exception) -> None:
        problem = error_texts(error)[0]
        if not self._end_elsewhere():
            self._publish(self._undecided or replace(self.state, running=False, problem=problem))
        self._context.show_error(error)

    def _cancelled(self) -> None:
        if not self._end_elsewhere():
            self._publish(self._undecided or replace(self.state, running=False, cancelled=True))

    def _publish(self, state: LearnState) -> None:
        if state.running != self._second.isActive():
            self._second.start() if state.running else self._second.stop()
        waiting = [] if state.running else self._waiting_names()[-1:]
        self.state = state = replace(state, waiting=waiting[0] if waiting else "")
        self.changed.emit(state)


def _register(library: Library, outcome: FinetuneResult) -> ModelRow:
    """Put a learned model, and which songs it was not shown, into the library, both or none."""
    from core.model_store.registry import register

    with library.database.transaction():
        row = register(library, outcome.card, outcome.model_path, outcome.tag_ids)
        library.evaluation.add_split_sides(outcome.new_sides, SEED)
    return row


def _learn(
    request: FinetuneRequest,
    labels: Labels,
    load_parent: Callable[[], TaggingModel],
    layer: LiveLayer | None,
    elsewhere: tuple[LearningTask | None, str],
) -> Callable[[Running], Any]:
    """Return the work. elsewhere: the task for a graphics card, and the device that is wanted."""

    def work(job: Running) -> FinetuneResult:
        from core.features.cache import open_cache
        from core.graphics.environment import card_environment
        from core.graphics.learning import learn_there
        from core.training.finetune import finetune
        from core.training.keep_live import keep_live

        cache = open_cache(folders().features)
        if layer is not None:
            return keep_live(request, labels, load_parent(), cache, layer, job)

        def here(on_epoch: OnEpoch, job: JobContext) -> FinetuneResult:
            return finetune(request, labels, load_parent(), cache, on_epoch, job)

        task, device = elsewhere
        environment = card_environment(device) if task else None
        if task is None or environment is None:
            return here(job.deliver, job)
        return learn_there(environment, task, here, job.deliver, job)

    return work
