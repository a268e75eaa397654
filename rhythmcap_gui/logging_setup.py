"""The log file, and the end of silent deaths: whatever nobody caught is logged and shown."""

from __future__ import annotations

import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
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

from core.errors import RhythmCapError
from rhythmcap_gui.crash_report import take_hard_crash

log = logging.getLogger("rhythmcap")

SIZE_BYTES, KEPT = 1_000_000, 3
LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING, QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}  # fmt: skip


class _Crossing(QObject):
    """Brings what happened on a thread to the main one."""

    happened = Signal(str, str)
    said = Signal(object)  # RhythmCapError


class LoggingSetup:
    """Writes to a rotating file; `tell` shows the user what nobody caught, `tell_known` an error
    that has words for him (later: he may be told in the middle of painting).
    """

    def __init__(self, path: Path) -> None:
        self.tell: Callable[[str, str], None] = lambda _text, _detail: None
        self.tell_known: Callable[[Exception], None] = lambda _error: None
        self.last_crash = ""  # of the program's last run, where it died hard
        self._crossing = _Crossing()
        self._crossing.happened.connect(lambda text, detail: self.tell(text, detail))
        later = Qt.ConnectionType.QueuedConnection
        self._crossing.said.connect(lambda error: self.tell_known(error), later)
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
        """Give everything back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(self._former)
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()

    def _open(self, path: Path) -> logging.Handler:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            handler: logging.Handler = RotatingFileHandler(
                path, maxBytes=SIZE_BYTES, backupCount=KEPT, encoding="utf-8"
            )
            self.last_crash = take_hard_crash(path.with_name("crash.log"))
            self._crashes = path.with_name("crash.log").open("a", encoding="utf-8")
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
            self._crossing.said.emit(error)
            return
        self._crossing.happened.emit(f"Something went wrong: {error or kind.__name__}", detail)

    @staticmethod
    def _from_qt(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        log.log(LEVELS.get(kind, logging.WARNING), "Qt: %s", text)
