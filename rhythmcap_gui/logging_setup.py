"""The log file; exceptions that nobody caught are logged and shown."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from core.atomic_files import create_private, private_folder
from core.errors import RhythmCapError
from rhythmcap_gui.crash_report import take_hard_crash

log = logging.getLogger("rhythmcap")

MAX_BYTES, N_BACKUPS = 1_000_000, 3
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING, QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}  # fmt: skip


class _Crossing(QObject):
    """Brings errors of other threads to the main one."""

    crashed = Signal(str, str)
    failed = Signal(object)  # RhythmCapError


class _PrivateLog(RotatingFileHandler):
    """A log that its owner alone may read: it names songs and folders."""

    def _open(self) -> TextIOWrapper:
        create_private(Path(self.baseFilename))
        return super()._open()


class LoggingSetup:
    """Writes to a rotating file; `show_crash` shows an exception that nobody caught.

    `show_error` shows one that has a text for users, from the event loop: it may have been raised
    while painting.
    """

    def __init__(self, path: Path) -> None:
        self.show_crash: Callable[[str, str], None] = lambda _text, _detail: None
        self.show_error: Callable[[Exception], None] = lambda _error: None
        self.last_crash = ""  # of the program's last run, where it died hard
        self._crossing = _Crossing()
        self._crossing.crashed.connect(lambda text, detail: self.show_crash(text, detail))
        later = Qt.ConnectionType.QueuedConnection
        self._crossing.failed.connect(lambda error: self.show_error(error), later)
        self._handler = self._open(path)
        root = logging.getLogger()
        root.addHandler(self._handler)
        root.setLevel(logging.INFO)
        sys.excepthook = self._uncaught
        threading.excepthook = lambda args: self._uncaught(
            args.exc_type, args.exc_value, args.exc_traceback
        )
        self._former = qInstallMessageHandler(self._from_qt)

    def close(self) -> None:
        """Restore the hooks of before."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(self._former)
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()

    def _open(self, path: Path) -> logging.Handler:
        try:
            private_folder(path.parent)
            handler: logging.Handler = _PrivateLog(
                path, maxBytes=MAX_BYTES, backupCount=N_BACKUPS, encoding="utf-8"
            )
            self.last_crash = take_hard_crash(path.with_name("crash.log"))
            crash_file = path.with_name("crash.log")
            create_private(crash_file)
            self._crashes = crash_file.open("a", encoding="utf-8")
            faulthandler.enable(self._crashes)
        except OSError:
            handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        return handler

    def _uncaught(
        self,
        kind: type[BaseException],
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(130)
        detail = "".join(traceback.format_exception(kind, error, trace))
        log.error("not caught:\n%s", detail)
        if isinstance(error, RhythmCapError):
            self._crossing.failed.emit(error)
            return
        self._crossing.crashed.emit(f"Something went wrong: {error or kind.__name__}", detail)

    @staticmethod
    def _from_qt(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        log.log(LEVELS.get(kind, logging.WARNING), "Qt: %s", text)
