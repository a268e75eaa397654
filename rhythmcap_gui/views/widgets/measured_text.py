"""How good a model is, in words, and what songs that rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui.number_format import counted
from rhythmcap_gui.views.widgets.score_format import pair_count, score_text

if TYPE_CHECKING:
    from core.library.records import ModelRow


def _tr(text: str) -> str:
    return QCoreApplication.translate("model_words", text)


def pairs_text(row: ModelRow) -> str:
    """Format as "78 of 100, 41 songs"; a dash where it was not measured, or on too few songs."""
    text = (
        _tr("{pairs} of 100, {songs:# song|# songs}")
        if row.measured_here
        else _tr("{pairs} of 100, {songs:# song|# songs} of its makers")
    )
    return _filled(text, row)


def pairs_sentence(row: ModelRow) -> str:
    """Say that a model puts a right song above a wrong one in 78 of 100 pairs, and on what."""
    text = (
        _tr("puts a right song above a wrong one in {pairs} of 100 pairs ({songs:# song|# songs})")
        if row.measured_here
        else _tr("puts a right song above a wrong one in {pairs} of 100 pairs "
                 "({songs:# song|# songs} of its makers)")
    )  # fmt: skip
    return _filled(text, row)


def wauc_text(row: ModelRow) -> str:
    """Format as ".78 on 41 songs"; a dash as in pairs_text."""
    return _filled(_tr("{score} on {songs:# song|# songs}"), row)


def _filled(text: str, row: ModelRow) -> str:
    wauc, songs = row.wauc, row.metrics.get("n_held_out") or row.metrics.get("n_songs")
    if wauc is None or not songs:
        return "–"
    return counted(text, score=score_text(wauc), pairs=pair_count(wauc), songs=int(songs))


def basis_text(row: ModelRow) -> str:
    """Say what songs a model's numbers rest on, in the words that are used everywhere."""
    if row.metrics.get("wauc") is None:
        return _tr("How well it does on your songs has not been tested.")
    if not row.measured_here:
        return _tr("Tested by its makers, on songs of theirs.")
    if not row.learned_here:
        return _tr("Tested on your judged songs; it has learned from none of them.")
    words = {
        "artists": _tr("It learned from all judged songs. For testing, they were kept aside in "
                       "turn, artist by artist."),
        "songs": _tr("It learned from all judged songs. For testing, they were kept aside one by "
                     "one, but not others of the same artist."),
        "kept": _tr("Tested on songs kept aside, by artists it has never heard."),
    }  # fmt: skip
    # cards of earlier versions do not say how
    measured_by = str(row.metrics.get("measured_by") or "")
    return words.get(measured_by) or _tr("Tested on songs that it has not learned from.")
