"""Tags on a part of the open song: the loop is tagged, its edges move, it is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.durations import clock_text
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.tags import edit_runner, tagging

if TYPE_CHECKING:
    from core.library.edits.edits import Edit
    from core.library.records import State


def tag_loop(context: AppContext, tag_id: int, state: State | None = None) -> bool:
    """Judge a tag of the looped part, yes unless said otherwise; False without a loop."""
    from core.library.edits.edits import JudgeRegion
    from core.library.records import DecisionSource, State

    song, loop = context.session.song, context.session.loop
    if song is None or loop is None:
        context.session.notify(
            QCoreApplication.translate(
                "regions", "Loop the part first: drag over the spectrogram, or press [ and ]."
            )
        )
        return False
    start_s, end_s = (round(each, 3) for each in loop)
    chosen = state or State.YES
    decision_context = tagging.context_of(context, tag_id, DecisionSource.EAR)
    name, state = context.library.codebook.tag(tag_id).name, chosen.value
    label = f"{name}: {state}, {_at(start_s)}–{_at(end_s)}"
    return _do(
        context, JudgeRegion(song.id, tag_id, start_s, end_s, chosen, decision_context), label
    )


def move(context: AppContext, annotation_id: int, start_s: float, end_s: float) -> bool:
    """Give a tagged part other edges, in seconds."""
    from core.library.edits.edits import MoveRegion

    edit = MoveRegion(annotation_id, round(start_s, 3), round(end_s, 3))
    label = f"{_name(context, annotation_id)}: {_at(start_s)}–{_at(end_s)}"
    return _do(context, edit, label)


def remove(context: AppContext, annotation_id: int) -> bool:
    """Take the tag of a part back."""
    from core.library.edits.edits import RemoveRegion

    label = f"{_name(context, annotation_id)}: part removed"
    return _do(context, RemoveRegion(annotation_id), label)


def _at(second: float) -> str:
    return clock_text(second, hours=False)


def _name(context: AppContext, annotation_id: int) -> str:
    known = context.library.annotations.get(annotation_id)
    return context.library.codebook.tag(known.tag_id).name if known else ""


def _do(context: AppContext, edit: Edit, label: str) -> bool:
    """False where nothing was changed, or it was refused; the bars then show what is stored."""
    from core.library.records import Changes

    changed = bool(edit_runner.apply(context, edit, label=label))
    song = context.session.song
    if not changed and song is not None:
        context.session.note_changes(Changes(songs=frozenset({song.id})))
    return changed
