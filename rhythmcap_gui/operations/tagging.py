"""The ear's decisions: judge, accept, reject, note, undo. Each is committed before it shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.errors import LibraryError
from rhythmcap_gui.core_words import translated
from rhythmcap_gui.operations.desk import Desk
from rhythmcap_gui.session import Suggestion

if TYPE_CHECKING:
    from core.library.edits import Context
    from core.library.records import Changes, Source, State


def apply(desk: Desk, *edits: object, label: str) -> Changes:
    """Do edits in one transaction under one name for undo; returns what changed.

    What the library refuses (a full disk, reading only) is a message, and nothing has changed.
    """
    from core.library.records import Changes

    try:
        if not desk.library.path.exists():  # the system would let us write into nowhere
            raise LibraryError(
                QCoreApplication.translate(
                    "tagging", "The library {} is not there any more; nothing was changed."
                ).format(desk.library.path.name),
                remedy=QCoreApplication.translate(
                    "tagging", "Plug its drive in again, then open it from File ▸ Recent libraries."
                ),
                path=desk.library.path,
            )
        changes = desk.library.do(*edits, label=label)
    except LibraryError as error:
        desk.tell_error(error)
        return Changes()
    desk.session.note_changes(changes)
    return changes


def judge(desk: Desk, tag_id: int, state: State | None, source: Source | None = None) -> bool:
    """Decide about one tag of the open song; None is "not judged". False without a song."""
    from core.library.edits import Judge
    from core.library.records import Source

    song = desk.session.song
    if song is None:
        return False
    context = context_of(desk, tag_id, source or Source.EAR)
    edit = Judge(song.id, tag_id, state, context)
    apply(desk, edit, label=edit.title(desk.library))
    return True


def decide(desk: Desk, tag_id: int, state: State | None) -> None:
    """Judge a tag by ear: of the open song, or of all selected songs where there are several."""
    if desk.session.bulk:
        judge_many(desk, desk.session.selection, tag_id, state)
    else:
        judge(desk, tag_id, state)


def toggle(desk: Desk, tag_id: int, state: State) -> State | None:
    """Decide, or take the same decision back; the new state."""
    new = None if common_state(desk, tag_id) == state else state
    decide(desk, tag_id, new)
    return new


def common_state(desk: Desk, tag_id: int) -> State | None:
    """The state of a tag in the open song, or the one that all selected songs have."""
    session = desk.session
    if not session.bulk:
        former = session.states().get(tag_id)
        return former.state if former is not None else None
    counts = session.tally().get(tag_id, {})
    return next((s for s, n in counts.items() if n == len(session.selection)), None)


def judge_many(desk: Desk, song_ids: Sequence[int], tag_id: int, state: State | None) -> Changes:
    """The same decision for several songs; one undo takes all of it back.

    Their scores stand in the song table, so a guess counts as seen wherever the model in use has
    the word and blind mode does not cover it.
    """
    from core.library.edits import Context, JudgeMany
    from core.library.records import Source

    session = desk.session
    seen = tag_id in session.model_tags and not session.blind
    model_id = session.model.id if session.model is not None and seen else None
    edit = JudgeMany(tuple(song_ids), tag_id, state, Context(Source.EAR, seen, model_id))
    return apply(desk, edit, label=edit.title(desk.library))


def accept(desk: Desk, tag_id: int) -> None:
    """The model's suggestion is right."""
    from core.library.records import Source, State

    judge(desk, tag_id, State.YES, Source.ACCEPTED)


def reject(desk: Desk, tag_id: int) -> None:
    """The model's suggestion is wrong."""
    from core.library.records import Source, State

    judge(desk, tag_id, State.NO, Source.REJECTED)


def first_suggestion(desk: Desk) -> Suggestion | None:
    """What Enter and Backspace are about."""
    suggestions = desk.session.suggestions()
    return suggestions[0] if suggestions else None


def accept_first(desk: Desk) -> bool:
    """Accept the first suggestion; False if there is none."""
    if (first := first_suggestion(desk)) is not None:
        accept(desk, first.tag_id)
    return first is not None


def reject_first(desk: Desk) -> bool:
    """Reject the first suggestion; False if there is none."""
    if (first := first_suggestion(desk)) is not None:
        reject(desk, first.tag_id)
    return first is not None


def set_note(desk: Desk, song_id: int, text: str) -> None:
    """Write a song's note."""
    from core.library.edits import SetNote

    song = desk.library.songs.get(song_id)
    if song is not None and text != song.note:
        apply(desk, SetNote(song_id, text), label="Note")


def undo(desk: Desk) -> str | None:
    """Take the last edit back; its name, None if there is nothing to undo."""
    return _step(desk, desk.library.undo(), QCoreApplication.translate("tagging", "Undone"))


def redo(desk: Desk) -> str | None:
    """Do again what was undone; its name, None if there is nothing."""
    return _step(desk, desk.library.redo(), QCoreApplication.translate("tagging", "Done again"))


def context_of(desk: Desk, tag_id: int, source: Source) -> Context:
    """Under what circumstances the ear decides: was the model's guess for this tag to be seen.

    The bar, the suggestion and the taggram show a guess wherever the model has the word, unless
    blind mode covers it.
    """
    from core.library.edits import Context

    session = desk.session
    seen = tag_id in session.tag_scores() and session.guess_visible(tag_id)
    model_id = session.model.id if session.model is not None and seen else None
    return Context(source=source, guess_visible=seen, model_id=model_id)


def _step(desk: Desk, outcome: tuple[str, Changes] | None, said: str) -> str | None:
    if outcome is None:
        return None
    label, changes = outcome
    desk.session.note_changes(changes)
    desk.session.tell(f"{said}: {translated(label)}")
    return label
