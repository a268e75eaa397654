"""A model as ONNX, for programs that know no torch: segments in, scores out.

One graph does the whole song: the reduction of each segment, the LSTM over the sequence where
there is one (any number of segments), the classifier. The log-mel spectrogram is computed
outside; its recipe is in the file's metadata.
"""

from __future__ import annotations

import json
import warnings
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core.atomic_files import atomic_write
from core.errors import ModelError
from core.exchange.file_errors import model_not_written
from core.jobs import SILENT, JobContext
from core.messages import message
from core.models.card import ModelCard
from core.models.catalogue import ARCHITECTURES
from core.models.model_records import network_name

if TYPE_CHECKING:
    from torch import Tensor

    from core.models.checkpoint import TaggingModel
    from core.models.network import TaggingNetwork

OPSET = 17
INPUT, SONG, SEGMENTS = "segments", "song_scores", "segment_scores"
MAX_DIFFERENCE = 1e-4
CHECKED_LENGTHS = (1, 2)  # segments: the number must not be fixed in the graph
RANGES = {"ln": (-12.0, 6.0), "db": (-60.0, 30.0), "log10_1p": (0.0, 7.0)}  # of loud music
EXTRA = 'pip install "rhythmcap[onnx]"'


def export_onnx(model: TaggingModel, target: Path, job: JobContext = SILENT) -> float:
    """Write the model as one .onnx file, run it, and compare it with our own numbers.

    Inputs and outputs: segments (n, n_rows, n_frames) or (n, n_samples) -> song_scores (n_words,)
    and segment_scores (n, n_words), each segment as if it were the song. Returns the
    largest difference found. Raises Cancelled, between its steps; ModelError where the extra is not
    installed, the network cannot be written as ONNX, or the numbers differ by more than 1e-4;
    nothing is written then.
    """
    networks = (model.card.architecture, *_side_networks(model.card))
    if any(ARCHITECTURES[network_name(name)].is_external for name in networks):
        raise _export_error(model.card, message("exchange.is_onnx_inside"))
    require_extra()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with atomic_write(target, shared=True) as partial:
            _write(model, partial, job)
            difference = _difference(model, partial, job)
            if not difference <= MAX_DIFFERENCE:
                raise _export_error(
                    model.card, message("exchange.scores_differ", difference=difference)
                )
    except OSError as error:
        raise model_not_written(target, error) from error
    return difference


def run_onnx(
    path: Path, segments: NDArray[np.float32]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Run an exported model by onnxruntime: song_scores, segment_scores. Raises ModelError."""
    require_extra()
    session = open_session(path.read_bytes())
    song_scores, segment_scores = session.run(
        [SONG, SEGMENTS], {INPUT: np.ascontiguousarray(segments)}
    )
    return song_scores, segment_scores


def open_session(content: bytes) -> Any:
    """Load a model into onnxruntime; its threads sleep while they have nothing to do."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])


def _side_networks(card: ModelCard) -> list[str]:
    return [str(side["architecture"]) for side in card.sizes.get("sides", ())]


def require_extra() -> None:
    """Raise ModelError where the packages for ONNX are not installed."""
    try:
        import onnx  # noqa: F401
        import onnxruntime  # noqa: F401
    except ImportError as error:
        raise ModelError("exchange.no_onnx", command=EXTRA, detail=str(error)) from error


def _write(model: TaggingModel, path: Path, job: JobContext) -> None:
    import onnx
    import torch

    example = torch.from_numpy(_random_segments(model, CHECKED_LENGTHS[-1], seed=0))
    graph = _as_graph(model.network).eval()
    try:
        with torch.no_grad(), warnings.catch_warnings():
            warnings.simplefilter("ignore")  # about the exporter's age and traced shapes: checked
            torch.onnx.export(
                graph, (example,), str(path), opset_version=OPSET, dynamo=False,
                input_names=[INPUT], output_names=[SONG, SEGMENTS],
                dynamic_axes={INPUT: {0: "n"}, SEGMENTS: {0: "n"}},
            )  # fmt: skip
    except (RuntimeError, NotImplementedError, TypeError, ValueError) as error:
        raise _export_error(model.card, message("exchange.no_onnx_form"), str(error)) from error
    job.check()
    made = onnx.load(str(path))
    onnx.helper.set_model_props(made, _metadata(model))
    job.check()
    onnx.checker.check_model(made)
    job.check()
    onnx.save(made, str(path))


def _metadata(model: TaggingModel) -> dict[str, str]:
    card = model.card
    known: dict[str, Any] = {
        "words": list(card.words),
        "recipe": asdict(card.recipe),
        "segment_frames": model.network.segment_frames,
        "layout": model.network.layout.value,
    }
    plain = {
        "name": card.name,
        "architecture": card.architecture,
        "licence": card.licence,
        "description": card.description,
        "made_by": f"RhythmCap {card.code_version}".strip(),
    }
    return plain | {key: json.dumps(value, ensure_ascii=False) for key, value in known.items()}


def _as_graph(network: TaggingNetwork) -> Any:
    import torch
    from torch import nn

    class Graph(nn.Module):
        """Both outputs from one input; the sections are unchanged."""

        def __init__(self) -> None:
            super().__init__()
            self.sections = nn.ModuleDict(
                {section.value: part for section, part in network.sections().items()}
            )
            self.has_temporal = network.temporal is not None

        def forward(self, segments: Tensor) -> tuple[Tensor, Tensor]:
            features = self.sections["reduction"](segments)
            classify = self.sections["classifier"]
            if not self.has_temporal:
                scores = torch.sigmoid(classify(features))
                return scores.mean(dim=0), scores
            temporal = self.sections["temporal"]
            whole = temporal(features.unsqueeze(0))[0, -1:]
            alone = temporal(features.unsqueeze(1))[:, -1]
            return torch.sigmoid(classify(whole))[0], torch.sigmoid(classify(alone))

    return Graph()


def _difference(model: TaggingModel, path: Path, job: JobContext) -> float:
    import torch

    network, largest = model.network, 0.0
    for n in CHECKED_LENGTHS:
        job.check()
        segments = _random_segments(model, n, seed=n)
        with torch.inference_mode():
            features = network.reduction(torch.from_numpy(segments))
            ours = [
                torch.sigmoid(network.song_logits(features.unsqueeze(0), torch.tensor([n])))[0],
                torch.sigmoid(
                    network.song_logits(features.unsqueeze(1), torch.ones(n, dtype=torch.long))
                ),
            ]
        theirs = run_onnx(path, segments)
        for own, other in zip(ours, theirs, strict=True):
            largest = max(largest, float(np.abs(own.numpy() - other).max()))
    return largest


def _random_segments(model: TaggingModel, n: int, seed: int) -> NDArray[np.float32]:
    """Draw n segments of noise in the range of the recipe."""
    noise = np.random.default_rng(seed)
    recipe, frames = model.card.recipe, model.network.segment_frames
    if recipe.is_waveform:
        return (0.1 * noise.standard_normal((n, frames))).astype(np.float32)
    low, high = RANGES[recipe.compression]
    return noise.uniform(low, high, (n, recipe.n_rows, frames)).astype(np.float32)


def _export_error(card: ModelCard, why: str, detail: str = "") -> ModelError:
    return ModelError(
        "exchange.not_as_onnx",
        name=card.name,
        architecture=card.architecture,
        why=why,
        detail=detail,
    )
