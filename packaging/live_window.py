"""The real window at very many songs while one tags: how long its event loop is held at once.

`live_window.py prepare LIBRARY SONGS` makes a library with the starter's scores of every song, and
decisions on the first ones. `live_window.py measure LIBRARY` decides on one song after another; the
embeddings are drawn, all else is the program's own.
"""

from __future__ import annotations

import gc
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
from bench_library_maker import make_library
from child_process import print_result
from numpy.typing import NDArray

from core.features.cache import FeatureCache
from core.jobs import JobContext
from core.library.edits.edits import JudgeMany
from core.library.records import Labels, State
from core.library.store import Library
from core.model_store.registry import add_file
from core.models.checkpoint import TaggingModel
from core.models.probe_form import probe_network
from core.paths import folders, resource
from core.settings import Settings
from core.training import live_space
from core.training.folds import artist_numbers
from core.training.live_space import LiveSpace
from core.training.whitening import fit_embedding_scaling
from rhythmcap_gui.app import Program, make_application
from rhythmcap_gui.operations.songs import navigation
from rhythmcap_gui.operations.tags import tagging

N_JUDGED, N_TAGS, N_DECISIONS = 500, 40, 8
SCORES_AT_ONCE, N_DRAWN = 10_000, 2_003
IDLE_S, PAUSE_S, TIMEOUT_S = 1.0, 0.5, 300.0

Drawn = NDArray[np.floating]


def prepare(path: Path, n_songs: int) -> None:
    """Make the library; half of the decisions on each tag are yes."""
    make_library(path, n_songs, 0)
    rng = np.random.default_rng(3)
    with Library.open(path) as library:
        library.database.value("PRAGMA synchronous = OFF")  # after a crash it is made again
        folders().models.mkdir(parents=True, exist_ok=True)
        for name in ("starter.json", "starter.safetensors"):
            shutil.copy(resource(name), folders().models)
        model = add_file(library, folders().models / "starter.safetensors")
        library.models.set_active(model.id)
        for first in range(1, n_songs + 1, SCORES_AT_ONCE):
            ids = range(first, min(first + SCORES_AT_ONCE, n_songs + 1))
            scores = rng.random((len(ids), len(model.words)), np.float32)
            library.predictions.put(model.id, dict(zip(ids, scores, strict=True)))
        for tag in library.codebook.tags()[:N_TAGS]:
            songs = rng.permutation(np.arange(1, N_JUDGED + 1))
            for state, chosen in ((State.YES, songs[::2]), (State.NO, songs[1::2])):
                library.do(JudgeMany(tuple(chosen.tolist()), tag.id, state))


def drawn_space(
    parent: TaggingModel, labels: Labels, _cache: FeatureCache, job: JobContext
) -> LiveSpace:
    """Draw an embedding of every song, in place of reading them."""
    job.check()
    network, order = probe_network(parent), np.argsort(labels.song_ids, kind="stable")
    rng, n = np.random.default_rng(5), len(order)
    some = rng.standard_normal((N_DRAWN, network.classifier.in_features), dtype=np.float32)
    values = some.astype(np.float16)[np.arange(n) % N_DRAWN]
    reference = _tensor(values[:N_JUDGED, : network.n_embedding])
    nobody = np.zeros(n, np.bool_)
    return LiveSpace(
        parent, labels.song_ids[order], values, artist_numbers(labels)[order], nobody, nobody,
        fit_embedding_scaling(reference, network.blocks), network.n_embedding,
    )  # fmt: skip


def _tensor(values: Drawn) -> Any:
    import torch

    return torch.from_numpy(values.astype(np.float64))


class Driver:
    """The program with that library open; waits with its event loop running."""

    def __init__(self, path: Path) -> None:
        live_space.read_live_space = drawn_space  # type: ignore[assignment]
        self.app = make_application(sys.argv[:1])
        self.program = Program(self.app, Settings())
        self.session = self.program.context.session
        self.phase, self.steps_ms = "start", dict[str, list[float]]()
        self.program.window.resize(1280, 800)
        self.program.window.show()
        self.program.open(path)
        self.wait_until(lambda: self.session.library is not None and not self._is_busy())
        gc.freeze()  # as the program does, once it is there

    def wait_until(self, is_done: Callable[[], object], least_s: float = 0.0) -> None:
        """Let the program go on until something is so, for some time at least."""
        begun = time.monotonic()
        while time.monotonic() < begun + least_s or not is_done():
            start_s = time.thread_time()
            self.app.processEvents()
            took_ms = 1e3 * (time.thread_time() - start_s)
            self.steps_ms.setdefault(self.phase, []).append(took_ms)
            time.sleep(0.001)
            if time.monotonic() > begun + TIMEOUT_S:
                raise RuntimeError("it took too long")

    def _is_busy(self) -> bool:
        return bool(self.program.context.runner.jobs())

    def decide(self, song_id: int, tag_id: int) -> float:
        """Decide on a song; return the milliseconds until all songs have their new scores."""
        navigation.open_song(self.program.context, song_id)
        self.wait_until(lambda: not self._is_busy(), PAUSE_S)
        self.phase, known = "decision", self.session.live.n_decisions
        begun = time.perf_counter()
        tagging.judge(self.program.context, tag_id, State.YES)
        self.wait_until(lambda: self.session.live.n_decisions > known)
        took_ms = 1e3 * (time.perf_counter() - begun)
        self.wait_until(lambda: not self._is_busy(), PAUSE_S)
        self.phase = "between"
        return took_ms


def measure(path: Path) -> dict[str, object]:
    """Return milliseconds: the steps of the event loop by phase, and of each decision.

    Steps are processor time of the window's thread, which no other program lengthens.
    """
    driver = Driver(path)
    driver.phase = "begin"
    driver.wait_until(lambda: driver.session.live.ready)
    driver.wait_until(lambda: not driver.program.context.runner.jobs(), PAUSE_S)
    driver.phase = "idle"
    driver.wait_until(lambda: True, IDLE_S)
    driver.phase = "between"
    library = driver.session.library
    songs, tags = library.search.ids("untagged").tolist(), library.codebook.tags()
    took_ms = [driver.decide(songs[number], tags[number].id) for number in range(N_DECISIONS)]
    driver.program.close()
    longest_ms = {phase: max(steps_ms) for phase, steps_ms in driver.steps_ms.items()}
    return {"longest_ms": longest_ms, "took_ms": took_ms}


if __name__ == "__main__":
    if sys.argv[1] == "prepare":
        prepare(Path(sys.argv[2]), int(sys.argv[3]))
        print_result(None)
    else:
        print_result(measure(Path(sys.argv[2])))
