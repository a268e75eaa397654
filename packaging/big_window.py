"""The real window on a large library: a key press, another song, a letter of a search.

`big_window.py prepare LIBRARY SONGS DECISIONS` makes it, with a few real songs whose features are
cached; `big_window.py measure LIBRARY` prints the milliseconds of each.
"""

from __future__ import annotations

import sqlite3
import sys
import time
import wave
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

import numpy as np
from bench_library_maker import make_library
from child_process import print_result
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from core.features.analyse import analyse_song, load_picture
from core.features.cache import FeatureCache
from core.library.store import Library
from core.paths import folders
from rhythmcap_gui.app import Program, make_application

CACHED, SONG_S, RATE_HZ = 6, 240, 44_100
PRESSES, SWITCHES, COMMITS = 120, 36, 200
SETTLE_S, IDLE_S, TIMEOUT_S = 4.0, 0.01, 300.0
TYPED = ("amber harbour", "kick -piano", "predicted:kick>0.7 silver", "year:1990..1995 house")

Times = list[float]  # milliseconds


def prepare(path: Path, n_songs: int, n_decisions: int) -> None:
    """Make a library whose first songs have files, and pictures and predictions in the cache."""
    make_library(path, n_songs, n_decisions)
    with Library.open(path) as library:
        model_file = _model(library)
        for song_id in range(1, CACHED + 1):
            _song(library, song_id, path.parent / f"song {song_id}.wav", model_file)


def _model(library: Library) -> Path:
    """Give the library's model a file: an untrained network of the starter's sizes."""
    import torch

    from core.features.recipe import RECIPES
    from core.models.card import ModelCard
    from core.models.checkpoint import save_checkpoint
    from core.models.choi_lstm import PRESETS, ChoiLstm

    torch.manual_seed(0)
    row = library.models.list()[0]
    config = replace(PRESETS["starter"], n_tags=len(row.words))
    card = ModelCard("bench", "choi_lstm", asdict(config), RECIPES["thesis"], row.words)
    file = save_checkpoint(folders().models, card, ChoiLstm(config))
    library.database.write("UPDATE models SET file = ? WHERE id = ?", (file.name, row.id))
    library.models.set_active(row.id)
    return file


def _song(library: Library, song_id: int, path: Path, model_file: Path) -> None:
    from core.features.recipe import RECIPES
    from core.models.checkpoint import load_checkpoint
    from core.models.predict import predict_song
    from core.models.prediction_cache import save_predictions

    t = np.arange(RATE_HZ * SONG_S) / RATE_HZ
    sound = 12_000 * np.sin(2 * np.pi * (100 + 40 * song_id) * t) * np.exp(-4 * (t % 0.5))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE_HZ)
        file.writeframes(sound.astype("<i2").tobytes())
    cache = FeatureCache(folders().features)
    found = analyse_song(path, cache)
    log_mel = cache.get(found.audio_hash, RECIPES["thesis"])
    save_predictions(cache, model_file, predict_song(load_checkpoint(model_file), log_mel))
    library.database.write(
        "UPDATE songs SET path = ?, audio_hash = ?, duration_s = ? WHERE id = ?",
        (str(path), found.audio_hash, found.duration_s, song_id),
    )


class Painted(QObject):
    """Counts the paints of one widget."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.count = 0
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


class WindowDriver:
    """The program with that library open, all background work done."""

    def __init__(self, path: Path) -> None:
        self.app = make_application(sys.argv[:1])
        self.program = Program(self.app)
        self.window, self.session = self.program.window, self.program.context.session
        self.window.resize(1280, 800)
        self.window.show()
        self.program.open(path)
        self.session.set_query("")
        self.window.table.set_order("added", False)  # the cached songs stand one below the other
        self.window.table.song_chosen.emit(1)
        settled = time.monotonic() + SETTLE_S
        self.wait_until(
            lambda: time.monotonic() > settled and not self.program.context.runner.jobs(), IDLE_S
        )

    def wait_until(self, is_done: Callable[[], object], idle_s: float = 0.0) -> None:
        """Run the event loop until a condition holds; then once more, for painting.

        idle_s: left to the threads in every round, where nothing is measured.
        """
        deadline = time.monotonic() + TIMEOUT_S
        while not is_done():
            if time.monotonic() > deadline:
                raise TimeoutError("the window does not get there")
            self.process_events()
            if idle_s:
                time.sleep(idle_s)
        self.process_events()

    def process_events(self) -> None:
        """Process events, and the deferred deletions that a running loop handles itself."""
        self.app.processEvents()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def measure_ms(self, act: Callable[[], object], is_done: Callable[[], object]) -> float:
        """Measure from an act until a condition holds and the event loop has painted."""
        start_s = time.perf_counter()
        act()
        self.wait_until(is_done)
        return 1e3 * (time.perf_counter() - start_s)


def key_presses(driver: WindowDriver) -> Times:
    """Chords on chips that can be seen: from the second letter to the chip's paint."""
    library, editor = driver.session.library, driver.window.editor
    keys = {category.id: category.key for category in library.codebook.categories()}
    chips = [
        (keys[tag.category_id], tag, editor.chip(tag.id))
        for tag in library.codebook.tags()
        if tag.key and not editor.chip(tag.id).visibleRegion().isEmpty()
    ]
    driver.window.setFocus()
    times_ms = []
    for number in range(PRESSES):
        first, tag, chip = chips[number % len(chips)]
        paints, before = Painted(chip), _state(driver, tag.id)
        QTest.keyClick(_focus(driver), first.lower())
        driver.process_events()
        painted = paints.count
        times_ms.append(
            driver.measure_ms(
                lambda key=tag.key: QTest.keyClick(_focus(driver), key.lower()),
                lambda p=paints, n=painted: p.count > n,
            )
        )
        if _state(driver, tag.id) == before:
            raise RuntimeError(f"{tag.name} is as it was")
        chip.removeEventFilter(paints)
    return times_ms


def _focus(driver: WindowDriver) -> QWidget:
    return QApplication.focusWidget() or driver.window


def _state(driver: WindowDriver, tag_id: int) -> object:
    found = driver.session.library.annotations.of_song(driver.session.song.id).get(tag_id)
    return found.state if found else None


def bare_commits(folder: Path) -> Times:
    """Measure the disk's time to store one row."""
    with sqlite3.connect(folder / "bare.db", isolation_level=None) as bare:
        bare.execute("PRAGMA journal_mode = WAL")
        bare.execute("PRAGMA synchronous = FULL")
        bare.execute("CREATE TABLE IF NOT EXISTS t (x)")
        return [_ms(lambda: bare.execute("INSERT INTO t VALUES (1)")) for _ in range(COMMITS)]


def switches(driver: WindowDriver) -> Times:
    """To the next cached song and back: until picture, tags and predictions are painted."""
    session, window = driver.session, driver.window
    times_ms = []
    for number in range(SWITCHES):
        step = 1 if number % (2 * CACHED - 2) < CACHED - 1 else -1
        song_id = session.song.id + step

        def is_open(song_id: int = song_id) -> bool:
            return session.song.id == song_id and None not in (session.picture, session.predictions)

        times_ms.append(driver.measure_ms(lambda step=step: window.step_song(step), is_open))
    return times_ms[CACHED:]


def bare_pictures(driver: WindowDriver) -> Times:
    """The same songs' pictures read from the cache, and nothing else."""
    cache = FeatureCache(folders().features)
    songs = [driver.session.library.songs.get(song_id) for song_id in range(1, CACHED + 1)]
    return [_ms(lambda song=song: load_picture(song.audio_hash, cache)) for song in songs * 4]


def letters(driver: WindowDriver) -> Times:
    """A search as it is typed: from each letter until its songs are found and painted."""
    line, times_ms = driver.window.search, []
    for text in TYPED:
        driver.window.focus_search()
        for number, letter in enumerate(text, start=1):
            query = text[:number].strip()
            elapsed_ms = driver.measure_ms(
                lambda letter=letter: QTest.keyClicks(line, letter),
                lambda query=query: driver.session.query == query,
            )
            if letter != " ":  # asks nothing new
                times_ms.append(elapsed_ms)
        driver.measure_ms(
            lambda: QTest.keyClick(line, Qt.Key.Key_Escape), lambda: not driver.session.query
        )
    return times_ms


def bare_titles(path: Path) -> Times:
    """SQLite fetching the title of every song."""
    with sqlite3.connect(path) as bare:
        return [_ms(bare.execute("SELECT title FROM songs").fetchall) for _ in range(5)]


def _ms(act: Callable[[], object]) -> float:
    start_s = time.perf_counter()
    act()
    return 1e3 * (time.perf_counter() - start_s)


def measure(path: Path) -> dict[str, Times]:
    """All of it, in milliseconds."""
    driver = WindowDriver(path)
    try:
        return {
            "switch": switches(driver),
            "picture": bare_pictures(driver),
            "press": key_presses(driver),
            "commit": bare_commits(path.parent),
            "letter": letters(driver),
            "titles": bare_titles(path),
        }
    finally:
        driver.program.close()


if __name__ == "__main__":
    verb, file, *sizes = sys.argv[1:]
    print_result(
        prepare(Path(file), *map(int, sizes)) if verb == "prepare" else measure(Path(file))
    )
