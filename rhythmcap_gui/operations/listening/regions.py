"""Tags on a region of the open song: the loop is tagged, its edges move, it is removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.tags import tagging

if TYPE_CHECKING:
    from core.library.edits.edits import Edit
    from core.library.records import State


def tag_loop(context: AppContext, tag_id: int, state: State | None = None) -> bool:
    """Judge a tag of the looped region, yes by default; False without a loop."""
    from core.library.edits.edits import JudgeRegion
    from core.library.records import DecisionSource, State

    song, loop = context.session.song, context.session.loop
    if song is not None and song.id not in context.session.selection:
        tagging.tell_nothing_selected(context.session)
        return False
    if song is None or loop is None:
        context.session.notify(
            QCoreApplication.translate(
                "regions", "Loop the part first: drag over the spectrogram, or press [ and ]."
            )
        )
        return False
    start_s, end_s = (round(second, 3) for second in loop)
    chosen = state or State.YES
    decision_context = tagging.decision_context_of(context, tag_id, DecisionSource.EAR)
    return _apply(context, JudgeRegion(song.id, tag_id, start_s, end_s, chosen, decision_context))


def move(context: AppContext, annotation_id: int, start_s: float, end_s: float) -> bool:
    """Give a tagged region other edges, in seconds."""
    from core.library.edits.edits import MoveRegion

    return _apply(context, MoveRegion(annotation_id, round(start_s, 3), round(end_s, 3)))


def remove(context: AppContext, annotation_id: int) -> bool:
    """Remove the tag of a region."""
    from core.library.edits.edits import RemoveRegion

    return _apply(context, RemoveRegion(annotation_id))


def _apply(context: AppContext, edit: Edit) -> bool:
    """False where nothing was changed, or it was refused; the bars then show what is stored."""
    from core.library.records import Changes

    changed = bool(edit_runner.apply(context, edit))
    song = context.session.song
    if not changed and song is not None:
        context.session.apply_changes(Changes(songs=frozenset({song.id})))
    return changed
