"""Songs that a queue brings back unannounced: what was said of them first is kept out of sight.

Of a word until it is answered; of a whole song until one goes on. Then it is told.
"""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject

from core.library.queue_records import Reason
from core.library.records import Changes
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.question_queue import QueueKind, SongQueue


class HeardAgain(QObject):
    """Covers first decisions in the session, for all views, as the session's queue is answered."""

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._kept_id: int | None = None
        self._answers: Collection[int] = ()
        self._told: set[int] = set()  # whole songs that were answered, and left or told

    def follow(self, answers: Collection[int]) -> None:
        """Cover what is still to be heard again, and no more."""
        session = self._context.session
        queue, self._answers = session.queue, answers
        kept_id = None if queue is None else queue.kept_id
        if kept_id != self._kept_id:
            self._kept_id, self._told = kept_id, set()
        covered = {} if queue is None else self._covered(queue)
        former = session.covered
        if covered == former:
            return
        songs = {song for song in {**former, **covered} if former.get(song) != covered.get(song)}
        tags = [tags for one in (former, covered) for song, tags in one.items() if song in songs]
        session.covered = covered
        if session.library is not None:
            changes = Changes(songs=frozenset(songs), tags=frozenset().union(*tags))
            session.apply_changes(changes)

    def tell(self) -> bool:
        """Tell what was first said of the whole song that is shown; False where it is no secret."""
        session = self._context.session
        queue = session.queue
        question = None if queue is None else queue.question
        if queue is None or question is None or queue.index not in self._answers:
            return False
        if question.song_id not in session.covered:
            return False
        self._told.add(question.song_id)
        self.follow(self._answers)
        session.queue_changed.emit(queue)
        return True

    def _covered(self, queue: SongQueue) -> dict[int, frozenset[int]]:
        waiting = set[int]()
        for index, one in enumerate(queue.questions):
            if one.reason is not Reason.AGAIN:
                continue
            is_answered = index in self._answers
            if queue.kind is QueueKind.SONGS and is_answered and index != queue.index:
                self._told.add(one.song_id)
            is_told = is_answered and (queue.kind is QueueKind.WORD or one.song_id in self._told)
            if not is_told:
                waiting.add(one.song_id)
        if not waiting or queue.kept_id is None:
            return {}
        first = self._context.library.queues.first_decided(queue.kept_id)
        return {song_id: tags for song_id, tags in first.items() if song_id in waiting}
