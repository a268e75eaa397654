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
from core.features.cache import MIX, FeatureCache
from core.features.decode_pass import DecodePass
from core.jobs import SILENT, Cancelled
from core.library.records import Labels
from core.models.checkpoint import load_checkpoint, weights_digest
from core.models.predict import predict_song
from core.models.probe_form import network_state, probe_form
from core.training.embeddings import embed_songs
from core.training.finetune import finetune
from core.training.finetune_records import EpochReport, FinetuneResult
from core.training.snapshot import read_out_of_fold, read_states
from tests.support.broken_files import tone, write
from tests.support.drawn_labels import shuffled
from tests.support.synthetic_songs import (
    RECIPE,
    TAGS,
    make_round,
    parent_file,
    synthetic_labels,
)

DEPTHS = ("classifier", "temporal", "everything")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("learning")


@pytest.fixture(scope="module")
def labels(folder: Path) -> Labels:
    return synthetic_labels(FeatureCache(folder / "cache"))


@pytest.fixture(scope="module")
def learned(folder: Path, labels: Labels) -> FinetuneResult:
    return make_round(folder, labels, "classifier").run()


def weights(outcome: FinetuneResult) -> dict[str, torch.Tensor]:
    return load_file(outcome.model_path)


def same_weights(first: FinetuneResult, second: FinetuneResult) -> bool:
    one, two = weights(first), weights(second)
    return one.keys() == two.keys() and all(torch.equal(one[name], two[name]) for name in one)


def test_learning_lifts_the_wauc_far_above_the_parents(learned: FinetuneResult) -> None:
    assert learned.wauc_after is not None
    assert learned.wauc_before is not None
    assert learned.wauc_after > 0.85
    assert learned.wauc_after > learned.wauc_before + 0.1


def test_all_songs_are_learned_from_and_all_are_measured(
    labels: Labels, learned: FinetuneResult
) -> None:
    assert (learned.n_train, learned.n_measured) == (len(labels.paths),) * 2
    assert learned.measured_by == "artists"
    assert any("It learned from all songs you have judged" in note for note in learned.notes)
    for tag, name in enumerate(TAGS):
        assert learned.after[name].n == len(labels.paths)
        assert learned.after[name].support == int((labels.states[:, tag] == 1).sum())


def test_known_words_come_first_and_new_ones_follow(learned: FinetuneResult) -> None:
    assert learned.card.words == ("low", "brass", "high", "rising")
    assert learned.tag_ids == (11, None, 12, 13)
    assert set(learned.before) == {"low"}
    assert set(learned.after) == set(TAGS)


def test_the_network_stays_bit_for_bit(folder: Path, learned: FinetuneResult) -> None:
    parent = load_checkpoint(parent_file(folder / "parents"))
    child = load_checkpoint(learned.model_path)
    before, after = parent.network.state_dict(), network_state(child)
    assert before.keys() == after.keys()
    assert all(torch.equal(before[name], after[name]) for name in before)
    assert child.card.architecture == "choi_lstm+probe"


def test_a_word_that_is_not_taught_keeps_its_scores_bit_for_bit(
    folder: Path, labels: Labels, learned: FinetuneResult
) -> None:
    parent = probe_form(load_checkpoint(parent_file(folder / "parents")))
    child, cache = load_checkpoint(learned.model_path), FeatureCache(folder / "cache")
    rows = parent.words.index("brass"), child.words.index("brass")
    for audio_hash in labels.audio_hashes[:8]:
        song = cache.get(audio_hash, RECIPE)
        assert song is not None
        before, after = (predict_song(model, song) for model in (parent, child))
        assert before.scores[rows[0]] == after.scores[rows[1]]
        assert before.taggram is not None
        assert after.taggram is not None
        assert np.array_equal(before.taggram.scores[:, rows[0]], after.taggram.scores[:, rows[1]])


@pytest.mark.parametrize("depth", DEPTHS)
def test_the_parent_in_memory_stays_bit_for_bit(folder: Path, labels: Labels, depth: str) -> None:
    learning_round = make_round(folder, labels, depth, epochs=2)
    parent = load_checkpoint(learning_round.parent_path)
    before = weights_digest([parent.network])
    finetune(learning_round.request, labels, parent, learning_round.cache)
    assert weights_digest([parent.network]) == before
    assert not any(module.training for module in parent.network.modules())


@pytest.mark.parametrize("depth", DEPTHS)
def test_the_same_songs_give_the_same_model_in_whatever_order(
    tmp_path: Path, folder: Path, labels: Labels, depth: str
) -> None:
    """Other rows, other song ids, another cache that was filled the other way round."""
    first = make_round(folder, labels, depth, epochs=2).run()
    other, _ = shuffled(replace(labels, song_ids=labels.song_ids[::-1] + 100))
    synthetic_labels(FeatureCache(tmp_path / "cache"))
    second = make_round(tmp_path, other, depth, epochs=2).run()
    assert same_weights(first, second)
    assert first.after == second.after
    assert first.card.metrics == second.card.metrics
    assert first.new_sides == second.new_sides


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
    one, two = (make_round(folder, given, "classifier").run() for given in (masked, stranger))
    assert same_weights(one, two)
    assert two.skipped == ()
    assert two.n_train == len(labels.paths)


def test_unsure_songs_are_neither_yes_nor_no(folder: Path, labels: Labels) -> None:
    unsure, unjudged = labels.states.copy(), labels.states.copy()
    unsure[2:12, 0], unjudged[2:12, 0] = -2, -1
    one, two = (
        make_round(folder, replace(labels, states=states), "classifier").run()
        for states in (unsure, unjudged)
    )
    assert same_weights(one, two)
    assert one.after["low"].n == len(labels.paths) - 10


@pytest.mark.parametrize("depth", ["classifier", "temporal"])
def test_a_second_request_reads_cached_embeddings_only(tmp_path: Path, depth: str) -> None:
    cache = FeatureCache(tmp_path / "cache")
    labels = synthetic_labels(cache)
    first = make_round(tmp_path, labels, depth, epochs=2).run()
    for spectrogram in (tmp_path / "cache").rglob("*.npy"):
        if spectrogram.name.startswith(RECIPE.key):
            spectrogram.unlink()
    second = make_round(tmp_path, labels, depth, epochs=2).run()
    assert second.skipped == ()
    assert same_weights(first, second)


def test_what_is_learned_on_top_of_a_network_shares_its_embeddings(
    tmp_path: Path, labels: Labels, folder: Path
) -> None:
    """A model learned from reads what its parent has heard: no song is heard again."""
    first = make_round(folder, labels, "classifier").run()
    again = replace(make_round(folder, labels, "classifier"), parent_path=first.model_path)
    strange = replace(labels, paths=tuple(tmp_path / path.name for path in labels.paths))
    silent = FeatureCache(tmp_path / "cache")
    for source in (folder / "cache").rglob("*.npy"):
        if not source.name.startswith(("embedding", MIX)):
            continue
        target = tmp_path / "cache" / source.relative_to(folder / "cache")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.read_bytes())
    assert replace(again, labels=strange, cache=silent).run().skipped == ()


def test_every_epoch_is_reported(folder: Path, labels: Labels) -> None:
    reports: list[EpochReport] = []
    make_round(folder, labels, epochs=4).run(reports.append)
    assert [report.epoch for report in reports] == [1, 2, 3, 4]
    assert reports[-1].seconds_left == 0
    assert all(report.loss > 0 and report.wauc is not None for report in reports)


def test_the_card_tells_where_the_model_comes_from(labels: Labels, learned: FinetuneResult) -> None:
    card = load_checkpoint(learned.model_path).card
    assert (card.name, card.parent, card.seed, card.licence) == ("my ear", "parent", 3, "CC0")
    assert card.labels["digest"] == "snapshot"
    assert np.array_equal(read_states(card.labels), labels.states)
    assert card.labels["kept_back"] == []
    assert card.settings["depth"] == "classifier"
    assert card.metrics["wauc"] == learned.wauc_after
    assert card.metrics["measured_by"] == "artists"
    assert card.metrics["per_tag"]["high"]["support"] == learned.after["high"].support
    assert all(note in card.description for note in learned.notes)


def test_the_card_keeps_what_the_model_learned_from(
    folder: Path, labels: Labels, learned: FinetuneResult
) -> None:
    model, cache = load_checkpoint(learned.model_path), FeatureCache(folder / "cache")
    found = cache.get(labels.audio_hashes[3], RECIPE)
    assert found is not None
    known = predict_song(model, found)
    assert known.ground == pytest.approx(0.0, abs=0.05)
    strange = np.random.default_rng(1).normal(-3, 4, (96, 150)).astype(np.float32)
    assert predict_song(model, replace(found, values=strange)).is_unsure_ground
    assert predict_song(load_checkpoint(parent_file(folder)), found).ground is None


def test_out_of_fold_scores_travel_on_the_card(labels: Labels, learned: FinetuneResult) -> None:
    """They are what the metrics were computed of, one for each decision on a taught word."""
    card = load_checkpoint(learned.model_path).card
    scores = read_out_of_fold(card)
    assert scores is not None
    assert scores.shape == (len(labels.paths), len(card.words))
    known = np.isfinite(scores)
    assert not known[:, card.words.index("brass")].any()
    for tag, name in enumerate(TAGS):
        column = scores[:, card.words.index(name)]
        assert np.array_equal(np.isfinite(column), labels.states[:, tag] >= 0)
        assert ((column >= 0) & (column <= 1)).all()
        right = (column > 0.5) == (labels.states[:, tag] == 1)
        assert right.mean() > 0.8


class After:
    """Cancels at the n-th question."""

    def __init__(self, n: int) -> None:
        self.left = n

    def report(self, done: float, total: float, what: str = "") -> None: ...

    def check(self) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled


class Counting(After):
    """Never cancels; knows how often it was asked."""

    def __init__(self) -> None:
        super().__init__(10**9)

    @property
    def n_checks(self) -> int:
        return 10**9 - self.left


@pytest.mark.parametrize("depth", DEPTHS)
def test_a_cancel_anywhere_leaves_no_model_and_no_draft(
    tmp_path: Path, folder: Path, labels: Labels, depth: str
) -> None:
    learning_round = make_round(folder, labels, depth, epochs=2)
    counting = Counting()
    learning_round.run(job=counting)
    learning_round = learning_round.with_request(models_folder=tmp_path / "models")
    # A run that waits less for its readers is asked less often, so the last checks are not tried.
    for patience in np.linspace(0, 0.85 * counting.n_checks, 8).astype(int).tolist():
        with pytest.raises(Cancelled):
            learning_round.run(job=After(patience))
    assert not (tmp_path / "models").exists()


def test_no_epoch_is_an_error(folder: Path, labels: Labels) -> None:
    with pytest.raises(TrainingError):
        make_round(folder, labels, epochs=0).run()


def test_progress_only_grows_and_comes_to_its_end(folder: Path, labels: Labels) -> None:
    seen: list[float] = []

    class Watching(After):
        def report(self, done: float, total: float, what: str = "") -> None:
            del what
            seen.append(done / total)

    for depth in DEPTHS:
        seen.clear()
        make_round(folder, labels, depth, epochs=2).run(job=Watching(10**9))
        assert seen == sorted(seen), depth
        assert seen[0] < 0.05
        assert 0.7 < seen[-1] <= 1.0


def test_progress_only_grows_where_the_sounds_are_read_for_the_first_time(tmp_path: Path) -> None:
    seen: list[float] = []

    class Watching(After):
        def report(self, done: float, total: float, what: str = "") -> None:
            del what
            seen.append(done / total)

    cache, paths, hashes = FeatureCache(tmp_path / "cache"), [], []
    for number in range(3):
        path = write(tmp_path / f"{number}.wav", tone(6.0, hz=220.0 + 30 * number))
        decoded = DecodePass(path, cache, [], with_picture=False).run(SILENT)
        paths.append(path)
        hashes.append(decoded.audio_hash)
    labels = replace(
        synthetic_labels(cache, 3), paths=tuple(paths), audio_hashes=tuple(hashes)
    )  # fmt: skip
    parent = load_checkpoint(parent_file(tmp_path / "parents"))
    assert len(embed_songs(probe_form(parent), labels, cache, Watching(10**9)).rows) == 3
    assert len(seen) >= 6
    assert seen == sorted(seen)


def test_learning_does_not_load_torchs_compiler(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib\n"
        "from core.features.cache import FeatureCache\n"
        "from core.training.config import PUBLIC\n"
        "from tests.support.synthetic_songs import make_round, synthetic_labels\n"
        "folder = pathlib.Path(sys.argv[1])\n"
        "labels = synthetic_labels(FeatureCache(folder / 'cache'))\n"
        "for depth in ('temporal', 'everything'):\n"
        "    make_round(folder, labels, depth, epochs=1).run()\n"
        "make_round(folder, labels, epochs=4).with_request(schedule=PUBLIC).run()\n"
        "sys.exit(int('torch._dynamo' in sys.modules))\n"
    )
    command = [sys.executable, "-c", program, str(tmp_path)]
    assert subprocess.run(command, cwd=Path(__file__).parents[3], check=False).returncode == 0
