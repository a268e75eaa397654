"""Networks that are in memory, shared by the lanes that predict."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.models.checkpoint import TaggingModel

MAX_LOADED = 2


class LoadedModels:
    """Loads a model file once, in probe form; keeps the latest few. Safe from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._models: dict[Path, TaggingModel] = {}

    def get(self, path: Path) -> TaggingModel:
        """Return the network of a model file, on a job's thread. Raises ModelError."""
        from core.models.checkpoint import load_checkpoint
        from core.models.probe_form import probe_form

        with self._lock:
            if path not in self._models:
                self._models[path] = probe_form(load_checkpoint(path))
                while len(self._models) > MAX_LOADED:
                    del self._models[next(iter(self._models))]
            return self._models[path]
