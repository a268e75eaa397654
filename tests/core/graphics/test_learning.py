"""Learning in a process of another Python: the same model, its progress, its cancel, its death."""

from __future__ import annotations

import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from safetensors.torch import load_file

from core.bundles.learn import train_bundle
from core.bundles.write import write_bundle
from core.errors import GraphicsError, TrainingError
from core.features.cache import FeatureCache
from core.graphics.environment import IN_USE, remove
from core.graphics.graphics_records import Environment
from core.graphics.learning import LearningTask, learn_there, load_with_sides, run_learning
from core.jobs import Cancelled
from core.library.records import Labels
from core.messages import Message, message
from core.models.checkpoint import load_checkpoint
from core.temporary_folders import process_mark
from tests.support.synthetic_songs import LearningRound, make_round, synthetic_labels


def environment_of(folder: Path, python: Path = Path(sys.executable)) -> Environment:
    return Environment(folder, python, "a card", "", "", 0)


@pytest.fixture
def labels(tmp_path: Path) -> Labels:
    return synthetic_labels(FeatureCache(tmp_path / "cache"))


class WatchedJob:
    """Keeps what is reported; cancelled from the first epoch on where that is wanted."""

    def __init__(self, *, stops: bool = False) -> None:
        self.reports: list[tuple[float, float, str]] = []
        self.stops, self.stopped = stops, False

    def report(self, done: float, total: float, what: str = "") -> None:
        self.reports.append((done, total, what))
        self.stopped = self.stops and "Epoch" in what

    def check(self) -> None:
        if self.stopped:
            raise Cancelled


def task_of(learning_round: LearningRound) -> LearningTask:
    return LearningTask(
        learning_round.request, learning_round.labels,
        partial(load_with_sides, learning_round.parent_path), learning_round.cache.folder, "cpu",
    )  # fmt: skip


def test_the_model_is_the_one_that_learning_here_gives(tmp_path: Path, labels: Labels) -> None:
    learning_round = make_round(tmp_path, labels, epochs=2)
    expected = learning_round.run()
    job, reports = WatchedJob(), []
    found = run_learning(environment_of(tmp_path), task_of(learning_round), reports.append, job)
    assert found.model_path.parent == learning_round.request.models_folder
    ours, theirs = (load_file(outcome.model_path) for outcome in (expected, found))
    assert ours.keys() == theirs.keys()
    for key, values in ours.items():
        assert (values - theirs[key]).abs().max() < 1e-4, key
    assert found.after.keys() == expected.after.keys()
    assert [report.epoch for report in reports] == [1, 2]
    assert any(
        isinstance(what, Message) and what.id == "training.epoch" for *_, what in job.reports
    )


def test_a_cancel_ends_the_process_and_leaves_no_model(tmp_path: Path, labels: Labels) -> None:
    learning_round = make_round(tmp_path, labels, epochs=500)
    with pytest.raises(Cancelled):
        run_learning(
            environment_of(tmp_path),
            task_of(learning_round),
            job=WatchedJob(stops=True),
        )
    assert not list((tmp_path / "models").glob("*"))


def test_an_error_comes_back_as_it_was(tmp_path: Path, labels: Labels) -> None:
    learning_round = make_round(tmp_path, labels).with_request(epochs=0)
    ours = environment_of(tmp_path)
    with pytest.raises(TrainingError) as told:
        learn_there(ours, task_of(learning_round), lambda *_: pytest.fail("not here"))
    assert told.value.id == "training.no_epoch"


@pytest.mark.skipif(sys.platform == "win32", reason="a script stands for a Python that dies")
@pytest.mark.parametrize("script", ["exit 7", "kill -9 $$", "echo nonsense; exit 0"])
def test_where_the_process_dies_this_one_learns(
    tmp_path: Path, labels: Labels, script: str
) -> None:
    python = tmp_path / "python"
    python.write_text(f"#!/bin/sh\n{script}\n")
    python.chmod(0o755)
    broken: Any = environment_of(tmp_path, python)
    learning_round = make_round(tmp_path, labels, "classifier")
    with pytest.raises(GraphicsError) as told:
        run_learning(broken, task_of(learning_round))
    assert told.value.id == "graphics.died"
    outcome = learn_there(broken, task_of(learning_round), learning_round.run)
    assert outcome.model_path.exists()
    assert message("training.card_failed") in outcome.notes


def test_a_python_that_is_gone_is_no_end_of_learning(tmp_path: Path, labels: Labels) -> None:
    gone = environment_of(tmp_path, tmp_path / "gone" / "python")
    learning_round = make_round(tmp_path, labels, "classifier")
    outcome = learn_there(gone, task_of(learning_round), learning_round.run)
    assert outcome.model_path.exists()


def test_a_bundle_is_learned_from_in_the_other_process_as_here(
    tmp_path: Path, labels: Labels
) -> None:
    learning_round = make_round(tmp_path, labels, epochs=2)
    bundle, reports = tmp_path / "ear.bundle", []
    parent = load_checkpoint(learning_round.parent_path)
    write_bundle(learning_round.request, labels, parent, learning_round.cache, bundle)
    here = train_bundle(bundle, tmp_path / "here.zip", "cpu")
    task = partial(train_bundle, bundle, tmp_path / "there.zip", "cpu")
    environment = environment_of(tmp_path)
    there = learn_there(environment, task, lambda *_: pytest.fail("not here"), reports.append)
    assert there.model_path == tmp_path / "there.zip"
    assert there.card.code_version == here.card.code_version
    assert [report.epoch for report in reports] == [1, 2]


def test_it_is_not_removed_while_a_process_learns_there(tmp_path: Path, labels: Labels) -> None:
    folder = tmp_path / "graphics"
    folder.mkdir()
    learning_round = make_round(tmp_path, labels, epochs=500)
    refused = []

    def remove_and_stop(*_epoch: object) -> None:
        with pytest.raises(GraphicsError) as told:
            remove(folder)
        refused.append(told.value.id)
        raise Cancelled

    environment = environment_of(folder)
    with pytest.raises(Cancelled):
        run_learning(environment, task_of(learning_round), remove_and_stop)
    assert refused == ["graphics.in_use"]
    with subprocess.Popen([sys.executable, "-c", ""]) as child:
        child.wait()
    (folder / f"{IN_USE}-{process_mark(child.pid)}-killed").touch()
    remove(folder)
    assert not folder.exists()
