"""Decisions, intensities and notes for all selected songs: one edit, one undo, however many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QCoreApplication

from core.library.fact_records import BulkPriors
from rhythmcap_gui.number_format import counted
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext

if TYPE_CHECKING:
    from core.library.records import State
    from rhythmcap_gui.session import Session


def judge(context: AppContext, tag_id: int, state: State | None) -> None:
    """Decide the same for all selected songs.

    Their scores show in the song table, so a guess counts as seen wherever the active model has
    the word and blind mode does not hide it.
    """
    from core.library.edits.edits import JudgeMany
    from core.library.records import DecisionContext, DecisionSource

    session = context.session
    seen = tag_id in session.model_tags and not session.blind
    model_id = session.model.id if session.model is not None and seen else None
    decided = DecisionContext(DecisionSource.EAR, seen, model_id)
    priors = None if state is None else _priors(session, tag_id)
    edit = JudgeMany(session.selection, tag_id, state, decided, priors)
    edit_runner.apply_bulk(context, edit, _question(context, tag_id, state))


def _priors(session: Session, tag_id: int) -> BulkPriors | None:
    """Return what is predicted of the selected songs before they are decided, live heads' too."""
    library, model = session.library, session.model
    columns = [n for n, known in enumerate(session.model_tags) if known == tag_id]
    if library is None or model is None or not columns:
        return None
    ids, scores = library.predictions.matrix(model.id)
    if not len(ids):
        return None
    selected = np.array(sorted(session.selection), np.int64)
    rows = np.minimum(np.searchsorted(ids, selected), len(ids) - 1)
    rows = rows[ids[rows] == selected]
    found = scores[rows][:, columns].max(axis=1)
    return BulkPriors(ids[rows], found, session.live.n_decisions, model.id)


def set_intensity(context: AppContext, tag_id: int, intensity: float | None) -> None:
    """Set how strongly a tag holds in those of the selected songs that have it."""
    from core.library.edits.edits import SetIntensityMany
    from core.library.records import State

    name = context.library.codebook.tag(tag_id).name
    n_yes = context.session.selection_counts().get(tag_id, {}).get(State.YES, 0)
    if not n_yes:
        context.session.notify(_tr("None of the selected songs has “{tag}”.").format(tag=name))
        return
    question = _tr("Say how strongly “{tag}” holds in those of {songs} songs that have it?")
    template = _tr("Stored for the {songs:song that has|# songs that have} “{tag}”.")
    message = counted(template, songs=n_yes, tag=name)
    edit = SetIntensityMany(context.session.selection, tag_id, intensity)
    question = question.replace("{tag}", name)
    edit_runner.apply_bulk(context, edit, question, lambda: message)


def write_note(context: AppContext, song_ids: tuple[int, ...], text: str, *, added: bool) -> None:
    """Write a note on several songs: in place of the one they share, or after what each has."""
    from core.library.edits.edits import WriteNotes

    message = _tr("Note added to each song.") if added else _tr("Note written for each song.")
    edit = WriteNotes(song_ids, text, added)
    question = _tr("Write this note on {songs} songs?")
    edit_runner.apply_bulk(context, edit, question, lambda: message)


def _question(context: AppContext, tag_id: int, state: State | None) -> str:
    questions = {
        "yes": _tr("Tag {songs} songs with “{tag}”?"),
        "no": _tr("Say no to “{tag}” for {songs} songs?"),
        "unsure": _tr("Mark “{tag}” as unsure for {songs} songs?"),
        "": _tr("Take back what was decided on “{tag}” for {songs} songs?"),
    }
    name = context.library.codebook.tag(tag_id).name
    return questions[state.value if state is not None else ""].replace("{tag}", name)


def _tr(text: str) -> str:
    return QCoreApplication.translate("bulk", text)
