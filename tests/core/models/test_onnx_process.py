"""A model's process is bounded in time and memory, ends with a cancel, and costs nothing else."""

from __future__ import annotations

import os
import signal
import threading
import time
from pathlib import Path

import numpy as np
import pytest

from core.errors import ModelError
from core.jobs import Cancelled
from core.models import onnx_process
from core.models.onnx_process import OnnxProcess
from core.models.running_job import cancelled_with
from tests.support.onnx_files import constant, node, onnx, value, write_onnx

SOUND = np.random.default_rng(5).uniform(-1, 1, (1, 800)).astype(np.float32)


def endless(path: Path) -> Path:
    """Write a model that counts very far."""
    body = onnx.helper.make_graph(
        [node("Identity", ["go"], ["goes"]), node("Sin", ["x"], ["y"])],
        "body",
        [value("i", [], "INT64"), value("go", [], "BOOL"), value("x", None)],
        [value("goes", [], "BOOL"), value("y", None)],
    )
    loop = node("Loop", ["many", "", "sound"], ["embedding"], body=body)
    return write_onnx(
        path, [loop], [value("sound", ["n", 800])], [value("embedding", ["n", 800])],
        [constant("many", np.array(2**60, np.int64))],
    )  # fmt: skip


def test_a_model_without_end_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(onnx_process, "RUN_S", 0.5)
    process = OnnxProcess(endless(tmp_path / "endless.onnx").read_bytes(), "endless.onnx")
    with pytest.raises(ModelError, match=r"endless.onnx gave no answer within") as raised:
        process.run("sound", SOUND, "embedding")
    assert raised.value.remedy


class CancelLater:
    """A job that is cancelled after a while."""

    def __init__(self, seconds: float) -> None:
        self.end = time.monotonic() + seconds

    def report(self, done: float, total: float, what: str = "") -> None:
        """Ignore the report."""

    def check(self) -> None:
        if time.monotonic() > self.end:
            raise Cancelled


def test_a_system_that_hands_over_no_sockets_is_called_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write_onnx(
        tmp_path / "plain.onnx", [node("Identity", ["sound"], ["embedding"])],
        [value("sound", ["n", 800])], [value("embedding", ["n", 800])],
    )  # fmt: skip
    monkeypatch.setattr(onnx_process, "PASSES_SOCKETS", False)
    process = OnnxProcess(path.read_bytes(), "plain.onnx")
    assert np.array_equal(process.run("sound", SOUND, "embedding"), SOUND)
    process.stop()
    monkeypatch.setattr(onnx_process.secrets, "token_bytes", lambda n: b"another" * n)
    with pytest.raises(ModelError, match="ended the process"):
        process.summary()


def test_a_cancel_is_felt_while_the_model_runs(tmp_path: Path) -> None:
    process = OnnxProcess(endless(tmp_path / "endless.onnx").read_bytes(), "endless.onnx")
    process.summary()
    child = process._child
    assert child is not None
    job = CancelLater(0.3)
    with pytest.raises(Cancelled), cancelled_with(job):
        process.run("sound", SOUND, "embedding")
    assert time.monotonic() - job.end < 1.0
    assert child.returncode == -signal.SIGKILL


def test_a_model_that_kills_its_process_costs_only_its_process(tmp_path: Path) -> None:
    process = OnnxProcess(endless(tmp_path / "endless.onnx").read_bytes(), "endless.onnx")
    process.summary()
    assert process._child is not None
    killer = threading.Timer(0.3, os.kill, (process._child.pid, signal.SIGSEGV))
    killer.start()
    with pytest.raises(ModelError, match="ended the process") as raised:
        process.run("sound", SOUND, "embedding")
    killer.join()
    assert "-11" in raised.value.detail
    assert process.summary().producer == "by hand"  # it starts again
    process.stop()


def test_memory_is_bounded(tmp_path: Path) -> None:
    nodes = [
        node("ConstantOfShape", ["size"], ["zeros"]),
        node("ReduceSum", ["zeros"], ["sum"], keepdims=0),
        node("Add", ["sound", "sum"], ["embedding"]),
    ]
    path = write_onnx(
        tmp_path / "huge.onnx", nodes, [value("sound", ["n", 800])],
        [value("embedding", ["n", 800])], [constant("size", np.array([2**42], np.int64))],
    )  # fmt: skip
    process = OnnxProcess(path.read_bytes(), "huge.onnx")
    with pytest.raises(ModelError, match="more memory than it gets"):
        process.run("sound", SOUND, "embedding")
    process.stop()
