"""A kept queue under way is ranked again in the background, as the ear teaches and scores change.

What core.sampling.rerank leaves alone stays as it is, and so does the next question: its sound is
ready. The job reads through a connection of its own, with the live scores of the moment.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QObject

from core.errors import LibraryError
from core.library.queue_records import NewItem
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.review.queue_reader import QueueReader
from rhythmcap_gui.question_queue import QueueKind, SongQueue, WordOrder

log = logging.getLogger(__name__)

RANK_AFTER = 5  # answers
FIXED_ORDERS = (WordOrder.SCORE, WordOrder.STRATA)  # what they tell rests on their first scores


class RankedAgain(QObject):
    """One a window. Ranks again once there are new scores and a few answers, or another model."""

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._kept_id: int | None = None
        self._answers: Mapping[int, object] = {}
        self._n_ranked = 0  # answers when it was ranked last
        self._model_id: int | None = None  # whose scores it was ranked by
        self._has_scores = self._is_running = False
        context.session.scores_changed.connect(self._follow_scores)

    def follow(self, answers: Mapping[int, object]) -> None:
        """Take the answers of the session's queue over."""
        session = self._context.session
        kept_id = None if session.queue is None else session.queue.kept_id
        self._answers = answers
        if kept_id != self._kept_id:
            self._kept_id, self._n_ranked = kept_id, len(answers)
            self._model_id = None if session.model is None else session.model.id
            self._has_scores = False
        self._n_ranked = min(self._n_ranked, len(answers))  # some were taken back
        self._rank_if_due()

    def _follow_scores(self) -> None:
        self._has_scores = True
        self._rank_if_due()

    def _rank_if_due(self) -> None:
        session, runner = self._context.session, self._context.runner
        queue, model = session.queue, session.model
        if queue is None or queue.kept_id is None or queue.question is None or model is None:
            return
        if not self._has_scores or self._is_running or queue.order in FIXED_ORDERS:
            return
        is_other = model.id != self._model_id and not runner.busy(Lane.LIBRARY)
        if is_other or len(self._answers) - self._n_ranked >= RANK_AFTER:
            self._rank(queue, queue.kept_id, model.id)

    def _rank(self, queue: SongQueue, kept_id: int, model_id: int) -> None:
        context, next_index = self._context, self._next_open(queue)
        self._n_ranked, self._model_id, self._has_scores = len(self._answers), model_id, False
        after = queue.questions[next_index].position
        reader = QueueReader.of(context)

        def work(job: Running) -> tuple[NewItem, ...]:
            from core.sampling.library_queue import rank_again

            with reader.open() as library:
                kept, items = library.queues.get(kept_id), library.queues.items(kept_id)
                index = reader.index(library, job) if queue.kind is QueueKind.SONGS else None
                return rank_again(library, kept, items, after, index)

        def done(chosen: tuple[NewItem, ...]) -> None:
            self._is_running = False
            self._take(kept_id, chosen)

        def ended(error: Exception | None = None) -> None:
            self._is_running = False  # nobody waits for it: the queue stays as it was
            if error is not None:
                log.warning("a queue was not ranked again: %s", error)

        self._is_running = True
        listeners = Listeners(done=done, failed=ended, cancelled=ended)
        context.runner.start(Lane.UPKEEP, _tr("Rank what waits again"), work, listeners)

    def _take(self, kept_id: int, chosen: tuple[NewItem, ...]) -> None:
        """Put what was chosen where songs wait by now, in the library and in the window."""
        from core.sampling.rerank import fill_again, spare_positions

        context, queue = self._context, self._context.session.queue
        if queue is None or queue.kept_id != kept_id or queue.question is None:
            return
        queues = context.library.queues
        after = queue.questions[self._next_open(queue)].position
        try:
            kept, items = queues.get(kept_id), queues.items(kept_id)
            spare = spare_positions(kept, items)
            changed = fill_again(items, chosen, after, spare)
            if not changed:
                return
            queues.rank_again(kept_id, changed, spare)
        except LibraryError as error:
            context.show_error(error)
            return
        questions = tuple(
            question
            if (new := changed.get(question.position)) is None
            else replace(question, song_id=new.song_id, reason=new.reason, score=new.score)
            for question in queue.questions
        )
        context.session.set_queue(replace(queue, questions=questions))

    def _next_open(self, queue: SongQueue) -> int:
        """Return the question after the one that is shown, else that one: its sound is ready."""
        last = len(queue.questions)
        found = (i for i in range(queue.index + 1, last) if i not in self._answers)
        return next(found, queue.index)


def _tr(text: str) -> str:
    return QCoreApplication.translate("ranked_again", text)
