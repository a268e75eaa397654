"""An ONNX file becomes a model of ours: checked, tried, then kept whole.

The file itself lies inside the model file, so that a model and what is learned from it never miss
it. It is run by a process of its own, here too.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Iterator
from pathlib import Path

from core.jobs import SILENT, JobContext
from core.messages import message
from core.models.card import ModelCard
from core.models.checkpoint import save_checkpoint
from core.models.onnx_embedding import OnnxEmbedding, network_sizes, onnx_network
from core.models.onnx_file import read_onnx_file
from core.models.onnx_process import OnnxProcess, require_onnxruntime
from core.models.onnx_records import ONNX, WAVEFORM, OnnxGuess, OnnxRequest, OnnxSummary
from core.models.onnx_trial import (
    OnnxUse,
    by_likelihood,
    check_request,
    find_use,
    fitting_recipes,
    kind_of,
    only_input,
)
from core.models.running_job import cancelled_with

LICENCE_KEYS = ("licence", "license")


def guess_onnx(path: Path, job: JobContext = SILENT) -> OnnxGuess:
    """Return what a file's shapes and metadata suggest. Raises ModelError, Cancelled."""
    with _opened(path, job) as (process, _):
        summary = process.summary()
        port = only_input(path, summary)
    kind = kind_of(port)
    rate_hz = round(summary.number("rate_hz", "sample_rate", "sampling_rate", "sr") or 0)
    window_s = summary.number("window_s", "window") or 0.0
    length = port.shape[-1] if port.shape else None
    if kind == WAVEFORM and length and rate_hz:
        window_s = length / rate_hz
    hop_s = summary.number("hop_s") or window_s
    outputs = tuple(output.name for output in by_likelihood(summary.outputs))
    recipes = tuple((recipe.name, recipe.rate_hz) for recipe in fitting_recipes(port))
    return OnnxGuess(
        rate_hz, window_s, hop_s, kind, length or 0, outputs, summary.producer, recipes
    )


def import_onnx(
    request: OnnxRequest, models_folder: Path, job: JobContext = SILENT
) -> tuple[Path, ModelCard]:
    """Check a file, try it, and write it as a model that gives embeddings and knows no words.

    Raises ModelError that says what does not fit, Cancelled; nothing is left then.
    """
    check_request(request)
    with _opened(request.path, job) as (process, content):
        summary = process.summary()
        job.report(0.3, 1.0, request.path.name)
        use = find_use(request, process, summary)
        job.report(0.8, 1.0, request.path.name)
    return _save(request, use, summary, content, models_folder)


@contextlib.contextmanager
def _opened(path: Path, job: JobContext) -> Iterator[tuple[OnnxProcess, bytes]]:
    """Give a checked file's process, cancelled with the job and gone afterwards, and the file."""
    content = read_onnx_file(path)
    require_onnxruntime(path.name)
    process = OnnxProcess(content, path.name)
    try:
        with cancelled_with(job):
            yield process, content
    finally:
        process.stop()


def _save(
    request: OnnxRequest, use: OnnxUse, summary: OnnxSummary, content: bytes, models_folder: Path
) -> tuple[Path, ModelCard]:
    import torch

    embedding = OnnxEmbedding(use.signature, use.n_features, len(content), request.path.name)
    sizes = network_sizes(embedding, use.segment_frames, use.hop_frames)
    network = onnx_network(sizes)
    state = network.state_dict()
    state["reduction.content"] = torch.frombuffer(bytearray(content), dtype=torch.uint8)
    network.load_state_dict(state, assign=True)
    licences = [summary.metadata[key] for key in LICENCE_KEYS if summary.metadata.get(key)]
    card = ModelCard(
        name=request.name,
        architecture=ONNX,
        sizes=sizes,
        recipe=use.recipe,
        words=(),
        description=message("card.onnx", name=request.path.name, n=use.n_features),
        licence=licences[0] if licences else message("card.licence_of_authors"),
        settings={
            "source": request.path.name,
            "sha256": hashlib.sha256(content).hexdigest(),
            "producer": summary.producer,
            "window_s": use.recipe.seconds_of(use.segment_frames),
            "hop_s": use.hop_frames * use.recipe.hop_length / use.recipe.rate_hz,
            "n_features": use.n_features,
        },
    )
    return save_checkpoint(models_folder, card, network), card
