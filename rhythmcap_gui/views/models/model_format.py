"""Models and networks as text: sizes, what they learned from, how good they are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui.core_text import parameter_of, translated
from rhythmcap_gui.number_format import decimal_text

if TYPE_CHECKING:
    from core.library.records import ModelRow
    from core.models.model_records import Architecture

# Descriptions that name what a model learned from: the parameter with the name.
SOURCES = {"card.by_authors": "data_set", "card.imported": "name", "card.onnx": "name"}


def _tr(text: str) -> str:
    return QCoreApplication.translate("model_words", text)


def parameters_text(n: int) -> str:
    """Format as "0.8 million numbers"."""
    return _tr("{} million numbers").format(decimal_text(n / 1e6, 1))


def title_of(name: str, architectures: Mapping[str, Architecture]) -> str:
    """Return a network's name as people write it."""
    architecture = architectures.get(name)
    return architecture.title if architecture is not None else name


def input_text(architecture: Architecture) -> str:
    """Say how long an excerpt a network takes at once, and how large it is."""
    text = _tr("Hears {seconds} s at once; {size}")
    seconds = decimal_text(architecture.input_s, 1)
    return text.format(seconds=seconds, size=parameters_text(architecture.n_parameters))


def data_text(row: ModelRow) -> str:
    """Say in a few words what a model learned from."""
    songs = row.metrics.get("n_train")
    if songs and row.learned_here:
        return _tr("{} of my songs").format(songs)
    description = row.provenance.get("description") or ""
    if (row.provenance.get("settings") or {}).get("sound_banks"):  # the starter
        return _tr("composed music, sampled instruments")
    if source := parameter_of(description, SOURCES):
        return source
    # cards of earlier versions keep no ids
    for marker in ("Trained by its authors on ", "Imported from "):
        if description.startswith(marker):
            return description.removeprefix(marker).split(". ")[0].rstrip(".")
    return translated(description) or "–"
