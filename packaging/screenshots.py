"""`make screenshots`: the README's pictures of the real program on the demo library.

The program has a home folder of its own; the demo is composed, predicted and learned from.
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
TIMEOUT_MS = 600_000
POLL_MS = 50
SETTLE_MS = 1500


def wait_for(condition: Callable[[], object], timeout_ms: int = TIMEOUT_MS) -> None:
    """Run the event loop until a condition holds. Raises TimeoutError."""
    loop, poll, end = QEventLoop(), QTimer(), QTimer(singleShot=True)
    poll.timeout.connect(lambda: loop.quit() if condition() else None)
    end.timeout.connect(lambda: loop.exit(1))
    poll.start(POLL_MS)
    end.start(timeout_ms)
    code = loop.exec()
    poll.stop()
    end.stop()
    if code:
        raise TimeoutError("what the picture should show did not appear")


def pause(ms: int = SETTLE_MS) -> None:
    """Let the window draw."""
    loop = QEventLoop()
    QTimer.singleShot(ms, loop.quit)
    loop.exec()


@contextmanager
def program() -> Iterator[Program]:
    """Open the program on the demo library."""
    app = QApplication.instance() or make_application(sys.argv[:1])
    opened = Program(app)
    opened.window.resize(*SIZE)
    opened.window.show()
    opened.open(None, demo=True)
    session = opened.context.session
    wait_for(lambda: session.library is not None and session.model is not None)
    yield opened
    opened.close()


def take_picture(opened: Program, name: str) -> None:
    """Save a picture of the window."""
    pause()
    FOLDER.mkdir(exist_ok=True)
    opened.window.grab().save(str(FOLDER / f"{name}.png"))
    sys.stdout.write(f"{FOLDER / name}.png\n")


def main() -> int:
    """Take every picture the README shows, and put its tables in."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["RHYTHMCAP_HOME"] = home
        with program() as opened:
            session, context = opened.context.session, opened.context
            theme.apply_theme(opened.app, "dark")
            ids = [int(song_id) for song_id in context.library.search.ids("", "title")]
            tagged = next(
                song_id for song_id in ids if context.library.annotations.of_song(song_id)
            )
            navigation.open_song(context, tagged, play=False)
            model = session.model
            wait_for(lambda: session.predictions is not None and session.picture is not None)
            wait_for(lambda: not len(context.library.predictions.missing_ids(model.id)))
            take_picture(opened, "main-dark")
            theme.apply_theme(opened.app, "light")
            take_picture(opened, "main-light")
            theme.apply_theme(opened.app, "dark")
            opened.window.show_dock("learn")
            opened.learning.start()
            wait_for(lambda: not opened.learning.state.running)
            take_picture(opened, "learn-dark")
    return readme_tables.main()


if __name__ == "__main__":
    raise SystemExit(main())
