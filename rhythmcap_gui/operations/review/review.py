"""One question at a time: opened, answered, stepped over, taken back by undo.

What was answered is read from the library, so that undo, redo and chords count, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import compress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from rhythmcap_gui import key_names
from rhythmcap_gui.job_runner import Job, Lane
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.listening import playback
from rhythmcap_gui.operations.models import predicting
from rhythmcap_gui.operations.review import questions
from rhythmcap_gui.operations.shell import preferences
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.operations.tags import tagging
from rhythmcap_gui.question_queue import Answer, Question, QueueKind, SongQueue, WordOrder
from rhythmcap_gui.view_data import LearnState

if TYPE_CHECKING:
    from core.library.edits.edits import Edit
    from core.library.records import Changes, ModelRow, Song, State


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
        self._former: dict[int, int] = {}  # model id -> the one it was compared with as it learned
        self._expected: int | None = None  # the model whose flips are to be offered
        self._soon = QTimer(self, singleShot=True, timeout=self._offer_unless_listening)
        session = context.session
        session.queue_changed.connect(self._on_queue)
        session.changed.connect(self._on_changed)
        session.model_changed.connect(self._on_model)
        session.song_opened.connect(self._on_song)
        session.predictions_ready.connect(lambda _found: self._prepare_next())
        session.library_changed.connect(lambda _library: self._forget())
        context.runner.ended.connect(self._on_job)

    # -- beginning and leaving ----------------------------------------------------------------

    def begin_disputes(self) -> None:
        """Ask about the decisions that the model contradicts."""
        self.begin(questions.disputes(self._context))

    def begin_flips(self) -> None:
        """Ask about what the model in use says otherwise than the one before it."""
        self.begin(questions.flips(self._context, self._former_id()))

    def begin_word(self, tag_id: int) -> None:
        """Ask about one word, song by song."""
        self.begin(questions.word(self._context, tag_id))

    def begin(self, queue: SongQueue) -> None:
        """Show a queue, and open its first song."""
        model = self._context.session.model
        self._model_id = None if model is None else model.id
        self._context.session.set_queue(queue)
        self._show()

    def leave(self) -> None:
        """Go back to all songs; the loop of the question ends."""
        queue = self._context.session.queue
        if queue is not None and queue.questions:
            playback.set_loop(self._context, None)
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
        done = tuple(one for i, one in enumerate(queue.questions) if i in self.answers)
        left = questions.word(self._context, queue.questions[0].tag_id)
        merged = replace(left, questions=(*done, *left.questions), index=len(done))
        self.begin(merged)

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
        edits = self._edits(queue.kind, question, answer)
        edit_runner.apply(self._context, *edits, label=edits[0].title(self._context.library))
        if self.answers.get(queue.index) is not answer:
            return False  # the library could not be written, and that was shown
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
        self._go_to(min(max(0, queue.index + by), len(queue.questions)))

    def _edits(self, kind: QueueKind, question: Question, answer: Answer) -> list[Edit]:
        from core.library.edits.edits import Judge, SettleDisagreement
        from core.library.records import DecisionSource

        song_id, tag_id = question.song_id, question.tag_id
        state = _state_of(kind, question, answer)
        made = tagging.decision_context_of(self._context, tag_id, DecisionSource.EAR)
        judged = Judge(song_id, tag_id, state, made)
        model = self._context.library.models.active()  # also where its file has gone meanwhile
        if kind is not QueueKind.DISPUTES or model is None:
            return [judged]
        facts = (song_id, tag_id, model.id, question.score or 0.0)
        settled = SettleDisagreement(*facts, _verdict_of(answer))
        decision = self._context.session.states().get(tag_id)
        stands = decision is not None and decision.state is state
        if stands and decision.source is not DecisionSource.REST:  # keeping a rest is a decision
            return [settled]
        return [judged, settled]

    def _next_open(self, index: int) -> int:
        """Return the next question without an answer, else the end."""
        last = len(self._questions)
        return next((i for i in range(index + 1, last) if i not in self.answers), last)

    def _go_to(self, index: int) -> None:
        queue = self._context.session.queue
        if queue is not None and index != queue.index:
            self._context.session.set_queue(replace(queue, index=index))
            self._show()

    def _show(self) -> None:
        """Open the song of the question that is shown, and have it played."""
        session, question = self._context.session, self.question
        if question is None:
            if session.queue is not None and session.queue.questions:
                playback.set_loop(self._context, None)
            return
        is_open = session.song is not None and session.song.id == question.song_id
        if not is_open or session.selection != (question.song_id,):
            navigation.open_song(self._context, question.song_id, play=True)
        self.opened.emit(question.tag_id)

    # -- following ----------------------------------------------------------------------------

    def _on_queue(self, queue: SongQueue | None) -> None:
        shown = () if queue is None else queue.questions
        if shown is not self._questions:
            self._questions = shown
            self.answers = self._read_answers()
        self.answered.emit(self.answers)

    def _on_changed(self, changes: Changes) -> None:
        """Read the answers again; one that was taken back by undo is asked for again."""
        if changes.library or changes.codebook:
            self._drop_gone()
        queue = self._context.session.queue
        if queue is None or not queue.questions or changes.songs.isdisjoint(queue.song_ids):
            return
        before, self.answers = self.answers, self._read_answers()
        self.answered.emit(self.answers)
        taken_back = sorted(index for index in before if index not in self.answers)
        if taken_back:
            self._go_to(taken_back[0])

    def _drop_gone(self) -> None:
        """Ask no more about songs that were removed and words that are no longer in use."""
        session = self._context.session
        queue, library = session.queue, session.library
        if queue is None or library is None or not queue.questions:
            return
        songs = set(library.songs.all_ids().tolist())
        tags = {tag.id for tag in library.codebook.tags()}
        stay = [one.song_id in songs and one.tag_id in tags for one in queue.questions]
        if all(stay):
            return
        left = tuple(compress(queue.questions, stay))
        index = sum(stay[: queue.index])
        session.set_queue(replace(queue, questions=left, index=index) if left else None)
        self._show()

    def _on_model(self, model: ModelRow | None) -> None:
        """What was asked about another model's scores is over."""
        queue = self._context.session.queue
        is_over = queue is not None and queue.kind is not QueueKind.WORD and queue.questions
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
            self.opened.emit(queue.questions[index].tag_id)

    def _read_answers(self) -> dict[int, Answer]:
        session, queue = self._context.session, self._context.session.queue
        if session.library is None or queue is None or not queue.questions:
            return {}
        states: dict[int, dict[int, State]] = {}
        by_tag: dict[int, list[int]] = {}
        for question in queue.questions:
            by_tag.setdefault(question.tag_id, []).append(question.song_id)
        for tag_id, songs in by_tag.items():
            states[tag_id] = _states(self._context, songs, tag_id)
        is_dispute = queue.kind is QueueKind.DISPUTES
        kept = session.library.search.kept_decisions() if is_dispute else set()
        found = {}
        for index, question in enumerate(queue.questions):
            state = states[question.tag_id].get(question.song_id)
            is_kept = (question.song_id, question.tag_id) in kept
            if (answer := _answer_of(queue.kind, question, state, is_kept)) is not None:
                found[index] = answer
        return found

    def _prepare_next(self) -> None:
        """Have the model listen to the next question's song, so that it is there at once."""
        queue = self._context.session.queue
        if queue is None or queue.question is None:
            return
        index = self._next_open(queue.index)
        if index == len(queue.questions):
            return
        song = self._context.library.songs.get(queue.questions[index].song_id)
        if song is not None and not navigation.is_changed(self._context, song):
            predicting.prepare(self._context, song)

    # -- what a new model says otherwise ------------------------------------------------------

    def follow_learning(self, state: LearnState) -> None:
        """Offer what changed the new model's mind, once it is used and has listened to all."""
        model = self._context.session.model
        if not (state.decided and state.new and state.old) or model is None:
            return
        if model.id == state.new.id and model.id not in self._former:
            self._former[model.id] = state.old.id
            self._expected = model.id
            self._soon.start()

    def _offer_unless_listening(self) -> None:
        """Listening to all begins once the model is in use, after all were told that it is."""
        if self._expected is not None and not self._context.runner.busy(Lane.LIBRARY):
            self._offer_flips()

    def _former_id(self) -> int | None:
        model = self._context.session.model
        return None if model is None else self._former.get(model.id, model.parent_id)

    def _on_job(self, job: Job, outcome: str) -> None:
        if job.lane is Lane.LIBRARY and outcome == "done" and self._expected is not None:
            self._offer_flips()

    def _offer_flips(self) -> None:
        """Ask whether to go through them; a queue that is open is not disturbed."""
        expected, self._expected = self._expected, None
        session = self._context.session
        if session.library is None or session.model is None or session.model.id != expected:
            return
        if session.blind:  # it can be begun later
            return
        found = questions.flips(self._context, self._former_id())
        if not found.questions:
            session.notify(" ".join(part for part in (found.message, found.remedy) if part))
            return
        template = self.tr(
            "“{new}” changed its mind about {n:# tag|# tags} in {songs:# song|# songs}."
        )
        values = {"n": len(found.questions) + found.n_more, "songs": len(found.song_ids)}
        text = counted(template, new=found.name, **values)
        key = key_names.key_of("review.flips")
        later = self.tr("Later: Model ▸ What changed its mind ({key}).").format(key=key)
        if session.queue is not None:
            session.notify(f"{text} {later}")
            return
        remedy = " ".join(part for part in (found.remedy, later) if part)
        offer = replace(found, questions=(), message=text, remedy=remedy, offer=True)
        session.set_queue(offer)

    def _forget(self) -> None:
        self._former, self._expected = {}, None


def _state_of(kind: QueueKind, question: Question, answer: Answer) -> State:
    """Return the decision that an answer makes."""
    from core.library.records import State

    if answer is Answer.UNSURE:
        return State.UNSURE
    if kind is QueueKind.WORD:
        return State.YES if answer is Answer.FIRST else State.NO
    other = State.NO if question.state is State.YES else State.YES
    first = question.state or State.YES
    return first if answer is Answer.FIRST else other


def _answer_of(
    kind: QueueKind, question: Question, state: State | None, is_kept: bool
) -> Answer | None:
    """Return the answer that a decision stands for; None while there is none."""
    from core.library.records import State

    if state is State.UNSURE:
        return Answer.UNSURE
    if kind is QueueKind.WORD:
        answers = {State.YES: Answer.FIRST, State.NO: Answer.SECOND}
        return None if state is None else answers[state]
    if kind is QueueKind.FLIPS and state is None:
        return None
    if state is question.state:
        return Answer.FIRST if is_kept or kind is QueueKind.FLIPS else None
    return Answer.SECOND


def _verdict_of(answer: Answer) -> object:
    from core.library.review_records import Verdict

    verdicts = {Answer.FIRST: Verdict.WRONG, Answer.SECOND: Verdict.RIGHT}
    return verdicts.get(answer, Verdict.UNCLEAR)


def _states(context: AppContext, song_ids: Sequence[int], tag_id: int) -> dict[int, State]:
    from core.library.records import State

    rows = context.library.annotations.rows_by_song(song_ids, tag_id)
    return {song_id: State(row["state"]) for song_id, row in rows.items()}
