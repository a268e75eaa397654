"""What a model knows and what not, in a few words; and whether a song is unlike all it knows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui.core_text import parameter_of, translated
from rhythmcap_gui.number_format import counted

if TYPE_CHECKING:
    from core.library.records import ModelRow

BY_AUTHORS = {"card.by_authors": "data_set"}


def _tr(text: str) -> str:
    return QCoreApplication.translate("known_ground", text)


def knows_text(row: ModelRow) -> str:
    """Say in one line what a model knows, and what not."""
    songs, taught = row.metrics.get("n_train"), row.metrics.get("per_tag")
    n_words = len(taught) if isinstance(taught, dict) and taught else len(row.words)
    if row.learned_here and songs:
        text = _tr("learned from {songs} of your songs, {words:# tag|# tags}")
        return counted(text, songs=int(songs), words=n_words)
    if (row.provenance.get("settings") or {}).get("sound_banks"):  # the starter
        return _tr("hears instruments and pace; no sung words")
    data_set = parameter_of(row.provenance.get("description") or "", BY_AUTHORS)
    if data_set:
        return _data_texts().get(data_set, _tr("learned from {data}")).format(data=data_set)
    if songs:
        text = _tr("learned from {songs} of another's songs, {words:# tag|# tags}")
        return counted(text, songs=int(songs), words=n_words)
    return _tr("its file does not say what it learned from")


def knows_tip(row: ModelRow) -> str:
    """Say the same at length: what its card says."""
    return translated(row.provenance.get("description") or "") or knows_text(row)


def unsure_text() -> str:
    """Say in two words that a song is unlike all that a model learned from."""
    return _tr("unsure ground")


def unsure_tip() -> str:
    """Say what that means."""
    return _tr(
        "To the model this song is unlike all it learned from: farther from each of them than 99 "
        "of 100 are from their nearest. Trust its scores less here."
    )


def _data_texts() -> dict[str, str]:
    return {
        "MagnaTagATune": _tr("learned from one label's music, tagged in a game ({data})"),
        "Million Song Dataset": _tr("learned from songs with listeners' tags ({data})"),
        "MTG-Jamendo": _tr("learned from free music with its makers' tags ({data})"),
    }
