"""Words of songs: the user's own in place of the files', and the files' read again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from core.errors import LibraryError
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.operations import edit_runner
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.view_data import SongWords

if TYPE_CHECKING:
    from core.features.cache import FeatureCache
    from core.library.scan.scan_records import WordsRead

STORED_AT_ONCE = 200  # songs


def chosen_songs(context: AppContext) -> tuple[int, ...]:
    """Return the selected songs."""
    return context.session.selection


def words_of(context: AppContext, song_ids: Sequence[int]) -> SongWords:
    """Read what these songs' words are now, and of one song what its file says."""
    songs = context.library.songs
    of_file = songs.file_words(song_ids[0]) if len(song_ids) == 1 else {}
    return SongWords(len(song_ids), songs.common_words(song_ids), of_file)


def set_words(
    context: AppContext, song_ids: Sequence[int], words: tuple[tuple[str, str | int | None], ...]
) -> None:
    """Put the user's own words in place of the files', as one undo."""
    from core.library.edits.edits import SetWords

    question = _tr("Change the data of {songs} songs?")
    edit_runner.apply_bulk(context, SetWords(tuple(song_ids), words), question)


class WordsReader(QObject):
    """Reads in the background what songs' files say, and stores it a few songs at a time."""

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._pending: WordsRead | None = None
        self._n_changed = 0
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._store_some)
        context.session.library_changed.connect(lambda _library: self._forget())

    def start(self, song_ids: Sequence[int]) -> None:
        """Read the words of these songs' files again; own words stay what is shown."""
        library, cache = self._context.library, self._context.session.cache
        path = library.path

        def done(read: WordsRead) -> None:
            if self._context.session.library is library:
                self._pending, self._n_changed = read, 0
                self._timer.start()

        work = _read(path, tuple(song_ids), cache)
        listeners = Listeners(done=done, failed=self._context.show_error)
        self._context.runner.start(Lane.FILES, _tr("Read song data again"), work, listeners)

    def _forget(self) -> None:
        self._timer.stop()
        self._pending = None

    def _store_some(self) -> None:
        from dataclasses import replace

        from core.library.scan.file_words import store_words

        read = self._pending
        if read is None:
            return
        now = replace(read, words=read.words[:STORED_AT_ONCE])
        try:
            changes = store_words(self._context.library, now)
        except LibraryError as error:
            self._pending = None
            self._context.show_error(error)
            return
        self._n_changed += len(changes.songs)
        self._context.session.apply_changes(changes)
        self._pending = replace(read, words=read.words[STORED_AT_ONCE:])
        if self._pending.words:
            self._timer.start()
        else:
            self._pending = None
            self._tell(read)

    def _tell(self, read: WordsRead) -> None:
        parts = [_tr("Songs with new data: {n}.").format(n=self._n_changed)]
        if read.missing:
            parts.append(_tr("Files that could not be read: {n}.").format(n=len(read.missing)))
        if read.different:
            text = _tr("Files that hold another sound now: {n}; their songs stay as they were.")
            parts.append(text.format(n=len(read.different)))
        self._context.session.notify(" ".join(parts))


def _read(
    library: Path, song_ids: tuple[int, ...], cache: FeatureCache
) -> Callable[[Running], WordsRead]:
    """Read in a connection of its own: the open library belongs to the main thread."""

    def work(job: Running) -> WordsRead:
        from core.library.scan.file_words import only_new_words, read_words
        from core.library.store import Library

        with Library.open(library, read_only=True) as reading:
            read = read_words(reading.songs.locations_of(song_ids), cache, job)
            return only_new_words(reading, read)

    return work


def _tr(text: str) -> str:
    return QCoreApplication.translate("words", text)
