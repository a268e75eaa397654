"""The real program under a real X server, telling its playhead: run by test_walk.py, not a test.

`python walk.py FOLDER`: opens the user's library, imports FOLDER, then waits for keys from
outside. Says on stdout, as JSON lines, what a user would see: songs, playhead, learning.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer

from rhythmcap_gui.app import Program, make_application

TICK_MS = 10


class Witness:
    """Looks at the window a hundred times a second and says what has changed."""

    def __init__(self, program: Program) -> None:
        self._program = program
        self._last: dict[str, object] = {}

    def look(self) -> None:
        """One look."""
        session, program = self._program.context.session, self._program
        seen: dict[str, object] = {
            "song": session.song.title if session.song else None,
            "picture": session.picture is not None,
            "predictions": session.predictions is not None,
            "model": session.model.name if session.model else None,
            "playing": session.playing,
            "busy": len(program.context.runner.jobs()),
            "learned": program.learning.state.new is not None,
            "epochs": len(program.learning.state.reports),
        }
        if session.playing:
            seen["at"] = [time.monotonic(), program.context.player.state.position_s]
        if seen != self._last:
            sys.stdout.write(json.dumps(seen) + "\n")
            sys.stdout.flush()
            self._last = seen


def main(folder: str | None) -> int:
    """Run until the window is closed."""
    app = make_application(sys.argv[:1])
    program = Program(app)
    program.window.resize(1280, 800)
    program.window.show()
    witness, clock = Witness(program), QTimer()
    clock.timeout.connect(witness.look)
    clock.start(TICK_MS)
    QTimer.singleShot(0, lambda: program.open(None))
    if folder:
        QTimer.singleShot(300, lambda: program.window.files_dropped.emit([Path(folder)]))
    return int(app.exec())


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1] if len(sys.argv) > 1 else None))
