"""One question at a time: opened, answered, stepped over, taken back by undo.

What was answered is read from the library, so that undo, redo and chords count, too.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import compress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from rhythmcap_gui.job_runner import Listeners
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.listening import playback
from rhythmcap_gui.operations.review import answers, kept_queues, questions
from rhythmcap_gui.operations.review.flip_offers import FlipOffers
from rhythmcap_gui.operations.review.heard_again import HeardAgain
from rhythmcap_gui.operations.review.next_song import NextSong
from rhythmcap_gui.operations.review.ranked_again import RankedAgain
from rhythmcap_gui.operations.review.stop_advice import StopAdvisor
from rhythmcap_gui.operations.shell import preferences
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.question_queue import (
    WHOLE_SONG,
    Answer,
    Question,
    QueueKind,
    SongQueue,
    WordOrder,
)

if TYPE_CHECKING:
    from core.library.records import Changes, ModelRow, Song
    from core.library.store import Library
    from core.sampling.library_queue import Proposal


class Review(QObject):
    """Leads through the session's queue. opened(tag id): a question is shown, its song is open."""

    opened = Signal(int)
    answered = Signal(object)  # index -> Answer, of all questions that have one

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.answers: dict[int, Answer] = {}
        self._questions: tuple[Question, ...] = ()
        self._model_id: int | None = None  # whose scores the questions are about
        self._is_dropped = False  # a kept queue waits for its word, or for its annotator
        self.flip_offers = FlipOffers(context, self)
        self.stop_advisor = StopAdvisor(context, self)
        self.heard_again = HeardAgain(context, self)
        self._next_song = NextSong(context)
        self.answered.connect(self.heard_again.follow)
        self.ranked_again = RankedAgain(context, self)
        self.answered.connect(self.stop_advisor.follow)
        self.answered.connect(self.ranked_again.follow)
        session = context.session
        session.queue_changed.connect(self._on_queue)
        session.changed.connect(self._on_changed)
        session.model_changed.connect(self._on_model)
        session.song_opened.connect(self._on_song)
        session.predictions_ready.connect(lambda _found: self._prepare_next())
        self._soon = QTimer(self, singleShot=True, timeout=self.resume)  # once its model is there
        session.library_changed.connect(lambda _library: self._soon.start())

    # -- beginning and leaving ----------------------------------------------------------------

    def begin_disputes(self) -> None:
        """Ask about the decisions that the model contradicts."""
        self.begin(questions.disputes(self._context))

    def begin_flips(self) -> None:
        """Ask about what the model in use says otherwise than the one before it."""
        self.begin(questions.flips(self._context, self.flip_offers.former_id()))

    def begin_songs(self) -> None:
        """Choose whole songs to judge next, and ask about them one by one."""
        context = self._context
        waiting = SongQueue(QueueKind.SONGS, message=self.tr("Choosing what to judge next …"))
        context.session.set_queue(waiting)

        def done(proposal: Proposal) -> None:
            if context.session.queue is waiting:
                new, items = proposal
                self.begin(
                    kept_queues.keep(context, new, items) if items else questions.all_judged()
                )

        def failed(error: Exception) -> None:
            if context.session.queue is waiting:
                context.session.set_queue(None)
            context.show_error(error)

        kept_queues.choose_songs(context, Listeners(done=done, failed=failed))

    def begin_word(self, tag_id: int) -> None:
        """Ask about one word, song by song: of all songs, a search, or a selection."""
        self.begin(questions.word(self._context, tag_id))

    def begin(self, queue: SongQueue, *, play: bool = True) -> None:
        """Show a queue, and open its song."""
        model = self._context.session.model
        self._model_id = None if model is None else model.id
        self._context.session.set_queue(queue)
        self._note_position()
        self._show(play=play)

    def resume(self) -> None:
        """Show the queue that the library keeps open, where it was left; nothing is played."""
        self._is_dropped = False
        queue = kept_queues.resume(self._context)
        if queue is not None and self._context.session.queue is None:
            self.begin(queue, play=False)

    def leave(self) -> None:
        """Go back to all songs; the loop of the question ends, and so does a kept queue."""
        queue = self._context.session.queue
        if queue is not None and queue.questions:
            playback.set_loop(self._context, None)
        if queue is not None and (kept_id := queue.kept_id) is not None:
            kept_queues.follow(self._context, lambda: self._context.library.queues.close(kept_id))
        self._context.session.set_queue(None)

    def begin_again(self) -> None:
        """Ask the questions that were passed over once more."""
        queue = self._context.session.queue
        if queue is None:
            return
        open_ones = [one for i, one in enumerate(queue.questions) if i not in self.answers]
        if open_ones:
            kept = replace(queue, index=0, skipped=frozenset(), n_more=0)
            self.begin(replace(kept, questions=tuple(open_ones)))

    def set_order(self, order: WordOrder) -> None:
        """Ask what is left of a word in another order, and remember it for the next word."""
        preferences.change(self._context, word_order=order.value)
        queue = self._context.session.queue
        if queue is None or queue.order in (None, order) or not queue.questions:
            return
        if queue.kept_id is not None:
            self.begin_word(queue.questions[0].tag_id)
            return
        done = tuple(one for i, one in enumerate(queue.questions) if i in self.answers)
        left = questions.word(self._context, queue.questions[0].tag_id)
        merged = replace(left, questions=(*done, *left.questions), index=len(done))
        self.begin(merged)

    def set_blind(self, blind: bool) -> None:
        """Cover guesses until the answer from now on, or show them at once; kept for all queues."""
        preferences.change(self._context, queue_blind=blind)
        queue = self._context.session.queue
        if queue is not None and queue.is_blind != blind:
            self._context.session.set_queue(replace(queue, is_blind=blind))
            self._cover(self._context.session.queue)

    # -- answering ----------------------------------------------------------------------------

    @property
    def question(self) -> Question | None:
        """The question that is shown."""
        queue = self._context.session.queue
        return None if queue is None else queue.question

    def answer(self, answer: Answer) -> bool:
        """Answer the question that is shown, and go on.

        An offer is taken by the first answer, and at the end the questions passed over are asked
        again by it. False, and a message, where the question's song is not the open one.
        """
        session = self._context.session
        queue, question, song = session.queue, self.question, session.song
        if queue is not None and queue.offer and answer is Answer.FIRST:
            self.begin_flips()
            return True
        if queue is None or question is None:
            if answer is Answer.FIRST:
                self.begin_again()
            return False
        if song is None or song.id != question.song_id or session.selection != (song.id,):
            session.notify(self.tr("Open one song of the list first."))
            return False
        if queue.kind is QueueKind.SONGS:
            if not self.heard_again.tell():
                self.step(1)
            return True
        if queue.is_blind and session.revealed and self.answers.get(queue.index) is answer:
            self._go_to(self._next_open(queue.index))  # the same key again: seen, go on
            return True
        edits = answers.edits(self._context, queue.kind, question, answer)
        edit_runner.apply(self._context, *edits, label=edits[0].title(self._context.library))
        if self.answers.get(queue.index) is not answer:
            return False  # the library could not be written, and that was shown
        if queue.is_blind and question.tag_id in session.model_tags:
            session.reveal()
        else:
            self._go_to(self._next_open(queue.index))
        return True

    def step(self, by: int) -> None:
        """Go to the next question without an answer to this one, or back."""
        queue = self._context.session.queue
        if queue is None or not queue.questions:
            return
        if by > 0 and queue.index not in self.answers and queue.question is not None:
            skipped = queue.skipped | {queue.index}
            self._context.session.set_queue(replace(queue, skipped=skipped))
            kept_id, position = queue.kept_id, queue.question.position
            if kept_id is not None:
                queues = self._context.library.queues
                kept_queues.follow(self._context, lambda: queues.skip(kept_id, position))
        self._go_to(min(max(0, queue.index + by), len(queue.questions)))

    def _next_open(self, index: int) -> int:
        """Return the next question without an answer, else the end."""
        last = len(self._questions)
        return next((i for i in range(index + 1, last) if i not in self.answers), last)

    def _go_to(self, index: int) -> None:
        queue = self._context.session.queue
        if queue is not None and index != queue.index:
            self._context.session.set_queue(replace(queue, index=index))
            self._note_position()
            self._show()

    def _note_position(self) -> None:
        """Remember in the library where one is, and which songs were shown."""
        queue = self._context.session.queue
        if queue is None or queue.kept_id is None or self._context.library.read_only:
            return
        kept_id, question, last = queue.kept_id, queue.question, queue.questions[-1:]
        end = last[0].position + 1 if last else 0
        position = end if question is None else question.position
        queues = self._context.library.queues
        kept_queues.follow(self._context, lambda: queues.go_to(kept_id, position))

    def _show(self, *, play: bool = True) -> None:
        """Open the song of the question that is shown, and have it played."""
        session, question = self._context.session, self.question
        if question is None:
            if session.queue is not None and session.queue.questions:
                playback.set_loop(self._context, None)
            return
        is_open = session.song is not None and session.song.id == question.song_id
        if not is_open or session.selection != (question.song_id,):
            begin = self._next_song.begin_of(question)
            navigation.open_song(self._context, question.song_id, play=play, begin=begin)
        if session.model is None:
            self._prepare_next()
        if question.tag_id != WHOLE_SONG:
            self.opened.emit(question.tag_id)

    # -- following ----------------------------------------------------------------------------

    def _on_queue(self, queue: SongQueue | None) -> None:
        shown = () if queue is None else queue.questions
        if shown is not self._questions:
            self._questions = shown
            self.answers = answers.read(self._context)
            self._cover(queue)
        self.answered.emit(self.answers)

    def _cover(self, queue: SongQueue | None) -> None:
        """Cover guesses while a blind queue is asked, and have them as they were after it."""
        session = self._context.session
        is_blind = session.settings.blind or (queue is not None and queue.is_blind)
        if session.closed or is_blind != session.blind:  # closed, both look alike
            session.set_blind(is_blind)

    def _on_changed(self, changes: Changes) -> None:
        """Read the answers again; one that was taken back by undo is asked for again."""
        if changes.library or changes.codebook:
            self._drop_gone()
        queue = self._context.session.queue
        if queue is None or not queue.questions or changes.songs.isdisjoint(queue.song_ids):
            return
        before, self.answers = self.answers, answers.read(self._context)
        self.answered.emit(self.answers)
        taken_back = sorted(index for index in before if index not in self.answers)
        if taken_back:
            self._go_to(taken_back[0])

    def _drop_gone(self) -> None:
        """Ask no more about songs that were removed and words that are no longer in use.

        A kept queue is read anew: by undo they return to it, and a merged word goes on as another.
        It is one annotator's: of another one it waits.
        """
        session = self._context.session
        queue, library = session.queue, session.library
        if queue is None and library is not None and self._is_dropped:
            if kept_queues.can_go_on(self._context):
                self.resume()
            return
        if queue is None or library is None or not queue.questions:
            return
        if queue.kept_id is None:
            left = _still_there(library, queue)
        else:
            left = kept_queues.read_again(self._context, queue)
            self._is_dropped = left is None
        if left != queue:
            session.set_queue(left)
            self._show()
        if self._is_dropped and kept_queues.can_go_on(self._context):
            self.resume()  # another annotator decides now, and has a queue, too

    def _on_model(self, model: ModelRow | None) -> None:
        """What was asked about another model's scores is over."""
        queue = self._context.session.queue
        kept = (QueueKind.WORD, QueueKind.SONGS, QueueKind.REDEFINED)
        is_over = queue is not None and queue.kind not in kept and queue.questions
        if is_over and model is not None and model.id != self._model_id:
            self.leave()

    def _on_song(self, song: Song | None) -> None:
        """Follow to a question of the song that was opened in the list."""
        queue, question = self._context.session.queue, self.question
        if queue is None or song is None or not queue.questions:
            return
        if question is not None and question.song_id == song.id:
            return
        of_song = [i for i, one in enumerate(queue.questions) if one.song_id == song.id]
        if of_song:
            index = next((i for i in of_song if i not in self.answers), of_song[0])
            self._context.session.set_queue(replace(queue, index=index))
            self._note_position()
            if queue.questions[index].tag_id != WHOLE_SONG:
                self.opened.emit(queue.questions[index].tag_id)

    def _prepare_next(self) -> None:
        """Have the model listen to the next question's song, so that it is there at once."""
        queue = self._context.session.queue
        if queue is None or queue.question is None:
            return
        for question in queue.questions[self._next_open(queue.index) :][:1]:
            self._next_song.prepare(question)


def _still_there(library: Library, queue: SongQueue) -> SongQueue | None:
    """Leave out questions about songs and words that are not there; None where none is left."""
    songs = set(library.songs.all_ids().tolist())
    tags = {tag.id for tag in library.codebook.tags()}
    tags.add(WHOLE_SONG)
    stay = [one.song_id in songs and one.tag_id in tags for one in queue.questions]
    if all(stay):
        return queue
    left = tuple(compress(queue.questions, stay))
    return replace(queue, questions=left, index=sum(stay[: queue.index])) if left else None
