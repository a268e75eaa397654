"""Builds the program from its parts, runs it, and closes it so that nothing is lost."""

from __future__ import annotations

import gc
import logging
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent, QIcon
from PySide6.QtWidgets import QApplication

from core.audio.player import Player
from core.features.cache import open_cache
from core.messages import message
from core.models.device import limit_memory_pools
from core.paths import folders, resource
from core.settings import Settings, settings_or_defaults
from core.temporary_folders import clear_temporary_folders
from rhythmcap_gui import languages, theme
from rhythmcap_gui.chords import ChordFilter
from rhythmcap_gui.connections import connect_window, take_files
from rhythmcap_gui.controllers.repair_offer import RepairOffer
from rhythmcap_gui.core_text import translated
from rhythmcap_gui.enter_key import EnterKey
from rhythmcap_gui.job_runner import JobRunner, Lane, Listeners, Running
from rhythmcap_gui.logging_setup import LoggingSetup
from rhythmcap_gui.main_window import MainWindow
from rhythmcap_gui.notifications import Notifications
from rhythmcap_gui.operations.context import AppContext
from rhythmcap_gui.operations.files import backups
from rhythmcap_gui.operations.files.importing import Importer
from rhythmcap_gui.operations.files.replaced_library import ReplacedLibrary
from rhythmcap_gui.operations.files.watch_folders import FolderWatcher
from rhythmcap_gui.operations.listening.listened import Listened
from rhythmcap_gui.operations.listening.playback import PlaybackClock
from rhythmcap_gui.operations.models import library_models
from rhythmcap_gui.operations.models.learning import Learning
from rhythmcap_gui.operations.models.room_watch import RoomWatch
from rhythmcap_gui.operations.shell import graphics
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.operations.tags import tagging
from rhythmcap_gui.session import Notice, Session
from rhythmcap_gui.window_state import WindowState

log = logging.getLogger(__name__)

UPKEEP_AFTER_MS, UPKEEP_LATEST_MS = 3000, 7000  # after the first song was scored; in any case
COLLECT_AFTER_MS = 1000
LATE_AFTER_MS, LATE_EVERY_MS = 1500, 50  # parts of the window that are not seen at first
BACKUP_EVERY_MS = 3_600_000  # a window that stays open for days makes each day's backup, too
COLLECTIONS = 700, 10, 100  # Python's own, but a full one, for which all waits, ten times rarer
SWITCH_S = 0.0005  # a busy thread gives way to window and sound ten times sooner than usual


class Application(QApplication):
    """Qt's application, which macOS tells of files to open by events instead of arguments."""

    file_opened = Signal(Path)

    def event(self, event: QEvent) -> bool:
        """Tell of a file that the desktop wants opened."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_opened.emit(Path(event.file()))
            return True
        return super().event(event)


class Program(QObject):
    """The window with all that belongs to it; one a process (and one a test)."""

    def __init__(self, app: QApplication, settings: Settings | None = None) -> None:
        super().__init__()
        self.app = app
        self._closed = self._charts_loading = False
        self._waiting: list[Path] | None = []  # files to open with the library; None once it is
        self._upkeep_delay = QTimer(self, singleShot=True)
        self._upkeep_delay.timeout.connect(self._start_upkeep)
        self._daily = QTimer(self, interval=BACKUP_EVERY_MS)
        self._daily.timeout.connect(lambda: backups.daily(self.context))
        self._late = _LateParts(self)
        settings, self._problem = (
            (settings, None) if settings else settings_or_defaults(folders().settings_file)
        )
        languages.set_language(app, settings.language)
        app.setStyleSheet("")  # of a former program of this process
        theme.choose_theme(app, settings.theme)
        session = Session(settings=settings, cache=open_cache(folders().features), parent=self)
        player = Player(settings.output_device, settings.volume)
        self.context = AppContext(session, JobRunner(self), player)
        self.learning = Learning(self.context, self)
        self.learning.changed.connect(lambda state: state.running and self._load_charts())
        self.importer = Importer(self.context, self)
        self.watcher = FolderWatcher(self.context, self.importer, self)
        self.replaced_library = ReplacedLibrary(self.context, self)
        self.room_watch = RoomWatch(self.context, self)
        self.window = MainWindow(self.context, self.learning, self.importer)
        app.setStyleSheet(theme.style_sheet())
        self.clock, self.listened = PlaybackClock(self.context, self), Listened(self.context, self)
        self.chords = ChordFilter(
            self.window,
            session,
            lambda tag_id, state: tagging.toggle(self.context, tag_id, state),
            lambda tag_id, level: tagging.set_intensity(self.context, tag_id, level),
        )
        self.notifications, self.window_state = Notifications(self.window), WindowState(self.window)
        self.repair_offer = RepairOffer(self.window, self.context)
        self.context.leave_library = self.window_state.save_library
        connect_window(self.window)
        self._follow()
        self.window_state.restore_window()

    def open(self, library: Path | None, *, demo: bool = False, files: Sequence[Path] = ()) -> None:
        """Open the library, else the one used last, else the user's own; then take the files in.

        A library among the files is the one that is opened.
        """
        self._late.begin(self.window)
        waiting, self._waiting = self._waiting or [], None
        if self._problem is not None:
            self.context.show_error(self._problem)
        if self.context.session.cache.folder != folders().features:
            text = message("features.cache_substituted", folder=folders().features)
            self.context.session.notify(translated(text), "warning")
        if demo:
            self.window.files_controller.open_demo()
            return
        files = [path.absolute() for path in (*files, *waiting)]
        libraries = [path for path in files if navigation.is_library(path)]
        library = library or next(iter(libraries), None)
        recent = [Path(path) for path in self.context.session.settings.recent_libraries]
        last = next((path for path in recent if os.path.exists(path)), folders().library_file)
        if library is None and recent and last != recent[0]:
            self._warn_of_missing(recent[0])
        self.window.files_controller.open_library(library or last)
        if self.context.session.library is None and (library or last) != folders().library_file:
            self.window.files_controller.open_own_library()
        if others := [path for path in files if path not in libraries]:
            take_files(self.window, others)

    def open_file(self, path: Path) -> None:
        """Take in a file that the desktop has the program open, once there is a library."""
        if self._waiting is None:
            take_files(self.window, [path])
        else:
            self._waiting.append(path)

    def _warn_of_missing(self, path: Path) -> None:
        text = self.tr("The library used last is not there: {}").format(path)
        remedy = self.tr("Plug its drive in, then open it from File ▸ Recent libraries.")
        notice = Notice(text, "warning", remedy, action="library.open")
        self.context.session.notice.emit(notice)

    def close(self) -> None:
        """Remember how the window was left, stop all work, wait for it, close the library."""
        if self._closed:
            return
        self._closed = True
        began = time.perf_counter()
        self._upkeep_delay.stop()
        self._daily.stop()
        self._late.stop()
        self.watcher.stop()
        self.replaced_library.stop()
        self.room_watch.stop()
        self.window.song_files.stop()
        self.window.sliced_edits.cancel()
        self.window_state.save()
        self.window.hide()
        self.learning.cancel()
        self.learning.live.stop()
        self.importer.cancel()
        ended = self.context.runner.shutdown()
        log.info("all threads ended" if ended else "a thread did not end in time")
        navigation.close_library(self.context, at_end=True)
        self.clock.stop()
        self.context.player.close()
        log.info("closed after %.2f s", time.perf_counter() - began)

    def _follow(self) -> None:
        EnterKey(self)  # follows the focus, as long as the program lives
        session = self.context.session
        session.library_changed.connect(self._library_opened)
        session.settings_changed.connect(self._settings_changed)
        session.predictions_ready.connect(self._first_song_predicted)
        self.window.closing.connect(self.close)

    def _library_opened(self, library: object) -> None:
        if library is None:
            return
        self.window_state.restore_library()
        if not self._daily.isActive():  # the song may never be scored: its file is away
            self._upkeep_delay.start(UPKEEP_LATEST_MS)
        library_models.ensure_starter(self.context)

    def _settings_changed(self, settings: Settings) -> None:
        if settings.theme != theme.requested():
            theme.apply_theme(self.app, settings.theme)
        navigation.use_annotator(self.context)

    def _first_song_predicted(self, _predictions: object) -> None:
        """The first song can be seen and tagged: start what nobody waits for, a little later."""
        self.context.session.predictions_ready.disconnect(self._first_song_predicted)
        if not self._daily.isActive():
            self._upkeep_delay.start(UPKEEP_AFTER_MS)

    def _start_upkeep(self) -> None:
        """Load torch, charts and statistics, tidy the cache, back the library up once a day."""
        from core.metrics.intervals import load_distributions

        graphics.tell_device(self.context, self.window.status.show_device)
        self._load_charts()
        self.context.runner.start(
            Lane.UPKEEP, "Load the statistics", lambda _job: load_distributions()
        )
        cache = self.context.session.cache
        limit = round(self.context.session.settings.cache_limit_gb * 1e9)

        def tidy(_job: Running) -> int:
            clear_temporary_folders()
            return cache.trim(limit)

        self.context.runner.start(Lane.UPKEEP, "Tidy the cache", tidy)
        backups.daily(self.context)
        self._daily.start()

    def _load_charts(self) -> None:
        """Import what draws charts, once, in the background, and build the learning curve.

        As the first curve is shown this would hold the window up for a quarter of a second.
        """
        if not self._charts_loading:
            from rhythmcap_gui.views.widgets.chart import load_plotting

            self._charts_loading = True
            built = Listeners(done=lambda _plotting: self.window.training.curve.build())
            self.context.runner.start(
                Lane.UPKEEP, "Load the charts", lambda _job: load_plotting(), built
            )


class _LateParts(QTimer):
    """Makes the parts of the window that are not seen at first, one at a time: no picture is late.

    Who wants one sooner has it made at once.
    """

    def begin(self, window: MainWindow) -> None:
        """Begin a little later: first the library and its song are shown."""
        self.timeout.connect(lambda: self._make_next(window))
        self.start(LATE_AFTER_MS)

    def _make_next(self, window: MainWindow) -> None:
        self.setInterval(LATE_EVERY_MS)
        if not window.make_next():
            self.stop()


def make_application(argv: list[str]) -> Application:
    """The QApplication with its names and icon, in a process whose threads take short turns.

    Torch alone brings half a million objects: while it is loaded, and after it, walking all of them
    stopped the window for a tenth of a second, several times.
    """
    sys.setswitchinterval(SWITCH_S)
    gc.set_threshold(*COLLECTIONS)
    limit_memory_pools()
    app = Application(argv)
    app.setApplicationName("RhythmCap")
    app.setDesktopFileName(os.environ.get("FLATPAK_ID", "rhythmcap"))
    app.setWindowIcon(QIcon(str(resource("icons", "rhythmcap.svg"))))
    return app


def _collect_garbage() -> None:
    """Collect garbage from here on; what the program consists of is not walked each time."""
    gc.freeze()
    gc.enable()


def run(library: Path | None = None, *, demo: bool = False, files: Sequence[Path] = ()) -> int:
    """Open the window and stay until it is closed; return the exit code."""
    started = time.perf_counter()
    log_setup = LoggingSetup(folders().log_file)
    app = make_application(sys.argv[:1])
    program = Program(app)
    app.file_opened.connect(program.open_file)
    log_setup.show_crash = program.notifications.crashed
    log_setup.show_error = program.context.show_error
    if log_setup.last_crash:
        program.notifications.hard_crash(log_setup.last_crash)
    program.window_state.fit_screen(program.window.screen().availableGeometry())
    program.window.show()
    log.info("window shown after %.2f s", time.perf_counter() - started)
    QTimer.singleShot(0, lambda: program.open(library, demo=demo, files=files))
    QTimer.singleShot(COLLECT_AFTER_MS, _collect_garbage)
    from rhythmcap_gui.interrupts import Interrupts

    interrupts = Interrupts(program.window.closing_question.close_unasked)
    code = app.exec()
    interrupts.release()
    log_setup.close()
    return code
