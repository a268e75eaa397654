"""A long mixed session in the real window: `long_session.py [MINUTES]` prints the memory it takes.

Songs opened, judged, undone, played, zoomed and searched at random on the demo library; learned
from every half a minute, and the new model used or not; dialogs and themes now and then. One line
of JSON at the end: seconds and megabytes, ten seconds apart, and how often it learned.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from child_process import print_result
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QDialog

from core.library.records import State
from rhythmcap_gui.app import Program, make_application
from rhythmcap_gui.operations.shell import preferences
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.operations.tags import tagging

MINUTES, ACT_MS, LEARN_S, SAMPLE_S = 30.0, 100, 30.0, 10.0
PAGE_BYTES = 4096
QUERIES = ("", "piano", "tag:guitar", "slow", "-tag:drums", "added:2026", "a")
TRIGGERED = (
    "playback.toggle", "playback.forward", "playback.back_far", "playback.slower",
    "playback.own_speed", "view.zoom_in", "view.zoom_out", "view.fit", "view.as_model",
    "view.scope", "view.scroll_on", "loop.in", "loop.out", "loop.clear", "song.next",
    "song.previous", "tags.accept", "tags.reject", "tags.rest", "edit.undo", "edit.redo",
)  # fmt: skip
DIALOGS = ("window.settings", "help.keys", "model.words", "library.twice")


def resident_mb() -> float:
    """Return what this process holds of memory now."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE_BYTES / 1e6


class Session(QObject):
    """Acts at random on a program, from a timer, until the time is over."""

    def __init__(self, program: Program, minutes: float) -> None:
        super().__init__()
        self.program, self._random = program, random.Random(1)
        self.samples: list[tuple[float, float]] = []
        self.n_learned = 0
        self._start_s = self._learned_s = time.monotonic()
        self._end_s = self._start_s + 60.0 * minutes
        self._timer = QTimer(self, interval=ACT_MS)
        self._timer.timeout.connect(self._act)
        self._timer.start()
        self._acts: tuple[tuple[Callable[[], object], int], ...] = (
            (self._open_song, 30), (self._judge, 30), (self._trigger, 40), (self._search, 6),
            (self._dialog, 1), (self._theme, 1),
        )  # fmt: skip

    def _act(self) -> None:
        now = time.monotonic()
        if not self.samples or now - self._start_s >= self.samples[-1][0] + SAMPLE_S:
            self.samples.append((round(now - self._start_s, 1), round(resident_mb(), 1)))
            sys.stderr.write(json.dumps([*self.samples[-1], self.n_learned]) + "\n")
        if now > self._end_s:
            self._timer.stop()
            QApplication.exit(0)
            return
        context = self.program.context
        if context.session.song is None:
            return
        self._learn(now)
        acts, weights = zip(*self._acts, strict=True)
        self._random.choices(acts, weights)[0]()

    def _learn(self, now: float) -> None:
        learning = self.program.learning
        if learning.state.running or now - self._learned_s < LEARN_S / 2:
            return
        self._learned_s = now
        if learning.state.new is not None and not learning.state.decided:
            training = self.program.window.training
            (training.use_new if self._random.random() < 0.7 else training.keep_old).click()
        elif learning.start():
            self.n_learned += 1

    def _open_song(self) -> None:
        ids = self.program.context.library.songs.all_ids()
        navigation.open_song(self.program.context, int(self._random.choice(ids)))

    def _judge(self) -> None:
        context = self.program.context
        tag = self._random.choice(context.library.codebook.tags())
        tagging.toggle(context, tag.id, self._random.choice([State.YES, State.NO]))

    def _trigger(self) -> None:
        action = self.program.window.action_set[self._random.choice(TRIGGERED)]
        if action.isEnabled():
            action.trigger()

    def _search(self) -> None:
        self.program.window.search.setText(self._random.choice(QUERIES))

    def _dialog(self) -> None:
        self.program.window.action_set[self._random.choice(DIALOGS)].trigger()
        QTimer.singleShot(ACT_MS // 2, self._close_dialogs)

    def _close_dialogs(self) -> None:
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                widget.reject()

    def _theme(self) -> None:
        context = self.program.context
        theme = self._random.choice(["light", "dark"])
        preferences.store(context, replace(context.session.settings, theme=theme))


def main(minutes: float) -> None:
    """Run a session, and print what it took."""
    app = make_application(sys.argv[:1])
    program = Program(app)
    program.window.show()
    QTimer.singleShot(0, lambda: program.open(None, demo=True))
    session = Session(program, minutes)
    app.exec()
    program.close()
    print_result({"samples": session.samples, "rounds": session.n_learned})


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else MINUTES)
