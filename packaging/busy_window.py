"""How late a timer of 10 ms fires in the real window while something computes beside it.

`busy_window.py LOAD [SONG]`: idle; plain (a plain torch thread, with Python's switch interval of
5 ms); turns (the same thread with the short interval that the window sets); temporal, everything: a
whole round of learning of that depth, from the first embedding to the last new prediction of the
library. With a song it plays meanwhile, and dropouts are counted.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from child_process import print_result
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from core.features.analyse import analyse_song
from core.features.cache import FeatureCache
from core.features.recipe import RECIPES
from core.features.spectrogram import LogMel
from core.library.edits.edits import AddTag, JudgeMany
from core.library.records import NewSong, State
from core.library.store import Library
from core.model_store.registry import add_file
from core.models.card import ModelCard
from core.models.checkpoint import save_checkpoint
from core.models.choi_lstm import PRESETS, ChoiConfig, ChoiLstm
from core.paths import folders
from core.settings import Settings
from rhythmcap_gui.app import Program, make_application
from rhythmcap_gui.view_data import LearnState

TICK_MS, MEASURED_S, MAX_S = 10, 10.0, 80.0
EPOCHS = {"temporal": 30, "everything": 3}  # by depth
SETTLE_MS, START_S = 1000, 8.0
SWITCH_INTERVAL_S = 0.005
N_SONGS, SONG_S = 48, 60.0  # enough for training by gradients, too
RECIPE = RECIPES["thesis"]
N_FRAMES = 1 + round(SONG_S * RECIPE.rate_hz) // RECIPE.hop_length


def fill(song: Path | None) -> None:
    """Make a library of judged songs with cached spectrograms, and a model of the usual size."""
    folders().data.mkdir(parents=True, exist_ok=True)
    folders().library_file.unlink(missing_ok=True)
    cache, draw = FeatureCache(folders().features), np.random.default_rng(0)
    with Library.open(folders().library_file) as library:
        for number in range(N_SONGS):
            real_hash = analyse_song(song, cache).audio_hash if song and not number else ""
            audio_hash, path = real_hash or f"{number:032x}", Path(f"/music/{number}.flac")
            status = song.stat() if song and real_hash else None
            size_and_time = (status.st_size, status.st_mtime) if status else (1000, 0.0)
            if not real_hash:
                values = draw.normal(-8, 4, (96, N_FRAMES)).astype(np.float32)
                cache.put(LogMel(values, RECIPE, audio_hash))
            library.songs.add(
                NewSong(audio_hash, song if real_hash else path, *size_and_time, f"Song {number}",
                        f"Artist {number}", "", None, SONG_S, 44_100, 2)
            )  # fmt: skip
        library.do(AddTag("odd", library.codebook.find_category("details").id))
        tag, ids = library.codebook.find("odd").id, library.songs.all_ids().tolist()
        for first, state in ((0, State.YES), (1, State.NO)):
            library.do(JudgeMany(tuple(ids[first::2]), tag, state))
        torch.manual_seed(0)
        config = ChoiConfig(**(asdict(PRESETS["starter"]) | {"n_tags": 1}))
        card = ModelCard("bench", "choi_lstm", asdict(config), RECIPE, ("odd",))
        file = save_checkpoint(folders().models, card, ChoiLstm(config))
        library.models.set_active(add_file(library, file).id)


class Ticks(QObject):
    """A precise timer that records by how many milliseconds it fires late."""

    def __init__(self) -> None:
        super().__init__()
        self.phase = "all"
        self.late_ms: dict[str, list[float]] = {}
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._record)

    def start(self) -> None:
        """Start the timer."""
        self._last = time.perf_counter()
        self._timer.start()

    def _record(self) -> None:
        now = time.perf_counter()
        late_ms = max(0.0, 1e3 * (now - self._last) - TICK_MS)
        self.late_ms.setdefault(self.phase, []).append(late_ms)
        self._last = now


def plain_torch(stop: threading.Event) -> None:
    """Train in a plain loop over mini-batches, torch with its defaults."""
    torch.set_num_threads(torch.get_num_threads())
    config = ChoiConfig(**(asdict(PRESETS["starter"]) | {"n_tags": 1}))
    network = torch.nn.Sequential(
        torch.nn.Conv2d(1, 32, 3), torch.nn.ELU(), torch.nn.MaxPool2d((2, 4)),
        torch.nn.Conv2d(32, 64, 3), torch.nn.ELU(), torch.nn.AdaptiveAvgPool2d(1),
        torch.nn.Flatten(), torch.nn.Linear(64, config.n_tags),
    )  # fmt: skip
    optimiser = torch.optim.Adam(network.parameters())
    segments, targets = torch.randn(4, 1, 96, config.n_frames), torch.ones(4, config.n_tags)
    while not stop.is_set():
        optimiser.zero_grad()
        torch.nn.functional.binary_cross_entropy_with_logits(network(segments), targets).backward()
        optimiser.step()


class Round(QObject):
    """One round of learning in phases: hearing, epochs, end, library (the new model's scores)."""

    def __init__(self, program: Program, ticks: Ticks, on_end: Callable[[], object]) -> None:
        super().__init__()
        self._program, self._ticks, self._on_end = program, ticks, on_end
        program.learning.changed.connect(self._follow)
        program.context.runner.ended.connect(lambda *_ended: QTimer.singleShot(0, self._settle))
        ticks.phase = "hearing"
        if not program.learning.start():
            raise RuntimeError("it does not learn")

    def _follow(self, state: LearnState) -> None:
        if state.decided:
            return
        if state.running and state.reports:
            last = len(state.reports) == self._program.context.session.settings.learning_epochs
            self._ticks.phase = "end" if last else "epochs"
        elif not state.running and state.new is not None:
            self._ticks.phase = "library"
            QTimer.singleShot(SETTLE_MS, self._program.learning.use_new)
        elif not state.running:
            self._on_end()

    def _settle(self) -> None:
        decided = self._program.learning.state.decided
        if decided and not self._program.context.runner.jobs():
            QTimer.singleShot(SETTLE_MS, self._on_end)


def open_program(app: QApplication, settings: Settings) -> Program:
    """Open the window, and wait until its background work is done and all is loaded."""
    program = Program(app, settings)
    program.window.show()
    program.open(None)
    ready = time.monotonic() + START_S
    runner, live = program.context.runner, program.learning.live
    while time.monotonic() < ready or runner.jobs() or not live.is_settled:
        app.processEvents()
    return program


def measure(load: str, song: Path | None) -> dict[str, object]:
    """Measure the late ticks under a load, and play meanwhile.

    late_ms: of each phase; epochs: learned meanwhile; dropouts: None without a device; silent: why
    nothing plays at the end.
    """
    fill(song)
    app = make_application(sys.argv[:1])
    if load == "plain":
        sys.setswitchinterval(SWITCH_INTERVAL_S)
    depth = load if load in EPOCHS else "auto"
    settings = Settings(depth=depth, learning_epochs=EPOCHS.get(load, 1))
    program = open_program(app, settings)
    ticks, stop, player = Ticks(), threading.Event(), program.context.player
    if song is not None:
        player.play()
    plain = threading.Thread(target=plain_torch, args=(stop,))
    ticks.start()
    if load in EPOCHS:
        learning = Round(program, ticks, lambda: app.exit(0))
    else:
        QTimer.singleShot(round(1e3 * MEASURED_S), lambda: app.exit(0))
        if load != "idle":
            plain.start()
    QTimer.singleShot(round(1e3 * MAX_S), lambda: app.exit(0))
    app.exec()
    stop.set()
    if plain.is_alive():
        plain.join()
    state, output = program.learning.state, player._engine._output
    if state.problem or (load in EPOCHS and not state.decided):
        raise RuntimeError(f"the round did not end: {state.problem or learning}")
    result = {
        "late_ms": ticks.late_ms,
        "epochs": len(state.reports),
        "dropouts": output.underflows if output else None,
        "silent": "" if player.state.playing else player.state.problem or "it stopped",
    }
    program.close()
    return result


if __name__ == "__main__":
    print_result(measure(sys.argv[1], Path(sys.argv[2]) if len(sys.argv) > 2 else None))
