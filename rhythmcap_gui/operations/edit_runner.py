"""How edits reach the library: done, undone, redone; what the library refuses is a message.

What touches very many songs needs a yes first and is done in slices (sliced_edits.py).
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from textwrap import shorten
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

MAX_DECISIONS_AT_ONCE = 2000  # more need a yes first, and are done in slices
MAX_SLICES_AT_ONCE = 8
TITLE_LETTERS = 44


def apply(context: AppContext, *edits: Edit, label: str = "") -> Changes:
    """Do edits in one transaction and one undo; return what changed.

    label: what undo calls them, if not what the first edit is called.
    What the library refuses (a full disk, reading only) is a message, and nothing has changed.
    """
    from core.library.records import Changes

    try:
        changes = context.library.do(*edits, label=label)
    except LibraryError as error:
        context.show_error(error)
        return Changes()
    context.session.apply_changes(changes)
    return changes


def apply_bulk(
    context: AppContext, edit: BulkEdit, question: str, message: Callable[[], str] = str
) -> None:
    """Do one edit for several songs, as one undo.

    question: about {songs} songs, if they are very many. message: to show when it is done, or "".
    """
    from core.library.edits.bulk_edits import n_decisions, sliced

    library = context.library
    label, slices = edit.title(library), list(sliced(edit))

    def start() -> Generator[int, None, Changes]:
        return (yield from library.do_in_slices(slices, label))

    def then(changes: Changes) -> None:
        context.session.apply_changes(changes)
        if text := message():
            context.session.notify(text)

    in_slices = n_decisions(edit) > MAX_DECISIONS_AT_ONCE
    request = BulkRequest(
        doing=translated(label),
        n_songs=len(edit.song_ids),
        n_steps=len(slices),
        start=start,
        then=then,
        question=question if in_slices else "",
    )
    run(context, request, in_slices=in_slices)


def apply_slices(
    context: AppContext,
    edits: Iterable[Edit],
    n_edits: int,
    label: str,
    then: Callable[[], None] | None = None,
) -> None:
    """Do edits as one undo, in slices where they are many; the yes to them was given.

    edits: an iterator may look at what the ones before have done. n_edits: about how many they
    are. then: called when they are done.
    """

    def done(changes: Changes) -> None:
        context.session.apply_changes(changes)
        if then is not None:
            then()

    request = BulkRequest(
        doing=translated(label),
        n_steps=n_edits,
        start=lambda: context.library.do_in_slices(edits, label),
        then=done,
    )
    run(context, request, in_slices=n_edits > MAX_SLICES_AT_ONCE)


def undo(context: AppContext) -> str | None:
    """Take the last edit back; return its name, None if there is nothing to undo."""
    return _step(context, context.library.undo_label(), back=True)


def redo(context: AppContext) -> str | None:
    """Redo what was undone; return its name, None if there is nothing."""
    return _step(context, context.library.redo_label(), back=False)


def _step(context: AppContext, label: str | None, *, back: bool) -> str | None:
    if label is None:
        return None
    library = context.library
    n_slices = library.n_undo_slices() if back else library.n_redo_slices()

    def then(outcome: tuple[str, Changes] | None) -> None:
        if outcome is not None:
            context.session.apply_changes(outcome[1])
            context.session.notify(_done_text(context, *outcome, back=back))

    doing = _tr("Undoing: {}") if back else _tr("Doing again: {}")
    request = BulkRequest(
        doing=doing.format(translated(label)),
        n_steps=n_slices,
        start=library.undo_in_slices if back else library.redo_in_slices,
        then=then,
    )
    run(context, request, in_slices=n_slices > MAX_SLICES_AT_ONCE)
    return label


def _done_text(context: AppContext, label: str, changes: Changes, *, back: bool) -> str:
    """Say what was undone or done again, and on which song, if that is not in sight."""
    title = _title_out_of_sight(context, changes)
    if not title:
        template = _tr("Undone: {}") if back else _tr("Done again: {}")
        return template.format(translated(label))
    template = _tr("Undone on “{song}”: {edit}") if back else _tr("Done again on “{song}”: {edit}")
    return template.format(song=title, edit=translated(label))


def _title_out_of_sight(context: AppContext, changes: Changes) -> str:
    """Return the title of the one song that was changed, "" if it is open or selected."""
    session = context.session
    in_sight = {*session.selection, session.song.id if session.song is not None else 0}
    if len(changes.songs) != 1 or changes.codebook or changes.songs & in_sight:
        return ""
    song = context.library.songs.get(next(iter(changes.songs)))
    return "" if song is None else shorten(song.display_title, TITLE_LETTERS, placeholder="…")


def run(context: AppContext, request: BulkRequest, *, in_slices: bool) -> None:
    """Do a request: in slices where the context can do that, else at once."""
    if in_slices and context.run_in_slices is not None:
        context.run_in_slices(request)
        return
    from core.library.store import run_to_end

    try:
        outcome: Any = run_to_end(request.start())
    except LibraryError as error:
        context.show_error(error)
        return
    request.then(outcome)


def _tr(text: str) -> str:
    return QCoreApplication.translate("edits", text)
