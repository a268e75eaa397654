"""A window until it is first painted: an empty one, RhythmCap's, or RhythmCap's with a library.

`python first_paint.py empty|window|library [FILE]` says the seconds since its first line.
"""

from __future__ import annotations

import time

BEGUN = time.perf_counter()

import sys  # noqa: E402 - the clock runs from here
from pathlib import Path  # noqa: E402


def empty() -> float:
    """The least there is: what the program is built on, and an empty window."""
    import pyqtgraph  # noqa: F401
    import PySide6.QtWidgets

    app = PySide6.QtWidgets.QApplication([])
    return _painted_s(app, PySide6.QtWidgets.QMainWindow(), lambda: True)


def rhythmcap(library: Path | None) -> float:
    """The program's window; with a library until its songs and the first one's tags are shown."""
    from PySide6.QtCore import QTimer

    from rhythmcap_gui.app import Program, make_application

    app = make_application(sys.argv[:1])
    program = Program(app)
    window, session = program.window, program.context.session
    if library is not None:
        QTimer.singleShot(0, lambda: program.open(library))

    def there() -> bool:
        return library is None or (session.song is not None and len(window.table.model.ids) > 0)

    taken = _painted_s(app, window, there)
    program.close()
    return taken


def _painted_s(app: object, window: object, there: object) -> float:
    """Seconds until everything is there and was painted."""
    from PySide6.QtCore import QEvent, QObject

    class Watch(QObject):
        painted = False

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            self.painted = self.painted or event.type() == QEvent.Type.Paint
            return False

    watch = Watch()
    window.installEventFilter(watch)
    window.show()
    while not (watch.painted and there()):
        app.processEvents()
    app.processEvents()  # the rest of it
    return time.perf_counter() - BEGUN


if __name__ == "__main__":
    from children import tell

    kind, *file = sys.argv[1:]
    tell(empty() if kind == "empty" else rhythmcap(Path(file[0]) if file else None))
