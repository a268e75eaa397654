"""The open library for a job that only reads: a connection of its own, that searches alike.

The open library belongs to the main thread.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from rhythmcap_gui.languages import current_language
from rhythmcap_gui.operations.context import AppContext

if TYPE_CHECKING:
    from core.library.store import Library


@dataclass(frozen=True, slots=True)
class LibraryReader:
    """What a job needs to know of the open library. Made on the main thread."""

    path: Path
    annotator: str
    language: str

    @classmethod
    def of(cls, context: AppContext) -> LibraryReader:
        """Return the reader of the open library."""
        library = context.library
        return cls(library.path, library.annotators.current.name, current_language())

    @contextmanager
    def open(self) -> Iterator[Library]:
        """Open it on the job's thread, as it is at this moment.

        A search finds the same songs as in the window, in the same order. Raises LibraryError.
        """
        from core.evaluation.held_out import use_held_out_scores
        from core.library.store import Library

        with Library.open(self.path, read_only=True, annotator=self.annotator) as library:
            library.search.use_language(self.language)
            use_held_out_scores(library)
            with library.database.snapshot():
                yield library
