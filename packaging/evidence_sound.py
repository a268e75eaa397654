"""Evidence to hear in the real window: when each of its four keys was pressed, from silence.

`evidence_sound.py LIBRARY` prints the moments of the monotonic clock, by key; who recorded the
sound card knows when each was heard. The library is one of big_window.py.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from big_window import CACHED, WindowDriver
from child_process import print_result
from next_sound import note_files
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from core.features.cache import MIX, FeatureCache
from core.library.edits.edits import Judge
from core.library.records import State
from core.library.store import Library
from core.models.checkpoint import load_checkpoint
from core.models.probe_form import keep_embedding, probe_form
from core.models.probe_tagger import ProbeTagger
from core.paths import folders
from rhythmcap_gui.evidence_state import Evidence

ROUNDS, SOUND_S, SILENCE_S = 6, 0.6, 0.7
KEYS = {Evidence.FOR: "Alt+1", Evidence.AGAINST: "Alt+2", Evidence.WITH: "Alt+3",
        Evidence.WITHOUT: "Alt+4"}  # fmt: skip
SONG = 1


def compare_songs(path: Path) -> int:
    """Keep embeddings of the songs with files, and judge two of them; return the tag."""
    rng = np.random.default_rng(4)
    with Library.open(path) as library:
        row = library.models.active()
        assert row is not None
        model = probe_form(load_checkpoint(folders().models / row.file))
        assert isinstance(model.network, ProbeTagger)
        cache = FeatureCache(folders().features)
        for song_id in range(1, CACHED + 1):
            song = library.songs.get(song_id)
            assert song is not None
            cache.put_array(song.audio_hash, MIX, np.array([0, -1, 0.0, 1.0]))
            embedding = rng.normal(size=model.network.classifier.in_features).astype(np.float32)
            keep_embedding(cache, song.audio_hash, model, embedding)
        tag_id = next(tag for tag in library.models.tag_ids(row.id) if tag is not None)
        library.do(Judge(2, tag_id, State.YES), Judge(3, tag_id, State.NO), label="bench")
    return tag_id


def measure(path: Path) -> dict[str, list[float]]:
    """Press each key several times; between two presses nothing sounds."""
    note_files(path)
    tag_id = compare_songs(path)
    driver = WindowDriver(path)
    evidence = driver.window.similarity.evidence
    runner = driver.program.context.runner
    pressed: dict[str, list[float]] = {kind.value: [] for kind in Evidence}
    try:
        evidence.show(tag_id)
        driver.wait_until(lambda: len(evidence.state.clips) == len(Evidence), 0.01)
        driver.wait_until(lambda: not runner.jobs(), 0.01)
        wait(driver, SILENCE_S)
        for _ in range(ROUNDS):
            for kind, key in KEYS.items():
                pressed[kind.value].append(time.monotonic())
                press(driver, key)
                driver.wait_until(lambda kind=kind: evidence.state.playing is kind)
                wait(driver, SOUND_S)
                press(driver, key)
                wait(driver, SILENCE_S)
    finally:
        driver.program.close()
    return pressed


def press(driver: WindowDriver, key: str) -> None:
    """Press a key in the window."""
    QTest.keySequence(QApplication.focusWidget() or driver.window, key)


def wait(driver: WindowDriver, seconds: float) -> None:
    """Run the event loop for a while."""
    until = time.monotonic() + seconds
    is_over: Callable[[], bool] = lambda: time.monotonic() > until  # noqa: E731
    driver.wait_until(is_over, 0.005)


if __name__ == "__main__":
    print_result(measure(Path(sys.argv[1])))
