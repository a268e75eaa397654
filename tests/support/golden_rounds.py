"""Rounds of learning with everything fixed, and what is kept of each: see test_golden_learning.py.

packaging/keep_golden_learning.py keeps them in tests/data/learning; the test does them again.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import zlib
from collections.abc import Callable, Iterator
from dataclasses import astuple, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load_file

from core.demo.compose import compose_song
from core.demo.plan import plan_songs
from core.demo.score import RATE_HZ
from core.evaluation.compare import ComparedModel, compare_scores
from core.evaluation.report import ScoredSongs
from core.exchange.model_files.model_archive import import_zip
from core.features.cache import FeatureCache
from core.features.recipe import RECIPES, FeatureRecipe
from core.features.spectrogram import LogMel, log_mel
from core.library.records import Labels
from core.metrics.metric_records import Summary, TagMetrics
from core.metrics.tag_metrics import per_tag, summary
from core.models.card import ModelCard, read_card
from core.models.catalogue import build_network
from core.models.checkpoint import load_checkpoint, save_checkpoint
from core.models.device import has_bfloat16, torch_threads
from core.models.predict import predict_song
from core.models.prediction_records import Predictions
from core.training.finetune_records import EpochReport, FinetuneResult
from core.training.snapshot import read_out_of_fold, read_states
from tests.support.order_songs import order_round
from tests.support.released_files import DATA_DIR
from tests.support.synthetic_songs import RECIPE, TAGS, LearningRound, make_round, synthetic_labels

Arrays = dict[str, NDArray[Any]]
LARGEST_WHOLE = 2048  # numbers; of larger arrays the norm and eight sums with signs are kept
N_SUMS = 8
N_TAG_FIELDS = 7  # of TagMetrics
CHUNK_RECIPE = RECIPES["mel96-16k"]
GOLDEN_FILE = DATA_DIR.parent / "learning" / "golden_learning.npz"
SEEDS = (7, 8)  # of two composed songs


@contextlib.contextmanager
def one_thread() -> Iterator[None]:
    """Let torch sum on one thread inside, also where the program chooses their number."""
    if not hasattr(os, "sched_setaffinity"):
        with torch_threads(1):
            yield
        return
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(before)})
    try:
        with torch_threads(1):
            yield
    finally:
        os.sched_setaffinity(0, before)


def arithmetic() -> str:
    """Name what this processor computes with: learning magnifies the last digits of its sums."""
    name = str(torch.cpu.get_capabilities().get("cpu_name", ""))
    kind = "bfloat16" if has_bfloat16("cpu") else "float32"
    return f"{name} {torch.backends.cpu.get_cpu_capability()} {kind}"


# -- the rounds -----------------------------------------------------------------------------


def classifier_round(home: Path) -> LearningRound:
    """Learn two new tags and one that the parent predicts from what version 0.1 released."""
    labels = _hard(synthetic_labels(FeatureCache(home / "cache"), n_songs=120))
    learning_round = make_round(home, labels, "classifier", epochs=12)
    learning_round = learning_round.with_request(parent_name="yesterday")
    parent_path, _ = import_zip(DATA_DIR / "model.zip", home / "parents")
    return replace(learning_round, parent_path=parent_path)


def temporal_round(home: Path) -> LearningRound:
    """Train a tiny network's sense of time, which helps."""
    return order_round(home)


def everything_round(home: Path) -> LearningRound:
    """Train all sections of a tiny network."""
    return order_round(home, "everything", epochs=6)


def lstm_round(home: Path) -> LearningRound:
    """Put an LSTM behind a public tagger with random weights, and train it."""
    cache = FeatureCache(home / "cache")
    labels = _hard(synthetic_labels(cache, n_songs=48))
    for number, audio_hash in enumerate(labels.audio_hashes):
        values = np.random.default_rng(number).normal(-60, 4, (96, 400)).astype(np.float32)
        values[10:40] += 30 * labels.states[number, 0]
        values[60:90] += 30 * labels.states[number, 1]
        cache.put(LogMel(values, CHUNK_RECIPE, audio_hash))
    torch.manual_seed(1)
    card = ModelCard("public", "musicnn", {"n_tags": 2}, CHUNK_RECIPE, ("dark", "brass"))
    parent_path = save_checkpoint(home / "parents", card, build_network("musicnn", card.sizes))
    learning_round = make_round(home, labels, "automatic", epochs=2)
    learning_round = learning_round.with_request(parent_name="public", lstm=True)
    return replace(learning_round, parent_path=parent_path)


ROUNDS: dict[str, Callable[[Path], LearningRound]] = {
    "classifier": classifier_round,
    "temporal": temporal_round,
    "everything": everything_round,
    "lstm": lstm_round,
}


def _hard(labels: Labels) -> Labels:
    """Add mistakes and gaps to the decisions, and a tag that has a yes only."""
    noise = np.random.default_rng(11)
    states = labels.states.copy()
    wrong = noise.random(states.shape) < 0.12
    states[wrong] = 1 - states[wrong]
    states[noise.random(states.shape) < 0.1] = -1
    lonely = np.full((len(states), 1), -1, np.int8)
    lonely[0] = 1
    return replace(
        labels,
        tag_ids=np.arange(11, 15),
        tag_names=("dark", *TAGS[1:], "lonely"),
        states=np.hstack([states, lonely]),
    )


# -- what is kept ---------------------------------------------------------------------------


def golden_round(name: str, home: Path) -> tuple[Arrays, dict[str, Any]]:
    """Do a round; return its arrays, and facts about it as JSON has them."""
    learning_round = ROUNDS[name](home)
    epochs: list[EpochReport] = []
    with one_thread():
        outcome = learning_round.run(epochs.append)
        recipe = read_card(outcome.model_path).recipe
        scores = scores_of_all(outcome.model_path, learning_round, recipe)
    out_of_fold = judged_scores(outcome.card)
    state = {key: value.numpy() for key, value in load_file(outcome.model_path).items()}
    kept = {f"weights/{key}": essence(key, value) for key, value in state.items()}
    curve = [[report.epoch, report.loss, report.wauc] for report in epochs]
    return (
        {**kept, "scores": scores, "out_of_fold": out_of_fold},
        {**facts_of(outcome, state), "epochs": curve},
    )


def scores_of_all(
    path: Path, learning_round: LearningRound, recipe: FeatureRecipe
) -> NDArray[np.float32]:
    """The model's scores of all songs of a round: (n_songs, n_words)."""
    model, cache = load_checkpoint(path), learning_round.cache
    cached = (cache.get(audio_hash, recipe) for audio_hash in learning_round.labels.audio_hashes)
    log_mels = [log_mel for log_mel in cached if log_mel is not None]
    return np.stack([predict_song(model, log_mel, taggram=False).scores for log_mel in log_mels])


def judged_scores(card: ModelCard) -> NDArray[np.float32]:
    """The out-of-fold scores of a card where a song was judged on the word, NaN elsewhere."""
    scores, states = read_out_of_fold(card), read_states(card.labels)
    assert scores is not None
    for column, word in enumerate(card.words):
        if word in card.labels["tags"]:
            scores[states[:, card.labels["tags"].index(word)] < 0, column] = np.nan
    return scores


def facts_of(outcome: FinetuneResult, state: dict[str, NDArray[Any]]) -> dict[str, Any]:
    """Collect what the outcome holds besides its weights, and a digest of these, bit for bit."""
    settings = outcome.card.settings
    return {
        "words": list(outcome.card.words),
        "tag_ids": list(outcome.tag_ids),
        "architecture": outcome.card.architecture,
        "wauc_before": outcome.wauc_before,
        "wauc_after": outcome.wauc_after,
        "prior_share": settings["prior_share"],
        "best_epoch": settings["best_epoch"],
        "epochs_done": settings["epochs_done"],
        "n_train": outcome.n_train,
        "n_measured": outcome.n_measured,
        "measured_by": outcome.measured_by,
        "new_sides": dict(sorted(outcome.new_sides.items())),
        "left_out": [tag for tag, _ in outcome.left_out],
        "depth": outcome.depth,
        "before": {name: numbers_of(metrics) for name, metrics in outcome.before.items()},
        "after": {name: numbers_of(metrics) for name, metrics in outcome.after.items()},
        "digest": digest_of(state),
    }


def numbers_of(metrics: TagMetrics) -> list[float | None]:
    """The numbers of a tag without their intervals."""
    return [
        metrics.support, metrics.n, metrics.auc, metrics.ap, metrics.f1, metrics.threshold,
        metrics.mcc, metrics.precision, metrics.recall,
    ]  # fmt: skip


def essence(key: str, values: NDArray[Any]) -> NDArray[np.float32]:
    """A small array as it is; of a large one its norm and eight sums with fixed signs."""
    flat = values.astype(np.float64).ravel()
    if flat.size <= LARGEST_WHOLE:
        return values.astype(np.float32)
    noise = np.random.default_rng([0, zlib.crc32(key.encode())])
    signs = np.unpackbits(np.frombuffer(noise.bytes(flat.size), np.uint8)).reshape(N_SUMS, -1)
    sums = (signs.astype(np.float64) * 2 - 1) @ flat / np.sqrt(flat.size)
    return np.array([np.linalg.norm(flat), *sums], np.float32)


def digest_of(state: dict[str, NDArray[Any]]) -> str:
    """Equal for equal weights of the same names, bit for bit."""
    digest = hashlib.blake2b(digest_size=16)
    for key in sorted(state):
        digest.update(f"{key} {state[key].dtype} {state[key].shape}".encode())
        digest.update(np.ascontiguousarray(state[key]).tobytes())
    return digest.hexdigest()


def plain(record: TagMetrics | Summary) -> Any:
    """A record as JSON would hold it, by the order of its fields and not by their names.

    Of a tag those that it had when the golden numbers were kept: up to its bins.
    """
    n_fields = N_TAG_FIELDS if isinstance(record, TagMetrics) else None
    return json.loads(json.dumps(astuple(record)[:n_fields]))


# -- predicting and measuring -----------------------------------------------------------------


def composed(number: int) -> NDArray[np.float16]:
    """Compose one of two songs: its spectrogram, (96, n_frames)."""
    plan = plan_songs(SEEDS[number], 4)[0]
    sound = compose_song(plan.seed, plan).mean(axis=1)
    return log_mel(sound, RATE_HZ, RECIPE).astype(np.float16)


def released_songs() -> list[NDArray[np.float16]]:
    """Read the spectrograms of the two songs as version 0.1 composed them."""
    with np.load(DATA_DIR / "golden_learning.npz") as file:
        return [file[f"songs/{number}"] for number in range(len(SEEDS))]


def predict(path: Path, spectrogram: NDArray[np.float16]) -> Predictions:
    """Predict with the model of a file: spectrogram (96, n_frames)."""
    song = LogMel(spectrogram.astype(np.float32), RECIPE, "x")
    with one_thread():
        return predict_song(load_checkpoint(path), song)


def arrays_of(predictions: Predictions) -> Arrays:
    """Song scores, taggram and beginnings."""
    assert predictions.taggram is not None
    return {
        "scores": predictions.scores,
        "taggram": predictions.taggram.scores,
        "taggram_s": predictions.taggram.start_s,
        "prefixes": predictions.prefixes.scores,
        "prefixes_s": predictions.prefixes.end_s,
    }


def measured() -> dict[str, Any]:
    """Metrics and a comparison of two models, on numbers drawn with a fixed seed."""
    noise = np.random.default_rng(5)
    names = ("a", "b", "c", "d")
    states = noise.integers(-1, 2, (60, 4)).astype(np.int8)
    states[:, 3] = 1  # no number without a no
    scores = np.clip((states == 1) * 0.3 + noise.random((60, 4)) * 0.7, 0, 1).round(2)
    labels = Labels(
        song_ids=np.arange(1, 61), audio_hashes=tuple(f"{n:032x}" for n in range(60)),
        paths=tuple(Path(f"/music/{n}.flac") for n in range(60)), artists=("Band",) * 60,
        tag_ids=np.arange(1, 5), tag_names=names, states=states, codebook_version=1,
    )  # fmt: skip
    other = noise.random((60, 3)).astype(np.float32)
    rivals = [ComparedModel("one", Path("one")), ComparedModel("two", Path("two"))]
    not_learned = np.zeros(60, np.bool_)
    songs = [
        ScoredSongs("one", names, labels, scores.astype(np.float32), True, (), not_learned),
        ScoredSongs("two", ("b", "a", "tuba"), labels, other, True, (), not_learned),
    ]
    return {
        "per_tag": {
            name: plain(metrics) for name, metrics in per_tag(names, states, scores).items()
        },
        "summary": plain(summary(names, states, scores)),
        "compared": json.loads(json.dumps(compare_scores(rivals, songs).to_json())),
    }
