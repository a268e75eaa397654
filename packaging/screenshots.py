"""`make screenshots`: the README's pictures, taken of the real program at work on the demo library.

Everything happens in a home of its own; the demo is composed, listened to and learned from.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import readme_tables
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from rhythmcap_gui import theme
from rhythmcap_gui.app import Program, make_application
from rhythmcap_gui.operations.songs import navigation

FOLDER = Path(__file__).parent / "screenshots"
SIZE = (1440, 900)
PATIENCE_MS = 600_000
LOOK_EVERY_MS = 50
SETTLE_MS = 1500


def wait_for(condition: Callable[[], object], patience_ms: int = PATIENCE_MS) -> None:
    """Run the event loop until something is so. Raises TimeoutError."""
    loop, look, end = QEventLoop(), QTimer(), QTimer(singleShot=True)
    look.timeout.connect(lambda: loop.quit() if condition() else None)
    end.timeout.connect(lambda: loop.exit(1))
    look.start(LOOK_EVERY_MS)
    end.start(patience_ms)
    code = loop.exec()
    look.stop()
    end.stop()
    if code:
        raise TimeoutError("what the picture should show did not come about")


def pause(ms: int = SETTLE_MS) -> None:
    """Let the window draw what it was told."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


@contextmanager
def program() -> Iterator[Program]:
    """The program on the demo library, with every song listened to."""
    app = QApplication.instance() or make_application(sys.argv[:1])
    made = Program(app)
    made.window.resize(*SIZE)
    made.window.show()
    made.open(None, demo=True)
    session = made.context.session
    wait_for(lambda: session.library is not None and session.model is not None)
    yield made
    made.close()


def take(made: Program, name: str) -> None:
    """Look, and keep what is seen."""
    pause()
    FOLDER.mkdir(exist_ok=True)
    made.window.grab().save(str(FOLDER / f"{name}.png"))
    sys.stdout.write(f"{FOLDER / name}.png\n")


def main() -> int:
    """Take every picture the README shows, and put its tables in."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["RHYTHMCAP_HOME"] = home
        with program() as made:
            session, context = made.context.session, made.context
            theme.apply_theme(made.app, "dark")
            ids = [int(each) for each in context.library.search.ids("", "title")]
            tagged = next(each for each in ids if context.library.annotations.of_song(each))
            navigation.open_song(context, tagged, play=False)
            model = session.model
            wait_for(lambda: session.predictions is not None and session.picture is not None)
            wait_for(lambda: not len(context.library.predictions.missing_ids(model.id)))
            take(made, "main-dark")
            theme.apply_theme(made.app, "light")
            take(made, "main-light")
            theme.apply_theme(made.app, "dark")
            made.window.show_dock("learn")
            made.learning.start()
            wait_for(lambda: not made.learning.state.running)
            take(made, "learn-dark")
    return readme_tables.main()


if __name__ == "__main__":
    raise SystemExit(main())
