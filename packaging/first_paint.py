"""The time to a window's first paint: an empty one, RhythmCap's, or RhythmCap's with a library.

`python first_paint.py empty|window|library [FILE]` prints the seconds since its first line.
"""

from __future__ import annotations

import time

START_S = time.perf_counter()

import gc  # noqa: E402 - the clock runs from here
import sys  # noqa: E402
from pathlib import Path  # noqa: E402


def empty() -> float:
    """Measure an empty window with the libraries that the program is built on."""
    import pyqtgraph  # noqa: F401
    import PySide6.QtWidgets

    app = PySide6.QtWidgets.QApplication([])
    return _painted_s(app, PySide6.QtWidgets.QMainWindow(), lambda: True)


def rhythmcap(library: Path | None) -> float:
    """Measure the program's window; with a library until songs and tags are shown."""
    gc.disable()  # as rhythmcap_gui.__main__ does
    from PySide6.QtCore import QTimer

    from rhythmcap_gui.app import Program, make_application

    app = make_application(sys.argv[:1])
    program = Program(app)
    window, session = program.window, program.context.session
    if library is not None:
        QTimer.singleShot(0, lambda: program.open(library))

    def is_complete() -> bool:
        return library is None or (session.song is not None and len(window.table.model.ids) > 0)

    seconds = _painted_s(app, window, is_complete)
    program.close()
    return seconds


def _painted_s(app: object, window: object, is_complete: object) -> float:
    """Return the seconds until everything is complete and painted."""
    from PySide6.QtCore import QEvent, QObject

    class Watch(QObject):
        painted = False

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            self.painted = self.painted or event.type() == QEvent.Type.Paint
            return False

    watch = Watch()
    window.installEventFilter(watch)
    window.show()
    while not (watch.painted and is_complete()):
        app.processEvents()
    app.processEvents()  # what is still queued
    return time.perf_counter() - START_S


if __name__ == "__main__":
    from child_process import print_result

    window, *file = sys.argv[1:]
    print_result(empty() if window == "empty" else rhythmcap(Path(file[0]) if file else None))
