"""Questions about one word in the real window: from the key that answers to the next song's sound.

`next_sound.py LIBRARY` prints the milliseconds of each. The library is one of big_window.py; sound
counts as audible once the audible second of the new song moves.
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
from rhythmcap_gui.question_queue import Question, QueueKind, SongQueue

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


def measure(path: Path) -> list[float]:
    """Answer a question about every song that has a file, several times over."""
    note_files(path)
    driver = WindowDriver(path)
    review, player = driver.window.review, driver.program.context.player
    known = [tag for tag in driver.session.model_tags if tag is not None]
    times_ms = []
    try:
        for tag_id in known[:4]:
            songs = range(1, CACHED + 1)
            review.begin(
                SongQueue(QueueKind.WORD, tuple(Question(song, tag_id) for song in songs), "word")
            )
            for song_id in songs[1:]:
                until = time.monotonic() + LISTEN_S
                driver.wait_until(lambda until=until: time.monotonic() > until, 0.005)
                driver.window.setFocus()

                def is_audible(song_id: int = song_id) -> bool:
                    state = player.state
                    started = state.playing and not state.opening
                    if driver.session.song.id != song_id or not started:
                        return False
                    start_s = state.loop[0] if state.loop else 0.0
                    return state.position_s > start_s

                def press() -> None:
                    QTest.keyClick(QApplication.focusWidget() or driver.window, Qt.Key.Key_J)

                times_ms.append(driver.measure_ms(press, is_audible))
            review.leave()
    finally:
        driver.program.close()
    return times_ms


if __name__ == "__main__":
    print_result(measure(Path(sys.argv[1])))
