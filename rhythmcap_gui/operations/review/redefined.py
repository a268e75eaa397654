"""Decisions on a word whose meaning was changed since, or that was called unclear: heard again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.question_queue import Answer, Question, QueueKind, SongQueue

if TYPE_CHECKING:
    from core.library.edits.edits import Edit
    from core.library.records import State


def queue(context: AppContext, tag_id: int, song_ids: Sequence[int]) -> SongQueue:
    """Ask again about the decisions of these songs on a word; of missing files nothing."""
    library, session = context.library, context.session
    name = library.codebook.tag(tag_id).name
    missing = set(library.search.ids("missing").tolist()) | set(session.missing_folders)
    rows = library.annotations.rows_by_song(song_ids, tag_id)
    questions = tuple(
        Question(song_id, tag_id, _state(rows[song_id]))
        for song_id in song_ids
        if song_id in rows and song_id not in missing
    )
    made = SongQueue(QueueKind.REDEFINED, questions, name)
    if questions:
        return made
    text = QCoreApplication.translate(
        "redefined", "The files of all songs decided on “{tag}” are missing."
    )
    return replace(made, message=text.replace("{tag}", name))


def answers(context: AppContext, made: SongQueue) -> dict[int, Answer]:
    """Return the answers by index: decisions made under the meaning of now, nothing unclear."""
    library, tag_id = context.library, made.questions[0].tag_id
    rows = library.annotations.rows_by_song([one.song_id for one in made.questions], tag_id)
    since, left_out = library.codebook.last_redefinition(tag_id), library.disputes.left_out()
    found = {}
    for index, question in enumerate(made.questions):
        row = rows.get(question.song_id)
        is_open = (question.song_id, tag_id) in left_out
        if row is not None and row["codebook_version"] >= since and not is_open:
            found[index] = _answer(question, _state(row))
    return found


def settling(context: AppContext, song_id: int, tag_id: int) -> list[Edit]:
    """Return the edits that settle what was called unclear of a word in a song."""
    from core.library.edits.edits import SettleDispute

    return [
        SettleDispute(one.id)
        for one in context.library.disputes.unclear()
        if (one.song_id, one.tag_id) == (song_id, tag_id)
    ]


def _answer(question: Question, state: State) -> Answer:
    if state.value == "unsure":
        return Answer.UNSURE
    return Answer.FIRST if state is question.state else Answer.SECOND


def _state(row: Mapping[str, Any]) -> State:
    from core.library.records import State

    return State(row["state"])
