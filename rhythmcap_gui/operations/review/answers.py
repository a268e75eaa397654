"""What answers to questions change in the library, and which answers stand there.

Read from the library each time, so that undo, redo and chords count, too.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from core.library.queue_records import Reason
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.review import redefined
from rhythmcap_gui.operations.tags import tagging
from rhythmcap_gui.question_queue import Answer, Question, QueueKind, SongQueue

if TYPE_CHECKING:
    from core.library.edits.edits import Edit
    from core.library.records import State


def edits(context: AppContext, kind: QueueKind, question: Question, answer: Answer) -> list[Edit]:
    """Return what an answer changes in the library."""
    from core.library.edits.edits import Judge, JudgeAgain, SettleDisagreement
    from core.library.records import DecisionSource

    song_id, tag_id = question.song_id, question.tag_id
    state = _state_of(kind, question, answer)
    made = tagging.decision_context_of(context, tag_id, DecisionSource.EAR)
    if question.reason is Reason.AGAIN:
        return [JudgeAgain(song_id, tag_id, state, made)]
    judged = Judge(song_id, tag_id, state, made)
    if kind is QueueKind.REDEFINED:
        return [judged, *redefined.settling(context, song_id, tag_id)]
    model = context.library.models.active()  # also where its file has gone meanwhile
    if kind is not QueueKind.DISPUTES or model is None:
        return [judged]
    facts = (song_id, tag_id, model.id, question.score or 0.0)
    settled = SettleDisagreement(*facts, _verdict_of(answer))
    decision = context.session.states().get(tag_id)
    stands = decision is not None and decision.state is state
    at_once = (DecisionSource.REST, DecisionSource.RULE)
    if stands and decision.source not in at_once:  # to keep what no ear made is a decision
        return [settled]
    return [judged, settled]


def read(context: AppContext) -> dict[int, Answer]:
    """Return the answers to the session's questions by their index, as the library has them."""
    session, queue = context.session, context.session.queue
    if session.library is None or queue is None or not queue.questions:
        return {}
    if queue.kind is QueueKind.SONGS:
        return _judged_songs(context, queue)
    if queue.kind is QueueKind.REDEFINED:
        return redefined.answers(context, queue)
    states: dict[int, dict[int, State]] = {}
    by_tag: dict[int, list[int]] = {}
    for question in queue.questions:
        by_tag.setdefault(question.tag_id, []).append(question.song_id)
    for tag_id, songs in by_tag.items():
        states[tag_id] = _states(context, songs, tag_id)
    again = _second_decisions(context, queue)
    is_dispute = queue.kind is QueueKind.DISPUTES
    kept = session.library.search.kept_decisions() if is_dispute else set()
    found = {}
    for index, question in enumerate(queue.questions):
        state = states[question.tag_id].get(question.song_id)
        if question.reason is Reason.AGAIN:
            state = again.get(question.song_id)
        is_kept = (question.song_id, question.tag_id) in kept
        if (answer := _answer_of(queue.kind, question, state, is_kept)) is not None:
            found[index] = answer
    return found


def _judged_songs(context: AppContext, queue: SongQueue) -> dict[int, Answer]:
    """Return which whole songs were judged since they were chosen."""
    if queue.kept_id is None:
        songs = set(context.library.search.ids("untagged").tolist())
        judged = {one.position for one in queue.questions if one.song_id not in songs}
    else:
        items = context.library.queues.items(queue.kept_id)
        judged = {item.position for item in items if item.answered}
    return {
        index: Answer.FIRST for index, one in enumerate(queue.questions) if one.position in judged
    }


def _second_decisions(context: AppContext, queue: SongQueue) -> dict[int, State]:
    """Return the second decisions that were made in this queue, by song."""
    asks = {one.position for one in queue.questions if one.reason is Reason.AGAIN}
    if not asks or queue.kept_id is None:
        return {}
    library, tag_id = context.library, queue.questions[0].tag_id
    answered = {
        item.song_id
        for item in library.queues.items(queue.kept_id)
        if item.answered and item.position in asks
    }
    return {
        one.song_id: one.state for one in library.repeats.of_tag(tag_id) if one.song_id in answered
    }


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
