"""How models and networks are said: sizes, what they learned from, how good they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from core.messages import Message
from core.models.catalogue import ARCHITECTURES
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.number_format import decimal_text
from rhythmcap_gui.views.widgets.score_format import score_text

if TYPE_CHECKING:
    from core.library.records import ModelRow
    from core.models.model_records import Architecture

# Descriptions that name what a model learned from: the parameter with the name.
SOURCES = {"card.by_authors": "data_set", "card.imported": "name"}


def _say(text: str) -> str:
    return QCoreApplication.translate("model_words", text)


def parameters_text(n: int) -> str:
    """ "0.8 million"."""
    return _say("{} million numbers").format(decimal_text(n / 1e6, 1))


def title_of(architecture: str) -> str:
    """A network's name as people write it."""
    row = ARCHITECTURES.get(architecture)
    return row.title if row is not None else architecture


def hearing_text(row: Architecture) -> str:
    """What a network hears at once, and how large it is."""
    text = _say("Hears {seconds} s at once; {size}")
    return text.format(seconds=decimal_text(row.input_s, 1), size=parameters_text(row.n_parameters))


def data_text(row: ModelRow) -> str:
    """What a model learned from, in a few words."""
    songs = row.metrics.get("n_train")
    if songs and row.learned_here:
        return _say("{} of my songs").format(songs)
    description = row.provenance.get("description") or ""
    if isinstance(description, Message) and description.id in SOURCES:
        return str(description.params[SOURCES[description.id]])
    # cards of earlier versions keep no ids
    for marker in ("Trained by its authors on ", "Imported from "):
        if description.startswith(marker):
            return description.removeprefix(marker).split(". ")[0].rstrip(".")
    return translated(description) or "–"


def wauc_text(row: ModelRow) -> str:
    """ ".78 on 41 songs"; a dash where it was not measured."""
    wauc = row.metrics.get("wauc")
    songs = row.metrics.get("n_held_out") or row.metrics.get("n_songs")
    if wauc is None or not songs:
        return "–"
    text = (
        _say("{score} on {songs} songs")
        if row.measured_here
        else _say("{score} on {songs} of its makers' songs")
    )
    return text.format(score=score_text(float(wauc)), songs=songs)
