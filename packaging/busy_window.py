"""How late a timer of 10 ms rings in the real window while something computes beside it.

`busy_window.py KIND [SONG]`: idle; plain (a plain torch thread, Python's turns of 5 ms as they
come); turns (the same thread in the short turns the window asks for); temporal, everything: a whole
round of learning of that depth, from the first song heard to the last one of the library predicted
anew. With a song it plays meanwhile, and dropouts are counted.
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
from children import tell
from PySide6.QtCore import QObject, Qt, QTimer

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

TICK_MS, MEASURED_S, LONGEST_S = 10, 10.0, 80.0
EPOCHS = {"temporal": 30, "everything": 3}  # by depth
SETTLE_MS = 1000
PYTHONS_TURN_S = 0.005
N_SONGS, SONG_S = 24, 60.0
RECIPE = RECIPES["thesis"]
N_FRAMES = 1 + round(SONG_S * RECIPE.rate_hz) // RECIPE.hop_length


def fill(song: Path | None) -> None:
    """A library of judged songs whose spectrograms are cached, and a model of the usual size."""
    folders().data.mkdir(parents=True, exist_ok=True)
    folders().library_file.unlink(missing_ok=True)
    cache, draw = FeatureCache(folders().features), np.random.default_rng(0)
    with Library.open(folders().library_file) as library:
        for number in range(N_SONGS):
            heard = analyse_song(song, cache).audio_hash if song and not number else ""
            audio_hash, path = heard or f"{number:032x}", Path(f"/music/{number}.flac")
            if not heard:
                values = draw.normal(-8, 4, (96, N_FRAMES)).astype(np.float32)
                cache.put(LogMel(values, RECIPE, audio_hash))
            library.songs.add(
                NewSong(audio_hash, song if heard else path, 1000, 0.0, f"Song {number}",
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
    """A precise timer that notes by how many milliseconds it rings late."""

    def __init__(self) -> None:
        super().__init__()
        self.phase = "all"
        self.late_ms: dict[str, list[float]] = {}
        self._last = time.perf_counter()
        self._timer = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._ring)

    def start(self) -> None:
        """From now on."""
        self._last = time.perf_counter()
        self._timer.start()

    def _ring(self) -> None:
        now = time.perf_counter()
        late_ms = max(0.0, 1e3 * (now - self._last) - TICK_MS)
        self.late_ms.setdefault(self.phase, []).append(late_ms)
        self._last = now


def plain_torch(stop: threading.Event) -> None:
    """What one would write first: a loop over mini-batches, torch as it comes."""
    torch.set_num_threads(torch.get_num_threads())
    config = ChoiConfig(**(asdict(PRESETS["starter"]) | {"n_tags": 1}))
    network = torch.nn.Sequential(
        torch.nn.Conv2d(1, 32, 3), torch.nn.ELU(), torch.nn.MaxPool2d((2, 4)),
        torch.nn.Conv2d(32, 64, 3), torch.nn.ELU(), torch.nn.AdaptiveAvgPool2d(1),
        torch.nn.Flatten(), torch.nn.Linear(64, config.n_tags),
    )  # fmt: skip
    optimiser = torch.optim.Adam(network.parameters())
    segments, wanted = torch.randn(4, 1, 96, config.n_frames), torch.ones(4, config.n_tags)
    while not stop.is_set():
        optimiser.zero_grad()
        torch.nn.functional.binary_cross_entropy_with_logits(network(segments), wanted).backward()
        optimiser.step()


class Round(QObject):
    """One round of learning, told apart: hearing, epochs, end, library (the new model's scores)."""

    def __init__(self, program: Program, ticks: Ticks, over: Callable[[], object]) -> None:
        super().__init__()
        self._program, self._ticks, self._over = program, ticks, over
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
            self._over()

    def _settle(self) -> None:
        decided = self._program.learning.state.decided
        if decided and not self._program.context.runner.jobs():
            QTimer.singleShot(SETTLE_MS, self._over)


def measure(kind: str, song: Path | None) -> dict[str, object]:
    """late_ms: those of each phase; epochs: learned meanwhile; dropouts: None without a device;
    silent: why nothing plays at the end.
    """
    fill(song)
    app = make_application(sys.argv[:1])
    if kind == "plain":
        sys.setswitchinterval(PYTHONS_TURN_S)
    depth = kind if kind in EPOCHS else "auto"
    settings = Settings(depth=depth, learning_epochs=EPOCHS.get(kind, 1))
    program = Program(app, settings)
    program.window.show()
    program.open(None)
    ready = time.monotonic() + 5.0  # what follows the start is over, torch is loaded
    while time.monotonic() < ready or program.context.runner.jobs():
        app.processEvents()
    ticks, stop, player = Ticks(), threading.Event(), program.context.player
    if song is not None:
        player.play()
    plain = threading.Thread(target=plain_torch, args=(stop,))
    ticks.start()
    if kind in EPOCHS:
        taught = Round(program, ticks, lambda: app.exit(0))
    else:
        QTimer.singleShot(round(1e3 * MEASURED_S), lambda: app.exit(0))
        if kind != "idle":
            plain.start()
    QTimer.singleShot(round(1e3 * LONGEST_S), lambda: app.exit(0))
    app.exec()
    stop.set()
    if plain.is_alive():
        plain.join()
    problem = program.learning.state.problem
    if problem or (kind in EPOCHS and not program.learning.state.decided):
        raise RuntimeError(f"the round did not end: {problem or taught}")
    output = player._engine._output
    told = {
        "late_ms": ticks.late_ms,
        "epochs": len(program.learning.state.reports),
        "dropouts": output.underflows if output else None,
        "silent": "" if player.state.playing else player.state.problem or "it stopped",
    }
    program.close()
    return told


if __name__ == "__main__":
    tell(measure(sys.argv[1], Path(sys.argv[2]) if len(sys.argv) > 2 else None))
