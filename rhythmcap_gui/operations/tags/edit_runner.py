"""How edits reach the library: done, undone, done again; what it refuses is a message.

What touches very many songs is asked about first and done in slices (many.py).
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from core.errors import LibraryError
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.view_data import BulkRequest

if TYPE_CHECKING:
    from core.library.edits.bulk_edits import BulkEdit
    from core.library.edits.edits import Edit
    from core.library.records import Changes

SEVERAL = 2000  # songs; more are asked about, and done in slices
MANY_STEPS = 9  # of an undo: as many slices


def apply(context: AppContext, *edits: Edit, label: str = "") -> Changes:
    """Do edits in one transaction and one undo; returns what changed.

    label: what undo calls them, if not what the first edit is called.
    What the library refuses (a full disk, reading only) is a message, and nothing has changed.
    """
    from core.library.records import Changes

    try:
        check_there(context)
        changes = context.library.do(*edits, label=label)
    except LibraryError as error:
        context.show_error(error)
        return Changes()
    context.session.note_changes(changes)
    return changes


def apply_to_many(
    context: AppContext, edit: BulkEdit, question: str, said: Callable[[], str] = str
) -> None:
    """The same edit for several songs, one undo. question: about {songs} songs, if they are many.

    said: what to tell when it is done, "" for nothing.
    """
    from core.library.edits.bulk_edits import sliced

    library = context.library
    label, parts = edit.title(library), list(sliced(edit))

    def start() -> Generator[int, None, Changes]:
        check_there(context)
        return (yield from library.do_in_slices(parts, label))

    def then(changes: Changes) -> None:
        context.session.note_changes(changes)
        if words := said():
            context.session.notify(words)

    many = len(edit.song_ids) > SEVERAL
    wanted = BulkRequest(
        doing=translated(label),
        n_songs=len(edit.song_ids),
        n_steps=len(parts),
        start=start,
        then=then,
        question=question if many else "",
    )
    _run(context, wanted, in_slices=many)


def undo(context: AppContext) -> str | None:
    """Take the last edit back; its name, None if there is nothing to undo."""
    return _step(context, context.library.undo_label(), back=True)


def redo(context: AppContext) -> str | None:
    """Do again what was undone; its name, None if there is nothing."""
    return _step(context, context.library.redo_label(), back=False)


def check_there(context: AppContext) -> None:
    """Raise LibraryError where the library's file has gone: one would write into nowhere."""
    path = context.library.path
    if not path.exists():
        raise LibraryError("library.not_there", name=path.name, path=path)


def _step(context: AppContext, label: str | None, *, back: bool) -> str | None:
    if label is None:
        return None
    library = context.library
    n_slices = library.n_undo_slices() if back else library.n_redo_slices()
    said = _say("Undone: {}") if back else _say("Done again: {}")

    def then(outcome: tuple[str, Changes] | None) -> None:
        if outcome is not None:
            context.session.note_changes(outcome[1])
            context.session.notify(said.format(translated(outcome[0])))

    doing = _say("Undoing: {}") if back else _say("Doing again: {}")
    wanted = BulkRequest(
        doing=doing.format(translated(label)),
        n_steps=n_slices,
        start=library.undo_in_slices if back else library.redo_in_slices,
        then=then,
    )
    _run(context, wanted, in_slices=n_slices >= MANY_STEPS)
    return label


def _run(context: AppContext, wanted: BulkRequest, *, in_slices: bool) -> None:
    """In slices where there is somebody to see to that, else at once."""
    if in_slices and context.run_in_slices is not None:
        context.run_in_slices(wanted)
        return
    from core.library.store import run_to_end

    try:
        outcome: Any = run_to_end(wanted.start())
    except LibraryError as error:
        context.show_error(error)
        return
    wanted.then(outcome)


def _say(text: str) -> str:
    return QCoreApplication.translate("storing", text)
