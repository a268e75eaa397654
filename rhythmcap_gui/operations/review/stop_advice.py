"""When a word was asked about often enough, and how fast it goes: worked out after each answer.

What is certain and what is expected is core.sampling.stopping's to say; here its numbers are found.
"""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QTimer, Signal

from core.library.queue_records import Reason
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.question_queue import Answer, QueueKind, SongQueue, StopAdvice, WordOrder

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from core.evaluation.prevalence_records import StrataYield

N_TIMES, LEAST_TIMES = 21, 4  # answers that tell how fast it goes
PAUSE_S = 60.0  # a longer one is a break
CODES = {Answer.FIRST: 1, Answer.SECOND: 0, Answer.UNSURE: -2}


def _key(queue: SongQueue) -> object:
    """Return what stays while the same questions are gone through, also when ranked again."""
    return queue.questions if queue.kept_id is None else (queue.kept_id, len(queue.questions))


class StopAdvisor(QObject):
    """Follows the answers of a queue about one word. changed(StopAdvice or None)."""

    changed = Signal(object)

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._answers: dict[int, Answer] = {}
        self._order: list[int] = []  # indices in the order of their answers
        self._queue_key: object = None
        self._times: deque[float] = deque(maxlen=N_TIMES)
        self._soon = QTimer(self, singleShot=True, timeout=self._advise)

    def follow(self, answers: Mapping[int, Answer]) -> None:
        """Take the answers of the session's queue over; advice comes when nothing else waits."""
        queue = self._context.session.queue
        key = None if queue is None else _key(queue)
        if key is not self._queue_key:
            self._queue_key = key
            self._order = sorted(answers)
            self._times.clear()
        else:
            new = [index for index in answers if index not in self._answers]
            self._order = [i for i in self._order if i in answers and i not in new] + new
            if len(new) == 1:
                self._times.append(time.monotonic())
        self._answers = dict(answers)
        self._soon.start()

    def pace(self) -> float | None:
        """Return answers a minute, breaks left out; None until there are a few."""
        times = np.array(self._times)
        gaps = np.diff(times)
        gaps = gaps[gaps <= PAUSE_S]
        if len(gaps) < LEAST_TIMES or gaps.sum() <= 0:
            return None
        return 60.0 * len(gaps) / float(gaps.sum())

    def _advise(self) -> None:
        session = self._context.session
        queue = session.queue
        asks_word = queue is not None and queue.kind is QueueKind.WORD and bool(queue.questions)
        if not asks_word or session.library is None:
            self.changed.emit(None)
            return
        self.changed.emit(self._advice(queue))

    def _advice(self, queue: SongQueue) -> StopAdvice:
        from core.sampling.stopping import outlook

        given = list(self._answers.values())
        counts = {"n_yes": given.count(Answer.FIRST), "n_no": given.count(Answer.SECOND)}
        strata = self._strata(queue)
        if queue.is_blind or self._context.session.blind:
            return StopAdvice(self.pace(), **counts, strata=strata)
        scores = [queue.questions[index].score for index in self._order]
        known = np.array([np.nan if score is None else score for score in scores], np.float64)
        states = np.array([CODES[self._answers[index]] for index in self._order], np.int8)
        found = outlook(known, states, self._left(queue.questions[0].tag_id))
        n_known, n_found, n_needed = self._found_sample(queue)
        return StopAdvice(
            self.pace(), counts["n_yes"], counts["n_no"], found.n_recent, found.n_wrong,
            found.n_left, found.n_expected, n_known, n_found, n_needed, strata,
        )  # fmt: skip

    def _strata(self, queue: SongQueue) -> StrataYield | None:
        """Return what a review by tenths of the score tells so far; None of any other queue."""
        from core.evaluation.strata_yield import strata_yield

        is_stratified = any(one.reason is Reason.STRATUM for one in queue.questions)
        if queue.kept_id is None or not is_stratified:
            return None
        library = self._context.library
        return strata_yield(library, library.queues.get(queue.kept_id))

    def _left(self, tag_id: int) -> NDArray[np.float64]:
        """Return the scores of all songs not judged on a word; NaN where there is none."""
        library, model = self._context.library, self._context.session.model
        judged = np.array(library.annotations.songs_judged_on([tag_id]), np.int64)
        left = np.setdiff1d(library.songs.all_ids(), judged)
        scores = np.full(len(left), np.nan)
        if model is None:
            return scores
        found = library.search.scores_by_tag(model)
        if tag_id in found.tag_ids and len(found.ids):
            rows = np.minimum(np.searchsorted(found.ids, left), len(found.ids) - 1)
            is_known = found.ids[rows] == left
            column = found.tag_ids.index(tag_id)
            scores[is_known] = found.scores[rows[is_known], column]
        return scores

    def _found_sample(self, queue: SongQueue) -> tuple[int, int, int]:
        """Return how many random songs with the word are known, found by score, and needed.

        Only from the highest score down can it be told which of them the search has come by.
        """
        from core.sampling.stopping import found_sample

        if queue.order is not WordOrder.SCORE:
            return 0, 0, 0
        by_score, random = list[tuple[float, bool]](), list[float]()
        for index, question in enumerate(queue.questions):
            score = np.nan if question.score is None else question.score
            if question.reason is not Reason.RANDOM:
                by_score.append((score, index in self._answers))
            elif self._answers.get(index) is Answer.FIRST:
                random.append(score)
        waiting = max((score for score, is_answered in by_score if not is_answered), default=None)
        done = [score for score, _ in by_score if waiting is None or score > waiting]
        sample = found_sample(np.array(random), min(done, default=np.inf))
        return sample.n_known, sample.n_found, sample.n_needed
