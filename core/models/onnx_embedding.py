"""Any network as an embedding: an ONNX file inside a model file, run by a process of its own.

It reduces each segment to a vector and knows no words; a linear probe on top of it does. Reading
and checking a file is onnx_import.py's business.
"""

from __future__ import annotations

import hashlib
import threading
import weakref
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from core.errors import ModelError
from core.models.blocks import EmptyLinear
from core.models.chunk_tagger import Backbone, ChunkTagger
from core.models.folded_blocks import Foldable
from core.models.onnx_process import OnnxProcess, require_onnxruntime
from core.models.onnx_protobuf import MAX_BYTES, check_onnx
from core.models.onnx_records import OnnxSignature

MAX_FEATURES = 1 << 15
MAX_FRAMES = 1 << 26

_PROCESSES: weakref.WeakValueDictionary[str, OnnxProcess] = weakref.WeakValueDictionary()
"""By digest of the file: a model and those learned from it share one."""
_LOCK = threading.Lock()


class OnnxEmbedding(Backbone, Foldable):
    """An ONNX file as a reduction. content: the file, uint8 (n_bytes,). Nothing in it is trained.

    file: its former name, for errors.
    """

    content: Tensor

    def __init__(self, signature: OnnxSignature, n_features: int, n_bytes: int, file: str) -> None:
        super().__init__()
        self.signature, self.n_features, self.file = signature, n_features, file
        self.register_buffer("content", torch.zeros(n_bytes, dtype=torch.uint8))

    def forward(self, segments: Tensor) -> Tensor:
        """(n, n_rows, n_frames) or (n, n_samples) -> (n, n_features). Raises ModelError, Cancelled.

        Cancelled: by the job of running_job.cancelled_with.
        """
        return _embed(self.process(), self.signature, segments, self.n_features)

    def process(self) -> OnnxProcess:
        """Return the process that runs the file; it starts with its first run."""
        return _shared_process(self.content.cpu().numpy(), self.file)

    def folded(self) -> nn.Module:
        """Return what runs the same file. Raises ModelError where onnxruntime is missing."""
        require_onnxruntime(self.file)
        return _RunningEmbedding(self)


class _RunningEmbedding(nn.Module):
    """OnnxEmbedding for evaluation: it holds on to its process."""

    def __init__(self, block: OnnxEmbedding) -> None:
        super().__init__()
        self._block = [block]  # in a list: it is no submodule, and is never copied
        self._process: OnnxProcess | None = None

    def forward(self, segments: Tensor) -> Tensor:
        """See OnnxEmbedding."""
        block = self._block[0]
        if self._process is None:
            self._process = block.process()
        return _embed(self._process, block.signature, segments, block.n_features)


def onnx_network(sizes: Mapping[str, Any]) -> ChunkTagger:
    """Build the network of a card's sizes; see network_sizes. Raises ValueError, KeyError."""
    n_features, n_bytes = int(sizes["n_features"]), int(sizes["n_bytes"])
    segment_frames, hop_frames = int(sizes["segment_frames"]), int(sizes["hop_frames"])
    if not (0 < n_features <= MAX_FEATURES and 0 < n_bytes <= MAX_BYTES):
        raise ValueError(f"{n_features} features, {n_bytes} bytes")
    if not 0 < hop_frames <= segment_frames <= MAX_FRAMES:
        raise ValueError(f"hop {hop_frames}, window {segment_frames}")
    signature = OnnxSignature(**sizes["signature"])
    backbone = OnnxEmbedding(signature, n_features, n_bytes, str(sizes["file"]))
    network = ChunkTagger(backbone, NoWords(n_features), segment_frames)
    network.hop_frames = hop_frames
    return network


def network_sizes(embedding: OnnxEmbedding, segment_frames: int, hop_frames: int) -> dict[str, Any]:
    """Return what a card says of the network."""
    return {
        "signature": asdict(embedding.signature),
        "n_features": embedding.n_features,
        "n_bytes": len(embedding.content),
        "file": embedding.file,
        "segment_frames": segment_frames,
        "hop_frames": hop_frames,
    }


class NoWords(nn.Module):
    """The head of a network that knows no words: (n, n_features) -> (n, 0)."""

    def __init__(self, n_features: int) -> None:
        super().__init__()
        self.dense = EmptyLinear(n_features)

    def forward(self, features: Tensor) -> Tensor:
        """See the class."""
        return features[:, :0]


def as_input(signature: OnnxSignature, segments: NDArray[np.float32]) -> NDArray[Any]:
    """Arrange segments (n, n_rows, n_frames) or (n, n_samples) as the file takes them."""
    given = "bt" if segments.ndim == 2 else "bmt"
    axes = signature.axes
    if "b" not in axes:
        segments, given = segments[0], given[1:]
    values = segments.transpose([given.index(axis) for axis in axes if axis != "c"])
    if "c" in axes:
        values = np.expand_dims(values, axes.index("c"))
    return np.ascontiguousarray(values, dtype=signature.dtype)


def embed_segments(
    process: OnnxProcess, signature: OnnxSignature, segments: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Run a file on segments, as many at once as it takes: (n, n_features).

    Raises ModelError where what comes is not of that shape, or no numbers; Cancelled.
    """
    n_at_once = 1 if "b" not in signature.axes else signature.batch or len(segments)
    features = []
    for first in range(0, len(segments), n_at_once):
        group = segments[first : first + n_at_once]
        output = run_group(process, signature, group)
        if signature.time_axis and output.ndim == 3:
            output = output.mean(axis=signature.time_axis)
        if output.ndim != 2 or len(output) != len(group):
            raise ModelError(
                "onnx.output_shape", name=process.name, output=signature.output, shape=output.shape
            )
        features.append(output)
    return np.concatenate(features)


def run_group(
    process: OnnxProcess, signature: OnnxSignature, group: NDArray[np.float32]
) -> NDArray[np.float32]:
    """Run a file once, on no more segments than it takes: the output, segments first.

    Where it takes more, silence fills up. Raises ModelError, Cancelled.
    """
    n_missing = signature.batch - len(group) if signature.batch else 0
    if n_missing > 0:
        silence = np.zeros((n_missing, *group.shape[1:]), dtype=np.float32)
        group = np.concatenate([group, silence])
    output = process.run(signature.input, as_input(signature, group), signature.output)
    if "b" not in signature.axes and output.ndim <= 2:
        output = output[np.newaxis]
    if output.ndim > 3:  # as convolutions leave a vector: (n, 1, 1, features)
        output = output.reshape(len(output), *(size for size in output.shape[1:] if size > 1))
    return output[: len(group) - n_missing] if n_missing > 0 and output.ndim else output


def _embed(
    process: OnnxProcess, signature: OnnxSignature, segments: Tensor, n_features: int
) -> Tensor:
    given = segments.detach().float().cpu().numpy()
    features = embed_segments(process, signature, given)
    if features.shape[1] != n_features:
        raise ModelError(
            "onnx.output_shape", name=process.name, output=signature.output, shape=features.shape
        )
    if not np.isfinite(features).all():
        raise ModelError("onnx.no_numbers", name=process.name)
    return torch.from_numpy(features).to(segments.device)


def _shared_process(content: NDArray[np.uint8], name: str) -> OnnxProcess:
    digest = hashlib.blake2b(content.data).hexdigest()
    with _LOCK:
        process = _PROCESSES.get(digest)
        if process is None:
            check_onnx(content.data, name)
            process = _PROCESSES[digest] = OnnxProcess(content.data, name)
        return process
