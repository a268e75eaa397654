"""What the words still need before learning: counted when asked for, and followed while shown."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from core.errors import RhythmCapError
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.question_queue import Question, QueueKind, SongQueue

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from core.library.records import Changes, Labels
    from core.training.readiness_records import Readiness

FOLLOW_MS = 400
MAX_FOLLOWED_S = 0.05  # counting that takes longer is not repeated at each decision


class ReadinessCheck(QObject):
    """Counts for the view; remembers which words the user has let go without."""

    changed = Signal(object)  # Readiness | None

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.shown: Readiness | None = None
        self._let_go: frozenset[int] = frozenset()
        self._began_s = self._took_s = 0.0
        self._again = QTimer(self, singleShot=True, interval=FOLLOW_MS)
        self._again.timeout.connect(self.show)
        context.session.changed.connect(self._follow)
        context.session.library_changed.connect(lambda _library: self._forget())

    def look(self) -> Labels | None:
        """Count, and show it where a word cannot be learned that the user has not let go yet.

        The labels where there is no such word: reading those of very many songs takes its time.
        """
        labels = self._labels()
        found = self._count(labels)
        if found is None or found.not_ready <= self._let_go:
            return labels
        self._publish(found)
        return None

    def show(self) -> None:
        """Count, and show it."""
        self._publish(self._count(self._labels()))

    def _publish(self, found: Readiness | None) -> None:
        self.shown = found
        self.changed.emit(found)

    def close(self) -> None:
        """Show it no more; the words that are not ready are let go."""
        self._again.stop()
        if self.shown is not None:
            self._let_go |= self.shown.not_ready
        self.shown = None
        self.changed.emit(None)

    def queue(self, tag_id: int) -> SongQueue | None:
        """Return the songs that would help a word, to be judged on it one after another.

        None, and a message, if there is none.
        """
        from core.training.readiness import songs_to_judge

        context, labels = self._context, self._labels()
        found = self.shown or self._count(labels)
        words = found.words if found is not None else ()
        word = next((word for word in words if word.tag_id == tag_id), None)
        if labels is None or word is None:
            return None
        missing = set(context.library.search.ids("missing").tolist())
        scores = self._scores(labels, tag_id)
        chosen = songs_to_judge(labels, word, scores, seed=tag_id)
        song_ids = tuple(song_id for song_id in chosen if song_id not in missing)
        if not song_ids:
            text = _tr("Every song that can be played is judged on “{tag}”.")
            context.session.notify(text.format(tag=word.name))
            return None
        known = {} if scores is None else dict(zip(labels.song_ids.tolist(), scores, strict=True))
        questions = tuple(
            Question(song_id, tag_id, score=_known(known.get(song_id))) for song_id in song_ids
        )
        return SongQueue(QueueKind.WORD, questions, word.name)

    def set_weak_no(self, tag_id: int, on: bool) -> None:
        """Let songs not judged on a word count a little as no when it is learned, or not."""
        from core.library.edits.edits import SetWeakNo

        if not edit_runner.apply(self._context, SetWeakNo(tag_id, on)):
            self.show()  # the tick was set already

    def _labels(self) -> Labels | None:
        self._began_s = time.perf_counter()
        if self._context.session.library is None:
            return None
        try:
            return self._context.library.annotations.labels()
        except RhythmCapError as error:
            self._context.show_error(error)
            return None

    def _count(self, labels: Labels | None) -> Readiness | None:
        from core.training.readiness import readiness

        if labels is None:
            return None
        found = readiness(labels, self._context.library.annotations.pairs_judged_on_parts())
        self._took_s = time.perf_counter() - self._began_s
        return found

    def _scores(self, labels: Labels, tag_id: int) -> NDArray[np.float32] | None:
        """Return the active model's scores of the songs of the labels; None: not a word of its."""
        session, library = self._context.session, self._context.library
        columns = [i for i, known in enumerate(session.model_tags) if known == tag_id]
        if session.model is None or not columns:
            return None
        ids, matrix = library.predictions.matrix(session.model.id)
        if not len(ids):
            return None
        found = np.full(len(labels.song_ids), np.nan, np.float32)
        rows = np.clip(np.searchsorted(ids, labels.song_ids), 0, len(ids) - 1)
        known = ids[rows] == labels.song_ids
        found[known] = matrix[rows[known]][:, columns].max(axis=1)
        return found

    def _follow(self, changes: Changes) -> None:
        if self.shown is None or self._took_s > MAX_FOLLOWED_S:
            return
        if changes.tags or changes.codebook or changes.library:
            self._again.start()

    def _forget(self) -> None:
        self._let_go = frozenset()
        if self.shown is not None:
            self.shown = None
            self.changed.emit(None)


def _known(score: np.float32 | None) -> float | None:
    return None if score is None or np.isnan(score) else float(score)


def _tr(text: str) -> str:
    return QCoreApplication.translate("readiness", text)
