"""Words that are taken for one another: found in the background, and the songs to test them by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.library_reader import LibraryReader

if TYPE_CHECKING:
    from core.evaluation.word_pair_records import PairSong, WordPair


def find(context: AppContext, listeners: Listeners) -> int:
    """Find the confused pairs of the open library; return the job's id."""
    reader = LibraryReader.of(context)

    def work(job: Running) -> tuple[WordPair, ...]:
        from core.evaluation.word_pairs import confused_words

        with reader.open() as library:
            return confused_words(library, job)

    title = QCoreApplication.translate("word_pairs", "Find confused words")
    return context.runner.start(Lane.EXPORT, title, work, listeners)


def songs_of(
    context: AppContext, first_id: int, second_id: int
) -> tuple[tuple[PairSong, ...], tuple[PairSong, ...]]:
    """Return the songs with the first tag alone, and those with the second alone."""
    from core.evaluation.word_pairs import pair_songs

    library = context.library
    return pair_songs(library, first_id, second_id), pair_songs(library, second_id, first_id)
