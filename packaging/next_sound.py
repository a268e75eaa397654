"""Questions in the real window: from the key that answers or goes on to the next song's sound.

`next_sound.py LIBRARY` prints for words and for whole songs [milliseconds, of these held by the
sound card] of each. The library is one of big_window.py; sound counts as audible once the audible
second of the new song has moved by AUDIBLE_S.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from big_window import CACHED, WindowDriver
from child_process import print_result
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.library.store import Library
from rhythmcap_gui.question_queue import WHOLE_SONG, Question, QueueKind, SongQueue

Times = list[tuple[float, float]]

AUDIBLE_S = 0.005  # more than rounding to whole frames moves it
LISTEN_S = 1.0  # to a song before it is answered: then the next one has been prepared


def note_files(path: Path) -> None:
    """Have the library know the songs' files, which are then not compared before they play."""
    with Library.open(path) as library:
        for location in library.songs.locations_of(range(1, CACHED + 1)):
            found = location.path.stat()
            library.database.write(
                "UPDATE songs SET size_bytes = ?, mtime_s = ? WHERE id = ?",
                (found.st_size, found.st_mtime, location.song_id),
            )


def measure(path: Path) -> dict[str, Times]:
    """Answer a question about every song that has a file, several times over."""
    note_files(path)
    driver = WindowDriver(path)
    words = [tag for tag in driver.session.model_tags if tag is not None][:4]
    try:
        return {
            "word": [one for tag_id in words for one in _go_through(driver, tag_id)],
            "songs": [one for _ in words for one in _go_through(driver, WHOLE_SONG)],
        }
    finally:
        driver.program.close()


def _go_through(driver: WindowDriver, tag_id: int) -> Times:
    review, player = driver.window.review, driver.program.context.player
    songs, times = range(1, CACHED + 1), []
    kind = QueueKind.SONGS if tag_id == WHOLE_SONG else QueueKind.WORD
    questions = tuple(Question(song, tag_id, position=song) for song in songs)
    review.begin(SongQueue(kind, questions, "word"))
    for song_id in songs[1:]:
        until = time.monotonic() + LISTEN_S
        driver.wait_until(lambda until=until: time.monotonic() > until, 0.005)
        driver.window.setFocus()

        def is_audible(song_id: int = song_id) -> bool:
            state = player.state
            if driver.session.song.id != song_id or not state.playing or state.opening:
                return False
            start_s = state.loop[0] if state.loop else 0.0
            return state.position_s > start_s + AUDIBLE_S

        def press() -> None:
            QTest.keyClick(QApplication.focusWidget() or driver.window, Qt.Key.Key_J)

        time_ms = driver.measure_ms(press, is_audible)
        times.append((time_ms, 1e3 * player.state.held_s))
    review.leave()
    return times


if __name__ == "__main__":
    print_result(measure(Path(sys.argv[1])))
