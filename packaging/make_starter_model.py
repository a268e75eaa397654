"""`make starter-model`: composes songs, trains a small network on them, puts it in resources/.

The starter is trained on composed music only, and its card says so. Its songs have other seeds, and
so other artists and melodies, than the demo library's; so have the songs it is measured on.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, dataclass, replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from core.demo.arrangement import arrange
from core.demo.compose import compose_song
from core.demo.plan import SongPlan, plan_songs
from core.demo.score import RATE_HZ
from core.demo.truth import RULES, true_tags
from core.features.recipe import RECIPES
from core.features.spectrogram import log_mel
from core.metrics.tag_metrics import per_tag, summary
from core.models.card import ModelCard, card_path
from core.models.checkpoint import save_checkpoint
from core.models.choi_lstm import STARTER, ChoiLstm
from core.models.sections import Section
from core.training.config import LearningRate, Schedule, TrainConfig
from core.training.finetune_records import EpochReport
from core.training.labels import TrainingData
from core.training.loop import fit
from core.training.results import code_version
from core.training.sources import SpectrogramSource, predict_scores
from core.training.split import is_held_out

RESOURCES = Path(__file__).resolve().parents[1] / "resources"
FROM_SCRATCH = Schedule(
    *(LearningRate(1e-3, 440),) * 3, patience=99, train_norm=True
)  # one rate for all: nothing is there to be kept
TRAIN_SEED, TEST_SEED, SEED = 7001, 9001, 1
N_TRAIN, N_TEST, EPOCHS = 360, 60, 18
RECIPE = RECIPES["thesis"]
# Words of the demo library that the starter is not taught, so that there is something to learn.
UNTAUGHT = {"strings", "bells", "energy", "gentle", "jazzy"}
LICENCE = "CC0-1.0"
WORDS = tuple(word for word in RULES if word not in UNTAUGHT)
DESCRIPTION = (
    "Knows composed music only: it was taught {n_train} short songs that a program wrote, with "
    "tags that were true because they were composed, and never heard a recording. On real music "
    "its scores are a first guess and nothing more; it is a starting point for learning from "
    "your own tags. Measured on {n_test} composed songs of other artists and seeds."
)


@dataclass(frozen=True, slots=True)
class ComposedSong:
    """A song's log-mel spectrogram, (96, n_frames), and what is true of it, (n_words,)."""

    artist: str
    sound: NDArray[np.float16]
    states: NDArray[np.int8]


def compose_one(plan: SongPlan) -> ComposedSong:
    """Compose one song and keep its spectrogram only."""
    samples = compose_song(plan.seed, plan).mean(axis=1)
    yes, no = true_tags(plan, arrange(plan))
    states = [1 if word in yes else 0 if word in no else -1 for word in WORDS]
    values = log_mel(samples, RATE_HZ, RECIPE).astype(np.float16)
    return ComposedSong(plan.artist.name, values, np.array(states, dtype=np.int8))


def compose_songs(seed: int, n_songs: int) -> list[ComposedSong]:
    """Compose the songs of a seed on all cores."""
    with ProcessPoolExecutor(os.cpu_count(), mp_context=get_context("spawn")) as pool:
        return list(pool.map(compose_one, plan_songs(seed, n_songs)))


def train(network: ChoiLstm, songs: list[ComposedSong]) -> dict[str, Any]:
    """Train the network; the songs of a fifth of the artists choose the best epoch."""
    states = np.stack([song.states for song in songs])
    validation = np.array([is_held_out(song.artist, "") for song in songs])
    data = TrainingData(
        targets=(states == 1).astype(np.float32),
        weights=(states >= 0).astype(np.float32),
        states=states,
        train=np.arange(len(songs)),
        held_out=np.flatnonzero(validation),
        validation=np.flatnonzero(validation),
        groups=np.arange(len(songs)),
        seen_by_parent=np.zeros(len(songs), dtype=np.bool_),
        known=np.zeros(len(WORDS), dtype=np.bool_),
        probed=np.zeros(len(WORDS), dtype=np.bool_),
    )
    config = TrainConfig(FROM_SCRATCH, frozenset(Section), EPOCHS, SEED, "cpu")
    source = SpectrogramSource([song.sound for song in songs], RECIPE, "cpu", segments_per_pass=0)
    fitted = fit(network, source, data, config, report_epoch)
    return {
        "epochs": EPOCHS,
        "best_epoch": fitted.best_epoch,
        "songs": len(songs),
        "songs_choosing_the_epoch": int(validation.sum()),
        "train_seed": TRAIN_SEED,
        "schedule": FROM_SCRATCH.to_json(),
    }


def measure(network: ChoiLstm, tests: list[ComposedSong]) -> dict[str, Any]:
    """Measure songs that had no part in training, as a card holds the numbers."""
    states = np.stack([song.states for song in tests])
    source = SpectrogramSource([song.sound for song in tests], RECIPE, "cpu", segments_per_pass=0)
    scores = predict_scores(network, source, range(len(tests)))
    summed = summary(WORDS, states, scores)
    tags = per_tag(WORDS, states, scores)
    return asdict(summed) | {
        "test_seed": TEST_SEED,
        "per_tag": {word: tag.to_json() for word, tag in tags.items()},
    }


def report_epoch(report: EpochReport) -> None:
    """Log one line per epoch."""
    log(
        f"epoch {report.epoch:2d} of {report.epochs}: loss {report.loss:6.3f}, "
        f"WAUC {report.wauc or 0:.3f}, {report.seconds_left:4.0f} s left"
    )


def log(text: str) -> None:
    """Write a line to the terminal."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def ship(network: ChoiLstm, card: ModelCard) -> Path:
    """Write both files to resources/ as float16."""
    with tempfile.TemporaryDirectory() as folder:
        made = save_checkpoint(Path(folder), card, network, half=True)
        for source in (made, card_path(made)):
            shutil.copyfile(source, RESOURCES / f"starter{source.suffix}")
    return RESOURCES / "starter.safetensors"


def main() -> int:
    """Compose, train, measure, write."""
    started = time.monotonic()
    log(f"Composing {N_TRAIN} songs to learn from and {N_TEST} to be measured on")
    songs, tests = compose_songs(TRAIN_SEED, N_TRAIN), compose_songs(TEST_SEED, N_TEST)
    log(f"Composed after {time.monotonic() - started:.0f} s; now learning")
    torch.manual_seed(SEED)
    config = replace(STARTER, n_tags=len(WORDS))
    network = ChoiLstm(config)
    settings = train(network, songs)
    metrics = measure(network, tests)
    card = ModelCard(
        name="starter", architecture="choi_lstm", sizes=asdict(config), recipe=RECIPE, words=WORDS,
        description=DESCRIPTION.format(n_train=len(songs), n_test=len(tests)), seed=SEED,
        settings=settings, metrics=metrics, code_version=code_version(), licence=LICENCE,
    )  # fmt: skip
    path = ship(network, card)
    log(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB, WAUC {metrics['wauc']:.3f} on songs of")
    log(f"other artists and seeds; {time.monotonic() - started:.0f} s in all")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
