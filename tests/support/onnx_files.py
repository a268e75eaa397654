"""Small ONNX files, sound and unsound, made by hand: no network is trained or exported."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

onnx = pytest.importorskip("onnx", reason="the extra “onnx” is not installed")
pytest.importorskip("onnxruntime", reason="the extra “onnx” is not installed")

OPSET = 17
Shape = Sequence[int | str | None]
WIDTH = 6
FRAME = 400  # samples


def node(kind: str, inputs: Sequence[str], outputs: Sequence[str], **attributes: Any) -> Any:
    return onnx.helper.make_node(kind, list(inputs), list(outputs), **attributes)


def value(name: str, shape: Shape, kind: str = "FLOAT") -> Any:
    return onnx.helper.make_tensor_value_info(name, getattr(onnx.TensorProto, kind), shape)


def constant(name: str, numbers: Any) -> Any:
    return onnx.numpy_helper.from_array(np.asarray(numbers), name)


def write_onnx(
    path: Path,
    nodes: Sequence[Any],
    inputs: Sequence[Any],
    outputs: Sequence[Any],
    weights: Sequence[Any] = (),
    metadata: dict[str, str] | None = None,
) -> Path:
    """Write a graph as it is, checked by nobody."""
    graph = onnx.helper.make_graph(list(nodes), "small", inputs, outputs, list(weights))
    opsets = [onnx.helper.make_opsetid("", OPSET), onnx.helper.make_opsetid("mine", 1)]
    model = onnx.helper.make_model(
        graph, opset_imports=opsets, ir_version=8, producer_name="by hand"
    )
    onnx.helper.set_model_props(model, metadata or {})
    path.write_bytes(model.SerializeToString())
    return path


def filters() -> np.ndarray:
    """Six band passes, (6, 1, 400): what the small embeddings hear with."""
    seconds = np.arange(FRAME) / 16_000
    hertz = 60.0 * 2.2 ** np.arange(WIDTH)
    return np.sin(2 * np.pi * hertz[:, None] * seconds)[:, None].astype(np.float32) / FRAME


def frames_nodes(given: str) -> list[Any]:
    """From samples (n, 1, t) to "steps" (n, 6, t / 400): the loudness of six bands."""
    return [
        node("Conv", [given, "filters"], ["bands"], strides=[FRAME]),
        node("Abs", ["bands"], ["steps"]),
    ]


def write_embedding(
    path: Path, shape: Shape = ("n", 16_000), metadata: dict[str, str] | None = None
) -> Path:
    """Write a waveform embedding of six numbers, and their squares as "logits" before it."""
    nodes = [
        node("Unsqueeze", ["sound", "one"], ["channel"]),
        *frames_nodes("channel"),
        node("ReduceMean", ["steps"], ["embedding"], axes=[2], keepdims=0),
        node("Mul", ["embedding", "embedding"], ["logits"]),
    ]
    weights = [constant("filters", filters()), constant("one", np.array([1], np.int64))]
    outputs = [value("logits", [None, WIDTH]), value("embedding", [None, WIDTH])]
    return write_onnx(path, nodes, [value("sound", shape)], outputs, weights, metadata)


def write_steps(path: Path, transposed: bool = False, shape: Shape = ("n", 1, "t")) -> Path:
    """Write an embedding that gives a vector every 400 samples, (n, 6, steps) or (n, steps, 6)."""
    last = node("Transpose", ["steps"], ["hidden"], perm=[0, 2, 1]) if transposed else node(
        "Identity", ["steps"], ["hidden"]
    )  # fmt: skip
    declared = [None, None, WIDTH] if transposed else [None, WIDTH, None]
    return write_onnx(
        path, [*frames_nodes("sound"), last], [value("sound", shape)],
        [value("hidden", declared)], [constant("filters", filters())],
    )  # fmt: skip
