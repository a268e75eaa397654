"""Networks that are in memory, shared by the lanes that predict."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.models.checkpoint import TaggingModel

KEPT = 2


class LoadedModels:
    """Loads a model file once; keeps the latest few. Safe from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[Path, TaggingModel] = {}

    def get(self, path: Path) -> TaggingModel:
        """The network of a model file. Raises ModelError. Called on a job's thread."""
        from core.models.checkpoint import load_checkpoint

        with self._lock:
            if path not in self._kept:
                self._kept[path] = load_checkpoint(path)
                while len(self._kept) > KEPT:
                    del self._kept[next(iter(self._kept))]
            return self._kept[path]
