"""Notifications: long work ended while the window was not active; crashes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

from core.paths import folders
from rhythmcap_gui.crash_report import report_text
from rhythmcap_gui.job_runner import Job, Lane
from rhythmcap_gui.main_window import MainWindow
from rhythmcap_gui.plain_text import without_markup
from rhythmcap_gui.session import Notice
from rhythmcap_gui.views.shell.crash_dialog import CrashDialog

LONG_LANES = frozenset({Lane.IMPORT, Lane.TRAIN, Lane.EXPORT, Lane.MODELS})


class Notifications(QObject):
    """Alerts in the task bar and, where the system can, its tray; crash dialogs."""

    called = Signal(str)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._tray: QSystemTrayIcon | None = None
        self._crash: CrashDialog | None = None
        window.context.runner.ended.connect(self._job_ended)

    def crashed(self, what: str, detail: str) -> None:
        """Show an uncaught exception in a dialog; further ones, while it is open, as notices."""
        log_file = folders().log_file
        if self._crash is not None:
            remedy = self.tr("It is in the log, too: {}").format(log_file)
            self._window.context.session.notice.emit(Notice(what, "error", remedy, detail))
            return
        report = report_text(what, detail, log_file)
        self._crash = CrashDialog(what, report, log_file, self._window)
        self._crash.finished.connect(self._crash_closed)
        self._crash.open()

    def hard_crash(self, trace: str) -> None:
        """Show a notice that the program crashed the last time, with the trace to copy."""
        self._window.context.session.notice.emit(Notice(
            self.tr("RhythmCap ended unexpectedly the last time."),
            "error",
            self.tr("Every decision made until then is stored. Copy details for a report."),
            report_text("Hard crash", trace, folders().log_file),
        ))  # fmt: skip

    def _crash_closed(self, _result: int) -> None:
        if self._crash is not None:
            self._crash.deleteLater()
        self._crash = None

    def _job_ended(self, job: Job, outcome: str) -> None:
        if job.lane not in LONG_LANES or outcome == "cancelled" or self._window.isActiveWindow():
            return
        done = self.tr("{}: done") if outcome == "done" else self.tr("{}: did not work")
        text = done.format(job.title)
        QApplication.alert(self._window)
        self._show_in_tray(text)
        self.called.emit(text)

    def _show_in_tray(self, text: str) -> None:
        if not QSystemTrayIcon.isSystemTrayAvailable() or not QSystemTrayIcon.supportsMessages():
            return
        if self._tray is None:
            self._tray = QSystemTrayIcon(self._window.windowIcon(), self)
            self._tray.messageClicked.connect(self._window.activateWindow)
        self._tray.show()
        self._tray.showMessage("RhythmCap", without_markup(text), self._window.windowIcon())
