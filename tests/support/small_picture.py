"""A small song for the tests of the centre column: composed, looked at, opened in a column."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core.features.picture_records import SongPicture
from core.library.records import Song
from core.models.prediction_records import Predictions, PrefixScores, Taggram
from rhythmcap_gui.session import Session
from rhythmcap_gui.views.listening.listening import Listening
from tests.support.in_memory import WholeDisplay

RATE_HZ = 22_050
DURATION_S = 60.0
TONE_HZ = 440.0
WORDS = ("drums", "guitar", "female", "folk")
FREE = Qt.KeyboardModifier.NoModifier
SCORES = (0.2, 0.9, 0.5, 0.4)


@lru_cache(maxsize=4)
def tone_picture(duration_s: float = DURATION_S) -> SongPicture:
    """440 Hz in the second half of the song, silence before."""
    seconds = np.arange(int(duration_s * RATE_HZ)) / RATE_HZ
    tone = 0.5 * np.sin(2 * np.pi * TONE_HZ * seconds) * (seconds >= duration_s / 2)
    stream = WholeDisplay(RATE_HZ)
    stream.push(tone.astype(np.float32))
    return SongPicture(*stream.finish())


def song(duration_s: float = DURATION_S) -> Song:
    """A song as the library hands it out."""
    return Song(
        id=1, audio_hash="0" * 32, path=Path("/music/harbour.flac"), size_bytes=1, mtime_s=0.0,
        title="Harbour", artist="Lena", album="", year=2010, duration_s=duration_s,
        rate_hz=RATE_HZ, channels=1, added_at="", missing_since=None, note="",
    )  # fmt: skip


def predictions(duration_s: float = DURATION_S) -> Predictions:
    """Four words; "guitar" is strongest in the window from 20 s to 30 s and absent at the end."""
    starts = np.arange(0, duration_s - 10 + 1e-6, 5, dtype=np.float32)
    scores = np.tile(np.array(SCORES, dtype=np.float32), (len(starts), 1))
    scores[:, 1] = 0.5
    scores[4, 1], scores[-1, 1] = 0.95, 0.05
    taggram = Taggram(starts, 10.0, scores)
    prefixes = PrefixScores(starts, scores)
    return Predictions("m", "0" * 32, WORDS, np.array(SCORES, dtype=np.float32), taggram, prefixes)


@dataclass
class RecordedRequests:
    """What the column requested, in order."""

    seeks: list[float]
    loops: list[tuple[float, float] | None]


@contextmanager
def column(width: int = 800, height: int = 640) -> Iterator[tuple[Listening, RecordedRequests]]:
    """The centre column with the tone open, wired as the window wires it."""
    session = Session()
    view = Listening(session, devices=lambda: ())
    requests = RecordedRequests([], [])
    view.seek_requested.connect(requests.seeks.append)
    view.seek_requested.connect(session.set_position)
    view.loop_requested.connect(requests.loops.append)
    view.loop_requested.connect(session.set_loop)
    view.resize(width, height)
    view.show()
    session.open_song(song())
    session.set_picture(tone_picture())
    session.set_predictions(predictions())
    QApplication.processEvents()
    yield view, requests
    view.close()
    view.deleteLater()


def click(pane: QWidget, x: float, y: float | None = None, *, shift: bool = False) -> None:
    """A click at a pane's pixel, in its middle height unless told."""
    held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
    at = QPoint(round(x), round(pane.height() / 2 if y is None else y))
    QTest.mouseClick(pane, Qt.MouseButton.LeftButton, held, at)


def drag(pane: QWidget, start_x: float, end_x: float, *, release: bool = True) -> None:
    """Press, move, and let go."""
    y = pane.height() // 2
    QTest.mousePress(pane, Qt.MouseButton.LeftButton, pos=QPoint(round(start_x), y))
    for share in (0.3, 0.7, 1.0):
        move(pane, start_x + share * (end_x - start_x), pressed=True)
    if release:
        QTest.mouseRelease(pane, Qt.MouseButton.LeftButton, pos=QPoint(round(end_x), y))


def move(pane: QWidget, x: float, y: float | None = None, *, pressed: bool = False) -> None:
    """The pointer moves here; with a button held where pressed."""
    at = QPointF(x, pane.height() / 2 if y is None else y)
    held = Qt.MouseButton.LeftButton if pressed else Qt.MouseButton.NoButton
    event = QMouseEvent(
        QMouseEvent.Type.MouseMove, at, pane.mapToGlobal(at), Qt.MouseButton.NoButton, held,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(pane, event)


def turn(pane: QWidget, x: float, notches: float, held: Qt.KeyboardModifier = FREE) -> None:
    """Turn the wheel over a pixel; away from the user is positive."""
    at = QPointF(x, pane.height() / 2)
    event = QWheelEvent(
        at, pane.mapToGlobal(at), QPoint(), QPoint(0, round(120 * notches)),
        Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(pane, event)
