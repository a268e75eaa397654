"""Import of songs: files and folders are read by other processes, stored here as they come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from core.errors import LibraryError
from rhythmcap_gui.job_runner import Lane, Listeners, Running
from rhythmcap_gui.library_name import library_name
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.listening import pictures
from rhythmcap_gui.operations.models import predicting
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.session import Notice
from rhythmcap_gui.view_data import ImportState, Progress

if TYPE_CHECKING:
    from core.features.cache import FeatureCache
    from core.library.scan.scan_records import ScanOptions, ScanResult
    from core.library.store import Library

STORE_EVERY_MS = 300


@dataclass(eq=False)
class _Run:
    """library: the one that the songs go into; None for work that makes one of its own."""

    library: Path | None = None
    job_id: int = 0
    scanned: list[Any] = field(default_factory=list)
    first_song: int | None = None
    paths: tuple[Path, ...] = ()
    by_itself: bool = False


class Importer(QObject):
    """Shows one import at a time; further ones queue up behind it."""

    changed = Signal(object)  # ImportState

    def __init__(self, context: AppContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._run = _Run()
        self.state = ImportState(False)
        self._timer = QTimer(self, interval=STORE_EVERY_MS)
        self._timer.timeout.connect(self._store)
        context.session.library_changed.connect(self._library_changed)

    def start(
        self, paths: Sequence[Path], *, quiet: bool = False, follow_links: bool = False
    ) -> None:
        """Import files and folders into the open library, in the background; see ImportState.

        follow_links: also those that lead out of the folders.
        """
        cache = self._context.session.cache
        if cache is None or not paths or not self._can_import():
            return
        self._run = run = _Run(self._context.library.path, paths=tuple(paths), by_itself=quiet)
        self._publish(ImportState(True, quiet=quiet))
        listeners = self._listeners(run, self._done)
        listeners = replace(listeners, part=run.scanned.append)
        options = replace(self._options(), follow_links=follow_links)
        recipes = tuple({"thesis", *pictures.model_recipes(self._context)})
        work = _scan(list(paths), cache, recipes, options)
        self._run.job_id = self._context.runner.start(
            Lane.IMPORT, QCoreApplication.translate("importing", "Add songs"), work, listeners
        )
        self._timer.start()

    def follow_links(self) -> None:
        """Import the same again, this time with what the links lead to that were passed over."""
        if not self.state.running:
            self.start(self._run.paths, follow_links=True)

    def compose(
        self,
        title: str,
        work: Callable[[Running], Any],
        then: Callable[[], Any],
        on_part: Callable[[Any], None],
    ) -> None:
        """Do other long work that brings songs; shown and cancelled in the same way.

        on_part: takes what the work delivers on its way.
        """
        if self.state.running:
            return
        self._run = run = _Run()
        self._publish(ImportState(True, title))

        def done(_result: object) -> None:
            self._publish(ImportState(False))
            then()

        listeners = replace(self._listeners(run, done), part=on_part)
        run.job_id = self._context.runner.start(Lane.IMPORT, title, work, listeners)

    def _listeners(self, run: _Run, done: Callable[[Any], None]) -> Listeners:
        """Hear of a run as long as it is the one that is shown."""

        def if_shown(call: Callable[..., None]) -> Callable[..., None]:
            return lambda *values: call(*values) if run is self._run else None

        return Listeners(
            done=if_shown(done),
            failed=if_shown(self._failed),
            cancelled=if_shown(self._cancelled),
            progress=if_shown(self._progressed),
        )

    def _library_changed(self, library: Library | None) -> None:
        """Forget what is about another library; adding songs to that one stops."""
        run = self._run
        if library is None or run.library in (None, library.path):
            return
        if self.state.running:
            self._timer.stop()
            self._context.runner.cancel(run.job_id)
            text = QCoreApplication.translate(
                "importing", "Adding songs to “{library}” stopped, as another library was opened."
            )
            self._context.session.notify(text.format(library=library_name(run.library)))
        self._run = _Run()
        self._publish(ImportState(False))

    def cancel(self) -> None:
        """Stop; what was read so far stays."""
        self._context.runner.cancel(self._run.job_id)

    def _can_import(self) -> bool:
        """Whether songs can be added to a library; else a message says why not."""
        if self._context.session.library is None:
            text = QCoreApplication.translate("importing", "No library is open.")
            remedy = QCoreApplication.translate("importing", "Open one: File ▸ Open a library…")
            notice = Notice(text, "warning", remedy, action="library.open")
            self._context.session.notice.emit(notice)
            return False
        try:
            self._context.library.database.ensure_writable()
        except LibraryError as error:
            self._context.show_error(error)
            return False
        return True

    def _options(self) -> ScanOptions:
        """Files the library knows and that have not changed are not read again."""
        from core.library.scan.scan_records import ScanOptions

        known = self._context.library.songs.known_files()
        return ScanOptions(n_workers=self._context.session.settings.workers, known=known)

    def _progressed(self, progress: Progress) -> None:
        self._publish(replace(self.state, progress=progress))

    def _store(self) -> None:
        """Store what was scanned since the last time, in one transaction."""
        from core.library.scan.importer import store_scanned

        library = self._context.session.library
        if not self._run.scanned or library is None or library.path != self._run.library:
            return
        scanned = list(self._run.scanned)
        self._run.scanned.clear()
        try:
            result = store_scanned(self._context.library, scanned, by_itself=self._run.by_itself)
        except LibraryError as error:
            self.cancel()
            self._context.show_error(error)
            return
        self._context.session.apply_changes(result.changes)
        if result.added and self._run.first_song is None:
            self._run.first_song = result.added[0]
        self._publish(replace(
            self.state,
            added=self.state.added + len(result.added),
            already=self.state.already + len(result.already),
            failed=(*self.state.failed, *result.failed),
            warned=(*self.state.warned, *result.warned),
            replaced=(*self.state.replaced, *result.replaced),
        ))  # fmt: skip

    def _done(self, result: ScanResult) -> None:
        self.state = replace(self.state, n_links=len(result.links))
        self._end()

    def _cancelled(self) -> None:
        self._end(cancelled=True)

    def _failed(self, error: Exception) -> None:
        self._end()
        self._context.show_error(error)

    def _end(self, *, cancelled: bool = False) -> None:
        self._timer.stop()
        self._store()
        self._publish(replace(self.state, running=False, progress=None, cancelled=cancelled))
        if self._context.session.song is None and self._run.first_song is not None:
            navigation.open_song(self._context, self._run.first_song)
        predicting.predict_library(self._context)

    def _publish(self, state: ImportState) -> None:
        self.state = state
        self.changed.emit(state)


def _scan(
    paths: list[Path], cache: FeatureCache, recipes: tuple[str, ...], options: ScanOptions
) -> Callable[[Running], ScanResult]:
    """recipes: also the active model's, whose features would else take a second reading."""

    def work(job: Running) -> ScanResult:
        from core.library.scan.scanning import scan

        return scan(paths, cache, recipes, job, job.deliver, options)

    return work
