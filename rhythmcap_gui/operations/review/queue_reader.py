"""What a job needs to choose songs: the library as it is now, live scores, where songs sound alike.

The open library belongs to the main thread; the job reads through a connection of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.errors import ModelError, SimilarityError
from core.paths import folders, library_digest
from rhythmcap_gui.job_runner import Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.library_reader import LibraryReader
from rhythmcap_gui.operations.loaded_models import LoadedModels

if TYPE_CHECKING:
    from pathlib import Path

    from core.features.cache import FeatureCache
    from core.library.live_scores import LiveScores
    from core.library.store import Library
    from core.similarity.embedding_index import EmbeddingIndex


@dataclass(frozen=True, slots=True)
class QueueReader:
    """Made on the main thread. file: the weights of the model in use, None where there are none."""

    reader: LibraryReader
    live: LiveScores | None
    models: LoadedModels
    file: Path | None
    cache: FeatureCache | None

    @classmethod
    def of(cls, context: AppContext) -> QueueReader:
        """Return the reader of the open library."""
        from core.model_store.registry import model_path

        session, live = context.session, context.library.predictions.live
        try:
            file = None if session.model is None else model_path(session.model)
        except ModelError:
            file = None  # it is gone: songs are chosen without it
        live = None if live is None else live.copy()
        return cls(LibraryReader.of(context), live, context.models, file, session.cache)

    @contextmanager
    def open(self) -> Iterator[Library]:
        """Open it on the job's thread. Raises LibraryError."""
        with self.reader.open() as library:
            library.predictions.live = self.live
            yield library

    def index(self, library: Library, job: Running) -> EmbeddingIndex | None:
        """Return where songs sound alike; None where no model tells."""
        from core.models.device import leave_one_core_free
        from core.similarity.index_store import IndexStore
        from core.similarity.similarity_records import Basis

        if self.file is None or self.cache is None:
            return None
        folder = folders().similar / library_digest(self.reader.path)
        songs = dict(library.songs.audio_hashes())
        with leave_one_core_free(), suppress(ModelError, SimilarityError):
            model = self.models.get(self.file)
            return IndexStore(folder, self.cache).get(model, songs, Basis.MODEL, job)
        return None
