"""Fine-tuning: what is learned, what stays bit for bit, what is promised about it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import load_file

from core.errors import TrainingError
from core.features.cache import FeatureCache
from core.jobs import Cancelled
from core.library.records import Labels
from core.messages import message
from core.models.checkpoint import load_checkpoint, weights_digest
from core.training.finetune import finetune
from core.training.finetune_records import EpochReport, FinetuneResult
from core.training.results import read_states
from core.training.split import held_out_mask, is_held_out
from tests.support.synthetic_songs import (
    RECIPE,
    TAGS,
    TINY,
    make_round,
    parent_file,
    synthetic_labels,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("learning")


@pytest.fixture(scope="module")
def labels(folder: Path) -> Labels:
    return synthetic_labels(FeatureCache(folder / "cache"))


@pytest.fixture(scope="module")
def temporal(folder: Path, labels: Labels) -> FinetuneResult:
    return make_round(folder, labels, epochs=12).run()


@pytest.fixture(scope="module")
def one_artist(labels: Labels) -> Labels:
    """All songs by one artist whose songs are not held out: the last epoch's weights stay."""
    home = next(a for a in (f"Band {n}" for n in range(99)) if not is_held_out(a, ""))
    return replace(labels, artists=(home,) * len(labels.artists))


@pytest.fixture(scope="module")
def everything(folder: Path, one_artist: Labels) -> FinetuneResult:
    return make_round(folder, one_artist, "everything", epochs=2).run()


def weights(path: Path) -> dict[str, torch.Tensor]:
    return load_file(path)


def changed(folder: Path, outcome: FinetuneResult) -> set[str]:
    """The sections in which at least one number is not the parent's."""
    before = weights(next((folder / "parents").glob("*.safetensors")))
    after = weights(outcome.model_path)
    return {
        key.split(".")[0]
        for key, value in after.items()
        if key not in before
        or value.shape != before[key].shape
        or not torch.equal(value, before[key])
    }


def test_finetuning_lifts_the_wauc_far_above_the_parents(temporal: FinetuneResult) -> None:
    assert temporal.wauc_after is not None
    assert temporal.wauc_before is not None
    assert temporal.wauc_after > 0.85
    assert temporal.wauc_after > temporal.wauc_before + 0.1


def test_known_words_come_first_and_new_ones_follow(temporal: FinetuneResult) -> None:
    assert temporal.card.words == ("low", "brass", "high", "rising")
    assert temporal.tag_ids == (11, None, 12, 13)
    assert set(temporal.before) == {"low"}
    assert set(temporal.after) == set(TAGS)


def test_frozen_sections_stay_bit_for_bit(
    folder: Path, one_artist: Labels, temporal: FinetuneResult, everything: FinetuneResult
) -> None:
    classifier = make_round(folder, one_artist, "classifier", epochs=3).run()
    assert changed(folder, classifier) == {"classifier"}
    assert changed(folder, temporal) <= {"classifier", "temporal"}
    assert changed(folder, everything) <= {"classifier", "temporal", "reduction"}


def test_fine_tuning_keeps_the_statistics_of_batch_norms(
    folder: Path, everything: FinetuneResult
) -> None:
    before = weights(next((folder / "parents").glob("*.safetensors")))
    after = weights(everything.model_path)
    names = [name for name in before if "running" in name or "tracked" in name]
    assert names
    assert all(torch.equal(before[name], after[name]) for name in names)


@pytest.mark.parametrize("depth", ["temporal", "everything"])
def test_the_parent_in_memory_stays_bit_for_bit(
    folder: Path, one_artist: Labels, depth: str
) -> None:
    learning_round = make_round(folder, one_artist, depth, epochs=2)
    parent = load_checkpoint(learning_round.parent_path)
    before = weights_digest([parent.network])
    finetune(learning_round.request, one_artist, parent, learning_round.cache)
    assert weights_digest([parent.network]) == before
    assert not any(module.training for module in parent.network.modules())


def test_the_same_request_gives_the_same_weights(
    folder: Path,
    labels: Labels,
    one_artist: Labels,
    temporal: FinetuneResult,
    everything: FinetuneResult,
) -> None:
    again = make_round(folder, labels, "temporal", epochs=12).run()
    deeper = make_round(folder, one_artist, "everything", epochs=2).run()
    for first, second in ((temporal, again), (everything, deeper)):
        one, two = weights(first.model_path), weights(second.model_path)
        assert all(torch.equal(one[name], two[name]) for name in one)


def test_held_out_songs_do_not_change_the_weights(
    folder: Path, labels: Labels, temporal: FinetuneResult
) -> None:
    states = labels.states.copy()
    states[held_out_mask(labels)] = 1 - states[held_out_mask(labels)]
    inverted = make_round(folder, replace(labels, states=states), epochs=12).run()
    one, two = weights(temporal.model_path), weights(inverted.model_path)
    assert all(torch.equal(one[name], two[name]) for name in one)
    assert inverted.wauc_after != temporal.wauc_after


def test_songs_without_a_decision_do_not_change_the_weights(folder: Path, labels: Labels) -> None:
    """Two snapshots that differ only in a song without any decision give the same weights."""
    states = labels.states.copy()
    states[3:9, 1] = -1
    masked = replace(labels, states=states)
    rows = np.append(np.arange(len(states)), 0)
    stranger = replace(
        masked,
        song_ids=np.arange(len(rows)),
        audio_hashes=(*labels.audio_hashes, "f" * 32),
        paths=(*labels.paths, Path("/nowhere.flac")),
        artists=(*labels.artists, "Nobody"),
        states=np.append(states, [[-1, -1, -1]], axis=0).astype(np.int8),
    )
    one, two = (make_round(folder, labels_, epochs=2).run() for labels_ in (masked, stranger))
    first, second = weights(one.model_path), weights(two.model_path)
    assert all(torch.equal(first[name], second[name]) for name in first)
    assert two.skipped == ()


def test_a_second_request_reads_cached_embeddings_only(tmp_path: Path) -> None:
    cache = FeatureCache(tmp_path / "cache")
    labels = synthetic_labels(cache)
    first = make_round(tmp_path, labels, epochs=2).run()
    for spectrogram in (tmp_path / "cache").rglob("*.npy"):
        if spectrogram.name.startswith(RECIPE.key):
            spectrogram.unlink()
    second = make_round(tmp_path, labels, epochs=2).run()
    assert second.skipped == ()
    one, two = weights(first.model_path), weights(second.model_path)
    assert all(torch.equal(one[name], two[name]) for name in one)


def test_songs_that_cannot_be_read_are_skipped_and_listed(tmp_path: Path) -> None:
    labels = synthetic_labels(FeatureCache(tmp_path / "cache"))
    unreadable = replace(labels, audio_hashes=("e" * 32, *labels.audio_hashes[1:]))
    outcome = make_round(tmp_path, unreadable, epochs=1).run()
    assert [path for path, _ in outcome.skipped] == [Path("/music/0.flac")]
    assert outcome.n_train + outcome.n_held_out == len(labels.paths) - 1


def test_nothing_to_learn_is_an_error_with_the_reasons(folder: Path, labels: Labels) -> None:
    undecided = replace(labels, states=np.where(labels.states == 0, -1, 1).astype(np.int8))
    with pytest.raises(TrainingError, match="nothing to learn yet") as caught:
        make_round(folder, undecided).run()
    assert "low: No song is marked as not having it" in caught.value.detail


def test_without_held_out_songs_the_result_says_so(folder: Path, one_artist: Labels) -> None:
    reports: list[EpochReport] = []
    outcome = make_round(folder, one_artist, epochs=2).run(reports.append)
    assert outcome.n_held_out == 0
    assert outcome.wauc_after is None
    assert [report.wauc for report in reports] == [None, None]
    assert message("training.nothing_held_out") in outcome.notes
    assert message("training.nothing_held_out") in outcome.card.description


def test_every_epoch_is_reported(folder: Path, labels: Labels) -> None:
    reports: list[EpochReport] = []
    make_round(folder, labels, epochs=4).run(reports.append)
    assert [report.epoch for report in reports] == [1, 2, 3, 4]
    assert reports[-1].seconds_left == 0
    assert all(report.loss > 0 and report.wauc is not None for report in reports)
    assert reports[-1].loss < reports[0].loss


def test_the_card_tells_where_the_model_comes_from(
    labels: Labels, temporal: FinetuneResult
) -> None:
    card = load_checkpoint(temporal.model_path).card
    assert (card.name, card.parent, card.seed, card.licence) == ("my ear", "parent", 3, "CC0")
    assert card.labels["digest"] == "snapshot"
    assert np.array_equal(read_states(card.labels), labels.states)
    assert card.labels["kept_back"] == np.flatnonzero(held_out_mask(labels)).tolist()
    assert card.settings["depth"] == "temporal"
    assert card.metrics["wauc"] == temporal.wauc_after
    assert card.metrics["per_tag"]["high"]["support"] == temporal.after["high"].support


def test_a_word_that_is_not_trained_keeps_its_scores(
    folder: Path, temporal: FinetuneResult
) -> None:
    parent = load_checkpoint(parent_file(folder / "parents"))
    child = load_checkpoint(temporal.model_path)
    sound = torch.stack([torch.randn(96, TINY.n_frames) - 12 for _ in range(3)])
    with torch.no_grad():
        before = torch.sigmoid(parent.network(sound))[parent.words.index("brass")]
        after = torch.sigmoid(child.network(sound))[child.words.index("brass")]
    assert abs(float(before - after)) < 0.1


class After:
    """Cancels at the n-th question."""

    def __init__(self, n: int) -> None:
        self.left = n

    def report(self, done: float, total: float, what: str = "") -> None: ...

    def check(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled


@pytest.mark.parametrize("depth", ["classifier", "temporal", "everything"])
def test_a_cancel_anywhere_leaves_no_model_and_no_draft(
    tmp_path: Path, folder: Path, labels: Labels, depth: str
) -> None:
    learning_round = make_round(folder, labels, depth, epochs=2)
    learning_round = learning_round.with_request(models_folder=tmp_path / "models")
    for patience in (0, 3, 45, 60):
        with pytest.raises(Cancelled):
            learning_round.run(job=After(patience))
    assert not (tmp_path / "models").exists()


def test_finetuning_does_not_load_torchs_compiler(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib\n"
        "from core.features.cache import FeatureCache\n"
        "from tests.support.synthetic_songs import make_round, synthetic_labels\n"
        "folder = pathlib.Path(sys.argv[1])\n"
        "labels = synthetic_labels(FeatureCache(folder / 'cache'))\n"
        "for depth in ('temporal', 'everything'):\n"
        "    make_round(folder, labels, depth, epochs=1).run()\n"
        "sys.exit(int('torch._dynamo' in sys.modules))\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    assert subprocess.run(command, cwd=Path(__file__).parents[3], check=False).returncode == 0
