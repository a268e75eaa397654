"""Source training: many processes are one, a killed run goes on, and what may not go on is told."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors import safe_open
from safetensors.torch import save_file

from core.errors import TrainingError
from core.jobs import Cancelled, SilentJob
from core.pretraining import source_loop
from core.pretraining.mixed_precision import FIRST, LossScale
from core.pretraining.processes import Processes
from core.pretraining.run_checkpoint import FORMAT_VERSION, HEADER, Progress, read_checkpoint
from core.pretraining.source_loop import SourceRun
from core.training.config import PUBLIC
from tests.support import source_training
from tests.support.source_training import IDENTITY, make_store, new_run, train, training

ROOT = Path(__file__).resolve().parents[3]


def start(folder: Path, *options: str, **env: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", source_training.__name__, str(folder), *options],
        cwd=ROOT, env={**os.environ, "OMP_NUM_THREADS": "1", **env}, text=True,
        stdout=subprocess.PIPE if "--steps" in options else None,
    )  # fmt: skip


def result(folder: Path) -> dict[str, list[float]]:
    found: dict[str, list[float]] = json.loads((folder / "result.json").read_text())
    return found


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def test_two_processes_learn_what_one_learns_with_the_whole_batch(tmp_path: Path) -> None:
    make_store(tmp_path)
    alone = train(tmp_path, Processes(), new_run(tmp_path), 0.0)
    env = {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": str(free_port()), "WORLD_SIZE": "2"}
    both = [start(tmp_path, RANK=str(rank), **env) for rank in range(2)]
    assert [process.wait(120) for process in both] == [0, 0]
    shared = result(tmp_path)
    for key in ("losses", "validation", "scores"):
        np.testing.assert_allclose(shared[key], alone[key], atol=1e-5, err_msg=key)
    assert shared["losses"][-1] < shared["losses"][0]


def test_a_killed_training_goes_on_to_the_same_weights(tmp_path: Path) -> None:
    make_store(tmp_path)
    run = new_run(tmp_path, PUBLIC)
    whole = train(tmp_path, Processes(), run, 0.3)
    run.checkpoint.unlink()
    process = start(tmp_path, "--steps", "--dropout", "--public")
    assert process.stdout is not None
    for _ in range(9):  # six batches an epoch: in the middle of the second
        process.stdout.readline()
    process.send_signal(signal.SIGKILL)
    process.wait()
    progress, _ = read_checkpoint(run.checkpoint, IDENTITY)
    assert progress.epoch < 3
    resumed = train(tmp_path, Processes(), replace(run, resume=True), 0.3)
    assert resumed["weights"] == whole["weights"]
    assert resumed["best_epoch"] == whole["best_epoch"]


@pytest.mark.parametrize("n_batches", [7, 13])
def test_a_stopped_training_goes_on_to_the_same_weights(tmp_path: Path, n_batches: int) -> None:
    make_store(tmp_path)
    whole = train(tmp_path, Processes(), new_run(tmp_path), 0.3)
    stopped_run(tmp_path, n_batches, dropout=0.3)
    resumed = train(tmp_path, Processes(), replace(new_run(tmp_path), resume=True), 0.3)
    assert resumed["weights"] == whole["weights"]
    assert resumed["losses"][-1] == pytest.approx(whole["losses"][-1])


def test_the_size_of_batches_may_change_with_a_resume(tmp_path: Path) -> None:
    make_store(tmp_path)
    stopped = stopped_run(tmp_path, 9)
    smaller = replace(new_run(tmp_path, batch_size=2), resume=True)
    made, _ = training(tmp_path, Processes(), smaller)
    assert made.fit().epoch == 4
    assert stopped.batch > 0


class StopAfter(SilentJob):
    """Is cancelled at the nth batch, or raises what it is given."""

    def __init__(self, n: int, error: BaseException | None = None) -> None:
        self._left, self._error = n, error or Cancelled()

    def report(self, done: float, total: float, what: str = "") -> None:
        del done, total, what
        self._left -= 1
        if not self._left:
            raise self._error


def stopped_run(folder: Path, n: int, dropout: float = 0.0) -> Progress:
    run = replace(new_run(folder), job=StopAfter(n), checkpoint_every_s=1e9)
    made, _ = training(folder, Processes(), run, dropout)
    with pytest.raises(Cancelled):
        made.fit()
    return read_checkpoint(run.checkpoint, IDENTITY)[0]


def test_a_stopped_training_keeps_every_batch(tmp_path: Path) -> None:
    make_store(tmp_path)
    progress = stopped_run(tmp_path, 9)
    assert (progress.epoch, progress.batch) == (2, 2)


@pytest.mark.parametrize(
    ("error", "id"),
    [
        (RuntimeError("CUDA out of memory. Tried to allocate 2 GiB"), "pretraining.no_memory"),
        (MemoryError(), "pretraining.no_memory"),
        (RuntimeError("CUDA error: device-side assert triggered"), "pretraining.card_lost"),
        (RuntimeError("[gloo] Connection closed by peer"), "pretraining.process_lost"),
    ],
)
def test_what_ends_a_training_from_outside_is_told_and_loses_nothing(
    tmp_path: Path, error: Exception, id: str
) -> None:
    make_store(tmp_path)
    run = replace(new_run(tmp_path), job=StopAfter(3, error), checkpoint_every_s=1e9)
    made, _ = training(tmp_path, Processes(), run)
    made._processes = Processes(size=2 if "process" in id else 1, device="cuda")
    with pytest.raises(TrainingError) as raised:
        made.fit()
    assert raised.value.id == id
    assert raised.value.remedy
    progress, _ = read_checkpoint(run.checkpoint, IDENTITY)
    assert (progress.epoch, progress.batch) == (1, 2)


def test_an_error_of_ours_stays_one(tmp_path: Path) -> None:
    make_store(tmp_path)
    run = replace(new_run(tmp_path), job=StopAfter(2, RuntimeError("a wrong shape")))
    with pytest.raises(RuntimeError, match="a wrong shape"):
        training(tmp_path, Processes(), run)[0].fit()


# -- checkpoints that do not fit ----------------------------------------------------------------


def stored(tmp_path: Path) -> SourceRun:
    make_store(tmp_path)
    stopped_run(tmp_path, 3)
    return new_run(tmp_path)


@pytest.mark.parametrize("key", sorted(IDENTITY))
def test_a_checkpoint_of_another_training_is_refused(tmp_path: Path, key: str) -> None:
    run = stored(tmp_path)
    with pytest.raises(TrainingError) as raised:
        read_checkpoint(run.checkpoint, {**IDENTITY, key: "another"})
    assert raised.value.id == "pretraining.other_run"
    assert "another" in raised.value.message


def test_a_newer_or_a_damaged_checkpoint_is_refused(tmp_path: Path) -> None:
    run = stored(tmp_path)
    with safe_open(run.checkpoint, framework="pt") as file:
        header = json.loads(file.metadata()[HEADER])
    header["version"] = FORMAT_VERSION + 1
    save_file({"a.b": torch.zeros(1)}, run.checkpoint, metadata={HEADER: json.dumps(header)})
    assert refusal(run) == "pretraining.newer"
    save_file({"a.b": torch.zeros(1)}, run.checkpoint)
    assert refusal(run) == "pretraining.damaged"
    run.checkpoint.write_bytes(b"no checkpoint")
    assert refusal(run) == "pretraining.damaged"
    run.checkpoint.unlink()
    assert refusal(run) == "pretraining.no_checkpoint"


def refusal(run: SourceRun) -> str:
    with pytest.raises(TrainingError) as raised:
        read_checkpoint(run.checkpoint, run.identity)
    return raised.value.id


def test_a_training_that_goes_on_on_another_machine_remembers_both(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_store(tmp_path)
    run = new_run(tmp_path)
    made, _ = training(tmp_path, Processes(), run)
    made._save()
    seen: list[Progress] = []
    monkeypatch.setattr(source_loop, "machine_arithmetic", lambda *_a, **_k: "cpu bf16 other")
    training(tmp_path, Processes(), replace(run, resume=True, on_resume=seen.append))
    assert len(seen[0].arithmetics) == 2
    assert "cpu bf16 other" in seen[0].arithmetics


def test_processes_that_differ_are_refused_on_all_of_them() -> None:
    def alike(*versions: str) -> list[str]:
        store = torch.distributed.HashStore()
        ranks = [Processes(rank, len(versions), store=store) for rank in range(len(versions))]
        with ThreadPoolExecutor(len(versions)) as threads:
            tries = [
                threads.submit(own.ensure_alike, version=version, seed="0")
                for own, version in zip(ranks, versions, strict=True)
            ]
        errors = [future.exception() for future in tries]
        return [error.message for error in errors if isinstance(error, TrainingError)]

    assert alike("1", "1", "1") == []
    told = alike("1", "1", "2")
    assert len(told) == 3
    assert "Process 3" in told[0]
    assert "2 instead of 1" in told[0]


def test_a_batch_must_have_a_clip_for_every_process(tmp_path: Path) -> None:
    make_store(tmp_path)
    with pytest.raises(TrainingError, match="5 processes"):
        training(tmp_path, Processes(size=5), new_run(tmp_path))


# -- scales of gradients -------------------------------------------------------------------------


def test_a_scale_falls_where_a_gradient_is_no_number_and_that_step_is_left_out() -> None:
    scale, parameter = LossScale(needed=True), torch.nn.Parameter(torch.ones(2))
    parameter.grad = torch.full((2,), FIRST)
    assert scale.unscale([parameter])
    assert parameter.grad.tolist() == [1.0, 1.0]
    parameter.grad = torch.tensor([1.0, float("inf")])
    assert not scale.unscale([parameter])
    assert parameter.grad is None
    assert scale.value == FIRST / 2
    again = LossScale(needed=True)
    again.load_state(scale.state())
    assert again.value == scale.value
    assert LossScale(needed=False).unscale([parameter])
