"""Tags on a part of the open song: the loop is tagged, its edges move, it is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui.operations import storing, tagging
from rhythmcap_gui.operations.desk import Desk

if TYPE_CHECKING:
    from core.library.edits import Edit
    from core.library.records import State


def tag_loop(desk: Desk, tag_id: int, state: State | None = None) -> bool:
    """Judge a tag of the looped part, yes unless said otherwise; False without a loop."""
    from core.library.edits import JudgeRegion
    from core.library.records import Source, State

    song, loop = desk.session.song, desk.session.loop
    if song is None or loop is None:
        desk.session.tell(
            QCoreApplication.translate(
                "regions", "Loop the part first: drag over the spectrogram, or press [ and ]."
            )
        )
        return False
    start_s, end_s = (round(each, 3) for each in loop)
    chosen = state or State.YES
    context = tagging.context_of(desk, tag_id, Source.EAR)
    name, state = desk.library.codebook.tag(tag_id).name, chosen.value
    label = f"{name}: {state}, {_at(start_s)}–{_at(end_s)}"
    return _do(desk, JudgeRegion(song.id, tag_id, start_s, end_s, chosen, context), label)


def move(desk: Desk, annotation_id: int, start_s: float, end_s: float) -> bool:
    """Give a tagged part other edges, in seconds."""
    from core.library.edits import MoveRegion

    edit = MoveRegion(annotation_id, round(start_s, 3), round(end_s, 3))
    label = f"{_name(desk, annotation_id)}: {_at(start_s)}–{_at(end_s)}"
    return _do(desk, edit, label)


def remove(desk: Desk, annotation_id: int) -> bool:
    """Take the tag of a part back."""
    from core.library.edits import RemoveRegion

    label = f"{_name(desk, annotation_id)}: part removed"
    return _do(desk, RemoveRegion(annotation_id), label)


def _at(second: float) -> str:
    return f"{int(second) // 60}:{int(second) % 60:02d}"


def _name(desk: Desk, annotation_id: int) -> str:
    known = desk.library.annotations.get(annotation_id)
    return desk.library.codebook.tag(known.tag_id).name if known else ""


def _do(desk: Desk, edit: Edit, label: str) -> bool:
    """False where nothing was changed, or it was refused; the bars then show what is stored."""
    from core.library.records import Changes

    changed = bool(storing.apply(desk, edit, label=label))
    song = desk.session.song
    if not changed and song is not None:
        desk.session.note_changes(Changes(songs=frozenset({song.id})))
    return changed
