"""What the window has of songs that sound alike, and what of it is remembered."""

from __future__ import annotations

import json
from typing import Any

from PySide6.QtCore import QObject

from core.similarity.similarity_records import Basis, MapMethod
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.similar.similar_songs import SimilarSongs
from rhythmcap_gui.operations.similar.song_evidence import SongEvidence
from rhythmcap_gui.operations.similar.song_indexes import SongIndexes
from rhythmcap_gui.operations.similar.song_map import SongMaps
from rhythmcap_gui.similar_data import ColourBy, ColourKind, CompareBy


class Similarity(QObject):
    """One index for the list and the map."""

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.indexes = SongIndexes(context, self)
        self.songs = SimilarSongs(context, self.indexes, self)
        self.maps = SongMaps(context, self.indexes, self)
        self.evidence = SongEvidence(context, self.indexes, self)

    def saved(self) -> str:
        """Write what was chosen for the open library, to restore it."""
        by, colour = self.indexes.by, self.maps.colour_by
        return json.dumps({
            "model": by.model_id, "basis": by.basis, "more": self.songs.more,
            "less": self.songs.less, "loop": self.songs.uses_loop,
            "method": self.maps.state.method, "colour": colour.kind,
            "tag": None if colour.is_proposed else colour.tag_id,
        })  # fmt: skip

    def restore(self, saved: str) -> None:
        """Restore what saved() wrote; what cannot be understood stays as it is by default."""
        try:
            chosen = dict[str, Any](json.loads(saved))
            by = CompareBy(chosen["model"], Basis(chosen["basis"]))
            colour = ColourBy(ColourKind(chosen["colour"]), chosen["tag"])
            method = MapMethod(chosen["method"])
            more, less = ([int(one) for one in chosen[name]] for name in ("more", "less"))
        except (ValueError, KeyError, TypeError):
            return
        self.indexes.choose(by)
        self.songs.uses_loop = bool(chosen.get("loop"))
        self.songs.set_examples(more, less)
        self.maps.set_method(method)
        self.maps.set_colour(colour)
